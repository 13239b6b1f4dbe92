import SwiftSyntax

/// Declarations, in the order that lets them mention each other: types, what they conform to, their members,
/// free functions; bodies later, on demand.
extension Checker {
    /// Everything at the top level of interface text.
    func declareAll(_ files: [InterfaceFile], in scope: Scope) {
        // Declaring a type may bring in another one that it mentions, in the middle of it.
        let outer = outlines
        for file in files { outlines[file.source] = file.outline }
        defer { outlines = outer }
        declareTypes(files.flatMap { file in file.syntax.statements.map { (file.source, $0) } }, in: scope)
        for file in files {
            source = file.source
            declareFree(file.syntax.statements, in: scope)
            wait(for: file.outline.free, in: file.outline.text, of: nil, signature: GenericSignature(), in: scope, isExtension: false)
        }
        resolvePendingInitials(ofProperties: false)
    }

    func declareFree(_ items: CodeBlockItemListSyntax, in scope: Scope) {
        for item in items {
            guard case .decl(let declaration) = item.item else { continue }
            if let function = declaration.as(FunctionDeclSyntax.self) { declareFree(function, in: scope) }
            if let variable = declaration.as(VariableDeclSyntax.self) { declareFreeComputed(variable, in: scope) }
        }
    }

    /// Types and extensions at one level, complete with members.
    ///
    /// - Parameter others: declares what initial values of properties may mention besides.
    func declareTypes(_ items: [(Int32, CodeBlockItemSyntax)], in scope: Scope, others: () -> Void = {}) {
        var types: [(Int32, TypeDeclaration)] = []
        for (number, item) in items {
            guard case .decl(let declaration) = item.item else { continue }
            source = number
            collect(declaration, parent: nil, into: scope, types: &types)
        }
        // Types declared inside extensions.
        for (number, item) in items {
            guard case .decl(let declaration) = item.item, let syntax = declaration.as(ExtensionDeclSyntax.self),
                syntax.memberBlock.members.contains(where: { $0.decl.declaresType })
            else { continue }
            source = number
            guard let nominal = nominalNamed(syntax.extendedType.withoutArguments, in: scope) else { continue }
            let inner = Scope(parent: scope)
            inner.enclosingType = nominal
            let first = types.count
            for member in syntax.memberBlock.members { collect(member.decl, parent: nominal, into: inner, types: &types) }
            for index in types.indices[first...] { types[index].1.context = syntax.genericWhereClause }
        }
        for (number, type) in types {
            source = number
            declareParameters(of: type)
        }
        declareAliases(
            items.compactMap { number, item in
                if case .decl(let declaration) = item.item { declaration.as(TypeAliasDeclSyntax.self).map { (number, $0) } } else { nil }
            }, in: scope)
        for (number, type) in types {
            source = number
            declareHead(of: type)
        }
        var extensions: [(Int32, ExtensionDeclSyntax, Nominal, Scope, GenericSignature)] = []
        for (number, item) in items {
            guard case .decl(let declaration) = item.item, let syntax = declaration.as(ExtensionDeclSyntax.self) else { continue }
            source = number
            if let (nominal, inner, signature) = declareHead(of: syntax, in: scope) { extensions.append((number, syntax, nominal, inner, signature)) }
        }
        for (number, type) in types {
            source = number
            declareAliases(type.members, of: type.nominal, in: type.scope)
        }
        for (number, syntax, nominal, inner, _) in extensions {
            source = number
            declareAliases(syntax.memberBlock.members, of: nominal, in: inner)
        }
        for (number, type) in types {
            source = number
            declareMembers(type.members, of: type.nominal, signature: type.nominal.generics, in: type.scope, isExtension: false)
            if let syntax = type.syntax.as(ProtocolDeclSyntax.self) { checkProtocol(syntax, type.nominal) }
            wait(inside: type.memberBlock, of: type.nominal, signature: type.nominal.generics, in: type.scope, isExtension: false)
        }
        for (number, syntax, nominal, inner, signature) in extensions {
            source = number
            declareMembers(syntax.memberBlock.members, of: nominal, signature: signature, in: inner, isExtension: true)
            wait(inside: syntax.memberBlock, of: nominal, signature: signature, in: inner, isExtension: true)
        }
        others()
        for (_, type) in types { addImplicitConformances(of: type.nominal) }
        let isInCell = source >= 0 && scope.isTopLevel && scope.function == nil
        for (number, type) in types {
            source = number
            oweMemberwiseInitializer(type)
        }
        for (number, type) in types {
            source = number
            finishType(type, isInCell: isInCell)
        }
        // `extension Spike: Hashable {}`, of a type of an earlier cell.
        for (number, _, nominal, inner, _) in extensions where nominal.origin.isCell && !types.contains(where: { $0.1.nominal == nominal }) {
            source = number
            deriveMembers(of: nominal, in: inner)
        }
        if !isInCell { resolvePendingInitials(ofProperties: false) }
        for (number, type) in types where type.nominal.origin != .library && !type.nominal.isOpaque {
            source = number
            checkContainment(of: type)
        }
        if source >= 0 {
            let nominals = types.map(\.1.nominal) + extensions.map(\.2)
            var seen: Set<Nominal> = []
            for nominal in nominals where seen.insert(nominal).inserted {
                postponed.append { [unowned self] in
                    let saved = signatures
                    signatures = [nominal.generics]
                    defer { signatures = saved }
                    checkConformances(of: nominal)
                }
            }
        }
    }

