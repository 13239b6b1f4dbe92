import Linear

/// Finds stimuli again from brain responses: ridge regression predicts the features of each held-out stimulus from the responses to it, and the stimulus with the most similar features is taken.
///
/// ```swift
/// let (train, test) = try splitRuns(runs, test: [10, 11])
/// let found = try identifyStimuli(voxels, features: embeddings, train: train, test: test)
/// print(found.twoWay, try found.topAccuracy(1))
/// ```
///
/// The candidates are the features of the rows of `test`; a stimulus that is among them twice is there as two candidates, of which one is right.
///
/// - Parameters:
///   - responses: samples x voxels.
///   - features: samples x features of the stimuli.
///   - train: the rows that the model is fitted on.
///   - test: the rows whose stimuli are to be found; at least two, none of them in `train`.
///   - model: `RidgeCV()` by default: a penalty for each feature, chosen by cross-validation within `train`.
///   - similarity: Pearson's correlation by default.
/// - Throws: `NeuroError` if the shapes do not fit, a number is not finite, a row is not there or in both, or there are fewer than two test rows.
public func identifyStimuli(
    _ responses: Matrix, features: Matrix, train: [Int], test: [Int], model: RidgeCV? = nil, similarity: RetrievalSimilarity = .correlation
) throws -> Identification {
    guard features.rows == responses.rows else {
        throw NeuroError.shape(name: "features", shape: features.shape, must: "of \(responses.rows) rows, one for each row of the responses")
    }
    for (name, rows) in [("train", train), ("test", test)] {
        guard rows.count >= 2 else { throw NeuroError.shape(name: name, shape: [rows.count], must: "at least two rows") }
        for row in rows where row < 0 || row >= responses.rows {
            throw NeuroError.invalid(name: name, value: "row \(row)", must: "from 0 to \(responses.rows - 1)")
        }
    }
    let known = Set(train)
    if let row = test.first(where: known.contains) {
        throw NeuroError.invalid(name: "test", value: "row \(row), which is in train", must: "made of rows that the model is not fitted on")
    }
    let fit = try (model ?? RidgeCV()).fit(responses.selectingRows(train), features.selectingRows(train))
    return try Identification(fit.predict(responses.selectingRows(test)), candidates: features.selectingRows(test), similarity: similarity)
}

/// Identifies classes from their mean responses in one half of the runs among those in the other half (Haxby et al. 2001, doi:10.1126/science.1063736).
///
/// The first, third, … of the runs in the order of their numbers are one half, the others the other. In each half the responses to a class are averaged over its samples, and the mean over classes is
/// taken off; then each class of the first half is looked for in the second by correlation. `classes` sorted by name are the rows and columns.
///
/// ```swift
/// print(try splitHalfIdentification(volumes, labels: labels, runs: runs).twoWay)
/// ```
///
/// - Parameters:
///   - x: samples x features (volumes x voxels).
///   - labels: the class of each sample.
///   - runs: the run of each sample.
/// - Throws: `NeuroError` if `x` is empty or holds a NaN or an infinity, labels or runs differ in number from the samples, there are fewer than two classes or runs, or a class is missing in a half.
public func splitHalfIdentification(_ x: Matrix, labels: [String], runs: [Int]) throws -> Identification {
    try Check.finite(x, "x")
    let truth = try ClassLabels(labels, samples: x.rows)
    guard runs.count == x.rows else {
        throw NeuroError.shape(name: "runs", shape: [runs.count], must: "the run of each of the \(x.rows) samples")
    }
    let order = Set(runs).sorted()
    guard order.count >= 2 else { throw NeuroError.invalid(name: "runs", value: "one run", must: "at least two runs") }
    let places = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let (classes, width) = (truth.names.count, x.columns)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: classes * width), count: 2)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: 2)
    x.withUnsafeBufferPointer { values in
        for (row, label) in truth.indices.enumerated() {
            let half = (places[runs[row]] ?? 0) % 2
            counts[half][label] += 1
            for column in 0 ..< width { sums[half][label * width + column] += values[row * width + column] }
        }
    }
    let means = try (0 ..< 2).map { half in
        for (label, count) in counts[half].enumerated() where count == 0 {
            throw NeuroError.invalid(name: "labels", value: "without \"\(truth.names[label])\" in one half of the runs", must: "such that each class occurs in both")
        }
        let means = try Matrix(rows: classes, columns: width, elements: sums[half].enumerated().map { $1 / Double(counts[half][$0 / width]) })
        return try means - means.mean(each: .column)
    }
    return try Identification(means[0], candidates: means[1], similarity: .correlation)
}
