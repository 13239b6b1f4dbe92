import Foundation
import Linear
import Neuro
import Testing

/// Matches of sparse patterns against exact sums (mpmath, `Reference/make_memory_theory.py`), enumeration and simulation.
struct DendriticSegmentTests {
    @Test func falseMatchesAreExact() throws {
        #expect(abs(try DendriticSegment(synapses: 20, threshold: 10).falseMatchProbability(cells: 2048, active: 40) / 3.910589e-13 - 1) < 2e-7)
        for expected in try TheoryReference.load().falseMatch {
            let segment = try DendriticSegment(synapses: expected.s, threshold: expected.theta)
            let value = try segment.falseMatchProbability(cells: expected.n, active: expected.a)
            let log10 = try segment.log10FalseMatchProbability(cells: expected.n, active: expected.a)
            #expect(abs(value / Double(expected.digits)! - 1) < 1e-10, "n \(expected.n), a \(expected.a), s \(expected.s), threshold \(expected.theta): \(value)")
            #expect(abs(log10 - expected.log10) < 4e-10)
        }
    }

    @Test func logarithmsGoOnWhereNumbersEnd() throws {
        // All of 2000 synapses active by chance: C(n - s, a - s)/C(n, a) = Π (a - i)/(n - i).
        let segment = try DendriticSegment(synapses: 2000, threshold: 2000)
        var expected = 0.0
        for i in 0 ..< 2000 { expected += log10(Double(5000 - i) / Double(1_000_000 - i)) }
        #expect(abs(try segment.log10FalseMatchProbability(cells: 1_000_000, active: 5000) / expected - 1) < 1e-12)
        #expect(expected < -4000)
        #expect(try segment.falseMatchProbability(cells: 1_000_000, active: 5000) == 0)
        #expect(try segment.log10FalseMatchProbability(cells: 1_000_000, active: 1999) == -.infinity)
        #expect(try segment.falseMatchProbability(cells: 1_000_000, active: 1_000_000) == 1)
    }

    /// All patterns of a small number of cells, counted.
    @Test func enumeration() throws {
        let (cells, active, synapses) = (12, 5, 4)
        for threshold in 1 ... 4 {
            var (all, matches) = (0, 0)
            for word in 0 ..< 1 << cells where word.nonzeroBitCount == active {
                all += 1
                if (word & (1 << synapses - 1)).nonzeroBitCount >= threshold { matches += 1 }
            }
            let value = try DendriticSegment(synapses: synapses, threshold: threshold).falseMatchProbability(cells: cells, active: active)
            #expect(abs(value - Double(matches) / Double(all)) < 1e-14)
        }
    }

    /// Two patterns of a small number of cells, every pair of them.
    @Test func unionsAreExact() throws {
        let (cells, active, synapses) = (9, 3, 4)
        let words = (0 ..< 1 << cells).filter { $0.nonzeroBitCount == active }
        for threshold in 1 ... 4 {
            var matches = 0
            for a in words { for b in words where ((a | b) & (1 << synapses - 1)).nonzeroBitCount >= threshold { matches += 1 } }
            let value = try DendriticSegment(synapses: synapses, threshold: threshold).unionFalseMatchProbability(cells: cells, active: active, patterns: 2)
            #expect(abs(value - Double(matches) / Double(words.count * words.count)) < 1e-14)
        }
        let segment = try DendriticSegment(synapses: 20, threshold: 10)
        #expect(try segment.unionFalseMatchProbability(cells: 2048, active: 40, patterns: 0) == 0)
        let one = try segment.unionFalseMatchProbability(cells: 2048, active: 40, patterns: 1)
        #expect(abs(one / 3.9105892637874755618e-13 - 1) < 1e-10)
        // Many patterns: cells are active nearly independently, with the density of the union.
        let density = try DendriticSegment.unionDensity(cells: 20_480, active: 400, patterns: 20)
        #expect(abs(density - (1 - pow(1 - 400.0 / 20_480, 20))) < 1e-14)
        var binomial = 0.0
        for k in 10 ... 20 {
            let choices = lgamma(21) - lgamma(Double(k) + 1) - lgamma(21 - Double(k))
            binomial += exp(choices + Double(k) * log(density) + Double(20 - k) * log1p(-density))
        }
        #expect(abs(try segment.unionFalseMatchProbability(cells: 20_480, active: 400, patterns: 20) / binomial - 1) < 0.02)
        #expect(try segment.unionFalseMatchProbability(cells: 2048, active: 40, patterns: 100_000) > 1 - 1e-12)
    }

