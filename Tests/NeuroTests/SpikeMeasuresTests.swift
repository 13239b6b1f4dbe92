import Linear
import Neuro
import Testing

/// Measures of spike trains on trains whose values are known by hand or by theory.
struct SpikeMeasuresTests {
    private func spikes(_ list: [(Double, Int)], neurons: Int, end: Double) throws -> Spikes {
        let sorted = list.sorted { $0.0 < $1.0 }
        return try Spikes(times: Vector(sorted.map(\.0)), neurons: sorted.map(\.1), neuronCount: neurons, start: 0.ms, end: end.ms)
    }

    /// Independent Poisson trains.
    private func poisson(neurons: Int, rate: Double, end: Double) throws -> Spikes {
        var random = Random(seed: 17)
        let expected = Int(rate * end / 1000 * Double(neurons))
        let times = try random.uniform(count: expected, in: 0 ..< end).elements
        return try spikes(times.map { ($0, random.integer(in: 0 ... neurons - 1)) }, neurons: neurons, end: end)
    }

    @Test func intervalsOfAClockAndOfPairs() throws {
        let clock = try spikes((0 ..< 50).map { (Double($0) * 20 + 5, 0) }, neurons: 1, end: 1000)
        #expect(clock.meanRate == 50)
        #expect(abs(clock.intervalVariation) < 1e-12)
        #expect(abs(clock.localVariation) < 1e-12)
        #expect(try clock.fanoFactor(window: 100.ms) == 0)
        // Intervals 10, 30, 10, 30: mean 20, deviation 10; neighbours differ by 20 of 40.
        let pairs = try spikes([(0, 1), (10, 1), (40, 1), (50, 1), (80, 1)], neurons: 2, end: 100)
        #expect(pairs.intervalVariation == 0.5)
        #expect(pairs.localVariation == 1)
        #expect(pairs.rates.elements == [0, 50])
        #expect(pairs.trains[1].elements == [0, 10, 40, 50, 80])
        // Counts per 50 ms: 3 and 2 (the spike at 50 belongs to the second): mean 2.5, variance .5.
        #expect(try pairs.fanoFactor(window: 50.ms) == 0.2)
        #expect(try pairs.populationRate(bin: 50.ms).elements == [30, 20])
    }

    @Test func aPoissonProcessIsOne() throws {
        let random = try poisson(neurons: 200, rate: 20, end: 20_000)
        #expect(abs(random.intervalVariation - 1) < 0.02)
        #expect(abs(random.localVariation - 1) < 0.02)
        #expect(abs(try random.fanoFactor(window: 100.ms) - 1) < 0.02)
        // 1/sqrt(200) = .0707.
        #expect(abs(try random.synchrony(bin: 10.ms) - 0.0707) < 0.006)
    }

    @Test func lockstepIsSynchronous() throws {
        var list: [(Double, Int)] = []
        for time in stride(from: 3.0, to: 1000, by: 25) { for neuron in 0 ..< 10 { list.append((time, neuron)) } }
        let together = try spikes(list, neurons: 10, end: 1000)
        #expect(abs(try together.synchrony(bin: 5.ms) - 1) < 1e-12)
        let (frequencies, power) = try together.spectrum(bin: 1.ms)
        // 40 Hz and its harmonics, all of one height.
        let low = frequencies.elements.indices.filter { frequencies.elements[$0] > 10 && frequencies.elements[$0] < 60 }
        let peak = low.max { power.elements[$0] < power.elements[$1] } ?? 0
        #expect(abs(frequencies.elements[peak] - 40) < 1)
    }

    @Test func theSpectrumKeepsTheVariance() throws {
        let random = try poisson(neurons: 50, rate: 30, end: 16_384)
        let rate = try random.populationRate(bin: 4.ms).elements
        let mean = rate.reduce(0, +) / Double(rate.count)
        let variance = rate.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rate.count)
        let (frequencies, power) = try random.spectrum(bin: 4.ms)
        let total = power.elements.reduce(0, +) * (frequencies.elements[1] - frequencies.elements[0])
        // Parseval, up to the window's uneven weights.
        #expect(abs(total / variance - 1) < 0.1)
    }

    @Test func distancesOfTrains() throws {
        let a = Vector([10, 20, 30]), b = Vector([10, 21, 40, 50])
        #expect(try vanRossumDistance(a, a, tau: 10.ms) == 0)
        #expect(abs(try vanRossumDistance(Vector([5]), Vector([]), tau: 10.ms) - 0.5.squareRoot()) < 1e-12)
        // Two spikes far apart are as far as two spikes more: 1.
        #expect(abs(try vanRossumDistance(Vector([0]), Vector([1000]), tau: 10.ms) - 1) < 1e-12)
        // Costless: the numbers of spikes differ by one. Dear: all but the shared one taken away and added.
        #expect(try victorPurpuraDistance(a, b, cost: 0) == 1)
        #expect(try victorPurpuraDistance(a, b, cost: 100) == 5)
        // 20 -> 21 moved for .1, 30 -> 40 for 1, 50 added for 1.
        #expect(abs(try victorPurpuraDistance(a, b, cost: 0.1) - 2.1) < 1e-12)
        #expect(throws: NeuroError.self) { try victorPurpuraDistance(Vector([2, 1]), b, cost: 1) }
        #expect(throws: NeuroError.self) { try vanRossumDistance(a, b, tau: 0.ms) }
    }

    @Test func badSpikesAreRefused() throws {
        #expect(throws: NeuroError.self) { try Spikes(times: Vector([1]), neurons: [1], neuronCount: 1, start: 0.ms, end: 2.ms) }
        #expect(throws: NeuroError.self) { try Spikes(times: Vector([2, 1]), neurons: [0, 0], neuronCount: 1, start: 0.ms, end: 2.ms) }
        #expect(throws: NeuroError.self) { try Spikes(times: Vector([1, 2]), neurons: [0], neuronCount: 1, start: 0.ms, end: 2.ms) }
        #expect(throws: NeuroError.self) { try spikes([], neurons: 1, end: 100).fanoFactor(window: 80.ms) }
    }

    /// Izhikevich 2003: rhythms of the population, 7.7 ± .5 Hz and 30.6 ± 3.7 Hz, and the regularity of excitatory cells, .42.
    @Test func theNetworkOf2003HasItsRhythms() throws {
        var standard = try Networks.izhikevich2003(seed: 6)
        try standard.network.run(8.seconds)
        let (frequencies, power) = try standard.network.spikes(of: standard.cells).spectrum(bin: 1.ms)
        let list = frequencies.elements
        // Smoothed over 17 neighbours: about 2 Hz.
        let smooth = list.indices.map { i in
            let range = max(0, i - 8) ... min(list.count - 1, i + 8)
            return range.reduce(0) { $0 + power.elements[$1] } / Double(range.count)
        }
        func peak(_ low: Double, _ high: Double) -> Double {
            let inside = list.indices.filter { list[$0] > low && list[$0] < high }
            return list[inside.max { smooth[$0] < smooth[$1] } ?? 0]
        }
        #expect(abs(peak(4, 20) - 7.7) < 1.5)
        #expect(abs(peak(25, 80) - 30.6) < 7.4)
    }
}
