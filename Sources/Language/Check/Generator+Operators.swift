import SwiftSyntax

/// Operators, assignment, choice, casts.
extension Generator {
    func infix(_ syntax: InfixOperatorExprSyntax, expecting: Type?) -> Term {
        let node = ExprSyntax(syntax)
        if syntax.operator.is(AssignmentExprSyntax.self) { return assignment(syntax, at: node) }
        guard let token = syntax.operator.as(BinaryOperatorExprSyntax.self)?.operator else { return fail(node, "expected an expression, not a type") }
        let name = token.text
        switch name {
        case "&&", "||":
            // Only a cell's own `&&` may mean something else.
            let isOwn = !checker.operatorSet(name, .infix).isStandard
            let type: Type = !isOwn ? checker.bool : checker.trialType(of: syntax.leftOperand, in: scope)
            let other: Type = !isOwn ? checker.bool : checker.trialType(of: syntax.rightOperand, in: scope)
            if type == checker.bool || type.hasError, other == checker.bool || other.hasError { return logical(syntax, isAnd: name == "&&", at: node) }
        case "??": return coalesce(syntax, expecting: expecting, at: node)
        default: break
        }
        if name == "==" || name == "!=", let test = nilTest(syntax, isEqual: name == "==", at: node) { return test }
        // The operands first: a type that they name brings its operators in.
        let opened: Term, right: Term
        if name == "+", syntax.leftOperand.is(ArrayExprSyntax.self), !syntax.rightOperand.is(ArrayExprSyntax.self) {
            right = generate(syntax.rightOperand)
            opened = generate(syntax.leftOperand, expecting: holder(of: syntax.leftOperand, beside: right))
        } else {
            opened = open(syntax.leftOperand)
            right = generate(syntax.rightOperand, expecting: name == "+" || name == "+=" ? holder(of: syntax.rightOperand, beside: opened) : nil)
        }
        let operators = checker.operatorSet(name, .infix)
        let changes = operators.changesOperand
        let left = changes ? opened : seal(opened)
        if operators.candidates.isEmpty { return fail(ExprSyntax(syntax.operator), Generator.unknownOperator(name)) }
        // `a += b`: the left side is passed inout.
        if changes { left.isInout = true }
        if let settled = settled(operators, [left, right], at: node) { return settled }
        let term = functionCall(
            operators.candidates, receiver: nil, [WrittenArgument(label: nil, term: left), WrittenArgument(label: nil, term: right)], name: name, isOperator: true, at: node)
        term.isChain = changes && left.isChain
        return term
    }

    private func logical(_ syntax: InfixOperatorExprSyntax, isAnd: Bool, at node: ExprSyntax) -> Term {
        let left = generate(syntax.leftOperand), right = generate(syntax.rightOperand)
        let slots = [convert(left, to: checker.bool, .argument), convert(right, to: checker.bool, .argument)]
        return Term(node, checker.bool) { [checker, solver] in
            let a = slots[0].apply(left.build(), to: checker.bool, solver), b = slots[1].apply(right.build(), to: checker.bool, solver)
            return Expression(kind: isAnd ? .and(a, b) : .or(a, b), type: checker.bool, place: checker.place(node))
        }
    }

