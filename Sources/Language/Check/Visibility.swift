import SwiftSyntax

/// How far a declaration can be seen.
struct Visibility: Hashable {
    /// As it is written, or as it follows from what is around it.
    enum Level: Int, Comparable {
        case `private`, `fileprivate`, `internal`, package, `public`, open
        init?(_ text: String) {
            switch text {
            case "private": self = .private
            case "fileprivate": self = .fileprivate
            case "internal": self = .internal
            case "package": self = .package
            case "public": self = .public
            case "open": self = .open
            default: return nil
            }
        }
        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
        var name: String {
            switch self {
            case .private: "private"
            case .fileprivate: "fileprivate"
            case .internal: "internal"
            case .package: "package"
            case .public: "public"
            case .open: "open"
            }
        }
        /// `a private`, `an internal`
        var withArticle: String { (self == .internal || self == .open ? "an " : "a ") + name }
    }

    /// What that comes to: inside one type, in the session, or wherever the level allows. At the top of a cell `private` is the whole session, as it is a whole file in Swift.
    enum Reach: Hashable {
        case type(Nominal), file, module(Level)

        func isWithin(_ other: Reach) -> Bool {
            switch (self, other) {
            case (.type(let inner), .type(let outer)): sequence(first: inner, next: \.parent).contains(outer)
            case (.type, .file), (.type, .module), (.file, .file), (.file, .module): true
            case (.module(let own), .module(let others)): own <= others
            default: false
            }
        }
    }
    var level = Level.internal
    var reach = Reach.module(.internal)
    var isExplicit = false

    init() {}

    /// - Parameters:
    ///   - parent: the type that the declaration is a member of.
    ///   - standard: what members of the extension around it are when they say nothing.
    init(_ modifiers: DeclModifierListSyntax, in parent: Nominal?, standard: Level? = nil) {
        let written = modifiers.lazy.filter { $0.detail == nil }.compactMap { Level($0.name.text) }.first
        isExplicit = written != nil
        level = written ?? standard ?? .internal
        switch level {
        case .private: reach = written == nil ? .file : parent.map(Reach.type) ?? .file
        case .fileprivate: reach = .file
        default: reach = .module(level)
        }
        if let outer = parent?.access, parent?.origin.isCell == true, outer.reach.isWithin(reach) { reach = outer.reach }
    }
}

extension Origin {
    var isCell: Bool { if case .cell = self { true } else { false } }
}

extension Nominal {
    /// The type that keeps it for itself.
    var privateOwner: Nominal? { if case .type(let owner) = access.reach, owner == parent { owner } else { nil } }
}

/// What can be seen must not speak of what cannot: signatures against the types that they mention.
struct VisibilityCheck {
    private let checker: Checker
    private let scope: Scope
    init(_ checker: Checker, _ scope: Scope) { (self.checker, self.scope) = (checker, scope) }

    /// What the declarations around a member say of it.
    private struct Surroundings {
        var parent: Nominal?
        var standard: Visibility.Level?
        var isInProtocol = false
    }

    /// Whether a cell has to be looked at: most neither say nor use anything of the kind.
    static func concerns(_ items: CodeBlockItemListSyntax, _ text: String, _ checker: Checker) -> Bool {
        guard items.contains(where: { if case .decl = $0.item { true } else { false } }) else { return false }
        return checker.hasHiddenTypes || Words.accessLevels.occur(in: text)
    }

    func check(_ items: CodeBlockItemListSyntax) {
        for item in items { if case .decl(let declaration) = item.item { check(declaration, Surroundings()) } }
    }

