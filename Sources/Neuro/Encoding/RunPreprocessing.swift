import Linear

/// Removes the mean and the straight line from each column, within each run, by least squares.
///
/// - Parameters:
///   - series: samples x voxels.
///   - runs: the run of each sample, each run one block; empty if all is one run.
/// - Returns: the residuals. A run of one or two samples becomes 0.
/// - Throws: `NeuroError` if there is not one label per sample, a run comes in two pieces, the series is empty or holds a value that is not finite.
/// - Complexity: O(samples · voxels).
public func detrendRuns(_ series: Matrix, runs: [Int] = []) throws -> Matrix {
    try eachRun(of: series, runs) { values, columns, rows in
        // Against 1 and τ = t − mean(t), which are orthogonal: the mean, and Σ τ y / Σ τ².
        let centre = Double(rows.count - 1) / 2
        var means = [Double](repeating: 0, count: columns)
        var slopes = means
        var power = 0.0
        for (t, row) in rows.enumerated() {
            let tau = Double(t) - centre
            power += tau * tau
            for column in 0 ..< columns {
                means[column] += values[row * columns + column]
                slopes[column] += tau * values[row * columns + column]
            }
        }
        for column in 0 ..< columns {
            means[column] /= Double(rows.count)
            slopes[column] = power > 0 ? slopes[column] / power : 0
        }
        for (t, row) in rows.enumerated() {
            let tau = Double(t) - centre
            for column in 0 ..< columns { values[row * columns + column] -= means[column] + tau * slopes[column] }
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
    try eachRun(of: series, runs) { values, columns, rows in
        var means = [Double](repeating: 0, count: columns)
        var scales = means
        for row in rows {
            for column in 0 ..< columns { means[column] += values[row * columns + column] }
        }
        for column in 0 ..< columns { means[column] /= Double(rows.count) }
        for row in rows {
            for column in 0 ..< columns {
                let deviation = values[row * columns + column] - means[column]
                values[row * columns + column] = deviation
                scales[column] += deviation * deviation
            }
        }
        for column in 0 ..< columns {
            let deviation = (scales[column] / Double(rows.count)).squareRoot()
            // What rounding leaves of a constant column is not a signal.
            scales[column] = deviation > 1e-12 * abs(means[column]) ? 1 / deviation : 0
        }
        for row in rows {
            for column in 0 ..< columns { values[row * columns + column] *= scales[column] }
        }
    }
}

/// Lets `change` work on the rows of each run, in a copy of the series.
private func eachRun(
    of series: Matrix, _ runs: [Int], _ change: (UnsafeMutableBufferPointer<Double>, _ columns: Int, _ rows: Range<Int>) -> Void
) throws -> Matrix {
    try Check.finite(series, "series")
    let blocks = try RunBlocks(runs, samples: series.rows)
    var result = series
    try result.withUnsafeMutableBufferPointer { values in
        for (index, range) in blocks.ranges.enumerated() {
            change(values, series.columns, range)
            try Progress.check(index + 1, of: blocks.ranges.count)
        }
    }
    return result
}
