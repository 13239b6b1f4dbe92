import Foundation
import Linear
import Neuro
import Testing

struct ModernHopfieldTests {
    private func message(_ body: () throws -> some Any) -> String {
        do { return "\(try body())" } catch { return "\(error)" }
    }

    private func memory(_ count: Int = 20, _ size: Int = 30, beta: Double = 2, seed: Int = 1) throws -> ModernHopfield {
        var random = Random(seed: seed), memory = try ModernHopfield(beta: beta)
        try memory.store(random.normal(rows: count, columns: size))
        return memory
    }

    /// One step written out: ξ ← Σ_μ softmax(β x_μ·ξ) x_μ.
    @Test func aStepIsAttention() throws {
        let memory = try memory(), x = memory.patterns
        var random = Random(seed: 9)
        let state = try random.normal(count: 30), path = try memory.trajectory(state)
        let products = try (0 ..< 20).map { 2 * (try x.row($0).dot(state)) }
        let total = products.reduce(0) { $0 + exp($1) }
        for i in 0 ..< 30 {
            var sum = 0.0
            for k in 0 ..< 20 { sum += exp(products[k]) / total * (try x[k, i]) }
            #expect(abs(try path[1, i] - sum) < 1e-10)
        }
        #expect(try abs(memory.weights(state).sum() - 1) < 1e-12)
        // The energy, likewise.
        let energy = try -log(total) / 2 + 0.5 * state.dot(state)
        #expect(abs(try memory.energy(state) - energy) < 1e-10)
    }

    /// Cues near a pattern, whose other weights are left out, beside cues that lie between all of them: each is the sum over all patterns, in a call with the others as alone.
    @Test func smallWeightsMakeNoDifference() throws {
        var random = Random(seed: 5)
        let x = try random.normal(rows: 200, columns: 40)
        var memory = try ModernHopfield(beta: 1.5, updateSteps: 1)
        try memory.store(x)
        var rows: [Vector] = []
        for k in 0 ..< 12 { rows.append(try k % 3 == 0 ? 0.01 * x.row(k) : x.row(k) + random.normal(count: 40, standardDeviation: 0.2)) }
        let cues = try Matrix.fromRows(rows), found = try memory.recall(cues)
        var kinds: Set<Bool> = []
        for k in 0 ..< 12 {
            let products = try (0 ..< 200).map { 1.5 * (try x.row($0).dot(rows[k])) }, most = products.max() ?? 0
            let powers = products.map { exp($0 - most) }, total = powers.reduce(0, +)
            kinds.insert(powers.filter { $0 / total > 0x1p-64 }.count * 16 <= 200)
            for i in 0 ..< 40 {
                var sum = 0.0
                for p in 0 ..< 200 { sum += powers[p] / total * (try x[p, i]) }
                #expect(abs(try found[k, i] - sum) < 1e-12)
            }
        }
        #expect(kinds == [true, false])
    }

    @Test func theEnergyNeverRises() throws {
        for beta in [0.01, 0.1, 1, 10] {
            let memory = try memory(beta: beta)
            var random = Random(seed: 4)
            for _ in 0 ..< 5 {
                let path = try memory.trajectory(random.normal(count: 30, standardDeviation: 2))
                let energies = try (0 ..< path.rows).map { try memory.energy(path.row($0)) }
                #expect(zip(energies, energies.dropFirst()).allSatisfy { $1 <= $0 + 1e-12 * abs($0) })
                #expect(energies.count > 1)
            }
        }
    }

