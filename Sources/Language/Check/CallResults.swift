/// What is done with the result of a call may say which function is meant.
extension Call {
    /// Those whose result can become what is wanted of it, where there are any: `[Int]?` wants `reversed()` to make an Array.
    func fitting(_ viable: [Candidate], _ solver: Solver) -> [Candidate] {
        guard viable.count > 1, !isOperator, case .variable(let open) = solver.resolve(result), open.literal == nil else { return viable }
        for case let conversion as Conversion in solver.round where solver.resolve(conversion.from) == .variable(open) {
            var wanted = solver.zonk(conversion.to)
            // The branch of a choice, of which something is wanted in turn.
            if case .variable = wanted, let outer = solver.round.lazy.compactMap({ $0 as? Conversion }).first(where: { solver.resolve($0.from) == wanted }) {
                wanted = solver.zonk(outer.to)
            }
            guard !wanted.hasVariable, !wanted.isAny else { continue }
            let fitting = viable.filter { solver.mightConvert($0.knownArguments($0.function.result), wanted, open: $0.open, isResult: true) }
            return fitting.isEmpty ? viable : fitting
        }
        return viable
    }

    /// Whether it is the base of a subscript, or the operand of an operator, which may want it to be another type: `word == word.reversed()`.
    func isTakenFurther(_ solver: Solver) -> Bool {
        guard case .variable(let open) = solver.resolve(result) else { return false }
        return solver.round.contains { constraint in
            if !isOperator, let operation = constraint as? Call, operation.isOperator {
                return operation.arguments.contains { solver.resolve($0.term.type) == .variable(open) }
            }
            // Beside other elements or another branch: all of them are of one type.
            if let conversion = constraint as? Conversion, [.element, .branch].contains(conversion.purpose), solver.resolve(conversion.from) == .variable(open) {
                return solver.round.contains { other in
                    guard let other = other as? Conversion, other !== conversion, other.purpose == conversion.purpose else { return false }
                    return solver.resolve(other.to) == solver.resolve(conversion.to)
                }
            }
            guard let member = constraint as? MemberCall, member.name == "subscript" else { return false }
            return solver.resolve(member.base) == .variable(open)
        }
    }
}

extension Call {
    /// Whether a member is asked of the result that those which fit best have not: `text.reversed().description` is that of an array.
    func isAskedForMore(than best: [Candidate], _ solver: Solver) -> Bool {
        guard case .variable(let open) = solver.resolve(result), open.literal == nil, let candidate = best.first, best.count == 1 else { return false }
        let made = solver.checker.normalized(candidate.knownArguments(candidate.function.result))
        guard case .nominal = made, !made.hasParameter else { return false }
        return solver.round.contains { constraint in
            guard let access = constraint as? MemberAccess, !access.isStatic, solver.resolve(access.base) == .variable(open) else { return false }
            return solver.checker.members(named: access.name, of: made, isStatic: false).isEmpty
        }
    }
}

extension Solver {
    /// Whether another constraint speaks of the open type.
    func isAwaited(_ variable: TypeVariable, besides isOwn: (Constraint) -> Bool) -> Bool {
        (pending + round).contains { other in !isOwn(other) && other.types.contains { zonk($0).contains { $0 == .variable(variable) } } }
    }
}
