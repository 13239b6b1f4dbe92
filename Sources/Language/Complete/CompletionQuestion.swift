import SwiftSyntax

/// What may stand at a place: what is before the dot there, what type is wanted, which call is open, which names are in scope.
final class CompletionQuestion: Question {
    /// What the parser made of the name that is being typed.
    enum Subject {
        case name(DeclReferenceExprSyntax)
        case member(MemberAccessExprSyntax)
        case component(KeyPathPropertyComponentSyntax)
        case type(IdentifierTypeSyntax)
        case memberType(MemberTypeSyntax)
        /// The label of an argument.
        case label(LabeledExprSyntax)
        case other
    }
    let token: TokenSyntax
    let subject: Subject
    /// What stands before the dot, or a type that the value must be made of.
    private(set) var base: (type: Type, isStatic: Bool)?
    private(set) var scope: Scope?
    private(set) var signatures: [GenericSignature] = []
    /// Types that would fit.
    private(set) var wanted: [Type] = []
    private(set) var isPattern = false
    /// What stands before the dot names a module.
    private(set) var isModule = false
    private(set) var call: OpenCall?
    /// What is declared further on, by the statement that the place is in.
    private(set) var later: Set<Variable> = []

    private var argument: SyntaxIdentifier?
    private var expression: SyntaxIdentifier?
    private var solver: Solver?
    private var baseType: Type?
    private var ownType: Type?
    private var callConstraint: Constraint?

    init?(_ token: TokenSyntax) {
        self.token = token
        subject = Self.subject(of: token)
        super.init(offset: token.positionAfterSkippingLeadingTrivia.utf8Offset)
        var given: LabeledExprSyntax?
        switch subject {
        case .name(let name):
            expression = name.id
            given = name.parent?.as(LabeledExprSyntax.self)
            if given?.label != nil { given = nil }
        case .member(let member): expression = member.id
        case .label(let label): given = label
        case .component, .type, .memberType, .other: break
        }
        if let given, let list = given.parent?.as(LabeledExprListSyntax.self), let node = list.parent,
            node.is(FunctionCallExprSyntax.self) || node.is(SubscriptCallExprSyntax.self)
        {
            argument = given.id
            call = OpenCall(given, in: list, of: node)
        }
    }

    private static func subject(of token: TokenSyntax) -> Subject {
        guard let parent = token.parent else { return .other }
        if let name = parent.as(DeclReferenceExprSyntax.self) {
            if let member = name.parent?.as(MemberAccessExprSyntax.self), member.declName.id == name.id { return .member(member) }
            if let component = name.parent?.as(KeyPathPropertyComponentSyntax.self) { return .component(component) }
            return .name(name)
        }
        if let type = parent.as(IdentifierTypeSyntax.self) { return .type(type) }
        if let type = parent.as(MemberTypeSyntax.self) { return .memberType(type) }
        if let label = parent.as(LabeledExprSyntax.self) { return .label(label) }
        return .other
    }

    // MARK: What the checker comes by

    private func note(_ scope: Scope, _ checker: Checker) {
        self.scope = scope
        later = []
        signatures = checker.signatures.isEmpty ? scope.layers.compactMap(\.signature) : checker.signatures
    }

    override func term(for expression: ExprSyntax, _ generator: Generator) -> Term? {
        guard let own = self.expression else { return nil }
        if expression.id != own {
            // Something that is not known yet is called.
            guard let call = expression.as(FunctionCallExprSyntax.self), call.calledExpression.id == own else { return nil }
        }
        note(generator.scope, generator.checker)
        (solver, baseType) = (generator.solver, nil)
        let type = generator.solver.fresh()
        ownType = type
        let term = Term(expression, type) { Expression(kind: .tuple([]), type: .error, place: generator.checker.place(expression)) }
        guard case .member(let member) = subject else { return term }
        guard let written = member.base else {
            if case .variable(let variable) = type { generator.solver.implicitMembers.insert(variable) }
            return term
        }
        if generator.isModule(written) {
            (isModule, isSettled) = (true, true)
        } else if let named = generator.typeNamed(written) {
            baseType = .metatype(named)
        } else {
            let inner = generator.open(written)
            term.isChain = inner.isChain
            baseType = inner.type
            generator.solver.add(KnownBase(inner.type, at: Syntax(expression)))
        }
        return term
    }

