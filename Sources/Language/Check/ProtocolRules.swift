import SwiftSyntax

/// What protocols and extensions may not hold, though other types may, and where they may not stand.
extension Checker {
    /// Of a protocol, once its associated types and those above it are known.
    func checkProtocol(_ syntax: ProtocolDeclSyntax, _ nominal: Nominal) {
        guard source >= 0 else { return }
        for primary in syntax.primaryAssociatedTypeClause?.primaryAssociatedTypes ?? [] {
            let name = primary.name.text
            if protocols(above: nominal).contains(where: { $0.associated.contains(name) }) { continue }
            report(primary.name, "an associated type named '\(name)' must be declared in the protocol '\(nominal.name)' or a protocol it inherits")
        }
        for member in syntax.memberBlock.members {
            switch member.decl.as(DeclSyntaxEnum.self) {
            case .structDecl(let inner): report(inner.name, "type '\(inner.name.text)' cannot be nested in protocol '\(nominal.name)'")
            case .enumDecl(let inner): report(inner.name, "type '\(inner.name.text)' cannot be nested in protocol '\(nominal.name)'")
            case .functionDecl(let function): rejectDefaults(function.signature.parameterClause.parameters, at: function.funcKeyword)
            case .initializerDecl(let initializer): rejectDefaults(initializer.signature.parameterClause.parameters, at: initializer.initKeyword)
            default: break
            }
        }
    }

    private func rejectDefaults(_ parameters: FunctionParameterListSyntax, at keyword: TokenSyntax) {
        if parameters.contains(where: { $0.defaultValue != nil }) { report(keyword, "default argument not permitted in a protocol method") }
    }

    func checkExtension(_ syntax: ExtensionDeclSyntax, of nominal: Nominal, in scope: Scope) {
        guard source >= 0 else { return }
        if scope.function != nil || !scope.isTopLevel { return report(syntax, "declaration is only valid at file scope") }
        guard nominal.kind == .proto else { return }
        if syntax.extendedType.as(SomeOrAnyTypeSyntax.self) != nil {
            report(syntax, "extension of existential type 'any \(nominal.name)' is not supported")
        } else if syntax.inheritanceClause != nil {
            report(syntax, "extension of protocol '\(nominal.name)' cannot have an inheritance clause")
        }
    }
}

extension Generator {
    /// `Shape.sides`, `Shape(side: 1)` for a protocol: only of a type that conforms is there one.
    func rejectOfProtocol(_ name: String, of base: Term, isInitializer: Bool, at node: ExprSyntax) {
        guard isExistentialMetatype(base), checker.source >= 0, case .metatype(let type) = solver.resolve(base.type), let named = typeNamed(base.node.calledOrBase), named == type
        else { return }
        if isInitializer {
            checker.report(node, "type '\(type)' cannot be instantiated")
        } else {
            checker.report(at: base.node.positionAfterSkippingLeadingTrivia.utf8Offset, "static member '\(name)' cannot be used on protocol metatype '(\(type)).Type'")
        }
    }
}

extension ExprSyntax {
    /// The type's name in `Shape(side: 1)` and `Shape.init(side: 1)`.
    fileprivate var calledOrBase: ExprSyntax {
        guard let call = self.as(FunctionCallExprSyntax.self) else { return self }
        if let member = call.calledExpression.as(MemberAccessExprSyntax.self), member.declName.baseName.text == "init", let base = member.base { return base }
        return call.calledExpression
    }
}
