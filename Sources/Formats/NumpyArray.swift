import Linear

/// An array as numpy's `.npy` files hold it, of any number of axes.
///
/// ```swift
/// let features = try NumpyArray("features.npy").matrix()
/// try NumpyArray(features).write("copy.npy")
/// ```
///
/// Format: numpy's NEP 1, versions 1.0, 2.0 and 3.0. Read: integers of 8 to 64 bits, float32, float64 and bool, little- and big-endian, C and Fortran
/// order. Integers beyond 2^53 are rounded to the nearest `Double`.
public struct NumpyArray: Sendable, Equatable, CustomStringConvertible, Codable {
    /// The extents, outermost first; empty for a single number.
    public let shape: [Int]
    /// How the numbers are stored: `float64`, `float32`, `int64`, `bool`, …
    public var type: String { samples.type.rawValue }

    package let samples: Samples
    private let fortranOrder: Bool

    /// How many numbers there are: the product of the extents.
    public var count: Int { samples.count }

    /// Reads a file.
    ///
    /// - Throws: `FormatError` that names the file: it is not there, is not an `.npy` file, holds something that is not a number, or ends too early.
    public init(_ path: String) throws {
        var file = try FileReader(path)
        let header = try NumpyHeader(from: &file)
        var bytes: [UInt8] = []
        try file.readAll(header.byteCount, of: "an array of shape \(header.shape) and type \(header.type.rawValue)", into: &bytes)
        try file.finish("the array")
        (shape, fortranOrder) = (header.shape, header.fortranOrder)
        samples = Samples(type: header.type, bigEndian: header.bigEndian, bytes: bytes)
    }

    /// An array of two axes, stored as float64.
    public init(_ matrix: Matrix) {
        self.init(shape: matrix.shape, Samples(doubles: matrix.elements))
    }

    /// An array of two axes, stored as float32.
    public init(_ matrix: FloatMatrix) {
        self.init(shape: matrix.shape, Samples(floats: matrix.elements))
    }

    /// An array of one axis, stored as float64.
    public init(_ vector: Vector) {
        self.init(shape: [vector.count], Samples(doubles: vector.elements))
    }

    /// An array of one axis, stored as float32.
    public init(_ vector: FloatVector) {
        self.init(shape: [vector.count], Samples(floats: vector.elements))
    }

    private init(shape: [Int], _ samples: Samples) {
        (self.shape, self.samples, fortranOrder) = (shape, samples, false)
    }

    /// All numbers in C order (last axis fastest), whatever the number of axes.
    public func values() -> Vector { Vector(cOrder()) }

    /// The array as a vector: it must have one axis, or others of extent 1.
    ///
    /// - Throws: `FormatError.shape` if more than one axis is longer than 1.
    public func vector() throws -> Vector {
        guard shape.count(where: { $0 != 1 }) <= 1 else { throw FormatError.shape(name: "the array", found: shape, expected: "of one axis") }
        return Vector(cOrder())
    }

    /// The array as a matrix; a single axis becomes one column.
    ///
    /// - Throws: `FormatError.shape` unless there are one or two axes.
    public func matrix() throws -> Matrix {
        let (rows, columns) = try extents()
        return try Matrix(rows: rows, columns: columns, elements: cOrder())
    }

    /// The array as a matrix of single precision; a single axis becomes one column.
    ///
    /// - Throws: `FormatError.shape` unless there are one or two axes.
    public func floatMatrix() throws -> FloatMatrix {
        let (rows, columns) = try extents()
        return try FloatMatrix(rows: rows, columns: columns, elements: cOrder().map { Float($0) })
    }

    /// Writes an `.npy` file of version 1.0 (2.0 where the header needs it), in the type and order that the array has in memory. An existing file is replaced.
    ///
    /// - Throws: `FormatError.unreachable` if the file cannot be written.
    public func write(_ path: String) throws {
        var file = try FileWriter(path)
        try file.write(header)
        try file.write(samples.bytes)
        try file.close()
    }

    private var header: [UInt8] { NumpyHeader.bytes(shape: shape, type: samples.type, bigEndian: samples.bigEndian, fortranOrder: fortranOrder) }
    /// What `write(_:)` writes.
    var fileBytes: [UInt8] { header + samples.bytes }

    /// Reads what a file holds.
    ///
    /// - Parameter path: what errors call it.
    init(bytes: [UInt8], path: String) throws {
        var place = 0
        func take(_ count: Int, of what: String) throws -> [UInt8] {
            guard place + count <= bytes.count else { throw FormatError.cutShort(file: path, what: what, expectedBytes: count, foundBytes: bytes.count - place) }
            place += count
            return Array(bytes[place - count ..< place])
        }
        let header = try NumpyHeader(path) { try take($0, of: "the header") }
        let rest = try take(header.byteCount, of: "an array of shape \(header.shape) and type \(header.type.rawValue)")
        (shape, fortranOrder) = (header.shape, header.fortranOrder)
        samples = Samples(type: header.type, bigEndian: header.bigEndian, bytes: rest)
    }

    /// One line: the extents and the number type.
    public var description: String {
        "numpy array \(shape.isEmpty ? "of a single number" : shape.map(String.init).joined(separator: " x ")), \(type)"
    }

    private func extents() throws -> (Int, Int) {
        switch shape.count {
        case 1: (shape[0], 1)
        case 2: (shape[0], shape[1])
        default: throw FormatError.shape(name: "the array", found: shape, expected: "of one or two axes")
        }
    }

    private func cOrder() -> [Double] {
        guard fortranOrder, shape.count > 1 else { return samples.values(from: 0, count: count) }
        // Walk the C order while stepping through the file, whose first axis is the fastest.
        var strides = [1]
        for extent in shape.dropLast() { strides.append(strides[strides.count - 1] * extent) }
        var index = [Int](repeating: 0, count: shape.count)
        var place = 0
        var places: [Int] = []
        places.reserveCapacity(count)
        for _ in 0 ..< count {
            places.append(place)
            var axis = shape.count - 1
            while axis >= 0 {
                index[axis] += 1
                place += strides[axis]
                if index[axis] < shape[axis] { break }
                place -= strides[axis] * shape[axis]
                index[axis] = 0
                axis -= 1
            }
        }
        return samples.gathered(places, from: 0, slope: 1, intercept: 0)
    }
}
