/// What swiftc finds after type checking: missing returns, variables used before they have a value, constants
/// set twice, `guard` bodies that go on.
///
/// One walk over the finished tree, carrying the set of variables that surely have a value.
struct FlowCheck {
    let checker: Checker
    /// Variables declared without a value, and whether each surely has one here.
    private var tracked: Set<Variable> = []
    private var assigned: Set<Variable> = []
    /// Some path has given a value.
    private var perhaps: Set<Variable> = []
    /// What is assigned where a `break` leaves its statement.
    private var breaks: [Int: [Set<Variable>]] = [:]
    /// Loops being walked: constants assigned inside could be set again.
    private var loopDepth = 0
    private var declaredAt: [Variable: Int] = [:]

    init(_ checker: Checker) { self.checker = checker }

    /// Walks statements; true if control can reach the end.
    @discardableResult
    mutating func block(_ block: Block) -> Bool {
        var reaches = true
        for statement in block.statements {
            // Code that is never reached has no bearing on what follows.
            if !reaches { return false }
            reaches = self.statement(statement)
        }
        return reaches
    }

    private mutating func statement(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .expression(let value), .yield(let value):
            expression(value)
            return value.type.standardName != "Never" && !value.neverReturns
        case .bind(let pattern, let value):
            if let value {
                expression(value)
                self.pattern(pattern)
            } else if case .bind(let variable) = pattern {
                tracked.insert(variable)
                declaredAt[variable] = loopDepth
            }
            return true
        case .function(let function):
            // A local function may use what has a value where it is declared.
            if let body = function.body { nested(body, result: function) }
            return true
        case .if(let conditions, let then, let otherwise):
            self.conditions(conditions)
            let before = assigned
            let first = block(then)
            let afterThen = assigned
            assigned = before
            let second = otherwise.map { block($0) } ?? true
            merge((first, afterThen), (second, assigned))
            return first || second
        case .guard(let conditions, let otherwise):
            self.conditions(conditions)
            let before = assigned
            if block(otherwise) { checker.report(at: Int(statement.place.offset), "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope") }
            assigned = before
            return true
        case .while(let id, let conditions, let body):
            loopDepth += 1
            self.conditions(conditions)
            let before = assigned
            block(body)
            loopDepth -= 1
            let left = id.flatMap { breaks.removeValue(forKey: $0) } ?? []
            if conditions.isAlwaysTrue {
                assigned = left.dropFirst().reduce(left.first ?? before) { $0.intersection($1) }
                return !left.isEmpty
            }
            assigned = left.reduce(before) { $0.intersection($1) }
            return true
        case .repeatWhile(let id, let body, let condition):
            loopDepth += 1
            let reaches = block(body)
            if reaches { expression(condition) }
            loopDepth -= 1
            let left = id.flatMap { breaks.removeValue(forKey: $0) } ?? []
            if condition.isTrueLiteral { return !left.isEmpty }
            return reaches || !left.isEmpty
        case .forIn(let id, let pattern, let sequence, _, let filter, let body):
            expression(sequence)
            let before = assigned
            loopDepth += 1
            self.pattern(pattern)
            if let filter { expression(filter) }
            block(body)
            loopDepth -= 1
            if let id { breaks[id] = nil }
            assigned = before
            return true
        case .switch(let id, let subject, let cases):
            expression(subject)
            let before = assigned
            var ends: [(Bool, Set<Variable>)] = []
            for item in cases {
                assigned = before
                for (pattern, filter) in item.patterns {
                    self.pattern(pattern)
                    if let filter { expression(filter) }
                }
                let reaches = block(item.body)
                if item.body.statements.last.map({ if case .fallThrough = $0.kind { true } else { false } }) != true { ends.append((reaches, assigned)) }
            }
            for set in id.flatMap({ breaks.removeValue(forKey: $0) }) ?? [] { ends.append((true, set)) }
            let open = ends.filter(\.0)
            assigned = open.dropFirst().reduce(open.first?.1 ?? before) { $0.intersection($1.1) }
            return !open.isEmpty
        case .break(let id):
            breaks[id, default: []].append(assigned)
            return false
        case .continue, .fallThrough: return false
        case .return(let value):
            if let value { expression(value) }
            return false
        case .throw(let value):
            expression(value)
            return false
        case .do(let id, let body, let catches):
            let before = assigned
            var ends = [(block(body), assigned)]
            for clause in catches {
                assigned = before
                for (pattern, filter) in clause.patterns {
                    self.pattern(pattern)
                    if let filter { expression(filter) }
                }
                ends.append((block(clause.body), assigned))
            }
            for set in id.flatMap({ breaks.removeValue(forKey: $0) }) ?? [] { ends.append((true, set)) }
            let open = ends.filter(\.0)
            assigned = open.dropFirst().reduce(open.first?.1 ?? before) { $0.intersection($1.1) }
            return !open.isEmpty
        case .defer(let body):
            let before = assigned
            block(body)
            assigned = before
            return true
        }
    }

    private mutating func merge(_ a: (Bool, Set<Variable>), _ b: (Bool, Set<Variable>)) {
        switch (a.0, b.0) {
        case (true, true): assigned = a.1.intersection(b.1)
        case (true, false): assigned = a.1
        case (false, true): assigned = b.1
        case (false, false): assigned = a.1.union(b.1)
        }
    }

    private mutating func nested(_ body: Block, result function: Function) {
        var inner = FlowCheck(checker)
        (inner.tracked, inner.assigned, inner.perhaps, inner.declaredAt) = (tracked, assigned, perhaps, declaredAt)
        inner.loopDepth = loopDepth + 1
        let reaches = inner.block(body)
        checker.requireReturn(reaches, function, body)
    }

    private mutating func conditions(_ list: [Condition]) {
        for condition in list {
            switch condition {
            case .expression(let value): expression(value)
            case .pattern(let pattern, let value):
                expression(value)
                self.pattern(pattern)
            }
        }
    }

    private mutating func pattern(_ pattern: Pattern) {
        switch pattern {
        case .tuple(let parts, _), .enumCase(_, let parts, _): for part in parts { self.pattern(part) }
        case .unwrap(let inner, _): self.pattern(inner)
        case .cast(_, let inner): if let inner { self.pattern(inner) }
        case .test(_, let value): expression(value)
        case .bind, .wildcard, .none: break
        }
    }

    private func use(_ variable: Variable, at place: Place) {
        guard tracked.contains(variable), !assigned.contains(variable) else { return }
        checker.report(at: Int(place.offset), "\(variable.isMutable ? "variable" : "constant") '\(variable.name)' used before being initialized")
    }

    private mutating func assign(_ target: Expression) {
        switch target.kind {
        case .variable(let variable):
            guard tracked.contains(variable) else { return }
            if !variable.isMutable {
                if assigned.contains(variable) || perhaps.contains(variable) || loopDepth > declaredAt[variable, default: 0] {
                    checker.report(at: Int(target.place.offset), "immutable value '\(variable.name)' may only be initialized once")
                }
            }
            assigned.insert(variable)
            perhaps.insert(variable)
        case .tuple(let parts): for part in parts { assign(part) }
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalBinding(let base): expression(base)
        case .computed(let base, _, _, let indices):
            if let base { expression(base) }
            arguments(indices)
        default: expression(target)
        }
    }

    private mutating func arguments(_ list: [Argument]) {
        for argument in list {
            switch argument {
            case .value(let value): expression(value)
            case .variadic(let values): for value in values { expression(value) }
            case .defaulted: break
            }
        }
    }

    private mutating func expression(_ value: Expression) {
        switch value.kind {
        case .integer, .floating, .boolean, .string, .none, .type: break
        case .variable(let variable): use(variable, at: value.place)
        case .interpolation(let segments): for case .value(let part) in segments { expression(part) }
        case .array(let parts), .tuple(let parts): for part in parts { expression(part) }
        case .dictionary(let pairs):
            for pair in pairs {
                expression(pair.key)
                expression(pair.value)
            }
        case .function(_, let receiver): if let receiver { expression(receiver) }
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalChain(let base), .optionalBinding(let base), .isNone(let base),
            .discard(let base), .inout(let base), .cast(_, let base, _), .try(let base), .tryOptional(let base), .tryForce(let base):
            expression(base)
        case .convert(_, let base): expression(base)
        case .computed(let base, _, _, let indices):
            if let base { expression(base) }
            arguments(indices)
        case .call(let callee, let receiver, let given):
            if let receiver { expression(receiver) }
            arguments(given)
            checkConstantArithmetic(callee.function, given, at: value.place)
        case .callValue(let callee, let given):
            expression(callee)
            arguments(given)
        case .enumCase(_, let parts): for part in parts { expression(part) }
        case .closure(let function):
            for variable in function.captures { use(variable, at: value.place) }
            if let body = function.body { nested(body, result: function) }
        case .binding(let bindings, let inner):
            for (_, initial) in bindings { expression(initial) }
            expression(inner)
        case .ternary(let condition, let yes, let no):
            expression(condition)
            expression(yes)
            expression(no)
        case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right):
            expression(left)
            let before = assigned
            expression(right)
            assigned = before
        case .assign(let target, let new):
            expression(new)
            assign(target)
        case .statement(let statement): _ = self.statement(statement)
        }
    }

    /// Division by a literal zero, and sums and products of literals that do not fit.
    private func checkConstantArithmetic(_ function: Function, _ arguments: [Argument], at place: Place) {
        guard function.origin == .standard, function.owner?.name == "Int", arguments.count == 2,
            case .value(let left) = arguments[0], case .value(let right) = arguments[1], let b = right.constantInteger
        else { return }
        if function.name == "/" || function.name == "%" || function.name == "/=" || function.name == "%=", b == 0 {
            return checker.report(at: Int(place.offset), "division by zero")
        }
        guard let a = left.constantInteger else { return }
        let overflow =
            switch function.name {
            case "+": a.addingReportingOverflow(b).overflow
            case "-": a.subtractingReportingOverflow(b).overflow
            case "*": a.multipliedReportingOverflow(by: b).overflow
            default: false
            }
        if overflow { checker.report(at: Int(place.offset), "arithmetic operation '\(a) \(function.name) \(b)' (on type 'Int') results in an overflow") }
    }
}

