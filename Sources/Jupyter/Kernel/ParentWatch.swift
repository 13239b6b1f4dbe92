import Foundation

/// Knows whether the process that started this kernel still lives. Jupyter names it in `JPY_PARENT_PID`; without that name a kernel outlives whoever started it.
struct ParentWatch {
    private let parent: pid_t

    init?() {
        // 1 is the init process, or a container's first: everybody's parent in the end, so its number tells nothing.
        guard let text = ProcessInfo.processInfo.environment["JPY_PARENT_PID"], let named = pid_t(text), named > 1 else { return nil }
        parent = getppid()
    }

    /// An orphan is adopted by another process.
    var isGone: Bool { getppid() != parent }
}
