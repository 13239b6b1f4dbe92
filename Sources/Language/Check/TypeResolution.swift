import SwiftSyntax

/// From written types to `Type`.
extension Checker {
    func resolve(_ syntax: TypeSyntax, in scope: Scope) -> Type {
        switch syntax.as(TypeSyntaxEnum.self) {
        case .identifierType(let type):
            return resolveName(type.name.text, arguments: type.genericArgumentClause, at: Syntax(type), in: scope)
        case .memberType(let type): return resolveMember(type, in: scope)
        case .arrayType(let type): return array(resolvePart(type.element, in: scope))
        case .dictionaryType(let type):
            let key = resolvePart(type.key, in: scope)
            require(key, conformsTo: "Hashable", at: type)
            return standard("Dictionary", key, resolvePart(type.value, in: scope))
        case .optionalType(let type): return optional(resolvePart(type.wrappedType, in: scope))
        case .implicitlyUnwrappedOptionalType(let type): return optional(resolve(type.wrappedType, in: scope))
        case .tupleType(let type):
            let elements = type.elements.map { element in
                let label = element.firstName?.text
                return TupleElement(label: label == "_" ? nil : label, type: resolvePart(element.type, in: scope))
            }
            return elements.count == 1 && elements[0].label == nil ? elements[0].type : .tuple(elements)
        case .functionType(let type):
            let parameters = type.parameters.map { parameter in
                resolveParameter(parameter.type, isVariadic: parameter.ellipsis != nil, in: scope)
            }
            let isThrowing = type.effectSpecifiers?.throwsClause != nil
            rejectTypedThrows(type.effectSpecifiers?.throwsClause)
            return .function(FunctionType(parameters: parameters, result: resolvePart(type.returnClause.type, in: scope), isThrowing: isThrowing))
        case .attributedType(let type): return resolveParameter(TypeSyntax(type), isVariadic: false, in: scope).type
        case .someOrAnyType(let type):
            if type.someOrAnySpecifier.text == "some" { unsupported(type, "an opaque type ('some')", instead: "a generic parameter") }
            return resolve(type.constraint, in: scope)
        case .compositionType(let type):
            return .existential(type.elements.compactMap { resolve($0.type, in: scope).protocolNominal })
        case .metatypeType(let type): return .metatype(resolve(type.baseType, in: scope))
        case .packExpansionType, .packElementType:
            // The parameter itself was refused.
            return .error
        case .suppressedType:
            unsupported(syntax, "types that are never copied ('\(syntax.trimmedDescription)')")
            return .error
        default:
            unsupported(syntax, "this kind of type")
            return .error
        }
    }

