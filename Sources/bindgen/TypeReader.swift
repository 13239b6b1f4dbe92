import SwiftSyntax

/// Resolves the types that declarations mention, or says why a cell cannot hold one.
struct TypeReader {
    let catalog: Catalog

    func read(_ type: TypeSyntax, in scope: Scope) throws -> Spelling {
        switch type.as(TypeSyntaxEnum.self) {
        case .identifierType(let name):
            return try read(name: name.name.plainName, name.genericArgumentClause, at: type, in: scope)
        case .memberType(let member):
            return try read(member, in: scope)
        case .arrayType(let array):
            let element = try value(array.element, in: scope)
            return Spelling(text: "[\(element.text)]", code: "[\(element.code)]", shape: .array(element))
        case .dictionaryType(let dictionary):
            let key = try plain(dictionary.key, in: scope), value = try plain(dictionary.value, in: scope)
            return Spelling(text: "[\(key.text): \(value.text)]", code: "[\(key.code): \(value.code)]")
        case .optionalType(let optional):
            let wrapped = try value(optional.wrappedType, in: scope)
            return Spelling(text: wrapped.text + "?", code: wrapped.code + "?", shape: .optional(wrapped))
        case .tupleType(let tuple):
            return try read(tuple, in: scope)
        case .functionType(let function):
            return try read(function, in: scope)
        case .attributedType(let attributed):
            return try read(attributed, in: scope)
        case .someOrAnyType:
            throw scope.refusal(.opaque(type.trimmedDescription), at: type)
        default:
            throw scope.refusal(.unknownType(type.trimmedDescription), at: type)
        }
    }

    /// A type that stands inside another one, where a closure has no place.
    private func value(_ type: TypeSyntax, in scope: Scope) throws -> Spelling {
        let spelling = try read(type, in: scope)
        if spelling.isClosure { throw scope.refusal(.unknownType(type.trimmedDescription), at: type) }
        return spelling
    }

    /// A type that is bridged as it is: no tuple is in it.
    private func plain(_ type: TypeSyntax, in scope: Scope) throws -> Spelling {
        let spelling = try value(type, in: scope)
        if spelling.isCarried { throw scope.refusal(.unknownType(type.trimmedDescription), at: type) }
        return spelling
    }

    private func read(name: String, _ clause: GenericArgumentClauseSyntax?, at type: TypeSyntax, in scope: Scope) throws -> Spelling {
        let arguments = clause?.arguments.map(\.argument) ?? []
        if arguments.isEmpty {
            if name == scope.parameter, let argument = scope.argument { return Spelling(text: argument, code: argument) }
            if name == "Self", let owner = scope.owner { return nominal(path: scope.path, text: owner, scope) }
            if name == "Void" { return .void }
        }
        for depth in stride(from: scope.path.count, through: 0, by: -1) {
            let path = scope.path.prefix(depth) + [name], key = path.joined(separator: ".")
            if let alias = catalog.aliases[key] { return try read(alias, text: name, scope) }
            if let (_, argument) = catalog.families[key] { return nominal(path: Array(path), text: name, scope, argument: argument) }
            guard let entry = catalog.types[key] else { continue }
            guard entry.access == .visible else { throw scope.refusal(.notPublic(name), at: type) }
            guard entry.parameter != nil else { return nominal(path: Array(path), text: name, scope) }
            return try face(of: name, arguments: arguments, type, scope)
        }
        guard catalog.bridges.bridged.contains(name) else { throw scope.refusal(.unknownType(type.trimmedDescription), at: type) }
        guard !arguments.isEmpty else { return Spelling(text: name, code: name) }
        let inner = try arguments.map { argument in
            guard case .type(let type) = argument else { throw scope.refusal(.unknownType(argument.trimmedDescription), at: argument) }
            return try plain(type, in: scope)
        }
        return Spelling(
            text: name + "<" + inner.map(\.text).joined(separator: ", ") + ">", code: name + "<" + inner.map(\.code).joined(separator: ", ") + ">")
    }

    /// `VectorOf<Scalar>` as the face that a cell knows, `Vector`.
    private func face(of family: String, arguments: [GenericArgumentSyntax.Argument], _ type: TypeSyntax, _ scope: Scope) throws -> Spelling {
        var argument = arguments.first?.trimmedDescription ?? scope.argument
        if argument == scope.parameter { argument = scope.argument }
        guard let face = catalog.faces[family]?.first(where: { $0.argument == argument }) else {
            throw scope.refusal(.unknownType(type.trimmedDescription), at: type)
        }
        return Spelling(text: face.name, code: catalog.types[family].map { $0.module + "." + face.name } ?? face.name)
    }

    /// An alias keeps its name in the text; a thunk says what it stands for.
    private func read(_ alias: Catalog.Alias, text: String, _ scope: Scope) throws -> Spelling {
        var inner = Scope(file: alias.file, module: alias.module, path: alias.path)
        // An alias inside of a generic type is seen from the same face.
        if alias.path.first == scope.path.first { (inner.owner, inner.parameter, inner.argument) = (scope.owner, scope.parameter, scope.argument) }
        var target = try read(alias.target, in: inner)
        target.text = text
        return target
    }

