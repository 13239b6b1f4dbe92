import Display
import Foundation
import Storage
import Testing
import Workspace

/// One life of a notebook's kernel, in the process: what it prints is gathered.
final class Life {
    let keeper: Keeper
    private(set) var count: Int
    private(set) var offers: [String] = []

    init(_ directory: String, key: String = "notes.ipynb", budget: Budget = Budget(environment: [:])) throws {
        keeper = try Keeper(key: key, engineVersion: "test", directory: directory, budget: budget)
        count = keeper.lastCount
    }

    /// What a cell prints, its result and its error included, as lines.
    @discardableResult
    func run(_ source: String, cellID: String? = nil) -> String {
        count += 1
        var text = ""
        let log = keeper.journal.begin(source, .init(executionCount: count, cellID: cellID, started: 0, seed: keeper.session.randomState))
        func put(_ output: Output) {
            log.append(output)
            switch output {
            case .stream(_, let piece): text += piece
            case .result(let bundle), .display(let bundle, _): text += bundle.plainText + "\n"
            default: break
            }
        }
        let outcome: Journal.Outcome
        switch keeper.session.run(source, name: "cell [\(count)]", output: put) {
        case .finished: outcome = .ok
        case .rejected(let problems, _):
            text += problems.map { "\($0.severity): \($0.message)\n" }.joined()
            if let offer = keeper.offer(for: problems) { offers.append(offer) }
            outcome = .error
        case .failed(let failure):
            text += failure.message + "\n"
            outcome = .error
        }
        keeper.end(log, outcome, count: count, output: put)
        return text
    }
}

