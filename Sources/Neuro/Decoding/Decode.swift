import Linear

// A prediction by ridge regression is linear in the targets, so the labels of many permutations are only more targets: one decomposition of the training samples of a fold serves
// them all. With X = U diag(s) V' of those samples, the decision values of the held-out ones are X_test V diag(s/(s² + α)) U'Y; nothing as large as the weights is made.

/// Decodes what was shown from responses: a ridge classifier is fitted on all runs but one and tried on that one, for each run in turn.
///
/// ```swift
/// let decoding = try decode(volumes, labels: labels, runs: runs, classifier: RidgeClassifier(alpha: 100), permutations: 200)
/// print(decoding.accuracy, decoding.pValue ?? 1)
/// print(decoding.confusion)
/// ```
///
/// Samples of rest are left out before (`selectingRows`). With permutations the labels are shuffled within each run, training and test alike, and decoded in the same way: what is like that by chance.
/// A class that does not occur in the training samples of a fold is never predicted there.
///
/// - Parameters:
///   - x: samples x features (volumes x voxels).
///   - labels: the class of each sample.
///   - runs: the run of each sample; at least two runs.
///   - classifier: a penalty of 1 by default. One that chooses its penalty does so within the training samples of each fold, and of each permutation; `.leaveOneRunOut` then names the run of
///     every sample of `x`.
///   - permutations: how often the labels are shuffled; 0 by default.
///   - seed: of the permutations.
/// - Throws: `NeuroError` if `x` is empty or holds a NaN or an infinity, labels or runs differ in number from the samples, there are fewer than two classes or runs, or the classifier's folds do not
///   fit the training samples.
/// - Complexity: for each run one decomposition of its training samples (n of them, rank r), and O(r n c) for each permutation and c classes.
public func decode(
    _ x: Matrix, labels: [String], runs: [Int], classifier: RidgeClassifier? = nil, permutations: Int = 0, seed: Int = 0
) throws -> Decoding {
    try Check.squarable(x, "x")
    let truth = try ClassLabels(labels, samples: x.rows)
    guard runs.count == x.rows else {
        throw NeuroError.shape(name: "runs", shape: [runs.count], must: "the run of each of the \(x.rows) samples")
    }
    guard let first = runs.first, runs.contains(where: { $0 != first }) else { throw NeuroError.invalid(name: "runs", value: "one run", must: "at least two runs") }
    let cuts = try Folds.leaveOneRunOut(runs).folds(samples: x.rows)
    guard permutations >= 0, permutations <= 10_000_000 else {
        throw NeuroError.invalid(name: "permutations", value: "\(permutations)", must: "from 0 to 10000000")
    }
    let classifier = try classifier ?? RidgeClassifier()
    let shuffler = RunShuffler(truth.indices, runs: runs, seed: seed)
    let features = try Abandonable.run(operations: Double(x.rows) * Double(x.columns) * Double(min(x.rows, x.columns))) {
        RidgeFeatures(x, centred: classifier.intercept)
    }
    let width = truth.names.count
    var decisions = [Double](repeating: 0, count: try Allocation.count(of: [x.rows, width], named: "the decision values", as: Double.self))
    var right = [Int](repeating: 0, count: permutations)
    var accuracies: [Double] = []
    var alphas: [Double] = []
    for (number, cut) in cuts.enumerated() {
        let fold = try Progress.stretch(from: Double(number) / Double(cuts.count), to: (Double(number) + 0.3) / Double(cuts.count)) {
            try DecodingFold(features, x, cut, classifier, classes: width)
        }
        // As many permutations at a time as keep a product below some 20 ms and its memory small.
        let batch = max(1, min(permutations, Int(1e9 / (Double(max(1, fold.spectrum.rank)) * Double(cut.train.count) * Double(width)))))
        try Progress.stretch(from: (Double(number) + 0.3) / Double(cuts.count), to: Double(number + 1) / Double(cuts.count)) {
            let parts = 1 + (permutations + batch - 1) / batch
            let own = try Progress.stretch(0, of: parts) { try fold.decide([truth.indices]) }
            for (i, row) in cut.test.enumerated() {
                for c in 0 ..< width { decisions[row * width + c] = own.values[i * width + c] }
            }
            accuracies.append(Double(fold.right(own.values, [truth.indices])[0]) / Double(cut.test.count))
            alphas.append(own.alphas[0])
            for (part, first) in stride(from: 0, to: permutations, by: batch).enumerated() {
                try Progress.stretch(part + 1, of: parts) {
                    try Progress.check(0)
                    let several = (first ..< min(first + batch, permutations)).map(shuffler.labels)
                    for (offset, count) in try fold.right(fold.decide(several).values, several).enumerated() { right[first + offset] += count }
                }
            }
        }
    }
    return try Decoding(
        classes: truth.names, runs: Set(runs).sorted(), labels: labels, decisions: Matrix(rows: x.rows, columns: width, elements: decisions),
        runAccuracies: Vector(accuracies), alphas: Vector(alphas),
        nullAccuracies: Vector(right.map { Double($0) / Double(x.rows) }))
}

/// The labels of each permutation: number i is a function of the seed and i alone.
private struct RunShuffler {
    let indices: [Int]
    let blocks: [[Int]]
    let seed: Int

    init(_ indices: [Int], runs: [Int], seed: Int) {
        (self.indices, self.seed) = (indices, seed)
        let places = Dictionary(grouping: runs.indices) { runs[$0] }
        blocks = places.keys.sorted().compactMap { places[$0] }
    }

