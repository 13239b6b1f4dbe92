import SwiftSyntax

/// From syntax to a checked expression, in one call.
extension Checker {
    /// - Parameters:
    ///   - type: what the value must convert to, if anything.
    ///   - purpose: what it is for, which words the message.
    ///   - anchor: where to report, when the expression was made up (`if let x`).
    func checkExpression(_ syntax: ExprSyntax, expecting type: Type?, in scope: Scope, purpose: Conversion.Purpose?, at anchor: Syntax? = nil) -> Expression {
        let known = diagnostics.count
        let wanted = type.flatMap { $0.hasError ? nil : $0 }
        let failed = Expression(kind: .tuple([]), type: type ?? .error, place: place(syntax))
        var attempt = ExpressionAttempt(syntax, wanted, purpose ?? .initialization, in: scope, self)
        if !attempt.isSolved, diagnostics.count == known, question == nil, !attempt.solver.isExhausted, LiteralFinder.holdsSeveral(syntax) {
            // Swift's last resort: what has nothing in common is `Any`.
            let said = warnings.count
            attempt.takeBack()
            let mixed = ExpressionAttempt(syntax, wanted, purpose ?? .initialization, in: scope, self, takesAny: true)
            if mixed.isSolved, diagnostics.count == known {
                attempt = mixed
            } else {
                forgetDiagnostics(after: (known, said))
            }
        }
        if type == nil, attempt.isSolved, diagnostics.count == known, attempt.isMixedLiteral, syntax.parent?.is(ForStmtSyntax.self) != true {
            report(syntax, mixtureMessage("\(attempt.solver.zonk(attempt.term.type))"))
            return failed
        }
        let (solver, generator, term, slot) = (attempt.solver, attempt.generator, attempt.term, attempt.slot)
        guard attempt.isSolved else {
            // A name not found explains everything that follows from it.
            if solver.metError, !diagnostics.isEmpty, question == nil {
                return failed
            } else if solver.isExhausted {
                report(
                    anchor ?? Syntax(syntax),
                    "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression into distinct sub-expressions")
            } else if diagnostics.count == known, !solver.bodyDiagnostics.isEmpty {
                diagnostics += solver.bodyDiagnostics
            } else if diagnostics.count == known, let failure = solver.failure {
                let offset = anchor?.positionAfterSkippingLeadingTrivia.utf8Offset ?? failure.offset
                if !failure.message.contains(Type.error.description) {
                    // What is wrong with a part whose type is an error has been said.
                    report(at: offset, failure.message, notes: failure.notes)
                    for other in failure.others { report(at: other.offset, other.message, notes: other.notes) }
                }
            } else if diagnostics.count == known {
                report(anchor ?? Syntax(syntax), "type of expression is ambiguous without a type annotation")
            }
            if let question, question.isIn(syntax), !question.isSettled {
                // What is half typed need not have the type yet that is wanted of it; and a closure may be looked at whose type is not known.
                if wanted != nil { return checkExpression(syntax, expecting: nil, in: scope, purpose: nil) }
                for case let body as ClosureBody in solver.pending where body.closure.isAskedAbout { _ = body.run(solver) }
            }
            let likely = type == nil ? question?.likelyType(of: syntax, generator) : nil
            return Expression(kind: failed.kind, type: type ?? likely ?? .error, place: failed.place)
        }
        if let blind = solver.guessed.first, question == nil, source >= 0, diagnostics.count == known { report(at: blind.offset, "ambiguous use of operator '\(blind.name)'") }
        if diagnostics.count > known { return failed }
        let found = solver.zonk(term.type)
        // Nothing wrong goes on without a word: what follows believes that a type is a type.
        if found.hasError, diagnostics.isEmpty, source >= 0 { report(anchor ?? Syntax(syntax), "type of expression is ambiguous without a type annotation") }
        if found.hasVariable {
            let said = warnings.count
            // The call that leaves a parameter open names it.
            _ = term.build()
            if solver.metError, known > 0 {
                forgetDiagnostics(after: (known, said))
            } else if diagnostics.count == known {
                report(anchor ?? Syntax(syntax), unresolved(found, syntax))
            }
            return failed
        }
        let built = term.build()
        // What it would have come to is not known, unless it is written beside it.
        if type == nil, diagnostics.count > known { return failed }
        return wanted.map { slot.apply(built, to: solver.zonk($0), solver) } ?? built
    }

