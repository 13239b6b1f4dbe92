import CKernels
import Linear

/// The intervals and counts of spike trains, neuron by neuron.
extension Spikes {
    /// The spike times of each neuron, in ms.
    public var trains: [Vector] { split.map { Vector($0) } }

    /// The rate of each neuron, in Hz.
    public var rates: Vector {
        let seconds = (end - start).seconds
        return Vector(split.map { seconds > 0 ? Double($0.count) / seconds : 0 })
    }

    /// The coefficient of variation of the intervals between a neuron's spikes, averaged over the neurons with at least two intervals; NaN when there are none.
    /// 1 for a Poisson process, 0 for a clock.
    public var intervalVariation: Double {
        mean(
            split.compactMap { train in
                guard train.count > 2 else { return nil }
                let intervals = zip(train, train.dropFirst()).map { $1 - $0 }
                let average = mean(intervals)
                let variance = intervals.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(intervals.count)
                return average > 0 ? variance.squareRoot() / average : nil
            })
    }

    /// The mean of 2 |a − b| / (a + b) over neighbouring intervals a, b of a neuron, averaged over neurons; NaN when there are none.
    /// Not led astray by slow changes of the rate. G. R. Holt et al. 1996, doi:10.1152/jn.1996.75.5.1806.
    public var localVariation: Double {
        mean(
            split.compactMap { train in
                guard train.count > 2 else { return nil }
                let intervals = zip(train, train.dropFirst()).map { $1 - $0 }
                return mean(zip(intervals, intervals.dropFirst()).map { $0 + $1 > 0 ? 2 * abs($1 - $0) / ($0 + $1) : 0 })
            })
    }

    /// The variance over the mean of a neuron's spike counts in windows of this length, averaged over the neurons that spike; NaN when none does. 1 for a Poisson process.
    ///
    /// - Throws: `NeuroError` for a window that is not above 0, or of which fewer than two fit.
    public func fanoFactor(window: Time) throws -> Double {
        let counts = try counts(bin: window, leastBins: 2)
        return mean(
            counts.compactMap { row in
                let average = mean(row)
                return average > 0 ? row.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(row.count - 1) / average : nil
            })
    }

    /// The rate of the population in bins of this length, in Hz per neuron.
    ///
    /// - Throws: `NeuroError` for a bin that is not above 0, or longer than the time observed.
    public func populationRate(bin: Time) throws -> Vector {
        let bins = try binCount(bin, least: 1)
        var sums = [Double](repeating: 0, count: bins)
        for time in times.elements {
            let index = place(of: time, bin)
            if index >= 0, index < bins { sums[index] += 1 }
        }
        return Vector(sums.map { $0 / Double(neuronCount) / bin.seconds })
    }

    /// Golomb's measure of synchrony in bins of this length: the standard deviation of the mean activity over the root mean square of that of single neurons. 1 when all do
    /// the same, about 1/√neurons when each goes its own way. D. Golomb and J. Rinzel 1993, doi:10.1103/PhysRevE.48.4810.
    ///
    /// - Throws: `NeuroError` for a bin that is not above 0, or of which fewer than two fit.
    public func synchrony(bin: Time) throws -> Double {
        let counts = try counts(bin: bin, leastBins: 2)
        func variance(_ values: [Double]) -> Double {
            let average = mean(values)
            return values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(values.count)
        }
        let together = (0 ..< counts[0].count).map { bin in counts.reduce(0) { $0 + $1[bin] } / Double(counts.count) }
        return (variance(together) / mean(counts.map(variance))).squareRoot()
    }

    /// The power spectrum of the population's rate: for each frequency the power in Hz² per Hz, its mean taken off and a Hann window laid over it.
    ///
    /// - Parameter bin: the length of the rate's bins; the highest frequency is half its inverse.
    /// - Returns: the frequencies, in Hz, from 1/duration up, and the power at each.
    /// - Throws: `NeuroError` for a bin that is not above 0, or of which fewer than eight fit.
    public func spectrum(bin: Time) throws -> (frequencies: Vector, power: Vector) {
        let bins = try binCount(bin, least: 8)
        let rate = try populationRate(bin: bin).elements
        let average = mean(rate)
        var weights = 0.0
        let windowed = rate.enumerated().map { index, value in
            let window = 0.5 - 0.5 * Turn.cosine(Double(index) / Double(bins))
            weights += window * window
            return (value - average) * window
        }
        let transform = Turn.spectrum(windowed)
        let seconds = bin.seconds
        let length = transform.real.count
        let half = 1 ..< length / 2
        return (
            Vector(half.map { Double($0) / (Double(length) * seconds) }),
            Vector(half.map { 2 * seconds / weights * (transform.real[$0] * transform.real[$0] + transform.imaginary[$0] * transform.imaginary[$0]) })
        )
    }

    private var split: [[Double]] {
        var result = [[Double]](repeating: [], count: neuronCount)
        for (time, neuron) in zip(times.elements, neurons) { result[neuron].append(time) }
        return result
    }