    /// What interface text holds besides the skeleton that was parsed.
    private func wait(inside block: MemberBlockSyntax, of nominal: Nominal, signature: GenericSignature, in scope: Scope, isExtension: Bool) {
        guard let outline = outlines[source] else { return }
        let declarations = outline.members[block.leftBrace.positionAfterSkippingLeadingTrivia.utf8Offset] ?? []
        wait(for: declarations, in: outline.text, of: nominal, signature: signature, in: scope, isExtension: isExtension)
    }

    /// Type aliases of one level, each after those that it mentions.
    private func declareAliases(_ aliases: [(Int32, TypeAliasDeclSyntax)], in scope: Scope) {
        var left = aliases
        while !left.isEmpty {
            let names = Set(left.map(\.1.name.text))
            let ready = left.filter { number, alias in
                // Of interface text the order is given.
                number < 0 || !alias.initializer.value.tokens(viewMode: .sourceAccurate).contains { names.contains($0.text) && $0.text != alias.name.text }
            }
            if ready.isEmpty || left.allSatisfy({ $0.1.initializer.value.trimmedDescription == $0.1.name.text }) {
                source = left[0].0
                report(left[0].1.name, "type alias '\(left[0].1.name.text)' references itself")
                for (_, alias) in left { scope.declare(alias.name.text, .alias(.error, GenericSignature())) }
                return
            }
            for (number, alias) in ready {
                source = number
                if case .type(let other)? = scope.lookUp(alias.name.text) { checkRedeclaration(of: alias.name.text, at: place(alias.name), as: other) }
                noteAccess(of: alias, in: nil)
                let (signature, inner) = genericSignature(alias.genericParameterClause, alias.genericWhereClause, outer: GenericSignature(), in: scope)
                scope.declare(alias.name.text, .alias(resolvePart(alias.initializer.value, in: inner), signature))
                journal.append { scope.remove(alias.name.text) }
            }
            left.removeAll { entry in ready.contains { $0.1.id == entry.1.id } }
        }
    }

    struct TypeDeclaration {
        var syntax: Syntax
        var nominal: Nominal
        var scope: Scope
        var memberBlock: MemberBlockSyntax
        var members: MemberBlockItemListSyntax { memberBlock.members }
        var generics: GenericParameterClauseSyntax?
        var requirements: GenericWhereClauseSyntax?
        var inheritance: InheritanceClauseSyntax?
        /// Of the extension that the type is declared in: its conditions hold for the type as well.
        var context: GenericWhereClauseSyntax?
    }

