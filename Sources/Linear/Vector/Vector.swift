/// A vector of real numbers.
///
/// `Vector` holds `Double`, `FloatVector` holds `Float`. It is a value: a copy is independent of the original (and shares its memory until one of the
/// two is changed). Arithmetic goes element by element; where two vectors meet, their counts must be equal.
///
/// ```swift
/// let v: Vector = [1, 2, 3]
/// let w = try 2 * v + v          // [3.0, 6.0, 9.0]
/// let tail = try v[1...]         // [2.0, 3.0]
/// ```
public struct VectorOf<Scalar: LinearScalar>: Equatable, Sendable, Codable {
    /// The elements, for Engram's other modules, which may change them.
    @usableFromInline package var storage: [Scalar]

    /// The elements, first to last, as an array. Costs nothing: the memory is shared.
    @inlinable public var elements: [Scalar] { storage }

    /// A vector of the elements of an array, which it shares without copying.
    public init(_ elements: [Scalar]) {
        storage = elements
    }

    /// A vector of `count` equal elements.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative count, `LinearError.tooLarge` for more than the machine can hold.
    public init(repeating value: Scalar, count: Int) throws {
        storage = Array(repeating: value, count: try Allocation.count(of: [count], named: "the vector", as: Scalar.self))
    }

    /// How many elements there are.
    public var count: Int { elements.count }

    /// Whether there are no elements.
    public var isEmpty: Bool { elements.isEmpty }

    /// The element at `index`, counted from 0.
    ///
    /// - Throws: `LinearError.indexOutOfRange` unless `0 <= index < count`.
    public subscript(index: Int) -> Scalar {
        get throws {
            guard index >= 0, index < elements.count else {
                throw LinearError.indexOutOfRange(argument: "index", index: index, count: elements.count)
            }
            return elements[index]
        }
    }

    /// Replaces the element at `index`, counted from 0.
    ///
    /// - Throws: `LinearError.indexOutOfRange` unless `0 <= index < count`.
    public mutating func set(_ value: Scalar, at index: Int) throws {
        guard index >= 0, index < elements.count else {
            throw LinearError.indexOutOfRange(argument: "index", index: index, count: elements.count)
        }
        storage[index] = value
    }
}

extension VectorOf {
    /// Whether both have the same elements; a NaN is equal to nothing.
    public static func == (left: VectorOf<Scalar>, right: VectorOf<Scalar>) -> Bool {
        left.count == right.count && left.withUnsafeBufferPointer { x in right.withUnsafeBufferPointer { Elementwise.isEqual(x, $0) } }
    }
}

/// A vector of `Double` (see `VectorOf`).
public typealias Vector = VectorOf<Double>
/// A vector of `Float` (see `VectorOf`).
public typealias FloatVector = VectorOf<Float>

extension VectorOf: ExpressibleByArrayLiteral {
    /// A vector of the elements of an array literal.
    public init(arrayLiteral elements: Scalar...) {
        storage = elements
    }
}

extension VectorOf: CustomStringConvertible {
    /// The elements as an array prints them; of more than 12, the count, the first three and the last three.
    public var description: String {
        if count <= 12 { return "\(elements)" }
        let head = elements.prefix(3).map(\.description).joined(separator: ", ")
        let tail = elements.suffix(3).map(\.description).joined(separator: ", ")
        return "[\(head), …, \(tail)] (\(count) elements)"
    }
}

// Memory, for Engram's other modules.
extension VectorOf {
    /// A vector of `count` elements which `initialize` writes, every one of them.
    @inlinable
    package init(unsafeUninitializedCount count: Int, initializingWith initialize: (UnsafeMutableBufferPointer<Scalar>) throws -> Void) rethrows {
        storage = try Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            try initialize(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
            initialized = count
        }
    }

    /// Calls `body` with the elements' memory, for reading.
    @inlinable
    package func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Scalar>) throws -> Result) rethrows -> Result {
        try storage.withUnsafeBufferPointer(body)
    }

    /// Calls `body` with the elements' memory, for writing; copies it first where it is shared.
    @inlinable
    package mutating func withUnsafeMutableBufferPointer<Result>(_ body: (UnsafeMutableBufferPointer<Scalar>) throws -> Result) rethrows -> Result {
        try storage.withUnsafeMutableBufferPointer { try body($0) }
    }
}