    override func isBeingTyped(_ argument: LabeledExprSyntax, _ generator: Generator) -> Bool {
        guard argument.id == self.argument else { return false }
        note(generator.scope, generator.checker)
        solver = generator.solver
        return true
    }

    override func component(_ component: KeyPathPropertyComponentSyntax, of base: Term, _ generator: Generator) -> Term? {
        guard case .component(let own) = subject, own.id == component.id else { return nil }
        note(generator.scope, generator.checker)
        (solver, baseType) = (generator.solver, base.type)
        generator.solver.add(KnownBase(base.type, at: Syntax(component)))
        let type = generator.solver.fresh()
        return Term(base.node, type) { Expression(kind: .tuple([]), type: .error, place: generator.checker.place(component)) }
    }

    override func type(_ node: Syntax, in scope: Scope, _ checker: Checker) -> Bool {
        guard case .type(let own) = subject, own.id == node.id else { return false }
        note(scope, checker)
        isSettled = true
        return true
    }

    override func memberType(_ node: MemberTypeSyntax, of base: Type, in scope: Scope, _ checker: Checker) -> Bool {
        guard case .memberType(let own) = subject, own.id == node.id else { return false }
        note(scope, checker)
        self.base = (base, true)
        isSettled = true
        return true
    }

    override func pattern(_ expression: ExprSyntax, against type: Type, in scope: Scope, _ checker: Checker) -> Bool {
        guard let own = self.expression, expression.id == own || expression.as(FunctionCallExprSyntax.self)?.calledExpression.id == own else { return false }
        note(scope, checker)
        if case .member(let member) = subject, let written = member.base {
            guard let named = Generator(checker, Solver(checker), scope).typeNamed(written) else { return false }
            (base, isPattern, isSettled) = ((named, true), true, true)
            return true
        }
        (wanted, isPattern) = (type.hasError ? [] : [type], true)
        isSettled = true
        return true
    }

    override func declared(_ variable: Variable, _ checker: Checker) { if scope != nil { later.insert(variable) } }

    override func meet(_ constraint: Constraint, _ solver: Solver) {
        guard let call, constraint.node.id == call.node.id, constraint is Call || constraint is MemberCall || constraint is ValueCall else { return }
        callConstraint = constraint
    }

    // MARK: What the solver knows

    override func rest(_ solver: Solver) {
        guard solver === self.solver else { return }
        var isCertain = true
        if let baseType {
            let known = solver.checker.normalized(solver.zonk(baseType))
            var found = (type: known, isStatic: false)
            if case .metatype(let type) = known { found = (type, true) }
            if case .variable = found.type { return }
            if case .error = found.type { return }
            // Something is known of it: better than nothing, should no more come.
            isCertain = !found.type.hasVariable
            if base == nil || isCertain || base?.type.hasVariable == true { base = found }
        }
        if let ownType {
            let found = expectations(of: ownType, solver)
            if !found.isEmpty { wanted = found }
            if case .member(let member) = subject, member.base == nil, !wanted.contains(where: { !$0.hasVariable }) { isCertain = false }
        }
        if call != nil { if !readCall(solver) { isCertain = false } }
        if isCertain { isSettled = true }
    }

    /// The types that the context asks of an open type.
    private func expectations(of type: Type, _ solver: Solver, depth: Int = 0) -> [Type] {
        let known = solver.resolve(type)
        guard case .variable(let variable) = known else { return known.hasError ? [] : [solver.zonk(known)] }
        if variable.literal != nil { return [] }
        var found: [Type] = []
        func add(_ type: Type) {
            let type = solver.checker.normalized(solver.zonk(type))
            if case .variable = type, depth < 4 {
                for more in expectations(of: type, solver, depth: depth + 1) where !found.contains(more) { found.append(more) }
            } else if found.count < 8, !type.hasError, !type.isAny, !found.contains(type) {
                if case .variable = type { return }
                found.append(type)
            }
        }
        for constraint in solver.pending {
            switch constraint {
            case let conversion as Conversion where solver.resolve(conversion.from) == known: add(conversion.to)
            case let call as Call:
                let positions = call.arguments.indices.filter { solver.resolve(call.arguments[$0].term.type) == known }
                guard let position = positions.first else { continue }
                if call.isOperator {
                    // Operands are mostly of one type.
                    for other in call.arguments where solver.resolve(other.term.type) != known { add(other.term.type) }
                } else {
                    for candidate in call.candidates {
                        guard let bindings = solver.checker.match(call.arguments, to: candidate.function.parameters) else { continue }
                        for (parameter, binding) in zip(candidate.function.parameters, bindings) {
                            guard case .argument(position) = binding, !candidate.open.contains(where: { parameter.type.mentions($0) }) else { continue }
                            add(candidate.knownArguments(parameter.type))
                        }
                    }
                }
            default: continue
            }
        }
        return found
    }

