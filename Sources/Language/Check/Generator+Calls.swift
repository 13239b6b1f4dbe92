import SwiftSyntax

/// Calls and subscripts.
extension Generator {
    func call(_ syntax: FunctionCallExprSyntax, expecting: Type?) -> Term {
        let node = ExprSyntax(syntax)
        let callee = syntax.calledExpression
        if let type = typeNamed(callee) { return construct(type, syntax, at: node) }
        if let reference = callee.as(DeclReferenceExprSyntax.self) {
            let name = reference.baseName.text
            let labels = reference.argumentNames?.arguments.map { $0.name.text == "_" ? nil : $0.name.text }
            switch meaning(of: name, at: callee) {
            case .functions(let candidates):
                return functionCall(candidates.filter { labels == nil || $0.function.labels == labels! }, receiver: nil, written(syntax), name: name, at: node)
            case .implicitMember(let this, let type):
                let arguments = written(syntax)
                if let outer = functions(named: name, beyondMembersOf: type, for: arguments) { return functionCall(outer, receiver: nil, arguments, name: name, at: node) }
                return memberCall(implicitBase(this, type, at: callee), name: name, arguments: arguments, at: node)
            case .type(let type): return construct(type, syntax, at: node)
            case .variable, .property: break
            case .nothing:
                if name == "Self" { if case .metatype(let type) = unknown(name, at: callee).type { return construct(type, syntax, at: node) } }
                if name == "type", syntax.arguments.count == 1, syntax.arguments.first?.label?.text == "of" { return typeOf(syntax) }
                _ = written(syntax)
                return unknown(name, at: callee)
            }
        }
        if let access = callee.as(MemberAccessExprSyntax.self) {
            let name = access.declName.baseName.text.trimmingBackticks
            guard let base = access.base else { return implicitMember(name, arguments: written(syntax), at: node) }
            if let functions = moduleFunctions(base, name) { return functionCall(functions, receiver: nil, written(syntax), name: name, at: node) }
            let inner = open(base)
            if name == "init", case .metatype = inner.type {} else if name == "init", base.trimmedDescription == "self" { return delegate(inner, syntax, at: node) }
            let term = memberCall(inner, name: name, arguments: written(syntax), at: node)
            term.isChain = inner.isChain
            return term
        }
        let inner = open(callee)
        let term = valueCall(inner, written(syntax), at: node)
        term.isChain = inner.isChain
        return term
    }

    func written(_ syntax: FunctionCallExprSyntax) -> [WrittenArgument] {
        var arguments = written(syntax.arguments)
        if let closure = syntax.trailingClosure { arguments.append(WrittenArgument(label: nil, term: generate(ExprSyntax(closure)), isTrailing: true)) }
        for more in syntax.additionalTrailingClosures {
            let label = more.label.text
            arguments.append(WrittenArgument(label: label == "_" ? nil : label, term: generate(ExprSyntax(more.closure)), isTrailing: true))
        }
        return arguments
    }

    func written(_ list: LabeledExprListSyntax) -> [WrittenArgument] {
        let isUnfinished = checker.question?.isUnfinished(list) ?? false
        return list.compactMap { argument in
            if let question = checker.question, argument.expression.is(MissingExprSyntax.self) || (isUnfinished && question.isBeingTyped(argument, self)) { return nil }
            let before = mentioned.count
            let term = generate(argument.expression)
            term.mentioned = Array(mentioned[before...])
            return WrittenArgument(label: argument.label?.text, term: term, isUnfinished: isUnfinished)
        }
    }

    /// `T(…)`.
    func construct(_ type: Type, _ syntax: FunctionCallExprSyntax, at node: ExprSyntax) -> Term {
        if case .error = type {
            _ = written(syntax)
            return error(node)
        }
        // `Void()`
        if type.isVoid, syntax.arguments.isEmpty, syntax.trailingClosure == nil {
            return Term(node, .void) { [checker] in Expression(kind: .tuple([]), type: .void, place: checker.place(node)) }
        }
        if case .tuple(let elements) = type, let made = constructTuple(type, elements, syntax, at: node) { return made }
        // What is given as a literal has the type at once: `UInt64(18446744073709551615)`, `Unicode.Scalar("a")`.
        if let only = syntax.arguments.first, syntax.arguments.count == 1, only.label == nil, syntax.trailingClosure == nil, let literal = literalKind(only.expression),
            solver.accepts(type, literal)
        {
            let term = generate(only.expression)
            _ = solver.unify(term.type, type)
            return Term(node, term.type) { term.build() }
        }
        let base = typeTerm(type, at: node)
        return memberCall(base, name: "init", arguments: written(syntax), at: node)
    }

