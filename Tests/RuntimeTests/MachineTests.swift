import IR
import Runtime
import Testing

/// Hand-written programs, run by the machine.
struct MachineTests {
    static func program(_ functions: [Function], result: ValueType = .int) -> Program {
        Program(firstFunction: 0, functions: functions, entry: 0, result: result)
    }

    static func function(_ name: String, raws: Int = 0, objects: Int = 0, _ code: [Instruction]) -> Function {
        var function = Function(name: name)
        function.code = code
        function.rawRegisters = raws
        function.objectRegisters = objects
        function.spans = [Function.Span(start: 0, place: Place(source: 1, offset: 7))]
        return function
    }

    /// The sum of 0..<count, and the machine's time for it.
    @Test func integerSum() throws {
        let code = [
            Instruction(.integer, 0, wide: 10_000_000), Instruction(.integer, 1, wide: 0), Instruction(.integer, 2, wide: 0),
            Instruction(.jumpLessOrEqualInt, 0, 2, 2),
            Instruction(.addInt, 1, 1, 2), Instruction(.loopBelow, 2, 0, -2),
            Instruction(.returnRaw, 1),
        ]
        let start = ContinuousClock.now
        let value = try Machine().run(Self.program([Self.function("sum", raws: 3, code)]))
        print("integer sum", ContinuousClock.now - start)
        #expect(value.word == 49_999_995_000_000)
    }

    /// The Leibniz series: sum of (-1)^k / (2k + 1).
    @Test func leibniz() throws {
        var main = Self.function("leibniz", raws: 8, [
            Instruction(.integer, 0, wide: 10_000_000), Instruction(.constant, 1, wide: 0), Instruction(.constant, 2, wide: 1),
            Instruction(.integer, 3, wide: 0),
            // body: sum += sign / Double(2 * k + 1); sign = -sign
            Instruction(.multiplyImmediate, 4, 3, 2), Instruction(.addImmediate, 4, 4, 1), Instruction(.intToDouble, 4, 4),
            Instruction(.divideDouble, 4, 2, 4), Instruction(.addDouble, 1, 1, 4), Instruction(.negateDouble, 2, 2),
            Instruction(.loopBelow, 3, 0, -7),
            Instruction(.returnRaw, 1),
        ])
        main.constants = [0, Int(bitPattern: UInt(1.0.bitPattern))]
        let start = ContinuousClock.now
        let value = try Machine().run(Self.program([main], result: .double))
        print("leibniz", ContinuousClock.now - start)
        #expect(abs(Double(word: value.word) * 4 - .pi) < 1e-6)
    }

    @Test func recursion() throws {
        // fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)
        var fib = Self.function("fib(_:)", raws: 4, [
            Instruction(.jumpGreaterOrEqualImmediate, 0, 2, 1), Instruction(.returnRaw, 0),
            Instruction(.addImmediate, 1, 0, -1), Instruction(.call, 1, 0, 0),
            Instruction(.addImmediate, 2, 0, -2), Instruction(.call, 2, 0, 0),
            Instruction(.addInt, 1, 1, 2), Instruction(.returnRaw, 1),
        ])
        fib.callees = [1]
        var main = Self.function("main", raws: 1, [Instruction(.integer, 0, wide: 27), Instruction(.call, 0, 0, 0), Instruction(.returnRaw, 0)])
        main.callees = [1]
        let start = ContinuousClock.now
        let value = try Machine().run(Self.program([main, fib]))
        print("fib(27)", ContinuousClock.now - start)
        #expect(value.word == 196_418)
    }

    @Test func overflowIsAnError() {
        let code = [
            Instruction(.constant, 0, wide: 0), Instruction(.addImmediate, 0, 0, 1), Instruction(.returnRaw, 0),
        ]
        var main = Self.function("main", raws: 1, code)
        main.constants = [Int.max]
        let error = #expect(throws: RuntimeError.self) { try Machine().run(Self.program([main])) }
        #expect(error?.message == "Swift runtime failure: arithmetic overflow")
        #expect(error?.stack == [RuntimeError.Call(function: "main", place: Place(source: 1, offset: 7))])
    }

    @Test func endlessRecursionIsAnError() {
        var main = Self.function("main", raws: 1, [Instruction(.call, 1, 0, 0), Instruction(.returnVoid)])
        main.callees = [0]
        let error = #expect(throws: RuntimeError.self) { try Machine().run(Self.program([main])) }
        #expect(error?.message == "stack overflow")
        #expect(error?.kind == .limit)
    }

    /// A loop that appends to an array, then sums it: 10^6 elements each.
    @Test func arrays() throws {
        let main = Self.function("main", raws: 4, objects: 1, [
            Instruction(.newArray, 0, 0, 0), Instruction(.integer, 0, wide: 0), Instruction(.integer, 1, wide: 1_000_000),
            Instruction(.appendInt, 0, 0), Instruction(.loopBelow, 0, 1, -2),
            Instruction(.integer, 0, wide: 0), Instruction(.integer, 2, wide: 0),
            Instruction(.elementInt, 3, 0, 0), Instruction(.addInt, 2, 2, 3), Instruction(.setElementInt, 0, 0, 2),
            Instruction(.loopBelow, 0, 1, -4),
            Instruction(.returnRaw, 2),
        ])
        let start = ContinuousClock.now
        let value = try Machine().run(Self.program([main]))
        print("arrays", ContinuousClock.now - start)
        #expect(value.word == 499_999_500_000)
    }
}
