import SwiftSyntax

/// Which accessors a computed property or a subscript may have beside each other, and beside a value to begin with.
extension Checker {
    func checkAccessors(_ block: AccessorBlockSyntax, initial: InitializerClauseSyntax?, isSubscript: Bool) {
        guard origin.isCell, source >= 0 else { return }
        if let initial { report(initial.value, "variable with getter/setter cannot have an initial value") }
        guard case .accessors(let list) = block.accessors else { return }
        let what = isSubscript ? "subscript" : "variable"
        var first: [String: AccessorDeclSyntax] = [:]
        for accessor in list {
            let kind = accessor.accessorSpecifier.text
            if kind == "get" || kind == "set", first.updateValue(accessor, forKey: kind) != nil { report(accessor, "\(what) already has a \(kind)ter") }
        }
        guard let setter = first["set"] else { return }
        guard let getter = first["get"] else { return report(setter, "\(what) with a setter must also have a getter") }
        if getter.effectSpecifiers?.throwsClause != nil {
            report(setter, "'set' accessor is not allowed on property with 'get' accessor that is 'async' or 'throws'")
        }
    }
}
