import SwiftSyntax

/// Completes and explains names, from what the libraries and the session's cells declare.
///
/// It knows declarations by their text and the types of the session's variables by name, and asks neither checker nor machine, so it answers beside a running cell.
package struct Assistant: Sendable {
    package struct Suggestion: Equatable, Sendable {
        package var text: String
        package var kind: Catalog.Entry.Kind
        package var signature: String
    }

    private let libraries: [Catalog]
    private var cells = Catalog()
    /// The session's variables, by name: their types as the checker found them.
    private var variables: [String: Catalog.Entry] = [:]

    private static let keywords = [
        "let", "var", "func", "if", "else", "guard", "for", "in", "while", "repeat", "switch", "case", "default", "return", "break", "continue", "struct", "enum", "extension",
        "protocol", "try", "throw", "throws", "do", "catch", "true", "false", "nil", "where", "defer", "import", "static", "mutating", "init", "self",
    ]

    package init(libraries: [Catalog]) { self.libraries = libraries }

    /// A cell that was accepted, and the variables that it declared.
    package mutating func add(cell text: String, variables declared: [(name: String, type: String, isMutable: Bool)]) {
        cells.add(text)
        for variable in declared {
            variables[variable.name] = Catalog.Entry(
                name: variable.name, kind: .variable, signature: "\(variable.isMutable ? "var" : "let") \(variable.name): \(variable.type)", documentation: "",
                type: variable.type, isStatic: false)
        }
    }

    // MARK: Completion

    /// What may stand at the cursor, and the scalars that it replaces.
    package func complete(_ code: String, cursor: Int) -> (suggestions: [Suggestion], range: Range<Int>) {
        let finder = NameFinder(code)
        let range = finder.prefix(before: finder.clamped(cursor))
        let prefix = finder.string(range)
        let local = Catalog(parsing: [code])
        let candidates: [Catalog.Entry]
        if let base = finder.base(before: range.lowerBound) {
            candidates = base.isEmpty ? implicitMembers : members(of: base, local, depth: 0)
        } else {
            let keywords = Self.keywords.map { Catalog.Entry(name: $0, kind: .keyword, signature: $0, documentation: "", type: nil, isStatic: false) }
            candidates = local.names + locals(in: code) + Array(variables.values) + cells.names + libraries.flatMap(\.names) + (prefix.isEmpty ? [] : keywords)
        }
        var seen: Set<String> = []
        let fitting = candidates.filter { entry in
            entry.name.hasPrefix(prefix) && entry.kind != .initializer && (!entry.name.hasPrefix("_") || prefix.hasPrefix("_")) && Self.isName(entry.name)
                && seen.insert(entry.name).inserted
        }
        return (fitting.map { Suggestion(text: $0.name, kind: $0.kind, signature: $0.signature) }.sorted { $0.text < $1.text }, range)
    }

    /// Operators are functions too, but nobody completes them.
    private static func isName(_ text: String) -> Bool { text.unicodeScalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false }

    /// What a dot without a base may mean: a case or a value of one of the libraries' own types.
    private var implicitMembers: [Catalog.Entry] {
        ([cells] + libraries.dropFirst()).flatMap { catalog in
            catalog.types.sorted { $0.key < $1.key }.flatMap { name, type in
                type.members.filter { $0.isStatic && $0.type.map(Catalog.baseName) == name }
            }
        }
    }

    // MARK: Inspection

    /// The declarations and doc comments of what stands at the cursor, or of the call that it stands in; nil for what is not known.
    package func explain(_ code: String, cursor: Int) -> (signatures: [String], documentation: String)? {
        let finder = NameFinder(code)
        let cursor = finder.clamped(cursor)
        let local = Catalog(parsing: [code])
        for range in [finder.name(around: cursor), finder.callAround(cursor)].compactMap({ $0 }) where !range.isEmpty {
            let found = entries(named: finder.string(range), base: finder.base(before: range.lowerBound), local, code)
            guard !found.isEmpty else { continue }
            var signatures: [String] = []
            for entry in found where !signatures.contains(entry.signature) { signatures.append(entry.signature) }
            let texts = found.map(\.documentation).filter { !$0.isEmpty }
            return (signatures, texts.first ?? "")
        }
        return nil
    }

    private func entries(named name: String, base: [NameFinder.Link]?, _ local: Catalog, _ code: String) -> [Catalog.Entry] {
        if let base {
            let all = base.isEmpty ? implicitMembers : members(of: base, local, depth: 0)
            return all.filter { $0.name == name }
        }
        for names in [local.names, locals(in: code), Array(variables.values), cells.names] + libraries.map(\.names) {
            var found = names.filter { $0.name == name }
            if found.isEmpty { continue }
            if let type = found.first, type.kind == .type { found += members(ofType: name, static: true, local).filter { $0.kind == .initializer } }
            // A variable is explained by its type.
            if found.count == 1, found[0].documentation.isEmpty, let type = found[0].type, found[0].kind == .variable {
                found[0].documentation = typeEntry(Catalog.baseName(type), local)?.entry?.documentation ?? ""
            }
            return found
        }
        return []
    }

    // MARK: Types

    private func members(of chain: [NameFinder.Link], _ local: Catalog, depth: Int) -> [Catalog.Entry] {
        guard let last = chain.last else { return [] }
        if chain.count == 1, !last.isCalled, last.subscripts == 0, typeEntry(last.name, local) != nil, variables[last.name] == nil {
            return members(ofType: last.name, static: true, local)
        }
        guard let type = type(of: chain, local, depth: depth) else { return [] }
        return members(ofType: Catalog.baseName(type), static: false, local)
    }

    /// The type of a chain's value, as written somewhere; nil if it cannot be told from the text.
    private func type(of chain: [NameFinder.Link], _ local: Catalog, depth: Int) -> String? {
        guard let last = chain.last, depth < 16 else { return nil }
        var type: String?
        if chain.count > 1 {
            let base = Array(chain.dropLast())
            type = members(of: base, local, depth: depth + 1).first { $0.name == last.name }?.type
            // `filter` of an array gives an array.
            if type == "Self" { type = self.type(of: base, local, depth: depth + 1) }
        } else {
            type =
                switch last.name {
                case "\"\"": "String"
                case "[]": "Array"
                case "0": "Int"
                case "0.0": "Double"
                default: typeOfName(last.name, isCalled: last.isCalled, local)
                }
        }
        for _ in 0 ..< last.subscripts { type = type.flatMap { Catalog.elementType($0) ?? subscriptType(of: $0) } }
        return type
    }

    private func subscriptType(of type: String) -> String? {
        // A slice or an element of the library's types is what its documentation shows; a number is the commonest.
        ["Vector", "FloatVector"].contains(Catalog.baseName(type)) ? "Double" : nil
    }

    private func typeOfName(_ name: String, isCalled: Bool, _ local: Catalog) -> String? {
        if isCalled, typeEntry(name, local) != nil { return name }
        if let entry = local.names.first(where: { $0.name == name }), let type = entry.type { return type }
        if let variable = variables[name] { return variable.type }
        for names in [cells.names] + libraries.map(\.names) {
            if let entry = names.first(where: { $0.name == name }) { return entry.type }
        }
        return nil
    }

    private func typeEntry(_ name: String, _ local: Catalog) -> Catalog.TypeEntry? {
        for catalog in [local, cells] + libraries {
            if let entry = catalog.types[name], entry.entry != nil { return entry }
        }
        return nil
    }

    /// Members of a type and of the protocols it conforms to, the own ones first.
    private func members(ofType name: String, static isStatic: Bool, _ local: Catalog) -> [Catalog.Entry] {
        var (found, seen, waiting): ([Catalog.Entry], Set<String>, [String]) = ([], [], [name])
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            for catalog in [local, cells] + libraries {
                guard let type = catalog.types[next] else { continue }
                found += type.members.filter { $0.isStatic == isStatic }
                waiting += type.supertypes
            }
        }
        return found
    }

    /// What the text itself declares inside its functions and closures, and at its top level without a type.
    private func locals(in code: String) -> [Catalog.Entry] {
        let collector = LocalNames(viewMode: .sourceAccurate)
        collector.walk(Nesting.parse(code))
        return collector.names
    }
}

private final class LocalNames: SyntaxVisitor {
    var names: [Catalog.Entry] = []

    private func add(_ name: String, _ signature: String, _ type: String? = nil) {
        names.append(Catalog.Entry(name: name, kind: .variable, signature: signature, documentation: "", type: type, isStatic: false))
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        add(node.identifier.text, node.identifier.text)
        return .visitChildren
    }

    override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
        let name = (node.secondName ?? node.firstName).text
        add(name, "let \(name): \(node.type.trimmedDescription)", node.type.trimmedDescription)
        return .visitChildren
    }

    override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
        add(node.name.text, node.name.text)
        return .visitChildren
    }
}