    private func check(_ declaration: DeclSyntax, _ around: Surroundings) {
        switch declaration.as(DeclSyntaxEnum.self) {
        case .structDecl(let syntax): checkType(syntax, "struct", syntax.genericParameterClause, around)
        case .enumDecl(let syntax): checkType(syntax, "enum", syntax.genericParameterClause, around)
        case .protocolDecl(let syntax): checkProtocol(syntax, around)
        case .extensionDecl(let syntax):
            checkModifiers(syntax.modifiers)
            guard let parent = nominal(syntax.extendedType, in: nil) else { return }
            let inner = Surroundings(parent: parent, standard: syntax.modifiers.lazy.compactMap { Visibility.Level($0.name.text) }.first)
            for member in syntax.memberBlock.members {
                check(member.decl, inner)
                requireAccessOfRequirement(member.decl, inner)
            }
        case .functionDecl(let syntax):
            let access = access(syntax.modifiers, around)
            let kind = around.parent == nil ? "function" : "method"
            let described = around.parent == nil ? "global function" : syntax.modifiers.contains { $0.name.text == "static" } ? "static method" : "instance method"
            require(generic: syntax.genericParameterClause, described, access, around, at: syntax.name)
            require(parameters: syntax.signature.parameterClause, result: syntax.signature.returnClause, kind, access, around, at: syntax.name)
        case .initializerDecl(let syntax):
            let access = access(syntax.modifiers, around)
            require(generic: syntax.genericParameterClause, "initializer", access, around, at: syntax.initKeyword)
            require(parameters: syntax.signature.parameterClause, result: nil, "initializer", access, around, at: syntax.initKeyword)
        case .subscriptDecl(let syntax):
            let access = access(syntax.modifiers, around)
            checkSetter(syntax.modifiers, access, canBeSet: syntax.accessorBlock?.declaresSetter == true, "subscripts", kind: "subscript")
            let index = found(in: syntax.parameterClause.parameters.map(\.type), around.parent)
            if let index, !access.reach.isWithin(index.reach) {
                report(syntax.subscriptKeyword, "subscript", access, around, index, "its index uses")
            } else if let element = found(in: [syntax.returnClause.type], around.parent) {
                require(element, "subscript", access, around, "its element type uses", at: syntax.subscriptKeyword)
            }
        case .variableDecl(let syntax): checkVariables(syntax, around)
        case .enumCaseDecl(let syntax):
            guard let parent = around.parent else { return }
            for element in syntax.elements {
                if let found = found(in: element.parameterClause?.parameters.map(\.type) ?? [], parent), !parent.access.reach.isWithin(found.reach) {
                    checker.report(element.name, "enum case in \(parent.access.level.withArticle) enum uses \(found.level.withArticle) type")
                }
            }
        case .typeAliasDecl(let syntax):
            let access = access(syntax.modifiers, around)
            if let found = found(in: [syntax.initializer.value], around.parent) { require(found, "type alias", access, around, "its underlying type uses", at: syntax.name) }
        default: break
        }
    }

    private func checkType(_ syntax: some DeclGroupSyntax & NamedDeclSyntax, _ kind: String, _ generics: GenericParameterClauseSyntax?, _ around: Surroundings) {
        let access = access(syntax.modifiers, around)
        require(generic: generics, "generic \(kind)", access, around, at: syntax.name)
        let found = around.parent.map { checker.nestedNominal(syntax.name.text, of: $0) } ?? topNominal(syntax.name.text)
        guard let nominal = found else { return }
        for member in syntax.memberBlock.members {
            check(member.decl, Surroundings(parent: nominal))
            requireAccessOfRequirement(member.decl, Surroundings(parent: nominal))
        }
    }

