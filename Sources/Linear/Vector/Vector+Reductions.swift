// Sums are made in double precision, whatever the vector's own, in an order that depends on the count alone.

extension VectorOf {
    /// The sum of the elements; 0 of an empty vector.
    public func sum() -> Scalar { .rounding(withUnsafeBufferPointer(Reduction.sum)) }

    /// The arithmetic mean.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty vector.
    public func mean() throws -> Scalar {
        try require(1, for: "mean")
        return .rounding(withUnsafeBufferPointer(Reduction.mean))
    }

    /// The variance: the sum of the squared deviations from the mean, divided by `count - ddof`.
    ///
    /// - Parameter ddof: What is taken off the count. 0, the default, gives the variance of the elements themselves; 1 the unbiased estimate of the
    ///   variance of what they are a sample of.
    /// - Throws: `LinearError.tooFewElements` unless there are more than `ddof` elements.
    public func variance(ddof: Int = 0) throws -> Scalar { .rounding(try squaredDeviation(ddof: ddof, for: "variance")) }

    /// The standard deviation: the square root of the variance.
    ///
    /// - Parameter ddof: What is taken off the count, see `variance`.
    /// - Throws: `LinearError.tooFewElements` unless there are more than `ddof` elements.
    public func standardDeviation(ddof: Int = 0) throws -> Scalar { .rounding(try squaredDeviation(ddof: ddof, for: "standardDeviation").squareRoot()) }

    /// The smallest element; NaN where there is one.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty vector.
    public func minimum() throws -> Scalar { elements[try argmin()] }

    /// The largest element; NaN where there is one.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty vector.
    public func maximum() throws -> Scalar { elements[try argmax()] }

    /// The place of the smallest element, the first of equals (of the first NaN where there is one).
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty vector.
    public func argmin() throws -> Int {
        try require(1, for: "argmin")
        return withUnsafeBufferPointer { Reduction.extremum($0, largest: false) }
    }

    /// The place of the largest element, the first of equals (of the first NaN where there is one).
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty vector.
    public func argmax() throws -> Int {
        try require(1, for: "argmax")
        return withUnsafeBufferPointer { Reduction.extremum($0, largest: true) }
    }

    /// The Euclidean norm, the square root of the sum of squares, without overflow on the way.
    public func norm() -> Scalar { .rounding(withUnsafeBufferPointer(Reduction.norm)) }

    /// The inner product, the sum of the products of the elements.
    ///
    /// - Throws: `LinearError.shapeMismatch` where the counts differ.
    public func dot(_ other: VectorOf<Scalar>) throws -> Scalar {
        guard count == other.count else {
            throw LinearError.shapeMismatch(operation: "dot", left: [count], right: [other.count], requirement: "both vectors must have the same count")
        }
        return .rounding(withUnsafeBufferPointer { x in other.withUnsafeBufferPointer { Reduction.dot(x, $0) } })
    }

    /// The median: the middle element in order of size, or the mean of the two in the middle.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty vector, `LinearError.notFinite` where there is a NaN.
    public func median() throws -> Scalar { try quantile(0.5) }

    /// The value below which the fraction `fraction` of the elements lies; between two elements, interpolated linearly.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty vector, `LinearError.notFinite` where there is a NaN, `LinearError.invalidArgument` for a
    ///   fraction outside 0 ... 1.
    /// - Complexity: O(n log n).
    public func quantile(_ fraction: Scalar) throws -> Scalar { try quantiles([fraction])[0] }

