import SwiftSyntax

/// What stands between the braces of a type or an extension.
extension Checker {
    func declareMembers(_ members: MemberBlockItemListSyntax, of nominal: Nominal, signature: GenericSignature, in scope: Scope, isExtension: Bool) {
        let outer = isInExtension
        isInExtension = isExtension
        defer { isInExtension = outer }
        for member in members { declareMember(member.decl, of: nominal, signature: signature, in: scope, isExtension: isExtension) }
    }

    func declareMember(_ declaration: DeclSyntax, of nominal: Nominal, signature: GenericSignature, in scope: Scope, isExtension: Bool) {
        switch declaration.as(DeclSyntaxEnum.self) {
        case .functionDecl(let syntax):
            let function = makeFunction(syntax, owner: nominal, signature: signature, in: scope)
            checkMethodModifiers(syntax.modifiers, at: syntax.funcKeyword)
            function.isPrivate = privacy(of: syntax.modifiers).all
            if isOperator(syntax.name) { addOperator(function) }
            checkRedeclaration(.function(function), named: function.name, of: nominal, at: syntax.name)
            if nominal.kind == .proto, !isExtension, let body = syntax.body, source >= 0 { report(body, "protocol methods must not have bodies") }
            addMember(.function(function), named: function.name, to: nominal)
        case .variableDecl(let syntax): declareProperties(syntax, of: nominal, signature: signature, in: scope, isExtension: isExtension)
        case .initializerDecl(let syntax): declareInitializer(syntax, of: nominal, signature: signature, in: scope)
        case .subscriptDecl(let syntax): declareSubscript(syntax, of: nominal, signature: signature, in: scope)
        case .enumCaseDecl(let syntax): declareCases(syntax, of: nominal, in: scope)
        case .typeAliasDecl: break
        case .associatedTypeDecl(let syntax) where isExtension || nominal.kind != .proto:
            report(syntax, "associated types can only be defined in a protocol; define a type or introduce a 'typealias' to satisfy an associated type requirement")
        case .associatedTypeDecl(let syntax): declareAssociated(syntax, of: nominal, in: scope)
        case .structDecl, .enumDecl, .protocolDecl, .classDecl, .actorDecl: break
        case .deinitializerDecl where nominal.kind != .proto:
            report(declaration, "deinitializer cannot be declared in \(nominal.kind == .enumeration ? "enum" : "struct") '\(nominal.name)' that conforms to 'Copyable'")
        case .extensionDecl(let syntax): report(syntax.extensionKeyword, "declaration is only valid at file scope")
        default: unsupported(declaration, "this kind of member")
        }
    }

    /// Type aliases of a type, before the members that mention them.
    func declareAliases(_ members: MemberBlockItemListSyntax, of nominal: Nominal, in scope: Scope) {
        for member in members {
            guard let syntax = member.decl.as(TypeAliasDeclSyntax.self) else { continue }
            noteAccess(of: syntax, in: nominal)
            let type = withSignature(of: scope) { resolvePart(syntax.initializer.value, in: scope) }
            addMember(.alias(syntax.name.text, type), named: syntax.name.text, to: nominal)
        }
    }

    func addMember(_ member: Member, named name: String, to nominal: Nominal) {
        findings.forget()
        nominal.add(member, named: name)
        if nominal.kind == .proto, member.isRequirement { nominal.requirementNames.insert(name) }
        journal.append { nominal.removeLastMember(named: name) }
    }

