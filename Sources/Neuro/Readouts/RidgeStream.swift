import Linear

/// Ridge regression on rows that come in blocks and need not be kept: means and centred products are summed in double precision, and the weights are found from the sums whenever they are wanted.
///
/// ```swift
/// var stream = try RidgeStream(features: esn.units, outputs: 1)
/// for trial in trials { try stream.add(esn.run(trial.input), trial.targets) }
/// let readout = try stream.fit(penalty: 1e-6)
/// ```
///
/// A block is centred on its own means, and what lies between its means and those of all before it is added as one row more, so that nothing is lost to means far from 0
/// (T. F. Chan, G. H. Golub, R. J. LeVeque, Am. Stat. 37 (1983), doi:10.1080/00031305.1983.10483115). The result is that of `Readout.ridge` on all rows at once, to rounding.
/// Memory: features² + features · outputs numbers.
public struct RidgeStream: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How many numbers a state has.
    public var features: Int { equations.features }
    /// How many outputs there are.
    public var outputs: Int { equations.outputs }
    /// How many rows were added.
    public private(set) var rows = 0
    /// The sum of their weights.
    public private(set) var totalWeight = 0.0
    private var equations: RidgeEquations
    private var means: [Double]
    private var targetMeans: [Double]
    /// The centred sum of squares of each target.
    private var squares: [Double]

    /// No rows yet.
    ///
    /// - Throws: `NeuroError.invalid` for fewer than 1 feature or output, `LinearError.tooLarge` if the equations do not fit in memory.
    public init(features: Int, outputs: Int = 1) throws {
        try Check.atLeast(1, features, "features")
        try Check.atLeast(1, outputs, "outputs")
        equations = try RidgeEquations(features: features, outputs: outputs)
        means = [Double](repeating: 0, count: features)
        targetMeans = [Double](repeating: 0, count: outputs)
        squares = targetMeans
    }

    /// Adds rows.
    ///
    /// - Parameters:
    ///   - states: a row for each step, a column for each feature.
    ///   - targets: as many rows, a column for each output.
    ///   - weights: how much the error of each row counts, at least 0; 1 where it is nil.
    /// - Throws: `NeuroError` for another number of features, outputs, rows or weights, for numbers that are not finite, and weights that are negative or all 0. Nothing is added then.
    public mutating func add(_ states: Matrix, _ targets: Matrix, weights: Vector? = nil) throws {
        try LinearReadout.check(states, targets)
        guard states.columns == features else { throw NeuroError.shape(name: "states", shape: states.shape, must: "of \(features) columns, one for each feature") }
        guard targets.columns == outputs else { throw NeuroError.shape(name: "targets", shape: targets.shape, must: "of \(outputs) columns, one for each output") }
        if let weights {
            guard weights.count == states.rows else {
                throw NeuroError.shape(name: "weights", shape: [weights.count], must: "one for each of the \(states.rows) rows")
            }
            try LinearReadout.check(weights: weights.elements, sum: nil)
        }
        var x = states.elements, y = targets.elements
        let count = states.rows, sum = weights?.elements.reduce(0, +) ?? Double(count)
        let blockMeans = LinearReadout.centre(&x, rows: count, columns: features, weights?.elements)
        let blockTargetMeans = LinearReadout.centre(&y, rows: count, columns: outputs, weights?.elements)
        var next = self
        next.rows += count
        next.totalWeight += sum
        for (index, value) in y.enumerated() { next.squares[index % outputs] += value * value }
        if totalWeight > 0 {
            // n m / (n + m) times the outer product of the difference of the means.
            let root = (totalWeight * (sum / next.totalWeight)).squareRoot()
            x += zip(blockMeans, means).map { root * ($0 - $1) }
            let difference = zip(blockTargetMeans, targetMeans).map { root * ($0 - $1) }
            y += difference
            for o in 0 ..< outputs { next.squares[o] += difference[o] * difference[o] }
        }
        let share = sum / next.totalWeight
        for i in 0 ..< features { next.means[i] += share * (blockMeans[i] - means[i]) }
        for o in 0 ..< outputs { next.targetMeans[o] += share * (blockTargetMeans[o] - targetMeans[o]) }
        try next.equations.add(x, y, rows: x.count / features) { try Progress.check($0) }
        self = next
    }

    /// The weights for one penalty (see `Readout.ridge`).
    ///
    /// - Throws: `NeuroError` for a penalty that is negative, or fewer than two rows.
    public func fit(penalty: Double) throws -> LinearReadout {
        try Check.notNegative(penalty, "penalty")
        try checkRows()
        return try LinearReadout(centred: equations.weights(penalty: penalty), means: means, targetMeans: targetMeans, penalty: penalty, path: nil)
    }

    /// The weights for the penalty that generalised cross-validation prefers (see `Readout.gcv`).
    ///
    /// The squared error of a fit is here a difference of sums: errors below 10⁻⁷ of the targets' deviation are rounding.
    /// - Throws: `NeuroError` for no penalty or one that is negative, or fewer than two rows.
    public func fit(penalties: Vector) throws -> LinearReadout {
        try Readout.check(penalties)
        try checkRows()
        let eigen = try RidgeEigen(equations)
        let rest = zip(squares, eigen.explained).map { max(0, $0 - $1) }
        let path = PenaltyPath(
            penalties: penalties, errors: try eigen.criterion(penalties, rows: rows, leastSquares: rest), variances: squares.map { $0 / Double(rows) })
        return try LinearReadout(centred: eigen.weights(penalty: path.penalty), means: means, targetMeans: targetMeans, penalty: path.penalty, path: path)
    }

    /// How many rows of how many numbers.
    public var description: String { "RidgeStream(features: \(features), outputs: \(outputs), rows: \(rows))" }

    private func checkRows() throws {
        guard rows >= 2 else { throw NeuroError.tooShort(name: "the stream", count: rows, needed: 2, why: "a fit") }
    }
}
