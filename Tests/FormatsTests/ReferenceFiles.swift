import Formats
import Glibc
import Linear

/// The files beside the tests, and what they hold according to nibabel and numpy (`Reference/make.py` wrote both).
enum Reference {
    static let folder = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/")!)) + "/Reference/"

    struct Row: Sendable {
        let file: String
        let shape: [Int]
        let voxelSize: [Double]
        let repetitionTime: Double
        let affine: [Double]
        let values: [Double]
    }

    // The files are committed beside this one: a failure to read them is a failure of the whole suite.
    static let rows: [Row] = {
        func numbers(_ field: String) -> [Double] { field.split(separator: " ").map { Double($0)! } }
        let table = try! Table(folder + "expected.tsv", header: false, separator: "\t")
        func column(_ index: Int) -> [String] { try! table.strings(index) }
        let (files, shapes, sizes, times, affines, values) = (column(0), column(1), column(2), column(3), column(4), column(5))
        return files.indices.map {
            Row(
                file: files[$0], shape: numbers(shapes[$0]).map { Int($0) }, voxelSize: numbers(sizes[$0]), repetitionTime: Double(times[$0]) ?? 0,
                affine: numbers(affines[$0]), values: numbers(values[$0]))
        }
    }()

    static let images = rows.filter { $0.file.hasSuffix(".nii") || $0.file.hasSuffix(".nii.gz") }.map(\.file)
    static let arrays = rows.filter { $0.file.hasSuffix(".npy") }.map(\.file)

    static func row(_ file: String) -> Row { rows.first { $0.file == file }! }
}

/// A file of the test's own in the system's folder for temporary files, removed at the end of `body`.
func withTemporaryFile(_ name: String, bytes: [UInt8] = [], _ body: (String) throws -> Void) throws {
    let path = "/tmp/engram-\(getpid())-\(UInt64.random(in: 0 ..< .max))-\(name)"
    if !bytes.isEmpty {
        let file = fopen(path, "w")!
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
    defer { unlink(path) }
    try body(path)
}

/// A file as it is, without unpacking.
func rawBytes(_ path: String) -> [UInt8] {
    let file = fopen(path, "r")!
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: min(ftell(file), 1 << 20))
    rewind(file)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
}
