import Foundation

/// A pipe whose reading end can be polled together with sockets. Writing is allowed in a signal handler, and never waits.
final class WakePipe: Sendable {
    let readEnd, writeEnd: Int32

    init() throws(ConnectionError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .socket(endpoint: "a pipe", reason: String(cString: strerror(errno))) }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func write(_ byte: UInt8) {
        var byte = byte
        // A full pipe has bytes enough to wake its reader.
        _ = Foundation.write(writeEnd, &byte, 1)
    }

    /// The bytes that are there.
    func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = Foundation.read(readEnd, &bytes, bytes.count)
        return Array(bytes.prefix(max(count, 0)))
    }
}
