import Language
import SwiftDiagnostics
import SwiftOperators
import SwiftParser
import SwiftSyntax
import Testing

/// Sequences of operators become the trees that SwiftOperators makes of them.
@Suite struct FoldingTests {
    private static let cells = [
        "let a = 1",
        "x = a + b * c - d / e % f",
        "a + b < c * d && e == f || !g && h",
        "a ?? b ?? c + 1",
        "a = b = c",
        "x += a << 2 + 3 & 4",
        "let r = a ..< b + 1",
        "c ? a + 1 : d ? b : e + 2",
        "a + (c ? x = 1 : y) * 2",
        "let d = a as Double + b",
        "a is Int && b as? Int == nil || c as! Bool",
        "a ?? b as Any",
        "f(a + b * c) { $0 * 2 + $1 }[i + 1 * 2]",
        "\"\\(a + b * \"\\(c - d - e)\")\"",
        "func f(_ x: Int = 1 + 2 * 3) -> Int { return x - 1 - x * 2 }",
        "if a + 1 > b, let c = d ?? e { c += 1 } else { while a < b - 1 { } }",
        "switch a + b { case 1 + 1: c = d ? e : f; case let x where x > y + 1: break; default: g -= 1 }",
        "// a comment + b\n  a   +\n b /* c */ * c // d",
        // What is left to the library.
        "try a + b * c",
        "x = try f() + 1",
        "a < b < c",
        "a <> b + c",
        "a + b <> c",
        "let f: Int = a +",
        "a == b != c ..< d",
    ]

    @Test(arguments: cells) func likeTheLibrary(_ cell: String) {
        expectSame(CellOperators(), .standardOperators, cell)
    }

    @Test func declaredOperators() {
        let declarations = """
            precedencegroup Power { higherThan: MultiplicationPrecedence associativity: right }
            precedencegroup Apart { associativity: left }
            infix operator **: Power
            infix operator <->: Apart
            infix operator +++: AdditionPrecedence
            """
        var (own, table) = (CellOperators(), OperatorTable.standardOperators)
        own.add(declarationsIn: Parser.parse(source: declarations))
        table.addSourceFile(Parser.parse(source: declarations)) { _ in }
        for cell in ["a * b ** c ** d + e", "a <-> b <-> c", "a +++ b + c * d ** e", "a <-> b + c", "-a ** b", "a ** b as Double"] { expectSame(own, table, cell) }
    }

    private func expectSame(_ own: CellOperators, _ table: OperatorTable, _ cell: String) {
        let parsed = Parser.parse(source: cell)
        var messages: [String] = []
        let wanted = table.foldAll(parsed) { messages.append($0.asDiagnostic.message) }
        let found = own.fold(parsed)
        #expect(found.file.debugDescription == wanted.debugDescription)
        #expect(found.problems.map(\.message) == messages)
        #expect(found.file.description == cell)
        #expect(found.file.tokens(viewMode: .sourceAccurate).map(\.position) == parsed.tokens(viewMode: .sourceAccurate).map(\.position))
    }
}
