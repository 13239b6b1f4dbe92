/// Types as swiftc spells them in its messages.
extension Type: CustomStringConvertible {
    var description: String {
        switch self {
        case .nominal(let nominal, let arguments):
            if nominal.origin == .standard {
                switch (nominal.name, arguments.count) {
                case ("Array", 1): return "[\(arguments[0])]"
                case ("Dictionary", 2): return "[\(arguments[0]) : \(arguments[1])]"
                case ("Optional", 1): return arguments[0].asOperand + "?"
                default: break
                }
            }
            if nominal.kind == .proto { return "any " + nominal.qualifiedName }
            if let parent = nominal.parent, parent.kind != .proto, !parent.generics.parameters.isEmpty, arguments.count >= parent.generics.parameters.count {
                // The arguments of the enclosing type stand with that.
                let outer = parent.generics.parameters.count
                let own = arguments.dropFirst(outer).map(\.description).joined(separator: ", ")
                let enclosing = parent.qualifiedName + "<" + arguments.prefix(outer).map(\.description).joined(separator: ", ") + ">"
                return enclosing + "." + nominal.name + (own.isEmpty ? "" : "<\(own)>")
            }
            return nominal.qualifiedName + (arguments.isEmpty ? "" : "<" + arguments.map(\.description).joined(separator: ", ") + ">")
        case .tuple(let elements):
            return "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.description }.joined(separator: ", ") + ")"
        case .function(let function):
            let parameters = function.parameters.map {
                ($0.isInout ? "inout " : "") + ($0.isAutoclosure ? "@autoclosure () -> " : "") + $0.type.description + ($0.isVariadic ? "..." : "")
            }
            let result = function.result.isVoid ? "()" : function.result.description
            return "(" + parameters.joined(separator: ", ") + ")" + (function.isThrowing ? " throws" : "") + " -> " + result
        case .parameter(let parameter): return parameter.name
        case .member(let base, let name): return "\(base).\(name)"
        case .existential(let protocols):
            return protocols.isEmpty ? "Any" : "any " + protocols.map(\.name).joined(separator: " & ")
        case .metatype(let type): return type.asOperand + ".Type"
        case .variable(let variable):
            if let binding = variable.binding { return binding.description }
            switch variable.literal {
            case .integer: return "Int"
            case .floating: return "Double"
            case .string: return "String"
            case .boolean: return "Bool"
            case .character: return "String"
            case .nilLiteral: return "nil"
            case .array: return "Array"
            case .dictionary: return "Dictionary"
            case nil: return "_"
            }
        case .error: return "<<error type>>"
        }
    }

    /// With parentheses where a postfix `?` or `.Type` would read wrongly.
    private var asOperand: String {
        switch self {
        case .function: return "(\(self))"
        case .existential(let protocols) where !protocols.isEmpty: return "(\(self))"
        default: return description
        }
    }
}
