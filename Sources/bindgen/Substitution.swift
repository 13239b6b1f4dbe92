import SwiftSyntax

/// A default value in the words of cells: `Scalar(0)` is `Double(0)` in the face for Double, `Self.one` is `Vector.one`.
final class Substitution: SyntaxRewriter {
    private let reader: TypeReader
    private let scope: Scope

    init(reader: TypeReader, scope: Scope) {
        (self.reader, self.scope) = (reader, scope)
        super.init()
    }

    func text(of value: ExprSyntax) -> String { visit(value.detached).trimmedDescription }

    override func visit(_ node: DeclReferenceExprSyntax) -> ExprSyntax {
        guard node.argumentNames == nil, let name = face(node.baseName.text) else { return ExprSyntax(node) }
        return ExprSyntax(node.with(\.baseName, .identifier(name, leadingTrivia: node.leadingTrivia, trailingTrivia: node.trailingTrivia)))
    }

    override func visit(_ node: GenericSpecializationExprSyntax) -> ExprSyntax {
        guard let name = node.expression.as(DeclReferenceExprSyntax.self)?.baseName.text, catalog.faces[name] != nil,
            let face = try? reader.read(TypeSyntax(IdentifierTypeSyntax(name: .identifier(name), genericArgumentClause: node.genericArgumentClause)), in: scope)
        else { return super.visit(node) }
        return ExprSyntax(DeclReferenceExprSyntax(leadingTrivia: node.leadingTrivia, baseName: .identifier(face.text), trailingTrivia: node.trailingTrivia))
    }

    override func visit(_ node: IdentifierTypeSyntax) -> TypeSyntax {
        guard let face = try? reader.read(TypeSyntax(node), in: scope), face.text != node.trimmedDescription else { return super.visit(node) }
        return TypeSyntax(IdentifierTypeSyntax(leadingTrivia: node.leadingTrivia, name: .identifier(face.text), trailingTrivia: node.trailingTrivia))
    }

    private var catalog: Catalog { reader.catalog }

    private func face(_ name: String) -> String? {
        if name == "Self" { return scope.owner }
        if name == scope.parameter { return scope.argument }
        guard let argument = scope.argument else { return nil }
        return catalog.faces[name]?.first { $0.argument == argument }?.name
    }
}
