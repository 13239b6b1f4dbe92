import Display
import Foundation
import Synchronization
import Testing
import Workspace

/// What a session knows while a cell is written. `|` marks the cursor.
@Suite struct AssistanceTests {
    private static let cells = [
        """
        /// The data.
        let measured = Vector([1, 2, 3])
        /// A cell.
        struct Neuron: Equatable {
            /// In millivolts.
            var potential = 0.5
            private var secret = 1
            var rest: Double { -65 }
            mutating func fire() {}
            /// Scales it.
            /// - Parameter factor: by how much.
            /// - Returns: another one.
            func scaled(by factor: Double, times n: Int = 1) -> Neuron { self }
            func scaled(_ n: Int) -> Neuron { self }
            static let standard = Neuron()
            init() {}
            init(potential: Double, rest: Int = 0) {}
        }
        enum Phase: String, CaseIterable {
            /// Nothing happens.
            case rest, spike, refractory
            static func random() -> Phase { .rest }
            static let count = 3
        }
        indirect enum Shape { case circle(radius: Double, filled: Bool), pair(Shape, Shape), none }
        protocol Named { var name: String { get } }
        extension Named { var shout: String { name.uppercased() } }
        struct Box<T> {
            var value: T
            func map<U>(_ f: (T) -> U) -> Box<U> { Box<U>(value: f(value)) }
        }
        extension Array where Element == Neuron { func totalPotential() -> Double { 0 } }
        extension Array where Element == Int { func onlyOfIntegers() -> Int { 0 } }
        """,
        """
        var cells = [Neuron()]
        let byName = ["a": Neuron()]
        let numbers = [1, 2, 3]
        let maybe: Neuron? = nil
        let pair = (first: 1, second: "x")
        var phase = Phase.rest
        let boxed = Box(value: "text")
        func weigh(_ neuron: Neuron, by weight: Double, mode: Phase = .rest) -> Double { weight }
        /// Twice.
        func weigh(_ phase: Phase, twice: Bool) -> Double { 1 }
        func compare<T: Comparable>(_ a: T, _ b: T) -> T { a }
        func each(_ values: Double..., label: String = "", with body: (Double) -> Void) {}
        """,
    ]

    private static func session() -> Session {
        let session = Session()
        for (index, cell) in cells.enumerated() {
            guard case .finished = session.run(cell, name: "cell [\(index + 1)]", output: { _ in }) else {
                Issue.record("cell \(index + 1) does not run")
                continue
            }
        }
        return session
    }

    private static func parts(_ marked: String) -> (code: String, cursor: Int) {
        let pieces = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return (pieces.joined(), pieces[0].unicodeScalars.count)
    }

    private static func texts(_ session: Session, _ marked: String) -> [String] {
        let (code, cursor) = parts(marked)
        return session.assistance.complete(code, cursor: cursor).suggestions.map(\.text)
    }

    private static func explanation(_ session: Session, _ marked: String) -> Assistance.Explanation? {
        let (code, cursor) = parts(marked)
        return session.assistance.explain(code, cursor: cursor)
    }

    /// A place, what must be proposed there, and what must not.
    struct Place: Sendable, CustomTestStringConvertible {
        var code: String
        var has: [String]
        var lacks: [String]
        var testDescription: String { code }
        init(_ code: String, _ has: [String], not lacks: [String] = []) { (self.code, self.has, self.lacks) = (code, has, lacks) }
    }

