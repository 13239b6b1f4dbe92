import SwiftSyntax

/// Reads the public declarations of all modules: first the types, then what extensions add to them.
final class Collector {
    let catalog: Catalog
    let reader: TypeReader
    private(set) var types: [TypeInterface] = []
    private(set) var free: [FreeInterface] = []
    private(set) var refusals: [Refusal] = []
    private var named: [String: TypeInterface] = [:]

    init(modules: [SourceModule], catalog: Catalog) {
        self.catalog = catalog
        reader = TypeReader(catalog: catalog)
        refusals = catalog.refusals
        for module in modules {
            free.append(FreeInterface(module: module.name))
            eachDeclaration(of: module) { declaration, scope in readPrimary(declaration, scope) }
        }
        for (index, module) in modules.enumerated() {
            eachDeclaration(of: module) { declaration, scope in readSecondary(declaration, scope, module: index) }
        }
        // Last, when it is known what conforms to what.
        for module in modules {
            eachDeclaration(of: module) { declaration, scope in readProtocolExtension(declaration, scope) }
        }
        for type in types { synthesize(type) }
    }

    private func eachDeclaration(of module: SourceModule, _ body: (DeclSyntax, Scope) -> Void) {
        for file in module.files {
            for statement in file.tree.statements {
                if let declaration = statement.item.as(DeclSyntax.self) { body(declaration, Scope(file: file, module: module.name)) }
            }
        }
    }

    /// Runs `body` and keeps its refusal, so that one run reports them all.
    func attempt<Result>(_ body: () throws -> Result?) -> Result? {
        do { return try body() } catch let refusal as Refusal {
            if !refusals.contains(refusal) { refusals.append(refusal) }
        } catch { refusals.append(Refusal(place: "", reason: .syntax("\(error)"))) }
        return nil
    }

    // MARK: Types

    private func readPrimary(_ declaration: DeclSyntax, _ scope: Scope) {
        types += readType(declaration, scope, inherited: .hidden)
    }

    /// The faces of a type declaration; empty for other declarations and hidden types.
    private func readType(_ declaration: DeclSyntax, _ scope: Scope, inherited: Access) -> [TypeInterface] {
        if let structure = declaration.as(StructDeclSyntax.self) {
            return readType(
                structure.name, "struct", structure.modifiers, structure.genericParameterClause, structure.inheritanceClause, structure.memberBlock, declaration, scope, inherited)
        }
        if let enumeration = declaration.as(EnumDeclSyntax.self) {
            let faces = readType(
                enumeration.name, enumeration.modifiers.has(.indirect) ? "indirect enum" : "enum", enumeration.modifiers, enumeration.genericParameterClause,
                enumeration.inheritanceClause, enumeration.memberBlock, declaration, scope,
                inherited)
            let hasPayload = enumeration.memberBlock.members.contains { member in
                member.decl.as(EnumCaseDeclSyntax.self)?.elements.contains { $0.parameterClause != nil } ?? false
            }
            let isEmpty = !enumeration.memberBlock.members.contains { $0.decl.is(EnumCaseDeclSyntax.self) }
            // Swift makes an enum without payloads hashable by itself.
            if !hasPayload && !isEmpty { for face in faces { face.conform(to: "Hashable") } }
            return faces
        }
        return []
    }

    private func readType(
        _ name: TokenSyntax, _ keyword: String, _ modifiers: DeclModifierListSyntax, _ generics: GenericParameterClauseSyntax?, _ inheritance: InheritanceClauseSyntax?,
        _ block: MemberBlockSyntax, _ declaration: DeclSyntax, _ scope: Scope, _ inherited: Access
    ) -> [TypeInterface] {
        guard Access(modifiers, inherited: inherited) == .visible else { return [] }
        let plain = name.plainName
        if let generics {
            let faces = scope.path.isEmpty ? catalog.faces[plain] ?? [] : []
            if faces.isEmpty || generics.parameters.count != 1 { return attempt { throw scope.refusal(.generic(plain), at: name) } ?? [] }
            return faces.compactMap { face in
                var inner = scope.inside(plain)
                (inner.owner, inner.parameter, inner.argument) = (face.name, catalog.types[plain]?.parameter, face.argument)
                return readBody(plain, keyword, inheritance, block, declaration, inner)
            }
        }
        return [readBody(plain, keyword, inheritance, block, declaration, scope.inside(plain))]
    }

    private func readBody(
        _ name: String, _ keyword: String, _ inheritance: InheritanceClauseSyntax?, _ block: MemberBlockSyntax, _ declaration: DeclSyntax, _ scope: Scope
    ) -> TypeInterface {
        let type = TypeInterface(module: scope.module, name: scope.owner ?? name, keyword: keyword, documentation: declaration.documentation)
        named[type.name] = type
        readConformances(inheritance, type, scope)
        readMembers(block, type, scope, inherited: .hidden)
        return type
    }

    /// Standard protocols that the checker knows and that a cell can make use of.
    static let knownProtocols: Set<String> = [
        "Equatable", "Hashable", "Comparable", "CaseIterable", "CustomStringConvertible", "CustomDebugStringConvertible", "Error", "RandomNumberGenerator",
        "ExpressibleByArrayLiteral", "ExpressibleByFloatLiteral", "ExpressibleByIntegerLiteral", "ExpressibleByStringLiteral", "ExpressibleByBooleanLiteral",
        "ExpressibleByNilLiteral",
    ]
    /// Types that an enum may have as raw type.
    static let rawTypes: Set<String> = ["Int", "String", "Double", "Character", "UInt8", "Int8", "UInt16", "Int16", "UInt32", "Int32", "UInt64", "Int64"]

