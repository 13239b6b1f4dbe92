import CZlib
import Glibc
import Linear

/// Writes a file front to back, packed as gzip when its name ends in `.gz`.
package struct FileWriter: ~Copyable {
    package let path: String
    private var handle: gzFile?

    package init(_ path: String) throws {
        self.path = path
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw FormatError.invalid(name: "path", found: path.isEmpty ? "empty" : "a text with a zero byte", expected: "the path of a file")
        }
        errno = 0
        // "T": as it is, without gzip. Level 6 is gzip's own default.
        guard let handle = gzopen(path, path.hasSuffix(".gz") ? "wb6" : "wbT") else {
            throw FormatError.unreachable(file: path, reason: systemReason())
        }
        self.handle = handle
    }

    deinit { if let handle { gzclose(handle) } }

    package mutating func write(_ bytes: [UInt8]) throws {
        let step = FileReader.chunkBytes
        var start = 0
        while start < bytes.count {
            let count = min(step, bytes.count - start)
            errno = 0
            let written = bytes.withUnsafeBytes { gzwrite(handle, $0.baseAddress?.advanced(by: start), UInt32(count)) }
            guard Int(written) == count else { throw FormatError.unreachable(file: path, reason: systemReason()) }
            start += count
            try Progress.check(Double(start) / Double(bytes.count))
        }
    }

    /// Writes what is still held back. Only after this is the file complete, and only here a full disk shows.
    package mutating func close() throws {
        guard let open = handle else { return }
        handle = nil
        errno = 0
        guard gzclose(open) == Z_OK else { throw FormatError.unreachable(file: path, reason: systemReason()) }
    }
}
