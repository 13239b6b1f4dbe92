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

    @Test func derivativesAsNilearnDoes() throws {
        for row in try EncodingReference.table("hrf-derivatives.tsv") {
            let hrf: HRF = row[1] == "spm" ? .spm : .glover
            let (time, oversampling) = (Double(row[2])!, Int(row[3])!)
            let samples =
                try row[0] == "time"
                ? hrf.timeDerivative(repetitionTime: time, oversampling: oversampling) : hrf.dispersionDerivative(repetitionTime: time, oversampling: oversampling)
            #expect(largestDifference(samples.elements, EncodingReference.numbers(row[4]), floor: 1) < 1e-12, "\(row[0]) \(row[1])")
        }
    }

    /// 54 responses that SPM computed, of other shapes. They were written with ten digits.
    @Test func samplesAsSPMDoes() throws {
        let rows = try EncodingReference.table("hrf-spm.tsv")
        #expect(rows.count == 54)
        for row in rows {
            let p = row.prefix(6).map { Double($0)! }
            let hrf = HRF.doubleGamma(peak: p[1], undershoot: p[2], width: p[3], undershootWidth: p[4], ratio: 1 / p[5])
            let samples = try hrf.samples(repetitionTime: p[0])
            #expect(largestDifference(samples.elements, EncodingReference.numbers(row[6]), floor: 1) < 1e-9)
        }
        #expect(try HRF.spm12.samples(repetitionTime: 2) == HRF.doubleGamma(peak: 6, undershoot: 16, width: 1, undershootWidth: 1, ratio: 1.0 / 6).samples(repetitionTime: 2))
    }

    @Test func basesAsNilearnDoes() throws {
        for row in try EncodingReference.table("hrf-bases.tsv") {
            let basis: HRFBasis = row[0] == "fir" ? .fir(delays: [0, 1, 3]) : row[0].hasSuffix("dispersion") ? .timeAndDispersionDerivatives : .timeDerivative
            let onsets = Vector(EncodingReference.numbers(row[4]))
            let design = try Design(
                onsets: onsets, durations: Vector(EncodingReference.numbers(row[5])), kinds: onsets.elements.map { _ in "face" }, scans: Int(row[1])!,
                repetitionTime: Double(row[2])!, hrf: row[0].hasPrefix("glover") ? .glover : .spm, oversampling: Int(row[3])!,
                amplitudes: Vector(EncodingReference.numbers(row[6])), basis: basis)
            #expect(largestDifference(design.matrix.elements, EncodingReference.numbers(row[7]), floor: 1) < 1e-12, "\(row[0]) \(row[1])")
        }
        let named = try Design(onsets: [0, 5], durations: [1, 1], kinds: ["face", "house"], scans: 20, repetitionTime: 2, basis: .timeDerivative)
        #expect(named.names == ["face", "face (time)", "house", "house (time)"])
    }

    @Test func refusesStepsThatSampleNothing() throws {
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
        #expect(throws: NeuroError.self) { try HRF.doubleGamma(peak: 0, undershoot: 16, width: 1, undershootWidth: 1, ratio: 0).samples(repetitionTime: 2) }
        #expect(throws: NeuroError.self) { try HRF.doubleGamma(peak: 6, undershoot: 6, width: 1, undershootWidth: 1, ratio: 1).samples(repetitionTime: 2) }
        #expect(throws: NeuroError.self) { try HRF.doubleGamma(peak: 6, undershoot: 16, width: .nan, undershootWidth: 1, ratio: 1).dispersionDerivative(repetitionTime: 2) }
        for delays in [[], [-1], [11], [1, 1], [Int.max]] {
            #expect(throws: NeuroError.self) {
                try Design(onsets: [0, 1], durations: [1, 1], kinds: ["a", "b"], scans: 10, repetitionTime: 2, basis: .fir(delays: delays))
            }
        }
        #expect(throws: NeuroError.self) { try Design(onsets: [0], durations: [1], kinds: ["a"], scans: 10, repetitionTime: 2, amplitudes: [1, 2]) }
        // An event after the end would be a column of zeros.
        #expect(throws: NeuroError.invalid(name: "onsets[1]", value: "20.0", must: "before the end of the run, which is at 20.0 s")) { try events([19.9, 20], [1, 1]) }
        #expect(try events([19.9, 19.9], [1, 1]).scans == 10)
        // A response that adds up to less than 0 would be turned upside down.
        #expect(throws: NeuroError.self) { try HRF.doubleGamma(peak: 6, undershoot: 12, width: 1, undershootWidth: 1, ratio: 1.5).samples(repetitionTime: 1) }
        #expect(throws: NeuroError.self) { try Design(onsets: [0], durations: [1], kinds: ["a"], scans: 10, repetitionTime: 2, amplitudes: [.nan]) }
    }
}