    /// `Point(x: 1, y: 2)` for `typealias Point = (x: Int, y: Int)`. Nil where the elements are not those.
    private func constructTuple(_ type: Type, _ elements: [TupleElement], _ syntax: FunctionCallExprSyntax, at node: ExprSyntax) -> Term? {
        let labels = syntax.arguments.map { $0.label?.text }
        guard labels.count == elements.count, labels == elements.map(\.label) || labels.allSatisfy({ $0 == nil }), syntax.trailingClosure == nil else { return nil }
        let terms = syntax.arguments.map { generate($0.expression) }
        let slots = zip(terms, elements).map { convert($0, to: $1.type, .argument) }
        return Term(node, type) { [checker, solver] in
            let known = solver.zonk(type)
            guard case .tuple(let elements) = known else { return Expression(kind: .tuple([]), type: .error, place: checker.place(node)) }
            let parts = zip(zip(terms, slots), elements).map { made, element in made.1.apply(made.0.build(), to: element.type, solver) }
            return Expression(kind: .tuple(parts), type: known, place: checker.place(node))
        }
    }

    private func literalKind(_ expression: ExprSyntax) -> TypeVariable.Literal? {
        if expression.is(IntegerLiteralExprSyntax.self) { return .integer }
        if expression.is(FloatLiteralExprSyntax.self) { return .floating }
        if let prefix = expression.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" { return literalKind(prefix.expression) }
        if let text = expression.as(StringLiteralExprSyntax.self), text.segments.count == 1, case .stringSegment(let segment)? = text.segments.first {
            let value = StringLiteralText.unescape(segment.content.text, hashes: text.openingPounds?.text.count ?? 0) { _, _ in }
            return value.count == 1 ? .character : .string
        }
        return nil
    }

    /// `self.init(…)` inside an initializer.
    private func delegate(_ this: Term, _ syntax: FunctionCallExprSyntax, at node: ExprSyntax) -> Term {
        let force = node.parent?.as(ForceUnwrapExprSyntax.self)
        if let function = scope.function { checker.delegating.insert(function) }
        let made = memberCall(typeTerm(this.type, at: node), name: "init", arguments: written(syntax), at: node)
        return Term(node, .void) { [checker, scope] in
            var value = made.build()
            if case .call(let callee, _, _) = value.kind, callee.function.isFailable, let payload = value.type.optionalPayload {
                if let force {
                    value = Expression(kind: .force(value), type: payload, place: checker.place(force.exclamationMark))
                } else if scope.function?.isFailable == false, let name = syntax.calledExpression.as(MemberAccessExprSyntax.self)?.declName {
                    checker.report(name, "a non-failable initializer cannot delegate to failable initializer '\(callee.function.fullName)' written with 'init?'")
                }
            }
            return Expression(kind: .assign(this.build(), value), type: .void, place: checker.place(node))
        }
    }

    func functionCall(_ candidates: [Candidate], receiver: Term?, _ arguments: [WrittenArgument], name: String, isOperator: Bool = false, at node: ExprSyntax) -> Term {
        let result = solver.fresh()
        let decision = CallDecision()
        let anchor: Syntax = if let infix = node.as(InfixOperatorExprSyntax.self) { Syntax(infix.operator) } else { Syntax(node) }
        solver.settle(Call(candidates, arguments, result: result, decision: decision, name: name, isOperator: isOperator, at: anchor))
        return Term(node, result) { [self] in buildCall(decision, receiver: receiver, arguments, type: result, at: node) }
    }

