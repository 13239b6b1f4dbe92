/// That a type has what the protocols it names require.
extension Checker {
    /// Looks at the conformances that this cell states. Free operator functions count, so all declarations must be known.
    func checkConformances(of nominal: Nominal) {
        guard source >= 0, nominal.kind != .proto else { return }
        for conformance in conformances[nominal] ?? [] {
            guard let place = conformance.place, place.source == source else { continue }
            // What the library's own types have of its protocols may be native.
            if nominal.isOpaque, conformance.proto.origin == .standard { continue }
            let saved = signatures
            signatures = [nominal.generics, GenericSignature(parameters: [], requirements: conformance.requirements)]
            defer { signatures = saved }
            // A type made from string literals is made from the smaller literals by the same initializer.
            let isFromStrings = inherits(conformance.proto, from: standardType("ExpressibleByStringLiteral"))
            for proto in protocols(above: conformance.proto)
            where !isFromStrings || !["ExpressibleByUnicodeScalarLiteral", "ExpressibleByExtendedGraphemeClusterLiteral"].contains(proto.name) {
                var missing: [Note] = []
                for name in proto.requirementNames.sorted() where !(proto.origin == .standard && name.hasPrefix("_")) {
                    for member in proto.members(named: name) where member.isRequirement && !isFulfilled(member, named: name, of: proto, by: nominal) {
                        if let (near, wanted) = labelled(member, of: nominal) {
                            report(
                                at: Int(near.place.offset),
                                "\(near.kind == .initializer ? "initializer" : "instance method") '\(near.shownName)' has different argument labels from those required by protocol '\(proto.name)' ('\(wanted.shownName)')",
                                notes: [Note("requirement '\(wanted.shownName)' declared here", at: wanted.place)])
                        } else if let failable = failable(member, of: nominal) {
                            report(
                                at: Int(failable.place.offset),
                                "non-failable initializer requirement '\(failable.shownName)' cannot be satisfied by a failable initializer ('init?')", notes: [])
                        } else {
                            missing.append(Note(asked(by: member, named: name, nominal), at: member.place))
                        }
                    }
                }
                // What is written and read field by field needs fields that can be.
                let isCoding = proto.origin == .standard && ["Encodable", "Decodable"].contains(proto.name)
                guard !missing.isEmpty || !hasFitting(proto, nominal) || (isCoding && !canDerive(proto.name, for: nominal)) else { continue }
                // Of a library protocol there is no place to show.
                let notes = missing.map { ($0.place?.source ?? 0) > 0 ? $0 : Note($0.message) }
                report(at: Int(place.offset), "type '\(nominal.selfType)' does not conform to protocol '\(proto.name)'", notes: notes)
            }
        }
    }

    /// What a protocol wants, with `Self` put in.
    private func asked(by requirement: Member, named name: String, _ nominal: Nominal) -> String {
        func shown(_ type: Type) -> Type {
            guard let proto = requirement.owner else { return type }
            return Specialization(proto.generics.parameters, [nominal.selfType])(type)
        }
        switch requirement {
        case .function(let function) where function.kind == .initializer:
            let parameters = function.parameters.map { ($0.label.map { $0 + ": " } ?? "") + shown($0.type).description }
            return "protocol requires initializer '\(function.fullName)' with type '(\(parameters.joined(separator: ", ")))'"
        case .function(let function): return "protocol requires function '\(function.fullName)' with type '\(shown(function.signatureType))'"
        case .computed(let property) where name == "subscript": return "protocol requires subscript with type '\(shown(property.getter.signatureType))'"
        case .computed(let property): return "protocol requires property '\(name)' with type '\(shown(property.type))'"
        default: return "protocol requires '\(name)'"
        }
    }

    private func isFulfilled(_ requirement: Member, named name: String, of proto: Nominal, by nominal: Nominal) -> Bool {
        let this = nominal.selfType
        switch requirement {
        case .function(let function):
            let callee = Callee(function: function, typeArguments: [this] + function.generics.parameters.dropFirst().map(Type.parameter))
            if let found = declaredWitness(for: callee, proto: proto, this: this) { return !found.function.isPrivate || !name.isOperatorName || found.function.owner != nominal }
            let wanted = normalized(Specialization(proto.generics.parameters, [this])(function.signatureType))
            // Where an associated type is not found out, or a generic function has conditions of its own, the name must do.
            let isOpen = proto.origin == .standard && (wanted.hasError || function.generics.parameters.count > proto.generics.parameters.count)
            if name.isOperatorName {
                let isDeclared = operators(named: name).contains { found in
                    guard !found.isRequirement, found.owner == nil, found.parameters.contains(where: { $0.type.nominal == nominal }) else { return false }
                    return found.generics.parameters.isEmpty ? found.signatureType.isReturning(of: wanted) : true
                }
                if isDeclared { return true }
            }
            let isStatic = function.kind == .staticMethod || function.kind == .initializer
            return members(named: name, of: this, isStatic: isStatic).contains { candidate in
                switch candidate.member {
                case .function(let found):
                    (isOpen || isUnfailing(found, for: function, wanted)) && !found.isRequirement && found.labels == function.labels && (!found.isMutating || function.isMutating)
                        && (function.kind == .initializer || couldReturn(found.result, for: function.result))
                case .enumCase(let found): isStatic && found.payload.map(\.label) == function.labels
                default: false
                }
            }
        case .computed(let property):
            let wanted = normalized(Specialization(proto.generics.parameters, [this])(property.type))
            return members(named: name, of: this, isStatic: property.isStatic).contains { candidate in
                guard !candidate.member.isRequirement else { return false }
                let isSettable: Bool
                switch candidate.member {
                case .stored(let found): isSettable = found.isMutable
                case .computed(let found): isSettable = found.setter != nil
                case .staticStored(let found): isSettable = found.isMutable
                case .enumCase: isSettable = false
                case .function, .type, .alias: return false
                }
                if property.setter != nil, !isSettable { return false }
                if case .computed(let found) = candidate.member, !isTaken(property.getter.parameters, by: found, of: proto, this) { return false }
                guard let type = type(of: candidate) else { return true }
                return type == wanted || type.hasError || wanted.hasError
            }
        default: return true
        }
    }