    private func nominal(path: [String], text: String, _ scope: Scope, argument: String? = nil) -> Spelling {
        let root = catalog.families[path[0]]?.family ?? path[0]
        return Spelling(text: text, code: (catalog.types[root]?.module ?? scope.module) + "." + outer(path, scope))
    }

    /// A path of the catalog in the words of cells: `VectorOf.Slice` seen from `FloatVector` is `FloatVector.Slice`.
    private func outer(_ path: [String], _ scope: Scope) -> String {
        guard let first = path.first, let argument = scope.argument, let face = catalog.faces[first]?.first(where: { $0.argument == argument }) else {
            return path.joined(separator: ".")
        }
        return ([face.name] + path.dropFirst()).joined(separator: ".")
    }

    private func read(_ type: MemberTypeSyntax, in scope: Scope) throws -> Spelling {
        let qualifier = type.baseType.trimmedDescription
        if qualifier == "Swift" || catalog.modules.contains(qualifier) && catalog.types[qualifier] == nil {
            return try read(name: type.name.plainName, type.genericArgumentClause, at: TypeSyntax(type), in: scope)
        }
        let base = try read(type.baseType, in: scope)
        let name = type.name.plainName
        let path = Catalog.path(of: TypeSyntax(type))
        for depth in stride(from: scope.path.count, through: 0, by: -1) {
            let key = (scope.path.prefix(depth) + path).joined(separator: ".")
            if let entry = catalog.types[key] {
                guard entry.access == .visible else { throw scope.refusal(.notPublic(type.trimmedDescription), at: type) }
                return Spelling(text: base.text + "." + name, code: base.code + "." + name)
            }
            if let alias = catalog.aliases[key] { return try read(alias, text: base.text + "." + name, scope) }
        }
        throw scope.refusal(.unknownType(type.trimmedDescription), at: type)
    }

    private func read(_ type: TupleTypeSyntax, in scope: Scope) throws -> Spelling {
        guard !type.elements.isEmpty else { return .void }
        if type.elements.count == 1, let only = type.elements.first, only.firstName == nil {
            let inner = try read(only.type, in: scope)
            return inner
        }
        let elements = try type.elements.map { element -> (String, Spelling) in
            (element.firstName.map { $0.text + ": " } ?? "", try plain(element.type, in: scope))
        }
        guard elements.count <= 4 else { throw scope.refusal(.unknownType(type.trimmedDescription), at: type) }
        return Spelling(
            text: "(" + elements.map { $0.0 + $0.1.text }.joined(separator: ", ") + ")",
            code: "(" + elements.map { $0.0 + $0.1.code }.joined(separator: ", ") + ")", shape: .tuple(elements.map(\.1)))
    }

    private func read(_ type: FunctionTypeSyntax, in scope: Scope) throws -> Spelling {
        if type.effectSpecifiers?.asyncSpecifier != nil { throw scope.refusal(.form("an async function"), at: type) }
        if type.effectSpecifiers?.throwsClause?.type != nil { throw scope.refusal(.form("a function with typed throws"), at: type) }
        let isThrowing = type.effectSpecifiers?.throwsClause != nil
        let parameters = try type.parameters.map { try plain($0.type, in: scope) }
        let result = try plain(type.returnClause.type, in: scope)
        if !isThrowing, !result.isVoid, !hasPlaceholder(result) {
            throw scope.refusal(.form("a closure that returns '\(result.text)' and does not throw"), at: type)
        }
        func spell(_ part: (Spelling) -> String) -> String {
            "(" + parameters.map(part).joined(separator: ", ") + ")" + (isThrowing ? " throws" : "") + " -> " + part(result)
        }
        return Spelling(text: spell(\.text), code: spell(\.code), shape: .closure(parameters: parameters, result: result, isThrowing: isThrowing))
    }

    /// What a closure without `throws` gives after it failed in the cell.
    private func hasPlaceholder(_ type: Spelling) -> Bool {
        if case .array = type.shape { return true }
        if case .optional = type.shape { return true }
        return catalog.bridges.placeheld.contains(type.code)
    }

    private func read(_ type: AttributedTypeSyntax, in scope: Scope) throws -> Spelling {
        var isInout = false
        for specifier in type.specifiers {
            switch specifier.trimmedDescription {
            case "inout": isInout = true
            // Say how a value is passed, which a cell need not know.
            case "borrowing", "consuming", "__owned", "__shared", "sending": break
            default: throw scope.refusal(.form("a '\(specifier.trimmedDescription)' parameter"), at: type)
            }
        }
        var spelling = try read(type.baseType, in: scope)
        spelling.isInout = isInout
        if isInout { spelling.text = "inout " + spelling.text }
        for attribute in type.attributes {
            switch attribute.trimmedDescription {
            case "@escaping":
                spelling.text = "@escaping " + spelling.text
                spelling.code = "@escaping " + spelling.code
            case "@Sendable":
                // A cell runs on one thread, and only there can it be called back.
                throw scope.refusal(.form("a function that may call its closure on any thread"), at: attribute)
            default: throw scope.refusal(.form("an '\(attribute.trimmedDescription)' parameter"), at: type)
            }
        }
        return spelling
    }
}