struct Folder: ~Copyable {
    let path = NSTemporaryDirectory() + "engram-keeper-" + UUID().uuidString
    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A kernel that dies after any cell comes back with all its values. The lives here are in one process: a keeper that is let go of without an end has died.
@Suite struct KeeperTests {
    /// Cells that set, and a last one that prints what was set: in the life that set it and in the next, it prints the same.
    static let programs: [(name: String, cells: [String], show: String)] = [
        (
            "scalars", ["let a = 42; var b = -1.5; let c = true; let d: UInt8 = 200; let e: Float = 0.1; let f: Int16 = -3", "b *= 2"],
            "print(a, b, c, d, e, f)"
        ),
        (
            "texts", ["var s = \"é🧠\"; let ch: Character = \"x\"", "s += \" and more\"; let long = String(repeating: \"ab\", count: 10_000)"],
            "print(s, ch, long.count, long.suffix(3))"
        ),
        (
            "arrays",
            [
                "var ints = Array(0 ..< 1000); var doubles = ints.map { Double($0) / 3 }; let bools = ints.map { $0 % 3 == 0 }; let floats: [Float] = [1, 2.5]; let bytes: [UInt8] = [0, 255]",
                "var nested = [[1, 2], [3]]; var words = [\"a\", \"b\"]; let empty: [Double] = []", "ints[7] = -7; nested[1].append(4); words.append(\"c\")",
            ], "print(ints[7], ints.count, doubles[10], bools[3], floats, bytes, nested, words, empty)"
        ),
        (
            "tables", ["var d = [\"b\": 1, \"a\": 2]; var s: Set<Int> = [3, 1]; var g = [1: [\"x\"], 2: []]", "d[\"c\"] = 3; d[\"b\"] = nil; s.insert(9); g[2]!.append(\"y\")"],
            "print(d, s, g, d[\"a\"]!, s.contains(9), s.contains(4)); d[\"z\"] = 1; s.insert(77); print(d, s)"
        ),
        (
            "a key with a hash of its own",
            [
                """
                struct Key: Hashable {
                    var text: String
                    static func == (a: Key, b: Key) -> Bool { a.text.lowercased() == b.text.lowercased() }
                    func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
                }
                var t = [Key(text: "A"): 1]
                """
            ], "print(t[Key(text: \"a\")] ?? -1); t[Key(text: \"a\")] = 2; print(t.count)"
        ),
        (
            "structs and enums",
            [
                """
                struct Point { var x = 1.0, y = 2.0; var name: String? = nil
                    func moved() -> Point { Point(x: x + 1, y: y, name: name) } }
                enum Phase { case rest, spike }
                indirect enum Tree { case leaf, node(Tree, Int, Tree) }
                """, "var p = Point(); var phase = Phase.spike; var tree = Tree.node(.leaf, 3, .node(.leaf, 4, .leaf)); var t = (1, \"two\", 3.0)",
                "p.y = 7; p.name = \"n\"; t.0 = 9",
            ], "print(p, phase, tree, t, p.moved())"
        ),
        (
            "optionals", ["var a: Int? = 3; var b: Int? = nil; var c: Int?? = .some(nil); var d: String? = \"s\"; var e: [Int]? = [1]", "a = a! + 1; e!.append(2)"],
            "print(a as Any, b as Any, c as Any, d as Any, e as Any)"
        ),
        (
            "Any and protocols",
            [
                "protocol Shape { func area() -> Double }\nstruct Square: Shape { var side: Double; func area() -> Double { side * side } }\nstruct Disc: Shape { func area() -> Double { 3 } }",
                "var shapes: [any Shape] = [Square(side: 2), Disc()]; var any: [Any] = [1, \"x\", [1.5], Square(side: 1), (1, 2), Int.self]; let type: Any.Type = Double.self",
            ], "for s in shapes { print(s.area()) }; print(any, type); for v in any { if let i = v as? Int { print(\"int\", i) } }"
        ),
        (
            "closures that share a variable",
            [
                "func counter() -> (() -> Int, () -> Void) { var n = 0; return ({ n += 1; return n }, { n = 100 }) }\nlet (next, reset) = counter()", "_ = next(); _ = next()",
                "let add = { (x: Int) in x + next() }; let fs = [next, { 5 }]",
            ], "print(next()); reset(); print(next(), add(10), fs[0](), fs[1]())"
        ),
        (
            "a closure that holds itself",
            [
                "var f: (Int) -> Int = { $0 }\nfunc make() -> (Int) -> Int { var fact: (Int) -> Int = { _ in 1 }; fact = { n in n < 2 ? 1 : n * fact(n - 1) }; return fact }",
                "f = make()",
            ],
            "print(f(10))"
        ),
        (
            "generic types",
            [
                "struct Stack<T> { var items: [T] = []; mutating func push(_ x: T) { items.append(x) } }",
                "var s = Stack<Int>(); s.push(1); var u = Stack<[String]>(); u.push([\"q\"])",
            ], "s.push(2); print(s, u)"
        ),
        ("ranges", ["let r = 1 ..< 5; let q = 0.5 ... 1.5; let z = 3...; let i = [10, 20, 30][1...]"], "print(r, q, z, i, i.startIndex)"),
        ("shadowed names", ["struct A { var x = 1 }\nlet v = A()", "let old = v\nstruct A { var y = \"new\" }\nlet v = A()"], "print(v, old)"),
        ("a static variable", ["struct Box { static var n = 5; static let list = [1, 2] }", "Box.n += 1; print(Box.list)"], "print(Box.n, Box.list); Box.n += 1; print(Box.n)"),
        ("random draws", ["let first = Int.random(in: 0 ..< 1_000_000)"], "print(first, Int.random(in: 0 ..< 1_000_000), Double.random(in: 0 ... 1))"),
        (
            "matrices and a model",
            [
                "var m = try Matrix([[1, 2], [3, 4]]); let v = try Vector([1, 2, 3]); var random = Random(seed: 3); let drawn = try random.normal(count: 1000)",
                "var esn = try Reservoir(units: 50, seed: 7); let series = try Dataset.mackeyGlass(steps: 600); let fit = try esn.train(series[..<500], readout: .ridge(1e-6), washout: 100)",
                "try m.set(9, row: 0, column: 1)",
            ], "print(m, v, try random.uniform(), drawn[999], try fit.forecast(steps: 3))"
        ),
        (
            "what a call changes in place", ["var x = 1; var list = [1, 2]; func bump(_ x: inout Int, _ list: inout [Int]) { x += 1; list.append(x) }", "bump(&x, &list)"],
            "bump(&x, &list); print(x, list)"
        ),
        (
            "a network of spiking neurons",
            [
                """
                var net = try SpikingNetwork(dt: 0.5.ms, seed: 4)
                let cells = try net.add(80, Izhikevich(a: 0.02, b: 0.2, c: -65, d: 8))
                try net.connect(cells, to: cells, .probability(0.3), weights: .uniform(0, 6), delays: .uniform(1.ms, 9.ms), plasticity: STDP(maximum: 10))
                try net.connect(cells, to: cells, .probability(0.2), weights: .constant(0.5), delays: .constant(3.ms), shortTerm: ShortTermPlasticity())
                try net.addPoisson(to: cells, rate: 200.Hz, weight: 9)
                try net.setNoise(of: cells, .normal(standardDeviation: 3))
                try net.record(.v, of: cells.slice(0 ..< 2), every: 5.ms)
                let kinds = IzhikevichPattern.tonicSpiking; let time = 3.ms
                """, "try net.run(150.ms)", "let before = net; try net.run(50.ms)",
            ],
            """
            try net.run(100.ms)
            let spikes = try net.spikes(of: cells)
            print(spikes.count, spikes.times.sum(), spikes.neurons.reduce(0, +), try net.recording(.v, of: cells.slice(0 ..< 2)).values.sum(), before, kinds, time)
            """
        ),
        ("a chart", ["let c = try plot(Dataset.mackeyGlass(steps: 100)).title(\"t\")"], "print(c)"),
        ("a failing cell keeps what it set", ["var x = 1", "x = 2; let z = [1][3]; x = 3"], "print(x)"),
        (
            "a long list", ["indirect enum List { case end, item(Int, List) }\nvar l = List.end\nfor i in 0 ..< 200_000 { l = .item(i, l) }"],
            "var n = 0; var at = l; while case .item(_, let rest) = at { n += 1; at = rest }; print(n)"
        ),
        ("an array of a million texts", ["let names = (0 ..< 100_000).map { \"name \\($0)\" }"], "print(names.count, names[77_777])"),
    ]