    /// - Parameter isImplicit: whether the base is what is wanted there, and not written (`.init(1)`).
    func memberCall(_ base: Term, name: String, arguments: [WrittenArgument], isImplicit: Bool = false, at node: ExprSyntax) -> Term {
        let result = solver.fresh()
        let decision = CallDecision()
        solver.settle(MemberCall(base.type, name: name, arguments: arguments, result: result, decision: decision, isImplicit: isImplicit, at: Syntax(node)))
        return Term(node, result) { [self] in
            if !isImplicit, let kind = decision.candidate?.function.kind, kind == .initializer || kind == .staticMethod {
                rejectOfProtocol(name, of: base, isInitializer: kind == .initializer, at: node)
            }
            if let member = decision.member {
                let callee = buildMember(member, base: base, type: decision.valueType ?? .error, at: node)
                if let callable = decision.callable, callable.candidate != nil {
                    return buildCall(callable, receiver: Term(node, callee.type) { callee }, arguments, type: result, at: node)
                }
                return buildValueCall(callee, arguments, slots: decision.slots, type: result, at: node)
            }
            if let (enumCase, owner) = decision.enumCase { return buildCase(enumCase, of: owner, arguments, decision, type: result, at: node) }
            return buildCall(decision, receiver: base, arguments, type: result, at: node)
        }
    }

    private func buildCase(_ enumCase: EnumCase, of owner: Type, _ arguments: [WrittenArgument], _ decision: CallDecision, type: Type, at node: ExprSyntax) -> Expression {
        let known = solver.zonk(owner)
        let substitution = Specialization(enumCase.owner.generics.parameters, known.arguments)
        var built: [Expression] = []
        for (index, binding) in decision.bindings.enumerated() {
            let wanted = substitution(enumCase.payload[index].type)
            switch binding {
            case .argument(let position): built.append(decision.slots[position].apply(arguments[position].term.build(), to: wanted, solver))
            case .defaulted:
                guard let syntax = enumCase.defaults[index] else { continue }
                built.append(checker.checkExpression(syntax, expecting: wanted, in: checker.homeScope(of: enumCase.owner), purpose: .argument))
            case .variadic: break
            }
        }
        return Expression(kind: .enumCase(enumCase, arguments: built), type: solver.zonk(type), place: checker.place(node))
    }

    func buildCall(_ decision: CallDecision, receiver: Term?, _ arguments: [WrittenArgument], type: Type, at node: ExprSyntax) -> Expression {
        let place = checker.place(node)
        guard let candidate = decision.candidate else { return Expression(kind: .tuple([]), type: .error, place: place) }
        let function = candidate.function
        let typeArguments = decision.typeArguments.map(solver.zonk)
        if let open = zip(function.generics.parameters, typeArguments).first(where: { $1.hasVariable }) {
            checker.report(node, "generic parameter '\(open.0.name)' could not be inferred")
            return Expression(kind: .tuple([]), type: .error, place: place)
        }
        var builtReceiver: Expression?
        if let receiver, function.kind == .method {
            if case .metatype = solver.resolve(receiver.type) {
            } else {
                let built = receiver.build()
                if function.isMutating { checker.requireMutable(built, for: .mutatingMember, at: node, in: scope) }
                if case .existential = built.type, function.takesSelfOrAssociated {
                    checker.report(
                        at: receiver.node.anchorOffset,
                        "member '\(function.name)' cannot be used on value of type '\(built.type)'; consider using a generic constraint instead")
                }
                builtReceiver = built
            }
        } else if let receiver, function.kind == .staticMethod || (function.kind == .initializer && function.isRequirement), isExistentialMetatype(receiver) {
            builtReceiver = receiver.build()
        }
        // A type all of whose fields have values can be made without naming one.
        let namesNone = function.isMemberwise && decision.bindings.allSatisfy { if case .defaulted = $0 { true } else { false } }
        checker.requireAccess(function.name, privateTo: function.isPrivate && !namesNone ? function.owner : nil, from: scope, at: node)
        let substitution = Specialization(function.generics.parameters, typeArguments)
        let built = buildArguments(decision, arguments, of: function, substitution, at: node)
        let call = Expression.Kind.call(Callee(function: function, typeArguments: typeArguments), receiver: builtReceiver, arguments: built)
        let known = solver.zonk(type)
        if function.result.standardName == "Never", known.standardName != "Never" {
            return Expression(kind: .convert(.never, Expression(kind: call, type: function.result, place: place)), type: known, place: place)
        }
        if decision.unwrap?.isForced == true { return Expression(kind: call, type: checker.optional(known), place: place).implicitlyForced(known) }
        return Expression(kind: call, type: known, place: place)
    }

