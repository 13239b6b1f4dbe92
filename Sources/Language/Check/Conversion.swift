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
    enum Purpose {
        case initialization, assignment, result, argument, condition, element, key, value, collection, throwing, coercion, branch, closureResult, declaredResult, defaultArgument,
            rawValue
    }
    let from: Type, to: Type
    let slot: ConversionSlot
    let purpose: Purpose
    /// A closure of one expression may drop its value where none is wanted.
    var allowsDiscard = false
    /// Of a choice: the types of both sides.
    var branches: BranchTypes?
    /// The tuple that it is a part of.
    var whole: TupleTypes?
    /// The operation whose operand it is.
    var operation: Call?

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
        // Operators take no values for keys.
        if operation != nil, solver.holding(to).isErasedKey, !solver.holding(from).isErasedKey {
            if case .variable(let variable) = solver.holding(from), variable.literal == nil || variable.literal == .nilLiteral { return .waiting }
            return .failed
        }
        var steps: [Expression.Conversion] = []
        let source: TypeVariable? = if case .variable(let variable) = solver.resolve(from), variable.literal == nil { variable } else { nil }
        let outcome = Self.convert(from, to, &steps, solver)
        if outcome == .solved { slot.steps = steps }
        if let source, source.binding != nil { solver.expectations[source] = self }
        return outcome
    }

    static func convert(_ from: Type, _ to: Type, _ steps: inout [Expression.Conversion], _ solver: Solver) -> Attempt {
        let from = solver.resolve(from), to = solver.resolve(to)
        if from == to { return .solved }
        switch (from, to) {
        case (.error, _), (_, .error):
            solver.metError = true
            return .solved
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
                // `names.min()` where an Optional of an Optional is wanted: what it holds is found out elsewhere.
                if case .variable(let open) = solver.resolve(source), open.literal == nil, solver.resolve(target).optionalPayload != nil { return .waiting }
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
        case (_, .nominal) where to.isErasedKey:
            if case .existential = from { return .failed }
            // A literal inside must have its type first.
            if solver.zonk(from).hasVariable { return .waiting }
            guard solver.checker.conforms(from, to: solver.checker.standardType("Hashable")) else { return .failed }
            steps.append(.erase)
            return .solved
        case (.nominal(let x, let left), .nominal(let y, let right)):
            guard x == y else { return .failed }
            let mark = solver.mark()
            if solver.unify(from, to) { return .solved }
            solver.undo(to: mark)
            // Collections convert element by element.
            guard ["Array", "Dictionary", "Set"].contains(from.standardName ?? ""), let source = left.last, let target = right.last
            else { return .failed }
            if left.count > 1, !solver.unify(left[0], right[0]) {
                var keys: [Expression.Conversion] = []
                let outcome = convert(left[0], right[0], &keys, solver)
                if outcome != .solved { return outcome }
                if solver.unify(source, target) {
                    steps.append(.elements(.erase))
                    return .solved
                }
            }
            var inner: [Expression.Conversion] = []
            let outcome = convert(source, target, &inner, solver)
            if outcome == .solved, let step = inner.last { steps.append(.elements(step)) }
            return outcome
        case (.tuple(let left), .tuple(let right)):
            guard left.count == right.count else { return .failed }
            for (a, b) in zip(left, right) {
                if let x = a.label, let y = b.label, x != y { return .failed }
            }
            // What is still being found out may come to something that converts: `(4, keys.sorted().count)` as `(Int, Int?)`.
            let isEarly = zip(left, right).contains { a, b in
                guard case .variable(let open) = solver.resolve(a.type), open.literal == nil, !solver.implicitMembers.contains(open) else { return false }
                let wanted = solver.resolve(b.type)
                return (wanted.isErasing || wanted.optionalPayload != nil) && solver.isAwaited(open) { $0 is Conversion }
            }
            if isEarly { return .waiting }
            let mark = solver.mark()
            if zip(left, right).allSatisfy({ solver.unify($0.type, $1.type) }) {
                steps.append(.relabel)
                return .solved
            }
            // Element by element: `(1, "a")` as `(Double?, Any)`.
            solver.undo(to: mark)
            var isWaiting = false
            for (a, b) in zip(left, right) {
                var inner: [Expression.Conversion] = []
                switch convert(a.type, b.type, &inner, solver) {
                case .solved: break
                case .waiting: isWaiting = true
                case .failed: return .failed
                }
            }
            if isWaiting { return .waiting }
            steps.append(.relabel)
            return .solved
        case (.function(let left), .function(let right)):
            guard !left.isThrowing || right.isThrowing else { return .failed }
            var given = right.parameters
            var changes = false
            // A function of several parameters where one of a tuple is wanted: it is given the elements.
            if left.parameters.count > 1, given.count == 1 {
                let whole = solver.resolve(given[0].type)
                if case .variable = whole { return .waiting }
                guard case .tuple(let elements) = whole, elements.count == left.parameters.count else { return .failed }
                given = elements.map { FunctionType.Parameter(type: $0.type) }
                changes = true
            }
            guard left.parameters.count == given.count else { return .failed }
            for (a, b) in zip(left.parameters, given) {
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
        case (.metatype(let own), .metatype(let wanted)) where solver.resolve(wanted).isAny:
            if solver.zonk(own).hasVariable { return .waiting }
            steps.append(.relabel)
            return .solved
        case (.metatype(let own), .metatype(let wanted)):
            // `Dog.self`, or `T.self`, as `any Animal.Type`
            if case .existential(let protocols) = solver.resolve(wanted), solver.resolve(own).isOfValues {
                if solver.zonk(own).hasVariable { return .waiting }
                guard protocols.allSatisfy({ solver.checker.conforms(own, to: $0) }) else { return .failed }
                steps.append(.relabel)
                return .solved
            }
            return solver.unify(from, to) ? .solved : .failed
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
            if to.isErasedKey, literal != .nilLiteral { return .waiting }
            return .failed
        }
        if solver.implicitMembers.contains(source) { return solver.bind(source, to: to) ? .solved : .failed }
        switch to {
        // Where any value will do, the sides of a choice need not be of one type: `let x: Any = flag ? UInt8(1) : 2` may be an Int.
        case .existential where solver.isOfChoice(source): return solver.bind(source, to: to) ? .solved : .failed
        case .existential: return .waiting
        case .function, .tuple: return .waiting
        case .nominal where to.optionalPayload != nil || to.isErasedKey: return .waiting
        default: return solver.bind(source, to: to) ? .solved : .failed
        }
    }

    /// `take(rate * 2)` of a Double, where the Int is taken that the literal would be: the other operand is to blame.
    private func factor(_ from: Type, _ to: Type, _ solver: Solver) -> ExprSyntax? {
        let numbers = Solver.integers.union(Solver.floats)
        guard purpose == .argument, let infix = node.as(InfixOperatorExprSyntax.self), ["+", "-", "*", "/"].contains(infix.operator.trimmedDescription),
            [from, to].allSatisfy({ $0.standardName.map(numbers.contains) == true })
        else { return nil }
        let sides = [infix.leftOperand, infix.rightOperand]
        let open = sides.filter { side in
            switch side.plainLiteral {
            case .integer: to != solver.checker.int
            case .floating: to != solver.checker.double
            default: true
            }
        }
        return open.count == 1 && open[0].plainLiteral == nil ? open[0] : nil
    }

    override func explain(_ solver: Solver) -> Failure {
        let from = solver.shown(self.from), to = solver.shown(self.to)
        if case .variable(let variable) = from, variable.literal == .nilLiteral { return Failure(offset: offset, message: withoutValue(to), others: elementsAlike(to, solver)) }
        if let branches, purpose == .branch, let failure = branches.failure(solver) { return failure }
        if let operation, operation.arguments.count == 2, purpose == .argument { return operation.explain(solver) }
        if purpose == .branch, branches == nil, let first = solver.checker.firstBranch {
            return Failure(offset: first.anchorOffset, message: "branches have mismatching types '\(to)' and '\(from)'")
        }
        if let whole, let failure = whole.failure(solver) { return failure }
        if let failure = asTruth(from, to) { return failure }
        if let missing = withoutPayload(from, to) { return missing }
        if purpose == .initialization, case .nominal(let nominal, let arguments) = to, !arguments.isEmpty, arguments.allSatisfy(\.hasVariable), from.nominal != nominal {
            // A type named without its arguments, which the value cannot tell.
            let names = nominal.generics.parameters.map(\.name)
            let whole = "\(nominal.qualifiedName)<\(names.joined(separator: ", "))>"
            return Failure(
                offset: offset, message: "cannot convert value of type '\(from)' to specified type '\(whole)'",
                others: names.prefix(1).map { Failure(offset: offset, message: "generic parameter '\($0)' could not be inferred") })
        }
        // What may be something else has to be asked, with `as?` or `as!`.
        if purpose == .coercion, from.isErasing, let cast = node.parent?.as(AsExprSyntax.self) {
            return Failure(offset: cast.asKeyword.positionAfterSkippingLeadingTrivia.utf8Offset, message: "'\(from)' is not convertible to '\(to)'")
        }
        if let difference = inLength(from, to) { return difference }
        if let factor = factor(from, to, solver) {
            return Failure(offset: factor.anchorOffset, message: "cannot convert value of type '\(from)' to expected argument type '\(to)'")
        }
        if let payload = from.optionalPayload, payload == to, let attempt = node.as(TryExprSyntax.self), attempt.questionOrExclamationMark != nil {
            return Failure(
                offset: attempt.positionAfterSkippingLeadingTrivia.utf8Offset,
                message: "value of optional type '\(from)' not unwrapped; did you mean to use 'try!' or chain with '?'?")
        }
        let isChained = purpose == .argument && ExprSyntax(node)?.isOptionalChain == true
        if let payload = from.optionalPayload, payload == to, !isChained, purpose != .coercion, !(purpose == .result && ClosureFinder.holds(node)) {
            return Failure(offset: offset, message: "value of optional type '\(from)' must be unwrapped to a value of type '\(to)'")
        }
        if case .function(let left) = from, case .function(let right) = to, left.isThrowing, !right.isThrowing {
            return Failure(offset: offset, message: "invalid conversion from throwing function of type '\(from)' to non-throwing function type '\(to)'")
        }
        if purpose == .argument, case .function(let function) = to, function.parameters.count == 2, let name = node.as(DeclReferenceExprSyntax.self)?.baseName,
            name.text.isOperatorName
        {
            // Which of the operators it was tried with is chance; the compiler names that of one operand where there is such.
            guard ["+", "-"].contains(name.text) else { return Failure(offset: offset, message: "no exact matches in reference to operator function '\(name.text)'") }
            return Failure(offset: offset, message: "cannot convert value of type '(Int) -> Int' to expected argument type '\(to)'")
        }
        if case .function(let function) = from, function.parameters.isEmpty, function.result == to {
            return Failure(offset: offset, message: "function produces expected type '\(to)'; did you mean to call it with '()'?")
        }
        return Failure(offset: offset, message: message(from, to), others: elementsAlike(to, solver))
    }

    /// `.south` where the case wants a payload.
    private func withoutPayload(_ from: Type, _ to: Type) -> Failure? {
        guard case .function(let function) = from, function.result == to, let member = node.as(MemberAccessExprSyntax.self), member.base == nil,
            let found = to.nominal?.cases.first(where: { $0.name == member.declName.baseName.text })
        else { return nil }
        let shown = found.payload.contains { $0.label != nil } ? found.fullName : found.name
        let types = function.parameters.map(\.type.description).joined(separator: ", ")
        return Failure(offset: offset, message: "member '\(shown)' expects argument of type '\(function.parameters.count == 1 ? types : "(\(types))")'")
    }

    /// Tuples of more or fewer elements than are wanted.
    private func inLength(_ from: Type, _ to: Type) -> Failure? {
        guard case .tuple(let given) = from, case .tuple(let wanted) = to, given.count != wanted.count, given.count > 1, wanted.count > 1, purpose == .initialization else {
            return nil
        }
        return Failure(offset: offset, message: "'\(from)' is not convertible to '\(to)', tuples have a different number of elements")
    }

    /// The literals beside a wrong one in a list that are wrong as well.
    private func elementsAlike(_ to: Type, _ solver: Solver) -> [Failure] {
        guard !to.hasVariable, let expression = ExprSyntax(node), expression.writtenLiteral != nil else { return [] }
        var beside: [ExprSyntax] = []
        if let list = node.parent?.parent?.as(ArrayElementListSyntax.self) { beside = list.map(\.expression) }
        if let list = node.parent?.parent?.as(DictionaryElementListSyntax.self) { beside = list.map { purpose == .key ? $0.key : $0.value } }
        return beside.compactMap { other in
            guard other.id != expression.id, let literal = other.writtenLiteral, !solver.accepts(to, literal) else { return nil }
            if literal == .nilLiteral { return Failure(offset: other.anchorOffset, message: withoutValue(to)) }
            return solver.usual(literal).map { Failure(offset: other.anchorOffset, message: message($0, to)) }
        }
    }

    private func withoutValue(_ to: Type) -> String {
        switch purpose {
        case .initialization: "'nil' cannot initialize specified type '\(to)'"
        case .result: "'nil' is incompatible with return type '\(to)'"
        case .assignment: "'nil' cannot be assigned to type '\(to)'"
        case .condition: "'nil' is not compatible with expected condition type '\(to)'"
        case .element: "'nil' is not compatible with expected element type '\(to)'"
        case .key: "'nil' is not compatible with expected dictionary key type '\(to)'"
        case .value: "'nil' is not compatible with expected dictionary value type '\(to)'"
        case .branch: "'nil' cannot be used in context expecting type '\(to)'"
        default: "'nil' is not compatible with expected argument type '\(to)'"
        }
    }

    /// A number or an optional where a truth value is wanted.
    private func asTruth(_ from: Type, _ to: Type) -> Failure? {
        guard to.standardName == "Bool", purpose == .condition || purpose == .initialization || purpose == .argument else { return nil }
        if purpose != .argument || isOfOperator, let expression = node.as(ExprSyntax.self)?.as(IntegerLiteralExprSyntax.self), ["0", "1"].contains(expression.literal.text) {
            let meant = expression.literal.text == "1" ? "true" : "false"
            return Failure(offset: offset, message: "integer literal value '\(expression.literal.text)' cannot be used as a boolean; did you mean '\(meant)'?")
        }
        let isLiteral = node.is(IntegerLiteralExprSyntax.self)
        if let payload = from.optionalPayload, payload != to, purpose == .condition || isOfOperator {
            return Failure(offset: offset, message: "optional type '\(from)' cannot be used as a boolean; test for '\(isNegated ? "==" : "!=") nil' instead")
        }
        if let name = from.standardName, Solver.integers.contains(name), !isLiteral, purpose != .argument || isOfOperator {
            return Failure(offset: offset, message: "type '\(from)' cannot be used as a boolean; test for '\(isNegated ? "==" : "!=") 0' instead")
        }
        return nil
    }

    /// The operand of `!`, `&&` or `||`.
    private var isOfOperator: Bool { node.parent?.is(InfixOperatorExprSyntax.self) == true || isNegated }
    private var isNegated: Bool { node.parent?.as(PrefixOperatorExprSyntax.self)?.operator.text == "!" }

    private func message(_ from: Type, _ to: Type) -> String {
        if purpose == .condition, from.isVoid, node.as(InfixOperatorExprSyntax.self)?.operator.is(AssignmentExprSyntax.self) == true {
            return "use of '=' in a boolean context, did you mean '=='?"
        }
        switch purpose {
        case .initialization:
            if let protocols = to.wantedProtocols { return "value of type '\(from)' does not conform to specified type '\(protocols.joined(separator: " & "))'" }
            if let nominal = from.nominal, nominal == to.nominal, !from.arguments.isEmpty, !node.is(ArrayExprSyntax.self), !node.is(DictionaryExprSyntax.self) {
                return "cannot assign value of type '\(from)' to type '\(to)'"
            }
            return "cannot convert value of type '\(from)' to specified type '\(to)'"
        case .assignment:
            if node.parent?.as(InfixOperatorExprSyntax.self)?.leftOperand.is(SubscriptCallExprSyntax.self) == true {
                return "cannot assign value of type '\(from)' to subscript of type '\(to.optionalPayload ?? to)'"
            }
            return "cannot assign value of type '\(from)' to type '\(to)'"
        case .result:
            if to.isVoid { return "unexpected non-void return value in void function" }
            if let protocols = to.wantedProtocols { return "return expression of type '\(from)' does not conform to '\(protocols[0])'" }
            return "cannot convert return expression of type '\(from)' to return type '\(to)'"
        case .argument:
            if let protocols = to.wantedProtocols { return "argument type '\(from)' does not conform to expected type '\(protocols[0])'" }
            return "cannot convert value of type '\(from)' to expected argument type '\(to)'"
        case .condition: return "cannot convert value of type '\(from)' to expected condition type '\(to)'"
        case .element:
            return "cannot convert value of type '\(from)' to expected element type '\(to)'"
        case .key: return "cannot convert value of type '\(from)' to expected dictionary key type '\(to)'"
        case .value: return "cannot convert value of type '\(from)' to expected dictionary value type '\(to)'"
        case .collection: return "for-in loop requires '\(from)' to conform to 'Sequence'"
        case .throwing: return "thrown expression type '\(from)' does not conform to 'Error'"
        case .coercion: return "cannot convert value of type '\(from)' to type '\(to)' in coercion"
        case .branch: return "cannot convert value of type '\(from)' to specified type '\(to)'"
        case .declaredResult: return "declared closure result '\(to)' is incompatible with return type '\(from)'"
        case .closureResult: return "cannot convert value of type '\(from)' to closure result type '\(to)'"
        case .defaultArgument: return "default argument value of type '\(from)' cannot be converted to type '\(to)'"
        case .rawValue: return "cannot convert value of type '\(from)' to raw type '\(to)'"
        }
    }
}

