// A small library with one of everything that bindgen has to handle. What it generates from this file is committed in
// Tests/BindingsTests/Generated, compiled into those tests, and called there.

/// What the entries of a series may be.
public protocol SampleScalar: Sendable, Equatable { static func + (left: Self, right: Self) -> Self }
extension Double: SampleScalar {}
extension Float: SampleScalar {}

public typealias Series = SeriesOf<Double>
public typealias FloatSeries = SeriesOf<Float>
public typealias Weights = [Double]

/// A row of numbers.
///
///     let s: Series = [1, 2]   // "quotes" and \backslashes stay
public struct SeriesOf<Scalar: SampleScalar>: Sendable, Equatable {
    /// The entries.
    @usableFromInline var storage: [Scalar]

    /// A series of these entries.
    public init(_ values: [Scalar]) { storage = values }

    /// How many.
    @inlinable public var count: Int { storage.count }

    /* not a doc comment */
    /// The entry at an index.
    /// - Throws: `SampleError.index` for a bad one.
    public subscript(index: Int) -> Scalar {
        get throws {
            guard storage.indices.contains(index) else { throw SampleError.index(index, count: count) }
            return storage[index]
        }
    }
    /// The entry so many places from the end.
    public subscript(fromEnd offset: Int) -> Scalar {
        get { storage[count - 1 - offset] }
        set { storage[count - 1 - offset] = newValue }
    }

    /// The sum, from a start.
    public func sum(from start: Scalar? = nil) throws -> Scalar? {
        guard let first = storage.first else { throw SampleError.empty }
        return storage.dropFirst().reduce(start.map { $0 + first } ?? first) { $0 + $1 }
    }

    public static func + (left: SeriesOf, right: SeriesOf<Scalar>) throws -> Self {
        guard left.count == right.count else { throw SampleError.shapes(left: left.count, right: right.count) }
        return SeriesOf(zip(left.storage, right.storage).map { $0 + $1 })
    }
    public static func += (left: inout SeriesOf, right: Scalar) { left.storage = left.storage.map { $0 + right } }

    /// Appends an entry and says how many there are.
    @discardableResult
    public mutating func append(_ value: Scalar) -> Int {
        storage.append(value)
        return count
    }

    func hidden<T>(_ value: T) -> T { value }
    package var unsafe: UnsafePointer<Scalar>? { nil }

    /// A part of a series.
    public struct Slice: Sendable, Equatable {
        /// Where it starts.
        public let start: Int
        public var length: Int { 1 }
        /// What it is part of.
        public private(set) var whole: SeriesOf
    }
}

extension SeriesOf: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Scalar...) { self.init(elements) }
}

extension SeriesOf: CustomStringConvertible {
    public var description: String { "\(storage)" }
    public func slices() -> [Slice] { storage.indices.map { Slice(start: $0, whole: self) } }
}

extension SeriesOf where Scalar == Double {
    /// Zero, once.
    public static let zero = Series([0])
    public init(_ other: SeriesOf<Float>) { self.init(other.storage.map(Double.init)) }
    public static prefix func - (value: SeriesOf) -> SeriesOf { SeriesOf(value.storage.map { -$0 }) }
    public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> SeriesOf { SeriesOf(try storage.map(transform)) }
    /// Changes every entry.
    public mutating func apply(_ transform: (Double) -> Double) { storage = storage.map(transform) }
    /// The smallest and the largest entry.
    public func extremes() throws -> (low: Double, high: Double) {
        guard let low = storage.min(), let high = storage.max() else { throw SampleError.empty }
        return (low, high)
    }
    public static func pairs(_ values: [(Int, Double)], scale: (x: Double, y: Double) = (1, 1)) -> [(index: Int, value: Double)]? {
        values.isEmpty ? nil : values.map { ($0.0, $0.1 * scale.y) }
    }
}

/// What can go wrong.
public enum SampleError: Error, Equatable, CustomStringConvertible {
    case empty
    case index(Int, count: Int)
    case shapes(left: Int, right: Int)
    public var description: String {
        switch self {
        case .empty: "nothing there"
        case .index(let index, let count): "\(index) is not below \(count)"
        case .shapes(let left, let right): "\(left) and \(right)"
        }
    }
}

/// A model with settings.
public struct Model: Sendable, Equatable {
    /// How it reads out.
    public indirect enum Readout: Sendable, Equatable {
        /// Nothing.
        case none
        /// With a penalty.
        case ridge(Double = 1e-6, centred: Bool = true)
        case both(Readout, Readout)
    }
    /// The shape of the curve.
    public enum Curve: String, CaseIterable, Sendable { case straight, `repeat` = "again" }

    public var units: Int = 3 { didSet { changes += 1 } }
    public private(set) var changes = 0
    public var readout: Readout
    public static let standardUnits: Int = 100

    /// A model.
    ///
    /// - Parameter units: how many; at least one.
    public init(units: Int = Self.standardUnits, readout: Readout = .ridge(1e-3), in range: ClosedRange<Int> = 0...1, weights: Weights = [], curve: Curve? = nil) throws {
        guard units > 0 else { throw SampleError.empty }
        (self.units, self.readout) = (units, readout)
    }
    /// Fails for odd numbers.
    public init?(even units: Int) {
        guard units % 2 == 0 else { return nil }
        (self.units, readout) = (units, .none)
    }
    public static func make() -> Model { Model(even: 2).unsafelyUnwrapped }
    public func run(_ input: Series, for steps: Int = 1) -> Series { input }
    public func run(_ input: [Series], labels: [String: Int]) -> [String: Series] { Dictionary(zip(labels.keys.sorted(), input)) { $1 } }
}

public extension Double {
    /// Half of it.
    var half: Double { self / 2 }
    package var third: Double { self / 3 }
}

infix operator •: MultiplicationPrecedence
public func • (left: Series, right: Series) throws -> Double { try zip(left.storage, right.storage).map { $0 * $1 }.reduce(0, +) + left.extremes().low * 0 }

/// The area under a curve.
public func integrate(from start: Double = 0, to end: Double, _ curve: (Double) -> Double) -> Double { (curve(start) + curve(end)) / 2 * (end - start) }
/// Calls something, and lets it fail.
public func attempt(_ body: (Int) throws -> Void) throws { try body(1) }
/// What it was given, as the library sees it.
public func described(_ value: Any, times: Int = 1) -> String { "\(type(of: value))" + String(repeating: "!", count: times) }
func forgotten() {}
