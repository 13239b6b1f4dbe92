import SwiftSyntax

/// The names that a text of Swift declares, with their declarations and doc comments, for completion and inspection.
///
/// Read from the syntax alone: an interface text and a cell are read in the same way, on any thread, without the checker.
package struct Catalog: Sendable {
    package struct Entry: Equatable, Sendable {
        package enum Kind: String, Sendable { case function, method, initializer, property, variable, type, enumCase, keyword }

        package var name: String
        package var kind: Kind
        /// The declaration without its body.
        package var signature: String
        package var documentation: String
        /// The type of what it gives, as written.
        package var type: String?
        package var isStatic: Bool
    }

    /// A type: what it is declared as, what it conforms to, and its members, those of its extensions included.
    package struct TypeEntry: Equatable, Sendable {
        package var entry: Entry?
        package var supertypes: [String] = []
        package var members: [Entry] = []
    }

    package private(set) var names: [Entry] = []
    package private(set) var types: [String: TypeEntry] = [:]

    package init() {}

    package init(parsing texts: some Sequence<String>) { for text in texts { add(text) } }

    package mutating func add(_ text: String) {
        for item in Nesting.parse(text).statements {
            if case .decl(let declaration) = item.item { add(declaration) }
        }
    }

    private mutating func add(_ declaration: DeclSyntax) {
        if let function = declaration.as(FunctionDeclSyntax.self) {
            names.append(Self.entry(function, .function))
        } else if let variable = declaration.as(VariableDeclSyntax.self) {
            names += Self.entries(variable, .variable)
        } else {
            addType(declaration)
        }
    }

    private mutating func addType(_ declaration: DeclSyntax) {
        if let type = declaration.as(StructDeclSyntax.self) {
            add(type.name.text, header(type, type.memberBlock), type.inheritanceClause, type.memberBlock, type)
        } else if let type = declaration.as(EnumDeclSyntax.self) {
            add(type.name.text, header(type, type.memberBlock), type.inheritanceClause, type.memberBlock, type)
        } else if let type = declaration.as(ProtocolDeclSyntax.self) {
            add(type.name.text, header(type, type.memberBlock), type.inheritanceClause, type.memberBlock, type)
        } else if let type = declaration.as(ExtensionDeclSyntax.self) {
            addMembers(of: Self.baseName(type.extendedType.trimmedDescription), type.inheritanceClause, type.memberBlock)
        }
    }

    private func header(_ type: some DeclSyntaxProtocol, _ block: MemberBlockSyntax) -> String {
        let whole = type.trimmedDescription
        return String(whole.prefix(max(0, whole.count - block.trimmedDescription.count))).trimmed
    }

    private mutating func add(_ name: String, _ signature: String, _ inheritance: InheritanceClauseSyntax?, _ block: MemberBlockSyntax, _ syntax: some SyntaxProtocol) {
        let entry = Entry(name: name, kind: .type, signature: signature, documentation: Self.documentation(of: syntax), type: name, isStatic: true)
        names.append(entry)
        types[name, default: TypeEntry()].entry = entry
        addMembers(of: name, inheritance, block)
    }

    private mutating func addMembers(of name: String, _ inheritance: InheritanceClauseSyntax?, _ block: MemberBlockSyntax) {
        types[name, default: TypeEntry()].supertypes += inheritance?.inheritedTypes.map { Self.baseName($0.type.trimmedDescription) } ?? []
        var members: [Entry] = []
        for item in block.members {
            if let function = item.decl.as(FunctionDeclSyntax.self) {
                members.append(Self.entry(function, .method))
            } else if let variable = item.decl.as(VariableDeclSyntax.self) {
                members += Self.entries(variable, .property)
            } else if let initializer = item.decl.as(InitializerDeclSyntax.self) {
                let signature = initializer.with(\.body, nil).trimmedDescription
                members.append(Entry(name: "init", kind: .initializer, signature: signature, documentation: Self.documentation(of: initializer), type: name, isStatic: true))
            } else if let cases = item.decl.as(EnumCaseDeclSyntax.self) {
                for element in cases.elements {
                    let signature = "case " + element.with(\.trailingComma, nil).trimmedDescription
                    members.append(Entry(name: element.name.text, kind: .enumCase, signature: signature, documentation: Self.documentation(of: cases), type: name, isStatic: true))
                }
            } else {
                addType(item.decl)
            }
        }
        types[name, default: TypeEntry()].members += members
    }

    // MARK: Entries

    private static func entry(_ function: FunctionDeclSyntax, _ kind: Entry.Kind) -> Entry {
        Entry(
            name: function.name.text, kind: kind, signature: function.with(\.body, nil).trimmedDescription, documentation: documentation(of: function),
            type: function.signature.returnClause?.type.trimmedDescription, isStatic: function.modifiers.contains { $0.name.text == "static" })
    }

    private static func entries(_ variable: VariableDeclSyntax, _ kind: Entry.Kind) -> [Entry] {
        variable.bindings.compactMap { binding in
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else { return nil }
            let type = binding.typeAnnotation?.type.trimmedDescription ?? binding.initializer.flatMap { typeShown(by: $0.value) }
            let word = variable.bindingSpecifier.text
            return Entry(
                name: name, kind: kind, signature: "\(word) \(name)" + (type.map { ": \($0)" } ?? ""), documentation: documentation(of: variable), type: type,
                isStatic: variable.modifiers.contains { $0.name.text == "static" })
        }
    }

    /// The type of an initial value that shows it: a literal, or a call of a type's name.
    private static func typeShown(by value: ExprSyntax) -> String? {
        if let tried = value.as(TryExprSyntax.self) { return typeShown(by: tried.expression) }
        if value.is(StringLiteralExprSyntax.self) { return "String" }
        if value.is(IntegerLiteralExprSyntax.self) { return "Int" }
        if value.is(FloatLiteralExprSyntax.self) { return "Double" }
        if value.is(BooleanLiteralExprSyntax.self) { return "Bool" }
        guard let called = value.as(FunctionCallExprSyntax.self)?.calledExpression.as(DeclReferenceExprSyntax.self) else { return nil }
        return called.baseName.text.first?.isUppercase == true ? called.baseName.text : nil
    }

    private static func documentation(of node: some SyntaxProtocol) -> String {
        let lines = node.leadingTrivia.pieces.compactMap { piece -> Substring? in
            guard case .docLineComment(let text) = piece else { return nil }
            let body = text.dropFirst(3)
            return body.first == " " ? body.dropFirst() : body
        }
        return lines.joined(separator: "\n")
    }

    /// The name under which a type's members are found: `[Double]?` is an Optional of an Array, but what is wanted after a `?.` is the Array.
    package static func baseName(_ type: String) -> String {
        var text = type.trimmed[...]
        for prefix in ["any ", "some ", "inout "] where text.hasPrefix(prefix) { text = text.dropFirst(prefix.count) }
        while let last = text.last, last == "?" || last == "!" { text = text.dropLast() }
        if text.hasPrefix("[") { return elements(text) == nil ? "Array" : "Dictionary" }
        if text.hasPrefix("(") { return "" }
        if let generic = text.firstIndex(of: "<") { text = text[..<generic] }
        return String(text.split(separator: ".").last ?? "")
    }

    /// What an element of a collection type, as written, is.
    package static func elementType(_ type: String) -> String? {
        let text = type.trimmed[...]
        guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
        return elements(text).map { "(key: \($0.key), value: \($0.value))" } ?? String(text.dropFirst().dropLast())
    }

    private static func elements(_ text: Substring) -> (key: String, value: String)? {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "[", "(", "<": depth += 1
            case "]", ")", ">": depth -= 1
            case ":" where depth == 1:
                return (String(text[text.index(after: text.startIndex) ..< index]).trimmed, String(text[text.index(after: index)...].dropLast()).trimmed)
            default: break
            }
        }
        return nil
    }
}

extension StringProtocol {
    /// Without white space around it.
    var trimmed: String {
        let tail = drop { $0.isWhitespace }
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...last])
    }
}
