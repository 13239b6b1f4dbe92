import Linear

// Goals, in this order: the numbers of himalaya's RidgeCV (Dupré la Tour et al. 2022, doi:10.1016/j.neuroimage.2022.119728) to rounding; each floating-point
// operation that the choice of α does not need left out; no memory beyond Y, the weights and a tile per thread.
//
// Per fold one decomposition; B = U'Y once; predictions of all α from a few products (`ShrinkageBasis`); the refit scales B per target by s/(s² + α_t) and
// is one product, whatever the α_t. What was not done: X_test V f(α) U' per α (an additional product with all training samples), a refit per α, any array of
// penalties x samples x targets.

/// Fits ridge regressions of many targets on the same features.
struct RidgeSolver<Scalar: LinearScalar> {
    let source: any RidgeSource
    let y: MatrixOf<Scalar>

    /// Targets that are worked on together by one thread: enough for full speed of the products, few enough for the cache and for a quick stop.
    private static var tileColumns: Int { Scalar.self == Float.self ? 256 : 128 }

    /// The same for the weights, whose tiles need no cache: as many as take some 20 ms.
    private func refitColumns(rank: Int) -> Int {
        let perColumn = 2 * Double(rank) * Double(source.samples + source.width)
        return max(Self.tileColumns / 2, min(2 * Self.tileColumns, Int(2e9 / max(1, perColumn)) / 16 * 16))
    }

    /// Targets on features.
    init(_ x: MatrixOf<Scalar>, _ y: MatrixOf<Scalar>, intercept: Bool) throws {
        try Check.squarable(x, "x")
        try Self.check(y, rows: x.rows, of: "x")
        let operations = Double(x.rows) * Double(x.columns) * Double(x.rows <= x.columns ? x.rows : 1)
        let features = try Abandonable.run(operations: operations) { RidgeFeatures(x, centred: intercept) }
        self.init(features, checked: y)
    }

    /// Targets that were checked.
    init(_ source: any RidgeSource, checked y: MatrixOf<Scalar>) { (self.source, self.y) = (source, y) }

    /// Throws unless the targets are finite and as many as the samples.
    static func check(_ y: MatrixOf<Scalar>, rows: Int, of name: String) throws {
        try Check.squarable(y, "y")
        guard y.rows == rows else {
            throw NeuroError.shape(name: "y", shape: y.shape, must: "of \(rows) rows, one for each row of \(name)")
        }
    }

    private func tile(_ index: Int, _ width: Int) -> Range<Int> { index * width ..< min((index + 1) * width, y.columns) }

    /// The cross-validated scores, penalties x targets, averaged over the folds.
    func scores(alphas: [Double], folds: [Folds.Fold], metric: CrossValidationScore, parts: Int) throws -> Matrix {
        let targets = y.columns
        var scores = [Double](repeating: 0, count: alphas.count * targets)
        let width = min(Self.tileColumns, targets)
        var next = 0
        while next < folds.count {
            // As many folds at a time as there are threads to decompose them.
            let batch = Array(folds[next ..< min(next + Threads.limit, folds.count)])
            for fold in try prepare(batch, alphas: alphas, columns: width, part: next, parts: parts) {
                try add(fold, width: width, metric: metric, share: folds.count, part: next, parts: parts, to: &scores)
                next += 1
            }
        }
        return try Matrix(rows: alphas.count, columns: targets, elements: scores)
    }

    /// Decomposes the training samples of some folds, each on a thread.
    private func prepare(_ cuts: [Folds.Fold], alphas: [Double], columns: Int, part: Int, parts: Int) throws -> [RidgeFold<Scalar>] {
        try Progress.check(0, of: 1, part: part, of: parts)
        return try Abandonable.run(operations: source.operations * Double(cuts.count)) { [self] (isAbandoned) throws in
            var folds = [Result<RidgeFold<Scalar>, any Error>?](repeating: nil, count: cuts.count)
            try folds.withUnsafeMutableBufferPointer { buffer in
                let slots = buffer
                try Threads.share(cuts.count, progress: { _ in if isAbandoned() { throw Interrupted() } }) { _, piece in
                    slots[piece] = Result {
                        try RidgeFold(source, train: cuts[piece].train, test: cuts[piece].test, alphas: alphas, tileColumns: columns)
                    }
                }
            }
            return try folds.compactMap { try $0?.get() }
        }
    }

    /// Adds the scores of one fold for all targets.
    private func add(
        _ fold: RidgeFold<Scalar>, width: Int, metric: CrossValidationScore, share: Int, part: Int, parts: Int, to scores: inout [Double]
    ) throws {
        let targets = y.columns
        let tiles = (targets + width - 1) / width
        let workers = min(Threads.limit, tiles)
        let space = fold.workspace(columns: width)
        let sumCount = 3 * fold.alphaCount * width
        let workspace = UnsafeMutablePointer<Scalar>.allocate(capacity: space * workers)
        let sums = UnsafeMutablePointer<Double>.allocate(capacity: sumCount * workers)
        defer {
            workspace.deallocate()
            sums.deallocate()
        }
        workspace.initialize(repeating: 0, count: space * workers)
        sums.initialize(repeating: 0, count: sumCount * workers)
        try y.withUnsafeBufferPointer { y in
            try scores.withUnsafeMutableBufferPointer { scores in
                guard let y = y.baseAddress, let scores = scores.baseAddress else { return }
                try Threads.share(tiles, progress: { try Progress.check($0, of: tiles, part: part, of: parts) }) { worker, piece in
                    fold.addScores(
                        y, targets: targets, columns: tile(piece, width), centred: source.centred, metric: metric, folds: share,
                        workspace: workspace + worker * space, sums: sums + worker * sumCount, into: scores)
                }
            }
        }
    }

