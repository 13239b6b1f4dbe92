import SwiftSyntax

/// The end of an optional chain: T becomes T?, T? stays.
final class ChainEnd: Constraint {
    let inner: Type, result: Type
    init(_ inner: Type, result: Type, at node: Syntax) {
        (self.inner, self.result) = (inner, result)
        super.init(at: node)
    }
    override var types: [Type] { [inner, result] }
    override func attempt(_ solver: Solver) -> Attempt {
        let known = solver.resolve(inner)
        if case .variable = known { return .waiting }
        return solver.unify(result, known.optionalPayload != nil ? known : solver.checker.optional(known)) ? .solved : .failed
    }
    override func explain(_ solver: Solver) -> Failure {
        let known = solver.shown(inner)
        return solver.expectation(of: result, given: known.optionalPayload != nil ? known : solver.checker.optional(known)) ?? super.explain(solver)
    }
}

/// `a ?? b`: b is either the payload's type or again optional.
final class Coalesce: Constraint {
    let left: Type, right: Type, result: Type
    let leftSlot: ConversionSlot, slot: ConversionSlot
    init(_ left: Type, _ right: Type, result: Type, leftSlot: ConversionSlot, slot: ConversionSlot, at node: Syntax) {
        (self.left, self.right, self.result, self.leftSlot, self.slot) = (left, right, result, leftSlot, slot)
        super.init(at: node)
    }
    /// Where any value will do, the two sides need not agree.
    var takesAny = false
    /// What the left side, an optional chain, ends in.
    var chain: Type?
    /// The left side is a `map`, whose result's type is found late.
    var isMapped = false
    override var types: [Type] { [left, right, result] }
    override func attempt(_ solver: Solver) -> Attempt {
        let base = solver.resolve(left)
        leftSlot.steps = []
        guard let payload = base.optionalPayload else {
            if case .variable(let variable) = base {
                if variable.literal == nil { return .waiting }
                if variable.literal == .nilLiteral {
                    let payload = solver.fresh()
                    return solver.bind(variable, to: solver.checker.optional(payload)) ? settle(payload, solver) : .failed
                }
                leftSlot.steps = [.wrap]
                return settle(base, solver)
            }
            if case .error = base { return solver.unify(result, right) ? .solved : .failed }
            // Swift lets a non-optional left side pass, with a warning.
            leftSlot.steps = [.wrap]
            return settle(base, solver)
        }
        return settle(payload, solver)
    }
    private func settle(_ payload: Type, _ solver: Solver) -> Attempt {
        let other = solver.resolve(right)
        if case .variable(let variable) = other, variable.literal == nil, !solver.implicitMembers.contains(variable) { return .waiting }
        // What the `map` gives decides whether the two agree.
        if takesAny, isMapped, solver.zonk(payload).hasVariable { return .waiting }
        // So does anything else that something but this may yet find out.
        if takesAny, !solver.zonk(other).hasVariable, case .variable(let open) = solver.resolve(payload), open.literal == nil,
            solver.isAwaited(open, besides: { $0 === self })
        {
            return .waiting
        }
        let isOptional: Bool
        if case .variable(let variable) = other, variable.literal == .nilLiteral {
            // An Optional of an Optional gives an Optional anyway.
            isOptional = solver.resolve(payload).optionalPayload == nil
        } else {
            isOptional = other.optionalPayload != nil && solver.resolve(payload).optionalPayload == nil
        }
        let target = isOptional ? solver.checker.optional(payload) : payload
        let operand = node.parent?.as(InfixOperatorExprSyntax.self).map { Syntax($0.rightOperand) } ?? node
        if takesAny, !isOptional, solver.resolve(left).optionalPayload != nil, prefersAny(payload, other, solver) {
            leftSlot.steps = [.elements(.erase)]
            solver.add(Conversion(right, to: .any, slot: slot, purpose: .argument, at: operand))
            return solver.unify(result, .any) ? .solved : .failed
        }
        solver.add(Conversion(right, to: target, slot: slot, purpose: .argument, at: operand))
        return solver.unify(result, target) ? .solved : .failed
    }
    /// Swift takes both sides as `Any` where they do not agree; and where the left side's type is found late, it lets a literal on the right be what it is by itself:
    /// `print(point?.x ?? 0)` prints `0`.
    private func prefersAny(_ payload: Type, _ other: Type, _ solver: Solver) -> Bool {
        let known = solver.resolve(payload)
        guard !solver.zonk(known).hasVariable, !known.isAny else { return false }
        if case .variable(let variable) = other, let literal = variable.literal {
            if !solver.accepts(known, literal) { return true }
            let isLate = isMapped || chain.map { solver.resolve($0).optionalPayload == nil } ?? false
            return isLate && literal == .integer && known != solver.checker.int
        }
        if case .variable = other { return false }
        return !solver.zonk(other).hasVariable && !solver.mightConvert(other, known)
    }

