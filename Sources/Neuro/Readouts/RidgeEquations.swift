import Linear

/// The normal equations of a ridge regression with centred features, (X'X + penalty) W = X'Y, as sums over rows: all that a fit needs, whatever the number of rows.
struct RidgeEquations: Equatable, Sendable, Codable {
    let features: Int
    let outputs: Int
    /// X'X, features x features; only the lower triangle means anything.
    var gram: [Double]
    /// X'Y, features x outputs.
    var right: [Double]

    init(features: Int, outputs: Int) throws {
        (self.features, self.outputs) = (features, outputs)
        gram = [Double](repeating: 0, count: try Allocation.count(of: [features, features], named: "the readout's equations", as: Double.self))
        right = [Double](repeating: 0, count: try Allocation.count(of: [features, outputs], named: "the readout's equations", as: Double.self))
    }

    /// How many rows are added at a time, about 5 ms of work, so that a call can be interrupted.
    var block: Int { max(64, 200_000_000 / (features * (features + 2 * outputs))) }

    /// Adds rows that are centred already. `progress` hears how much of them is done.
    mutating func add(_ x: [Double], _ y: [Double], rows: Int, progress: (Double) throws -> Void) throws {
        let (columns, outputs, block) = (features, outputs, block)
        var first = 0
        while first < rows {
            let count = min(block, rows - first)
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in
                    gram.withUnsafeMutableBufferPointer { gram in
                        right.withUnsafeMutableBufferPointer { right in
                            guard let x = x.baseAddress, let y = y.baseAddress, let g = gram.baseAddress, let r = right.baseAddress else { return }
                            let xs = x + first * columns
                            BLAS.symmetricProduct(transposed: true, n: columns, k: count, xs, strideA: columns, beta: 1, g, strideC: columns)
                            BLAS.multiply(
                                transposeA: true, m: columns, n: outputs, k: count, xs, strideA: columns, y + first * outputs, strideB: outputs,
                                beta: 1, r, strideC: outputs)
                        }
                    }
                }
            }
            first += count
            try progress(Double(first) / Double(rows))
        }
    }

    func checkFinite() throws {
        guard gram.allSatisfy(\.isFinite), right.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the readout's normal equations are not finite: the features or the targets are too large; scale them")
        }
    }

    /// The weights for one penalty, features x outputs: by Cholesky; where the equations are singular to rounding, by their eigenvectors above rounding.
    func weights(penalty: Double) throws -> [Double] {
        try checkFinite()
        let columns = features, outputs = outputs
        var lower = gram
        for i in 0 ..< columns { lower[i * columns + i] += penalty }
        let (left, sides) = (lower, right)
        let cube = Double(columns) * Double(columns) * Double(columns)
        let solution: [Double]? = try Abandonable.run(operations: cube / 3 + 2 * Double(columns) * Double(columns) * Double(outputs)) {
            var (factor, solution) = (left, sides)
            let isDefinite = factor.withUnsafeMutableBufferPointer { factor in
                solution.withUnsafeMutableBufferPointer { b in
                    guard let l = factor.baseAddress, let b = b.baseAddress else { return true }
                    guard LAPACK.cholesky(n: columns, l, stride: columns) == 0 else { return false }
                    LAPACK.solveCholesky(n: columns, columns: outputs, l, stride: columns, b, strideB: outputs)
                    return true
                }
            }
            return isDefinite ? solution : nil
        }
        if let solution { return solution }
        var shifted = self
        shifted.gram = lower
        return try RidgeEigen(shifted).weights(penalty: 0)
    }
}

/// The normal equations in the coordinates of their eigenvectors, where the fit of every penalty is a division.
struct RidgeEigen {
    let features: Int
    let outputs: Int
    /// The eigenvalues above rounding, ascending.
    let values: [Double]
    /// Their eigenvectors, one row each.
    private let vectors: [Double]
    /// V'X'Y, values x outputs.
    private let projected: [Double]

