import Linear
import Testing

@Suite struct SparseMatrixTests {
    @Test(arguments: Precision.allCases) func agreesWithScipy(_ precision: Precision) throws {
        switch precision {
        case .double: try agreesWithScipy(Double.self)
        case .float: try agreesWithScipy(Float.self)
        }
    }

    private func agreesWithScipy<Scalar: LinearScalar>(_: Scalar.Type) throws {
        let expected = try Expected(Scalar.self)
        let dense = try expected.matrix("sparse")
        let sparse = try SparseMatrixOf(dense)
        #expect(sparse.storedCount == dense.elements.count { $0 != 0 })
        #expect(try sparse.dense() == dense)
        #expect(try sparse.transposed().dense() == dense.transposed())
        try expected.expect(sparse %*% expected.vector("weights"), is: "sparseProduct")
        try expected.expect(sparse.transposed().multiplied(by: expected.matrix("panel").column(0)[..<9]), is: "sparseTransposed")
        try expected.expect(sparse %*% expected.matrix("panel"), is: "sparsePanel")
        #expect(try (2 * sparse).dense() == 2 * dense && (sparse * 2).dense() == 2 * dense)
    }

    @Test func fromEntries() throws {
        let s = try SparseMatrix(rows: 3, columns: 4, entries: [(2, 3, 1), (0, 1, 2), (2, 0, 3), (2, 3, 4)])
        #expect(try s.dense() == Matrix([[0, 2, 0, 0], [0, 0, 0, 0], [3, 0, 0, 5]]))
        #expect(s.storedCount == 3 && s.shape == [3, 4] && s.density == 0.25)
        #expect(try s[2, 3] == 5 && s[1, 1] == 0)
        #expect(s.entries.map(\.value) == [2, 3, 5] && s.entries.map(\.column) == [1, 0, 3] && s.entries.map(\.row) == [0, 2, 2])
        #expect(try SparseMatrix(rows: 3, columns: 4, entries: s.entries) == s)
        #expect(try SparseMatrix.identity(3).dense() == Matrix.identity(3))
        #expect(try SparseMatrix(Matrix([[0.1, -2], [.nan, 0]]), threshold: 0.5).storedCount == 2)
        #expect(try SparseMatrix(rows: 0, columns: 0, entries: []).density == 0)
    }

    @Test func wrongShapesAreErrors() throws {
        let s = try SparseMatrix.identity(3)
        #expect(throws: LinearError.indexOutOfRange(argument: "row", index: 3, count: 3)) { try SparseMatrix(rows: 3, columns: 3, entries: [(3, 0, 1)]) }
        #expect(throws: LinearError.indexOutOfRange(argument: "column", index: -1, count: 3)) { try SparseMatrix(rows: 3, columns: 3, entries: [(0, -1, 1)]) }
        #expect(throws: LinearError.self) { try SparseMatrix(rows: -1, columns: 3, entries: []) }
        #expect(throws: LinearError.self) { try SparseMatrix(rows: 3, columns: 1 << 31, entries: []) }
        #expect(throws: LinearError.self) { try s %*% Vector([1, 2]) }
        #expect(throws: LinearError.self) { try s %*% Matrix.identity(2) }
        #expect(throws: LinearError.self) { try s[3, 0] }
    }
}
