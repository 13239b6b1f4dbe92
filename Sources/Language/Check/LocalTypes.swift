import SwiftSyntax

/// A type that is declared inside a function has nothing of the function: neither its variables nor its generic parameters.
extension Checker {
    func checkLocalType(_ name: TokenSyntax, in scope: Scope) {
        guard source >= 0, scope.function != nil || !scope.isTopLevel else { return }
        hasLocalTypes = true
        let isGeneric = scope.layers.contains { $0.signature?.parameters.isEmpty == false }
        guard isGeneric, let function = scope.layers.lazy.compactMap(\.function).first(where: { $0.kind != .closure }) else { return }
        report(name, "type '\(name.text)' cannot be nested in generic function '\(function.name)'")
    }
}

extension Generator {
    /// Reports what belongs to a function and is used inside a type that the function declares; true when it was.
    func rejectClosingOver(_ name: String, foundIn layer: Scope, at node: some SyntaxProtocol) -> Bool {
        guard checker.hasLocalTypes else { return false }
        for inner in scope.layers {
            if inner === layer { return false }
            guard let nominal = inner.enclosingType else { continue }
            let kind = nominal.kind == .enumeration ? "enum" : nominal.kind == .proto ? "protocol" : "struct"
            checker.report(node, "\(kind) declaration cannot close over value '\(name)' defined in outer scope")
            return true
        }
        return false
    }
}
