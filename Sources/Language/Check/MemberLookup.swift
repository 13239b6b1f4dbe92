/// What a member access was found to mean.
final class MemberDecision {
    enum Kind {
        case stored(StoredProperty)
        case computed(Property, [Type])
        case tupleElement(Int)
        case function(Candidate, [Type])
        case enumCase(EnumCase, Type)
        case type(Type)
        case global(Variable)
    }
    var kind: Kind?
    /// For a property declared as `T!`.
    var unwrap: ImplicitUnwrap.Decision?

    /// The base is used through an implicit conversion first (never changes places).
    var baseType: Type?
}

extension MemberDecision.Kind {
    /// The name and the type that keeps it for itself.
    var privacy: (String, Nominal)? {
        switch self {
        case .stored(let property): property.isPrivate ? (property.name, property.owner) : nil
        case .computed(let property, _): property.getter.isPrivate ? property.getter.owner.map { (property.name, $0) } : nil
        case .function(let candidate, _): candidate.function.isPrivate ? candidate.function.owner.map { (candidate.function.name, $0) } : nil
        case .global(let variable): variable.privateOwner.map { (variable.name, $0) }
        case .type(let type): type.nominal.flatMap { nested in nested.privateOwner.map { (nested.name, $0) } }
        case .tupleElement, .enumCase: nil
        }
    }
}

struct MemberCandidate {
    var member: Member
    /// `Self` for the member.
    var base: Type
    var rank: Int
}

extension MemberCandidate {
    /// A type's own method with the labels, the generic parameters and the types of parameters that a protocol's has.
    fileprivate func hides(_ other: Function, of proto: Nominal, _ checker: Checker) -> Bool {
        guard rank >= 100, case .function(let own) = member, own.origin == .standard, own.kind == other.kind, own.labels == other.labels, own.isMutating == other.isMutating,
            let owner = own.owner, own.generics.parameters.count - owner.generics.parameters.count == other.generics.parameters.count - 1
        else { return false }
        let mine = own.generics.parameters.dropFirst(owner.generics.parameters.count), theirs = other.generics.parameters.dropFirst()
        guard zip(mine, theirs).allSatisfy({ Set($0.bounds) == Set($1.bounds) }) else { return false }
        let rename = Specialization(Array(theirs), mine.map(Type.parameter))
        let here = Specialization(owner.generics.parameters, base.arguments), there = Specialization([proto.generics.parameters[0]], [base])
        // What gives something else may be meant where that is wanted: `filter` of a Substring makes a String, or a Substring after all.
        guard checker.normalized(here(own.result)) == checker.normalized(there(rename(other.result))) else { return false }
        if zip(own.parameters, other.parameters).allSatisfy({ $0.type == rename($1.type) && $0.isInout == $1.isInout }) { return true }
        // `Index` of the protocol is the type's own index.
        return zip(own.parameters, other.parameters).allSatisfy {
            checker.normalized(here($0.type)) == checker.normalized(there(rename($1.type))) && $0.isInout == $1.isInout
        }
    }
}

extension Checker {
    /// Members of that name of a value (or, for `isStatic`, of the type itself).
    func members(named name: String, of type: Type, isStatic: Bool) -> [MemberCandidate] {
        guard case .nominal(let nominal, let arguments) = type, !arguments.contains(where: \.hasVariable) else { return lookUpMembers(named: name, of: type, isStatic: isStatic) }
        if !pendingStatics.isEmpty || !withoutInitializer.isEmpty { settle(name, of: nominal) }
        let member = Findings.Member(name: name, type: type, isStatic: isStatic, isInterface: source < 0)
        let isGeneric = arguments.contains(where: \.hasParameter)
        if let known = isGeneric ? findings.ofExpression?[member] : findings.members[member] { return known }
        let found = lookUpMembers(named: name, of: type, isStatic: isStatic)
        if isGeneric { findings.ofExpression?[member] = found } else if isSettled { findings.note(found, for: member) }
        return found
    }

    /// Whether what a type is and has is not just being found out, so that an answer holds.
    var isSettled: Bool { declarationDepth == 0 && inferring.isEmpty && !isComparingSubjects }

