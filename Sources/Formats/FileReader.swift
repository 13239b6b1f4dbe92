import CZlib
import Glibc
import Linear

/// Reads a file front to back, unpacking gzip on the way when the file is packed (told by its first two bytes, not by its name).
///
/// Memory grows with what was really read, never with what a header promises.
package struct FileReader: ~Copyable {
    package let path: String
    private let handle: gzFile
    private var chunk: [UInt8]

    /// How much is read between two looks at whether the user interrupted the call: unpacking this takes about 5 ms.
    static let chunkBytes = 1 << 20

    package init(_ path: String) throws {
        self.path = path
        // A path with a zero byte would be cut there by C, and another file be read.
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw FormatError.invalid(name: "path", found: path.isEmpty ? "empty" : "a text with a zero byte", expected: "the path of a file")
        }
        errno = 0
        guard let handle = gzopen(path, "rb") else {
            throw FormatError.unreachable(file: path, reason: systemReason())
        }
        self.handle = handle
        gzbuffer(handle, 1 << 18)
        chunk = [UInt8](repeating: 0, count: 0)
    }

    deinit { gzclose(handle) }

    /// The most bytes that the file can give: its size, or 1,032 times that where it is packed, which is as far as deflate goes (RFC 1951: 258 bytes for 2 bits). Nil for what is no plain file.
    private var mostBytes: Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        return gzdirect(handle) == 1 ? size : size.multipliedReportingOverflow(by: 1032).partialValue
    }

    /// Refuses a promise that the file cannot keep, before memory is taken for it.
    ///
    /// - Parameters:
    ///   - count: the bytes that are to come from here on.
    ///   - passed: those that were read already.
    func expect(_ count: Int, of what: String, after passed: Int) throws {
        guard let most = mostBytes, count > most - passed else { return }
        throw FormatError.cutShort(file: path, what: what, expectedBytes: count, foundBytes: max(0, most - passed))
    }

    /// Appends up to `count` bytes to `bytes`, fewer only where the file ends, and returns how many came.
    mutating func read(_ count: Int, into bytes: inout [UInt8]) throws -> Int {
        // Small for a header, and as large as it gets for what follows.
        if chunk.count < min(Self.chunkBytes, max(count, 4096)) { chunk = [UInt8](repeating: 0, count: min(Self.chunkBytes, max(count, 4096))) }
        var done = 0
        while done < count {
            let wanted = min(chunk.count, count - done)
            errno = 0
            let got = chunk.withUnsafeMutableBytes { gzread(handle, $0.baseAddress, UInt32(wanted)) }
            if got > 0 { bytes.append(contentsOf: chunk[..<Int(got)]) }
            if got < wanted { try checkEnd() }
            if got <= 0 { break }
            done += Int(got)
            if chunk.count == Self.chunkBytes { try Progress.check(Double(done) / Double(count)) }
        }
        return done
    }

    /// Appends exactly `count` bytes, or says that `what` is cut short.
    mutating func readAll(_ count: Int, of what: String, into bytes: inout [UInt8]) throws {
        let before = bytes.count
        // A packed file of a megabyte can unpack to more than the machine holds.
        if count >= 1 << 28, count > Allocation.available() {
            throw FormatError.unsupported(file: path, what: "\(what) of \(count) bytes", supported: "what fits in the memory that is free, \(Allocation.available()) bytes")
        }
        let got: Int
        do {
            got = try read(count, into: &bytes)
        } catch FormatError.cutShort {
            throw FormatError.cutShort(file: path, what: what, expectedBytes: count, foundBytes: bytes.count - before)
        }
        guard got == count else { throw FormatError.cutShort(file: path, what: what, expectedBytes: count, foundBytes: got) }
    }

    /// Looks past the last byte that was wanted, so that zlib compares the checksum behind it. Bytes that follow are nobody's and no error.
    mutating func finish(_ what: String) throws {
        var rest: [UInt8] = []
        do {
            _ = try read(1, into: &rest)
        } catch FormatError.cutShort {
            throw FormatError.cutShort(file: path, what: "the checksum of \(what)", expectedBytes: 8, foundBytes: 0)
        }
    }

    /// Passes over `count` bytes.
    mutating func skip(_ count: Int, of what: String) throws {
        var left = count
        var passed: [UInt8] = []
        while left > 0 {
            passed.removeAll(keepingCapacity: true)
            let step = min(left, Self.chunkBytes)
            try readAll(step, of: what, into: &passed)
            left -= step
        }
    }

    /// The rest of the file, which may have a gigabyte.
    package mutating func readToEnd() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while try read(Self.chunkBytes, into: &bytes) == Self.chunkBytes {
            guard bytes.count <= 1 << 30 else {
                throw FormatError.unsupported(file: path, what: "a text of more than 1073741824 bytes", supported: "shorter ones")
            }
        }
        return bytes
    }

    /// After a read that brought less than asked: tells the plain end of the file from an error.
    private func checkEnd() throws {
        var code: Int32 = 0
        let message = gzerror(handle, &code)
        switch code {
        case Z_OK, Z_STREAM_END: return
        case Z_ERRNO: throw FormatError.unreachable(file: path, reason: systemReason())
        // zlib's word for "the compressed stream stops in the middle"
        case Z_BUF_ERROR: throw FormatError.cutShort(file: path, what: "the gzip stream", expectedBytes: 0, foundBytes: 0)
        default: throw FormatError.damaged(file: path, reason: message.map { String(cString: $0) } ?? "zlib error \(code)")
        }
    }
}

/// The system's sentence for the last failed call.
func systemReason() -> String {
    errno == 0 ? "it cannot be opened" : String(cString: strerror(errno))
}
