/// The rules of throwing: a call that can throw stands under `try`, and what is thrown goes somewhere.
///
/// Runs over the finished tree, innermost first, so that a closure's own throwing is known where a rethrowing
/// function is given it.
struct EffectCheck {
    let checker: Checker
    /// Under a `try` of any kind.
    private var isCovered = false
    /// Errors thrown here reach a `catch`, the end of a throwing function, or the cell's end.
    private var isHandled = true
    /// Something was thrown out of the closure or body being walked.
    private var escapes = false

    init(_ checker: Checker) { self.checker = checker }

    mutating func check(body: Block, throwing: Bool) {
        isHandled = throwing
        block(body)
    }

    private mutating func block(_ block: Block) { for statement in block.statements { self.statement(statement) } }

    private mutating func statement(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value), .yield(let value): expression(value)
        case .bind(_, let value): if let value { expression(value) }
        case .function(let function): nested(function)
        case .if(let conditions, let then, let otherwise):
            self.conditions(conditions)
            block(then)
            if let otherwise { block(otherwise) }
        case .guard(let conditions, let otherwise):
            self.conditions(conditions)
            block(otherwise)
        case .while(_, let conditions, let body):
            self.conditions(conditions)
            block(body)
        case .repeatWhile(_, let body, let condition):
            block(body)
            expression(condition)
        case .forIn(_, let pattern, let sequence, _, let filter, let body):
            self.pattern(pattern)
            expression(sequence)
            if let filter { expression(filter) }
            block(body)
        case .switch(_, let subject, let cases):
            expression(subject)
            for item in cases {
                for (pattern, filter) in item.patterns {
                    self.pattern(pattern)
                    if let filter { expression(filter) }
                }
                block(item.body)
            }
        case .return(let value): if let value { expression(value) }
        case .throw(let value):
            expression(value)
            escape(at: statement.place, message: "error is not handled because the enclosing function is not declared 'throws'")
        case .do(_, let body, let catches):
            let saved = (isHandled, escapes)
            let catchesAll = catches.contains { $0.patterns.isEmpty || $0.patterns.contains { $0.0.isIrrefutable && $0.filter == nil } }
            if catchesAll { (isHandled, escapes) = (true, false) }
            block(body)
            if catchesAll { (isHandled, escapes) = saved }
            for clause in catches {
                for (pattern, filter) in clause.patterns {
                    self.pattern(pattern)
                    if let filter { expression(filter) }
                }
                block(clause.body)
            }
        case .defer(let body): block(body)
        case .break, .continue, .fallThrough: break
        }
    }

    private mutating func conditions(_ list: [Condition]) {
        for condition in list {
            switch condition {
            case .expression(let value): expression(value)
            case .pattern(let pattern, let value):
                self.pattern(pattern)
                expression(value)
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

    private mutating func escape(at place: Place, message: String) {
        escapes = true
        if !isHandled { checker.report(at: Int(place.offset), message) }
    }

    private mutating func call(throwing: Bool, at place: Place) {
        guard throwing else { return }
        if !isCovered { checker.report(at: Int(place.offset), "call can throw but is not marked with 'try'") }
        escape(at: place, message: isCovered ? "errors thrown from here are not handled" : "call can throw, but it is not marked with 'try' and the error is not handled")
    }

    private mutating func under(_ body: (inout EffectCheck) -> Void) {
        let saved = isCovered
        isCovered = true
        body(&self)
        isCovered = saved
    }

    /// A local function keeps its errors to itself.
    private mutating func nested(_ function: Function) {
        guard let body = function.body else { return }
        var inner = EffectCheck(checker)
        inner.check(body: body, throwing: function.isThrowing)
    }

    private mutating func expression(_ value: Expression) {
        switch value.kind {
        case .integer, .floating, .boolean, .string, .none, .variable, .type: break
        case .interpolation(let segments): for case .value(let part) in segments { expression(part) }
        case .array(let parts), .tuple(let parts): for part in parts { expression(part) }
        case .dictionary(let pairs):
            for pair in pairs {
                expression(pair.key)
                expression(pair.value)
            }
        case .function(_, let receiver): if let receiver { expression(receiver) }
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalChain(let base), .optionalBinding(let base), .isNone(let base),
            .discard(let base), .inout(let base), .convert(_, let base), .cast(_, let base, _):
            expression(base)
        case .computed(let base, let property, _, let indices):
            if let base { expression(base) }
            arguments(indices)
            call(throwing: property.getter.isThrowing, at: value.place)
        case .call(let callee, let receiver, let given):
            if let receiver { expression(receiver) }
            arguments(given, to: callee.function)
            let function = callee.function
            call(throwing: function.isRethrowing ? given.contains(where: throwsWhenCalled) : function.isThrowing, at: value.place)
        case .callValue(let callee, let given):
            expression(callee)
            arguments(given)
            if case .function(let type) = callee.type { call(throwing: type.isThrowing, at: value.place) }
        case .enumCase(_, let parts): for part in parts { expression(part) }
        case .closure(let function):
            guard let body = function.body else { return }
            var inner = EffectCheck(checker)
            inner.check(body: body, throwing: true)
            if inner.escapes { function.isThrowing = true }
        case .binding(let bindings, let inner):
            for (_, initial) in bindings { expression(initial) }
            expression(inner)
        case .ternary(let condition, let yes, let no):
            expression(condition)
            expression(yes)
            expression(no)
        case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right), .assign(let left, let right):
            expression(left)
            expression(right)
        case .statement(let statement): self.statement(statement)
        case .try(let inner): under { $0.expression(inner) }
        case .tryOptional(let inner), .tryForce(let inner):
            let saved = (isHandled, escapes)
            isHandled = true
            under { $0.expression(inner) }
            (isHandled, escapes) = saved
        }
    }

    private mutating func arguments(_ list: [Argument], to function: Function? = nil) {
        for (index, argument) in list.enumerated() {
            switch argument {
            case .value(let value):
                expression(value)
                if let function, index < function.parameters.count { requireNonThrowing(value, as: function.parameters[index].type) }
            case .variadic(let values): for value in values { expression(value) }
            case .defaulted: break
            }
        }
    }

    /// A closure that throws may not be given where the function promises not to.
    private func requireNonThrowing(_ value: Expression, as type: Type) {
        guard case .closure(let closure) = value.kind, closure.isThrowing else { return }
        if case .function(let wanted) = type, !wanted.isThrowing {
            var throwing = value.type
            if case .function(var own) = throwing {
                own.isThrowing = true
                throwing = .function(own)
            }
            var plain = throwing
            if case .function(var own) = plain {
                own.isThrowing = false
                plain = .function(own)
            }
            checker.report(at: Int(value.place.offset), "invalid conversion from throwing function of type '\(throwing)' to non-throwing function type '\(plain)'")
        }
    }

    private func throwsWhenCalled(_ argument: Argument) -> Bool {
        guard case .value(let value) = argument else { return false }
        var inner = value
        while case .convert(_, let next) = inner.kind { inner = next }
        switch inner.kind {
        case .closure(let function): return function.isThrowing
        case .binding(_, let closure): return throwsWhenCalled(.value(closure))
        case .function(let callee, _): return callee.function.isThrowing
        case .variable(let variable): return variable.type.function?.isThrowing ?? false
        default: return inner.type.function?.isThrowing ?? false
        }
    }
}

extension Checker {
    func checkEffects(of statements: [Statement], functions: [Function]) {
        var cell = EffectCheck(self)
        cell.check(body: Block(statements: statements), throwing: true)
        for function in functions {
            guard let body = function.body else { continue }
            var inner = EffectCheck(self)
            inner.check(body: body, throwing: function.isThrowing)
        }
    }
}
