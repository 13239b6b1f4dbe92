import Foundation
import Testing

/// Whatever a cell is busy with, it ends soon after the user asks, and what it had not finished leaves no trace.
@Suite(.serialized) struct InterruptTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var what: String, cell: String
        var testDescription: String { what }
        init(_ what: String, _ cell: String) { (self.what, self.cell) = (what, cell) }
    }

    /// Each of these lasts for many seconds.
    static let cells = [
        Case("an empty loop", "while true {}"),
        Case("recursion", "func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }\nprint(f(60))"),
        Case("printing", "while true { print(1) }"),
        Case("a string that grows", "var s = \"\"\nwhile true { s += \"a\"; if s.utf8.count > 1_000_000 { s = \"\" } }"),
        Case("a lazy sum", "print((0 ..< Int.max).reduce(0) { $0 &+ $1 })"),
        Case("map", "let a = Array(repeating: 1, count: 1_000_000)\nwhile true { _ = a.map { $0 + 1 } }"),
        Case("arrays of gigabytes", "while true { _ = [Double](repeating: 0.5, count: 250_000_000) }"),
        Case("sorting", "var a = (0 ..< 2_000_000).map { _ in Int.random(in: 0 ..< 1_000_000_000) }\nfor _ in 0 ..< 1_000 { _ = a.sorted(); a.swapAt(0, 1) }"),
        Case("sorting by a closure", "var a = (0 ..< 1_000_000).map { ($0 &* 7_919) % 1_000_003 }\nwhile true { a.sort { $0 < $1 }; a.sort { $1 < $0 } }"),
        Case("a set", "let s = Set(0 ..< 100_000_000)"),
        Case("characters", "let a = Array(String(repeating: \"x\", count: 100_000_000))"),
        Case("the text of a large array", "let a = Array(repeating: [1.5], count: 10_000_000)\nprint(\"\\(a)\".count)"),
        Case("a reservoir", "var r = try Reservoir(units: 2_000, seed: 1)\n_ = try r.train(Vector(Array(repeating: 0.5, count: 200_000)), readout: .ridge(1e-6), washout: 10)"),
        Case("a spiking network", "var b = try Networks.sparseIzhikevich(neurons: 20_000, seed: 1)\ntry b.network.run(1_000.seconds)"),
        Case("spiking networks being wired", "while true { _ = try Networks.brunel2000() }"),
        Case("a reservoir being made", "while true { _ = try Reservoir(units: 5_000, density: 0.5, seed: 1) }"),
        Case(
            "ridge regression",
            """
            var g = Random(seed: 1)
            let x = try g.normal(rows: 4_000, columns: 1_500), y = try g.normal(rows: 4_000, columns: 1_500)
            while true { _ = try RidgeCV(alphas: RidgeCV.alphas(from: 0.1, to: 1e4, count: 20)).fit(x, y) }
            """
        ),
        Case("a product", "let m = try Matrix.ones(rows: 3_000, columns: 3_000)\nwhile true { _ = try m %*% m }"),
        Case("singular values", "var g = Random(seed: 1)\n_ = try g.normal(rows: 1_500, columns: 1_500).singularValues()"),
        Case(
            "an inverse by Cholesky's factor",
            """
            var g = Random(seed: 1)
            let a = try g.normal(rows: 2_000, columns: 2_000)
            let f = try a.transposeMultiplied(by: a).cholesky()
            while true { _ = f.inverse() }
            """
        ),
        Case("a sorted vector", "var g = Random(seed: 1)\nlet v = try g.normal(count: 20_000_000)\nwhile true { _ = v.sorted() }"),
        Case("normal numbers", "var g = Random(seed: 1)\nwhile true { _ = try g.normal(rows: 8_000, columns: 8_000) }"),
        Case("a chart of many points", "var g = Random(seed: 1)\nlet v = try g.normal(count: 20_000_000)\nwhile true { display(plot(v)) }"),
        Case("pieces of a text", "let t = String(repeating: \"ab,\", count: 10_000_000)\nwhile true { _ = t.split(separator: \",\") }"),
        Case("elementary functions", "let v = try Vector.ones(40_000_000)\nwhile true { _ = v.exp().sin() }"),
        Case("a series", "_ = try Dataset.mackeyGlass(steps: 100_000_000, tau: 17)"),
        Case("checking", "let t = 1\nlet x = [" + (0 ..< 2_000).map { "t + \($0) * 2 - (t > 3 ? 1 : t)" }.joined(separator: ", ") + "]\nwhile true {}"),
    ]

    @Test(arguments: cells) func ends(_ busy: Case) {
        let (what, cell) = (busy.what, busy.cell)
        let session = HardSession()
        let (outcome, seconds) = session.interrupt(cell, after: 0.4)
        #expect(outcome.isInterrupt, "\(what): \(outcome.message)")
        if ProcessInfo.processInfo.environment["ENGRAM_INTERRUPTS"] != nil { print(what, "ended after", seconds, "s:", outcome.message) }
        // Less than a tenth where nothing else runs; a busy machine may keep the thread itself waiting. Unstopped the shortest lasts for longer.
        #expect(seconds < 8, "\(what)")
        #expect(session.isAlive, "\(what)")
    }

    /// The bodies of the standard text are checked when they are first needed, and kept: an interrupt at that moment must not leave half of one behind.
    @Test func anInterruptedCheckLeavesTheLibraryWhole() {
        let cell = """
            let words = "one two two three".split(separator: " ").map(String.init)
            var counts: [String: Int] = [:]
            for word in words { counts[word, default: 0] += 1 }
            print(counts.sorted { $0.key < $1.key }.map { "\\($0.key)=\\($0.value)" }.joined(separator: ","), Set(words).intersection(["two", "six"]))
            struct Pair: Hashable { var a: Int, b: String }
            print([Pair(a: 1, b: "x"): 2][Pair(a: 1, b: "x")] ?? 0, "key=value".uppercased().reversed().prefix(3).map { $0 }, (1 ... 5).reduce(0, +))
            """
        let whole = HardSession().run(cell).printed
        #expect(whole.contains("one=1,three=1,two=2"))
        for step in 0 ..< 24 {
            let session = HardSession()
            _ = session.interrupt(cell, after: Double(step) * 0.002)
            #expect(session.run(cell).printed == whole, "interrupted after \(step * 2) ms")
        }
    }

    @Test func namesKeepTheirValues() {
        let session = HardSession()
        #expect(session.run("var a = [3, 1, 2]\nvar r = try Reservoir(units: 400, seed: 1)\nlet before = r").isFinished)
        #expect(session.interrupt("a.append(4)\n_ = try r.run(Vector(Array(repeating: 0.1, count: 3_000_000)))", after: 0.3).outcome.isInterrupt)
        #expect(session.run("print(a, r == before)").printed == "[3, 1, 2, 4] true\n")
    }
}
