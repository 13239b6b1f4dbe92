// swift-format-ignore-file: most lines are Swift within Swift.

/// Literals, and what makes values of each type.
extension ProgramGenerator {
    func stringLiteral() -> String {
        let contents = [
            "", "a", "b", "abc", "Hello", "hello world", "x y z", "1", "42", "-7", "3.5", "ß", "é", "e\\u{301}", "🐟", "👩‍🚀", "日本", "a,b,,c", "tab\\there", "q\\\"q", "\\\\",
            "line\\nline", "Zebra", "apple",
        ]
        return "\"\(pick(contents))\""
    }

    func integerLiteral() -> String {
        switch below(14) {
        case 0: pick(["0x1F", "0b101", "0o17", "1_000", "100", "255", "127", "-128"])
        case 1: "-\(1 + below(9))"
        case 2: "\(below(1000))"
        default: "\(below(12))"
        }
    }

    func doubleLiteral() -> String {
        switch below(12) {
        case 0: pick(["1e3", "1e16", "1.5e-5", "0.1", "123456789.125", "1e100", "0x1p-2", "100.0", "3.0e0"])
        case 1: "-\(below(10)).\(below(100))"
        default: "\(below(10)).\(pick(["0", "5", "25", "1", "75", "3", "125", "9"]))"
        }
    }

    private func prefixed(_ text: String) -> Expression { Expression(text, text.hasPrefix("-") ? Level.prefix : Level.primary) }

    func literal(_ type: ProgramType, typed: Bool, _ depth: Int) -> Expression {
        switch type {
        case .int: return prefixed(integerLiteral())
        case .double: return prefixed(typed && chance(30) ? "\(below(10))" : doubleLiteral())
        case .float:
            let number = "\(below(100)).\(pick(["5", "25", "1", "3", "0"]))"
            return Expression(typed ? number : chance(50) ? "Float(\(number))" : "(\(number) as Float)")
        case .bool: return Expression(chance(50) ? "true" : "false")
        case .string: return Expression(stringLiteral())
        case .character:
            let character = "\"\(pick(["a", "b", "Z", "é", "🐟", "1", " ", "\\n", "ß", "日"]))\""
            return Expression(typed ? character : "Character(\(character))")
        case .sized(let name):
            let number = name.hasPrefix("U") ? "\(below(120))" : chance(30) ? "-\(below(120))" : "\(below(120))"
            if typed { return prefixed(number) }
            return Expression(chance(60) ? "\(name)(\(number))" : "(\(number) as \(name))")
        case .array(let element):
            let count = depth > 0 ? below(4) : below(2)
            if count == 0 { return Expression(typed ? "[]" : "[\(text(element))]()") }
            let values = "[" + (0 ..< count).map { _ in expression(element, depth - 1, typed: true).text }.joined(separator: ", ") + "]"
            return Expression(typed ? values : "(\(values) as \(text(type)))")
        case .optional(let wrapped):
            if chance(30) { return Expression(typed ? "nil" : "\(at(type)).none") }
            let value = expression(wrapped, depth - 1, typed: true)
            if case .optional = wrapped { return Expression("\(at(type)).some(\(value.text))") }
            if wrapped == .any { return Expression("\(at(type)).some(\(value.text))") }
            return typed ? value : Expression("\(at(type))(\(value.text))")
        case .dictionary(let key, let value):
            let count = below(4)
            if count == 0 { return Expression(typed ? "[:]" : "[\(text(key)): \(text(value))]()") }
            // A key that stands twice is a trap.
            let keys = key == .int ? (0 ..< count).map { "\($0 * 3 + below(3))" } : Array(["\"a\"", "\"k\"", "\"é\"", "\"zz\""].prefix(count))
            let entries = "[" + keys.map { "\($0): \(expression(value, depth - 1, typed: true).text)" }.joined(separator: ", ") + "]"
            return Expression(typed ? entries : "(\(entries) as \(text(type)))")
        case .set(let element):
            let values = "[" + (0 ..< below(4)).map { _ in literal(element, typed: true, 0).text }.joined(separator: ", ") + "]"
            return Expression(typed && chance(50) ? values : "(\(values) as \(text(type)))")
        case .tuple(let elements):
            let values = "(" + elements.map { expression($0, depth - 1, typed: typed).text }.joined(separator: ", ") + ")"
            return Expression(values)
        case .function(let parameters, let result):
            let value = function(parameters, result, isEscaping: true)
            return typed ? value : Expression("(\(value.text) as \(text(type)))")
        case .structure(let index): return construct(structures[index], depth, typed: typed)
        case .enumeration(let index): return construct(enumerations[index], depth, typed: typed)
        case .existential(let index):
            // Fields of types further down may hold the protocol again, those of the first that conforms never do.
            let made = depth > 1 || chance(20) ? pick(protocols[index].conforming) : protocols[index].conforming[0]
            let value = literal(made, typed: false, depth)
            return typed ? value : Expression("(\(value.text) as \(text(type)))")
        case .any:
            let inside = valueType(1)
            let value = inside == .any ? Expression("7") : literal(inside, typed: false, 0)
            if case .optional = inside { return Expression("(\(value.text) as Any)") }
            return typed ? value : Expression("(\(value.text) as Any)")
        }
    }

