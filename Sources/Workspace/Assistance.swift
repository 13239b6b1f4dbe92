import Language
import Synchronization

/// Completion and inspection for one session, from any thread, also while a cell runs.
// Unchecked: the compiler is used in turns.
package final class Assistance: @unchecked Sendable {
    private let compiler: Compiler
    private let turn: CompilerTurn
    /// Texts of the cells that were accepted, by the numbers that the compiler knows them by.
    private let cells = Mutex<[Int: CellText]>([:])

    /// An answer that takes longer than this is given as far as it is known; a cell that wants the compiler comes first. The checker asks once in a thousand steps.
    private static let limit = (steps: 60, time: Duration.milliseconds(250))
    /// How long to wait for a cell that is being compiled.
    private static let patience = 250

    init(_ compiler: Compiler, _ turn: CompilerTurn) { (self.compiler, self.turn) = (compiler, turn) }

    func accept(_ cell: CellText, number: Int) { cells.withLock { $0[number] = cell } }

    private func ask<Answer>(_ question: (Compiler, _ interruption: @escaping () -> Bool) -> Answer) -> Answer? {
        turn.ask(within: Self.patience) {
            let start = ContinuousClock.now
            var steps = 0
            return question(compiler) { [turn] in
                steps += 1
                return turn.isWanted || steps > Self.limit.steps || ContinuousClock.now - start > Self.limit.time
            }
        }
    }

    /// A name that may stand at a cursor.
    package struct Suggestion: Equatable, Sendable {
        package var text: String
        /// `function`, `method`, `initializer`, `property`, `variable`, `type`, `enumCase`, `keyword`, `label`, `module`.
        package var kind: String
        package var signature: String
    }

    /// What may stand at the cursor, best first, and the Unicode scalars it replaces.
    package func complete(_ code: String, cursor: Int) -> (suggestions: [Suggestion], range: Range<Int>) {
        guard let found = ask({ $0.complete(code, cursor: cursor, interruption: $1) }) else {
            let place = min(max(cursor, 0), code.unicodeScalars.count)
            return ([], place ..< place)
        }
        return (found.suggestions.map { Suggestion(text: $0.text, kind: $0.kind.rawValue, signature: $0.signature) }, found.range)
    }

    /// What is known of a name.
    package struct Explanation: Equatable, Sendable {
        /// The declaration, or those that the name may mean, with the types that they have at this place.
        package var signatures: [String]
        /// Its documentation as written, and as Markdown.
        package var documentation: String
        package var markdown: String
        /// `declared in cell [3], line 2`; nil for what comes with Engram.
        package var place: String?
        /// The declaration's text, where it stands in a cell.
        package var source: String?
    }

    /// What the name at the cursor means, or the function whose call the cursor is in.
    package func explain(_ code: String, cursor: Int) -> Explanation? {
        guard let found = ask({ $0.explain(code, cursor: cursor, interruption: $1) }) ?? nil else { return nil }
        var explanation = Explanation(signatures: found.signatures, documentation: found.documentation, markdown: found.markdown)
        if found.isInThisCell {
            explanation.place = "declared in this cell"
            explanation.source = Language.Explanation.source(at: found.offset, in: code)
        } else if let number = found.cell, let cell = cells.withLock({ $0[number] }) {
            explanation.place = "declared in \(cell.name), line \(cell.position(of: found.offset).line)"
            explanation.source = Language.Explanation.source(at: found.offset, in: cell.text)
        }
        return explanation
    }

    /// Whether a text could be run as it stands.
    package enum Completeness: Equatable, Sendable {
        case complete, invalid
        case incomplete(indent: String)
    }

    package static func completeness(of text: String) -> Completeness {
        switch CellCompleteness(of: text) {
        case .complete: .complete
        case .invalid: .invalid
        case .incomplete(let indent): .incomplete(indent: indent)
        }
    }
}
