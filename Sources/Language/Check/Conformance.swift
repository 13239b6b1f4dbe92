/// That a type conforms to a protocol, and under what conditions.
struct Conformance {
    let proto: Nominal
    /// Conditions on the type's own parameters: `extension Array: Equatable where Element: Equatable`.
    var requirements: [GenericSignature.Requirement] = []
    /// Where it is stated: at the type's name, or at the extension.
    var place: Place?
}

struct SynthesizedKey: Hashable {
    var requirement: Function
    var type: Type
}

extension Checker: Knowledge {
    /// The protocol and all it inherits from.
    func protocols(above proto: Nominal) -> [Nominal] {
        if let known = ancestry[proto] { return known }
        var found = [proto]
        var index = 0
        while index < found.count {
            for conformance in conformances[found[index]] ?? [] where !found.contains(conformance.proto) { found.append(conformance.proto) }
            index += 1
        }
        ancestry[proto] = found
        return found
    }

    func inherits(_ proto: Nominal, from other: Nominal) -> Bool { proto == other || protocols(above: proto).contains(other) }

    func conforms(_ type: Type, to proto: Nominal) -> Bool {
        switch type {
        case .nominal(let nominal, let arguments):
            return conformance(of: nominal, arguments, to: proto) != nil
        case .parameter, .member: return bounds(of: type).contains { inherits($0, from: proto) }
        case .existential(let protocols):
            // `any Error` is an Error; other protocols do not conform to themselves.
            return proto.name == "Error" && protocols.contains { inherits($0, from: proto) }
        case .variable(let variable):
            if let binding = variable.binding { return conforms(binding, to: proto) }
            return true
        case .error: return true
        case .tuple, .function, .metatype: return false
        }
    }

    /// The conformances, in the order of their declaration, that make the type conform, each on its conditions.
    private func conformances(of nominal: Nominal, to proto: Nominal) -> [Conformance] {
        if let known = inheritance[nominal]?[proto] { return known }
        let found = (conformances[nominal] ?? []).filter { inherits($0.proto, from: proto) }
        inheritance[nominal, default: [:]][proto] = found
        return found
    }

    /// To be called when the type gains or loses a conformance.
    func forgetInheritance(of nominal: Nominal) {
        if nominal.kind == .proto { (inheritance, ancestry) = ([:], [:]) } else { inheritance[nominal] = nil }
    }

    func conformance(of nominal: Nominal, _ arguments: [Type], to proto: Nominal) -> Conformance? {
        for conformance in conformances(of: nominal, to: proto) {
            if conformance.requirements.isEmpty { return conformance }
            let substitution = Specialization(nominal.generics.parameters, arguments)
            let holds = conformance.requirements.allSatisfy { fulfilled($0, under: substitution) }
            if holds { return conformance }
        }
        return nil
    }

    /// Whether the type conforms whatever its arguments are.
    func alwaysConforms(_ nominal: Nominal, to proto: Nominal) -> Bool { conformances(of: nominal, to: proto).contains { $0.requirements.isEmpty } }

    /// Whether no choice of its open arguments makes the type conform.
    func canNeverConform(_ type: Type, to proto: Nominal) -> Bool {
        switch type {
        case .nominal(let nominal, let arguments):
            conformances(of: nominal, to: proto).allSatisfy { conformance in
                let substitution = Specialization(nominal.generics.parameters, arguments)
                return conformance.requirements.contains { canNeverHold($0, under: substitution) }
            }
        case .function, .tuple, .metatype: true
        case .parameter, .member, .existential, .variable, .error: false
        }
    }

    /// Whether a condition fails whatever the open types in it turn out to be.
    func canNeverHold(_ requirement: GenericSignature.Requirement, under substitution: Specialization) -> Bool {
        guard case .conformance(let subject, let proto) = requirement else { return false }
        return canNeverConform(normalized(substitution(subject)), to: proto)
    }