    private func lookUpMembers(named name: String, of type: Type, isStatic: Bool) -> [MemberCandidate] {
        var found: [MemberCandidate] = []
        switch type {
        case .nominal(let nominal, let arguments):
            if !pendingStatics.isEmpty || !withoutInitializer.isEmpty { settle(name, of: nominal) }
            for member in nominal.members(named: name) where member.isStatic == isStatic || (isStatic && member.isInstanceMethod) {
                guard applies(member, to: nominal, arguments) else { continue }
                found.append(MemberCandidate(member: member, base: type, rank: 100 + member.requirementCount))
            }
            var seen: Set<Nominal> = []
            for conformance in conformances[nominal] ?? [] {
                // Most protocols have nothing of that name, so that their conditions need no look.
                var holds: Bool?
                for proto in protocols(above: conformance.proto) where proto.hasMember(named: name) && !seen.contains(proto) {
                    if holds == nil { holds = conformance.requirements.isEmpty || self.holds(conformance, nominal, arguments, type) }
                    guard holds == true else { break }
                    seen.insert(proto)
                    addMembers(named: name, of: proto, base: type, isStatic: isStatic, rank: refinement(of: proto), to: &found)
                }
            }
        case .parameter, .member:
            var seen: Set<Nominal> = []
            for bound in bounds(of: type) {
                for proto in protocols(above: bound) where seen.insert(proto).inserted {
                    addMembers(named: name, of: proto, base: type, isStatic: isStatic, rank: refinement(of: proto), to: &found)
                }
            }
            found = withoutRestated(found)
        case .existential(let protocols):
            var seen: Set<Nominal> = []
            for bound in protocols {
                for proto in self.protocols(above: bound) where seen.insert(proto).inserted {
                    addMembers(named: name, of: proto, base: type, isStatic: isStatic, rank: refinement(of: proto), to: &found)
                }
            }
            found = withoutRestated(found)
        default: break
        }
        // What the standard library keeps for itself is not there for cells.
        return source < 0 ? found : found.filter { !$0.member.isHidden }
    }

    /// Without what extensions of protocols give for a requirement that is there itself: which body it is, the type of the value says.
    private func withoutRestated(_ found: [MemberCandidate]) -> [MemberCandidate] {
        let requirements = found.compactMap { $0.member.isRequirement ? $0.member.called : nil }
        if requirements.isEmpty || requirements.count == found.count { return found }
        return found.filter { candidate in
            guard !candidate.member.isRequirement, let function = candidate.member.called else { return true }
            return !requirements.contains { restates(function, $0) }
        }
    }

    /// Whether a function of a protocol's extension has the type of a requirement of that protocol, or of one above it.
    func restates(_ function: Function, _ requirement: Function) -> Bool {
        guard let proto = function.owner, let above = requirement.owner, proto.kind == .proto, requirement.isRequirement, !function.isRequirement, inherits(proto, from: above),
            function.kind == requirement.kind, function.labels == requirement.labels, function.generics.parameters.count == requirement.generics.parameters.count,
            zip(function.generics.parameters, requirement.generics.parameters).dropFirst().allSatisfy({ Set($0.bounds) == Set($1.bounds) })
        else { return false }
        let renamed = Specialization(requirement.generics.parameters, function.generics.parameters.map(Type.parameter))
        return normalized(renamed(requirement.signatureType)) == normalized(function.signatureType)
    }

    private func holds(_ conformance: Conformance, _ nominal: Nominal, _ arguments: [Type], _ type: Type) -> Bool {
        let substitution = Specialization(nominal.generics.parameters, arguments)
        return conformance.requirements.allSatisfy { type.hasVariable ? !canNeverHold($0, under: substitution) : fulfilled($0, under: substitution) }
    }

    /// What refines more stands before what it refines, in whatever order a type names them.
    private func refinement(of proto: Nominal) -> Int { min(90, 40 + 4 * protocols(above: proto).count) }

    private func addMembers(named name: String, of proto: Nominal, base: Type, isStatic: Bool, rank: Int, to found: inout [MemberCandidate]) {
        let isExistential = if case .existential = base { true } else { false }
        // `String.hasPrefix`: a method of the protocol as a function of the value.
        for member in proto.members(named: name) where member.isStatic == isStatic || (isStatic && !isExistential && member.isInstanceMethod) {
            // A concrete type's own member stands in place of the requirement it fulfils.
            if case .nominal = base, member.isRequirement, found.contains(where: { $0.rank >= 100 && $0.member.hasSameShape(as: member) }) { continue }
            // So does the library's own, where it takes the very same: `Array.append(contentsOf:)`.
            if case .nominal = base, case .function(let function) = member, function.origin == .standard, found.contains(where: { $0.hides(function, of: proto, self) }) {
                continue
            }
            guard let signature = member.signature else {
                found.append(MemberCandidate(member: member, base: base, rank: rank))
                continue
            }
            let substitution = Specialization([proto.generics.parameters[0]], [base])
            let holds = signature.requirements.allSatisfy { requirement in
                switch requirement {
                case .conformance(let subject, let wanted):
                    if subject.mentionsOnly(proto.generics.parameters[0]) {
                        let known = normalized(substitution(subject))
                        return mightConform(known, to: wanted)
                    }
                    return true
                case .sameType(let left, let right):
                    guard left.mentionsOnly(proto.generics.parameters[0]), right.mentionsOnly(proto.generics.parameters[0]) else { return true }
                    let a = normalized(substitution(left)), b = normalized(substitution(right))
                    return a.hasVariable || b.hasVariable || a == b
                }
            }
            if holds { found.append(MemberCandidate(member: member, base: base, rank: rank + (member.isRequirement ? 0 : signature.requirements.count))) }
        }
    }

