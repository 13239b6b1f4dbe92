import CKernels
import Linear

extension LinearReadout {
    /// Finds the weights from `rows` rows of features, which are used up (centred on return), and targets.
    ///
    /// Centring makes the intercept free of the penalty and takes the largest eigenvalue out of the normal equations, which then lose least to
    /// rounding. `parts` says how the progress of this call counts within a larger one. With weights of the rows, means are weighted, and rows
    /// are multiplied by the roots of their weights.
    package init(
        _ readout: Readout, features x: inout [Double], targets: [Double], rows: Int, outputs: Int, weights rowWeights: [Double]? = nil, part: Int = 0,
        of parts: Int = 1
    ) throws {
        let columns = x.count / rows
        var y = targets
        func report(_ fraction: Double) throws { try Progress.check((Double(part) + fraction) / Double(parts)) }

        var path: PenaltyPath?
        if case .crossValidated(let penalties, let folds, let gap) = readout {
            guard rowWeights == nil else { throw NeuroError.invalid(name: "weights", value: "given", must: "nil for .crossValidated; use .gcv, which takes them") }
            path = try Self.crossValidated(x, y, rows: rows, outputs: outputs, penalties, folds, gap)
        }
        let means = Self.centre(&x, rows: rows, columns: columns, rowWeights)
        let targetMeans = Self.centre(&y, rows: rows, columns: outputs, rowWeights)
        // What one number more or less in Cholesky's share of the work would not tell.
        let summing = 1 / (1 + Double(columns) / 3 / Double(rows))
        func equations() throws -> RidgeEquations {
            var result = try RidgeEquations(features: columns, outputs: outputs)
            try result.add(x, y, rows: rows) { try report($0 * summing) }
            return result
        }
        var penalty: Double?
        let weights: [Double]
        switch readout {
        case .ridge(let given):
            penalty = given
            weights = try equations().weights(penalty: given)
        case .crossValidated:
            penalty = path?.penalty
            weights = try equations().weights(penalty: penalty ?? 0)
        case .gcv(let penalties):
            let eigen = try RidgeEigen(equations())
            let rest = Self.squaredErrors(eigen.weights(penalty: 0), x, y, rows: rows, columns: columns, outputs: outputs)
            let errors = try eigen.criterion(penalties, rows: rows, leastSquares: rest)
            let chosen = PenaltyPath(penalties: penalties, errors: errors, variances: Self.squares(y, outputs: outputs).map { $0 / Double(rows) })
            (path, penalty) = (chosen, chosen.penalty)
            weights = eigen.weights(penalty: chosen.penalty)
        case .leastSquares:
            let (features, targets) = (x, y)
            let operations = 10 * Double(rows) * Double(columns) * Double(min(rows, columns))
            weights = try Abandonable.run(operations: operations) {
                try Self.leastSquares(features, targets, rows: rows, columns: columns, outputs: outputs)
            }
        }
        try self.init(centred: weights, means: means, targetMeans: targetMeans, penalty: penalty, path: path)
    }