    func isKnown(protocol name: String) -> Bool { Self.knownProtocols.contains(name) || catalog.protocols.contains(name) }

    private func readConformances(_ clause: InheritanceClauseSyntax?, _ type: TypeInterface, _ scope: Scope) {
        for inherited in clause?.inheritedTypes ?? [] {
            let name = inherited.type.trimmedDescription
            if isKnown(protocol: name) { type.conform(to: name) }
            if type.isEnum, Self.rawTypes.contains(name) { addRawValue(type, Spelling(text: name, code: name)) }
        }
    }

    private func readMembers(_ block: MemberBlockSyntax, _ type: TypeInterface, _ scope: Scope, inherited: Access) {
        for member in block.members {
            let nested = readType(member.decl, scope, inherited: inherited)
            type.nested += nested
            guard nested.isEmpty else { continue }
            type.declarations += read(member.decl, scope, inherited: inherited, isEnum: type.isEnum)
        }
    }

    // MARK: Extensions and free declarations

    private func readSecondary(_ declaration: DeclSyntax, _ scope: Scope, module: Int) {
        if let extended = declaration.as(ExtensionDeclSyntax.self) { return readExtension(extended, scope, module: module) }
        if declaration.is(StructDeclSyntax.self) || declaration.is(EnumDeclSyntax.self) { return }
        free[module].declarations += read(declaration, scope, inherited: .hidden, isEnum: false)
    }

    private func readExtension(_ extended: ExtensionDeclSyntax, _ scope: Scope, module: Int) {
        let inherited = Access(extended.modifiers, inherited: .hidden)
        var path = Catalog.path(of: extended.extendedType)
        var only = extended.extendedType.as(IdentifierTypeSyntax.self)?.genericArgumentClause?.arguments.first?.argument.trimmedDescription
        if let family = catalog.families[path[0]] { (path[0], only) = (family.family, family.argument) }
        let key = path.joined(separator: ".")
        guard let entry = catalog.types[key] else {
            guard hasVisibleMember(extended, inherited), !catalog.protocols.contains(key) else { return }
            guard catalog.bridges.bridged.contains(key), extended.genericWhereClause == nil else {
                return attempt { throw scope.refusal(.unknownType(extended.extendedType.trimmedDescription), at: extended.extendedType) } ?? ()
            }
            var inner = scope
            inner.owner = key
            inner.foreign = true
            let type = TypeInterface(module: "Swift", name: key, keyword: "extension", documentation: [])
            readMembers(extended.memberBlock, type, inner, inherited: inherited)
            if let index = free[module].extensions.firstIndex(where: { $0.name == key }) {
                free[module].extensions[index].declarations += type.declarations
            } else {
                free[module].extensions.append(type)
            }
            return
        }
        guard entry.access == .visible else { return }
        let family = catalog.types[path[0]]?.parameter
        for face in catalog.faces[path[0]] ?? [Catalog.Face(name: path[0], argument: "")] where only == nil || only == face.argument {
            var inner = scope
            inner.path = path
            inner.owner = ([face.name] + path.dropFirst()).joined(separator: ".")
            if family != nil { (inner.parameter, inner.argument) = (family, face.argument) }
            guard let owner = inner.owner, let type = named[owner] else { continue }
            let applies = attempt { try holds(extended.genericWhereClause, inner) } ?? false
            guard applies else { continue }
            readConformances(extended.inheritanceClause, type, inner)
            readMembers(extended.memberBlock, type, inner, inherited: inherited)
        }
    }

    /// What a protocol gives to all that conform to it: to cells each of those types has it, by a thunk of its own.
    private func readProtocolExtension(_ declaration: DeclSyntax, _ scope: Scope) {
        guard let extended = declaration.as(ExtensionDeclSyntax.self) else { return }
        let name = extended.extendedType.trimmedDescription, inherited = Access(extended.modifiers, inherited: .hidden)
        guard catalog.protocols.contains(name), hasVisibleMember(extended, inherited) else { return }
        if let clause = extended.genericWhereClause { return attempt { throw scope.refusal(.constraint(clause.trimmedDescription), at: clause) } ?? () }
        for type in types where type.conformances.contains(name) {
            let given = TypeInterface(module: type.module, name: type.name, keyword: type.keyword, documentation: [])
            readMembers(extended.memberBlock, given, scope.inside(type.name), inherited: inherited)
            // A type's own member stands before the protocol's.
            type.declarations += given.declarations.filter { declaration in !declaration.thunks.contains { type.declares(key: $0.key) } }
        }
    }

    private func hasVisibleMember(_ extended: ExtensionDeclSyntax, _ inherited: Access) -> Bool {
        extended.memberBlock.members.contains { member in
            guard let modifiers = member.decl.asProtocol((any WithModifiersSyntax).self)?.modifiers else { return false }
            return Access(modifiers, inherited: inherited) == .visible
        }
    }

    /// Whether a where clause is true of the face at hand.
    func holds(_ clause: GenericWhereClauseSyntax?, _ scope: Scope) throws -> Bool {
        for requirement in clause?.requirements ?? [] {
            switch requirement.requirement {
            case .sameTypeRequirement(let same) where same.leftType.trimmedDescription == scope.parameter:
                if same.rightType.trimmedDescription != scope.argument { return false }
            case .conformanceRequirement(let conformance)
            where conformance.leftType.trimmedDescription == scope.parameter && catalog.bounds.contains(conformance.rightType.trimmedDescription):
                continue
            default:
                throw scope.refusal(.constraint(requirement.trimmedDescription), at: requirement)
            }
        }
        return true
    }
}