    override func explain(_ solver: Solver) -> Failure {
        if let payload = solver.zonk(left).optionalPayload, let failure = solver.expectation(of: result, given: solver.shown(payload)) { return failure }
        return Failure(offset: offset, message: "binary operator '??' cannot be applied to operands of type '\(solver.zonk(left))' and '\(solver.zonk(right))'")
    }
}

/// `x!`, `x?`: takes the optional apart.
final class Unwrap: Constraint {
    let optional: Type, payload: Type
    let isForce: Bool
    init(_ optional: Type, payload: Type, isForce: Bool, at node: Syntax) {
        (self.optional, self.payload, self.isForce) = (optional, payload, isForce)
        super.init(at: node)
    }
    override var types: [Type] { [optional, payload] }
    override func attempt(_ solver: Solver) -> Attempt {
        let known = solver.resolve(optional)
        if case .variable = known { return .waiting }
        if case .error = known { return solver.unify(payload, .error) ? .solved : .failed }
        guard let inner = known.optionalPayload else { return .failed }
        return solver.unify(payload, inner) ? .solved : .failed
    }
    override func explain(_ solver: Solver) -> Failure {
        let type = solver.zonk(optional)
        // There is something to unwrap, but not what is wanted.
        if let inner = type.optionalPayload, let failure = solver.expectation(of: payload, given: inner) { return failure }
        return Failure(
            offset: offset,
            message: isForce
                ? "cannot force unwrap value of non-optional type '\(type)'"
                : "cannot use optional chaining on non-optional value of type '\(type)'")
    }
}

/// `x == nil`: what is no optional is never nil, which Swift lets pass with a warning.
final class NilTest: Constraint {
    let optional: Type, payload: Type
    let slot: ConversionSlot
    init(_ optional: Type, payload: Type, slot: ConversionSlot, at node: Syntax) {
        (self.optional, self.payload, self.slot) = (optional, payload, slot)
        super.init(at: node)
    }
    override var types: [Type] { [optional, payload] }
    override func attempt(_ solver: Solver) -> Attempt {
        let known = solver.resolve(optional)
        if case .variable = known { return .waiting }
        if case .error = known { return solver.unify(payload, .error) ? .solved : .failed }
        if let inner = known.optionalPayload { return solver.unify(payload, inner) ? .solved : .failed }
        slot.steps = [.wrap]
        return solver.unify(payload, known) ? .solved : .failed
    }
    override func explain(_ solver: Solver) -> Failure {
        Failure(offset: offset, message: "type of expression is ambiguous without a type annotation")
    }
}

/// Something declared as `T!`: an Optional, unless only its payload fits.
final class ImplicitUnwrap: Choice {
    final class Decision { var isForced = false }
    let optional: Type, type: Type
    let decision = Decision()
    init(_ optional: Type, as type: Type, at node: Syntax) {
        (self.optional, self.type) = (optional, type)
        super.init(at: node)
    }
    override var types: [Type] { [optional, type] }