/// A tuple whose parts are converted one by one.
final class TupleTypes {
    private let given: Type, wanted: Type
    private let node: ExprSyntax
    init(_ given: Type, wanted: Type, at node: ExprSyntax) { (self.given, self.wanted, self.node) = (given, wanted, node) }

    func failure(_ solver: Solver) -> Failure? {
        let given = solver.shown(given), wanted = solver.shown(wanted)
        guard !given.hasVariable, given != wanted else { return nil }
        let purpose: Conversion.Purpose =
            if node.parent?.is(ReturnStmtSyntax.self) == true || node.parent?.is(CodeBlockItemSyntax.self) == true {
                .result
            } else if node.parent?.is(InfixOperatorExprSyntax.self) == true { .assignment } else if node.parent?.is(LabeledExprSyntax.self) == true { .argument } else {
                .initialization
            }
        return Conversion(given, to: wanted, slot: ConversionSlot(), purpose: purpose, at: Syntax(node)).explain(solver)
    }
}

/// The two sides of `?:`, which must come to one type.
final class BranchTypes {
    private let first: Type, second: Type, result: Type
    private let node: ExprSyntax
    init(_ first: Type, _ second: Type, result: Type, at node: ExprSyntax) { (self.first, self.second, self.result, self.node) = (first, second, result, node) }