    private func coalesce(_ syntax: InfixOperatorExprSyntax, expecting: Type?, at node: ExprSyntax) -> Term {
        let opened = open(syntax.leftOperand)
        let left = seal(opened), right = generate(syntax.rightOperand, expecting: expecting)
        let result = solver.fresh()
        let leftSlot = ConversionSlot(), slot = ConversionSlot()
        let coalesce = Coalesce(left.type, right.type, result: result, leftSlot: leftSlot, slot: slot, at: Syntax(syntax.operator))
        coalesce.takesAny = expecting.map { solver.resolve($0).isAny } ?? node.isPrinted
        if opened.isChain { coalesce.chain = opened.type }
        if let call = syntax.leftOperand.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self) {
            coalesce.isMapped = ["map", "flatMap"].contains(call.declName.baseName.text)
        }
        solver.add(coalesce)
        return Term(node, result) { [checker, solver] in
            let type = solver.zonk(result)
            var optional = left.build()
            // Either a plain value made optional, or one of any type.
            if let step = leftSlot.steps.first {
                let wanted = if case .wrap = step { optional.type } else { type }
                optional = leftSlot.apply(optional, to: checker.optional(wanted), solver)
            }
            let other = slot.apply(right.build(), to: type, solver)
            return Expression(kind: .coalesce(optional, other), type: type, place: checker.place(node))
        }
    }

    /// `x == nil` works for every optional, its payload comparable or not.
    private func nilTest(_ syntax: InfixOperatorExprSyntax, isEqual: Bool, at node: ExprSyntax) -> Term? {
        let operands = [syntax.leftOperand, syntax.rightOperand]
        if operands.allSatisfy({ $0.is(NilLiteralExprSyntax.self) }) {
            return Term(node, checker.bool) { [checker] in Expression(kind: .boolean(isEqual), type: checker.bool, place: checker.place(node)) }
        }
        guard let index = operands.firstIndex(where: { $0.is(NilLiteralExprSyntax.self) }) else { return nil }
        let inner = generate(operands[1 - index])
        let payload = solver.fresh()
        let slot = ConversionSlot()
        solver.add(NilTest(inner.type, payload: payload, slot: slot, at: Syntax(operands[1 - index])))
        return Term(node, checker.bool) { [checker, solver] in
            let place = checker.place(node)
            let optional = slot.apply(inner.build(), to: checker.optional(solver.zonk(payload)), solver)
            let test = Expression(kind: .isNone(optional), type: checker.bool, place: place)
            if isEqual { return test }
            let no = Expression(kind: .boolean(false), type: checker.bool, place: place), yes = Expression(kind: .boolean(true), type: checker.bool, place: place)
            return Expression(kind: .ternary(test, no, yes), type: checker.bool, place: place)
        }
    }

    /// `values += [x]`, where `values` holds anything: then so does what is added. Nil where the literal says itself what it is.
    private func holder(of literal: ExprSyntax, beside other: Term) -> Type? {
        guard literal.is(ArrayExprSyntax.self) else { return nil }
        let type = solver.resolve(other.type)
        guard type.standardName == "Array", let element = type.arguments.first.map(solver.resolve), !solver.zonk(element).hasVariable else { return nil }
        if case .existential = element { return type }
        return nil
    }

    private func assignment(_ syntax: InfixOperatorExprSyntax, at node: ExprSyntax) -> Term {
        if syntax.leftOperand.is(DiscardAssignmentExprSyntax.self) {
            let right = generate(syntax.rightOperand)
            if syntax.rightOperand.is(NilLiteralExprSyntax.self) { return fail(syntax.rightOperand, "'nil' requires a contextual type") }
            return Term(node, .void) { [checker] in Expression(kind: .discard(right.build()), type: .void, place: checker.place(node)) }
        }
        if let tuple = syntax.leftOperand.as(TupleExprSyntax.self), tuple.elements.count > 1 { return tupleAssignment(tuple, syntax.rightOperand, at: node) }
        assignedNode = syntax.leftOperand.id
        let left = open(syntax.leftOperand)
        assignedNode = nil
        let right = generate(syntax.rightOperand, expecting: left.type)
        let slot = convert(right, to: left.type, .assignment)
        let chained = left.isChain
        let term = Term(node, .void) { [checker, solver, scope] in
            let target = left.build()
            checker.requireMutable(target, for: .assignment, at: left.node, in: scope)
            let value = slot.apply(right.build(), to: solver.zonk(left.type), solver)
            if scope.function?.kind != .closure, let what = target.isSame(as: value) { checker.report(syntax.operator, "assigning a \(what) to itself") }
            return Expression(kind: .assign(target, value), type: .void, place: checker.place(node))
        }
        term.isChain = chained
        return term
    }

    /// `(a, b) = (b, a)`
    private func tupleAssignment(_ tuple: TupleExprSyntax, _ right: ExprSyntax, at node: ExprSyntax) -> Term {
        let targets = tuple.elements.map { $0.expression.is(DiscardAssignmentExprSyntax.self) ? nil : generate($0.expression) }
        let types = targets.map { $0?.type ?? solver.fresh() }
        let type = Type.tuple(types.map { TupleElement(label: nil, type: $0) })
        let value = generate(right, expecting: type)
        let slot = convert(value, to: type, .assignment)
        return Term(node, .void) { [checker, solver, scope] in
            let known = solver.zonk(type)
            let built = zip(targets, types).map { target, type -> Expression in
                guard let target else {
                    return Expression(kind: .discard(Expression(kind: .tuple([]), type: .void, place: checker.place(node))), type: solver.zonk(type), place: checker.place(node))
                }
                let expression = target.build()
                checker.requireMutable(expression, for: .assignment, at: target.node, in: scope)
                return expression
            }
            let left = Expression(kind: .tuple(built), type: known, place: checker.place(tuple))
            return Expression(kind: .assign(left, slot.apply(value.build(), to: known, solver)), type: .void, place: checker.place(node))
        }
    }

    func prefix(_ syntax: PrefixOperatorExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let name = syntax.operator.text
        if name == "-" {
            if let literal = syntax.expression.as(IntegerLiteralExprSyntax.self) { return integer(literal, isNegative: true, at: node) }
            if let literal = syntax.expression.as(FloatLiteralExprSyntax.self) { return floating(literal.literal.text, at: node, isNegative: true) }
        }
        let operand = generate(syntax.expression)
        let operators = checker.operatorSet(name, .prefix)
        if operators.candidates.isEmpty {
            return fail(node, checker.operators(named: name).isEmpty ? Generator.unknownOperator(name) : "'\(name)' is not a prefix unary operator")
        }
        if operators.changesOperand { operand.isInout = true }
        if let settled = settled(operators, [operand], at: node) { return settled }
        return functionCall(operators.candidates, receiver: nil, [WrittenArgument(label: nil, term: operand)], name: name, isOperator: true, at: node)
    }

    func postfix(_ syntax: PostfixOperatorExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let operand = generate(syntax.expression)
        let operators = checker.operatorSet(syntax.operator.text, .postfix)
        if operators.candidates.isEmpty {
            return fail(node, Generator.unknownOperator(syntax.operator.text))
        }
        if operators.changesOperand { operand.isInout = true }
        return functionCall(operators.candidates, receiver: nil, [WrittenArgument(label: nil, term: operand)], name: syntax.operator.text, isOperator: true, at: node)
    }

    /// Those of other languages are told by what Swift has in their place.
    private static func unknownOperator(_ name: String) -> String {
        let instead = ["++": "+= 1", "--": "-= 1", "..": "...", "<>": "!="][name]
        return "cannot find operator '\(name)' in scope" + (instead.map { "; did you mean '\($0)'?" } ?? "")
    }

    func ternary(_ syntax: TernaryExprSyntax, expecting: Type?) -> Term {
        let node = ExprSyntax(syntax)
        let condition = generate(syntax.condition)
        let conditionSlot = convert(condition, to: checker.bool, .condition)
        // A member without a base is one of the type that the whole has, and must know it before a literal in its arguments takes a type of its own.
        let type =
            expecting.flatMap { known in known.hasVariable || ![syntax.thenExpression, syntax.elseExpression].contains(where: isImplicitMember) ? nil : known } ?? solver.fresh()
        let yes = generate(syntax.thenExpression, expecting: expecting), no = generate(syntax.elseExpression, expecting: expecting)
        let branches = BranchTypes(yes.type, no.type, result: type, at: node)
        let slots = [convert(yes, to: type, .branch, branches), convert(no, to: type, .branch, branches)]
        return Term(node, type) { [checker, solver] in
            let known = solver.zonk(type)
            return Expression(
                kind: .ternary(
                    conditionSlot.apply(condition.build(), to: checker.bool, solver), slots[0].apply(yes.build(), to: known, solver), slots[1].apply(no.build(), to: known, solver)),
                type: known, place: checker.place(node))
        }
    }

    func attempt(_ syntax: TryExprSyntax, expecting: Type?) -> Term {
        let node = ExprSyntax(syntax)
        let inner = generate(syntax.expression, expecting: expecting)
        switch syntax.questionOrExclamationMark?.text {
        case "?":
            let result = solver.fresh()
            solver.add(ChainEnd(inner.type, result: result, at: Syntax(node)))
            return Term(node, result) { [checker, solver] in Expression(kind: .tryOptional(inner.build()), type: solver.zonk(result), place: checker.place(syntax.tryKeyword)) }
        case "!":
            return Term(node, inner.type) { [checker, solver] in
                Expression(kind: .tryForce(inner.build()), type: solver.zonk(inner.type), place: checker.place(syntax.tryKeyword))
            }
        default:
            return Term(node, inner.type) { [checker, solver] in Expression(kind: .try(inner.build()), type: solver.zonk(inner.type), place: checker.place(syntax.tryKeyword)) }
        }
    }

    func force(_ syntax: ForceUnwrapExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let inner = open(syntax.expression)
        // `self.init(…)!`
        if let call = syntax.expression.as(FunctionCallExprSyntax.self), call.isDelegation, case .void = inner.type { return inner }
        let payload = solver.fresh()
        solver.add(Unwrap(inner.type, payload: payload, isForce: true, at: Syntax(node)))
        let term = Term(node, payload) { [checker, solver] in Expression(kind: .force(inner.build()), type: solver.zonk(payload), place: checker.place(node)) }
        term.isChain = inner.isChain
        return term
    }

    func chain(_ syntax: OptionalChainingExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        // `Int?` where a type stands.
        if let type = typeNamed(node) { return bareType(type, at: node) }
        let inner = open(syntax.expression)
        let payload = solver.fresh()
        solver.add(Unwrap(inner.type, payload: payload, isForce: false, at: Syntax(node)))
        let term = Term(node, payload) { [checker, solver] in Expression(kind: .optionalBinding(inner.build()), type: solver.zonk(payload), place: checker.place(node)) }
        term.isChain = true
        return term
    }

    // MARK: Casts

    func cast(_ syntax: AsExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        guard let mark = syntax.questionOrExclamationMark?.text else {
            // `as Set`: the arguments come from the value.
            let partial = checker.partialAnnotation(syntax.type, hasValue: true, in: scope)?.nominal
            let type = partial.map { .nominal($0, $0.generics.parameters.map { _ in solver.fresh() }) } ?? checker.resolvePart(syntax.type, in: scope)
            let inner = generate(syntax.expression, expecting: type)
            let slot = convert(inner, to: type, .coercion)
            return Term(node, type) { [checker, solver] in
                let known = solver.zonk(type)
                let value = slot.apply(inner.build(), to: known, solver)
                // A node of its own: what is written is meant.
                return slot.steps.isEmpty ? value : Expression(kind: .convert(.relabel, value), type: known, place: checker.place(node))
            }
        }
        let type = checker.resolve(syntax.type, in: scope)
        let inner = generate(syntax.expression)
        let result = mark == "?" ? checker.optional(type) : type
        return Term(node, result) { [checker] in
            Expression(kind: .cast(mark == "?" ? .conditional : .forced, inner.build(), to: type), type: result, place: checker.place(node))
        }
    }

    func typeTest(_ syntax: IsExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let type = checker.resolve(syntax.type, in: scope)
        let inner = generate(syntax.expression)
        return Term(node, checker.bool) { [checker] in Expression(kind: .cast(.test, inner.build(), to: type), type: checker.bool, place: checker.place(node)) }
    }

    // MARK: Closures

    func closure(_ syntax: ClosureExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let function = Function(name: "closure", kind: .closure, origin: checker.origin, place: checker.place(syntax), key: "closure")
        function.hasBody = true
        let inner = Scope(parent: scope, function: function)
        if let signature = scope.layers.lazy.compactMap(\.signature).first { function.generics.parameters = signature.parameters }
        var types: [Type] = []
        var hasWrittenTypes = false
        func add(_ name: String, _ type: Type, at token: some SyntaxProtocol, isInout: Bool = false) {
            let variable = Variable(name: name, type: type, isMutable: isInout, storage: .local, place: checker.place(token), origin: checker.origin)
            variable.isInout = isInout
            var parameter = Parameter(label: nil, type: type, variable: variable)
            parameter.isInout = isInout
            function.parameters.append(parameter)
            types.append(type)
            guard name != "_" else { return }
            if inner.names[name] != nil { checker.report(token, "invalid redeclaration of '\(name)'") }
            inner.declare(name, .variable(variable))
        }
        switch syntax.signature?.parameterClause {
        case .simpleInput(let list): for parameter in list { add(parameter.name.text, solver.fresh(), at: parameter) }
        case .parameterClause(let clause):
            for parameter in clause.parameters {
                let name = (parameter.secondName ?? parameter.firstName).text
                if let written = parameter.type {
                    let resolved = checker.resolveParameter(written, isVariadic: false, in: scope)
                    hasWrittenTypes = true
                    add(name, resolved.type, at: parameter, isInout: resolved.isInout)
                } else {
                    add(name, solver.fresh(), at: parameter)
                }
            }
        case nil: for index in 0 ..< AnonymousArguments.count(in: syntax) { add("$\(index)", solver.fresh(), at: syntax) }
        }
        let written = syntax.signature?.returnClause.map { checker.resolvePart($0.type, in: scope) }
        let result = written ?? solver.fresh()
        function.result = result
        function.isThrowing = syntax.signature?.effectSpecifiers?.throwsClause != nil || ThrowingParts.leave(syntax.statements)
        checker.rejectTypedThrows(syntax.signature?.effectSpecifiers?.throwsClause)
        var captureBindings: [(Variable, Term)] = []
        for capture in syntax.signature?.capture?.items ?? [] {
            let token = capture.name
            let known = checker.diagnostics.count
            let value = capture.initializer.map { generate($0.value) } ?? generate(ExprSyntax(DeclReferenceExprSyntax(baseName: token)))
            if capture.initializer == nil { checker.placeDiagnostics(since: known, at: token) }
            let variable = Variable(name: token.text, type: value.type, isMutable: false, storage: .local, place: checker.place(token), origin: checker.origin)
            variable.isCaptured = true
            inner.declare(variable.name, .variable(variable))
            function.captures.append(variable)
            captureBindings.append((variable, value))
        }
        let closure = ClosureTerm(syntax, function: function, scope: inner, parameters: types, result: result, hasWrittenTypes: hasWrittenTypes)
        closure.isAskedAbout = checker.question?.isIn(syntax) ?? false
        if !closure.isAskedAbout, let only = syntax.statements.first, syntax.statements.count == 1, let expression = only.singleExpression {
            let generator = Generator(checker, solver, inner)
            let body = generator.generate(expression, expecting: nil)
            closure.single = body
            let slot = ConversionSlot()
            if let nested = body.closure {
                solver.add(ClosureUse(nested, as: result, slot: slot, at: Syntax(expression)))
            } else {
                let declared = syntax.signature?.returnClause.map { Syntax($0.type) }
                let conversion = Conversion(body.type, to: result, slot: slot, purpose: declared == nil ? .closureResult : .declaredResult, at: declared ?? Syntax(expression))
                conversion.allowsDiscard = only.item.is(ReturnStmtSyntax.self) ? false : true
                solver.add(conversion)
            }
            let isReturn = only.item.is(ReturnStmtSyntax.self)
            closure.body = { [checker, solver] in
                let place = checker.place(expression)
                let value = body.build()
                let wanted = solver.zonk(result)
                if wanted.isVoid, !isReturn { return Block(statements: [Statement(kind: .expression(value), place: place)]) }
                return Block(statements: [Statement(kind: .return(slot.apply(value, to: wanted, solver)), place: place)])
            }
        } else if syntax.statements.isEmpty {
            if written == nil { _ = solver.unify(result, .void) }
            closure.body = { Block(statements: []) }
        } else {
            checker.endOfBody[function] = syntax.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
            solver.add(ClosureBody(closure))
        }
        mentioned += function.captures
        let term = Term(node, closure.takesMore ? solver.fresh() : closure.type) { [self] in buildClosure(closure, captureBindings, at: node) }
        term.closure = closure
        if closure.takesMore { solver.add(ClosureUse(closure, as: term.type, slot: ConversionSlot(), at: Syntax(node))) }
        return term
    }

    private func buildClosure(_ closure: ClosureTerm, _ captureBindings: [(Variable, Term)], at node: ExprSyntax) -> Expression {
        let function = closure.function
        let place = checker.place(node)
        for (index, type) in closure.parameters.enumerated() {
            let known = solver.zonk(type)
            function.parameters[index].type = known
            function.parameters[index].variable?.type = known
            if known.hasVariable, !known.hasError {
                let variable = function.parameters[index].variable
                checker.report(
                    at: variable.map { Int($0.place.offset) } ?? closure.syntax.anchorOffset,
                    "cannot infer type of closure parameter '\(variable?.name ?? "")' without a type annotation")
            }
        }
        for (variable, value) in captureBindings { variable.type = solver.zonk(value.type) }
        function.result = solver.zonk(closure.result)
        function.body = closure.body?()
        if closure.takesTupleApart { checker.takeTupleApart(function) }
        let type = Type.function(
            FunctionType(
                parameters: function.parameters.map { .init(type: $0.type, isInout: $0.isInout) }, result: function.result, isThrowing: function.isThrowing, isEscaping: true))
        let expression = Expression(kind: .closure(function), type: type, place: place)
        guard !captureBindings.isEmpty else { return expression }
        return checker.binding(captureBindings.map { ($0.0, $0.1.build()) }, around: expression)
    }

    /// `\.rate` as a function of one parameter.
    func keyPath(_ syntax: KeyPathExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        if let value = syntax.parent?.as(InitializerClauseSyntax.self), value.parent?.as(PatternBindingSyntax.self)?.typeAnnotation == nil {
            checker.unsupported(node, "key paths as values", instead: "a closure")
            return error(node)
        }
        let function = Function(name: "closure", kind: .closure, origin: checker.origin, place: checker.place(syntax), key: "closure")
        function.hasBody = true
        if let signature = scope.layers.lazy.compactMap(\.signature).first { function.generics.parameters = signature.parameters }
        let root = syntax.root.map { checker.resolve($0, in: scope) } ?? solver.fresh()
        let variable = Variable(name: "$0", type: root, isMutable: false, storage: .local, place: checker.place(syntax), origin: checker.origin)
        function.parameters = [Parameter(label: nil, type: root, variable: variable)]
        var term = Term(node, root) { [checker] in Expression(kind: .variable(variable), type: variable.type, place: checker.place(node)) }
        for component in syntax.components {
            switch component.component {
            case .property(let property):
                if let asked = checker.question?.component(property, of: term, self) {
                    term = asked
                } else if property.declName.baseName.text != "self" {
                    term = memberTerm(term, name: property.declName.baseName.text, labels: nil, at: node)
                }
            case .subscript(let access): term = subscriptTerm(term, written(access.arguments), at: node)
            case .optional(let mark):
                let payload = solver.fresh(), inner = term
                let isForce = mark.questionOrExclamationMark.text == "!"
                solver.add(Unwrap(inner.type, payload: payload, isForce: isForce, at: Syntax(node)))
                term = Term(node, payload) { [checker, solver] in
                    let built = inner.build()
                    return Expression(kind: isForce ? .force(built) : .optionalBinding(built), type: solver.zonk(payload), place: checker.place(component))
                }
                term.isChain = inner.isChain || !isForce
            default:
                checker.unsupported(component, "this kind of key path component", instead: "a closure")
                return error(node)
            }
        }
        term = seal(term)
        let result = term.type
        let closure = ClosureTerm(
            ClosureExprSyntax(statements: []), function: function, scope: Scope(parent: scope, function: function), parameters: [root], result: result,
            hasWrittenTypes: syntax.root != nil)
        let body = term
        closure.body = { [checker] in Block(statements: [Statement(kind: .return(body.build()), place: checker.place(node))]) }
        let whole = Term(node, closure.type) { [checker, solver] in
            let known = solver.zonk(root)
            function.parameters[0].type = known
            variable.type = known
            function.result = solver.zonk(result)
            function.body = closure.body?()
            return Expression(kind: .closure(function), type: solver.zonk(closure.type), place: checker.place(node))
        }
        whole.closure = closure
        return whole
    }

    /// `let x = if c { 1 } else { 2 }`: branches of one expression each.
    func statementExpression(_ expression: ExprSyntax, expecting: Type?) -> Term {
        let type: Type = expecting ?? .error
        guard let expecting, !solver.zonk(expecting).hasVariable else {
            let known = checker.trialType(ofBranchesOf: expression, in: scope)
            guard !known.hasError, let first = BranchExpressions.first(in: expression) else {
                return fail(expression, "cannot infer the type of this expression; add a type annotation")
            }
            let term = statementExpression(expression, expecting: known)
            return Term(expression, term.type) { [checker] in
                let saved = checker.firstBranch
                checker.firstBranch = first
                defer { checker.firstBranch = saved }
                return term.build()
            }
        }
        return Term(expression, type) { [checker, solver, scope] in
            let known = solver.zonk(type)
            checker.checkPlace(ofBranching: expression)
            checker.checkBranches(of: expression)
            let statement = checker.checkStatementExpression(expression, yielding: known, in: scope)
            return Expression(kind: .statement(statement), type: known, place: checker.place(expression))
        }
    }
}

