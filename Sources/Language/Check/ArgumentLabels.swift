import SwiftSyntax

/// What is wrong with the labels and the number of a call's arguments, in the order in which swiftc looks: arguments go to
/// the parameters of their label first, then to those that are near, then to those that are left.
struct ArgumentLabels {
    private let arguments: [WrittenArgument]
    private let parameters: [Parameter]
    private var argumentOf: [[Int]]
    private var isClaimed: [Bool]
    private var isOutOfOrder = false

    init(_ arguments: [WrittenArgument], _ parameters: [Parameter]) {
        (self.arguments, self.parameters) = (arguments, parameters)
        argumentOf = parameters.map { _ in [] }
        isClaimed = arguments.map { _ in false }
        claimByLabel()
        claimNearNames()
        claimRest()
    }

    /// How much would have to change; zero when everything fits.
    var count: Int { missing.count + extra.count + (relabelled ? 1 : 0) + (misplaced == nil ? 0 : 1) }

    /// What is given for each parameter, as far as that can be told.
    var bindings: [(parameter: Parameter, argument: Int)] {
        zip(parameters, argumentOf).flatMap { parameter, taken in taken.map { (parameter, $0) } }
    }

    // MARK: Matching

    private func next(from index: Int) -> Int? { isClaimed.indices.first { $0 >= index && !isClaimed[$0] } }

    private mutating func claim(_ argument: Int, for parameter: Int) {
        isClaimed[argument] = true
        argumentOf[parameter].append(argument)
    }

    private mutating func claimByLabel() {
        var position = 0
        for (index, parameter) in parameters.enumerated() {
            guard let first = next(from: position) else { break }
            if fits(arguments[first], parameter), !arguments[first].isTrailing || arguments[first].label != nil || !parameters.leaveTrailingClosure(after: index, of: arguments) {
                claim(first, for: index)
                position = first + 1
                guard parameter.isVariadic else { continue }
                while let more = next(from: position), arguments[more].label == nil, !arguments[more].isTrailing {
                    claim(more, for: index)
                    position = more + 1
                }
                continue
            }
            // A later argument that bears the parameter's label.
            guard parameter.label != nil, let later = arguments.indices.first(where: { $0 > first && !isClaimed[$0] && arguments[$0].label == parameter.label }) else { continue }
            // What stands before it may still be meant for a later parameter.
            claim(later, for: index)
            isOutOfOrder = true
        }
    }

    private func fits(_ argument: WrittenArgument, _ parameter: Parameter) -> Bool {
        if argument.isTrailing, argument.label == nil { return parameter.type.function != nil || parameter.type.optionalPayload?.function != nil }
        return argument.label == parameter.label
    }

    private mutating func claimNearNames() {
        for index in arguments.indices where !isClaimed[index] {
            guard let name = arguments[index].label else { continue }
            let open = parameters.indices.filter { argumentOf[$0].isEmpty && parameters[$0].label != nil }
            let scored = open.map { ($0, ArgumentLabels.distance(name, parameters[$0].label ?? "")) }
            guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= (name.count + 2) / 3 else { continue }
            claim(index, for: best.0)
        }
    }

    private mutating func claimRest() {
        for index in parameters.indices where argumentOf[index].isEmpty {
            guard let first = next(from: 0) else { return }
            // One with a default is not missed; only what bears no other label may be meant for it.
            if parameters[index].hasDefault || parameters[index].isVariadic {
                guard !parameters[index].isVariadic, let plain = isClaimed.indices.first(where: { !isClaimed[$0] && arguments[$0].label == nil && !arguments[$0].isTrailing })
                else { continue }
                claim(plain, for: index)
                continue
            }
            claim(first, for: index)
        }
    }

    private static func distance(_ a: String, _ b: String) -> Int {
        let x = Array(a.utf8), y = Array(b.utf8)
        var row = Array(0 ... y.count)
        for i in x.indices {
            var corner = row[0]
            row[0] = i + 1
            for j in y.indices {
                let above = row[j + 1]
                row[j + 1] = Swift.min(above + 1, row[j] + 1, corner + (x[i] == y[j] ? 0 : 1))
                corner = above
            }
        }
        return row[y.count]
    }

    // MARK: What came of it

    private var missing: [Int] { parameters.indices.filter { argumentOf[$0].isEmpty && !parameters[$0].hasDefault && !parameters[$0].isVariadic } }
    private var extra: [Int] { isClaimed.indices.filter { !isClaimed[$0] } }

    /// The labels the arguments should have, as they stand.
    private var expected: [(have: String?, want: String?)] {
        arguments.indices.filter { !arguments[$0].isTrailing }.map { index in
            guard let parameter = argumentOf.firstIndex(where: { $0.contains(index) }) else { return (arguments[index].label, arguments[index].label) }
            return (arguments[index].label, argumentOf[parameter].first == index ? parameters[parameter].label : nil)
        }
    }
    private var relabelled: Bool { expected.contains { $0.have != $0.want } }