    /// That they do not, unless one of them is what is wanted.
    func failure(_ solver: Solver) -> Failure? {
        let types = [solver.shown(first), solver.shown(second)]
        for type in types { if let failure = solver.expectation(of: result, given: type) { return failure } }
        guard types[0] != types[1], types.allSatisfy({ !$0.hasVariable }) else { return nil }
        let first = node.as(TernaryExprSyntax.self)?.thenExpression ?? node
        return Failure(offset: first.anchorOffset, message: "result values in '? :' expression have mismatching types '\(types[0])' and '\(types[1])'")
    }
}

extension Solver {
    /// Whether this is the type of a choice, of which at least one side is still to be converted to it.
    fileprivate func isOfChoice(_ variable: TypeVariable) -> Bool {
        func isSide(_ constraint: Constraint) -> Bool {
            guard let conversion = constraint as? Conversion, conversion.branches != nil, case .variable(variable) = resolve(conversion.to) else { return false }
            return true
        }
        return round.contains(where: isSide) || pending.contains(where: isSide)
    }

    /// A type as a message shows it: literals take their defaults, open types what is converted to them.
    func shown(_ type: Type) -> Type {
        zonk(type).mapped { part in
            guard case .variable(let variable) = part else { return nil }
            if let literal = variable.literal { return self.usual(literal) }
            for case let conversion as Conversion in self.pending where self.resolve(conversion.to) == part {
                let from = self.zonk(conversion.from)
                if from != part, !from.contains(where: { $0 == part }) { return self.shown(from) }
            }
            for case let literal as LiteralElements in self.pending {
                let arguments = self.resolve(literal.literal).arguments.map(self.resolve)
                guard arguments.count == literal.elements.count, let index = arguments.firstIndex(of: part), self.resolve(literal.elements[index]) != part else { continue }
                return self.shown(literal.elements[index])
            }
            return nil
        }
    }

