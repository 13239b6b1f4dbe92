import SwiftSyntax

/// Calls of generic functions: variables for their parameters, and what could be given for them.
extension Solver {
    struct Opened {
        var substitution: Specialization
        var arguments: [Type]
        var isPossible = true
    }

    /// Gives a generic function fresh variables for its parameters, and adds what they must fulfil.
    func open(_ function: Function, base: Type?, at node: Syntax) -> Opened {
        let parameters = function.generics.parameters
        guard !parameters.isEmpty else { return Opened(substitution: Specialization(), arguments: []) }
        var arguments: [Type] = []
        if let base, let owner = function.owner {
            if owner.kind == .proto { arguments = [base] } else { arguments = base.arguments }
        }
        while arguments.count < parameters.count { arguments.append(fresh()) }
        var opened = Opened(substitution: Specialization(parameters, arguments), arguments: arguments)
        // What an extension asks of the type is told from what the function asks.
        let inherited = function.owner?.generics.parameters.count ?? 0
        for (index, (parameter, argument)) in zip(parameters, arguments).enumerated() {
            // That what a member belongs to is of its own protocol need not be asked again.
            for bound in parameter.bounds where index >= inherited || function.owner != bound || base.map({ zonk($0).hasVariable }) ?? true {
                require(argument, bound, index >= inherited ? .function(function) : function.kind == .initializer ? .made(function) : .member(function), at: node)
            }
        }
        for requirement in function.generics.requirements {
            switch requirement {
            case .conformance(let type, let proto):
                require(opened.substitution(type), proto, type.mentionsOnly(Array(parameters.prefix(inherited))) ? .member(function) : .function(function), at: node)
            case .sameType(let left, let right): if !unify(opened.substitution(left), opened.substitution(right)) { opened.isPossible = false }
            }
        }
        return opened
    }

    private func require(_ type: Type, _ proto: Nominal, _ asker: MustConform.Asker, at node: Syntax) {
        if checker.question == nil, isKnown(type), checker.conforms(resolve(type), to: proto) { return }
        let constraint = MustConform(type, to: proto, for: asker, at: node)
        constraint.call = current
        add(constraint)
    }

    func remove(_ constraint: Constraint) { dropPending { $0 === constraint } }

    /// Whether a conversion could work, judged from the outside without binding anything. Generic parameters of
    /// the candidate, as yet unopened, take (or, in a result, give) everything that fulfils their bounds.
    func mightConvert(_ from: Type, _ to: Type, open: [GenericParameter] = [], isResult: Bool = false) -> Bool {
        let from = resolve(from), to = resolve(to)
        if isResult, case .parameter(let parameter) = from, open.contains(parameter) {
            guard case .nominal = to, to.optionalPayload == nil else { return true }
            return parameter.bounds.allSatisfy { checker.conforms(to, to: $0) }
        }
        if !isResult, case .parameter(let parameter) = to, open.contains(parameter) { return mightBe(from, parameter) }
        switch (from, to) {
        case (.error, _), (_, .error): return true
        case (.member, _) where (isResult && from.contains(where: { isOpen($0, open) })) || from.hasVariable: return true
        case (_, .member) where (!isResult && to.contains(where: { isOpen($0, open) })) || to.hasVariable: return true
        case (.variable(let variable), _):
            guard let literal = variable.literal else { return true }
            if case .variable = to { return true }
            if let payload = to.optionalPayload { return literal == .nilLiteral || mightConvert(from, payload, open: open, isResult: isResult) }
            if case .existential = to { return literal != .nilLiteral }
            if to.isErasedKey { return literal != .nilLiteral }
            return accepts(to, literal)
        case (_, .variable(let variable)):
            guard let literal = variable.literal else { return true }
            if case .parameter(let parameter) = from, open.contains(parameter) { return true }
            return accepts(from, literal) || literal == .nilLiteral
        default: break
        }
        if let payload = to.optionalPayload {
            if let own = from.optionalPayload { return mightConvert(own, payload, open: open, isResult: isResult) }
            return mightConvert(from, payload, open: open, isResult: isResult)
        }
        switch (from, to) {
        case (_, .existential(let protocols)):
            if case .existential(let own) = from { return protocols.allSatisfy { wanted in own.contains { checker.inherits($0, from: wanted) } } }
            return isResult || from.hasVariable || protocols.allSatisfy { checker.conforms(from, to: $0) }
        case (_, .nominal) where to.isErasedKey && !from.isErasedKey:
            return isResult || from.hasVariable || checker.conforms(from, to: checker.standardType("Hashable"))
        case (.nominal(let x, let left), .nominal(let y, let right)):
            if x.name == "Never" { return true }
            return x == y && zip(left, right).allSatisfy { mightConvert($0, $1, open: open, isResult: isResult) }
        case (.tuple(let left), .tuple(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { mightConvert($0.type, $1.type, open: open, isResult: isResult) }
        case (.function(let left), .function(let right)):
            if left.parameters.count != right.parameters.count {
                // A closure may take a tuple apart.
                guard right.parameters.count == 1, left.parameters.count > 1 else { return false }
                switch resolve(right.parameters[0].type) {
                case .tuple(let elements): return elements.count == left.parameters.count
                case .variable, .parameter, .member: return true
                default: return false
                }
            }
            if isResult { return true }
            return zip(left.parameters, right.parameters).allSatisfy {
                mightConvert($0.type, $1.type, open: open) || mightConvert($1.type, $0.type, open: open, isResult: true)
            }
        case (.metatype, .metatype(let right)) where !isResult && resolve(right).isAny: return true
        case (.metatype(let left), .metatype(let right)): return mightConvert(left, right, open: open, isResult: isResult)
        default: return from == to || from.standardName == "Never"
        }
    }

    private func isOpen(_ type: Type, _ open: [GenericParameter]) -> Bool { if case .parameter(let parameter) = type { open.contains(parameter) } else { false } }

    /// Whether something of the type could be given for a generic parameter.
    private func mightBe(_ from: Type, _ parameter: GenericParameter) -> Bool {
        switch from {
        case .variable(let variable):
            guard let literal = variable.literal, let bound = parameter.bounds.first else { return true }
            let usual: [Type] =
                switch literal {
                case .integer: [checker.int, checker.double]
                case .floating: [checker.double]
                case .string, .character: [checker.string]
                case .boolean: [checker.bool]
                case .array, .dictionary, .nilLiteral: []
                }
            return usual.isEmpty || usual.contains { checker.conforms($0, to: bound) }
        case .function: return parameter.bounds.isEmpty
        case .existential(let protocols): return parameter.bounds.allSatisfy { checker.conforms(from, to: $0) || checker.opened(protocols, conformTo: $0) }
        default:
            let known = zonk(from)
            return parameter.bounds.allSatisfy { known.hasVariable ? !checker.canNeverConform(known, to: $0) : checker.conforms(known, to: $0) }
        }
    }
}

extension Candidate {
    /// What the base says about the generic parameters of the owner.
    var knownArguments: Specialization {
        guard let base, let owner = function.owner else { return Specialization() }
        return Specialization(owner.generics.parameters, owner.kind == .proto ? [base] : base.arguments)
    }
    /// The parameters that a call has to find.
    var open: [GenericParameter] {
        let parameters = function.generics.parameters
        guard base != nil, let owner = function.owner else { return parameters }
        return Array(parameters.dropFirst(owner.generics.parameters.count))
    }
}
