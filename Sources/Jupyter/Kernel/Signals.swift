import Foundation

/// Turns signals into bytes on a descriptor, so that a thread that polls can act on them.
enum Signals {
    // Written once, before the handlers are installed and the threads started that read them.
    nonisolated(unsafe) private static var descriptor: Int32 = -1
    nonisolated(unsafe) private static var forwarded = sigset_t()

    /// From here on the signals reach a thread that lets them in, the one that waits for messages: a signal that was sent before a message then acts before it.
    static func forward(_ signals: [Int32], to descriptor: Int32) {
        self.descriptor = descriptor
        for signal in signals {
            sigaddset(&forwarded, signal)
            Foundation.signal(signal) { number in
                // Nothing else is allowed here.
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Signals.descriptor, &byte, 1)
                errno = saved
            }
        }
        pthread_sigmask(SIG_BLOCK, &forwarded, nil)
    }

    /// For the calling thread. Who started this process may have had them blocked, as the worker threads of many programs have, and that is inherited.
    static func letIn(_ doesSo: Bool) { pthread_sigmask(doesSo ? SIG_UNBLOCK : SIG_BLOCK, &forwarded, nil) }
}
