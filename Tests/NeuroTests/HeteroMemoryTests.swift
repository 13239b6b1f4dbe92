import Foundation
import Linear
import Neuro
import Testing

/// Memories of pairs: bidirectional, binary, and sparse distributed.
struct HeteroMemoryTests {
    private func message(_ body: () throws -> some Any) -> String {
        do { return "\(try body())" } catch { return "\(error)" }
    }

    // MARK: BAM

    @Test func bidirectionalRecallFromEitherSide() throws {
        let names = try Patterns.random(count: 8, size: 200, seed: 1), faces = try Patterns.random(count: 8, size: 120, seed: 2)
        var memory = try BAM(inputs: 200, outputs: 120)
        try memory.store(names, with: faces)
        for k in 0 ..< 8 {
            let found = try memory.recall(names.flipped(probability: 0.1, seed: 3)[k]), back = try memory.recall(output: faces.flipped(probability: 0.1, seed: 4)[k])
            #expect(try found.output == faces[k] && found.input == names[k] && found.isStable)
            #expect(try back.output == faces[k] && back.input == names[k])
        }
        // W = Σ y xᵀ, by hand.
        var sum = 0.0
        for k in 0 ..< 8 { sum += try faces[k][5] * names[k][7] }
        #expect(try memory.weights[5, 7] == sum)
    }

