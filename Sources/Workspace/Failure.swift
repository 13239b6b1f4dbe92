import IR
import Language
import Runtime

/// A cell that stopped while it ran, worded for the reader.
package struct Failure: Error {
    /// What front ends and notebooks call it: `Fatal error`, the thrown error's type, `KeyboardInterrupt`.
    package let name: String
    package let message: String
    package let place: Location?
    /// Innermost first.
    package let stack: [Location]
    package let isInterrupt: Bool

    package struct Location {
        package let function: String
        package let cell: CellText
        package let line: Int
        package let column: Int

        /// Whether it is the cell itself that runs there.
        var isTopLevel: Bool { function.isEmpty || function.hasPrefix("cell ") }
    }

    init(_ error: RuntimeError, sources: [Int: CellText]) {
        func locate(_ place: Place, _ function: String) -> Location? {
            guard let cell = sources[Int(place.source)] else { return nil }
            let (line, column) = cell.position(of: Int(place.offset))
            return Location(function: function, cell: cell, line: line, column: column)
        }
        switch error.kind {
        case .trap: name = "RuntimeError"
        case .thrown(let type): name = type
        case .interrupted: name = "KeyboardInterrupt"
        case .limit: name = "MemoryLimit"
        }
        message = error.message
        isInterrupt = error.kind == .interrupted
        let calls = error.stack.compactMap { locate($0.place, $0.function) }
        stack = calls
        // Library code has no place of its own: the innermost one in a cell stands for it.
        place = locate(error.place, error.stack.first?.function ?? "") ?? calls.first
    }

    /// An error that no place in a cell belongs to.
    init(unplaced error: any Error) {
        (name, message, place, stack, isInterrupt) = ("RuntimeError", "\(error)", nil, [], false)
    }

    /// Lines for the traceback of a notebook.
    package var traceback: [String] {
        var lines = ["\(name): \(message)"]
        for (index, call) in (stack.isEmpty ? [place].compactMap { $0 } : stack).enumerated() {
            let function = call.isTopLevel ? "" : call.function + ", "
            lines.append("  \(index == 0 ? "at" : "called from") \(function)\(call.cell.name), line \(call.line), column \(call.column)")
            lines.append("    " + call.cell.excerpt(line: call.line, column: call.column).text.drop { $0 == " " })
        }
        return lines
    }
}

/// What the checker says of a cell.
package struct Problem: Sendable {
    /// `error`, `warning`, `note`.
    package let severity: String
    package let message: String
    /// Counted from 1, the column in UTF-8 bytes.
    package let line, column: Int
    /// Of a note, the earlier cell that it points to.
    package let declaration: CellText?

    init(_ diagnostic: Diagnostic, in cell: CellText, sources: [Int: CellText]) {
        severity = diagnostic.severity.rawValue
        declaration = diagnostic.cell.flatMap { sources[$0] }
        (line, column) = (diagnostic.line + (declaration ?? cell).firstLine - 1, diagnostic.column)
        var message = diagnostic.message
        // It is not "here": the reader has to look further up.
        if let declaration, declaration.name != cell.name, message.hasSuffix(" declared here") { message = message.dropLast("here".count) + "in \(declaration.name)" }
        self.message = message
    }

    /// With an excerpt of the cell, for the traceback of a notebook.
    package func lines(in cell: CellText) -> [String] {
        let cell = declaration ?? cell
        let (text, column) = cell.excerpt(line: line, column: self.column)
        return [
            "\(cell.name):\(line):\(self.column): \(severity): \(message)",
            "    " + text,
            "    " + String(repeating: " ", count: max(0, column - 1)) + "^",
        ]
    }
}
