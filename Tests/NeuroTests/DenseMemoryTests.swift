import Foundation
import Linear
import Neuro
import Testing

/// Energies and fields from their definitions, by plain sums.
enum MemoryReference {
    static func spins(_ code: Int, _ n: Int) -> [Double] { (0 ..< n).map { code >> $0 & 1 == 1 ? 1 : -1 } }

    static func rows(_ patterns: Patterns) throws -> [[Double]] {
        let m = try patterns.matrix
        return (0 ..< m.rows).map { Array(m.elements[$0 * m.columns ..< ($0 + 1) * m.columns]) }
    }

    /// e_k of some numbers: the sum of the products of all k different ones.
    static func elementary(_ k: Int, _ x: ArraySlice<Double>) -> Double {
        if k == 0 { return 1 }
        guard let first = x.first else { return 0 }
        return first * elementary(k - 1, x.dropFirst()) + elementary(k, x.dropFirst())
    }

    static func factorial(_ n: Int) -> Double { n < 2 ? 1 : Double(n) * factorial(n - 1) }

    static func energy(_ s: [Double], _ patterns: [[Double]], _ p: Int, _ convention: DenseHopfield.Convention) -> Double {
        let n = Double(s.count)
        return patterns.reduce(0) { sum, x in
            let products = zip(x, s).map { $0 * $1 }, total = products.reduce(0, +)
            switch convention {
            case .noRepeatedIndices: return sum - factorial(p - 1) / pow(n, Double(p - 1)) * elementary(p, products[...])
            case .fullPower: return sum - pow(n, Double(1 - p)) / Double(p) * pow(total, Double(p))
            case .rectified: return sum - pow(n, Double(1 - p)) / Double(p) * pow(max(0, total), Double(p))
            case .exponential: return sum - 2 / (1 - exp(-2)) * exp(total - n)
            }
        }
    }
}

struct DenseMemoryTests {
    static let conventions: [DenseHopfield.Convention] = [.noRepeatedIndices, .fullPower, .rectified, .exponential]

    /// All 2^N states of small memories, against sums over all tuples.
    @Test(arguments: conventions, [2, 3, 4, 5, 7])
    func energiesOfAllStates(convention: DenseHopfield.Convention, order: Int) throws {
        for (n, k) in [(1, 1), (2, 3), (7, 5), (10, 70)] {
            var memory = try DenseHopfield(size: n, order: order, convention: convention)
            let patterns = try Patterns.random(count: k, size: n, seed: n)
            try memory.store(patterns)
            let rows = try MemoryReference.rows(patterns)
            let scale = Double(k) * Double(n)
            for code in 0 ..< 1 << n {
                let s = MemoryReference.spins(code, n)
                let expected = MemoryReference.energy(s, rows, order, convention)
                #expect(abs(try memory.energy(Vector(s)) - expected) < 1e-9 * max(1, scale))
                if code % 37 == 0 {
                    // The theory's field of the full power is the difference but for lower terms.
                    let fields = try memory.fields(Vector(s))
                    for i in 0 ..< n {
                        var turned = s
                        turned[i] = -s[i]
                        let half = 0.5 * s[i] * (MemoryReference.energy(turned, rows, order, convention) - expected)
                        if convention == .fullPower {
                            let leading = rows.reduce(0) { sum, x in
                                let a = zip(x, s).reduce(0) { $0 + $1.0 * $1.1 } - x[i] * s[i]
                                return sum + x[i] * pow(a, Double(order - 1))
                            }
                            #expect(abs(try fields[i] - leading * pow(Double(n), Double(1 - order))) < 1e-9 * scale)
                        } else {
                            #expect(abs(try fields[i] - half) < 1e-9 * scale)
                        }
                    }
                }
            }
        }
    }