    private func unresolved(_ type: Type, _ syntax: ExprSyntax) -> String {
        if case .variable(let variable) = type {
            if variable.literal == .nilLiteral { return "'nil' requires a contextual type" }
            if let member = syntax.as(MemberAccessExprSyntax.self), member.base == nil {
                return "cannot infer contextual base in reference to member '\(member.declName.baseName.text)'"
            }
            if let call = syntax.as(FunctionCallExprSyntax.self), let member = call.calledExpression.as(MemberAccessExprSyntax.self), member.base == nil {
                return "cannot infer contextual base in reference to member '\(member.declName.baseName.text)'"
            }
        }
        if let array = syntax.as(ArrayExprSyntax.self), array.elements.isEmpty { return "empty collection literal requires an explicit type" }
        if syntax.is(DictionaryExprSyntax.self) { return "empty collection literal requires an explicit type" }
        return "generic parameter could not be inferred"
    }

    /// What a trial said is not meant for the reader.
    private func forgetDiagnostics(after known: (errors: Int, warnings: Int)) {
        diagnostics.removeLast(diagnostics.count - known.errors)
        warnings.removeLast(warnings.count - known.warnings)
    }

    /// The type an expression would have by itself, without saying anything.
    func trialType(of syntax: ExprSyntax, in scope: Scope) -> Type {
        let known = (diagnostics.count, warnings.count)
        defer { forgetDiagnostics(after: known) }
        let solver = Solver(self)
        // Parameters of closures around it are open types of another solver, which must find them as they were.
        let mark = solver.mark()
        defer { solver.undo(to: mark) }
        let term = Generator(self, solver, scope).generate(syntax)
        guard solver.solve(), solver.finish([term.type]) else { return .error }
        let type = solver.zonk(term.type)
        return type.hasVariable ? .error : type
    }

    // MARK: Bodies

    func body(of function: Function) -> Block {
        if let body = function.body { return body }
        guard let pending = pendingBodies.take(function) else { return Block(statements: []) }
        let saved = (source, origin, bodies, signatures)
        (source, origin) = (pending.source, pending.origin)
        signatures = pending.scope.layers.compactMap(\.signature)
        let context = BodyContext(result: function.result)
        bodies = [context]
        let known = diagnostics.count
        defer {
            (source, origin, bodies, signatures) = saved
            if diagnostics.count > known { flawedBodies.insert(function) }
        }
        // A function that calls itself finds its declaration; its body is not asked for again.
        function.body = Block(statements: [])
        let items = pending.syntax
        if let expression = items.first?.expression, items.count == 1, !function.result.isVoid, function.kind != .initializer {
            if !expression.isStatementLike {
                // A body of one expression returns it.
                let value = checkExpression(expression, expecting: function.result, in: pending.scope, purpose: .result)
                function.body = Block(statements: [Statement(kind: .return(value), place: value.place)])
            } else if BranchExpressions.areValues(of: expression) {
                let statement = checkStatementExpression(expression, yielding: function.result, in: pending.scope)
                let value = Expression(kind: .statement(statement), type: function.result, place: statement.place)
                function.body = Block(statements: [Statement(kind: .return(value), place: value.place)])
            } else {
                function.body = checkBlock(items, in: pending.scope)
            }
        } else if function.isFailable, items.count == 1, let only = items.first?.expression, only.is(NilLiteralExprSyntax.self) {
            let failure = Expression(kind: .none, type: function.result, place: place(only))
            function.body = Block(statements: [Statement(kind: .return(failure), place: failure.place)])
        } else {
            function.body = checkBlock(items, in: pending.scope)
        }
        return function.body!
    }

