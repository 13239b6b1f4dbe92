import Bindings
import Charts
import Display
import IR
import Linear
import Runtime
import Testing

/// The committed bindings of the library itself.
@Suite struct LibraryTests {
    let caller = Caller(machine: Machine(natives: Library.table))

    @Test func callsGiveWhatDirectCallsGive() throws {
        let vector: Vector = try caller.call("Vector.init(_:)<[Double]>", [1.0, 2.0, 3.0])
        #expect(vector == Vector([1, 2, 3]))
        #expect(try caller.call("Vector.subscript(_:)<Range<Int>>", vector, 1..<3) == Vector([2, 3]))
        #expect(throws: LinearError.self) { try caller.call("Vector.subscript(_:)<Range<Int>>", vector, 1..<4, as: Vector.self) }
        #expect(Vector.valueType == .native("Vector", []))
        #expect(FloatVector.valueType == .native("FloatVector", []))
    }

    @Test func everyTypeHasItsTextOnce() {
        let names = Library.interface.map(\.name)
        #expect(names == Set(names).sorted())
        for (name, text) in Library.interface {
            #expect(text.contains("struct \(name)") || text.contains("enum \(name)"), "\(name)")
        }
    }

    @Test func longCallsStopWhenTheMachineIsInterrupted() throws {
        let machine = Machine()
        var fractions = 0
        try Library.watching(machine) {
            for step in 0..<3 {
                try Progress.check(Double(step) / 3)
                fractions += 1
            }
        }
        #expect(fractions == 3)
        machine.interrupt()
        #expect(throws: Interruption.self) { try Library.watching(machine) { try Progress.check(0.5) } }
    }
}
