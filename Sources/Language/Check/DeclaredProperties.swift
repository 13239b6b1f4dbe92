import SwiftSyntax

/// One name that a declaration of properties binds, and what is said of it.
struct DeclaredProperty {
    let name: TokenSyntax
    var annotation: TypeSyntax?
    var value: ExprSyntax?
    var accessors: AccessorBlockSyntax?
    /// As it is written, where the name stands alone.
    var initializer: InitializerClauseSyntax?
}

extension Checker {
    /// The properties of `var x, y: Double` and of `var (a, b) = (0, 1)`.
    func declaredProperties(_ syntax: VariableDeclSyntax) -> [DeclaredProperty] {
        let bindings = Array(syntax.bindings)
        // The annotation at the end holds for those before it that have none.
        var annotations = bindings.map { $0.typeAnnotation?.type }
        for index in annotations.indices.reversed().dropFirst() where annotations[index] == nil && bindings[index].initializer == nil {
            annotations[index] = annotations[index + 1]
        }
        return zip(bindings, annotations).flatMap { binding, annotation in
            if let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier {
                return [
                    DeclaredProperty(
                        name: name, annotation: annotation, value: binding.initializer?.value, accessors: binding.accessorBlock, initializer: binding.initializer)
                ]
            }
            guard let parts = declaredParts(of: binding.pattern, annotation, binding.initializer?.value) else {
                report(binding.pattern, "property declaration does not bind any variables")
                return []
            }
            return parts
        }
    }

    /// Each name of a tuple takes its part of the type and of the value; nil where those are not written as tuples.
    private func declaredParts(of pattern: PatternSyntax, _ annotation: TypeSyntax?, _ value: ExprSyntax?) -> [DeclaredProperty]? {
        if let name = pattern.as(IdentifierPatternSyntax.self)?.identifier { return [DeclaredProperty(name: name, annotation: annotation, value: value)] }
        guard let tuple = pattern.as(TuplePatternSyntax.self) else { return pattern.is(WildcardPatternSyntax.self) && value?.isLiteral == true ? [] : nil }
        let types = annotation?.as(TupleTypeSyntax.self)?.elements.map(\.type), values = value?.as(TupleExprSyntax.self)?.elements.map(\.expression)
        if annotation != nil, types?.count != tuple.elements.count { return nil }
        if value != nil, values?.count != tuple.elements.count { return nil }
        var found: [DeclaredProperty] = []
        for (index, element) in tuple.elements.enumerated() {
            guard element.label == nil, let parts = declaredParts(of: element.pattern, types?[index], values?[index]) else { return nil }
            found += parts
        }
        return found
    }
}
