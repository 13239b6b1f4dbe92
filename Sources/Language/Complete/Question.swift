import SwiftSyntax

/// A question about one place of a cell, and what the checker learns of that place on its way.
///
/// The cell is half typed, so most of it need not check. The checker goes its usual way and calls the question where it comes by: at expressions, arguments,
/// types and patterns, and whenever the solver has drawn all certain conclusions. A question that knows enough is *settled*, and the rest of the cell is passed over.
class Question {
    /// Where the place is, in bytes.
    let offset: Int
    var isSettled = false

    init(offset: Int) { self.offset = offset }

    /// Whether the place is inside the node.
    func isIn(_ node: some SyntaxProtocol) -> Bool {
        node.position.utf8Offset <= offset && offset < node.endPosition.utf8Offset
    }

    /// Whether the node comes after the place: what it declares cannot be seen there.
    func isBefore(_ node: some SyntaxProtocol) -> Bool { node.position.utf8Offset > offset }

    /// Whether a statement says anything of the place: it holds it, or declares what may be seen there.
    final func hangs(on item: CodeBlockItemSyntax, isTopLevel: Bool) -> Bool {
        if isIn(item) { return true }
        if !isTopLevel, isBefore(item) { return false }
        switch item.item {
        case .decl: return true
        case .stmt(let statement): return statement.is(GuardStmtSyntax.self)
        case .expr: return false
        }
    }

    /// An expression is about to be walked. A term, where it is to be taken for that and not to be walked.
    func term(for expression: ExprSyntax, _ generator: Generator) -> Term? { nil }

    /// Whether more arguments may follow these.
    func isUnfinished(_ arguments: LabeledExprListSyntax) -> Bool { isIn(arguments) }

    /// Whether an argument is not one yet, but what is being typed.
    func isBeingTyped(_ argument: LabeledExprSyntax, _ generator: Generator) -> Bool { false }

    /// The root of a key path's component.
    func component(_ component: KeyPathPropertyComponentSyntax, of base: Term, _ generator: Generator) -> Term? { nil }

    /// A written type is looked up. Whether it is to be left alone.
    func type(_ node: Syntax, in scope: Scope, _ checker: Checker) -> Bool { false }
    func memberType(_ node: MemberTypeSyntax, of base: Type, in scope: Scope, _ checker: Checker) -> Bool { false }

    /// A pattern is matched against a type. Whether it is to be left alone.
    func pattern(_ expression: ExprSyntax, against type: Type, in scope: Scope, _ checker: Checker) -> Bool { false }

    /// A variable is declared.
    func declared(_ variable: Variable, _ checker: Checker) {}

    /// The solver is about to look at a constraint.
    func meet(_ constraint: Constraint, _ solver: Solver) {}

    /// The solver has drawn its conclusions, or found a contradiction.
    func rest(_ solver: Solver) {}

    /// An expression did not check: the type to take for it nevertheless, so that what follows can be told.
    final func likelyType(of expression: ExprSyntax, _ generator: Generator) -> Type? {
        var inner = expression
        while let tried = inner.as(TryExprSyntax.self) { inner = tried.expression }
        guard let call = inner.as(FunctionCallExprSyntax.self), let type = generator.typeNamed(call.calledExpression) else { return nil }
        return type.hasVariable || type.hasError ? nil : type
    }
}

extension Checker {
    /// The number of cells that are asked about and never run.
    private static let askedCell = Int(Int32.max)

    /// Checks a cell as far as a question needs it, lets the answer be read while everything is in place, and leaves no trace.
    ///
    /// - Parameters:
    ///   - make: makes the question from the tree that is checked; nil if there is nothing to ask.
    ///   - read: is given the outermost scope of the cell.
    func ask<Subject: Question, Answer>(
        about file: SourceFileSyntax, text: String, _ make: (SourceFileSyntax) -> Subject?, read: (Subject, Scope) -> Answer
    ) -> Answer? {
        let saved = (cell, origin, source, diagnostics, cellGlobals, cellFunctions, journal, lineTable)
        let pending = (pendingStatics, withoutInitializer, deferredConstants, endOfBody, endOfGuard, delegating, postponed, declarationDepth)
        let context = (operatorTable, bodies, signatures, isInExtension, inferredParameters, firstBranch)
        (cell, origin, source) = (Self.askedCell, .cell(Self.askedCell), Int32(Self.askedCell))
        (diagnostics, cellGlobals, journal, lineTable, wasInterrupted) = ([], [], [], LineTable(text), false)
        (postponed, declarationDepth) = ([], 0)
        defer {
            asked = nil
            rollBack()
            forgetAskedCell()
            (cell, origin, source, diagnostics, cellGlobals, cellFunctions, journal, lineTable) = saved
            (pendingStatics, withoutInitializer, deferredConstants, endOfBody, endOfGuard, delegating, postponed, declarationDepth) = pending
            (operatorTable, bodies, signatures, isInExtension, inferredParameters, firstBranch) = context
            wasInterrupted = false
        }
        operatorTable.add(declarationsIn: file)
        let folded = operatorTable.fold(file).file
        guard let question = make(folded) else { return nil }
        asked = question
        let scope = Scope(parent: sessionScope)
        scope.isTopLevel = true
        bodies = [BodyContext(result: nil)]
        look(at: folded.statements, for: question, in: scope)
        // What is asked now is not passed over.
        (asked, wasInterrupted) = (nil, false)
        return read(question, scope)
    }

    private func look(at items: CodeBlockItemListSyntax, for question: Question, in scope: Scope) {
        declarationDepth += 1
        declareTypes(items.map { (source, $0) }, in: scope) { declareFree(items, in: scope) }
        declarationDepth -= 1
        // Whether types conform as they say has no bearing on the answer.
        postponed = []
        // Bodies see every variable of the cell, statements those before them.
        let isInBody = items.contains { question.isIn($0) && $0.hasBodyForLater }
        for item in items where !question.isSettled {
            if !isInBody, question.isBefore(item) { break }
            _ = checkItem(item, in: scope)
        }
        if question.isSettled { return }
        finishInitials()
        for (function, body) in pendingBodies.ofCell where body.origin == origin && question.isIn(body.syntax) { _ = self.body(of: function) }
        for (variable, value) in pendingDefaults where value.origin == origin && question.isIn(value.syntax) {
            _ = withSignature(of: value.scope) { checkExpression(value.syntax, expecting: variable.type, in: value.scope, purpose: .defaultArgument) }
        }
    }

    /// What the tables know of the cell's own declarations, which are gone.
    private func forgetAskedCell() {
        pendingDefaults = pendingDefaults.filter { $0.value.origin != origin }
        conformances = conformances.filter { $0.key.origin != origin }
        inheritance = inheritance.filter { $0.key.origin != origin }
    }
}

extension CodeBlockItemSyntax {
    /// A declaration whose code runs when something asks for it.
    fileprivate var hasBodyForLater: Bool {
        guard case .decl(let declaration) = item else { return false }
        guard let variables = declaration.as(VariableDeclSyntax.self) else { return true }
        return variables.bindings.contains { $0.accessorBlock != nil }
    }
}
