import SwiftSyntax

/// Two declarations of one name and one shape in the same cell. In a later cell the second one stands in place of the first.
extension Checker {
    /// Reports a member that its type, or an extension in the same cell, has already.
    func checkRedeclaration(_ member: Member, named name: String, of nominal: Nominal, at token: some SyntaxProtocol) {
        guard source >= 0 else { return }
        let others = nominal.members(named: name)
        guard let other = others.first(where: { isFromThisCell($0, of: nominal) && clash(member, $0) }) else { return }
        let shown = member.shownName ?? name
        report(token, "invalid redeclaration of '\(shown)'", notes: other.place.map { [Note("'\(shown)' previously declared here", at: $0)] } ?? [])
    }

    func reportRedeclaration(of function: Function, after other: Function? = nil) {
        let notes = other.map { [Note("'\($0.fullName)' previously declared here", at: $0.place)] } ?? []
        report(at: Int(function.place.offset), "invalid redeclaration of '\(function.shownName)'", notes: notes)
    }

    /// Reports a free or local function that stands in the same scope twice.
    func checkRedeclaration(of function: Function, among others: [Function]) {
        guard source >= 0, let other = others.first(where: { $0 !== function && $0.origin == function.origin && haveSameShape($0, function) }) else { return }
        reportRedeclaration(of: function, after: other)
    }

    /// Reports a type and something else of one name: the later of the two is the one too many.
    func checkRedeclaration(of name: String, at place: Place, as type: Nominal) {
        guard source >= 0, origin == .cell(cell), type.origin == origin, place.source == type.place.source else { return }
        let (later, shown) = place.offset > type.place.offset ? (place, name) : (type.place, type.name)
        report(at: Int(later.offset), "invalid redeclaration of '\(shown)'")
    }

    /// Reports a parameter that bears the name of one before it.
    func checkParameterNames(_ parameters: FunctionParameterListSyntax) {
        guard source >= 0 else { return }
        var seen: Set<String> = []
        for parameter in parameters {
            let token = parameter.secondName ?? parameter.firstName
            if token.text != "_", !seen.insert(token.text).inserted { report(token, "invalid redeclaration of '\(token.text)'") }
        }
    }

    private func isFromThisCell(_ member: Member, of nominal: Nominal) -> Bool {
        switch member {
        case .function(let function): function.place.source == source && !function.isMemberwise
        case .computed(let property): property.getter.place.source == source
        case .staticStored(let variable): variable.place.source == source
        case .stored, .enumCase: nominal.place.source == source
        case .type(let nested): nested.place.source == source
        case .alias: false
        }
    }

    private func clash(_ new: Member, _ old: Member) -> Bool {
        switch (new, old) {
        case (.function(let a), .function(let b)): haveSameShape(a, b)
        case (.computed(let a), .computed(let b)) where a.name == "subscript": a.isStatic == b.isStatic && haveSameShape(a.getter, b.getter)
        case (.computed(let a), .computed(let b)) where a.getter.isRequirement != b.getter.isRequirement: false
        // Extensions under different conditions may have a property of one name each.
        case (.computed(let a), .computed(let b)) where a.getter.generics.requirements != b.getter.generics.requirements: false
        case (.enumCase(let a), .enumCase(let b)): a.payload.isEmpty || b.payload.isEmpty || a.payload.map(\.label) == b.payload.map(\.label)
        case (.enumCase(let a), .function(let b)), (.function(let b), .enumCase(let a)):
            b.kind == .staticMethod && a.payload.map(\.label) == b.labels && a.payload.map(\.type) == b.parameters.map(\.type)
        case (.function(let function), let value), (let value, .function(let function)):
            function.parameters.isEmpty && function.kind != .initializer && value.isStatic == (function.kind == .staticMethod)
        case (.type, .type): true
        default: new.isStatic == old.isStatic && new.isRequirement == old.isRequirement
        }
    }

    private func haveSameShape(_ a: Function, _ b: Function) -> Bool {
        // A protocol's extension may give the body of what the protocol asks for.
        guard a.kind == b.kind, a.isRequirement == b.isRequirement, a.labels == b.labels, a.isOperatorFixity == b.isOperatorFixity,
            a.generics.parameters.count == b.generics.parameters.count
        else { return false }
        let renamed = Specialization(b.generics.parameters, a.generics.parameters.map(Type.parameter))
        let types = b.parameters.map { renamed($0.type) }
        let asked = b.generics.allRequirements.map { requirement -> GenericSignature.Requirement in
            switch requirement {
            case .conformance(let subject, let proto): .conformance(renamed(subject), proto)
            case .sameType(let left, let right): .sameType(renamed(left), renamed(right))
            }
        }
        guard Set(asked) == Set(a.generics.allRequirements) else { return false }
        // A result that differs makes an overload, except that initializers have none of their own.
        return a.parameters.map(\.type) == types && zip(a.parameters, b.parameters).allSatisfy { $0.isInout == $1.isInout && $0.isVariadic == $1.isVariadic }
            && (a.kind == .initializer || a.result == renamed(b.result))
    }
}

extension GenericSignature {
    /// `<T: P>` asks what `where T: P` asks.
    fileprivate var allRequirements: [Requirement] { parameters.flatMap { parameter in parameter.bounds.map { .conformance(.parameter(parameter), $0) } } + requirements }
}

extension Member {
    /// Where it is declared.
    var place: Place? {
        switch self {
        case .function(let function): function.place
        case .computed(let property): property.getter.place
        case .stored(let property): property.place
        case .staticStored(let variable): variable.place
        case .enumCase(let enumCase): enumCase.place
        case .type(let nominal): nominal.place
        case .alias: nil
        }
    }

    /// As a message names it; nil where that is the name alone.
    fileprivate var shownName: String? {
        switch self {
        case .function(let function): function.shownName
        case .computed(let property) where property.name == "subscript": property.getter.fullName
        case .enumCase(let enumCase) where enumCase.payload.contains { $0.label != nil }:
            enumCase.name + "(" + enumCase.payload.map { ($0.label ?? "_") + ":" }.joined() + ")"
        case .enumCase, .stored, .computed, .type, .alias, .staticStored: nil
        }
    }
}
