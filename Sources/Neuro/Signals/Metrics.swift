import Linear

/// The root of the mean squared difference between a prediction and its target.
///
/// - Throws: `NeuroError.shape` unless both have the same number of elements, at least one; `NeuroError.notFinite` for a NaN or an infinity.
public func rmse(_ prediction: Vector, _ target: Vector) throws -> Double {
    try ErrorMeasure.rmse(prediction.elements, target.elements, shapes: [prediction.count], [target.count])
}

/// The root of the mean squared difference between two matrices, over all their elements.
///
/// - Throws: `NeuroError.shape` unless both have the same shape and at least one element; `NeuroError.notFinite` for a NaN or an infinity.
public func rmse(_ prediction: Matrix, _ target: Matrix) throws -> Double {
    try ErrorMeasure.rmse(prediction.elements, target.elements, shapes: prediction.shape, target.shape)
}

/// The root of the mean squared difference, in units of the target's standard deviation (population form: divided by n): 0 is perfect, 1 is no
/// better than predicting the mean.
///
/// - Throws: `NeuroError.shape` unless both have the same number of elements, `NeuroError.tooShort` for fewer than two, `NeuroError.notFinite`
///   for a NaN or an infinity, `NeuroError.invalid` if the target is constant.
public func nrmse(_ prediction: Vector, _ target: Vector) throws -> Double {
    let error = try rmse(prediction, target)
    return error / (try ErrorMeasure.deviation(target.elements, columns: 1))
}

/// The root of the mean squared difference over all channels (columns), in units of the root of the mean variance of the target's channels.
///
/// - Throws: `NeuroError.shape` unless both have the same shape, `NeuroError.tooShort` for fewer than two rows, `NeuroError.notFinite` for a NaN
///   or an infinity, `NeuroError.invalid` if all channels of the target are constant.
public func nrmse(_ prediction: Matrix, _ target: Matrix) throws -> Double {
    let error = try rmse(prediction, target)
    return error / (try ErrorMeasure.deviation(target.elements, columns: target.columns))
}

/// Pearson's correlation of two series: the covariance over the product of the standard deviations, from -1 to 1.
///
/// - Throws: `NeuroError.shape` unless both have the same number of elements, `NeuroError.tooShort` for fewer than two, `NeuroError.notFinite`
///   for a NaN or an infinity, `NeuroError.invalid` if one of them is constant.
public func correlation(_ first: Vector, _ second: Vector) throws -> Double {
    let (x, y) = (first.elements, second.elements)
    guard x.count == y.count else { throw NeuroError.shape(name: "first", shape: [x.count], must: "\(y.count), as many elements as the second has") }
    let deviations = try (ErrorMeasure.deviation(x, columns: 1, "first"), ErrorMeasure.deviation(y, columns: 1, "second"))
    let means = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    var sum = 0.0
    for i in x.indices { sum += (x[i] - means.0) / deviations.0 * ((y[i] - means.1) / deviations.1) }
    return min(1, max(-1, sum / Double(x.count)))
}

enum ErrorMeasure {
    static func rmse(_ prediction: [Double], _ target: [Double], shapes a: [Int], _ b: [Int]) throws -> Double {
        guard a == b else {
            throw NeuroError.shape(name: "prediction", shape: a, must: "of the target's shape \(b.map(String.init).joined(separator: " x "))")
        }
        guard !target.isEmpty else { throw NeuroError.tooShort(name: "target", count: 0, needed: 1, why: "an error measure") }
        try Check.finite(prediction, "prediction")
        try Check.finite(target, "target")
        var sum = 0.0
        for i in target.indices {
            let difference = prediction[i] - target[i]
            sum += difference * difference
        }
        return (sum / Double(target.count)).squareRoot()
    }

    /// The root of the mean over columns of each column's variance.
    static func deviation(_ target: [Double], columns: Int, _ name: String = "target") throws -> Double {
        let rows = target.count / columns
        guard rows >= 2 else { throw NeuroError.tooShort(name: name, count: rows, needed: 2, why: "a standard deviation") }
        try Check.finite(target, name)
        var sum = 0.0
        for column in 0 ..< columns {
            // Of a constant column the rounding of the mean must not be taken for variance.
            let first = target[column]
            guard (1 ..< rows).contains(where: { target[$0 * columns + column] != first }) else { continue }
            var mean = 0.0
            for row in 0 ..< rows { mean += target[row * columns + column] }
            mean /= Double(rows)
            for row in 0 ..< rows {
                let deviation = target[row * columns + column] - mean
                sum += deviation * deviation
            }
        }
        guard sum > 0 else { throw NeuroError.invalid(name: name, value: "constant", must: "a series that varies") }
        return (sum / Double(target.count)).squareRoot()
    }
}