    private func declareAssociated(_ syntax: AssociatedTypeDeclSyntax, of nominal: Nominal, in scope: Scope) {
        let subject = Type.member(.parameter(nominal.generics.parameters[0]), syntax.name.text)
        for inherited in syntax.inheritanceClause?.inheritedTypes ?? [] {
            if case .existential(let protocols) = resolve(inherited.type, in: scope) {
                nominal.generics.requirements += protocols.map { .conformance(subject, $0) }
            }
        }
        if let initializer = syntax.initializer { addMember(.alias(syntax.name.text, resolve(initializer.value, in: scope)), named: syntax.name.text, to: nominal) }
        for item in syntax.genericWhereClause?.requirements ?? [] {
            switch item.requirement {
            case .sameTypeRequirement(let same):
                guard case .type(let left) = same.leftType, case .type(let right) = same.rightType else { continue }
                nominal.generics.requirements.append(.sameType(resolve(left, in: scope), resolve(right, in: scope)))
            case .conformanceRequirement(let conformance):
                guard case .existential(let protocols) = resolve(conformance.rightType, in: scope) else { continue }
                let subject = resolve(conformance.leftType, in: scope)
                nominal.generics.requirements += protocols.map { .conformance(subject, $0) }
            case .layoutRequirement: break
            }
        }
    }

    private func declareCases(_ syntax: EnumCaseDeclSyntax, of nominal: Nominal, in scope: Scope) {
        guard nominal.kind == .enumeration else { return report(syntax, "enum 'case' is not allowed outside of an enum") }
        for element in syntax.elements {
            let payload: [TupleElement] =
                element.parameterClause?.parameters.map { parameter -> TupleElement in
                    let label = parameter.firstName?.text
                    return TupleElement(label: label == "_" ? nil : label, type: resolve(parameter.type, in: scope))
                } ?? []
            let enumCase = EnumCase(name: element.name.text, owner: nominal, index: nominal.cases.count, payload: payload)
            enumCase.defaults = element.parameterClause?.parameters.map { $0.defaultValue?.value } ?? []
            enumCase.documentation = documentation(of: syntax)
            enumCase.rawSyntax = element.rawValue?.value
            enumCase.place = place(element.name)
            enumCase.isIndirect =
                syntax.modifiers.contains { $0.name.text == "indirect" }
                || syntax.parent?.parent?.parent?.parent?.as(EnumDeclSyntax.self)?.modifiers.contains { $0.name.text == "indirect" } == true
            checkRedeclaration(.enumCase(enumCase), named: enumCase.name, of: nominal, at: element)
            nominal.cases.append(enumCase)
            addMember(.enumCase(enumCase), named: enumCase.name, to: nominal)
        }
    }

    private func declareInitializer(_ syntax: InitializerDeclSyntax, of nominal: Nominal, signature: GenericSignature, in scope: Scope) {
        checkInitializerModifiers(syntax.modifiers, at: syntax.initKeyword, of: nominal)
        let (generics, inner) = genericSignature(syntax.genericParameterClause, syntax.genericWhereClause, outer: signature, in: scope)
        let function = Function(name: "init", kind: .initializer, origin: origin, place: place(syntax.initKeyword), key: "")
        fill(function, owner: nominal, generics: generics, parameters: syntax.signature.parameterClause.parameters, in: inner)
        function.isThrowing = syntax.signature.effectSpecifiers?.throwsClause != nil
        rejectTypedThrows(syntax.signature.effectSpecifiers?.throwsClause)
        function.isRethrowing = syntax.signature.effectSpecifiers?.throwsClause?.throwsSpecifier.text == "rethrows"
        function.isFailable = syntax.optionalMark != nil
        setSelf(of: function)
        function.result = function.isFailable ? optional(function.selfType!) : function.selfType!
        function.documentation = documentation(of: syntax)
        function.isPrivate = privacy(of: syntax.modifiers).all
        setBody(of: function, syntax.body?.statements, in: inner)
        if nominal.kind == .proto, !isInExtension, let body = syntax.body, source >= 0 { report(body, "protocol initializers must not have bodies") }
        checkParameterDefaults(syntax.signature.parameterClause.parameters, of: function)
        checkRedeclaration(.function(function), named: "init", of: nominal, at: syntax.initKeyword)
        addMember(.function(function), named: "init", to: nominal)
    }