    func labels(_ permutation: Int) -> [Int] {
        var random = Random(seed: seed, stream: permutation)
        var result = indices
        for block in blocks {
            for (place, label) in zip(block, random.shuffled(block.map { indices[$0] })) { result[place] = label }
        }
        return result
    }
}

/// One run that is held out, and how decision values for it come from the labels of the others.
private struct DecodingFold {
    let spectrum: RidgeSpectrum
    let cut: Folds.Fold
    let classes: Int
    let classifier: RidgeClassifier
    /// The training samples and how they are cut to choose the penalty; nil where it is given.
    let choice: (x: Matrix, folds: [Folds.Fold])?

    init(_ features: RidgeFeatures, _ x: Matrix, _ cut: Folds.Fold, _ classifier: RidgeClassifier, classes: Int) throws {
        (self.cut, self.classifier, self.classes) = (cut, classifier, classes)
        let least = classifier.alphas.elements.min() ?? 0
        spectrum = try Abandonable.run(operations: features.operations) {
            try features.spectrum(train: cut.train, test: cut.test, smallestAlpha: least, precision: 2e-10)
        }
        switch classifier.folds {
        case nil: choice = nil
        case .leaveOneRunOut(let runs):
            guard runs.count == x.rows else {
                throw NeuroError.shape(name: "the classifier's folds", shape: [runs.count], must: "the run of each of the \(x.rows) samples")
            }
            let inner = cut.train.map { runs[$0] }
            guard Set(inner).count >= 2 else {
                throw NeuroError.invalid(
                    name: "the classifier's folds", value: "one run beside the run that is held out", must: "at least two, one of which is left out to choose the penalty")
            }
            choice = (try x.selectingRows(cut.train), try Folds.leaveOneRunOut(inner).folds(samples: cut.train.count))
        case let folds?:
            choice = (try x.selectingRows(cut.train), try folds.folds(samples: cut.train.count))
        }
    }

    /// Decision values of the held-out samples, row after row, and the penalty, for each of several labellings of all samples: a block of columns for each.
    func decide(_ labellings: [[Int]]) throws -> (values: [Double], alphas: [Double]) {
        let (m, width, rank) = (cut.train.count, labellings.count * classes, spectrum.rank)
        var y = [Double](repeating: -1, count: m * width)
        for (block, labels) in labellings.enumerated() {
            for (row, sample) in cut.train.enumerated() { y[row * width + block * classes + labels[sample]] = 1 }
        }
        let alphas = try penalties(y, labellings: labellings.count)
        var means = [Double](repeating: 0, count: width)
        if classifier.intercept {
            for (index, value) in y.enumerated() { means[index % width] += value }
            for column in 0 ..< width { means[column] /= Double(m) }
        }
        var values = [Double](repeating: 0, count: cut.test.count * width)
        for row in cut.test.indices { for column in 0 ..< width { values[row * width + column] = means[column] } }
        // U is orthogonal to the constant where an intercept is fitted, so that Y need not be centred.
        var projected = [Double](repeating: 0, count: rank * width)
        spectrum.left.withUnsafeBufferPointer { u in
            spectrum.test.withUnsafeBufferPointer { t in
                y.withUnsafeBufferPointer { y in
                    projected.withUnsafeMutableBufferPointer { b in
                        values.withUnsafeMutableBufferPointer { d in
                            guard rank > 0, let u = u.baseAddress, let t = t.baseAddress, let y = y.baseAddress, let b = b.baseAddress, let d = d.baseAddress else { return }
                            BLAS.multiply(m: rank, n: width, k: m, u, strideA: m, y, strideB: width, b, strideC: width)
                            for (j, s) in spectrum.singular.enumerated() {
                                for column in 0 ..< width { b[j * width + column] *= s / (s * s + alphas[column / classes]) }
                            }
                            BLAS.multiply(m: cut.test.count, n: width, k: rank, t, strideA: rank, b, strideB: width, beta: 1, d, strideC: width)
                        }
                    }
                }
            }
        }
        return (values, alphas)
    }

    /// The penalty of each labelling.
    private func penalties(_ y: [Double], labellings: Int) throws -> [Double] {
        guard let choice else { return Array(repeating: classifier.alphas.elements[0], count: labellings) }
        let width = labellings * classes
        let solver = try RidgeSolver(choice.x, try Matrix(rows: cut.train.count, columns: width, elements: y), intercept: classifier.intercept)
        let scores = try solver.scores(alphas: classifier.alphas.elements, folds: choice.folds, metric: classifier.score, parts: choice.folds.count)
        return (0 ..< labellings).map { block in
            let means = (0 ..< scores.rows).map { row in scores.elements[row * width + block * classes ..< row * width + (block + 1) * classes].reduce(0, +) / Double(classes) }
            var best = 0
            for row in means.indices.dropFirst() {
                // Equal up to rounding is equal, and of equals the larger penalty is taken.
                let slack = 1e-12 * abs(means[best]), isLarger = classifier.alphas.elements[row] > classifier.alphas.elements[best]
                if isLarger ? means[row] >= means[best] - slack : means[row] > means[best] + slack { best = row }
            }
            return classifier.alphas.elements[best]
        }
    }

    /// How many of the held-out samples each labelling gets right.
    func right(_ values: [Double], _ labellings: [[Int]]) -> [Int] {
        let width = labellings.count * classes
        return labellings.indices.map { block in
            cut.test.indices.count { row in
                let start = row * width + block * classes
                return ClassLabels.winner(values[start ..< start + classes]) == labellings[block][cut.test[row]]
            }
        }
    }
}
