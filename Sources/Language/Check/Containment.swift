import SwiftSyntax

/// Values that would contain themselves: a struct among its own fields, an enum in a payload that is not `indirect`.
extension Checker {
    func checkContainment(of type: TypeDeclaration) {
        let nominal = type.nominal
        guard source >= 0, nominal.kind != .proto else { return }
        if nominal.kind == .structure {
            for member in type.members {
                guard let syntax = member.decl.as(VariableDeclSyntax.self) else { continue }
                for binding in syntax.bindings {
                    guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier,
                        let property = nominal.stored.first(where: { $0.name == name.text })
                    else { continue }
                    var seen: Set<Nominal> = []
                    if holds(property.type, nominal, &seen) { report(name, "value type '\(nominal.name)' cannot have a stored property that recursively contains it") }
                }
            }
            return
        }
        var seen: Set<Nominal> = []
        if parts(of: nominal, []).contains(where: { holds($0, nominal, &seen) }) {
            report(at: Int(nominal.place.offset), "recursive enum '\(nominal.name)' is not marked 'indirect'")
        }
    }

    /// Whether a value of the type has one of the nominal inside it, without anything in between that is kept elsewhere.
    private func holds(_ type: Type, _ wanted: Nominal, _ seen: inout Set<Nominal>) -> Bool {
        switch type {
        case .tuple(let elements): return elements.contains { holds($0.type, wanted, &seen) }
        case .nominal(let nominal, let arguments):
            if nominal == wanted { return true }
            if let payload = type.optionalPayload { return holds(payload, wanted, &seen) }
            guard !nominal.isOpaque, seen.insert(nominal).inserted else { return false }
            return parts(of: nominal, arguments).contains { holds($0, wanted, &seen) }
        default: return false
        }
    }

    private func parts(of nominal: Nominal, _ arguments: [Type]) -> [Type] {
        let substitution = Specialization(nominal.generics.parameters, arguments)
        if nominal.kind == .structure { return nominal.stored.map { substitution($0.type) } }
        return nominal.cases.filter { !$0.isIndirect }.flatMap { $0.payload.map { substitution($0.type) } }
    }
}