    private func declareSubscript(_ syntax: SubscriptDeclSyntax, of nominal: Nominal, signature: GenericSignature, in scope: Scope) {
        let (generics, inner) = genericSignature(syntax.genericParameterClause, syntax.genericWhereClause, outer: signature, in: scope)
        let type = resolve(syntax.returnClause.type, in: inner)
        let isStatic = syntax.modifiers.contains { $0.name.text == "static" }
        guard let accessors = syntax.accessorBlock else { return report(syntax, "expected '{' in subscript to specify getter and setter implementation") }
        checkAccessors(accessors, initial: nil, isSubscript: true)
        let property = makeProperty(
            "subscript", type, accessors, at: syntax.subscriptKeyword, owner: nominal, isStatic: isStatic, signature: generics,
            parameters: syntax.parameterClause.parameters, in: inner)
        property.getter.documentation = documentation(of: syntax)
        let privacy = privacy(of: syntax.modifiers)
        (property.getter.isPrivate, property.hasPrivateSetter) = (privacy.all, privacy.setter)
        checkRedeclaration(.computed(property), named: "subscript", of: nominal, at: syntax.subscriptKeyword)
        addMember(.computed(property), named: "subscript", to: nominal)
    }

    private func declareProperties(_ syntax: VariableDeclSyntax, of nominal: Nominal, signature: GenericSignature, in scope: Scope, isExtension: Bool) {
        let modifiers = Set(syntax.modifiers.map(\.name.text))
        let isStatic = modifiers.contains("static")
        if modifiers.contains("lazy") { unsupported(syntax, "lazy properties") }
        checkReferenceModifiers(syntax, in: scope)
        checkMutating(syntax.modifiers)
        if let attribute = unsupportedAttribute(syntax.attributes) { unsupported(syntax, attribute) }
        let isMutable = syntax.bindingSpecifier.text == "var"
        let privacy = privacy(of: syntax.modifiers)
        for declared in declaredProperties(syntax) {
            let token = declared.name, name = token.text
            let annotation = declared.annotation.map { written in withSignature(of: scope) { resolve(written, in: scope) } }
            if let accessors = declared.accessors, !accessors.isObserver {
                checkAccessors(accessors, initial: declared.initializer, isSubscript: false)
                guard let annotation else {
                    report(token, "computed property must have an explicit type")
                    continue
                }
                let property = makeProperty(name, annotation, accessors, at: token, owner: nominal, isStatic: isStatic, signature: signature, parameters: [], in: scope)
                property.getter.documentation = documentation(of: syntax)
                (property.getter.isPrivate, property.hasPrivateSetter) = (privacy.all, privacy.setter)
                if !isMutable, source >= 0 { report(accessors, "'let' declarations cannot be computed properties") }
                checkRedeclaration(.computed(property), named: name, of: nominal, at: token)
                addMember(.computed(property), named: name, to: nominal)
                continue
            }
            if isStatic {
                let variable = Variable(name: name, type: annotation ?? .error, isMutable: isMutable, storage: .global, place: place(token), origin: origin)
                variable.documentation = documentation(of: syntax)
                if privacy.all { variable.privateOwner = nominal }
                if privacy.setter { variable.privateSetterOwner = nominal }
                checkRedeclaration(.staticStored(variable), named: name, of: nominal, at: token)
                if !nominal.generics.parameters.isEmpty, source >= 0, nominal.kind != .proto { report(token, "static stored properties not supported in generic types") }
                if declared.value == nil, source >= 0, annotation?.optionalPayload == nil || !isMutable {
                    report(token, "'static \(isMutable ? "var" : "let")' declaration requires an initializer expression or an explicitly stated getter")
                }
                addMember(.staticStored(variable), named: name, to: nominal)
                if let accessors = declared.accessors { _ = declareObservers(accessors, of: variable, in: scope) }
                if let initial = declared.value {
                    pendingStatics.append(PendingInitial(syntax: initial, annotation: annotation, scope: scope, source: source, origin: origin, variable: variable, property: nil))
                }
                continue
            }
            if nominal.kind == .proto { report(token, "property in protocol must have explicit { get } or { get set } specifier") }
            if isExtension { report(token, "extensions must not contain stored properties") }
            if nominal.kind == .enumeration { report(token, "enums must not contain stored properties") }
            let property = StoredProperty(name: name, type: annotation ?? .error, isMutable: isMutable, index: nominal.stored.count, owner: nominal)
            property.documentation = documentation(of: syntax)
            property.place = place(token)
            property.isImplicit = declared.annotation?.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
            property.hasInitial = declared.value != nil || (isMutable && annotation?.optionalPayload != nil)
            (property.isPrivate, property.hasPrivateSetter) = (privacy.all, privacy.setter)
            property.place = place(token)
            if !isMutable { property.letPlace = place(syntax.bindingSpecifier) }
            checkRedeclaration(.stored(property), named: name, of: nominal, at: token)
            nominal.stored.append(property)
            addMember(.stored(property), named: name, to: nominal)
            if let initial = declared.value {
                pendingStatics.append(PendingInitial(syntax: initial, annotation: annotation, scope: scope, source: source, origin: origin, variable: nil, property: property))
            } else if property.hasInitial, let annotation {
                property.initial = Expression(kind: .none, type: annotation, place: place(token))
            } else if annotation == nil {
                report(token, "type annotation missing in pattern")
            }
            if let accessors = declared.accessors { declareObservers(accessors, of: property, signature: signature, in: scope) }
        }
    }

