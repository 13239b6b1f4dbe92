import Foundation
import Testing

/// A file of cells with what each is expected to print or to be refused for.
///
/// Cells are separated by `// ---`. On or under a line:
/// - `// expect: text`: what the cell prints, line by line, in the order of the file;
/// - `// error: @column message`: the cell is rejected with this message at this line and column (several may stand on one line);
///   with `@line` instead, only the line counts: syntax errors are Swift's own in kind, but another parser words and places them;
/// - `// warning: @column message`: the cell runs, and this is said of it. A cell that expects one expects all; so does every cell in `Cells/warnings`;
/// - `// trap: message`: the cell ends here with this run-time error.
/// Cells in `Cells/warnings` stand alone: none sees what another declares.
/// A file whose first line is `// engram only: reason` shows a departure from Swift: the referee does not see it.
/// Spaces at the end of a printed line do not count.
struct CellFile: CustomTestStringConvertible, Sendable {
    struct Expectation: Equatable, Sendable {
        /// Counted from 1 in the file.
        var line: Int
        var column: Int?
        var message: String
    }

    struct Cell: Sendable {
        /// Without the expectations, which keep their lines; ends in a line feed.
        var text: String
        /// The file's line that is the cell's first.
        var firstLine: Int
        var printed: [String] = []
        var errors: [Expectation] = []
        var warnings: [Expectation] = []
        var trap: Expectation?

        /// What is missing at the end is reported on the line after it, where no expectation can stand: that counts as here.
        var lastLine: Int { firstLine - 1 + text.count { $0 == "\n" } }

        /// The trapping cell up to its trap, where that stands at the top level: what a later cell may rely on.
        var survivingText: String? {
            guard let trap else { return text }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let kept = lines.prefix(trap.line - firstLine)
            let opened = kept.joined().reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) }
            return opened == 0 ? kept.map { $0 + "\n" }.joined() : nil
        }
    }

    var name: String
    var cells: [Cell] = []
    var isEngramOnly: Bool
    var testDescription: String { name }

    init(name: String, source: String) {
        self.name = name
        isEngramOnly = source.hasPrefix("// engram only:")
        var cell = Cell(text: "", firstLine: 1)
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line == "// ---" {
                cells.append(cell)
                cell = Cell(text: "", firstLine: index + 2)
                continue
            }
            let parts = String(line).components(separatedBy: "// ")
            var code = parts[0]
            for part in parts.dropFirst() {
                if part.hasPrefix("expect:") {
                    // One space after the colon belongs to the comment, the others to the text.
                    let written = part.dropFirst("expect:".count)
                    cell.printed.append(CellFile.withoutTrailingSpaces(String(written.hasPrefix(" ") ? written.dropFirst() : written)))
                } else if part.hasPrefix("error: ") {
                    cell.errors.append(CellFile.expectation(part.dropFirst("error: ".count), line: index + 1))
                } else if part.hasPrefix("warning: ") {
                    cell.warnings.append(CellFile.expectation(part.dropFirst("warning: ".count), line: index + 1))
                } else if part.hasPrefix("trap: ") {
                    cell.trap = CellFile.expectation(part.dropFirst("trap: ".count), line: index + 1)
                } else {
                    code += "// " + part
                }
            }
            cell.text += code + "\n"
        }
        cells.append(cell)
    }

    private static func expectation(_ text: some StringProtocol, line: Int) -> Expectation {
        var message = String(text).trimmingCharacters(in: .whitespaces)
        var column: Int?
        if message.hasPrefix("@"), let space = message.firstIndex(of: " ") {
            // `@line` leaves the column open.
            column = Int(message[message.index(after: message.startIndex) ..< space])
            message = String(message[message.index(after: space)...])
        }
        return Expectation(line: line, column: column, message: message)
    }

    /// Whether these are the errors that a cell is to have.
    static func agree(_ found: [Expectation], _ expected: [Expectation]) -> Bool {
        if expected.contains(where: { $0.column == nil }) { return Set(found.map(\.line)) == Set(expected.map(\.line)) }
        return found.sorted() == expected.sorted()
    }

    /// Whether what is said of an accepted cell is compared.
    func expectsWarnings(_ cell: Cell) -> Bool { cell.errors.isEmpty && (!cell.warnings.isEmpty || standsAlone) }
    var standsAlone: Bool { name.hasPrefix("warnings/") }

    static func withoutTrailingSpaces(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
    /// Printed text as expectations have it.
    static func lines(_ text: String) -> [String] {
        var lines = text.components(separatedBy: "\n").map(withoutTrailingSpaces)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cells")

    /// Every file of the corpus, by its path.
    static let all: [CellFile] = {
        let paths = FileManager.default.enumerator(atPath: directory.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            guard let source = try? String(contentsOf: directory.appendingPathComponent(path), encoding: .utf8) else { return nil }
            return CellFile(name: String(path.dropLast(".swift".count)), source: source)
        }
    }()
}
