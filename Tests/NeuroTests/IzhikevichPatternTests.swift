import Linear
import Neuro
import Testing

/// Spike times and end states computed by the author's program's order of operations in another language, see the module's reference values.
struct IzhikevichPatternTests {
    struct Reference: Sendable {
        let pattern: IzhikevichPattern
        let spikes: [Double]
        let v: Double
        let u: Double
    }

    static let published: [Reference] = [
        Reference(pattern: .tonicSpiking, spikes: [13, 17, 31.5, 59.25, 86.75], v: -67.441869, u: -1.800988),
        Reference(pattern: .phasicSpiking, spikes: [43.75], v: -62.832798, u: -15.735327),
        Reference(
            pattern: .tonicBursting,
            spikes: [
                25, 26.5, 28.25, 30, 32, 34, 36.25, 38.75, 41.75, 45.5, 80, 82.25, 84.75, 87.75, 91.5, 98.75, 132.75, 135, 137.5, 140.5, 144.25, 151.25, 185.5, 187.75,
                190.25, 193.25, 197, 204.5,
            ], v: -69.978547, u: 0.525750),
        Reference(pattern: .spikeFrequencyAdaptation, spikes: [10.25, 12.25, 15, 19.75, 42.5, 71.5], v: -69.006611, u: 14.935342),
        Reference(
            pattern: .class1Excitable, spikes: [84.5, 125, 155.75, 181, 203.5, 223.75, 242, 259.25, 275.5, 290.5], v: -50.374548, u: 21.361435),
        Reference(pattern: .spikeLatency, spikes: [26.6], v: -71.725634, u: -12.886168),
        Reference(pattern: .subthresholdOscillation, spikes: [26.5], v: -62.479382, u: -16.245178),
        Reference(pattern: .resonator, spikes: [338], v: -62.562939, u: -16.281223),
        Reference(pattern: .reboundSpike, spikes: [68], v: -64.411917, u: -16.103641),
        Reference(pattern: .reboundBurst, spikes: [68, 71, 74.2, 77.8, 81.8, 86.4, 92.2], v: -64.419702, u: -16.104338),
        Reference(pattern: .depolarisingAfterPotential, spikes: [11.3], v: -70, u: -14),
        Reference(pattern: .regularSpiking2003, spikes: [18.25, 24.25, 54.5, 87.75, 121], v: -58.604834, u: -3.767877),
        Reference(pattern: .thalamoCortical2003, spikes: [39.5, 53.5, 83, 120.25], v: -57.416960, u: -15.000237),
        Reference(
            pattern: .fastSpiking2003,
            spikes: [19, 24, 31.5, 40.25, 49, 58.25, 67.5, 77.25, 86.5, 95.75, 105.25, 114.25, 123.25, 132, 141.25], v: -16.517938, u: -8.712118),
    ]

    @Test(arguments: published)
    func eachPatternSpikesWhenThePublishedProgramDoes(reference: Reference) throws {
        let trace = try reference.pattern.run()
        #expect(trace.spikeTimes.count == reference.spikes.count)
        for (time, expected) in zip(trace.spikeTimes.elements, reference.spikes) { #expect(abs(time - expected) < 1e-9) }
        #expect(abs((trace.v.elements.last ?? .nan) - reference.v) < 1e-6)
        #expect(abs((trace.u.elements.last ?? .nan) - reference.u) < 1e-6)
    }

    @Test(arguments: IzhikevichPattern.allCases)
    func everyPatternAgreesWithAProgramOfAnotherKind(pattern: IzhikevichPattern) throws {
        let reference = try #require(SpikingReference.patterns["\(pattern)"])
        let trace = try pattern.run()
        #expect(trace.spikeTimes.elements.map { ($0 * 1000).rounded() / 1000 } == reference.spikes)
        #expect(abs((trace.v.elements.last ?? .nan) - reference.v) < 1e-9)
        #expect(abs((trace.u.elements.last ?? .nan) - reference.u) < 1e-9)
    }

    @Test func theConvergedSchemesApproachTheSameSpike() throws {
        // RS, I = 14 from t > 15, the fourth spike.
        func fourth(_ scheme: Izhikevich.Scheme, _ dt: Double) throws -> Double {
            let steps = Int((150 / dt).rounded())
            let current = Vector((0 ... steps).map { Double($0) * dt > 15 ? 14 : 0 })
            return try Izhikevich(scheme: scheme).response(to: current, dt: dt.ms, v: -63).spikeTimes[3]
        }
        let references: [(dt: Double, time: Double, tolerance: Double)] = [
            (1, 94, 1e-9), (0.5, 89, 1e-9), (0.25, 87.25, 1e-9), (0.1, 85.8, 1e-6), (0.01, 84.68, 1e-6), (0.001, 84.579, 1e-6),
        ]
        for (dt, expected, tolerance) in references { #expect(abs(try fourth(.euler, dt) - expected) < tolerance) }
        #expect(abs(try fourth(.rk4, 0.01) - 84.60) < 1e-6)
    }

    @Test func theCellsOf2007SpikeWhenThePublishedProgramDoes() throws {
        func spikes(_ cell: Izhikevich2007Cell, _ current: Double, _ duration: Double) throws -> [Double] {
            try cell.response(to: current.pA, duration: duration.ms).spikeTimes.elements
        }
        #expect(try spikes(.regularSpiking, 100, 520) == [48.75, 122.5, 198.75, 274.5, 351, 426.75, 502.75])
        let bursting = try spikes(.intrinsicallyBursting, 500, 600)
        #expect(bursting.count == 8)
        #expect(Array(bursting.prefix(6)) == [21.25, 38.25, 123, 219, 313.5, 408.25])
        #expect(bursting.last == 597.5)
        let fast = try spikes(.fastSpiking, 200, 100)
        #expect(fast.count == 8)
        #expect(Array(fast.prefix(6)) == [3.75, 15.5, 30.5, 43.5, 57, 69])
        #expect(fast.last == 96.5)
        let thalamic = try spikes(.thalamoCortical, 100, 650)
        #expect(thalamic.count == 11)
        #expect(Array(thalamic.prefix(6)) == [45.25, 95, 149.25, 206, 264, 322.5])
        #expect(thalamic.last == 617.25)
    }

    @Test func aNeuronSaysWhatIsWrongWithItsInput() {
        #expect(throws: NeuroError.invalid(name: "dt", value: "0.0", must: "finite and above 0")) { try Izhikevich().response(to: Vector([1]), dt: 0.ms) }
        #expect(throws: NeuroError.notFinite(name: "current", index: 1)) { try Izhikevich().response(to: Vector([1, .nan]), dt: 1.ms) }
        #expect(throws: NeuroError.self) { try Izhikevich(c: 40).response(to: Vector([1]), dt: 1.ms) }
    }
}
