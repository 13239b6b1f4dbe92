/// Values that are known without running anything, and what is wrong with arithmetic on them.
extension FlowCheck {
    /// What a loop changes has no known value in it. So has a global that the functions called there may change.
    mutating func forgetChanges(_ walk: (ChangedVariables) -> Void) {
        let walker = ChangedVariables()
        walk(walker)
        for variable in walker.found { state.known.forget(variable) }
        if walker.hasCalls { state.known.forgetGlobals() }
    }

    mutating func know(_ pattern: Pattern, _ value: KnownValues.Value?, isWhole: Bool) {
        switch pattern {
        case .bind(let variable): know(variable, value, isPlain: isWhole)
        case .tuple(let parts, _):
            guard case .tuple(let values)? = value, values.count == parts.count else { return }
            for (part, value) in zip(parts, values) { know(part, value, isWhole: isWhole) }
        default: break
        }
    }

    mutating func know(_ variable: Variable, _ value: KnownValues.Value?, isPlain: Bool) {
        let isGlobal = if case .global = variable.storage { true } else { false }
        guard !variable.isInout, !captured.contains(variable), isGlobal ? isTopLevel && isPlain : true else { return state.known.forget(variable) }
        assignments += 1
        state.known.set(variable, to: value, assignment: assignments)
    }

    /// The value that swiftc would find.
    func constant(_ value: Expression) -> KnownValues.Value? {
        switch value.kind {
        case .integer(let magnitude, let isNegative):
            guard let name = value.type.standardName else { return nil }
            let number = isNegative ? -Int128(magnitude) : Int128(magnitude)
            if ConstantArithmetic.ranges[name] != nil { return .integer(number) }
            return name == "Double" ? .floating(Double(number)) : nil
        case .floating(let number): return value.type.standardName == "Double" ? .floating(number) : nil
        case .variable(let variable): return state.known[variable]
        case .tuple(let parts): return parts.isEmpty ? nil : .tuple(parts.map(constant))
        case .tupleElement(let base, let index):
            guard case .tuple(let values)? = constant(base), values.indices.contains(index) else { return nil }
            return values[index]
        case .computed(nil, let property, _, _):
            guard property.isStatic, let range = value.type.standardName.flatMap({ ConstantArithmetic.ranges[$0] }) else { return nil }
            return property.name == "max" ? .integer(range.upperBound) : property.name == "min" ? .integer(range.lowerBound) : nil
        case .ternary(let condition, let yes, let no):
            guard case .boolean(let isTrue) = condition.kind else { return nil }
            return constant(isTrue ? yes : no)
        case .inout(let target): return constant(target)
        case .call(let callee, nil, let arguments): return result(callee.function, arguments)
        default: return nil
        }
    }

    /// Whether conditions hold, where that is known: a comparison of known numbers.
    func truth(of conditions: [Condition]) -> Bool? {
        guard conditions.count == 1, case .expression(let value) = conditions[0], case .call(let callee, nil, let arguments) = value.kind, callee.function.isPlainArithmetic,
            arguments.count == 2, case .value(let left) = arguments[0], case .value(let right) = arguments[1], case .integer(let a)? = constant(left),
            case .integer(let b)? = constant(right)
        else { return nil }
        switch callee.function.name {
        case "==": return a == b
        case "!=": return a != b
        case "<": return a < b
        case "<=": return a <= b
        case ">": return a > b
        case ">=": return a >= b
        default: return nil
        }
    }

    /// Of an operator or conversion of the standard library, when it fits.
    func result(_ function: Function, _ arguments: [Argument]) -> KnownValues.Value? {
        guard function.origin == .standard, let type = function.owner?.name, case .value(let first)? = arguments.first, let a = constant(first) else { return nil }
        let range = ConstantArithmetic.ranges[type]
        if function.kind == .initializer {
            guard let range, case .floating(let number) = a, function.parameters.map(\.label) == [nil], let whole = Int128(exactly: number.rounded(.towardZero)),
                range.contains(whole)
            else { return nil }
            return .integer(whole)
        }
        // `a += b` gives what `a + b` does.
        let name = function.name.count > 1 && function.name.hasSuffix("=") ? function.name.dropLast() : function.name[...]
        if arguments.count == 1 {
            switch (name, a, range) {
            case ("-", .integer(let number), let range?): return range.contains(-number) ? .integer(-number) : nil
            case ("-", .floating(let number), _): return .floating(-number)
            case ("+", _, _): return a
            case ("~", .integer(let number), let range?): return .integer(range.lowerBound < 0 ? ~number : range.upperBound - number)
            default: return nil
            }
        }
        guard arguments.count == 2, case .value(let second) = arguments[1], let b = constant(second) else { return nil }
        switch (a, b, range) {
        case (.integer(let a), .integer(let b), let range?):
            guard let exact = ConstantArithmetic.exact(name, a, b, in: range), range.contains(exact) else { return nil }
            return .integer(exact)
        case (.floating(let a), .floating(let b), nil): return ConstantArithmetic.exact(String(name), a, b).map { .floating($0) }
        default: return nil
        }
    }

