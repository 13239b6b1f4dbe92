// swift-format-ignore-file: most lines are Swift within Swift.

/// What stands at file level: enumerations, structures, protocols and functions. Each knows those before it, so that nothing refers to itself.
extension ProgramGenerator {
    func declareEverything() {
        if chance(40) { declareProtocol() }
        for _ in 0 ..< below(3) { chance(50) ? declareEnumeration() : declareStructure() }
        if chance(60) { declareStructure() }
        if chance(60) { declareEnumeration() }
        for _ in 0 ..< 1 + below(4) { declareFunction() }
    }

    /// Without anything around: for what may not look at variables.
    private func closed<Value>(_ body: () -> Value) -> Value {
        let before = (scopes, localFunctions, mayThrow)
        (scopes, localFunctions, mayThrow) = ([[]], [[]], false)
        defer { (scopes, localFunctions, mayThrow) = before }
        return body()
    }

    // MARK: Functions

    func signature(_ name: String, inoutAllowed: Bool = true) -> ProgramFunction {
        var function = ProgramFunction(name: name, parameters: [], result: chance(80) ? valueType() : nil)
        function.isThrowing = chance(25)
        let count = below(4)
        for index in 0 ..< count {
            let type = anyType()
            let own = self.name("p")
            var parameter = ProgramFunction.Parameter(label: chance(45) ? nil : chance(50) ? own : pick(["by", "with", "at", "from"]) + "\(index)", name: own, type: type)
            if case .function = type {
            } else {
                if inoutAllowed, chance(20) {
                    parameter.isInout = true
                } else if index == count - 1, chance(15) {
                    parameter.isVariadic = true
                } else if chance(20), type.isOrdered {
                    parameter.hasDefault = true
                }
            }
            function.parameters.append(parameter)
        }
        return function
    }

    func header(_ function: ProgramFunction, prefix: String = "") -> String {
        let parameters = function.parameters.map { parameter in
            let label = parameter.label == parameter.name ? "" : (parameter.label ?? "_") + " "
            let value = parameter.hasDefault ? " = " + closed { literal(parameter.type, typed: true, 1).text } : ""
            return "\(label)\(parameter.name): \(parameter.isInout ? "inout " : "")\(text(parameter.type))\(parameter.isVariadic ? "..." : "")\(value)"
        }
        let effects = function.isThrowing ? " throws" : ""
        let result = function.result.map { " -> " + text($0) } ?? ""
        return "\(prefix)\(function.isMutating ? "mutating " : "")func \(function.name)(\(parameters.joined(separator: ", ")))\(effects)\(result) {"
    }

    /// What stands between the braces, at the depth that is set.
    func functionBody(_ function: ProgramFunction, statements: Int, depth: Int, fields: [ProgramVariable] = []) {
        let isPlace = !function.isLocal
        let before = (scopes, localFunctions, mayThrow, result, isInFunction, loops, throwsHere, hidden, resultIsGiven)
        if isPlace { (scopes, localFunctions) = ([fields], [[]]) }
        (mayThrow, result, isInFunction, loops, throwsHere, resultIsGiven) = (function.isThrowing, function.result, true, [], false, true)
        self.depth += 1
        scoped {
            for parameter in function.parameters {
                var isFunction = false
                if case .function = parameter.type { isFunction = true }
                declare(parameter.name, parameter.isVariadic ? .array(parameter.type) : parameter.type, mutable: parameter.isInout, borrowed: parameter.isInout || isFunction)
            }
            if let result = function.result {
                emit("if tick_\(tag)() { return ", closed { literal(result, typed: true, 0) }, " }")
            } else {
                emit("if tick_\(tag)() { return }")
            }
            for _ in 0 ..< statements { statement(depth) }
            if let result = function.result { emit("return ", expression(result, 3, typed: true)) }
        }
        self.depth -= 1
        (scopes, localFunctions, mayThrow, result, isInFunction, loops, throwsHere, hidden, resultIsGiven) = before
    }