    @Test func noise() throws {
        let segment = try DendriticSegment(synapses: 20, threshold: 10)
        let sweep = try segment.matchProbabilities(active: 40, noises: [0, 0.3, 0.5, 0.76, 1]).elements
        #expect(sweep[0] == 1 && sweep[4] == 0)
        #expect(zip(sweep, sweep.dropFirst()).allSatisfy { $0 >= $1 })
        // By symmetry half of the pattern kept: P(≥ 10 of 20) = ½ (1 + P(exactly 10)).
        let choices = lgamma(21) - 2 * lgamma(11), all = lgamma(41) - 2 * lgamma(21)
        let middle = exp(2 * choices - all)
        #expect(abs(sweep[2] - 0.5 * (1 + middle)) < 1e-12)
        // 9 or 10 of the 40 cells remain: never and hardly ever enough.
        #expect(try segment.matchProbability(active: 40, noise: 0.775) == 0)
        let logarithm = lgamma(31) - lgamma(11) - lgamma(41) + lgamma(21)
        let last = try segment.matchProbability(active: 40, noise: 0.75)
        #expect(abs(last / exp(logarithm) - 1) < 1e-9)
    }

    @Test func manySegments() throws {
        let segment = try DendriticSegment(synapses: 10, threshold: 3)
        let one = try segment.falseMatchProbability(cells: 2048, active: 100), many = try segment.falseMatchProbability(cells: 2048, active: 100, segments: 50)
        #expect(abs(many - (1 - pow(1 - one, 50))) < 1e-12)
        let rare = try DendriticSegment(synapses: 20, threshold: 12)
        #expect(abs(try rare.falseMatchProbability(cells: 2048, active: 40, segments: 1000) / (1000 * rare.falseMatchProbability(cells: 2048, active: 40)) - 1) < 1e-9)
    }

    @Test func wrongInputIsAnErrorThatNamesIt() throws {
        func message(_ body: () throws -> some Any) -> String {
            do { return "\(try body())" } catch { return "\(error)" }
        }
        #expect(message { try DendriticSegment(synapses: 0, threshold: 1) } == "synapses is 0; it must be from 1 to 2147483648")
        #expect(message { try DendriticSegment(synapses: 5, threshold: 6) } == "threshold is 6; it must be from 1 to the number of synapses, 5")
        let segment = try DendriticSegment(synapses: 20, threshold: 10)
        #expect(message { try segment.falseMatchProbability(cells: 19, active: 3) } == "cells is 19; it must be from the number of synapses, 20, to 2147483648")
        #expect(message { try segment.falseMatchProbability(cells: 100, active: 101) } == "active is 101; it must be from 0 to the number of cells, 100")
        #expect(message { try segment.matchProbability(active: 10, noise: 0.1) }.hasPrefix("active is 10; it must be from the number of synapses, 20"))
        #expect(message { try segment.matchProbability(active: 40, noise: .nan) } == "noise is nan; it must be from 0 to 1")
        #expect(message { try segment.unionFalseMatchProbability(cells: 100, active: 10, patterns: -1) } == "patterns is -1; it must be at least 0")
        #expect(try JSONDecoder().decode(DendriticSegment.self, from: JSONEncoder().encode(segment)) == segment)
    }
}
