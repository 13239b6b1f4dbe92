// swift-format-ignore-file: most lines are Swift within Swift.

/// Expressions of a wanted type.
extension ProgramGenerator {
    /// - Parameter typed: the context says the type, so that literals and implicit members may stand alone.
    func expression(_ type: ProgramType, _ depth: Int, typed: Bool = false) -> Expression {
        nodes += 1
        if depth <= 0 || nodes > 6 { return leaf(type, typed: typed) }
        switch below(20) {
        case 11 ..< 15: return leaf(type, typed: typed)
        case 0 ..< 4: if let found = path(to: type) { return found }
        case 4: if case .function = type { break } else { return ternary(type, depth, typed: typed) }
        case 5, 6: if let call = call(returning: type, depth) { return call }
        case 7: if let value = optionalValue(type, depth) { return value }
        case 8: if type.isOrdered { return Expression("trace_\(tag)(\(label()), \(expression(type, depth - 1, typed: false).text))") }
        case 9: if let cast = cast(type, depth) { return cast }
        case 10: if case .function = type { break } else if let inner = immediate(type, depth) { return inner }
        default: break
        }
        return made(type, depth, typed: typed) ?? leaf(type, typed: typed)
    }

    /// A value of its own, or a variable.
    func leaf(_ type: ProgramType, typed: Bool) -> Expression {
        if chance(65) {
            let fitting = variables.filter { $0.type == type }
            if !fitting.isEmpty { return Expression(pick(fitting).name) }
            if chance(60), let found = path(to: type) { return found }
        }
        return literal(type, typed: typed, 1)
    }

    private func label() -> String { "\"\(pick(["a", "b", "c", "left", "right", "é", "x\\ty"]))\"" }

    private func ternary(_ type: ProgramType, _ depth: Int, typed: Bool) -> Expression {
        let test = expression(.bool, depth - 1)
        return Expression(
            "\(at(test, Level.or)) ? \(at(expression(type, depth - 1, typed: typed), Level.coalescing)) : \(at(expression(type, depth - 1, typed: typed), Level.ternary))",
            Level.ternary)
    }

    /// `a ?? b`, `a!` of something that is there.
    private func optionalValue(_ type: ProgramType, _ depth: Int) -> Expression? {
        if case .function = type { return nil }
        if case .optional = type { return nil }
        if case .any = type { return nil }
        let value = expression(type, depth - 1)
        if let found = path(to: .optional(type)) { return Expression("\(at(found, Level.cast)) ?? \(at(value, Level.coalescing))", Level.coalescing) }
        guard chance(50) else { return nil }
        return Expression("\(at(expression(.optional(type), depth - 1), Level.cast)) ?? \(at(value, Level.coalescing))", Level.coalescing)
    }

    private func cast(_ type: ProgramType, _ depth: Int) -> Expression? {
        switch type {
        case .function, .any, .optional, .dictionary, .set, .existential, .tuple: return nil
        default: break
        }
        let fallback = at(leaf(type, typed: false), Level.coalescing)
        let whole = ProgramType.any
        guard chance(70) else { return Expression("(\(at(expression(type, depth - 1), Level.range)) as Any) as? \(text(type)) ?? \(fallback)", Level.coalescing) }
        return Expression("\(at(expression(whole, depth - 1), Level.cast)) as? \(text(type)) ?? \(fallback)", Level.coalescing)
    }

    /// A closure called where it stands.
    private func immediate(_ type: ProgramType, _ depth: Int) -> Expression? {
        guard closures == 0, chance(25) else { return nil }
        let body = closureBody([], type, isEscaping: false)
        return Expression("({ () -> \(text(type)) in\n\(body)\n}())")
    }

    // MARK: What is in scope

    /// A variable of this type or a part of one.
    func path(to type: ProgramType) -> Expression? {
        var found: [Expression] = []
        for variable in variables { parts(of: Expression(variable.name), variable.type, type, 2, &found) }
        return found.isEmpty ? nil : pick(found)
    }

