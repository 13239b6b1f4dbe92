import Foundation
import Linear
import Neuro
import Testing

/// The replica-symmetric theory of associative memories against published figures, closed forms, and an independent computation (`Reference/make_memory_theory.py`).
struct TheoryTests {
    private let reference = try! TheoryReference.load()

    private func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool { abs(a - b) <= tolerance * max(1e-3, abs(b)) }

    private func check(_ model: Theory.Model, _ expected: TheoryReference.State, _ tolerance: Double = 1e-8) throws {
        let state = try Theory.retrieval(model, load: expected.load, temperature: expected.temperature)
        #expect(close(state.overlap, expected.m, tolerance), "\(model), load \(expected.load), T \(expected.temperature): \(state.overlap) for \(expected.m)")
        #expect(close(state.order, expected.q, tolerance))
        #expect(close(state.noise, expected.noise, tolerance))
        if let n = expected.n { #expect(close(state.exampleOverlap, n, tolerance)) }
        #expect(state.isRetrieval)
    }

    @Test func gaussHermiteAgreesWithNumpy() {
        let rule = GaussHermite(40)
        #expect(zip(rule.nodes, reference.hermite40.nodes).allSatisfy { abs($0 - $1) < 1e-13 })
        #expect(zip(rule.weights, reference.hermite40.weights).allSatisfy { abs($0 - $1) <= 1e-12 * $1 })
        // Moments of a normal number, (2k - 1)!!, which 201 nodes give exactly.
        let large = GaussHermite(201)
        var factor = 1.0
        for k in 1 ... 20 {
            factor *= Double(2 * k - 1)
            let moment = zip(large.nodes, large.weights).reduce(0) { $0 + pow($1.0, Double(2 * k)) * $1.1 }
            #expect(abs(moment / factor - 1) < 1e-11)
        }
        #expect(GaussHermite(1).nodes == [0] && GaussHermite(1).weights == [1])
    }

    @Test func statesAreThoseOfPlainIteration() throws {
        for state in reference.ags { try check(.ags, state) }
        for state in reference.dense { try check(.dense(order: state.order!), state) }
        for state in reference.supervised { try check(.supervised(order: state.order!, entropy: state.entropy!), state) }
        for state in reference.unsupervised { try check(.unsupervised(order: state.order!, quality: state.quality!, examples: state.examples!), state) }
        for state in reference.fullPower { try check(.dense(order: state.order!, convention: .fullPower), state) }
        for state in reference.fullPowerUnsupervised {
            try check(.unsupervised(order: state.order!, quality: state.quality!, examples: state.examples!, convention: .fullPower), state)
        }
    }

    @Test func publishedOverlaps() throws {
        #expect(close(try Theory.dense(order: 3, load: 0.05).overlap, 0.998379, 1e-6))
        #expect(close(try Theory.dense(order: 3, load: 0.1).overlap, 0.961139, 1e-6))
        #expect(close(try Theory.dense(order: 3, load: 0.05, temperature: 0.2).overlap, 0.992928, 1e-6))
        #expect(close(try Theory.dense(order: 4, load: 0.02, temperature: 0.2).overlap, 0.987451, 1e-6))
        // The columns "theory" beside the Monte Carlo runs, three digits.
        for (quality, examples, load, temperature, supervised, unsupervised) in [
            (0.8, 10, 0.02, 0.0, 0.998, 0.998), (0.6, 10, 0.02, 0, 0.957, 0.927), (0.6, 10, 0.02, 0.25, 0.918, 0.907), (0.5, 20, 0.01, 0, 0.981, 0.960),
        ] {
            let entropy = try Theory.entropy(quality: quality, examples: examples)
            #expect(abs(try Theory.supervised(order: 3, entropy: entropy, load: load, temperature: temperature).overlap - supervised) < 6e-4)
            #expect(abs(try Theory.unsupervised(order: 3, quality: quality, examples: examples, load: load, temperature: temperature).overlap - unsupervised) < 6e-4)
        }
    }

    @Test func capacitiesAtZeroTemperature() throws {
        #expect(close(try Theory.capacity(.ags), 0.137905566, 1e-8))
        #expect(close(try Theory.capacity(.ags), reference.agsZero[0], 1e-11))
        #expect(close(try Theory.criticalOverlap(.ags), 0.967417, 1e-6))
        #expect(close(try Theory.criticalOverlap(.ags), reference.agsZero[1], 1e-6))
        for (order, single, full) in [(3, 0.126095, 0.084063), (4, 0.0329767, 0.0131907)] {
            #expect(close(try Theory.capacity(.dense(order: order)), single, 5e-6))
            #expect(close(try Theory.capacity(.dense(order: order, convention: .fullPower)), full, 1e-5))
        }
        for expected in reference.denseZero {
            let order = try #require(expected.order)
            #expect(abs(try Theory.capacity(.dense(order: order)) / expected.capacity - 1) < 1e-10)
            #expect(close(try Theory.criticalOverlap(.dense(order: order)), try #require(expected.overlap), 1e-6))
        }
        for expected in reference.supervisedZero { #expect(close(try Theory.capacity(.supervised(order: 3, entropy: expected.entropy!)), expected.capacity, 1e-10)) }
        for (entropy, capacity) in [(0.02, 0.1192), (0.05, 0.1105), (0.1, 0.0996), (0.2, 0.0855)] {
            #expect(abs(try Theory.capacity(.supervised(order: 3, entropy: entropy)) - capacity) < 6e-5)
        }
    }

    @Test func capacitiesAboveZeroTemperature() throws {
        for expected in reference.agsCapacity {
            #expect(close(try Theory.capacity(.ags, temperature: expected.temperature!), expected.capacity, 1e-8))
            #expect(close(try Theory.criticalOverlap(.ags, temperature: expected.temperature!), expected.overlap!, 1e-4))
        }
        for expected in reference.denseCapacity {
            #expect(close(try Theory.capacity(.dense(order: expected.order!), temperature: expected.temperature!), expected.capacity, 1e-8))
        }
        let curve = try Theory.capacityCurve(.ags, temperatures: [0, 0.3, 0.6, 0.9, 1, 2, .infinity])
        #expect(curve.elements[0] == (try Theory.capacity(.ags)))
        #expect(zip(curve.elements, curve.elements.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(Array(curve.elements[4...]) == [0, 0, 0] && curve.elements[3] > 0)
        // T → 0 has the limit of T = 0.
        for model in [Theory.Model.ags, .dense(order: 3), .supervised(order: 3, entropy: 0.1)] {
            #expect(close(try Theory.capacity(model, temperature: 1e-7), try Theory.capacity(model), 1e-5))
        }
    }

    /// Around the capacity: recall up to it, none beyond; on the way the same state as by iteration, where that is slow.
    @Test func theCapacityIsWhereRecallEnds() throws {
        let models: [Theory.Model] = [
            .ags, .dense(order: 3), .dense(order: 5, convention: .fullPower), .supervised(order: 3, entropy: 0.1), .supervised(order: 4, quality: 0.7, examples: 30),
            .unsupervised(order: 3, quality: 0.7, examples: 40), .unsupervised(order: 4, quality: 0.8, examples: 100, convention: .fullPower),
        ]
        for model in models {
            for temperature in [0, 0.05, 0.3] {
                let capacity = try Theory.capacity(model, temperature: temperature), edge = try Theory.criticalOverlap(model, temperature: temperature)
                guard capacity > 0 else { continue }
                let before = try Theory.retrieval(model, load: capacity * (1 - 1e-9), temperature: temperature)
                #expect(before.overlap > edge && before.overlap < edge + 0.01, "\(model) at \(temperature)")
                #expect(try Theory.retrieval(model, load: capacity * (1 + 1e-9), temperature: temperature).overlap == 0)
                // Where iteration needs thousands of steps the root of the curve takes over: both lie on one smooth line.
                let overlaps = try Theory.overlaps(model, loads: Vector((90 ... 100).map { capacity * Double($0) / 100.001 }), temperature: temperature).elements
                #expect(zip(overlaps, overlaps.dropFirst()).allSatisfy { $0 > $1 })
            }
        }
    }

    @Test func spinodalTemperatures() throws {
        #expect(close(try Theory.spinodalTemperature(.dense(order: 3)), 0.582583, 1e-6))
        #expect(close(try Theory.spinodalTemperature(.dense(order: 4)), 0.495786, 1e-6))
        for expected in reference.spinodal { #expect(close(try Theory.spinodalTemperature(.dense(order: expected.order)), expected.temperature, 1e-8)) }
        #expect(try Theory.spinodalTemperature(.ags) == 1)
        let temperature = try Theory.spinodalTemperature(.ags, load: 0.05)
        #expect(close(try Theory.capacity(.ags, temperature: temperature), 0.05, 1e-6))
        #expect(try Theory.spinodalTemperature(.ags, load: 0.14) == 0)
        // More than at T = 0 is held at some temperature, and more than that at none.
        #expect(try Theory.spinodalTemperature(.dense(order: 3), load: 0.14) > 0.1)
        #expect(try Theory.spinodalTemperature(.dense(order: 3), load: 0.2) == 0)
    }

    @Test func spinGlass() throws {
        #expect(try Theory.glassTemperature(load: 0.25) == 1.5)
        let above = try Theory.ags(load: 0.25, temperature: 1.51), below = try Theory.ags(load: 0.25, temperature: 1.49)
        #expect(above.order == 0 && below.order > 0.001 && below.order < 0.05 && below.overlap == 0)
        #expect(close(try Theory.ags(load: 0.2).noise, pow(0.2.squareRoot() + (2 / Double.pi).squareRoot(), 2), 1e-12))
        for expected in reference.freezing {
            let factor = (expected.order == 3 ? 2.0 : 6).squareRoot()
            #expect(close(try Theory.dynamicGlassTemperature(order: expected.order, load: 1) / factor, expected.dynamic, 1e-8))
            #expect(close(try Theory.staticGlassTemperature(order: expected.order, load: 1) / factor, expected.static, 1e-8))
        }
        // The published lines for P = 3: .682 and .652 in units of √(2A/P), with A = 2 α.
        let unit = (4.0 / 3 * 0.3).squareRoot()
        #expect(abs(try Theory.dynamicGlassTemperature(order: 3, load: 0.3) / unit - 0.682) < 1e-3)
        #expect(abs(try Theory.staticGlassTemperature(order: 3, load: 0.3) / unit - 0.652) < 1e-3)
    }

    @Test func freeEnergies() throws {
        #expect(close(try #require(try Theory.ags(load: 0.05).freeEnergy), reference.agsEnergies[0], 1e-10))
        #expect(close(try Theory.globalCapacity(), reference.globalCapacity, 1e-8))
        #expect(abs(try Theory.globalCapacity() - 0.051) < 1e-3)
        #expect(try Theory.globalCapacity(temperature: 0.3) < Theory.capacity(.ags, temperature: 0.3))
        #expect(try Theory.globalCapacity(temperature: 1.2) == 0)
        // df/dT = -S with 0 ≤ S ≤ ln 2 but for the slightly negative one of broken symmetry; and one value by both ways of taking means, which meet at √D = 1.4 T.
        var before = try #require(try Theory.ags(load: 0.02, temperature: 0.02).freeEnergy)
        for step in 2 ... 30 {
            let now = try #require(try Theory.ags(load: 0.02, temperature: 0.02 * Double(step)).freeEnergy)
            #expect(now - before < 1e-4 && before - now < 0.02 * 0.6932)
            before = now
        }
    }

    /// Means over the field at temperatures where the two ways of taking them meet, against a plain sum.
    @Test func statesAreSmoothInTheTemperature() throws {
        let overlaps = try (1 ... 400).map { try Theory.dense(order: 3, load: 0.06, temperature: 0.001 * Double($0)).overlap }
        let bends = (1 ..< 399).map { (k: Int) -> Double in overlaps[k + 1] - 2 * overlaps[k] + overlaps[k - 1] }
        #expect(zip(bends, bends.dropFirst()).allSatisfy { abs($0 - $1) < 2e-7 })
        #expect(close(overlaps[0], try Theory.dense(order: 3, load: 0.06).overlap, 1e-4))
    }

    @Test func basins() throws {
        // At T = 0 the unstable solution of m = erf(m²/√(2A)) for P = 3.
        let edge = try #require(try Theory.basin(.dense(order: 3), load: 0.1))
        #expect(abs(edge - erf(edge * edge / 0.4.squareRoot())) < 1e-10 && edge < 0.8)
        #expect(try Theory.dense(order: 3, load: 0.1).overlap > edge)
        #expect(try Theory.basin(.dense(order: 3), load: 0.13) == nil)
        #expect(try Theory.basin(.dense(order: 3), load: 0) == 0)
        let basins = try [0.01, 0.05, 0.1, 0.137].map { try #require(try Theory.basin(.ags, load: $0)) }
        #expect(zip(basins, basins.dropFirst()).allSatisfy { $0 < $1 } && basins[0] > 0 && basins[3] < 0.967)
        #expect(try #require(try Theory.basin(.dense(order: 4), load: 0.02, temperature: 0.2)) > 0.1)
    }

    @Test func phaseDiagrams() throws {
        let loads = try Vector.linspace(from: 0, through: 0.16, count: 9), temperatures = try Vector.linspace(from: 0, through: 1.2, count: 7)
        let map = try Theory.phaseDiagram(.ags, loads: loads, temperatures: temperatures)
        #expect(map.overlap.shape == [7, 9] && map.order.shape == [7, 9] && map.capacity.count == 7)
        for row in 0 ..< 7 {
            for column in 0 ..< 9 {
                let state = try Theory.ags(load: loads[column], temperature: temperatures[row])
                #expect(try map.overlap[row, column] == state.overlap && map.order[row, column] == state.order)
                #expect((state.overlap > 0) == (loads.elements[column] <= map.capacity.elements[row] && temperatures.elements[row] < 0.99))
            }
        }
        let rows = try Theory.overlaps([.dense(order: 3), .supervised(order: 3, entropy: 0.2)], loads: [0, 0.08, 0.1])
        let values = rows.elements
        #expect(values[0] == 1 && values[2] > 0.9 && values[5] == 0 && values[4] > 0.5)
        #expect(try Theory.overlaps([], loads: [0.1]).shape == [0, 1])
    }

    @Test func signalToNoise() throws {
        #expect(try Theory.signalToNoise(.ags, load: 0.04) == 5)
        #expect(close(try Theory.signalToNoise(.dense(order: 4), load: 0.01), 1 / 0.06.squareRoot(), 1e-12))
        #expect(close(try Theory.signalToNoise(.dense(order: 4, convention: .fullPower), load: 0.01), 1 / 0.15.squareRoot(), 1e-12))
        let rho = try Theory.entropy(quality: 0.6, examples: 10), rhoP = try Theory.entropy(quality: 0.6, examples: 10, power: 3)
        #expect(close(rho, 0.64 / 3.6, 1e-12) && close(rhoP, (1 - pow(0.6, 6)) / (10 * pow(0.6, 6)), 1e-12))
        #expect(close(pow(try Theory.signalToNoise(.supervised(order: 3, entropy: rho), load: 0.02), -2), rho + 0.04 * pow(1 + rho, 3), 1e-12))
        #expect(close(pow(try Theory.signalToNoise(.unsupervised(order: 3, quality: 0.6, examples: 10), load: 0.02), -2), rho + 0.04 * (1 + rhoP), 1e-12))
        // One step from the archetype is what T = 0 says of n = 1: erf(S/√(2D)).
        #expect(try Theory.signalToNoise(.dense(order: 3), load: 0) == .infinity)
        #expect(close(try Theory.quality(entropy: rho, examples: 10), 0.6, 1e-12))
        // The factor for x³ of examples, by hand: x³ = He_3 + 3 He_1.
        let (r, m) = (0.7, 8.0)
        let first = 1 / m + (1 - 1 / m) * pow(r, 4), third = 1 / m + (1 - 1 / m) * pow(r, 8)
        let factor = (9 * first + 6 * third) * pow(r, -8)
        let ratio = try Theory.signalToNoise(.unsupervised(order: 4, quality: r, examples: 8, convention: .fullPower), load: 0.001)
        let expected = (1 / (r * r) - 1) / m + 0.001 * factor
        #expect(close(pow(ratio, -2), expected, 1e-10))
    }

    /// The number of examples that is needed grows as r^-2 averaged, as r^-2P one by one.
    @Test func examplesNeeded() throws {
        func slope(_ needed: (Double) throws -> Int?) throws -> Double {
            let a = try #require(try needed(0.05)), b = try #require(try needed(0.1))
            return log(Double(a) / Double(b)) / log(2)
        }
        #expect(abs(try slope { try Theory.supervisedExamples(order: 3, quality: $0, load: 0.1) } - 2) < 0.05)
        #expect(abs(try slope { try Theory.unsupervisedExamples(order: 3, quality: $0, load: 0.1) } - 6) < 0.05)
        let needed = try #require(try Theory.supervisedExamples(order: 3, quality: 0.5, load: 0.1))
        #expect(try Theory.capacity(.supervised(order: 3, quality: 0.5, examples: needed)) >= 0.1)
        #expect(try Theory.capacity(.supervised(order: 3, quality: 0.5, examples: needed - 1)) < 0.1)
        #expect(try Theory.supervisedExamples(order: 3, quality: 0.5, load: 0.2) == nil)
        #expect(try Theory.supervisedExamples(order: 3, quality: 1, load: 0.1) == 1)
        #expect(close(try Theory.errorFreePatterns(order: 2, neurons: 1000), 1000 / (2 * log(1000)), 1e-12))
        #expect(close(try Theory.errorFreePatterns(order: 4, neurons: 100, convention: .fullPower), 1e6 / (30 * log(100)), 1e-12))
    }

    @Test func wrongInputIsAnErrorThatNamesIt() throws {
        func message(_ body: () throws -> some Any) -> String {
            do { return "\(try body())" } catch { return "\(error)" }
        }
        #expect(message { try Theory.ags(load: -0.1) } == "load is -0.1; it must be finite and at least 0")
        #expect(message { try Theory.ags(load: .nan) } == "load is nan; it must be finite and at least 0")
        #expect(message { try Theory.ags(load: 0.1, temperature: -1) } == "temperature is -1.0; it must be at least 0")
        #expect(message { try Theory.dense(order: 1, load: 0.1) } == "order is 1; it must be from 3 to 100")
        #expect(message { try Theory.dense(order: 2, load: 0.1) } == "order is 2; it must be from 3 to 100 (.ags is the theory of order 2)")
        #expect(message { try Theory.capacity(.dense(order: .max)) }.hasPrefix("order is 9223372036854775807"))
        #expect(message { try Theory.capacity(.supervised(order: 3, entropy: -0.5)) } == "entropy is -0.5; it must be from 0 to 1e12")
        #expect(message { try Theory.capacity(.supervised(order: 3, entropy: .nan)) }.hasPrefix("entropy is nan"))
        #expect(message { try Theory.capacity(.unsupervised(order: 3, quality: 0, examples: 3)) } == "quality is 0.0; it must be above 0 and at most 1")
        #expect(message { try Theory.capacity(.unsupervised(order: 3, quality: 0.5, examples: 0)) } == "examples is 0; it must be at least 1")
        #expect(message { try Theory.capacity(.unsupervised(order: 100, quality: 0.001, examples: 10)) }.hasPrefix("quality is 0.001"))
        #expect(message { try Theory.phaseDiagram(.ags, loads: [0.1, -1], temperatures: [0]) } == "loads is -1.0; it must be finite and at least 0")
        #expect(message { try Theory.phaseDiagram(.ags, loads: [0.1], temperatures: [.nan]) } == "temperature is nan; it must be at least 0")
        #expect(
            message { try Theory.capacity(.dense(order: 3, convention: .exponential)) }
                == "convention is .exponential; it must be .noRepeatedIndices or .fullPower: of the others there is no theory here")
        #expect(message { try Theory.entropy(quality: 0.1, examples: 3, power: 400) }.hasPrefix("quality is 0.1; it must be larger"))
        #expect(message { try Theory.errorFreePatterns(order: 1, neurons: 10) } == "order is 1; it must be from 2 to 100")
        #expect(message { try Theory.errorFreePatterns(order: 3, neurons: 1) } == "neurons is 1; it must be at least 2")
    }

    @Test func extremesAreAnswered() throws {
        for temperature in [0, 1e-300, 1e-12, 0.3, 1, 1e300, .infinity] {
            for load in [0, 1e-300, 0.05, 1e6, 1e300] {
                for model in [Theory.Model.ags, .dense(order: 3), .dense(order: 100), .supervised(order: 3, entropy: 1e6), .dense(order: 4, convention: .fullPower)] {
                    let state = try Theory.retrieval(model, load: load, temperature: temperature)
                    #expect(state.overlap.isFinite && state.overlap >= 0 && state.overlap <= 1, "\(model) \(load) \(temperature)")
                    #expect(state.order.isFinite && state.order >= 0 && state.order <= 1, "\(model) \(load) \(temperature)")
                }
            }
        }
        #expect(try Theory.ags(load: 0).overlap == 1)
        #expect(try Theory.ags(load: 0, temperature: 0.5).overlap > 0.95)
    }

    @Test func aCallCanBeInterrupted() {
        let temperatures = Vector((0 ..< 200).map { 0.005 * Double($0) })
        #expect(throws: Interrupted.self) {
            try Progress.observe({ if $0 > 0.1 { throw Interrupted() } }) { try Theory.phaseDiagram(.ags, loads: [0.05, 0.1], temperatures: temperatures) }
        }
    }

    @Test func valuesAreSaved() throws {
        let map = try Theory.phaseDiagram(.unsupervised(order: 3, quality: 0.8, examples: 10), loads: [0.01], temperatures: [0.1])
        #expect(try JSONDecoder().decode(Theory.PhaseDiagram.self, from: JSONEncoder().encode(map)) == map)
        #expect(map.model.description == ".unsupervised(order: 3, quality: 0.8, examples: 10)")
        #expect(Theory.Model.dense(order: 4, convention: .fullPower).description == ".dense(order: 4, convention: .fullPower)")
    }
}
