import CKernels

extension SparseMatrixOf {
    /// The product with a column vector, the same as `multiplied(by:)`.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func %*% (left: SparseMatrixOf<Scalar>, right: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try left.product(right, "%*%") }

    /// The product with a dense matrix, the same as `multiplied(by:)`.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the left has as many columns as the right has rows.
    public static func %*% (left: SparseMatrixOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try left.product(right, "%*%") }

    /// Every element multiplied by a number.
    public static func * (left: Scalar, right: SparseMatrixOf<Scalar>) -> SparseMatrixOf<Scalar> { right.scaled(by: left) }

    /// Every element multiplied by a number.
    public static func * (left: SparseMatrixOf<Scalar>, right: Scalar) -> SparseMatrixOf<Scalar> { left.scaled(by: right) }

    /// The product with a column vector. Each row is summed in eight interleaved parts, in a fixed order: the same bits on every machine.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    /// - Complexity: O(rows + stored elements).
    public func multiplied(by vector: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try product(vector, "multiplied(by:)") }

    /// The product with a dense matrix. Each element is summed in the order of the columns: the same bits on every machine.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless this matrix has as many columns as `other` has rows.
    /// - Complexity: O(stored elements * other.columns).
    public func multiplied(by other: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try product(other, "multiplied(by:)") }

    /// The matrix with its rows and columns exchanged.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func transposed() -> SparseMatrixOf<Scalar> {
        var starts = [Int](repeating: 0, count: columns + 1)
        for place in places { starts[Int(place) + 1] += 1 }
        for column in 0 ..< columns { starts[column + 1] += starts[column] }
        var next = starts
        var rowPlaces = [Int32](repeating: 0, count: storage.count)
        var values = storage
        for row in 0 ..< rows {
            for k in self.starts[row] ..< self.starts[row + 1] {
                let target = next[Int(places[k])]
                next[Int(places[k])] += 1
                rowPlaces[target] = Int32(row)
                values[target] = storage[k]
            }
        }
        return SparseMatrixOf(rows: columns, columns: rows, starts: starts, places: rowPlaces, values: values)
    }

    /// y = base + A x, into memory: `x` of `columns`, `y` and `base` of `rows` elements. Without `base`, y = A x; `base` may be `y`.
    package func multiply(_ x: UnsafePointer<Scalar>, base: UnsafePointer<Scalar>? = nil, into y: UnsafeMutablePointer<Scalar>) {
        starts.withUnsafeBufferPointer { starts in
            storage.withUnsafeBufferPointer { values in
                // C's int64_t is Int here; both are 64 bits wide.
                let starts = UnsafeRawPointer(starts.baseAddress)?.assumingMemoryBound(to: Int64.self)
                if Scalar.isDouble {
                    engram_csr_product_f64(rows, starts, places, values.baseAddress?.f64, x.f64, base?.f64, y.f64)
                } else {
                    engram_csr_product_f32(rows, starts, places, values.baseAddress?.f32, x.f32, base?.f32, y.f32)
                }
            }
        }
    }

    private func scaled(by factor: Scalar) -> SparseMatrixOf<Scalar> {
        SparseMatrixOf(rows: rows, columns: columns, starts: starts, places: places, values: (values * factor).elements)
    }

    private func product(_ vector: VectorOf<Scalar>, _ name: String) throws -> VectorOf<Scalar> {
        guard columns == vector.count else {
            throw LinearError.shapeMismatch(
                operation: name, left: shape, right: [vector.count], requirement: "the vector must have one element for each column of the matrix")
        }
        return VectorOf(unsafeUninitializedCount: rows) { y in
            vector.withUnsafeBufferPointer { x in
                guard let x = x.baseAddress, let y = y.baseAddress else { return y.update(repeating: 0) }
                multiply(x, into: y)
            }
        }
    }

    private func product(_ other: MatrixOf<Scalar>, _ name: String) throws -> MatrixOf<Scalar> {
        guard columns == other.rows else {
            throw LinearError.shapeMismatch(
                operation: name, left: shape, right: other.shape, requirement: "the left must have as many columns as the right has rows")
        }
        _ = try Allocation.count(of: [rows, other.columns], named: "the product", as: Scalar.self)
        return MatrixOf(unsafeUninitializedRows: rows, columns: other.columns) { out in
            other.withUnsafeBufferPointer { b in
                for row in 0 ..< rows {
                    let target = UnsafeMutableBufferPointer(rebasing: out[row * other.columns ..< (row + 1) * other.columns])
                    target.update(repeating: 0)
                    for k in starts[row] ..< starts[row + 1] {
                        let source = Int(places[k]) * other.columns
                        Elementwise.addScaled(storage[k], UnsafeBufferPointer(rebasing: b[source ..< source + other.columns]), to: target)
                    }
                }
            }
        }
    }
}
