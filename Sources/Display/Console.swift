/// Where a program shows what is more than text, and asks for lines: the notebook whose cell it is, or the terminal.
package struct Console: Sendable {
    package var put: @Sendable (Output) -> Void
    /// Nil when there is no more to read; throws where nobody can be asked.
    package var ask: @Sendable (_ prompt: String, _ isHidden: Bool) throws -> String?

    /// Who keeps the session; nil where nobody does.
    package var session: (any SessionControl)?

    package init(
        put: @escaping @Sendable (Output) -> Void, ask: @escaping @Sendable (String, Bool) throws -> String?, session: (any SessionControl)? = nil
    ) { (self.put, self.ask, self.session) = (put, ask, session) }

    // A task-local value also works on a plain thread: outside a task the runtime keeps it in thread-local storage.
    @TaskLocal package static var current = Console.terminal
}

/// Why nobody answers a cell that asks for a line.
package enum InputFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// The front end, or the request, does not allow asking: nbclient, `engram run`.
    case notAllowed
    case endOfFile
    case interrupted

    package var description: String {
        switch self {
        case .notAllowed: "this front end cannot be asked for input"
        case .endOfFile: "the input has ended"
        case .interrupted: "interrupted"
        }
    }
}