    func checkClosureBody(_ closure: ClosureTerm, result: Type?, partial: Type) -> (block: Block, type: Type) {
        let context = BodyContext(result: result)
        if result == nil, !partial.hasVariable { context.result = partial }
        bodies.append(context)
        defer { bodies.removeLast() }
        if question?.isIn(closure.syntax) == true, let wanted = context.result, !wanted.isVoid, closure.syntax.statements.count == 1,
            let only = closure.syntax.statements.first?.singleExpression
        {
            _ = checkExpression(only, expecting: wanted, in: closure.scope, purpose: .closureResult)
            return (Block(statements: []), wanted)
        }
        // A closure that is one `if` or `switch` gives the value of its branches.
        if let only = closure.syntax.statements.first?.expression, closure.syntax.statements.count == 1, BranchExpressions.areValues(of: only) {
            let type = context.result ?? trialType(ofBranchesOf: only, in: closure.scope)
            if !type.isVoid, !type.hasError {
                let statement = checkStatementExpression(only, yielding: type, in: Scope(parent: closure.scope))
                let value = Expression(kind: .statement(statement), type: type, place: statement.place)
                return (Block(statements: [Statement(kind: .return(value), place: value.place)]), type)
            }
        }
        if context.result == nil { context.inferred = trialResult(of: closure, partial: partial) }
        let block = checkBlock(closure.syntax.statements, in: closure.scope)
        return (block, context.result ?? context.inferred ?? .void)
    }

    /// What a closure gives whose `return`s say so together only: `nil` in one and a value in another, `0` and `x`.
    /// nil where the first `return` is enough.
    private func trialResult(of closure: ClosureTerm, partial: Type) -> Type? {
        let returns = ReturnedExpressions.all(in: closure.syntax.statements)
        let isOptional = partial.optionalPayload != nil
        guard isOptional || (returns.count > 1 && returns.contains(where: \.isLiteral) && !returns.isEmpty) else { return nil }
        let known = (diagnostics.count, warnings.count), pending = pendingBodies.ofCell
        let context = bodies[bodies.count - 1]
        context.returnTypes = []
        defer {
            forgetDiagnostics(after: known)
            pendingBodies.restore(pending)
            context.returnTypes = nil
        }
        _ = checkBlock(closure.syntax.statements, in: closure.scope)
        let found = (context.returnTypes ?? []).filter { !$0.type.hasError && $0.type.standardName != "Never" }
        // What is no literal decides; a floating literal before an integer one.
        var best = found.first { !$0.isLiteral } ?? found.first { $0.type == double } ?? found.first
        // Not where a literal before it cannot be that: the first one is what the others are measured by.
        if let type = best?.type, let first = found.first, first.isLiteral, let literal = first.type.usualLiteral, !Solver(self).accepts(type, literal) { best = first }
        guard let type = best?.type else { return nil }
        let some = found.first { $0.type.optionalPayload == type }?.type ?? type
        let hasNil = returns.contains { $0.is(NilLiteralExprSyntax.self) }
        return (isOptional || hasNil) && some.optionalPayload == nil ? optional(some) : some
    }

    /// The type of an `if` or `switch` expression that nothing around it says: what its branches give.
    func trialType(ofBranchesOf expression: ExprSyntax, in scope: Scope) -> Type {
        let known = (diagnostics.count, warnings.count)
        defer { forgetDiagnostics(after: known) }
        let context = bodies[bodies.count - 1]
        let saved = context.branchTypes
        context.branchTypes = []
        _ = checkStatementExpression(expression, yielding: .error, in: Scope(parent: scope))
        let found = (context.branchTypes ?? []).filter { !$0.hasError && $0.standardName != "Never" }
        context.branchTypes = saved
        guard let first = found.first else { return .error }
        // `5` in one branch and an Optional in another are the Optional.
        return found.first { $0.optionalPayload == first } ?? first
    }

