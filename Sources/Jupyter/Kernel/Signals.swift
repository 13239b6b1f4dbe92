import Foundation

/// Turns signals into bytes on a descriptor, so that a thread that polls can act on them.
enum Signals {
    // Written once, before the handlers are installed, and read by them.
    nonisolated(unsafe) private static var descriptor: Int32 = -1

    static func forward(_ signals: [Int32], to descriptor: Int32) {
        self.descriptor = descriptor
        var forwarded = sigset_t()
        sigemptyset(&forwarded)
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
        // Who started this process may have had them blocked, as the worker threads of many programs have, and that is inherited.
        pthread_sigmask(SIG_UNBLOCK, &forwarded, nil)
    }
}
