import Linear

// The scores of one fold for a tile of targets. Predictions live only in the working memory of the tile: they are made, combined and compared with what
// was measured while they are in the cache.

extension RidgeFold {
    /// How many held-out rows are summed in the precision of the data before the sum goes to double precision.
    private static var rowsPerSum: Int { 16 }

    /// Adds the scores of this fold, divided by `folds`, to `scores` (penalties x `targets`) in the columns `columns`.
    func addScores(
        _ y: UnsafePointer<Scalar>, targets: Int, columns: Range<Int>, centred: Bool, metric: CrossValidationScore, folds: Int,
        workspace: UnsafeMutablePointer<Scalar>, sums: UnsafeMutablePointer<Double>, into scores: UnsafeMutablePointer<Double>
    ) {
        let width = columns.count
        let trainY = workspace
        let testY = trainY + train.count * width
        let projected = testY + test.count * width
        let basis = projected + rank * width
        let combined = basis + size * blockRows * width
        let partial = combined + (combination.isEmpty ? 0 : alphaCount * blockRows * width)

        gather(y, targets, columns, centred, trainY, testY)
        if rank > 0 {
            left.withUnsafeBufferPointer { left in
                guard let left = left.baseAddress else { return }
                BLAS.multiply(m: rank, n: width, k: train.count, left, strideA: train.count, trainY, strideB: width, projected, strideC: width)
            }
        }
        sums.update(repeating: 0, count: 3 * alphaCount * width)
        var first = 0
        while first < test.count {
            let rows = min(blockRows, test.count - first)
            predict(first, rows, width, projected, basis, combined)
            let predictions = UnsafePointer(combination.isEmpty ? basis : combined)
            let observed = UnsafePointer(testY + first * width)
            if metric == .correlation {
                addMoments(predictions, observed, rows, width, partial, sums)
            } else {
                addErrors(predictions, observed, rows, width, partial, sums)
            }
            first += rows
        }
        finish(testY, columns, metric, folds, targets, sums, scores)
    }

    /// Copies the tile's targets apart into training and test samples, less the training mean where an intercept is fitted.
    private func gather(
        _ y: UnsafePointer<Scalar>, _ targets: Int, _ columns: Range<Int>, _ centred: Bool,
        _ trainY: UnsafeMutablePointer<Scalar>, _ testY: UnsafeMutablePointer<Scalar>
    ) {
        let width = columns.count
        for (i, row) in train.enumerated() { (trainY + i * width).update(from: y + row * targets + columns.lowerBound, count: width) }
        for (i, row) in test.enumerated() { (testY + i * width).update(from: y + row * targets + columns.lowerBound, count: width) }
        guard centred else { return }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { means in
            guard let means = means.baseAddress else { return }
            means.update(repeating: 0, count: width)
            for i in train.indices { for t in 0 ..< width { means[t] += Double(trainY[i * width + t]) } }
            for t in 0 ..< width { means[t] /= Double(train.count) }
            for i in train.indices { for t in 0 ..< width { trainY[i * width + t] = Scalar(Double(trainY[i * width + t]) - means[t]) } }
            for i in test.indices { for t in 0 ..< width { testY[i * width + t] = Scalar(Double(testY[i * width + t]) - means[t]) } }
        }
    }

