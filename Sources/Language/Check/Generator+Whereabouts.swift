import SwiftSyntax

/// `#line`, `#column` and `#function`: where in the text they stand. As the default of a parameter they mean the place of the call.
extension Generator {
    /// nil for other macros.
    func whereabouts(_ syntax: MacroExpansionExprSyntax) -> Term? {
        let node = ExprSyntax(syntax)
        guard let value = whereabouts(named: "#" + syntax.macroName.text, at: node) else { return nil }
        return Term(node, value.type) { value }
    }

    /// What the macro comes to at a place.
    func whereabouts(named name: String?, at node: ExprSyntax) -> Expression? {
        let place = checker.place(node)
        switch name {
        case "#line", "#column":
            let position = checker.lineTable.position(node.positionAfterSkippingLeadingTrivia.utf8Offset)
            return Expression(kind: .integer(magnitude: UInt64(name == "#line" ? position.line : position.column), isNegative: false), type: checker.int, place: place)
        case "#function": return Expression(kind: .string(enclosingFunction?.shownInFull ?? "main"), type: checker.string, place: place)
        default: return nil
        }
    }

    /// The declared function around, closures apart.
    private var enclosingFunction: Function? {
        for layer in scope.layers { if let function = layer.function, function.kind != .closure { return function } }
        return nil
    }
}

extension Function {
    /// `move(by:_:)`; accessors go by the name of what they give.
    fileprivate var shownInFull: String {
        switch kind {
        case .getter, .setter: name == "subscript" ? "subscript(" + labels.map { ($0 ?? "_") + ":" }.joined() + ")" : name
        case .free, .method, .staticMethod, .initializer: name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
        case .closure: name
        }
    }
}
