import SwiftSyntax

/// What a name means where it stands: the very declaration that the checker takes.
final class InspectionQuestion: Question {
    enum Declaration {
        case variable(Variable)
        /// With the base that it is a member of, and the generic arguments where they are known.
        case function(Candidate, typeArguments: [Type])
        case property(Property, base: Type?)
        case stored(StoredProperty, base: Type?)
        case enumCase(EnumCase, owner: Type?)
        case type(Nominal)
        case alias(String, Type)
        case parameter(GenericParameter)
        case element(String, Type)
    }

    private(set) var found: [Declaration] = []
    private(set) var scope: Scope?
    private(set) var signatures: [GenericSignature] = []
    /// The type that a name stands for which is called to make a value.
    private(set) var madeType: Nominal?

    /// Where messages about the name's use would stand.
    private let anchor: Int
    private let node: SyntaxIdentifier?
    private let name: String
    private var watched: [Constraint] = []
    /// What the component of a key path is a member of.
    private var componentBase: Type?
    /// What was concluded without guessing.
    private var isFirm = false
    private var solver: Solver?

    /// - Parameters:
    ///   - token: the name.
    init(_ token: TokenSyntax) {
        anchor = token.positionAfterSkippingLeadingTrivia.utf8Offset
        name = token.text.trimmingBackticks
        var node = token.parent
        if let reference = node?.as(DeclReferenceExprSyntax.self), let member = reference.parent?.as(MemberAccessExprSyntax.self), member.declName.id == reference.id {
            node = Syntax(member)
        }
        self.node = node?.id
        super.init(offset: anchor)
    }

    /// About the function that is called.
    init(calledIn call: Syntax, at offset: Int) {
        (anchor, name, node) = (call.anchorOffset, "", call.as(FunctionCallExprSyntax.self)?.calledExpression.id)
        super.init(offset: offset)
    }

    override func isUnfinished(_ arguments: LabeledExprListSyntax) -> Bool {
        guard let call = arguments.parent, call.anchorOffset == anchor else { return false }
        let isOpen = call.as(FunctionCallExprSyntax.self).map { $0.rightParen?.presence != .present } ?? false
        return isOpen || arguments.contains { $0.expression.is(MissingExprSyntax.self) }
    }

    private func note(_ scope: Scope, _ checker: Checker) {
        self.scope = scope
        signatures = checker.signatures.isEmpty ? scope.layers.compactMap(\.signature) : checker.signatures
    }

    override func term(for expression: ExprSyntax, _ generator: Generator) -> Term? {
        var expression = expression
        if let call = expression.as(FunctionCallExprSyntax.self), call.calledExpression.id == node { expression = call.calledExpression }
        guard expression.id == node else { return nil }
        note(generator.scope, generator.checker)
        if let reference = expression.as(DeclReferenceExprSyntax.self) {
            switch generator.meaning(of: reference.baseName.text.trimmingBackticks, at: reference) {
            case .variable(let variable): found = [.variable(variable)]
            case .property(let property): found = [.property(property, base: nil)]
            case .functions(let candidates): found = candidates.map { .function($0, typeArguments: []) }
            case .type(let type): learn(type)
            case .implicitMember, .nothing: break
            }
        } else if let type = generator.typeNamed(expression) {
            learn(type)
        }
        return nil
    }

    private func learn(_ type: Type) {
        switch type {
        case .nominal(let nominal, _):
            madeType = nominal
            found = [.type(nominal)]
        case .existential(let protocols): found = protocols.map { .type($0) }
        case .parameter(let parameter): found = [.parameter(parameter)]
        default: break
        }
    }

    override func component(_ component: KeyPathPropertyComponentSyntax, of base: Term, _ generator: Generator) -> Term? {
        guard component.declName.id == node else { return nil }
        note(generator.scope, generator.checker)
        (solver, componentBase) = (generator.solver, base.type)
        return nil
    }

    override func type(_ node: Syntax, in scope: Scope, _ checker: Checker) -> Bool {
        guard node.id == self.node, let name = node.as(IdentifierTypeSyntax.self)?.name.text else { return false }
        note(scope, checker)
        guard let (entity, _) = checker.lookUp(name, from: scope) else { return false }
        switch entity {
        case .type(let nominal): found = [.type(nominal)]
        case .alias(let type, _): found = [.alias(name, type)]
        case .parameter(let parameter): found = [.parameter(parameter)]
        case .variable, .functions, .property: break
        }
        return false
    }

    override func memberType(_ node: MemberTypeSyntax, of base: Type, in scope: Scope, _ checker: Checker) -> Bool {
        guard node.id == self.node else { return false }
        note(scope, checker)
        for case .type(let nominal) in base.nominal?.members(named: node.name.text) ?? [] { found = [.type(nominal)] }
        return false
    }

