import SwiftSyntax

extension SyntaxProtocol {
    /// Where a message about this stands: at the operator of an operation, at the name after a dot, at the bracket of a
    /// subscript, as swiftc places it; otherwise at the beginning.
    var anchorOffset: Int {
        guard let expression = Syntax(self).as(ExprSyntax.self) else {
            if let argument = Syntax(self).as(LabeledExprSyntax.self) { return argument.expression.anchorOffset }
            return positionAfterSkippingLeadingTrivia.utf8Offset
        }
        var node = expression
        while true {
            switch node.as(ExprSyntaxEnum.self) {
            case .infixOperatorExpr(let operation): return operation.operator.positionAfterSkippingLeadingTrivia.utf8Offset
            case .ternaryExpr(let choice): return choice.questionMark.positionAfterSkippingLeadingTrivia.utf8Offset
            case .memberAccessExpr(let access): return access.declName.positionAfterSkippingLeadingTrivia.utf8Offset
            case .functionCallExpr(let call): node = call.calledExpression
            case .subscriptCallExpr(let call): return call.leftSquare.positionAfterSkippingLeadingTrivia.utf8Offset
            case .forceUnwrapExpr(let unwrap): return unwrap.exclamationMark.positionAfterSkippingLeadingTrivia.utf8Offset
            case .optionalChainingExpr(let chain): return chain.questionMark.positionAfterSkippingLeadingTrivia.utf8Offset
            case .asExpr(let cast): return cast.asKeyword.positionAfterSkippingLeadingTrivia.utf8Offset
            case .isExpr(let test): return test.isKeyword.positionAfterSkippingLeadingTrivia.utf8Offset
            case .postfixOperatorExpr(let operation): return operation.operator.positionAfterSkippingLeadingTrivia.utf8Offset
            case .tryExpr(let attempt): node = attempt.expression
            case .genericSpecializationExpr(let specialization): node = specialization.expression
            case .tupleExpr(let tuple):
                guard tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil else { return node.positionAfterSkippingLeadingTrivia.utf8Offset }
                node = only.expression
            default: return node.positionAfterSkippingLeadingTrivia.utf8Offset
            }
        }
    }
}