extension Expression {
    /// The value, when it is plain arithmetic of literals.
    fileprivate var constantInteger: Int? {
        switch kind {
        case .integer(let magnitude, let isNegative) where type.standardName == "Int":
            return isNegative ? Int(exactly: magnitude).map { -$0 } ?? (magnitude == UInt64(1) << 63 ? Int.min : nil) : Int(exactly: magnitude)
        case .computed(nil, let property, _, _) where property.isStatic && type.standardName == "Int":
            return property.name == "max" ? Int.max : property.name == "min" ? Int.min : nil
        case .call(let callee, nil, let arguments) where callee.function.owner?.name == "Int" && callee.function.origin == .standard && arguments.count == 2:
            guard case .value(let left) = arguments[0], case .value(let right) = arguments[1], let a = left.constantInteger, let b = right.constantInteger else { return nil }
            switch callee.function.name {
            case "+": let sum = a.addingReportingOverflow(b); return sum.overflow ? nil : sum.partialValue
            case "-": let difference = a.subtractingReportingOverflow(b); return difference.overflow ? nil : difference.partialValue
            case "*": let product = a.multipliedReportingOverflow(by: b); return product.overflow ? nil : product.partialValue
            default: return nil
            }
        default: return nil
        }
    }

    fileprivate var isTrueLiteral: Bool { if case .boolean(true) = kind { true } else { false } }

