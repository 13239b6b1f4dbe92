import SwiftSyntax

/// A closure whose type is being found.
final class ClosureTerm {
    let syntax: ClosureExprSyntax
    let function: Function
    let scope: Scope
    /// Types of the parameters as the closure has them.
    var parameters: [Type]
    var result: Type
    let hasWrittenTypes: Bool
    /// The closure's parameters are the elements of the one tuple that it is given.
    var takesTupleApart = false
    /// Builds the body once the types are known.
    var body: (() -> Block)?
    /// The place that a front end asks about is in its body, which is checked once the parameters are known.
    var isAskedAbout = false
    private var given: Int?
    private let written: Int
    /// The one expression that it consists of.
    var single: Term?

    init(_ syntax: ClosureExprSyntax, function: Function, scope: Scope, parameters: [Type], result: Type, hasWrittenTypes: Bool) {
        (self.syntax, self.function, self.scope, self.parameters) = (syntax, function, scope, parameters)
        (self.result, self.hasWrittenTypes, written) = (result, hasWrittenTypes, parameters.count)
    }

    var type: Type {
        let known = function.parameters
        let taken = parameters.indices.map { FunctionType.Parameter(type: parameters[$0], isInout: $0 < known.count && known[$0].isInout) }
        return .function(FunctionType(parameters: taken, result: result, isThrowing: function.isThrowing))
    }

    /// Half typed: there may be more `$0`, `$1`, … than it names so far.
    var takesMore: Bool { isAskedAbout && syntax.signature?.parameterClause == nil }
    var knowsItsParameters: Bool { !takesMore || given != nil }

    /// Takes all the parameters that it is given.
    func take(_ wanted: [FunctionType.Parameter], solver: Solver) {
        guard takesMore else { return }
        given = wanted.count
        // Another function may have been thought of before.
        while parameters.count > max(written, wanted.count) {
            parameters.removeLast()
            function.parameters.removeLast()
            scope.remove("$\(parameters.count)")
        }
        for index in parameters.count ..< max(parameters.count, wanted.count) {
            let type = solver.fresh()
            let variable = Variable(name: "$\(index)", type: type, isMutable: false, storage: .local, place: function.place, origin: function.origin)
            function.parameters.append(Parameter(label: nil, type: type, variable: variable))
            parameters.append(type)
            scope.declare(variable.name, .variable(variable))
        }
    }
}

/// A closure given where a function type is wanted.
final class ClosureUse: Constraint {
    let closure: ClosureTerm
    let wanted: Type
    let slot: ConversionSlot

    init(_ closure: ClosureTerm, as wanted: Type, slot: ConversionSlot, at node: Syntax) {
        (self.closure, self.wanted, self.slot) = (closure, wanted, slot)
        super.init(at: node)
    }

    override var types: [Type] { [wanted, closure.type] }
    /// What is assigned to says what it takes: `values["twice"] = { $0 * 2 }`.
    var isAssigned = false
    /// What a half-typed closure is to be comes from around it.
    override func isPassive(_ solver: Solver) -> Bool { closure.takesMore }

    override func attempt(_ solver: Solver) -> Attempt {
        var wanted = solver.resolve(wanted)
        var wraps: [Expression.Conversion] = []
        while let payload = wanted.optionalPayload {
            wraps.append(.wrap)
            wanted = solver.resolve(payload)
        }
        switch wanted {
        case .variable where closure.takesMore || isAssigned: return .waiting
        case .variable: return solver.unify(closure.type, wanted) ? .solved : .failed
        case .error:
            for own in closure.parameters { if case .variable = solver.resolve(own) { _ = solver.unify(own, .error) } }
            return .solved
        case .existential(let protocols) where protocols.isEmpty:
            slot.steps = [.erase] + wraps
            return .solved
        case .function(let function):
            closure.take(function.parameters, solver: solver)
            closure.takesTupleApart = false
            if function.parameters.count == closure.parameters.count {
                if closure.hasWrittenTypes, zip(closure.function.parameters, function.parameters).contains(where: { $0.isInout != $1.isInout }) { return .failed }
                for (own, given) in zip(closure.parameters, function.parameters) {
                    // An inout parameter is known from outside only.
                    if !solver.unify(own, given.type) { return .failed }
                }
                for (parameter, given) in zip(closure.function.parameters.indices, function.parameters) where given.isInout {
                    closure.function.parameters[parameter].isInout = true
                    closure.function.parameters[parameter].variable?.isInout = true
                }
            } else if function.parameters.count == 1, closure.parameters.count > 1 {
                let tuple = solver.resolve(function.parameters[0].type)
                if case .variable = tuple { return .waiting }
                guard case .tuple(let elements) = tuple, elements.count == closure.parameters.count,
                    zip(elements, closure.parameters).allSatisfy({ solver.unify($0.type, $1) })
                else { return .failed }
                closure.takesTupleApart = true
            } else {
                return .failed
            }
            closure.function.isEscaping = function.isEscaping
            closure.function.mustNotThrow = !function.isThrowing
            if !solver.unify(closure.result, function.result) { return .failed }
            slot.steps = wraps
            return .solved
        default: return .failed
        }
    }

