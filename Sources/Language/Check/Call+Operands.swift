import SwiftSyntax

/// What is wrong with the operands of an operator.
extension Call {
    func explainOperator(_ types: [Type], _ solver: Solver) -> Failure? {
        if ["&&", "||"].contains(name), types.count == 2, let wrong = types.indices.first(where: { types[$0] != solver.checker.bool && !types[$0].hasVariable }) {
            return Conversion(types[wrong], to: solver.checker.bool, slot: ConversionSlot(), purpose: .argument, at: Syntax(arguments[wrong].term.node)).explain(solver)
        }
        if types.count == 1 {
            if name == "!" { return Conversion(types[0], to: solver.checker.bool, slot: ConversionSlot(), purpose: .argument, at: Syntax(arguments[0].term.node)).explain(solver) }
            return Failure(offset: offset, message: "unary operator '\(name)' cannot be applied to an operand of type '\(types[0])'")
        }
        guard types.count == 2 else { return nil }
        if name == "%" || name == "%=", let remainder = floatingRemainder(types, solver) { return remainder }
        // The operands agree, and what comes of them is not what is wanted.
        if let result = plainResult(types, solver), let failure = solver.expectation(of: self.result, given: result) { return failure }
        if let unwrapped = optionalOperand(types, solver) { return unwrapped }
        if let operand = abstractOperand(types, solver) ?? wrongOperand(types, solver) ?? strangeOperand(types, solver) { return operand }
        return Failure(
            offset: offset,
            message: types[0] == types[1]
                ? "binary operator '\(name)' cannot be applied to two '\(types[0])' operands"
                : "binary operator '\(name)' cannot be applied to operands of type '\(types[0])' and '\(types[1])'")
    }

    /// `phase % 1.5`: Swift has this for integers only, and says what there is instead.
    private func floatingRemainder(_ types: [Type], _ solver: Solver) -> Failure? {
        guard let index = types.firstIndex(where: { $0.standardName.map(Solver.floats.contains) == true }) else { return nil }
        let floating = types[index], other = types[1 - index]
        guard other == floating || literals(solver)[1 - index].map({ solver.accepts(floating, $0) }) == true else {
            guard other.standardName.map(Solver.integers.contains) == true else { return nil }
            let wrong = name == "%=" ? 1 : solver.zonk(result) == floating ? 1 - index : index
            return Failure(
                offset: arguments[wrong].term.node.anchorOffset, message: "cannot convert value of type '\(types[wrong])' to expected argument type '\(types[1 - wrong])'")
        }
        if name == "%", let failure = solver.expectation(of: result, given: floating) { return failure }
        let instead = name == "%" ? "truncatingRemainder" : "formTruncatingRemainder"
        return Failure(offset: offset, message: "'\(name)' is unavailable: For floating point numbers use \(instead) instead")
    }

    /// What kind of literal each operand is; one that an earlier try has given a type is still a literal.
    private func literals(_ solver: Solver) -> [TypeVariable.Literal?] {
        arguments.map { argument in
            if case .variable(let variable) = solver.resolve(argument.term.type) { variable.literal } else { argument.term.node.plainLiteral }
        }
    }

    /// What the operator makes of these very operands, or of literals beside one of them.
    private func plainResult(_ types: [Type], _ solver: Solver) -> Type? {
        let literals = literals(solver)
        for wanted in [types, [types[0], types[0]], [types[1], types[1]]] {
            let fits = zip(types, wanted).enumerated().allSatisfy { index, pair in
                let (type, wanted) = pair
                // A parameter of a closure whose type is still open is what goes with the other operand.
                if type == wanted || type.isOpenParameter { return true }
                return literals[index].map { solver.accepts(wanted, $0) } ?? false
            }
            guard fits else { continue }
            for candidate in candidates where candidate.function.generics.parameters.isEmpty {
                if zip(candidate.function.parameters, wanted).allSatisfy({ $0.type == $1 }) { return candidate.function.result }
            }
        }
        return nil
    }

    /// A generic parameter beside a number, where the parameter is wanted: sums are taken for sums of numbers.
    private func abstractOperand(_ types: [Type], _ solver: Solver) -> Failure? {
        guard isArithmetic, let index = types.firstIndex(where: { if case .parameter = $0 { true } else { false } }), isNumber(types[1 - index]),
            solver.zonk(result) == types[index]
        else { return nil }
        let number = types[1 - index]
        if ["*", "/"].contains(name) {
            return Failure(offset: offset, message: "binary operator '\(name)' cannot be applied to operands of type '\(types[0])' and '\(types[1])'")
        }
        return Failure(
            offset: arguments[index].term.node.anchorOffset, message: "cannot convert value of type '\(types[index])' to expected argument type '\(number)'",
            others: [solver.expectation(of: result, given: number)].compactMap { $0 })
    }

