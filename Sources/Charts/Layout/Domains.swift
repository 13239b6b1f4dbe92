/// From where to where the axes go.
struct Domains {
    var x, y: Scale
    /// Of the axis at the right, if there is one.
    var right: Scale?

    init(_ chart: Chart, _ grids: [CellGrid], height: Double) {
        let hasCells = !grids.isEmpty
        var x = Extent(isLogarithmic: chart.x.isLogarithmic && !hasCells, countsThings: true)
        var y = Extent(isLogarithmic: chart.y.isLogarithmic && !hasCells, countsThings: false)
        var right = Extent(isLogarithmic: chart.right?.isLogarithmic ?? false, countsThings: false)
        for layer in chart.layers {
            if layer.isOnRight ?? false { Self.extend(&x, &right, layer.mark) } else { Self.extend(&x, &y, layer.mark) }
        }
        for grid in grids where grid.cells.rows > 0 && grid.cells.columns > 0 {
            (x.isLoose, y.isLoose, x.hasMargin) = (false, false, false)
            [grid.left, grid.right].forEach { x.add($0) }
            [grid.first, grid.last].forEach { y.add($0) }
            (x.countsThings, y.countsThings) = (grid.cells.xRange == nil, grid.cells.yRange == nil)
            (x.isWhole, y.isWhole) = (true, true)
        }
        self.x = x.scale(chart.x.range, ticks: 0, nice: false)
        self.y = y.scale(chart.y.range, ticks: Frame.yTickCount(height), nice: y.isLoose)
        self.y.isReversed = grids.first.map { !$0.cells.firstRowAtBottom } ?? false
        self.right = chart.right.map { right.scale($0.range, ticks: Frame.yTickCount(height), nice: right.isLoose) }
    }

    /// Makes the axes of several charts go from the lowest of their ends to the highest. Those of one kind only, linear or logarithmic, can be shared.
    /// - Returns: which are.
    static func share(_ domains: inout [Domains], x: Bool, y: Bool) -> (x: Bool, y: Bool) {
        func share(_ axis: WritableKeyPath<Domains, Scale>) -> Bool {
            let scales = domains.map { $0[keyPath: axis] }
            guard let first = scales.first, scales.allSatisfy({ $0.isLogarithmic == first.isLogarithmic && $0.isReversed == first.isReversed }) else { return false }
            let lower = scales.map(\.lower).min() ?? first.lower, upper = scales.map(\.upper).max() ?? first.upper
            let isWhole = scales.allSatisfy(\.isWhole)
            for index in domains.indices {
                (domains[index][keyPath: axis].lower, domains[index][keyPath: axis].upper, domains[index][keyPath: axis].isWhole) = (lower, upper, isWhole)
            }
            return true
        }
        return (x && share(\.x), y && share(\.y))
    }

    private static func extend(_ x: inout Extent, _ y: inout Extent, _ mark: Layer.Mark) {
        switch mark {
        case .line(let xs, let ys):
            extend(&x, &y, xs.values, ys.values)
            y.isLoose = true
        case .points(let xs, let ys):
            extend(&x, &y, xs.values, ys.values)
            (x.isLoose, y.isLoose) = (true, true)
            x.hasMargin = true
        case .band(let xs, let lows, let highs):
            extend(&x, &y, xs.values, lows.values)
            extend(&x, &y, xs.values, highs.values)
            y.isLoose = true
        case .spans(let xs, let lows, let highs, let hasCaps):
            extend(&x, &y, xs.values, lows.values)
            extend(&x, &y, xs.values, highs.values)
            (x.hasMargin, x.isLoose, y.isLoose) = (true, true, hasCaps || y.isLoose)
        case .arrows(let xs, let ys, _, _, _):
            extend(&x, &y, xs.values, ys.values)
            (x.hasMargin, y.isLoose) = (true, true)
        case .bars(let bars):
            y.countsThings = true
            x.countsThings = false
            for bar in bars {
                x.add(bar.from)
                x.add(bar.to)
                y.add(bar.height)
                if let foot = bar.foot { y.add(foot) }
            }
            y.add(0)
            x.hasMargin = true
            y.isLoose = true
        case .notes(let notes):
            for note in notes where x.holds(note.x) && y.holds(note.y) {
                x.add(note.x, isCounted: false)
                y.add(note.y, isCounted: false)
            }
        case .rule(.vertical(let place)): x.add(place, isCounted: false)
        case .rule(.horizontal(let place)): y.add(place, isCounted: false)
        case .region(.vertical(let range)): for end in [range.lowerBound, range.upperBound] { x.add(end, isCounted: false) }
        case .region(.horizontal(let range)): for end in [range.lowerBound, range.upperBound] { y.add(end, isCounted: false) }
        case .cells: break
        }
    }

