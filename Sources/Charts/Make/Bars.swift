/// A bar for each name.
///
/// - Parameters:
///   - names: written under the bars; long ones are shortened and turned.
///   - heights: as many numbers; a bar below 0 hangs down, NaN has none.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func bars(_ names: [String], _ heights: [Double], color: ChartColor? = nil) throws -> Chart {
    guard names.count == heights.count else {
        throw ChartError.differentLengths(first: "names", firstCount: names.count, second: "heights", secondCount: heights.count)
    }
    let bars = heights.enumerated().filter { Scale.isDrawable($0.element) }
        .map { Layer.Bar(from: Double($0.offset) - 0.38, to: Double($0.offset) + 0.38, height: $0.element) }
    var chart = Chart(layers: [Layer(.bars(bars), color: color)])
    chart.x.names = names
    return chart
}

/// How often numbers fall into each of equally wide bins.
///
/// - Parameters:
///   - values: NaN and infinite numbers are left out.
///   - bins: how many bins from the lowest to the highest number, 1 to 10,000; the last holds its upper end too (as numpy.histogram). Without it the width is
///     that of Freedman and Diaconis, 2·IQR·n^(-1/3) (doi 10.1007/BF01025868), rounded up to 1, 2 or 5 times a power of ten, with edges at its multiples.
///   - range: what the bins divide in the place of the lowest and the highest number, so that histograms laid over each other have the same bins; numbers outside
///     are left out.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.outOfRange` for a number of bins that is not allowed, or a range that is not finite.
/// - Complexity: O(n log n).
public func histogram(_ values: [Double], bins: Int? = nil, range: ClosedRange<Double>? = nil, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    if let bins, !(1 ... 10_000).contains(bins) {
        throw ChartError.outOfRange(argument: "bins", value: "\(bins)", allowed: "from 1 to 10,000")
    }
    if let range, !Scale.isDrawable(range.lowerBound) || !Scale.isDrawable(range.upperBound) {
        throw ChartError.outOfRange(argument: "range", value: "\(range)", allowed: "finite")
    }
    let counted = values.filter { Scale.isDrawable($0) && range?.contains($0) ?? true }
    let bars = Binning(counted, bins: bins, range: range).bars
    return Chart(layers: [Layer(.bars(bars), name: name, color: color)]).yLabel("count")
}
