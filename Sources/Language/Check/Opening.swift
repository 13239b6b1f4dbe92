/// A value of type `any P` given where a generic function wants a `T: P`: the call takes the type of the value for T.
///
/// T then stands as `any P` in the call's type arguments, which nothing else leaves there, and the lowering calls the function made for the type that the value
/// has when the call is made. As in Swift, exactly one argument must be of type T itself, and the result may be T, which the caller sees as `any P` again.
extension Function {
    /// The parameter of the function whose type alone tells what the generic parameter stands for; nil where more than that speaks of it.
    func opens(_ generic: GenericParameter) -> Int? {
        guard generics.parameters.dropFirst(owner?.generics.parameters.count ?? 0).contains(generic) else { return nil }
        guard !isLocal, !isNative, !isRequirement, isOperatorFixity == nil else { return nil }
        let places = parameters.indices.filter { mentions(parameters[$0].type, generic) }
        guard places.count == 1, let place = places.first, parameters[place].type == .parameter(generic) else { return nil }
        guard !parameters[place].isInout, !parameters[place].isVariadic, !parameters[place].isAutoclosure else { return nil }
        let given = result.optionalPayload ?? (result.standardName == "Array" ? result.arguments[0] : result)
        guard given == .parameter(generic) || !mentions(result, generic) else { return nil }
        let isAskedMore = generics.requirements.contains { requirement in
            switch requirement {
            case .conformance(let subject, _): subject != .parameter(generic) && mentions(subject, generic)
            case .sameType(let left, let right): mentions(left, generic) || mentions(right, generic)
            }
        }
        return isAskedMore ? nil : place
    }

    private func mentions(_ type: Type, _ generic: GenericParameter) -> Bool { type.contains { $0 == .parameter(generic) } }
}

extension Function {
    /// Whether a member of a protocol is given what only the type behind an `any P` tells: a `Self`, or an associated type of it.
    var takesSelfOrAssociated: Bool {
        guard let owner, owner.kind == .proto, let this = owner.generics.parameters.first else { return false }
        return parameters.contains { parameter in
            if case .function = parameter.type { return false }
            return parameter.type.contains { $0 == .parameter(this) }
        }
    }
}

extension Callee {
    /// The parameter whose argument decides, when the call is made, which function runs, and the position of the generic parameter that it is of.
    var opened: (parameter: Int, generic: Int)? {
        let inherited = function.owner?.generics.parameters.count ?? 0
        for (position, generic) in function.generics.parameters.enumerated().dropFirst(inherited) where position < typeArguments.count {
            guard case .existential = typeArguments[position], generic.bounds.contains(where: { $0.name != "Error" }), let parameter = function.opens(generic) else { continue }
            return (parameter, position)
        }
        return nil
    }
}

extension Checker {
    /// Whether what is known of a value in an existential makes its type conform.
    func opened(_ protocols: [Nominal], conformTo proto: Nominal) -> Bool { protocols.contains { inherits($0, from: proto) } }
}