    /// With a string wanted, or one changed in place, the operand that is none is to blame.
    private func wrongOperand(_ types: [Type], _ solver: Solver) -> Failure? {
        let wanted: Type
        let changes = arguments[0].term.isInout
        if ["&", "|", "^"].contains(name), let whole = types.first(where: { $0.standardName.map(Solver.integers.contains) == true }), types.allSatisfy(isNumber) {
            // There are none for floating-point numbers.
            wanted = whole
        } else if changes {
            wanted = types[0]
            guard isNumber(types[0]) || (name == "+=" && (types[0] == solver.checker.string || types[0].standardName == "Array")) else { return nil }
        } else {
            wanted = types.allSatisfy(isNumber) ? expected(solver) : solver.zonk(result)
            guard !wanted.hasVariable, wanted.standardName != "Bool", !["==", "!=", "<", ">", "<=", ">="].contains(name) else { return nil }
        }
        let wrong = types.indices.filter { types[$0] != wanted }
        guard wrong.count == 1, let index = wrong.first else { return nil }
        let shown = wanted.standardName == "Array" ? "Array<\(wanted.arguments[0])>" : wanted.description
        return Failure(offset: arguments[index].term.node.anchorOffset, message: "cannot convert value of type '\(types[index])' to expected argument type '\(shown)'")
    }

    /// What the operation should come to: what is wanted of it, or the type of a literal on the other side of the operation it is part of.
    private func expected(_ solver: Solver) -> Type {
        if hasContext { return solver.zonk(result) }
        if let wanted = solver.wanted(of: result), isNumber(wanted) { return wanted }
        let open = Type.variable(TypeVariable(id: -1))
        // The constraint stands at the operator.
        var inner = node.parent.flatMap { $0.is(InfixOperatorExprSyntax.self) ? $0 : nil } ?? node
        while let parent = inner.parent, parent.is(LabeledExprSyntax.self) || parent.is(LabeledExprListSyntax.self) || parent.is(TupleExprSyntax.self) {
            // The parentheses of a call hold arguments, no operand.
            if let tuple = parent.as(TupleExprSyntax.self), tuple.elements.count > 1 { return open }
            if parent.parent?.is(FunctionCallExprSyntax.self) == true { return open }
            inner = parent
        }
        guard let outer = inner.parent?.as(InfixOperatorExprSyntax.self) else { return open }
        let other = Syntax(outer.leftOperand).id == inner.id ? outer.rightOperand : outer.leftOperand
        if let call = solver.operation(with: other), case let type = solver.zonk(call.type), isNumber(type), other.plainLiteral == nil { return type }
        switch other.plainLiteral {
        case .integer: return solver.checker.int
        case .floating: return solver.checker.double
        case .string: return solver.checker.string
        default: return open
        }
    }

    private func isNumber(_ type: Type) -> Bool { type.standardName.map { Solver.integers.contains($0) || Solver.floats.contains($0) } ?? false }

    /// Beside a literal, an operand of a type that knows nothing of the operator.
    private func strangeOperand(_ types: [Type], _ solver: Solver) -> Failure? {
        guard !["==", "!=", "<", ">", "<=", ">="].contains(name) else { return nil }
        for (index, other) in [(0, 1), (1, 0)] {
            guard arguments[other].term.node.isPlainLiteral, !arguments[index].term.node.isPlainLiteral else { continue }
            let isKnown = candidates.contains { candidate in
                guard candidate.function.parameters.indices.contains(index) else { return false }
                let type = candidate.function.parameters[index].type
                return type == types[index] || (type.nominal != nil && type.nominal == types[index].nominal)
            }
            guard !isKnown, !types[index].hasVariable, types[index].nominal != solver.checker.array(.void).nominal else { continue }
            return Failure(offset: arguments[index].term.node.anchorOffset, message: "cannot convert value of type '\(types[index])' to expected argument type '\(types[other])'")
        }
        return nil
    }

    private func optionalOperand(_ types: [Type], _ solver: Solver) -> Failure? {
        for (index, type) in types.enumerated() {
            guard let payload = type.optionalPayload else { continue }
            let others = types.enumerated().filter { $0.offset != index }.map(\.element)
            let fit = arguments.indices.filter { $0 != index }.allSatisfy { other in
                guard case .variable(let variable) = solver.resolve(arguments[other].term.type), let literal = variable.literal else {
                    return types[other].optionalPayload == payload
                }
                return solver.accepts(payload, literal)
            }
            if fit || others.allSatisfy({ $0 == payload || ($0.hasVariable && $0.optionalPayload == nil) }) {
                let node = arguments[index].term.node
                if node.isOptionalChain {
                    return Failure(offset: node.anchorOffset, message: "cannot convert value of type '\(type)' to expected argument type '\(payload)'")
                }
                return Failure(
                    offset: node.anchorOffset,
                    message: "value of optional type '\(type)' must be unwrapped to a value of type '\(payload)'")
            }
        }
        return nil
    }
}

extension Solver {
    private var constraints: [Constraint] { round + pending }

    /// What is to become of a value whose type is open: what a call takes, say.
    fileprivate func wanted(of type: Type) -> Type? {
        guard case .variable(let open) = type, open.binding == nil else { return nil }
        for case let conversion as Conversion in constraints where conversion.from == type && conversion.purpose == .argument {
            let wanted = zonk(conversion.to)
            if !wanted.hasVariable { return wanted }
        }
        return nil
    }

    /// The term that an operand is, if the operation that it is an operand of is not decided yet.
    fileprivate func operation(with operand: ExprSyntax) -> Term? {
        for case let call as Call in constraints {
            if let argument = call.arguments.first(where: { $0.term.node.id == operand.id }) { return argument.term }
        }
        return nil
    }
}
