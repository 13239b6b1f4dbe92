import Display
import Foundation
import Testing
import Workspace

/// The corpus as Engram runs it: what `RefereeTests` finds true of Swift must be true here.
///
/// Asked for with `ENGRAM_CELLS=1` while the checker does not yet take all of the corpus.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ENGRAM_CELLS"] != nil, "set ENGRAM_CELLS=1"))
struct CellTests {
    @Test(arguments: CellFile.all)
    func engramAgrees(_ file: CellFile) {
        let session = Session()
        for cell in file.cells {
            var printed = ""
            let outcome = session.run(cell.text, name: file.name) { output in
                if case .stream(.standardOutput, let text) = output { printed += text }
            }
            let shift = cell.firstLine - 1
            switch outcome {
            case .rejected(let problems, _):
                let found = problems.filter { $0.severity == "error" }
                    .map { CellFile.Expectation(line: min($0.line + shift, cell.lastLine), column: $0.column, message: $0.message) }
                #expect(CellFile.agree(found, cell.errors), "\(file.name): \(found) instead of \(cell.errors)")
                #expect(printed.isEmpty, "\(file.name): a rejected cell printed")
            case .failed(let failure):
                #expect(cell.errors.isEmpty, "\(file.name), line \(cell.firstLine): this must be rejected")
                #expect(CellTests.message(failure) == cell.trap?.message, "\(file.name)")
                #expect(failure.place.map { $0.line + shift } == cell.trap?.line, "\(file.name)")
                #expect(CellFile.lines(printed) == cell.printed, "\(file.name)")
            case .finished:
                #expect(cell.errors.isEmpty && cell.trap == nil, "\(file.name), line \(cell.firstLine): this must fail")
                #expect(CellFile.lines(printed) == cell.printed, "\(file.name)")
            }
        }
    }

    /// As `// trap:` has it.
    private static func message(_ failure: Failure) -> String {
        for prefix in ["Fatal error: ", "Swift runtime failure: "] where failure.message.hasPrefix(prefix) { return String(failure.message.dropFirst(prefix.count)) }
        return failure.message
    }
}