    private func declareObservers(_ block: AccessorBlockSyntax, of property: StoredProperty, signature: GenericSignature, in scope: Scope) {
        guard case .accessors(let list) = block.accessors else { return }
        if source >= 0, !property.isMutable { report(block, "'let' declarations cannot be observing properties") }
        for accessor in list {
            let isWill = accessor.accessorSpecifier.text == "willSet"
            let function = Function(name: accessor.accessorSpecifier.text, kind: .method, origin: origin, place: place(accessor), key: "")
            function.owner = property.owner
            function.generics = signature
            function.isMutating = true
            setSelf(of: function)
            let name = accessor.parameters?.name.text ?? (isWill ? "newValue" : "oldValue")
            let variable = Variable(name: name, type: property.type, isMutable: false, storage: .local, place: place(accessor), origin: origin)
            function.parameters = [Parameter(label: nil, type: property.type, variable: variable)]
            function.key = keyPrefix(property.owner) + property.name + "." + function.name
            setBody(of: function, accessor.body?.statements, in: scope)
            if isWill { property.willSet = function } else { property.didSet = function }
        }
    }

    func makeProperty(
        _ name: String, _ type: Type, _ block: AccessorBlockSyntax, at node: some SyntaxProtocol, owner: Nominal?, isStatic: Bool,
        signature: GenericSignature, parameters: FunctionParameterListSyntax, in scope: Scope
    ) -> Property {
        let getter = Function(name: name, kind: .getter, origin: origin, place: place(node), key: "")
        fill(getter, owner: owner, generics: signature, parameters: parameters, labels: .whenTwoNames, in: scope)
        getter.result = type
        let isSubscript = name == "subscript"
        if !isSubscript { getter.key = keyPrefix(owner) + name }
        if case .accessors(let list) = block.accessors {
            getter.isMutating = !isStatic && owner != nil && list.contains { $0.accessorSpecifier.text == "get" && $0.modifier?.name.text == "mutating" }
        }
        if !isStatic { setSelf(of: getter) } else { getter.isStaticAccessor = true }
        var setter: Function?
        func makeSetter(parameterName: String?, isMutating: Bool, at node: some SyntaxProtocol) -> Function {
            let function = Function(name: name, kind: .setter, origin: origin, place: place(node), key: "")
            fill(function, owner: owner, generics: signature, parameters: parameters, labels: .whenTwoNames, in: scope)
            function.key = getter.key + ".set"
            let variable = Variable(name: parameterName ?? "newValue", type: type, isMutable: false, storage: .local, place: place(node), origin: origin)
            function.parameters.insert(Parameter(label: nil, type: type, variable: variable), at: 0)
            function.isMutating = isMutating && !isStatic && owner != nil
            if !isStatic { setSelf(of: function) } else { function.isStaticAccessor = true }
            return function
        }
        switch block.accessors {
        case .getter(let body): setBody(of: getter, body, in: scope)
        case .accessors(let list):
            // What lacks a getter has been told so.
            if !list.contains(where: { $0.accessorSpecifier.text == "get" }) { getter.hasBody = true }
            for accessor in list {
                let kind = accessor.accessorSpecifier.text
                if accessor.body == nil, ["get", "set"].contains(kind), owner?.kind != .proto || isInExtension, origin.isCell, source >= 0 {
                    let next = accessor.nextToken(viewMode: .sourceAccurate)?.positionAfterSkippingLeadingTrivia.utf8Offset
                    report(at: next ?? accessor.anchorOffset, "expected '{' to start \(kind)ter definition")
                    getter.hasBody = true
                    continue
                }
                switch kind {
                case "get":
                    getter.isThrowing = accessor.effectSpecifiers?.throwsClause != nil
                    rejectTypedThrows(accessor.effectSpecifiers?.throwsClause)
                    setBody(of: getter, accessor.body?.statements, in: scope)
                case "set":
                    let isMutating = accessor.modifier?.name.text != "nonmutating"
                    let function = makeSetter(parameterName: accessor.parameters?.name.text, isMutating: isMutating, at: accessor)
                    setBody(of: function, accessor.body?.statements, in: scope)
                    setter = function
                case "willSet" where origin.isCell, "didSet" where origin.isCell: report(accessor, "'\(kind)' cannot be provided together with a getter")
                default: unsupported(accessor, "the accessor '\(accessor.accessorSpecifier.text)'")
                }
            }
        }
        return Property(name: name, type: type, isStatic: isStatic, getter: getter, setter: setter)
    }

