/// The rules of throwing: a call that can throw stands under `try`, and what is thrown goes somewhere.
///
/// Runs over the finished tree, innermost first, so that a closure's own throwing is known where a rethrowing
/// function is given it.
struct EffectCheck {
    let checker: Checker
    /// Under a `try` of any kind: where that stands.
    private var cover: Place?
    /// Where errors thrown here go.
    private enum Handling: Equatable {
        /// To a `catch`, the end of a throwing function, or the cell's end.
        case handled
        case byNone, byCatch
        /// A `rethrows` function throws what the functions it is given throw, and nothing else.
        case asGiven
        case notInDefer
        /// The value that a property or a parameter has to begin with.
        case notInInitial(String)
    }
    private var handling = Handling.handled
    /// The assignment whose right side is the closure looked at next: what is wrong with its type is said there.
    private var assignment: Place?
    /// Something was thrown out of the closure or body being walked.
    private var escapes = false
    /// Something that throws was found, wherever it goes.
    private var sawThrowing = false
    /// Some of that is not thrown by functions that the `rethrows` function being walked is given.
    private var sawOwnThrowing = false
    /// What the `rethrows` function being walked is given.
    private var given: Set<Variable> = []
    /// Finds out whether something escapes, and says nothing.
    private var isSilent = false

    init(_ checker: Checker) { self.checker = checker }

    mutating func check(body: Block, throwing: Bool) {
        handling = throwing ? .handled : .byNone
        block(body)
    }

    mutating func check(body: Block, of function: Function) {
        guard function.isRethrowing else { return check(body: body, throwing: function.isThrowing) }
        given = Set(function.parameters.compactMap(\.variable))
        handling = .asGiven
        block(body)
    }