    private func collect(_ declaration: DeclSyntax, parent: Nominal?, into scope: Scope, types: inout [(Int32, TypeDeclaration)]) {
        let kind: Nominal.Kind
        let name: TokenSyntax
        let memberBlock: MemberBlockSyntax
        var generics: GenericParameterClauseSyntax?
        var requirements: GenericWhereClauseSyntax?
        let inheritance: InheritanceClauseSyntax?
        let modifiers: DeclModifierListSyntax
        switch declaration.as(DeclSyntaxEnum.self) {
        case .structDecl(let syntax):
            (kind, name, memberBlock, inheritance, modifiers) = (.structure, syntax.name, syntax.memberBlock, syntax.inheritanceClause, syntax.modifiers)
            (generics, requirements) = (syntax.genericParameterClause, syntax.genericWhereClause)
        case .enumDecl(let syntax):
            (kind, name, memberBlock, inheritance, modifiers) = (.enumeration, syntax.name, syntax.memberBlock, syntax.inheritanceClause, syntax.modifiers)
            (generics, requirements) = (syntax.genericParameterClause, syntax.genericWhereClause)
        case .protocolDecl(let syntax):
            (kind, name, memberBlock, inheritance, modifiers) = (.proto, syntax.name, syntax.memberBlock, syntax.inheritanceClause, syntax.modifiers)
            requirements = syntax.genericWhereClause
        case .classDecl(let syntax): return unsupported(syntax, "classes", instead: "a struct")
        case .actorDecl(let syntax): return unsupported(syntax, "actors", instead: "a struct")
        case .macroDecl(let syntax): return unsupported(syntax, "macros")
        default: return
        }
        if !modifiers.isEmpty { checkTypeModifiers(modifiers, kind: kind) }
        if parent == nil {
            checkLocalModifiers(modifiers, in: scope)
            checkLocalType(name, in: scope)
        }
        let nominal = Nominal(name: name.text, kind: kind, origin: origin, place: place(name))
        nominal.parent = parent
        if origin.isCell, parent != nil || !modifiers.isEmpty {
            nominal.access = Visibility(modifiers, in: parent)
            if nominal.access.level < .internal { hasHiddenTypes = true }
        }
        nominal.documentation = documentation(of: declaration)
        nominal.isOpaque = origin == .library || (origin == .standard && StandardLibrary.opaqueTypes.contains(name.text) && parent == nil)
        if let parent {
            for case .type(let other) in parent.members(named: nominal.name) where origin == .cell(cell) && other.origin == origin {
                report(name, "invalid redeclaration of '\(nominal.name)'", notes: [Note("'\(nominal.name)' previously declared here", at: other.place)])
            }
            addMember(.type(nominal), named: nominal.name, to: parent)
        } else {
            if origin == .cell(cell), case .type(let other)? = scope.lookUp(nominal.name), other.origin == origin {
                report(name, "invalid redeclaration of '\(nominal.name)'", notes: [Note("'\(nominal.name)' previously declared here", at: other.place)])
            }
            scope.declare(nominal.name, .type(nominal))
        }
        let inner = Scope(parent: scope)
        inner.enclosingType = nominal
        types.append(
            (
                source,
                TypeDeclaration(
                    syntax: Syntax(declaration), nominal: nominal, scope: inner, memberBlock: memberBlock, generics: generics, requirements: requirements, inheritance: inheritance)
            ))
        for member in memberBlock.members { collect(member.decl, parent: nominal, into: inner, types: &types) }
    }

    /// The names of a type's generic parameters: needed before any type can be spelled.
    private func declareParameters(of type: TypeDeclaration) {
        let nominal = type.nominal
        if nominal.kind == .proto {
            let this = GenericParameter(name: "Self")
            this.bounds = [nominal]
            nominal.generics.parameters = [this]
            nominal.primary = type.syntax.as(ProtocolDeclSyntax.self)?.primaryAssociatedTypeClause?.primaryAssociatedTypes.map(\.name.text) ?? []
            type.scope.declare("Self", .parameter(this))
            for member in type.members {
                if let associated = member.decl.as(AssociatedTypeDeclSyntax.self) { nominal.associated.append(associated.name.text) }
            }
        } else {
            // A type inside a generic one sees its parameters.
            if let parent = nominal.parent {
                for parameter in parent.generics.parameters where parent.kind != .proto { type.scope.declare(parameter.name, .parameter(parameter)) }
                nominal.generics.parameters = parent.kind == .proto ? [] : parent.generics.parameters
            }
            for syntax in type.generics?.parameters ?? [] {
                let parameter = GenericParameter(name: syntax.name.text)
                nominal.generics.parameters.append(parameter)
                type.scope.declare(parameter.name, .parameter(parameter))
            }
        }
        type.scope.signature = nominal.generics
    }