    /// The type's name where a member follows.
    private func at(_ type: ProgramType) -> String {
        if case .optional(let wrapped) = type { return "Optional<\(text(wrapped))>" }
        return text(type)
    }

    func construct(_ structure: ProgramStructure, _ depth: Int, typed: Bool) -> Expression {
        var arguments: [String] = []
        for (index, field) in structure.fields.enumerated() {
            let label = structure.labels.map { $0[index] } ?? field.name
            if structure.labels == nil, field.hasDefault, !field.isMutable || chance(50) { continue }
            arguments.append((label.map { $0 + ": " } ?? "") + expression(field.type, depth - 1, typed: true).text)
        }
        return Expression("\(typed && chance(20) ? ".init" : structure.name)(\(arguments.joined(separator: ", ")))")
    }

    func construct(_ enumeration: ProgramEnumeration, _ depth: Int, typed: Bool) -> Expression {
        let item = pick(enumeration.cases)
        let name = (typed && chance(70) ? "." : enumeration.name + ".") + item.name
        if item.payload.isEmpty { return Expression(name) }
        return Expression("\(name)(\(item.payload.map { ($0.label.map { $0 + ": " } ?? "") + expression($0.type, depth - 1, typed: true).text }.joined(separator: ", ")))")
    }

    // MARK: Operators and members that give a type

    /// Something made by operators and library calls; nil where there is nothing particular.
    func made(_ type: ProgramType, _ depth: Int, typed: Bool) -> Expression? {
        switch type {
        case .int: integer(depth)
        case .double: double(depth)
        case .float: Expression("(Float(\(at(expression(.int, depth - 1), Level.lowest))) \(pick(["+", "*", "-", "/"])) \(1 + below(5)).5)")
        case .bool: bool(depth)
        case .string: string(depth)
        case .character:
            Expression("\(at(expression(.string, depth - 1), Level.primary)).\(pick(["first", "last", "max()"])) ?? \(literal(.character, typed: true, 0).text)", Level.coalescing)
        case .sized(let name): sized(name, depth)
        case .array(let element): array(element, depth, typed: typed)
        case .optional(let wrapped): optional(wrapped, depth)
        case .dictionary(let key, let value): dictionary(key, value, depth)
        case .set(let element): set(element, depth)
        default: literal(type, typed: typed, depth)
        }
    }

    private func operand(_ type: ProgramType, _ depth: Int, _ level: Int) -> String { at(expression(type, depth - 1), level) }
    private func base(_ type: ProgramType, _ depth: Int) -> String { at(expression(type, depth - 1), Level.primary) }

