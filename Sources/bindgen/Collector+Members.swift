import SwiftSyntax

/// Functions, initializers, properties, subscripts and enum cases.
extension Collector {
    /// What a declaration gives cells; empty when it is hidden or refused.
    func read(_ declaration: DeclSyntax, _ scope: Scope, inherited: Access, isEnum: Bool) -> [Declaration] {
        if let element = declaration.as(EnumCaseDeclSyntax.self) {
            return isEnum ? element.elements.compactMap { part in attempt { try read(part, of: element, scope) } } : []
        }
        if let conditional = declaration.as(IfConfigDeclSyntax.self) {
            if let node = firstVisible(in: conditional) { attempt { throw scope.refusal(.conditional, at: node) } ?? () }
            return []
        }
        if declaration.is(OperatorDeclSyntax.self) || declaration.is(PrecedenceGroupDeclSyntax.self) {
            return [Declaration(documentation: declaration.documentation, text: declaration.trimmedDescription)]
        }
        guard let modifiers = declaration.asProtocol((any WithModifiersSyntax).self)?.modifiers, Access(modifiers, inherited: inherited) == .visible else { return [] }
        return attempt {
            switch declaration.as(DeclSyntaxEnum.self) {
            case .functionDecl(let function): try read(function, scope)
            case .initializerDecl(let initializer): try read(initializer, scope)
            case .variableDecl(let variable): try read(variable, scope)
            case .subscriptDecl(let access): try read(access, scope)
            case .typeAliasDecl(let alias): try read(alias, scope)
            case .protocolDecl(let proto) where catalog.bounds.contains(proto.name.plainName): []
            case .protocolDecl(let proto): try read(proto, scope)
            case .classDecl(let type): throw scope.refusal(.reference(type.name.plainName), at: type.name)
            case .actorDecl(let type): throw scope.refusal(.reference(type.name.plainName), at: type.name)
            case .structDecl, .enumDecl: []
            default: throw scope.refusal(.form("this declaration"), at: declaration)
            }
        } ?? []
    }

    private func firstVisible(in conditional: IfConfigDeclSyntax) -> TokenSyntax? {
        conditional.tokens(viewMode: .sourceAccurate).first { $0.tokenKind == .keyword(.public) }
    }

    private func read(_ alias: TypeAliasDeclSyntax, _ scope: Scope) throws -> [Declaration] {
        if scope.path.isEmpty, catalog.families[alias.name.plainName] != nil { return [] }
        if alias.genericParameterClause != nil { throw scope.refusal(.generic(alias.name.plainName), at: alias.name) }
        let target = try reader.read(alias.initializer.value, in: scope)
        return [Declaration(name: alias.name.plainName, documentation: alias.documentation, text: "typealias \(alias.name.text) = \(target.text)")]
    }

    /// A protocol is text alone: behind its requirements stand the thunks of the types that conform to it.
    private func read(_ proto: ProtocolDeclSyntax, _ scope: Scope) throws -> [Declaration] {
        let name = proto.name.plainName
        if scope.owner != nil { throw scope.refusal(.form("a protocol inside a type"), at: proto.name) }
        if let generics = proto.primaryAssociatedTypeClause { throw scope.refusal(.generic(name), at: generics) }
        let requirements = proto.memberBlock.members.flatMap { member -> [Declaration] in
            if let associated = member.decl.as(AssociatedTypeDeclSyntax.self) { return attempt { throw scope.refusal(.generic(name), at: associated.name) } ?? [] }
            return read(member.decl, scope, inherited: .visible, isEnum: false)
        }
        let inherited = proto.inheritanceClause?.inheritedTypes.map(\.type.trimmedDescription).filter(isKnown) ?? []
        let head = "protocol \(proto.name.text)" + (inherited.isEmpty ? "" : ": " + inherited.joined(separator: ", ")) + " {"
        let lines = [head] + requirements.flatMap(InterfaceText.lines).map { "    " + $0 } + ["}"]
        return [Declaration(name: name, documentation: proto.documentation, text: lines.joined(separator: "\n"))]
    }

    // MARK: Functions