    /// The predictions of `rows` test rows from row `first` on: penalties x rows x targets, in `combined`, or in `basis` where nothing is to be combined.
    private func predict(
        _ first: Int, _ rows: Int, _ width: Int, _ projected: UnsafeMutablePointer<Scalar>, _ basis: UnsafeMutablePointer<Scalar>,
        _ combined: UnsafeMutablePointer<Scalar>
    ) {
        if size == 0 || rank == 0 {
            (combination.isEmpty ? basis : combined).update(repeating: 0, count: alphaCount * rows * width)
            return
        }
        products.withUnsafeBufferPointer { products in
            guard let products = products.baseAddress else { return }
            var function = 0
            for group in groups where group.count > 0 {
                let components = group.components.count
                BLAS.multiply(
                    m: group.count * rows, n: width, k: components,
                    products + group.offset + first * group.count * components, strideA: components,
                    projected + group.components.lowerBound * width, strideB: width,
                    basis + function * rows * width, strideC: width)
                function += group.count
            }
        }
        guard !combination.isEmpty else { return }
        combination.withUnsafeBufferPointer { combination in
            guard let combination = combination.baseAddress else { return }
            BLAS.multiply(
                m: alphaCount, n: rows * width, k: size, combination, strideA: size, basis, strideB: rows * width, combined, strideC: rows * width)
        }
    }

    /// Adds Σ (y − ŷ)² of each penalty and target.
    private func addErrors(
        _ predictions: UnsafePointer<Scalar>, _ observed: UnsafePointer<Scalar>, _ rows: Int, _ width: Int,
        _ partial: UnsafeMutablePointer<Scalar>, _ sums: UnsafeMutablePointer<Double>
    ) {
        for alpha in 0 ..< alphaCount {
            var row = 0
            while row < rows {
                let end = min(row + Self.rowsPerSum, rows)
                partial.update(repeating: 0, count: width)
                for i in row ..< end {
                    let p = predictions + (alpha * rows + i) * width
                    let y = observed + i * width
                    for t in 0 ..< width {
                        let error = y[t] - p[t]
                        partial[t] += error * error
                    }
                }
                let total = sums + alpha * width
                for t in 0 ..< width { total[t] += Double(partial[t]) }
                row = end
            }
        }
    }

    /// Adds Σ ŷ, Σ ŷ² and Σ ŷ y of each penalty and target.
    private func addMoments(
        _ predictions: UnsafePointer<Scalar>, _ observed: UnsafePointer<Scalar>, _ rows: Int, _ width: Int,
        _ partial: UnsafeMutablePointer<Scalar>, _ sums: UnsafeMutablePointer<Double>
    ) {
        for alpha in 0 ..< alphaCount {
            let total = sums + 3 * alpha * width
            for i in 0 ..< rows {
                let p = predictions + (alpha * rows + i) * width
                let y = observed + i * width
                for t in 0 ..< width {
                    let prediction = Double(p[t])
                    total[t] += prediction
                    total[width + t] += prediction * prediction
                    total[2 * width + t] += prediction * Double(y[t])
                }
            }
        }
    }

    /// From sums to scores.
    private func finish(
        _ testY: UnsafePointer<Scalar>, _ columns: Range<Int>, _ metric: CrossValidationScore, _ folds: Int, _ targets: Int,
        _ sums: UnsafePointer<Double>, _ scores: UnsafeMutablePointer<Double>
    ) {
        let width = columns.count
        let count = Double(test.count)
        let share = 1 / Double(folds)
        for t in 0 ..< width {
            var mean = 0.0
            var spread = 0.0
            if metric != .negativeMeanSquaredError {
                for i in test.indices { mean += Double(testY[i * width + t]) }
                mean /= count
                for i in test.indices {
                    let deviation = Double(testY[i * width + t]) - mean
                    spread += deviation * deviation
                }
            }
            for alpha in 0 ..< alphaCount {
                let score: Double
                switch metric {
                case .negativeMeanSquaredError:
                    score = -sums[alpha * width + t] / count
                case .r2:
                    score = spread > 0 ? 1 - sums[alpha * width + t] / spread : 0
                case .correlation:
                    let total = sums + 3 * alpha * width + t
                    let power = total[width] - total[0] * total[0] / count
                    let scale = power > 0 ? power.squareRoot() * spread.squareRoot() : 0
                    score = scale > 0 ? (total[2 * width] - total[0] * mean) / scale : 0
                }
                scores[alpha * targets + columns.lowerBound + t] += score * share
            }
        }
    }
}
