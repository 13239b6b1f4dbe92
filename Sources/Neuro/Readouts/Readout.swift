/// How the weights of a linear readout are found.
public enum Readout: Equatable, Sendable, CustomStringConvertible, Codable {
    /// Ridge regression: the weights that minimise the sum of squared errors plus the penalty times the sum of squared weights. The intercept
    /// is not penalised. The penalty is in the squared units of the features, summed over the steps of training (it is not divided by their number).
    ///
    /// Solved by the normal equations of the centred features (Cholesky); where these are singular to rounding, by their eigenvectors above
    /// rounding. The penalty must be finite and at least 0; 0 is least squares by the same way. The weights are the same from run to run on one
    /// machine, for any number of threads, and agree to rounding, which a small penalty magnifies, across machines.
    case ridge(Double)
    /// Least squares by singular values: of all weights that fit equally well, the smallest. Slower than `ridge`, more exact for
    /// ill-conditioned features.
    case leastSquares

    /// The readout as it is written in a cell.
    public var description: String {
        switch self {
        case .ridge(let penalty): ".ridge(\(penalty))"
        case .leastSquares: ".leastSquares"
        }
    }

    func check() throws {
        if case .ridge(let penalty) = self { try Check.notNegative(penalty, "the ridge penalty") }
    }
}