    fileprivate func usual(_ literal: TypeVariable.Literal) -> Type? {
        switch literal {
        case .integer: checker.int
        case .floating: checker.double
        case .string, .character: checker.string
        case .boolean: checker.bool
        case .array, .dictionary, .nilLiteral: nil
        }
    }

    /// What to say when a part turns out to have another type than the one its place has given it already.
    func expectation(of result: Type, given found: Type) -> Failure? {
        var type = result
        while case .variable(let variable) = type {
            if let conversion = expectations[variable] {
                let wanted = zonk(conversion.to)
                guard !found.hasVariable, found != wanted else { return nil }
                return Conversion(found, to: wanted, slot: ConversionSlot(), purpose: conversion.purpose, at: conversion.node).explain(self)
            }
            guard let binding = variable.binding else { return nil }
            type = binding
        }
        return nil
    }
}

extension Checker {
    /// The type of a member that is a value.
    func type(of candidate: MemberCandidate) -> Type? {
        let substitution: Specialization
        switch candidate.base {
        case .nominal(let nominal, let arguments): substitution = Specialization(nominal.generics.parameters, arguments)
        default: substitution = Specialization()
        }
        switch candidate.member {
        case .stored(let property): return normalized(substitution(property.type))
        case .computed(let property):
            if let owner = property.getter.owner, owner.kind == .proto { return normalized(Specialization(owner.generics.parameters, [candidate.base])(property.type)) }
            return normalized(substitution(property.type))
        case .staticStored(let variable): return variable.type
        case .enumCase(let enumCase): return enumCase.payload.isEmpty ? candidate.base : nil
        case .function(let function):
            guard function.generics.parameters.count == (function.owner?.generics.parameters.count ?? 0), !function.isRequirement else { return nil }
            if let owner = function.owner, owner.kind == .proto { return normalized(Specialization(owner.generics.parameters, [candidate.base])(function.signatureType)) }
            return normalized(substitution(function.signatureType))
        case .type, .alias: return nil
        }
    }
}

