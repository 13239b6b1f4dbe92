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
    /// An enum case.
    var enumCase: (EnumCase, Type)?
    var member: MemberDecision?
    var receiverSlot = ConversionSlot()
}

enum ParameterBinding {
    case argument(Int)
    case variadic([Int])
    case defaulted
}

/// How the arguments of a call go to the parameters.
enum ArgumentMatching {
    case matched([ParameterBinding])
    case mismatch(String, argument: Int?)
}

extension Checker {
    func match(_ arguments: [WrittenArgument], to parameters: [Parameter]) -> ArgumentMatching {
        var bindings: [ParameterBinding] = []
        var next = 0
        for (index, parameter) in parameters.enumerated() {
            if parameter.isVariadic {
                var taken: [Int] = []
                if next < arguments.count, arguments[next].label == parameter.label, !arguments[next].isTrailing {
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
            guard next < arguments.count else {
                if parameter.hasDefault {
                    bindings.append(.defaulted)
                    continue
                }
                return .mismatch(missing(parameter, index), argument: nil)
            }
            let argument = arguments[next]
            let takes =
                argument.isTrailing
                ? (argument.label == nil ? takesClosure(parameter.type) : argument.label == parameter.label)
                : argument.label == parameter.label
            if takes {
                bindings.append(.argument(next))
                next += 1
            } else if parameter.hasDefault {
                bindings.append(.defaulted)
            } else {
                return explainMismatch(argument, next, parameter, index, arguments, parameters)
            }
        }
        if next < arguments.count {
            let argument = arguments[next]
            // A wrong label on a parameter that has a default reads as an extra argument.
            if let label = argument.label, !argument.isTrailing {
                if let index = parameters.firstIndex(where: { $0.label == label }) {
                    let before = parameters[..<index].compactMap(\.label).last { other in arguments[..<next].contains { $0.label == other } }
                    _ = before
                    if let previous = arguments[..<next].last?.label { return .mismatch("argument '\(label)' must precede argument '\(previous)'", argument: next) }
                }
                let expected = zip(bindings, parameters).compactMap { binding, parameter -> String? in
                    if case .defaulted = binding { parameter.label } else { nil }
                }
                let message = "extra argument '\(label)' in call" + suggestion(for: label, among: expected)
                return .mismatch(message, argument: next)
            }
            return .mismatch(
                argument.isTrailing ? "extra trailing closure passed in call" : parameters.isEmpty ? "argument passed to call that takes no arguments" : "extra argument in call",
                argument: next)
        }
        return .matched(bindings)
    }

    private func takesClosure(_ type: Type) -> Bool {
        switch type {
        case .function: true
        case .parameter: true
        default: type.optionalPayload.map(takesClosure) ?? false
        }
    }

    private func missing(_ parameter: Parameter, _ index: Int) -> String {
        parameter.label.map { "missing argument for parameter '\($0)' in call" } ?? "missing argument for parameter #\(index + 1) in call"
    }

    private func explainMismatch(
        _ argument: WrittenArgument, _ position: Int, _ parameter: Parameter, _ index: Int, _ arguments: [WrittenArgument], _ parameters: [Parameter]
    ) -> ArgumentMatching {
        let rest = arguments.count - position, wanted = parameters[index...].filter { !$0.hasDefault && !$0.isVariadic }.count
        if rest < wanted, parameters[index...].dropFirst().contains(where: { $0.label == argument.label }) || argument.isTrailing {
            return .mismatch(missing(parameter, index), argument: nil)
        }
        switch (argument.label, parameter.label) {
        case (nil, let label?): return .mismatch("missing argument label '\(label):' in call", argument: position)
        case (let label?, nil):
            return .mismatch("extraneous argument label '\(label):' in call", argument: position)
        case (let have?, let expected?):
            if rest > wanted, parameters.allSatisfy({ $0.label != have }) { return .mismatch("extra argument '\(have)' in call", argument: position) }
            return .mismatch("incorrect argument label in call (have '\(have):', expected '\(expected):')", argument: position)
        case (nil, nil): return .mismatch(missing(parameter, index), argument: nil)
        }
    }
}
