import SwiftSyntax

/// The operators of one name that stand in one way between or beside their operands.
final class OperatorSet {
    private(set) var candidates: [Candidate] = []
    /// Whether one takes the first operand `inout`, which is passed without an `&`.
    private(set) var changesOperand = false
    /// Whether all of them are Swift's own.
    private(set) var isStandard = true
    /// By the type of their operands, those that take just that type; nil where there are several.
    private var plain: [Nominal: Function?] = [:]
    /// Those that are not Swift's own and say of an operand what it must be, by that; and those that take everything that conforms, or anything.
    private var others: (byType: Set<Nominal>, open: [[Nominal]]) = ([], [])
    /// `1 << n`: what is shifted says nothing of its type, and by how much even less.
    private let isShift: Bool

    init(_ name: String) { isShift = name == "<<" || name == ">>" }

    func add(_ candidate: Candidate) {
        let function = candidate.function
        changesOperand = changesOperand || function.parameters.first?.isInout == true
        isStandard = isStandard && function.origin == .standard
        candidates.append(candidate)
        if let type = function.operandType { plain[type] = .some(plain[type] == nil ? function : nil) }
        guard function.origin != .standard else { return }
        for parameter in function.parameters {
            switch parameter.type.optionalPayload ?? parameter.type {
            case .nominal(let type, _): others.byType.insert(type)
            case .parameter(let generic): others.open.append(generic.bounds)
            case .existential(let protocols): others.open.append(protocols)
            case let type: if !type.isStructural { others.open.append([]) }
            }
        }
    }

    /// Whether one that is not Swift's own may take such an operand: what is wanted of the result then says which is meant.
    private func hasOther(taking type: Type, _ nominal: Nominal, _ checker: Checker) -> Bool {
        if isStandard { return false }
        return others.byType.contains(nominal) || others.open.contains { $0.allSatisfy { checker.conforms(type, to: $0) } }
    }

    /// The operator that is meant whatever is wanted of its result: that of exactly the operands' type, which literals take.
    func settled(_ operands: [Term], _ solver: Solver) -> Function? {
        var known: Nominal?
        for operand in operands {
            switch solver.resolve(operand.type) {
            case .nominal(let type, let arguments) where arguments.isEmpty && (known == nil || known == type): known = type
            case .variable(let variable) where variable.literal != nil && !isShift: continue
            default: return nil
            }
        }
        guard let known, let function = plain[known] ?? nil, function.origin == .standard, function.parameters.count == operands.count,
            !hasOther(taking: function.parameters[0].type, known, solver.checker)
        else { return nil }
        for (operand, parameter) in zip(operands, function.parameters) {
            guard operand.isInout == parameter.isInout else { return nil }
            guard case .variable(let variable) = solver.resolve(operand.type) else { continue }
            guard variable.literal.map({ solver.accepts(parameter.type, $0) }) == true, solver.bind(variable, to: parameter.type) else { return nil }
        }
        return function
    }
}

extension Function {
    /// Of an operator all of whose operands are of one type that is not generic.
    fileprivate var operandType: Nominal? {
        guard generics.parameters.isEmpty, !parameters.isEmpty, case .nominal(let type, let arguments) = parameters[0].type, arguments.isEmpty else { return nil }
        // By position: a parameter has too many parts to be copied for each of hundreds of operators.
        for index in parameters.indices where parameters[index].isAutoclosure || parameters[index].isVariadic || (index > 0 && parameters[index].type != parameters[0].type) {
            return nil
        }
        return type
    }
}

extension Checker {
    struct OperatorUse: Hashable {
        var name: String
        var fixity: Function.Fixity
    }

    func operatorSet(_ name: String, _ fixity: Function.Fixity) -> OperatorSet {
        let use = OperatorUse(name: name, fixity: fixity)
        // Interfaces are read first, since that changes what is known.
        readOperators(named: name)
        if let known = operatorSets[use] { return known }
        let functions = operators(named: name)
        let set = OperatorSet(name)
        for function in functions where (function.isOperatorFixity ?? .infix) == fixity && !isDefault(function) { set.add(candidate(function)) }
        operatorSets[use] = set
        return set
    }

    func addOperator(_ function: Function) {
        let use = OperatorUse(name: function.name, fixity: function.isOperatorFixity ?? .infix)
        operators[function.name, default: []].append(function)
        // Those of a protocol may stand for its requirement, which is not known yet.
        if function.owner?.kind == .proto { operatorSets[use] = nil } else { operatorSets[use]?.add(candidate(function)) }
        journal.append { [unowned self] in
            operators[function.name]?.removeAll { $0 === function }
            operatorSets[use] = nil
        }
    }

    private func candidate(_ function: Function) -> Candidate {
        Candidate(function: function, base: nil, rank: function.isRequirement ? 0 : function.origin == .standard ? 10 : 20)
    }

    /// Whether a protocol's extension gives this for a requirement of the protocol, or of one above it: the requirement leads to it.
    private func isDefault(_ function: Function) -> Bool {
        guard let owner = function.owner, owner.kind == .proto, !function.isRequirement else { return false }
        return protocols(above: owner).contains { $0.functions(named: function.name, kind: function.kind).contains { restates(function, $0) } }
    }
}

extension Generator {
    /// An operator that its operands decide: most of arithmetic, which so needs no constraints. Nil where there is a choice, and where somebody asks what is meant.
    func settled(_ operators: OperatorSet, _ operands: [Term], at node: ExprSyntax) -> Term? {
        guard checker.question == nil, !operands.contains(where: \.isChain), let function = operators.settled(operands, solver) else { return nil }
        return Term(node, function.result) { [self] in
            let arguments = zip(operands, function.parameters).map { operand, parameter in
                Argument.value(buildArgument(WrittenArgument(label: nil, term: operand), ConversionSlot(), parameter, parameter.type, operation: node))
            }
            return Expression(kind: .call(Callee(function: function, typeArguments: []), receiver: nil, arguments: arguments), type: function.result, place: checker.place(node))
        }
    }
}
