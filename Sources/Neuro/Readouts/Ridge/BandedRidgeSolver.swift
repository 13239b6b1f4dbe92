import Linear

/// What is scaled by a candidate: bands of features, or kernels.
protocol RidgeBands: Sendable {
    var samples: Int { get }
    /// How many.
    var count: Int { get }
    func source(_ gamma: [Double]) -> any RidgeSource
}

/// A search over candidates and penalties together.
struct BandedRidgeSolver<Scalar: LinearScalar> {
    let bands: any RidgeBands
    let y: MatrixOf<Scalar>
    let candidates: Matrix
    let choice: PenaltyChoice

    init(_ bands: any RidgeBands, _ y: MatrixOf<Scalar>, _ search: BandSearch, alphas: Vector, perTarget: Bool) throws {
        (self.bands, self.y, choice) = (bands, y, PenaltyChoice(alphas: alphas, perTarget: perTarget))
        candidates = try search.candidates(bands: bands.count)
    }

    /// What a fit gives.
    struct Outcome {
        /// Those of scaled features, or dual ones, width x targets.
        let weights: [Scalar]
        let intercept: VectorOf<Scalar>
        /// The scales of each band (row) for each target.
        let gammas: Matrix
        let alphas: Vector
        let scores: Matrix
    }

    /// Chooses by cross-validation, then fits on all samples.
    func fit(folds: Folds, metric: CrossValidationScore) throws -> Outcome {
        let cuts = try folds.folds(samples: bands.samples)
        // The last fit counts as one fold of one candidate.
        let steps = Double(cuts.count * candidates.rows)
        let share = steps / (steps + 1)
        let chosen = try Progress.stretch(from: 0, to: share) { try search(folds: cuts, metric: metric) }
        let (weights, intercept) = try Progress.stretch(from: share, to: 1) { try self.weights(chosen) }
        return try Outcome(weights: weights, intercept: VectorOf(intercept), gammas: gammas(chosen), alphas: Vector(chosen.alphas), scores: chosen.scores)
    }

    /// What was chosen for each target, and the best score of each candidate (row) for each.
    private struct Chosen {
        var candidate: [Int]
        var alphas: [Double]
        var scores: Matrix
    }

    private func gamma(_ candidate: Int) -> [Double] {
        Array(candidates.elements[candidate * candidates.columns ..< (candidate + 1) * candidates.columns])
    }

    /// Cross-validates all penalties for each candidate. A candidate takes a target over only where it is better by more than rounding.
    private func search(folds: [Folds.Fold], metric: CrossValidationScore) throws -> Chosen {
        let (targets, count) = (y.columns, candidates.rows)
        var table: [Double] = []
        table.reserveCapacity(count * targets)
        var chosen = Chosen(candidate: Array(repeating: 0, count: targets), alphas: Array(repeating: choice.alphas.elements[0], count: targets), scores: candidates)
        var records = [Double](repeating: -.infinity, count: targets)
        for candidate in 0 ..< count {
            let best = try Progress.stretch(candidate, of: count) {
                let solver = RidgeSolver(bands.source(gamma(candidate)), checked: y)
                return try choice.best(solver.scores(alphas: choice.alphas.elements, folds: folds, metric: metric, parts: folds.count), of: y)
            }
            table += best.map(\.score)
            let wins = isBetter(mean(best.map(\.score)), mean(records))
            let taken = best.indices.filter { choice.perTarget ? isBetter(best[$0].score, records[$0]) : wins }
            for target in taken {
                (chosen.candidate[target], chosen.alphas[target], records[target]) = (candidate, choice.alphas.elements[best[target].candidate], best[target].score)
            }
        }
        chosen.scores = try Matrix(rows: count, columns: targets, elements: table)
        return chosen
    }

    /// Whether a score is better by more than rounding, whatever the units of the targets.
    private func isBetter(_ score: Double, _ record: Double) -> Bool {
        score > record + (Scalar.self == Float.self ? Double(Float.ulpOfOne) : Double.ulpOfOne) * min(1, abs(record))
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// The weights of each target on all samples, those of scaled features or dual ones, and its intercept. `change` may rescale the weights that one candidate gave.
    private func weights(_ chosen: Chosen) throws -> (coefficients: [Scalar], intercept: [Scalar]) {
        let targets = y.columns
        let used = Set(chosen.candidate).sorted()
        let width = bands.source(gamma(0)).width
        var coefficients = [Scalar](repeating: 0, count: try Allocation.count(of: [width, targets], named: "the weights", as: Scalar.self))
        var intercepts = [Scalar](repeating: 0, count: targets)
        for (index, candidate) in used.enumerated() {
            try Progress.stretch(index, of: used.count) {
                let source = bands.source(gamma(candidate))
                let own = chosen.candidate.indices.filter { chosen.candidate[$0] == candidate }
                let system = try RidgeSolver(source, checked: y).system(smallestAlpha: own.map { chosen.alphas[$0] }.min() ?? 0)
                // A batch at a time, so that no second copy of all targets is held.
                for first in stride(from: 0, to: own.count, by: 4096) {
                    let batch = Array(own[first ..< min(first + 4096, own.count)])
                    let solver = RidgeSolver(source, checked: try y.selectingColumns(batch))
                    let (w, b) = try solver.weights(system, alphas: batch.map { chosen.alphas[$0] }, part: first, parts: own.count)
                    for row in 0 ..< width { for (place, target) in batch.enumerated() { coefficients[row * targets + target] = w.elements[row * batch.count + place] } }
                    for (place, target) in batch.enumerated() { intercepts[target] = b.elements[place] }
                }
            }
        }
        return (coefficients, intercepts)
    }

    /// The scales of each band (row) for each target.
    private func gammas(_ chosen: Chosen) throws -> Matrix {
        let (bands, targets) = (candidates.columns, y.columns)
        return try Matrix(
            rows: bands, columns: targets,
            elements: (0 ..< bands).flatMap { band in (0 ..< targets).map { candidates.elements[chosen.candidate[$0] * bands + band] } })
    }
}
