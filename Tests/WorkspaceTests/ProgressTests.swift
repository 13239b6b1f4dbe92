import Display
import Testing
import Workspace

/// `progress(_:)` and bars of library calls, in cells.
struct ProgressTests {
    private func run(_ text: String, isWatched: Bool = true) -> (outputs: [Output], bars: [[ProgressMeter.Line]?], outcome: CellOutcome) {
        let session = Session()
        var outputs: [Output] = [], bars: [[ProgressMeter.Line]?] = []
        let show: ProgressMeter.Show = { bars.append($0) }
        let outcome = session.run(text, name: "cell", progress: isWatched ? show : nil) { outputs.append($0) }
        return (outputs, bars, outcome)
    }

    private func printed(_ outputs: [Output]) -> String {
        outputs.map { if case .stream(.standardOutput, let text) = $0 { text } else { "" } }.joined()
    }

    /// Whatever the sequence and however the loop is left, a loop over `progress(xs)` does what one over xs does.
    @Test(arguments: [true, false]) func loopsDoWhatTheyDidBefore(isWatched: Bool) {
        let loops = [
            "for x in # 0 ..< 10 @ { print(x) }", "for x in # 3 ... 7 @ where x % 2 == 1 { print(x) }", "for x in # [4, 5, 6] @ { if x == 5 { continue }; print(x) }",
            "for x in # [String]() @ { print(x) }", "for x in # 5 ..< 5 @ { print(x) }", "for (i, x) in # [\"a\", \"b\"].enumerated() @ { print(i, x) }",
            "for x in # stride(from: 0, to: 1, by: 0.25) @ { print(x) }", "for c in # \"häß\" @ { print(c) }", "for x in # Set([7]) @ { print(x) }",
            "for x in # 0 ..< 1_000 @ { if x == 600 { print(x); break } }", "func f() -> Int { for x in # [1, 2, 3] @ { if x == 2 { return x } }; return 0 }\nprint(f())",
            "outer: for x in # 0 ..< 3 @ { for y in # [1, 2] @ { if y == 2 { continue outer }; print(x, y) } }",
            "var total = 0; for x in # (0 ..< 100_000) @ { total &+= x }; print(total)",
            "for var x in # [1, 2] @ { x += 1; print(x) }", "var fs: [() -> Int] = []; for x in # 0 ..< 3 @ { fs.append { x } }; print(fs.map { $0() })",
            "print((# [1, 2, 3] @).map { $0 * 2 })",
            "for x in # [1, 2, 3].reversed() @ { print(x) }", "for x: Int in # [1, 2] @ { print(x) }", "for case let x? in # [1, nil, 3] @ { print(x) }",
            "let half = -3 ..< 2; for x in # half @ { print(x) }",
            "let whole = -3 ... 2; for x in # whole @ { print(x) }", "for x in # 4 ... 4 @ { print(x) }", "for x in # (Int.max - 2) ... Int.max @ { print(x) }",
            "var sum = 0; for x in # 1 ... 100_000 @ { if x % 3 == 0 { continue }; sum &+= x }; print(sum)", "for x in # stride(from: 0, to: 10, by: 3) @ { print(x) }",
            "for x in # stride(from: 9, through: 0, by: -3) @ { print(x) }", "for x in # stride(from: 0, to: 9, by: 3) @ where x > 0 { print(x) }",
            "let by = -2; for x in # stride(from: 5, to: -5, by: by) @ { if x == -1 { break }; print(x) }", "for x in # stride(from: 3, to: 3, by: 1) @ { print(x) }; print(0)",
            "for x in # stride(from: Int.max - 3, through: Int.max, by: 2) @ { print(x) }", "for x in # stride(from: Int.min, through: Int.max, by: Int.max) @ { print(x) }",
            "var count = 0; for x in # stride(from: 200_000, through: 1, by: -2) @ { count += x & 1 == 0 ? 1 : 2 }; print(count)",
            "let few = stride(from: 1, to: 4, by: 1); for x in # few @ { print(x) }", "for var x in # 1 ... 2 @ { x += 1; print(x) }",
        ]
        for loop in loops {
            let plain = run(loop.replacing("#", with: "").replacing("@", with: ""))
            let watched = run(loop.replacing("#", with: "progress(").replacing("@", with: ")"), isWatched: isWatched)
            #expect(printed(watched.outputs) == printed(plain.outputs), "\(loop): \(watched.outcome)")
            #expect(!printed(plain.outputs).isEmpty || loop.contains("String]()") || loop.contains("5 ..< 5"), "\(plain.outcome)")
        }
    }

    @Test func aLongLoopShowsABarThatGoes() throws {
        let (outputs, bars, _) = run("for _ in progress(0 ..< 100) { usleep(6_000) }")
        #expect(outputs.isEmpty)
        #expect((2 ... 8).contains(bars.count), "\(bars.count)")
        #expect(bars.last == .some(nil))
        let first = try #require(bars.first ?? nil)
        #expect(first[0].count.hasSuffix(" of 100") && first[0].share ?? 0 > 0.1)
        #expect(run("for _ in progress(0 ..< 100) { usleep(6_000) }", isWatched: false).bars.isEmpty)
    }

    /// Of closed ranges and strides the turns are counted, not the numbers.
    @Test(arguments: [("1 ... 100", 100), ("stride(from: 0, to: -300, by: -3)", 100), ("stride(from: 0, through: 1_000, by: 10)", 101), ("stride(from: 7, to: 107, by: 3)", 34)])
    func turnsAreCounted(sequence: String, count: Int) throws {
        let (_, bars, _) = run("for _ in progress(\(sequence)) { usleep(\(600_000 / count)) }")
        let first = try #require(bars.first ?? nil)
        #expect(first.count == 1 && first[0].count.hasSuffix(" of \(count)") && (0.1 ... 0.95).contains(first[0].share ?? 0), "\(first)")
        #expect(bars.last == .some(nil))
    }

    @Test func aLoopThatIsLeftByAnErrorTakesItsBarAlong() {
        let (_, bars, outcome) = run("struct E: Error {}\nfor x in progress(0 ..< 1_000) { usleep(5_000); if x == 90 { throw E() } }")
        guard case .failed = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(bars.count > 1 && bars.last == .some(nil))
    }

    @Test func aNameOfOnesOwnGoesFirst() {
        #expect(printed(run("func progress(_ x: Int) -> Int { x + 1 }\nprint(progress(3))\nfor x in [progress(1)] { print(x) }").outputs) == "4\n2\n")
    }
}
