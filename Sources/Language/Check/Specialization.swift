/// Replaces generic parameters by types.
struct Specialization {
    var map: [GenericParameter: Type] = [:]

    init() {}
    init(_ parameters: [GenericParameter], _ arguments: [Type]) {
        for (parameter, argument) in zip(parameters, arguments) { map[parameter] = argument }
    }

    func callAsFunction(_ type: Type) -> Type {
        if map.isEmpty { return type }
        return type.mapped { part in
            if case .parameter(let parameter) = part { return map[parameter] }
            return nil
        }
    }
}

extension Type {
    /// Rebuilds the type; where `change` gives a type, that stands in place of the part it was given.
    func mapped(_ change: (Type) -> Type?) -> Type {
        if let changed = change(self) { return changed }
        switch self {
        case .nominal(let nominal, let arguments):
            return arguments.isEmpty ? self : .nominal(nominal, arguments.map { $0.mapped(change) })
        case .tuple(let elements):
            return elements.isEmpty ? self : .tuple(elements.map { TupleElement(label: $0.label, type: $0.type.mapped(change)) })
        case .function(var function):
            for index in function.parameters.indices {
                function.parameters[index].type = function.parameters[index].type.mapped(change)
            }
            function.result = function.result.mapped(change)
            return .function(function)
        case .member(let base, let name): return .member(base.mapped(change), name)
        case .metatype(let type): return .metatype(type.mapped(change))
        case .parameter, .existential, .variable, .error: return self
        }
    }

    /// Whether any part fulfils the condition.
    func contains(where condition: (Type) -> Bool) -> Bool {
        if condition(self) { return true }
        switch self {
        case .nominal(_, let arguments): return arguments.contains { $0.contains(where: condition) }
        case .tuple(let elements): return elements.contains { $0.type.contains(where: condition) }
        case .function(let function):
            return function.result.contains(where: condition) || function.parameters.contains { $0.type.contains(where: condition) }
        case .member(let base, _): return base.contains(where: condition)
        case .metatype(let type): return type.contains(where: condition)
        case .parameter, .existential, .variable, .error: return false
        }
    }

    var hasError: Bool { contains { if case .error = $0 { true } else { false } } }
    var hasVariable: Bool { contains { if case .variable = $0 { true } else { false } } }
    var hasParameter: Bool { contains { if case .parameter = $0 { true } else { false } } }

    var nominal: Nominal? { if case .nominal(let nominal, _) = self { nominal } else { nil } }
    var arguments: [Type] { if case .nominal(_, let arguments) = self { arguments } else { [] } }
    /// A tuple or a function, which no protocol is for.
    var isStructural: Bool {
        switch self {
        case .tuple, .function: true
        default: false
        }
    }
    /// A type that nothing is known of.
    var isOpenParameter: Bool { if case .variable(let variable) = self { variable.literal == nil } else { false } }
    var isVoid: Bool { if case .tuple(let elements) = self { elements.isEmpty } else { false } }
    var isAny: Bool { if case .existential(let protocols) = self { protocols.isEmpty } else { false } }
    var function: FunctionType? { if case .function(let function) = self { function } else { nil } }

    /// The nominal's name, for the standard types that the checker knows by name.
    var standardName: String? {
        if case .nominal(let nominal, _) = self, nominal.origin == .standard { return nominal.name }
        return nil
    }
    /// `AnyHashable`, which values convert to as they do to `Any`.
    var isErasedKey: Bool { standardName == "AnyHashable" }
    /// `Any`, `any P`, `AnyHashable`.
    var isErasing: Bool { if case .existential = self { true } else { isErasedKey } }
    /// The protocols that a value must conform to, to be one of this type.
    var wantedProtocols: [String]? {
        if case .existential(let protocols) = self, !protocols.isEmpty { return protocols.map(\.name) }
        return isErasedKey ? ["Hashable"] : nil
    }
    var optionalPayload: Type? { standardName == "Optional" ? arguments.first : nil }
}
