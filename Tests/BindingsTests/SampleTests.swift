import Bindings
import BindingsSample
import Foundation
import IR
import Runtime
import Testing
import bindgen

/// What the index of the sample's generated files extends.
enum Sample {}

/// `Tests/BindingsSample` through the generator: its files are committed, compiled into this target, and called here.
///
/// To write them anew: `REWRITE_GOLDENS=1 swift test -c release --filter SampleTests`.
@Suite struct SampleTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func swiftFiles(_ folder: String) throws -> [(name: String, text: String)] {
        let start = root.appendingPathComponent(folder)
        let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { ($0, try String(contentsOf: start.appendingPathComponent($0), encoding: .utf8)) }
    }

    static func generate() throws -> Generator {
        let sources = try swiftFiles("Tests/BindingsSample").map { Generator.Source(module: "BindingsSample", path: $0.name, text: $0.text) }
        let bridges = try (swiftFiles("Sources/Runtime") + swiftFiles("Sources/Bindings").filter { !$0.name.contains("Generated") }).map(\.text)
        return Generator(modules: ["BindingsSample"], sources: sources, bridges: bridges, owner: "Sample", imports: ["Bindings"])
    }

    @Test func generatedFilesAreThoseCommitted() throws {
        let generator = try Self.generate()
        #expect(generator.refusals.isEmpty, "\(generator.refusals)")
        let folder = Self.root.appendingPathComponent("Tests/BindingsTests/Generated")
        if ProcessInfo.processInfo.environment["REWRITE_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in generator.files { try file.text.write(to: folder.appendingPathComponent(file.name), atomically: true, encoding: .utf8) }
        }
        let committed = try Self.swiftFiles("Tests/BindingsTests/Generated")
        #expect(committed.map(\.name) == generator.files.map(\.name))
        for (old, new) in zip(committed, generator.files) { #expect(old.text == new.text, "\(old.name)") }
    }

    // MARK: Calls through the generated table

    let caller = Caller(machine: Machine(natives: Sample.table))

    /// A closure of a cell, whose functions get the numbers from `first` on.
    func closure(_ body: [Instruction], number first: Int = 0) throws -> Closure {
        var main = Function(name: "main")
        main.code = [Instruction(.makeClosure, 0, 0, 0), Instruction(.returnObject, 0)]
        main.objectRegisters = 1
        main.callees = [first + 1]
        main.shapes = [Function.Shape(references: 0, raws: 0, callee: 0)]
        var inner = Function(name: "closure")
        inner.code = body
        (inner.rawRegisters, inner.objectRegisters) = (3, 1)
        let value = try caller.machine.run(Program(firstFunction: first, functions: [main, inner], entry: first, result: .function("(Double) -> Double")))
        return try #require(value.object as? Closure)
    }
    /// `{ (x: Double) in x + x }`
    var doubling: [Instruction] { [Instruction(.addDouble, 0, 0, 0), Instruction(.returnRaw, 0)] }
    /// Overflows.
    var failing: [Instruction] {
        [Instruction(.integer, 1, wide: Int(Int32.max)), Instruction(.multiplyInt, 1, 1, 1), Instruction(.multiplyInt, 1, 1, 1), Instruction(.returnRaw, 0)]
    }

    @Test func initializersGettersAndSubscripts() throws {
        let series: Series = try caller.call("Series.init(_:)<[Double]>", [1.5, 2, 4])
        #expect(series == Series([1.5, 2, 4]))
        #expect(try caller.call("Series.count", series) == 3)
        #expect(try caller.call("Series.subscript(_:)<Int>", series, 1) == 2.0)
        #expect(throws: SampleError.index(3, count: 3)) { try caller.call("Series.subscript(_:)<Int>", series, 3, as: Double.self) }
        #expect(try caller.call("Series.description", series) == "[1.5, 2.0, 4.0]")
        #expect(try caller.call("Series.init(arrayLiteral:)<Double...>", [1.0, 2.0]) == Series([1, 2]))
        #expect(try caller.call("Series.init(_:)<FloatSeries>", FloatSeries([1, 2])) == Series([1, 2]))
        #expect(try caller.call("Series.zero") == Series([0]))
        #expect(try caller.call("Double.half", 3.0) == 1.5)
    }

    @Test func optionalsDefaultsAndErrors() throws {
        #expect(try caller.call("Series.sum(from:)<Double?>", Series([1, 2]), Double?.none, as: Double?.self) == 3)
        #expect(try caller.call("Series.sum(from:)<Double?>", Series([1, 2]), Double?.some(10), as: Double?.self) == 13)
        #expect(throws: SampleError.empty) { try caller.call("Series.sum(from:)<Double?>", Series([]), Double?.none, as: Double?.self) }
        #expect(try caller.call("Model.init(even:)<Int>", 3, as: Model?.self) == nil)
        #expect(try caller.call("Model.init(even:)<Int>", 4, as: Model?.self)?.units == 4)
    }

    @Test func anyValue() throws {
        let text = Existential(type: .string, bits: 0, object: StringObject("a"))
        let number = Existential(type: .int, bits: 3, object: nil)
        for (value, name) in [(text, "String"), (number, "CellValue")] {
            let result = try caller.machine.callNative(
                NativeSite(key: "described(_:times:)<Any,Int>", typeArguments: [], parameters: [], result: .string, rawCount: 1, referenceCount: 1), words: [2], objects: [value])
            #expect(String(reference: result.object) == name + "!!")
        }
    }

    @Test func operators() throws {
        let (a, b) = (Series([1, 2]), Series([10, 20]))
        #expect(try caller.call("Series.+(_:_:)<Series,Series>", a, b) == Series([11, 22]))
        #expect(throws: SampleError.shapes(left: 2, right: 1)) { try caller.call("Series.+(_:_:)<Series,Series>", a, Series([1]), as: Series.self) }
        #expect(try caller.call("Series.-(_:)<Series>", a) == Series([-1, -2]))
        #expect(try caller.call("Series.==(_:_:)<Series,Series>", a, a) == true)
        #expect(try caller.call("Series.==(_:_:)<Series,Series>", a, b) == false)
        #expect(try caller.call("•(_:_:)<Series,Series>", a, b) == 50.0)
        #expect(try caller.call("FloatSeries.+(_:_:)<FloatSeries,FloatSeries>", FloatSeries([1]), FloatSeries([2])) == FloatSeries([3]))
    }

    @Test func mutatingChangesTheVariableAndNoCopyOfIt() throws {
        var variable = Series([1]).reference
        let copy = variable
        #expect(try caller.change(&variable, "Series.append(_:)<Double>", 5.0) == 2)
        try caller.change(&variable, "Series.+=(_:_:)<inoutSeries,Double>", 1.0)
        try caller.change(&variable, "Series.subscript(fromEnd:)<Int>.set", 9.0, 0)
        #expect(Series(reference: variable) == Series([2, 9]))
        #expect(Series(reference: copy) == Series([1]))

        let before = try #require(variable)
        try caller.change(&variable, "Series.+=(_:_:)<inoutSeries,Double>", 1.0)
        // `before` shares the object, so that the change went to a new one; alone, it stays where it is.
        #expect(variable !== before)
        weak let alone = variable
        try caller.change(&variable, "Series.+=(_:_:)<inoutSeries,Double>", 1.0)
        #expect(variable === alone)

        var model = try #require(Model(even: 2)).reference
        try caller.change(&model, "Model.units.set", 7)
        #expect(try caller.call("Model.changes", Model(reference: model)) == 1)
    }

    @Test func enumCases() throws {
        let ridge: Model.Readout = try caller.call("Model.Readout.ridge(_:centred:)<Double,Bool>", 0.5, false)
        #expect(ridge == .ridge(0.5, centred: false))
        #expect(try caller.call("Model.Readout.ridge(_:centred:).is", ridge) == true)
        #expect(try caller.call("Model.Readout.none.is", ridge) == false)
        #expect(try caller.call("Model.Readout.ridge(_:centred:).0", ridge) == 0.5)
        #expect(try caller.call("Model.Readout.ridge(_:centred:).1", ridge) == false)
        #expect(try caller.call("Model.Readout.none") == Model.Readout.none)
        let both: Model.Readout = try caller.call("Model.Readout.both(_:_:)<Model.Readout,Model.Readout>", ridge, Model.Readout.none)
        #expect(try caller.call("Model.Readout.both(_:_:).1", both) == Model.Readout.none)
        #expect(throws: (any Error).self) { try caller.call("Model.Readout.ridge(_:centred:).0", both, as: Double.self) }
        #expect(try caller.call("Model.Curve.allCases", as: [Model.Curve].self) == Model.Curve.allCases)
        #expect(try caller.call("Model.Curve.rawValue", Model.Curve.repeat) == "again")
        #expect(try caller.call("Model.Curve.init(rawValue:)<String>", "again", as: Model.Curve?.self) == .repeat)
    }

    @Test func tuplesArraysAndDictionaries() throws {
        let extremes = try caller.call("Series.extremes()<>", Series([3, 1, 2]), as: Tuple2<Double, Double>.self).value
        #expect(extremes == (1, 3))
        let pairs = try caller.call(
            "Series.pairs(_:scale:)<[(Int,Double)],(x:Double,y:Double)>", [Tuple2((4, 0.5))], Tuple2((1.0, 10.0)), as: [Tuple2<Int, Double>]?.self)
        #expect(pairs?.map(\.value.0) == [4])
        #expect(pairs?.map(\.value.1) == [5])
        let slices: [Series.Slice] = try caller.call("Series.slices()<>", Series([1, 2]))
        #expect(slices.map(\.start) == [0, 1])
        let runs: [String: Series] = try caller.call("Model.run(_:labels:)<[Series],[String:Int]>", Model.make(), [Series([1]), Series([2])], ["a": 1, "b": 2])
        #expect(runs == ["a": Series([1]), "b": Series([2])])
    }

    @Test func closures() throws {
        let doubling = try closure(doubling), failing = try closure(failing, number: 2)
        #expect(try caller.call("integrate(from:to:_:)<Double,Double,(Double)->Double>", 1.0, 3.0, closure: doubling) == 8.0)
        #expect(throws: RuntimeError.self) { try caller.call("integrate(from:to:_:)<Double,Double,(Double)->Double>", 1.0, 3.0, closure: failing, as: Double.self) }
        #expect(try caller.call("Series.map(_:)<(Double)throws->Double>", Series([1, 2]), closure: doubling) == Series([2, 4]))
        #expect(throws: RuntimeError.self) { try caller.call("Series.map(_:)<(Double)throws->Double>", Series([1, 2]), closure: failing, as: Series.self) }
        var variable = Series([1, 3]).reference
        try caller.change(&variable, "Series.apply(_:)<(Double)->Double>", closure: doubling)
        #expect(Series(reference: variable) == Series([2, 6]))
        // A failure leaves the variable as it was.
        #expect(throws: RuntimeError.self) { try caller.change(&variable, "Series.apply(_:)<(Double)->Double>", closure: failing) }
        #expect(Series(reference: variable) == Series([2, 6]))
    }

    @Test func everyKeyOfTheGeneratorIsInTheTable() throws {
        let keys = try Self.generate().keys
        #expect(Set(keys).count == keys.count)
        #expect(Set(keys) == Set(Sample.table.functions.keys))
    }
}
