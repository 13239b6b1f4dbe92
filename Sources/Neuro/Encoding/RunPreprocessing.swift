import Linear

/// Removes the mean and the straight line from each column, within each run, by least squares.
///
/// - Parameters:
///   - series: samples x voxels.
///   - runs: the run of each sample, each run one block; empty if all is one run.
/// - Returns: the residuals. A run of one or two samples becomes 0, and so does a column that is a straight line but for rounding.
/// - Throws: `NeuroError` if there is not one label per sample, a run comes in two pieces, the series is empty or holds a value that is not finite.
/// - Complexity: O(samples · voxels).
public func detrendRuns(_ series: Matrix, runs: [Int] = []) throws -> Matrix {
    var result = series
    try detrend(&result, runs)
    return result
}

/// `detrendRuns(_:runs:)` for single precision; the sums are taken in double precision.
public func detrendRuns(_ series: FloatMatrix, runs: [Int] = []) throws -> FloatMatrix {
    var result = series
    try detrend(&result, runs)
    return result
}

/// `detrendRuns(_:runs:)` without a copy.
func detrend<Scalar: LinearScalar>(_ series: inout MatrixOf<Scalar>, _ runs: [Int]) throws {
    try eachRun(of: &series, runs) { values, columns, rows in
        // Against 1 and τ = t − mean(t), which are orthogonal: the mean, and Σ τ y / Σ τ².
        let centre = Double(rows.count - 1) / 2
        var means = [Double](repeating: 0, count: columns)
        var slopes = means
        var power = 0.0
        for (t, row) in rows.enumerated() {
            let tau = Double(t) - centre
            power += tau * tau
            for column in 0 ..< columns {
                means[column] += Double(values[row * columns + column])
                slopes[column] += tau * Double(values[row * columns + column])
            }
        }
        for column in 0 ..< columns {
            means[column] /= Double(rows.count)
            slopes[column] = power > 0 ? slopes[column] / power : 0
        }
        var squares = [Double](repeating: 0, count: columns)
        for (t, row) in rows.enumerated() {
            let tau = Double(t) - centre
            for column in 0 ..< columns {
                let residual = Double(values[row * columns + column]) - means[column] - tau * slopes[column]
                values[row * columns + column] = Scalar(residual)
                squares[column] += residual * residual
            }
        }
        // What rounding leaves of a straight line is not a signal, and would look like one as soon as it is z-scored.
        for column in 0 ..< columns {
            let size = abs(means[column]) + centre * abs(slopes[column])
            if (squares[column] / Double(rows.count)).squareRoot() <= roundingNoise(Scalar.self) * size { for row in rows { values[row * columns + column] = 0 } }
        }
    }
}

/// Subtracts the mean of each column and divides by its standard deviation (the root of the mean square, not of n − 1), within each run.
///
/// - Parameters:
///   - series: samples x voxels.
///   - runs: the run of each sample, each run one block; empty if all is one run.
/// - Returns: the z-scores; a column that is constant in a run becomes 0 there.
/// - Throws: `NeuroError` if there is not one label per sample, a run comes in two pieces, the series is empty or holds a value that is not finite.
/// - Complexity: O(samples · voxels).
public func zscoreRuns(_ series: Matrix, runs: [Int] = []) throws -> Matrix {
    var result = series
    try zscore(&result, runs)
    return result
}

/// `zscoreRuns(_:runs:)` for single precision; the sums are taken in double precision.
public func zscoreRuns(_ series: FloatMatrix, runs: [Int] = []) throws -> FloatMatrix {
    var result = series
    try zscore(&result, runs)
    return result
}

/// `zscoreRuns(_:runs:)` without a copy.
func zscore<Scalar: LinearScalar>(_ series: inout MatrixOf<Scalar>, _ runs: [Int]) throws {
    try eachRun(of: &series, runs) { values, columns, rows in
        var means = [Double](repeating: 0, count: columns)
        var scales = means
        let noise = roundingNoise(Scalar.self)
        for row in rows {
            for column in 0 ..< columns { means[column] += Double(values[row * columns + column]) }
        }
        for column in 0 ..< columns { means[column] /= Double(rows.count) }
        for row in rows {
            for column in 0 ..< columns {
                let deviation = Double(values[row * columns + column]) - means[column]
                values[row * columns + column] = Scalar(deviation)
                scales[column] += deviation * deviation
            }
        }
        for column in 0 ..< columns {
            let deviation = (scales[column] / Double(rows.count)).squareRoot()
            // What rounding leaves of a constant column is not a signal.
            scales[column] = deviation > noise * abs(means[column]) ? 1 / deviation : 0
        }
        for row in rows {
            for column in 0 ..< columns { values[row * columns + column] *= Scalar(scales[column]) }
        }
    }
}

/// What may be left of numbers by rounding, relative to them.
private func roundingNoise<Scalar: LinearScalar>(_: Scalar.Type) -> Double { Scalar.self == Float.self ? 1e-7 : 1e-12 }

/// Lets `change` work on the rows of each run.
private func eachRun<Scalar: LinearScalar>(
    of series: inout MatrixOf<Scalar>, _ runs: [Int], _ change: (UnsafeMutableBufferPointer<Scalar>, _ columns: Int, _ rows: Range<Int>) -> Void
) throws {
    try Check.squarable(series, "series")
    let blocks = try RunBlocks(runs, samples: series.rows)
    let columns = series.columns
    try series.withUnsafeMutableBufferPointer { values in
        for (index, range) in blocks.ranges.enumerated() {
            change(values, columns, range)
            try Progress.check(index + 1, of: blocks.ranges.count)
        }
    }
}
