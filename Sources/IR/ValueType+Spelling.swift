extension ValueType {
    /// As Swift prints the type: `Array<Int>`, `Optional<Point>`, `(Int, Double)`.
    package var spelled: String { spelling(qualified: false) }

    /// With `qualified`, as Swift prints it inside a collection or with `String(reflecting:)`: `Swift.Array<Swift.Int>`, `main.Point`.
    package func spelling(qualified: Bool) -> String {
        let standard = qualified ? "Swift." : ""
        switch self {
        case .integer(let kind): return standard + kind.rawValue
        case .double: return standard + "Double"
        case .float: return standard + "Float"
        case .bool: return standard + "Bool"
        case .string: return standard + "String"
        case .character: return standard + "Character"
        case .tuple(let elements):
            let parts = elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.spelling(qualified: qualified) }
            return "(" + parts.joined(separator: ", ") + ")"
        case .optional(let type): return standard + "Optional<\(type.spelling(qualified: qualified))>"
        case .array(let type): return standard + "Array<\(type.spelling(qualified: qualified))>"
        case .set(let type): return standard + "Set<\(type.spelling(qualified: qualified))>"
        case .dictionary(let key, let value):
            return standard + "Dictionary<\(key.spelling(qualified: qualified)), \(value.spelling(qualified: qualified))>"
        case .nominal(let type):
            // `Dictionary<Int, String>.Keys`, or `Keys` alone.
            var rest = type.arguments[...]
            let parts = zip(type.name.split(separator: "."), type.argumentCounts).map { name, count -> String in
                defer { rest = rest.dropFirst(count) }
                return String(name) + ValueType.list(Array(rest.prefix(count)), qualified)
            }
            return qualified ? type.module + "." + parts.joined(separator: ".") : parts.last ?? ""
        case .native(let name, let arguments): return (qualified ? "Engram." : "") + name + ValueType.list(arguments, qualified)
        case .function(let spelling): return spelling
        case .existential(let names): return names.isEmpty ? "Any" : names.joined(separator: " & ")
        case .metatype(let type): return type.spelling(qualified: qualified) + ".Type"
        }
    }

    private static func list(_ arguments: [ValueType], _ qualified: Bool) -> String {
        arguments.isEmpty ? "" : "<" + arguments.map { $0.spelling(qualified: qualified) }.joined(separator: ", ") + ">"
    }
}
