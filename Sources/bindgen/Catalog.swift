import SwiftSyntax

/// Which types there are, learnt before any declaration is read.
struct Catalog {
    struct Entry {
        let module: String
        let access: Access
        /// `Scalar` of `VectorOf<Scalar>`.
        let parameter: String?
        let bound: String?
    }

    /// One concrete face of a generic type: `Vector` is `VectorOf<Double>`.
    struct Face {
        let name: String
        let argument: String
    }

    /// Structs and enums by their path, `Reservoir.Readout`. Hidden ones too, to say why they are refused.
    private(set) var types: [String: Entry] = [:]
    /// A public type alias: what it stands for, and where that is to be looked up.
    struct Alias {
        let target: TypeSyntax
        let file: SourceModule.File
        let module: String
        let path: [String]
    }

    /// Public type aliases by their path, except those that are faces.
    private(set) var aliases: [String: Alias] = [:]
    /// The faces of a generic type, by its name.
    private(set) var faces: [String: [Face]] = [:]
    /// The generic type behind a face.
    private(set) var families: [String: (family: String, argument: String)] = [:]
    /// Public protocols outside of types, bounds of generic types included.
    private var visibleProtocols: Set<String> = []
    let bridges: Bridges
    let modules: Set<String>
    private(set) var refusals: [Refusal] = []

    init(modules: [SourceModule], bridges: Bridges) {
        self.bridges = bridges
        self.modules = Set(modules.map(\.name))
        for module in modules {
            for file in module.files { learn(file.tree.statements.compactMap { $0.item.as(DeclSyntax.self) }, path: [], inherited: .hidden, module: module.name, file: file) }
        }
        for module in modules { findFaces(module) }
    }

    private mutating func learn(_ declarations: [DeclSyntax], path: [String], inherited: Access, module: String, file: SourceModule.File) {
        for declaration in declarations {
            if let structure = declaration.as(StructDeclSyntax.self) {
                note(structure.name, structure.modifiers, structure.genericParameterClause, structure.memberBlock, path, inherited, module, file)
            } else if let enumeration = declaration.as(EnumDeclSyntax.self) {
                note(enumeration.name, enumeration.modifiers, enumeration.genericParameterClause, enumeration.memberBlock, path, inherited, module, file)
            } else if let extended = declaration.as(ExtensionDeclSyntax.self) {
                learn(
                    extended.memberBlock.members.map(\.decl), path: Self.path(of: extended.extendedType),
                    inherited: Access(extended.modifiers, inherited: .hidden), module: module, file: file)
            } else if let proto = declaration.as(ProtocolDeclSyntax.self), path.isEmpty, Access(proto.modifiers, inherited: inherited) == .visible {
                visibleProtocols.insert(proto.name.plainName)
            } else if let alias = declaration.as(TypeAliasDeclSyntax.self), Access(alias.modifiers, inherited: inherited) == .visible {
                aliases[(path + [alias.name.plainName]).joined(separator: ".")] = Alias(target: alias.initializer.value, file: file, module: module, path: path)
            }
        }
    }

    private mutating func note(
        _ name: TokenSyntax, _ modifiers: DeclModifierListSyntax, _ generics: GenericParameterClauseSyntax?, _ block: MemberBlockSyntax,
        _ path: [String], _ inherited: Access, _ module: String, _ file: SourceModule.File
    ) {
        let access = Access(modifiers, inherited: inherited)
        let path = path + [name.plainName]
        let key = path.joined(separator: ".")
        if let other = types[key], other.module != module, other.access == .visible, access == .visible {
            refusals.append(file.refusal(.duplicate(key: key, other: other.module), at: name))
        }
        let parameter = generics?.parameters.first
        if types[key]?.access != .visible {
            types[key] = Entry(module: module, access: access, parameter: parameter?.name.plainName, bound: parameter?.inheritedType?.trimmedDescription)
        }
        learn(block.members.map(\.decl), path: path, inherited: .hidden, module: module, file: file)
    }

    private mutating func findFaces(_ module: SourceModule) {
        for file in module.files {
            for statement in file.tree.statements {
                guard let alias = statement.item.as(TypeAliasDeclSyntax.self), Access(alias.modifiers, inherited: .hidden) == .visible,
                    let generic = alias.initializer.value.as(IdentifierTypeSyntax.self), types[generic.name.plainName]?.parameter != nil,
                    let argument = generic.genericArgumentClause?.arguments.first?.argument.trimmedDescription
                else { continue }
                let name = alias.name.plainName, family = generic.name.plainName
                aliases[name] = nil
                faces[family, default: []].append(Face(name: name, argument: argument))
                families[name] = (family, argument)
            }
        }
    }

    /// `Reservoir.Readout`, generic arguments left out.
    static func path(of type: TypeSyntax) -> [String] {
        if let member = type.as(MemberTypeSyntax.self) { return path(of: member.baseType) + [member.name.plainName] }
        if let name = type.as(IdentifierTypeSyntax.self) { return [name.name.plainName] }
        return [type.trimmedDescription]
    }

    /// The protocols that bound a generic type. They reach cells through the faces only.
    var bounds: Set<String> { Set(types.values.compactMap(\.bound)) }

    /// The protocols that cells see, to conform to and to hold values by.
    var protocols: Set<String> { visibleProtocols.subtracting(bounds) }
}
