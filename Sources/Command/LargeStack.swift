import Foundation

/// Cells run on a thread with a stack of its own size: deep recursion in the checker or in native code must not meet the end of the main thread's.
enum LargeStack {
    static let bytes = 512 << 20

    static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
        let box = Box<Result>()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            box.value = body()
            done.signal()
        }
        thread.stackSize = bytes
        thread.start()
        done.wait()
        return box.value!
    }

    // Unchecked: written by the thread before it signals, read after the wait.
    private final class Box<Value>: @unchecked Sendable { var value: Value? }
}