    @Test(arguments: programs.indices) func comesBack(_ index: Int) throws {
        let program = Self.programs[index]
        let folder = Folder()
        do {
            let life = try Life(folder.path)
            #expect(life.keeper.notes.isEmpty)
            for cell in program.cells { #expect(!life.run(cell).hasPrefix("error: "), "\(program.name)") }
            #expect(life.keeper.journal.problem == nil)
        }
        // What the last cell prints where nothing was saved in between.
        let reference = Folder()
        let whole = try Life(reference.path)
        for cell in program.cells { whole.run(cell) }
        let expected = whole.run(program.show)

        let next = try Life(folder.path)
        #expect(next.keeper.notes == ["the last kernel ended unexpectedly: restored the state after cell [\(program.cells.count)]"], "\(program.name)")
        #expect(next.run(program.show) == expected, "\(program.name)")
    }

    /// A cell with a large array is run again and again: only the last one stays in memory, and what still means an earlier one finds it.
    @Test func replacedValuesLeaveTheMemory() throws {
        func resident() throws -> Int {
            let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return Int(pages[1])! * 4096
        }
        let folder = Folder()
        var life: Life? = try Life(folder.path)
        life?.run("func make(_ k: Int) -> [Double] { [Double](repeating: Double(k), count: 4_000_000) }")
        life?.run("let data = make(1)\nlet first = { data[7] }\nfunc sum() -> Double { data.reduce(0, +) }")
        life?.run("let data = make(2)")
        let before = try resident()
        for k in 3 ... 12 { life?.run("let data = make(\(k))") }
        // Ten more arrays of 32 MB.
        #expect(try resident() - before < 150_000_000)
        #expect(life?.run("print(data[0], first(), sum())") == "12.0 1.0 4000000.0\n")
        life?.run("let data = make(13)")
        #expect(life?.run("print(data[0], first(), sum())") == "13.0 1.0 4000000.0\n")
        life = nil
        life = try Life(folder.path)
        #expect(life?.run("print(data[0], first(), sum())") == "13.0 1.0 4000000.0\n")
    }

    /// A variable that is changed after another took its name is not lost with it.
    @Test func replacedVariablesMayChange() throws {
        let folder = Folder()
        var life: Life? = try Life(folder.path)
        life?.run("var list = [Int](repeating: 1, count: 300_000)\nfunc add(_ x: Int) { list[0] += x }\nfunc head() -> Int { list[0] }")
        life?.run("var list = \"another\"")
        life?.run("add(5)")
        life?.run("add(6)")
        #expect(life?.run("print(head(), list)") == "12 another\n")
        life?.run("var list = 3")
        #expect(life?.run("add(1)\nprint(head(), list)") == "13 3\n")
        life = nil
        life = try Life(folder.path)
        #expect(life?.run("print(head(), list)") == "13 3\n")
    }

    @Test func endsAreToldApart() throws {
        let folder = Folder()
        do {
            let life = try Life(folder.path)
            life.run("let x = 41")
            life.keeper.end(restart: true)
        }
        do {
            let life = try Life(folder.path)
            #expect(life.keeper.notes.isEmpty)
            #expect(life.keeper.offer?.contains("`try session.restore()`") == true)
            #expect(life.run("x").contains("cannot find 'x' in scope"))
            #expect(life.run("y").contains("cannot find 'y' in scope"))
            #expect(life.offers == ["note: 'x' was there before: the state in which the last kernel ended is saved: `try session.restore()` brings it back"])
            #expect(life.run("try session.restore()").contains("[restored the state in which the last kernel ended]"))
            #expect(life.run("x + 1") == "42\n")
        }
        let life = try Life(folder.path)
        #expect(life.run("print(x)") == "41\n")
        #expect(life.count == 5)
    }

    @Test func timeTravel() throws {
        let folder = Folder()
        let life = try Life(folder.path)
        life.run("var x = 1; var list = [1.0, 2.0]; let kept = 7")
        life.run("func f() -> Int { x * 10 }; x = 2; list[0] = 5")
        life.run("x = 3; let more = \"m\"")
        #expect(life.run("print(f(), list)") == "30 [5.0, 2.0]\n")
        #expect(life.run("let d = try session.diff(1, 3); print(d.added, d.changed, d.gone)") == "[\"more\"] [\"list\", \"x\"] []\n")
        #expect(life.run("try session.restore(cell: 1)").contains("[restored the state after cell [1]]"))
        #expect(life.run("print(x, list, kept)") == "1 [1.0, 2.0] 7\n")
        #expect(life.run("f()").contains("cannot find 'f' in scope"))
        life.run("x = 50")
        #expect(life.run("try session.undo()").contains("restored"))
        #expect(life.run("x") == "1\n")
        // The branch that was left is still there.
        #expect(life.run("try session.restore(cell: 3)").contains("restored"))
        #expect(life.run("print(x, more, f())") == "3 m 30\n")
        life.run("try session.checkpoint(\"here\")")
        life.run("x = 99")
        #expect(life.run("try session.restore(checkpoint: \"here\")").contains("restored"))
        #expect(life.run("x") == "3\n")
        #expect(life.run("try session.restore(cell: 1234)").contains("no cell [1234] is saved"))
        #expect(life.run("session.history.count > 3") == "true\n")
    }

    @Test func staleness() throws {
        let folder = Folder()
        let life = try Life(folder.path)
        life.run("var rate = 2.0")
        life.run("let doubled = rate * 2")
        life.run("let further = doubled + 1")
        #expect(life.run("session.stale") == "[]\n")
        life.run("rate = 3")
        #expect(life.run("session.stale") == "[\"doubled\", \"further\"]\n")
        #expect(
            life.run("print(session.variables.names, session.variables.cell(of: \"rate\") ?? 0, session.variables.inputs(of: \"further\"))")
                == "[\"doubled\", \"further\", \"rate\"] 5 [\"doubled\"]\n")
        #expect(life.run("session.variables").contains("doubled  Double  8 bytes  [2]     rate     stale"))
    }