    private func parts(of base: Expression, _ type: ProgramType, _ wanted: ProgramType, _ depth: Int, _ found: inout [Expression]) {
        if type == wanted { found.append(base) }
        guard depth > 0, found.count < 40 else { return }
        func part(_ text: String, _ type: ProgramType, _ level: Int = Level.primary) { parts(of: Expression(text, level), type, wanted, depth - 1, &found) }
        let name = at(base, Level.primary)
        switch type {
        case .array(let element):
            part("\(name).count", .int)
            part("\(name).isEmpty", .bool)
            if case .optional = element {} else { part("\(name).\(pick(["first", "last"]))", .optional(element)) }
            part("Array(\(name).\(pick(["reversed()", "dropFirst()", "dropLast()", "prefix(2)", "suffix(2)"])))", type)
        case .string:
            part("\(name).count", .int)
            part("\(name).\(pick(["uppercased()", "lowercased()"]))", .string)
            part("String(\(name).\(pick(["reversed()", "dropFirst()", "prefix(3)", "suffix(2)"])))", .string)
            part("\(name).\(pick(["first", "last"]))", .optional(.character))
            part("Array(\(name))", .array(.character))
        case .character: part("String(\(name))", .string)
        case .int:
            part("Double(\(name))", .double)
            part("\"\\(\(name))\"", .string)
            part("\(name).isMultiple(of: \(2 + below(3)))", .bool)
        case .double: part("\(name).\(pick(["rounded()", "magnitude", "squareRoot()", "rounded(.down)"]))", .double)
        case .sized: part("Int(truncatingIfNeeded: \(name))", .int)
        case .optional(let wrapped):
            part("(\(name) \(pick(["==", "!="])) nil)", .bool)
            if case .structure(let index) = wrapped {
                for field in structures[index].fields {
                    if case .optional = field.type { continue }
                    part("\(name)?.\(field.name)", .optional(field.type), Level.prefix)
                }
            }
            if wrapped == .string { part("\(name)?.count", .optional(.int), Level.prefix) }
            if case .array = wrapped { part("\(name)?.count", .optional(.int), Level.prefix) }
        case .tuple(let elements): for (index, element) in elements.enumerated() { part("\(name).\(index)", element) }
        case .dictionary(let key, let value):
            part("\(name).count", .int)
            if case .optional = value {} else { part("\(name)[\(literal(key, typed: true, 0).text)]", .optional(value)) }
            part("\(name).keys.sorted()", .array(key))
        case .set(let element):
            part("\(name).count", .int)
            part("\(name).sorted()", .array(element))
        case .structure(let index):
            for field in structures[index].fields { part("\(name).\(field.name)", field.type) }
            for property in structures[index].computed { part("\(name).\(property.name)", property.type) }
            if let element = structures[index].element { part("\(name)[\(below(4))]", element) }
        case .enumeration(let index):
            if let raw = enumerations[index].raw { part("\(name).rawValue", raw) }
        case .existential(let index): part("\(name).\(protocols[index].property.name)", protocols[index].property.type)
        default: break
        }
    }

    // MARK: Calls

    /// A call of something declared, a method, or a closure in scope.
    func call(returning type: ProgramType, _ depth: Int) -> Expression? {
        func fits(_ function: ProgramFunction) -> Bool { function.result == type && (!function.isThrowing || mayThrow) }
        var calls: [() -> Expression?] = []
        for function in functions + localFunctions.joined() where fits(function) { calls.append { self.call(function, depth) } }
        for variable in variables {
            switch variable.type {
            case .function(let parameters, let result) where result == type:
                calls.append { Expression("\(variable.name)(\(parameters.map { self.expression($0, depth - 1, typed: true).text }.joined(separator: ", ")))") }
            case .structure(let index):
                for method in structures[index].methods where fits(method) && !method.isMutating { calls.append { self.call(method, on: variable.name, depth) } }
            case .enumeration(let index):
                for method in enumerations[index].methods where fits(method) && !method.isMutating { calls.append { self.call(method, on: variable.name, depth) } }
            case .existential(let index):
                for method in protocols[index].methods where fits(method) { calls.append { self.call(method, on: variable.name, depth) } }
            default: break
            }
        }
        return calls.isEmpty ? nil : pick(calls)()
    }

    func call(_ function: ProgramFunction, on base: String? = nil, _ depth: Int) -> Expression? {
        // Variables that are changed by the call must not be looked at by its other arguments.
        var taken: Set<String> = []
        var places: [Int: String] = [:]
        for (index, parameter) in function.parameters.enumerated() where parameter.isInout {
            let usable = variables.filter { $0.type == parameter.type && $0.isMutable && !taken.contains($0.name) && !isReached($0.name, from: function) && $0.name != base }
            guard let variable = usable.isEmpty ? nil : pick(usable) else { return nil }
            taken.insert(variable.name)
            places[index] = variable.name
        }
        let before = hidden
        hidden.formUnion(taken)
        defer { hidden = before }
        var arguments: [String] = []
        for (index, parameter) in function.parameters.enumerated() {
            // Without labels only the last can be left out.
            if parameter.hasDefault && (parameter.label != nil || index == function.parameters.count - 1) && chance(50) { continue }
            let label = parameter.label.map { $0 + ": " } ?? ""
            if let place = places[index] {
                arguments.append("\(label)&\(place)")
            } else if parameter.isVariadic {
                let values = (0 ..< below(4)).map { _ in expression(parameter.type, depth - 1, typed: true).text }
                if !values.isEmpty { arguments.append(label + values.joined(separator: ", ")) }
            } else {
                arguments.append(label + expression(parameter.type, depth - 1, typed: true).text)
            }
        }
        if function.isThrowing { throwsHere = true }
        return Expression("\(base.map { $0 + "." } ?? "")\(function.name)(\(arguments.joined(separator: ", ")))")
    }

    /// Local functions may change any variable around them.
    private func isReached(_ name: String, from function: ProgramFunction) -> Bool { function.isLocal || localFunctions.contains { !$0.isEmpty } }

    // MARK: Closures