/// Finds how many of `$0`, `$1`, … a closure uses.
final class AnonymousArguments: SyntaxVisitor {
    private var highest = -1
    /// No function takes so many: `$9007199254740993` names nothing, and calls for nothing.
    private static let limit = 256

    static func count(in closure: ClosureExprSyntax) -> Int {
        let finder = AnonymousArguments(viewMode: .sourceAccurate)
        finder.walk(closure.statements)
        return finder.highest + 1
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        // `$0` inside a nested closure is that closure's own.
        .skipChildren
    }
    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if case .dollarIdentifier(let name) = node.baseName.tokenKind, let index = Int(name.dropFirst()), index < Self.limit { highest = max(highest, index) }
        return .visitChildren
    }
}

/// The branches of an `if` or `switch` expression.
enum BranchExpressions {
    /// Whether every branch is one expression (or leaves by throwing), so that the whole has a value.
    static func areValues(of expression: ExprSyntax) -> Bool {
        if let conditional = expression.as(IfExprSyntax.self) {
            guard areValues(in: conditional.body.statements) else { return false }
            switch conditional.elseBody {
            case .codeBlock(let block): return areValues(in: block.statements)
            case .ifExpr(let next): return areValues(of: ExprSyntax(next))
            case nil: return false
            }
        }
        guard let choice = expression.as(SwitchExprSyntax.self), !choice.cases.isEmpty else { return false }
        return choice.cases.allSatisfy { element in
            if case .switchCase(let item) = element { areValues(in: item.statements) } else { false }
        }
    }

