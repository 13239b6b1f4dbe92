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
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.outOfRange` for a number of bins that is not allowed.
/// - Complexity: O(n log n).
public func histogram(_ values: [Double], bins: Int? = nil, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    if let bins, !(1 ... 10_000).contains(bins) {
        throw ChartError.outOfRange(argument: "bins", value: "\(bins)", allowed: "from 1 to 10,000")
    }
    let bars = Binning(values.filter(Scale.isDrawable), bins: bins).bars
    return Chart(layers: [Layer(.bars(bars), name: name, color: color)]).yLabel("count")
}