    // MARK: What follows from the members

    func finishType(_ type: TypeDeclaration, isInCell: Bool) {
        // In a cell initial values may use its variables: they are looked at when something asks for them, or at its end.
        if !isInCell {
            settle("init", of: type.nominal)
            resolvePendingInitials(ofProperties: true)
        }
        synthesizeMembers(of: type.nominal, in: type.scope)
    }

    /// What nothing has asked for so far.
    func finishInitials() {
        while let nominal = withoutInitializer.first { settle("init", of: nominal) }
        resolvePendingInitials { $0.property != nil }
        resolvePendingInitials { _ in true }
        checkDerived()
    }

    /// Notes that a struct is owed the initializer that follows from its fields.
    func oweMemberwiseInitializer(_ type: TypeDeclaration) {
        let hasInitializer = type.members.contains { $0.decl.is(InitializerDeclSyntax.self) } || (source < 0 && type.nominal.hasMember(named: "init"))
        if type.nominal.kind == .structure, !type.nominal.isOpaque, !hasInitializer { withoutInitializer.insert(type.nominal) }
    }

    /// Finds out what a member is that hangs on initial values not yet looked at: one type's values may use another's.
    func settle(_ name: String, of nominal: Nominal) {
        if name == "init", withoutInitializer.remove(nominal) != nil {
            resolvePendingInitials { $0.property?.owner == nominal }
            addMemberwiseInitializer(to: nominal)
        }
        guard !pendingStatics.isEmpty else { return }
        resolvePendingInitials { item in
            if let property = item.property { return property.owner == nominal && property.name == name && item.annotation == nil }
            guard let variable = item.variable, item.annotation == nil, variable.name == name else { return false }
            return nominal.members(named: name).contains { if case .staticStored(let own) = $0 { own === variable } else { false } }
        }
    }

    /// Initial values of stored and static properties, which may give the property its type.
    ///
    /// Those of fields come first: the memberwise initializer needs their types, and static values may use it.
    func resolvePendingInitials(ofProperties: Bool) {
        // Those at the top of a cell wait for its end.
        resolvePendingInitials { ($0.property != nil) == ofProperties && ($0.source < 0 || $0.scope.function != nil) }
    }

