import Linear
import Neuro
import Testing

@Suite struct HRFTests {
    @Test func samplesAsNilearnDoes() throws {
        for row in try EncodingReference.table("encoding-hrf.tsv") {
            let hrf: HRF = row[0] == "spm" ? .spm : .glover
            let samples = try hrf.samples(repetitionTime: Double(row[1])!, oversampling: Int(row[2])!)
            let expected = EncodingReference.numbers(row[3])
            #expect(samples.count == expected.count)
            #expect(zip(samples.elements, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(row[0]) \(row[1]) \(row[2])")
        }
    }

    @Test func convolvesEventsAsNilearnDoes() throws {
        for row in try EncodingReference.table("encoding-events.tsv") {
            let onsets = Vector(EncodingReference.numbers(row[4]))
            let design = try Design(
                onsets: onsets, durations: Vector(EncodingReference.numbers(row[5])), kinds: onsets.elements.map { _ in "event" }, scans: Int(row[1])!,
                repetitionTime: Double(row[2])!, hrf: row[0] == "spm" ? .spm : .glover, oversampling: Int(row[3])!)
            let expected = EncodingReference.numbers(row[6])
            #expect(largestDifference(design.matrix.elements, expected, floor: 1) < 1e-12, "\(row[0]) \(row[1])")
        }
    }

    @Test func refusesStepsThatSampleNothing() {
        #expect(throws: NeuroError.invalid(name: "repetitionTime", value: "0.0", must: "a positive number of seconds")) { try HRF.glover.samples(repetitionTime: 0) }
        for time in [-1, Double.nan, .infinity, 20, 1e-9] {
            #expect(throws: NeuroError.self) { try HRF.spm.samples(repetitionTime: time) }
        }
        #expect(throws: NeuroError.self) { try HRF.spm.samples(repetitionTime: 2, oversampling: 0) }
        func events(_ onsets: Vector, _ durations: Vector, scans: Int = 10) throws -> Design {
            try Design(onsets: onsets, durations: durations, kinds: ["a", "b"], scans: scans, repetitionTime: 2)
        }
        #expect(throws: NeuroError.self) { try events([0], [1, 1]) }
        #expect(throws: NeuroError.self) { try events([0, 1], [1, -1]) }
        #expect(throws: NeuroError.self) { try events([0, .nan], [1, 1]) }
        #expect(throws: NeuroError.self) { try events([0, -30], [1, 1]) }
        #expect(throws: NeuroError.self) { try events([0, 1], [1, 1], scans: 1) }
    }
}
