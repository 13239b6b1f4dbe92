import SwiftSyntax

/// Functions inside a block that use variables declared further down in it.
///
/// Swift allows that as long as none is called before its variables are there: such a function is looked at, and takes its captures, behind the last of them. A call that comes earlier has
/// the body looked at there and then, where the name is not yet known.
struct ForwardFunctions {
    /// The names that each function of the block mentions, itself or through another one.
    private var mentioned: [String: Set<String>] = [:]
    private var waiting: [(item: CodeBlockItemSyntax, names: Set<String>)] = []

    /// nil for a block to which none of this applies.
    init?(_ items: CodeBlockItemListSyntax, in scope: Scope) {
        guard !scope.upcoming.isEmpty else { return nil }
        for item in items {
            guard let function = Self.function(item) else { continue }
            for token in function.tokens(viewMode: .sourceAccurate) { if case .identifier(let name) = token.tokenKind { mentioned[function.name.text, default: []].insert(name) } }
        }
        if mentioned.isEmpty { return nil }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (name, names) in mentioned {
                let all = names.reduce(into: names) { $0.formUnion(mentioned[$1] ?? []) }
                if all.count > names.count { (mentioned[name], isGrowing) = (all, true) }
            }
        }
    }

    private static func function(_ item: CodeBlockItemSyntax) -> FunctionDeclSyntax? {
        if case .decl(let declaration) = item.item { declaration.as(FunctionDeclSyntax.self) } else { nil }
    }

    /// Keeps an item for later, if it has to wait.
    mutating func postpone(_ item: CodeBlockItemSyntax, in scope: Scope) -> Bool {
        guard !scope.upcoming.isEmpty, let function = Self.function(item), let names = mentioned[function.name.text] else { return false }
        // A variable of that name further out is the one that is meant.
        let missing = names.intersection(scope.upcoming).filter { name in !scope.layers.contains { $0.lookUp(name) != nil } }
        if !missing.isEmpty { waiting.append((item, missing)) }
        return !missing.isEmpty
    }

    /// Those that need wait no longer.
    mutating func ready(in scope: Scope) -> [CodeBlockItemSyntax] {
        guard !waiting.isEmpty else { return [] }
        defer { waiting.removeAll { $0.names.isDisjoint(with: scope.upcoming) } }
        return waiting.filter { $0.names.isDisjoint(with: scope.upcoming) }.map(\.item)
    }

    var remaining: [CodeBlockItemSyntax] { waiting.map(\.item) }
}
