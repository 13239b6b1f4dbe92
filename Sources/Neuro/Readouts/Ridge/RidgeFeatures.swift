import Linear

/// The features of a fit in double precision, and the decompositions of any of their rows.
///
/// Two ways lead there. From the eigenvectors of the smaller of XX' and X'X, which costs a fraction of a decomposition of X but squares the condition:
/// the error of the solution grows with λmax/α · 10⁻¹⁶. Where that is too much, from X itself.
struct RidgeFeatures: RidgeSource {
    let samples: Int
    let features: Int
    let centred: Bool
    /// Less their mean over all samples where an intercept is fitted: it changes no result but keeps digits.
    private let x: [Double]
    /// XX', where samples are not more than features.
    private let kernel: RidgeKernel?
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
        (self.x, self.means) = (values, means)
        kernel = n <= p ? RidgeKernel(products: values, samples: n, features: p, columns: 0 ..< p, centred: centred) : nil
    }

    /// Features that are centred already, where an intercept is fitted.
    init(centredX x: [Double], samples: Int, features: Int, centred: Bool, means: [Double], kernel: RidgeKernel?) {
        (self.x, self.samples, self.features, self.centred, self.means, self.kernel) = (x, samples, features, centred, means, kernel)
    }

    var width: Int { features }

    var operations: Double {
        let (least, most) = (Double(min(samples, features)), Double(max(samples, features)))
        return 9 * least * least * least + 4 * least * least * most
    }

    /// Subtracts from each column its mean, which is added to `means`.
    private static func centre(_ values: inout [Double], rows: Int, columns: Int, means: inout [Double]) {
        var sums = [Double](repeating: 0, count: columns)
        for row in 0 ..< rows { for column in 0 ..< columns { sums[column] += values[row * columns + column] } }
        for column in 0 ..< columns { sums[column] /= Double(rows) }
        for row in 0 ..< rows { for column in 0 ..< columns { values[row * columns + column] -= sums[column] } }
        for column in 0 ..< columns { means[column] += sums[column] }
    }

    func spectrum(train: [Int], test: [Int], smallestAlpha: Double, precision: Double) throws -> RidgeSpectrum {
        try decomposition(train, test, wantsRight: false, smallestAlpha, precision).spectrum
    }

    func system(smallestAlpha: Double, precision: Double) throws -> RidgeSystem {
        let (spectrum, right) = try decomposition(Array(0 ..< samples), [], wantsRight: true, smallestAlpha, precision)
        return RidgeSystem(left: spectrum.left, right: right, gains: spectrum.singular, squares: spectrum.singular.map { $0 * $0 })
    }

    /// The decomposition, with V' (rank x features) where it is asked for.
    private func decomposition(
        _ train: [Int], _ test: [Int], wantsRight: Bool, _ smallestAlpha: Double, _ precision: Double
    ) throws -> (spectrum: RidgeSpectrum, right: [Double]) {
        let fast = try kernel.map { try dual($0, train, test, wantsRight) } ?? primal(train, test, wantsRight)
        if let (spectrum, right, largest) = fast, Double.ulpOfOne * largest <= precision * smallestAlpha { return (spectrum, right) }
        if let direct = direct(train, test) { return direct }
        throw NeuroError.diverged(what: "the singular value decomposition of the features did not converge; look for columns of very different size")
    }

    /// From XX'. Returns the largest eigenvalue beside it.
    private func dual(_ kernel: RidgeKernel, _ train: [Int], _ test: [Int], _ wantsRight: Bool) throws -> (RidgeSpectrum, [Double], Double)? {
        guard let (spectrum, largest) = kernel.decomposition(train, test) else { return nil }
        var right: [Double] = []
        if wantsRight {
            let (rows, rank, m) = (centredRows(train).rows, spectrum.rank, train.count)
            right = [Double](repeating: 0, count: rank * features)
            RidgeKernel.multiply(m: rank, n: features, k: m, spectrum.left, m, rows, features, into: &right)
            for j in 0 ..< rank { for column in 0 ..< features { right[j * features + column] /= spectrum.singular[j] } }
        }
        return (spectrum, right, largest)
    }

    /// From X'X.
    private func primal(_ train: [Int], _ test: [Int], _ wantsRight: Bool) -> (RidgeSpectrum, [Double], Double)? {
        let (m, p) = (train.count, features)
        let (rows, means) = centredRows(train)
        var gram = [Double](repeating: 0, count: p * p)
        rows.withUnsafeBufferPointer { rows in
            gram.withUnsafeMutableBufferPointer { gram in
                guard let a = rows.baseAddress, let c = gram.baseAddress else { return }
                BLAS.symmetricProduct(transposed: true, n: p, k: m, a, strideA: p, c, strideC: p)
            }
        }
        guard let (values, vectors) = RidgeKernel.eigen(&gram, order: p) else { return nil }
        let singular = values.map { $0.squareRoot() }
        let rank = singular.count
        var left = [Double](repeating: 0, count: rank * m)
        RidgeKernel.multiply(transposeB: true, m: rank, n: m, k: p, vectors, p, rows, p, into: &left)
        for j in 0 ..< rank { for i in 0 ..< m { left[j * m + i] /= singular[j] } }
        let spectrum = RidgeSpectrum(singular: singular, left: left, test: project(test, means, vectors, rank))
        return (spectrum, wantsRight ? vectors : [], values.first ?? 0)
    }

    /// From X itself.
    private func direct(_ train: [Int], _ test: [Int]) -> (spectrum: RidgeSpectrum, right: [Double])? {
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
        // Squares of singular values are to be finite.
        guard (singular.first ?? 0) < 1e154 else { return nil }
        let floor = Double(max(m, p)) * Double.ulpOfOne * (singular.first ?? 0)
        let rank = singular.prefix { $0 > floor }.count
        var left = [Double](repeating: 0, count: rank * m)
        for j in 0 ..< rank { for i in 0 ..< m { left[j * m + i] = u[i * k + j] } }
        right.removeLast((k - rank) * p)
        return (RidgeSpectrum(singular: Array(singular.prefix(rank)), left: left, test: project(test, means, right, rank)), right)
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
        RidgeKernel.multiply(transposeB: true, m: test.count, n: rank, k: features, rows, features, right, features, into: &projected)
        return projected
    }
}
