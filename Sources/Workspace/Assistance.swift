import Bindings
import Language
import Synchronization

/// Completion and inspection for one session, from any thread, also while a cell runs.
package final class Assistance: Sendable {
    /// Cells that were accepted and that the assistant has not read yet: reading is left to whoever asks, so that it costs a cell nothing.
    private let pending = Mutex<[Accepted]>([])
    /// Nil until the first question: reading the libraries takes a tenth of a second.
    private let assistant = Mutex<Assistant?>(nil)

    private struct Accepted {
        var text: String
        var variables: [(name: String, type: String, isMutable: Bool)]
    }

    init() {}

    func accept(_ text: String, variables: [(name: String, type: String, isMutable: Bool)]) {
        pending.withLock { $0.append(Accepted(text: text, variables: variables)) }
    }

    private func ask<Answer: Sendable>(_ question: (Assistant) -> Answer) -> Answer {
        let new = pending.withLock { cells in
            defer { cells = [] }
            return cells
        }
        return assistant.withLock { assistant in
            var current =
                assistant
                ?? Assistant(libraries: [
                    Catalog(parsing: StandardLibrary.pieces.map(\.text)), Catalog(parsing: Library.operators + Library.interface.map(\.text)),
                ])
            for cell in new { current.add(cell: cell.text, variables: cell.variables) }
            assistant = current
            return question(current)
        }
    }

    /// A name that may stand at a cursor.
    package struct Suggestion: Equatable, Sendable {
        package var text: String
        /// `function`, `method`, `property`, `variable`, `type`, `enumCase`, `keyword`.
        package var kind: String
        package var signature: String
    }

    /// What may stand at the cursor, and the Unicode scalars it replaces.
    package func complete(_ code: String, cursor: Int) -> (suggestions: [Suggestion], range: Range<Int>) {
        ask { assistant in
            let (found, range) = assistant.complete(code, cursor: cursor)
            return (found.map { Suggestion(text: $0.text, kind: $0.kind.rawValue, signature: $0.signature) }, range)
        }
    }

    /// Declarations and doc comment of the name at the cursor.
    package func explain(_ code: String, cursor: Int) -> (signatures: [String], documentation: String)? {
        ask { $0.explain(code, cursor: cursor) }
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
