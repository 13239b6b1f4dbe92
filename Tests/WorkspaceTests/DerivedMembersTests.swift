import Display
import Testing
import Workspace

/// What follows from a conformance is declared when somebody asks for it, be that another cell than the type's own.
@Suite struct DerivedMembersTests {
    /// What the cells print, each on its own; "failed" for one with errors.
    private func printed(by cells: [String]) -> [String] {
        let session = Session()
        return cells.map { cell -> String in
            var text = ""
            let outcome = session.run(cell, name: "cell") { output in
                if case .stream(.standardOutput, let part) = output { text += part }
            }
            if case .finished = outcome { return text } else { return "failed" }
        }
    }

    @Test func areThereInLaterCells() {
        let cells = [
            "enum Kind: String, CaseIterable { case calm, wild }\nstruct Pair: Hashable, Comparable { var a = 1; static func < (x: Pair, y: Pair) -> Bool { x.a < y.a } }",
            // Asks in a cell that comes to nothing.
            "let x: Int = Kind.calm == .wild",
            "print(Kind.calm == .wild, Kind.calm != .wild, Kind(rawValue: \"wild\")!, Kind.calm.rawValue, Kind.allCases.count)",
            "print(Set([Kind.calm, .wild, .calm]).count, [Kind.wild: 3][.wild]!, Kind.calm.hashValue == Kind.calm.hashValue)",
            "print(Pair() == Pair(a: 1), Pair() == Pair(a: 2), max(Pair(), Pair(a: 7)), Set([Pair(), Pair()]).count)",
        ]
        #expect(printed(by: cells) == ["", "failed", "false true wild calm 2\n", "2 3 true\n", "true false Pair(a: 7) 1\n"])
    }

    /// A closure is checked once for each function that might take it; what it asks for first stays whole.
    @Test func outlastAnAttempt() {
        let cells = [
            "func pick(_ f: (Int) -> String) -> String { f(1) }\nfunc pick(_ f: (Int) -> Bool) -> Bool { f(1) }",
            "enum Kind { case calm, wild }\nlet r = pick { x in\n    let same = Kind.calm == .calm\n    return same\n}\nprint(r, Kind.calm == .wild)",
        ]
        #expect(printed(by: cells) == ["", "true false\n"])
    }

    /// What a cell that comes to nothing adds to a type of an earlier one goes with it.
    @Test func nestedTypesOfFailedCellsGo() {
        let cells = [
            "struct Outer {}", "extension Outer { struct Inner { var x = 1 } }\nlet n: Int = \"a\"",
            "print(Outer.Inner())", "extension Outer { struct Inner { var y = 2 } }\nprint(Outer.Inner().y)",
        ]
        #expect(printed(by: cells) == ["", "failed", "failed", "2\n"])
    }

    @Test func goWithTheirType() {
        let cells = [
            "enum Kind { case calm, wild }\nlet x: String = Kind.calm == .wild",
            "enum Kind: Comparable { case calm, wild, odd }\nprint(Kind.odd == .odd, Kind.calm < .odd)",
            "enum Kind: Int { case calm = 3, wild, odd }\nprint(Kind.odd == .odd, Kind(rawValue: 4)!)",
            "enum Kind: Equatable { case one(Int), two }\nprint(Kind.one(2) == .one(2), Kind.one(2) == .one(3), Kind.two == .two)",
            "struct Kind: Hashable { var name = \"n\" }\nprint(Kind() == Kind(name: \"n\"), [Kind(): 1][Kind()]!)",
            "struct Late { var x = 1 }",
            "extension Late: Hashable {}\nlet y: Int = Late() == Late()",
            "extension Late: Equatable {}\nprint(Late() == Late(), Late(x: 2) == Late())",
            "let s: Set<Late> = [Late()]",
            "extension Late: Hashable {}\nprint(Set([Late(), Late(x: 1), Late(x: 2)]).count)",
        ]
        #expect(
            printed(by: cells) == [
                "failed", "true true\n", "true wild\n", "true false true\n", "true 1\n", "", "failed", "true false\n", "failed", "2\n",
            ])
    }
}