    /// A type that may not be declared as `T!`, as one within another.
    func resolvePart(_ syntax: TypeSyntax, in scope: Scope) -> Type {
        if let implicit = syntax.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) { report(implicit.exclamationMark, "using '!' is not allowed here") }
        return resolve(syntax, in: scope)
    }

    func resolveParameter(_ syntax: TypeSyntax, isVariadic: Bool, in scope: Scope) -> FunctionType.Parameter {
        var parameter = FunctionType.Parameter(type: .error, isVariadic: isVariadic)
        var base = syntax
        var isEscaping = false
        while let attributed = base.as(AttributedTypeSyntax.self) {
            for specifier in attributed.specifiers {
                if specifier.as(SimpleTypeSpecifierSyntax.self)?.specifier.text == "inout" { parameter.isInout = true }
            }
            for attribute in attributed.attributes {
                switch attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription {
                case "autoclosure": parameter.isAutoclosure = true
                case "escaping": isEscaping = true
                default: break
                }
            }
            base = attributed.baseType
        }
        if parameter.isInout, isVariadic, source >= 0 { report(syntax, "'inout' must not be used on variadic parameters") }
        parameter.type = isVariadic ? resolvePart(base, in: scope) : resolve(base, in: scope)
        if parameter.isAutoclosure, case .function(let function) = parameter.type { parameter.type = function.result }
        if isEscaping, case .function(var function) = parameter.type {
            function.isEscaping = true
            parameter.type = .function(function)
        }
        return parameter
    }

    private func resolveName(_ name: String, arguments: GenericArgumentClauseSyntax?, at node: Syntax, in scope: Scope) -> Type {
        if let question, question.type(node, in: scope, self) { return .error }
        switch name {
        case "Any": return .any
        case "Void": return .void
        case "Self":
            for layer in scope.layers { if let type = layer.enclosingType { return type.kind == .proto ? .parameter(type.generics.parameters[0]) : type.selfType } }
        default: break
        }
        let given = arguments?.arguments.map { argument -> Type in
            if case .type(let type) = argument.argument { return resolvePart(type, in: scope) }
            report(argument.argument, "expected a type")
            return .error
        }
        for layer in scope.layers {
            if let entity = layer.lookUp(name), let type = type(of: entity, name: name, given: given, at: node, in: scope) { return type }
            if let enclosing = layer.enclosingType, let type = nestedType(name, of: enclosing, given: given, at: node, in: scope) { return type }
            if layer === libraryScope, read(name), let entity = layer.lookUp(name), let type = type(of: entity, name: name, given: given, at: node, in: scope) { return type }
        }
        if let (construct, instead) = UnsupportedNames.meaning(of: name) {
            unsupported(node, construct, instead: instead)
            return .error
        }
        report(node, "cannot find type '\(name)' in scope", notes: suggestion(for: name, among: typeNames(in: scope)))
        return .error
    }

    private func nestedType(_ name: String, of enclosing: Nominal, given: [Type]?, at node: Syntax, in scope: Scope) -> Type? {
        let selfType: Type = enclosing.kind == .proto ? .parameter(enclosing.generics.parameters[0]) : enclosing.selfType
        // An associated type is open even where it has a default.
        if enclosing.kind == .proto, protocols(above: enclosing).contains(where: { $0.associated.contains(name) }) {
            return .member(selfType, name)
        }
        for member in enclosing.members(named: name) {
            switch member {
            case .type(let nominal): return type(of: .type(nominal), name: name, given: given, at: node, in: scope)
            case .alias(_, let type): return type
            default: break
            }
        }
        // An associated type of something the type conforms to.
        for conformance in conformances[enclosing] ?? [] where protocols(above: conformance.proto).contains(where: { $0.associated.contains(name) }) {
            return enclosing.kind == .proto ? .member(selfType, name) : associatedType(name, of: selfType)
        }
        return enclosing.parent.flatMap { nestedType(name, of: $0, given: given, at: node, in: scope) }
    }

    private func type(of entity: Entity, name: String, given: [Type]?, parentArguments: [Type]? = nil, at node: Syntax, in scope: Scope) -> Type? {
        switch entity {
        case .type(let nominal):
            if nominal.kind == .proto {
                if given != nil, source >= 0 { unsupported(node, "a protocol type with arguments ('\(node.trimmedDescription)')", instead: "a generic parameter") }
                return .existential([nominal])
            }
            let outer = parentArguments ?? nominal.parent.map { $0.kind == .proto ? [] : $0.generics.parameters.map(Type.parameter) } ?? []
            let count = nominal.generics.parameters.count - outer.count
            if let given {
                if given.count != count {
                    report(
                        node,
                        count == 0
                            ? "cannot specialize non-generic type '\(name)'"
                            : "generic type '\(name)' specialized with too \(given.count > count ? "many" : "few") type parameters (got \(given.count), but expected \(count))")
                    return .error
                }
                for (parameter, type) in zip(nominal.generics.parameters.dropFirst(outer.count), given) {
                    for bound in parameter.bounds { require(type, conformsTo: bound, at: node) }
                    for case .conformance(.parameter(parameter), let bound) in nominal.generics.requirements { require(type, conformsTo: bound, at: node) }
                }
                return .nominal(nominal, outer + given)
            }
            // Inside its own declaration a generic type may stand without arguments.
            if count > 0 {
                for layer in scope.layers where layer.enclosingType == nominal { return nominal.selfType }
                report(node, "reference to generic type '\(name)' requires arguments in <...>")
                return .error
            }
            return .nominal(nominal, outer)
        case .alias(let type, let signature):
            if let given { return applied(type, signature, to: given, name: name, at: node) }
            if !signature.parameters.isEmpty, source >= 0 {
                report(node, "reference to generic type '\(name)' requires arguments in <...>")
                return .error
            }
            return type
        case .parameter(let parameter): return .parameter(parameter)
        case .variable, .functions, .property: return nil
        }
    }

    /// `Table<String>` for `typealias Table<Key: Hashable> = [Key: Int]`.
    func applied(_ type: Type, _ signature: GenericSignature, to given: [Type], name: String, at node: some SyntaxProtocol) -> Type {
        let count = signature.parameters.count
        if given.count != count {
            if type.hasError { return .error }
            report(
                node,
                count == 0
                    ? "cannot specialize non-generic type '\(name)' (aka '\(type)')"
                    : "generic type '\(name)' specialized with too \(given.count > count ? "many" : "few") type parameters (got \(given.count), but expected \(count))")
            return .error
        }
        for (parameter, type) in zip(signature.parameters, given) { for bound in parameter.bounds { require(type, conformsTo: bound, at: node) } }
        return Specialization(signature.parameters, given)(type)
    }

    /// `let s: Set = [1, 2]`: the arguments come from the value.
    func partialAnnotation(_ syntax: TypeSyntax, hasValue: Bool, in scope: Scope) -> Type? {
        guard hasValue, let name = syntax.as(IdentifierTypeSyntax.self), name.genericArgumentClause == nil else { return nil }
        func open(_ parameters: [GenericParameter]) -> [Type] { parameters.map { _ in .variable(TypeVariable(id: -1)) } }
        switch lookUp(name.name.text, from: scope)?.0 {
        case .type(let nominal) where nominal.kind != .proto && !nominal.generics.parameters.isEmpty: return .nominal(nominal, open(nominal.generics.parameters))
        case .alias(let type, let signature) where !signature.parameters.isEmpty: return Specialization(signature.parameters, open(signature.parameters))(type)
        default: return nil
        }
    }

    private func resolveMember(_ syntax: MemberTypeSyntax, in scope: Scope) -> Type {
        let base = resolve(syntax.baseType, in: scope)
        if let question, question.memberType(syntax, of: base, in: scope, self) { return .error }
        let name = syntax.name.text
        let given = syntax.genericArgumentClause?.arguments.map { argument -> Type in
            if case .type(let type) = argument.argument { return resolvePart(type, in: scope) }
            report(argument.argument, "expected a type")
            return .error
        }
        switch base {
        case .nominal(let nominal, let arguments):
            for member in nominal.members(named: name) {
                switch member {
                case .type(let nested):
                    requireAccess(name, privateTo: nested.privateOwner, from: scope, declaredAt: nested.place, at: syntax.name)
                    return type(of: .type(nested), name: name, given: given, parentArguments: nominal == nested.parent ? arguments : nil, at: Syntax(syntax), in: scope) ?? .error
                case .alias(_, let type): return Specialization(nominal.generics.parameters, arguments)(type)
                default: break
                }
            }
            let type = associatedType(name, of: base)
            if case .error = type { report(syntax.name, "'\(name)' is not a member type of struct '\(nominal.name)'") }
            return type
        case .parameter, .member:
            requireMember(name, of: base, at: syntax.name)
            return normalized(.member(base, name))
        case .error: return .error
        default:
            report(syntax.name, "'\(name)' is not a member type of type '\(base)'")
            return .error
        }
    }

    /// What a parameter conforms to may be said further on: it is looked at once all is declared.
    private func requireMember(_ name: String, of base: Type, at node: TokenSyntax) {
        guard source >= 0, declarationDepth > 0, case .parameter(let parameter) = base, parameter.name != "Self" else { return }
        let known = signatures
        postponed.append { [unowned self] in
            let saved = signatures
            signatures = known
            defer { signatures = saved }
            let above = bounds(of: base).flatMap(protocols(above:))
            if above.isEmpty || !above.contains(where: { $0.associated.contains(name) || $0.hasMember(named: name) }) {
                report(node, "'\(name)' is not a member type of type '\(base)'")
            }
        }
    }

    private func typeNames(in scope: Scope) -> [String] {
        scope.layers.flatMap { layer in
            layer.names.compactMap { name, entity in
                switch entity {
                case .type, .alias, .parameter: name
                default: nil
                }
            }
        } + libraryNames
    }

    /// Says that the construct is Swift but not in the cell language.
    func unsupported(_ node: some SyntaxProtocol, _ construct: String, instead: String? = nil) {
        report(node, "cells do not support \(construct)" + (instead.map { "; use \($0) instead" } ?? ""))
    }

    /// `throws(E)`
    func rejectTypedThrows(_ clause: ThrowsClauseSyntax?) {
        guard source >= 0, let clause, clause.type != nil else { return }
        hasTypedThrows = true
        unsupported(clause, "typed throws ('\(clause.trimmedDescription)')", instead: "'throws'")
    }

    func require(_ type: Type, conformsTo name: String, at node: some SyntaxProtocol) {
        require(type, conformsTo: standardType(name), at: node)
    }

    /// While types are being declared, what they conform to is not all known: then the question waits.
    func require(_ type: Type, conformsTo proto: Nominal, at node: some SyntaxProtocol) {
        if case .parameter(let parameter) = type, inferredParameters.contains(parameter) {
            if !conforms(type, to: proto) { parameter.bounds.append(proto) }
            return
        }
        guard source >= 0, !type.hasError, !type.hasVariable else { return }
        let (offset, known) = (node.anchorOffset, signatures)
        let check = { [unowned self] in
            let saved = signatures
            signatures = known
            defer { signatures = saved }
            if !conforms(type, to: proto) { report(at: offset, "type '\(type)' does not conform to protocol '\(proto.name)'") }
        }
        if declarationDepth > 0 { postponed.append(check) } else { check() }
    }

    func lookAtPostponed() {
        let checks = postponed
        postponed = []
        for check in checks { check() }
    }
}

extension Type {
    /// The protocol, when this is one used as a type.
    var protocolNominal: Nominal? {
        if case .existential(let protocols) = self, protocols.count == 1 { return protocols[0] }
        return nil
    }
}
