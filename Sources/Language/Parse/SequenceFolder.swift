@_spi(RawSyntax) import SwiftSyntax

/// Turns sequences of operators into trees on the parser's raw nodes, which are copied only where a sequence is below them.
///
/// SwiftOperators does the same on finished nodes, each in memory of its own, which took a sixth of a cell's time. It still says which of two operators binds first
/// (`BindingOrder`), and folds what is not plain: operators that nobody declared or that have no order, and `try` in front of one.
struct SequenceFolder {
    private let order: BindingOrder
    private let arena = RawSyntaxArena()
    private var isPlain = true

    private init(_ order: BindingOrder) { self.order = order }

    /// The file with all sequences folded; nil where one is not plain.
    static func fold(_ file: SourceFileSyntax, by order: BindingOrder) -> SourceFileSyntax? {
        guard file.hasSequenceExpr else { return file }
        guard !file.hasError else { return nil }
        var folder = SequenceFolder(order)
        let folded = folder.fold(file.raw)
        guard folder.isPlain, let folded else { return nil }
        return Syntax(raw: folded, rawNodeArena: folder.arena).as(SourceFileSyntax.self)
    }

    /// What becomes of a node; nil where it stays as it is.
    private mutating func fold(_ node: RawSyntax) -> RawSyntax? {
        guard isPlain, let layout = node.layoutView else { return nil }
        var children: [RawSyntax?]?
        for (index, child) in layout.children.enumerated() {
            guard let child, let folded = fold(child) else { continue }
            if children == nil { children = layout.formLayoutArray() }
            children?[index] = folded
        }
        if node.kind == .sequenceExpr {
            let elements = (children?[1] ?? layout.children[1])?.layoutView?.children.compactMap { $0 } ?? []
            let tree = fold(elements)
            if tree == nil { isPlain = false }
            return tree
        }
        return children.map { layout.replacingLayout(with: $0, arena: arena) }
    }

    /// Operands and the operators between them, as one tree.
    private func fold(_ elements: [RawSyntax]) -> RawSyntax? {
        guard elements.count % 2 == 1, elements.count > 2 else { return nil }
        var operands = [elements[0]]
        var operators: [(name: String, node: RawSyntax)] = []
        func joinLast() -> Bool {
            guard let right = operands.popLast(), let left = operands.popLast(), let operation = operators.popLast(), let joined = join(left, operation.node, right) else {
                return false
            }
            operands.append(joined)
            return true
        }
        for index in stride(from: 1, to: elements.count, by: 2) {
            guard let name = Self.name(of: elements[index]) else { return nil }
            while let last = operators.last {
                guard let side = order.first(of: last.name, name) else { return nil }
                if side == .right { break }
                guard joinLast() else { return nil }
            }
            operators.append((name, elements[index]))
            operands.append(elements[index + 1])
        }
        while !operators.isEmpty { guard joinLast() else { return nil } }
        return operands.count == 1 ? operands[0] : nil
    }

    private static func name(of node: RawSyntax) -> String? {
        switch node.kind {
        case .binaryOperatorExpr: node.as(RawBinaryOperatorExprSyntax.self).map { String(syntaxText: $0.operator.tokenText) }
        case .assignmentExpr: BindingOrder.assignment
        case .unresolvedTernaryExpr: BindingOrder.choice
        case .unresolvedAsExpr: BindingOrder.cast
        case .unresolvedIsExpr: BindingOrder.test
        default: nil
        }
    }

    private func join(_ left: RawSyntax, _ node: RawSyntax, _ right: RawSyntax) -> RawSyntax? {
        // These reach over the whole operation.
        guard ![.tryExpr, .awaitExpr, .unsafeExpr].contains(left.kind), let operand = left.as(RawExprSyntax.self) else { return nil }
        switch node.kind {
        case .binaryOperatorExpr, .assignmentExpr:
            guard let operation = node.as(RawExprSyntax.self), let other = right.as(RawExprSyntax.self) else { return nil }
            return RawInfixOperatorExprSyntax(leftOperand: operand, operator: operation, rightOperand: other, arena: arena).raw
        case .unresolvedTernaryExpr:
            guard let choice = node.as(RawUnresolvedTernaryExprSyntax.self), let other = right.as(RawExprSyntax.self) else { return nil }
            return RawTernaryExprSyntax(
                condition: operand, questionMark: choice.questionMark, thenExpression: choice.thenExpression, colon: choice.colon, elseExpression: other, arena: arena
            ).raw
        case .unresolvedAsExpr:
            guard let cast = node.as(RawUnresolvedAsExprSyntax.self), let type = right.as(RawTypeExprSyntax.self) else { return nil }
            return RawAsExprSyntax(
                expression: operand, asKeyword: cast.asKeyword, questionOrExclamationMark: cast.questionOrExclamationMark, type: type.type, arena: arena
            ).raw
        case .unresolvedIsExpr:
            guard let test = node.as(RawUnresolvedIsExprSyntax.self), let type = right.as(RawTypeExprSyntax.self) else { return nil }
            return RawIsExprSyntax(expression: operand, isKeyword: test.isKeyword, type: type.type, arena: arena).raw
        default: return nil
        }
    }
}