    /// An argument that stands after one it should precede.
    private var misplaced: (argument: Int, before: Int)? {
        let order = argumentOf.flatMap { $0 }
        for (position, argument) in order.enumerated() {
            if let earlier = order[(position + 1)...].filter({ $0 < argument }).min() { return (argument, earlier) }
        }
        return nil
    }

    func failure(of call: Syntax) -> Failure? {
        let single = arguments.count == 1 && arguments[0].label == nil && !arguments[0].isTrailing
        let opening = single ? arguments[0].term.node.anchorOffset : call.openingParenthesis
        if !missing.isEmpty { return Failure(offset: missingOffset(call, opening), message: inPlace(missingMessage, call)) }
        if let first = extra.first {
            let node = arguments[first].term.node
            if parameters.isEmpty {
                let all = extra.count == 1 || arguments.count == extra.count
                return Failure(offset: extra.count > 1 ? opening : node.anchorOffset, message: all ? "argument passed to call that takes no arguments" : "extra argument in call")
            }
            if extra.count > 1 {
                let positions = extra.map { "#\($0 + 1)" }.joined(separator: ", ")
                return Failure(offset: opening, message: inPlace("extra arguments at positions \(positions) in call", call))
            }
            if arguments[first].isTrailing { return Failure(offset: node.anchorOffset, message: "extra trailing closure passed in call") }
            return Failure(offset: node.anchorOffset, message: inPlace(arguments[first].label.map { "extra argument '\($0)' in call" } ?? "extra argument in call", call))
        }
        if let (argument, before) = misplaced, !relabelled {
            func name(_ index: Int) -> String { arguments[index].label.map { "argument '\($0)'" } ?? "unnamed argument #\(index + 1)" }
            let label = arguments[argument].term.node.parent?.as(LabeledExprSyntax.self)?.positionAfterSkippingLeadingTrivia.utf8Offset
            return Failure(offset: label ?? arguments[argument].term.node.anchorOffset, message: "\(name(argument)) must precede \(name(before))")
        }
        if relabelled { return Failure(offset: opening, message: inPlace(relabelMessage, call)) }
        return nil
    }

    /// A subscript is not a call.
    private func inPlace(_ message: String, _ call: Syntax) -> String {
        call.is(SubscriptCallExprSyntax.self) ? message.replacing(" in call", with: " in subscript") : message
    }

    private var missingMessage: String {
        func name(_ index: Int) -> String { parameters[index].label.map { "'\($0)'" } ?? "#\(index + 1)" }
        if missing.count == 1 { return "missing argument for parameter \(name(missing[0])) in call" }
        return "missing arguments for parameters \(missing.map(name).joined(separator: ", ")) in call"
    }

    private func missingOffset(_ call: Syntax, _ opening: Int) -> Int {
        if missing.count > 1 { return opening }
        let given = arguments.filter { !$0.isTrailing }
        guard !given.isEmpty else { return call.closingParenthesis }
        // The argument would stand after that of the parameter before it.
        guard let before = argumentOf[..<missing[0]].last(where: { !$0.isEmpty })?.last, !arguments[before].isTrailing else {
            return given[0].term.node.parent?.as(LabeledExprSyntax.self)?.positionAfterSkippingLeadingTrivia.utf8Offset ?? opening
        }
        return arguments[before].term.node.endPositionBeforeTrailingTrivia.utf8Offset
    }

    private var relabelMessage: String {
        let wrong = expected.filter { $0.have != $0.want }
        func spelled(_ labels: [String?]) -> String { labels.map { ($0 ?? "_") + ":" }.joined() }
        let plural = wrong.count > 1 ? "s" : ""
        if wrong.allSatisfy({ $0.have == nil }) { return "missing argument label\(plural) '\(spelled(wrong.map(\.want)))' in call" }
        if wrong.allSatisfy({ $0.want == nil }) { return "extraneous argument label\(plural) '\(spelled(wrong.map(\.have)))' in call" }
        return "incorrect argument label\(plural) in call (have '\(spelled(expected.map(\.have)))', expected '\(spelled(expected.map(\.want)))')"
    }
}

extension Syntax {
    /// Of a call or subscript; where there is none, the place of the whole.
    fileprivate var openingParenthesis: Int {
        if let call = self.as(FunctionCallExprSyntax.self), let token = call.leftParen { return token.positionAfterSkippingLeadingTrivia.utf8Offset }
        if let call = self.as(SubscriptCallExprSyntax.self) { return call.leftSquare.positionAfterSkippingLeadingTrivia.utf8Offset }
        if let segment = parent?.parent?.parent?.as(ExpressionSegmentSyntax.self) { return segment.leftParen.positionAfterSkippingLeadingTrivia.utf8Offset }
        return anchorOffset
    }
    fileprivate var closingParenthesis: Int {
        if let call = self.as(FunctionCallExprSyntax.self), let token = call.rightParen { return token.positionAfterSkippingLeadingTrivia.utf8Offset }
        if let call = self.as(SubscriptCallExprSyntax.self) { return call.rightSquare.positionAfterSkippingLeadingTrivia.utf8Offset }
        return anchorOffset
    }
}
