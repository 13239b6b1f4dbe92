import Foundation
import Linear
import Neuro
import Testing

/// The measures of spike trains against those of elephant 1.2.1 (Reference/make_spike_measures.py).
struct SpikeReferenceTests {
    private struct Reference: Decodable {
        let trains: [[Double]]
        let cv, cv2, fano: [Double]
        let victor_purpura, van_rossum: [String: [[Double]]]
    }

    private static func load() throws -> Reference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/spike_measures.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }

    private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }

    @Test func intervalsAndCountsAreThoseOfElephant() throws {
        let reference = try Self.load()
        for (k, train) in reference.trains.enumerated() {
            let spikes = try Spikes(times: Vector(train), neurons: train.map { _ in 0 }, neuronCount: 1, start: 0.ms, end: 1.seconds)
            #expect(near(spikes.intervalVariation, reference.cv[k]))
            #expect(near(spikes.localVariation, reference.cv2[k]))
            #expect(near(try spikes.fanoFactor(window: 100.ms), reference.fano[k]))
        }
        // All together: the means over neurons.
        let all = reference.trains.enumerated().flatMap { k, train in train.map { ($0, k) } }.sorted { $0 < $1 }
        let spikes = try Spikes(times: Vector(all.map(\.0)), neurons: all.map(\.1), neuronCount: 6, start: 0.ms, end: 1.seconds)
        #expect(near(spikes.intervalVariation, reference.cv.reduce(0, +) / 6))
        #expect(near(spikes.localVariation, reference.cv2.reduce(0, +) / 6))
    }

    @Test func distancesAreThoseOfElephant() throws {
        let reference = try Self.load()
        for (cost, table) in reference.victor_purpura {
            for (i, a) in reference.trains.enumerated() {
                for (j, b) in reference.trains.enumerated() {
                    #expect(near(try victorPurpuraDistance(Vector(a), Vector(b), cost: Double(cost) ?? .nan), table[i][j]))
                }
            }
        }
        for (tau, table) in reference.van_rossum {
            for (i, a) in reference.trains.enumerated() {
                for (j, b) in reference.trains.enumerated() {
                    // Elephant leaves out the factor ½ that van Rossum's integral of one exponential has.
                    #expect(abs(try vanRossumDistance(Vector(a), Vector(b), tau: (Double(tau) ?? .nan).ms) - table[i][j] * 0.5.squareRoot()) < 1e-6)
                }
            }
        }
    }
}