    /// Whether a type with open parts may turn out to conform. A literal is judged by what it is when nothing else is said.
    func mightConform(_ type: Type, to proto: Nominal) -> Bool {
        switch type {
        case .variable(let variable):
            if let binding = variable.binding { return mightConform(binding, to: proto) }
            switch variable.literal {
            case .integer: return conforms(int, to: proto) || conforms(double, to: proto)
            case .floating: return conforms(double, to: proto)
            case .string: return conforms(string, to: proto)
            case .character: return conforms(string, to: proto) || conforms(standard("Character"), to: proto)
            case .boolean: return conforms(bool, to: proto)
            case .array: return !canNeverConform(array(.error), to: proto)
            case .dictionary: return !canNeverConform(standard("Dictionary", .error, .error), to: proto)
            case .nilLiteral, nil: return true
            }
        default: return type.hasVariable ? !canNeverConform(type, to: proto) : conforms(type, to: proto)
        }
    }

    func fulfilled(_ requirement: GenericSignature.Requirement, under substitution: Specialization) -> Bool {
        switch requirement {
        case .conformance(let type, let proto): return conforms(normalized(substitution(type)), to: proto)
        case .sameType(let left, let right): return normalized(substitution(left)) == normalized(substitution(right))
        }
    }

    /// Protocols that an abstract type is known to conform to.
    func bounds(of type: Type) -> [Nominal] {
        var found: [Nominal] = []
        if case .parameter(let parameter) = type { found += parameter.bounds }
        for signature in signatures {
            for case .conformance(let subject, let proto) in signature.requirements where subject == type || standsFor(subject, type) { found.append(proto) }
        }
        if case .member(let base, let name) = type {
            for bound in bounds(of: base) {
                for proto in protocols(above: bound) {
                    let selfParameter = proto.generics.parameters[0]
                    let substitution = Specialization([selfParameter], [base])
                    for case .conformance(.member(.parameter(selfParameter), name), let required) in proto.generics.requirements { found.append(required) }
                    for case .conformance(let subject, let required) in proto.generics.requirements
                    where substitution(subject) == type && !found.contains(required) { found.append(required) }
                }
            }
        }
        return found
    }

    /// Whether a requirement on one associated type speaks of another that is the same type here.
    private func standsFor(_ subject: Type, _ type: Type) -> Bool {
        guard !isComparingSubjects, case .member = subject, case .member = type else { return false }
        isComparingSubjects = true
        defer { isComparingSubjects = false }
        return normalized(subject) == type
    }

    /// With associated types of concrete types put in, and those of abstract ones in canonical form.
    func normalized(_ type: Type) -> Type {
        switch type {
        case .member(let base, let name):
            let base = normalized(base)
            switch base {
            case .nominal: return associatedType(name, of: base)
            case .variable(let variable):
                if let binding = variable.binding { return normalized(.member(binding, name)) }
                return .member(base, name)
            case .parameter, .member:
                let member = Type.member(base, name)
                for signature in signatures {
                    for case .sameType(let left, let right) in signature.requirements {
                        if left == member, right.isSimpler(than: member) { return normalized(right) }
                        if right == member, left.isSimpler(than: member) { return normalized(left) }
                    }
                }
                return canonical(member)
            case .existential(let protocols): return boundOfAssociatedType(name, of: protocols)
            default: return .error
            }
        case .nominal(let nominal, let arguments):
            return arguments.isEmpty ? type : .nominal(nominal, arguments.map(normalized))
        case .tuple(let elements):
            return elements.isEmpty ? type : .tuple(elements.map { TupleElement(label: $0.label, type: normalized($0.type)) })
        case .function(var function):
            for index in function.parameters.indices { function.parameters[index].type = normalized(function.parameters[index].type) }
            function.result = normalized(function.result)
            return .function(function)
        case .variable(let variable): return variable.binding.map(normalized) ?? type
        case .parameter:
            for signature in signatures {
                for case .sameType(let left, let right) in signature.requirements {
                    if left == type, right.isSimpler(than: type) { return normalized(right) }
                    if right == type, left.isSimpler(than: type) { return normalized(left) }
                }
            }
            return type
        case .metatype(let inner): return .metatype(normalized(inner))
        case .existential, .error: return type
        }
    }