    /// Parameters as text, as key, and as the types that a thunk takes.
    private struct Parameters {
        var text = ""
        var labels: [String] = []
        var types: [Spelling] = []
        /// `(units:spectralRadius:)`
        var signature: String { "(" + labels.map { ($0.isEmpty ? "_" : $0) + ":" }.joined() + ")" }
        /// `<Int,Double>`
        var suffix: String { "<" + types.map(\.key).joined(separator: ",") + ">" }
        /// `units: a, spectralRadius: b`
        func call(_ arguments: [String]) -> String {
            zip(labels, arguments).map { $0.isEmpty ? $1 : "\($0): \($1)" }.joined(separator: ", ")
        }
    }

    private func read(_ clause: FunctionParameterClauseSyntax, _ scope: Scope, unlabelled: Bool = false) throws -> Parameters {
        var parameters = Parameters()
        var texts: [String] = []
        for parameter in clause.parameters {
            var type = parameter.type.trimmedDescription == "Any" ? .any : try reader.read(parameter.type, in: scope)
            if let ellipsis = parameter.ellipsis {
                // The one variadic that the language itself asks for.
                guard parameter.firstName.text == "arrayLiteral" else { throw scope.refusal(.form("a function with a variadic parameter"), at: ellipsis) }
                type = Spelling(text: type.text + "...", code: "[\(type.code)]")
            }
            let first = parameter.firstName.text, second = parameter.secondName?.text
            let label = first == "_" || unlabelled && second == nil ? "" : parameter.firstName.plainName
            let name = second.map { "\(first) \($0)" } ?? first
            let value = parameter.defaultValue.map { " = " + Substitution(reader: reader, scope: scope).text(of: $0.value) } ?? ""
            texts.append("\(name): \(type.text)\(value)")
            parameters.labels.append(label)
            parameters.types.append(type)
        }
        parameters.text = "(" + texts.joined(separator: ", ") + ")"
        return parameters
    }

    /// ` throws` or ` rethrows`, or nothing.
    private func effects(_ effects: FunctionEffectSpecifiersSyntax?, _ scope: Scope) throws -> String {
        if let token = effects?.asyncSpecifier { throw scope.refusal(.form("an async function"), at: token) }
        guard let clause = effects?.throwsClause else { return "" }
        if clause.type != nil { throw scope.refusal(.form("a function with typed throws"), at: clause) }
        return " " + clause.throwsSpecifier.text
    }

    private func checkInout(_ types: ArraySlice<Spelling>, _ node: some SyntaxProtocol, _ scope: Scope) throws {
        if types.contains(where: \.isInout) { throw scope.refusal(.form("a function with an inout parameter"), at: node) }
    }

    /// Requirements of standard protocols that the machine answers by itself.
    private static let answered: Set<String> = ["hash(into:)", "encode(to:)", "init(from:)"]

    private func read(_ function: FunctionDeclSyntax, _ scope: Scope) throws -> [Declaration] {
        let name = function.name.plainName
        if let generics = function.genericParameterClause { throw scope.refusal(.generic(name), at: generics) }
        if Self.answered.contains(name + labels(of: function.signature.parameterClause)) { return [] }
        guard try holds(function.genericWhereClause, scope) else { return [] }
        let isOperator = if case .identifier = function.name.tokenKind { false } else { true }
        let effect = try effects(function.signature.effectSpecifiers, scope)
        let parameters = try read(function.signature.parameterClause, scope, unlabelled: isOperator)
        let result = try function.signature.returnClause.map { try reader.read($0.type, in: scope) } ?? .void
        if result.isClosure { throw scope.refusal(.form("a function that returns a function"), at: function.name) }

        let isStatic = function.modifiers.has(.static)
        let isMutating = function.modifiers.has(.mutating)
        var words: [String] = []
        if function.attributes.contains(where: { $0.trimmedDescription == "@discardableResult" }) { words.append("@discardableResult") }
        if isStatic { words.append("static") }
        if isMutating { words.append("mutating") }
        if function.modifiers.has(.prefix) { words.append("prefix") }
        if function.modifiers.has(.postfix) { words.append("postfix") }
        words.append("func")
        // An operator's name must not run into its parameters.
        let title = isOperator ? name + " " : function.name.text
        let text = words.joined(separator: " ") + " " + title + parameters.text + effect + (result.isVoid ? "" : " -> " + result.text)

        let key = (scope.owner.map { $0 + "." } ?? "") + name + parameters.signature + parameters.suffix
        let isPostfix = function.modifiers.has(.postfix)
        let base: String? = scope.owner == nil ? nil : isStatic ? code(of: scope) : ""
        let escaped = function.name.text
        var thunk = Thunk(key: key, arguments: parameters.types, result: result, isThrowing: !effect.isEmpty, place: scope.file.place(of: function.name)) { receiver, arguments in
            if isOperator {
                if arguments.count == 2 { return "\(arguments[0]) \(name) \(arguments[1])" }
                return isPostfix ? "\(arguments[0])\(name)" : "\(name)\(arguments[0])"
            }
            return (base.map { ($0.isEmpty ? receiver : $0) + "." } ?? "") + escaped + "(" + parameters.call(arguments) + ")"
        }
        if isMutating, scope.foreign { throw scope.refusal(.form("a mutating function of a standard type"), at: function.name) }
        if scope.owner != nil, !isStatic { thunk.receiver = isMutating ? .address(code(of: scope)) : .value(code(of: scope)) }
        // The left side of `+=` is changed where it stands, as self of a mutating method is.
        if isOperator, let first = parameters.types.first, first.isInout {
            thunk.receiver = .address(first.code)
            thunk.arguments.removeFirst()
            let call = thunk.call
            let changed = Thunk(key: key, receiver: thunk.receiver, arguments: thunk.arguments, result: result, isThrowing: thunk.isThrowing, place: thunk.place) {
                receiver, arguments in
                call("", [receiver] + arguments)
            }
            thunk = changed
            try checkInout(parameters.types.dropFirst(), function.name, scope)
        } else {
            try checkInout(parameters.types[...], function.name, scope)
        }
        return [Declaration(name: isOperator ? nil : name, documentation: function.documentation, text: text, thunks: [thunk])]
    }

