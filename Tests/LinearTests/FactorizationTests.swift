import Foundation
import Linear
import Testing

@Suite struct FactorizationTests {
    @Test(arguments: Precision.allCases) func agreesWithNumpy(_ precision: Precision) throws {
        switch precision {
        case .double: try agreesWithNumpy(Double.self)
        case .float: try agreesWithNumpy(Float.self)
        }
    }

    private func agreesWithNumpy<Scalar: LinearScalar>(_: Scalar.Type) throws {
        let expected = try Expected(Scalar.self)
        let (s, spd, sides) = (try expected.matrix("s"), try expected.matrix("spd"), try expected.matrix("sides"))
        try expected.expect(s.solve(sides), is: "solve")
        #expect(try s.solve(sides.column(1)).isClose(to: s.solve(sides).column(1), relative: 1e-4, absolute: 1e-4))
        try expected.expect(s.inverse(), is: "inverse")
        try expected.expect(s.determinant(), is: "determinant")

        let factor = try spd.cholesky()
        try expected.expect(factor.lower, is: "cholesky")
        try expected.expect(factor.solve(sides), is: "spdSolve")
        try expected.expect(factor.inverse(), is: "spdInverse")
        try expected.expect(factor.logDeterminant, is: "logDeterminant")
        #expect(try factor.solve(sides.column(0)).isClose(to: factor.solve(sides).column(0), relative: 1e-4, absolute: 1e-4))

        let eigen = try expected.matrix("sym").symmetricEigen()
        try expected.expect(eigen.values, is: "eigenvalues")
        // The vectors are known up to their sign; the projection on the first two is not affected by it.
        let two = try eigen.vectors[columns: 0 ..< 2]
        try expected.expect(two.multiplied(byTransposeOf: two), is: "eigenProjector")

        let tall = try expected.matrix("tall")
        let tallSides = try expected.matrix("tallSides")
        try expected.expect(tall.singularValues().values, is: "singularValues")
        let fit = try tall.leastSquares(tallSides, tolerance: 1e-6)
        try expected.expect(fit.solution, is: "leastSquares")
        try expected.expect(fit.residuals, is: "residuals")
        #expect(try [fit.rank] == expected.integers("rank"))
        #expect(try tall.rank(tolerance: 1e-6) == 3)
        #expect(try tall.leastSquares(tallSides.column(0), tolerance: 1e-6).isClose(to: fit.solution.column(0), relative: 1e-4, absolute: 1e-4))
        try expected.expect(tall.pseudoinverse(tolerance: 1e-6), is: "pseudoinverse")

        try expected.expect(s.spectralRadius(), is: "spectralRadius")
        let (real, imaginary) = try s.eigenvalues()
        try expected.expect((real * real + imaginary * imaginary).sqrt().sorted(), is: "generalModuli")
    }

    @Test(arguments: [(40, 40), (57, 23), (23, 57), (1, 5), (5, 1)]) func decompositionsMultiplyBack(rows: Int, columns: Int) throws {
        var random = Random(seed: 11)
        let m = try random.normal(rows: rows, columns: columns)
        let svd = try m.singularValues()
        #expect(try ((svd.left * svd.values) %*% svd.rightTransposed).isClose(to: m, relative: 0, absolute: 1e-12))
        #expect(try svd.left.gram().isClose(to: .identity(min(rows, columns)), relative: 0, absolute: 1e-12))
        let symmetric = try m.gram() + Matrix.identity(columns)
        let eigen = try symmetric.symmetricEigen()
        #expect(try (eigen.vectors * eigen.values).multiplied(byTransposeOf: eigen.vectors).isClose(to: symmetric, relative: 0, absolute: 1e-10))
        let factor = try symmetric.cholesky()
        #expect(try factor.lower.multiplied(byTransposeOf: factor.lower).isClose(to: symmetric, relative: 0, absolute: 1e-10))
        #expect(try (symmetric.inverse() %*% symmetric).isClose(to: .identity(columns), relative: 0, absolute: 1e-8))
    }

    @Test func orthogonalization() throws {
        var random = Random(seed: 5)
        let m = try random.normal(rows: 20, columns: 6)
        var q = m.transposed()
        var r = try Matrix.zeros(rows: 6, columns: 6)
        q.withUnsafeMutableBufferPointer { q in
            r.withUnsafeMutableBufferPointer { r in
                if let q = q.baseAddress, let r = r.baseAddress { LAPACK.orthogonalize(m: 20, n: 6, q, r: r) }
            }
        }
        #expect(try q.transposeMultiplied(by: r).isClose(to: m, relative: 0, absolute: 1e-12))
        #expect(try q.multiplied(byTransposeOf: q).isClose(to: .identity(6), relative: 0, absolute: 1e-12))
    }

