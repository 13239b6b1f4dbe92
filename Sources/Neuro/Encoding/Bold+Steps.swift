import Linear

// The steps of a pipeline, each within the runs.

extension Bold {
    /// Without the mean and the straight line of each run; see `detrendRuns`.
    public func detrended() throws -> Bold { Bold(try detrendRuns(series, runs: runs), like: self) }

    /// Each voxel with mean 0 and standard deviation 1 in each run; a voxel that is constant in a run is 0 there. See `zscoreRuns`.
    public func zscored() throws -> Bold { Bold(try zscoreRuns(series, runs: runs), like: self) }

    /// Without what confounds explain of each voxel, in each run apart, by least squares. The mean of each run goes too. Where they explain all of a voxel, as when a run has no more scans than
    /// confounds, it is 0 there: what rounding leaves is no signal.
    ///
    /// - Parameter confounds: scans x confounds, such as `Confounds.values` of all runs; columns that are constant in a run or repeat others do no harm.
    /// - Throws: `NeuroError` unless there is one row for each scan and all numbers are finite.
    public func removing(confounds: Matrix) throws -> Bold {
        try Check.finite(confounds, "confounds")
        guard confounds.rows == scans else { throw NeuroError.shape(name: "confounds", shape: confounds.shape, must: "of \(scans) rows, one for each scan") }
        var parts: [FloatMatrix] = []
        let ranges = try RunBlocks(runs, samples: scans).ranges
        for (index, range) in ranges.enumerated() {
            let own = try series[rows: range]
            let x = try zscoreRuns(confounds[rows: range]).singlePrecision
            // Least squares of least norm, so that columns that are alike share what they explain.
            let fit = try Ridge(alpha: 0).fit(x, own)
            parts.append(Self.withoutRounding(try own - fit.predict(x), of: own))
            try Progress.check(index + 1, of: ranges.count)
        }
        return Bold(try .concatenatingRows(parts), like: self)
    }

    /// `residuals` with 0 for each column that is not longer than what rounding makes of the numbers in `series`.
    private static func withoutRounding(_ residuals: FloatMatrix, of series: FloatMatrix) -> FloatMatrix {
        let width = series.columns
        var largest = [Float](repeating: 0, count: width), squares = [Double](repeating: 0, count: width)
        let (own, left) = (series.elements, residuals.elements)
        for row in 0 ..< series.rows {
            for column in 0 ..< width {
                largest[column] = max(largest[column], abs(own[row * width + column]))
                squares[column] += Double(left[row * width + column]) * Double(left[row * width + column])
            }
        }
        let gone = (0 ..< width).filter { (squares[$0] / Double(max(1, series.rows))).squareRoot() <= 16 * Double(Float.ulpOfOne) * Double(largest[$0]) }
        guard !gone.isEmpty else { return residuals }
        var result = residuals
        result.withUnsafeMutableBufferPointer { values in
            for row in 0 ..< series.rows { for column in gone { values[row * width + column] = 0 } }
        }
        return result
    }

    /// Some of the runs, in the order in which they were recorded.
    ///
    /// - Throws: `NeuroError` if there is none, or one does not occur.
    public func selecting(runs chosen: [Int]) throws -> Bold {
        let occurring = Set(runs)
        guard !chosen.isEmpty, chosen.allSatisfy(occurring.contains) else {
            throw NeuroError.invalid(name: "runs", value: "\(chosen)", must: "some of the runs \(occurring.sorted())")
        }
        let rows = runs.indices.filter { chosen.contains(runs[$0]) }
        return Bold(try series.selectingRows(rows), like: self, runs: rows.map { runs[$0] })
    }

    /// Without the first and the last scans of each run: those before the signal is steady, and what follows the stimuli.
    ///
    /// - Throws: `NeuroError.invalid` unless each run keeps a scan.
    public func trimmed(first: Int = 0, last: Int = 0) throws -> Bold {
        try Check.atLeast(0, first, "first")
        try Check.atLeast(0, last, "last")
        let ranges = try RunBlocks(runs, samples: scans).ranges
        guard ranges.allSatisfy({ first < $0.count && last < $0.count - first }) else {
            throw NeuroError.invalid(
                name: "first and last", value: "\(first) and \(last)", must: "fewer scans than the shortest run has, which are \(ranges.map(\.count).min() ?? 0)")
        }
        let rows = ranges.flatMap { Array($0.lowerBound + first ..< $0.upperBound - last) }
        return Bold(try series.selectingRows(rows), like: self, runs: rows.map { runs[$0] })
    }

    /// The average of runs that repeat the same stimuli, as one run.
    ///
    /// - Throws: `NeuroError.invalid` if the runs differ in length.
    public func averagedRuns() throws -> Bold {
        let repeats = try self.repeats()
        let sum = try repeats.dropFirst().reduce(repeats[0]) { try $0 + $1 }
        return Bold(sum * (1 / Float(repeats.count)), like: self, runs: Array(repeating: 0, count: sum.rows))
    }

    /// The runs apart, which must be of the same length.
    func repeats() throws -> [FloatMatrix] {
        let ranges = try RunBlocks(runs, samples: scans).ranges
        guard ranges.allSatisfy({ $0.count == ranges[0].count }) else {
            throw NeuroError.invalid(name: "runs", value: "of \(ranges.map(\.count)) scans", must: "of the same length, as repeats of the same stimuli are")
        }
        return try ranges.map { try series[rows: $0] }
    }
}