    private func labels(of clause: FunctionParameterClauseSyntax) -> String {
        "(" + clause.parameters.map { $0.firstName.text + ":" }.joined() + ")"
    }

    /// The surrounding type in the generated file.
    private func code(of scope: Scope) -> String {
        let owner = scope.owner ?? ""
        guard let root = scope.path.first else { return owner }
        return (catalog.types[root]?.module ?? scope.module) + "." + owner
    }

    private func read(_ initializer: InitializerDeclSyntax, _ scope: Scope) throws -> [Declaration] {
        let owner = scope.owner ?? "", type = code(of: scope)
        if let generics = initializer.genericParameterClause { throw scope.refusal(.generic(owner + ".init"), at: generics) }
        if Self.answered.contains("init" + labels(of: initializer.signature.parameterClause)) { return [] }
        guard try holds(initializer.genericWhereClause, scope) else { return [] }
        let effect = try effects(initializer.signature.effectSpecifiers, scope)
        let parameters = try read(initializer.signature.parameterClause, scope)
        try checkInout(parameters.types[...], initializer.initKeyword, scope)
        let mark = initializer.optionalMark?.text ?? ""
        let isLiteral = parameters.labels == ["arrayLiteral"]
        let thunk = Thunk(
            key: "\(owner).init\(parameters.signature)\(parameters.suffix)", arguments: parameters.types, result: Spelling(text: owner, code: type + (mark.isEmpty ? "" : "?")),
            isThrowing: !effect.isEmpty, place: scope.file.place(of: initializer.initKeyword)
        ) { _, arguments in
            // Swift cannot spread an array over a variadic parameter; the type has an initializer for the array itself.
            isLiteral ? "\(type)(\(arguments[0]))" : "\(type)(\(parameters.call(arguments)))"
        }
        return [Declaration(documentation: initializer.documentation, text: "init\(mark)\(parameters.text)\(effect)", thunks: [thunk])]
    }

    // MARK: Properties and subscripts

    private struct Accessors {
        var getterThrows = false
        var isSettable = false
        /// `{ get throws }`
        var text: String { "{ get" + (getterThrows ? " throws" : "") + (isSettable ? " set" : "") + " }" }
    }