    /// What is known of an associated type through `any P`: what the protocol says that it is, or must conform to.
    private func boundOfAssociatedType(_ name: String, of protocols: [Nominal]) -> Type {
        var bounds: [Nominal] = []
        for proto in protocols.flatMap(self.protocols(above:)) {
            let subject = Type.member(.parameter(proto.generics.parameters[0]), name)
            for requirement in proto.generics.requirements {
                switch requirement {
                case .conformance(subject, let bound): if !bounds.contains(bound) { bounds.append(bound) }
                case .sameType(subject, let other) where !other.hasParameter, .sameType(let other, subject) where !other.hasParameter: return normalized(other)
                default: break
                }
            }
        }
        return .existential(bounds)
    }

    /// `S.Iterator.Element` is `S.Element`, as the protocol says.
    private func canonical(_ member: Type) -> Type {
        if case .member(let base, let name) = member {
            for bound in bounds(of: base) {
                for proto in protocols(above: bound) {
                    let written = Type.member(.parameter(proto.generics.parameters[0]), name)
                    for case .sameType(let left, let right) in proto.generics.requirements where left == written || right == written {
                        let other = left == written ? right : left
                        if other.isSimpler(than: written) { return normalized(Specialization([proto.generics.parameters[0]], [base])(other)) }
                    }
                }
            }
        }
        guard case .member(.member(let base, let inner), let outer) = member else { return member }
        for bound in bounds(of: base) {
            for proto in protocols(above: bound) {
                let this = Type.parameter(proto.generics.parameters[0])
                let written = Type.member(.member(this, inner), outer)
                for case .sameType(let left, let right) in proto.generics.requirements {
                    let other: Type? = left == written ? right : right == written ? left : nil
                    if let other, other.isSimpler(than: written) { return normalized(Specialization([proto.generics.parameters[0]], [base])(other)) }
                }
            }
        }
        return member
    }

    func associatedType(_ name: String, of type: Type) -> Type {
        guard case .nominal(let nominal, let arguments) = type else { return normalized(.member(type, name)) }
        let substitution = Specialization(nominal.generics.parameters, arguments)
        for member in nominal.members(named: name) {
            switch member {
            case .alias(_, let alias): return normalized(substitution(alias))
            case .type(let nested): return .nominal(nested, nested.generics.parameters.isEmpty ? [] : arguments)
            default: break
            }
        }
        if let index = nominal.generics.parameters.firstIndex(where: { $0.name == name }) { return arguments[index] }
        return inferredAssociatedType(name, of: nominal).map { normalized(substitution($0)) } ?? .error
    }

    /// From the function that fulfils a requirement which mentions the associated type.
    private func inferredAssociatedType(_ name: String, of nominal: Nominal) -> Type? {
        guard inferring[nominal, default: []].insert(name).inserted else { return nil }
        defer { if inferring[nominal]?.count == 1 { inferring[nominal] = nil } else { inferring[nominal]?.remove(name) } }
        for conformance in conformances[nominal] ?? [] {
            for proto in protocols(above: conformance.proto) {
                let this = Type.parameter(proto.generics.parameters[0])
                for memberName in proto.requirementNames.sorted() where nominal.hasMember(named: memberName) {
                    for requirement in proto.members(named: memberName) where requirement.isRequirement {
                        for candidate in nominal.members(named: memberName) where candidate.labels == requirement.labels {
                            // A generic member says nothing certain of the type.
                            guard candidate.signature.map({ $0.parameters.count == nominal.generics.parameters.count }) ?? true else { continue }
                            guard let wanted = requirement.signatureType, let given = candidate.signatureType else { continue }
                            // `init(_:)` says nothing about `init(arrayLiteral:)`.
                            if case .function(let left) = requirement, case .function(let right) = candidate, left.labels != right.labels { continue }
                            if let left = requirement.indices, let right = candidate.indices, !zip(left, right).allSatisfy({ couldFulfil($0, $1) }) { continue }
                            if let found = match(wanted, given, finding: .member(this, name)) { return found }
                        }
                    }
                }
                if name == "Indices", conforms(nominal.selfType, to: standardType("RandomAccessCollection")) {
                    // Positions that are counted need no collection to step through them.
                    let index = associatedType("Index", of: nominal.selfType)
                    if conforms(index, to: standardType("Strideable")), associatedType("Stride", of: index) == int { return standard("Range", index) }
                }
                // The default of the associated type, or what the protocol says it equals.
                for case .sameType(.member(this, name), let other) in proto.generics.requirements {
                    return normalized(Specialization([proto.generics.parameters[0]], [nominal.selfType])(other))
                }
                if let alias = proto.members(named: name).first, case .alias(_, let type) = alias {
                    return normalized(Specialization([proto.generics.parameters[0]], [nominal.selfType])(type))
                }
            }
        }
        // Every iterator is a sequence of itself, and a sequence holds what its iterator gives.
        if name == "Iterator", conforms(nominal.selfType, to: standardType("IteratorProtocol")) { return nominal.selfType }
        if name == "Element", conforms(nominal.selfType, to: standardType("Sequence")) {
            let iterator = associatedType("Iterator", of: nominal.selfType)
            if case .nominal(let other, _) = iterator, other != nominal { return associatedType("Element", of: iterator) }
        }
        return nil
    }

