import Display

/// What the kernel needs from whoever runs the cells.
///
/// Threads. `execute`, `evaluate` and `shutdown` are called one after another, each on one of two threads with a large stack. `complete`, `inspect`,
/// `isComplete` and `history` come on another thread, one at a time, also while a cell runs: answer them from the last committed snapshot, never wait for
/// the cell. `interrupt` comes on any thread. The remaining members may be read from any thread at any time.
package protocol Engine: AnyObject, Sendable {
    var language: LanguageInfo { get }
    /// The program's name and version as `kernel_info_reply` gives them.
    var implementation: (name: String, version: String) { get }
    /// Shown by consoles when they connect; says so when a session was restored.
    var banner: String { get }
    /// Where everything that cells put out is kept, in words for the user; nil if it is not.
    var archive: String? { get }
    /// The number of the last cell that was counted; 0 in a new session.
    var executionCount: Int { get }

    /// Called once, before anything else, on one of those two; the other threads may ask already, and wait.
    func start()

    /// Runs one cell and commits its record before it returns.
    ///
    /// Everything the cell puts out goes through `port.output` while it runs; the error that ends a cell is returned, not put out. A cell that
    /// stopped because of `interrupt` fails with `ExecutionFailure.interrupted`.
    func execute(_ request: CellRequest, port: CellPort) -> ExecutionOutcome
    /// The value of one of a request's `user_expressions`, after its cell succeeded.
    func evaluate(_ expression: String) -> Result<MIMEBundle, ExecutionFailure>

    /// `cursor` counts Unicode scalars, and lies within the code.
    func complete(_ code: String, cursor: Int) -> Completion
    /// Help on the name at the cursor, with `text/plain`; nil when there is none. `detail` 1 asks for the source too.
    func inspect(_ code: String, cursor: Int, detail: Int) -> MIMEBundle?
    func isComplete(_ code: String) -> Completeness
    func history(_ query: HistoryQuery) -> [HistoryEntry]

    /// Asks the running cell to stop, soon, keeping every variable. The kernel calls it only while `execute` or `evaluate` runs, but that call may just be
    /// returning: so the request stands until `clearInterrupt`, which the kernel calls between two cells.
    func interrupt()
    func clearInterrupt()

    /// The start is over, or a flood of messages, and nothing happens now: the time to give back memory that nothing needs.
    func rest()

    /// The kernel is about to leave; `restart` tells a restart that the user asked for from an end.
    func shutdown(restart: Bool)
}

package struct LanguageInfo: Sendable {
    package var name, version, mimetype, fileExtension, pygmentsLexer, codemirrorMode: String

    package init(name: String, version: String, mimetype: String, fileExtension: String, pygmentsLexer: String, codemirrorMode: String) {
        (self.name, self.version, self.mimetype, self.fileExtension) = (name, version, mimetype, fileExtension)
        (self.pygmentsLexer, self.codemirrorMode) = (pygmentsLexer, codemirrorMode)
    }
}

/// One cell to run.
package struct CellRequest: Sendable {
    package var code: String
    /// The number that this cell bears; the same as the last one's when the cell is not counted.
    package var executionCount: Int
    /// False when the cell should leave no trace in history and count.
    package var storeHistory: Bool
    package var silent: Bool
    /// The front end's name of the cell, of nbformat 4.5.
    package var cellID: String?

    /// Whether somebody sits before the front end, as far as can be told: programs that run notebooks do not allow a cell to ask.
    package var isWatched: Bool

    package init(code: String, executionCount: Int, storeHistory: Bool = true, silent: Bool = false, cellID: String? = nil, isWatched: Bool = false) {
        (self.code, self.executionCount, self.storeHistory, self.silent, self.cellID) = (code, executionCount, storeHistory, silent, cellID)
        self.isWatched = isWatched
    }
}

/// The running cell's connection to the front end. Both may be called from any thread until `execute` returns.
package struct CellPort: Sendable {
    package var output: @Sendable (Output) -> Void
    /// Asks the user for a line; `password` hides what is typed. Throws `InputFailure`.
    package var input: @Sendable (_ prompt: String, _ password: Bool) throws(InputFailure) -> String

    package init(output: @escaping @Sendable (Output) -> Void, input: @escaping @Sendable (String, Bool) throws(InputFailure) -> String) {
        (self.output, self.input) = (output, input)
    }
}

package enum ExecutionOutcome: Equatable, Sendable {
    case ok(payloads: [Payload] = [])
    case failure(ExecutionFailure)
}

/// How a cell ended that did not succeed.
package struct ExecutionFailure: Error, Equatable, Sendable {
    package var name: String
    package var message: String
    /// Lines for the reader: place, excerpt, message. ANSI colours are allowed.
    package var traceback: [String]

    package init(name: String, message: String, traceback: [String]) { (self.name, self.message, self.traceback) = (name, message, traceback) }

    /// The name is the one that nbval and other tools look for.
    package static let interrupted = ExecutionFailure(name: "KeyboardInterrupt", message: "the cell was interrupted", traceback: ["interrupted"])
}

/// What a front end should do beside showing the outputs.
package enum Payload: Equatable, Sendable {
    /// Text in the pager.
    case page(MIMEBundle, start: Int = 0)
    /// The text of the next cell, or of this one when `replace` is set.
    case setNextInput(String, replace: Bool = false)
}

package struct Completion: Equatable, Sendable {
    package struct Match: Equatable, Sendable {
        package var text: String
        /// What the name is, as front ends group it: function, method, property, type, variable, module, keyword.
        package var type: String
        /// The declaration's signature, if it has one.
        package var signature: String?

        package init(_ text: String, type: String, signature: String? = nil) { (self.text, self.type, self.signature) = (text, type, signature) }
    }

    package var matches: [Match]
    /// The Unicode scalars that a match replaces.
    package var start, end: Int

    package init(matches: [Match], start: Int, end: Int) { (self.matches, self.start, self.end) = (matches, start, end) }
}

package enum Completeness: Equatable, Sendable {
    case complete
    /// More lines must follow; `indent` is what the next should start with.
    case incomplete(indent: String)
    case invalid
    case unknown
}

package struct HistoryQuery: Equatable, Sendable {
    package enum Access: Equatable, Sendable {
        /// The last `count` cells.
        case tail(count: Int)
        /// Cells `start ..< stop` of one session: 0 is the present one, a negative number counts back from it. `stop` nil means to the end.
        case range(session: Int, start: Int, stop: Int?)
        /// The last `count` cells whose whole text matches the glob `pattern`; `unique` keeps only the newest of equal texts.
        case search(pattern: String, count: Int?, unique: Bool)
    }

    package var access: Access
    /// Whether the results are wanted as well.
    package var output: Bool

    package init(_ access: Access, output: Bool) { (self.access, self.output) = (access, output) }
}

package struct HistoryEntry: Equatable, Sendable {
    package var session, line: Int
    package var input: String
    /// The cell's result as text, where it was asked for and there is one.
    package var output: String?

    package init(session: Int, line: Int, input: String, output: String? = nil) {
        (self.session, self.line, self.input, self.output) = (session, line, input, output)
    }
}
