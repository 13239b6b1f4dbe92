import Linear

/// How strongly, and how much in common, channels are noisy: the inverse of the covariance of the noise. Distances weigh differences with it.
///
/// ```swift
/// let precision = try NoisePrecision.estimated(fromResiduals: residuals)
/// let rdm = try RDM.mahalanobis(patterns, conditions: labels, precision: precision)
/// ```
public enum NoisePrecision: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Noise of variance 1 in every channel, independent.
    case identity
    /// Independent noise: one precision (1 / variance) for each channel. Takes no memory to speak of, however many voxels there are.
    case diagonal(Vector)
    /// The whole precision matrix, channels x channels, symmetric.
    case full(Matrix)

    /// How the covariance of the noise is estimated before it is inverted.
    public enum Estimate: String, Equatable, Sendable, Codable {
        /// The sample covariance, its correlations shrunk towards 0. J. Schäfer and K. Strimmer, Stat. Appl. Genet. Mol. Biol. 4 (2005) 32, doi:10.2202/1544-6115.1175.
        case shrunkToDiagonal
        /// The sample covariance shrunk towards a multiple of the identity. O. Ledoit and M. Wolf, J. Multivariate Analysis 88 (2004) 365, doi:10.1016/S0047-259X(03)00096-4.
        case shrunkToIdentity
        /// The sample covariance as it is; needs more residuals than channels.
        case sample
        /// The variances alone: no matrix is ever made.
        case variances
    }

    /// The precision of the noise from the residuals of a model of the responses.
    ///
    /// - Parameters:
    ///   - residuals: samples x channels. The mean of each channel is taken off.
    ///   - estimate: how to regularise; shrinkage towards the diagonal by default, since there are mostly fewer samples than voxels.
    ///   - degreesOfFreedom: samples − 1 by default; a model with regressors leaves fewer.
    /// - Throws: `NeuroError` if there are fewer than two samples, a number is not finite, a channel is constant, or the covariance cannot be inverted.
    /// - Complexity: O(samples · channels² + channels³); of `.variances` O(samples · channels).
    public static func estimated(fromResiduals residuals: Matrix, by estimate: Estimate = .shrunkToDiagonal, degreesOfFreedom: Int? = nil) throws -> NoisePrecision {
        try Check.finite(residuals, "residuals")
        guard residuals.rows >= 2 else { throw NeuroError.tooShort(name: "residuals", count: residuals.rows, needed: 2, why: "a covariance") }
        let dof = degreesOfFreedom ?? residuals.rows - 1
        try Check.atLeast(1, dof, "degreesOfFreedom")
        return try NoiseCovariance(residuals.centringColumns(), degreesOfFreedom: Double(dof)).precision(estimate)
    }

    /// The precision of the noise from repeated patterns: what is left of them when the mean of each condition is taken off.
    ///
    /// - Parameters:
    ///   - patterns: samples x channels.
    ///   - conditions: the condition of each row.
    ///   - estimate: as in `estimated(fromResiduals:by:degreesOfFreedom:)`. The degrees of freedom are samples − conditions.
    /// - Throws: As `estimated(fromResiduals:by:degreesOfFreedom:)`, and if no condition was repeated.
    public static func estimated(fromPatterns patterns: Matrix, conditions: [String], by estimate: Estimate = .shrunkToDiagonal) throws -> NoisePrecision {
        try Check.finite(patterns, "patterns")
        let groups = try ConditionGroups(conditions, rows: patterns.rows)
        let dof = patterns.rows - groups.names.count
        guard dof >= 1 else { throw NeuroError.invalid(name: "conditions", value: "\(groups.names.count) different in \(patterns.rows) rows", must: "repeated") }
        let means = try groups.means(patterns)
        let residuals = try patterns - means.selectingRows(groups.index)
        return try NoiseCovariance(residuals.centringColumns(), degreesOfFreedom: Double(dof)).precision(estimate)
    }

    /// One line: the kind and the channels.
    public var description: String {
        switch self {
        case .identity: "noise precision: identity"
        case .diagonal(let values): "noise precision: diagonal, \(values.count) channels"
        case .full(let matrix): "noise precision: full, \(matrix.rows) channels"
        }
    }
}

extension NoisePrecision {
    /// Throws unless this is a precision of so many channels: finite, nothing negative on the diagonal, symmetric.
    func check(channels: Int, name: String = "precision") throws {
        switch self {
        case .identity: return
        case .diagonal(let values):
            guard values.count == channels else { throw NeuroError.shape(name: name, shape: [values.count], must: "of \(channels) elements, one for each channel") }
            try Check.finite(values.elements, name)
            if let value = values.elements.first(where: { $0 < 0 }) { throw NeuroError.invalid(name: name, value: "\(value) for a channel", must: "at least 0") }
        case .full(let matrix):
            guard matrix.shape == [channels, channels] else { throw NeuroError.shape(name: name, shape: matrix.shape, must: "\(channels) x \(channels), as there are channels") }
            try Check.finite(matrix, name)
            let largest = matrix.elements.reduce(0) { max($0, Swift.abs($1)) }
            for row in 0 ..< channels {
                guard matrix.elements[row * channels + row] >= 0 else {
                    throw NeuroError.invalid(name: name, value: "\(matrix.elements[row * channels + row]) at row \(row) of its diagonal", must: "at least 0 there")
                }
                for column in 0 ..< row where Swift.abs(matrix.elements[row * channels + column] - matrix.elements[column * channels + row]) > 1e-8 * largest {
                    throw NeuroError.invalid(name: name, value: "another at row \(row), column \(column) than across the diagonal", must: "symmetric")
                }
            }
        }
    }

    /// `patterns` times the precision.
    func weigh(_ patterns: Matrix) throws -> Matrix {
        switch self {
        case .identity: patterns
        case .diagonal(let values): try patterns * values
        case .full(let matrix): try patterns.multiplied(by: matrix)
        }
    }

    /// The inverse of the mean of the two covariances that two precisions belong to.
    static func combined(_ a: NoisePrecision, _ b: NoisePrecision, channels: Int) throws -> NoisePrecision {
        func variances(_ precision: NoisePrecision) -> [Double]? {
            switch precision {
            case .identity: Array(repeating: 1, count: channels)
            case .diagonal(let values): values.elements.map { 1 / $0 }
            case .full: nil
            }
        }
        if a == b { return a }
        if let x = variances(a), let y = variances(b) { return .diagonal(Vector(zip(x, y).map { 2 / ($0 + $1) })) }
        func covariance(_ precision: NoisePrecision) throws -> Matrix {
            if case .full(let matrix) = precision { return try matrix.inverse() }
            return try Matrix.diagonal(Vector(variances(precision) ?? []))
        }
        return .full(try ((covariance(a) + covariance(b)) * 0.5).inverse())
    }
}