    /// The first branch's value.
    static func first(in expression: ExprSyntax) -> ExprSyntax? {
        if let conditional = expression.as(IfExprSyntax.self) {
            if let found = first(in: conditional.body.statements) { return found }
            switch conditional.elseBody {
            case .codeBlock(let block): return first(in: block.statements)
            case .ifExpr(let next): return first(in: ExprSyntax(next))
            case nil: return nil
            }
        }
        guard let choice = expression.as(SwitchExprSyntax.self) else { return expression }
        return choice.cases.lazy.compactMap { if case .switchCase(let item) = $0 { first(in: item.statements) } else { nil } }.first
    }

    private static func first(in items: CodeBlockItemListSyntax) -> ExprSyntax? {
        items.count == 1 ? items.first?.expression.flatMap { first(in: $0) } : nil
    }

    private static func areValues(in items: CodeBlockItemListSyntax) -> Bool {
        guard items.count == 1, let only = items.first else { return false }
        if case .stmt(let statement) = only.item, statement.is(ThrowStmtSyntax.self) { return true }
        guard let expression = only.expression else { return false }
        return !expression.isStatementLike || areValues(of: expression)
    }
}

extension CodeBlockItemSyntax {
    /// The expression that the item is. `if` and `switch` are parsed as statements around theirs.
    var expression: ExprSyntax? {
        switch item {
        case .expr(let expression): expression
        case .stmt(let statement): statement.as(ExpressionStmtSyntax.self)?.expression
        case .decl: nil
        }
    }

