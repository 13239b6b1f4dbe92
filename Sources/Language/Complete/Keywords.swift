import SwiftSyntax

/// The keywords that may stand at a place.
enum Keywords {
    private static let statements = [
        "let", "var", "func", "struct", "enum", "extension", "protocol", "typealias", "if", "guard", "for", "while", "repeat", "switch", "do", "defer", "throw",
    ]
    private static let expressions = ["true", "false", "nil", "try"]
    private static let members = ["var", "let", "func", "init", "static", "subscript", "struct", "enum", "typealias", "private", "mutating"]

    /// For a name in an expression.
    static func at(_ name: DeclReferenceExprSyntax) -> [String] {
        guard let item = name.parent?.as(CodeBlockItemSyntax.self) else {
            let takesStatement = name.parent.map { $0.is(InitializerClauseSyntax.self) || $0.is(ReturnStmtSyntax.self) } ?? false
            return expressions + (takesStatement ? ["if", "switch"] : [])
        }
        if name.parent?.parent?.parent?.is(AccessorBlockSyntax.self) == true { return ["get", "set", "willSet", "didSet", "return"] + statements + expressions }
        return after(item) + statements + expressions + inside(Syntax(item))
    }

    /// What the statement before goes on with.
    private static func after(_ item: CodeBlockItemSyntax) -> [String] {
        guard let list = item.parent?.as(CodeBlockItemListSyntax.self), let index = list.firstIndex(where: { $0.id == item.id }), index > list.startIndex else { return [] }
        switch list[list.index(before: index)].item {
        case .stmt(let statement):
            if let conditional = statement.as(ExpressionStmtSyntax.self)?.expression.as(IfExprSyntax.self) { return conditional.hasElse ? [] : ["else"] }
            if statement.is(DoStmtSyntax.self) { return ["catch"] }
        default: break
        }
        return []
    }

    /// What only stands inside functions, loops and cases.
    private static func inside(_ node: Syntax) -> [String] {
        var words: [String] = []
        var isNear = true
        var next = node.parent
        while let parent = next {
            switch parent.kind {
            case .forStmt, .whileStmt, .repeatStmt: words += isNear ? ["break", "continue"] : []
            case .switchExpr: words += isNear ? ["break", "case", "default", "fallthrough"] : []
            case .closureExpr, .functionDecl, .initializerDecl, .accessorDecl, .subscriptDecl, .accessorBlock:
                if isNear { words.append("return") }
                isNear = false
            default: break
            }
            next = parent.parent
        }
        return words + (isNear ? ["import"] : [])
    }

    /// For a place where the parser found no name.
    static func at(_ token: TokenSyntax) -> [String] {
        var next = token.parent
        while let parent = next {
            switch parent.kind {
            case .unexpectedNodes, .unexpectedCodeDecl, .memberBlockItem, .memberBlockItemList: break
            case .memberBlock:
                switch parent.parent?.kind {
                case .enumDecl: return ["case"] + members
                case .protocolDecl: return ["var", "func", "init", "static", "mutating", "subscript"]
                default: return members
                }
            case .accessorBlock: return ["get", "set", "willSet", "didSet"]
            case .switchCaseList, .switchExpr: return ["case", "default"]
            default: return []
            }
            next = parent.parent
        }
        return []
    }

    static func at(_ type: TypeSyntax) -> [String] {
        var words = ["Any", "Void", "any"]
        var next = type.parent
        while let parent = next {
            if parent.is(FunctionParameterSyntax.self) || parent.is(ClosureParameterSyntax.self) { words.append("inout") }
            if parent.is(MemberBlockSyntax.self) {
                words.append("Self")
                break
            }
            next = parent.parent
        }
        return words
    }
}
