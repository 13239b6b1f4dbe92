import Linear

/// The singular value decomposition X = U diag(s) V' of (centred) training samples, in double precision whatever the precision of the data:
/// in single precision the small singular values of real features are noise.
///
/// Two ways lead there. From the eigenvectors of the smaller of XX' and X'X, which costs a fraction of a decomposition of X but squares the condition:
/// the error of the solution grows with λmax/α · 10⁻¹⁶. Where that is too much, from X itself.
struct RidgeSpectrum {
    /// Singular values, descending, those that are rounding noise left out.
    let singular: [Double]
    /// U' (rank x training samples), row after row.
    let left: [Double]
    /// V' (rank x features), row after row; only where it was asked for.
    let right: [Double]
    /// X_test V (test samples x rank), row after row, the test samples centred as the training samples are.
    let test: [Double]

    var rank: Int { singular.count }
}

/// The features of a fit in double precision, and the decompositions of any of their rows.
struct RidgeFeatures {
    let samples: Int
    let features: Int
    let centred: Bool
    /// Less their mean over all samples where an intercept is fitted: it changes no result but keeps digits.
    private let x: [Double]
    /// XX', where samples are fewer than features.
    private let kernel: [Double]
    /// Means of the features over all samples; 0 without an intercept.
    let means: [Double]

    init<Scalar: LinearScalar>(_ x: MatrixOf<Scalar>, centred: Bool) {
        (samples, features, self.centred) = (x.rows, x.columns, centred)
        let (n, p) = (samples, features)
        var values = [Double](unsafeUninitializedCapacity: n * p) { target, count in
            x.withUnsafeBufferPointer { source in for index in 0 ..< n * p { target.initializeElement(at: index, to: Double(source[index])) } }
            count = n * p
        }
        var means = [Double](repeating: 0, count: p)
        if centred { Self.centre(&values, rows: n, columns: p, means: &means) }
        var kernel: [Double] = []
        if n <= p {
            kernel = [Double](repeating: 0, count: n * n)
            values.withUnsafeBufferPointer { values in
                kernel.withUnsafeMutableBufferPointer { kernel in
                    // Both have at least one element: the caller checked the shape.
                    guard let a = values.baseAddress, let c = kernel.baseAddress else { return }
                    BLAS.symmetricProduct(transposed: false, n: n, k: p, a, strideA: p, c, strideC: n)
                    BLAS.mirrorLower(n: n, c, stride: n)
                }
            }
        }
        (self.x, self.kernel, self.means) = (values, kernel, means)
    }

    /// Subtracts from each column its mean, which is added to `means`.
    private static func centre(_ values: inout [Double], rows: Int, columns: Int, means: inout [Double]) {
        var sums = [Double](repeating: 0, count: columns)
        for row in 0 ..< rows { for column in 0 ..< columns { sums[column] += values[row * columns + column] } }
        for column in 0 ..< columns { sums[column] /= Double(rows) }
        for row in 0 ..< rows { for column in 0 ..< columns { values[row * columns + column] -= sums[column] } }
        for column in 0 ..< columns { means[column] += sums[column] }
    }

    /// Decomposes the rows `train`, and projects the rows `test` on the right vectors.
    ///
    /// - Parameters:
    ///   - smallestAlpha: the smallest penalty that will be used with it.
    ///   - precision: the relative error of a solution that may come from the squared condition.
    func spectrum(train: [Int], test: [Int], wantsRight: Bool, smallestAlpha: Double, precision: Double) throws -> RidgeSpectrum {
        let fast = samples <= features ? dual(train, test, wantsRight) : primal(train, test, wantsRight)
        if let (spectrum, largest) = fast, Double.ulpOfOne * largest <= precision * smallestAlpha { return spectrum }
        if let spectrum = direct(train, test) { return spectrum }
        throw NeuroError.diverged(what: "the singular value decomposition of the features did not converge; look for columns of very different size")
    }

    /// From XX'. Returns the largest eigenvalue beside it, or nothing where the iteration did not converge.
    private func dual(_ train: [Int], _ test: [Int], _ wantsRight: Bool) -> (RidgeSpectrum, Double)? {
        let (m, n) = (train.count, samples)
        var gram = [Double](repeating: 0, count: m * m)
        var cross = [Double](repeating: 0, count: test.count * m)
        for (i, row) in train.enumerated() { for (j, column) in train.enumerated() { gram[i * m + j] = kernel[row * n + column] } }
        for (i, row) in test.enumerated() { for (j, column) in train.enumerated() { cross[i * m + j] = kernel[row * n + column] } }
        if centred {
            // (x_i − μ)·(x_j − μ) = K_ij − mean_i − mean_j + mean, with means over the training samples.
            let means = (0 ..< m).map { row in gram[row * m ..< (row + 1) * m].reduce(0, +) / Double(m) }
            let mean = means.reduce(0, +) / Double(m)
            for i in 0 ..< m { for j in 0 ..< m { gram[i * m + j] += mean - means[i] - means[j] } }
            for i in test.indices {
                let own = cross[i * m ..< (i + 1) * m].reduce(0, +) / Double(m)
                for j in 0 ..< m { cross[i * m + j] += mean - own - means[j] }
            }
        }
        guard let (values, vectors) = Self.eigen(&gram, order: m) else { return nil }
        let singular = values.map { $0.squareRoot() }
        let rank = singular.count
        var projected = [Double](repeating: 0, count: test.count * rank)
        Self.multiply(transposeB: true, m: test.count, n: rank, k: m, cross, m, vectors, m, into: &projected)
        for i in test.indices { for j in 0 ..< rank { projected[i * rank + j] /= singular[j] } }
        var right: [Double] = []
        if wantsRight {
            let rows = centredRows(train).rows
            right = [Double](repeating: 0, count: rank * features)
            Self.multiply(m: rank, n: features, k: m, vectors, m, rows, features, into: &right)
            for j in 0 ..< rank { for column in 0 ..< features { right[j * features + column] /= singular[j] } }
        }
        return (RidgeSpectrum(singular: singular, left: vectors, right: right, test: projected), values.first ?? 0)
    }

