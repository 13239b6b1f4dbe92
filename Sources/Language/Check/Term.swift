import SwiftSyntax

/// An expression whose type may not be known yet, and how to build its tree once it is.
final class Term {
    let node: ExprSyntax
    var type: Type
    /// Called once, when solving has succeeded.
    var build: () -> Expression
    /// A closure's own part, for the special rules of arguments.
    var closure: ClosureTerm?
    /// Part of an optional chain that is still open: `a?.b` before its end is known.
    var isChain = false
    /// Local variables that it mentions.
    var mentioned: [Variable] = []
    /// `&x`
    var isInout = false

    init(_ node: ExprSyntax, _ type: Type, build: @escaping () -> Expression) {
        (self.node, self.type, self.build) = (node, type, build)
    }
}

/// One argument of a call as written.
struct WrittenArgument {
    var label: String?
    var term: Term
    var isTrailing = false
    /// Of a call that is being typed: more may follow.
    var isUnfinished = false
}

/// Something a call may mean.
struct Candidate {
    var function: Function
    /// `Self` of a member: the type of the base, or the type itself for static members.
    var base: Type?
    /// Members of the type itself come before those of protocols.
    var rank = 0
}

/// What a call was found to mean.
final class CallDecision {
    var candidate: Candidate?
    var typeArguments: [Type] = []
    var bindings: [ParameterBinding] = []
    var slots: [ConversionSlot] = []
    /// Instead of a function: the value of a variable or property is called.
    var valueType: Type?
    /// What is called when that value is no function but has `callAsFunction`.
    var callable: CallDecision?
    /// An enum case.
    var enumCase: (EnumCase, Type)?
    var member: MemberDecision?
    var receiverSlot = ConversionSlot()
    /// Of a function declared as `-> T!`.
    var unwrap: ImplicitUnwrap.Decision?
}

enum ParameterBinding {
    case argument(Int)
    case variadic([Int])
    case defaulted
}

extension Checker {
    /// How the arguments of a call go to the parameters; nil when they do not. `ArgumentLabels` says why.
    func match(_ arguments: [WrittenArgument], to parameters: [Parameter]) -> [ParameterBinding]? {
        var bindings: [ParameterBinding] = []
        var next = 0
        bindings.reserveCapacity(parameters.count)
        // By position, for this is done for each candidate of each call: a parameter has too many parts to be copied.
        for index in parameters.indices {
            if parameters[index].isVariadic {
                var taken: [Int] = []
                if next < arguments.count, arguments[next].label == parameters[index].label, !arguments[next].isTrailing {
                    taken.append(next)
                    next += 1
                    while next < arguments.count, arguments[next].label == nil, !arguments[next].isTrailing {
                        taken.append(next)
                        next += 1
                    }
                }
                bindings.append(.variadic(taken))
                continue
            }
            if next < arguments.count {
                let takes =
                    arguments[next].isTrailing && arguments[next].label == nil
                    ? takesClosure(parameters[index].type) && !parameters.leaveTrailingClosure(after: index, of: arguments) : arguments[next].label == parameters[index].label
                if takes {
                    bindings.append(.argument(next))
                    next += 1
                    continue
                }
            }
            guard parameters[index].hasDefault || arguments.first?.isUnfinished == true else { return nil }
            bindings.append(.defaulted)
        }
        return next < arguments.count ? nil : bindings
    }

    private func takesClosure(_ type: Type) -> Bool {
        switch type {
        case .function: true
        case .parameter: true
        case .existential(let protocols): protocols.isEmpty
        default: type.optionalPayload.map(takesClosure) ?? false
        }
    }
}

extension [Parameter] {
    /// Whether the closure behind a call is meant for a later parameter, while this one has a default: for one that must be given a closure, or for the last that
    /// can take this one. Swift 5 looks from the end, where both ways are open.
    func leaveTrailingClosure(after index: Int, of arguments: [WrittenArgument]) -> Bool {
        guard self[index].hasDefault else { return false }
        let trailing = arguments.filter(\.isTrailing)
        let labelled = Set(trailing.compactMap(\.label))
        let later = self[(index + 1)...].prefix { $0.label.map(labelled.contains) != true }
        if later.contains(where: { !$0.hasDefault && !$0.isVariadic && $0.functionType != nil }) { return true }
        guard trailing.count == 1, let closure = trailing[0].term.closure, closure.knowsItsParameters, let last = later.last(where: { $0.functionType != nil }) else {
            return false
        }
        return last.hasDefault && last.functionType?.parameters.count == closure.parameters.count
    }
}

extension Parameter {
    fileprivate var functionType: FunctionType? { type.function ?? type.optionalPayload?.function }
}
