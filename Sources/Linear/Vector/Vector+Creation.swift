#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension VectorOf {
    /// A vector of integers, each converted (above 2^53, for `FloatVector` above 2^24, rounded).
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public init(integers: [Int]) {
        self.init(integers.map { Scalar($0) })
    }

    /// `count` zeros.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative count, `LinearError.tooLarge` for more than the machine can hold.
    public static func zeros(_ count: Int) throws -> VectorOf<Scalar> { try VectorOf(repeating: 0, count: count) }

    /// `count` ones.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative count, `LinearError.tooLarge` for more than the machine can hold.
    public static func ones(_ count: Int) throws -> VectorOf<Scalar> { try VectorOf(repeating: 1, count: count) }

    /// `count` equally spaced numbers, the first of which is `first` and the last `last` exactly. One number alone is `first`.
    ///
    /// ```swift
    /// try Vector.linspace(from: 0, through: 1, count: 5)      // [0.0, 0.25, 0.5, 0.75, 1.0]
    /// ```
    ///
    /// - Throws: `LinearError.wrongShape` for a negative count, `LinearError.tooLarge` for more than the machine can hold.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public static func linspace(from first: Scalar, through last: Scalar, count: Int) throws -> VectorOf<Scalar> {
        let count = try Allocation.count(of: [count], named: "the vector", as: Scalar.self)
        let start = first.f64
        let step = count > 1 ? (last.f64 - start) / Double(count - 1) : 0
        return VectorOf((0 ..< count).map { $0 > 0 && $0 == count - 1 ? last : .rounding(start + Double($0) * step) })
    }

    /// `count` numbers whose logarithms are equally spaced, from 10^`power` to 10^`last`.
    ///
    /// ```swift
    /// try Vector.logspace(fromPower: -1, throughPower: 2, count: 4)      // [0.1, 1.0, 10.0, 100.0]
    /// ```
    ///
    /// - Throws: `LinearError.wrongShape` for a negative count, `LinearError.tooLarge` for more than the machine can hold.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public static func logspace(fromPower power: Scalar, throughPower last: Scalar, count: Int) throws -> VectorOf<Scalar> {
        let powers = try Vector.linspace(from: power.f64, through: last.f64, count: count)
        return VectorOf(powers.elements.map { .rounding(pow(10, $0)) })
    }

    /// The numbers `first`, `first + step`, ... that have not reached `end`.
    ///
    /// ```swift
    /// try Vector.steps(from: 0, to: 1, by: 0.25)      // [0.0, 0.25, 0.5, 0.75]
    /// ```
    ///
    /// - Throws: `LinearError.invalidArgument` for a step that is zero or not finite, `LinearError.tooLarge` for more than the machine can hold.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public static func steps(from first: Scalar, to end: Scalar, by step: Scalar) throws -> VectorOf<Scalar> {
        guard step.isFinite, step != 0 else {
            throw LinearError.invalidArgument(name: "by", value: "\(step)", requirement: "it must be finite and not zero")
        }
        let steps = ((end.f64 - first.f64) / step.f64).rounded(.up)
        guard steps.isFinite, steps.magnitude < 0x1p62 else { throw LinearError.invalidArgument(name: "to", value: "\(end)", requirement: "the steps must come to an end") }
        let count = try Allocation.count(of: [max(0, Int(steps))], named: "the vector", as: Scalar.self)
        return VectorOf((0 ..< count).map { .rounding(first.f64 + Double($0) * step.f64) })
    }

    /// The vectors one after the other.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public static func concatenating(_ vectors: [VectorOf<Scalar>]) -> VectorOf<Scalar> {
        VectorOf(Array(vectors.map(\.elements).joined()))
    }

    /// This vector followed by another.
    public func appending(_ other: VectorOf<Scalar>) -> VectorOf<Scalar> {
        VectorOf(elements + other.elements)
    }

    /// The elements in double precision.
    public var doublePrecision: Vector {
        Vector(unsafeUninitializedCount: count) { out in withUnsafeBufferPointer { Elementwise.convert($0, out) } }
    }

    /// The elements rounded to single precision.
    public var singlePrecision: FloatVector {
        FloatVector(unsafeUninitializedCount: count) { out in withUnsafeBufferPointer { Elementwise.convert($0, out) } }
    }

    /// The elements as a matrix, row after row.
    ///
    /// - Throws: `LinearError.wrongShape` unless there are `rows * columns` elements.
    public func reshaped(rows: Int, columns: Int) throws -> MatrixOf<Scalar> {
        try MatrixOf(rows: rows, columns: columns, elements: elements)
    }
}
