import Dispatch
import Synchronization

/// Whose turn it is to use the compiler: a cell's, or that of a front end which asks something while a cell is written or runs.
///
/// A cell holds the compiler while it is compiled, a thousandth of a second, not while it runs. One who asks gives way to a cell that comes, and waits for one in
/// vain only while that is unusually hard to compile.
final class CompilerTurn: Sendable {
    private let free = DispatchSemaphore(value: 1)
    /// Cells that wait for their turn.
    private let cells = Atomic<Int>(0)

    func compile<Result>(_ body: () -> Result) -> Result {
        cells.wrappingAdd(1, ordering: .relaxed)
        free.wait()
        cells.wrappingSubtract(1, ordering: .relaxed)
        defer { free.signal() }
        return body()
    }

    /// nil if the compiler does not become free in time.
    func ask<Result>(within milliseconds: Int, _ body: () -> Result) -> Result? {
        guard free.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
        defer { free.signal() }
        return body()
    }

    var isWanted: Bool { cells.load(ordering: .relaxed) > 0 }
}
