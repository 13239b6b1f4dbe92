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

    /// Adds a row.
    mutating func append(_ row: [Int], _ weights: [Double]) {
        for column in row { columns.append(UInt32(column)) }
        values += weights
        starts.append(columns.count)
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

    /// Multiplies the matrix so that the largest modulus of its eigenvalues is `radius`.
    ///
    /// To 0 all weights become 0.
    /// - Parameter known: that of the matrix as it is, where it is known.
    mutating func scale(to radius: Double, known: Double?) throws {
        if radius == 0 {
            for i in values.indices { values[i] = 0 }
            return
        }
        // Of numbers near the ends of the range neither squares nor quotients are what they should be.
        let largest = values.reduce(0) { max($0, abs($1)) }
        if largest > 0, largest < 0x1p-300 || largest > 0x1p300 {
            let exponent = largest.exponent
            for i in values.indices { values[i] = Double(sign: values[i].sign, exponent: -exponent, significand: values[i].magnitude) }
            return try scale(to: radius, known: nil)
        }
        let found = if let known { known } else if isAcyclic { 0.0 } else { try SpectralRadius.of(self) }
        guard found > 0 else {
            throw NeuroError.diverged(
                what:
                    "the recurrent weights cannot be scaled to a spectral radius: they have no cycle, so all their eigenvalues are 0; take another seed, more links, or weights of your own without a radius"
            )
        }
        for i in values.indices { values[i] *= radius / found }
    }

    /// Whether no unit can be reached from itself: all eigenvalues are 0 then, whatever a solver makes of them.
    var isAcyclic: Bool {
        // Where every unit has a source, one can go back for ever, and so in a circle.
        if (0 ..< rows).allSatisfy({ row in (starts[row] ..< starts[row + 1]).contains { values[$0] != 0 } }) { return false }
        // Takes away again and again what has no source left.
        var sources = (0 ..< rows).map { row in (starts[row] ..< starts[row + 1]).count { values[$0] != 0 } }
        var targets = [[Int]](repeating: [], count: rows)
        for row in 0 ..< rows {
            for k in starts[row] ..< starts[row + 1] where values[k] != 0 { targets[Int(columns[k])].append(row) }
        }
        var free = sources.indices.filter { sources[$0] == 0 }, taken = 0
        while let unit = free.popLast() {
            taken += 1
            for target in targets[unit] {
                sources[target] -= 1
                if sources[target] == 0 { free.append(target) }
            }
        }
        return taken == rows
    }
}
