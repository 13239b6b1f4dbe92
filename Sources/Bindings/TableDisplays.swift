import Display
import Formats
import Linear
import Neuro

// How values of the library show themselves on a page. Their text is their description.

extension MatrixOf: Displayable {
    package var display: MIMEBundle {
        var bundle = MIMEBundle(plain: description)
        guard rows > 0, columns > 0 else { return bundle }
        let kind = Scalar.self == Float.self ? "FloatMatrix" : "Matrix"
        let values = elements
        bundle["text/html"] = .text(
            DataTable.matrix(rows: rows, columns: columns, caption: "\(kind), \(rows) × \(columns)") { row, column in
                let value = values[row * columns + column]
                return (value as? Double).map { .init($0) } ?? .init("\(value)", isNumber: true)
            }.html)
        return bundle
    }
}

extension VectorOf: Displayable {
    package var display: MIMEBundle {
        var bundle = MIMEBundle(plain: description)
        // A short one is read as text.
        guard count > 12 else { return bundle }
        let (places, gap) = DataTable.shown(count, limit: DataTable.rowLimit)
        let values = elements
        let rows = places.map { place -> [DataTable.Cell] in
            [.init(place), (values[place] as? Double).map { .init($0) } ?? .init("\(values[place])", isNumber: true)]
        }
        bundle["text/html"] = .text(
            DataTable(head: ["", "value"], rows: rows, gap: gap, caption: "\(Scalar.self == Float.self ? "FloatVector" : "Vector"), \(count) elements").html)
        return bundle
    }
}

extension Table: Displayable {
    package var display: MIMEBundle {
        var bundle = MIMEBundle(plain: description)
        let (down, gap) = DataTable.shown(rowCount, limit: DataTable.rowLimit), (across, gapAcross) = DataTable.shown(columnNames.count, limit: DataTable.columnLimit)
        let columns = across.map { (try? strings(columnNames[$0])) ?? [] }
        var head = [""] + across.map { columnNames[$0] }
        if let gapAcross { head.insert("…", at: gapAcross + 1) }
        let rows = down.map { row -> [DataTable.Cell] in
            var line =
                [DataTable.Cell(row)]
                + columns.map { column in
                    let text = row < column.count ? column[row] : ""
                    return .init(text, isNumber: Double(text) != nil || text == "n/a")
                }
            if let gapAcross { line.insert(.init("…"), at: gapAcross + 1) }
            return line
        }
        bundle["text/html"] = .text(DataTable(head: head, rows: rows, gap: gap, caption: "\(rowCount) × \(columnNames.count)").html)
        return bundle
    }
}
