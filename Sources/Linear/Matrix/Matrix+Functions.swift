extension MatrixOf {
    /// e to the power of every element; error below 1 unit in the last place, the same bits on every machine.
    public func exp() -> MatrixOf<Scalar> { sameShape { Elementwise.apply(.exp, $0, $1) } }

    /// The natural logarithm of every element (NaN of a negative one); error below 1 unit in the last place, the same bits on every machine.
    public func log() -> MatrixOf<Scalar> { sameShape { Elementwise.apply(.log, $0, $1) } }

    /// The hyperbolic tangent of every element; error below 2.5 units in the last place, the same bits on every machine.
    public func tanh() -> MatrixOf<Scalar> { sameShape { Elementwise.apply(.tanh, $0, $1) } }

    /// The sine of every element, in radians; error below 1.6 units in the last place, the same bits on every machine up to 2^19 (beyond, the C library's).
    public func sin() -> MatrixOf<Scalar> { sameShape { Elementwise.apply(.sin, $0, $1) } }

    /// The cosine of every element, in radians; error and range as those of `sin`.
    public func cos() -> MatrixOf<Scalar> { sameShape { Elementwise.apply(.cos, $0, $1) } }

    /// The square root of every element (NaN of a negative one).
    public func sqrt() -> MatrixOf<Scalar> { sameShape { Elementwise.apply(.squareRoot, $0, $1) } }

    /// The absolute value of every element.
    public func abs() -> MatrixOf<Scalar> { sameShape { Elementwise.apply(.absolute, $0, $1) } }

    /// Every element to the power `exponent`: see `Vector.power`.
    public func power(_ exponent: Scalar) -> MatrixOf<Scalar> { sameShape { Elementwise.power($0, exponent, $1) } }

    /// The matrix of `transform` of every element.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> MatrixOf<Scalar> {
        MatrixOf(rows: rows, columns: columns, trusted: try elements.map(transform))
    }

    /// Whether the shapes are equal and every element differs from its counterpart by at most `absolute + relative * |counterpart|`. NaN is close to
    /// nothing, an infinity to itself.
    public func isClose(to other: MatrixOf<Scalar>, relative: Scalar = 1e-5, absolute: Scalar = 1e-8) -> Bool {
        shape == other.shape && flattened.isClose(to: other.flattened, relative: relative, absolute: absolute)
    }

    /// Whether every element is finite, neither NaN nor an infinity.
    public var isFinite: Bool { withUnsafeBufferPointer { Elementwise.firstNotFinite($0) == nil } }

    /// Throws unless every element is finite: some factorisations do not return from a NaN.
    package func requireFinite(named argument: String = "the matrix") throws {
        if let place = withUnsafeBufferPointer({ Elementwise.firstNotFinite($0) }) {
            throw LinearError.notFinite(argument: argument, position: [place / columns, place % columns])
        }
    }

    /// The order of a square matrix.
    package func requireSquare(for operation: String) throws -> Int {
        guard rows == columns else { throw LinearError.wrongShape(argument: "the matrix", shape: shape, requirement: "\(operation) needs a square one") }
        return rows
    }
}
