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

    /// The sum of 0..<10^7.
    @Test func integerSum() throws {
        let code = [
            Instruction(.integer, 0, wide: 10_000_000), Instruction(.integer, 1, wide: 0), Instruction(.integer, 2, wide: 0),
            Instruction(.jumpLessOrEqualInt, 0, 2, 2),
            Instruction(.addInt, 1, 1, 2), Instruction(.loopBelow, 2, 0, -2),
            Instruction(.returnRaw, 1),
        ]
        let value = try Machine().run(Self.program([Self.function("sum", raws: 3, code)]))
        #expect(value.word == 49_999_995_000_000)
    }

    /// The Leibniz series: sum of (-1)^k / (2k + 1).
    @Test func leibniz() throws {
        var main = Self.function(
            "leibniz", raws: 8,
            [
                Instruction(.integer, 0, wide: 10_000_000), Instruction(.constant, 1, wide: 0), Instruction(.constant, 2, wide: 1),
                Instruction(.integer, 3, wide: 0),
                // body: sum += sign / Double(2 * k + 1); sign = -sign
                Instruction(.multiplyImmediate, 4, 3, 2), Instruction(.addImmediate, 4, 4, 1), Instruction(.intToDouble, 4, 4),
                Instruction(.divideDouble, 4, 2, 4), Instruction(.addDouble, 1, 1, 4), Instruction(.negateDouble, 2, 2),
                Instruction(.loopBelow, 3, 0, -7),
                Instruction(.returnRaw, 1),
            ])
        main.constants = [0, Int(bitPattern: UInt(1.0.bitPattern))]
        let value = try Machine().run(Self.program([main], result: .double))
        #expect(abs(Double(word: value.word) * 4 - .pi) < 1e-6)
    }

    @Test func recursion() throws {
        // fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)
        var fib = Self.function(
            "fib(_:)", raws: 4,
            [
                Instruction(.jumpGreaterOrEqualImmediate, 0, 2, 1), Instruction(.returnRaw, 0),
                Instruction(.addImmediate, 1, 0, -1), Instruction(.call, 1, 0, 0),
                Instruction(.addImmediate, 2, 0, -2), Instruction(.call, 2, 0, 0),
                Instruction(.addInt, 1, 1, 2), Instruction(.returnRaw, 1),
            ])
        fib.callees = [1]
        var main = Self.function("main", raws: 1, [Instruction(.integer, 0, wide: 27), Instruction(.call, 0, 0, 0), Instruction(.returnRaw, 0)])
        main.callees = [1]
        let value = try Machine().run(Self.program([main, fib]))
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
        let main = Self.function(
            "main", raws: 4, objects: 1,
            [
                Instruction(.newArray, 0, 0, 0), Instruction(.integer, 0, wide: 0), Instruction(.integer, 1, wide: 1_000_000),
                Instruction(.appendInt, 0, 0), Instruction(.loopBelow, 0, 1, -2),
                Instruction(.integer, 0, wide: 0), Instruction(.integer, 2, wide: 0),
                Instruction(.elementInt, 3, 0, 0), Instruction(.addInt, 2, 2, 3), Instruction(.setElementInt, 0, 0, 2),
                Instruction(.loopBelow, 0, 1, -4),
                Instruction(.returnRaw, 2),
            ])
        let value = try Machine().run(Self.program([main]))
        #expect(value.word == 499_999_500_000)
    }

    /// An endless loop ends soon after the user asked.
    @Test func endlessLoopIsInterrupted() async throws {
        let machine = Machine()
        let waiting = Task.detached {
            try await Task.sleep(for: .milliseconds(20))
            machine.interrupt()
        }
        let main = Self.function("main", raws: 1, [Instruction(.jump, 0, wide: -1)])
        let error = #expect(throws: RuntimeError.self) { try machine.run(Self.program([main])) }
        #expect(error?.kind == .interrupted)
        try await waiting.value
    }

    /// A thrown error is caught by the nearest frame that handles its place; deeper frames are left empty.
    @Test func errorsFindTheirHandler() throws {
        var thrower = Self.function("thrower", raws: 1, objects: 2, [Instruction(.object, 0, wide: 0), Instruction(.eraseObject, 1, 0, 0), Instruction(.throw, 1)])
        thrower.objects = [.string("boom")]
        thrower.types = [.string]
        var main = Self.function(
            "main", raws: 1, objects: 2,
            [
                Instruction(.call, 0, 1, 0), Instruction(.returnVoid), Instruction(.integer, 0, wide: 7), Instruction(.returnRaw, 0),
            ])
        main.callees = [1]
        main.handlers = [Function.Handler(range: 0 ..< 1, target: 2, register: 0)]
        #expect(try Machine().run(Self.program([main, thrower])).word == 7)
        main.handlers = []
        let error = #expect(throws: RuntimeError.self) { try Machine().run(Self.program([main, thrower])) }
        #expect(error?.kind == .thrown(type: "String"))
        #expect(error?.message == "Fatal error: Error raised at top level: \"boom\"")
        #expect(error?.stack.map(\.function) == ["thrower", "main"])
    }
}
