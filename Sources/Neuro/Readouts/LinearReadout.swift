import Linear

/// A linear map with intercept from features to outputs: y = f W + c.
package struct LinearReadout: Equatable, Sendable, Codable {
    package let features: Int
    package let outputs: Int
    /// features x outputs, row-major.
    package private(set) var weights: [Double]
    package private(set) var intercept: [Double]

    /// Finds the weights from `rows` rows of features, which are used up (centred on return), and targets.
    ///
    /// Centring makes the intercept free of the penalty and takes the largest eigenvalue out of the normal equations, which then lose least to
    /// rounding. `parts` says how the progress of this call counts within a larger one.
    package init(
        _ readout: Readout, features x: inout [Double], targets: [Double], rows: Int, outputs: Int, part: Int = 0, of parts: Int = 1
    ) throws {
        let columns = x.count / rows
        features = columns
        self.outputs = outputs
        var y = targets
        let means = Self.centre(&x, rows: rows, columns: columns)
        let targetMeans = Self.centre(&y, rows: rows, columns: outputs)
        switch readout {
        case .ridge(let penalty):
            weights = try Self.ridge(x, y, rows: rows, columns: columns, outputs: outputs, penalty: penalty) {
                try Progress.check((Double(part) + $0) / Double(parts))
            }
        case .leastSquares:
            let (features, targets) = (x, y)
            let operations = 10 * Double(rows) * Double(columns) * Double(min(rows, columns))
            weights = try Abandonable.run(operations: operations) {
                try Self.leastSquares(features, targets, rows: rows, columns: columns, outputs: outputs)
            }
        }
        guard weights.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the readout's weights are not finite: the features or the targets are too large; scale them")
        }
        intercept = targetMeans
        for (i, mean) in means.enumerated() {
            for o in 0 ..< outputs { intercept[o] -= mean * weights[i * outputs + o] }
        }
    }

    /// The outputs for rows of features `stride` apart.
    package func apply(_ x: UnsafePointer<Double>, rows: Int, stride: Int, into y: UnsafeMutablePointer<Double>) {
        for row in 0 ..< rows {
            for o in 0 ..< outputs { y[row * outputs + o] = intercept[o] }
        }
        weights.withUnsafeBufferPointer { weights in
            guard let w = weights.baseAddress else { return }
            BLAS.multiply(m: rows, n: outputs, k: features, x, strideA: stride, w, strideB: outputs, beta: 1, y, strideC: outputs)
        }
    }

    /// The outputs for one row of features, summed in order: the same bits on every machine, and quick for the one row of a free run.
    package func apply(_ x: [Double], into y: inout [Double]) {
        for o in 0 ..< outputs { y[o] = intercept[o] }
        weights.withUnsafeBufferPointer { w in
            x.withUnsafeBufferPointer { x in
                y.withUnsafeMutableBufferPointer { y in
                    if outputs == 1 {
                        // Four sums, so that one addition need not wait for the other.
                        var a = 0.0, b = 0.0, c = 0.0, d = 0.0
                        var i = 0
                        while i + 4 <= features {
                            a += w[i] * x[i]
                            b += w[i + 1] * x[i + 1]
                            c += w[i + 2] * x[i + 2]
                            d += w[i + 3] * x[i + 3]
                            i += 4
                        }
                        while i < features {
                            a += w[i] * x[i]
                            i += 1
                        }
                        y[0] += (a + b) + (c + d)
                    } else {
                        for i in 0 ..< features {
                            for o in 0 ..< outputs { y[o] += w[i * outputs + o] * x[i] }
                        }
                    }
                }
            }
        }
    }

    /// Takes the mean off every column; returns the means.
    private static func centre(_ x: inout [Double], rows: Int, columns: Int) -> [Double] {
        var means = [Double](repeating: 0, count: columns)
        x.withUnsafeMutableBufferPointer { x in
            means.withUnsafeMutableBufferPointer { means in
                for row in 0 ..< rows {
                    for column in 0 ..< columns { means[column] += x[row * columns + column] }
                }
                for column in 0 ..< columns { means[column] /= Double(rows) }
                for row in 0 ..< rows {
                    for column in 0 ..< columns { x[row * columns + column] -= means[column] }
                }
            }
        }
        return means
    }

    private static func ridge(
        _ x: [Double], _ y: [Double], rows: Int, columns: Int, outputs: Int, penalty: Double, progress: (Double) throws -> Void
    ) throws -> [Double] {
        var gram = [Double](repeating: 0, count: columns * columns)
        var right = [Double](repeating: 0, count: columns * outputs)
        // Blocks of rows of about 5 ms, so that the call can be interrupted.
        let block = max(64, 200_000_000 / (columns * (columns + 2 * outputs)))
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
            try progress(Double(first) / (Double(rows) + Double(columns) / 3))
        }
        for i in 0 ..< columns { gram[i * columns + i] += penalty }
        guard gram.allSatisfy(\.isFinite), right.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the readout's normal equations are not finite: the features or the targets are too large; scale them")
        }
        let (lower, sides) = (gram, right)
        let cube = Double(columns) * Double(columns) * Double(columns)
        let solution: [Double]? = try Abandonable.run(operations: cube / 3 + 2 * Double(columns) * Double(columns) * Double(outputs)) {
            var (factor, solution) = (lower, sides)
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
        return try Abandonable.run(operations: 9 * cube) {
            var gram = lower
            return try eigenSolution(&gram, sides, columns: columns, outputs: outputs)
        }
    }

    /// The smallest solution of the normal equations within the span of the eigenvectors whose eigenvalues stand above rounding.
    private static func eigenSolution(_ gram: inout [Double], _ right: [Double], columns: Int, outputs: Int) throws -> [Double] {
        var values = [Double](repeating: 0, count: columns)
        let converged = gram.withUnsafeMutableBufferPointer { g in
            values.withUnsafeMutableBufferPointer { v in
                guard let g = g.baseAddress, let v = v.baseAddress else { return true }
                return LAPACK.symmetricEigen(n: columns, g, stride: columns, values: v)
            }
        }
        guard converged, let largest = values.last else {
            throw NeuroError.diverged(what: "the readout's normal equations could not be solved; raise the ridge penalty")
        }
        var solution = [Double](repeating: 0, count: columns * outputs)
        let least = largest * Double(columns) * 0x1p-52
        for (i, value) in values.enumerated() where value > least {
            for o in 0 ..< outputs {
                var projection = 0.0
                for j in 0 ..< columns { projection += gram[i * columns + j] * right[j * outputs + o] }
                projection /= value
                for j in 0 ..< columns { solution[j * outputs + o] += gram[i * columns + j] * projection }
            }
        }
        return solution
    }

    private static func leastSquares(_ x: [Double], _ y: [Double], rows: Int, columns: Int, outputs: Int) throws -> [Double] {
        let rank = min(rows, columns)
        var a = x
        var values = [Double](repeating: 0, count: rank)
        var u = [Double](repeating: 0, count: rows * rank)
        var vt = [Double](repeating: 0, count: rank * columns)
        var projected = [Double](repeating: 0, count: rank * outputs)
        var solution = [Double](repeating: 0, count: columns * outputs)
        let converged = a.withUnsafeMutableBufferPointer { a in
            values.withUnsafeMutableBufferPointer { s in
                u.withUnsafeMutableBufferPointer { u in
                    vt.withUnsafeMutableBufferPointer { vt in
                        guard let a = a.baseAddress, let s = s.baseAddress else { return true }
                        return LAPACK.singularValues(m: rows, n: columns, a, values: s, u: u.baseAddress, vt: vt.baseAddress)
                    }
                }
            }
        }
        guard converged else { throw NeuroError.diverged(what: "the singular values of the readout's features did not converge; use .ridge") }
        u.withUnsafeBufferPointer { u in
            y.withUnsafeBufferPointer { y in
                projected.withUnsafeMutableBufferPointer { p in
                    guard let u = u.baseAddress, let y = y.baseAddress, let p = p.baseAddress else { return }
                    BLAS.multiply(transposeA: true, m: rank, n: outputs, k: rows, u, strideA: rank, y, strideB: outputs, p, strideC: outputs)
                }
            }
        }
        let least = (values.first ?? 0) * Double(max(rows, columns)) * 0x1p-52
        for i in 0 ..< rank {
            for o in 0 ..< outputs { projected[i * outputs + o] = values[i] > least ? projected[i * outputs + o] / values[i] : 0 }
        }
        vt.withUnsafeBufferPointer { vt in
            projected.withUnsafeBufferPointer { p in
                solution.withUnsafeMutableBufferPointer { s in
                    guard let vt = vt.baseAddress, let p = p.baseAddress, let s = s.baseAddress else { return }
                    BLAS.multiply(transposeA: true, m: columns, n: outputs, k: rank, vt, strideA: columns, p, strideB: outputs, s, strideC: outputs)
                }
            }
        }
        return solution
    }
}
