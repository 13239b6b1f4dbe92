import SwiftSyntax

/// What went wrong, to be said if no other way works.
struct Failure {
    var offset: Int
    var message: String
    var notes: [Note] = []
    /// What is wrong besides, elsewhere in the same expression.
    var others: [Failure] = []
}

enum Attempt { case solved, waiting, failed }

/// Something that must hold between types. Holds no state but its slots, and what it remembers of points of the search (`Solver.Point`).
class Constraint {
    let node: Syntax
    init(at node: Syntax) { self.node = node }
    func attempt(_ solver: Solver) -> Attempt { .solved }
    /// What to tell the user when it cannot be fulfilled.
    func explain(_ solver: Solver) -> Failure { Failure(offset: offset, message: "type of expression is ambiguous without a type annotation") }
    /// The types it speaks of, for finding literals.
    var types: [Type] { [] }
    var offset: Int { node.anchorOffset }
    /// Waits for others to decide, and decides nothing itself.
    func isPassive(_ solver: Solver) -> Bool { false }
}

/// A constraint with several ways to be fulfilled.
class Choice: Constraint {
    func count(_ solver: Solver) -> Int { 0 }
    func ways(_ solver: Solver) -> [Solver.Guess] { [] }
}

/// Waits for an associated type to be known.
final class SameType: Constraint {
    let a: Type, b: Type
    private static let nowhere = Syntax(MissingExprSyntax())
    private let call: Call?
    init(_ a: Type, _ b: Type, in call: Call?) {
        (self.a, self.b, self.call) = (a, b, call)
        super.init(at: Self.nowhere)
    }
    override func attempt(_ solver: Solver) -> Attempt {
        for side in [solver.resolve(a), solver.resolve(b)] {
            if case .member(let base, _) = side, case .variable = solver.resolve(base) { return .waiting }
        }
        return solver.unify(a, b) ? .solved : .failed
    }
    override func explain(_ solver: Solver) -> Failure {
        if let call { return call.explain(solver) }
        return Failure(offset: offset, message: "'\(solver.zonk(a))' and '\(solver.zonk(b))' must be the same type")
    }
    override var types: [Type] { [a, b] }
    override func isPassive(_ solver: Solver) -> Bool { true }
}

/// A type must conform to a protocol.
final class MustConform: Constraint {
    let type: Type, proto: Nominal
    private let asker: Asker
    init(_ type: Type, to proto: Nominal, for asker: Asker, at node: Syntax) {
        (self.type, self.proto, self.asker) = (type, proto, asker)
        super.init(at: node)
    }
    override func attempt(_ solver: Solver) -> Attempt {
        let known = solver.resolve(type)
        switch known {
        case .variable: return .waiting
        case .member(let base, _):
            if case .variable = solver.resolve(base) { return .waiting }
        default: break
        }
        // Whether `[T]` conforms may hang on T.
        if solver.zonk(known).hasVariable, !solver.checker.canNeverConform(known, to: proto) { return .waiting }
        return solver.checker.conforms(known, to: proto) || isOpened(known, solver) ? .solved : .failed
    }
    /// Who asks for it.
    enum Asker: CustomStringConvertible {
        /// A function, of its own generic parameters.
        case function(Function)
        /// What it is a member of, for its sake.
        case member(Function)
        /// The type that an initializer makes.
        case made(Function)

        var description: String {
            switch self {
            case .function(let function): function.described
            case .member(let function): function.owner.map { "referencing \(function.described) on '\($0.name)'" } ?? function.described
            case .made(let function): function.owner.map { "generic \($0.kind == .enumeration ? "enum" : "struct") '\($0.name)'" } ?? function.described
            }
        }
    }
    private func isOpened(_ known: Type, _ solver: Solver) -> Bool {
        guard case .existential(let protocols) = known, let decision = call?.decision, let function = decision.candidate?.function,
            let generic = zip(function.generics.parameters, decision.typeArguments).first(where: { $1 == type })?.0, function.opens(generic) != nil
        else { return false }
        return solver.checker.opened(protocols, conformTo: proto)
    }
    override func isPassive(_ solver: Solver) -> Bool { true }
    override func explain(_ solver: Solver) -> Failure {
        let known = solver.shown(type)
        return call?.conflict(over: known, proto, solver) ?? plain(known)
    }
    /// The call that asks for it.
    var call: Call?
    private func plain(_ known: Type) -> Failure {
        if known.isStructural, !known.hasVariable { return Failure(offset: offset, message: "type '\(known)' cannot conform to '\(proto.name)'") }
        return Failure(offset: offset, message: "\(asker) requires that '\(known)' conform to '\(proto.name)'", notes: known.hasVariable ? [] : parameterNote(known))
    }
    /// Which parameter of the function it is that the type stands for.
    private func parameterNote(_ known: Type) -> [Note] {
        guard let decision = call?.decision, let function = decision.candidate?.function,
            let parameter = zip(function.generics.parameters, decision.typeArguments).first(where: { $1 == type })?.0
        else { return [] }
        return [Note("where '\(parameter.name)' = '\(known)'", at: function.place)]
    }
    override var types: [Type] { [type] }
}