    private func integer(_ depth: Int) -> Expression {
        switch below(26) {
        case 0 ..< 5:
            return Expression("\(operand(.int, depth, Level.addition)) \(pick(["+", "-", "&+", "&-", "|", "^"])) \(operand(.int, depth, Level.multiplication))", Level.addition)
        case 5, 6:
            let left = operand(.int, depth, Level.multiplication), sign = pick(["*", "&*", "&"])
            // The compiler takes `2 &* 3`, where nothing else is said, for an Int128.
            return Expression("\(sign == "&*" ? "Int(\(left))" : left) \(sign) \(operand(.int, depth, Level.shift))", Level.multiplication)
        case 7: return Expression("\(operand(.int, depth, Level.multiplication)) \(pick(["/", "%"])) \(chance(85) ? "\(2 + below(9))" : base(.int, depth))", Level.multiplication)
        case 8: return Expression("\(operand(.int, depth, Level.prefix)) \(pick(["<<", ">>", "&<<", "&>>"])) \(below(8))", Level.shift)
        case 9: return Expression("\(pick(["-", "~"]))\(base(.int, depth))", Level.prefix)
        case 10: return Expression("\(pick(["max", "min"]))(\(operand(.int, depth, 0)), \(operand(.int, depth, 0)))")
        case 11: return Expression("abs(\(operand(.int, depth, 0)))")
        case 12:
            return Expression(
                "\(base(.int, depth)).\(pick(["signum()", "trailingZeroBitCount", "nonzeroBitCount", "leadingZeroBitCount", "quotientAndRemainder(dividingBy: 7).remainder"]))")
        case 13: return Expression("Int(\(base(.string, depth))) ?? \(operand(.int, depth, Level.coalescing))", Level.coalescing)
        case 14: return Expression("\(base(.string, depth)).\(pick(["count", "utf8.count", "unicodeScalars.count", "utf16.count"]))")
        case 15: return Expression("\(base(.array(.int), depth)).reduce(\(below(4)), \(passed([.int, .int], .int)))")
        case 16:
            let element = pick([ProgramType.int, .string, .double])
            return Expression("\(base(.array(element), depth)).filter(\(passed([element], .bool))).count")
        case 17:
            return Expression(
                "\(base(.array(.int), depth)).\(pick(["max()", "min()", "first", "last", "firstIndex(of: \(below(9)))"])) ?? \(operand(.int, depth, Level.coalescing))",
                Level.coalescing)
        case 18:
            let element = pick([ProgramType.int, .string, .double])
            return Expression("\(base(.array(element), depth)).firstIndex(where: \(passed([element], .bool))) ?? \(0 - below(2))", Level.coalescing)
        case 19: return Expression("Int(exactly: \(base(.double, depth)).rounded()) ?? \(below(9))", Level.coalescing)
        case 20: return Expression("Int(\(pick(["truncatingIfNeeded", "clamping"])): \(operand(.sized(pick(Self.sizes)), depth, 0)))")
        case 21 where !isTopLevel:
            let variables = variables.filter { $0.type == .array(.int) }
            if !variables.isEmpty, chance(60) { return Expression("\(pick(variables).name)[\(chance(50) ? "\(below(3))" : operand(.int, depth, 0))]") }
            return Expression("\(base(.int, depth)) * 1_000_000_007 % 998_244_353", Level.multiplication)
        case 22:
            return Expression(
                "\(base(.int, depth)).\(pick(["addingReportingOverflow(", "multipliedReportingOverflow(by: ", "subtractingReportingOverflow("]))\(below(9))).partialValue")
        case 23: return Expression("[\(operand(.int, depth, 0)), \(operand(.int, depth, 0))].sorted(by: \(pick(["<", ">"])))[\(below(2))]")
        case 24: return Expression("Int(\(literal(.string, typed: true, 0).text), radix: \(pick([2, 8, 16, 36]))) ?? \(below(5))", Level.coalescing)
        default: return Expression("\(operand(.int, depth, Level.addition)) + \(operand(.int, depth, Level.multiplication))", Level.addition)
        }
    }

    private func double(_ depth: Int) -> Expression {
        switch below(12) {
        case 0 ..< 4: return Expression("\(operand(.double, depth, Level.addition)) \(pick(["+", "-"])) \(operand(.double, depth, Level.multiplication))", Level.addition)
        case 4, 5:
            return Expression(
                "\(operand(.double, depth, Level.multiplication)) \(pick(["*", "/"])) \(chance(60) ? pick(["2", "0.5", "3.0", "10"]) : operand(.double, depth, Level.shift))",
                Level.multiplication)
        case 6: return Expression("Double(\(operand(.int, depth, 0))) / \(pick(["3", "7.0", "2", "0.1"]))", Level.multiplication)
        case 7:
            return Expression(
                "\(base(.double, depth)).\(pick(["rounded()", "magnitude", "rounded(.up)", "rounded(.toNearestOrEven)", "rounded(.towardZero)", "truncatingRemainder(dividingBy: 2.5)", "remainder(dividingBy: 3)", "squareRoot()", "nextUp", "ulp", "significand"]))"
            )
        case 8: return Expression("\(pick(["max", "min"]))(\(operand(.double, depth, 0)), \(operand(.double, depth, 0)))")
        case 9:
            return chance(50)
                ? Expression("\(base(.array(.double), depth)).\(pick(["reduce(0, +)", "reduce(1, *)"]))")
                : Expression("\(base(.array(.double), depth)).\(pick(["max() ?? 0", "min() ?? -1.5"]))", Level.coalescing)
        case 10: return Expression("Double(\(base(.string, depth))) ?? \(pick(["0", "-1.5", ".pi"]))", Level.coalescing)
        default: return Expression("-\(base(.double, depth))", Level.prefix)
        }
    }

    private func bool(_ depth: Int) -> Expression {
        switch below(16) {
        case 0 ..< 4:
            let type = pick([ProgramType.int, .int, .double, .string, .character, .sized(pick(Self.sizes))])
            return Expression("\(operand(type, depth, Level.coalescing)) \(pick(["<", ">", "<=", ">=", "==", "!="])) \(operand(type, depth, Level.coalescing))", Level.comparison)
        case 4: return Expression("\(operand(.bool, depth, Level.comparison)) && \(operand(.bool, depth, Level.comparison))", Level.and)
        case 5: return Expression("\(operand(.bool, depth, Level.and)) || \(operand(.bool, depth, Level.and))", Level.or)
        case 6: return Expression("!\(base(.bool, depth))", Level.prefix)
        case 7:
            let type = valueType(1)
            guard isEquatable(type) else { return Expression("\(operand(.int, depth, Level.coalescing)) == \(below(5))", Level.comparison) }
            return Expression("\(operand(type, depth, Level.coalescing)) \(pick(["==", "!="])) \(operand(type, depth, Level.coalescing))", Level.comparison)
        case 8: return Expression("\(base(.array(.int), depth)).contains(\(operand(.int, depth, 0)))")
        case 9: return Expression("(\(below(3)) \(pick(["...", "..<"])) \(3 + below(9))).contains(\(operand(.int, depth, 0)))")
        case 10: return Expression("\(base(.array(.int), depth)).\(pick(["allSatisfy(", "contains(where: "]))\(passed([.int], .bool)))")
        case 11: return Expression("\(base(.string, depth)).\(pick(["hasPrefix", "hasSuffix"]))(\(stringLiteral()))")
        case 12: return Expression("\(operand(.any, depth, Level.cast)) is \(text(pick([.int, .string, .double, .array(.int), .optional(.int), .bool])))", Level.cast)
        case 13: return Expression("\(base(.character, depth)).\(pick(["isLetter", "isNumber", "isWhitespace", "isUppercase", "isASCII", "isPunctuation"]))")
        case 14:
            let comparable = structures.indices.filter { structures[$0].isComparable }
            // In parentheses, since swiftc trips over `let x, 1.5.isNaN` in a condition.
            guard !comparable.isEmpty else { return Expression("(\(base(.double, depth))).isNaN") }
            let type = ProgramType.structure(pick(comparable))
            return Expression("\(operand(type, depth, Level.coalescing)) \(pick(["<", ">=", ">"])) \(operand(type, depth, Level.coalescing))", Level.comparison)
        default:
            return Expression(
                "(\(operand(.int, depth, 0)), \(operand(.string, depth, 0))) \(pick(["<", "==", ">="])) (\(operand(.int, depth, 0)), \(operand(.string, depth, 0)))",
                Level.comparison)
        }
    }

    private func string(_ depth: Int) -> Expression {
        switch below(18) {
        case 0, 1: return Expression("\(operand(.string, depth, Level.addition)) + \(operand(.string, depth, Level.multiplication))", Level.addition)
        case 2 ..< 6:
            var text = "\""
            for _ in 0 ... below(3) {
                let type = valueType(1)
                text += pick(["", " ", "=", ", ", "<"]) + "\\(\(expression(type == .any ? .int : type, depth - 1).text))"
            }
            // A closure of several lines does not stand in a string.
            return text.contains("\n") ? Expression(stringLiteral()) : Expression(text + "\"")
        case 6: return Expression("\(base(.string, depth)).\(pick(["uppercased()", "lowercased()"]))")
        case 7:
            return Expression(
                "String(\(base(.string, depth)).\(pick(["reversed()", "prefix(2)", "dropFirst()", "dropLast(2)", "suffix(3)", "filter({ $0 != \"a\" })", "sorted()"])))")
        case 8: return Expression("String(repeating: \(operand(.string, depth, 0)), count: \(below(4)))")
        case 9: return Expression("String(\(operand(.int, depth, 0)), radix: \(pick([2, 8, 16, 36])))")
        case 10: return Expression("\(base(.array(.string), depth)).joined(\(pick(["", "separator: \", \"", "separator: \"-\""])))")
        case 11:
            let type = valueType(1)
            return Expression("String(describing: \(operand(type, depth, 0)))")
        case 12:
            let type = valueType(1)
            return Expression("String(reflecting: \(operand(type == .any ? .string : type, depth, 0)))")
        case 13: return Expression("\(base(.string, depth)).split(separator: \(pick(["\" \"", "\",\"", "\"a\""]))).map(String.init).joined(separator: \"|\")")
        case 14: return Expression("\(base(.string, depth)).map({ String($0) }).\(pick(["reversed()", "sorted()"])).joined()")
        case 15: return Expression("\(base(pick([.int, .double, .bool]), depth)).description")
        default: return Expression("\(operand(.string, depth, Level.addition)) + \(stringLiteral())", Level.addition)
        }
    }

    private func sized(_ name: String, _ depth: Int) -> Expression {
        let type = ProgramType.sized(name)
        switch below(8) {
        case 0, 1: return Expression("\(operand(type, depth, Level.addition)) \(pick(["&+", "&-", "|", "^"])) \(operand(type, depth, Level.multiplication))", Level.addition)
        case 2: return Expression("\(operand(type, depth, Level.multiplication)) \(pick(["&*", "&", "/", "%"])) \(3 + below(9))", Level.multiplication)
        case 3: return Expression("\(operand(type, depth, Level.prefix)) \(pick(["<<", ">>", "&<<", "&>>"])) \(below(10))", Level.shift)
        case 4: return Expression("\(name)(\(pick(["truncatingIfNeeded", "clamping"])): \(operand(.int, depth, 0)))")
        case 5: return Expression("\(name)(exactly: \(operand(.int, depth, 0))) ?? \(below(100))", Level.coalescing)
        case 6 where !isTopLevel: return Expression("\(operand(type, depth, Level.addition)) \(pick(["+", "-"])) \(operand(type, depth, Level.multiplication))", Level.addition)
        case 7: return Expression("\(name)(truncatingIfNeeded: \(base(type, depth)).\(pick(["byteSwapped", "nonzeroBitCount", "leadingZeroBitCount", "magnitude"])))")
        default: return Expression("~\(base(type, depth))", Level.prefix)
        }
    }

    private func array(_ element: ProgramType, _ depth: Int, typed: Bool) -> Expression? {
        let type = ProgramType.array(element)
        switch below(14) {
        case 0: return Expression("\(operand(type, depth, Level.addition)) + \(operand(type, depth, Level.multiplication))", Level.addition)
        case 1, 2:
            let source = pick([ProgramType.int, .string, .double, .int])
            return Expression("\(base(.array(source), depth)).map(\(passed([source], element)))")
        case 3: return Expression("(\(below(2)) ..< \(2 + below(3))).map(\(passed([.int], element)))")
        case 4: return Expression("\(base(type, depth)).filter(\(passed([element], .bool)))")
        case 5: return Expression("Array(\(base(type, depth)).\(pick(["reversed()", "dropFirst()", "dropLast()", "prefix(2)", "suffix(2)", "dropFirst().prefix(1)"])))")
        case 6 where isComparable(element): return Expression("\(base(type, depth)).sorted(\(pick(["", "by: >", "by: <"])))")
        case 7: return Expression("Array(repeating: \(operand(element, depth, 0)), count: \(below(4)))")
        case 8:
            if case .optional = element { return nil }
            let source = pick([ProgramType.int, .string])
            return Expression("\(base(.array(source), depth)).compactMap(\(closureText([source], .optional(element), isEscaping: false, resultTyped: false)))")
        case 9: return Expression("\(base(.array(.int), depth)).flatMap(\(closureText([.int], type, isEscaping: false, resultTyped: false)))")
        case 10 where element == .string: return Expression("\(base(.string, depth)).split(separator: \(pick(["\" \"", "\",\""]))).map(String.init)")
        case 10 where element == .character: return Expression("Array(\(operand(.string, depth, 0)))")
        case 10 where element == .int: return Expression("Array(stride(from: \(below(5)), \(pick(["to", "through"])): \(below(12)), by: \(1 + below(3))))")
        case 11: return Expression("\(base(type, depth)).\(pick(["prefix", "drop"]))(while: \(passed([element], .bool))).map({ $0 })")
        case 12:
            return Expression(
                "zip(\(operand(.array(.int), depth, 0)), \(operand(.array(.string), depth, 0))).map(\(closureText([.int, .string], element, isEscaping: false, resultTyped: false)))"
            )
        case 13: return Expression("Array(\(base(.array(.int), depth)).lazy.\(pick(["map", "map"]))(\(kept([.int], element))))")
        default: return nil
        }
    }

    private func optional(_ wrapped: ProgramType, _ depth: Int) -> Expression? {
        if case .optional = wrapped { return nil }
        if wrapped == .any { return nil }
        switch below(8) {
        case 0: return Expression("\(base(.array(wrapped), depth)).\(pick(["first", "last"]))")
        case 1: return Expression("\(base(.array(wrapped), depth)).first(where: \(passed([wrapped], .bool)))")
        case 2: return Expression("\(base(.optional(.int), depth)).map(\(passed([.int], wrapped)))")
        case 3: return Expression("\(base(.optional(.string), depth)).flatMap(\(closureText([.string], .optional(wrapped), isEscaping: false, resultTyped: false)))")
        case 4 where isComparable(wrapped): return Expression("\(base(.array(wrapped), depth)).\(pick(["max()", "min()", "sorted().first"]))")
        case 5 where wrapped == .int: return Expression("Int(\(operand(.string, depth, 0)))")
        case 5 where wrapped == .double: return Expression("Double(\(operand(.string, depth, 0)))")
        case 5 where wrapped == .string: return Expression("\(base(.optional(.character), depth)).map(String.init)")
        case 6:
            if case .existential = wrapped { return nil }
            return Expression("\(operand(.any, depth, Level.cast)) as? \(text(wrapped))", Level.cast)
        default: return nil
        }
    }

    private func dictionary(_ key: ProgramType, _ value: ProgramType, _ depth: Int) -> Expression? {
        let type = ProgramType.dictionary(key, value)
        switch below(6) {
        case 0: return Expression("\(base(type, depth)).filter({ $0.key != \(literal(key, typed: true, 0).text) })")
        case 1: return Expression("\(base(type, depth)).mapValues(\(passed([value], value)))")
        case 2: return Expression("\(base(type, depth)).merging(\(operand(type, depth, 0)), uniquingKeysWith: { \(pick(["old, _ in old", "_, new in new"])) })")
        default: return nil
        }
    }

    private func set(_ element: ProgramType, _ depth: Int) -> Expression? {
        let type = ProgramType.set(element)
        switch below(4) {
        case 0: return Expression("\(base(type, depth)).\(pick(["union", "intersection", "subtracting", "symmetricDifference"]))(\(operand(type, depth, 0)))")
        case 1: return Expression("Set(\(operand(.array(element), depth, 0)))")
        case 2: return Expression("\(base(type, depth)).filter(\(passed([element], .bool)))")
        default: return nil
        }
    }
}