    override func attempt(_ solver: Solver) -> Attempt {
        let wanted = solver.resolve(type)
        if case .variable(let variable) = wanted, variable.literal == nil { return .waiting }
        return take(forced: wanted.optionalPayload == nil, solver) ? .solved : .failed
    }
    override func count(_ solver: Solver) -> Int { 2 }
    override func ways(_ solver: Solver) -> [Solver.Guess] {
        [false, true].map { isForced in
            { solver in
                guard self.take(forced: isForced, solver) else { return false }
                solver.remove(self)
                return true
            }
        }
    }
    private func take(forced isForced: Bool, _ solver: Solver) -> Bool {
        decision.isForced = isForced
        return solver.unify(type, isForced ? optional.optionalPayload ?? optional : optional)
    }
}

/// The elements of an array or dictionary literal, once its type is known.
final class LiteralElements: Constraint {
    let literal: Type
    let elements: [Type]
    init(_ literal: Type, elements: [Type], at node: Syntax) {
        (self.literal, self.elements) = (literal, elements)
        super.init(at: node)
    }
    override var types: [Type] { [literal] + elements }
    override func attempt(_ solver: Solver) -> Attempt {
        let known = solver.resolve(literal)
        guard case .nominal(_, let arguments) = known else {
            if case .variable = known { return .waiting }
            if case .error = known { return .solved }
            return .failed
        }
        if ["Array", "Set", "ArraySlice", "Dictionary"].contains(known.standardName ?? ""), arguments.count == elements.count {
            return zip(elements, arguments).allSatisfy { solver.unify($0, $1) } ? .solved : .failed
        }
        if elements.count == 2 {
            let key = solver.checker.associatedType("Key", of: known), value = solver.checker.associatedType("Value", of: known)
            return solver.unify(elements[0], key) && solver.unify(elements[1], value) ? .solved : .failed
        }
        guard elements.count == 1 else { return .failed }
        var element = solver.checker.associatedType("ArrayLiteralElement", of: known)
        var isUnknown = element.hasParameter && !known.hasParameter
        if case .error = element { isUnknown = true }
        if isUnknown { element = solver.checker.literalInitializerElement(of: known) ?? .error }
        return solver.unify(elements[0], element) ? .solved : .failed
    }
}

/// `base.name` without a call.
final class MemberAccess: Choice {
    let base: Type
    let name: String
    let labels: [String?]?
    let isStatic: Bool
    let result: Type
    let decision: MemberDecision

    init(_ base: Type, name: String, labels: [String?]?, isStatic: Bool, result: Type, decision: MemberDecision, at node: Syntax) {
        (self.base, self.name, self.labels, self.isStatic, self.result, self.decision) = (base, name, labels, isStatic, result, decision)
        super.init(at: node)
    }
    override var types: [Type] { [base, result] }

    private var found: [MemberCandidate] = []
    /// On the left of an assignment: a property declared as `T!` stays an Optional.
    var isAssigned = false

