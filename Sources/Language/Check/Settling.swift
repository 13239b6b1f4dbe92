/// What can be decided while an expression is walked, before anything else in it is known: then it need not wait among the constraints, and what is built on it is decided at once too.
///
/// Nothing is settled that anything around it could decide otherwise.
extension Solver {
    /// Adds what must hold of a member, or decides it: a member of a known type.
    func settle(_ access: MemberAccess) {
        guard checker.question == nil, isKnown(access.base) else { return add(access) }
        settle(access) { access.attempt(self) == .solved }
    }

    func settle(_ call: MemberCall) {
        guard checker.question == nil, isKnown(call.base) else { return add(call) }
        settle(call) { call.attempt(self) == .solved }
    }

    func settle(_ call: Call) {
        guard checker.question == nil, let only = call.only(self) else { return add(call) }
        settle(call) { call.apply(only, self) }
    }

    private func settle(_ constraint: Constraint, by decide: () -> Bool) {
        let mark = mark()
        if decide() { return }
        // What is wrong with it is found out in its turn.
        undo(to: mark)
        add(constraint)
    }

    /// Whether nothing of the type is still to be found.
    func isKnown(_ type: Type) -> Bool {
        switch resolve(type) {
        case .variable: false
        case .nominal(_, let arguments): arguments.allSatisfy(isKnown)
        case .metatype(let instance): isKnown(instance)
        case let other: !zonk(other).hasVariable
        }
    }
}

extension Call {
    /// The one function that takes what is given, whatever becomes of the result; nil while there is a choice.
    fileprivate func only(_ solver: Solver) -> Candidate? {
        guard !isOperator, arguments.allSatisfy({ $0.term.closure != nil || isGiven($0.term.type, solver) }) else { return nil }
        let fitting = candidates.filter { solver.checker.match(arguments, to: $0.function.parameters) != nil }
        guard let chosen = fitting.count == 1 ? fitting[0] : exact(among: fitting, solver), chosen.function.result.standardName != "Never", !chosen.function.hasImplicitResult,
            chosen.base.map(solver.isKnown) != false
        else { return nil }
        return isViable(chosen, solver) ? chosen : nil
    }

    /// Known, or a literal.
    private func isGiven(_ type: Type, _ solver: Solver) -> Bool {
        if case .variable(let variable) = solver.resolve(type) { return variable.literal != nil && variable.literal != .nilLiteral }
        return solver.isKnown(type)
    }

    /// The one that takes just the types that are given, if all others that might be meant would make the same of them.
    private func exact(among fitting: [Candidate], _ solver: Solver) -> Candidate? {
        let types = arguments.map { solver.resolve($0.term.type) }
        guard !arguments.contains(where: { $0.term.closure != nil }), !types.contains(where: { if case .variable = $0 { true } else { false } }) else { return nil }
        let exact = fitting.filter { candidate in
            let function = candidate.function
            return candidate.open.isEmpty && zip(function.parameters, types).allSatisfy { $0.type == $1 && !$0.isVariadic && !$0.isAutoclosure }
        }
        guard exact.count == 1, exact[0].function.parameters.count == types.count else { return nil }
        return fitting.allSatisfy { $0.function.result == exact[0].function.result || !isViable($0, solver) } ? exact[0] : nil
    }
}