    private func file(_ folder: borrowing Folder) throws -> String {
        folder.path + "/" + (try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".sqlite") }))
    }

    @Test func pruningKeepsTheNewestState() throws {
        let folder = Folder()
        do {
            let life = try Life(folder.path)
            for n in 0 ..< 5 { life.run("\(n == 0 ? "var " : "")big = (0 ..< 500_000).map { Double($0 + \(n)) }; let n\(n) = \(n)") }
            life.run("func f() -> Double { big[3] }")
        }
        let store = try SessionStore(path: file(folder))
        #expect(store.size > 20_000_000)
        #expect(try !store.isInUse())
        try store.keepNewestState()
        #expect(store.size < 5_000_000)
        let life = try Life(folder.path)
        #expect(try store.isInUse())
        #expect(life.run("print(f(), n0, n4, big.count)") == "7.0 0 4 500000\n")
        #expect(life.run("try session.restore(cell: 2)").contains("no cell [2] is saved"))
        life.run("big[0] = 1")
        #expect(life.run("try session.undo()").contains("restored"))
        #expect(life.run("big[0]") == "4.0\n")
        #expect(life.run("try session.show(cell: 6); print(n3)").hasSuffix("3\n"))
    }

    /// The oldest states go first, those with a name last; also while the kernel is at work.
    @Test func aBudgetIsKeptFromTheOldest() throws {
        let folder = Folder()
        do {
            let life = try Life(folder.path, budget: Budget(bytes: 12_000_000))
            life.run("var big = [1.0]")
            for n in 1 ... 12 {
                life.run("big = (0 ..< 250_000).map { Double($0 * 3 + \(n)) }")
                if n == 2 { life.run("try session.checkpoint(\"second\")") }
            }
            let store = try SessionStore(path: file(folder))
            #expect(store.size < 16_000_000)
            #expect(life.run("print(big[0])") == "12.0\n")
            #expect(life.run("try session.restore(cell: 5)").contains("no cell [5] is saved"))
            #expect(life.run("try session.restore(checkpoint: \"second\")").contains("restored"))
            #expect(life.run("print(big[1], big.count)") == "5.0 250000\n")
            life.run("big[0] = -7")
        }
        // And all that is left can be read by the next kernel.
        let next = try Life(folder.path)
        #expect(next.run("print(big[0], big[249_999])") == "-7.0 749999.0\n")
    }

    @Test func whereACellWasDamagedTheStateBeforeItComesBack() throws {
        let folder = Folder()
        do {
            let life = try Life(folder.path)
            life.run("var a = 1")
            life.run("var b = 22222222")
            life.run("a = 3")
        }
        let url = URL(fileURLWithPath: try file(folder))
        #expect(!FileManager.default.fileExists(atPath: url.path + "-wal"))
        var bytes = try Data(contentsOf: url)
        let place = try #require(bytes.range(of: Data("var b = 22222222".utf8)))
        bytes[place.lowerBound + 9] = UInt8(ascii: "9")
        try bytes.write(to: url)
        let life = try Life(folder.path)
        #expect(life.keeper.notes.count == 1)
        #expect(life.keeper.notes[0].contains("restored the state after cell [1]"))
        #expect(life.keeper.notes[0].contains("what came later is lost") && life.keeper.notes[0].contains("the text of cell [2] was changed"))
        #expect(life.run("a") == "1\n")
        #expect(life.count == 4)
    }

    @Test func aCellThatRunsOutOfOrderIsTold() throws {
        let folder = Folder()
        let life = try Life(folder.path)
        life.run("var rate = 2.0", cellID: "a")
        #expect(life.run("print(rate)", cellID: "b") == "2.0\n")
        #expect(life.run("rate *= 3; print(rate)", cellID: "c") == "6.0\n")
        #expect(life.run("print(rate)", cellID: "b").hasSuffix("[run out of order: this cell used 'rate' as cell [3] further down set it]\n"))
        #expect(life.run("print(rate)", cellID: "c") == "6.0\n")
    }

    @Test func whatACellPutOutIsShownAgain() throws {
        let folder = Folder()
        do {
            let life = try Life(folder.path)
            life.run("print(\"once\"); 6 * 7")
        }
        let life = try Life(folder.path)
        #expect(life.run("try session.show(cell: 1)") == "once\n42\n")
        #expect(life.run("try session.show(cell: 50)").contains("no cell [50] is saved"))
    }

    @Test func anotherKernelOfTheNotebook() throws {
        let folder = Folder()
        let first = try Life(folder.path)
        first.run("let x = 1")
        let second = try Life(folder.path)
        #expect(second.keeper.notes == ["another kernel is at work on this notebook; this one begins anew"])
        second.run("let x = 2")
        #expect(first.run("x") == "1\n")
        #expect(second.run("x") == "2\n")
        #expect(first.keeper.journal.problem == nil)
        #expect(second.keeper.journal.problem == nil)
    }

    /// An array that did not change costs nothing, one element of a large one a piece of it.
    @Test func whatDidNotChangeIsNotWritten() throws {
        let folder = Folder()
        let life = try Life(folder.path)
        func size() -> Int {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.filter { $0.contains("-values-") }.reduce(0) { $0 + ((try? FileManager.default.attributesOfItem(atPath: folder.path + "/" + $1)[.size] as? Int) ?? 0) }
        }
        life.run("var big = (0 ..< 1_000_000).map { Double($0) }; var n = 0")
        let whole = size()
        #expect(whole >= 8_000_000 && whole < 9_000_000)
        life.run("n += 1")
        #expect(size() == whole)
        life.run("big[500_000] = -1")
        #expect(size() - whole == 1 << 18)
        life.run("var other = big; other[0] = 1")
        #expect(size() - whole == 2 << 18)
        #expect(life.run("print(big[0], big[500_000], other[0], n)") == "0.0 -1.0 1.0 1\n")
    }

    @Test func aDamagedValueIsNamed() throws {
        let folder = Folder()
        do {
            let life = try Life(folder.path)
            life.run("var big = (0 ..< 100_000).map { Double($0) }; let small = 5")
        }
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.contains("-values-") })
        let url = URL(fileURLWithPath: folder.path + "/" + name)
        var bytes = try Data(contentsOf: url)
        bytes[300_000] ^= 1
        try bytes.write(to: url)
        let life = try Life(folder.path)
        #expect(life.keeper.notes.count == 1)
        #expect(life.keeper.notes[0].contains("not restored: 'big'"))
        #expect(life.run("small") == "5\n")
        #expect(life.run("big[0]").contains("the value of 'big' could not be restored"))
        life.run("big = [1]")
        #expect(life.run("big") == "[1.0]\n")
    }

    /// A session that another version of the program saved, whose compiler made other programs of the same cells.
    @Test func whatDependsOnTheCodeIsNotTakenFromAnotherVersion() throws {
        let folder = Folder()
        let other = Folder()
        do {
            let life = try Life(folder.path)
            life.run("let n = 4; let words = [\"a\", \"b\"]; let m = try Matrix([[1, 2], [3, 4]]); let d = [\"k\": 1]")
            life.run("struct P { var x = 1 }\nlet p = P(); let f = { (x: Int) in x + n }")
        }
        let store = try SessionStore(path: file(folder))
        let head = try #require(try store.head(of: try store.sessions()[0].id))
        let state = try store.state(after: head)
        let programs = state.programs.map { ProgramRecord(number: $0.number, name: $0.name, source: $0.source, digest: $0.digest ^ 1) }
        let bindings = try state.bindings.map { try store.binding($0.slot, in: $0.state) }
        do {
            let (copy, _) = try SessionStore.open(key: "notes.ipynb", directory: other.path)
            let session = try copy.begin(session: "notes.ipynb", engineVersion: "another", seed: 0)
            let cell = CellRecord(source: programs[1].source, executionCount: 2, status: .ok, started: 0, duration: 0, engineVersion: "another", seed: 0)
            try copy.record(cell, outputs: [], in: session, state: StateChange(parent: nil, random: state.random, programs: programs, bindings: bindings))
        }
        let life = try Life(other.path)
        #expect(life.keeper.notes.count == 1)
        for name in ["d", "p", "f"] { #expect(life.keeper.notes[0].contains("'\(name)' (it was saved by another version of Engram)")) }
        #expect(life.run("print(n, words, m.shape, P().x)") == "4 [\"a\", \"b\"] [2, 2] 1\n")
        #expect(life.run("f(1)").contains("the value of 'f' could not be restored: it was saved by another version of Engram"))
    }

    @Test func everyTypeOfTheLibraryCanBeSaved() throws {
        #expect(Keeper.unsavableTypes == [])
    }
}
