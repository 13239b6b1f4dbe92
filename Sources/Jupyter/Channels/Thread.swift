import Foundation

/// Starts a thread that runs `body` and ends. Its stack takes memory only as far as it is used.
package func startThread(named name: String, stack: Int, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = name
    thread.stackSize = stack
    thread.start()
}
