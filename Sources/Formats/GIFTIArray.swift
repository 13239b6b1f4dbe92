import Linear

/// One array of a GIFTI file: coordinates, triangles, or a number for each vertex.
public struct GIFTIArray: Sendable, Equatable, CustomStringConvertible, Codable {
    /// What the numbers are, without the `NIFTI_INTENT_` in front: "POINTSET", "TRIANGLE", "SHAPE", "TIME_SERIES", "LABEL", "NONE" …
    public let intent: String
    /// The extents, outermost first.
    public let shape: [Int]
    /// What the file says of the array, such as its name.
    public let metadata: [String: String]

    let samples: Samples
    /// Whether the first axis is the fastest in the file.
    let columnMajor: Bool

    /// How the numbers are stored: `uint8`, `int32`, `float32` …
    public var type: String { samples.type.rawValue }
    /// How many numbers there are.
    public var count: Int { samples.count }

    init(intent: String, shape: [Int], metadata: [String: String], samples: Samples, columnMajor: Bool) {
        (self.intent, self.shape, self.metadata, self.samples, self.columnMajor) = (intent, shape, metadata, samples, columnMajor)
    }

    /// All numbers in C order (last axis fastest).
    public func values() -> Vector { Vector(samples.gathered(order, from: 0, slope: 1, intercept: 0)) }

    /// An array of two axes as a matrix; one axis is a column.
    ///
    /// - Throws: `FormatError.shape` for more axes.
    public func matrix() throws -> Matrix {
        guard (1 ... 2).contains(shape.count) else { throw FormatError.shape(name: "the array", found: shape, expected: "of one or two axes") }
        return try Matrix(rows: shape[0], columns: shape.count == 2 ? shape[1] : 1, elements: values().elements)
    }

    /// Where the numbers are in the file, in C order.
    private var order: [Int] {
        guard columnMajor, shape.count > 1 else { return Array(0 ..< count) }
        var places = [0], stride = 1
        for extent in shape {
            places = places.flatMap { place in (0 ..< extent).map { place + $0 * stride } }
            stride *= extent
        }
        return places
    }

    /// Intent, extents and type.
    public var description: String { "\(intent) \(shape.map(String.init).joined(separator: " x ")) \(type)" }
}

/// A region of a parcellation: the number that vertices have for it, its name and its colour.
public struct GIFTILabel: Sendable, Equatable, CustomStringConvertible, Codable {
    /// What the vertices of the region have in a LABEL array.
    public let key: Int
    /// What the region is called.
    public let name: String
    /// Each from 0 to 1, and how opaque it is; nil where the file does not say.
    public let red, green, blue, alpha: Double?

    /// Key and name.
    public var description: String { "\(key) \(name)" }
}
