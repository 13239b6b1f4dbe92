import Formats
import Glibc
import Linear

/// What nilearn and himalaya say (`Reference/make_encoding.py` wrote the files).
enum EncodingReference {
    static let folder = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/")!)) + "/Reference/"

    static func numbers(_ field: String) -> [Double] { field.split(separator: " ").map { Double($0)! } }

    static func table(_ name: String) throws -> [[String]] {
        let table = try Table(folder + name, header: false, separator: "\t")
        let columns = try table.columnNames.indices.map { try table.strings($0) }
        return (0 ..< table.rowCount).map { row in columns.map { $0[row] } }
    }

    static func matrix(_ name: String) throws -> Matrix { try NumpyArray(folder + "ridge-\(name).npy").matrix() }
    static func vector(_ name: String) throws -> Vector { Vector(try NumpyArray(folder + "ridge-\(name).npy").values().elements) }

    /// The Haxby slice: `ENGRAM_HAXBY`, else `../shared/data/haxby` beside the package. Nil where there is none; the tests that need it are then skipped.
    static let haxby: String? = {
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = getenv("ENGRAM_HAXBY").map { String(cString: $0) } ?? "/" + package + "/../shared/data/haxby"
        return access(path + "/bold.nii.gz", R_OK) == 0 ? path : nil
    }()
}

/// The largest difference, relative to the larger of the two numbers or to `floor`.
func largestDifference(_ a: [Double], _ b: [Double], floor: Double) -> Double {
    a.count == b.count ? zip(a, b).map { abs($0 - $1) / max(abs($0), abs($1), floor) }.max() ?? 0 : .infinity
}