    private func read(_ block: AccessorBlockSyntax?, stored: Bool, _ modifiers: DeclModifierListSyntax, _ scope: Scope) throws -> Accessors {
        var accessors = Accessors(isSettable: stored)
        if case .accessors(let list) = block?.accessors {
            accessors.isSettable = false
            for accessor in list {
                switch accessor.accessorSpecifier.text {
                case "get", "_read":
                    if let token = accessor.effectSpecifiers?.asyncSpecifier { throw scope.refusal(.form("an async property"), at: token) }
                    if let type = accessor.effectSpecifiers?.throwsClause?.type { throw scope.refusal(.form("a property with typed throws"), at: type) }
                    if accessor.modifier?.name.text == "mutating" { throw scope.refusal(.form("a mutating getter"), at: accessor) }
                    accessors.getterThrows = accessor.effectSpecifiers?.throwsClause != nil
                case "set", "_modify", "willSet", "didSet": accessors.isSettable = true
                default: throw scope.refusal(.form("a property with '\(accessor.accessorSpecifier.text)'"), at: accessor)
                }
            }
        } else if block != nil {
            accessors.isSettable = false
        }
        if modifiers.hidesSetter { accessors.isSettable = false }
        return accessors
    }

    private func read(_ variable: VariableDeclSyntax, _ scope: Scope) throws -> [Declaration] {
        let isLet = variable.bindingSpecifier.tokenKind == .keyword(.let)
        let isStatic = variable.modifiers.has(.static)
        let bindings = Array(variable.bindings)
        return try bindings.indices.map { index in
            let binding = bindings[index]
            guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else { throw scope.refusal(.untyped(binding.pattern.trimmedDescription), at: binding) }
            let name = pattern.identifier.plainName, written = pattern.identifier.text
            // `let a, b: Double` writes the type once.
            let annotation = bindings[index...].first { $0.typeAnnotation != nil || $0.initializer != nil }?.typeAnnotation
            guard let type = try annotation.map({ try reader.read($0.type, in: scope) }) ?? binding.initializer.flatMap({ evident($0.value, scope) }) else {
                throw scope.refusal(.untyped(name), at: binding)
            }
            if type.isClosure { throw scope.refusal(.form("a property that holds a function"), at: binding) }
            let accessors = try read(binding.accessorBlock, stored: !isLet, variable.modifiers, scope)
            let key = (scope.owner.map { $0 + "." } ?? "") + name
            let base: String? = scope.owner == nil ? nil : isStatic ? code(of: scope) : ""
            let access = { (receiver: String) -> String in (base.map { ($0.isEmpty ? receiver : $0) + "." } ?? "") + written }
            let own = scope.owner != nil && !isStatic
            let place = scope.file.place(of: binding)
            var thunks = [
                Thunk(key: key, receiver: own ? .value(code(of: scope)) : .none, result: type, isThrowing: accessors.getterThrows, place: place) { receiver, _ in access(receiver) }
            ]
            if accessors.isSettable {
                thunks.append(
                    Thunk(key: key + ".set", receiver: own ? .address(code(of: scope)) : .none, arguments: [type], place: place) { receiver, arguments in
                        access(receiver) + " = " + arguments[0]
                    })
            }
            let text = (isStatic ? "static " : "") + "var \(written): \(type.text) \(accessors.text)"
            return Declaration(name: name, documentation: variable.documentation, text: text, thunks: thunks)
        }
    }

