import Display
import Linear
import Runtime

extension Library {
    /// Runs a cell so that library calls within it show things and ask where the machine does, tell how far they are, and stop when the machine is interrupted.
    ///
    /// - Parameter report: gets the fraction that is done, on the thread that runs the cell, at least every 20 ms.
    package static func watching<Result>(
        _ machine: Machine, session: (any SessionControl)? = nil, report: @escaping @Sendable (Double) -> Void = { _ in }, _ body: () throws -> Result
    ) rethrows -> Result {
        let console = Console(put: { machine.put($0) }, ask: { try machine.ask($0, isHidden: $1) }, session: session)
        return try Console.$current.withValue(console) {
            try Progress.observe(
                { fraction in
                    // The machine's own error: no `catch` of the cell sees it.
                    if machine.isInterrupted { throw machine.interruption }
                    // NaN asks whether to stop and has no news.
                    if !fraction.isNaN { report(fraction) }
                }, body)
        }
    }
}
