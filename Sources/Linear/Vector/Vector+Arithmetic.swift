// Element by element. Two vectors must have the same count; a number goes with every element.

extension VectorOf {
    /// The sum, element by element.
    /// - Throws: `LinearError.shapeMismatch` where the counts differ.
    public static func + (left: VectorOf<Scalar>, right: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try left.combined(.add, right, "+") }

    /// The difference, element by element.
    /// - Throws: `LinearError.shapeMismatch` where the counts differ.
    public static func - (left: VectorOf<Scalar>, right: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try left.combined(.subtract, right, "-") }

    /// The product, element by element (the inner product is `dot`).
    /// - Throws: `LinearError.shapeMismatch` where the counts differ.
    public static func * (left: VectorOf<Scalar>, right: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try left.combined(.multiply, right, "*") }

    /// The quotient, element by element; division by zero gives infinity or NaN.
    /// - Throws: `LinearError.shapeMismatch` where the counts differ.
    public static func / (left: VectorOf<Scalar>, right: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try left.combined(.divide, right, "/") }

    /// A number added to every element.
    public static func + (left: VectorOf<Scalar>, right: Scalar) -> VectorOf<Scalar> { left.combined(.add, right) }

    /// A number subtracted from every element.
    public static func - (left: VectorOf<Scalar>, right: Scalar) -> VectorOf<Scalar> { left.combined(.subtract, right) }

    /// Every element multiplied by a number.
    public static func * (left: VectorOf<Scalar>, right: Scalar) -> VectorOf<Scalar> { left.combined(.multiply, right) }

    /// Every element divided by a number.
    public static func / (left: VectorOf<Scalar>, right: Scalar) -> VectorOf<Scalar> { left.combined(.divide, right) }

    /// A number plus every element.
    public static func + (left: Scalar, right: VectorOf<Scalar>) -> VectorOf<Scalar> { right.combined(left, .add) }

    /// A number minus every element.
    public static func - (left: Scalar, right: VectorOf<Scalar>) -> VectorOf<Scalar> { right.combined(left, .subtract) }

    /// A number times every element.
    public static func * (left: Scalar, right: VectorOf<Scalar>) -> VectorOf<Scalar> { right.combined(left, .multiply) }

    /// A number divided by every element.
    public static func / (left: Scalar, right: VectorOf<Scalar>) -> VectorOf<Scalar> { right.combined(left, .divide) }

    /// Every element with the other sign.
    public static prefix func - (vector: VectorOf<Scalar>) -> VectorOf<Scalar> { vector.combined(.multiply, -1) }

    private func combined(_ operation: Arithmetic, _ other: VectorOf<Scalar>, _ name: String) throws -> VectorOf<Scalar> {
        guard count == other.count else {
            throw LinearError.shapeMismatch(operation: name, left: [count], right: [other.count], requirement: "both vectors must have the same count")
        }
        return VectorOf(unsafeUninitializedCount: count) { out in
            withUnsafeBufferPointer { x in other.withUnsafeBufferPointer { y in Elementwise.combine(operation, x, y, out) } }
        }
    }

    private func combined(_ operation: Arithmetic, _ number: Scalar) -> VectorOf<Scalar> {
        VectorOf(unsafeUninitializedCount: count) { out in withUnsafeBufferPointer { Elementwise.combine(operation, $0, number, out) } }
    }

    private func combined(_ number: Scalar, _ operation: Arithmetic) -> VectorOf<Scalar> {
        VectorOf(unsafeUninitializedCount: count) { out in withUnsafeBufferPointer { Elementwise.combine(operation, number, $0, out) } }
    }
}