    func buildArguments(_ decision: CallDecision, _ arguments: [WrittenArgument], of function: Function, _ substitution: Specialization, at node: ExprSyntax) -> [Argument] {
        let isOperator = function.isOperatorFixity != nil
        for (index, binding) in decision.bindings.enumerated() {
            if case .defaulted = binding { checker.resolveDefault(of: function, at: index) }
        }
        return zip(function.parameters, decision.bindings).map { parameter, binding in
            let type = solver.zonk(substitution(parameter.type))
            switch binding {
            case .argument(let index): return .value(buildArgument(arguments[index], decision.slots[index], parameter, type, operation: isOperator ? node : nil))
            case .variadic(let indices): return .variadic(indices.map { buildArgument(arguments[$0], decision.slots[$0], parameter, type, operation: nil) })
            case .defaulted:
                // Where the call stands is known here alone.
                guard let here = whereabouts(named: parameter.defaultText, at: node), here.type == type else { return .defaulted }
                return .value(here)
            }
        }
    }

    func buildArgument(_ argument: WrittenArgument, _ slot: ConversionSlot, _ parameter: Parameter, _ type: Type, operation: ExprSyntax?) -> Expression {
        let term = argument.term
        if parameter.isInout {
            let built = term.build()
            checker.requireMutable(built, for: operation == nil ? .inoutArgument : .mutatingOperator, at: operation ?? term.node, in: scope)
            return Expression(kind: .inout(built), type: built.type, place: operation == nil ? checker.place(term.node) : built.place)
        }
        let value = slot.apply(term.build(), to: type, solver)
        guard parameter.isAutoclosure else { return value }
        return checker.wrapped(value, asClosureIn: scope, mentioned: term.mentioned)
    }

    // MARK: Calls of values

    func valueCall(_ callee: Term, _ arguments: [WrittenArgument], at node: ExprSyntax) -> Term {
        let result = solver.fresh()
        let slots = arguments.map { _ in ConversionSlot() }
        let call = ValueCall(callee.type, arguments: arguments, result: result, slots: slots, at: Syntax(node))
        solver.add(call)
        return Term(node, result) { [self] in
            if call.callable.candidate != nil { return buildCall(call.callable, receiver: callee, arguments, type: result, at: node) }
            return buildValueCall(callee.build(), arguments, slots: slots, type: result, at: node)
        }
    }

    func buildValueCall(_ callee: Expression, _ arguments: [WrittenArgument], slots: [ConversionSlot], type: Type, at node: ExprSyntax) -> Expression {
        let place = checker.place(node)
        guard case .function(let function) = callee.type else { return Expression(kind: .tuple([]), type: .error, place: place) }
        let built = zip(zip(arguments, slots), function.parameters).map { pair, parameter -> Argument in
            let (argument, slot) = pair
            if parameter.isInout {
                let value = argument.term.build()
                checker.requireMutable(value, for: .inoutArgument, at: argument.term.node, in: scope)
                return .value(Expression(kind: .inout(value), type: value.type, place: value.place))
            }
            return .value(slot.apply(argument.term.build(), to: parameter.type, solver))
        }
        return Expression(kind: .callValue(callee, arguments: built), type: solver.zonk(type), place: place)
    }

    // MARK: Subscripts

    func subscriptCall(_ syntax: SubscriptCallExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        if syntax.arguments.first?.label?.text == "keyPath" {
            checker.unsupported(node, "access through key paths ('[keyPath:]')", instead: "a closure")
            return error(node)
        }
        let base = open(syntax.calledExpression)
        if let only = syntax.arguments.first, syntax.arguments.count == 1, only.expression.as(DeclReferenceExprSyntax.self)?.baseName.text == "..." {
            // `x[...]` is all of x, as a slice.
            let zero = Term(node, checker.int) { [checker] in Expression(kind: .integer(magnitude: 0, isNegative: false), type: checker.int, place: checker.place(node)) }
            return memberCall(base, name: "dropFirst", arguments: [WrittenArgument(label: nil, term: zero)], at: node)
        }
        var arguments = written(syntax.arguments)
        if let closure = syntax.trailingClosure { arguments.append(WrittenArgument(label: nil, term: generate(ExprSyntax(closure)), isTrailing: true)) }
        return subscriptTerm(base, arguments, at: node)
    }

