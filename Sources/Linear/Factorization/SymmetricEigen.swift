/// Eigenvalues and eigenvectors of a symmetric matrix: A = V diag(values) V'.
public struct SymmetricEigenOf<Scalar: LinearScalar>: Equatable, Sendable, Codable {
    /// The eigenvalues, ascending.
    public let values: VectorOf<Scalar>
    /// The eigenvectors V: column i belongs to `values[i]`, has norm 1 and is orthogonal to the others. The sign of each is arbitrary.
    public let vectors: MatrixOf<Scalar>
}

/// Eigenvalues and eigenvectors in `Double` (see `SymmetricEigenOf`).
public typealias SymmetricEigen = SymmetricEigenOf<Double>
/// Eigenvalues and eigenvectors in `Float` (see `SymmetricEigenOf`).
public typealias FloatSymmetricEigen = SymmetricEigenOf<Float>

extension MatrixOf {
    /// Eigenvalues and eigenvectors of this matrix, which must be symmetric (the lower triangle is read), by divide and conquer.
    ///
    /// - Throws: `LinearError.wrongShape` unless it is square, `LinearError.notFinite`, `LinearError.notConverged`.
    /// - Complexity: O(n^3).
    public func symmetricEigen() throws -> SymmetricEigenOf<Scalar> {
        let n = try requireSquare(for: "symmetricEigen")
        try requireFinite()
        let eigen: SymmetricEigenOf<Scalar>? = try Abandonable.run(operations: 9 * Double(n) * Double(n) * Double(n)) { [self] in
            var rows = self
            var values = [Scalar](repeating: 0, count: n)
            let converged = rows.withUnsafeMutableBufferPointer { a in
                values.withUnsafeMutableBufferPointer { w in
                    guard let a = a.baseAddress, let w = w.baseAddress, n > 0 else { return true }
                    return LAPACK.symmetricEigen(n: n, a, stride: n, values: w)
                }
            }
            return converged ? SymmetricEigenOf(values: VectorOf(values), vectors: rows.transposed()) : nil
        }
        guard let eigen else { throw LinearError.notConverged(operation: "symmetricEigen") }
        return eigen
    }

    /// The eigenvalues of this square matrix, which need not be symmetric: their real and imaginary parts. Those that are not real come in conjugate
    /// pairs, the one with the positive imaginary part first.
    ///
    /// - Throws: `LinearError.wrongShape` unless it is square, `LinearError.notFinite`, `LinearError.notConverged`.
    /// - Complexity: O(n^3).
    public func eigenvalues() throws -> (real: VectorOf<Scalar>, imaginary: VectorOf<Scalar>) {
        let n = try requireSquare(for: "eigenvalues")
        try requireFinite()
        let parts: (real: VectorOf<Scalar>, imaginary: VectorOf<Scalar>)? = try Abandonable.run(operations: 10 * Double(n) * Double(n) * Double(n)) { [self] in
            var matrix = self
            var real = [Scalar](repeating: 0, count: n)
            var imaginary = [Scalar](repeating: 0, count: n)
            let converged = matrix.withUnsafeMutableBufferPointer { a in
                real.withUnsafeMutableBufferPointer { re in
                    imaginary.withUnsafeMutableBufferPointer { im in
                        guard let a = a.baseAddress, let re = re.baseAddress, let im = im.baseAddress, n > 0 else { return true }
                        return LAPACK.eigenvalues(n: n, a, real: re, imaginary: im)
                    }
                }
            }
            // LAPACK saw the transpose, whose eigenvalues are the same.
            return converged ? (VectorOf(real), VectorOf(imaginary)) : nil
        }
        guard let parts else { throw LinearError.notConverged(operation: "eigenvalues") }
        return parts
    }

    /// The largest absolute value among the eigenvalues of this square matrix, which need not be symmetric; 0 of an empty one.
    ///
    /// - Throws: As `eigenvalues`.
    /// - Complexity: O(n^3).
    public func spectralRadius() throws -> Scalar {
        let (real, imaginary) = try eigenvalues()
        return zip(real.elements, imaginary.elements).map { ($0 * $0 + $1 * $1).squareRoot() }.max() ?? 0
    }
}