    private static let members = [
        Place("cells[0].|", ["fire", "potential", "rest", "scaled"], not: ["secret", "standard", "init", "=="]),
        Place("cells.tot|", ["totalPotential"]),
        Place("cells.only|", [], not: ["onlyOfIntegers"]),
        Place("numbers.only|", ["onlyOfIntegers"]),
        Place("numbers.|", ["map", "filter", "sorted", "count", "first", "max"], not: ["_copyToArray", "subscript", "totalPotential", "+"]),
        Place("[0.5].sor|", ["sort", "sorted"]),
        Place("cells.sor|", ["sort", "sorted"]),
        Place("numbers.map { $0.isM| }", ["isMultiple"]),
        Place("cells.sorted { $0.pot|", ["potential"]),
        Place("cells.sorted { $0.potential < $1.|", ["potential", "rest"]),
        Place("cells.filter { n in n.re|", ["rest"], not: ["reduce"]),
        Place("cells.reduce(0) { $0 + $1.pot|", ["potential"]),
        Place("cells.map {\n    let n = $0\n    return n.pot|\n}", ["potential"]),
        Place("byName.map { $0.value.pot|", ["potential"]),
        Place("byName.map { name, cell in cell.pot|", ["potential"]),
        Place("byName.mapValues { $0.| }", ["potential"]),
        Place("byName.sorted { $0.key < $1.| }", ["key", "value"]),
        Place("byName[\"a\"]?.pot|", ["potential"]),
        Place("byName[\"a\"]!.pot|", ["potential"]),
        Place("byName[\"a\", default: Neuron()].pot|", ["potential"]),
        Place("maybe?.|", ["potential", "fire"]),
        Place("maybe.|", ["map", "flatMap"], not: ["potential"]),
        Place("maybe?.scaled(by: 2).pot|", ["potential"]),
        Place("pair.|", ["first", "second"]),
        Place("\"abc\".upp|", ["uppercased"]),
        Place("5.isM|", ["isMultiple"]),
        Place("[1, 2].fir|", ["first", "firstIndex"]),
        Place("boxed.map { $0.cou|", ["count"]),
        Place("boxed.map { $0.count }.value.isM|", ["isMultiple"]),
        Place("zip(numbers, cells).map { $0.1.pot| }", ["potential"]),
        Place("cells.enumerated().map { $0.element.pot| }", ["potential"]),
        Place("cells\n    .filter { $0.potential > 1 }\n    .map { $0.rest }\n    .red|", ["reduce"]),
        Place("let v = measured.\n|\nlet w = 2", ["mean", "count"]),
        Place("cells.map(\\.po|)", ["potential"]),
        Place("Neuron.|", ["standard"], not: ["potential", "fire"]),
        Place("Neuron.standard.scaled(by: 2).po|", ["potential"]),
        Place("print(\"\\(cells[0].po|", ["potential"]),
        Place("print(\"\\(cells[0].po|\")\nlet after = 1", ["potential"]),
        Place("if cells[0].po|", ["potential"]),
        Place("let x = [cells[0].po|", ["potential"]),
        Place("func f() { cells[0].po|", ["potential"]),
        Place("extension Neuron { func f() -> Int { self.sec| } }", ["secret"]),
        Place("func f<T: Named>(_ x: T) { x.| }", ["name", "shout"]),
        Place("func f(_ x: any Named) { x.| }", ["name", "shout"]),
        Place("if let n = maybe { n.po| }", ["potential"]),
        Place("guard let n = maybe else { fatalError() }\nn.po|", ["potential"]),
        Place("for c in cells { c.po|", ["potential"]),
        Place("for (i, c) in cells.enumerated() { c.po| }", ["potential"]),
        Place("if case .circle(let r, _) = Shape.none { r.isN| }", ["isNaN"]),
        Place("do { throw NeuroError.invalid(\"\", \"\") } catch { error.| }", []),
        Place("let broken: Int = \"text\"\nlet fine = cells.first!\nfine.po|", ["potential"]),
        Place("let r = try Reservoir(unitz: 3)\nr.spec|", ["spectralRadius"]),
        Place("struct Own { var part = Neuron(); func f() { part.po| } }", ["potential"]),
        Place("var total: Double { cells[0].po| }", ["potential"]),
    ]

