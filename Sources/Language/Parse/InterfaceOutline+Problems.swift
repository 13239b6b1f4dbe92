import SwiftParser
import SwiftSyntax

extension InterfaceOutline {
    /// Where the outline and the parser do not see the same declarations, for tests: the outline's rules are simpler than Swift's.
    func problems(named piece: String) -> [String] {
        let whole = Set(Self.declarations(in: text))
        var outlined = Self.declarations(in: skeleton)
        for waiting in members.values.joined() + free {
            let own = Self.declarations(in: Array(text[waiting.range]))
            if own.count != 1 || !own[0].hasPrefix(waiting.name + ":") { outlined.append("\(waiting.name) is outlined as \(own)") }
            outlined += own
        }
        return whole.symmetricDifference(outlined).sorted().map { "\(piece): \($0)" }
    }

    /// Each declaration that is not local to a body, its text without its members.
    private static func declarations(in text: [UInt8]) -> [String] {
        let finder = DeclarationFinder(viewMode: .sourceAccurate)
        finder.walk(text.withUnsafeBufferPointer { Parser.parse(source: $0) })
        return finder.found
    }
}

private final class DeclarationFinder: SyntaxVisitor {
    var found: [String] = []

    private func note(_ name: String, _ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
        found.append(name + ": " + node.trimmedDescription)
        return .skipChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name.text, node) }
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { note("init", node) }
    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind { note("subscript", node) }
    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind { note(node.bindings.first?.pattern.trimmedDescription ?? "", node) }
    override func visit(_ node: EnumCaseDeclSyntax) -> SyntaxVisitorContinueKind { note("case", node) }
    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind { note("typealias", node) }
    override func visit(_ node: AssociatedTypeDeclSyntax) -> SyntaxVisitorContinueKind { note("associatedtype", node) }
}