    /// Whether a subscript takes the indices that a protocol asks for.
    private func isTaken(_ asked: [Parameter], by found: Property, of proto: Nominal, _ this: Type) -> Bool {
        guard !asked.isEmpty, let owner = found.getter.owner else { return true }
        guard found.getter.parameters.count == asked.count, found.getter.generics.parameters.count == owner.generics.parameters.count else { return false }
        let there = Specialization(proto.generics.parameters, [this])
        let here = owner.kind == .proto ? Specialization(owner.generics.parameters, [this]) : Specialization()
        return zip(found.getter.parameters, asked).allSatisfy { given, asked in
            let (given, asked) = (normalized(here(given.type)), normalized(there(asked.type)))
            return given == asked || given.hasError || asked.hasError
        }
    }

    /// An initializer that always makes a value stands for one that may not.
    private func isUnfailing(_ found: Function, for requirement: Function, _ wanted: Type) -> Bool {
        guard requirement.kind == .initializer, requirement.isFailable, found.kind == .initializer, !found.isFailable, case .function(let asked) = wanted else { return false }
        return found.parameters.map(\.type) == asked.parameters.map(\.type)
    }

    /// What a type that is made from literals may be handed them as.
    private static let literals: [String: (name: String, types: Set<String>)] = [
        "ExpressibleByIntegerLiteral": ("IntegerLiteralType", Solver.integers.union(Solver.floats)), "ExpressibleByFloatLiteral": ("FloatLiteralType", Solver.floats),
        "ExpressibleByBooleanLiteral": ("BooleanLiteralType", ["Bool"]), "ExpressibleByStringLiteral": ("StringLiteralType", ["String"]),
    ]

    /// Whether the types that take the places of the associated ones are what the protocol asks of them.
    private func hasFitting(_ proto: Nominal, _ nominal: Nominal) -> Bool {
        if proto.origin == .standard, let (name, literals) = Self.literals[proto.name] {
            let type = associatedType(name, of: nominal.selfType)
            if !type.hasError, !type.hasParameter, !literals.contains(type.standardName ?? "") { return false }
        }
        let substitution = Specialization(proto.generics.parameters, [nominal.selfType])
        return proto.generics.requirements.allSatisfy { requirement in
            guard case .conformance(let subject, let bound) = requirement else { return true }
            let known = normalized(substitution(subject))
            return known.hasError || known.hasParameter || conforms(known, to: bound)
        }
    }

    /// Whether a result may be that of a requirement: an Optional where one is required, and what the requirement names outright.
    private func couldReturn(_ found: Type, for wanted: Type) -> Bool {
        if wanted.optionalPayload != nil { return found.optionalPayload != nil || found.hasError }
        if case .nominal(_, let arguments) = wanted, arguments.isEmpty, !found.hasParameter, !found.hasError { return found == wanted }
        return true
    }

    /// An initializer that may fail where the one required may not.
    private func failable(_ requirement: Member, of nominal: Nominal) -> Function? {
        guard case .function(let wanted) = requirement, wanted.kind == .initializer, !wanted.isFailable else { return nil }
        for case .function(let found) in nominal.members(named: "init")
        where found.isFailable && found.labels == wanted.labels && found.parameters.map(\.type) == wanted.parameters.map(\.type) { return found }
        return nil
    }

    /// A method that differs from the requirement in its labels alone.
    private func labelled(_ requirement: Member, of nominal: Nominal) -> (Function, Function)? {
        guard case .function(let wanted) = requirement, wanted.kind == .method || wanted.kind == .initializer else { return nil }
        let there = wanted.owner.map { Specialization($0.generics.parameters, [nominal.selfType]) } ?? Specialization()
        let parameters = wanted.parameters.map { normalized(there($0.type)) }
        for case .function(let found) in nominal.members(named: wanted.name)
        where found.kind == wanted.kind && found.labels != wanted.labels && found.parameters.map(\.type) == parameters
            && (found.kind == .initializer || found.result == normalized(there(wanted.result)))
        {
            return (found, wanted)
        }
        return nil
    }
}

extension Member {
    /// The type or protocol that declares it.
    fileprivate var owner: Nominal? {
        switch self {
        case .function(let function): function.owner
        case .computed(let property): property.getter.owner
        case .stored(let property): property.owner
        case .enumCase(let enumCase): enumCase.owner
        case .type, .alias, .staticStored: nil
        }
    }
}