    /// What fulfils a requirement is seen as far as the type and the protocol are.
    private func requireAccessOfRequirement(_ declaration: DeclSyntax, _ around: Surroundings) {
        guard let nominal = around.parent, nominal.kind != .proto, nominal.access.level >= .internal else { return }
        let (modifiers, kind, token, name, labels): (DeclModifierListSyntax, String, TokenSyntax, String, [String?]?)
        func labelled(_ parameters: FunctionParameterListSyntax) -> [String?] { parameters.map { $0.firstName.text == "_" ? nil : $0.firstName.text } }
        switch declaration.as(DeclSyntaxEnum.self) {
        case .functionDecl(let syntax):
            let isOperator = syntax.name.text.isOperatorName
            (modifiers, kind, token, name) = (syntax.modifiers, "method", syntax.name, syntax.name.text)
            labels = isOperator ? nil : labelled(syntax.signature.parameterClause.parameters)
        case .initializerDecl(let syntax):
            (modifiers, kind, token, name, labels) = (syntax.modifiers, "initializer", syntax.initKeyword, "init", labelled(syntax.signature.parameterClause.parameters))
        case .variableDecl(let syntax):
            guard let first = syntax.bindings.first.flatMap({ FirstName.of($0.pattern) }) else { return }
            (modifiers, kind, token, name, labels) = (syntax.modifiers, "property", first, first.text, nil)
        default: return
        }
        let own = Visibility(modifiers, in: nominal, standard: around.standard).level
        let ofSetter = modifiers.first { $0.detail?.detail.text == "set" }.flatMap { Visibility.Level($0.name.text) }
        for conformance in checker.conformances[nominal] ?? [] {
            for proto in checker.protocols(above: conformance.proto) where proto.requirementNames.contains(name) {
                let ofProtocol = proto.origin.isCell ? proto.access.level : .public
                let wanted = min(nominal.access.level, ofProtocol)
                if let ofSetter, ofSetter < wanted, proto.members(named: name).contains(where: \.isSettableRequirement) {
                    return checker.report(
                        token, "setter for property '\(name)' must be declared \(wanted.name) because it matches a requirement in \(wanted.name) protocol '\(proto.name)'")
                }
                // A private operator fulfils nothing.
                guard own < wanted, own != Visibility.Level.private || !name.isOperatorName else { continue }
                let isAsked = proto.members(named: name).contains { member in
                    guard member.isRequirement else { return false }
                    return if case .function(let function) = member { labels == nil || function.labels == labels } else { kind == "property" }
                }
                guard isAsked else { continue }
                let shown = labels.map { name + "(" + $0.map { ($0 ?? "_") + ":" }.joined() + ")" } ?? name
                let (demand, shared) = wanted == ofProtocol ? ("declared \(wanted.name)", "\(wanted.name) ") : ("as accessible as its enclosing type", "")
                checker.report(token, "\(kind) '\(shown)' must be \(demand) because it matches a requirement in \(shared)protocol '\(proto.name)'")
                return
            }
        }
    }

    private func checkProtocol(_ syntax: ProtocolDeclSyntax, _ around: Surroundings) {
        let access = access(syntax.modifiers, around)
        guard let nominal = topNominal(syntax.name.text) else { return }
        let refined = syntax.inheritanceClause?.inheritedTypes.compactMap { self.nominal($0.type, in: around.parent)?.access } ?? []
        if let hidden = refined.first(where: { !access.reach.isWithin($0.reach) }) {
            checker.report(syntax.name, "protocol \(demand(access, around, hidden)) because it refines \(hidden.level.withArticle) protocol")
        }
        for member in syntax.memberBlock.members { check(member.decl, Surroundings(parent: nominal, isInProtocol: true)) }
    }

    private func checkVariables(_ syntax: VariableDeclSyntax, _ around: Surroundings) {
        let access = access(syntax.modifiers, around)
        let isConstant = syntax.bindingSpecifier.text == "let"
        let kind = around.parent == nil ? (isConstant ? "constant" : "variable") : "property"
        for binding in syntax.bindings {
            if let accessors = binding.accessorBlock, !accessors.isObserver {
                checkSetter(syntax.modifiers, access, canBeSet: accessors.declaresSetter, "properties", kind: kind)
            } else {
                checkSetter(syntax.modifiers, access, canBeSet: !isConstant, "properties", kind: kind)
            }
            guard let name = FirstName.of(binding.pattern) else { continue }
            if let written = binding.typeAnnotation {
                if let found = found(in: [written.type], around.parent) { require(found, kind, access, around, "its type uses", at: name) }
            } else if let type = type(of: name.text, in: around.parent), let found = found(in: type) {
                require(found, kind, access, around, "its type '\(type)' uses", at: name)
            }
        }
    }

    // MARK: What is said

    private func access(_ modifiers: DeclModifierListSyntax, _ around: Surroundings) -> Visibility {
        checkModifiers(modifiers)
        var access = Visibility(modifiers, in: around.parent, standard: around.standard)
        guard around.isInProtocol, let parent = around.parent else { return access }
        for modifier in modifiers where Visibility.Level(modifier.name.text) != nil { checker.report(modifier, "'\(modifier.name.text)' modifier cannot be used in protocols") }
        (access.reach, access.level) = (parent.access.reach, parent.access.level)
        return access
    }

