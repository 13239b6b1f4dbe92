extension VectorOf {
    /// e to the power of every element; error below 1 unit in the last place, the same bits on every machine.
    public func exp() -> VectorOf<Scalar> { applying(.exp) }

    /// The natural logarithm of every element (NaN of a negative one); error below 1 unit in the last place, the same bits on every machine.
    public func log() -> VectorOf<Scalar> { applying(.log) }

    /// The hyperbolic tangent of every element; error below 2.5 units in the last place, the same bits on every machine.
    public func tanh() -> VectorOf<Scalar> { applying(.tanh) }

    /// The sine of every element, in radians; error below 1.6 units in the last place, the same bits on every machine up to 2^19 (beyond, the C library's).
    public func sin() -> VectorOf<Scalar> { applying(.sin) }

    /// The cosine of every element, in radians; error and range as those of `sin`.
    public func cos() -> VectorOf<Scalar> { applying(.cos) }

    /// The square root of every element (NaN of a negative one).
    public func sqrt() -> VectorOf<Scalar> { applying(.squareRoot) }

    /// The absolute value of every element.
    public func abs() -> VectorOf<Scalar> { applying(.absolute) }

    /// Every element to the power `exponent`. Whole exponents up to 1024 in size are products (and quotients of 1 by them), 0.5 is the square root, any
    /// other goes through the C library's `pow`, whose last digit may depend on the machine.
    public func power(_ exponent: Scalar) -> VectorOf<Scalar> {
        VectorOf(unsafeUninitializedCount: count) { out in withUnsafeBufferPointer { Elementwise.power($0, exponent, out) } }
    }

    /// Every element, moved to the nearest number of `range` where it is outside. A NaN stays.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func clamped(to range: ClosedRange<Scalar>) -> VectorOf<Scalar> {
        map { $0 < range.lowerBound ? range.lowerBound : $0 > range.upperBound ? range.upperBound : $0 }
    }

    /// The vector of `transform` of every element.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> VectorOf<Scalar> {
        VectorOf(try elements.map(transform))
    }

    /// Whether the counts are equal and every element differs from its counterpart by at most `absolute + relative * |counterpart|`. NaN is close to
    /// nothing, an infinity to itself.
    public func isClose(to other: VectorOf<Scalar>, relative: Scalar = 1e-5, absolute: Scalar = 1e-8) -> Bool {
        count == other.count
            && withUnsafeBufferPointer { x in other.withUnsafeBufferPointer { Elementwise.isClose(x, $0, relative: relative, absolute: absolute) } }
    }

    /// Whether every element is finite, neither NaN nor an infinity.
    public var isFinite: Bool { withUnsafeBufferPointer { Elementwise.firstNotFinite($0) == nil } }

    private func applying(_ function: ElementaryFunction) -> VectorOf<Scalar> {
        VectorOf(unsafeUninitializedCount: count) { out in withUnsafeBufferPointer { Elementwise.apply(function, $0, out) } }
    }
}

extension VectorOf {
    /// The elements in ascending order, NaNs last.
    ///
    /// - Complexity: O(n log n).
    public func sorted() -> VectorOf<Scalar> { VectorOf(Ordering.sorted(elements)) }

    /// The places of the elements in ascending order of these; equals stay in order, NaNs come last.
    ///
    /// - Complexity: O(n log n).
    public func argsort() -> [Int] { Ordering.places(elements) }

    /// The elements, last to first.
    public func reversed() -> VectorOf<Scalar> { VectorOf(elements.reversed()) }

    /// The sums of the first 1, 2, ... elements.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func cumulativeSum() -> VectorOf<Scalar> {
        var sum = 0.0
        return VectorOf(
            elements.map { element in
                sum += element.f64
                return .rounding(sum)
            })
    }

    /// The differences between neighbours, `v[i + 1] - v[i]`: one fewer than there are elements.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func differences() -> VectorOf<Scalar> {
        VectorOf(zip(elements.dropFirst(), elements).map { $0 - $1 })
    }

    /// The elements at `indices`, in that order; an index may occur more than once.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming the first index that is not in `0..<count`.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func selecting(_ indices: [Int]) throws -> VectorOf<Scalar> {
        VectorOf(try indices.map { try self[$0] })
    }

    /// The places of the elements for which `predicate` holds.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func indices(where predicate: (Scalar) throws -> Bool) rethrows -> [Int] {
        try elements.indices.filter { try predicate(elements[$0]) }
    }

    /// The matrix of all products, of `count` rows and `other.count` columns.
    ///
    /// - Throws: `LinearError.tooLarge` for more than the machine can hold.
    public func outer(_ other: VectorOf<Scalar>) throws -> MatrixOf<Scalar> {
        _ = try Allocation.count(of: [count, other.count], named: "the outer product", as: Scalar.self)
        return MatrixOf(unsafeUninitializedRows: count, columns: other.count) { out in
            other.withUnsafeBufferPointer { y in
                for (row, value) in elements.enumerated() {
                    Elementwise.combine(.multiply, value, y, UnsafeMutableBufferPointer(rebasing: out[row * y.count ..< (row + 1) * y.count]))
                }
            }
        }
    }
}