    /// Division by zero, and sums, products and conversions that do not fit.
    func checkConstantArithmetic(_ function: Function, _ arguments: [Argument], at place: Place) {
        guard function.origin == .standard, let type = function.owner?.name, let range = ConstantArithmetic.ranges[type], case .value(let first)? = arguments.first else { return }
        func report(_ message: String) { checker.report(at: Int(place.offset), message) }
        if arguments.count == 1, function.kind == .initializer, function.parameters.map(\.label) == [nil], case .floating(let number)? = constant(first) {
            if number < 0, range.lowerBound == 0, number <= -1 || first.isLiteral { return report("negative literal '\(number)' cannot be converted to '\(type)'") }
            if let whole = Int128(exactly: number.rounded(.towardZero)), range.contains(whole) { return }
            return report("invalid conversion: '\(ConstantArithmetic.spelled(number))' overflows '\(type)'")
        }
        if arguments.count == 1, function.name == "-", case .integer(let number)? = constant(first), !range.contains(-number) {
            let size = String(range.upperBound, radix: 2).count + 1
            return report("arithmetic operation '0 - \(number)' (on signed \(size)-bit integer type) results in an overflow")
        }
        guard arguments.count == 2, case .value(let second) = arguments[1], case .integer(let b)? = constant(second) else { return }
        let name = function.name.count > 1 && function.name.hasSuffix("=") ? String(function.name.dropLast()) : function.name
        if ["/", "%"].contains(name), b == 0 { return report("division by zero") }
        guard case .integer(let a)? = constant(first), let exact = ConstantArithmetic.exact(name, a, b, in: range), !range.contains(exact) else { return }
        if name == "/" { return report("division '\(a) / \(b)' results in an overflow") }
        report("arithmetic operation '\(a) \(name) \(b)' (on type '\(type)') results in an overflow")
    }

    /// What a call changes that was known.
    mutating func forget(after callee: Function, _ receiver: Expression?, _ arguments: [Argument], _ result: KnownValues.Value?) {
        for argument in arguments { if case .value(let value) = argument, case .inout(let target) = value.kind { change(target, to: result) } }
        if callee.isMutating, let receiver, let variable = receiver.root {
            if callee.name == "negate", case .variable = receiver.kind, case .integer(let number)? = state.known[variable] {
                know(variable, .integer(-number), isPlain: true)
            } else {
                state.known.forget(variable)
            }
        }
        for variable in callee.captures { state.known.forget(variable) }
        guard !callee.isPlainArithmetic else { return }
        state.known.forgetGlobals()
        let takesFunctions = arguments.contains { argument in
            switch argument {
            case .value(let value): value.type.holdsFunction
            case .variadic(let values): values.contains { $0.type.holdsFunction }
            case .defaulted: false
            }
        }
        if takesFunctions || callee.origin != .standard { state.known.call(isLosing: takesFunctions) }
    }

    mutating func change(_ target: Expression, to value: KnownValues.Value?, isPlain: Bool = true) {
        switch target.kind {
        case .variable(let variable): know(variable, value, isPlain: isPlain)
        case .tuple(let parts):
            let values: [KnownValues.Value?] = if case .tuple(let all)? = value, all.count == parts.count { all } else { parts.map { _ in nil } }
            for (part, value) in zip(parts, values) { change(part, to: value, isPlain: isPlain) }
        default: if let variable = target.root { state.known.forget(variable) }
        }
    }
}

extension Function {
    /// An operator or conversion of numbers, which touches nothing else.
    var isPlainArithmetic: Bool {
        guard origin == .standard, let type = owner?.name, ConstantArithmetic.ranges[type] != nil || type == "Double" || type == "Bool" else { return false }
        return isOperatorFixity != nil || kind == .initializer && parameters.count == 1
    }
}

extension Expression {
    /// Literals, variables and arithmetic of them, computed without a call.
    var isPlain: Bool {
        switch kind {
        case .integer, .floating, .boolean, .variable: true
        case .call(let callee, nil, let arguments):
            callee.function.isPlainArithmetic && arguments.allSatisfy { if case .value(let value) = $0 { value.isPlain } else { false } }
        default: false
        }
    }

    fileprivate var isLiteral: Bool { if case .floating = kind { true } else { false } }
}

extension Type {
    /// The kind of literal that has it by default; text may be a Character as well.
    var usualLiteral: TypeVariable.Literal? {
        switch standardName {
        case "Int": .integer
        case "Double": .floating
        case "String": .character
        case "Bool": .boolean
        default: nil
        }
    }

    fileprivate var holdsFunction: Bool { contains { if case .function = $0 { true } else { false } } }
}