    /// Weights that were found on centred features and targets, with the intercept that belongs to them.
    init(centred weights: [Double], means: [Double], targetMeans: [Double], penalty: Double?, path: PenaltyPath?) throws {
        guard weights.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the readout's weights are not finite: the features or the targets are too large; scale them")
        }
        let outputs = targetMeans.count
        var intercept = targetMeans
        for (i, mean) in means.enumerated() {
            for o in 0 ..< outputs { intercept[o] -= mean * weights[i * outputs + o] }
        }
        self.init(features: means.count, outputs: outputs, coefficients: weights, constants: intercept, penalty: penalty, path: path)
    }

    /// Throws unless both have elements, all finite, and as many rows.
    static func check(_ states: Matrix, _ targets: Matrix) throws {
        try Check.finite(states, "states")
        guard targets.rows == states.rows else {
            throw NeuroError.shape(name: "targets", shape: targets.shape, must: "of \(states.rows) rows, one for each state")
        }
        try Check.finite(targets, "targets")
    }

    /// Throws unless the weights of rows are finite, none below 0, and those that count not all 0.
    static func check(weights: [Double], sum counted: [Double]?) throws {
        for (index, weight) in weights.enumerated() { try Check.notNegative(weight, "weights[\(index)]") }
        let sum = (counted ?? weights).reduce(0, +)
        guard sum > 0, sum.isFinite else { throw NeuroError.invalid(name: "weights", value: "\(sum) in sum", must: "above 0 and finite in sum") }
    }

    /// Takes the mean off every column, and multiplies rows by the roots of their weights; returns the means.
    static func centre(_ x: inout [Double], rows: Int, columns: Int, _ weights: [Double]? = nil) -> [Double] {
        var means = [Double](repeating: 0, count: columns)
        x.withUnsafeMutableBufferPointer { x in
            means.withUnsafeMutableBufferPointer { means in
                if let weights {
                    for row in 0 ..< rows {
                        for column in 0 ..< columns { means[column] += weights[row] * x[row * columns + column] }
                    }
                    let sum = weights.reduce(0, +)
                    for column in 0 ..< columns { means[column] /= sum }
                    for row in 0 ..< rows {
                        let root = weights[row].squareRoot()
                        for column in 0 ..< columns { x[row * columns + column] = (x[row * columns + column] - means[column]) * root }
                    }
                    return
                }
                guard let x = x.baseAddress, let row = means.baseAddress else { return }
                Self.average(UnsafePointer(x), rows: rows, columns: columns, into: row)
                engram_subtract_row_f64(x, rows, columns, row, x)
            }
        }
        return means
    }

    /// The mean of every column, added to zeros.
    private static func average(_ x: UnsafePointer<Double>, rows: Int, columns: Int, into means: UnsafeMutablePointer<Double>) {
        engram_add_rows_f64(x, rows, columns, means)
        for column in 0 ..< columns { means[column] /= Double(rows) }
    }

    /// Ridge regression on the rows of `states` and `targets` from `first` on, which are centred block by block: beside them it needs a block and the equations, and gives the bits of the form above.
    init(ridge penalty: Double, _ states: Matrix, _ targets: Matrix, from first: Int) throws {
        let rows = states.rows - first, columns = states.columns, outputs = targets.columns
        var equations = try RidgeEquations(features: columns, outputs: outputs)
        var means = [Double](repeating: 0, count: columns), targetMeans = [Double](repeating: 0, count: outputs)
        try states.withUnsafeBufferPointer { x in
            try targets.withUnsafeBufferPointer { y in
                guard let x = x.baseAddress.map({ $0 + first * columns }), let y = y.baseAddress.map({ $0 + first * outputs }) else { return }
                Self.average(x, rows: rows, columns: columns, into: &means)
                Self.average(y, rows: rows, columns: outputs, into: &targetMeans)
                let height = min(rows, equations.block)
                var centred = [Double](repeating: 0, count: height * columns), centredTargets = [Double](repeating: 0, count: height * outputs)
                for start in stride(from: 0, to: rows, by: height) {
                    let count = min(height, rows - start)
                    engram_subtract_row_f64(x + start * columns, count, columns, means, &centred)
                    engram_subtract_row_f64(y + start * outputs, count, outputs, targetMeans, &centredTargets)
                    try equations.add(centred, centredTargets, rows: count) { try Progress.check((Double(start) + $0 * Double(count)) / Double(rows)) }
                }
            }
        }
        try self.init(centred: equations.weights(penalty: penalty), means: means, targetMeans: targetMeans, penalty: penalty, path: nil)
    }

    /// The sum of squares of each column.
    private static func squares(_ y: [Double], outputs: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: outputs)
        for (index, value) in y.enumerated() { sums[index % outputs] += value * value }
        return sums
    }

    /// The squared errors, per output, of weights on rows that are centred.
    private static func squaredErrors(_ weights: [Double], _ x: [Double], _ y: [Double], rows: Int, columns: Int, outputs: Int) -> [Double] {
        var rest = y
        x.withUnsafeBufferPointer { x in
            weights.withUnsafeBufferPointer { w in
                rest.withUnsafeMutableBufferPointer { r in
                    guard let x = x.baseAddress, let w = w.baseAddress, let r = r.baseAddress else { return }
                    BLAS.multiply(m: rows, n: outputs, k: columns, alpha: -1, x, strideA: columns, w, strideB: outputs, beta: 1, r, strideC: outputs)
                }
            }
        }
        return squares(rest, outputs: outputs)
    }

    private static func crossValidated(
        _ x: [Double], _ y: [Double], rows: Int, outputs: Int, _ penalties: Vector, _ folds: Int, _ gap: Int
    ) throws -> PenaltyPath {
        let cuts = try Folds.separated(folds, gap: gap).folds(samples: rows)
        let solver = try RidgeSolver(
            Matrix(rows: rows, columns: x.count / rows, elements: x), Matrix(rows: rows, columns: outputs, elements: y), intercept: true)
        let scores = try solver.scores(alphas: penalties.elements, folds: cuts, metric: .negativeMeanSquaredError, parts: cuts.count + 1)
        var centred = y
        _ = centre(&centred, rows: rows, columns: outputs)
        return PenaltyPath(
            penalties: penalties, errors: try Matrix(rows: scores.rows, columns: scores.columns, elements: scores.elements.map { -$0 }),
            variances: squares(centred, outputs: outputs).map { $0 / Double(rows) })
    }

    private static func leastSquares(_ x: [Double], _ y: [Double], rows: Int, columns: Int, outputs: Int) throws -> [Double] {
        let rank = min(rows, columns)
        var a = x
        var values = [Double](repeating: 0, count: rank)
        var u = [Double](repeating: 0, count: rows * rank)
        var vt = [Double](repeating: 0, count: rank * columns)
        var projected = [Double](repeating: 0, count: rank * outputs)
        var solution = [Double](repeating: 0, count: columns * outputs)
        let converged = a.withUnsafeMutableBufferPointer { a in
            values.withUnsafeMutableBufferPointer { s in
                u.withUnsafeMutableBufferPointer { u in
                    vt.withUnsafeMutableBufferPointer { vt in
                        guard let a = a.baseAddress, let s = s.baseAddress else { return true }
                        return LAPACK.singularValues(m: rows, n: columns, a, values: s, u: u.baseAddress, vt: vt.baseAddress)
                    }
                }
            }
        }
        guard converged else { throw NeuroError.diverged(what: "the singular values of the readout's features did not converge; use .ridge") }
        u.withUnsafeBufferPointer { u in
            y.withUnsafeBufferPointer { y in
                projected.withUnsafeMutableBufferPointer { p in
                    guard let u = u.baseAddress, let y = y.baseAddress, let p = p.baseAddress else { return }
                    BLAS.multiply(transposeA: true, m: rank, n: outputs, k: rows, u, strideA: rank, y, strideB: outputs, p, strideC: outputs)
                }
            }
        }
        let least = (values.first ?? 0) * Double(max(rows, columns)) * 0x1p-52
        for i in 0 ..< rank {
            for o in 0 ..< outputs { projected[i * outputs + o] = values[i] > least ? projected[i * outputs + o] / values[i] : 0 }
        }
        vt.withUnsafeBufferPointer { vt in
            projected.withUnsafeBufferPointer { p in
                solution.withUnsafeMutableBufferPointer { s in
                    guard let vt = vt.baseAddress, let p = p.baseAddress, let s = s.baseAddress else { return }
                    BLAS.multiply(transposeA: true, m: columns, n: outputs, k: rank, vt, strideA: columns, p, strideB: outputs, s, strideC: outputs)
                }
            }
        }
        return solution
    }
}
