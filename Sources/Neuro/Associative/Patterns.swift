import CKernels
import Linear

/// Patterns of +1 and −1: what an associative memory stores, starts from and ends in.
///
/// ```swift
/// let patterns = try Patterns.random(count: 20, size: 500, seed: 1)
/// let cues = try patterns.flipped(probability: 0.1, seed: 2)
/// print(try patterns[0])                    // a Vector of 500 numbers +1 and -1
/// print(try patterns.overlaps(with: cues[0]))  // 20 numbers, the first of them about 0.8
/// ```
///
/// `count` patterns ξ^μ of `size` values each. They are kept as one bit per value, for each position the bits of all patterns side by side, since what memories
/// do in their inner loops runs over the patterns at one position: 60,000 patterns of 784 values take 5.9 MB. A value like any other: a copy shares the memory.
public struct Patterns: Equatable, Sendable, CustomStringConvertible, Codable {
    /// How many patterns there are, K, at least 1.
    public let count: Int
    /// How many values each has, N, at least 1.
    public let size: Int
    /// Bit μ of row i, of `stride` bytes, says whether value i of pattern μ is +1. The bits after the last pattern are 0.
    let bits: [UInt8]

    /// Bytes from one position to the next: whole words of 64 patterns, so that the loops over patterns need no end of their own.
    var stride: Int { Self.stride(count) }
    static func stride(_ count: Int) -> Int { (count + 63) / 64 * 8 }

    /// The patterns whose bits are given position by position.
    init(count: Int, size: Int, bits: [UInt8]) {
        (self.count, self.size, self.bits) = (count, size, bits)
    }

    private enum CodingKeys: CodingKey { case count, size, bits }

