import Linear
import Testing

@Suite struct MatrixTests {
    @Test func elementsAndSlices() throws {
        var m = try Matrix([[1, 2, 3], [4, 5, 6]])
        #expect(m.shape == [2, 3] && m.count == 6)
        #expect(try m[1, 2] == 6 && m[0, 0] == 1)
        #expect(try m.row(1) == [4, 5, 6])
        #expect(try m.column(1) == [2, 5])
        #expect(try m[rows: 1 ..< 2] == Matrix([[4, 5, 6]]))
        #expect(try m[rows: ..<1] == Matrix([[1, 2, 3]]))
        #expect(try m[rows: 1...] == Matrix([[4, 5, 6]]))
        #expect(try m[columns: 1 ..< 3] == Matrix([[2, 3], [5, 6]]))
        #expect(try m[rows: 1 ..< 2, columns: 0 ..< 2] == Matrix([[4, 5]]))
        #expect(try m.selectingRows([1, 1]) == Matrix([[4, 5, 6], [4, 5, 6]]))
        #expect(try m.selectingColumns([2, 0]) == Matrix([[3, 1], [6, 4]]))
        #expect(try m.transposed() == Matrix([[1, 4], [2, 5], [3, 6]]))
        #expect(try m.reshaped(rows: 3, columns: 2) == Matrix([[1, 2], [3, 4], [5, 6]]))
        #expect(m.flattened == [1, 2, 3, 4, 5, 6])
        #expect(m.diagonal() == [1, 5])
        let before = m
        try m.set(9, row: 0, column: 1)
        #expect(try m[0, 1] == 9 && before[0, 1] == 2)
    }

    @Test func creation() throws {
        #expect(try Matrix.identity(2) == Matrix([[1, 0], [0, 1]]))
        #expect(try Matrix.diagonal([2, 3]) == Matrix([[2, 0], [0, 3]]))
        #expect(try Matrix.ones(rows: 1, columns: 2) == Matrix([[1, 1]]))
        #expect(try Matrix.fromRows([[1, 2], [3, 4]]) == Matrix([[1, 2], [3, 4]]))
        #expect(try Matrix.fromColumns([[1, 2], [3, 4]]) == Matrix([[1, 3], [2, 4]]))
        #expect(try Matrix.column([1, 2]) == Matrix([[1], [2]]) && Matrix.row([1, 2]) == Matrix([[1, 2]]))
        let m = try Matrix([[1, 2], [3, 4]])
        #expect(try Matrix.concatenatingRows([m, .row([5, 6])]) == Matrix([[1, 2], [3, 4], [5, 6]]))
        #expect(try Matrix.concatenatingColumns([m, .column([5, 6])]) == Matrix([[1, 2, 5], [3, 4, 6]]))
        #expect(try Matrix([]).shape == [0, 0])
    }

    @Test func wrongShapesAreErrors() throws {
        let m = try Matrix([[1, 2, 3], [4, 5, 6]])
        #expect(throws: LinearError.raggedRows(row: 1, count: 1, expected: 2)) { try Matrix([[1, 2], [3]]) }
        #expect(throws: LinearError.self) { try Matrix(rows: 2, columns: 2, elements: [1, 2, 3]) }
        #expect(throws: LinearError.self) { try Matrix.zeros(rows: -1, columns: 2) }
        #expect(throws: LinearError.tooLarge(argument: "the matrix", shape: [1 << 40, 1 << 40])) { try Matrix.zeros(rows: 1 << 40, columns: 1 << 40) }
        #expect(throws: LinearError.self) { try Matrix.zeros(rows: 2_000_000_000, columns: 2_000_000_000) }
        let hollow = try Matrix.zeros(rows: 20_000_000, columns: 0)
        #expect(hollow.isEmpty)
        #expect(throws: LinearError.self) { try Matrix.concatenatingRows(Array(repeating: hollow, count: 200)) }
        #expect(throws: LinearError.self) { try m.reshaped(rows: 4, columns: 2) }
        #expect(throws: LinearError.indexOutOfRange(argument: "column", index: 3, count: 3)) { try m[0, 3] }
        #expect(throws: LinearError.indexOutOfRange(argument: "row", index: -1, count: 2)) { try m.row(-1) }
        #expect(throws: LinearError.self) { try m.column(3) }
        #expect(throws: LinearError.rangeOutOfRange(argument: "rows", lower: 1, upper: 3, count: 2)) { try m[rows: 1 ..< 3] }
        #expect(throws: LinearError.self) { try m[columns: 1 ..< 4] }
        #expect(throws: LinearError.self) { try m.selectingColumns([3]) }
        #expect(throws: LinearError.self) { try m + m.transposed() }
        #expect(throws: LinearError.self) { try m + Vector([1, 2]) }
        #expect(throws: LinearError.self) { try Matrix.concatenatingRows([m, m.transposed()]) }
        let error = #expect(throws: LinearError.self) { try m %*% m }
        #expect(error?.description == "%*%: shapes 2 x 3 and 2 x 3 do not fit, the left must have as many columns as the right has rows")
        #expect(throws: LinearError.self) { try m %*% Vector([1, 2]) }
        #expect(throws: LinearError.self) { try Vector([1, 2, 3]) %*% m }
        #expect(throws: LinearError.self) { try m.trace() }
    }