    override func pattern(_ expression: ExprSyntax, against type: Type, in scope: Scope, _ checker: Checker) -> Bool {
        let own = expression.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self) ?? expression.as(MemberAccessExprSyntax.self)
        guard let own, own.id == node else { return false }
        note(scope, checker)
        for owner in [type, type.optionalPayload].compactMap({ $0 }) {
            if let enumCase = owner.nominal?.cases.first(where: { $0.name == own.declName.baseName.text.trimmingBackticks }) {
                found = [.enumCase(enumCase, owner: owner)]
                return false
            }
        }
        return false
    }

    override func declared(_ variable: Variable, _ checker: Checker) {
        if Int(variable.place.offset) == anchor, variable.place.source == checker.source { found = [.variable(variable)] }
    }

    // MARK: What the solver decides

    override func meet(_ constraint: Constraint, _ solver: Solver) {
        guard constraint is Call || constraint is MemberAccess || constraint is FunctionReference || constraint is MemberCall, constraint.offset == anchor else { return }
        if self.solver !== solver {
            self.solver = solver
            (watched, componentBase, isFirm) = ([], nil, false)
        }
        if !watched.contains(where: { $0 === constraint }) { watched.append(constraint) }
    }

    override func rest(_ solver: Solver) {
        guard solver === self.solver else { return }
        var decided: [Declaration] = [], open: [Declaration] = []
        if let componentBase { decided = members(named: name, of: solver.zonk(componentBase), solver.checker) }
        for constraint in watched {
            let isDecided = !solver.pending.contains { $0 === constraint }
            switch constraint {
            case let call as Call:
                if isDecided, let candidate = call.decision.candidate {
                    decided = [.function(candidate, typeArguments: call.decision.typeArguments.map(solver.zonk))]
                } else {
                    open = call.fitting(solver).map { .function($0, typeArguments: []) }
                }
            case let access as MemberAccess:
                if isDecided, let kind = access.decision.kind {
                    decided = declaration(kind, of: solver.zonk(access.base), named: access.name, solver).map { [$0] } ?? []
                } else {
                    open = members(named: access.name, of: solver.zonk(access.base), solver.checker)
                }
            case let reference as FunctionReference:
                // A function that is only named may be any of them.
                if isDecided, let candidate = reference.decision.candidate, !reference.node.isStatement {
                    decided = [.function(candidate, typeArguments: reference.decision.typeArguments.map(solver.zonk))]
                } else {
                    open = reference.candidates.map { .function($0, typeArguments: []) }
                }
            case let call as MemberCall:
                if let (enumCase, owner) = call.decision.enumCase {
                    decided = [.enumCase(enumCase, owner: solver.zonk(owner))]
                } else if !isDecided {
                    open = members(named: call.name, of: solver.zonk(call.base), solver.checker)
                }
            default: break
            }
        }
        // What was concluded without a guess holds. What a guess would make of it may be wrong.
        if !decided.isEmpty, !solver.isGuessing || found.isEmpty {
            found = decided
            isFirm = !solver.isGuessing
        } else if !open.isEmpty, !isFirm {
            found = open
        }
    }

    private func declaration(_ kind: MemberDecision.Kind, of base: Type, named name: String, _ solver: Solver) -> Declaration? {
        var owner = base
        if case .metatype(let type) = base { owner = type }
        switch kind {
        case .stored(let property): return .stored(property, base: owner)
        case .computed(let property, _): return .property(property, base: owner)
        case .tupleElement(let index):
            guard case .tuple(let elements) = owner, elements.indices.contains(index) else { return nil }
            return .element(name, elements[index].type)
        case .function(let candidate, let arguments): return .function(candidate, typeArguments: arguments.map(solver.zonk))
        case .enumCase(let enumCase, let type): return .enumCase(enumCase, owner: solver.zonk(type))
        case .type(let type): return type.nominal.map { .type($0) }
        case .global(let variable): return .variable(variable)
        }
    }

    /// Everything of the name, where the checker could not choose.
    private func members(named name: String, of type: Type, _ checker: Checker) -> [Declaration] {
        var owner = type
        var isStatic = false
        if case .metatype(let inner) = type { (owner, isStatic) = (inner, true) }
        return checker.members(named: name, of: owner, isStatic: isStatic).compactMap { candidate in
            switch candidate.member {
            case .function(let function): .function(Candidate(function: function, base: candidate.base), typeArguments: [])
            case .stored(let property): .stored(property, base: candidate.base)
            case .computed(let property): .property(property, base: candidate.base)
            case .enumCase(let enumCase): .enumCase(enumCase, owner: candidate.base)
            case .type(let nominal): .type(nominal)
            case .alias(let name, let type): .alias(name, type)
            case .staticStored(let variable): .variable(variable)
            }
        }
    }

    // MARK: Declarations

    /// What the cell itself declares at the place.
    func findDeclaration(in cell: Scope, _ checker: Checker) {
        guard found.isEmpty, !name.isEmpty else { return }
        func isHere(_ place: Place?) -> Bool { place.map { $0.source == checker.source && Int($0.offset) == anchor } ?? false }
        for (_, entity) in cell.names {
            switch entity {
            case .functions(let functions): for function in functions where isHere(function.place) { found = [.function(Candidate(function: function), typeArguments: [])] }
            case .property(let property): if isHere(property.getter.place) { found = [.property(property, base: nil)] }
            case .type(let nominal): find(in: nominal, isHere)
            case .alias(let type, _): if name == type.nominal?.name { continue }
            case .variable, .parameter: continue
            }
        }
    }

    private func find(in nominal: Nominal, _ isHere: (Place?) -> Bool) {
        if isHere(nominal.place) { found = [.type(nominal)] }
        guard nominal.origin != .standard, nominal.origin != .library else { return }
        for member in nominal.allMembers.values.joined() {
            switch member {
            case .function(let function): if isHere(function.place) { found = [.function(Candidate(function: function, base: nominal.selfType), typeArguments: [])] }
            case .computed(let property): if isHere(property.getter.place) { found = [.property(property, base: nominal.selfType)] }
            case .enumCase(let enumCase): if isHere(enumCase.place) { found = [.enumCase(enumCase, owner: nominal.selfType)] }
            case .type(let nested): find(in: nested, isHere)
            case .staticStored(let variable): if isHere(variable.place) { found = [.variable(variable)] }
            case .stored(let property): if isHere(property.place) { found = [.stored(property, base: nominal.selfType)] }
            case .alias: continue
            }
        }
    }
}

extension Syntax {
    /// Whether it is all that a statement consists of.
    fileprivate var isStatement: Bool { parent?.is(CodeBlockItemSyntax.self) ?? false }
}
