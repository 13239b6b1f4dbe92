/// That a type has what the protocols it names require.
extension Checker {
    /// Looks at the conformances that this cell states. Free operator functions count, so all declarations must be known.
    func checkConformances(of nominal: Nominal) {
        guard source >= 0, nominal.kind != .proto, !nominal.isOpaque else { return }
        for conformance in conformances[nominal] ?? [] {
            guard let place = conformance.place, place.source == source else { continue }
            let saved = signatures
            signatures = [nominal.generics, GenericSignature(parameters: [], requirements: conformance.requirements)]
            defer { signatures = saved }
            // A type made from string literals is made from the smaller literals by the same initializer.
            let isFromStrings = inherits(conformance.proto, from: standardType("ExpressibleByStringLiteral"))
            for proto in protocols(above: conformance.proto)
            where !isFromStrings || !["ExpressibleByUnicodeScalarLiteral", "ExpressibleByExtendedGraphemeClusterLiteral"].contains(proto.name) {
                for name in proto.requirementNames.sorted() where !(proto.origin == .standard && name.hasPrefix("_")) {
                    for member in proto.members(named: name) where member.isRequirement && !isFulfilled(member, named: name, of: proto, by: nominal) {
                        if let (near, wanted) = labelled(member, of: nominal) {
                            report(
                                at: Int(near.place.offset),
                                "instance method '\(near.shownName)' has different argument labels from those required by protocol '\(proto.name)' ('\(wanted.shownName)')")
                        } else {
                            report(at: Int(place.offset), "type '\(nominal.qualifiedName)' does not conform to protocol '\(proto.name)'")
                        }
                    }
                }
            }
        }
    }

    private func isFulfilled(_ requirement: Member, named name: String, of proto: Nominal, by nominal: Nominal) -> Bool {
        let this = nominal.selfType
        switch requirement {
        case .function(let function):
            if proto.origin != .standard {
                let wanted = Callee(function: function, typeArguments: [this] + function.generics.parameters.dropFirst().map(Type.parameter))
                if declaredWitness(for: wanted, proto: proto, this: this) != nil { return true }
            }
            if name.isOperatorName, operators(named: name).contains(where: { !$0.isRequirement && $0.owner == nil && $0.parameters.contains { $0.type.nominal == nominal } }) {
                return true
            }
            let isStatic = function.kind == .staticMethod || function.kind == .initializer
            return members(named: name, of: this, isStatic: isStatic).contains { candidate in
                switch candidate.member {
                case .function(let found):
                    // The standard library's own protocols are fulfilled by name: their types say things that no cell can.
                    proto.origin == .standard && !found.isRequirement && found.labels == function.labels && (!found.isMutating || function.isMutating)
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
                guard proto.origin != .standard, let type = type(of: candidate) else { return true }
                return type == wanted || type.hasError || wanted.hasError
            }
        default: return true
        }
    }

    /// A method that differs from the requirement in its labels alone.
    private func labelled(_ requirement: Member, of nominal: Nominal) -> (Function, Function)? {
        guard case .function(let wanted) = requirement, wanted.kind == .method else { return nil }
        for case .function(let found) in nominal.members(named: wanted.name)
        where found.kind == .method && found.labels != wanted.labels && found.parameters.map(\.type) == wanted.parameters.map(\.type) && found.result == wanted.result {
            return (found, wanted)
        }
        return nil
    }
}
