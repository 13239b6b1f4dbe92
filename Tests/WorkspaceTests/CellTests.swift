import Display
import Foundation
import Testing
import Workspace

/// The corpus as Engram runs it: what `RefereeTests` finds true of Swift must be true here.
struct CellTests {
    /// Cells on which Engram does not agree yet, by file and first line: rejected, or stopped, but in other words. One that begins to agree fails the test.
    private static let known: Set<String> = ["errors/calls:46", "errors/members:42"]

    @Test(arguments: CellFile.all)
    func engramAgrees(_ file: CellFile) {
        var session = Session()
        for cell in file.cells {
            if file.standsAlone { session = Session() }
            var printed = ""
            var warnings: [CellFile.Expectation] = []
            let warn = { (problems: [Problem]) in
                warnings = problems.map { CellFile.Expectation(line: $0.line + cell.firstLine - 1, column: $0.column, message: $0.message) }
            }
            let outcome = session.run(cell.text, name: file.name, warn: warn) { output in
                if case .stream(.standardOutput, let text) = output { printed += text }
            }
            if file.expectsWarnings(cell) { #expect(warnings.sorted() == cell.warnings.sorted(), "\(file.name), line \(cell.firstLine)") }
            if CellTests.known.contains("\(file.name):\(cell.firstLine)") {
                withKnownIssue { CellTests.compare(outcome, printed, with: cell, of: file) }
            } else {
                CellTests.compare(outcome, printed, with: cell, of: file)
            }
        }
    }

    private static func compare(_ outcome: CellOutcome, _ printed: String, with cell: CellFile.Cell, of file: CellFile) {
        let shift = cell.firstLine - 1
        switch outcome {
        case .rejected(let problems, _):
            let found = problems.filter { $0.severity == "error" }
                .map { CellFile.Expectation(line: min($0.line + shift, cell.lastLine), column: $0.column, message: $0.message) }
            #expect(CellFile.agree(found, cell.errors), "\(file.name), line \(cell.firstLine): \(found) instead of \(cell.errors)")
            #expect(printed.isEmpty, "\(file.name): a rejected cell printed")
        case .failed(let failure):
            #expect(cell.errors.isEmpty, "\(file.name), line \(cell.firstLine): this must be rejected")
            #expect(CellTests.message(failure) == cell.trap?.message, "\(file.name), line \(cell.firstLine)")
            #expect(failure.place.map { $0.line + shift } == cell.trap?.line, "\(file.name), line \(cell.firstLine)")
            #expect(CellFile.lines(printed) == cell.printed, "\(file.name), line \(cell.firstLine)")
        case .finished:
            #expect(cell.errors.isEmpty && cell.trap == nil, "\(file.name), line \(cell.firstLine): this must fail")
            #expect(CellFile.lines(printed) == cell.printed, "\(file.name), line \(cell.firstLine)")
        }
    }

    /// As `// trap:` has it.
    private static func message(_ failure: Failure) -> String {
        // The compiled program names the address of the variable.
        if failure.message.hasPrefix("Simultaneous accesses to ") { return "Simultaneous accesses" + failure.message.components(separatedBy: "\n")[0].drop { $0 != "," } }
        for prefix in ["Fatal error: ", "Swift runtime failure: "] where failure.message.hasPrefix(prefix) { return String(failure.message.dropFirst(prefix.count)) }
        return failure.message
    }
}
