import CKernels
import Linear

/// Random orthogonal matrices.
enum Orthogonal {
    /// An n x n orthogonal matrix (row-major), evenly distributed over all such: a product of reflections, the k-th of which turns a normal vector of n − k numbers to the k-th axis.
    ///
    /// The sums have a fixed order, so that the bits are the same on every machine, which LAPACK does not promise.
    /// G. W. Stewart, SIAM J. Numer. Anal. 17 (1980), doi:10.1137/0717034.
    static func drawn(_ n: Int, key: UInt64) throws -> [Double] {
        var matrix = [Double](repeating: 0, count: n * n)
        for i in 0 ..< n { matrix[i * n + i] = 1 }
        var scratch = [Double](repeating: 0, count: n)
        for k in (0 ..< n).reversed() {
            var axis = WeightLaw.normal.drawn(n - k, key: key, stream: ReservoirStream.weights.rawValue, from: k * n)
            let sign = axis[0] < 0 ? -1.0 : 1.0
            if n - k > 1 {
                axis[0] += sign * engram_sum_of_squares(axis, n - k).squareRoot()
                let square = engram_sum_of_squares(axis, n - k)
                if square > 0 { matrix.withUnsafeMutableBufferPointer { m in m.baseAddress.map { engram_reflect(axis, 2 / square, n - k, $0 + k * n + k, n, &scratch) } } }
            }
            for j in k ..< n { matrix[k * n + j] *= -sign }
            if k & 15 == 0 { try Progress.check(n - k, of: n, part: 0, of: 3) }
        }
        return matrix
    }
}