    /// - Parameter what: whose value it is, `a property initializer`.
    mutating func check(initial: Expression, of what: String) {
        handling = .notInInitial(what)
        expression(initial)
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
            (escapes, sawThrowing, sawOwnThrowing) = (true, true, true)
            switch handling {
            case .handled: break
            case .asGiven: report(at: statement.place, "a function declared 'rethrows' may only throw if its parameter does")
            case .byNone: report(at: statement.place, "error is not handled because the enclosing function is not declared 'throws'")
            case .byCatch: report(at: statement.place, "error is not handled because the enclosing catch is not exhaustive")
            case .notInDefer: report(at: statement.place, "errors cannot be thrown out of a defer body")
            case .notInInitial(let what): report(at: statement.place, "errors cannot be thrown out of \(what)")
            }
        case .do(_, let body, let catches):
            let saved = (handling, escapes)
            let sawBefore = (sawThrowing, sawOwnThrowing)
            (sawThrowing, sawOwnThrowing) = (false, false)
            let catchesAll = catches.contains { $0.patterns.isEmpty || $0.patterns.contains { $0.0.isIrrefutable && $0.filter == nil } }
            if catchesAll { (handling, escapes) = (.handled, false) } else if !catches.isEmpty, handling == .byNone { handling = .byCatch }
            block(body)
            if catchesAll { escapes = saved.1 }
            handling = saved.0
            if !sawThrowing, let first = catches.first {
                checker.unreachableCatches.insert(first.place)
                if !isSilent { checker.warn(at: first.place, "'catch' block is unreachable because no errors are thrown in 'do' block") }
            }
            // What is thrown in place of what a given function threw is thrown because that did.
            let isInPlace = handling == .asGiven && !sawOwnThrowing
            sawThrowing = sawThrowing && !catchesAll || sawBefore.0
            sawOwnThrowing = sawOwnThrowing && !catchesAll || sawBefore.1
            for clause in catches {
                for (pattern, filter) in clause.patterns {
                    self.pattern(pattern)
                    if let filter { expression(filter) }
                }
                if isInPlace { handling = .handled }
                block(clause.body)
                handling = saved.0
            }
        case .defer(let body):
            let saved = handling
            handling = .notInDefer
            block(body)
            handling = saved
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
        case .cast(_, _, let inner): if let inner { self.pattern(inner) }
        case .test(_, let value): expression(value)
        case .bind, .wildcard, .none: break
        }
    }

    private func report(at place: Place, _ message: String) {
        if !isSilent { checker.report(at: Int(place.offset), message) }
    }

    /// - Parameter asGiven: it throws only what functions do that the function around was given.
    private mutating func call(throwing: Bool, asGiven: Bool = false, at place: Place) {
        guard throwing else { return }
        sawThrowing = true
        if !asGiven { sawOwnThrowing = true }
        if cover != nil { escapes = true }
        switch (asGiven && handling == .asGiven ? .handled : handling, cover) {
        case (.asGiven, nil):
            report(at: place, "call can throw, but it is not marked with 'try' and the error is not handled; a function declared 'rethrows' may only throw if its parameter does")
        case (.asGiven, _): report(at: place, "call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does")
        case (.handled, nil): report(at: place, "call can throw but is not marked with 'try'")
        case (.handled, _): break
        case (.byNone, nil), (.byCatch, nil): report(at: place, "call can throw, but it is not marked with 'try' and the error is not handled")
        case (.byNone, let cover?): report(at: cover, "errors thrown from here are not handled")
        case (.byCatch, let cover?): report(at: cover, "errors thrown from here are not handled because the enclosing catch is not exhaustive")
        case (.notInInitial(let what), _): report(at: place, "call can throw, but errors cannot be thrown out of \(what)")
        case (.notInDefer, _): report(at: place, "call can throw, but errors cannot be thrown out of a defer body")
        }
    }

    private mutating func under(_ place: Place, _ body: (inout EffectCheck) -> Void) {
        let saved = cover
        cover = place
        body(&self)
        cover = saved
    }

    /// A local function keeps its errors to itself.
    private mutating func nested(_ function: Function) {
        guard let body = function.body else { return }
        var inner = EffectCheck(checker)
        inner.isSilent = isSilent
        inner.check(body: body, of: function)
    }

    private mutating func expression(_ value: Expression) {
        let assignment = self.assignment
        self.assignment = nil
        switch value.kind {
        case .variable, .integer, .floating, .boolean, .string, .none, .type: break
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
            call(throwing: property.getter.isThrowing, at: value.start)
        case .call(let callee, let receiver, let given):
            if let receiver { expression(receiver) }
            arguments(given, to: callee.function)
            let function = callee.function
            if function.isRethrowing {
                let throwing = given.filter(throwsWhenCalled)
                call(throwing: !throwing.isEmpty, asGiven: throwing.allSatisfy(throwsAsGiven), at: value.start)
            } else {
                call(throwing: function.isThrowing && !throwsNever(callee), asGiven: function.isLocal, at: value.start)
            }
        case .callValue(let callee, let given):
            expression(callee)
            arguments(given)
            if case .function(let type) = callee.type { call(throwing: type.isThrowing, asGiven: throwsAsGiven(.value(callee)), at: value.start) }
        case .enumCase(_, let parts): for part in parts { expression(part) }
        case .closure(let function):
            guard let body = function.body else { return }
            // A closure throws when it says so, or when a `try` or `throw` in it reaches its end.
            var trial = EffectCheck(checker)
            trial.isSilent = true
            trial.check(body: body, throwing: true)
            if trial.escapes { function.isThrowing = true }
            if isSilent { return }
            if function.mustNotThrow, case .function(var wanted) = value.type {
                wanted.isThrowing = false
                requireNonThrowing(value, as: .function(wanted), at: assignment)
            }
            var inner = EffectCheck(checker)
            inner.check(body: body, throwing: function.isThrowing)
        case .binding(let bindings, let inner):
            for (_, initial) in bindings { expression(initial) }
            expression(inner)
        case .ternary(let condition, let yes, let no):
            expression(condition)
            expression(yes)
            expression(no)
        case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right):
            expression(left)
            lazily(right, at: value)
        case .assign(let left, let right):
            expression(left)
            if case .closure = right.kind { self.assignment = value.place }
            expression(right)
        case .statement(let statement): self.statement(statement)
        case .try(let inner):
            let saw = sawThrowing
            sawThrowing = false
            under(value.place) { $0.expression(inner) }
            warnOfTry(value.place)
            sawThrowing = sawThrowing || saw
        case .tryOptional(let inner), .tryForce(let inner):
            let saved = (handling, escapes), saw = sawThrowing
            (handling, sawThrowing) = (.handled, false)
            under(value.place) { $0.expression(inner) }
            warnOfTry(value.place)
            (handling, escapes) = saved
            sawThrowing = saw
        }
    }

    /// The right side of `&&`, `||` and `??` is a closure that the operator calls: what it throws the operator throws, and a `try` in it does not cover that.
    private mutating func lazily(_ operand: Expression, at operation: Expression) {
        let saved = (handling, cover), saw = (sawThrowing, sawOwnThrowing)
        (handling, sawThrowing, sawOwnThrowing) = (.handled, false, false)
        expression(operand)
        (handling, cover) = saved
        if sawThrowing {
            if handling == .handled || handling == .asGiven && !sawOwnThrowing, cover == nil {
                report(at: operation.place, "operator can throw but expression is not marked with 'try'")
            } else {
                call(throwing: true, asGiven: !sawOwnThrowing, at: operation.start)
            }
        }
        (sawThrowing, sawOwnThrowing) = (sawThrowing || saw.0, sawOwnThrowing || saw.1)
    }

    private func warnOfTry(_ place: Place) {
        if !sawThrowing, !isSilent { checker.warn(at: place, "no calls to throwing functions occur within 'try' expression") }
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
    private func requireNonThrowing(_ value: Expression, as type: Type, at place: Place? = nil) {
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
            report(at: place ?? value.place, "invalid conversion from throwing function of type '\(throwing)' to non-throwing function type '\(plain)'")
        }
    }

    /// `get()` of a Result that cannot be a failure.
    private func throwsNever(_ callee: Callee) -> Bool {
        callee.function.owner?.name == "Result" && callee.function.origin == .standard && callee.typeArguments.last?.standardName == "Never"
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

extension EffectCheck {
    /// Whether what a function value throws is thrown by what the function around was given. Of closures and local functions that is taken for granted, as in Swift.
    private func throwsAsGiven(_ argument: Argument) -> Bool {
        guard !given.isEmpty, case .value(let value) = argument else { return false }
        var inner = value
        while true {
            switch inner.kind {
            case .convert(_, let next), .force(let next), .optionalBinding(let next), .optionalChain(let next): inner = next
            case .binding(_, let next): inner = next
            case .closure: return true
            case .function(let callee, _): return callee.function.isLocal
            case .variable(let variable): return given.contains(variable)
            default: return false
            }
        }
    }
}

extension Checker {
    func checkEffects(of statements: [Statement], functions: [Function]) {
        var cell = EffectCheck(self)
        cell.check(body: Block(statements: statements), throwing: true)
        for (initial, isStatic) in cellInitials {
            var inner = EffectCheck(self)
            inner.check(initial: initial, of: isStatic ? "a global variable initializer" : "a property initializer")
        }
        for function in functions {
            for case let initial? in function.parameters.map(\.defaultValue) where function.place.source == source {
                var inner = EffectCheck(self)
                inner.check(initial: initial, of: "a default argument")
            }
            guard let body = function.body else { continue }
            var inner = EffectCheck(self)
            inner.check(body: body, of: function)
        }
    }
}
