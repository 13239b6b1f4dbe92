import Linear

/// The work of one fold: how its held-out samples are predicted, for all penalties at once, from the training samples of any targets.
struct RidgeFold<Scalar: LinearScalar> {
    let train: [Int]
    let test: [Int]
    let rank: Int
    /// U': rank x training samples.
    let left: [Scalar]
    let groups: [(components: Range<Int>, count: Int, offset: Int)]
    /// For each block of test rows, for each group, for each of its functions φ the rows of A diag(φ): what multiplies U'Y.
    let products: [Scalar]
    /// Penalties x basis functions; empty where nothing is to be combined.
    let combination: [Scalar]
    let size: Int
    let alphaCount: Int
    /// Test rows that are predicted together.
    let blockRows: Int

    init(_ source: any RidgeSource, train: [Int], test: [Int], alphas: [Double], tileColumns: Int) throws {
        let single = Scalar.self == Float.self
        let spectrum = try source.spectrum(train: train, test: test, smallestAlpha: alphas.min() ?? 0, precision: single ? 1e-7 : 2e-10)
        (self.train, self.test, rank) = (train, test, spectrum.rank)
        let rank = spectrum.rank
        left = spectrum.left.map { Scalar($0) }
        var weights = [Double](repeating: 0, count: rank)
        for row in test.indices { for j in 0 ..< rank { weights[j] += spectrum.test[row * rank + j] * spectrum.test[row * rank + j] } }
        let perSample = Double(train.count) / Double(test.count)
        for j in 0 ..< rank { weights[j] = (weights[j] * perSample).squareRoot() }
        let basis = ShrinkageBasis(
            alphas: alphas, singular: spectrum.singular, weights: weights, tolerance: single ? 2e-7 : 1e-12)
        (size, alphaCount) = (basis.size, basis.alphaCount)
        combination = basis.combination.map { Scalar($0) }

        // As many rows as keep the basis predictions of a tile within about 3 MB, the share of one core in the outer cache.
        let row = max(1, basis.size * tileColumns * MemoryLayout<Scalar>.stride)
        let blockRows = max(8, min(test.count, 3_000_000 / row))
        var groups: [(components: Range<Int>, count: Int, offset: Int)] = []
        var products: [Scalar] = []
        for group in basis.groups {
            groups.append((group.components, group.count, products.count))
            let width = group.components.count
            for first in stride(from: 0, to: test.count, by: blockRows) {
                for m in 0 ..< group.count {
                    for row in first ..< min(first + blockRows, test.count) {
                        for (position, component) in group.components.enumerated() {
                            products.append(Scalar(spectrum.test[row * rank + component] * group.functions[m * width + position]))
                        }
                    }
                }
            }
        }
        (self.groups, self.products, self.blockRows) = (groups, products, blockRows)
    }

    /// Elements that `score` needs as working memory, for tiles of `columns` targets.
    func workspace(columns: Int) -> Int {
        (train.count + test.count + rank) * columns + (size + (combination.isEmpty ? 0 : alphaCount)) * blockRows * columns + 3 * alphaCount * columns
    }
}