    override func explain(_ solver: Solver) -> Failure {
        let wanted = solver.shown(self.wanted)
        if case .function(let function) = wanted, function.parameters.count != closure.parameters.count {
            let needs = function.parameters.count, has = closure.parameters.count
            if closure.syntax.signature?.parameterClause == nil, has == 0 {
                var wrong: [Failure] = []
                if let single = closure.single, single.node.isLiteral, case let given = solver.shown(single.type), !given.hasVariable, !function.result.hasVariable,
                    !solver.mightConvert(solver.resolve(single.type), function.result)
                {
                    wrong.append(Conversion(given, to: function.result, slot: ConversionSlot(), purpose: .closureResult, at: Syntax(single.node)).explain(solver))
                }
                return Failure(
                    offset: offset, message: "contextual type for closure argument list expects \(needs) argument\(needs == 1 ? "" : "s"), which cannot be implicitly ignored",
                    others: wrong)
            }
            return Failure(
                offset: closure.syntax.signature?.parameterClause?.anchorOffset ?? offset,
                message: "contextual closure type '\(wanted)' expects \(needs) argument\(needs == 1 ? "" : "s"), but \(has) \(has == 1 ? "was" : "were") used in closure body")
        }
        if case .function(let function) = wanted, let single = closure.single, case let given = solver.shown(single.type), given.isVoid, !function.result.hasVariable,
            !solver.mightConvert(given, function.result)
        {
            return Conversion(given, to: function.result, slot: ConversionSlot(), purpose: .closureResult, at: Syntax(single.node)).explain(solver)
        }
        if let call = closure.syntax.parent?.as(FunctionCallExprSyntax.self), call.trailingClosure?.id == closure.syntax.id, case .nominal = wanted, !wanted.hasVariable {
            return Failure(offset: offset, message: "trailing closure passed to parameter of type '\(wanted)' that does not accept a closure")
        }
        if closure.parameters.isEmpty, let single = closure.single, solver.shown(single.type) == wanted {
            return Failure(offset: offset, message: "function produces expected type '\(wanted)'; did you mean to call it with '()'?")
        }
        return Failure(offset: offset, message: "cannot convert value of type '\(solver.zonk(closure.type))' to expected argument type '\(wanted)'")
    }
}

/// The body of a closure with several statements: checked as statements, once the parameters are known.
final class ClosureBody: Constraint {
    let closure: ClosureTerm
    init(_ closure: ClosureTerm) {
        self.closure = closure
        super.init(at: Syntax(closure.syntax))
    }

    override var types: [Type] { [closure.type] }
    override func isPassive(_ solver: Solver) -> Bool { true }
    override func attempt(_ solver: Solver) -> Attempt { .waiting }

    func isReady(_ solver: Solver) -> Bool {
        closure.knowsItsParameters
            && closure.parameters.allSatisfy { type in
                let known = solver.zonk(type)
                return !known.hasVariable
            }
            && !usesOpenParameters(solver) && !(onlyThrows && solver.zonk(closure.result).hasVariable)
    }

    /// `{ throw Failure.late }` gives whatever is wanted of it; that nothing is wanted shows last.
    private var onlyThrows: Bool { closure.syntax.statements.count == 1 && closure.syntax.statements.first?.item.is(ThrowStmtSyntax.self) == true }

    /// Whether the body speaks of a parameter of a closure around it whose type is not known yet.
    private func usesOpenParameters(_ solver: Solver) -> Bool {
        var scope = closure.scope.parent
        while let outer = scope, outer.function?.kind == .closure {
            for case (let name, .variable(let variable)) in outer.names where solver.zonk(variable.type).hasVariable {
                if closure.syntax.statements.tokens(viewMode: .sourceAccurate).contains(where: { $0.text == name }) { return true }
            }
            scope = outer.parent
        }
        return false
    }

    func run(_ solver: Solver) -> Bool {
        for (index, type) in closure.parameters.enumerated() {
            let known = solver.zonk(type)
            guard !known.hasVariable || closure.isAskedAbout else {
                solver.failure = Failure(
                    offset: offset,
                    message: "cannot infer type of closure parameter '\(closure.function.parameters[index].variable?.name ?? "$\(index)")' without a type annotation")
                return false
            }
            closure.function.parameters[index].type = known
            closure.function.parameters[index].variable?.type = known
        }
        let wanted = solver.zonk(closure.result)
        let checker = solver.checker
        let known = checker.diagnostics.count, bodies = checker.pendingBodies.ofCell
        let result = checker.checkClosureBody(closure, result: wanted.hasVariable ? nil : wanted, partial: wanted)
        if solver.isGuessing, checker.diagnostics.count > known {
            // Another guess may yet give it types that it is right with.
            if solver.bodyDiagnostics.isEmpty { solver.bodyDiagnostics = Array(checker.diagnostics[known...]) }
            checker.diagnostics.removeLast(checker.diagnostics.count - known)
            checker.pendingBodies.restore(bodies)
            return false
        }
        closure.body = { result.block }
        return solver.unify(closure.result, result.type)
    }

    override func explain(_ solver: Solver) -> Failure {
        Failure(offset: offset, message: "unable to infer complex closure return type; add explicit type to disambiguate")
    }
}

extension Solver {
    /// Gives up on what a closure's parameters may be, since nothing is known of the function that it is given to.
    func forget(_ term: Term) {
        guard let closure = term.closure else { return }
        for type in closure.parameters + [closure.result] { if case .variable(let variable) = resolve(type), variable.literal == nil { _ = bind(variable, to: .error) } }
    }
}