    /// Several quantiles at once (see `quantile`).
    ///
    /// - Throws: As `quantile`.
    /// - Complexity: O(n log n) for all of them.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func quantiles(_ fractions: VectorOf<Scalar>) throws -> VectorOf<Scalar> {
        try require(1, for: "quantile")
        if let nan = elements.firstIndex(where: \.isNaN) { throw LinearError.notFinite(argument: "the vector", position: [nan]) }
        let ordered = sorted().elements
        return VectorOf(
            try fractions.elements.map { fraction in
                guard fraction >= 0, fraction <= 1 else {
                    throw LinearError.invalidArgument(name: "fraction", value: "\(fraction)", requirement: "it must be in 0...1")
                }
                let place = fraction.f64 * Double(count - 1)
                let below = Int(place)
                let above = min(below + 1, count - 1)
                let part = place - Double(below)
                if part == 0 || ordered[below] == ordered[above] { return ordered[below] }
                return .rounding(ordered[below].f64 + part * (ordered[above].f64 - ordered[below].f64))
            })
    }

    /// The value below which `percent` per cent of the elements lie (see `quantile`).
    ///
    /// - Throws: As `quantile`, for a percentage outside 0 ... 100.
    public func percentile(_ percent: Scalar) throws -> Scalar {
        guard percent >= 0, percent <= 100 else {
            throw LinearError.invalidArgument(name: "percent", value: "\(percent)", requirement: "it must be in 0...100")
        }
        return try quantile(percent / 100)
    }

    /// How many elements fall into each of `bins` intervals of equal width, and the `bins + 1` edges of these. An interval includes its lower edge, the
    /// last one both. Elements outside, and NaNs, are not counted.
    ///
    /// - Parameter range: The whole that is divided; by default from the smallest to the largest element (widened by 0.5 each way if they are equal).
    /// - Throws: `LinearError.invalidArgument` for fewer than one bin or a range without width, `LinearError.tooFewElements` for an empty vector without
    ///   a range, `LinearError.notFinite` for an element that is not finite without a range.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func histogram(bins: Int = 10, range: ClosedRange<Scalar>? = nil) throws -> (counts: [Int], edges: VectorOf<Scalar>) {
        guard bins >= 1, bins <= 1 << 24 else {
            throw LinearError.invalidArgument(name: "bins", value: "\(bins)", requirement: "there must be between 1 and \(1 << 24)")
        }
        let (low, high) = try histogramBounds(range)
        let edges = try VectorOf.linspace(from: .rounding(low), through: .rounding(high), count: bins + 1)
        var counts = [Int](repeating: 0, count: bins)
        for element in elements where element.f64 >= low && element.f64 <= high {
            var bin = min(Int((element.f64 - low) / (high - low) * Double(bins)), bins - 1)
            // The division may have rounded over an edge; the edges decide.
            if element < edges.elements[bin] { bin -= 1 } else if bin + 1 < bins, element >= edges.elements[bin + 1] { bin += 1 }
            counts[max(0, bin)] += 1
        }
        return (counts, edges)
    }

    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    private func histogramBounds(_ range: ClosedRange<Scalar>?) throws -> (low: Double, high: Double) {
        if let range {
            let (low, high) = (range.lowerBound.f64, range.upperBound.f64)
            guard low < high, (high - low).isFinite else {
                throw LinearError.invalidArgument(name: "range", value: "\(low)...\(high)", requirement: "it must have a finite width above zero")
            }
            return (low, high)
        }
        try require(1, for: "histogram")
        if let bad = elements.firstIndex(where: { !$0.isFinite }) { throw LinearError.notFinite(argument: "the vector", position: [bad]) }
        let (low, high) = (try minimum().f64, try maximum().f64)
        return low == high ? (low - 0.5, high + 0.5) : (low, high)
    }

    private func squaredDeviation(ddof: Int, for operation: String) throws -> Double {
        guard ddof >= 0 else { throw LinearError.invalidArgument(name: "ddof", value: "\(ddof)", requirement: "it must not be negative") }
        try require(ddof < Int.max ? ddof + 1 : ddof, for: operation)
        return withUnsafeBufferPointer { Reduction.variance($0, ddof: ddof) }
    }

    /// Throws unless there are at least `required` elements.
    func require(_ required: Int, for operation: String) throws {
        if count < required { throw LinearError.tooFewElements(operation: operation, count: count, required: required) }
    }
}