    /// What the parameters must fulfil, and what the type conforms to.
    private func declareHead(of type: TypeDeclaration) {
        let nominal = type.nominal
        for syntax in type.generics?.parameters ?? [] {
            guard let bound = syntax.inheritedType, let parameter = nominal.generics.parameters.last(where: { $0.name == syntax.name.text }) else { continue }
            let (kind, said) = resolveBound(bound, on: .parameter(parameter), in: type.scope)
            if case .existential(let protocols) = kind { parameter.bounds += protocols }
            nominal.generics.requirements += said
        }
        inherit(type.inheritance, by: nominal, requirements: [], in: type.scope, at: nominal.place)
        nominal.generics.requirements += requirements(type.requirements, in: type.scope) + requirements(type.context, in: type.scope)
        type.scope.signature = nominal.generics
    }

    private func inherit(_ clause: InheritanceClauseSyntax?, by nominal: Nominal, requirements: [GenericSignature.Requirement], in scope: Scope, at place: Place) {
        var stated: Set<Nominal> = []
        for inherited in clause?.inheritedTypes ?? [] {
            let (type, said) =
                nominal.kind == .proto ? resolveBound(inherited.type, on: .parameter(nominal.generics.parameters[0]), in: scope) : (resolve(inherited.type, in: scope), [])
            if nominal.kind == .proto { nominal.generics.requirements += said }
            switch type {
            case .existential(let protocols):
                for proto in protocols {
                    if nominal.kind == .proto, inherits(proto, from: nominal) {
                        report(at: Int(nominal.place.offset), "protocol '\(nominal.name)' refines itself")
                        continue
                    }
                    if source >= 0, nominal.kind != .proto, !stated.insert(proto).inserted || isStated(proto, of: nominal, requirements) {
                        report(inherited, "redundant conformance of '\(nominal.name)' to protocol '\(proto.name)'")
                        continue
                    }
                    addConformance(Conformance(proto: proto, requirements: requirements, place: place), to: nominal)
                }
            case .nominal where nominal.kind == .enumeration:
                if let other = nominal.rawType, source >= 0 { report(inherited, "multiple enum raw types '\(other)' and '\(type)'") }
                nominal.rawType = type
                nominal.rawTypePlace = self.place(inherited.type)
            case .error: break
            default: report(at: nominal.kind == .structure ? Int(place.offset) : inherited.anchorOffset, "inheritance from non-protocol type '\(type)'")
            }
        }
    }

    /// Whether the cell has said before that the type conforms.
    private func isStated(_ proto: Nominal, of nominal: Nominal, _ requirements: [GenericSignature.Requirement]) -> Bool {
        conformances[nominal]?.contains { $0.proto == proto && ($0.place?.source ?? -1) >= 0 && $0.requirements == requirements } ?? false
    }

    func addConformance(_ conformance: Conformance, to nominal: Nominal) {
        findings.forget()
        conformances[nominal, default: []].append(conformance)
        forgetInheritance(of: nominal)
        journal.append { [unowned self] in
            conformances[nominal]?.removeLast()
            forgetInheritance(of: nominal)
        }
    }

    private func declareHead(of syntax: ExtensionDeclSyntax, in scope: Scope) -> (Nominal, Scope, GenericSignature)? {
        guard let nominal = nominalNamed(syntax.extendedType.withoutArguments, in: scope) else { return nil }
        checkExtension(syntax, of: nominal, in: scope)
        let inner = Scope(parent: scope)
        inner.enclosingType = nominal
        for parameter in nominal.generics.parameters { inner.declare(parameter.name, .parameter(parameter)) }
        var signature = nominal.generics
        if nominal.kind == .proto { signature.requirements = [] }
        signature.requirements += requirements(ofExtended: syntax.extendedType, nominal, in: scope)
        let own = requirements(syntax.genericWhereClause, in: inner)
        signature.requirements += own
        inner.signature = signature
        inherit(syntax.inheritanceClause, by: nominal, requirements: own, in: inner, at: place(syntax.extensionKeyword))
        return (nominal, inner, signature)
    }

    private func nominalNamed(_ syntax: TypeSyntax, in scope: Scope) -> Nominal? {
        if let identifier = syntax.as(IdentifierTypeSyntax.self) {
            switch lookUp(identifier.name.text, from: scope)?.0 {
            case .type(let nominal): return nominal
            case .alias(let type, _): return type.nominal ?? type.protocolNominal
            default: break
            }
            report(syntax, "cannot find type '\(identifier.name.text)' in scope")
            return nil
        }
        if let member = syntax.as(MemberTypeSyntax.self), let outer = nominalNamed(member.baseType, in: scope) {
            for case .type(let nested) in outer.members(named: member.name.text) { return nested }
        }
        let type = resolve(syntax, in: scope)
        return type.nominal ?? type.protocolNominal
    }

