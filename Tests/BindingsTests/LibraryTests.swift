import Bindings
import Charts
import Display
import IR
import Language
import Linear
import Runtime
import Testing

/// The committed bindings of the library itself.
@Suite struct LibraryTests {
    let caller = Caller(machine: Machine(natives: Library.table))

    @Test func callsGiveWhatDirectCallsGive() throws {
        let vector: Vector = try caller.call("Vector.init(_:)<[Double]>", [1.0, 2.0, 3.0])
        #expect(vector == Vector([1, 2, 3]))
        #expect(try caller.call("Vector.subscript(_:)<Range<Int>>", vector, 1 ..< 3) == Vector([2, 3]))
        #expect(throws: LinearError.self) { try caller.call("Vector.subscript(_:)<Range<Int>>", vector, 1 ..< 4, as: Vector.self) }
        #expect(Vector.valueType == .native("Vector", []))
        #expect(FloatVector.valueType == .native("FloatVector", []))
    }

    @Test func aChartShowsItselfAlsoInAnOptional() throws {
        let chart = plot([1, 3, 2])
        let types = Value(type: Chart.valueType, object: chart.reference).ownDisplay?.entries.map(\.type) ?? []
        #expect(types.contains("text/plain") && types.contains("image/svg+xml"))
        #expect(Value(type: .optional(Chart.valueType), object: Chart?.some(chart).reference).ownDisplay?.entries.map(\.type) == types)
        #expect(Value(type: .optional(Chart.valueType)).ownDisplay == nil)
        #expect(Value(type: .int, word: 3).ownDisplay == nil)
        #expect(Value(type: Vector.valueType, object: Vector([1]).reference).ownDisplay?.entries.map(\.type) == ["text/plain"])
    }

    @Test func everyNameHasItsText() {
        #expect(Set(Library.interface.map(\.name)).count == Library.interface.count)
        for (name, text) in Library.interface {
            #expect(["struct \(name)", "enum \(name)", "protocol \(name)", "func \(name)(", "var \(name): ", "typealias \(name) "].contains { text.contains($0) }, "\(name)")
        }
        #expect(Library.operators.joined().contains("infix operator %*%"))
    }

    /// Checker and generator each spell the keys on their own.
    @Test func theCheckerReadsTheTextAndEveryKeyItMakesIsInTheTable() {
        let inventory = Inventory(library: Library.interface, operators: Library.operators)
        #expect(inventory.problems == [])
        let (asked, known) = (Set(inventory.keys), Set(Library.table.functions.keys))
        #expect(asked.subtracting(known).sorted() == [])
        #expect(known.subtracting(asked).sorted() == [])
    }

    @Test func longCallsStopWhenTheMachineIsInterrupted() throws {
        let machine = Machine()
        var fractions = 0
        try Library.watching(machine) {
            for step in 0 ..< 3 {
                try Progress.check(Double(step) / 3)
                fractions += 1
            }
        }
        #expect(fractions == 3)
        machine.interrupt()
        #expect(throws: Interruption.self) { try Library.watching(machine) { try Progress.check(0.5) } }
    }
}