    override func attempt(_ solver: Solver) -> Attempt {
        // What was found on a way that led nowhere is no choice on this one.
        found = []
        var known = solver.resolve(base)
        if case .variable(let variable) = known {
            guard variable.literal != nil, variable.literal != .nilLiteral, !solver.isOpenToFunctions(variable), solver.bindDefault(variable, with: name) else { return .waiting }
            known = solver.resolve(base)
        }
        if case .error = known { return solver.unify(result, .error) ? .solved : .failed }
        var isStatic = isStatic
        if case .metatype(let type) = known {
            (known, isStatic) = (solver.resolve(type), true)
            if case .variable = known { return .waiting }
            if name == "self" {
                decision.kind = .type(known)
                return solver.unify(result, .metatype(known)) ? .solved : .failed
            }
        }
        if case .tuple(let elements) = known, let index = elements.firstIndex(where: { $0.label == name }) ?? Int(name).flatMap({ elements.indices.contains($0) ? $0 : nil }) {
            decision.kind = .tupleElement(index)
            return solver.unify(result, elements[index].type) ? .solved : .failed
        }
        found = solver.checker.members(named: name, of: known, isStatic: isStatic)
        if found.isEmpty, isStatic, !node.memberBase.exists, let payload = known.optionalPayload {
            known = solver.resolve(payload)
            found = solver.checker.members(named: name, of: known, isStatic: true)
            decision.baseType = known
        }
        if let labels { found = found.filter { if case .function(let function) = $0.member { function.labels == labels } else { false } } }
        // A property stands before the methods of its name.
        if found.count > 1, let value = found.first(where: { $0.member.isProperty }) { found = [value] }
        if found.count > 1 {
            let wanted = solver.resolve(result)
            if case .function(let function) = wanted {
                let fitting = found.filter { candidate in
                    if case .function(let own) = candidate.member { return own.parameters.count == function.parameters.count }
                    return false
                }
                if fitting.count == 1 { found = fitting }
            }
        }
        switch found.count {
        case 0: return .failed
        case 1: return take(found[0], solver) ? .solved : .failed
        default: return .waiting
        }
    }

    override func count(_ solver: Solver) -> Int { found.count }
    override func ways(_ solver: Solver) -> [Solver.Guess] {
        found.sorted { $0.rank > $1.rank }.map { candidate in
            { solver in
                guard self.take(candidate, solver) else { return false }
                solver.remove(self)
                return true
            }
        }
    }

    private func take(_ candidate: MemberCandidate, _ solver: Solver) -> Bool {
        let base = candidate.base
        let nominal = base.nominal
        switch candidate.member {
        case .stored(let property):
            decision.kind = .stored(property)
            decision.unwrap = nil
            if property.isImplicit, !isAssigned {
                let choice = ImplicitUnwrap(Specialization(nominal?.generics.parameters ?? [], base.arguments)(property.type), as: result, at: node)
                decision.unwrap = choice.decision
                solver.add(choice)
                return true
            }
            return solver.unify(result, Specialization(nominal?.generics.parameters ?? [], base.arguments)(property.type))
        case .computed(let property):
            let opened = solver.open(property.getter, base: base, at: node)
            decision.kind = .computed(property, opened.arguments)
            return opened.isPossible && solver.unify(result, opened.substitution(property.type))
        case .staticStored(let variable):
            decision.kind = .global(variable)
            return solver.unify(result, variable.type)
        case .enumCase(let enumCase):
            decision.kind = .enumCase(enumCase, base)
            let substitution = Specialization(enumCase.owner.generics.parameters, base.arguments)
            if enumCase.payload.isEmpty { return solver.unify(result, base) }
            return solver.unify(result, .function(FunctionType(parameters: enumCase.payload.map { .init(type: substitution($0.type)) }, result: base)))
        case .function(let function):
            let opened = solver.open(function, base: base, at: node)
            decision.kind = .function(Candidate(function: function, base: base, rank: candidate.rank), opened.arguments)
            var type = opened.substitution(function.signatureType)
            if isStatic || isMetatype(solver), function.kind == .method { type = .function(FunctionType(parameters: [.init(type: base)], result: type)) }
            return opened.isPossible && solver.unify(result, type)
        case .type(let nested):
            // The enclosing type's arguments come first.
            let known = base.arguments.prefix(nested.generics.parameters.count)
            let type = Type.nominal(nested, known + nested.generics.parameters.dropFirst(known.count).map { _ in solver.fresh() })
            decision.kind = .type(type)
            return solver.unify(result, .metatype(type))
        case .alias(_, let type):
            let known = Specialization(nominal?.generics.parameters ?? [], base.arguments)(type)
            decision.kind = .type(known)
            return solver.unify(result, .metatype(known))
        }
    }