    private static func extend(_ x: inout Extent, _ y: inout Extent, _ xs: [Double], _ ys: [Double]) {
        // Local, so that they stay in registers.
        var (ownX, ownY) = (x, y)
        for index in 0 ..< min(xs.count, ys.count) where ownX.holds(xs[index]) && ownY.holds(ys[index]) {
            ownX.add(xs[index])
            ownY.add(ys[index])
        }
        (x, y) = (ownX, ownY)
    }
}

/// The lowest and the highest of some numbers, and how much room is wanted beyond them.
private struct Extent {
    var isLogarithmic: Bool
    var lowest = Double.infinity
    var highest = -Double.infinity
    /// Whether the axis may end at a tick beyond the data.
    var isLoose = false
    var hasMargin = false
    /// Whether whole numbers on it are taken as counts: steps of a series, heights of a histogram.
    var countsThings: Bool
    var isWhole = true

    init(isLogarithmic: Bool, countsThings: Bool) {
        self.isLogarithmic = isLogarithmic
        self.countsThings = countsThings
    }

    func holds(_ value: Double) -> Bool { Scale.holds(value, isLogarithmic: isLogarithmic) }

    mutating func add(_ value: Double, isCounted: Bool = true) {
        guard holds(value) else { return }
        lowest = min(lowest, value)
        highest = max(highest, value)
        if isCounted, value != value.rounded() { isWhole = false }
    }

    func scale(_ wanted: ClosedRange<Double>?, ticks: Int, nice: Bool) -> Scale {
        let isEmpty = lowest > highest
        var (low, high) = isEmpty ? (isLogarithmic ? 1.0 : 0.0, isLogarithmic ? 10.0 : 1.0) : (lowest, highest)
        if isLogarithmic {
            // 3 % of the way on both sides; at least a factor of 2 where there is one value.
            if high / low < 1.000001 { (low, high) = (low / 2, high * 2) }
            if isLoose || hasMargin, !isEmpty {
                // The 32nd root; the first square root apart, since the quotient itself may overflow.
                let room = (high.squareRoot() / low.squareRoot()).squareRoot().squareRoot().squareRoot().squareRoot()
                (low, high) = (max(low / room, 1e-300), min(high * room, 1e300))
            }
        } else {
            (low, high) = Scale.widened(low, high)
            if nice, !isEmpty {
                let exact = TickStep(span: high - low, count: ticks)
                let step = countsThings && isWhole && exact.exponent < 0 ? TickStep(atLeast: 1) : exact
                (low, high) = (step.floor(low), step.ceiling(high))
            } else if hasMargin, !isEmpty {
                let room = (high - low) * 0.03
                (low, high) = (low - room, high + room)
            }
        }
        var scale = Scale(lower: low, upper: high, isLogarithmic: isLogarithmic)
        scale.isWhole = countsThings && isWhole && !isEmpty
        if let wanted {
            if holds(wanted.lowerBound) { scale.lower = wanted.lowerBound }
            if holds(wanted.upperBound) { scale.upper = wanted.upperBound }
            if scale.lower > scale.upper { (scale.lower, scale.upper) = holds(wanted.lowerBound) ? (scale.lower, scale.lower) : (scale.upper, scale.upper) }
            if isLogarithmic {
                if scale.upper / scale.lower < 1.000001 { (scale.lower, scale.upper) = (scale.lower / 2, scale.upper * 2) }
            } else {
                (scale.lower, scale.upper) = Scale.widened(scale.lower, scale.upper)
            }
            scale.clips = true
        }
        return scale
    }
}