    /// `x` or `return x`.
    var singleExpression: ExprSyntax? {
        switch item {
        case .expr(let expression): return expression.isStatementLike ? nil : expression
        case .stmt(let statement):
            if let result = statement.as(ReturnStmtSyntax.self) { return result.expression }
            return nil
        case .decl: return nil
        }
    }
}

/// The values of the `return`s of a closure, without those of functions inside it.
final class ReturnedExpressions: SyntaxVisitor {
    private var found: [ExprSyntax] = []
    static func all(in statements: CodeBlockItemListSyntax) -> [ExprSyntax] {
        let finder = ReturnedExpressions(viewMode: .sourceAccurate)
        finder.walk(statements)
        return finder.found
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if let expression = node.expression { found.append(expression) }
        return .visitChildren
    }
}

extension ExprSyntax {
    /// A literal, whose type comes from around it.
    var isLiteral: Bool {
        switch self.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr, .floatLiteralExpr, .stringLiteralExpr, .nilLiteralExpr: true
        case .arrayExpr(let array): array.elements.allSatisfy(\.expression.isLiteral)
        case .dictionaryExpr(let dictionary): if case .colon = dictionary.content { true } else { false }
        case .prefixOperatorExpr(let prefix): prefix.operator.text == "-" && prefix.expression.isLiteral
        case .memberAccessExpr(let member): member.base == nil
        case .functionCallExpr(let call): call.calledExpression.as(MemberAccessExprSyntax.self).map { $0.base == nil } ?? false
        default: false
        }
    }

    /// `if` and `switch` used as statements.
    var isStatementLike: Bool { self.is(IfExprSyntax.self) || self.is(SwitchExprSyntax.self) }
}