    /// Checks a parameter's default value, once.
    func resolveDefault(of function: Function, at index: Int) {
        guard let variable = function.parameters[index].variable, let pending = pendingDefaults.removeValue(forKey: variable) else { return }
        let saved = (source, origin, signatures)
        (source, origin) = (pending.source, pending.origin)
        signatures = pending.scope.layers.compactMap(\.signature)
        defer { (source, origin, signatures) = saved }
        let parameter = function.parameters[index]
        let value = checkExpression(pending.syntax, expecting: parameter.type, in: pending.scope, purpose: .defaultArgument)
        function.parameters[index].defaultValue = parameter.isAutoclosure ? wrapped(value, asClosureIn: pending.scope, mentioned: []) : value
    }

    // MARK: Small helps

    /// The property whose getter a subscript call chose.
    func property(of candidate: Candidate) -> Property? {
        for case .computed(let property) in candidate.function.owner?.members(named: "subscript") ?? [] where property.getter === candidate.function { return property }
        return nil
    }

    func homeScope(of nominal: Nominal) -> Scope {
        switch nominal.origin {
        case .standard: standardScope
        case .library: libraryScope
        case .cell: sessionScope
        }
    }

    /// The argument of an `@autoclosure` parameter, as the closure it becomes.
    func wrapped(_ value: Expression, asClosureIn scope: Scope, mentioned: [Variable]) -> Expression {
        let function = Function(name: "closure", kind: .closure, origin: origin, place: value.place, key: "closure")
        function.hasBody = true
        function.result = value.type
        if let signature = scope.layers.lazy.compactMap(\.signature).first { function.generics.parameters = signature.parameters }
        for variable in mentioned where !function.captures.contains(variable) {
            variable.isCaptured = true
            function.captures.append(variable)
        }
        function.body = Block(statements: [Statement(kind: .return(value), place: value.place)])
        return Expression(kind: .closure(function), type: .function(FunctionType(parameters: [], result: value.type)), place: value.place)
    }

    /// A capture list: its variables are bound where the closure is made.
    func binding(_ bindings: [(Variable, Expression)], around expression: Expression) -> Expression {
        Expression(kind: .binding(bindings, expression), type: expression.type, place: expression.place)
    }

    /// `map(Shape.circle)`: an enum case as a function.
    func caseAsFunction(_ enumCase: EnumCase, of owner: Type, type: Type, place: Place) -> Expression {
        let function = Function(name: "closure", kind: .closure, origin: origin, place: place, key: "closure")
        function.hasBody = true
        let substitution = Specialization(enumCase.owner.generics.parameters, owner.arguments)
        var arguments: [Expression] = []
        for (index, element) in enumCase.payload.enumerated() {
            let known = substitution(element.type)
            let variable = Variable(name: "$\(index)", type: known, isMutable: false, storage: .local, place: place, origin: origin)
            function.parameters.append(Parameter(label: nil, type: known, variable: variable))
            arguments.append(Expression(kind: .variable(variable), type: known, place: place))
        }
        function.result = owner
        let value = Expression(kind: .enumCase(enumCase, arguments: arguments), type: owner, place: place)
        function.body = Block(statements: [Statement(kind: .return(value), place: place)])
        return Expression(kind: .closure(function), type: type, place: place)
    }

    /// `{ key, value in … }` given one tuple: the parameters are bound from it.
    func takeTupleApart(_ function: Function) {
        let parts = function.parameters.compactMap(\.variable)
        let type = Type.tuple(function.parameters.map { TupleElement(label: nil, type: $0.type) })
        let whole = Variable(name: "$tuple", type: type, isMutable: false, storage: .local, place: function.place, origin: function.origin)
        let pattern = Pattern.tuple(parts.map { $0.name == "_" ? .wildcard($0.type) : .bind($0) }, type)
        let bind = Statement(kind: .bind(pattern, Expression(kind: .variable(whole), type: type, place: function.place)), place: function.place)
        function.parameters = [Parameter(label: nil, type: type, variable: whole)]
        function.body?.statements.insert(bind, at: 0)
    }
}