    private func checkModifiers(_ modifiers: DeclModifierListSyntax) {
        for isOfSetter in [false, true] {
            let own = modifiers.filter { Visibility.Level($0.name.text) != nil && ($0.detail != nil) == isOfSetter }
            if let second = own.dropFirst().first { checker.report(second, "multiple incompatible access-level modifiers specified") }
        }
    }

    private func checkSetter(_ modifiers: DeclModifierListSyntax, _ access: Visibility, canBeSet: Bool, _ kinds: String, kind: String) {
        guard let modifier = modifiers.first(where: { $0.detail != nil }), let level = Visibility.Level(modifier.name.text) else { return }
        let shown = kind == "subscript" ? "subscript" : kind == "property" ? "property" : "variable"
        if !canBeSet {
            checker.report(
                modifier,
                "'\(modifier.trimmedDescription)' modifier cannot be applied to read-only \(kind == "subscript" ? "subscripts" : kind == "property" ? kinds : "variables")")
        } else if level > access.level {
            checker.report(modifier, "\(access.level.name) \(shown) cannot have \(level.withArticle) setter")
        }
    }

    private func demand(_ access: Visibility, _ around: Surroundings, _ found: Visibility) -> String {
        if access.isExplicit || around.isInProtocol { return "cannot be declared \(access.level.name)" }
        switch found.reach {
        case .type: return "must be declared private"
        case .file: return "must be declared " + (around.parent == nil ? "private or fileprivate" : "fileprivate")
        case .module(let level): return "must be declared \(level.name)"
        }
    }

    private func report(_ node: some SyntaxProtocol, _ kind: String, _ access: Visibility, _ around: Surroundings, _ found: Visibility, _ because: String) {
        checker.report(node, "\(kind) \(demand(access, around, found)) because \(because) \(found.level.withArticle) type")
    }

    private func require(_ found: Visibility, _ kind: String, _ access: Visibility, _ around: Surroundings, _ because: String, at node: some SyntaxProtocol) {
        if !access.reach.isWithin(found.reach) { report(node, kind, access, around, found, because) }
    }

    private func require(generic clause: GenericParameterClauseSyntax?, _ kind: String, _ access: Visibility, _ around: Surroundings, at node: some SyntaxProtocol) {
        guard let clause, let found = found(in: clause.parameters.compactMap(\.inheritedType), around.parent) else { return }
        require(found, kind, access, around, "its generic parameter uses", at: node)
    }

    private func require(
        parameters: FunctionParameterClauseSyntax, result: ReturnClauseSyntax?, _ kind: String, _ access: Visibility, _ around: Surroundings, at node: some SyntaxProtocol
    ) {
        let given = found(in: parameters.parameters.map(\.type), around.parent).flatMap { access.reach.isWithin($0.reach) ? nil : $0 }
        let returned = found(in: result.map { [$0.type] } ?? [], around.parent).flatMap { access.reach.isWithin($0.reach) ? nil : $0 }
        if let returned, given.map({ returned.reach != $0.reach && returned.reach.isWithin($0.reach) }) ?? true {
            report(node, kind, access, around, returned, "its result uses")
        } else if let given {
            report(node, kind, access, around, given, "its parameter uses")
        }
    }

    // MARK: What types mention

    private func found(in types: [TypeSyntax], _ parent: Nominal?) -> Visibility? {
        var narrowest: Visibility?
        for type in types {
            for access in MentionedTypes.of(type).compactMap({ self.access(of: $0, in: parent) }) { take(access, into: &narrowest) }
        }
        return narrowest
    }

    private func found(in type: Type) -> Visibility? {
        var narrowest: Visibility?
        _ = type.contains { part in
            switch part {
            case .nominal(let nominal, _): if nominal.origin.isCell { take(nominal.access, into: &narrowest) }
            case .existential(let protocols): for proto in protocols where proto.origin.isCell { take(proto.access, into: &narrowest) }
            default: break
            }
            return false
        }
        return narrowest
    }

    private func take(_ access: Visibility, into narrowest: inout Visibility?) {
        guard let known = narrowest else { return narrowest = access }
        if access.reach != known.reach, access.reach.isWithin(known.reach) { narrowest = access }
    }

