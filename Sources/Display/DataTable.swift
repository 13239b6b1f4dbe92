/// Rows of values as a table for a page and as aligned text. Of many rows and columns the middle is left out.
package struct DataTable: Equatable, Sendable {
    package struct Cell: Equatable, Sendable {
        package var text: String
        /// Numbers stand at the right of their column, so that their digits are under each other.
        package var isNumber: Bool

        package init(_ text: String, isNumber: Bool = false) { (self.text, self.isNumber) = (text, isNumber) }
        package init(_ value: Double) { self.init(DataTable.text(value), isNumber: true) }
        package init(_ value: Int) { self.init(String(value), isNumber: true) }
    }

    package var head: [String]
    /// The first column names the rows where the head's first name is empty.
    package var rows: [[Cell]]
    /// After so many rows some are left out.
    package var gap: Int?
    /// Under the table: what it is, and how large.
    package var caption: String

    package init(head: [String], rows: [[Cell]], gap: Int? = nil, caption: String = "") { (self.head, self.rows, self.gap, self.caption) = (head, rows, gap, caption) }

    /// Of `count` things in a row, those that are shown: all of few, of many the first and the last half of `limit`.
    package static func shown(_ count: Int, limit: Int) -> (places: [Int], gap: Int?) {
        if count <= limit { return (Array(0 ..< max(count, 0)), nil) }
        return (Array(0 ..< limit / 2) + Array(count - limit / 2 ..< count), limit / 2)
    }

    package static let rowLimit = 20, columnLimit = 12

    /// A cell for each row and column, with the numbers of the rows, and the numbers of the columns or their names.
    package static func matrix(rows: Int, columns: Int, names: [String]? = nil, caption: String, _ value: (_ row: Int, _ column: Int) -> Cell) -> DataTable {
        let (down, gap) = shown(rows, limit: rowLimit), (across, gapAcross) = shown(columns, limit: columnLimit)
        var head = [""] + across.map { names?[$0] ?? String($0) }
        if let gapAcross { head.insert("…", at: gapAcross + 1) }
        let lines = down.map { row -> [Cell] in
            var line = [Cell(row)] + across.map { value(row, $0) }
            if let gapAcross { line.insert(Cell("…"), at: gapAcross + 1) }
            return line
        }
        return DataTable(head: head, rows: lines, gap: gap, caption: caption)
    }

    /// A number with at most six significant digits; very large and very small ones as they are.
    package static func text(_ value: Double) -> String {
        let size = value.magnitude
        guard size >= 1e-4, size < 1e7 else { return value == 0 ? "0.0" : value.description }
        var power = 1.0
        var digits = 6
        var left = size
        while left >= 1 { (left, digits) = (left / 10, digits - 1) }
        while left < 0.1 { (left, digits) = (left * 10, digits + 1) }
        for _ in 0 ..< max(digits, 0) { power *= 10 }
        return ((value * power).rounded() / power).description
    }

    private var isNumeric: [Bool] {
        head.indices.map { column in
            let cells = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { $0.text != "…" && $0.text != "nil" }
            return !cells.isEmpty && cells.allSatisfy(\.isNumber)
        }
    }

    package var text: String {
        let numeric = isNumeric
        var lines = [head] + rows.map { $0.map(\.text) }
        if let gap { lines.insert(head.map { _ in "⋮" }, at: gap + 1) }
        let widths = head.indices.map { column in lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        var text = lines.map { line in
            var row = ""
            for (column, cell) in line.enumerated() {
                let room = String(repeating: " ", count: widths[column] - cell.count)
                row += (column > 0 ? "  " : "") + (numeric[column] ? room + cell : cell + room)
            }
            while row.last == " " { row.removeLast() }
            return row
        }.joined(separator: "\n")
        if !caption.isEmpty { text += "\n\(caption)" }
        return text
    }

    package var html: String {
        let numeric = isNumeric
        func align(_ column: Int) -> String { column < numeric.count && numeric[column] ? "right" : "left" }
        func cells(_ texts: [String], _ isHead: Bool) -> String {
            let line = texts.enumerated().map { column, text in
                // The first column of a table whose corner is empty names its rows.
                let tag = isHead || (column == 0 && head.first == "") ? "th" : "td"
                return "<\(tag) style=\"text-align:\(align(column));white-space:pre\">\(TextTable.escaped(text))</\(tag)>"
            }
            return "<tr>" + line.joined() + "</tr>"
        }
        var lines = rows.map { cells($0.map(\.text), false) }
        if let gap { lines.insert(cells(head.map { _ in "⋮" }, false), at: gap) }
        let isNamed = head.contains { !$0.isEmpty }
        let under = caption.isEmpty ? "" : "<div style=\"font-size:12px;opacity:0.7;margin-top:4px\">\(TextTable.escaped(caption))</div>"
        return "<div><table>" + (isNamed ? "<thead>\(cells(head, true))</thead>" : "") + "<tbody>\(lines.joined())</tbody></table>\(under)</div>"
    }

    package var bundle: MIMEBundle {
        var bundle = MIMEBundle(plain: text)
        bundle["text/html"] = .text(html)
        return bundle
    }
}

/// What a model is, for a reader: its name, and what there is to know about it, line by line.
package struct ModelCard: Equatable, Sendable {
    package var title: String
    package var lines: [(name: String, value: String)]

    package init(_ title: String, _ lines: [(name: String, value: String)]) { (self.title, self.lines) = (title, lines) }

    package static func == (left: ModelCard, right: ModelCard) -> Bool { left.title == right.title && left.lines.elementsEqual(right.lines) { $0 == $1 } }

    package var html: String {
        let rows = lines.map { line in
            "<tr><th style=\"text-align:left;font-weight:normal;opacity:0.7\">\(TextTable.escaped(line.name))</th>"
                + "<td style=\"text-align:left\">\(TextTable.escaped(line.value))</td></tr>"
        }
        return "<div><b>\(TextTable.escaped(title))</b><table><tbody>\(rows.joined())</tbody></table></div>"
    }
}