    private func isMetatype(_ solver: Solver) -> Bool { if case .metatype = solver.resolve(base) { true } else { false } }

    override func explain(_ solver: Solver) -> Failure {
        let known = solver.shown(base)
        if found.count == 1, let type = solver.checker.type(of: found[0]), let failure = solver.expectation(of: result, given: solver.shown(type)) { return failure }
        return solver.checker.noMember(name, of: known, isStatic: isStatic, at: node, in: solver.scope)
    }
}

extension Checker {
    /// The element type of a library type that is made from array literals: what its initializer takes.
    func literalInitializerElement(of type: Type) -> Type? {
        guard let initializer = literalInitializer(of: type) else { return nil }
        return normalized(Specialization(initializer.owner?.generics.parameters ?? [], literalArguments(of: initializer, type))(initializer.parameters[0].type))
    }

    /// The generic arguments of an initializer of the type: its own, or the type itself where a protocol gives it.
    func literalArguments(of initializer: Function, _ type: Type) -> [Type] { initializer.owner?.kind == .proto ? [type] : type.arguments }

    /// `init(arrayLiteral:)`, `init(dictionaryLiteral:)`
    func literalInitializer(of type: Type, label: String = "arrayLiteral") -> Function? {
        for candidate in members(named: "init", of: type, isStatic: true) {
            if case .function(let function) = candidate.member, function.labels == [label], !function.isRequirement { return function }
        }
        return nil
    }

    /// What stands in the way of a mutating method that is called on an Optional without `?`: what is in it cannot be changed through it.
    private func mutation(of payload: Type, by name: String, at node: Syntax, in scope: Scope?) -> (obstacle: String, isUnclear: Bool)? {
        let methods = members(named: name, of: payload, isStatic: false)
        guard !methods.isEmpty, methods.allSatisfy({ if case .function(let function) = $0.member { function.isMutating } else { false } }),
            let call = node.as(FunctionCallExprSyntax.self), let base = call.calledExpression.as(MemberAccessExprSyntax.self)?.base
        else { return nil }
        var root = base, isIndexed = false
        while true {
            if let access = root.as(MemberAccessExprSyntax.self), let inner = access.base {
                root = inner
            } else if let access = root.as(SubscriptCallExprSyntax.self) {
                root = access.calledExpression
                isIndexed = true
            } else {
                break
            }
        }
        guard let token = root.as(DeclReferenceExprSyntax.self)?.baseName else { return nil }
        // These are declared for arrays and for all collections that can grow, which leaves the compiler undecided.
        let isDeclaredTwice = payload.standardName == "Array" && ["append", "insert", "remove", "removeAll", "reserveCapacity"].contains(name)
        guard case .variable(let variable)? = scope.flatMap({ lookUp(token.text, from: $0)?.0 }), variable.name != "self" else {
            return ("'self' is immutable", isDeclaredTwice && !isIndexed)
        }
        return ("'\(token.text)' is " + (variable.isMutable ? "immutable" : "a 'let' constant"), isDeclaredTwice && !isIndexed)
    }

    /// `state == .idle` of a type that is not Equatable: `==` was tried with Optionals last, of which the member says nothing.
    private func incomparable(with other: ExprSyntax, at node: Syntax, in scope: Scope?) -> Failure? {
        guard let infix = node.parent?.as(InfixOperatorExprSyntax.self), let scope else { return nil }
        let type = trialType(of: other, in: scope)
        guard !type.hasError, !conforms(type, to: standardType("Equatable")) else { return nil }
        return Failure(offset: infix.operator.anchorOffset, message: "binary operator '\(infix.operator.trimmedDescription)' cannot be applied to two '\(type)' operands")
    }