    /// `base[…]`, written so or as a part of a key path.
    func subscriptTerm(_ base: Term, _ arguments: [WrittenArgument], at node: ExprSyntax) -> Term {
        let result = solver.fresh()
        let decision = CallDecision()
        solver.settle(MemberCall(base.type, name: "subscript", arguments: arguments, result: result, decision: decision, at: Syntax(node)))
        let term = Term(node, result) { [self] in
            let place = checker.place(node)
            guard let candidate = decision.candidate, let property = checker.property(of: candidate) else { return Expression(kind: .tuple([]), type: .error, place: place) }
            let typeArguments = decision.typeArguments.map(solver.zonk)
            let substitution = Specialization(candidate.function.generics.parameters, typeArguments)
            checker.requireAccess("subscript", privateTo: candidate.function.isPrivate ? candidate.function.owner : nil, from: scope, at: node)
            let indices = buildArguments(decision, arguments, of: candidate.function, substitution, at: node)
            let receiver = property.isStatic ? nil : base.build()
            if property.getter.isMutating, let receiver { checker.requireMutable(receiver, for: .mutatingGetter, at: node, in: scope) }
            return Expression(kind: .computed(receiver, property, typeArguments: typeArguments, indices: indices), type: solver.zonk(result), place: place)
        }
        term.isChain = base.isChain
        return term
    }

    private func typeOf(_ syntax: FunctionCallExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        guard let argument = syntax.arguments.first else { return error(node) }
        let inner = generate(argument.expression)
        return Term(node, .metatype(inner.type)) { [checker, solver] in
            let type = solver.zonk(inner.type)
            _ = inner.build()
            return Expression(kind: .type(type), type: .metatype(type), place: checker.place(node))
        }
    }
}

/// `base.name(…)`, before the base's type is known.
final class MemberCall: Constraint {
    let base: Type
    let name: String
    let arguments: [WrittenArgument]
    let result: Type
    let decision: CallDecision
    /// Whether the base is not written.
    private let isImplicit: Bool

    init(_ base: Type, name: String, arguments: [WrittenArgument], result: Type, decision: CallDecision, isImplicit: Bool = false, at node: Syntax) {
        (self.base, self.name, self.arguments, self.result, self.decision, self.isImplicit) = (base, name, arguments, result, decision, isImplicit)
        super.init(at: node)
    }
    override var types: [Type] { [base, result] + arguments.map(\.term.type) }

    override func attempt(_ solver: Solver) -> Attempt {
        let checker = solver.checker
        var known = solver.resolve(base)
        if case .variable(let variable) = known {
            guard variable.literal != nil, variable.literal != .nilLiteral, !solver.isOpenToFunctions(variable), solver.bindDefault(variable, with: name) else { return .waiting }
            known = solver.resolve(base)
        }
        if case .error = known {
            // Nothing is known of what it is given either.
            for argument in arguments { solver.forget(argument.term) }
            return solver.unify(result, .error) ? .solved : .failed
        }
        var isStatic = false
        if case .metatype(let type) = known {
            (known, isStatic) = (solver.resolve(type), true)
            if case .variable = known { return .waiting }
        }
        decision.member = nil
        decision.enumCase = nil
        var found = checker.members(named: name, of: known, isStatic: isStatic)
        if isStatic, isImplicit, let payload = known.optionalPayload {
            // `.init(x: 1)` where an Optional is wanted is one of what is in it.
            let inner = checker.members(named: name, of: solver.resolve(payload), isStatic: true)
            if !found.contains(where: { takes(arguments, $0.member, checker) }) {
                if found.isEmpty || !inner.isEmpty { (known, found) = (solver.resolve(payload), inner) }
            } else if name == "init" {
                // `.init(1)` may be either; the Optional's own comes first.
                found += inner.map { MemberCandidate(member: $0.member, base: $0.base, rank: $0.rank - 200) }
            }
        }
        if name == "subscript", case .tuple = known { return .failed }
        let functions = found.compactMap { candidate -> Candidate? in
            switch candidate.member {
            case .function(let function): Candidate(function: function, base: candidate.base, rank: candidate.rank)
            case .computed(let property) where name == "subscript": Candidate(function: property.getter, base: candidate.base, rank: candidate.rank)
            default: nil
            }
        }
        for case .enumCase(let enumCase) in found.map(\.member) where !enumCase.payload.isEmpty { return takeCase(enumCase, known, solver) }
        // An instance method named on the type takes the instance first.
        if isStatic, !functions.isEmpty, functions.allSatisfy({ $0.function.kind == .method }), name != "subscript" {
            return arguments.count == 1 && arguments[0].label == nil ? callValue(isStatic: true, solver) : .failed
        }
        // `text.count()`: none of the methods takes this, so the property of the name is called.
        if name != "subscript", !functions.isEmpty, found.contains(where: { $0.member.isProperty }),
            functions.allSatisfy({ checker.match(arguments, to: $0.function.parameters) == nil })
        {
            return callValue(isStatic: isStatic, solver)
        }
        if !functions.isEmpty {
            let shown = name == "init" ? "init" : name
            solver.settle(Call(functions, arguments, result: result, decision: decision, name: shown, at: node))
            return .solved
        }
        if !found.isEmpty || isTupleElement(known) {
            return callValue(isStatic: isStatic, solver)
        }
        return .failed
    }