    private func access(of names: [String], in parent: Nominal?) -> Visibility? {
        var narrowest: Visibility?
        var current: Nominal?
        for (index, name) in names.enumerated() {
            if index == 0 {
                for outer in parent.map({ sequence(first: $0, next: \.parent) }).map(Array.init) ?? [] {
                    if let alias = checker.aliasAccess[outer.qualifiedName + "." + name] { return alias }
                    if let nested = checker.nestedNominal(name, of: outer) {
                        current = nested
                        break
                    }
                    // The type's own parameters hide what is outside.
                    if outer.generics.parameters.contains(where: { $0.name == name }) { return nil }
                }
                if current == nil {
                    if let alias = checker.aliasAccess[name] { return alias }
                    current = topNominal(name)
                }
            } else if let outer = current {
                if let alias = checker.aliasAccess[outer.qualifiedName + "." + name] { return alias }
                current = checker.nestedNominal(name, of: outer)
            }
            guard let current, current.origin.isCell else { return narrowest }
            take(current.access, into: &narrowest)
        }
        return narrowest
    }

    private func topNominal(_ name: String) -> Nominal? {
        if case .type(let nominal)? = checker.lookUp(name, from: scope)?.0 { nominal } else { nil }
    }

    private func nominal(_ syntax: TypeSyntax, in parent: Nominal?) -> Nominal? {
        guard let names = MentionedTypes.of(syntax).first else { return nil }
        var current = parent.flatMap { checker.nestedNominal(names[0], of: $0) } ?? topNominal(names[0])
        for name in names.dropFirst() { current = current.flatMap { checker.nestedNominal(name, of: $0) } }
        return current
    }

    private func type(of name: String, in parent: Nominal?) -> Type? {
        guard let parent else { return if case .variable(let variable)? = scope.lookUp(name) { variable.type } else { nil } }
        for member in parent.members(named: name) {
            switch member {
            case .stored(let property): return property.type
            case .staticStored(let variable): return variable.type
            default: break
            }
        }
        return nil
    }
}

extension Checker {
    fileprivate func nestedNominal(_ name: String, of outer: Nominal) -> Nominal? {
        for case .type(let nested) in outer.members(named: name) { return nested }
        return nil
    }

    func checkAccessLevels(of items: CodeBlockItemListSyntax, in scope: Scope) { VisibilityCheck(self, scope).check(items) }

    func noteAccess(of alias: TypeAliasDeclSyntax, in parent: Nominal?) {
        guard source >= 0 else { return }
        let name = (parent.map { $0.qualifiedName + "." } ?? "") + alias.name.text
        let access = Visibility(alias.modifiers, in: parent)
        if access.level < .internal { hasHiddenTypes = true }
        aliasAccess[name] = access.level < .internal ? access : nil
    }
}

/// The names of types that a written type is made of, each with those before its dots.
private final class MentionedTypes: SyntaxVisitor {
    private var names: [[String]] = []
    static func of(_ type: TypeSyntax) -> [[String]] {
        let visitor = MentionedTypes(viewMode: .sourceAccurate)
        visitor.walk(type)
        return visitor.names
    }
    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        names.append([node.name.text])
        return .visitChildren
    }
    override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
        var path = [node.name.text]
        var base = node.baseType
        while let member = base.as(MemberTypeSyntax.self) {
            path.insert(member.name.text, at: 0)
            base = member.baseType
        }
        guard let first = base.as(IdentifierTypeSyntax.self) else { return .visitChildren }
        names.append([first.name.text] + path)
        if let arguments = node.genericArgumentClause { walk(arguments) }
        if let arguments = first.genericArgumentClause { walk(arguments) }
        return .skipChildren
    }
}

/// The first name that a pattern binds.
private final class FirstName: SyntaxVisitor {
    private var name: TokenSyntax?
    static func of(_ pattern: PatternSyntax) -> TokenSyntax? {
        let visitor = FirstName(viewMode: .sourceAccurate)
        visitor.walk(pattern)
        return visitor.name
    }
    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        if name == nil { name = node.identifier }
        return .skipChildren
    }
}

extension AccessorBlockSyntax {
    fileprivate var declaresSetter: Bool {
        guard case .accessors(let list) = accessors else { return false }
        return isObserver || list.contains { $0.accessorSpecifier.text == "set" }
    }
}
