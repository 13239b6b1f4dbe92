import Linear

/// Coordinates in which estimates of dissimilarities have independent, equal noise: their inner product is d₁ᵀ V⁻¹ d₂, but for a common factor.
///
/// V_(ij),(kl) = (c_ij Σ c_klᵀ)², with contrasts c_ij of the conditions and the covariance Σ of the patterns, is a matrix of pairs x pairs, 140 MB for 92 conditions. It
/// need not be made: d is linear in the second moment G (d_ij = G_ii + G_jj − 2 G_ij) and the noise of G has the covariance Σ ⊗ Σ, so dᵀ V⁻¹ d is the least
/// ½ ‖L⁻¹ G L⁻ᵀ‖² (Σ = L Lᵀ) among all G that have these distances. Those are −½ D + a 1ᵀ + 1 aᵀ: a least-squares problem in the n numbers a.
///
/// With Σ = 1, pairs without an estimate are simply no terms of it. With another Σ they couple all others, and V is made after all.
struct DissimilarityWhitening {
    private enum Form {
        /// The normal equations of a for Σ = 1.
        case independent(Cholesky)
        /// L⁻¹ and w = L⁻¹ 1, of length 1: the solution takes the component along w off both sides of −½ L⁻¹ D L⁻ᵀ.
        case covariance(Matrix, along: [Double])
        /// The factor of V for the pairs there are.
        case pairs(Cholesky)
    }

    private let conditions: Int
    private let pairs: [(Int, Int)]
    private let form: Form

    init(conditions n: Int, present: [Int], covariance: Matrix?) throws {
        let all = (0 ..< n).flatMap { i in (i + 1 ..< max(n, i + 1)).map { (i, $0) } }
        let pairs = present.map { all[$0] }
        (conditions, self.pairs) = (n, pairs)
        guard let covariance else {
            // Σ over pairs of 2 (g_ij + a_i + a_j)² + Σ (2 a_i)² is least where (deg_i + 2) a_i + Σ_j a_j = −Σ_j g_ij.
            var normal = try Matrix(rows: n, columns: n, repeating: 0)
            normal.withUnsafeMutableBufferPointer { m in
                for i in 0 ..< n { m[i * n + i] = 2 }
                for (i, j) in pairs {
                    m[i * n + j] = 1
                    m[j * n + i] = 1
                    m[i * n + i] += 1
                    m[j * n + j] += 1
                }
            }
            form = .independent(try normal.cholesky())
            return
        }
        do {
            let factor = try covariance.cholesky()
            if present.count == all.count {
                let inverse = try Matrix.identity(n).solvedLower(by: factor.lower)
                let along = PreparedComparison.unit((0 ..< n).map { row in inverse.elements[(row * n) ..< (row * n + n)].reduce(0, +) })
                form = .covariance(inverse, along: along)
            } else {
                form = .pairs(try Self.covarianceOfPairs(pairs, covariance).cholesky())
            }
        } catch LinearError.notPositiveDefinite {
            throw NeuroError.invalid(name: "covariance", value: "no covariance of independent numbers", must: "positive definite")
        }
    }

    /// The coordinates of the dissimilarities of the pairs there are.
    func apply(_ dissimilarities: [Double]) -> [Double] {
        let n = conditions
        switch form {
        case .independent(let factor):
            var right = [Double](repeating: 0, count: n)
            for (pair, d) in zip(pairs, dissimilarities) {
                right[pair.0] += d / 2
                right[pair.1] += d / 2
            }
            guard let a = try? factor.solve(Vector(right)).elements else { return dissimilarities }
            let root = 2.0.squareRoot()
            return zip(pairs, dissimilarities).map { pair, d in root * (a[pair.0] + a[pair.1] - d / 2) } + a.map { 2 * $0 }
        case .covariance(let inverse, let w):
            let g = Matrix(unsafeUninitializedRows: n, columns: n) { g in
                g.initialize(repeating: 0)
                for (pair, d) in zip(pairs, dissimilarities) {
                    g[pair.0 * n + pair.1] = -d / 2
                    g[pair.1 * n + pair.0] = -d / 2
                }
            }
            guard var m = try? inverse.multiplied(by: g).multiplied(byTransposeOf: inverse) else { return dissimilarities }
            // (1 − w wᵀ) M (1 − w wᵀ) = M − u wᵀ − w uᵀ + (wᵀ u) w wᵀ with u = M w.
            let u = m.applied(to: Vector(w), transposed: false).elements
            let along = zip(w, u).reduce(0) { $0 + $1.0 * $1.1 }
            m.withUnsafeMutableBufferPointer { m in
                for i in 0 ..< n { for j in 0 ..< n { m[i * n + j] += along * w[i] * w[j] - u[i] * w[j] - w[i] * u[j] } }
            }
            return m.elements
        case .pairs(let factor):
            let column = Matrix.column(Vector(dissimilarities))
            return column.solvedLower(by: factor.lower).elements
        }
    }

    private static func covarianceOfPairs(_ pairs: [(Int, Int)], _ covariance: Matrix) throws -> Matrix {
        let count = pairs.count, n = covariance.rows
        _ = try Allocation.count(of: [count, count], named: "the covariance of the pairs", as: Double.self)
        return covariance.withUnsafeBufferPointer { s in
            Matrix(unsafeUninitializedRows: count, columns: count) { v in
                for (row, (i, j)) in pairs.enumerated() {
                    for (column, (k, l)) in pairs.enumerated() {
                        let c = s[i * n + k] - s[i * n + l] - s[j * n + k] + s[j * n + l]
                        v[row * count + column] = c * c
                    }
                }
            }
        }
    }
}

extension Matrix {
    /// L⁻¹ times this matrix.
    func solvedLower(by lower: Matrix) -> Matrix {
        var result = self
        let (n, width) = (rows, columns)
        lower.withUnsafeBufferPointer { l in
            result.withUnsafeMutableBufferPointer { b in
                guard let l = l.baseAddress, let b = b.baseAddress else { return }
                BLAS.solveLower(transposed: false, n: n, columns: width, l, strideL: n, b, strideB: width)
            }
        }
        return result
    }
}
