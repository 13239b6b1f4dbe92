import Foundation
import Linear
import Neuro
import Testing

/// What other simulators say about the standard networks: NEST 3.10 and Brian2 2.9, several seeds each (Reference/make_spiking_bands.py).
struct SpikingBands: Decodable {
    struct Row: Decodable {
        let network, simulator: String
        let seed: Int
        let rate_exc, rate_inh: Double
        let cv, swing: Double?
    }

    let rows: [Row]

    /// A network after its run, from a time on, against the mean of the references, within four of their standard deviations and 3 %: a seed is not theirs.
    static func check(_ standard: StandardNetwork, _ name: String, from start: Time) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/spiking_bands.json")
        // Of networks that die out nothing but that can be said.
        let rows = try JSONDecoder().decode(SpikingBands.self, from: Data(contentsOf: file)).rows.filter { $0.network == name && $0.rate_exc > 0 }
        try #require(rows.count > 1)
        func isWithin(_ value: Double, _ all: [Double]) -> Bool {
            let mean = all.reduce(0, +) / Double(all.count)
            let deviation = (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)).squareRoot()
            return abs(value - mean) <= 4 * deviation + 0.03 * mean
        }
        let end = standard.network.time
        let e = try standard.network.spikes(of: standard.excitatory).between(start, end), i = try standard.network.spikes(of: standard.inhibitory).between(start, end)
        #expect(isWithin(e.meanRate, rows.map(\.rate_exc)), "\(name): excitatory neurons at \(e.meanRate) Hz")
        #expect(isWithin(i.meanRate, rows.map(\.rate_inh)), "\(name): inhibitory neurons at \(i.meanRate) Hz")
        let few = try standard.network.spikes(of: standard.excitatory.slice(0 ..< 500)).between(start, end)
        // A clock's intervals vary by one step or none.
        let isClock = few.intervalVariation < 0.02 && rows.allSatisfy { $0.cv ?? 1 < 0.02 }
        #expect(isClock || isWithin(few.intervalVariation, rows.compactMap(\.cv)), "\(name): CV \(few.intervalVariation)")
        let counts = try standard.network.spikes(of: standard.cells).between(start, end).populationRate(bin: 1.ms).elements.map { $0 * Double(standard.cells.count) / 1000 }
        let mean = counts.reduce(0, +) / Double(counts.count)
        let swing = (counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count) / mean).squareRoot()
        #expect(isWithin(swing, rows.compactMap(\.swing)), "\(name): swing \(swing)")
    }
}