    /// The type of a value that says it by itself: a plain literal, or `Name(…)`.
    private func evident(_ value: ExprSyntax, _ scope: Scope) -> Spelling? {
        switch value.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr: return Spelling(text: "Int", code: "Int")
        case .floatLiteralExpr: return Spelling(text: "Double", code: "Double")
        case .booleanLiteralExpr: return Spelling(text: "Bool", code: "Bool")
        case .stringLiteralExpr: return Spelling(text: "String", code: "String")
        case .functionCallExpr(let call):
            guard let name = call.calledExpression.as(DeclReferenceExprSyntax.self), name.baseName.text.first?.isUppercase == true else { return nil }
            return try? reader.read(TypeSyntax(IdentifierTypeSyntax(name: name.baseName)), in: scope)
        default: return nil
        }
    }

    private func read(_ access: SubscriptDeclSyntax, _ scope: Scope) throws -> [Declaration] {
        let owner = scope.owner ?? "", type = code(of: scope)
        if let generics = access.genericParameterClause { throw scope.refusal(.generic(owner + ".subscript"), at: generics) }
        guard try holds(access.genericWhereClause, scope) else { return [] }
        let parameters = try read(access.parameterClause, scope, unlabelled: true)
        try checkInout(parameters.types[...], access.subscriptKeyword, scope)
        let element = try reader.read(access.returnClause.type, in: scope)
        let accessors = try read(access.accessorBlock, stored: false, access.modifiers, scope)
        let isStatic = access.modifiers.has(.static)
        let key = "\(owner).subscript\(parameters.signature)\(parameters.suffix)"
        let place = scope.file.place(of: access.subscriptKeyword)
        var thunks = [
            Thunk(
                key: key, receiver: isStatic ? .none : .value(type), arguments: parameters.types, result: element, isThrowing: accessors.getterThrows, place: place
            ) { receiver, arguments in "\(isStatic ? type : receiver)[\(parameters.call(arguments))]" }
        ]
        if accessors.isSettable {
            // The new value comes first, then the indices.
            thunks.append(
                Thunk(key: key + ".set", receiver: isStatic ? .none : .address(type), arguments: [element] + parameters.types, place: place) { receiver, arguments in
                    "\(isStatic ? type : receiver)[\(parameters.call(Array(arguments.dropFirst())))] = \(arguments[0])"
                })
        }
        let text = (isStatic ? "static " : "") + "subscript\(parameters.text) -> \(element.text) \(accessors.text)"
        return [Declaration(documentation: access.documentation, text: text, thunks: thunks)]
    }

    // MARK: Enums

    /// A payload's type in the key of its case: nested types by their full names, aliases replaced, since the machine asks by the type and not by its spelling.
    private func canonical(_ type: Spelling) -> String {
        var words: [String] = [""]
        for character in type.code where !character.isWhitespace {
            if character.isLetter || character.isNumber || character == "_" || character == "." {
                words[words.count - 1].append(character)
            } else {
                words += [String(character), ""]
            }
        }
        return words.map { word in
            let parts = word.split(separator: ".", maxSplits: 1)
            return parts.count == 2 && catalog.modules.contains(String(parts[0])) ? String(parts[1]) : word
        }.joined()
    }

    private func read(_ element: EnumCaseElementSyntax, of declaration: EnumCaseDeclSyntax, _ scope: Scope) throws -> Declaration {
        let owner = scope.owner ?? "", type = code(of: scope), name = element.name.plainName, written = element.name.text
        let place = scope.file.place(of: element.name)
        let own = Spelling(text: owner, code: type)
        let prefix = declaration.modifiers.has(.indirect) ? "indirect case " : "case "
        let documentation = declaration.documentation
        guard let clause = element.parameterClause, !clause.parameters.isEmpty else {
            let make = Thunk(key: "\(owner).\(name)", result: own, place: place) { _, _ in "\(type).\(written)" }
            let test = Thunk(key: "\(owner).\(name).is", receiver: .value(type), result: .bool, place: place) { receiver, _ in
                "if case .\(written) = \(receiver) { true } else { false }"
            }
            return Declaration(documentation: documentation, text: prefix + written, thunks: [make, test])
        }
        var parameters = Parameters()
        var texts: [String] = []
        for parameter in clause.parameters {
            let part = try reader.read(parameter.type, in: scope)
            if part.isClosure { throw scope.refusal(.form("an enum case that holds a function"), at: parameter) }
            let label = parameter.firstName.map { $0.text == "_" ? "" : $0.text } ?? ""
            let value = parameter.defaultValue.map { " = " + Substitution(reader: reader, scope: scope).text(of: $0.value) } ?? ""
            texts.append((label.isEmpty ? "" : label + ": ") + part.text + value)
            parameters.labels.append(label)
            parameters.types.append(part)
        }
        let base = "\(owner).\(name)\(parameters.signature)"
        var thunks = [
            Thunk(key: base + "<" + parameters.types.map(canonical).joined(separator: ",") + ">", arguments: parameters.types, result: own, place: place) { _, arguments in
                "\(type).\(written)(\(parameters.call(arguments)))"
            },
            Thunk(key: base + ".is", receiver: .value(type), result: .bool, place: place) { receiver, _ in "if case .\(written) = \(receiver) { true } else { false }" },
        ]
        for (index, part) in parameters.types.enumerated() {
            let pattern = parameters.types.indices.map { $0 == index ? "let part" : "_" }.joined(separator: ", ")
            // Asked for after the test only; another case means that Engram itself is wrong.
            thunks.append(
                Thunk(key: "\(base).\(index)", receiver: .value(type), result: part, place: place) { receiver, _ in
                    "if case .\(written)(\(pattern)) = \(receiver) { part } else { throw OtherCase() }"
                })
        }
        return Declaration(documentation: documentation, text: prefix + written + "(" + texts.joined(separator: ", ") + ")", thunks: thunks)
    }
}