    /// Patterns that were saved.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        (count, size) = (try values.decode(Int.self, forKey: .count), try values.decode(Int.self, forKey: .size))
        bits = try values.decode([UInt8].self, forKey: .bits)
        try Self.check(count: count, size: size)
        guard bits.count == Self.stride(count) * size else {
            throw NeuroError.invalid(name: "bits", value: "\(bits.count) bytes", must: "\(Self.stride(count) * size) for \(count) patterns of \(size) values")
        }
    }

    /// The patterns whose bits are given pattern by pattern, `rowBytes(size)` bytes each. The bits after the last value of each are 0.
    package init(count: Int, size: Int, rows: [UInt8]) {
        self.init(count: count, size: size, bits: Self.transposed(rows, rows: count, columns: size, stride: Self.rowBytes(size), to: Self.stride(count)))
    }

    /// Bytes of a pattern, where they are kept pattern by pattern.
    package static func rowBytes(_ size: Int) -> Int { (size + 63) / 64 * 8 }

    /// The bits pattern by pattern, `rowBytes(size)` bytes each.
    package var rows: [UInt8] { Self.transposed(bits, rows: size, columns: count, stride: stride, to: Self.rowBytes(size)) }

    private static func transposed(_ bits: [UInt8], rows: Int, columns: Int, stride: Int, to: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: columns * to) { result, initialized in
            bits.withUnsafeBufferPointer { engram_bits_transpose($0.baseAddress, rows, columns, stride, result.baseAddress, to) }
            initialized = columns * to
        }
    }

    /// Throws unless so many patterns of this size can be held.
    package static func check(count: Int, size: Int) throws {
        try Check.atLeast(1, count, "count")
        try Check.atLeast(1, size, "size")
        let (bytes, overflow) = Self.stride(min(count, 1 << 60)).multipliedReportingOverflow(by: size)
        guard !overflow, count <= Int(Int32.max), size <= Int(Int32.max), bytes < Allocation.available() else {
            throw NeuroError.invalid(name: "count", value: "\(count)", must: "fewer, or the size (\(size)) smaller: the patterns would not fit in memory")
        }
    }

    /// The patterns that a matrix holds, one in each row.
    ///
    /// - Parameter matrix: count x size numbers, each +1 or −1. For others see `binarized(_:_:)`.
    /// - Throws: `NeuroError.invalid` naming the first value that is neither +1 nor −1; `NeuroError.shape` for a matrix without elements.
    public init(_ matrix: Matrix) throws {
        let (count, size) = (matrix.rows, matrix.columns)
        guard count > 0, size > 0 else { throw NeuroError.shape(name: "patterns", shape: matrix.shape, must: "of at least one row and one column") }
        try Self.check(count: count, size: size)
        let values = matrix.elements
        if let bad = values.firstIndex(where: { $0 != 1 && $0 != -1 }) {
            throw NeuroError.invalid(name: "value \(bad % size) of pattern \(bad / size)", value: "\(values[bad])", must: "+1 or -1 (Patterns.binarized converts others)")
        }
        self.init(count: count, size: size, rows: Self.above(values, count, size) { _ in 0 })
    }

    /// One pattern, of a vector's values +1 and −1.
    ///
    /// - Throws: as `init(_:)` of a matrix.
    public init(_ vector: Vector) throws {
        try self.init(Matrix(rows: vector.isEmpty ? 0 : 1, columns: vector.count, elements: vector.elements))
    }

    /// The bits of the values above a threshold, pattern by pattern.
    static func above(_ values: [Double], _ count: Int, _ size: Int, _ threshold: (Int) -> Double) -> [UInt8] {
        let stride = rowBytes(size)
        var rows = [UInt8](repeating: 0, count: count * stride)
        rows.withUnsafeMutableBufferPointer { rows in
            values.withUnsafeBufferPointer { values in
                guard let to = rows.baseAddress, let from = values.baseAddress else { return }
                for k in 0 ..< count { engram_bits_above_f64(from + k * size, size, threshold(k), to + k * stride) }
            }
        }
        return rows
    }

    /// Pattern `index`, counted from 0, as a vector of +1 and −1.
    ///
    /// - Throws: `NeuroError.invalid` unless 0 ≤ index < count.
    public subscript(index: Int) -> Vector {
        get throws {
            guard index >= 0, index < count else { throw NeuroError.invalid(name: "the index of a pattern", value: "\(index)", must: "in 0..<\(count)") }
            let (stride, place, bit) = (stride, index / 8, UInt8(1) << UInt8(index % 8))
            return Vector((0 ..< size).map { bits[$0 * stride + place] & bit != 0 ? 1 : -1 })
        }
    }

    /// All patterns as the rows of a matrix, count x size.
    ///
    /// - Throws: `LinearError.tooLarge` if the matrix, of 8 bytes a value, does not fit in memory.
    public var matrix: Matrix {
        get throws {
            _ = try Allocation.count(of: [count, size], named: "the matrix of patterns", as: Double.self)
            let (rows, stride) = (rows, Self.rowBytes(size))
            return Matrix(unsafeUninitializedRows: count, columns: size) { out in
                rows.withUnsafeBufferPointer { rows in
                    guard let to = out.baseAddress, let from = rows.baseAddress else { return }
                    for k in 0 ..< count { engram_bits_spread(from + k * stride, size, -1, 1, to + k * size) }
                }
            }
        }
    }

    /// The values at one position, one of each pattern.
    ///
    /// - Throws: `NeuroError.invalid` unless 0 ≤ position < size.
    public func values(at position: Int) throws -> Vector {
        guard position >= 0, position < size else { throw NeuroError.invalid(name: "position", value: "\(position)", must: "in 0..<\(size)") }
        return Vector((0 ..< count).map { bits[position * stride + $0 / 8] >> UInt8($0 % 8) & 1 == 1 ? 1 : -1 })
    }

    /// The fraction of values that are +1, of all patterns together.
    public var activity: Double { Double(bits.reduce(0) { $0 + $1.nonzeroBitCount }) / (Double(count) * Double(size)) }

    /// How many patterns there are, and of what size.
    public var description: String { "\(count) pattern\(count == 1 ? "" : "s") of \(size) value\(size == 1 ? "" : "s")" }
}