    /// Whether the arguments may go to the member, by their labels.
    private func takes(_ arguments: [WrittenArgument], _ member: Member, _ checker: Checker) -> Bool {
        if case .function(let function) = member { checker.match(arguments, to: function.parameters) != nil } else { true }
    }

    /// A property that holds a function, or a value with `callAsFunction`.
    private func callValue(isStatic: Bool, _ solver: Solver) -> Attempt {
        let member = MemberDecision()
        let type = solver.fresh()
        decision.member = member
        decision.valueType = type
        decision.slots = arguments.map { _ in ConversionSlot() }
        solver.add(MemberAccess(base, name: name, labels: nil, isStatic: isStatic, result: type, decision: member, at: node))
        let call = ValueCall(type, arguments: arguments, result: result, slots: decision.slots, at: node)
        decision.callable = call.callable
        solver.add(call)
        return .solved
    }

    private func isTupleElement(_ type: Type) -> Bool {
        if case .tuple(let elements) = type { return elements.contains { $0.label == name } || Int(name).map { elements.indices.contains($0) } ?? false }
        return false
    }

    private func takeCase(_ enumCase: EnumCase, _ owner: Type, _ solver: Solver) -> Attempt {
        let substitution = Specialization(enumCase.owner.generics.parameters, owner.arguments)
        let parameters = zip(enumCase.payload, enumCase.defaults.map { $0 != nil } + Array(repeating: false, count: enumCase.payload.count)).map { element, hasDefault in
            Parameter(label: element.label, type: substitution(element.type), hasDefault: hasDefault)
        }
        guard let bindings = solver.checker.match(arguments, to: parameters) else { return .failed }
        decision.enumCase = (enumCase, owner)
        decision.bindings = bindings
        decision.slots = arguments.map { _ in ConversionSlot() }
        for (parameter, binding) in zip(parameters, bindings) {
            guard case .argument(let index) = binding else { continue }
            let term = arguments[index].term
            if let closure = term.closure {
                solver.add(ClosureUse(closure, as: parameter.type, slot: decision.slots[index], at: Syntax(term.node)))
            } else {
                solver.add(Conversion(term.type, to: parameter.type, slot: decision.slots[index], purpose: .argument, at: Syntax(term.node)))
            }
        }
        return solver.unify(result, owner) ? .solved : .failed
    }

