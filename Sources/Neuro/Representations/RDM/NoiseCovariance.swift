import Linear

/// Estimates of the covariance of noise from centred residuals, and their inverses.
///
/// Both shrinkages need the sum over all pairs of channels of the squared products of each sample, Σ_jk (x_j x_k)². It is (Σ_j x_j²)², so no second matrix of channels
/// x channels is made.
struct NoiseCovariance {
    let residuals: Matrix
    let degreesOfFreedom: Double
    private let variances: [Double]

    init(_ residuals: Matrix, degreesOfFreedom: Double) throws {
        (self.residuals, self.degreesOfFreedom) = (residuals, degreesOfFreedom)
        var sums = [Double](repeating: 0, count: residuals.columns)
        let width = residuals.columns
        residuals.withUnsafeBufferPointer { values in
            for row in 0 ..< residuals.rows { for column in 0 ..< width { sums[column] += values[row * width + column] * values[row * width + column] } }
        }
        variances = sums.map { $0 / degreesOfFreedom }
        if let channel = variances.firstIndex(where: { !($0 > 0) || !$0.isFinite || !(1 / $0).isFinite }) {
            throw NeuroError.invalid(
                name: "residuals", value: "of variance \(variances[channel]) in channel \(channel)", must: "of a positive, finite variance in every channel; leave it out")
        }
    }

    func precision(_ estimate: NoisePrecision.Estimate) throws -> NoisePrecision {
        switch estimate {
        case .variances: return .diagonal(Vector(variances.map { 1 / $0 }))
        case .sample: return try inverse(of: residuals.gram() * (1 / degreesOfFreedom))
        case .shrunkToIdentity: return try inverse(of: shrunkToIdentity())
        case .shrunkToDiagonal: return try inverse(of: shrunkToDiagonal())
        }
    }

    /// b²/d² m 1 + (1 − b²/d²) S, with S = XᵀX/n, m its mean variance, d² = ‖S − m 1‖² and b² = Σ_k ‖x_k x_kᵀ − S‖² / n², at most d².
    func shrunkToIdentity() throws -> Matrix {
        // In units of the largest: fourth powers of very large or very small numbers would leave the range.
        let size = residuals.elements.reduce(0) { max($0, abs($1)) }
        let scaled = try NoiseCovariance(residuals / size, degreesOfFreedom: degreesOfFreedom).shrunkToIdentityUnscaled()
        return scaled * size * size
    }

    private func shrunkToIdentityUnscaled() throws -> Matrix {
        let n = Double(residuals.rows), width = residuals.columns
        var s = try residuals.gram() * (1 / n)
        let square = s.elements.reduce(0) { $0 + $1 * $1 }
        let fourth = rowSquares().reduce(0) { $0 + $1.second * $1.second }
        let m = try s.trace() / Double(width)
        // ‖S − m 1‖² = ‖S‖² − m² P since tr S = m P.
        let d2 = max(0, square - m * m * Double(width))
        let b2 = max(0, min(d2, (fourth / n - square) / n))
        let shrinkage = d2 > 0 ? b2 / d2 : 1
        s = s * ((1 - shrinkage) * n / degreesOfFreedom)
        for channel in 0 ..< width { try s.set(s[channel, channel] + shrinkage * m * n / degreesOfFreedom, row: channel, column: channel) }
        return s
    }

    /// The sample covariance with all correlations times 1 − λ, λ = Σ var(r_jk) / Σ r_jk² over j ≠ k.
    func shrunkToDiagonal() throws -> Matrix {
        let n = Double(residuals.rows), width = residuals.columns
        let deviations = variances.map { $0.squareRoot() }
        var s = try residuals.gram() * (1 / degreesOfFreedom)
        // Correlations with the n − 1 that the estimate of their variance has.
        let scale = degreesOfFreedom / (n - 1)
        var squares = 0.0
        for row in 0 ..< width {
            for column in 0 ..< width where row != column {
                let r = s.elements[row * width + column] / deviations[row] / deviations[column] * scale
                squares += r * r
            }
        }
        let fourth = rowSquares(scaledBy: deviations).reduce(0) { $0 + $1.second * $1.second - $1.fourth }
        let variance = n / (degreesOfFreedom * degreesOfFreedom) * (fourth / (n - 1) - squares)
        let shrinkage = squares > 0 ? max(0, min(1, variance / squares)) : 1
        s.withUnsafeMutableBufferPointer { all in
            for row in 0 ..< width { for column in 0 ..< width where row != column { all[row * width + column] *= 1 - shrinkage } }
        }
        return s
    }

    /// Of each sample, the sums of the squares and of the fourth powers of its channels.
    private func rowSquares(scaledBy deviations: [Double] = []) -> [(second: Double, fourth: Double)] {
        let width = residuals.columns
        return residuals.withUnsafeBufferPointer { values in
            (0 ..< residuals.rows).map { row in
                var second = 0.0, fourth = 0.0
                for column in 0 ..< width {
                    let x = deviations.isEmpty ? values[row * width + column] : values[row * width + column] / deviations[column]
                    second += x * x
                    fourth += x * x * x * x
                }
                return (second, fourth)
            }
        }
    }

    private func inverse(of covariance: Matrix) throws -> NoisePrecision {
        do { return .full(try covariance.cholesky().inverse()) } catch let error as LinearError {
            guard case .notPositiveDefinite = error else { throw error }
            throw NeuroError.invalid(
                name: "residuals", value: "\(residuals.rows) samples of \(residuals.columns) channels with a singular covariance",
                must: "more, or shrunk (by: .shrunkToDiagonal), or taken without correlations (by: .variances)")
        }
    }
}
