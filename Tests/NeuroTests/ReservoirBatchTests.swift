import Linear
import Neuro
import Testing

/// Many at once are the same as one after the other, to the bit.
@Suite struct ReservoirBatchTests {
    @Test func seedsAreTheSameAsAlone() throws {
        let series = try Dataset.mackeyGlass(steps: 700)
        for threads in [1, 2] {
            try Threads.withLimit(threads) {
                var batch = try ReservoirBatch(units: 40, spectralRadius: 1.1, leakRate: 0.5, seeds: 3 ..< 10)
                let states = try batch.run(series[..<100])
                #expect(batch.count == 7)
                for (i, seed) in (3 ..< 10).enumerated() {
                    var alone = try Reservoir(units: 40, spectralRadius: 1.1, leakRate: 0.5, seed: seed)
                    #expect(try alone.run(series[..<100]) == states[i])
                    #expect(alone == batch.members[i])
                }
                let fits = try batch.train(series[..<500], washout: 50)
                var alone = try Reservoir(units: 40, spectralRadius: 1.1, leakRate: 0.5, seed: 5)
                #expect(try alone.train(series[..<500], washout: 50) == fits[2])
                let errors = try batch.errors(inputs: series[..<699], targets: series[1...], training: 500, washout: 50)
                let fit = try alone.train(inputs: series[..<500], targets: series[1 ..< 501], washout: 50)
                #expect(try errors[2] == nrmse(fit.predict(series[500 ..< 699]), series[501...]))
            }
        }
        #expect(throws: NeuroError.self) { try ReservoirBatch(units: 40, seeds: []) }
        #expect(throws: NeuroError.self) { try ReservoirBatch(units: 40, spectralRadius: -1, seeds: 0 ..< 3) }
        #expect(throws: NeuroError.self) { try ReservoirBatch([Reservoir(units: 3), Reservoir(units: 3, inputs: 2)]) }
        var batch = try ReservoirBatch(units: 4, seeds: 0 ..< 3)
        #expect(throws: NeuroError.self) { try batch.run(Vector([1, .infinity])) }
    }

    @Test(arguments: [0.1, 0.5]) func sequencesAreTheSameAsAlone(density: Double) throws {
        var random = Random(seed: 1)
        // More than one group, of lengths that differ, and rows of weights that differ in length.
        let sequences = try (0 ..< 45).map { try random.normal(rows: 3 + ($0 * 7) % 40, columns: 2) }
        var esn = try Reservoir(units: 37, inputs: 2, density: density, leakRate: 0.7, topology: .independent, seed: 2)
        _ = try esn.run(sequences[0])
        for threads in [1, 2] {
            let together = try Threads.withLimit(threads) { try esn.run(sequences: sequences) }
            for (sequence, states) in zip(sequences, together) {
                var alone = esn
                #expect(try alone.run(sequence) == states)
            }
        }
        #expect(try esn.run(sequences: []).isEmpty)
        #expect(throws: NeuroError.self) { try esn.run(sequences: [sequences[0], Matrix(rows: 2, columns: 1, repeating: 0)]) }
    }
}