    private func isWithinReach(_ function: Function) -> Bool {
        guard function.isPrivate, let owner = function.owner else { return true }
        return scope?.layers.contains { $0.enclosingType == owner } ?? false
    }

    /// What the open call may take. False while it is not known what is called.
    private func readCall(_ solver: Solver) -> Bool {
        guard let constraint = callConstraint, var call else { return false }
        let checker = solver.checker
        let text = DeclarationText(checker)
        switch constraint {
        case let found as Call:
            // What fits already may not be meant: one more argument is to come.
            let decided = solver.pending.contains { $0 === found } ? nil : found.decision.candidate?.function
            for candidate in found.fitting(solver) where isWithinReach(candidate.function) {
                var substitution = candidate.knownArguments
                if candidate.function === decided { substitution = Specialization(candidate.function.generics.parameters, found.decision.typeArguments) }
                let types = { (type: Type) in checker.normalized(solver.zonk(substitution(type))) }
                call.add(candidate.function.parameters, types: types) { text.parameter($0, types) }
            }
        case let found as MemberCall:
            var owner = solver.zonk(found.base)
            if case .metatype(let type) = owner { owner = type }
            if case .variable = owner { return false }
            for member in checker.members(named: found.name, of: owner, isStatic: true) {
                guard case .enumCase(let enumCase) = member.member else { continue }
                let substitution = Specialization(enumCase.owner.generics.parameters, owner.arguments)
                let parameters = enumCase.payload.enumerated().map { index, element in
                    Parameter(label: element.label, type: element.type, hasDefault: enumCase.defaults.indices.contains(index) && enumCase.defaults[index] != nil)
                }
                call.add(parameters, types: { substitution($0) }) { text.parameter($0, { substitution($0) }) }
            }
        case let found as ValueCall:
            guard case .function(let function) = solver.zonk(found.callee) else { return false }
            call.add(function.parameters.map { Parameter(label: nil, type: $0.type) }, types: { $0 }) { text.parameter($0, { $0 }) }
        default: return false
        }
        self.call = call
        wanted = call.slots.filter { $0.label == nil }.map(\.type).filter { type in
            if case .variable = type { false } else { !type.isAny && !type.hasError && !type.hasParameter }
        }
        return true
    }
}

/// The base of a member that is being typed: a literal takes its usual type.
private final class KnownBase: Constraint {
    private let base: Type
    init(_ base: Type, at node: Syntax) {
        self.base = base
        super.init(at: node)
    }
    override var types: [Type] { [base] }
    override func isPassive(_ solver: Solver) -> Bool { true }
    override func attempt(_ solver: Solver) -> Attempt {
        guard case .variable(let variable) = solver.resolve(base) else { return .solved }
        guard variable.literal != nil, variable.literal != .nilLiteral else { return .waiting }
        return solver.bindDefault(variable) ? .solved : .waiting
    }
}

extension Type {
    func mentions(_ parameter: GenericParameter) -> Bool {
        contains { if case .parameter(parameter) = $0 { true } else { false } }
    }
}

extension Call {
    /// The functions that the arguments given so far leave, or all if that is none.
    func fitting(_ solver: Solver) -> [Candidate] {
        let fitting = candidates.filter { candidate in
            ArgumentLabels(arguments, candidate.function.parameters).bindings.allSatisfy { parameter, index in
                arguments[index].label == parameter.label
                    && solver.mightConvert(solver.resolve(arguments[index].term.type), candidate.knownArguments(parameter.type), open: candidate.open)
            }
        }
        return fitting.isEmpty ? candidates : fitting
    }
}
