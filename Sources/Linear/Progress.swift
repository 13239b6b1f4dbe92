/// What a long library call throws when the user interrupted the cell it runs in.
package struct Interrupted: Error, Equatable, Sendable, CustomStringConvertible {
    package init() {}
    package var description: String { "interrupted" }
}

/// How a long library call tells how far it is, and learns that it should stop.
///
/// The call says `try Progress.check(fraction)` at least every 20 ms, from the thread it was called on. Whoever called it may have
/// installed a handler around the call with `Progress.observe`; without one, a check costs a few nanoseconds and does nothing.
/// The handler stops the call by throwing `Interrupted`. A call that stops so leaves every value of the user as it was.
package enum Progress {
    package typealias Handler = @Sendable (_ fraction: Double) throws -> Void

    // A task-local value also works on a plain thread: outside a task the runtime keeps it in thread-local storage.
    @TaskLocal private static var handler: Handler?

    /// Runs `body`; every check inside it, on this thread, reaches `handler`.
    package static func observe<Result>(_ handler: @escaping Handler, _ body: () throws -> Result) rethrows -> Result {
        try $handler.withValue(handler, operation: body)
    }

    /// Reports that `fraction` (0 to 1) of the present call is done; throws if the call should stop.
    package static func check(_ fraction: Double) throws {
        if let handler { try handler(fraction) }
    }

    /// Asks whether the call should stop, without news of how far it is: the handler gets NaN.
    package static func check() throws { try check(.nan) }

    /// Whether the call should stop, for one that cannot throw: it may then return whatever it has, since the machine gives the cell up before it sees that.
    package static var isStopped: Bool {
        do { try check() } catch { return true }
        return false
    }

    /// Runs `body`, whose reports then count as the k-th of n equal parts of the present call.
    package static func stretch<Result>(_ part: Int, of parts: Int, _ body: () throws -> Result) rethrows -> Result {
        try stretch(from: Double(part) / Double(max(parts, 1)), to: Double(part + 1) / Double(max(parts, 1)), body)
    }

    /// Runs `body`, whose reports then count as the part of the present call between two fractions.
    package static func stretch<Result>(from: Double, to: Double, _ body: () throws -> Result) rethrows -> Result {
        guard let outer = handler else { return try body() }
        return try $handler.withValue({ try outer(from + (to - from) * $0) }, operation: body)
    }

    /// Whether anyone listens.
    package static var isObserved: Bool { handler != nil }

    /// Reports the same for the k-th of n parts of a call, at `done` of `total` steps within that part.
    package static func check(_ done: Int, of total: Int, part: Int = 0, of parts: Int = 1) throws {
        guard let handler else { return }
        let within = total > 0 ? Double(done) / Double(total) : 1
        try handler((Double(part) + within) / Double(max(parts, 1)))
    }
}
