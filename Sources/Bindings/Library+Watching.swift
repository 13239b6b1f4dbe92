import Display
import Linear
import Runtime

extension Library {
    /// Runs a cell so that library calls within it show things and ask where the machine does, tell how far they are, and stop when the machine is interrupted.
    ///
    /// How far a call is goes to the machine's progress meter, if there is one.
    package static func watching<Result>(_ machine: Machine, session: (any SessionControl)? = nil, _ body: () throws -> Result) rethrows -> Result {
        let console = Console(put: { machine.put($0) }, ask: { try machine.ask($0, isHidden: $1) }, session: session)
        return try Console.$current.withValue(console) {
            try Progress.observe(
                { fraction in
                    // The machine's own error: no `catch` of the cell sees it.
                    if machine.isInterrupted { throw machine.interruption }
                    // NaN asks whether to stop and has no news.
                    if !fraction.isNaN { machine.progress?.report(min(max(fraction, 0), 1)) }
                }, body)
        }
    }
}