/// Whether a `try` or `throw` among statements sends its error out of them, as far as the text tells.
private final class ThrowingParts: SyntaxVisitor {
    private var found = false
    static func leave(_ statements: CodeBlockItemListSyntax) -> Bool {
        let finder = ThrowingParts(viewMode: .sourceAccurate)
        finder.walk(statements)
        return finder.found
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark != nil { return .skipChildren }
        found = true
        return .visitChildren
    }
    override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        found = true
        return .skipChildren
    }
    override func visit(_ node: DoStmtSyntax) -> SyntaxVisitorContinueKind {
        let catchesAll = node.catchClauses.contains { clause in
            clause.catchItems.isEmpty
                || clause.catchItems.contains { item in
                    guard item.whereClause == nil, let pattern = item.pattern else { return false }
                    return pattern.as(ValueBindingPatternSyntax.self)?.pattern.is(IdentifierPatternSyntax.self) ?? pattern.is(WildcardPatternSyntax.self)
                }
        }
        guard catchesAll else { return .visitChildren }
        for clause in node.catchClauses { walk(clause.body) }
        return .skipChildren
    }
}

extension Expression {
    /// Whether both name the same variable, or the same stored property of one: what it is then called.
    fileprivate func isSame(as other: Expression) -> String? {
        switch (kind, other.kind) {
        case (.variable(let variable), .variable(let second)): return variable == second ? "variable" : nil
        case (.stored(let base, let property), .stored(let second, let secondProperty)):
            guard property === secondProperty, case .variable(let variable) = base.kind, case .variable(let same) = second.kind, variable == same else { return nil }
            return "property"
        default: return nil
        }
    }
}

