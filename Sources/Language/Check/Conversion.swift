import SwiftSyntax

/// How a conversion was found to work.
final class ConversionSlot {
    var steps: [Expression.Conversion] = []

    func apply(_ expression: Expression, to type: Type, _ solver: Solver) -> Expression {
        guard !steps.isEmpty else { return expression }
        // Wraps are recorded outermost last; the types in between follow from the target.
        var targets: [Type] = [type]
        for step in steps.dropLast().reversed() {
            _ = step
            targets.append(targets.last!.optionalPayload ?? targets.last!)
        }
        var result = expression
        for (step, target) in zip(steps, targets.reversed()) {
            result = Expression(kind: .convert(step, result), type: target, place: expression.place)
        }
        return result
    }
}

/// A value of one type is used where another is wanted.
final class Conversion: Constraint {
    enum Purpose { case initialization, assignment, result, argument, condition, element, collection, throwing, coercion, branch, closureResult }
    let from: Type, to: Type
    let slot: ConversionSlot
    let purpose: Purpose
    /// A closure of one expression may drop its value where none is wanted.
    var allowsDiscard = false

    init(_ from: Type, to: Type, slot: ConversionSlot, purpose: Purpose, at node: Syntax) {
        (self.from, self.to, self.slot, self.purpose) = (from, to, slot, purpose)
        super.init(at: node)
    }

    override var types: [Type] { [from, to] }

    override func attempt(_ solver: Solver) -> Attempt {
        if allowsDiscard, solver.resolve(to).isVoid {
            slot.steps = []
            return .solved
        }
        var steps: [Expression.Conversion] = []
        let outcome = Self.convert(from, to, &steps, solver)
        if outcome == .solved { slot.steps = steps }
        return outcome
    }

    static func convert(_ from: Type, _ to: Type, _ steps: inout [Expression.Conversion], _ solver: Solver) -> Attempt {
        let from = solver.resolve(from), to = solver.resolve(to)
        if from == to { return .solved }
        switch (from, to) {
        case (.error, _), (_, .error): return .solved
        case (.variable(let source), .variable): return solver.implicitMembers.contains(source) ? .waiting : .waiting
        case (.variable(let source), _):
            if case .member(let base, _) = to, case .variable = solver.resolve(base) { return .waiting }
            return convertOpen(source, to, &steps, solver)
        case (_, .variable(let target)):
            // Functions have no useful supertypes: a closure fixes the variable at once.
            if case .function = from { return solver.bind(target, to: from) ? .solved : .failed }
            if let literal = target.literal { return solver.accepts(from, literal) && solver.bind(target, to: from) ? .solved : .failed }
            return .waiting
        default: break
        }
        if case .member(let base, _) = to, case .variable = solver.resolve(base) { return .waiting }
        if case .member(let base, _) = from, case .variable = solver.resolve(base) { return .waiting }
        if from.standardName == "Never" {
            steps.append(.never)
            return .solved
        }
        if let target = to.optionalPayload {
            if let source = from.optionalPayload {
                let mark = solver.mark()
                if solver.unify(source, target) { return .solved }
                solver.undo(to: mark)
                var inner: [Expression.Conversion] = []
                let outcome = convert(source, target, &inner, solver)
                if outcome == .solved, let step = inner.last { steps.append(inner.count == 1 ? .elements(step) : .elements(.wrap)) }
                if outcome != .failed { return outcome }
            }
            let outcome = convert(from, target, &steps, solver)
            if outcome == .solved { steps.append(.wrap) }
            return outcome
        }
        switch (from, to) {
        case (_, .existential(let protocols)):
            if case .existential(let own) = from, protocols.allSatisfy({ wanted in own.contains { solver.checker.inherits($0, from: wanted) } }), !own.isEmpty || protocols.isEmpty
            {
                steps.append(.relabel)
                return .solved
            }
            // A literal inside must have its type first.
            if solver.zonk(from).hasVariable { return .waiting }
            guard protocols.allSatisfy({ solver.checker.conforms(from, to: $0) }) else { return .failed }
            steps.append(.erase)
            return .solved
        case (.nominal(let x, let left), .nominal(let y, let right)):
            guard x == y else { return .failed }
            let mark = solver.mark()
            if solver.unify(from, to) { return .solved }
            solver.undo(to: mark)
            // Collections convert element by element.
            guard ["Array", "Dictionary", "Set"].contains(from.standardName ?? ""), let source = left.last, let target = right.last,
                left.count == 1 || solver.unify(left[0], right[0])
            else { return .failed }
            var inner: [Expression.Conversion] = []
            let outcome = convert(source, target, &inner, solver)
            if outcome == .solved, let step = inner.last { steps.append(.elements(step)) }
            return outcome
        case (.tuple(let left), .tuple(let right)):
            guard left.count == right.count else { return .failed }
            for (a, b) in zip(left, right) {
                if let x = a.label, let y = b.label, x != y { return .failed }
                guard solver.unify(a.type, b.type) else { return .failed }
            }
            steps.append(.relabel)
            return .solved
        case (.function(let left), .function(let right)):
            guard left.parameters.count == right.parameters.count else { return .failed }
            var changes = false
            for (a, b) in zip(left.parameters, right.parameters) {
                guard a.isInout == b.isInout else { return .failed }
                let mark = solver.mark()
                if solver.unify(a.type, b.type) { continue }
                solver.undo(to: mark)
                var inner: [Expression.Conversion] = []
                guard convert(b.type, a.type, &inner, solver) == .solved else { return .failed }
                changes = true
            }
            let mark = solver.mark()
            if !solver.unify(left.result, right.result) {
                solver.undo(to: mark)
                var inner: [Expression.Conversion] = []
                guard convert(left.result, right.result, &inner, solver) == .solved else { return .failed }
                changes = true
            }
            steps.append(changes ? .function : .relabel)
            return .solved
        case (.metatype, .metatype): return solver.unify(from, to) ? .solved : .failed
        default: return solver.unify(from, to) ? .solved : .failed
        }
    }

