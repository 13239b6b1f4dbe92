import Linear

/// How much of each target's variance each band of features explains within a joint prediction ŷ = Σ ŷ_i, by the product measure: R²_i = Σ (2 y ŷ_i − ŷ_i ŷ) / Σ y².
///
/// The parts add up to the R² of the joint prediction; where bands share what they explain, each gets its share of it. A part can be negative, for a band that makes the prediction worse;
/// see `r2ScoreRelativeWeights` for parts that cannot.
///
/// - Parameters:
///   - observed: samples x targets; its means are taken off.
///   - predictions: for each band samples x targets, as `GroupRidgeFit.predictSplit` gives them.
/// - Returns: bands x targets. A target that is constant has 0.
/// - Throws: `NeuroError.shape` if there is no band or a shape differs, `NeuroError.notFinite` for a NaN or an infinity.
public func r2ScoreSplit(_ observed: Matrix, _ predictions: [Matrix]) throws -> Matrix {
    let joint = try JointPrediction(observed, predictions)
    return try joint.parts { y, part, whole in
        2 * y * part - part * whole
    } divided: { sums in
        sums.y
    }
}

/// The share of each band of features in the correlation of the joint prediction ŷ = Σ ŷ_i with each target: cov(y, ŷ_i) / (sd(y) sd(ŷ)). The shares add up to the correlation.
///
/// - Parameters:
///   - observed: samples x targets.
///   - predictions: for each band samples x targets, as `GroupRidgeFit.predictSplit` gives them.
/// - Returns: bands x targets; 0 where the target or the joint prediction is constant.
/// - Throws: `NeuroError.shape` if there is no band or a shape differs, `NeuroError.notFinite` for a NaN or an infinity.
public func correlationScoreSplit(_ observed: Matrix, _ predictions: [Matrix]) throws -> Matrix {
    let joint = try JointPrediction(observed, predictions, centresPredictions: true)
    return try joint.parts { y, part, _ in
        y * part
    } divided: { sums in
        sums.y.squareRoot() * sums.whole.squareRoot()
    }
}

/// Targets less their means, and the predictions of bands with their sum.
private struct JointPrediction {
    let observed: Matrix
    let predictions: [Matrix]
    let whole: Matrix

    init(_ observed: Matrix, _ predictions: [Matrix], centresPredictions: Bool = false) throws {
        try Check.squarable(observed, "observed")
        guard let first = predictions.first else { throw NeuroError.shape(name: "predictions", shape: [0], must: "at least one band") }
        for (index, prediction) in predictions.enumerated() {
            guard prediction.shape == observed.shape else {
                throw NeuroError.shape(name: "predictions[\(index)]", shape: prediction.shape, must: "\(observed.rows) x \(observed.columns), as observed")
            }
            try Check.squarable(prediction, "predictions[\(index)]")
        }
        self.observed = try observed.centredColumns()
        self.predictions = centresPredictions ? try predictions.map { try $0.centredColumns() } : predictions
        whole = try self.predictions.dropFirst().reduce(centresPredictions ? first.centredColumns() : first) { try $0 + $1 }
    }

    /// Σ over samples of `term`, divided by what `scale` makes of the sums of squares of the target and of the joint prediction.
    func parts(
        _ term: (_ y: Double, _ part: Double, _ whole: Double) -> Double, divided scale: (_ squares: (y: Double, whole: Double)) -> Double
    ) throws -> Matrix {
        let (rows, targets) = (observed.rows, observed.columns)
        var squares = [(y: Double, whole: Double)](repeating: (0, 0), count: targets)
        for row in 0 ..< rows {
            for target in 0 ..< targets {
                let (y, all) = (observed.elements[row * targets + target], whole.elements[row * targets + target])
                squares[target].y += y * y
                squares[target].whole += all * all
            }
        }
        var result = [Double](repeating: 0, count: predictions.count * targets)
        for (band, prediction) in predictions.enumerated() {
            let values = prediction.elements
            for row in 0 ..< rows {
                for target in 0 ..< targets {
                    let place = row * targets + target
                    result[band * targets + target] += term(observed.elements[place], values[place], whole.elements[place])
                }
            }
            for target in 0 ..< targets {
                let scale = scale(squares[target])
                result[band * targets + target] = scale > 0 ? result[band * targets + target] / scale : 0
            }
            try Progress.check(band + 1, of: predictions.count)
        }
        return try Matrix(rows: predictions.count, columns: targets, elements: result)
    }
}
