/// Something to say about a place in a cell.
package struct Diagnostic: Equatable, Sendable {
    package enum Severity: String, Sendable { case error, warning, note }
    package var severity: Severity
    package var message: String
    /// UTF-8 offset into the cell.
    package var offset: Int
    /// 1-based, columns in UTF-8 bytes as swiftc counts them.
    package var line: Int
    package var column: Int
    /// The number of another cell that it is about, where a declaration stands.
    package var cell: Int?
    /// What else there is to say of it.
    package var notes: [Diagnostic] = []

    package init(severity: Severity, message: String, offset: Int, line: Int = 0, column: Int = 0) {
        (self.severity, self.message, self.offset, self.line, self.column) = (severity, message, offset, line, column)
    }
}

/// Finds line and column of an offset.
package struct LineTable: Sendable {
    private let starts: [Int]

    package init(_ source: String) {
        var starts = [0]
        var offset = 0
        for byte in source.utf8 {
            offset += 1
            if byte == 0x0A { starts.append(offset) }
        }
        self.starts = starts
    }

    package func position(_ offset: Int) -> (line: Int, column: Int) {
        var low = 0, high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, max(0, offset - starts[low]) + 1)
    }
}
