import Linear

/// A surface of the cortex, or numbers on one, as a GIFTI file holds it (`.surf.gii`, `.shape.gii`, `.func.gii`, `.label.gii`; also packed, `.gii.gz`).
///
/// ```swift
/// let flat = try GIFTI("lh.flat.surf.gii")
/// flat.vertices                                        // 10242
/// let folds = try GIFTI("lh.curv.shape.gii").values()
/// try brainFlatMap(scores, on: flat, curvature: folds)
/// ```
/// Format: GIFTI 1.0 (Harwell et al., https://www.nitrc.org/projects/gifti). Read are numbers as text, as base64, and as packed base64, of either byte order and either order of the axes. Numbers that lie in a file
/// of their own are refused: a file does not say what else is read.
public struct GIFTI: Sendable, Equatable, CustomStringConvertible, Codable {
    /// All arrays, in the order of the file.
    public let arrays: [GIFTIArray]
    /// The regions of a parcellation; empty without one.
    public let labels: [GIFTILabel]
    /// What the file says of itself.
    public let metadata: [String: String]

    /// Reads a file.
    ///
    /// - Throws: `FormatError` that names the file, and the line where its XML is wrong: it is not there, is no GIFTI file, an array holds more or fewer numbers than it says, or refers to another file.
    public init(_ path: String) throws {
        var file = try FileReader(path)
        var document = GIFTIDocument(XMLReader(try file.readToEnd(), file: path))
        try document.read()
        (arrays, labels, metadata) = (document.arrays, document.labels, document.metadata)
    }

    /// How many vertices the surface has, or the numbers are for: the first extent of the first array that is not triangles.
    public var vertices: Int { arrays.first { $0.intent != "TRIANGLE" }?.shape.first ?? 0 }

    /// The coordinates of the vertices in millimetres: one row for each, columns x, y, z.
    ///
    /// - Throws: `FormatError` if the file has no pointset of three columns.
    public func points() throws -> Matrix {
        let array = try array("POINTSET")
        guard array.shape.count == 2, array.shape[1] == 3 else { throw FormatError.shape(name: "the pointset", found: array.shape, expected: "vertices x 3") }
        return try array.matrix()
    }

    /// The triangles of the surface: three numbers of vertices for each, one after the other.
    ///
    /// - Throws: `FormatError` if the file has no triangles, or one of them names a vertex that its pointset has not.
    public func triangles() throws -> [Int] {
        let array = try array("TRIANGLE")
        guard array.shape.count == 2, array.shape[1] == 3 else { throw FormatError.shape(name: "the triangles", found: array.shape, expected: "triangles x 3") }
        let count = arrays.first { $0.intent == "POINTSET" }?.shape.first
        return try array.values().elements.map { value in
            guard let vertex = Int(exactly: value), vertex >= 0, vertex < count ?? .max else {
                throw FormatError.invalid(name: "a corner of a triangle", found: "\(value)", expected: count.map { "a vertex from 0 to \($0 - 1)" } ?? "a whole number")
            }
            return vertex
        }
    }

    /// The numbers of the vertices in the array at `index`, pointsets and triangles not counted.
    ///
    /// - Throws: `FormatError.invalid` if there is none.
    public func values(_ index: Int = 0) throws -> Vector {
        let data = data
        guard data.indices.contains(index) else { throw FormatError.invalid(name: "index", found: "\(index)", expected: Self.expected(data.count)) }
        return data[index].values()
    }

    /// All arrays of numbers of vertices, one row for each array and one column for each vertex: a time series on a surface. A single array of two axes, vertices x time, is turned.
    ///
    /// - Throws: `FormatError` if there are none, or they differ in length.
    public func series() throws -> Matrix {
        let data = data
        guard let first = data.first else { throw FormatError.invalid(name: "the file", found: "without numbers of vertices", expected: "a functional or shape file") }
        if data.count == 1, first.shape.count == 2 { return try first.matrix().transposed() }
        for array in data where array.count != first.count || array.shape.first != array.count {
            throw FormatError.shape(name: "an array", found: array.shape, expected: "\(first.count) vertices, as the first, on one axis")
        }
        _ = try Allocation.count(of: [data.count, first.count], named: "the series", as: Double.self)
        return try Matrix(rows: data.count, columns: first.count, elements: data.flatMap { $0.values().elements })
    }

    /// What is neither coordinates nor triangles.
    private var data: [GIFTIArray] { arrays.filter { $0.intent != "POINTSET" && $0.intent != "TRIANGLE" } }

    private static func expected(_ count: Int) -> String { count == 0 ? "for a file with numbers of vertices; this one has none" : "from 0 to \(count - 1)" }

    private func array(_ intent: String) throws -> GIFTIArray {
        guard let array = arrays.first(where: { $0.intent == intent }) else {
            throw FormatError.invalid(name: "the file", found: "without \(intent)", expected: "a surface (it has \(arrays.map(\.description).joined(separator: ", ")))")
        }
        return array
    }

    /// The arrays and the number of labels.
    public var description: String {
        let shown =
            arrays.count <= 6 ? arrays.map(\.description).joined(separator: ", ") : arrays.prefix(5).map(\.description).joined(separator: ", ") + " and \(arrays.count - 5) more"
        return "GIFTI file: \(arrays.isEmpty ? "no arrays" : shown)" + (labels.isEmpty ? "" : ", \(labels.count) labels")
    }
}