    /// What gives the weights on all samples, for penalties from `smallestAlpha` on.
    func system(smallestAlpha: Double) throws -> RidgeSystem {
        let source = source
        return try Abandonable.run(operations: source.operations) {
            try source.system(smallestAlpha: smallestAlpha, precision: Scalar.self == Float.self ? 1e-7 : 2e-10)
        }
    }

    /// The weights on all samples with one penalty per target, and the intercepts.
    func weights(alphas: [Double], part: Int, parts: Int) throws -> (coefficients: MatrixOf<Scalar>, intercept: VectorOf<Scalar>) {
        try Progress.check(0, of: 1, part: part, of: parts)
        return try weights(system(smallestAlpha: alphas.min() ?? 0), alphas: alphas, part: part, parts: parts)
    }

    func weights(
        _ system: RidgeSystem, alphas: [Double], part: Int, parts: Int
    ) throws -> (coefficients: MatrixOf<Scalar>, intercept: VectorOf<Scalar>) {
        let (samples, p, targets) = (source.samples, source.width, y.columns)
        _ = try Allocation.count(of: [p, targets], named: "the weights", as: Scalar.self)
        let rank = system.rank
        let left = system.left.map { Scalar($0) }
        let right = system.right.map { Scalar($0) }
        let (intercept, offsets) = (source.centred, source.means)

        let width = min(refitColumns(rank: rank), targets)
        let tiles = (targets + width - 1) / width
        let workers = min(Threads.limit, tiles)
        let space = (samples + rank) * width
        let workspace = UnsafeMutablePointer<Scalar>.allocate(capacity: space * workers)
        defer { workspace.deallocate() }
        workspace.initialize(repeating: 0, count: space * workers)
        var intercepts = [Scalar](repeating: 0, count: targets)
        // Rank 0 (all features constant) leaves the weights at 0.
        var coefficients = [Scalar](repeating: 0, count: p * targets)
        try y.withUnsafeBufferPointer { y in
            try left.withUnsafeBufferPointer { left in
                try right.withUnsafeBufferPointer { right in
                    try coefficients.withUnsafeMutableBufferPointer { coefficients in
                        try intercepts.withUnsafeMutableBufferPointer { intercepts in
                            guard let y = y.baseAddress, let w = coefficients.baseAddress, let b = intercepts.baseAddress else { return }
                            try Threads.share(tiles, progress: { try Progress.check($0, of: tiles, part: part, of: parts) }) { worker, piece in
                                let columns = tile(piece, width)
                                let centred = workspace + worker * space
                                let means = copy(y, columns, into: centred)
                                if let left = left.baseAddress, let right = right.baseAddress {
                                    let projected = centred + samples * columns.count
                                    BLAS.multiply(
                                        m: rank, n: columns.count, k: samples, left, strideA: samples, centred, strideB: columns.count,
                                        projected, strideC: columns.count)
                                    shrink(projected, system, alphas, columns)
                                    BLAS.multiply(
                                        transposeA: true, m: p, n: columns.count, k: rank, right, strideA: p, projected, strideB: columns.count,
                                        w + columns.lowerBound, strideC: targets)
                                }
                                if intercept { place(means, offsets, w, columns, into: b) }
                            }
                        }
                    }
                }
            }
        }
        return (try MatrixOf(rows: p, columns: targets, elements: coefficients), VectorOf(intercepts))
    }

    /// Copies the columns of a tile, less their means where an intercept is fitted, and returns the means.
    private func copy(_ y: UnsafePointer<Scalar>, _ columns: Range<Int>, into tile: UnsafeMutablePointer<Scalar>) -> [Double] {
        let width = columns.count
        var means = [Double](repeating: 0, count: width)
        for row in 0 ..< source.samples { (tile + row * width).update(from: y + row * self.y.columns + columns.lowerBound, count: width) }
        guard source.centred else { return means }
        for row in 0 ..< source.samples { for t in 0 ..< width { means[t] += Double(tile[row * width + t]) } }
        for t in 0 ..< width { means[t] /= Double(source.samples) }
        for row in 0 ..< source.samples { for t in 0 ..< width { tile[row * width + t] = Scalar(Double(tile[row * width + t]) - means[t]) } }
        return means
    }

    /// L Y to diag(gain / (λ + α_t)) L Y, target by target.
    private func shrink(_ projected: UnsafeMutablePointer<Scalar>, _ system: RidgeSystem, _ alphas: [Double], _ columns: Range<Int>) {
        let width = columns.count
        let penalties = columns.map { alphas[$0] }
        for (j, gain) in system.gains.enumerated() {
            let square = system.squares[j]
            for t in 0 ..< width {
                // In double precision, since squares of single-precision numbers may leave their range.
                let sum = square + penalties[t]
                // Only dual weights without a penalty have a sum of 0, along what the kernel does not see: of all solutions the smallest is taken.
                projected[j * width + t] *= sum > 0 ? Scalar(gain / sum) : 0
            }
        }
    }

    /// intercept = mean(y) − mean(x) · weights.
    private func place(
        _ means: [Double], _ offsets: [Double], _ weights: UnsafePointer<Scalar>, _ columns: Range<Int>, into intercepts: UnsafeMutablePointer<Scalar>
    ) {
        var sums = means
        for (feature, offset) in offsets.enumerated() {
            let row = weights + feature * y.columns + columns.lowerBound
            for t in 0 ..< columns.count { sums[t] -= offset * Double(row[t]) }
        }
        for t in 0 ..< columns.count { intercepts[columns.lowerBound + t] = Scalar(sums[t]) }
    }
}