    /// The inside of a closure's braces: with names for its parameters, or with `$0`.
    func closureText(_ parameters: [ProgramType], _ result: ProgramType, isEscaping: Bool, resultTyped: Bool = true) -> String {
        if chance(45), !hasDollars {
            hasDollars = true
            defer { hasDollars = false }
            let body = closureScope(isEscaping) {
                for (index, parameter) in parameters.enumerated() { declare("\(Self.dollar)\(index)", parameter, mutable: false) }
                return expression(result, closures > 1 ? 1 : 2, typed: resultTyped).text
            }
            if parameters.indices.allSatisfy({ body.contains("\(Self.dollar)\($0)") }) { return "{ \(body.replacing(Self.dollar, with: "$")) }" }
        }
        let names = parameters.map { _ in shadowing() }
        var unique: [String] = []
        for (index, name) in names.enumerated() { unique.append(unique.contains(name) ? "\(name)\(index)" : name) }
        let typesShown = chance(30)
        var head =
            typesShown
            ? "(\(zip(unique, parameters).map { "\($0): \(text($1))" }.joined(separator: ", "))) -> \(text(result))"
            : (chance(20) ? "(\(unique.joined(separator: ", ")))" : unique.joined(separator: ", "))
        if parameters.isEmpty && !typesShown { head = "() -> \(text(result))" }
        if closures > 0 || chance(75) {
            let body = closureScope(isEscaping) {
                for (name, type) in zip(unique, parameters) { declare(name, type, mutable: false) }
                return expression(result, closures > 1 ? 1 : 2, typed: resultTyped || typesShown).text
            }
            return "{ \(head) in \(body) }"
        }
        return "{ \(head) in\n\(closureBody(Array(zip(unique, parameters)), result, isEscaping: isEscaping, typed: resultTyped || typesShown))\n}"
    }

    /// Stands for the dollar of a parameter until it is known whether all are used.
    static let dollar = "\u{A7}"

    /// Statements that end in a `return`.
    func closureBody(_ parameters: [(String, ProgramType)], _ type: ProgramType, isEscaping: Bool, typed: Bool = true) -> String {
        written {
            _ = closureScope(isEscaping) {
                for (name, type) in parameters { declare(name, type, mutable: false) }
                let outer = (result, isInFunction, loops, resultIsGiven)
                (result, isInFunction, loops, resultIsGiven) = (type, true, [], typed)
                for _ in 0 ..< 1 + below(2) { statement(0) }
                emit("return ", expression(type, 2, typed: typed))
                (result, isInFunction, loops, resultIsGiven) = outer
                return ""
            }
        }
    }

    private func closureScope(_ isEscaping: Bool, _ body: () -> String) -> String {
        let before = (hidden, mayThrow, throwsHere, localFunctions)
        closures += 1
        if isEscaping, variables.contains(where: \.isBorrowed) { localFunctions = [[]] }
        // Names that begin with a dollar belong to the innermost closure alone.
        let around = scopes
        scopes = scopes.map { $0.filter { !$0.name.hasPrefix(Self.dollar) } }
        for variable in variables where isEscaping && variable.isBorrowed { hidden.insert(variable.name) }
        (mayThrow, throwsHere) = (false, false)
        var text = ""
        scoped { text = body() }
        scopes = around
        closures -= 1
        (hidden, mayThrow, throwsHere, localFunctions) = before
        return text
    }

    /// A function value: a closure, a function's name, an operator.
    func function(_ parameters: [ProgramType], _ result: ProgramType, isEscaping: Bool, resultTyped: Bool = true) -> Expression {
        switch (parameters, below(6)) {
        case ([.int, .int], 0) where result == .int: return Expression(pick(["(+)", "(-)", "(*)", "(&+)", "max", "min"]))
        case ([.string, .string], 0) where result == .string: return Expression("(+)")
        case ([.int, .int], 0) where result == .bool: return Expression(pick(["(<)", "(>)", "(==)", "(<=)"]))
        case ([.int], 0) where result == .string: return Expression("String.init")
        case ([.string], 0) where result == .int: return Expression("\\.count")
        case ([.int], 0) where result == .double: return Expression("Double.init")
        case ([.int], 1) where result == .int: return Expression("abs")
        default: break
        }
        if chance(25) {
            let named = functions.filter {
                $0.parameters.map(\.type) == parameters && $0.result == result && !$0.isThrowing && $0.parameters.allSatisfy { !$0.isInout && !$0.isVariadic }
            }
            if !named.isEmpty { return Expression(pick(named).name) }
        }
        if closures >= 2 {
            return Expression("{ \(parameters.map { _ in "_" }.joined(separator: ", "))\(parameters.isEmpty ? "" : " in ")\(literal(result, typed: resultTyped, 0).text) }")
        }
        return Expression(closureText(parameters, result, isEscaping: isEscaping, resultTyped: resultTyped))
    }

    /// For a parameter of the standard library, which does not keep it.
    func passed(_ parameters: [ProgramType], _ result: ProgramType) -> String { function(parameters, result, isEscaping: false, resultTyped: false).text }
    /// For one whose closure runs later than where it stands.
    func kept(_ parameters: [ProgramType], _ result: ProgramType) -> String { function(parameters, result, isEscaping: true, resultTyped: false).text }
}