    /// All pairs of a small memory: no pass raises the energy, and where a recall ends no flip of one value lowers it.
    @Test func theEnergyOfPairsFalls() throws {
        var memory = try BAM(inputs: 6, outputs: 5)
        try memory.store(Patterns.random(count: 3, size: 6, seed: 5), with: Patterns.random(count: 3, size: 5, seed: 6))
        func spins(_ word: Int, _ count: Int) -> Vector { Vector((0 ..< count).map { word >> $0 & 1 == 1 ? 1 : -1 }) }
        for word in 0 ..< 64 {
            let found = try memory.recall(spins(word, 6)), energies = found.energies.elements
            #expect(found.isStable && zip(energies, energies.dropFirst()).allSatisfy { $1 <= $0 })
            let lowest = try #require(energies.last)
            #expect(try memory.energy(found.input, found.output) == lowest)
            // Every other pattern on one side, the other side as it is.
            for other in 0 ..< 64 { #expect(try memory.energy(spins(other, 6), found.output) >= lowest) }
            for other in 0 ..< 32 { #expect(try memory.energy(found.input, spins(other, 5)) >= lowest) }
        }
    }

    // MARK: Willshaw

    @Test func sparsePairsAreRecalled() throws {
        let keys = try Patterns.random(count: 100, size: 500, activity: 0.03, seed: 1), values = try Patterns.random(count: 100, size: 300, activity: 0.03, seed: 2)
        var memory = try Willshaw(inputs: 500, outputs: 300)
        try memory.store(keys, with: values)
        for k in 0 ..< 100 {
            let found = try memory.recall(keys[k]), wanted = try values[k]
            #expect(zip(found.elements, wanted.elements).allSatisfy { $0 >= $1 })  // no active one is ever missed
        }
        // A synapse by hand: on where some pair has both ends active.
        let small = try Patterns(Matrix([[1, -1, 1], [-1, 1, -1]])), targets = try Patterns(Matrix([[1, -1], [1, 1]]))
        var tiny = try Willshaw(inputs: 3, outputs: 2)
        try tiny.store(small, with: targets)
        #expect(abs(tiny.density - 4.0 / 6) < 1e-15)
        #expect(try tiny.recall([1, -1, 1]) == [1, -1])
        #expect(try tiny.recall([-1, 1, -1]) == [1, 1])
        #expect(try tiny.recall([1, 1, 1]) == [1, -1])
        #expect(try tiny.recall([1, 1, 1], threshold: 1) == [1, 1])
        #expect(try tiny.recall([-1, -1, -1]) == [-1, -1])
    }

    /// Density and errors of random pairs of fixed activity are what the formulas say.
    @Test func densityAndErrorsAsExpected() throws {
        var random = Random(seed: 7)
        func pairs(_ count: Int, _ size: Int, _ active: Int) throws -> Patterns {
            var rows = try Matrix(rows: count, columns: size, repeating: -1)
            for k in 0 ..< count { for i in try random.choice(from: size, count: active) { try rows.set(1, row: k, column: i) } }
            return try Patterns(rows)
        }
        let keys = try pairs(900, 400, 8), values = try pairs(900, 400, 8)
        var memory = try Willshaw(inputs: 400, outputs: 400)
        try memory.store(keys, with: values)
        let expected = try memory.expectedDensity(pairs: 900, activeInputs: 8, activeOutputs: 8)
        #expect(abs(expected - (1 - pow(1 - 64.0 / 160_000, 900))) < 1e-12)
        #expect(abs(memory.density - expected) < 0.01)
        var wrong = 0.0
        for k in 0 ..< 300 { wrong += zip(try memory.recall(keys[k]).elements, try values[k].elements).reduce(0) { $0 + ($1.0 > $1.1 ? 1 : 0) } }
        let errors = try memory.expectedErrors(pairs: 900, activeInputs: 8, activeOutputs: 8)
        #expect(abs(wrong / 300 / errors - 1) < 0.3, "\(wrong / 300) for \(errors)")
    }

    // MARK: Sparse distributed memory

    @Test func patternsAreReadBackFromNearby() throws {
        let patterns = try Patterns.random(count: 20, size: 256, seed: 1)
        var memory = try SDM(size: 256, locations: 4000, seed: 2)
        try memory.store(patterns)
        let cues = try patterns.flipped(probability: 0.08, seed: 3)
        var exact = 0
        for k in 0 ..< 20 where try memory.recall(cues[k]) == patterns[k] { exact += 1 }
        #expect(exact >= 19)
        #expect(memory.count == 20 && memory.reach > 10.0 / 4000 && memory.reach < 0.01)
    }

    /// With a radius of the whole address every location takes part: a reading is the sign of the sum of all patterns.
    @Test func aRadiusOfEverythingIsASum() throws {
        let patterns = try Patterns.random(count: 5, size: 33, seed: 4)
        var memory = try SDM(size: 33, locations: 7, radius: 33)
        try memory.store(patterns)
        let sums = try patterns.matrix.sum(each: .column).elements
        #expect(try memory.read(patterns[0]).elements == sums.map { $0 >= 0 ? 1 : -1 })
        #expect(memory.reach > 1 - 1e-12)
        // Nothing within reach: sums of 0.
        var blind = try SDM(size: 33, locations: 7, radius: 0)
        try blind.store(patterns)
        #expect(try blind.read(patterns[1]) == Vector.ones(33))
    }

    @Test func addressesLeadToOtherPatterns() throws {
        let addresses = try Patterns.random(count: 6, size: 128, seed: 8), contents = try Patterns.random(count: 6, size: 128, seed: 9)
        var memory = try SDM(size: 128, locations: 3000, seed: 1)
        try memory.store(contents, at: addresses)
        for k in 0 ..< 6 { #expect(try memory.read(addresses[k]) == contents[k]) }
    }

    @Test func wrongInputIsAnErrorThatNamesIt() throws {
        #expect(message { try BAM(inputs: 0, outputs: 2) } == "inputs is 0; it must be at least 1")
        #expect(message { try BAM(inputs: 1 << 40, outputs: 1 << 40) }.contains("too large"))
        var pairs = try BAM(inputs: 3, outputs: 2)
        let three = try Patterns.random(count: 4, size: 3), two = try Patterns.random(count: 3, size: 2)
        #expect(message { try pairs.store(two, with: two) } == "patterns has shape 3 x 2; it must be of size 3, as the memory is")
        #expect(message { try pairs.store(three, with: two) } == "others has shape 3 x 2; it must be 4 patterns, one for each of the first")
        #expect(message { try pairs.recall([1, -1]) } == "input has shape 2; it must be 3 values, as the memory has")
        #expect(message { try pairs.recall([1, 0.5, 1]) } == "value 1 of input is 0.5; it must be +1 or -1")
        #expect(message { try pairs.recall([1, 1, 1], steps: 0) } == "steps is 0; it must be at least 1")
        #expect(try pairs.recall([1, -1, 1]).output == [1, 1])  // nothing stored: what is there stays
        #expect(message { try Willshaw(inputs: 1, outputs: -1) } == "outputs is -1; it must be at least 1")
        #expect(message { try Willshaw(inputs: .max, outputs: .max) }.contains("too large"))
        #expect(message { try Willshaw(inputs: 3, outputs: 2).recall([1, 1, 1], threshold: 0) } == "threshold is 0; it must be at least 1")
        #expect(message { try Willshaw(inputs: 3, outputs: 2).expectedDensity(pairs: 1, activeInputs: 4, activeOutputs: 1) } == "activeInputs is 4; it must be in 0...3")
        #expect(message { try SDM(size: 10, locations: 0) } == "locations is 0; it must be at least 1")
        #expect(message { try SDM(size: 10, locations: 10, radius: 11) } == "radius is 11; it must be in 0...10")
        #expect(message { try SDM(size: .max, locations: 10) } == "size is \(Int.max); it must be from 1 to 1000000")
        #expect(message { try SDM(size: 1_000_000, locations: .max) }.contains("too large"))
        #expect(message { try SDM(size: 10, locations: 10).recall([1]) } == "cue has shape 1; it must be 10 values, as the memory has")
    }

    @Test func memoriesAreSaved() throws {
        func copy<Value: Codable>(_ value: Value) throws -> Value { try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) }
        let patterns = try Patterns.random(count: 3, size: 40, seed: 1)
        var pairs = try BAM(inputs: 40, outputs: 40), binary = try Willshaw(inputs: 40, outputs: 40), distributed = try SDM(size: 40, locations: 50)
        try pairs.store(patterns, with: patterns)
        try binary.store(patterns, with: patterns)
        try distributed.store(patterns)
        #expect(try copy(pairs) == pairs && copy(binary) == binary && copy(distributed) == distributed)
        #expect("\(pairs)" == "BAM(inputs: 40, outputs: 40) with 3 pairs" && "\(binary)" == "Willshaw(inputs: 40, outputs: 40) with 3 pairs")
    }
}