    @Test func arithmeticAndBroadcasting() throws {
        let m = try Matrix([[1, 2], [3, 4]])
        #expect(try m + m == Matrix([[2, 4], [6, 8]]))
        #expect(try m - m == Matrix.zeros(rows: 2, columns: 2))
        #expect(try m * m == Matrix([[1, 4], [9, 16]]))
        #expect(try m / m == Matrix.ones(rows: 2, columns: 2))
        #expect(try m + Vector([10, 20]) == Matrix([[11, 22], [13, 24]]))
        #expect(try Vector([10, 20]) - m == Matrix([[9, 18], [7, 16]]))
        #expect(try m * Vector([1, 0]) == Matrix([[1, 0], [3, 0]]))
        #expect(try m / Vector([1, 2]) == Matrix([[1, 1], [3, 2]]))
        #expect(try 2 * m == m + m)
        #expect(try 1 - m == Matrix([[0, -1], [-2, -3]]))
        #expect(try 12 / m == Matrix([[12, 6], [4, 3]]))
        #expect(try -m == Matrix([[-1, -2], [-3, -4]]))
        #expect(try m.power(2) == m * m)
        #expect(m.map { $0 + 1 } == m + 1)
    }

    @Test(arguments: Precision.allCases) func agreesWithNumpy(_ precision: Precision) throws {
        switch precision {
        case .double: try agreesWithNumpy(Double.self)
        case .float: try agreesWithNumpy(Float.self)
        }
    }

    private func agreesWithNumpy<Scalar: LinearScalar>(_: Scalar.Type) throws {
        let expected = try Expected(Scalar.self)
        let (a, b) = (try expected.matrix("a"), try expected.matrix("b"))
        let tall = try expected.matrix("tall")
        try expected.expect(a %*% b, is: "product")
        try expected.expect(a.multiplied(by: b), is: "product")
        try expected.expect(a.transposed().transposeMultiplied(by: b), is: "product")
        try expected.expect(a.multiplied(byTransposeOf: b.transposed()), is: "product")
        try expected.expect(a.gram(), is: "gram")
        try expected.expect(a.transposed().gram(), is: "aaT")
        try expected.expect(b %*% expected.vector("x"), is: "bx")
        try expected.expect(expected.vector("series")[..<5] %*% a, is: "xb")
        try expected.expect(expected.matrix("s").trace(), is: "trace")
        try expected.expect(tall.norm(), is: "frobenius")
        try expected.expect(tall.mean(each: .column), is: "columnMeans")
        try expected.expect(tall.mean(each: .row), is: "rowMeans")
        try expected.expect(tall.sum(each: .column), is: "columnSums")
        try expected.expect(tall.sum(each: .row), is: "rowSums")
        try expected.expect(tall.standardDeviation(each: .column, ddof: 1), is: "columnDeviations")
        try expected.expect(tall.standardDeviation(each: .row, ddof: 1), is: "rowDeviations")
        try expected.expect(tall.variance(each: .column), is: "columnVariances")
        try expected.expect(tall.minimum(each: .column), is: "columnMinima")
        try expected.expect(tall.maximum(each: .column), is: "columnMaxima")
        try expected.expect(tall.minimum(each: .row), is: "rowMinima")
        try expected.expect(tall.maximum(each: .row), is: "rowMaxima")
        try expected.expect(tall.norm(each: .row), is: "rowNorms")
        try expected.expect(tall.norm(each: .column), is: "columnNorms")
        #expect(try tall.argmax(each: .row) == expected.integers("rowArgmax"))
        #expect(try tall.argmin(each: .column) == expected.integers("columnArgmin"))
    }

    /// Extents that are no multiple of any tile, and the empty ones.
    @Test func extentsOfAnySize() throws {
        var random = Random(seed: 3)
        for (rows, columns) in [(1, 1), (7, 1), (1, 9), (17, 33), (40, 64), (33, 31)] {
            let m = try random.normal(rows: rows, columns: columns)
            let t = m.transposed()
            #expect(t.transposed() == m)
            for (row, column) in [(0, 0), (rows - 1, columns - 1), (rows / 2, columns / 3)] { #expect(try m[row, column] == t[column, row]) }
            #expect(try m.gram().isClose(to: t %*% m, relative: 1e-12, absolute: 1e-12))
        }
        let none = try Matrix.zeros(rows: 0, columns: 3)
        #expect(try none.gram() == Matrix.zeros(rows: 3, columns: 3))
        #expect(try none.transposed() %*% none == Matrix.zeros(rows: 3, columns: 3))
        #expect(try none %*% Vector([1, 2, 3]) == [])
        #expect(try Vector([]) %*% none == [0, 0, 0])
        #expect(throws: LinearError.self) { try none.mean(each: .column) }
        #expect(none.sum(each: .column) == [0, 0, 0])
    }

    @Test func description() throws {
        #expect("\(try Matrix([[1, 2], [3, 4]]))" == "[[1.0, 2.0],\n [3.0, 4.0]]")
        #expect("\(try Matrix.zeros(rows: 0, columns: 3))" == "[] (0 x 3)")
        #expect("\(try Matrix.zeros(rows: 20, columns: 2))".hasSuffix("(20 x 2)"))
    }
}