    private func declareFunction() {
        let function = signature(global("f"))
        if let result = function.result, !function.isThrowing, chance(20) {
            var value = Expression("")
            let before = scopes
            scopes = [[]]
            for parameter in function.parameters where !parameter.isInout {
                var isFunction = false
                if case .function = parameter.type { isFunction = true }
                declare(parameter.name, parameter.isVariadic ? .array(parameter.type) : parameter.type, mutable: false, borrowed: isFunction)
            }
            value = expression(result, 3, typed: true)
            scopes = before
            emit(header(function))
            emit("    \(value.text)")
        } else {
            emit(header(function))
            functionBody(function, statements: 1 + below(5), depth: 2)
        }
        emit("}")
        functions.append(function)
    }

    /// Some methods of a type; those that are required by its protocol first.
    private func methods(_ type: ProgramType, required: [ProgramFunction], fields: [ProgramVariable], count: Int) -> [ProgramFunction] {
        var made = required
        for _ in 0 ..< count {
            var function = signature(name("m"))
            if chance(45) { function.isMutating = true }
            made.append(function)
        }
        for function in made {
            emit(header(function))
            let shown = fields.map { ProgramVariable(name: $0.name, type: $0.type, isMutable: $0.isMutable && function.isMutating, isBorrowed: function.isMutating) }
            if case .enumeration(let index) = type, chance(60) {
                enumerationBody(function, index)
            } else {
                functionBody(function, statements: below(4), depth: 1, fields: shown)
            }
            emit("}")
        }
        return made
    }

    // MARK: Protocols

    private func declareProtocol() {
        let name = global("P")
        var made = ProgramProtocol(name: name, property: (self.name("prop"), simpleType()), methods: [])
        emit("protocol \(name) {")
        emit("    var \(made.property.name): \(text(made.property.type)) { get }")
        for _ in 0 ..< 1 + below(2) {
            var function = ProgramFunction(name: self.name("need"), parameters: [], result: simpleType())
            for index in 0 ..< below(3) {
                let own = self.name("p")
                function.parameters.append(.init(label: index == 0 ? nil : own, name: own, type: simpleType()))
            }
            made.methods.append(function)
            emit("    " + header(function).dropLast(2))
        }
        emit("}")
        protocols.append(made)
    }

    private func declareExtension(of index: Int) {
        var function = ProgramFunction(name: name("ext"), parameters: [], result: simpleType())
        function.parameters = []
        emit("extension \(protocols[index].name) {")
        depth += 1
        emit(header(function))
        functionBody(
            function, statements: below(2), depth: 1, fields: [ProgramVariable(name: protocols[index].property.name, type: protocols[index].property.type, isMutable: false)])
        emit("}")
        depth -= 1
        emit("}")
        protocols[index].methods.append(function)
    }

    // MARK: Structures

