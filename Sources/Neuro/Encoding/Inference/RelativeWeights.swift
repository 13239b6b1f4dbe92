import Linear

/// The R² of a joint prediction ŷ = Σ ŷ_i divided among the bands of features by their relative weights: through the orthogonal series that are nearest to the ŷ_i, so that no part has the sign against it.
///
/// With G the inner products of the ŷ_i and S its symmetric root, band i has Σ_j S_ij² (Σ_k S_jk)² / G_jj of the whole (Johnson 2000, doi:10.1207/S15327906MBR3501_1), as himalaya computes it. The parts add
/// up to R²; in contrast to `r2ScoreSplit` they all have its sign, and do not depend on how well each ŷ_i alone follows the target.
///
/// - Parameters:
///   - observed: samples x targets.
///   - predictions: for each band samples x targets, as `GroupRidgeFit.predictSplit` gives them.
/// - Returns: bands x targets; 0 where the prediction is 0.
/// - Throws: `NeuroError.shape` if there is no band or a shape differs, `NeuroError.notFinite` for a NaN or an infinity.
public func r2ScoreRelativeWeights(_ observed: Matrix, _ predictions: [Matrix]) throws -> Matrix {
    guard let first = predictions.first else { throw NeuroError.shape(name: "predictions", shape: [0], must: "at least one band") }
    for (index, prediction) in predictions.enumerated() where prediction.shape != observed.shape {
        throw NeuroError.shape(name: "predictions[\(index)]", shape: prediction.shape, must: "\(observed.rows) x \(observed.columns), as observed")
    }
    let whole = try predictions.dropFirst().reduce(first) { try $0 + $1 }
    let r2 = try r2Score(observed.centredColumns(), whole)
    let (bands, targets, rows) = (predictions.count, observed.columns, observed.rows)
    var result = [Double](repeating: 0, count: bands * targets)
    for target in 0 ..< targets {
        var products = [Double](repeating: 0, count: bands * bands)
        for i in 0 ..< bands {
            for j in 0 ... i {
                var sum = 0.0
                for row in 0 ..< rows { sum += predictions[i].elements[row * targets + target] * predictions[j].elements[row * targets + target] }
                (products[i * bands + j], products[j * bands + i]) = (sum, sum)
            }
        }
        let parts = try relativeWeights(products, bands)
        for band in 0 ..< bands { result[band * targets + target] = parts[band] * r2.elements[target] }
        try Progress.check(target + 1, of: targets)
    }
    return try Matrix(rows: bands, columns: targets, elements: result)
}

/// The share of each series, from their inner products; 0 for all where they are 0.
private func relativeWeights(_ products: [Double], _ count: Int) throws -> [Double] {
    // Shares do not depend on the unit, and products of products might leave the range.
    let largest = (0 ..< count).reduce(0) { max($0, products[$1 * count + $1]) }
    guard largest > 0 else { return [Double](repeating: 0, count: count) }
    let products = products.map { $0 / largest }
    guard let (values, vectors) = RidgeKernel.eigen(of: products, order: count) else {
        throw NeuroError.diverged(what: "the inner products of the predictions could not be decomposed; look for predictions of very different size")
    }
    var root = [Double](repeating: 0, count: count * count)
    for (index, value) in values.enumerated() {
        let scale = max(0, value).squareRoot()
        for i in 0 ..< count { for j in 0 ..< count { root[i * count + j] += scale * vectors[index * count + i] * vectors[index * count + j] } }
    }
    let sums = (0 ..< count).map { row in root[row * count ..< (row + 1) * count].reduce(0, +) }
    let shares = (0 ..< count).map { i in
        (0 ..< count).reduce(0.0) { sum, j in
            let own = products[j * count + j]
            return own > 0 ? sum + root[i * count + j] * root[i * count + j] * sums[j] * sums[j] / own : sum
        }
    }
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares
}
