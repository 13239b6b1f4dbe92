import Linear

/// An array as idx files hold it, of any number of axes: images of digits or garments, and their labels.
///
/// ```swift
/// let images = try IDXArray("train-images-idx3-ubyte.gz")   // 60000 x 28 x 28, uint8
/// let labels = try IDXArray("train-labels-idx1-ubyte.gz").integers()
/// let patterns = try Patterns.binarized(images.bytes())      // 60000 patterns of 784 values
/// ```
///
/// Format: Y. LeCun, C. Cortes and C. J. C. Burges, the MNIST database. Two zero bytes, a type, the number of axes, each extent as 4 bytes (big-endian), then the numbers in C order, big-endian.
/// Read are all its types: uint8, int8, int16, int32, float32, float64; plain or packed as gzip. The numbers stay as the file has them: 47 MB for 60,000 images of 28 x 28.
public struct IDXArray: Sendable, Equatable, CustomStringConvertible, Codable {
    /// The extents, outermost first.
    public let shape: [Int]
    /// How the numbers are stored: `uint8`, `int8`, `int16`, `int32`, `float32` or `float64`.
    public var type: String { samples.type.rawValue }

    package let samples: Samples

    /// How many numbers there are: the product of the extents.
    public var count: Int { samples.count }
    /// How many items there are: the first extent.
    public var items: Int { shape.first ?? 0 }
    /// How many numbers an item has: the product of the other extents.
    public var itemSize: Int { shape.dropFirst().reduce(1, *) }

    /// Reads a file.
    ///
    /// - Throws: `FormatError` that names the file: it is not there, is not an idx file, or ends too early.
    public init(_ path: String) throws {
        var file = try FileReader(path)
        var head: [UInt8] = []
        guard try file.read(4, into: &head) == 4, head[0] == 0, head[1] == 0 else {
            let found = head.isEmpty ? "an empty file" : "the bytes " + head.map { String($0) }.joined(separator: " ")
            throw FormatError.notOfFormat(file: path, format: "idx", found: found, expected: "two zero bytes, a type and a number of axes at the start")
        }
        let types: [UInt8: SampleType] = [0x08: .uint8, 0x09: .int8, 0x0b: .int16, 0x0c: .int32, 0x0d: .float32, 0x0e: .float64]
        guard let type = types[head[2]] else {
            throw FormatError.badHeader(file: path, field: "the type", found: "\(head[2])", expected: "8, 9, 11, 12, 13 or 14")
        }
        let axes = Int(head[3])
        guard axes > 0 else { throw FormatError.badHeader(file: path, field: "the number of axes", found: "0", expected: "at least 1") }
        var extents: [UInt8] = []
        try file.readAll(4 * axes, of: "\(axes) extents", into: &extents)
        let shape = (0 ..< axes).map { axis in extents[4 * axis ..< 4 * axis + 4].reduce(0) { $0 << 8 | Int($1) } }
        var bytes = type.size
        for extent in shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: max(1, extent))
            guard !overflow, product < 1 << 46 else {
                throw FormatError.badHeader(file: path, field: "the shape", found: shape.map(String.init).joined(separator: " x "), expected: "of fewer numbers than memory holds")
            }
            bytes = product
        }
        if shape.contains(0) { bytes = 0 }
        var content: [UInt8] = []
        try file.readAll(bytes, of: "an array of shape \(shape) and type \(type.rawValue)", into: &content)
        try file.finish("the array")
        self.shape = shape
        samples = Samples(type: type, bigEndian: true, bytes: content)
    }

    /// All numbers in C order (last axis fastest).
    ///
    /// - Throws: `LinearError.tooLarge` if they do not fit in memory, 8 bytes each.
    public func values() throws -> Vector {
        _ = try Allocation.count(of: [count], named: "the values", as: Double.self)
        return Vector(samples.values(from: 0, count: count))
    }

    /// The items of an array of type `uint8` as the rows of a matrix of bytes, each with all its axes in one. The memory is shared.
    ///
    /// - Throws: `FormatError.invalid` for another type.
    public func bytes() throws -> ByteMatrix {
        guard samples.type == .uint8 else { throw FormatError.invalid(name: "the type of the array", found: type, expected: "uint8 to be read as bytes") }
        return try ByteMatrix(rows: items, columns: itemSize, bytes: samples.bytes)
    }

    /// The items as the rows of a matrix, each with all its axes in one: 60000 x 28 x 28 becomes 60000 x 784.
    ///
    /// - Throws: `LinearError.tooLarge` if they do not fit in memory, 8 bytes each.
    public func matrix() throws -> Matrix { try matrix(items: 0 ..< items) }

    /// Some of the items as the rows of a matrix.
    ///
    /// - Throws: `FormatError.invalid` for a range that is not within the items; `LinearError.tooLarge` if they do not fit in memory.
    public func matrix(items range: Range<Int>) throws -> Matrix {
        try check(range)
        _ = try Allocation.count(of: [range.count, itemSize], named: "the matrix of items", as: Double.self)
        return try Matrix(
            rows: range.count, columns: itemSize, elements: samples.values(from: range.lowerBound * itemSize, count: range.count * itemSize))
    }

    /// One item as a matrix: its last axis along the rows, such as an image with its lines as rows.
    ///
    /// - Throws: `FormatError.invalid` for an item that there is not.
    public func item(_ index: Int) throws -> Matrix {
        guard index >= 0, index < items else { throw FormatError.invalid(name: "the item", found: "\(index)", expected: "in 0..<\(items)") }
        let columns = shape.count > 1 ? shape[shape.count - 1] : 1
        return try Matrix(rows: columns == 0 ? 0 : itemSize / columns, columns: columns, elements: samples.values(from: index * itemSize, count: itemSize))
    }

    /// The numbers as integers, such as labels; those of floating-point types are rounded toward zero.
    ///
    /// - Throws: `FormatError.invalid` for a number that no integer can hold.
    public func integers() throws -> [Int] {
        try samples.values(from: 0, count: count).map { value in
            guard let integer = Int(exactly: value.rounded(.towardZero)) else {
                throw FormatError.invalid(name: "a number of the array", found: "\(value)", expected: "one that an integer can hold")
            }
            return integer
        }
    }

    private func check(_ range: Range<Int>) throws {
        guard range.lowerBound >= 0, range.upperBound <= items else {
            throw FormatError.invalid(name: "the range of items", found: "\(range)", expected: "within 0..<\(items)")
        }
    }

    /// One line: the extents and the number type.
    public var description: String { "idx array \(shape.map(String.init).joined(separator: " x ")), \(type)" }
}
