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
        // Of the columns that are shown.
        var columns: [Int: [String]] = [:]
        let table = DataTable.matrix(rows: rowCount, columns: columnNames.count, names: columnNames, caption: "\(rowCount) × \(columnNames.count)") { row, column in
            let texts = columns[column] ?? (try? strings(columnNames[column])) ?? []
            columns[column] = texts
            let text = row < texts.count ? texts[row] : ""
            return .init(text, isNumber: Double(text) != nil || text == "n/a")
        }
        bundle["text/html"] = .text(table.html)
        return bundle
    }
}
