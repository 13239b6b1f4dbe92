import Foundation

/// Starts a thread that runs `body` and ends. Its stack takes memory only as far as it is used.
package func startThread(named name: String, stack: Int, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = name
    thread.stackSize = stack
    // Signals are for the thread that waits for messages, which lets them in.
    var own = sigset_t(), before = sigset_t()
    sigemptyset(&own)
    for signal in [SIGINT, SIGTERM] { sigaddset(&own, signal) }
    pthread_sigmask(SIG_BLOCK, &own, &before)
    thread.start()
    pthread_sigmask(SIG_SETMASK, &before, nil)
}