    @Test(arguments: members) func proposesMembers(_ place: Place) {
        let found = Self.texts(Self.session(), place.code)
        for text in place.has { #expect(found.contains(text), "\(found)") }
        for text in place.lacks { #expect(!found.contains(text)) }
    }

    private static let exact: [(String, [String])] = [
        // Cases and other values after a bare dot
        ("let p: Phase = .|", ["rest", "spike", "refractory", "random", "init"]), ("phase = .s|", ["spike"]), ("if phase == .sp|", ["spike"]),
        ("switch phase { case .|", ["rest", "spike", "refractory", "random"]), ("switch phase {\ncase .rest: print(1)\ncase .sp|: print(2)\ndefault: break\n}", ["spike"]),
        ("weigh(cells[0], by: 2, mode: .ref|", ["refractory"]), ("let all: [Phase] = [.rest, .sp|", ["spike"]), ("func f() -> Phase { return .sp|", ["spike"]),
        ("let p: Phase? = .sp|", ["spike"]), ("let p = true ? Phase.rest : .sp|", ["spike"]), ("func f(_ p: Phase = .sp|) {}", ["spike"]),
        ("if case .ci| = Shape.none { }", ["circle"]), ("esn.train(measured, readout: .|", []),
        // Labels of arguments
        ("Reservoir(uni|", ["units:"]), ("Reservoir(units: 3, se|", ["seed:"]), ("Reservoir(units: 3, se|, seed: 4)", []), ("weigh(cells[0], |", ["by:", "mode:"]),
        ("weigh(cells[0], by: 1, |", ["mode:"]), ("weigh(phase, |)", ["twice:"]), ("cells[0].scaled(by: 1, |", ["times:"]), ("Neuron(|", ["potential:", "rest:"]),
        ("Shape.circle(|", ["radius:", "filled:"]), ("let s: Shape = .circle(radius: 1, |", ["filled:"]), ("weigh(cells[0], b|y: 2)", ["by:"]),
        // Names
        ("wei|", ["weigh"]), ("func f(_ count: Int) { let counted = 1; print(coun|) }", ["count", "counted"]), ("let total = 1\ntot|", ["total"]), ("readLi|", ["readLine"]),
        ("func f() { let early = 1; print(earl|); let earlier = 2 }", ["early"]), ("let measuredTwice = measuredTw|", []), ("func ear|", []), ("let meas|", []),
        ("// meas|", []), ("\"meas|\"", []), ("import Fou|", ["Foundation"]), ("MEASUR|", ["measured"]), ("let x = 12|", []),
        // Types
        ("let n: Neur|", ["Neuron", "NeuroError", "NeuronTrace"]), ("x as Dou|", ["Double"]), ("func f<T: Compa|>(_ x: T) {}", ["Comparable"]), ("struct S: Nam|", ["Named"]),
        ("struct S: Neu|", []), ("var table: [String: Pha|", ["Phase", "PhaseDiagram", "PhasePlane"]), ("func f() -> Shape|", ["Shape", "ShapeAlignment", "ShapeMetric"]),
        // Keywords where they may stand
        ("whi|", ["while"]), ("if true { } el|", ["else"]), ("do { } cat|", ["catch"]), ("switch phase { defa|", ["default"]), ("struct S { muta|", ["mutating"]),
        ("enum E { cas|", ["case"]), ("func f() { retu|", ["return"]), ("retu|", []), ("for i in numbers { contin|", ["continue"]), ("contin|", []),
    ]

    @Test(arguments: exact) func proposesExactly(_ place: (String, [String])) {
        #expect(Self.texts(Self.session(), place.0) == place.1, "\(place.0)")
    }

    @Test func whatFitsComesFirst() throws {
        let session = Self.session()
        let wanted = Self.texts(session, "let local: Double = 1\nlet d: Double = |")
        #expect(wanted.first == "local")
        let phases = Self.texts(session, "weigh(phase.|")
        #expect(!phases.isEmpty)
        // An own name before one of the library, that before a keyword.
        let names = Self.texts(session, "func f(_ printed: Int) { pr|")
        let order = try ["printed", "print", "protocol"].map { try #require(names.firstIndex(of: $0)) }
        #expect(order == order.sorted())
        let members = Self.texts(session, "let n: Int = numbers.|")
        #expect(try #require(members.firstIndex(of: "count")) < #require(members.firstIndex(of: "map")))
    }

    @Test func signaturesHaveTheTypesOfThePlace() {
        let session = Self.session()
        func signature(_ marked: String) -> String? {
            let (code, cursor) = Self.parts(marked)
            return session.assistance.complete(code, cursor: cursor).suggestions.first?.signature
        }
        #expect(signature("numbers.compactMa|") == "func compactMap<ElementOfResult>(_ transform: (Int) throws -> ElementOfResult?) rethrows -> [ElementOfResult]")
        #expect(signature("byName.mapVal|") == "func mapValues<T>(_ transform: (Neuron) throws -> T) rethrows -> [String: T]")
        #expect(signature("boxed.valu|") == "var value: String")
        #expect(signature("cells[0].res|") == "var rest: Double { get }")
        #expect(signature("byNam|") == "let byName: [String: Neuron]")
        #expect(signature("Reservoir(spec|") == "spectralRadius: Double = 0.9")
        #expect(signature("numbers.map { $|") == "let $0: Int")
    }

    @Test func kinds() {
        let session = Self.session()
        func kind(_ marked: String) -> String? {
            let (code, cursor) = Self.parts(marked)
            return session.assistance.complete(code, cursor: cursor).suggestions.first?.kind
        }
        #expect(kind("wei|") == "function")
        #expect(kind("cells[0].fir|") == "method")
        #expect(kind("cells[0].po|") == "property")
        #expect(kind("measu|") == "variable")
        #expect(kind("Neuro|") == "type")
        #expect(kind("phase = .sp|") == "enumCase")
        #expect(kind("whil|") == "keyword")
        #expect(kind("Reservoir(un|") == "label")
    }

    // MARK: Inspection

    private static let explained: [(String, [String], String)] = [
        ("meas|ured", ["let measured: Vector"], "The data."), ("cells[0].poten|tial", ["var potential: Double"], "In millivolts."),
        ("cells[0].sca|led(by: 2)", ["func scaled(by factor: Double, times n: Int = 1) -> Neuron"], "Scales it."), ("cells[0].sca|led(3)", ["func scaled(_ n: Int) -> Neuron"], ""),
        ("cells[0].scaled(|", ["func scaled(by factor: Double, times n: Int = 1) -> Neuron", "func scaled(_ n: Int) -> Neuron"], "Scales it."),
        ("weigh|(phase, twice: true)", ["func weigh(_ phase: Phase, twice: Bool) -> Double"], "Twice."),
        ("weigh(cells[0], |", ["func weigh(_ neuron: Neuron, by weight: Double, mode: Phase = .rest) -> Double"], ""),
        ("weigh(phase, |twice: true)", ["func weigh(_ phase: Phase, twice: Bool) -> Double"], "Twice."),
        ("weigh(phase, tw|ice: true)", ["func weigh(_ phase: Phase, twice: Bool) -> Double"], "Twice."),
        ("Neur|on(potential: 2)", ["struct Neuron: Equatable", "init(potential: Double, rest: Int = 0)"], "A cell."),
        ("let n: Neur|on", ["struct Neuron: Equatable", "init()", "init(potential: Double, rest: Int = 0)"], "A cell."),
        ("numbers.ma|p { Double($0) }", ["func map<T>(_ transform: (Int) throws -> T) rethrows -> [T]  // T = Double"], ""), ("numbers.map { v in v| + 1 }", ["let v: Int"], ""),
        ("numbers.map { $|0 }", ["let $0: Int"], ""), ("comp|are(1.5, 2)", ["func compare<T: Comparable>(_ a: T, _ b: T) -> T  // T = Double"], ""),
        ("pair.fir|st", ["first: Int"], ""),
        ("let p: Phase = .re|st", ["case rest"], "Nothing happens."), ("switch phase { case .re|st: break", ["case rest"], "Nothing happens."),
        ("let s = Shape.cir|cle(radius: 1, filled: true)", ["case circle(radius: Double, filled: Bool)"], ""),
        ("numbers.reduce(0, |+)", ["static func +(lhs: Int, rhs: Int) -> Int"], ""),
        ("1.5 |+ 2", ["static func +(lhs: Double, rhs: Double) -> Double"], ""), ("numbers[|0]", ["subscript(_ index: Int) -> Int"], ""),
        ("cells.map(\\.poten|tial)", ["var potential: Double"], "In millivolts."), ("func ne|w(_ a: Int) -> Int { a }", ["func new(_ a: Int) -> Int"], ""),
        ("struct Own { var a|b = 1 }", ["var ab: Int"], ""), ("let q|q = cells.count", ["let qq: Int"], ""), ("for ce|ll in cells { }", ["let cell: Neuron"], "A cell."),
        ("if let x|x = cells.first { }", ["let xx: Neuron"], "A cell."), ("func f(a: Phase) { a|.rawValue }", ["let a: Phase"], ""),
        ("foo(weigh|(phase, twice: true), ", ["func weigh(_ phase: Phase, twice: Bool) -> Double"], "Twice."),
    ]

    @Test(arguments: explained) func explains(_ place: (String, [String], String)) {
        let found = Self.explanation(Self.session(), place.0)
        #expect(found?.signatures == place.1, "\(place.0)")
        #expect(found?.documentation.hasPrefix(place.2) == true)
    }

    @Test(arguments: ["nothing|OfTheKind", "|", "whi|le true {}", "12|3", "\"tex|t\"", "// comm|ent", "nothing(|"]) func doesNotExplain(_ marked: String) {
        #expect(Self.explanation(Self.session(), marked) == nil)
    }

    @Test func tellsWhereItIsDeclared() {
        let session = Self.session()
        #expect(Self.explanation(session, "weigh|(phase, twice: true)")?.place == "declared in cell [2], line 10")
        #expect(Self.explanation(session, "weigh|(phase, twice: true)")?.source == "func weigh(_ phase: Phase, twice: Bool) -> Double { 1 }")
        #expect(Self.explanation(session, "cells[0].poten|tial")?.source == "var potential = 0.5")
        #expect(Self.explanation(session, "let own = 1\nprint(ow|n)")?.place == "declared in this cell")
        #expect(Self.explanation(session, "print|(1)")?.place == nil)
        #expect(Self.explanation(session, "cells[0].scal|ed(by: 1)")?.markdown == "Scales it.\n\n**Parameters**\n\n- `factor`: by how much.\n\n**Returns**: another one.")
    }

    @Test func knowsTheLibrary() {
        let session = Session()
        let model = Self.explanation(session, "Reser|voir(units: 3)")
        #expect(model?.signatures.contains { $0.contains("spectralRadius") } == true)
        #expect(model?.markdown.contains("- `leakRate`: how much of the state") == true)
        #expect(model?.markdown.contains("](https://doi.org/10.24406/publica-fhg-291111)") == true)
        #expect(model?.markdown.contains("```text\nx(t) = ") == true)
        #expect(Self.texts(session, "var esn = try Reservoir(units: 3)\nesn.train(Vector([1]), readout: .rid|") == ["ridge"])
        #expect(Self.texts(session, "Dataset.mack|") == ["mackeyGlass"])
        #expect(Self.texts(session, "Reser|").contains("Reservoir"))
    }

    // MARK: The session

    @Test func aRefusedCellTeachesNothing() {
        let session = Self.session()
        _ = session.run("let refused: Int = \"text\"", name: "cell") { _ in }
        #expect(Self.texts(session, "refus|") == [])
        _ = session.run("let cells = \"now a text\"", name: "cell") { _ in }
        #expect(Self.texts(session, "cells.upp|") == ["uppercased"])
    }

    @Test func questionsChangeNothing() {
        let session = Self.session()
        for marked in Self.members.map(\.code) + Self.exact.map(\.0) + Self.explained.map(\.0) {
            _ = Self.texts(session, marked)
            _ = Self.explanation(session, marked)
        }
        var printed = ""
        let cell = "print(numbers.map { String($0) }.joined(separator: \",\"), cells.count, weigh(phase, twice: true), cells[0].scaled(2) == cells[0])"
        _ = session.run(cell, name: "cell") { if case .stream(_, let text) = $0 { printed += text } }
        #expect(printed == "1,2,3 1 1.0 true\n")
    }

    @Test func answersWhileACellRuns() {
        let session = HardSession()
        _ = session.run("let known = [1.5, 2.5]")
        let assistance = session.with { $0.assistance }
        let isOver = Atomic<Bool>(false)
        DispatchQueue.global().asyncAfter(deadline: .now() + 1.5) { session.interrupt() }
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            _ = session.run("while true {}")
            isOver.store(true, ordering: .relaxed)
            done.signal()
        }
        usleep(200_000)
        var slowest = Duration.zero
        for _ in 0 ..< 20 {
            let start = ContinuousClock.now
            #expect(assistance.complete("known.fir", cursor: 9).suggestions.map(\.text) == ["first", "firstIndex"])
            #expect(assistance.explain("known", cursor: 2)?.signatures == ["let known: [Double]"])
            slowest = max(slowest, ContinuousClock.now - start)
        }
        let ended = isOver.load(ordering: .relaxed)
        #expect(!ended)
        #expect(slowest < .seconds(1))
        done.wait()
    }

    @Test func tellsCompleteFromUnfinished() {
        #expect(Assistance.completeness(of: "let x = 1") == .complete)
        #expect(Assistance.completeness(of: "func f() {") == .incomplete(indent: "    "))
        #expect(Assistance.completeness(of: "let x = )") == .invalid)
        #expect(Assistance.completeness(of: String(repeating: "(", count: 100_000)) == .invalid)
        #expect(Assistance.completeness(of: "let x = 1" + String(repeating: " + 1", count: 100_000)) == .complete)
    }
}
