import Linear

/// Inner products of the samples, of their features or of what a kernel makes of them: all that a ridge regression needs where features are many.
struct RidgeKernel: RidgeSource {
    let samples: Int
    let centred: Bool
    /// Samples x samples, symmetric.
    let elements: [Double]
    /// The mean of each column; 0 without an intercept.
    let means: [Double]

    init(_ elements: [Double], samples: Int, centred: Bool) {
        (self.elements, self.samples, self.centred) = (elements, samples, centred)
        var means = [Double](repeating: 0, count: samples)
        if centred {
            for row in 0 ..< samples { for column in 0 ..< samples { means[column] += elements[row * samples + column] } }
            for column in 0 ..< samples { means[column] /= Double(samples) }
        }
        self.means = means
    }

    /// XX' of some columns of X, samples x features.
    init(products x: [Double], samples: Int, features: Int, columns: Range<Int>, centred: Bool) {
        var kernel = [Double](repeating: 0, count: samples * samples)
        x.withUnsafeBufferPointer { x in
            kernel.withUnsafeMutableBufferPointer { kernel in
                guard let a = x.baseAddress, let c = kernel.baseAddress else { return }
                BLAS.symmetricProduct(transposed: false, n: samples, k: columns.count, a + columns.lowerBound, strideA: features, c, strideC: samples)
                BLAS.mirrorLower(n: samples, c, stride: samples)
            }
        }
        self.init(kernel, samples: samples, centred: centred)
    }

    var width: Int { samples }

    var operations: Double { 13 * Double(samples) * Double(samples) * Double(samples) }

    func spectrum(train: [Int], test: [Int], smallestAlpha: Double, precision: Double) throws -> RidgeSpectrum {
        guard let (spectrum, _) = decomposition(train, test) else { throw Self.failure }
        return spectrum
    }

    /// Every eigenvector has its part in dual weights, also those along which the kernel says nothing.
    func system(smallestAlpha: Double, precision: Double) throws -> RidgeSystem {
        var gram = elements
        if centred { Self.centre(&gram, means) }
        guard let (values, vectors) = Self.eigen(&gram, order: samples, keepsAll: true) else { throw Self.failure }
        let largest = values.first ?? 0
        if let least = values.last, least < -1e-8 * max(largest, -least) {
            throw NeuroError.invalid(name: "kernel", value: "a matrix with the eigenvalue \(least)", must: "positive semi-definite")
        }
        let floor = Self.floor(largest)
        // Dual weights of centred samples add up to 0. Exactly so, since what rounding leaves is divided by the penalty and multiplied by a kernel whose mean may be large.
        var right = vectors
        if centred {
            for row in 0 ..< samples {
                let mean = right[row * samples ..< (row + 1) * samples].reduce(0, +) / Double(samples)
                for column in 0 ..< samples { right[row * samples + column] -= mean }
            }
        }
        return RidgeSystem(
            left: vectors, right: right, gains: Array(repeating: 1, count: samples), squares: values.map { $0 > floor ? $0 : 0 })
    }

    private static var failure: NeuroError {
        .diverged(what: "the eigenvalues of the kernel could not be computed; look for features of very different size")
    }

    /// The eigenvectors of the training samples' kernel and what they make of the test samples. Returns the largest eigenvalue beside them, or nothing where the iteration did not converge.
    func decomposition(_ train: [Int], _ test: [Int]) -> (RidgeSpectrum, largest: Double)? {
        let (m, n) = (train.count, samples)
        var gram = [Double](repeating: 0, count: m * m)
        var cross = [Double](repeating: 0, count: test.count * m)
        for (i, row) in train.enumerated() { for (j, column) in train.enumerated() { gram[i * m + j] = elements[row * n + column] } }
        for (i, row) in test.enumerated() { for (j, column) in train.enumerated() { cross[i * m + j] = elements[row * n + column] } }
        if centred {
            // (x_i − μ)·(x_j − μ) = K_ij − mean_i − mean_j + mean, with means over the training samples.
            let means = (0 ..< m).map { row in gram[row * m ..< (row + 1) * m].reduce(0, +) / Double(m) }
            let mean = means.reduce(0, +) / Double(m)
            Self.centre(&gram, means)
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
        return (RidgeSpectrum(singular: singular, left: vectors, test: projected), values.first ?? 0)
    }

    /// Inner products of samples less their mean, from the means of the rows.
    private static func centre(_ gram: inout [Double], _ means: [Double]) {
        let m = means.count
        let mean = means.reduce(0, +) / Double(m)
        for i in 0 ..< m { for j in 0 ..< m { gram[i * m + j] += mean - means[i] - means[j] } }
    }

    /// Eigenvalues below it are rounding noise.
    private static func floor(_ largest: Double) -> Double { 16 * Double.ulpOfOne * largest }

    /// All eigenvalues of a symmetric matrix, descending, and their vectors as rows.
    static func eigen(of matrix: [Double], order: Int) -> (values: [Double], vectors: [Double])? {
        var matrix = matrix
        return eigen(&matrix, order: order, keepsAll: true)
    }

    /// The eigenvalues of a symmetric matrix that stand out of rounding noise, or all, descending, and their vectors as rows.
    static func eigen(_ gram: inout [Double], order: Int, keepsAll: Bool = false) -> (values: [Double], vectors: [Double])? {
        var values = [Double](repeating: 0, count: order)
        let converged = gram.withUnsafeMutableBufferPointer { gram in
            values.withUnsafeMutableBufferPointer { values in
                guard let a = gram.baseAddress, let w = values.baseAddress else { return false }
                return LAPACK.symmetricEigen(n: order, a, stride: order, values: w)
            }
        }
        guard converged, values.allSatisfy(\.isFinite) else { return nil }
        let floor = floor(values.last ?? 0)
        let kept = values.indices.reversed().filter { keepsAll || values[$0] > floor }
        var vectors: [Double] = []
        vectors.reserveCapacity(kept.count * order)
        for index in kept { vectors.append(contentsOf: gram[index * order ..< (index + 1) * order]) }
        return (kept.map { values[$0] }, vectors)
    }

    static func multiply(
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
