import COpenBLAS

/// LAPACK on row-major memory, for both precisions. Extents are the caller's to check, as is that all elements are finite: some routines do not return
/// from a NaN.
///
/// LAPACK is column-major: it sees the transpose of what we store. Symmetric problems do not mind (lower becomes upper); the singular vectors change
/// their roles; general systems are solved with the transposed factors. So nothing here transposes a matrix, except `solve`, of its right sides.
package enum LAPACK {
    /// The lower Cholesky factor in place of the lower triangle of a symmetric matrix; the strict upper triangle is neither read nor written.
    /// Returns 0, or the order of the first leading minor that is not positive.
    ///
    /// By halves, so that nearly all of the work is in operations that several threads share:
    /// A = [A1 .; B A2] = [L1 0; C L2] [L1 0; C L2]' with A1 = L1 L1', C = B L1'^-1 and A2 - C C' = L2 L2'.
    package static func cholesky<Scalar: LinearScalar>(n: Int, _ a: UnsafeMutablePointer<Scalar>, stride: Int) -> Int {
        if n <= 256 { return choleskyBlock(n: n, a, stride: stride) }
        let half = (n / 2 + 31) / 32 * 32
        let rest = n - half
        let failed = cholesky(n: half, a, stride: stride)
        if failed != 0 { return failed }
        let below = a + half * stride
        BLAS.solveFromRight(.transposedLower, n: half, rows: rest, a, strideT: stride, below, strideB: stride)
        BLAS.symmetricProduct(transposed: false, n: rest, k: half, alpha: -1, below, strideA: stride, beta: 1, below + half, strideC: stride)
        let failedBelow = cholesky(n: rest, below + half, stride: stride)
        return failedBelow == 0 ? 0 : half + failedBelow
    }

    private static func choleskyBlock<Scalar: LinearScalar>(n: Int, _ a: UnsafeMutablePointer<Scalar>, stride: Int) -> Int {
        OpenBLAS.prepare()
        var order = Int32(n)
        var leading = BLAS.extent(stride)
        var info: Int32 = 0
        if Scalar.isDouble { dpotrf_("U", &order, a.f64, &leading, &info, 1) } else { spotrf_("U", &order, a.f32, &leading, &info, 1) }
        return Int(info)
    }

    /// X = A^-1 B in place of B (n rows, `columns` columns), from the Cholesky factor.
    package static func solveCholesky<Scalar: LinearScalar>(
        n: Int, columns: Int, _ factor: UnsafePointer<Scalar>, stride: Int, _ b: UnsafeMutablePointer<Scalar>, strideB: Int
    ) {
        BLAS.solveLower(transposed: false, n: n, columns: columns, factor, strideL: stride, b, strideB: strideB)
        BLAS.solveLower(transposed: true, n: n, columns: columns, factor, strideL: stride, b, strideB: strideB)
    }

    /// The lower triangle of A^-1 in place of the Cholesky factor.
    package static func invertCholesky<Scalar: LinearScalar>(n: Int, _ factor: UnsafeMutablePointer<Scalar>, stride: Int) -> Int {
        OpenBLAS.prepare()
        var order = Int32(n)
        var leading = BLAS.extent(stride)
        var info: Int32 = 0
        if Scalar.isDouble { dpotri_("U", &order, factor.f64, &leading, &info, 1) } else { spotri_("U", &order, factor.f32, &leading, &info, 1) }
        return Int(info)
    }

    /// Eigenvalues, ascending, and eigenvectors of a symmetric matrix of which the lower triangle is read. On return row i of `a` is the eigenvector of
    /// `values[i]` (with `vectors` false, `a` is destroyed). Returns whether the iteration converged.
    package static func symmetricEigen<Scalar: LinearScalar>(
        n: Int, _ a: UnsafeMutablePointer<Scalar>, stride: Int, values: UnsafeMutablePointer<Scalar>, vectors: Bool = true
    ) -> Bool {
        OpenBLAS.prepare()
        var order = Int32(n)
        var leading = BLAS.extent(stride)
        var info: Int32 = 0
        var integers = [Int32](repeating: 0, count: 1)
        var work = [Scalar](repeating: 0, count: 1)
        func call(_ workSize: Int, _ integerSize: Int) {
            var lwork = Int32(workSize)
            var liwork = Int32(integerSize)
            let job = vectors ? "V" : "N"
            work.withUnsafeMutableBufferPointer { work in
                guard let work = work.baseAddress else { return }
                if Scalar.isDouble {
                    dsyevd_(job, "U", &order, a.f64, &leading, values.f64, work.f64, &lwork, &integers, &liwork, &info, 1, 1)
                } else {
                    ssyevd_(job, "U", &order, a.f32, &leading, values.f32, work.f32, &lwork, &integers, &liwork, &info, 1, 1)
                }
            }
        }
        call(-1, -1)
        let workSize = size(work[0])
        let integerSize = Int(integers[0])
        work = Array(repeating: 0, count: workSize)
        integers = Array(repeating: 0, count: integerSize)
        call(workSize, integerSize)
        return info == 0
    }

    /// A = U diag(s) V' for A m x n, k = min(m, n): U m x k, s descending, V' k x n. A is destroyed. Returns whether the iteration converged.
    /// Without `u` and `vt`, the singular values alone.
    package static func singularValues<Scalar: LinearScalar>(
        m: Int, n: Int, _ a: UnsafeMutablePointer<Scalar>, values: UnsafeMutablePointer<Scalar>,
        u: UnsafeMutablePointer<Scalar>?, vt: UnsafeMutablePointer<Scalar>?
    ) -> Bool {
        OpenBLAS.prepare()
        // LAPACK sees A' (n x m) = V diag(s) U', so that its left vectors are our right ones.
        let k = min(m, n)
        var rows = Int32(n)
        var columns = Int32(m)
        var leading = BLAS.extent(n)
        var leadingLeft = BLAS.extent(n)
        var leadingRight = BLAS.extent(k)
        var info: Int32 = 0
        var integers = [Int32](repeating: 0, count: 8 * max(1, k))
        var work = [Scalar](repeating: 0, count: 1)
        let job = u == nil ? "N" : "S"
        func call(_ workSize: Int) {
            var lwork = Int32(workSize)
            work.withUnsafeMutableBufferPointer { work in
                guard let work = work.baseAddress else { return }
                if Scalar.isDouble {
                    dgesdd_(
                        job, &rows, &columns, a.f64, &leading, values.f64, vt?.f64, &leadingLeft, u?.f64, &leadingRight, work.f64, &lwork,
                        &integers, &info, 1)
                } else {
                    sgesdd_(
                        job, &rows, &columns, a.f32, &leading, values.f32, vt?.f32, &leadingLeft, u?.f32, &leadingRight, work.f32, &lwork,
                        &integers, &info, 1)
                }
            }
        }
        call(-1)
        let workSize = size(work[0])
        work = Array(repeating: 0, count: workSize)
        call(workSize)
        return info == 0
    }

    /// LU factors of the transpose of a square matrix, in place, with their pivots (from 1). Returns 0, or the number (from 1) of the first zero pivot.
    package static func factorize<Scalar: LinearScalar>(n: Int, _ a: UnsafeMutablePointer<Scalar>, pivots: inout [Int32]) -> Int {
        pivots = Array(repeating: 0, count: max(1, n))
        return pivots.withUnsafeMutableBufferPointer { pivots in
            guard let pivots = pivots.baseAddress else { return 0 }
            return factorize(rows: n, columns: n, a, stride: n, pivots)
        }
    }

    /// The same for a matrix at least as tall as wide, as LAPACK sees it: its columns are `stride` apart.
    ///
    /// By halves of the columns, so that nearly all of the work is in operations that several threads share: the left half is factorised, its exchanges are made in the
    /// right half, U above is L1^-1 times what was there, what remains below is A - L U, which is factorised in turn.
    private static func factorize<Scalar: LinearScalar>(
        rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, stride: Int, _ pivots: UnsafeMutablePointer<Int32>
    ) -> Int {
        if columns <= 64 { return factorizeBlock(rows: rows, columns: columns, a, stride: stride, pivots) }
        let half = (columns / 2 + 15) / 16 * 16
        let rest = columns - half
        let right = a + half * stride
        let failed = factorize(rows: rows, columns: half, a, stride: stride, pivots)
        exchange(columns: rest, right, stride: stride, 1 ... half, pivots)
        BLAS.solveFromRight(.unitUpper, n: half, rows: rest, a, strideT: stride, right, strideB: stride)
        BLAS.multiply(
            m: rest, n: rows - half, k: half, alpha: -1, right, strideA: stride, a + half, strideB: stride, beta: 1, right + half, strideC: stride)
        let failedBelow = factorize(rows: rows - half, columns: rest, right + half, stride: stride, pivots + half)
        for index in half ..< columns { pivots[index] += Int32(half) }
        exchange(columns: half, a, stride: stride, half + 1 ... columns, pivots)
        return failed != 0 ? failed : failedBelow == 0 ? 0 : half + failedBelow
    }

    private static func factorizeBlock<Scalar: LinearScalar>(
        rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, stride: Int, _ pivots: UnsafeMutablePointer<Int32>
    ) -> Int {
        OpenBLAS.prepare()
        var (m, n) = (Int32(rows), Int32(columns))
        var leading = BLAS.extent(stride)
        var info: Int32 = 0
        if Scalar.isDouble { dgetrf_(&m, &n, a.f64, &leading, pivots, &info) } else { sgetrf_(&m, &n, a.f32, &leading, pivots, &info) }
        return Int(info)
    }

    /// Makes the exchanges of rows that the pivots in `range` (from 1) say.
    private static func exchange<Scalar: LinearScalar>(
        columns: Int, _ a: UnsafeMutablePointer<Scalar>, stride: Int, _ range: ClosedRange<Int>, _ pivots: UnsafePointer<Int32>
    ) {
        OpenBLAS.prepare()
        var count = Int32(columns)
        var leading = BLAS.extent(stride)
        var (first, last, step) = (Int32(range.lowerBound), Int32(range.upperBound), Int32(1))
        if Scalar.isDouble {
            dlaswp_(&count, a.f64, &leading, &first, &last, pivots, &step)
        } else {
            slaswp_(&count, a.f32, &leading, &first, &last, pivots, &step)
        }
    }

    /// X = A^-1 B from the factors of `factorize`, for `columns` right sides stored one after the other (the transpose of B), in place.
    package static func solve<Scalar: LinearScalar>(
        n: Int, columns: Int, _ factors: UnsafePointer<Scalar>, pivots: [Int32], _ transposedB: UnsafeMutablePointer<Scalar>
    ) {
        OpenBLAS.prepare()
        let pieces = Pieces(of: columns, least: 120, most: 16, work: Double(n) * Double(n) * Double(columns))
        Threads.share(pieces.count) { _, index in
            let piece = pieces[index]
            let part = transposedB + piece.lowerBound * n
            var order = Int32(n)
            var sides = Int32(piece.count)
            var leading = BLAS.extent(n)
            var info: Int32 = 0
            if Scalar.isDouble {
                dgetrs_("T", &order, &sides, factors.f64, &leading, pivots, part.f64, &leading, &info, 1)
            } else {
                sgetrs_("T", &order, &sides, factors.f32, &leading, pivots, part.f32, &leading, &info, 1)
            }
        }
    }

    /// A^-1 in place of the factors of `factorize`.
    package static func invert<Scalar: LinearScalar>(n: Int, _ factors: UnsafeMutablePointer<Scalar>, pivots: [Int32]) {
        OpenBLAS.prepare()
        var order = Int32(n)
        var leading = BLAS.extent(n)
        var info: Int32 = 0
        var lwork = Int32(clamping: max(1, n * 64))
        withUnsafeTemporaryAllocation(of: Scalar.self, capacity: Int(lwork)) { work in
            guard let work = work.baseAddress else { return }
            if Scalar.isDouble {
                dgetri_(&order, factors.f64, &leading, pivots, work.f64, &lwork, &info)
            } else {
                sgetri_(&order, factors.f32, &leading, pivots, work.f32, &lwork, &info)
            }
        }
    }

    /// The eigenvalues of a general square matrix, which is destroyed. Returns whether the iteration converged.
    package static func eigenvalues<Scalar: LinearScalar>(
        n: Int, _ a: UnsafeMutablePointer<Scalar>, real: UnsafeMutablePointer<Scalar>, imaginary: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        OpenBLAS.prepare()
        var order = Int32(n)
        var leading = BLAS.extent(n)
        var one: Int32 = 1
        var info: Int32 = 0
        var work = [Scalar](repeating: 0, count: 1)
        func call(_ workSize: Int) {
            var lwork = Int32(workSize)
            work.withUnsafeMutableBufferPointer { work in
                guard let work = work.baseAddress else { return }
                if Scalar.isDouble {
                    dgeev_("N", "N", &order, a.f64, &leading, real.f64, imaginary.f64, nil, &one, nil, &one, work.f64, &lwork, &info, 1, 1)
                } else {
                    sgeev_("N", "N", &order, a.f32, &leading, real.f32, imaginary.f32, nil, &one, nil, &one, work.f32, &lwork, &info, 1, 1)
                }
            }
        }
        call(-1)
        let workSize = size(work[0])
        work = Array(repeating: 0, count: workSize)
        call(workSize)
        return info == 0
    }

    /// The orthonormal columns of Q and the upper triangle R of a tall matrix given as its transpose (n columns of m numbers, m >= n): on return
    /// `transposed` holds Q the same way, and `r` (n x n) R.
    package static func orthogonalize<Scalar: LinearScalar>(m: Int, n: Int, _ transposed: UnsafeMutablePointer<Scalar>, r: UnsafeMutablePointer<Scalar>) {
        OpenBLAS.prepare()
        var rows = Int32(m)
        var columns = Int32(n)
        var leading = BLAS.extent(m)
        var info: Int32 = 0
        var tau = [Scalar](repeating: 0, count: max(1, n))
        var lwork = Int32(clamping: max(1, n * 64))
        var work = [Scalar](repeating: 0, count: Int(lwork))
        tau.withUnsafeMutableBufferPointer { tau in
            work.withUnsafeMutableBufferPointer { work in
                guard let tau = tau.baseAddress, let work = work.baseAddress else { return }
                if Scalar.isDouble {
                    dgeqrf_(&rows, &columns, transposed.f64, &leading, tau.f64, work.f64, &lwork, &info)
                } else {
                    sgeqrf_(&rows, &columns, transposed.f32, &leading, tau.f32, work.f32, &lwork, &info)
                }
                for row in 0 ..< n {
                    for column in 0 ..< n { r[row * n + column] = column < row ? 0 : transposed[column * m + row] }
                }
                if Scalar.isDouble {
                    dorgqr_(&rows, &columns, &columns, transposed.f64, &leading, tau.f64, work.f64, &lwork, &info)
                } else {
                    sorgqr_(&rows, &columns, &columns, transposed.f32, &leading, tau.f32, work.f32, &lwork, &info)
                }
            }
        }
    }

    /// A workspace size that LAPACK answered as a number of its precision; a `Float` may have been rounded down.
    private static func size<Scalar: LinearScalar>(_ answer: Scalar) -> Int {
        max(1, Int((answer.f64 * (Scalar.isDouble ? 1 : 1.0000002)).rounded(.up)))
    }
}
