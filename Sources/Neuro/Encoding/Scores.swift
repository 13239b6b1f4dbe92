import Linear

/// The share of each column's variance that a prediction explains: R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)², per column.
///
/// 1 is a perfect prediction, 0 that of the mean; a bad one is negative. A column of `observed` that is constant has R² 0.
///
/// - Parameters:
///   - observed: samples x targets.
///   - predicted: the same shape.
/// - Throws: `NeuroError.shape` if the shapes differ or are empty, `NeuroError.notFinite` for a NaN or an infinity, `NeuroError.invalid` for numbers beyond ±10¹⁵⁰, whose squares have no room.
public func r2Score(_ observed: Matrix, _ predicted: Matrix) throws -> Vector {
    let moments = try Moments(observed, predicted)
    return Vector(moments.columns.map { $0.yy > 0 ? 1 - $0.error / $0.yy : 0 })
}

/// Pearson's correlation of each column of `observed` with the same column of `predicted`. Where one of the two is constant it is 0.
///
/// - Parameters:
///   - observed: samples x targets.
///   - predicted: the same shape.
/// - Throws: `NeuroError.shape` if the shapes differ or are empty, `NeuroError.notFinite` for a NaN or an infinity, `NeuroError.invalid` for numbers beyond ±10¹⁵⁰, whose squares have no room.
public func correlationScore(_ observed: Matrix, _ predicted: Matrix) throws -> Vector {
    let moments = try Moments(observed, predicted)
    return Vector(
        moments.columns.map { column in
            let scale = column.yy.squareRoot() * column.pp.squareRoot()
            return scale > 0 ? max(-1, min(1, column.yp / scale)) : 0
        })
}

/// `r2Score(_:_:)` for single precision; the sums are taken in double precision.
public func r2Score(_ observed: FloatMatrix, _ predicted: FloatMatrix) throws -> Vector {
    let moments = try Moments(observed, predicted)
    return Vector(moments.columns.map { $0.yy > 0 ? 1 - $0.error / $0.yy : 0 })
}

/// `correlationScore(_:_:)` for single precision; the sums are taken in double precision.
public func correlationScore(_ observed: FloatMatrix, _ predicted: FloatMatrix) throws -> Vector {
    let moments = try Moments(observed, predicted)
    return Vector(
        moments.columns.map { column in
            let scale = column.yy.squareRoot() * column.pp.squareRoot()
            return scale > 0 ? max(-1, min(1, column.yp / scale)) : 0
        })
}

/// Centred sums per column, in two passes, so that a large mean costs no digits.
private struct Moments {
    struct Column {
        var meanY = 0.0, meanP = 0.0
        var yy = 0.0, pp = 0.0, yp = 0.0, error = 0.0
    }

    var columns: [Column]

    init<Scalar: LinearScalar>(_ observed: MatrixOf<Scalar>, _ predicted: MatrixOf<Scalar>) throws {
        guard observed.shape == predicted.shape else {
            throw NeuroError.shape(name: "predicted", shape: predicted.shape, must: "\(observed.rows) x \(observed.columns), as observed")
        }
        try Check.squarable(observed, "observed")
        try Check.squarable(predicted, "predicted")
        let (rows, width) = (observed.rows, observed.columns)
        columns = Array(repeating: Column(), count: width)
        let (y, p) = (observed.elements, predicted.elements)
        for row in 0 ..< rows {
            for column in 0 ..< width {
                columns[column].meanY += Double(y[row * width + column])
                columns[column].meanP += Double(p[row * width + column])
            }
        }
        // A column of equal numbers has exactly their mean only if it is not summed up.
        for column in 0 ..< width {
            let first = (y[column], p[column])
            let constantY = (1 ..< max(rows, 1)).allSatisfy { y[$0 * width + column] == first.0 }
            let constantP = (1 ..< max(rows, 1)).allSatisfy { p[$0 * width + column] == first.1 }
            columns[column].meanY = constantY ? Double(first.0) : columns[column].meanY / Double(rows)
            columns[column].meanP = constantP ? Double(first.1) : columns[column].meanP / Double(rows)
        }
        for row in 0 ..< rows {
            for column in 0 ..< width {
                let observed = Double(y[row * width + column]), predicted = Double(p[row * width + column])
                let dy = observed - columns[column].meanY, dp = predicted - columns[column].meanP
                columns[column].yy += dy * dy
                columns[column].pp += dp * dp
                columns[column].yp += dy * dp
                columns[column].error += (observed - predicted) * (observed - predicted)
            }
        }
    }
}
