import SwiftSyntax

/// What `Collection<Double>` says of the type that it bounds, and what `[String]` says of the type that it extends.
extension Checker {
    /// The protocols that a bound names, as a type, and what it gives as their associated types.
    func resolveBound(_ syntax: TypeSyntax, on subject: Type, in scope: Scope) -> (Type, [GenericSignature.Requirement]) {
        if let composition = syntax.as(CompositionTypeSyntax.self) {
            let parts = composition.elements.map { resolveBound($0.type, on: subject, in: scope) }
            return (.existential(parts.compactMap(\.0.protocolNominal)), parts.flatMap(\.1))
        }
        guard let name = syntax.as(IdentifierTypeSyntax.self), let clause = name.genericArgumentClause, case .type(let proto)? = lookUp(name.name.text, from: scope)?.0,
            proto.kind == .proto
        else { return (resolve(syntax, in: scope), []) }
        return (.existential([proto]), requirements(clause, of: proto, on: subject, at: syntax, in: scope))
    }

    /// `extension [String]`, `extension Dictionary<String, Int>`, `extension Sequence<Int>`
    func requirements(ofExtended syntax: TypeSyntax, _ nominal: Nominal, in scope: Scope) -> [GenericSignature.Requirement] {
        let clause = syntax.as(IdentifierTypeSyntax.self)?.genericArgumentClause
        if nominal.kind == .proto { return clause.map { requirements($0, of: nominal, on: .parameter(nominal.generics.parameters[0]), at: syntax, in: scope) } ?? [] }
        let isShort = syntax.is(ArrayTypeSyntax.self) || syntax.is(DictionaryTypeSyntax.self) || syntax.is(OptionalTypeSyntax.self)
        guard clause != nil || isShort else { return [] }
        return zip(nominal.generics.parameters, resolve(syntax, in: scope).arguments).map { .sameType(.parameter($0), $1) }
    }

    private func requirements(
        _ clause: GenericArgumentClauseSyntax, of proto: Nominal, on subject: Type, at node: TypeSyntax, in scope: Scope
    ) -> [GenericSignature.Requirement] {
        let given = clause.arguments.compactMap { if case .type(let type) = $0.argument { resolve(type, in: scope) } else { nil } }
        if proto.primary.isEmpty {
            report(node, "protocol '\(proto.name)' does not have primary associated types that can be constrained")
        } else if given.count != proto.primary.count {
            let amount = given.count > proto.primary.count ? "many" : "few"
            report(node, "protocol type '\(proto.name)' specialized with too \(amount) type arguments (got \(given.count), but expected \(proto.primary.count))")
        }
        return zip(proto.primary, given).map { .sameType(.member(subject, $0), $1) }
    }
}