    private func mean(_ values: [Double]) -> Double { values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count) }

    private func binCount(_ bin: Time, least: Int) throws -> Int {
        try Check.positive(bin.milliseconds, "bin")
        // A whole number of bins may come out a rounding error short.
        let bins = ((end - start).milliseconds / bin.milliseconds + 1e-9).rounded(.down)
        guard bins >= Double(least), bins < 1e9 else {
            throw NeuroError.invalid(name: "bin", value: "\(bin)", must: "such that \(least) to 1,000,000,000 of them fit into \(end - start)")
        }
        return Int(bins)
    }

    private func place(of time: Double, _ bin: Time) -> Int { Int(((time - start.milliseconds) / bin.milliseconds + 1e-9).rounded(.down)) }

    private func counts(bin: Time, leastBins: Int) throws -> [[Double]] {
        let bins = try binCount(bin, least: leastBins)
        _ = try Allocation.count(of: [neuronCount, bins], named: "the counts", as: Double.self)
        var counts = [[Double]](repeating: [Double](repeating: 0, count: bins), count: neuronCount)
        for (time, neuron) in zip(times.elements, neurons) {
            let index = place(of: time, bin)
            if index >= 0, index < bins { counts[neuron][index] += 1 }
        }
        return counts
    }
}

/// Sines and cosines of turns, and the Fourier transform made of them.
enum Turn {
    static func cosine(_ turns: Double) -> Double {
        var (x, y) = ((turns - turns.rounded(.down)) * 6.283185307179586, 0.0)
        engram_cos_f64(&x, &y, 1)
        return y
    }

    static func sine(_ turns: Double) -> Double { cosine(turns - 0.25) }

    /// The discrete Fourier transform of a series filled up with zeros to a power of two (J. W. Cooley and J. W. Tukey 1965, doi:10.1090/S0025-5718-1965-0178586-1).
    static func spectrum(_ series: [Double]) -> (real: [Double], imaginary: [Double]) {
        var count = 1, bits = 0
        while count < series.count {
            count *= 2
            bits += 1
        }
        var real = [Double](repeating: 0, count: count), imaginary = real
        for (i, value) in series.enumerated() {
            var reversed = 0
            for bit in 0 ..< bits where i & 1 << bit != 0 { reversed |= 1 << (bits - 1 - bit) }
            real[reversed] = value
        }
        var half = 1
        while half < count {
            for k in 0 ..< half {
                let turn = Double(k) / Double(2 * half), c = cosine(turn), s = -sine(turn)
                for i in stride(from: k, to: count, by: 2 * half) {
                    let j = i + half
                    let (a, b) = (c * real[j] - s * imaginary[j], c * imaginary[j] + s * real[j])
                    (real[j], imaginary[j]) = (real[i] - a, imaginary[i] - b)
                    (real[i], imaginary[i]) = (real[i] + a, imaginary[i] + b)
                }
            }
            half *= 2
        }
        return (real, imaginary)
    }
}

/// Van Rossum's distance of two spike trains: each spike becomes an exponential of time constant τ, and the distance is √(∫ (f − g)² dt / τ).
/// One spike more or less makes √½. M. C. W. van Rossum 2001, doi:10.1162/089976601300014321.
///
/// - Parameters:
///   - a: times in ms.
///   - b: times in ms.
///   - tau: the time constant. Short ones look at coincidences, long ones at rates.
/// - Throws: `NeuroError` for times that are not finite, or a time constant that is not above 0.
/// - Complexity: O(n²).
public func vanRossumDistance(_ a: Vector, _ b: Vector, tau: Time) throws -> Double {
    try Check.finite(a.elements, "a")
    try Check.finite(b.elements, "b")
    try Check.positive(tau.milliseconds, "tau")
    func overlap(_ x: Vector, _ y: Vector) -> Double {
        x.elements.reduce(0) { sum, t in y.elements.reduce(sum) { $0 + Elementary.exp(-abs(t - $1) / tau.milliseconds) } }
    }
    return max(0, (overlap(a, a) + overlap(b, b) - 2 * overlap(a, b)) / 2).squareRoot()
}

/// Victor and Purpura's distance of two spike trains: the least cost of turning one into the other, where taking a spike away or adding one costs 1, and moving one
/// by t ms costs `cost` · t. J. D. Victor and K. P. Purpura 1996, doi:10.1152/jn.1996.76.2.1310.
///
/// - Parameters:
///   - a: times in ms, ascending.
///   - b: times in ms, ascending.
///   - cost: the cost of moving a spike by 1 ms, at least 0.
/// - Throws: `NeuroError` for times that are not finite or not ascending, or a negative cost.
/// - Complexity: O(n²).
public func victorPurpuraDistance(_ a: Vector, _ b: Vector, cost: Double) throws -> Double {
    for (train, name) in [(a.elements, "a"), (b.elements, "b")] {
        try Check.finite(train, name)
        guard zip(train, train.dropFirst()).allSatisfy({ $0 <= $1 }) else { throw NeuroError.invalid(name: name, value: "out of order", must: "ascending") }
    }
    try Check.notNegative(cost, "cost")
    var row = (0 ... b.count).map(Double.init)
    for s in a.elements {
        var diagonal = row[0]
        row[0] += 1
        for (j, t) in b.elements.enumerated() {
            let moved = diagonal + cost * abs(s - t)
            diagonal = row[j + 1]
            row[j + 1] = min(moved, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}