extension ExprSyntax {
    /// `a ? b : c`, in parentheses or not.
    var isChoice: Bool {
        if let tuple = self.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first { return only.expression.isChoice }
        return self.is(TernaryExprSyntax.self)
    }

    /// An argument of `print`: any value will do there.
    fileprivate var isPrinted: Bool {
        guard let argument = parent?.as(LabeledExprSyntax.self), argument.label == nil, let call = argument.parent?.parent?.as(FunctionCallExprSyntax.self) else { return false }
        return ["print", "debugPrint"].contains(call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text)
    }

    /// Whether a condition that is written out, `false` or `true`, never lets it be reached. Swift's compiler looks there for errors of type, not for numbers that do not fit, which it finds when it
    /// calculates; in functions and closures it does.
    var isRuledOut: Bool {
        var child = Syntax(self)
        while let parent = child.parent {
            let way: (truth: Bool?, taken: Syntax?, left: Syntax?) =
                switch parent.as(SyntaxEnum.self) {
                case .ternaryExpr(let choice): (choice.condition.truth, Syntax(choice.thenExpression), Syntax(choice.elseExpression))
                case .ifExpr(let choice): (choice.conditions.truth, Syntax(choice.body), choice.elseBody.map { Syntax($0) })
                case .whileStmt(let loop): (loop.conditions.truth, Syntax(loop.body), nil)
                case .guardStmt(let test): (test.conditions.truth, nil, Syntax(test.body))
                default: (nil, nil, nil)
                }
            if let truth = way.truth, child == (truth ? way.left : way.taken) { return true }
            if parent.is(FunctionDeclSyntax.self) || parent.is(ClosureExprSyntax.self) { return false }
            child = parent
        }
        return false
    }

    /// What it is if it is written out.
    fileprivate var truth: Bool? { self.as(BooleanLiteralExprSyntax.self).map { $0.literal.tokenKind == .keyword(.true) } }
}

extension ConditionElementListSyntax {
    fileprivate var truth: Bool? {
        guard count == 1, case .expression(let only)? = first?.condition else { return nil }
        return only.truth
    }
}
