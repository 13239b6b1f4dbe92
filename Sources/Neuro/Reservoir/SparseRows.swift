import Linear

/// A square sparse matrix as plain arrays, row after row, the columns of a row ascending.
package struct SparseRows: Equatable, Sendable, Codable {
    /// Where each row starts in `columns` and `values`; one more entry than rows.
    package var starts: [Int]
    package var columns: [UInt32]
    package var values: [Double]

    package var rows: Int { starts.count - 1 }

    /// The non-zero elements of a dense matrix (row-major, n x n).
    package init(dense: [Double], rows n: Int) {
        starts = [0]
        columns = []
        values = []
        for row in 0 ..< n {
            for column in 0 ..< n where dense[row * n + column] != 0 {
                columns.append(UInt32(column))
                values.append(dense[row * n + column])
            }
            starts.append(columns.count)
        }
    }

    package init(starts: [Int], columns: [UInt32], values: [Double]) {
        self.starts = starts
        self.columns = columns
        self.values = values
    }

    /// y = A x, each row summed from its first element to its last.
    func multiply(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>) {
        columns.withUnsafeBufferPointer { columns in
            values.withUnsafeBufferPointer { values in
                for row in 0 ..< rows {
                    var sum = 0.0
                    for k in starts[row] ..< starts[row + 1] { sum += values[k] * x[Int(columns[k])] }
                    y[row] = sum
                }
            }
        }
    }

    /// The matrix with its zeros.
    ///
    /// - Throws: `LinearError.tooLarge` if it would not fit in memory.
    func dense() throws -> Matrix {
        let n = rows
        var dense = try Matrix(rows: n, columns: n, repeating: 0)
        dense.withUnsafeMutableBufferPointer { dense in
            for row in 0 ..< n {
                for k in starts[row] ..< starts[row + 1] { dense[row * n + Int(columns[k])] = values[k] }
            }
        }
        return dense
    }

    /// Whether every place that is looked up is there: of a matrix that was saved.
    var isSound: Bool {
        starts.first == 0 && starts.last == values.count && columns.count == values.count && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
            && columns.allSatisfy { $0 < rows }
    }
}
