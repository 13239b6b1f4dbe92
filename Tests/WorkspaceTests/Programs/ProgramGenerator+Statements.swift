// swift-format-ignore-file: most lines are Swift within Swift.

/// Statements.
extension ProgramGenerator {
    func block(_ count: Int, _ depth: Int, _ body: () -> Void = {}) {
        self.depth += 1
        scoped {
            body()
            for _ in 0 ..< max(1, count) { statement(depth) }
        }
        self.depth -= 1
    }

    func statement(_ depth: Int) {
        nodes = 0
        switch below(34) {
        case 0 ..< 6: variable()
        case 6 ..< 9: assign()
        case 9 ..< 12: show()
        case 12: if depth > 0 { branch(depth) } else { show() }
        case 13: if depth > 0 { forLoop(depth) } else { assign() }
        case 14: if depth > 0 { whileLoop(depth) } else { assign() }
        case 15, 16: if depth > 0 { choose(depth) } else { show() }
        case 17: if depth > 0 { unwrap(depth) } else { variable() }
        case 18, 19: change()
        case 20: copy()
        case 21: if depth > 0 { attempt(depth) } else { show() }
        case 22: leave()
        case 23: if depth > 0 && !isTopLevel { localFunction() } else { variable() }
        case 24: if depth > 0 { deferred() } else { show() }
        case 25: closureVariable()
        case 26: callForEffect()
        case 27: destructure()
        case 28: valueOfBranches()
        case 29: if depth > 0 { nestedBlock(depth) } else { show() }
        case 30: throwing()
        case 31: swapThem()
        default: change()
        }
    }

    private func variable() {
        let type = anyType(), isMutable = chance(65)
        let word = isMutable ? "var" : "let"
        let annotated = chance(45)
        // Of a function the type says more than the closure.
        if case .function = type { return closureVariable() }
        let value = expression(type, 3, typed: annotated)
        let name = name()
        if annotated, chance(15), !throwsHere {
            emit("\(word) \(name): \(text(type))")
            if chance(50) {
                emit("\(name) = ", value)
            } else {
                emit("if \(at(expression(.bool, 1), Level.or)) {")
                emit("    \(name) = ", value)
                emit("} else {")
                emit("    \(name) = ", literal(type, typed: true, 1))
                emit("}")
            }
        } else {
            emit("\(word) \(name)\(annotated ? ": " + text(type) : "") = ", value)
        }
        declare(name, type, mutable: isMutable)
    }

    private func closureVariable() {
        let parameters: [ProgramType] = (0 ..< below(3)).map { _ in pick([.int, .int, .string, .double, .array(.int)]) }
        let result: ProgramType = pick([.int, .int, .string, .bool, .double, .array(.int)])
        let type = ProgramType.function(parameters, result)
        let value = function(parameters, result, isEscaping: true)
        let name = name("f")
        emit("let \(name): \(text(type)) = \(value.text)")
        declare(name, type, mutable: false)
    }

    private var changeable: [ProgramVariable] { variables.filter(\.isMutable) }

    private func assign() {
        guard let variable = changeable.isEmpty ? nil : pick(changeable) else { return show() }
        switch variable.type {
        case .int where chance(60): emit("\(variable.name) \(pick(["+=", "-=", "&+=", "^=", "|=", "&="])) ", expression(.int, 2))
        case .double where chance(60): emit("\(variable.name) \(pick(["+=", "-=", "*=", "/="])) ", expression(.double, 2))
        case .string where chance(60): emit("\(variable.name) += ", expression(.string, 2))
        case .array where chance(40): emit("\(variable.name) += ", expression(variable.type, 2, typed: true))
        case .bool where chance(40): emit("\(variable.name).toggle()")
        default: set(variable.name, variable.type)
        }
    }

    /// Nothing is assigned to itself.
    private func set(_ place: String, _ type: ProgramType) {
        let value = expression(type, 3, typed: true)
        if value.text == place { emit("print(\"same\")") } else { emit("\(place) = ", value) }
    }