    /// The field at a stored pattern is about 1, and exactly what is said in the limit where it is said.
    @Test(arguments: conventions) func theSignalIsOne(convention: DenseHopfield.Convention) throws {
        var memory = try DenseHopfield(size: 400, order: 3, convention: convention)
        let pattern = try Patterns.random(count: 1, size: 400, seed: 2)
        try memory.store(pattern)
        for (h, x) in zip(try memory.fields(pattern[0]).elements, try pattern[0].elements) { #expect(abs(h * x - 1) < 0.01) }
    }

    /// At temperature 0 the energy never rises, whatever the memory, and where a chain rests every spin follows its field.
    @Test(arguments: conventions, [2, 3, 4, 6])
    func theEnergyNeverRises(convention: DenseHopfield.Convention, order: Int) throws {
        var memory = try DenseHopfield(size: 60, order: order, convention: convention)
        try memory.store(Patterns.random(count: 150, size: 60, seed: 3))
        let cues = try Patterns.random(count: 40, size: 60, seed: 4)
        for dynamics in [Dynamics.sequential, .glauber, .metropolis] {
            let run = try memory.run(cues, toward: cues, dynamics: dynamics, sweeps: 30, seed: 5)
            for chain in 0 ..< 40 {
                for sweep in 0 ..< 30 { #expect(try run.energies[sweep + 1, chain] <= run.energies[sweep, chain] + 1e-9) }
                #expect(try abs(memory.energy(run.state(cue: chain)) - run.energies[30, chain]) < 1e-9)
                #expect(try abs(run.overlaps[30, chain] - cues.overlaps(with: run.state(cue: chain))[chain]) < 1e-12)
            }
            if dynamics == .sequential {
                #expect(run.restingSweeps.allSatisfy { $0 >= 0 })
                if convention != .fullPower {
                    let state = try run.state(cue: 7)
                    for (h, s) in zip(try memory.fields(state).elements, state.elements) { #expect(h * s > -1e-12) }
                }
            }
        }
    }

    /// What 16-bit and 32-bit sums could spoil: many positions, and a pattern recalled in full, whose cube and fourth power are large.
    @Test(arguments: [(1200, 3), (1000, 4), (1290, 4), (1400, 4), (5000, 3), (40_000, 2)]) func largeSumsAreExact(size: Int, order: Int) throws {
        let patterns = try Patterns.random(count: 90, size: size, seed: 1)
        let rows = try MemoryReference.rows(patterns)
        for convention in [DenseHopfield.Convention.noRepeatedIndices, .fullPower] {
            var memory = try DenseHopfield(size: size, order: order, convention: convention)
            try memory.store(patterns)
            let s = rows[4]
            let sums = rows.map { x in zip(x, s).reduce(0) { $0 + $1.0 * $1.1 } }
            let fields = try memory.fields(Vector(s)), n = Double(size)
            for i in [0, 1, size - 1] {
                var expected = 0.0
                for (x, sum) in zip(rows, sums) {
                    let a = sum - x[i] * s[i]
                    let f = order == 2 ? a : convention == .fullPower ? pow(a, Double(order - 1)) : order == 3 ? a * a - (n - 1) : a * a * a - (3 * n - 5) * a
                    expected += x[i] * f
                }
                #expect(abs(try fields[i] - expected * pow(n, Double(1 - order))) < 1e-12)
            }
        }
    }

    /// Duplicates, one pattern, one spin, and more patterns than a block has.
    @Test func unusualPatterns() throws {
        for (n, k) in [(1, 1), (1, 9), (5, 2049), (33, 4100)] {
            let one = try Patterns.random(count: k, size: n, seed: 8), patterns = try one.appending(one)
            var memory = try DenseHopfield(size: n, order: 3)
            try memory.store(one)
            try memory.store(one.matrix)
            #expect(memory.count == 2 * k)
            let rows = try MemoryReference.rows(patterns), s = try Patterns.random(count: 1, size: n, seed: 9)[0]
            #expect(abs(try memory.energy(s) - MemoryReference.energy(s.elements, rows, 3, .noRepeatedIndices)) < 1e-9 * Double(k))
            let fields = try memory.fields(s)
            for i in 0 ..< n {
                let expected = rows.reduce(0) { sum, x in
                    let a = zip(x, s.elements).reduce(0) { $0 + $1.0 * $1.1 } - x[i] * s.elements[i]
                    return sum + x[i] * (a * a - Double(n - 1))
                }
                #expect(abs(try fields[i] - expected / Double(n * n)) < 1e-9)
            }
            _ = try memory.run(patterns[0 ..< 1], dynamics: .metropolis, temperatures: [0, 1, .infinity], sweeps: 3)
        }
    }

    /// Chains that go on for long visit states as exp(−βE) says.
    @Test(arguments: [Dynamics.sequential, .glauber, .metropolis], [DenseHopfield.Convention.noRepeatedIndices, .fullPower, .exponential])
    func equilibrium(dynamics: Dynamics, convention: DenseHopfield.Convention) throws {
        let n = 6
        var memory = try DenseHopfield(size: n, order: 3, convention: convention)
        try memory.store(Patterns.random(count: 4, size: n, seed: 11))
        let cue = try Patterns.random(count: 1, size: n, seed: 12)
        // The exponential wells are too deep to leave in these sweeps at the lower temperature.
        let temperature = convention == .exponential ? 2 : 0.7
        let run = try memory.run(cue, dynamics: dynamics, temperatures: [temperature], replicas: 20_000, sweeps: 25, seed: 13)
        var weights: [Double] = [], visits = [Int](repeating: 0, count: 1 << n)
        for code in 0 ..< 1 << n { weights.append(exp(-(try memory.energy(Vector(MemoryReference.spins(code, n)))) / temperature)) }
        let total = weights.reduce(0, +)
        for row in try MemoryReference.rows(run.states) { visits[row.enumerated().reduce(0) { $0 + ($1.element > 0 ? 1 << $1.offset : 0) }] += 1 }
        // χ² with 63 degrees of freedom: 63 ± 11; above 130 once in 10^6.
        let square = zip(visits, weights).reduce(0) { sum, pair in
            let expected = 20_000 * pair.1 / total
            return sum + (Double(pair.0) - expected) * (Double(pair.0) - expected) / expected
        }
        #expect(square < 130)
    }

    /// Little's dynamics has a stationary law of its own, found here from its whole transition matrix.
    @Test func parallelUpdatesFollowTheirLaw() throws {
        let n = 5, temperature = 0.8
        var memory = try DenseHopfield(size: n, order: 2)
        try memory.store(Patterns.random(count: 3, size: n, seed: 14))
        var law = [Double](repeating: 0, count: 1 << n)
        let cue = try Patterns.random(count: 1, size: n, seed: 15)
        for (i, s) in try cue[0].elements.enumerated() where s > 0 { law[0] += Double(1 << i) }
        let first = Int(law[0])
        law = [Double](repeating: 0, count: 1 << n)
        law[first] = 1
        for _ in 0 ..< 3 {
            var next = [Double](repeating: 0, count: 1 << n)
            for code in 0 ..< 1 << n where law[code] > 0 {
                let h = try memory.fields(Vector(MemoryReference.spins(code, n))).elements
                for to in 0 ..< 1 << n {
                    var p = law[code]
                    for i in 0 ..< n { p /= 1 + exp((to >> i & 1 == 1 ? -2 : 2) * h[i] / temperature) }
                    next[to] += p
                }
            }
            law = next
        }
        let run = try memory.run(cue, dynamics: .parallel, temperatures: [temperature], replicas: 20_000, sweeps: 3, seed: 16)
        var visits = [Int](repeating: 0, count: 1 << n)
        for row in try MemoryReference.rows(run.states) { visits[row.enumerated().reduce(0) { $0 + ($1.element > 0 ? 1 << $1.offset : 0) }] += 1 }
        let square = zip(visits, law).reduce(0) { $0 + (Double($1.0) - 20_000 * $1.1) * (Double($1.0) - 20_000 * $1.1) / (20_000 * $1.1) }
        // χ² with 31 degrees of freedom; above 85 once in 10^6.
        #expect(square < 85)
    }

    /// Chains side by side give what chains one by one give.
    @Test(arguments: [(3, DenseHopfield.Convention.noRepeatedIndices), (4, .fullPower), (4, .noRepeatedIndices), (2, .fullPower), (5, .fullPower), (3, .rectified)])
    func lanesAreChains(order: Int, convention: DenseHopfield.Convention) throws {
        var memory = try DenseHopfield(size: 130, order: order, convention: convention)
        let patterns = try Patterns.random(count: 1100, size: 130, seed: 17)
        try memory.store(patterns)
        let cues = try patterns[0 ..< 23].flipped(probability: 0.2, seed: 18)
        let together = try memory.run(cues, dynamics: .parallel, temperatures: [0, 0.3], sweeps: 6, seed: 19)
        for cue in 0 ..< 23 {
            let alone = try memory.run(cues[cue ..< cue + 1], toward: patterns[cue ..< cue + 1], dynamics: .parallel, sweeps: 6, seed: 19)
            let chain = try together.chain(cue: cue)
            for sweep in 0 ... 6 {
                #expect(try alone.overlaps[sweep, 0] == together.overlaps[sweep, chain])
                #expect(try abs(alone.energies[sweep, 0] - together.energies[sweep, chain]) < 1e-9)
            }
            #expect(try alone.states[0] == together.state(cue: cue))
        }
    }

    @Test func anyNumberOfThreads() throws {
        var memory = try DenseHopfield(size: 90, order: 4, convention: .fullPower)
        try memory.store(Patterns.random(count: 300, size: 90, seed: 1))
        let cues = try Patterns.random(count: 20, size: 90, seed: 2)
        for dynamics in [Dynamics.sequential, .parallel, .glauber, .metropolis] {
            func go(_ threads: Int) throws -> MemoryRun {
                try Threads.withLimit(threads) { try memory.run(cues, dynamics: dynamics, temperatures: [0, 0.4], replicas: 3, sweeps: 4, seed: 3) }
            }
            let one = try go(1)
            #expect(try go(2) == one)
            #expect(try go(5) == one)
        }
        let map = { (threads: Int) in
            try Threads.withLimit(threads) { try DenseHopfield.phaseDiagram(size: 40, loads: [0.02, 0.1], temperatures: [0, 0.3], sweeps: 5, seeds: 3, seed: 4) }
        }
        #expect(try map(1) == map(3))
    }

    @Test func aRunIsInterruptible() throws {
        var memory = try DenseHopfield(size: 200, order: 3)
        try memory.store(Patterns.random(count: 6000, size: 200, seed: 1))
        let cues = try Patterns.random(count: 50, size: 200, seed: 2)
        for dynamics in [Dynamics.sequential, .parallel] {
            let calls = Counter()
            #expect(throws: Interrupted.self) {
                try Progress.observe({ _ in if calls.next() > 3 { throw Interrupted() } }) {
                    try memory.run(cues, toward: cues, dynamics: dynamics, temperatures: [0.5], sweeps: 100_000)
                }
            }
        }
    }

    @Test func wrongInputIsNamed() throws {
        func says(_ text: String, _ body: () throws -> some Any) {
            #expect { _ = try body() } throws: { "\($0)".contains(text) }
        }
        says("size is 0") { try DenseHopfield(size: 0) }
        says("order is 1; it must be from 2 to 20") { try DenseHopfield(size: 5, order: 1) }
        says("order is 21; it must be from 2 to 20") { try DenseHopfield(size: 5, order: 21) }
        var memory = try DenseHopfield(size: 5)
        let patterns = try Patterns.random(count: 3, size: 5, seed: 1)
        says("the memory is empty") { try memory.recall(patterns[0]) }
        says("the memory is empty") { try memory.energy(patterns[0]) }
        says("the memory is empty") { try memory.run(patterns) }
        says("patterns has shape 3 x 6") { try memory.store(Patterns.random(count: 3, size: 6)) }
        try memory.store(patterns)
        says("cue has shape 4") { try memory.recall(Vector([1, 1, 1, 1])) }
        says("value 1 of cue is 0.5; it must be +1 or -1") { try memory.recall(Vector([1, 0.5, 1, 1, 1])) }
        says("value 4 of state is nan") { try memory.energy(Vector([1, 1, 1, 1, .nan])) }
        says("temperatures is -0.1") { try memory.run(patterns, temperatures: [0, -0.1]) }
        says("temperatures is nan") { try memory.run(patterns, temperatures: [.nan]) }
        says("temperatures is []") { try memory.run(patterns, temperatures: []) }
        says("replicas is 0") { try memory.run(patterns, replicas: 0) }
        says("sweeps is -1") { try memory.run(patterns, sweeps: -1) }
        says("would not fit in memory") { try memory.run(patterns, replicas: 1 << 40) }
        says("would not fit in memory") { try memory.run(patterns, sweeps: 1 << 60) }
        says("toward has shape 3 x 5; it must be 4 patterns of 5") { try memory.run(Patterns.random(count: 4, size: 5)) }
        says("cues has shape 2 x 6") { try memory.run(Patterns.random(count: 2, size: 6)) }
        says("loads is 0.0") { try DenseHopfield.phaseDiagram(size: 10, loads: [0], temperatures: [0]) }
        says("loads is nan") { try DenseHopfield.phaseDiagram(size: 10, loads: [.nan], temperatures: [0]) }
        says("initialOverlap is 1.1") { try DenseHopfield.phaseDiagram(size: 10, loads: [0.1], temperatures: [0], initialOverlap: 1.1) }
        let run = try memory.run(patterns, temperatures: [0, .infinity], sweeps: 0)
        #expect(run.overlaps.rows == 1 && run.meanOverlaps.elements == [1, 1])
        says("cue is 3; it must be in 0..<3") { try run.state(cue: 3) }
        says("it must be the place of a temperature, in 0..<2") { try run.state(cue: 0, temperature: 2) }
    }

    /// A memory of many patterns goes into a session whole, and comes out of it.
    @Test func savesAsItIs() throws {
        var memory = try DenseHopfield(size: 30, order: 4, convention: .rectified)
        try memory.store(Patterns.random(count: 12, size: 30, seed: 1))
        let run = try memory.run(Patterns.random(count: 3, size: 30), temperatures: [0, 1], replicas: 2, sweeps: 3)
        #expect(try JSONDecoder().decode(DenseHopfield.self, from: JSONEncoder().encode(memory)) == memory)
        #expect(try JSONDecoder().decode(MemoryRun.self, from: JSONEncoder().encode(run)) == run)
    }
}

final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