    /// From a type not yet known.
    private static func convertOpen(_ source: TypeVariable, _ to: Type, _ steps: inout [Expression.Conversion], _ solver: Solver) -> Attempt {
        if let literal = source.literal {
            if solver.accepts(to, literal) { return solver.bind(source, to: to) ? .solved : .failed }
            if let payload = to.optionalPayload {
                let outcome = convert(.variable(source), payload, &steps, solver)
                if outcome == .solved { steps.append(.wrap) }
                return outcome
            }
            if case .existential = to { return .waiting }
            return .failed
        }
        if solver.implicitMembers.contains(source) { return solver.bind(source, to: to) ? .solved : .failed }
        switch to {
        case .existential: return .waiting
        case .function, .tuple: return .waiting
        case .nominal where to.optionalPayload != nil: return .waiting
        default: return solver.bind(source, to: to) ? .solved : .failed
        }
    }

    override func explain(_ solver: Solver) -> Failure {
        let from = solver.zonk(self.from), to = solver.zonk(self.to)
        if case .variable(let variable) = from, variable.literal == .nilLiteral {
            let message =
                switch purpose {
                case .initialization: "'nil' cannot initialize specified type '\(to)'"
                case .result: "'nil' is incompatible with return type '\(to)'"
                case .assignment: "'nil' cannot be assigned to type '\(to)'"
                default: "'nil' is not compatible with expected argument type '\(to)'"
                }
            return Failure(offset: offset, message: message)
        }
        if let payload = from.optionalPayload, payload == to {
            return Failure(offset: offset, message: "value of optional type '\(from)' must be unwrapped to a value of type '\(to)'")
        }
        let message =
            switch purpose {
            case .initialization: "cannot convert value of type '\(from)' to specified type '\(to)'"
            case .assignment: "cannot assign value of type '\(from)' to type '\(to)'"
            case .result: to.isVoid ? "unexpected non-void return value in void function" : "cannot convert return expression of type '\(from)' to return type '\(to)'"
            case .argument: "cannot convert value of type '\(from)' to expected argument type '\(to)'"
            case .condition: "cannot convert value of type '\(from)' to expected condition type '\(to)'"
            case .element: "cannot convert value of type '\(from)' to expected element type '\(to)'"
            case .collection: "for-in loop requires '\(from)' to conform to 'Sequence'"
            case .throwing: "thrown expression type '\(from)' does not conform to 'Error'"
            case .coercion: "cannot convert value of type '\(from)' to type '\(to)' in coercion"
            case .branch: "result values in '? :' expression have mismatching types '\(from)' and '\(to)'"
            case .closureResult: "cannot convert value of type '\(from)' to closure result type '\(to)'"
            }
        return Failure(offset: offset, message: message)
    }
}
