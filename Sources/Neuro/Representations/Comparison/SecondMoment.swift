import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Second moments (inner products of patterns) that dissimilarities stand for, if these are squared distances.
enum SecondMoment {
    /// −½ J D J with the centring J: the inner products with the mean pattern as the origin.
    static func centred(_ dissimilarities: [Double], _ n: Int) -> Matrix {
        Matrix(unsafeUninitializedRows: n, columns: n) { g in
            g.initialize(repeating: 0)
            var pair = 0
            for i in 0 ..< n {
                for j in i + 1 ..< max(n, i + 1) {
                    g[i * n + j] = -dissimilarities[pair] / 2
                    g[j * n + i] = -dissimilarities[pair] / 2
                    pair += 1
                }
            }
            let means = (0 ..< n).map { i in (0 ..< n).reduce(0) { $0 + g[i * n + $1] } / Double(n) }
            let mean = means.reduce(0, +) / Double(n)
            for i in 0 ..< n { for j in 0 ..< n { g[i * n + j] += mean - means[i] - means[j] } }
        }
    }

    /// The symmetric root of the part with positive eigenvalues, and the sum of these. Eigenvalues within rounding of 0 are 0: their roots would not be.
    static func root(_ moment: Matrix) throws -> (Matrix, trace: Double) {
        let eigen = try moment.symmetricEigen()
        let largest = eigen.values.elements.last ?? 0
        let rounding = 8 * Double.ulpOfOne * Double(moment.rows) * max(0, largest)
        let values = eigen.values.elements.map { $0 > rounding ? $0 : 0 }
        let roots = try eigen.vectors * Vector(values.map { $0.squareRoot() })
        return (try roots.multiplied(byTransposeOf: eigen.vectors), values.reduce(0, +))
    }

    /// Inner products with the first of n conditions as the origin: ½ (d_0i + d_0j − d_ij).
    static func fromFirst(_ dissimilarities: [Double], _ n: Int) -> Matrix {
        let m = n - 1
        return Matrix(unsafeUninitializedRows: m, columns: m) { g in
            for i in 0 ..< m {
                for j in 0 ..< m {
                    let between = i == j ? 0 : dissimilarities[RDM.pair(i + 1, j + 1, of: n)]
                    g[i * m + j] = (dissimilarities[i] + dissimilarities[j] - between) / 2
                }
            }
        }
    }

    /// The covariance of the patterns with the first as the origin; without one, of independent patterns of equal noise.
    static func fromFirst(_ covariance: Matrix?, _ n: Int) -> Matrix {
        let m = n - 1
        return Matrix(unsafeUninitializedRows: m, columns: m) { s in
            for i in 0 ..< m {
                for j in 0 ..< m {
                    guard let c = covariance?.elements else {
                        s[i * m + j] = i == j ? 2 : 1
                        continue
                    }
                    s[i * m + j] = c[(i + 1) * n + j + 1] - c[(i + 1) * n] - c[j + 1] + c[0]
                }
            }
        }
    }
}

/// min over a and b of √Σ log² λ_i, λ the eigenvalues of (e^a A + e^b S, B).
///
/// By Levenberg and Marquardt's method on the residuals log λ_i: with orthonormal eigenvectors v_i of the problem turned into one with B = 1, ∂ log λ_i / ∂a = e^a v_iᵀ A v_i / λ_i, and
/// for b alike. From two starts, which have the scale of B, since the surface is no bowl.
struct RiemannianFit {
    private let signal: Matrix
    private let noise: Matrix

    init(_ a: Matrix, _ b: Matrix, noise: Matrix) throws {
        do {
            let lower = try b.cholesky().lower
            func whiten(_ m: Matrix) -> Matrix { m.solvedLower(by: lower).transposed().solvedLower(by: lower) }
            (signal, self.noise) = (whiten(a), whiten(noise))
        } catch LinearError.notPositiveDefinite {
            throw NeuroError.invalid(
                name: "others", value: "of a singular second moment",
                must: "squared distances of patterns that span a space of conditions − 1 dimensions, for the Riemannian distance")
        }
    }

    func distance() throws -> Double {
        let n = Double(signal.rows)
        // The whitened B is 1 and has trace n.
        let scale = try signal.trace(), noiseScale = try noise.trace()
        guard noiseScale > 0 else { throw NeuroError.invalid(name: "covariance", value: "of no variance between conditions", must: "positive definite") }
        let a = scale > 0 ? log(n / scale) : 0, b = log(n / noiseScale)
        var best = Double.infinity
        for start in [(a - 0.05, b - 3), (a - 0.7, b - 0.7)] { best = min(best, try descend(from: start)) }
        guard best.isFinite else { throw NeuroError.diverged(what: "the Riemannian distance: no mixture of the first second moment and the noise is positive definite") }
        return best
    }

    private func descend(from start: (Double, Double)) throws -> Double {
        var theta = start
        guard var here = try point(theta) else { return .infinity }
        var damping = 1e-3
        for _ in 0 ..< 500 {
            let h00 = here.j0j0 * (1 + damping) + 1e-300, h11 = here.j1j1 * (1 + damping) + 1e-300
            let determinant = h00 * h11 - here.j0j1 * here.j0j1
            var next: Point?
            var trial = theta
            if determinant > 0 {
                let da = -(h11 * here.g0 - here.j0j1 * here.g1) / determinant
                let db = -(h00 * here.g1 - here.j0j1 * here.g0) / determinant
                // No step over more than a factor of e²: far away the model is not the surface.
                trial = (theta.0 + max(-2, min(2, da)), theta.1 + max(-2, min(2, db)))
                next = try point(trial)
            }
            if let next, next.square < here.square {
                let gain = here.square - next.square
                (theta, here) = (trial, next)
                damping = max(1e-12, damping / 5)
                if gain <= 1e-16 * here.square { break }
            } else {
                damping *= 5
                if damping > 1e12 { break }
            }
            try Progress.check()
        }
        return here.square.squareRoot()
    }

    private struct Point {
        var square = 0.0, g0 = 0.0, g1 = 0.0, j0j0 = 0.0, j0j1 = 0.0, j1j1 = 0.0
    }

    /// The sum of squares, half its gradient and the products of the derivatives; nil where the mixture is not positive definite.
    private func point(_ theta: (Double, Double)) throws -> Point? {
        let (ea, eb) = (exp(theta.0), exp(theta.1))
        guard ea.isFinite, eb.isFinite else { return nil }
        let mixture = try signal * ea + noise * eb
        guard mixture.isFinite else { return nil }
        let eigen = try mixture.symmetricEigen()
        let v = eigen.vectors, n = v.rows
        guard let least = eigen.values.elements.first, least > 0 else { return nil }
        let av = try signal.multiplied(by: v)
        var result = Point()
        for i in 0 ..< n {
            let value = eigen.values.elements[i]
            var product = 0.0
            for row in 0 ..< n { product += v.elements[row * n + i] * av.elements[row * n + i] }
            // The two derivatives add up to 1.
            let j0 = ea * product / value, j1 = 1 - j0, r = log(value)
            result.square += r * r
            result.g0 += r * j0
            result.g1 += r * j1
            result.j0j0 += j0 * j0
            result.j0j1 += j0 * j1
            result.j1j1 += j1 * j1
        }
        return result
    }
}