    @Test func storedPatternsAreRecalledOutOfTheBox() throws {
        let memory = try memory(), x = memory.patterns
        var random = Random(seed: 3)
        let noise = try random.normal(rows: 20, columns: 30, standardDeviation: 0.3)
        let found = try memory.recall(x + noise)
        #expect(found.isClose(to: x, absolute: 1e-3))
        for k in 0 ..< 20 {
            #expect(try memory.recall(x.row(k) + noise.row(k)).isClose(to: found.row(k), absolute: 1e-9))
            #expect(abs(try memory.overlap(found.row(k)).elements[k] - 1) < 1e-6)
        }
        // Patterns of +1 and -1, with the default β.
        let patterns = try Patterns.random(count: 50, size: 64, seed: 2), cues = try patterns.flipped(probability: 0.15, seed: 3)
        var binary = try ModernHopfield()
        try binary.store(patterns)
        for k in 0 ..< 50 { #expect(try binary.recall(cues[k]).isClose(to: patterns[k], absolute: 1e-6)) }
        #expect(binary.count == 50 && binary.size == 64)
    }

    /// With a small β one mean of all patterns attracts everything; with β → ∞ the step is the choice of the most similar pattern.
    @Test func beta() throws {
        let soft = try memory(beta: 1e-4), mean = try soft.patterns.mean(each: .column)
        #expect(try soft.recall(soft.patterns.row(3)).isClose(to: mean, absolute: 0.02))
        var sharp = try ModernHopfield(separation: .maximum)
        try sharp.store(soft.patterns)
        var hard = try ModernHopfield(beta: 1e6)
        try hard.store(soft.patterns)
        var random = Random(seed: 5)
        for _ in 0 ..< 10 {
            let cue = try random.normal(count: 30)
            #expect(try sharp.recall(cue).isClose(to: hard.recall(cue), absolute: 1e-12))
        }
    }

    @Test func similaritiesAreWhatTheySay() throws {
        let x: Matrix = try Matrix([[1, 2, 3], [3, 0.5, 0.5]]), cue: Vector = [1, 1, 2]
        func weights(_ similarity: ModernHopfield.Similarity, _ separation: ModernHopfield.Separation = .softmax) throws -> [Double] {
            var memory = try ModernHopfield(beta: 0.7, similarity: similarity, separation: separation)
            try memory.store(x)
            return try memory.weights(cue).elements
        }
        func softmax(_ a: Double, _ b: Double) -> Double { 1 / (1 + exp(0.7 * (b - a))) }
        let p = [0.25, 0.25, 0.5], q = [[1.0 / 6, 1.0 / 3, 0.5], [0.75, 0.125, 0.125]]
        func divergence(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) } }
        func symmetric(_ a: [Double], _ b: [Double]) -> Double {
            let middle = zip(a, b).map { 0.5 * ($0 + $1) }
            return 0.5 * divergence(a, middle) + 0.5 * divergence(b, middle)
        }
        let cosines = [9 / (14.0 * 6).squareRoot(), 4.5 / (9.5 * 6).squareRoot()]
        #expect(abs(try weights(.dot)[0] - softmax(9, 4.5)) < 1e-12)
        #expect(abs(try weights(.cosine)[0] - softmax(cosines[0], cosines[1])) < 1e-12)
        #expect(abs(try weights(.manhattan)[0] - softmax(-2, -4)) < 1e-12)
        #expect(abs(try weights(.euclidean)[0] - softmax(-2.0.squareRoot(), -6.5.squareRoot())) < 1e-12)
        #expect(abs(try weights(.kullbackLeibler)[0] - softmax(-divergence(p, q[0]), -divergence(p, q[1]))) < 1e-12)
        #expect(abs(try weights(.jensenShannon)[0] - softmax(-symmetric(p, q[0]), -symmetric(p, q[1]))) < 1e-12)
        #expect(abs(try weights(.dot, .identity)[0] - 9 / 13.5) < 1e-12)
        #expect(abs(try weights(.dot, .power(3))[0] - 729 / (729 + 91.125)) < 1e-12)
        #expect(try weights(.manhattan, .maximum) == [1, 0])
    }

    /// Recall by every similarity: the pattern itself is most similar, so a sharp separation brings it back.
    @Test func everySimilarityRecalls() throws {
        var random = Random(seed: 8)
        let x = try random.uniform(rows: 12, columns: 40)
        for similarity in ModernHopfield.Similarity.allCases where similarity != .dot {
            var memory = try ModernHopfield(beta: 200, similarity: similarity, updateSteps: 20)
            try memory.store(x)
            let cues = try x + random.uniform(rows: 12, columns: 40, in: 0 ..< 0.1)
            #expect(try memory.recall(cues).isClose(to: x, absolute: 0.05), "\(similarity)")
        }
    }

    @Test func keysLeadToValues() throws {
        var random = Random(seed: 6)
        let keys = try random.normal(rows: 10, columns: 16), values = try random.normal(rows: 10, columns: 3)
        var memory = try ModernHopfield(beta: 3)
        try memory.store(keys[rows: 0 ..< 4], values: values[rows: 0 ..< 4])
        try memory.store(keys[rows: 4 ..< 10], values: values[rows: 4 ..< 10])
        let query = try random.normal(count: 16)
        let weights = try memory.weights(query)
        #expect(try memory.associate(query).isClose(to: weights %*% values, absolute: 1e-12))
        let noisy = try keys + random.normal(rows: 10, columns: 16, standardDeviation: 0.2)
        #expect(try memory.associate(noisy, steps: 3).isClose(to: values, absolute: 1e-2))
        #expect(message { try memory.store(keys) }.hasPrefix("values is nil; it must be given"))
    }

    @Test func wrongInputIsAnErrorThatNamesIt() throws {
        #expect(message { try ModernHopfield(beta: 0) } == "beta is 0.0; it must be finite and above 0")
        #expect(message { try ModernHopfield(beta: .nan) }.hasPrefix("beta is nan"))
        #expect(message { try ModernHopfield(updateSteps: 0) } == "updateSteps is 0; it must be at least 1")
        #expect(message { try ModernHopfield(separation: .power(0)) } == "the power of the separation is 0; it must be at least 1")
        var memory = try ModernHopfield()
        #expect(message { try memory.recall([1, 2]) } == "the memory is empty; it must be given patterns first (store)")
        #expect(message { try memory.store(Matrix.zeros(rows: 0, columns: 3)) }.hasPrefix("patterns has shape 0 x 3"))
        #expect(message { try memory.store(Matrix([[1, .nan]])) } == "patterns holds a value that is not finite at position 1")
        try memory.store(Matrix([[1, 2, 3]]))
        #expect(message { try memory.store(Matrix([[1, 2]])) } == "patterns has shape 1 x 2; it must be 3 columns, as those stored have")
        #expect(message { try memory.recall([1, 2]) }.hasPrefix("cues has shape 1 x 2; it must be 3 values"))
        #expect(message { try memory.store(Matrix([[1, 2, 3]]), values: Matrix([[1]])) }.hasPrefix("values is 1 rows; it must be left out"))
        #expect(message { try memory.associate([1, 2, 3], steps: 0) } == "steps is 0; it must be at least 1")
        #expect(message { try memory.recall([1e300, 1e300, 1e300]) } == "1.0\n2.0\n3.0" || message { try memory.recall([1e300, 1e300, 1e300]) }.contains("3"))
        var distributions = try ModernHopfield(similarity: .jensenShannon)
        #expect(message { try distributions.store(Matrix([[1, -2]])) } == "a value of patterns is -2.0; it must be at least 0 for a similarity of distributions")
        try distributions.store(Matrix([[1, 0], [0, 0]]))
        #expect(try distributions.recall([0, 0]).isFinite)
        #expect(message { try distributions.energy([1, 0]) }.hasPrefix("the memory is ModernHopfield"))
        var huge = try ModernHopfield(similarity: .dot)
        try huge.store(Matrix([[1e200, 1e200], [-1e200, 1]]))
        #expect(message { try huge.recall([1e200, 1]) }.hasPrefix("the similarities of the state and the patterns left the finite numbers"))
    }

    @Test func aRecallCanBeInterruptedAndSaved() throws {
        let memory = try memory(200, 50, beta: 1e-3)
        #expect(throws: Interrupted.self) { try Progress.observe({ _ in throw Interrupted() }) { try memory.recall(memory.patterns) } }
        let copy = try JSONDecoder().decode(ModernHopfield.self, from: JSONEncoder().encode(memory))
        #expect(copy == memory)
    }
}
