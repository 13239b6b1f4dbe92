import Linear

/// Scores of rows of measured and predicted series in any order, many times over.
struct ScoreProducts {
    private let observed: [Double]
    private let predicted: [Double]
    private let columns: Int
    private let score: CrossValidationScore

    init(_ observed: Matrix, _ predicted: Matrix, _ score: CrossValidationScore) throws {
        guard observed.shape == predicted.shape else {
            throw NeuroError.shape(name: "predicted", shape: predicted.shape, must: "\(observed.rows) x \(observed.columns), as observed")
        }
        try Check.squarable(observed, "observed")
        try Check.squarable(predicted, "predicted")
        // Less the means of all rows, so that sums over some rows lose no digits. An error is y − p whatever is taken off both.
        let means = try observed.mean(each: .column)
        self.observed = try (observed - means).elements
        self.predicted = try (predicted - means).elements
        (columns, self.score) = (observed.columns, score)
    }

    /// The score of each column, of the rows `rows` of what was measured with the rows `others` of what was predicted. 0 where one of the two is constant.
    func scores(_ rows: [Int], against others: [Int]) -> [Double] {
        var result = [Double](repeating: 0, count: columns)
        let width = 256
        let tiles = (columns + width - 1) / width
        result.withUnsafeMutableBufferPointer { result in
            // Each tile writes its own columns.
            nonisolated(unsafe) let result = result
            Threads.share(tiles) { _, tile in
                let range = tile * width ..< min(columns, (tile + 1) * width)
                addScores(rows, others, range, into: result)
            }
        }
        return result
    }

    private func addScores(_ rows: [Int], _ others: [Int], _ range: Range<Int>, into result: UnsafeMutableBufferPointer<Double>) {
        let (width, count) = (range.count, Double(rows.count))
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 6 * width) { sums in
            sums.update(repeating: 0)
            guard let y = sums.baseAddress else { return }
            let (p, yy, pp, yp, error) = (y + width, y + 2 * width, y + 3 * width, y + 4 * width, y + 5 * width)
            observed.withUnsafeBufferPointer { observed in
                predicted.withUnsafeBufferPointer { predicted in
                    guard let o = observed.baseAddress, let q = predicted.baseAddress else { return }
                    for (row, other) in zip(rows, others) {
                        let (a, b) = (o + row * columns + range.lowerBound, q + other * columns + range.lowerBound)
                        for t in 0 ..< width {
                            let (u, v) = (a[t], b[t])
                            y[t] += u
                            p[t] += v
                            yy[t] += u * u
                            pp[t] += v * v
                            yp[t] += u * v
                            error[t] += (u - v) * (u - v)
                        }
                    }
                }
            }
            for t in 0 ..< width {
                let (powerY, powerP) = (yy[t] - y[t] * y[t] / count, pp[t] - p[t] * p[t] / count)
                // What rounding leaves of a constant column is not a signal.
                let (varies, follows) = (powerY > 1e-14 * yy[t], powerP > 1e-14 * pp[t])
                switch score {
                case .negativeMeanSquaredError: result[range.lowerBound + t] = -error[t] / count
                case .r2: result[range.lowerBound + t] = varies ? 1 - error[t] / powerY : 0
                case .correlation:
                    let product = yp[t] - y[t] * p[t] / count
                    result[range.lowerBound + t] = varies && follows ? max(-1, min(1, product / (powerY.squareRoot() * powerP.squareRoot()))) : 0
                }
            }
        }
    }
}
