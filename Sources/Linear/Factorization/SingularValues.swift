/// The thin singular value decomposition A = U diag(values) V', with k = min(rows, columns) singular values.
public struct SingularValuesOf<Scalar: LinearScalar>: Equatable, Sendable, Codable {
    /// The left singular vectors U, one in each of the k columns. The sign of each is arbitrary, but the same as in `rightTransposed`.
    public let left: MatrixOf<Scalar>
    /// The singular values, descending, none negative.
    public let values: VectorOf<Scalar>
    /// The transpose V' of the right singular vectors, one in each of the k rows.
    public let rightTransposed: MatrixOf<Scalar>

    /// How many singular values exceed `tolerance` times the largest.
    ///
    /// - Parameter tolerance: By default the precision of the numbers times the larger extent of the matrix.
    public func rank(tolerance: Scalar? = nil) -> Int {
        let cut = (tolerance ?? Scalar.ulpOfOne * Scalar(max(left.rows, rightTransposed.columns))) * (values.elements.first ?? 0)
        return values.elements.count { $0 > cut }
    }
}

/// The singular value decomposition in `Double` (see `SingularValuesOf`).
public typealias SingularValues = SingularValuesOf<Double>
/// The singular value decomposition in `Float` (see `SingularValuesOf`).
public typealias FloatSingularValues = SingularValuesOf<Float>

extension MatrixOf {
    /// The thin singular value decomposition of this matrix, by divide and conquer.
    ///
    /// ```swift
    /// let svd = try m.singularValues()
    /// let again = try (svd.left * svd.values) %*% svd.rightTransposed      // m, but for rounding
    /// ```
    ///
    /// - Throws: `LinearError.notFinite`, `LinearError.notConverged`.
    /// - Complexity: O(rows * columns * min(rows, columns)).
    public func singularValues() throws -> SingularValuesOf<Scalar> {
        try requireFinite()
        let k = min(rows, columns)
        let operations = 10 * Double(rows) * Double(columns) * Double(k)
        let svd: SingularValuesOf<Scalar>? = try Abandonable.run(operations: operations) { [self] in
            var a = self
            var u = MatrixOf(rows: rows, columns: k, trusted: Array(repeating: 0, count: rows * k))
            var vt = MatrixOf(rows: k, columns: columns, trusted: Array(repeating: 0, count: k * columns))
            var values = [Scalar](repeating: 0, count: k)
            let converged = a.withUnsafeMutableBufferPointer { a in
                u.withUnsafeMutableBufferPointer { u in
                    vt.withUnsafeMutableBufferPointer { vt in
                        values.withUnsafeMutableBufferPointer { s in
                            guard k > 0, let a = a.baseAddress, let u = u.baseAddress, let vt = vt.baseAddress, let s = s.baseAddress else { return true }
                            return LAPACK.singularValues(m: rows, n: columns, a, values: s, u: u, vt: vt)
                        }
                    }
                }
            }
            return converged ? SingularValuesOf(left: u, values: VectorOf(values), rightTransposed: vt) : nil
        }
        guard let svd else { throw LinearError.notConverged(operation: "singularValues") }
        return svd
    }

    /// The Moore-Penrose inverse, of `columns` rows and `rows` columns.
    ///
    /// - Parameter tolerance: Singular values up to this part of the largest count as zero; by default the precision of the numbers times the larger
    ///   extent of the matrix.
    /// - Throws: As `singularValues`.
    public func pseudoinverse(tolerance: Scalar? = nil) throws -> MatrixOf<Scalar> {
        let svd = try singularValues()
        let rank = svd.rank(tolerance: tolerance)
        let inverse = VectorOf(svd.values.elements.enumerated().map { $0 < rank ? 1 / $1 : 0 })
        return try svd.rightTransposed.transposeMultiplied(by: (svd.left * inverse).transposed())
    }

    /// The rank: how many singular values exceed `tolerance` times the largest.
    ///
    /// - Parameter tolerance: By default the precision of the numbers times the larger extent of the matrix.
    /// - Throws: As `singularValues`.
    public func rank(tolerance: Scalar? = nil) throws -> Int { try singularValues().rank(tolerance: tolerance) }
}
