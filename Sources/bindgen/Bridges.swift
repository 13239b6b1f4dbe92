import SwiftSyntax

/// Types of the standard library whose values cells can hold: those with a hand-written conformance.
struct Bridges {
    /// `Int`, `Array`, `Range`, …
    private(set) var bridged: Set<String> = []
    /// Those that a failed closure can give: `extension Int: Placeheld`.
    private(set) var placeheld: Set<String> = []

    private static let protocols: Set<String> = ["Bridged", "RawBridged", "ReferenceBridged", "BridgedInteger", "NativeValue"]

    /// - Parameter sources: the files of Runtime and of Bindings that a person wrote.
    init(sources: [String]) {
        let module = SourceModule(name: "", sources: sources.map { ("", $0) })
        for statement in module.files.flatMap(\.tree.statements) {
            guard let extended = statement.item.as(ExtensionDeclSyntax.self) else { continue }
            let protocols = Set(extended.inheritanceClause?.inheritedTypes.map(\.type.trimmedDescription) ?? [])
            let name = extended.extendedType.trimmedDescription
            if !protocols.isDisjoint(with: Self.protocols) { bridged.insert(name) }
            if protocols.contains("Placeheld") { placeheld.insert(name) }
        }
    }
}
