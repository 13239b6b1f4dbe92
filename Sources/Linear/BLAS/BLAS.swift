import COpenBLAS

/// BLAS on row-major memory, for both precisions. Dimensions are the caller's to check: none is negative, each fits in 32 bits, and the memory is there.
///
/// Large operations are cut into pieces that several threads share (`Threads`), each a call of OpenBLAS on one thread. So the sums depend on the machine, in the
/// last digits, but neither on the number of threads nor on the run.
package enum BLAS {
    /// C = alpha op(A) op(B) + beta C, with op(A) m x k, op(B) k x n, C m x n. Strides are the distances between the stored rows.
    package static func multiply<Scalar: LinearScalar>(
        transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int,
        alpha: Scalar = 1, _ a: UnsafePointer<Scalar>, strideA: Int, _ b: UnsafePointer<Scalar>, strideB: Int,
        beta: Scalar = 0, _ c: UnsafeMutablePointer<Scalar>, strideC: Int
    ) {
        guard m > 0, n > 0 else { return }
        let tiles = Tiles(m: m, n: n, k: k, isDouble: Scalar.isDouble)
        Threads.share(tiles.count) { _, index in
            let (rows, columns) = tiles[index]
            multiplyTile(
                transposeA, transposeB, rows.count, columns.count, k, alpha, a + rows.lowerBound * (transposeA ? 1 : strideA), strideA,
                b + columns.lowerBound * (transposeB ? strideB : 1), strideB, beta, c + rows.lowerBound * strideC + columns.lowerBound, strideC)
        }
    }

    private static func multiplyTile<Scalar: LinearScalar>(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Scalar, _ a: UnsafePointer<Scalar>, _ strideA: Int,
        _ b: UnsafePointer<Scalar>, _ strideB: Int, _ beta: Scalar, _ c: UnsafeMutablePointer<Scalar>, _ strideC: Int
    ) {
        guard m > 0, n > 0 else { return }
        OpenBLAS.prepare()
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
        OpenBLAS.prepare()
        let t = transposed ? CblasTrans : CblasNoTrans
        // Bound by memory, which two cores read faster than one: worth it where the matrix is in no cache.
        let pieces = Pieces(of: count, least: 512, most: 8, work: Double(rows) * Double(columns) * 8)
        Threads.share(pieces.count) { _, index in
            let piece = pieces[index]
            let part = a + piece.lowerBound * (transposed ? 1 : stride)
            let (m, n) = transposed ? (Int32(rows), Int32(piece.count)) : (Int32(piece.count), Int32(columns))
            let target = y + piece.lowerBound
            if Scalar.isDouble {
                cblas_dgemv(CblasRowMajor, t, m, n, alpha.f64, part.f64, extent(stride), x.f64, 1, beta.f64, target.f64, 1)
            } else {
                cblas_sgemv(CblasRowMajor, t, m, n, alpha.f32, part.f32, extent(stride), x.f32, 1, beta.f32, target.f32, 1)
            }
        }
    }

    /// A += alpha x y', with A rows x columns.
    package static func addOuter<Scalar: LinearScalar>(
        rows: Int, columns: Int, alpha: Scalar = 1, _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ a: UnsafeMutablePointer<Scalar>, stride: Int
    ) {
        guard rows > 0, columns > 0 else { return }
        OpenBLAS.prepare()
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
        OpenBLAS.prepare()
        let t = transposed ? CblasTrans : CblasNoTrans
        let pieces = Pieces(ofTriangle: n, k: k)
        Threads.share(pieces.count) { _, index in
            let rows = pieces[index]
            let part = a + rows.lowerBound * (transposed ? 1 : strideA)
            let target = c + rows.lowerBound * strideC
            // What lies left of the diagonal block, then its triangle.
            if rows.lowerBound > 0 {
                multiplyTile(transposed, !transposed, rows.count, rows.lowerBound, k, alpha, part, strideA, a, strideA, beta, target, strideC)
            }
            let diagonal = target + rows.lowerBound
            let order = Int32(rows.count)
            if Scalar.isDouble {
                cblas_dsyrk(CblasRowMajor, CblasLower, t, order, Int32(k), alpha.f64, part.f64, extent(strideA), beta.f64, diagonal.f64, extent(strideC))
            } else {
                cblas_ssyrk(CblasRowMajor, CblasLower, t, order, Int32(k), alpha.f32, part.f32, extent(strideA), beta.f32, diagonal.f32, extent(strideC))
            }
        }
    }

    /// C = B A for a symmetric A of order n of which the lower triangle is read, B and C having `rows` rows.
    package static func multiplyFromRight<Scalar: LinearScalar>(
        symmetric a: UnsafePointer<Scalar>, n: Int, strideA: Int, rows: Int, _ b: UnsafePointer<Scalar>, strideB: Int, _ c: UnsafeMutablePointer<Scalar>,
        strideC: Int
    ) {
        guard n > 0, rows > 0 else { return }
        OpenBLAS.prepare()
        if Scalar.isDouble {
            cblas_dsymm(
                CblasRowMajor, CblasRight, CblasLower, Int32(rows), Int32(n), 1, a.f64, extent(strideA), b.f64, extent(strideB), 0, c.f64, extent(strideC))
        } else {
            cblas_ssymm(
                CblasRowMajor, CblasRight, CblasLower, Int32(rows), Int32(n), 1, a.f32, extent(strideA), b.f32, extent(strideB), 0, c.f32, extent(strideC))
        }
    }

    /// B = L^-1 B, or L'^-1 B where transposed, for a lower triangular L of order n and B of n rows and `columns` columns.
    package static func solveLower<Scalar: LinearScalar>(
        transposed: Bool, n: Int, columns: Int, _ l: UnsafePointer<Scalar>, strideL: Int, _ b: UnsafeMutablePointer<Scalar>, strideB: Int
    ) {
        guard n > 0, columns > 0 else { return }
        OpenBLAS.prepare()
        let t = transposed ? CblasTrans : CblasNoTrans
        let pieces = Pieces(of: columns, least: 240, most: columns < 4000 ? 4 : 16, work: 0.5 * Double(n) * Double(n) * Double(columns))
        Threads.share(pieces.count) { _, index in
            let piece = pieces[index]
            let (target, count) = (b + piece.lowerBound, Int32(piece.count))
            if Scalar.isDouble {
                cblas_dtrsm(
                    CblasRowMajor, CblasLeft, CblasLower, t, CblasNonUnit, Int32(n), count, 1, l.f64, extent(strideL), target.f64, extent(strideB))
            } else {
                cblas_strsm(
                    CblasRowMajor, CblasLeft, CblasLower, t, CblasNonUnit, Int32(n), count, 1, l.f32, extent(strideL), target.f32, extent(strideB))
            }
        }
    }

    /// The triangular matrices by whose inverse `solveFromRight` multiplies.
    enum Triangle {
        /// The transpose of the lower triangle that is stored.
        case transposedLower
        /// The upper triangle that is stored, with ones on the diagonal, whatever is stored there.
        case unitUpper
    }

    /// B = B T^-1 for a triangular T of order n and B of `rows` rows and n columns.
    static func solveFromRight<Scalar: LinearScalar>(
        _ triangle: Triangle, n: Int, rows: Int, _ t: UnsafePointer<Scalar>, strideT: Int, _ b: UnsafeMutablePointer<Scalar>, strideB: Int
    ) {
        guard n > 0, rows > 0 else { return }
        OpenBLAS.prepare()
        let (uplo, transposition, diagonal) =
            switch triangle {
            case .transposedLower: (CblasLower, CblasTrans, CblasNonUnit)
            case .unitUpper: (CblasUpper, CblasNoTrans, CblasUnit)
            }
        let pieces = Pieces(of: rows, least: 120, most: 16, work: 0.5 * Double(n) * Double(n) * Double(rows))
        Threads.share(pieces.count) { _, index in
            let piece = pieces[index]
            let (target, count) = (b + piece.lowerBound * strideB, Int32(piece.count))
            if Scalar.isDouble {
                cblas_dtrsm(
                    CblasRowMajor, CblasRight, uplo, transposition, diagonal, count, Int32(n), 1, t.f64, extent(strideT), target.f64, extent(strideB))
            } else {
                cblas_strsm(
                    CblasRowMajor, CblasRight, uplo, transposition, diagonal, count, Int32(n), 1, t.f32, extent(strideT), target.f32, extent(strideB))
            }
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

/// OpenBLAS divides its work by the number of its threads, and with it the order of its sums. So it always runs on one, the one that calls, whatever
/// `OPENBLAS_NUM_THREADS` says: the threads are ours, around it.
enum OpenBLAS {
    private static let isSetUp: Bool = {
        openblas_set_num_threads(1)
        return true
    }()

    /// Before each call of the library.
    static func prepare() { _ = isSetUp }
}
