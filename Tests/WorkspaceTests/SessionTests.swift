import Display
import Testing
import Workspace

@Suite struct SessionTests {
    /// What a cell prints in a session of its own.
    private func printed(by cell: String) -> String {
        var text = ""
        _ = Session().run(cell, name: "cell") { output in
            if case .stream(.standardOutput, let part) = output { text += part }
        }
        return text
    }

    @Test func slicesChangeInPlace() {
        #expect(printed(by: "func f() { var m = [9, 8, 7, 6]; let r = 1..<3; m[r].reverse(); print(m) }\nf()") == "[9, 7, 8, 6]\n")
        #expect(printed(by: "var n = [9, 8, 7, 6]\nn[1...].sort()\nprint(n)") == "[9, 6, 7, 8]\n")
    }

    /// What the library adds to numbers is of types that the cell need not mention.
    @Test func numbersHaveUnits() {
        #expect(printed(by: "let x = 5\nlet y = 2.5\nprint(x.ms, y.nS, -65.mV, 0.1.ms + 2.ms, 20.Hz.hertz)") == "5.0 ms 2.5 nS -65.0 mV 2.1 ms 20.0\n")
        #expect(printed(by: "let t = 10.ms\nprint(t.seconds, t < 11.ms)") == "0.01 true\n")
    }

    @Test func aSpikingNetworkIsAValueOfACell() {
        let cell = """
            let cell = LIF(rest: -49.mV, threshold: -50.mV, reset: -60.mV, refractory: 5.ms, synapses: [.exponential(tau: 5.ms), .exponential(tau: 10.ms)])
            var net = try SpikingNetwork(dt: 0.1.ms, seed: 1)
            let cells = try net.add(400, cell)
            try net.connect(cells.slice(0 ..< 320), to: cells, .probability(0.1), weight: 1.62, delay: 0.1.ms)
            try net.connect(cells.slice(320 ..< 400), to: cells, .probability(0.1), weights: .uniform(-10, -8), delays: .constant(1.ms), synapse: 1)
            let before = net
            try net.run(50.ms)
            var again = before
            try again.run(20.ms)
            try again.run(30.ms)
            print(net, try again.spikes(of: cells) == net.spikes(of: cells), before.time)
            do { try net.run(-1.ms) } catch { print(error) }
            """
        #expect(printed(by: cell).hasSuffix("synapses, at 50.0 ms true 0.0 ms\nduration is -1.0; it must be finite and at least 0\n"))
    }

    /// A protocol of the library holds different models, bounds a generic function, and is there for types of cells.
    @Test func protocolsOfTheLibrary() {
        let cell = """
            let patterns = try Patterns.random(count: 4, size: 100, seed: 1)
            var memories: [any AssociativeMemory] = [try Hopfield(size: 100), try DenseHopfield(size: 100, order: 4)]
            for i in memories.indices { try memories[i].store(patterns) }
            for memory in memories { print(type(of: memory), memory.size, memory.count, try memory.overlap(patterns[0])[0], try memory.energy(patterns[1]) < 0) }
            func best<Memory: AssociativeMemory>(_ memory: Memory, _ cue: Vector) throws -> Double { try memory.overlap(memory.recall(cue)).maximum() }
            func full<Memory: AssociativeMemory>(_ empty: Memory) throws -> Double {
                var memory = empty
                try memory.store(patterns)
                return try best(memory, patterns.flipped(probability: 0.1, seed: 2)[2])
            }
            print(try full(Hopfield(size: 100)))
            """
        #expect(printed(by: cell) == "Hopfield 100 4 1.0 true\nDenseHopfield 100 4 1.0 true\n1.0\n")
    }

    /// How cells fail, one after another in one session: the last one.
    private func lastFailure(of cells: String...) -> Failure? {
        let session = Session()
        var last: Failure?
        for (index, cell) in cells.enumerated() {
            last = if case .failed(let failure) = session.run(cell, name: "cell [\(index + 1)]", output: { _ in }) { failure } else { nil }
        }
        return last
    }

    @Test func aCallStackSpansCells() throws {
        let failure = try #require(
            lastFailure(
                of: "func element(_ list: [Int], _ index: Int) -> Int {\n    list[index]\n}", "func middle(_ list: [Int]) -> Int { element(list, list.count) }",
                "print(1)\nlet values = [[1, 2]].map { middle($0) }"))
        #expect(failure.message == "Fatal error: Index out of range")
        #expect(
            failure.stack.prefix(3).map { "\($0.function) \($0.cell.name):\($0.line):\($0.column)" } == [
                "element(_:_:) cell [1]:2:9", "middle(_:) cell [2]:1:37", "cell 3 cell [3]:2:29",
            ])
        #expect(failure.stack.last.map { "\($0.cell.name):\($0.line)" } == "cell [3]:2")
        #expect(failure.traceback.contains { $0.hasPrefix("  called from middle(_:), cell [2], line 1") })
    }

    @Test func anErrorInTheLibraryNamesTheArgument() throws {
        let failure = try #require(lastFailure(of: "func reservoir(_ n: Int) throws -> Reservoir {\n    try Reservoir(units: n)\n}", "let small = try reservoir(-3)"))
        #expect(failure.message == "units is -3; it must be at least 1")
        #expect(failure.stack.map { "\($0.cell.name):\($0.line)" } == ["cell [1]:2", "cell [2]:1"])
        #expect(lastFailure(of: "let small = try Reservoir(units: 10, leakRate: -1)")?.message == "leakRate is -1.0; it must be above 0 and at most 1")
    }
}