    /// The decomposition of finite equations.
    init(_ equations: RidgeEquations) throws {
        let (n, outputs) = (equations.features, equations.outputs)
        (features, self.outputs) = (n, outputs)
        try equations.checkFinite()
        let (gram, right) = (equations.gram, equations.right)
        let result: (values: [Double], vectors: [Double], projected: [Double])? = try Abandonable.run(operations: 9 * Double(n) * Double(n) * Double(n)) {
            var vectors = gram
            var values = [Double](repeating: 0, count: n)
            let converged = vectors.withUnsafeMutableBufferPointer { g in
                values.withUnsafeMutableBufferPointer { v in
                    guard let g = g.baseAddress, let v = v.baseAddress else { return true }
                    return LAPACK.symmetricEigen(n: n, g, stride: n, values: v)
                }
            }
            guard converged, let largest = values.last else { return nil }
            let kept = values.firstIndex { $0 > largest * Double(n) * 0x1p-52 } ?? n
            let rank = n - kept
            var projected = [Double](repeating: 0, count: rank * outputs)
            vectors.withUnsafeBufferPointer { v in
                right.withUnsafeBufferPointer { r in
                    projected.withUnsafeMutableBufferPointer { p in
                        guard rank > 0, let v = v.baseAddress, let r = r.baseAddress, let p = p.baseAddress else { return }
                        BLAS.multiply(m: rank, n: outputs, k: n, v + kept * n, strideA: n, r, strideB: outputs, p, strideC: outputs)
                    }
                }
            }
            return (Array(values[kept...]), Array(vectors[(kept * n)...]), projected)
        }
        guard let result else { throw NeuroError.diverged(what: "the readout's normal equations could not be solved; raise the ridge penalty") }
        (values, vectors, projected) = result
    }

    /// The squares of each target that least squares explains.
    var explained: [Double] {
        var sums = [Double](repeating: 0, count: outputs)
        for (i, value) in values.enumerated() {
            for o in 0 ..< outputs { sums[o] += projected[i * outputs + o] * projected[i * outputs + o] / value }
        }
        return sums
    }

    /// The weights for one penalty; for 0 the smallest of those that fit best.
    func weights(penalty: Double) -> [Double] {
        var shrunk = projected
        for (i, value) in values.enumerated() {
            for o in 0 ..< outputs { shrunk[i * outputs + o] /= value + penalty }
        }
        var solution = [Double](repeating: 0, count: features * outputs)
        vectors.withUnsafeBufferPointer { v in
            shrunk.withUnsafeBufferPointer { s in
                solution.withUnsafeMutableBufferPointer { w in
                    guard let v = v.baseAddress, let s = s.baseAddress, let w = w.baseAddress, !values.isEmpty else { return }
                    BLAS.multiply(
                        transposeA: true, m: features, n: outputs, k: values.count, v, strideA: features, s, strideB: outputs, w, strideC: outputs)
                }
            }
        }
        return solution
    }

    /// The criterion n · RSS / (n − d)² of each penalty for each output, from the squared error that least squares leaves.
    ///
    /// RSS is that error plus what the penalty adds, Σ z² penalty² / (λ (λ + penalty)²) with z = V'X'Y: a sum of what is positive, which loses no digits where the fit is good.
    /// Where as many numbers are free as there are rows, the criterion is infinite.
    func criterion(_ penalties: Vector, rows: Int, leastSquares: [Double]) throws -> Matrix {
        let n = Double(rows)
        var table: [Double] = []
        for penalty in penalties.elements {
            var freedom = 1.0
            var squares = leastSquares
            for (i, value) in values.enumerated() {
                freedom += value / (value + penalty)
                let share = penalty / (value + penalty)
                for o in 0 ..< outputs {
                    let z = projected[i * outputs + o]
                    squares[o] += z * z / value * share * share
                }
            }
            let left = n - freedom
            table += squares.map { left > 1e-9 * n ? n * $0 / (left * left) : .infinity }
        }
        return try Matrix(rows: penalties.count, columns: outputs, elements: table)
    }
}
