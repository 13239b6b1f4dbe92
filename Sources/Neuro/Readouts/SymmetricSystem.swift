import Linear

/// A symmetric positive definite system of equations, factorised in blocks so that a large one can be interrupted.
///
/// G = R' R, block row after block row: the diagonal block's factor by LAPACK, the rest of its row by one triangular solution, and the update of what
/// remains in strips, each a BLAS product of a few milliseconds. Only the upper block triangle is kept up to date; a diagonal block holds its
/// factor in its lower triangle.
struct SymmetricSystem {
    private let n: Int
    private var elements: [Double]
    private static let block = 256

    /// Factorises the matrix whose lower triangle is in `elements` (n x n, row-major). Nil if it is not positive definite to rounding.
    init?(n: Int, lower elements: [Double], progress: (_ done: Int, _ total: Int) throws -> Void) throws {
        self.n = n
        self.elements = elements
        let block = Self.block
        let isDefinite = try self.elements.withUnsafeMutableBufferPointer { buffer in
            guard let a = buffer.baseAddress else { return true }
            BLAS.mirrorLower(n: n, a, stride: n)
            for k in stride(from: 0, to: n, by: block) {
                let width = min(block, n - k)
                let diagonal = a + k * n + k
                guard LAPACK.cholesky(n: width, diagonal, stride: n) == 0 else { return false }
                BLAS.solveLower(transposed: false, n: width, columns: n - k - width, diagonal, strideL: n, diagonal + width, strideB: n)
                for i in stride(from: k + width, to: n, by: block) {
                    let row = a + k * n + i
                    BLAS.multiply(
                        transposeA: true, m: min(block, n - i), n: n - i, k: width, alpha: -1, row, strideA: n, row, strideB: n, beta: 1, a + i * n + i,
                        strideC: n)
                    try progress(k, n)
                }
            }
            return true
        }
        if !isDefinite { return nil }
    }

    /// Solves for `columns` right sides (n x columns, row-major), in place.
    func solve(_ right: inout [Double], columns: Int) {
        let block = Self.block
        elements.withUnsafeBufferPointer { buffer in
            right.withUnsafeMutableBufferPointer { right in
                guard let a = buffer.baseAddress, let b = right.baseAddress else { return }
                for k in stride(from: 0, to: n, by: block) {
                    let width = min(block, n - k)
                    let rest = n - k - width
                    let diagonal = a + k * n + k
                    BLAS.solveLower(transposed: false, n: width, columns: columns, diagonal, strideL: n, b + k * columns, strideB: columns)
                    BLAS.multiply(
                        transposeA: true, m: rest, n: columns, k: width, alpha: -1, diagonal + width, strideA: n, b + k * columns, strideB: columns,
                        beta: 1, b + (k + width) * columns, strideC: columns)
                }
                for k in stride(from: (n - 1) / block * block, through: 0, by: -block) {
                    let width = min(block, n - k)
                    let rest = n - k - width
                    let diagonal = a + k * n + k
                    BLAS.multiply(
                        m: width, n: columns, k: rest, alpha: -1, diagonal + width, strideA: n, b + (k + width) * columns, strideB: columns, beta: 1,
                        b + k * columns, strideC: columns)
                    BLAS.solveLower(transposed: true, n: width, columns: columns, diagonal, strideL: n, b + k * columns, strideB: columns)
                }
            }
        }
    }
}