    /// A call of a function that never returns, converted to whatever is wanted.
    fileprivate var neverReturns: Bool {
        switch kind {
        case .call(let callee, _, _): callee.function.result.standardName == "Never"
        case .convert(.never, _): true
        case .try(let inner): inner.neverReturns
        default: false
        }
    }
}

extension [Condition] {
    fileprivate var isAlwaysTrue: Bool {
        allSatisfy { if case .expression(let value) = $0 { value.isTrueLiteral } else { false } }
    }
}

extension Checker {
    func checkFlow(of statements: [Statement], functions: [Function]) {
        var cell = FlowCheck(self)
        cell.block(Block(statements: statements))
        for function in functions where function.place.source == source {
            guard let body = function.body else { continue }
            var inner = FlowCheck(self)
            requireReturn(inner.block(body), function, body)
        }
    }

    /// A body that must give a value may not end without.
    func requireReturn(_ reachesEnd: Bool, _ function: Function, _ body: Block) {
        guard reachesEnd, !function.result.isVoid, !function.result.hasError, function.kind != .initializer, !function.isMemberwise else { return }
        if function.result.standardName == "Never" {
            return report(at: Int(function.place.offset), "function with uninhabited return type 'Never' is missing call to another never-returning function on all paths")
        }
        let what =
            switch function.kind {
            case .closure: "closure"
            case .getter: "getter"
            case .method: "instance method"
            case .staticMethod: "static method"
            default: "global function"
            }
        let end = endOfBody[function] ?? Int(function.place.offset)
        report(at: end, "missing return in \(what) expected to return '\(function.result)'")
    }
}