    /// Prints something: whole values, in the order of their keys where they have none of their own.
    func show() {
        let shown = variables
        if !shown.isEmpty, chance(55) { return show(pick(shown)) }
        let type = valueType()
        switch below(6) {
        case 0: emit("print(\"\(name("p"))\", ", expression(type, 3), ")")
        case 1: emit("debugPrint(", expression(type, 2), ")")
        case 2:
            let first = expression(type, 2), second = expression(valueType(1), 2)
            emit("print(", first, ", \(second.text), separator: \(pick(["\"-\"", "\", \"", "\"\""])))")
        default: emit("print(", expression(type, 3), ")")
        }
    }

    func show(_ variable: ProgramVariable) {
        switch variable.type {
        case .dictionary: emit("print(\"\(variable.name)\", \(variable.name).sorted { $0.key < $1.key })")
        case .set: emit("print(\"\(variable.name)\", \(variable.name).sorted())")
        case .function(let parameters, _):
            emit("print(\"\(variable.name)\", ", Expression("\(variable.name)(\(parameters.map { literal($0, typed: true, 1).text }.joined(separator: ", ")))"), ")")
        default: if variable.type.isOrdered { emit("print(\"\(variable.name)\", \(variable.name))") }
        }
    }

    func printEverything() { for variable in scopes[0] { show(variable) } }

    // MARK: Branches

    /// What may stand between `if` and its brace.
    private func condition(_ depth: Int = 2) -> Expression {
        let value = expression(.bool, depth)
        let text = (throwsHere ? "try " : "") + value.text
        throwsHere = false
        return Expression(text.contains("{") || text.hasPrefix("try") ? "(\(text))" : text, value.level)
    }

    private func branch(_ depth: Int) {
        let first = condition()
        emit("if \(first.text)\(chance(15) ? ", \(condition(1).text)" : "") {")
        block(1 + below(3), depth - 1)
        if chance(30) {
            emit("} else if \(condition().text) {")
            block(1 + below(2), depth - 1)
        }
        if chance(50) {
            emit("} else {")
            block(1 + below(2), depth - 1)
        }
        emit("}")
    }

    private func unwrap(_ depth: Int) {
        let optionals = variables.filter { if case .optional = $0.type { !$0.name.hasPrefix(Self.dollar) } else { false } }
        let wrapped: ProgramType, clause: String, name: String
        if !optionals.isEmpty, chance(60) {
            let variable = pick(optionals)
            guard case .optional(let inner) = variable.type else { return }
            wrapped = inner
            if chance(50) {
                (name, clause) = (variable.name, "\(pick(["let", "var"])) \(variable.name)")
            } else {
                name = shadowing()
                clause = "let \(name) = \(variable.name)"
            }
        } else {
            wrapped = valueType(1)
            guard wrapped != .any else { return show() }
            name = shadowing()
            if chance(40), isCastable(wrapped) {
                let value = expression(.any, 1)
                clause = "let \(name) = \(throwsHere ? "try " : "")(\(value.text)) as? \(text(wrapped))"
            } else {
                let value = expression(.optional(wrapped), 2)
                clause = "let \(name) = \(throwsHere ? "try " : "")(\(value.text))"
            }
            throwsHere = false
        }
        let isVariable = clause.hasPrefix("var")
        if isInFunction, chance(30), !isTopLevel, !clause.contains(" \(name) = \(name)"), scopes.last?.contains(where: { $0.name == name }) == false {
            emit("guard \(clause)\(chance(20) ? ", \(condition(1).text)" : "") else {")
            self.depth += 1
            exit()
            self.depth -= 1
            emit("}")
            return declare(name, wrapped, mutable: isVariable)
        }
        emit("if \(clause) {")
        block(1 + below(2), depth - 1) { declare(name, wrapped, mutable: isVariable) }
        if chance(50) {
            emit("} else {")
            block(1, depth - 1)
        }
        emit("}")
    }

    private func isCastable(_ type: ProgramType) -> Bool {
        switch type {
        case .int, .double, .string, .bool, .character, .sized, .structure, .enumeration, .array, .existential: true
        default: false
        }
    }

    /// Leaves the function around.
    private func exit() {
        if let result { emit("return ", expression(result, 2, typed: resultIsGiven)) } else { emit("return") }
    }

    private func leave() {
        if !loops.isEmpty, chance(70) {
            let labels = loops.compactMap { $0 }
            emit("if \(condition(1).text) { \(pick(["break", "continue"]))\(labels.isEmpty || chance(50) ? "" : " " + pick(labels)) }")
        } else if isInFunction {
            emit("if \(condition(1).text) {")
            depth += 1
            exit()
            depth -= 1
            emit("}")
        } else {
            assign()
        }
    }

    // MARK: Loops

    private func looped(_ depth: Int, _ count: Int, label: String?, _ body: () -> Void) {
        loops.append(label)
        block(count, depth - 1, body)
        loops.removeLast()
    }

    private func forLoop(_ depth: Int) {
        let label = chance(25) ? name("loop") : nil
        let start = label.map { $0 + ": " } ?? ""
        let name = shadowing()
        let filter = chance(20) ? " where \(2 + below(3)) > \(1 + below(3))" : ""
        switch below(10) {
        case 0 ..< 3:
            let low = below(4) - 1
            emit("\(start)for \(name) in \(low) \(pick(["..<", "..."])) \(low + below(5))\(chance(25) ? " where \(name) % 2 == 0" : filter) {")
            looped(depth, 1 + below(3), label: label) { declare(name, .int, mutable: false) }
        case 3, 4:
            let element = valueType(1)
            let values = expression(.array(element), 2)
            let throwing = throwsHere
            throwsHere = false
            emit("\(start)for \(chance(15) ? "var " : "")\(name) in \(throwing ? "try " : "")(\(values.text)).prefix(4)\(filter) {")
            let isMutable = lines.last!.contains("for var ")
            looped(depth, 1 + below(3), label: label) { declare(name, element, mutable: isMutable) }
        case 5:
            let element = simpleType(), other = self.name("e")
            let values = expression(.array(element), 1)
            let throwing = throwsHere
            throwsHere = false
            emit("\(start)for (\(name), \(other)) in \(throwing ? "try " : "")(\(values.text)).prefix(4).enumerated() {")
            looped(depth, 1 + below(3), label: label) {
                declare(name, .int, mutable: false)
                declare(other, element, mutable: false)
            }
        case 6:
            emit("\(start)for \(name) in stride(from: \(below(5)), \(pick(["to", "through"])): \(5 + below(6)), by: \(2 + below(3))) {")
            looped(depth, 1 + below(2), label: label) { declare(name, .int, mutable: false) }
        case 7:
            emit("\(start)for \(name) in \(stringLiteral())\(chance(30) ? ".reversed()" : "") {")
            looped(depth, 1 + below(2), label: label) { declare(name, .character, mutable: false) }
        case 8:
            let tables = variables.filter { if case .dictionary = $0.type { true } else { false } }
            guard let table = tables.isEmpty ? nil : pick(tables), case .dictionary(let key, let value) = table.type else { return show() }
            let other = self.name("e")
            emit("\(start)for (\(name), \(other)) in \(table.name).sorted(by: { $0.key < $1.key }) {")
            looped(depth, 1 + below(2), label: label) {
                declare(name, key, mutable: false)
                declare(other, value, mutable: false)
            }
        default:
            let inner = valueType(1)
            guard inner != .any, isPlain(inner) else { return show() }
            emit("\(start)for case let \(name)? in \(literal(.array(.optional(inner)), typed: false, 2).text) {")
            looped(depth, 1 + below(2), label: label) { declare(name, inner, mutable: false) }
        }
        emit("}")
    }

    private func isPlain(_ type: ProgramType) -> Bool { if case .optional = type { false } else { true } }

    private func whileLoop(_ depth: Int) {
        let counter = name("k"), label = chance(25) ? name("loop") : nil
        let start = label.map { $0 + ": " } ?? ""
        emit("var \(counter) = \(below(3))")
        // The step comes first: `continue` must not pass it by.
        if chance(60) {
            let mayThrow = mayThrow
            // What throws on the right of && would need a `try` on its left.
            self.mayThrow = false
            emit("\(start)while \(counter) < \(2 + below(4))\(chance(25) ? " && \(at(condition(1), Level.comparison))" : "") {")
            self.mayThrow = mayThrow
            emit("    \(counter) += 1")
            looped(depth, 1 + below(3), label: label) { declare(counter, .int, mutable: false) }
            emit("}")
        } else {
            emit("\(start)repeat {")
            emit("    \(counter) += 1")
            looped(depth, 1 + below(3), label: label) { declare(counter, .int, mutable: false) }
            emit("} while \(counter) < \(2 + below(4))")
        }
        declare(counter, .int, mutable: false)
    }

    // MARK: Switch

    private func choose(_ depth: Int) {
        switch below(6) {
        case 0: chooseInteger(depth)
        case 1: chooseTuple(depth)
        case 2: chooseText(depth)
        case 3: chooseAny(depth)
        default: chooseCase(depth)
        }
    }

    /// `switch` and its subject.
    private func start(_ value: Expression) {
        emit("switch \(throwsHere ? "try " : "")\(value.text.contains("{") ? "(\(value.text))" : value.text) {")
        throwsHere = false
    }

    private func chooseInteger(_ depth: Int) {
        start(expression(.int, 2))
        for _ in 0 ... below(3) {
            let name = shadowing()
            switch below(5) {
            case 0: emit("case \(below(6)), \(6 + below(5)):")
            case 1: emit("case \(below(4)) \(pick(["...", "..<"])) \(5 + below(6)):")
            case 2: emit("case \(pick(["..<0", "...(-1)", "100..."])):")
            case 3:
                emit("case let \(name) where \(name) % \(2 + below(3)) == \(below(2)):")
                block(1, depth - 1) { declare(name, .int, mutable: false) }
                continue
            default: emit("case \(below(10)):")
            }
            block(1, depth - 1)
            if chance(10) { emit("    fallthrough") }
        }
        emit("default:")
        block(1, depth - 1)
        emit("}")
    }

    private func chooseTuple(_ depth: Int) {
        let value = expression(.tuple([.int, .bool]), 2)
        start(value)
        let name = shadowing()
        emit("case (\(below(4)), true):")
        block(1, depth - 1)
        emit("case (\(below(4))...\(4 + below(5)), \(pick(["false", "_"]))):")
        block(1, depth - 1)
        emit("case \(pick(["let (\(name), _)", "(let \(name), _)", "(let \(name), false)"])) where \(name) > \(below(3)):")
        block(1, depth - 1) { declare(name, .int, mutable: false) }
        if chance(50) {
            emit("case (_, true): break")
            emit("case (_, false):")
        } else {
            emit("case _:")
        }
        block(1, depth - 1)
        emit("}")
    }

    private func chooseText(_ depth: Int) {
        start(expression(pick([.string]), 2))
        emit("case \(stringLiteral()), \(stringLiteral()):")
        block(1, depth - 1)
        let name = shadowing()
        emit("case let \(name) where \(name).\(pick(["isEmpty", "count > 2", "hasPrefix(\"a\")"])):")
        block(1, depth - 1) { declare(name, .string, mutable: false) }
        emit("default: break")
        emit("}")
    }

    private func chooseAny(_ depth: Int) {
        start(expression(.any, 2))
        for _ in 0 ... below(3) {
            let type = pick([ProgramType.int, .string, .double, .bool, .array(.int), .character] + structures.indices.map { .structure($0) })
            let name = shadowing()
            if chance(70) {
                emit("case let \(name) as \(text(type)):")
                block(1, depth - 1) { declare(name, type, mutable: false) }
            } else {
                emit("case is \(text(type)):")
                block(1, depth - 1)
            }
        }
        emit("default:")
        block(1, depth - 1)
        emit("}")
    }

    private func chooseCase(_ depth: Int) {
        guard !enumerations.isEmpty else { return chooseInteger(depth) }
        let index = below(enumerations.count)
        start(expression(.enumeration(index), 2))
        cases(of: enumerations[index], isWhole: chance(70)) { self.block(1, depth - 1, $0) }
        emit("}")
    }

    /// Patterns for all cases of an enumeration, each with what it binds.
    func cases(of enumeration: ProgramEnumeration, isWhole: Bool, _ body: (() -> Void) -> Void) {
        let items = isWhole ? enumeration.cases : Array(enumeration.cases.prefix(1 + below(enumeration.cases.count)))
        var isWhole = isWhole
        for item in items {
            if item.payload.isEmpty {
                emit("case .\(item.name):")
                body {}
                continue
            }
            let names = item.payload.map { _ in name("x") }
            let isBound = item.payload.map { _ in chance(75) }
            switch below(4) {
            case 0:
                let filter = chance(25) ? " where \(below(9)) > 4" : ""
                if !filter.isEmpty { isWhole = false }
                emit("case .\(item.name)(\(zip(names, isBound).map { $1 ? "let \($0)" : "_" }.joined(separator: ", ")))\(filter):")
            case 1 where item.payload.allSatisfy({ $0.label != nil }):
                emit("case .\(item.name)(\(zip(names, isBound).enumerated().map { "\(item.payload[$0].label!): \($1.1 ? "let \($1.0)" : "_")" }.joined(separator: ", "))):")
            case 2:
                emit("case .\(item.name):")
                body {}
                continue
            default:
                if !isBound.contains(true) {
                    emit("case .\(item.name)(\(names.map { _ in "_" }.joined(separator: ", "))):")
                } else {
                    emit("case let .\(item.name)(\(zip(names, isBound).map { $1 ? $0 : "_" }.joined(separator: ", "))):")
                }
            }
            body { for (index, name) in names.enumerated() where isBound[index] { self.declare(name, item.payload[index].type, mutable: false) } }
        }
        if !isWhole || items.count < enumeration.cases.count {
            emit("default:")
            body {}
        }
    }

    // MARK: Changes in place

    private func change() {
        guard let variable = changeable.isEmpty ? nil : pick(changeable) else { return self.variable() }
        let name = variable.name
        switch variable.type {
        case .array(let element): changeArray(name, element)
        case .dictionary(let key, let value): changeDictionary(name, key, value)
        case .set(let element):
            switch below(4) {
            case 0: emit("print(\(name).insert(\(literal(element, typed: true, 0).text)).inserted)")
            case 1: emit("print(\(name).remove(\(literal(element, typed: true, 0).text)) as Any)")
            case 2: emit("\(name).formUnion(", expression(variable.type, 1), ")")
            default: emit("\(name).\(pick(["subtract", "formIntersection", "formSymmetricDifference"]))(", expression(variable.type, 1), ")")
            }
        case .string: changeString(name)
        case .structure(let index): changeStructure(name, structures[index])
        case .optional(let wrapped): changeOptional(name, wrapped)
        case .tuple(let elements):
            let index = below(elements.count)
            set("\(name).\(index)", elements[index])
        case .enumeration(let index):
            let methods = enumerations[index].methods.filter { $0.isMutating && (!$0.isThrowing || mayThrow) }
            if !methods.isEmpty { return statementCall(pick(methods), on: name) }
            assign()
        default: assign()
        }
    }

    private func changeArray(_ name: String, _ element: ProgramType) {
        let value = hiding(name) { expression(element, 2, typed: true) }
        switch below(13) {
        case 0, 1: emit("\(name).append(", value, ")")
        case 2: emit("\(name).insert(", value, ", at: \(chance(60) ? "0" : "\(name).count / 2"))")
        case 3: emit("if !\(name).isEmpty { print(\(name).\(pick(["removeLast()", "removeFirst()", "remove(at: \(name).count / 2)"]))) }")
        case 4: emit("if \(name).count > 1 { \(name).swapAt(0, \(name).count - 1) }")
        case 5: emit("\(name).\(pick(["reverse()", "removeAll()", "removeAll(keepingCapacity: true)"]))")
        case 6:
            throwsHere = false
            emit("\(name).removeAll(where: \(hiding(name) { passed([element], .bool) }))")
        case 7 where isComparable(element): emit("\(name).sort(\(pick(["", "by: >", "by: <"])))")
        case 8:
            let last = self.name("last")
            emit("if let \(last) = \(name).popLast() { print(\(last)) }")
        case 9:
            let place = isTopLevel ? nil : Optional("\(below(3))")
            emit(place == nil ? "if \(name).count > 1 { \(name)[1] = " : "\(name)[\(place!)] = ", value, place == nil ? " }" : "")
        case 10:
            guard !throwsHere else { return emit("\(name) += [", value, "]") }
            emit("\(name).replaceSubrange(0 ..< Swift.min(1, \(name).count), with: [\(value.text)])")
        case 11:
            throwsHere = false
            changeElement("for i in \(name).indices {", "\(name)[i]", element, "}")
        default: emit("\(name) += [", value, "]")
        }
    }

    private func changeElement(_ before: String, _ place: String, _ element: ProgramType, _ after: String) {
        let change: String
        switch element {
        case .int: change = "\(place) \(pick(["+=", "&*=", "-="])) \(below(9))"
        case .double: change = "\(place) \(pick(["+=", "*=", "/="])) \(1 + below(9))"
        case .string: change = "\(place) += \(stringLiteral())"
        case .array(let inner): change = "\(place).append(\(literal(inner, typed: true, 0).text))"
        case .structure(let index):
            let fields = structures[index].fields.filter(\.isMutable)
            guard !fields.isEmpty else { return show() }
            let field = pick(fields)
            change = "\(place).\(field.name) = \(literal(field.type, typed: true, 1).text)"
        default: change = "\(place) = \(literal(element, typed: true, 1).text)"
        }
        emit("\(before) \(change) \(after)")
    }

    private func changeDictionary(_ name: String, _ key: ProgramType, _ value: ProgramType) {
        let place = literal(key, typed: true, 0).text
        let new = hiding(name) { expression(value, 2, typed: true) }
        switch below(6) {
        case 0, 1: emit("\(name)[\(place)] = ", new)
        case 2: emit("print(\(throwsHere ? "try " : "")\(name).updateValue(\(new.text), forKey: \(place)) as Any)")
        case 3: emit("print(\(name).removeValue(forKey: \(place)) as Any)")
        case 4:
            switch value {
            case .int: emit("\(name)[\(place), default: \(below(4))] += ", new)
            case .array: emit("\(name)[\(place), default: []] += ", new)
            case .string: emit("\(name)[\(place), default: \"-\"] += ", new)
            default: emit("\(name)[\(place)] = nil")
            }
        default:
            if case .structure(let index) = value, let field = structures[index].fields.first(where: \.isMutable) {
                emit("\(name)[\(place)]?.\(field.name) = ", literal(field.type, typed: true, 1))
            } else {
                emit("\(name)[\(place)] = nil")
            }
        }
        throwsHere = false
    }

    private func changeString(_ name: String) {
        let character = literal(.character, typed: true, 0).text
        switch below(7) {
        case 0: emit("\(name).append(\(stringLiteral()))")
        case 1: emit("\(name).insert(\(character), at: \(name).startIndex)")
        case 2: emit("if !\(name).isEmpty { print(\(name).\(pick(["removeLast()", "removeFirst()"]))) }")
        case 3: emit("\(name).removeAll(where: { $0 == \(character) })")
        case 4: emit("\(name) += String(\(name).reversed())")
        case 5: emit("if let place = \(name).firstIndex(of: \(character)) { print(\(name)[place...], \(name)[..<place], \(name).distance(from: \(name).startIndex, to: place)) }")
        default: emit("\(name) = String(\(name).prefix(6))")
        }
    }

    private func changeStructure(_ name: String, _ structure: ProgramStructure) {
        let methods = structure.methods.filter { $0.isMutating && (!$0.isThrowing || mayThrow) }
        let fields = structure.fields.filter(\.isMutable)
        let computed = structure.computed.filter(\.isSettable)
        switch below(4) {
        case 0 where !methods.isEmpty: statementCall(pick(methods), on: name)
        case 1 where !computed.isEmpty:
            let property = pick(computed)
            set("\(name).\(property.name)", property.type)
        case 2 where structure.element != nil:
            emit("\(name)[\(below(4))] = ", expression(structure.element!, 2, typed: true))
        default:
            guard let field = fields.isEmpty ? nil : pick(fields) else { return show() }
            changeElement("", "\(name).\(field.name)", field.type, "")
        }
    }

    private func changeOptional(_ name: String, _ wrapped: ProgramType) {
        switch wrapped {
        case .int: emit("\(name)? \(pick(["+=", "-=", "*="])) \(below(7))")
        case .string: emit("\(name)?.append(\(stringLiteral()))")
        case .array(let element): emit("\(name)?.append(\(literal(element, typed: true, 0).text))")
        case .structure(let index):
            let methods = structures[index].methods.filter { $0.isMutating && $0.result == nil && !$0.isThrowing && $0.parameters.allSatisfy { !$0.isInout } }
            if !methods.isEmpty, chance(50), let called = call(pick(methods), 1) { return emit("\(name)?.", called) }
            if let field = structures[index].fields.first(where: \.isMutable) {
                return emit("\(name)?.\(field.name) = ", hiding(name) { expression(field.type, 1, typed: true) })
            }
            emit("\(name) = nil")
        default: emit("\(name) = ", expression(.optional(wrapped), 1, typed: true))
        }
    }

    /// A copy that is changed leaves the original as it was.
    private func copy() {
        let copyable = variables.filter {
            switch $0.type {
            case .array, .dictionary, .set, .structure, .string: true
            default: false
            }
        }
        guard let original = copyable.isEmpty ? nil : pick(copyable) else { return variable() }
        let name = name("c")
        emit("var \(name) = \(original.name)")
        scoped {
            declare(name, original.type, mutable: true)
            let before = scopes
            scopes = scopes.map { $0.filter { !$0.isMutable || $0.name == name } }
            change()
            scopes = before
        }
        declare(name, original.type, mutable: true)
        show(original)
        show(ProgramVariable(name: name, type: original.type, isMutable: true))
    }

    private func swapThem() {
        let usable = changeable.filter { if case .function = $0.type { false } else { true } }
        for first in usable {
            if let second = usable.first(where: { $0.type == first.type && $0.name != first.name }) { return emit("swap(&\(first.name), &\(second.name))") }
        }
        assign()
    }

    // MARK: Calls, errors, functions

    func statementCall(_ function: ProgramFunction, on base: String? = nil) {
        // A method that changes its value must not be given what looks at it.
        let called = base.map { name in hiding(name) { call(function, on: name, 2) } } ?? call(function, 2)
        guard let called else { return assign() }
        if let result = function.result {
            if result.isOrdered, chance(60) { emit("print(", called, ")") } else { emit("_ = ", called) }
        } else {
            emit("", called)
        }
    }

    private func callForEffect() {
        let usable = (functions + localFunctions.joined()).filter { !$0.isThrowing || mayThrow }
        guard !usable.isEmpty else { return show() }
        statementCall(pick(usable))
    }

    private func throwing() {
        guard mayThrow, isInFunction || chance(20) else { return attempt(1) }
        emit("if \(condition(1).text) { throw Trouble_\(tag).\(pick(["low(\(below(9)))", "high(\(stringLiteral()))", "other"])) }")
    }

    private func attempt(_ depth: Int) {
        let throwing = functions.filter(\.isThrowing)
        if chance(35), let function = throwing.isEmpty ? nil : pick(throwing) {
            let before = mayThrow
            mayThrow = false
            defer { mayThrow = before }
            guard let called = call(function, 2) else { return show() }
            throwsHere = false
            if let result = function.result, case .optional = result { return emit("print((try? \(called.text)) as Any)") }
            if let result = function.result, result.isOrdered, result != .any {
                let name = name()
                emit("let \(name) = try? \(called.text)")
                return declare(name, .optional(result), mutable: false)
            }
            return emit("_ = try? \(called.text)")
        }
        emit("do {")
        let before = mayThrow
        mayThrow = true
        block(1 + below(3), depth - 1) {
            if chance(70) { throwAnyway() }
        }
        mayThrow = before
        if chance(50) {
            let name = shadowing()
            emit("} catch Trouble_\(tag).low(let \(name))\(chance(30) ? " where \(name) > 3" : "") {")
            block(1, depth - 1) { declare(name, .int, mutable: false) }
        }
        if chance(40) {
            emit("} catch \(pick(["let trouble as Trouble_\(tag)", "is Trouble_\(tag)", "Trouble_\(tag).other"])) {")
            emit("    print(\"caught\"\(lines.last!.contains("let trouble") ? ", trouble" : ""))")
        }
        emit("} catch {")
        emit("    print(\"caught\", error)")
        emit("}")
    }

    private func throwAnyway() {
        let throwing = functions.filter(\.isThrowing)
        if !throwing.isEmpty, chance(70), let called = call(pick(throwing), 2) {
            throwsHere = true
            return emit("_ = ", called)
        }
        emit("if \(condition(1).text) { throw Trouble_\(tag).\(pick(["low(\(below(9)))", "high(\(stringLiteral()))", "other"])) }")
    }

    private func deferred() {
        emit("do {")
        depth += 1
        scoped {
            for _ in 0 ..< 1 + below(2) {
                emit("defer {")
                let before = (mayThrow, result, isInFunction, loops)
                (mayThrow, result, isInFunction, loops) = (false, nil, false, [])
                block(1, 0)
                (mayThrow, result, isInFunction, loops) = before
                emit("}")
                statement(1)
            }
        }
        depth -= 1
        emit("}")
    }

    private func nestedBlock(_ depth: Int) {
        emit("do {")
        block(1 + below(3), depth - 1)
        emit("}")
    }

    private func localFunction() {
        let name = name("local")
        var function = signature(name, inoutAllowed: false)
        function.isLocal = true
        emit(header(function))
        let before = (mayThrow, result, isInFunction, loops)
        // What it captures may be changed inside; parameters that are `inout` may be too, as long as it is only called.
        functionBody(function, statements: 1 + below(3), depth: 1)
        (mayThrow, result, isInFunction, loops) = before
        emit("}")
        localFunctions[localFunctions.count - 1].append(function)
    }

    private func destructure() {
        let types = [valueType(1), valueType(1)]
        let names = [name(), name()]
        let word = pick(["let", "var"])
        let value = expression(.tuple(types), 2)
        emit("\(word) (\(names[0]), \(names[1])) = ", value)
        for (name, type) in zip(names, types) { declare(name, type, mutable: word == "var") }
    }

    private func valueOfBranches() {
        let type = valueType(1), name = name()
        func arm() -> String {
            let before = mayThrow
            mayThrow = false
            defer { mayThrow = before }
            return expression(type, 1, typed: true).text
        }
        if chance(50) || enumerations.isEmpty {
            emit("let \(name): \(text(type)) = if \(condition(1).text) { \(arm()) } else if \(condition(1).text) { \(arm()) } else { \(arm()) }")
        } else {
            let enumeration = pick(enumerations)
            let subject = literal(.enumeration(enumerations.firstIndex { $0.name == enumeration.name }!), typed: false, 0)
            emit("let \(name): \(text(type)) = switch \(subject.text.contains("{") ? "(\(subject.text))" : subject.text) {")
            for item in enumeration.cases { emit("case .\(item.name): \(arm())") }
            emit("}")
        }
        declare(name, type, mutable: false)
    }
}