    private func resolvePendingInitials(where condition: (PendingInitial) -> Bool) {
        // Each is taken off the list before it is looked at: looking at it may settle others, and must not come back to it.
        while let index = pendingStatics.firstIndex(where: condition) {
            let item = pendingStatics.remove(at: index)
            let saved = (source, origin)
            (source, origin) = (item.source, item.origin)
            defer { (source, origin) = saved }
            let scope = Scope(parent: item.scope)
            scope.isStatic = true
            let value = withSignature(of: scope) { checkExpression(item.syntax, expecting: item.annotation, in: scope, purpose: .initialization) }
            if source == Int32(cell) { cellInitials.append((value, item.variable != nil)) }
            if let variable = item.variable {
                variable.lazyInitial = value
                if item.annotation == nil { setType(of: variable, to: value.type) }
            } else if let property = item.property {
                property.initial = value
                if item.annotation == nil { setType(of: property, to: value.type) }
            }
        }
    }

    /// The type came from the initial value: observers learn it as well.
    private func setType(of property: StoredProperty, to type: Type) {
        property.type = type
        setParameters(of: [property.willSet, property.didSet], to: type)
    }

    private func setType(of variable: Variable, to type: Type) {
        variable.type = type
        setParameters(of: [variable.willSet, variable.didSet], to: type)
    }

    private func setParameters(of observers: [Function?], to type: Type) {
        for observer in observers.compactMap({ $0 }) {
            for index in observer.parameters.indices {
                observer.parameters[index].type = type
                observer.parameters[index].variable?.type = type
            }
        }
    }

    private func addMemberwiseInitializer(to nominal: Nominal) {
        let function = Function(name: "init", kind: .initializer, origin: nominal.origin, place: nominal.place, key: "")
        function.owner = nominal
        function.generics = nominal.generics
        setSelf(of: function)
        function.result = nominal.selfType
        function.hasBody = true
        function.isMemberwise = true
        guard let this = function.selfVariable else { return }
        var statements: [Statement] = []
        for property in nominal.stored where property.isMutable || !property.hasInitial {
            let variable = Variable(name: property.name, type: property.type, isMutable: false, storage: .local, place: nominal.place, origin: nominal.origin)
            var parameter = Parameter(label: property.name, type: property.type, variable: variable)
            parameter.hasDefault = property.hasInitial
            parameter.defaultValue = property.initial
            function.parameters.append(parameter)
            let target = Expression(
                kind: .stored(Expression(kind: .variable(this), type: this.type, place: nominal.place), property), type: property.type, place: nominal.place)
            let value = Expression(kind: .variable(variable), type: property.type, place: nominal.place)
            statements.append(Statement(kind: .expression(Expression(kind: .assign(target, value), type: .void, place: nominal.place)), place: nominal.place))
        }
        function.isPrivate = nominal.stored.contains { $0.isPrivate && ($0.isMutable || !$0.hasInitial) }
        function.key = keyPrefix(nominal) + function.fullName + "<memberwise>"
        function.body = Block(statements: statements)
        addMember(.function(function), named: "init", to: nominal)
    }

    /// The `init()` that a struct has beside the initializer that takes its fields, if all of them have values. Calls need none, as they leave the arguments out.
    func initializerWithoutParameters(beside memberwise: Function) -> Function? {
        if let made = memberwise.withoutParameters { return made }
        guard memberwise.isMemberwise, let nominal = memberwise.owner, !memberwise.parameters.isEmpty, memberwise.parameters.allSatisfy(\.hasDefault) else { return nil }
        let function = Function(name: "init", kind: .initializer, origin: memberwise.origin, place: memberwise.place, key: "")
        function.owner = nominal
        function.generics = memberwise.generics
        setSelf(of: function)
        function.result = memberwise.result
        function.hasBody = true
        function.isMemberwise = true
        function.key = keyPrefix(nominal) + function.fullName + "<memberwise>"
        function.body = Block(statements: [])
        memberwise.withoutParameters = function
        return function
    }
}

extension AccessorBlockSyntax {
    /// `willSet` and `didSet` leave a property stored.
    var isObserver: Bool {
        guard case .accessors(let list) = accessors else { return false }
        return list.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
    }
}
