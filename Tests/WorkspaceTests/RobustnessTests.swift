import Display
import Foundation
import Testing
import Workspace

/// Whatever a cell says or asks for: a clear error, nothing lost, and the next cell runs.
@Suite struct RobustnessTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var what: String, cell: String
        /// What the error must say; nil where the cell may just as well run.
        var says: String?
        var testDescription: String { what }
        init(_ what: String, _ cell: String, says: String?) { (self.what, self.cell, self.says) = (what, cell, says) }
    }

    private static func many(_ text: String, _ count: Int = 100_000) -> String { String(repeating: text, count: count) }
    private static let nesting = "parsing has exceeded the maximum nesting level"
    private static let levels = "nested more than 2000 levels deep"

    static let texts = [
        Case("parentheses left open", many("("), says: nesting),
        Case("parentheses", "let x = " + many("(") + "1" + many(")"), says: nesting),
        Case("square brackets", "let x = " + many("[") + many("]"), says: "more than 12 '[' within each other"),
        Case("closures", "let x = " + many("{ ") + "1" + many(" }"), says: nesting),
        Case("square brackets among control characters", "let x = " + many(" [\0\u{B}\u{1}") + "run" + many("]"), says: "more than 12 '[' within each other"),
        Case("dictionaries", "let x = " + many("[a: [", 26) + "run" + many("]", 52), says: "more than 12 '[' within each other"),
        Case("functions in arrays", "let x = " + many("[() -> ", 26) + "run" + many("]", 26), says: "more than 12 '[' within each other"),
        Case("tuples in arrays", "let x = " + many("[(a, ", 26) + "run" + many(")]", 26), says: "more than 12 '[' within each other"),
        Case("generic types in arrays", "let x = " + many("[a<b,", 26) + "run" + many("]", 26), says: "more than 12 '[' within each other"),
        Case("arrays as keys", "let x = " + many("[[a]: [", 26) + "run" + many("]", 52), says: "more than 12 '[' within each other"),
        Case("compositions in arrays", "let x = " + many("[~Copyable & ", 26) + "run" + many("]", 26), says: "more than 12 '[' within each other"),
        Case("array types", "let x: " + many("[") + "Int" + many("]"), says: "more than 12 '[' within each other"),
        Case("generic types", "let x: " + many("Array<") + "Int" + many(">"), says: "more than 64 generic types within each other"),
        Case("function types", "let x: " + many("() -> ") + "Int", says: levels),
        Case("optional types", "let x: Int" + many("?"), says: levels),
        Case("interpolations", "let x = " + many("\"\\(") + "1" + many(")\""), says: nesting),
        Case("blocks", many("if true { ") + many("}"), says: nesting),
        Case("else", "if true {} " + many("else if true {} "), says: levels),
        Case("operators", "let x = 1" + many(" + 1"), says: levels),
        Case("members", "let x = 1" + many(".magnitude"), says: levels),
        Case("subscripts", "let x = [1]" + many("[0]"), says: levels),
        Case("conditionals", "let x = " + many("true ? 1 : ") + "1", says: levels),
        Case("comments", many("/*") + many("*/") + "\nprint(1)", says: nil),
        Case("a long name", "let " + many("a", 1_000_000) + " = 1", says: nil),
        Case("a long unknown name", "print(" + many("a", 1_000_000) + ")", says: "cannot find 'aaaa"),
        Case("a long text", "print(\"" + many("a", 1_000_000) + "\".count)", says: nil),
        Case("a long number", "let x = " + many("9", 100_000), says: "overflows when stored into 'Int'"),
        Case("a long array", "let x = [" + many("1, ") + "1]\nprint(x.count)", says: nil),
        Case("zeros", many("\0"), says: nil),
        Case("an alias of itself", "typealias A = B\ntypealias B = A\nlet x: A = 1", says: "references itself"),
        Case(
            "a generic function of ever larger types", "func f<T>(_ t: T, _ n: Int) -> Int { n == 0 ? 0 : f([t], n - 1) }\nprint(f(1, 3), f(1, 10_000))",
            says: "types grow without an end"),
        Case("a structure of ever larger types", "struct S<T> { var inner: [S<[T]>] = [] }\nprint(S<Int>().inner.count)", says: nil),
    ]

    @Test(arguments: texts) func strangeTexts(_ text: Case) {
        let session = HardSession()
        let outcome = session.run(text.cell)
        if let says = text.says {
            #expect(!outcome.isFinished, "\(text.what)")
            #expect(outcome.message.contains(says), "\(text.what): \(outcome.message.prefix(300))")
            #expect(outcome.message.utf8.count < 4_000, "\(text.what): an error must be readable")
        } else {
            #expect(outcome.isFinished, "\(text.what): \(outcome.message.prefix(300))")
        }
        #expect(session.isAlive, "\(text.what)")
    }

    @Test func bytesThatAreNoText() {
        var generator = SystemRandomNumberGenerator()
        let session = HardSession()
        let bytes = (0 ..< 1 << 20).map { _ in UInt8.random(in: 0 ... 255, using: &generator) }
        #expect(!session.run(String(decoding: bytes, as: UTF8.self)).isFinished)
        #expect(!session.run(String(decoding: [0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self)).isFinished)
        #expect(!session.run("let e: [Int] \u{FFFD}= []").isFinished)
        #expect(session.isAlive)
    }

    static let recursion = [
        "func f(_ n: Int) -> Int { f(n + 1) + 1 }\nprint(f(0))",
        "func f(_ n: Int) -> [Int] { [n].map { f($0 + 1).count } }\nprint(f(0))",
        "func f(_ n: Int) -> Int { var a = [3, 1, 2]; a.sort { x, _ in f(n + 1) < x }; return a[0] }\nprint(f(0))",
        "struct S: CustomStringConvertible { var description: String { \"\\(self)\" } }\nprint(S())",
        "struct S: Equatable { static func == (a: S, b: S) -> Bool { [a] == [b] } }\nprint(S() == S())",
        "struct S: Hashable { func hash(into h: inout Hasher) { h.combine([self]) } }\nprint(Set([S()]).count)",
        "var f: () -> Int = { 0 }\nfor _ in 0 ..< 1_000_000 { let g = f; f = { g() + 1 } }\nprint(f())",
        "var a: Any = 1\nfor _ in 0 ..< 1_000_000 { a = [a] }\nprint(\"\\(a)\".count)",
        "indirect enum L { case n; case c(Int, L) }\nvar l = L.n\nfor i in 0 ..< 1_000_000 { l = .c(i, l) }\nprint(\"\\(l)\".count)",
    ]

    @Test(arguments: recursion) func recursionWithoutAnEnd(_ cell: String) {
        let session = HardSession()
        #expect(session.run(cell).failure == "stack overflow")
        #expect(session.isAlive)
    }

    static let tooLarge = [
        Case("a list", "let a = Array(repeating: 0.0, count: 1_000_000_000_000)", says: "out of memory: 8 TB"),
        Case("texts", "let a = Array(repeating: \"x\", count: Int.max / 8)", says: "out of memory"),
        Case("the longest list", "let a = Array(repeating: 0, count: Int.max)", says: "out of memory"),
        Case("a reserve", "var a = [Int]()\na.reserveCapacity(Int.max)", says: "out of memory"),
        Case("a set", "let s = Set<Int>(minimumCapacity: Int.max)", says: "out of memory"),
        Case("a set of numbers", "let s = Set(0 ..< 1_000_000_000_000)", says: "out of memory: 40 TB"),
        Case("steps", "let a = Array(stride(from: 0.0, to: 1e15, by: 1))", says: "out of memory: 8 PB"),
        Case("a text", "let s = String(repeating: \"abc\", count: 1_000_000_000_000)", says: "out of memory: 3 TB"),
        Case("nothing, often", "let s = String(repeating: \"\", count: Int.max)", says: nil),
        Case("a vector", "let v = try Vector.zeros(1_000_000_000_000)", says: "too large for this machine"),
        Case("a matrix", "let m = try Matrix.zeros(rows: 1_000_000, columns: 1_000_000)", says: "1000000 x 1000000 is too large for this machine"),
        Case("the largest matrix", "let m = try Matrix.zeros(rows: Int.max, columns: Int.max)", says: "too large for this machine"),
        Case("a reservoir", "let r = try Reservoir(units: 10_000_000)", says: "units is 10000000"),
    ]

    @Test(arguments: tooLarge) func sizesBeyondTheMachine(_ ask: Case) {
        let session = HardSession(memoryLimit: 1 << 30)
        #expect(session.run("let kept = 7").isFinished)
        let outcome = session.run(ask.cell)
        #expect(ask.says.map { outcome.message.contains($0) } ?? outcome.isFinished, "\(ask.what): \(outcome.message)")
        #expect(outcome.isFinished == (ask.says == nil), "\(ask.what)")
        #expect(session.run("print(kept)").printed == "7\n", "\(ask.what)")
    }

    static let growing = [
        "let a = [Int](0 ..< Int.max)",
        "let a = (0 ..< Int.max).map { $0 }",
        "var s = \"ab\"\nwhile true { s += s }",
        "var s = \"ab\"\nwhile true { s = \"\\(s)\\(s)\" }",
        "var a = [1]\nwhile true { a = a + a }",
        "var a = [String]()\nwhile true { a.append(\"a text that needs memory of its own: \\(a.count)\") }",
        "var a: [Matrix] = []\nwhile true { a.append(try Matrix.ones(rows: 1_000, columns: 1_000)) }",
    ]

    /// Little by little, where no single step is too large.
    @Test(arguments: growing) func growthWithoutAnEnd(_ cell: String) {
        // The limit is on the whole process, which other tests share.
        let session = HardSession(memoryLimit: 256 << 20)
        let outcome = session.run("do {\n" + cell + "\n}")
        #expect(outcome.message.hasPrefix("out of memory"), "\(cell): \(outcome.message)")
        #expect(session.isAlive)
    }

    // MARK: Values that a library call cannot take

    static let arguments = [
        Case("a delay line without places", "let r = try DelayReservoir(units: 0)", says: "units is 0"),
        Case("a delay line without end", "let r = try DelayReservoir(units: Int.max, inputs: 2)", says: "too large"),
        Case("products without end", "let r = try NVAR(inputs: 1_000_000, delays: 1_000_000, degrees: [9])", says: "too large"),
        Case("a full matrix without end", "let r = try Reservoir(units: 1_000_000, topology: .orthogonal)", says: "units is 1000000"),
        Case("layers that do not fit", "let r = try Reservoir(units: 3) >> Reservoir(units: 3)", says: "layers[1] has shape 1 x 0; it must be 3 inputs"),
        Case("a search over nothing", "let s = try Search([], settings: 3)", says: "parameters is []"),
        Case(
            "a search that scores too little", "let s = try Search([.uniform(\"a\", 0, 1)], settings: 3, seeds: 2).run { setting in try Vector([setting[\"a\"]]) }",
            says: "the scores has shape 1"),
        Case("no units", "let r = try Reservoir(units: 0)", says: "units is 0; it must be at least 1"),
        Case("fewer than none", "let r = try Reservoir(units: -1)", says: "units is -1; it must be at least 1"),
        Case("a radius that is no number", "let r = try Reservoir(units: 3, spectralRadius: .nan)", says: "spectralRadius is nan"),
        Case(
            "a negative penalty", "var r = try Reservoir(units: 3, seed: 1)\n_ = try r.train(Vector((0 ..< 50).map { Double($0 % 7) }), readout: .ridge(-1), washout: 10)",
            says: "-1"),
        Case("an empty series", "var r = try Reservoir(units: 3, seed: 1)\n_ = try r.train(Vector([]), readout: .ridge(1e-6), washout: 0)", says: "0"),
        Case("a series that is no number", "var r = try Reservoir(units: 3, seed: 1)\n_ = try r.run(Vector([1, .nan]))", says: "1"),
        Case("a negative alpha", "_ = try Ridge(alpha: -1)", says: "alpha"),
        Case("rows of unequal length", "_ = try Matrix([[1, 2], [3]])", says: "row 1 has 1 elements, but row 0 has 2"),
        Case("shapes that do not fit", "_ = try Matrix.ones(rows: 2, columns: 3) %*% (try Matrix.ones(rows: 2, columns: 3))", says: "2 x 3"),
        Case("a file that is not there", "_ = try NIfTI(\"/no/such/file.nii.gz\")", says: "/no/such/file.nii.gz"),
        Case("a folder", "_ = try NumpyArray(\"/\")", says: "/"),
    ]

    @Test(arguments: arguments) func argumentsThatCannotBe(_ call: Case) {
        let session = HardSession()
        let outcome = session.run(call.cell)
        #expect(outcome.failure?.contains(call.says ?? "") == true, "\(call.what): \(outcome.message)")
        #expect(session.isAlive, "\(call.what)")
    }

    @Test func imagesCutShort() throws {
        let folder = NSTemporaryDirectory() + "engram-robust-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let session = HardSession()
        let whole = folder + "/whole.nii.gz"
        let made = session.run(
            """
            let voxels = Vector((0 ..< 240).map { Double(($0 &* 7_919) % 101) })
            try NIfTI(voxels, shape: [4, 3, 2, 10]).write("\(whole)")
            let mask = try NIfTI(Vector([1, 0, 1]), shape: [3, 1, 1])
            """)
        #expect(made.isFinished, "\(made.message)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
        #expect(session.run("print(try NIfTI(\"\(whole)\").shape)").printed == "[4, 3, 2, 10]\n")
        for length in Array(0 ..< min(64, bytes.count)) + Array(stride(from: 64, to: bytes.count, by: 7)) + [bytes.count - 9, bytes.count - 1] {
            let path = folder + "/cut-\(length).nii.gz"
            try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
            let outcome = session.run("_ = try NIfTI(\"\(path)\").mean()")
            #expect(outcome.failure?.contains("cut-\(length).nii.gz") == true, "\(length) of \(bytes.count) bytes: \(outcome.message)")
        }
        let other = session.run("_ = try NIfTI(\"\(whole)\").series(mask: mask)")
        #expect(other.failure?.contains("mask") == true && other.failure?.contains("3") == true, "\(other.message)")
        #expect(session.run("print(mask.shape, voxels.count)").printed == "[3, 1, 1] 240\n")
    }
}