    // MARK: Generics

    func genericSignature(
        _ clause: GenericParameterClauseSyntax?, _ whereClause: GenericWhereClauseSyntax?, outer: GenericSignature, in scope: Scope,
        declaringIn target: Scope? = nil
    ) -> (GenericSignature, Scope) {
        var signature = outer
        guard clause != nil || whereClause != nil else { return (signature, target ?? scope) }
        let inner = target ?? Scope(parent: scope)
        var own: [(GenericParameterSyntax, GenericParameter)] = []
        for syntax in clause?.parameters ?? [] {
            if syntax.specifier != nil, source >= 0 { unsupported(syntax, "parameter packs ('\(syntax.trimmedDescription)')", instead: "an array") }
            let parameter = GenericParameter(name: syntax.name.text)
            if own.contains(where: { $0.1.name == parameter.name }) { report(syntax.name, "invalid redeclaration of '\(parameter.name)'") }
            signature.parameters.append(parameter)
            inner.declare(parameter.name, .parameter(parameter))
            own.append((syntax, parameter))
        }
        inner.signature = signature
        for (syntax, parameter) in own {
            guard let bound = syntax.inheritedType else { continue }
            let (kind, said) = resolveBound(bound, on: .parameter(parameter), in: inner)
            signature.requirements += said
            switch kind {
            case .existential(let protocols): parameter.bounds += protocols
            case .error, .parameter, .member: break
            case let type: report(bound, "type '\(parameter.name)' constrained to non-protocol, non-class type '\(type)'")
            }
        }
        signature.requirements += requirements(whereClause, in: inner)
        inner.signature = signature
        return (signature, inner)
    }

    private func requirements(_ clause: GenericWhereClauseSyntax?, in scope: Scope) -> [GenericSignature.Requirement] {
        guard let clause else { return [] }
        return withSignature(of: scope) {
            clause.requirements.flatMap { item -> [GenericSignature.Requirement] in
                switch item.requirement {
                case .conformanceRequirement(let syntax):
                    let subject = resolve(syntax.leftType, in: scope)
                    let (kind, said) = resolveBound(syntax.rightType, on: subject, in: scope)
                    guard case .existential(let protocols) = kind else { return [] }
                    return protocols.map { .conformance(subject, $0) } + said
                case .sameTypeRequirement(let syntax):
                    guard case .type(let left) = syntax.leftType, case .type(let right) = syntax.rightType else { return [] }
                    return [.sameType(resolve(left, in: scope), resolve(right, in: scope))]
                case .layoutRequirement: return []
                }
            }
        }
    }

    /// Runs with the generic requirements that hold in the scope.
    func withSignature<Result>(of scope: Scope, _ body: () -> Result) -> Result {
        let saved = signatures
        signatures = scope.layers.compactMap(\.signature)
        defer { signatures = saved }
        return body()
    }

    // MARK: Functions

    func declareFree(_ syntax: FunctionDeclSyntax, in scope: Scope) {
        let function = makeFunction(syntax, owner: nil, signature: GenericSignature(), in: scope)
        checkFreeModifiers(syntax.modifiers, at: syntax.funcKeyword)
        checkLocalModifiers(syntax.modifiers, in: scope)
        switch scope.lookUp(function.name) {
        case .functions(let others)?: checkRedeclaration(of: function, among: others)
        case .type(let other)?: checkRedeclaration(of: function.fullName, at: function.place, as: other)
        default: break
        }
        if isOperator(syntax.name) {
            addOperator(function)
            return
        }
        scope.declare(function)
    }

    func isOperator(_ token: TokenSyntax) -> Bool {
        switch token.tokenKind {
        case .binaryOperator, .prefixOperator, .postfixOperator: true
        default: false
        }
    }

