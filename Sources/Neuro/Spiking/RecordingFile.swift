#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An `.npy` file of rows to which a run adds as it goes, so that memory does not grow with it.
///
/// Rows stand where their number says, and the header tells how many there are: it is written when a run has ended well. So what an interrupted run has left behind is not
/// part of the file, and a network that goes on from before writes over it. (Format: https://numpy.org/neps/nep-0001-npy-format.html.)
struct RecordingFile: Sendable, Equatable, Codable {
    enum Element: Sendable, Codable { case float32, float64 }

    let path: String
    let columns: Int
    let element: Element

    private static let headerBytes = 128
    var rowBytes: Int { columns * (element == .float32 ? 4 : 8) }

    /// Makes the file, without rows; one that is there is replaced.
    func create() throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw NeuroError.invalid(name: "file", value: path.isEmpty ? "empty" : "a text with a zero byte", must: "the path of a file")
        }
        try write("wb", at: 0, header(0))
    }

    func write(_ rows: UnsafeRawBufferPointer, at row: Int) throws { try write("r+b", at: Self.headerBytes + row * rowBytes, rows) }

    /// Says how many rows there are.
    func close(rows: Int) throws { try write("r+b", at: 0, header(rows)) }

    private func header(_ rows: Int) -> [UInt8] {
        let dictionary = "{'descr': '\(element == .float32 ? "<f4" : "<f8")', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
        let length = Self.headerBytes - 10
        let text = Array(dictionary.utf8)
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + text
            + [UInt8](repeating: 0x20, count: length - 1 - text.count) + [0x0A]
    }

    private func write(_ mode: String, at offset: Int, _ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write(mode, at: offset, $0) } }

    private func write(_ mode: String, at offset: Int, _ bytes: UnsafeRawBufferPointer) throws {
        errno = 0
        guard let file = fopen(path, mode) else { throw failure() }
        var isGood = fseeko(file, off_t(offset), SEEK_SET) == 0 && fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count
        // Only closing it shows a full disk.
        isGood = fclose(file) == 0 && isGood
        if !isGood { throw failure() }
    }

    private func failure() -> NeuroError {
        .invalid(name: "file", value: path, must: "a file that can be written (\(errno == 0 ? "the disk may be full" : String(cString: strerror(errno))))")
    }
}