    func noMember(_ name: String, of type: Type, isStatic: Bool, at node: Syntax, in scope: Scope?) -> Failure {
        var known = type
        var isStatic = isStatic
        if case .metatype(let inner) = known { (known, isStatic) = (inner, true) }
        if case .variable? = known.optionalPayload, let other = node.comparedOperand, let failure = incomparable(with: other, at: node, in: scope) { return failure }
        let offset = node.anchorOffset
        let (whole, start) = node.memberBase
        let isOfTuple =
            if case .tuple(let elements)? = known.optionalPayload { elements.contains { $0.label == name } || Int(name).map(elements.indices.contains) == true } else { false }
        if !isStatic, let payload = known.optionalPayload, isOfTuple || !members(named: name, of: payload, isStatic: isStatic).isEmpty {
            let change = mutation(of: payload, by: name, at: node, in: scope)
            if let change, change.isUnclear { return Failure(offset: offset, message: "no exact matches in call to instance method '\(name)'") }
            return Failure(
                offset: node.memberBaseEnd ?? start,
                message: "value of optional type '\(known)' must be unwrapped to refer to member '\(name)' of wrapped base type '\(payload)'",
                others: change.map { [Failure(offset: offset, message: "cannot use mutating member on immutable value: \($0.obstacle)")] } ?? [])
        }
        if isStatic, !whole, case .variable = known { return Failure(offset: offset, message: "reference to member '\(name)' cannot be resolved without a contextual type") }
        let near = suggestion(for: name, among: memberNames(of: known, isStatic: isStatic))
        if isStatic {
            if members(named: name, of: known, isStatic: false).contains(where: { !$0.member.isRequirement || $0.base == known }) {
                let advice = whole ? "; did you mean to use a value of this type instead?" : ""
                return Failure(offset: start, message: "instance member '\(name)' cannot be used on type '\(known)'" + advice)
            }
            return Failure(offset: offset, message: "type '\(known)' has no member '\(name)'", notes: near)
        }
        let ofType = members(named: name, of: known, isStatic: true)
        if !ofType.isEmpty, name != "init" {
            if ofType.contains(where: { if case .enumCase = $0.member { true } else { false } }) {
                return Failure(offset: start, message: "enum case '\(name)' cannot be used as an instance member")
            }
            return Failure(offset: start, message: "static member '\(name)' cannot be used on instance of type '\(known)'")
        }
        if case .tuple = known { return Failure(offset: offset, message: "value of tuple type '\(known)' has no member '\(name)'") }
        return Failure(offset: offset, message: "value of type '\(known)' has no member '\(name)'", notes: near)
    }
}

extension Syntax {
    /// What an implicit member is compared to.
    fileprivate var comparedOperand: ExprSyntax? {
        guard self.as(MemberAccessExprSyntax.self)?.base == nil, let infix = parent?.as(InfixOperatorExprSyntax.self), ["==", "!="].contains(infix.operator.trimmedDescription)
        else { return nil }
        return Syntax(infix.leftOperand).id == id ? infix.rightOperand : infix.leftOperand
    }
    /// Where what is before the dot ends: its last token.
    fileprivate var memberBaseEnd: Int? {
        var node = self
        if let call = node.as(FunctionCallExprSyntax.self) { node = Syntax(call.calledExpression) }
        return node.as(MemberAccessExprSyntax.self)?.base?.lastToken(viewMode: .sourceAccurate)?.positionAfterSkippingLeadingTrivia.utf8Offset
    }
    /// Whether there is something before the dot, and where that stands.
    fileprivate var memberBase: (exists: Bool, offset: Int) {
        var node = self
        if let call = node.as(FunctionCallExprSyntax.self) { node = Syntax(call.calledExpression) }
        if let base = node.as(MemberAccessExprSyntax.self)?.base { return (base.trimmedDescription != "self", base.anchorOffset) }
        return (false, anchorOffset)
    }
}

extension Member {
    var isProperty: Bool {
        switch self {
        case .stored, .computed, .staticStored, .enumCase: true
        case .function, .type, .alias: false
        }
    }
}