    private func declareStructure() {
        let index = structures.count, name = global("S"), conformed = !protocols.isEmpty && chance(60) ? protocols.indices.randomElement(using: &random) : nil
        var made = ProgramStructure(name: name, fields: [])
        for field in ["x", "y", "items", "tag"].prefix(1 + below(4)) {
            let type = field == "items" && chance(60) ? .array(simpleType()) : valueType(1)
            made.fields.append(.init(name: field + "\(index)", type: type, isMutable: chance(75), hasDefault: chance(25)))
        }
        if chance(25) {
            made.labels = made.fields.map { field in chance(40) ? nil : chance(50) ? field.name : "with" + field.name }
            for place in made.fields.indices { made.fields[place].hasDefault = false }
        }
        made.isEquatable = made.fields.allSatisfy { isEquatable($0.type) } && chance(70)
        made.isHashable = made.isEquatable && made.fields.allSatisfy { isHashable($0.type) } && chance(50)
        made.isComparable = made.isEquatable && chance(50)
        var conformances: [String] = []
        if made.isHashable { conformances.append("Hashable") } else if made.isEquatable { conformances.append("Equatable") }
        if made.isComparable { conformances.append("Comparable") }
        let describes = chance(20)
        if describes { conformances.append("CustomStringConvertible") }
        if let conformed { conformances.append(protocols[conformed].name) }
        emit("struct \(name)\(conformances.isEmpty ? "" : ": " + conformances.joined(separator: ", ")) {")
        depth += 1
        for field in made.fields {
            let value = field.hasDefault ? " = " + closed { literal(field.type, typed: true, 1).text } : ""
            var observer = ""
            if field.isMutable, chance(20), field.type.isOrdered {
                observer = chance(60) ? " { didSet { print(\"\(field.name)\", oldValue, \(field.name)) } }" : " { willSet { print(\"\(field.name)\", newValue) } }"
            }
            emit("\(field.isMutable ? "var" : "let") \(field.name): \(text(field.type))\(value)\(observer)")
        }
        let fields = made.fields.map { ProgramVariable(name: $0.name, type: $0.type, isMutable: $0.isMutable) }
        if let labels = made.labels {
            let parameters = zip(labels, made.fields).map { label, field in (label == field.name ? "" : (label ?? "_") + " ") + "\(field.name): \(text(field.type))" }
            emit("init(\(parameters.joined(separator: ", "))) {")
            for field in made.fields.shuffled(using: &random) { emit("    self.\(field.name) = \(field.name)") }
            emit("}")
        }
        let before = scopes
        scopes = [fields.map { ProgramVariable(name: $0.name, type: $0.type, isMutable: false) }]
        for _ in 0 ..< below(3) {
            let type = valueType(1), property = self.name("prop")
            let targets = made.fields.filter { $0.isMutable && $0.type == type }
            if let target = targets.first, chance(70) {
                emit("var \(property): \(text(type)) {")
                emit("    get { \(expression(type, 2, typed: true).text) }")
                emit("    set { \(target.name) = newValue }")
                emit("}")
                made.computed.append((property, type, true))
            } else {
                emit("var \(property): \(text(type)) { \(expression(type, 2, typed: true).text) }")
                made.computed.append((property, type, false))
            }
        }
        if let conformed {
            let property = protocols[conformed].property
            emit("var \(property.name): \(text(property.type)) { \(expression(property.type, 2, typed: true).text) }")
            made.computed.append((property.name, property.type, false))
        }
        if made.isComparable {
            let field = made.fields.first { isComparable($0.type) }
            emit("static func < (left: \(name), right: \(name)) -> Bool { \(field.map { "left.\($0.name) < right.\($0.name)" } ?? "false") }")
        }
        if describes { emit("var description: String { \"<\\(\(made.fields[0].name))\(pick(["", "|", " é"]))>\" }") }
        if let field = made.fields.first(where: { if case .array = $0.type { $0.isMutable } else { false } }), case .array(let element) = field.type, isPlainElement(element) {
            emit("subscript(index: Int) -> \(text(element)) {")
            emit("    get { \(field.name).isEmpty ? \(literal(element, typed: true, 0).text) : \(field.name)[index % \(field.name).count] }")
            emit("    set { if \(field.name).isEmpty { \(field.name).append(newValue) } else { \(field.name)[index % \(field.name).count] = newValue } }")
            emit("}")
            made.element = element
        }
        scopes = before
        made.methods = methods(.structure(index), required: conformed.map { needed($0) } ?? [], fields: fields, count: below(3))
        depth -= 1
        emit("}")
        structures.append(made)
        if let conformed {
            protocols[conformed].conforming.append(.structure(index))
            if chance(30) { declareExtension(of: conformed) }
        }
    }

    private func isPlainElement(_ type: ProgramType) -> Bool { if case .optional = type { false } else { true } }

    /// What a protocol asks for, without what its extensions give.
    private func needed(_ index: Int) -> [ProgramFunction] { protocols[index].methods.filter { !$0.name.hasPrefix("ext") } }

    private func isHashable(_ type: ProgramType) -> Bool {
        switch type {
        case .structure(let index): structures[index].isHashable
        case .enumeration(let index): enumerations[index].isEquatable && enumerations[index].cases.allSatisfy { $0.payload.isEmpty }
        case .array(let element), .optional(let element): isHashable(element)
        default: isEquatable(type)
        }
    }

