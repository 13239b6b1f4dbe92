import SwiftSyntax

/// Modifiers and parts of declarations that do not go together. Swift that only classes have is refused by other means.
extension Checker {
    /// Of a function that belongs to no type.
    func checkFreeModifiers(_ modifiers: DeclModifierListSyntax, at keyword: TokenSyntax) {
        guard source >= 0 else { return }
        for modifier in modifiers {
            switch modifier.name.text {
            case "static": report(keyword, "static \(keyword.text == "func" ? "methods" : "properties") may only be declared on a type")
            case "infix" where keyword.text == "func": report(modifier, "'infix' modifier is not required or allowed on func declarations")
            case "class": report(keyword, "class \(keyword.text == "func" ? "methods" : "properties") may only be declared on a type")
            case "mutating", "nonmutating":
                report(modifier, keyword.text == "func" ? "'\(modifier.name.text)' is only valid on methods" : "'\(modifier.name.text)' may only be used on 'func' declarations")
            case "override": report(modifier, "'override' can only be specified on class members")
            default: break
            }
        }
    }

    /// Of an initializer.
    func checkInitializerModifiers(_ modifiers: DeclModifierListSyntax, at keyword: TokenSyntax, of nominal: Nominal) {
        guard source >= 0 else { return }
        checkMutating(modifiers)
        for modifier in modifiers where modifier.name.text == "convenience" {
            report(keyword, "initializers in \(nominal.kind == .enumeration ? "enums" : "structs") are not marked with 'convenience'")
        }
    }

    /// Of a property or an initializer of a type.
    func checkMutating(_ modifiers: DeclModifierListSyntax) {
        guard source >= 0 else { return }
        for modifier in modifiers where ["mutating", "nonmutating"].contains(modifier.name.text) {
            report(modifier, "'\(modifier.name.text)' may only be used on 'func' declarations")
        }
    }

    /// `weak` and `unowned` hold objects, which cells do not have.
    func checkReferenceModifiers(_ syntax: VariableDeclSyntax, in scope: Scope) {
        guard source >= 0, let modifier = syntax.modifiers.first(where: { ["weak", "unowned"].contains($0.name.text) }) else { return }
        for binding in syntax.bindings {
            guard let annotation = binding.typeAnnotation?.type, case let type = resolve(annotation, in: scope), !type.hasError else { continue }
            let plain = type.optionalPayload ?? type
            if case .existential = plain {
                report(
                    binding.pattern, "'\(modifier.name.text)' must not be applied to non-class-bound '\(plain)'; consider adding a protocol conformance that has a class bound")
            } else {
                report(binding.pattern, "'\(modifier.name.text)' may only be applied to class and class-bound protocol types, not '\(plain)'")
            }
        }
    }

    /// Of a type: what only classes have, or enums.
    func checkTypeModifiers(_ modifiers: DeclModifierListSyntax, kind: Nominal.Kind) {
        guard source >= 0 else { return }
        for modifier in modifiers {
            switch modifier.name.text {
            case "final", "mutating", "static", "lazy": report(modifier, "'\(modifier.name.text)' modifier cannot be applied to this declaration")
            case "indirect" where kind != .enumeration: report(modifier, "'indirect' modifier cannot be applied to this declaration")
            case "open": report(modifier, "only classes and overridable class members can be declared 'open'; use 'public'")
            default: break
            }
        }
    }

    /// Inside a function nothing can be seen from outside anyway.
    func checkLocalModifiers(_ modifiers: DeclModifierListSyntax, in scope: Scope) {
        guard source >= 0, scope.function != nil || !scope.isTopLevel else { return }
        for modifier in modifiers where Visibility.Level(modifier.name.text) != nil {
            report(modifier, "attribute '\(modifier.name.text)' can only be used in a non-local scope")
        }
    }

    /// Of a method.
    func checkMethodModifiers(_ modifiers: DeclModifierListSyntax, at keyword: TokenSyntax) {
        guard source >= 0 else { return }
        let names = modifiers.map(\.name.text)
        for modifier in modifiers {
            switch modifier.name.text {
            case "mutating" where names.contains("static"): report(modifier, "static functions must not be declared mutating")
            case "override": report(modifier, "'override' can only be specified on class members")
            case "final": report(modifier, "only classes and class members may be marked with 'final'")
            case "class": report(keyword, "class methods are only allowed within classes; use 'static' to declare a static method")
            default: break
            }
        }
    }

    /// Whether a declaration is out of reach outside its type, and whether changes of it are.
    func privacy(of modifiers: DeclModifierListSyntax) -> (all: Bool, setter: Bool) {
        let own = modifiers.filter { $0.name.text == "private" }
        return (own.contains { $0.detail == nil }, own.contains { $0.detail != nil })
    }

    func checkParameterDefaults(_ parameters: FunctionParameterListSyntax, of function: Function) {
        guard source >= 0 else { return }
        for (syntax, parameter) in zip(parameters, function.parameters) {
            guard let value = syntax.defaultValue?.value else { continue }
            if parameter.isInout { report(value, "cannot provide default value to inout parameter '\((syntax.secondName ?? syntax.firstName).text)'") }
            if parameter.isVariadic { report(value, "variadic parameter cannot have a default value") }
        }
        let neighbours = zip(function.parameters, function.parameters.dropFirst())
        for (syntax, (before, parameter)) in zip(parameters.dropFirst(), neighbours) where before.isVariadic && parameter.label == nil {
            report(syntax.secondName ?? syntax.firstName, "a parameter following a variadic parameter requires a label")
        }
    }

    /// `rethrows` speaks of a function that is given.
    func checkRethrows(_ effects: FunctionEffectSpecifiersSyntax?, of function: Function) {
        guard source >= 0, function.isRethrowing, let clause = effects?.throwsClause else { return }
        let takesThrowing = function.parameters.contains { $0.isAutoclosure || ($0.type.optionalPayload ?? $0.type).function?.isThrowing == true }
        if !takesThrowing { report(clause.throwsSpecifier, "'rethrows' function must take a throwing function argument") }
    }

    // MARK: Access

    /// Reports a member that is private to a type which the scope is not inside of.
    func requireAccess(_ name: String, privateTo owner: Nominal?, from scope: Scope, declaredAt place: Place? = nil, at node: some SyntaxProtocol) {
        guard source >= 0, let owner, !scope.layers.contains(where: { $0.enclosingType == owner }) else { return }
        let shown = name == "init" ? "'\(owner.name)' initializer" : "'\(name)'"
        let declared = place ?? owner.members(named: name).lazy.compactMap(\.place).first
        report(node, "\(shown) is inaccessible due to 'private' protection level", notes: declared.map { [Note("'\(name)' declared here", at: $0)] } ?? [])
    }
}

extension Member {
    /// The type that keeps it for itself.
    var privateOwner: Nominal? {
        switch self {
        case .function(let function): function.isPrivate ? function.owner : nil
        case .computed(let property): property.getter.isPrivate ? property.getter.owner : nil
        case .stored(let property): property.isPrivate ? property.owner : nil
        case .staticStored(let variable): variable.privateOwner
        case .type(let nominal): nominal.privateOwner
        case .enumCase, .alias: nil
        }
    }
}