extension ExprSyntax {
    /// Whether a `?` within makes the whole optional: `name?.count`.
    var isOptionalChain: Bool {
        var node = self
        while true {
            if node.is(OptionalChainingExprSyntax.self) { return true }
            if let access = node.as(MemberAccessExprSyntax.self), let base = access.base {
                node = base
            } else if let call = node.as(FunctionCallExprSyntax.self) {
                node = call.calledExpression
            } else if let call = node.as(SubscriptCallExprSyntax.self) {
                node = call.calledExpression
            } else {
                return false
            }
        }
    }

    /// The kind of literal that it is, a sign before it included.
    fileprivate var writtenLiteral: TypeVariable.Literal? {
        switch self.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr: .integer
        case .floatLiteralExpr: .floating
        case .booleanLiteralExpr: .boolean
        case .nilLiteralExpr: .nilLiteral
        case .stringLiteralExpr(let text): text.segments.count == 1 && text.segments.trimmedDescription.count == 1 ? .character : .string
        case .prefixOperatorExpr(let prefix): prefix.operator.text == "-" ? prefix.expression.writtenLiteral : nil
        default: nil
        }
    }
}

extension Type {
    /// A type that values have, known or by its name, and no protocol's.
    fileprivate var isOfValues: Bool {
        switch self {
        case .nominal(let nominal, _): nominal.kind != .proto
        case .parameter, .member: true
        default: false
        }
    }
}

/// Whether an expression holds a closure.
private final class ClosureFinder: SyntaxVisitor {
    private var found = false
    static func holds(_ node: Syntax) -> Bool {
        let finder = ClosureFinder(viewMode: .sourceAccurate)
        finder.walk(node)
        return finder.found
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        found = true
        return .skipChildren
    }
}