    // MARK: Enumerations

    private func declareEnumeration() {
        let index = enumerations.count, name = global("E"), conformed = !protocols.isEmpty && chance(30) ? protocols.indices.randomElement(using: &random) : nil
        var made = ProgramEnumeration(name: name, cases: [])
        let names = Array(["one", "two", "three", "four", "five"].prefix(2 + below(4)))
        if chance(30) { made.raw = pick([.int, .string]) }
        for name in names {
            var item = ProgramEnumeration.Case(name: name, payload: [])
            if made.raw == nil, chance(60) {
                for place in 0 ..< 1 + below(2) { item.payload.append((chance(40) ? "part\(place)" : nil, valueType(1))) }
            }
            made.cases.append(item)
        }
        let isPlain = made.cases.allSatisfy { $0.payload.isEmpty }
        let canEqual = made.cases.allSatisfy { $0.payload.allSatisfy { isEquatable($0.type) } }
        var conformances: [String] = []
        if let raw = made.raw { conformances.append(text(raw)) }
        made.isEquatable = isPlain || (canEqual && chance(70))
        if made.isEquatable && !isPlain { conformances.append("Equatable") }
        made.isIterable = isPlain && chance(60)
        if made.isIterable { conformances.append("CaseIterable") }
        if let conformed { conformances.append(protocols[conformed].name) }
        emit("enum \(name)\(conformances.isEmpty ? "" : ": " + conformances.joined(separator: ", ")) {")
        depth += 1
        if isPlain, chance(50) {
            let values = made.raw == .int && chance(50) ? " = \(names.count + below(9))" : ""
            emit("case \(names.joined(separator: ", "))\(values)")
        } else {
            for item in made.cases {
                let payload = item.payload.map { ($0.label.map { $0 + ": " } ?? "") + text($0.type) }.joined(separator: ", ")
                emit("case \(item.name)\(payload.isEmpty ? "" : "(\(payload))")")
            }
        }
        enumerations.append(made)
        let before = scopes
        scopes = [[]]
        if let conformed {
            let property = protocols[conformed].property
            emit("var \(property.name): \(text(property.type)) {")
            depth += 1
            emit("switch self {")
            cases(of: made, isWhole: true) { declare in
                scoped {
                    declare()
                    emit("    return \(expression(property.type, 1, typed: true).text)")
                }
            }
            emit("}")
            depth -= 1
            emit("}")
        }
        // Its methods must not make values that call them.
        enumerations[index].methods = methods(.enumeration(index), required: conformed.map { needed($0) } ?? [], fields: [], count: below(3))
        scopes = before
        depth -= 1
        emit("}")
        if let conformed { protocols[conformed].conforming.append(.enumeration(index)) }
    }

    /// A method that looks at its cases, and may become another one.
    private func enumerationBody(_ function: ProgramFunction, _ index: Int) {
        let enumeration = enumerations[index]
        let before = (scopes, localFunctions, mayThrow, result, isInFunction, loops)
        (scopes, localFunctions, mayThrow, result, isInFunction, loops) = ([[]], [[]], function.isThrowing, function.result, true, [])
        depth += 1
        for parameter in function.parameters {
            var isFunction = false
            if case .function = parameter.type { isFunction = true }
            declare(parameter.name, parameter.isVariadic ? .array(parameter.type) : parameter.type, mutable: parameter.isInout, borrowed: parameter.isInout || isFunction)
        }
        emit("switch self {")
        cases(of: enumeration, isWhole: chance(80)) { bind in
            scoped {
                bind()
                depth += 1
                if function.isMutating, chance(60) { emit("self = ", construct(enumeration, 1, typed: false)) }
                if let result = function.result {
                    emit("return ", expression(result, 2, typed: true))
                } else if !function.isMutating || chance(30) {
                    statement(0)
                } else {
                    emit("break")
                }
                depth -= 1
            }
        }
        emit("}")
        depth -= 1
        (scopes, localFunctions, mayThrow, result, isInFunction, loops) = before
    }
}