    /// Whether a parameter of a member has a form that a requirement's may take: an index is no range.
    private func couldFulfil(_ wanted: Type, _ given: Type) -> Bool {
        switch (wanted, given) {
        case (.nominal(let a, let left), .nominal(let b, let right)): a == b && zip(left, right).allSatisfy { couldFulfil($0, $1) }
        case (.nominal, .tuple), (.nominal, .function), (.tuple, .nominal), (.function, .nominal), (.nominal, .parameter): false
        default: true
        }
    }

    private func match(_ wanted: Type, _ given: Type, finding target: Type) -> Type? {
        if wanted == target { return given }
        switch (wanted, given) {
        case (.nominal(let a, let left), .nominal(let b, let right)) where a == b && left.count == right.count:
            for (x, y) in zip(left, right) { if let found = match(x, y, finding: target) { return found } }
        case (.function(let a), .function(let b)) where a.parameters.count == b.parameters.count:
            if let found = match(a.result, b.result, finding: target) { return found }
            for (x, y) in zip(a.parameters, b.parameters) { if let found = match(x.type, y.type, finding: target) { return found } }
        case (.tuple(let a), .tuple(let b)) where a.count == b.count:
            for (x, y) in zip(a, b) { if let found = match(x.type, y.type, finding: target) { return found } }
        default: break
        }
        return nil
    }

    // MARK: Witnesses

    func witness(for requirement: Callee) -> Callee {
        guard let proto = requirement.function.owner, let this = requirement.typeArguments.first else { return requirement }
        let asked = Findings.Witness(requirement: requirement.function, arguments: requirement.typeArguments)
        if let known = findings.witnesses[asked] { return known }
        let found = findWitness(for: requirement, proto, this)
        if isSettled, !requirement.typeArguments.contains(where: { $0.hasVariable || $0.hasParameter }) { findings.note(found, for: asked) }
        return found
    }

    private func findWitness(for requirement: Callee, _ proto: Nominal, _ this: Type) -> Callee {
        let found = declaredWitness(for: requirement, proto: proto, this: this)
        // What the type has by itself comes before what extensions of the protocol offer.
        if let found, found.function.owner?.kind != .proto { return found }
        if let made = synthesizedWitness(for: requirement.function, of: this) { return Callee(function: made, typeArguments: []) }
        return found ?? requirement
    }

