import Linear

/// The share of each voxel's variance that repeats from one presentation to the next, which no model of the stimulus can exceed.
///
/// The variance over time of the average of the repeats, over the mean variance of single repeats: ev = var(mean of repeats) / mean(var of repeats), each repeat z-scored in time first. Noise that is
/// left in the average makes that too large by (1 − ev)/(n − 1), which is taken off unless asked otherwise (Hsu et al. 2004, doi:10.1088/0954-898X_15_2_002; Schoppe et al. 2016,
/// doi:10.3389/fncom.2016.00010). R² / ev is then the share of what can be explained that is explained.
///
/// - Parameters:
///   - repeats: at least 2, each samples x voxels, of the same stimuli.
///   - biasCorrected: true by default. A voxel of pure noise then has about 0, and can be negative.
///   - standardized: whether to z-score each repeat first; true by default.
/// - Returns: one number for each voxel; 0 for one that is constant in all repeats.
/// - Throws: `NeuroError` if there are fewer than 2 repeats or 2 samples, shapes differ, or something is not finite.
public func explainableVariance(_ repeats: [Matrix], biasCorrected: Bool = true, standardized: Bool = true) throws -> Vector {
    try check(repeats: repeats)
    let runs = try standardized ? repeats.map { try zscoreRuns($0) } : repeats
    let single = try runs.map { try varianceOfColumns($0) }
    let average = try varianceOfColumns(mean(of: runs))
    let count = Double(runs.count)
    return Vector(
        average.indices.map { voxel in
            let total = single.reduce(0) { $0 + $1[voxel] } / count
            guard total > 0 else { return 0 }
            let share = average[voxel] / total
            return biasCorrected ? share - (1 - share) / (count - 1) : share
        })
}

/// The share of the variance of an average of `averaged` repeats that the stimulus explains: ncsnr² / (ncsnr² + 1/averaged), with ncsnr = σ(signal) / σ(noise).
///
/// The noise is the variance of the repeats of one stimulus (over n − 1), averaged over stimuli; the signal is what it leaves of the variance of all responses, at least 0. This is the ceiling as the Natural
/// Scenes Dataset reports it (Allen et al. 2022, doi:10.1038/s41593-021-00962-x), as far as it can be read from that paper.
///
/// - Parameters:
///   - repeats: at least 2, each stimuli x voxels, row i of each the same stimulus.
///   - averaged: over how many repeats the responses are averaged that a model is to predict; as many as there are if nil.
/// - Returns: one number from 0 to 1 for each voxel.
/// - Throws: `NeuroError` if there are fewer than 2 repeats or 2 stimuli, shapes differ, something is not finite, or `averaged` is below 1.
public func noiseCeiling(_ repeats: [Matrix], averaged: Int? = nil) throws -> Vector {
    try check(repeats: repeats)
    let averaged = averaged ?? repeats.count
    try Check.atLeast(1, averaged, "averaged")
    let (rows, columns) = (repeats[0].rows, repeats[0].columns)
    let average = try mean(of: repeats)
    var noise = [Double](repeating: 0, count: columns)
    for one in repeats {
        for place in 0 ..< rows * columns {
            let deviation = one.elements[place] - average.elements[place]
            noise[place % columns] += deviation * deviation
        }
    }
    let total = try varianceOfColumns(.concatenatingRows(repeats))
    return Vector(
        (0 ..< columns).map { voxel in
            let variance = noise[voxel] / Double(rows * (repeats.count - 1))
            let signal = max(0, total[voxel] - variance)
            return signal > 0 ? signal / (signal + variance / Double(averaged)) : 0
        })
}

/// Scores as shares of their ceilings, score / ceiling.
///
/// - Parameters:
///   - scores: R² of each voxel (or r, with the roots of the ceilings).
///   - ceiling: the most that can be reached.
///   - floor: voxels whose ceiling is lower get NaN, which charts leave out: the share of nearly nothing means nothing.
/// - Throws: `NeuroError` if the numbers differ in count, there are none, or `floor` is not positive.
public func ceilingNormalized(_ scores: Vector, ceiling: Vector, floor: Double = 0.05) throws -> Vector {
    guard scores.count == ceiling.count, !scores.isEmpty else {
        throw NeuroError.shape(name: "ceiling", shape: [ceiling.count], must: "one number for each of the \(scores.count) scores, at least one")
    }
    try Check.positive(floor, "floor")
    return Vector(zip(scores.elements, ceiling.elements).map { $1 >= floor ? $0 / $1 : .nan })
}

private func check(repeats: [Matrix]) throws {
    guard repeats.count >= 2 else { throw NeuroError.tooShort(name: "repeats", count: repeats.count, needed: 2, why: "a variance over repeats") }
    for (index, one) in repeats.enumerated() {
        try Check.squarable(one, "repeats[\(index)]")
        guard one.shape == repeats[0].shape else {
            throw NeuroError.shape(name: "repeats[\(index)]", shape: one.shape, must: "\(repeats[0].rows) x \(repeats[0].columns), as repeats[0]")
        }
    }
    guard repeats[0].rows >= 2 else { throw NeuroError.tooShort(name: "repeats", count: repeats[0].rows, needed: 2, why: "a variance over samples") }
}

private func mean(of repeats: [Matrix]) throws -> Matrix {
    try repeats.dropFirst().reduce(repeats[0]) { try $0 + $1 } * (1 / Double(repeats.count))
}

/// Over n − 1, in two passes.
private func varianceOfColumns(_ matrix: Matrix) throws -> [Double] {
    let deviations = try matrix.centredColumns().elements
    var sums = [Double](repeating: 0, count: matrix.columns)
    for place in deviations.indices { sums[place % matrix.columns] += deviations[place] * deviations[place] }
    return sums.map { $0 / Double(matrix.rows - 1) }
}
