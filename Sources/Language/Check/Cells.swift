import SwiftParser
import SwiftSyntax

/// A whole cell.
extension Checker {
    /// Checks a cell against what is declared so far. When it has errors, nothing stays of it.
    func check(_ text: String, number: Int) -> (cell: CheckedCell?, diagnostics: [Diagnostic]) {
        cell = number
        origin = .cell(number)
        source = Int32(number)
        (diagnostics, warnings) = ([], [])
        hasTypedThrows = false
        pendingBodies.forgetCell()
        wasInterrupted = false
        cellGlobals = []
        journal = []
        lineTable = LineTable(text)
        lineTables[number] = lineTable
        (postponed, declarationDepth, startOfStatement, derivedUnseen) = ([], 0, [:], [])
        (declaredTogether, unwrapped, flawedBodies, unreachableCatches, cellInitials) = ([:], [], [], [], [])
        if let problem = Nesting.problem(in: text) {
            report(at: problem.offset, problem.message)
            return (nil, located())
        }
        let parsed = Parser.parse(source: text)
        if let problem = Nesting.problem(in: parsed) {
            report(at: problem.offset, problem.message)
            return (nil, located())
        }
        if parsed.hasError {
            for problem in ParseProblems.of(parsed) { report(at: problem.offset, problem.message) }
            if !diagnostics.isEmpty { return (nil, located()) }
        }
        let savedOperators = operatorTable
        operatorTable.add(declarationsIn: parsed)
        let (file, problems) = operatorTable.fold(parsed)
        // An operator that nobody declared is reported where it is used.
        for problem in problems where !problem.message.hasPrefix("unknown infix operator") { report(at: problem.offset, problem.message) }
        if Words.attempts.occur(in: text) {
            for (token, word) in TryPlaces.misplaced(in: file) { report(token, "'\(word)' cannot appear to the right of a non-assignment operator") }
        }
        let scope = Scope(parent: sessionScope)
        scope.isTopLevel = true
        bodies = [BodyContext(result: nil)]
        var statements = declareAndCheck(file, text, in: scope)
        // Of what has errors already nothing more can be said.
        checkEffects(of: diagnostics.isEmpty ? statements : soundStatements, functions: cellFunctions.filter { !flawedBodies.contains($0) })
        // Whether literals fit is seen once all types are right.
        let wrong = diagnostics.filter { $0.severity == .error && !$0.isOfFolding }
        if !wrong.isEmpty { diagnostics.removeAll(where: \.isOfFolding) }
        // Swift looks at these once the types are right and errors go somewhere.
        if wrong.isEmpty {
            topLevelPlaces = Set(statements.map(\.place))
            checkFlow(of: statements, functions: cellFunctions)
            checkEscaping(of: statements, functions: cellFunctions)
            checkExclusivity(of: statements, functions: cellFunctions)
        }
        guard !wasInterrupted, !diagnostics.contains(where: { $0.severity == .error }) else {
            operatorTable = savedOperators
            rollBack()
            return (nil, located())
        }
        findWarnings(in: statements, functions: cellFunctions)
        diagnostics = warnings
        makeResult(&statements)
        adopt(scope)
        pendingBodies.keepCell()
        return (CheckedCell(number: number, statements: statements, globals: cellGlobals, functions: cellFunctions), located())
    }

    /// Without the middle of a name that is longer than any sentence.
    private static func shortened(_ message: String) -> String {
        message.utf8.count <= 2_000 ? message : "\(message.prefix(500)) … \(message.suffix(200))"
    }

    private func declareAndCheck(_ file: SourceFileSyntax, _ text: String, in scope: Scope) -> [Statement] {
        let items = file.statements
        declarationDepth += 1
        declareTypes(items.map { (source, $0) }, in: scope) { declareFree(items, in: scope) }
        declarationDepth -= 1
        lookAtPostponed()
        var statements: [Statement] = []
        soundStatements = []
        for item in items {
            let known = diagnostics.count
            let more = checkItem(item, in: scope)
            if diagnostics.count == known { soundStatements += more }
            append(more, of: item, to: &statements)
        }
        finishInitials()
        // What was made up for a conformance is right; it is looked at when it is called.
        func more() -> [Function] {
            pendingBodies.ofCell.keys.sorted { $0.place.offset < $1.place.offset }
        }
        cellFunctions = more()
        for function in cellFunctions { _ = body(of: function) }
        // Types inside functions have bodies of their own.
        while case let more = more(), !more.isEmpty, !wasInterrupted {
            for function in more {
                cellFunctions.append(function)
                _ = body(of: function)
            }
        }
        for function in cellFunctions { for index in function.parameters.indices { resolveDefault(of: function, at: index) } }
        if VisibilityCheck.concerns(items, text, self) { checkAccessLevels(of: items, in: scope) }
        return statements
    }

    /// The value of the last expression is the cell's result, unless there is none to speak of.
    private func makeResult(_ statements: inout [Statement]) {
        guard let last = statements.last, case .expression(let value) = last.kind, !value.type.isVoid, value.type.standardName != "Never", !value.isDiscardable else { return }
        statements[statements.count - 1] = Statement(kind: .yield(value), place: last.place)
    }

    /// Nobody reads more errors than this; a file that is no Swift at all has one at every other byte.
    private static let diagnosticLimit = 100

    /// Diagnostics in order, each once, with lines and columns.
    private func located() -> [Diagnostic] {
        var seen: [Int: Set<String>] = [:]
        var found = diagnostics.sorted { $0.offset < $1.offset }
        if found.count > Self.diagnosticLimit {
            let rest = found.count - Self.diagnosticLimit
            found.removeLast(rest)
            let kind = found.last?.severity ?? .error
            found.append(Diagnostic(severity: kind, message: "\(rest) more \(kind.rawValue)s are not shown", offset: found.last?.offset ?? 0))
        }
        return found.flatMap { diagnostic in
            if !seen[diagnostic.offset, default: []].insert(diagnostic.message).inserted { return [Diagnostic]() }
            return ([diagnostic] + diagnostic.notes).map { diagnostic in
                var diagnostic = diagnostic
                diagnostic.notes = []
                diagnostic.message = Self.shortened(diagnostic.message)
                (diagnostic.line, diagnostic.column) = (diagnostic.cell.flatMap { lineTables[$0] } ?? lineTable).position(diagnostic.offset)
                return diagnostic
            }
        }
    }
}

extension Diagnostic {
    /// That a literal is too large, which Swift's compiler finds out after type checking.
    var isOfFolding: Bool { message.contains("' overflows when stored into ") && (message.hasPrefix("integer literal '") || message.hasPrefix("negative integer '")) }
}

extension Expression {
    /// A call whose result may be dropped is not a cell's result.
    var isDiscardable: Bool {
        switch kind {
        case .call(let callee, _, _): callee.function.isDiscardable
        case .try(let inner), .tryForce(let inner): inner.isDiscardable
        case .tryOptional(let inner): inner.type.isVoid || inner.isDiscardable
        case .optionalChain(let inner): inner.type.isVoid || inner.isDiscardable
        case .convert(_, let inner): inner.isDiscardable
        case .assign, .discard: true
        default: false
        }
    }
}
