import Display

/// A cell that ran, as it is kept.
package struct CellRecord: Equatable, Sendable {
    package enum Status: String, Sendable {
        case ok, error, interrupted
        /// It has not ended yet, or the kernel died while it ran.
        case running
    }

    package var source: String
    /// The number it bore; nil for a cell that was not to be counted, which history leaves out.
    package var executionCount: Int?
    /// The front end's name of the cell.
    package var cellID: String?
    package var status: Status
    /// Seconds since 1970.
    package var started: Double
    /// Seconds.
    package var duration: Double
    package var engineVersion: String
    package var seed: UInt64

    package init(
        source: String, executionCount: Int?, cellID: String? = nil, status: Status, started: Double, duration: Double, engineVersion: String, seed: UInt64
    ) {
        (self.source, self.executionCount, self.cellID, self.status) = (source, executionCount, cellID, status)
        (self.started, self.duration, self.engineVersion, self.seed) = (started, duration, engineVersion, seed)
    }
}

/// One life of a notebook's kernel.
package struct SessionRecord: Equatable, Sendable {
    package enum Ending: String, Sendable { case shutdown, restart }

    package var id: Int
    package var key: String
    package var engineVersion: String
    package var seed: UInt64
    package var started: Double
    package var ended: Double?
    /// Nil while it runs, and for ever if the kernel died.
    package var ending: Ending?
}

/// A past cell, as history shows it.
package struct HistoryRow: Equatable, Sendable {
    package var session, line: Int
    package var source: String
    /// The cell's result as plain text, if it had one.
    package var result: String?
}

package enum HistorySelection: Equatable, Sendable {
    /// The last cells of all sessions.
    case tail(count: Int)
    /// Cells `start ..< stop` of one session. 0 and the present session's own number mean the present one, a negative number counts back from it.
    case range(session: Int, start: Int, stop: Int?)
    /// The last cells whose whole source matches the glob; `unique` keeps the newest of equal ones.
    case search(glob: String, count: Int?, unique: Bool)
}

/// Gathers what a cell puts out for its record: pieces of one stream become one text.
package struct OutputLog: Equatable, Sendable {
    package private(set) var outputs: [Output] = []
    /// About how many bytes they take.
    package private(set) var size = 0

    package init() {}

    package mutating func append(_ output: Output) {
        size += output.size
        guard case .stream(let stream, let text) = output, case .stream(stream, var whole)? = outputs.last else { return outputs.append(output) }
        // Taken out of the list first, so that the text grows in place.
        outputs.removeLast()
        whole += text
        outputs.append(.stream(stream, whole))
    }
}

extension Output {
    /// About how many bytes it takes.
    package var size: Int {
        func size(_ bundle: MIMEBundle) -> Int {
            bundle.entries.reduce(64) { sum, entry in
                switch entry.content {
                case .text(let text), .json(let text): sum + text.utf8.count
                case .bytes(let bytes): sum + bytes.count
                }
            }
        }
        return switch self {
        case .stream(_, let text), .nextInput(let text, _): text.utf8.count
        case .result(let bundle), .display(let bundle, _), .update(let bundle, _), .page(let bundle): size(bundle)
        case .clear: 16
        case .error(let name, let message, let traceback): traceback.reduce(name.utf8.count + message.utf8.count) { $0 + $1.utf8.count }
        }
    }
}