    func declareFreeComputed(_ syntax: VariableDeclSyntax, in scope: Scope) {
        for binding in syntax.bindings {
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier else { continue }
            guard let accessors = binding.accessorBlock, !accessors.isObserver else {
                // A constant of the library: evaluated on first use.
                if source < 0, let annotation = binding.typeAnnotation, let value = binding.initializer?.value {
                    let variable = Variable(name: name.text, type: resolve(annotation.type, in: scope), isMutable: false, storage: .global, place: place(name), origin: origin)
                    pendingStatics.append(
                        PendingInitial(
                            syntax: value, annotation: variable.type, scope: scope, source: source, origin: origin, variable: variable, property: nil))
                    scope.declare(name.text, .variable(variable))
                }
                continue
            }
            checkAccessors(accessors, initial: binding.initializer, isSubscript: false)
            guard let type = binding.typeAnnotation.map({ resolve($0.type, in: scope) }) else {
                report(name, "computed property must have an explicit type")
                continue
            }
            let property = makeProperty(name.text, type, accessors, at: name, owner: nil, isStatic: false, signature: GenericSignature(), parameters: [], in: scope)
            property.getter.documentation = documentation(of: syntax)
            scope.declare(name.text, .property(property))
        }
    }

    func makeFunction(_ syntax: FunctionDeclSyntax, owner: Nominal?, signature: GenericSignature, in scope: Scope) -> Function {
        let modifiers = Set(syntax.modifiers.map(\.name.text))
        let isStatic = modifiers.contains("static") || modifiers.contains("class")
        let (generics, inner) = genericSignature(syntax.genericParameterClause, syntax.genericWhereClause, outer: signature, in: scope)
        let saved = inferredParameters
        inferredParameters = Array(generics.parameters.dropFirst(signature.parameters.count))
        defer { inferredParameters = saved }
        let kind: Function.Kind = owner == nil ? .free : isStatic ? .staticMethod : .method
        let function = Function(name: syntax.name.text, kind: kind, origin: origin, place: place(syntax.name), key: "")
        fill(function, owner: owner, generics: generics, parameters: syntax.signature.parameterClause.parameters, labels: isOperator(syntax.name) ? .none : .byFirstName, in: inner)
        if let attribute = unsupportedAttribute(syntax.attributes) { unsupported(syntax, attribute) }
        let effects = syntax.signature.effectSpecifiers
        if effects?.asyncSpecifier != nil { unsupported(syntax, "concurrency ('async')") }
        function.isLocal = owner == nil && !scope.isTopLevel
        function.isThrowing = effects?.throwsClause != nil
        rejectTypedThrows(effects?.throwsClause)
        function.isRethrowing = effects?.throwsClause?.throwsSpecifier.text == "rethrows"
        function.hasImplicitResult = syntax.signature.returnClause?.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) == true
        function.result = withSignature(of: inner) { syntax.signature.returnClause.map { resolve($0.type, in: inner) } ?? .void }
        // Functions may differ in their results alone.
        if case .cell = origin, !function.result.isVoid { function.key += "->\(function.result)" }
        function.isMutating = modifiers.contains("mutating")
        function.isDiscardable = syntax.attributes.contains { $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "discardableResult" }
        function.documentation = documentation(of: syntax)
        if isOperator(syntax.name) { function.isOperatorFixity = modifiers.contains("prefix") ? .prefix : modifiers.contains("postfix") ? .postfix : .infix }
        setSelf(of: function)
        setBody(of: function, syntax.body?.statements, in: inner)
        checkParameterDefaults(syntax.signature.parameterClause.parameters, of: function)
        checkRethrows(effects, of: function)
        checkGenericParameters(syntax.genericParameterClause, of: function, outer: signature)
        if isOperator(syntax.name) { checkOperator(syntax, function) }
        return function
    }

    /// Every generic parameter is told by the arguments or the result.
    private func checkGenericParameters(_ clause: GenericParameterClauseSyntax?, of function: Function, outer: GenericSignature) {
        guard source >= 0, let clause else { return }
        let types = function.parameters.map(\.type) + [function.result]
        for (syntax, parameter) in zip(clause.parameters, function.generics.parameters.dropFirst(outer.parameters.count)) where syntax.specifier == nil {
            if !types.contains(where: { $0.contains { $0 == .parameter(parameter) } }) {
                report(syntax.name, "generic parameter '\(parameter.name)' is not used in function signature")
            }
        }
    }

    /// An operator function is what its name was declared as.
    private func checkOperator(_ syntax: FunctionDeclSyntax, _ function: Function) {
        guard source >= 0 else { return }
        let name = syntax.name.text
        let modifiers = syntax.modifiers.map(\.name.text)
        let written = modifiers.first { ["prefix", "postfix"].contains($0) }
        if let owner = function.owner, function.kind == .method, owner.kind != .proto {
            return report(syntax.name, "operator '\(name)' declared in type '\(owner.name)' must be 'static'")
        }
        if let modifier = syntax.modifiers.first(where: { ["prefix", "postfix"].contains($0.name.text) }), function.parameters.count != 1 {
            report(modifier, "'\(modifier.name.text)' requires a function with one argument")
        } else if written == nil, function.parameters.count == 1 {
            if operatorTable.isDeclared(name, .prefix) {
                let start = syntax.modifiers.first?.positionAfterSkippingLeadingTrivia ?? syntax.funcKeyword.positionAfterSkippingLeadingTrivia
                return report(at: start.utf8Offset, "prefix unary operator missing 'prefix' modifier")
            }
            if operatorTable.isDeclared(name, .infix) { return report(syntax.name, "unary operator implementation must have a 'prefix' or 'postfix' modifier") }
        }
        let fixity: Function.Fixity = written == "prefix" ? .prefix : written == "postfix" ? .postfix : .infix
        if !operatorTable.isDeclared(name, fixity) { return report(syntax.name, "operator implementation without matching operator declaration") }
        if let owner = function.owner, owner.kind != .proto, !function.parameters.contains(where: { $0.type.nominal == owner || $0.type.contains { $0.nominal == owner } }) {
            report(syntax.name, "member operator '\(name)' must have at least one argument of type '\(owner.name)'")
        }
    }

    func unsupportedAttribute(_ attributes: AttributeListSyntax) -> String? {
        for attribute in attributes {
            guard let name = attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription else { continue }
            switch name {
            case "discardableResult", "escaping", "autoclosure", "inlinable", "inline", "available", "frozen", "usableFromInline", "warn_unqualified_access": continue
            case "MainActor", "Sendable": return "concurrency ('@\(name)')"
            case "resultBuilder": return "result builders"
            case "propertyWrapper": return "property wrappers"
            default: return "the attribute '@\(name)'"
            }
        }
        return nil
    }

    /// Parameters, key and generics.
    func fill(_ function: Function, owner: Nominal?, generics: GenericSignature, parameters: FunctionParameterListSyntax, labels: Labelling = .byFirstName, in scope: Scope) {
        function.owner = owner
        function.generics = generics
        checkParameterNames(parameters)
        withSignature(of: scope) {
            for syntax in parameters {
                let resolved = resolveParameter(syntax.type, isVariadic: syntax.ellipsis != nil, in: scope)
                let label: String? =
                    switch labels {
                    case .byFirstName: syntax.firstName.text == "_" ? nil : syntax.firstName.text.trimmingBackticks
                    case .whenTwoNames: syntax.secondName == nil || syntax.firstName.text == "_" ? nil : syntax.firstName.text
                    case .none: nil
                    }
                var parameter = Parameter(label: label, type: resolved.type)
                if let some = syntax.type.as(SomeOrAnyTypeSyntax.self), some.someOrAnySpecifier.text == "some" { parameter.type = .error }
                parameter.isInout = resolved.isInout
                parameter.isVariadic = resolved.isVariadic
                parameter.isAutoclosure = resolved.isAutoclosure
                parameter.hasDefault = syntax.defaultValue != nil
                parameter.defaultText = syntax.defaultValue?.value.trimmedDescription
                let name = (syntax.secondName ?? syntax.firstName)
                let type =
                    resolved.isVariadic
                    ? array(resolved.type)
                    : resolved.isAutoclosure
                        ? .function(FunctionType(parameters: [], result: resolved.type, isThrowing: syntax.type.mayThrow, isEscaping: syntax.type.saysEscaping)) : resolved.type
                let variable = Variable(name: name.text, type: type, isMutable: resolved.isInout, storage: .local, place: place(name), origin: origin)
                variable.isInout = resolved.isInout
                variable.isAutoclosure = resolved.isAutoclosure
                variable.isImplicit = syntax.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
                parameter.variable = variable
                if let value = syntax.defaultValue { pendingDefaults[variable] = PendingDefault(syntax: value.value, scope: scope, source: source, origin: origin) }
                function.parameters.append(parameter)
            }
        }
        let spelled = parameters.map { $0.type.trimmedDescription.filter { !$0.isWhitespace } + ($0.ellipsis == nil ? "" : "...") }
        function.key = keyPrefix(owner) + function.fullName + "<" + spelled.joined(separator: ",") + ">"
    }

    /// How the names of parameters become argument labels: operators have none, subscripts only those written apart.
    enum Labelling { case byFirstName, whenTwoNames, none }

    func keyPrefix(_ owner: Nominal?) -> String { owner.map { $0.qualifiedName + "." } ?? "" }

    func setSelf(of function: Function) {
        guard let owner = function.owner, function.kind != .staticMethod, function.kind != .free else { return }
        let type: Type = owner.kind == .proto ? .parameter(owner.generics.parameters[0]) : owner.selfType
        function.selfType = type
        let isMutable = function.isMutating || function.kind == .initializer
        let variable = Variable(name: "self", type: type, isMutable: isMutable, storage: .local, place: function.place, origin: function.origin)
        variable.isInout = function.isMutating
        function.selfVariable = variable
    }

    func setBody(of function: Function, _ body: CodeBlockItemListSyntax?, in scope: Scope) {
        if let body {
            function.hasBody = true
            let inner = Scope(parent: scope, function: function)
            inner.signature = function.generics
            for parameter in function.parameters { if let variable = parameter.variable { inner.declare(variable.name, .variable(variable)) } }
            if let this = function.selfVariable { inner.declare("self", .variable(this)) }
            inner.isStatic = function.kind == .staticMethod
            if case .cell = origin { endOfBody[function] = body.endPosition.utf8Offset + (body.closingBrace?.leadingTriviaLength.utf8Length ?? 0) }
            // Text of our own among that of a cell.
            function.isSynthesized = source < 0 && origin.isCell
            if function.isSynthesized { journal.append { [unowned self] in _ = pendingBodies.take(function) } }
            pendingBodies.add(PendingBody(syntax: body, scope: inner, origin: origin, source: source), of: function)
        } else if function.owner?.kind == .proto, !isInExtension {
            function.isRequirement = true
        } else if case .cell = origin {
            report(at: Int(function.place.offset), "expected '{' in body of function declaration")
        }
    }

    func documentation(of node: some SyntaxProtocol) -> String? {
        var lines: [String] = []
        for piece in node.leadingTrivia {
            switch piece {
            case .docLineComment(let line):
                let text = line.dropFirst(3)
                lines.append(String(text.first == " " ? text.dropFirst() : text))
            case .docBlockComment(let block):
                lines += block.dropFirst(3).dropLast(2).split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    let text = line.drop { $0 == " " || $0 == "\t" }
                    return String(text.hasPrefix("* ") ? text.dropFirst(2) : text)
                }
            case .newlines(let count) where count > 1: lines = []
            default: break
            }
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}

