import Foundation
import Testing

/// The corpus as the compiler sees it: expectations that differ from Swift are wrong.
@Suite(.enabled(if: Referee.compiler != nil, "there is no swiftc"))
struct RefereeTests {
    /// Without the name of the group that the message belongs to.
    private static func sentence(_ message: String) -> String { message.replacingOccurrences(of: #" \[#[-\w]+\]$"#, with: "", options: .regularExpression) }

    @Test(arguments: CellFile.all.filter { !$0.isEngramOnly })
    func swiftAgrees(_ file: CellFile) throws {
        var before = ""
        var printedBefore: [String] = []
        var isPending = false
        for cell in file.cells {
            if file.standsAlone { before = "" }
            let shift = cell.firstLine - 1 - before.count { $0 == "\n" }
            if !cell.errors.isEmpty {
                let answer = try Referee.check(before + cell.text)
                let found = answer.errors.map { CellFile.Expectation(line: min($0.line + shift, cell.lastLine), column: $0.column, message: RefereeTests.sentence($0.message)) }
                #expect(CellFile.agree(found, cell.errors), "\(file.name): \(found) instead of \(cell.errors)")
                continue
            }
            if file.expectsWarnings(cell) {
                let warnings = try Referee.warnings(of: before + cell.text).map {
                    CellFile.Expectation(line: $0.line + shift, column: $0.column, message: RefereeTests.sentence($0.message))
                }
                #expect(warnings.filter { $0.line >= cell.firstLine }.sorted() == cell.warnings.sorted(), "\(file.name), line \(cell.firstLine)")
            }
            if file.standsAlone { continue }
            guard let trap = cell.trap else {
                before += cell.text
                printedBefore += cell.printed
                isPending = true
                continue
            }
            let answer = try Referee.run(before + cell.text)
            #expect(answer.errors == [], "\(file.name)")
            #expect(CellFile.lines(answer.printed) == printedBefore + cell.printed, "\(file.name)")
            #expect(!answer.isFinished && answer.failure == trap.message, "\(file.name), line \(trap.line)")
            before += cell.survivingText ?? ""
            if let text = cell.survivingText, !text.isEmpty { printedBefore += cell.printed }
        }
        if isPending && file.cells.allSatisfy({ $0.trap == nil }) {
            let answer = try Referee.run(before)
            #expect(answer.errors == [], "\(file.name)")
            #expect(answer.failure == nil, "\(file.name)")
            #expect(CellFile.lines(answer.printed) == printedBefore, "\(file.name)")
        }
    }
}

extension CellFile.Expectation: Comparable {
    static func < (left: Self, right: Self) -> Bool { (left.line, left.column ?? 0, left.message) < (right.line, right.column ?? 0, right.message) }
}