    /// Whether the extension that holds the member applies to these generic arguments.
    private func applies(_ member: Member, to nominal: Nominal, _ arguments: [Type]) -> Bool {
        guard let signature = member.signature, !signature.requirements.isEmpty else { return true }
        let substitution = Specialization(nominal.generics.parameters, arguments)
        return signature.requirements.allSatisfy { requirement in
            switch requirement {
            case .conformance(let subject, let wanted):
                guard subject.mentionsOnly(nominal.generics.parameters) else { return true }
                let known = normalized(substitution(subject))
                return mightConform(known, to: wanted)
            case .sameType(let left, let right):
                guard left.mentionsOnly(nominal.generics.parameters), right.mentionsOnly(nominal.generics.parameters) else { return true }
                let a = normalized(substitution(left)), b = normalized(substitution(right))
                return a.hasVariable || b.hasVariable || a == b
            }
        }
    }

    /// Whether what holds the function's declaration applies to a type without open parts.
    func isMember(_ function: Function, of type: Type) -> Bool {
        guard let owner = function.owner else { return true }
        if owner.kind == .proto, !conforms(type, to: owner) { return false }
        let own = owner.generics.parameters
        let substitution = Specialization(own, owner.kind == .proto ? [type] : type.arguments)
        return function.generics.requirements.allSatisfy { requirement in
            switch requirement {
            case .conformance(let subject, let wanted): !subject.mentionsOnly(own) || conforms(normalized(substitution(subject)), to: wanted)
            case .sameType(let left, let right):
                !left.mentionsOnly(own) || !right.mentionsOnly(own) || normalized(substitution(left)) == normalized(substitution(right))
            }
        }
    }

    /// All names after a dot, for near names and completion.
    func memberNames(of type: Type, isStatic: Bool) -> [String] {
        var protocolsSeen: Set<Nominal> = []
        var names: Set<String> = []
        func add(_ nominal: Nominal) {
            for (name, members) in nominal.allMembers where members.contains(where: { $0.isStatic == isStatic }) { names.insert(name) }
        }
        var bounds: [Nominal] = []
        switch type {
        case .nominal(let nominal, _):
            add(nominal)
            bounds = (conformances[nominal] ?? []).map(\.proto)
        case .parameter, .member: bounds = self.bounds(of: type)
        case .existential(let protocols): bounds = protocols
        case .tuple(let elements): return elements.enumerated().map { $1.label ?? String($0) }
        default: break
        }
        for bound in bounds { for proto in protocols(above: bound) where protocolsSeen.insert(proto).inserted { add(proto) } }
        return names.filter { $0 != "init" && $0 != "subscript" && !$0.isOperatorName }.sorted()
    }
}

extension String {
    var isOperatorName: Bool { unicodeScalars.first.map { !$0.properties.isXIDStart && $0 != "_" && $0 != "$" } ?? false }
}

extension Type {
    func mentionsOnly(_ parameters: GenericParameter...) -> Bool { mentionsOnly(parameters) }
    func mentionsOnly(_ parameters: [GenericParameter]) -> Bool {
        !contains { part in if case .parameter(let parameter) = part { !parameters.contains(parameter) } else { false } }
    }
}

extension Member {
    var isStatic: Bool {
        switch self {
        case .function(let function): function.kind == .staticMethod || function.kind == .initializer
        case .computed(let property): property.isStatic
        case .stored: false
        case .enumCase, .type, .alias, .staticStored: true
        }
    }
    var isInstanceMethod: Bool { if case .function(let function) = self { function.kind == .method } else { false } }
    var isRequirement: Bool {
        switch self {
        case .function(let function): function.isRequirement
        case .computed(let property): property.getter.isRequirement
        case .stored, .enumCase, .type, .alias, .staticStored: false
        }
    }
    var isSettableRequirement: Bool { if case .computed(let property) = self { property.getter.isRequirement && property.setter != nil } else { false } }
    var isHidden: Bool {
        switch self {
        case .function(let function): function.origin == .standard && (function.name.hasPrefix("_") || function.labels.contains { $0?.hasPrefix("_") ?? false })
        case .computed(let property): property.getter.origin == .standard && property.name.hasPrefix("_")
        case .stored(let property): property.owner.origin == .standard && property.name.hasPrefix("_")
        case .enumCase, .type, .alias, .staticStored: false
        }
    }
    var signature: GenericSignature? {
        switch self {
        case .function(let function): function.generics
        case .computed(let property): property.getter.generics
        case .stored, .enumCase, .type, .alias, .staticStored: nil
        }
    }
    /// What runs when it is called or read.
    fileprivate var called: Function? {
        switch self {
        case .function(let function): function
        case .computed(let property): property.getter
        case .stored, .enumCase, .type, .alias, .staticStored: nil
        }
    }
    var requirementCount: Int { signature?.requirements.count ?? 0 }

    func hasSameShape(as other: Member) -> Bool {
        switch (self, other) {
        case (.function(let a), .function(let b)): a.kind == b.kind && a.labels == b.labels
        case (.computed(let a), .computed(let b)): a.getter.labels == b.getter.labels
        case (.stored, .computed): true
        default: false
        }
    }
}