    /// A member of the type, or of an extension of a protocol it conforms to, with the requirement's name and type.
    func declaredWitness(for requirement: Callee, proto: Nominal, this: Type) -> Callee? {
        let function = requirement.function
        let own = Array(requirement.typeArguments.dropFirst())
        if let nominal = this.nominal, !pendingStatics.isEmpty || !withoutInitializer.isEmpty { settle(function.name, of: nominal) }
        let wanted = normalized(Specialization(function.generics.parameters, requirement.typeArguments)(function.signatureType))
        var best: (Callee, rank: Int)?
        func consider(_ candidate: Function, contextArguments: [Type], rank: Int) {
            guard candidate.kind == function.kind, candidate !== function, !candidate.isRequirement,
                candidate.generics.parameters.count == contextArguments.count + own.count,
                candidate.labels == function.labels
            else { return }
            let arguments = contextArguments + own
            let substitution = Specialization(candidate.generics.parameters, arguments)
            guard candidate.generics.requirements.allSatisfy({ fulfilled($0, under: substitution) }),
                zip(candidate.generics.parameters, arguments).allSatisfy({ parameter, argument in parameter.bounds.allSatisfy { conforms(argument, to: $0) } })
            else { return }
            let given = normalized(substitution(candidate.signatureType))
            guard given == wanted || (given.isReturning(of: wanted) && !candidate.isThrowing), !candidate.isMutating || function.isMutating else { return }
            if best == nil || rank > best!.rank { best = (Callee(function: candidate, typeArguments: arguments), rank) }
        }
        if case .nominal(let nominal, let arguments) = this {
            for candidate in nominal.functions(named: function.name, kind: function.kind) {
                consider(candidate, contextArguments: arguments, rank: 10_000 + candidate.generics.requirements.count)
                if candidate.isMemberwise, function.parameters.isEmpty, let plain = initializerWithoutParameters(beside: candidate) {
                    consider(plain, contextArguments: arguments, rank: 10_000)
                }
            }
            var seen: Set<Nominal> = []
            for conformance in conformances[nominal] ?? [] {
                for extended in protocols(above: conformance.proto) where seen.insert(extended).inserted {
                    // What refines more comes first, in whatever order the type names them.
                    let refinement = protocols(above: extended).count
                    for candidate in extended.functions(named: function.name, kind: function.kind) {
                        consider(candidate, contextArguments: [this], rank: refinement * 10 + min(9, candidate.generics.requirements.count))
                    }
                }
            }
        }
        return best?.0
    }
}

extension Type {
    /// The order in which types that are the same stand in for each other.
    fileprivate func isSimpler(than other: Type) -> Bool {
        let own = (openness, memberDepth, description), others = (other.openness, other.memberDepth, other.description)
        return own < others && !contains { $0 == other }
    }

    /// Concrete types come before built ones with open parts, and those before bare parameters.
    private var openness: Int {
        if !hasParameter { return 0 }
        switch self {
        case .parameter, .member: return 2
        default: return 1
        }
    }

    private var memberDepth: Int {
        var depth = 0
        _ = contains { part in
            if case .member = part { depth += 1 }
            return false
        }
        return depth
    }
}

extension Member {
    /// The types of a subscript's indices.
    var indices: [Type]? {
        if case .computed(let property) = self, property.name == "subscript" { property.getter.parameters.map(\.type) } else { nil }
    }
    /// The argument labels of a function; none of anything else.
    var labels: [String?] { if case .function(let function) = self { function.labels } else { [] } }

    /// The type to compare with a requirement's.
    var signatureType: Type? {
        switch self {
        case .function(let function): function.signatureType
        case .stored(let property): property.type
        case .computed(let property): property.type
        case .enumCase, .type, .alias, .staticStored: nil
        }
    }
}

extension Type {
    /// Same but for throwing: a function that never throws fulfils a requirement that may.
    func isReturning(of other: Type) -> Bool {
        guard case .function(var a) = self, case .function(var b) = other else { return false }
        a.isThrowing = false
        b.isThrowing = false
        return a == b
    }
}

extension Function {
    /// Parameters and result as a function type, `self` left out.
    var signatureType: Type {
        .function(
            FunctionType(
                parameters: parameters.map { .init(type: $0.type, isInout: $0.isInout, isVariadic: $0.isVariadic, isAutoclosure: $0.isAutoclosure) },
                result: result, isThrowing: isThrowing))
    }
    var labels: [String?] { parameters.map(\.label) }

    /// As swiftc names it: `train(_:readout:)`.
    var fullName: String {
        parameters.isEmpty && kind != .getter ? name + "()" : name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
    }
}

extension Function {
    /// As messages name it: without labels when it has none.
    var shownName: String {
        if kind != .initializer, name != "subscript", !parameters.isEmpty, parameters.allSatisfy({ $0.label == nil }) { return name }
        return fullName
    }
}

extension Nominal {
    func functions(named name: String, kind: Function.Kind) -> [Function] {
        members(named: name).compactMap { member in
            switch member {
            case .function(let function): function.kind == kind ? function : nil
            case .computed(let property): kind == .getter ? property.getter : kind == .setter ? property.setter : nil
            case .stored, .enumCase, .type, .alias, .staticStored: nil
            }
        }
    }
}
