import CKernels

/// Reductions of a run of elements to one number. Sums are made in double precision, in an order that depends on the count alone, so that they have the
/// same bits on every machine.
package enum Reduction {
    package static func sum<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>) -> Double {
        guard let x0 = x.baseAddress else { return 0 }
        return Scalar.isDouble ? engram_sum_f64(x0.f64, x.count) : engram_sum_f32(x0.f32, x.count)
    }

    /// Sum of x[i] y[i]; y has at least the count of x.
    package static func dot<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ y: UnsafeBufferPointer<Scalar>) -> Double {
        guard let x0 = x.baseAddress, let y0 = y.baseAddress else { return 0 }
        return Scalar.isDouble ? engram_dot_f64(x0.f64, y0.f64, x.count) : engram_dot_f32(x0.f32, y0.f32, x.count)
    }

    /// Sum of (x[i] - center)^2.
    package static func squareDeviation<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, from center: Double) -> Double {
        guard let x0 = x.baseAddress else { return 0 }
        return Scalar.isDouble
            ? engram_square_deviation_f64(x0.f64, center, x.count) : engram_square_deviation_f32(x0.f32, center, x.count)
    }

    /// Sum of (x[i] - y[i])^2; y has at least the count of x.
    package static func squareDistance<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ y: UnsafeBufferPointer<Scalar>) -> Double {
        guard let x0 = x.baseAddress, let y0 = y.baseAddress else { return 0 }
        return Scalar.isDouble
            ? engram_square_distance_f64(x0.f64, y0.f64, x.count) : engram_square_distance_f32(x0.f32, y0.f32, x.count)
    }

    /// The mean; NaN of nothing.
    package static func mean<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>) -> Double { sum(x) / Double(x.count) }

    /// The variance with `ddof` degrees of freedom taken off, in two passes.
    package static func variance<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, ddof: Int) -> Double {
        squareDeviation(x, from: mean(x)) / Double(x.count - ddof)
    }

    /// The Euclidean norm, rescaled where the squares overflow or vanish.
    package static func norm<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>) -> Double {
        let squares = dot(x, x)
        if squares > 0x1p-900, squares < Double.infinity { return squares.squareRoot() }
        var largest = 0.0
        for element in x {
            let magnitude = element.f64.magnitude
            if magnitude.isNaN { return magnitude }
            largest = max(largest, magnitude)
        }
        if largest == 0 || largest == .infinity { return largest }
        // By a power of two, so that the division is exact.
        let scale = Double(sign: .plus, exponent: largest.exponent, significand: 1)
        var sum = 0.0
        for element in x { sum += (element.f64 / scale) * (element.f64 / scale) }
        return sum.squareRoot() * scale
    }

    /// The place of the smallest (or largest) element, the first of equals; the place of the first NaN where there is one. Of a run that is not empty.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func extremum<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, largest: Bool) -> Int {
        var place = 0
        for i in x.indices {
            if x[i].isNaN { return i }
            if largest ? x[i] > x[place] : x[i] < x[place] { place = i }
        }
        return place
    }

    /// out[j] = sum over the rows of x[row, j], row after row.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func sumRows<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, rows: Int, columns: Int, _ out: UnsafeMutableBufferPointer<Double>) {
        out.update(repeating: 0)
        for row in 0 ..< rows {
            for column in 0 ..< columns { out[column] += x[row * columns + column].f64 }
        }
    }

    /// out[j] = sum over the rows of (x[row, j] - centers[j])^2, row after row.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func sumSquareDeviations<Scalar: LinearScalar>(
        _ x: UnsafeBufferPointer<Scalar>, rows: Int, columns: Int, from centers: UnsafeBufferPointer<Double>, _ out: UnsafeMutableBufferPointer<Double>
    ) {
        out.update(repeating: 0)
        for row in 0 ..< rows {
            for column in 0 ..< columns {
                let deviation = x[row * columns + column].f64 - centers[column]
                out[column] += deviation * deviation
            }
        }
    }

    /// out[j] = the smallest (or largest) x[row, j]; NaN where a column has one. Of at least one row.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func extremaRows<Scalar: LinearScalar>(
        _ x: UnsafeBufferPointer<Scalar>, rows: Int, columns: Int, largest: Bool, _ out: UnsafeMutableBufferPointer<Scalar>
    ) {
        for column in 0 ..< columns { out[column] = x[column] }
        for row in 1 ..< max(1, rows) {
            for column in 0 ..< columns {
                let value = x[row * columns + column]
                if value.isNaN || (largest ? value > out[column] : value < out[column]) { out[column] = value }
            }
        }
    }
}
