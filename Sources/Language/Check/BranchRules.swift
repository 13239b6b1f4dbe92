import SwiftSyntax

/// Where an `if` or `switch` may stand for a value, and what its branches may hold then.
extension Checker {
    func checkPlace(ofBranching expression: ExprSyntax) {
        guard source >= 0, !expression.isWhereBranchesMayBe else { return }
        report(
            at: expression.positionAfterSkippingLeadingTrivia.utf8Offset,
            "'\(expression.branchingWord)' may only be used as expression in return, throw, or as the source of an assignment")
    }

    /// Each branch is one expression, or ends by throwing.
    func checkBranches(of expression: ExprSyntax) {
        guard source >= 0 else { return }
        let word = expression.branchingWord
        if let conditional = expression.as(IfExprSyntax.self) {
            checkBranch(conditional.body.statements, of: word, in: conditional.body)
            switch conditional.elseBody {
            case .codeBlock(let block): checkBranch(block.statements, of: word, in: block)
            case .ifExpr(let next): checkBranches(of: ExprSyntax(next))
            case nil: break
            }
        }
        for case .switchCase(let item) in expression.as(SwitchExprSyntax.self)?.cases ?? [] { checkBranch(item.statements, of: word, in: nil) }
    }

    private func checkBranch(_ items: CodeBlockItemListSyntax, of word: String, in block: CodeBlockSyntax?) {
        guard let last = items.last else {
            if let block { report(block.leftBrace, "expected expression in branch of '\(word)' expression") }
            return
        }
        let known = diagnostics.count
        for token in Leavings.all(in: items) { report(token, "cannot use '\(token.text)' to transfer control out of '\(word)' expression") }
        if diagnostics.count > known { return }
        if case .stmt(let statement) = last.item, statement.is(ThrowStmtSyntax.self) || (word == "switch" && statement.is(FallThroughStmtSyntax.self)) { return }
        if items.count == 1, let only = last.expression { return only.isStatementLike ? checkBranches(of: only) : () }
        let endings = word == "switch" ? "a 'throw' or 'fallthrough'" : "a 'throw'"
        let end = block?.rightBrace ?? last.lastToken(viewMode: .sourceAccurate)
        report(at: (end?.positionAfterSkippingLeadingTrivia ?? last.position).utf8Offset, "non-expression branch of '\(word)' expression may only end with \(endings)")
    }
}

extension ExprSyntax {
    fileprivate var branchingWord: String { self.is(IfExprSyntax.self) ? "if" : "switch" }

    fileprivate var isWhereBranchesMayBe: Bool {
        guard let parent else { return true }
        if let attempt = parent.as(TryExprSyntax.self) { return ExprSyntax(attempt).isWhereBranchesMayBe }
        if let cast = parent.as(AsExprSyntax.self) { return ExprSyntax(cast).isWhereBranchesMayBe }
        if let operation = parent.as(InfixOperatorExprSyntax.self) { return operation.operator.is(AssignmentExprSyntax.self) && operation.rightOperand.id == id }
        return parent.is(InitializerClauseSyntax.self) || parent.is(ReturnStmtSyntax.self) || parent.is(ThrowStmtSyntax.self) || parent.is(ExpressionStmtSyntax.self)
            || parent.is(CodeBlockItemSyntax.self)
    }
}

/// The statements of a branch that go somewhere else than to its end.
private final class Leavings: SyntaxVisitor {
    private var found: [TokenSyntax] = []
    /// Loops around, and what else `break` leaves.
    private var loops = 0, switches = 0
    private var labels: Set<String> = []

    static func all(in items: CodeBlockItemListSyntax) -> [TokenSyntax] {
        let finder = Leavings(viewMode: .sourceAccurate)
        finder.walk(items)
        return finder.found
    }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        found.append(node.returnKeyword)
        return .skipChildren
    }
    override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.label.map({ !labels.contains($0.text) }) ?? (loops + switches == 0) { found.append(node.breakKeyword) }
        return .skipChildren
    }
    override func visit(_ node: ContinueStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.label.map({ !labels.contains($0.text) }) ?? (loops == 0) { found.append(node.continueKeyword) }
        return .skipChildren
    }

    override func visit(_ node: LabeledStmtSyntax) -> SyntaxVisitorContinueKind {
        labels.insert(node.label.text)
        return .visitChildren
    }
    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
    override func visitPost(_ node: ForStmtSyntax) { loops -= 1 }
    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
    override func visitPost(_ node: WhileStmtSyntax) { loops -= 1 }
    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
    override func visitPost(_ node: RepeatStmtSyntax) { loops -= 1 }
    private func enterLoop() -> SyntaxVisitorContinueKind {
        loops += 1
        return .visitChildren
    }
    override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
        // One that is a branch by itself is looked at on its own.
        if node.isAlone { return .skipChildren }
        switches += 1
        return .visitChildren
    }
    override func visitPost(_ node: SwitchExprSyntax) { if !node.isAlone { switches -= 1 } }
    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind { node.isAlone ? .skipChildren : .visitChildren }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension ExprSyntaxProtocol {
    /// The only statement where it stands.
    fileprivate var isAlone: Bool {
        let item = parent?.as(CodeBlockItemSyntax.self) ?? parent?.parent?.as(CodeBlockItemSyntax.self)
        return item?.parent?.as(CodeBlockItemListSyntax.self)?.count == 1
    }
}
