import Linear

/// The learning rules of couplings in pairs: W row after row, with a diagonal of 0.
enum Learning {
    /// W with one pattern after the other added to what there was; `couplings` is empty at the beginning.
    static func storkey(_ patterns: Patterns, _ couplings: [Double]) throws -> [Double] {
        let n = patterns.size
        var w = couplings.isEmpty ? [Double](repeating: 0, count: n * n) : couplings
        var field = [Double](repeating: 0, count: n)
        for k in 0 ..< patterns.count {
            let x = patterns.spins(k).map { Double($0) }
            try w.withUnsafeMutableBufferPointer { w in
                for i in 0 ..< n {
                    var sum = 0.0
                    for j in 0 ..< n { sum += w[i * n + j] * x[j] }
                    field[i] = sum
                }
                try Progress.check(2 * k, of: 2 * patterns.count)
                for i in 0 ..< n {
                    for j in 0 ..< n where j != i {
                        // h_ij leaves out what j (and i itself, whose coupling is 0) contributes.
                        let there = field[i] - w[i * n + j] * x[j], back = field[j] - w[i * n + j] * x[i]
                        w[i * n + j] += (x[i] * x[j] - x[i] * back - there * x[j]) / Double(n)
                    }
                }
                try Progress.check(2 * k + 1, of: 2 * patterns.count)
            }
        }
        return w
    }

    /// The projection onto the span of the patterns, less its diagonal.
    static func projection(_ patterns: Patterns) throws -> [Double] {
        // X⁺X = Xᵀ G⁺ X with G = XXᵀ/N, K x K; patterns that depend on others are eigenvalues of 0.
        let eigen = try patterns.overlaps(with: patterns).symmetricEigen()
        let values = eigen.values.elements
        let floor = Double(patterns.count) * 0x1p-50 * (values.map { abs($0) }.max() ?? 0)
        // Rows of (1/√(λN)) vᵀX, an orthonormal basis of the span.
        var basis = try eigen.vectors.transposed() %*% patterns.matrix
        for (k, value) in values.enumerated() {
            let factor = value > floor ? 1 / (value * Double(patterns.size)).squareRoot() : 0
            for i in 0 ..< patterns.size { basis.storage[k * patterns.size + i] *= factor }
        }
        return try withoutDiagonal(basis.transposeMultiplied(by: basis))
    }

    static func covariance(_ patterns: Patterns, _ activity: Double) throws -> [Double] {
        var x = try patterns.matrix
        let scale = 1 / (Double(patterns.size) * activity * (1 - activity)).squareRoot()
        let (low, high) = (-activity * scale, (1 - activity) * scale)
        for i in x.storage.indices { x.storage[i] = x.storage[i] > 0 ? high : low }
        return try withoutDiagonal(x.transposeMultiplied(by: x))
    }

    /// W with one pattern after the other, each fading what was there; `couplings` is empty at the beginning.
    static func oja(_ patterns: Patterns, _ couplings: [Double], _ rate: Double) throws -> [Double] {
        let x = try patterns.matrix, n = patterns.size
        // The last pattern counts whole, each before it less by the decay.
        var weighted = x, share = 1.0
        for row in (0 ..< patterns.count).reversed() {
            for i in 0 ..< n { weighted.storage[row * n + i] *= share / Double(n) }
            share *= 1 - rate
        }
        var w = try withoutDiagonal(weighted.transposeMultiplied(by: x))
        for i in couplings.indices { w[i] += share * couplings[i] }
        return w
    }

    private static func withoutDiagonal(_ matrix: Matrix) throws -> [Double] {
        var w = matrix.storage
        let n = matrix.rows
        for i in 0 ..< n {
            w[i * n + i] = 0
            // The two halves of a product agree to rounding; symmetric they are the same.
            for j in 0 ..< i { w[j * n + i] = w[i * n + j] }
        }
        return w
    }

    /// The rows of W one by one: the pattern whose field is least is added until the least is large enough.
    static func perceptron(_ patterns: Patterns, _ margin: Double) throws -> [Double] {
        let n = patterns.size, count = patterns.count
        let overlaps = try patterns.overlaps(with: patterns).elements, most = 1_000 * max(10, count)
        let rows = try Pulse.each(n) { i, pulse in
            let own = (0 ..< count).map { patterns.bits[i * patterns.stride + $0 / 8] >> UInt8($0 % 8) & 1 == 1 ? 1.0 : -1.0 }
            // ξ_i Σ_j W_ij ξ_j of each pattern, and how often each was added.
            var fields = [Double](repeating: 0, count: count), times = fields
            var steps = 0
            while true {
                var least = 0
                for k in 1 ..< max(1, count) where fields[k] < fields[least] { least = k }
                var square = 0.0
                for k in 0 ..< count { square += times[k] * fields[k] }
                let length = (max(0, square) / Double(n)).squareRoot()
                if steps > 0, fields[least] > 0, fields[least] >= margin * length { break }
                guard steps < most, n > 1 else {
                    throw NeuroError.diverged(
                        what: "the perceptron rule found no couplings of spin \(i) that hold \(count) patterns with a margin of \(margin) in \(steps) steps; "
                            + "fewer patterns or a smaller margin usually help")
                }
                times[least] += 1
                for k in 0 ..< count { fields[k] += own[k] * own[least] * overlaps[k * count + least] - 1 / Double(n) }
                steps += 1
                if steps % max(1, 2_000_000 / max(1, count)) == 0 { try pulse.beat() }
            }
            // The mean field at the patterns is 1.
            let mean = fields.reduce(0, +) / Double(count)
            return (0 ..< count).map { own[$0] * times[$0] / (mean * Double(n)) }
        }
        // W = C X, with the strengths C that were found.
        let strengths = try Matrix(rows: n, columns: count, elements: Array(rows.joined()))
        var w = try (strengths %*% patterns.matrix).storage
        for i in 0 ..< n { w[i * n + i] = 0 }
        return w
    }
}