    @Test func whatCannotBeSolvedIsAnError() throws {
        let singular = try Matrix([[1, 2], [2, 4]])
        #expect(throws: LinearError.singular(operation: "solve", pivot: 1)) { try singular.solve(Vector([1, 2])) }
        #expect(throws: LinearError.singular(operation: "inverse", pivot: 1)) { try singular.inverse() }
        #expect(try singular.determinant() == 0)
        #expect(throws: LinearError.notPositiveDefinite(operation: "cholesky", order: 2)) { try Matrix([[1, 2], [2, 1]]).cholesky() }
        let wide = try Matrix.ones(rows: 2, columns: 3)
        #expect(throws: LinearError.wrongShape(argument: "the matrix", shape: [2, 3], requirement: "solve needs a square one")) {
            try wide.solve(Vector([1, 2]))
        }
        #expect(throws: LinearError.self) { try wide.cholesky() }
        #expect(throws: LinearError.self) { try wide.symmetricEigen() }
        #expect(throws: LinearError.self) { try wide.determinant() }
        #expect(throws: LinearError.self) { try wide.leastSquares(Vector([1, 2, 3])) }
        #expect(throws: LinearError.self) { try Matrix.identity(2).solve(Vector([1, 2, 3])) }
        #expect(throws: LinearError.self) { try Matrix.identity(2).cholesky().solve(Vector([1, 2, 3])) }
        let bad = try Matrix([[1, .nan], [0, 1]])
        let error = LinearError.notFinite(argument: "the matrix", position: [0, 1])
        #expect(throws: error) { try bad.solve(Vector([1, 2])) }
        #expect(throws: error) { try bad.cholesky() }
        #expect(throws: error) { try bad.symmetricEigen() }
        #expect(throws: error) { try bad.singularValues() }
        #expect(throws: error) { try bad.spectralRadius() }
        #expect(throws: error) { try bad.leastSquares(Vector([1, 2])) }
    }

    @Test func longCallsStopWhenAsked() throws {
        let m = try Random.standard(rows: 700, columns: 700)
        let began = ContinuousClock.now
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try Progress.observe({ _ in if began.duration(to: .now) > .milliseconds(30) { throw Stop() } }, { while true { _ = try m.eigenvalues() } })
        }
        // An uninterrupted round takes seconds; the bound is generous because the machine may be busy.
        #expect(began.duration(to: .now) < .seconds(1))
    }

    /// Nobody can pile up work by interrupting again and again, and what was left behind comes to its end.
    @Test func fewRoutinesAreLeftBehind() throws {
        let m = try Random.standard(rows: 500, columns: 500)
        struct Stop: Error {}
        for _ in 0 ..< 8 {
            let began = ContinuousClock.now
            #expect(throws: Stop.self) {
                try Progress.observe({ _ in if began.duration(to: .now) > .milliseconds(20) { throw Stop() } }, { while true { _ = try m.singularValues() } })
            }
            // Other tests leave some behind at the same time.
            #expect(Abandonable.abandoned <= 6)
        }
        for _ in 0 ..< 600 where Abandonable.abandoned > 0 { usleep(50_000) }
        #expect(Abandonable.abandoned == 0)
    }

    @Test func beingWatchedChangesNoResult() throws {
        let m = try Random.standard(rows: 400, columns: 400)
        func results() throws -> [Matrix] {
            let svd = try m.singularValues()
            return try [m %*% m, m.gram(), m.inverse(), m.solve(m.transposed()), m.gram().cholesky().lower, m.gram().symmetricEigen().vectors, svd.left]
        }
        #expect(try Progress.observe({ _ in }, { try results() }) == results())
    }

    @Test func nothingAtAll() throws {
        let none = try Matrix([])
        #expect(try none.determinant() == 1)
        #expect(try none.inverse() == none)
        #expect(try none.cholesky().lower == none)
        #expect(try none.symmetricEigen().values == [])
        #expect(try none.singularValues().values == [])
        #expect(try none.solve(Vector([])) == [])
        #expect(try none.spectralRadius() == 0)
        #expect(try Matrix.zeros(rows: 3, columns: 2).leastSquares(Vector([1, 2, 3])) == [0, 0])
    }
}

extension Random {
    fileprivate static func standard(rows: Int, columns: Int) throws -> Matrix {
        var random = Random(seed: 1)
        return try random.normal(rows: rows, columns: columns)
    }
}
