import COpenBLAS

/// BLAS on row-major memory, for both precisions. Dimensions are the caller's to check: none is negative, each fits in 32 bits, and the memory is there.
///
/// The sums inside depend on the machine and on the number of threads (in the last digits), never on the run.
package enum BLAS {
    /// C = alpha op(A) op(B) + beta C, with op(A) m x k, op(B) k x n, C m x n. Strides are the distances between the stored rows.
    package static func multiply<Scalar: LinearScalar>(
        transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int,
        alpha: Scalar = 1, _ a: UnsafePointer<Scalar>, strideA: Int, _ b: UnsafePointer<Scalar>, strideB: Int,
        beta: Scalar = 0, _ c: UnsafeMutablePointer<Scalar>, strideC: Int
    ) {
        guard m > 0, n > 0 else { return }
        let ta = transposeA ? CblasTrans : CblasNoTrans
        let tb = transposeB ? CblasTrans : CblasNoTrans
        if Scalar.isDouble {
            cblas_dgemm(
                CblasRowMajor, ta, tb, Int32(m), Int32(n), Int32(k), alpha.f64, a.f64, extent(strideA), b.f64, extent(strideB),
                beta.f64, c.f64, extent(strideC))
        } else {
            cblas_sgemm(
                CblasRowMajor, ta, tb, Int32(m), Int32(n), Int32(k), alpha.f32, a.f32, extent(strideA), b.f32, extent(strideB),
                beta.f32, c.f32, extent(strideC))
        }
    }

    /// y = alpha op(A) x + beta y, with A stored as rows x columns.
    package static func multiply<Scalar: LinearScalar>(
        transposed: Bool = false, rows: Int, columns: Int, alpha: Scalar = 1, _ a: UnsafePointer<Scalar>, stride: Int,
        _ x: UnsafePointer<Scalar>, beta: Scalar = 0, _ y: UnsafeMutablePointer<Scalar>
    ) {
        let count = transposed ? columns : rows
        // BLAS returns at once where one extent is zero, without scaling y.
        if rows == 0 || columns == 0 {
            for i in 0 ..< count { y[i] = beta == 0 ? 0 : beta * y[i] }
            return
        }
        let t = transposed ? CblasTrans : CblasNoTrans
        if Scalar.isDouble {
            cblas_dgemv(CblasRowMajor, t, Int32(rows), Int32(columns), alpha.f64, a.f64, extent(stride), x.f64, 1, beta.f64, y.f64, 1)
        } else {
            cblas_sgemv(CblasRowMajor, t, Int32(rows), Int32(columns), alpha.f32, a.f32, extent(stride), x.f32, 1, beta.f32, y.f32, 1)
        }
    }

    /// A += alpha x y', with A rows x columns.
    package static func addOuter<Scalar: LinearScalar>(
        rows: Int, columns: Int, alpha: Scalar = 1, _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ a: UnsafeMutablePointer<Scalar>, stride: Int
    ) {
        guard rows > 0, columns > 0 else { return }
        if Scalar.isDouble {
            cblas_dger(CblasRowMajor, Int32(rows), Int32(columns), alpha.f64, x.f64, 1, y.f64, 1, a.f64, extent(stride))
        } else {
            cblas_sger(CblasRowMajor, Int32(rows), Int32(columns), alpha.f32, x.f32, 1, y.f32, 1, a.f32, extent(stride))
        }
    }

    /// The lower triangle of C = alpha A A' + beta C (of alpha A' A + beta C where transposed), C n x n, the other extent of A being k.
    /// The upper triangle is left alone: see `mirrorLower`.
    package static func symmetricProduct<Scalar: LinearScalar>(
        transposed: Bool, n: Int, k: Int, alpha: Scalar = 1, _ a: UnsafePointer<Scalar>, strideA: Int,
        beta: Scalar = 0, _ c: UnsafeMutablePointer<Scalar>, strideC: Int
    ) {
        guard n > 0 else { return }
        let t = transposed ? CblasTrans : CblasNoTrans
        if Scalar.isDouble {
            cblas_dsyrk(CblasRowMajor, CblasLower, t, Int32(n), Int32(k), alpha.f64, a.f64, extent(strideA), beta.f64, c.f64, extent(strideC))
        } else {
            cblas_ssyrk(CblasRowMajor, CblasLower, t, Int32(n), Int32(k), alpha.f32, a.f32, extent(strideA), beta.f32, c.f32, extent(strideC))
        }
    }

    /// B = L^-1 B, or L'^-1 B where transposed, for a lower triangular L of order n and B of n rows and `columns` columns.
    package static func solveLower<Scalar: LinearScalar>(
        transposed: Bool, n: Int, columns: Int, _ l: UnsafePointer<Scalar>, strideL: Int, _ b: UnsafeMutablePointer<Scalar>, strideB: Int
    ) {
        guard n > 0, columns > 0 else { return }
        let t = transposed ? CblasTrans : CblasNoTrans
        if Scalar.isDouble {
            cblas_dtrsm(
                CblasRowMajor, CblasLeft, CblasLower, t, CblasNonUnit, Int32(n), Int32(columns), 1, l.f64, extent(strideL), b.f64, extent(strideB))
        } else {
            cblas_strsm(
                CblasRowMajor, CblasLeft, CblasLower, t, CblasNonUnit, Int32(n), Int32(columns), 1, l.f32, extent(strideL), b.f32, extent(strideB))
        }
    }

    /// Copies the lower triangle of a square matrix onto its upper one, in tiles that stay in the cache.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func mirrorLower<Scalar: LinearScalar>(n: Int, _ a: UnsafeMutablePointer<Scalar>, stride: Int) {
        let tile = 32
        for top in Swift.stride(from: 0, to: n, by: tile) {
            for left in Swift.stride(from: 0, through: top, by: tile) {
                for row in top ..< min(top + tile, n) {
                    for column in left ..< min(left + tile, row) { a[column * stride + row] = a[row * stride + column] }
                }
            }
        }
    }

    /// A leading dimension as BLAS wants it, at least 1 even where nothing is stored.
    static func extent(_ value: Int) -> Int32 { Int32(Swift.max(1, value)) }
}

/// The threads OpenBLAS may use. One number for the whole process: whoever runs threads of its own sets it to 1 for that time.
package enum OpenBLAS {
    package static var threads: Int {
        get { Int(openblas_get_num_threads()) }
        set { openblas_set_num_threads(Int32(Swift.max(1, newValue))) }
    }

    /// Runs `body` with at most `count` threads inside BLAS, then restores the number.
    package static func withThreads<Result>(_ count: Int, _ body: () throws -> Result) rethrows -> Result {
        let before = threads
        if before != count { threads = count }
        defer { if before != count { threads = before } }
        return try body()
    }
}
