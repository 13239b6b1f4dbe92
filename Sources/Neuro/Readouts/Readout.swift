import Linear

/// How the weights of a linear readout are found, from any states: of rate units, of spike trains that were filtered, of anything that has a row for each step.
///
/// ```swift
/// let states = try esn.run(input)
/// let readout = try Readout.gcv().fit(states, targets, washout: 200)
/// print(readout.penalty ?? 0, try readout.predict(states))
/// ```
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
    /// Ridge regression with the penalty that generalised cross-validation prefers: the one of the least n · RSS / (n − d)², with RSS the squared error on the n rows of training and
    /// d = 1 + Σ λ/(λ + penalty) the numbers that the fit is free to choose, λ the eigenvalues of the normal equations, of which one decomposition serves all penalties.
    ///
    /// Costs little more than one fit, but trusts that errors are independent from step to step; where they are not, prefer `crossValidated`.
    /// G. H. Golub, M. Heath, G. Wahba, Technometrics 21 (1979), doi:10.1080/00401706.1979.10489751.
    case gcv(penalties: Vector = Readout.penalties)
    /// Ridge regression with the penalty of the least mean squared error on blocks of neighbouring steps that are held out in turn; the weights are then fitted on all.
    ///
    /// Each block is predicted from the other blocks, without the `gap` steps on either side of it: states carry the past with them, so that those beside a block would tell of it.
    /// A gap of about the memory of the reservoir leaves nothing of that. Not for weighted rows.
    case crossValidated(penalties: Vector = Readout.penalties, folds: Int = 5, gap: Int = 0)

    /// Where nothing else is said: 10⁻¹², 10⁻¹¹, … 10³.
    public static let penalties: Vector = [1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3]

    /// The readout as it is written in a cell.
    public var description: String {
        switch self {
        case .ridge(let penalty): ".ridge(\(penalty))"
        case .leastSquares: ".leastSquares"
        case .gcv(let penalties): ".gcv(penalties: \(penalties))"
        case .crossValidated(let penalties, let folds, let gap): ".crossValidated(penalties: \(penalties), folds: \(folds), gap: \(gap))"
        }
    }

    /// Fits targets (steps x outputs) to states (steps x features), both in double precision.
    ///
    /// - Parameters:
    ///   - states: a row for each step, a column for each feature.
    ///   - targets: as many rows, a column for each output.
    ///   - washout: how many rows at the beginning are left out.
    ///   - weights: how much the error of each row counts, at least 0, one for each row (those of the washout count for nothing); all the same where it is nil.
    /// - Throws: `NeuroError` if the rows differ in number, fewer than two are left after the washout, a number is not finite, a penalty is negative, or the weights are all 0.
    /// - Complexity: O(n p² + p³ + p² q) for n rows, p features and q outputs; `leastSquares` about ten times that, `crossValidated` about as often as there are folds.
    public func fit(_ states: Matrix, _ targets: Matrix, washout: Int = 0, weights: Vector? = nil) throws -> LinearReadout {
        try check()
        try LinearReadout.check(states, targets)
        try Check.atLeast(0, washout, "washout")
        let rows = states.rows - min(washout, states.rows)
        guard rows >= 2 else {
            throw NeuroError.tooShort(name: "states", count: states.rows, needed: washout > Int.max - 2 ? washout : washout + 2, why: "a fit after a washout of \(washout)")
        }
        let first = states.rows - rows
        var used: [Double]?
        if let weights {
            guard weights.count == states.rows else {
                throw NeuroError.shape(name: "weights", shape: [weights.count], must: "one for each of the \(states.rows) rows")
            }
            used = Array(weights.elements[first...])
            try LinearReadout.check(weights: weights.elements, sum: used)
        }
        if case .ridge(let penalty) = self, used == nil { return try LinearReadout(ridge: penalty, states, targets, from: first) }
        var x = Array(states.elements[(first * states.columns)...])
        return try LinearReadout(
            self, features: &x, targets: Array(targets.elements[(first * targets.columns)...]), rows: rows, outputs: targets.columns, weights: used)
    }

    /// The same for one output.
    public func fit(_ states: Matrix, _ targets: Vector, washout: Int = 0, weights: Vector? = nil) throws -> LinearReadout {
        try fit(states, Matrix.column(targets), washout: washout, weights: weights)
    }

    func check() throws {
        switch self {
        case .ridge(let penalty): try Check.notNegative(penalty, "the ridge penalty")
        case .leastSquares: break
        case .gcv(let penalties): try Self.check(penalties)
        case .crossValidated(let penalties, let folds, let gap):
            try Self.check(penalties)
            try Check.atLeast(2, folds, "folds")
            try Check.atLeast(0, gap, "gap")
        }
    }

    static func check(_ penalties: Vector) throws {
        guard !penalties.isEmpty else { throw NeuroError.shape(name: "penalties", shape: [0], must: "at least one penalty") }
        for (index, penalty) in penalties.elements.enumerated() { try Check.notNegative(penalty, "penalties[\(index)]") }
    }
}