    override func explain(_ solver: Solver) -> Failure {
        var known = solver.shown(base)
        if case .metatype(let inner) = known { known = inner }
        if name == "subscript" {
            if let payload = known.optionalPayload, !solver.checker.members(named: name, of: payload, isStatic: false).isEmpty, let call = node.as(SubscriptCallExprSyntax.self) {
                return Failure(
                    offset: call.calledExpression.lastToken(viewMode: .sourceAccurate)?.positionAfterSkippingLeadingTrivia.utf8Offset ?? offset,
                    message: "value of optional type '\(known)' must be unwrapped to refer to member 'subscript' of wrapped base type '\(payload)'")
            }
            return Failure(offset: offset, message: "value of type '\(known)' has no subscripts")
        }
        if name == "init" {
            if case .existential(let protocols) = known, let proto = protocols.first {
                return Failure(offset: offset, message: "'any \(proto.name)' cannot be constructed because it has no accessible initializers")
            }
            return Failure(offset: offset, message: "'\(known)' cannot be constructed because it has no accessible initializers")
        }
        for candidate in solver.checker.members(named: name, of: known, isStatic: true) {
            if case .enumCase(let enumCase) = candidate.member {
                let parameters = enumCase.payload.map { Parameter(label: $0.label, type: $0.type) }
                if let failure = ArgumentLabels(arguments, parameters).failure(of: node) { return failure }
            }
        }
        return solver.checker.noMember(name, of: solver.shown(base), isStatic: false, at: node, in: solver.scope)
    }
}

/// A call of a value of function type.
final class ValueCall: Constraint {
    let callee: Type
    let arguments: [WrittenArgument]
    let result: Type
    let slots: [ConversionSlot]
    /// For a value of a type that has `callAsFunction`: which of these is called.
    let callable = CallDecision()
    init(_ callee: Type, arguments: [WrittenArgument], result: Type, slots: [ConversionSlot], at node: Syntax) {
        (self.callee, self.arguments, self.result, self.slots) = (callee, arguments, result, slots)
        super.init(at: node)
    }
    override var types: [Type] { [callee, result] + arguments.map(\.term.type) }

    override func attempt(_ solver: Solver) -> Attempt {
        let known = solver.resolve(callee)
        switch known {
        case .variable: return .waiting
        case .error: return solver.unify(result, .error) ? .solved : .failed
        case .function(let function):
            guard function.parameters.count == arguments.count, arguments.allSatisfy({ $0.label == nil || $0.isTrailing }) else { return .failed }
            for (index, parameter) in function.parameters.enumerated() {
                let term = arguments[index].term
                if parameter.isInout != term.isInout { return .failed }
                if parameter.isInout {
                    if !solver.unify(term.type, parameter.type) { return .failed }
                } else if let closure = term.closure {
                    solver.add(ClosureUse(closure, as: parameter.type, slot: slots[index], at: Syntax(term.node)))
                } else {
                    solver.add(Conversion(term.type, to: parameter.type, slot: slots[index], purpose: .argument, at: Syntax(term.node)))
                }
            }
            return solver.unify(result, function.result) ? .solved : .failed
        default:
            let candidates = solver.checker.members(named: "callAsFunction", of: known, isStatic: false).compactMap { found -> Candidate? in
                if case .function(let function) = found.member { Candidate(function: function, base: found.base, rank: found.rank) } else { nil }
            }
            guard !candidates.isEmpty else { return .failed }
            solver.add(Call(candidates, arguments, result: result, decision: callable, name: "callAsFunction", at: node))
            return .solved
        }
    }

    override func explain(_ solver: Solver) -> Failure {
        let known = solver.zonk(callee)
        guard case .function(let function) = known else {
            if let call = node.as(FunctionCallExprSyntax.self), let member = call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text,
                known.nominal?.cases.contains(where: { $0.name == member && $0.payload.isEmpty }) == true
            {
                return Failure(offset: offset, message: "enum case '\(member)' has no associated values")
            }
            return Failure(offset: offset, message: "cannot call value of non-function type '\(known)'")
        }
        let parameters = function.parameters.map { Parameter(label: nil, type: $0.type, isInout: $0.isInout) }
        if let failure = ArgumentLabels(arguments, parameters).failure(of: node) { return failure }
        for (parameter, argument) in zip(function.parameters, arguments) {
            if let failure = argument.inoutFailure(as: parameter.type, isInout: parameter.isInout, solver) { return failure }
        }
        return Failure(offset: offset, message: "type of expression is ambiguous without a type annotation")
    }
}

extension FunctionCallExprSyntax {
    /// `self.init(…)`
    var isDelegation: Bool {
        guard let member = calledExpression.as(MemberAccessExprSyntax.self), member.declName.baseName.text == "init" else { return false }
        return member.base?.trimmedDescription == "self"
    }
}
