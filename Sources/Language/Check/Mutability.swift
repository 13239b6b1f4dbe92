import SwiftSyntax

/// What may be changed, and what stands in the way.
extension Checker {
    enum Change { case assignment, inoutArgument, mutatingMember, mutatingOperator, mutatingGetter }

    func requireMutable(_ expression: Expression, for change: Change, at node: ExprSyntax, in scope: Scope) {
        guard let reason = obstacle(to: expression, isWhole: change == .assignment, in: scope) else { return markAssigned(expression) }
        let notes = remedy(for: expression, in: scope)
        if change == .mutatingMember {
            switch expression.kind {
            case .array, .dictionary: return report(node, "cannot use mutating member on immutable value of type '\(expression.type)'", notes: notes)
            default: break
            }
        }
        let lead =
            switch change {
            case .assignment:
                switch expression.kind {
                case .stored, .tupleElement: "cannot assign to property"
                case .variable where node.is(MemberAccessExprSyntax.self): "cannot assign to property"
                case .computed(_, let property, _, _) where property.name == "subscript": "cannot assign through subscript"
                case .computed(_, let property, _, _) where property.getter.owner == nil: "cannot assign to value"
                case .computed: "cannot assign to property"
                default: "cannot assign to value"
                }
            case .inoutArgument: "cannot pass immutable value as inout argument"
            case .mutatingMember: "cannot use mutating member on immutable value"
            case .mutatingGetter: "cannot use mutating getter on immutable value"
            case .mutatingOperator: "left side of mutating operator isn't mutable"
            }
        report(node, "\(lead): \(reason)", notes: notes)
    }

    /// What would let the innermost obstacle be changed.
    private func remedy(for expression: Expression, in scope: Scope) -> [Note] {
        switch expression.kind {
        case .variable(let variable):
            if variable.name == "self", let function = scope.layers.lazy.compactMap(\.function).first(where: { $0.selfVariable == variable }), function.kind == .method {
                return [Note("mark method 'mutating' to make 'self' mutable", at: function.place)]
            }
            return variable.letPlace.map { [Note("change 'let' to 'var' to make it mutable", at: $0)] } ?? []
        case .stored(let base, let property):
            if !property.isMutable { return property.letPlace.map { [Note("change 'let' to 'var' to make it mutable", at: $0)] } ?? [] }
            return remedy(for: base, in: scope)
        case .computed(let base?, let property, _, _) where property.setter != nil: return remedy(for: base, in: scope)
        case .tupleElement(let base, _), .force(let base), .optionalBinding(let base), .optionalChain(let base), .inout(let base): return remedy(for: base, in: scope)
        default: return []
        }
    }

    private func markAssigned(_ expression: Expression) {
        switch expression.kind {
        case .variable(let variable): variable.isAssigned = true
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalBinding(let base), .convert(.relabel, let base): markAssigned(base)
        case .computed(let base?, _, _, _): markAssigned(base)
        default: break
        }
    }

    /// Why an expression cannot be changed; nil when it can.
    /// - Parameter isWhole: it gets a new value, as the first value of a constant may be.
    private func obstacle(to expression: Expression, isWhole: Bool, in scope: Scope) -> String? {
        switch expression.kind {
        case .variable(let variable):
            if let owner = variable.privateSetterOwner, !isInside(owner, scope) { return "'\(variable.name)' setter is inaccessible" }
            if variable.isMutable || variable.isInout { return nil }
            // The first value of a `let` declared without one; the flow pass sees that it is the only one.
            if isWhole, deferredConstants.contains(variable) { return nil }
            if variable.name == "self" { return "'self' is immutable" }
            return "'\(variable.name)' is " + (isListed(variable, in: scope) ? "an immutable capture" : "a 'let' constant")
        case .stored(let base, let property):
            if !property.isMutable {
                // Likewise of a field, in an initializer.
                if isWhole, case .variable(let this) = base.kind, let function = scope.function, function.kind == .initializer, this == function.selfVariable { return nil }
                return "'\(property.name)' is a 'let' constant"
            }
            if property.hasPrivateSetter, !isInside(property.owner, scope) { return "'\(property.name)' setter is inaccessible" }
            return obstacle(to: base, isWhole: false, in: scope)
        case .computed(let base, let property, _, _):
            guard let setter = property.setter else { return property.name == "subscript" ? "subscript is get-only" : "'\(property.name)' is a get-only property" }
            if property.hasPrivateSetter, let owner = setter.owner, !isInside(owner, scope) { return "'\(property.name)' setter is inaccessible" }
            guard let base, setter.isMutating else { return nil }
            return obstacle(to: base, isWhole: false, in: scope)
        // The elements of a constant tuple may get their first values one by one.
        case .tupleElement(let base, _): return obstacle(to: base, isWhole: isWhole, in: scope)
        case .force(let base), .optionalBinding(let base), .convert(.relabel, let base): return obstacle(to: base, isWhole: false, in: scope)
        case .optionalChain(let inner), .inout(let inner): return obstacle(to: inner, isWhole: false, in: scope)
        case .call(let callee, _, _):
            return callee.function.kind == .initializer ? "function call returns immutable value" : "'\(callee.function.name)' returns immutable value"
        case .callValue: return "function call returns immutable value"
        case .type: return "type is immutable"
        case .tuple(let parts) where expression.type.hasError || parts.isEmpty: return nil
        case .integer, .floating, .string, .boolean, .interpolation: return "literals are not mutable"
        default: return "expression is not mutable"
        }
    }

    /// Whether the capture list of a closure around names it.
    private func isListed(_ variable: Variable, in scope: Scope) -> Bool {
        scope.layers.contains { layer in
            guard let closure = layer.function, closure.kind == .closure, !closure.parameters.contains(where: { $0.variable == variable }),
                closure.captures.contains(variable), case .variable(variable)? = layer.names[variable.name]
            else { return false }
            return true
        }
    }

    private func isInside(_ owner: Nominal, _ scope: Scope) -> Bool { scope.layers.contains { $0.enclosingType == owner } }
}