extension TypeSyntax {
    /// `Array` of `Array<Int>`.
    var withoutArguments: TypeSyntax {
        self.as(IdentifierTypeSyntax.self).map { TypeSyntax($0.with(\.genericArgumentClause, nil)) } ?? self
    }
}

extension DeclSyntax {
    fileprivate var declaresType: Bool {
        self.is(StructDeclSyntax.self) || self.is(EnumDeclSyntax.self) || self.is(ClassDeclSyntax.self) || self.is(ProtocolDeclSyntax.self)
    }
}

extension TypeSyntax {
    /// `@escaping`
    fileprivate var saysEscaping: Bool {
        self.as(AttributedTypeSyntax.self)?.attributes.contains { $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "escaping" } ?? false
    }
    /// Of a function type, attributes apart.
    fileprivate var mayThrow: Bool {
        if let attributed = self.as(AttributedTypeSyntax.self) { return attributed.baseType.mayThrow }
        return self.as(FunctionTypeSyntax.self)?.effectSpecifiers?.throwsClause != nil
    }
}

extension CodeBlockItemListSyntax {
    /// Of a body in braces, or of a getter that is written without the word.
    fileprivate var closingBrace: TokenSyntax? { parent?.as(CodeBlockSyntax.self)?.rightBrace ?? parent?.as(AccessorBlockSyntax.self)?.rightBrace }
}
