import CZlib
import Glibc
import Linear

/// A file of pieces of bytes, each with its checksum, and a text of bytes at the end that says what they are: the form in which a value of any type is written to a file.
///
/// `ENGRAM 1`, a line feed; each piece as its size and its CRC-32 (little-endian, 4 bytes each) and its bytes; a size of 0; the description in the form of a piece. A file appears under its name only
/// when it is complete: until then, and where writing fails, what was there before stays.
package struct PieceFileWriter: ~Copyable {
    private let path: String
    private let unfinished: String
    private var file: FileWriter
    private var isDone = false

    fileprivate static let mark = Array("ENGRAM 1\n".utf8)
    /// No piece is longer, so that a damaged size asks for no more memory than this.
    package static let longestPiece = 1 << 28

    package init(_ path: String) throws {
        guard !path.isEmpty else { throw FormatError.invalid(name: "path", found: "empty", expected: "the path of a file") }
        let unfinished = path.hasSuffix(".gz") ? path + ".part.gz" : path + ".part"
        var file = try FileWriter(unfinished)
        do { try file.write(Self.mark) } catch {
            unlink(unfinished)
            throw error
        }
        (self.path, self.unfinished) = (path, unfinished)
        self.file = file
    }

    deinit { if !isDone { unlink(unfinished) } }

    package mutating func add(_ piece: [UInt8]) throws {
        guard !piece.isEmpty, piece.count <= Self.longestPiece else {
            throw FormatError.unsupported(file: path, what: "a piece of \(piece.count) bytes", supported: "1 to \(Self.longestPiece) bytes")
        }
        try file.write(Self.number(piece.count) + Self.number(Int(Self.checksum(piece))))
        try file.write(piece)
    }

    package mutating func finish(_ description: [UInt8]) throws {
        try file.write(Self.number(0))
        try add(description)
        try file.close()
        errno = 0
        guard rename(unfinished, path) == 0 else { throw FormatError.unreachable(file: path, reason: systemReason()) }
        isDone = true
    }

    private static func number(_ value: Int) -> [UInt8] { (0 ..< 4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }

    fileprivate static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: bytes.withUnsafeBytes { crc32_z(0, $0.bindMemory(to: UInt8.self).baseAddress, $0.count) })
    }
}

/// Reads such a file again, and trusts nothing.
package enum PieceFile {
    package static func read(_ path: String) throws -> (description: [UInt8], pieces: [[UInt8]]) {
        var file = try FileReader(path)
        var mark: [UInt8] = []
        let expected = PieceFileWriter.mark
        if try file.read(expected.count, into: &mark) < expected.count || mark != expected {
            throw FormatError.notOfFormat(file: path, format: "value", found: "bytes of another kind at its beginning", expected: "a file that save(_:to:) wrote")
        }
        var pieces: [[UInt8]] = []
        while let piece = try next(&file) { pieces.append(piece) }
        guard let description = try next(&file) else { throw FormatError.damaged(file: path, reason: "it has no description") }
        return (description, pieces)
    }

    private static func next(_ file: inout FileReader) throws -> [UInt8]? {
        let size = Int(try number(&file))
        if size == 0 { return nil }
        guard size <= PieceFileWriter.longestPiece else { throw FormatError.damaged(file: file.path, reason: "a piece of \(size) bytes") }
        let checksum = try number(&file)
        var bytes: [UInt8] = []
        try file.readAll(size, of: "a piece of a value", into: &bytes)
        guard PieceFileWriter.checksum(bytes) == checksum else { throw FormatError.damaged(file: file.path, reason: "the checksum of a piece differs") }
        return bytes
    }

    private static func number(_ file: inout FileReader) throws -> UInt32 {
        var bytes: [UInt8] = []
        try file.readAll(4, of: "a number", into: &bytes)
        return (0 ..< 4).reduce(0) { $0 | UInt32(bytes[$1]) << (8 * UInt32($1)) }
    }
}