    /// From X'X.
    private func primal(_ train: [Int], _ test: [Int], _ wantsRight: Bool) -> (RidgeSpectrum, Double)? {
        let (m, p) = (train.count, features)
        let (rows, means) = centredRows(train)
        var gram = [Double](repeating: 0, count: p * p)
        rows.withUnsafeBufferPointer { rows in
            gram.withUnsafeMutableBufferPointer { gram in
                guard let a = rows.baseAddress, let c = gram.baseAddress else { return }
                BLAS.symmetricProduct(transposed: true, n: p, k: m, a, strideA: p, c, strideC: p)
            }
        }
        guard let (values, vectors) = Self.eigen(&gram, order: p) else { return nil }
        let singular = values.map { $0.squareRoot() }
        let rank = singular.count
        var left = [Double](repeating: 0, count: rank * m)
        Self.multiply(transposeB: true, m: rank, n: m, k: p, vectors, p, rows, p, into: &left)
        for j in 0 ..< rank { for i in 0 ..< m { left[j * m + i] /= singular[j] } }
        return (RidgeSpectrum(singular: singular, left: left, right: wantsRight ? vectors : [], test: project(test, means, vectors, rank)), values.first ?? 0)
    }

    /// From X itself.
    private func direct(_ train: [Int], _ test: [Int]) -> RidgeSpectrum? {
        let (m, p) = (train.count, features)
        let k = min(m, p)
        var (rows, means) = centredRows(train)
        var singular = [Double](repeating: 0, count: k)
        var u = [Double](repeating: 0, count: m * k)
        var right = [Double](repeating: 0, count: k * p)
        let converged = rows.withUnsafeMutableBufferPointer { rows in
            singular.withUnsafeMutableBufferPointer { singular in
                u.withUnsafeMutableBufferPointer { u in
                    right.withUnsafeMutableBufferPointer { right in
                        guard let a = rows.baseAddress, let s = singular.baseAddress else { return false }
                        return LAPACK.singularValues(m: m, n: p, a, values: s, u: u.baseAddress, vt: right.baseAddress)
                    }
                }
            }
        }
        guard converged else { return nil }
        let floor = Double(max(m, p)) * Double.ulpOfOne * (singular.first ?? 0)
        let rank = singular.prefix { $0 > floor }.count
        var left = [Double](repeating: 0, count: rank * m)
        for j in 0 ..< rank { for i in 0 ..< m { left[j * m + i] = u[i * k + j] } }
        right.removeLast((k - rank) * p)
        return RidgeSpectrum(singular: Array(singular.prefix(rank)), left: left, right: right, test: project(test, means, right, rank))
    }

    /// The rows of X, less their mean where an intercept is fitted, and that mean.
    private func centredRows(_ indices: [Int]) -> (rows: [Double], means: [Double]) {
        var rows: [Double] = []
        rows.reserveCapacity(indices.count * features)
        for index in indices { rows.append(contentsOf: x[index * features ..< (index + 1) * features]) }
        var means = [Double](repeating: 0, count: features)
        if centred { Self.centre(&rows, rows: indices.count, columns: features, means: &means) }
        return (rows, means)
    }

    /// (X_test − means) V.
    private func project(_ test: [Int], _ means: [Double], _ right: [Double], _ rank: Int) -> [Double] {
        var rows: [Double] = []
        rows.reserveCapacity(test.count * features)
        for index in test { for column in 0 ..< features { rows.append(x[index * features + column] - means[column]) } }
        var projected = [Double](repeating: 0, count: test.count * rank)
        Self.multiply(transposeB: true, m: test.count, n: rank, k: features, rows, features, right, features, into: &projected)
        return projected
    }

    /// The eigenvalues of a symmetric matrix that stand out of rounding noise, descending, and their vectors as rows.
    private static func eigen(_ gram: inout [Double], order: Int) -> (values: [Double], vectors: [Double])? {
        var values = [Double](repeating: 0, count: order)
        let converged = gram.withUnsafeMutableBufferPointer { gram in
            values.withUnsafeMutableBufferPointer { values in
                guard let a = gram.baseAddress, let w = values.baseAddress else { return false }
                return LAPACK.symmetricEigen(n: order, a, stride: order, values: w)
            }
        }
        guard converged, values.allSatisfy(\.isFinite) else { return nil }
        let floor = 16 * Double.ulpOfOne * (values.last ?? 0)
        let kept = values.indices.reversed().filter { values[$0] > floor }
        var vectors: [Double] = []
        vectors.reserveCapacity(kept.count * order)
        for index in kept { vectors.append(contentsOf: gram[index * order ..< (index + 1) * order]) }
        return (kept.map { values[$0] }, vectors)
    }

    private static func multiply(
        transposeB: Bool = false, m: Int, n: Int, k: Int, _ a: [Double], _ strideA: Int, _ b: [Double], _ strideB: Int, into c: inout [Double]
    ) {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                    BLAS.multiply(transposeB: transposeB, m: m, n: n, k: k, a, strideA: strideA, b, strideB: strideB, c, strideC: n)
                }
            }
        }
    }
}
