import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A linear associative memory that is trained step by step, on items of which few are frequent and many are rare: how evenly optimisers learn them.
///
/// ```swift
/// for optimizer in [AssociativeTraining.Optimizer.gradient, .sign, .muon] {
///     var training = try AssociativeTraining(optimizer: optimizer)
///     _ = try training.step(untilBest: 0.95)
///     print(optimizer, training.worstProbability)   // 0.0054, 0.95, 0.9488
/// }
/// ```
///
/// Items k = 1 … K have probabilities p_k of two sizes and orthonormal embeddings E_k, Ẽ_k. The memory answers with the probabilities softmax(Ẽᵀ W E_k); the loss is −Σ_k p_k ln of that of the right
/// answer, k; W = 0 at the start. A step is W ← W − η D with the direction D that the optimiser makes of the gradient. arXiv:2509.26030.
public struct AssociativeTraining: Equatable, Sendable, CustomStringConvertible, Codable {
    /// What an optimiser makes of the gradient G.
    public enum Optimizer: Equatable, Sendable, Codable {
        /// Gradient descent: D = G.
        case gradient
        /// The signs of G: Adam without averages.
        case sign
        /// Adam: running means of G and of its square, corrected for their start, D = m/(√v + 1e-8). doi:10.48550/arXiv.1412.6980.
        case adam(beta1: Double = 0.9, beta2: Double = 0.999)
        /// Muon without momentum, exactly: D = U Vᵀ of the singular value decomposition of G (of the singular values above 1e-12 of the largest).
        case muon
        /// Muon as it is computed in practice: steps of Newton and Schulz's iteration X ← 3.4445 X − 4.775 X Xᵀ X + 2.0315 (X Xᵀ)² X from G/|G|, five as a rule, which bring singular values near 1.
        case newtonSchulz(steps: Int = 5)
    }

    /// The vectors that stand for items.
    public enum Embedding: Equatable, Sendable, Codable {
        /// The unit vectors.
        case identity
        /// The columns of two random rotations.
        case rotated(seed: Int)
    }

    /// The probabilities p_k of the items, the frequent ones first.
    public let frequencies: Vector
    /// What makes steps of gradients.
    public let optimizer: Optimizer
    /// The vectors that stand for items.
    public let embedding: Embedding
    /// W, K x K.
    public private(set) var weights: Matrix
    /// How many steps were taken.
    public private(set) var steps = 0
    private let rotations: [Matrix]
    private var means: [Matrix] = []

    /// A memory before its first step.
    ///
    /// - Parameters:
    ///   - items: K, from 2 to 4096.
    ///   - frequent: which part of them is frequent, above 0 and below 1; round(frequent · K) items, at least one and not all.
    ///   - ratio: how probable a rare item is, as a part of a frequent one, above 0 and at most 1.
    ///   - embedding: the vectors that stand for items. Gradient descent and Muon do not depend on it, signs do.
    ///   - optimizer: what makes steps of gradients.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(items: Int = 200, frequent: Double = 0.1, ratio: Double = 0.01, embedding: Embedding = .identity, optimizer: Optimizer = .muon) throws {
        guard items >= 2, items <= 4096 else { throw NeuroError.invalid(name: "items", value: "\(items)", must: "from 2 to 4096") }
        guard frequent > 0, frequent < 1 else { throw NeuroError.invalid(name: "frequent", value: "\(frequent)", must: "above 0 and below 1") }
        guard ratio > 0, ratio <= 1 else { throw NeuroError.invalid(name: "ratio", value: "\(ratio)", must: "above 0 and at most 1") }
        switch optimizer {
        case .gradient, .sign, .muon: break
        case .adam(let beta1, let beta2):
            for (name, beta) in [("beta1", beta1), ("beta2", beta2)] {
                guard beta >= 0, beta < 1 else { throw NeuroError.invalid(name: name, value: "\(beta)", must: "at least 0 and below 1") }
            }
        case .newtonSchulz(let steps):
            guard steps >= 1, steps <= 100 else { throw NeuroError.invalid(name: "the steps of Newton and Schulz", value: "\(steps)", must: "from 1 to 100") }
        }
        let head = min(items - 1, max(1, Int((frequent * Double(items)).rounded())))
        let total = Double(head) + ratio * Double(items - head)
        frequencies = Vector((0 ..< items).map { ($0 < head ? 1 : ratio) / total })
        (self.optimizer, self.embedding) = (optimizer, embedding)
        weights = try Matrix.zeros(rows: items, columns: items)
        rotations =
            switch embedding {
            case .identity: []
            case .rotated(let seed): try (0 ..< 2).map { try Self.rotation(items, Random(seed: seed, stream: 0x726f_7461_0000 + $0)) }
            }
    }

    /// A random orthogonal matrix: the orthonormal basis of random normal vectors, one after the other, each made orthogonal twice.
    private static func rotation(_ n: Int, _ random: Random) throws -> Matrix {
        var random = random, rows = try random.normal(rows: n, columns: n)
        try rows.withUnsafeMutableBufferPointer { a throws in
            for i in 0 ..< n {
                try Progress.check(i, of: n)
                for _ in 0 ..< 2 {
                    for j in 0 ..< i {
                        var product = 0.0
                        for k in 0 ..< n { product += a[i * n + k] * a[j * n + k] }
                        for k in 0 ..< n { a[i * n + k] -= product * a[j * n + k] }
                    }
                }
                var size = 0.0
                for k in 0 ..< n { size += a[i * n + k] * a[i * n + k] }
                size = size.squareRoot()
                for k in 0 ..< n { a[i * n + k] /= size }
            }
        }
        return rows
    }

    /// How many items there are, K.
    public var items: Int { frequencies.count }

    /// Ẽᵀ W E: the logit of each answer (rows) for each item (columns).
    private func logits(_ weights: Matrix) throws -> Matrix {
        rotations.isEmpty ? weights : try (rotations[0] %*% weights).multiplied(byTransposeOf: rotations[1])
    }

    /// The softmax of the columns.
    private func answers(_ weights: Matrix) throws -> Matrix {
        // Along rows, which lie together in memory.
        let turned = try logits(weights).transposed()
        let most = try turned.maximum(each: .row).elements, n = items
        var shifted = turned
        shifted.withUnsafeMutableBufferPointer { a in
            for row in 0 ..< n { for k in 0 ..< n { a[row * n + k] -= most[row] } }
        }
        var result = shifted.exp()
        let sums = result.sum(each: .row).elements
        result.withUnsafeMutableBufferPointer { a in
            for row in 0 ..< n { for k in 0 ..< n { a[row * n + k] /= sums[row] } }
        }
        return result
    }

    /// The probability with which the right answer is given for each item.
    ///
    /// - Throws: `NeuroError.diverged` if the weights left the finite numbers.
    public func probabilities() throws -> Vector { try answers(weights).diagonal() }

    /// The smallest of the probabilities of right answers.
    public var worstProbability: Double { get throws { try probabilities().minimum() } }
    /// The largest of the probabilities of right answers.
    public var bestProbability: Double { get throws { try probabilities().maximum() } }
    /// The loss −Σ p_k ln(probability of the right answer).
    public var loss: Double { get throws { try zip(frequencies.elements, probabilities().elements).reduce(0) { $0 - $1.0 * log($1.1) } } }

    /// The gradient of the loss by W.
    public func gradient() throws -> Matrix {
        var slopes = try answers(weights)
        let p = frequencies.elements, n = items
        slopes.withUnsafeMutableBufferPointer { a in
            for item in 0 ..< n {
                a[item * n + item] -= 1
                for k in 0 ..< n { a[item * n + k] *= p[item] }
            }
        }
        // Rows are items here: transposed, answers x items.
        let turned = slopes.transposed()
        return rotations.isEmpty ? turned : try rotations[0].transposeMultiplied(by: turned) %*% rotations[1]
    }

    /// The direction of the next step, and what the optimiser remembers then.
    private func direction() throws -> (Matrix, [Matrix]) {
        let gradient = try gradient()
        switch optimizer {
        case .gradient: return (gradient, [])
        case .sign: return (gradient.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }, [])
        case .adam(let beta1, let beta2):
            let zeros = try Matrix.zeros(rows: items, columns: items), old = means.isEmpty ? [zeros, zeros] : means
            let first = try old[0] * beta1 + gradient * (1 - beta1), second = try old[1] * beta2 + gradient * gradient * (1 - beta2)
            let t = Double(steps + 1)
            return (try first * (1 / (1 - pow(beta1, t))) / ((second * (1 / (1 - pow(beta2, t)))).sqrt() + 1e-8), [first, second])
        case .muon:
            let svd = try gradient.singularValues()
            let rank = svd.rank(tolerance: 1e-12)
            if rank == 0 { return (try Matrix.zeros(rows: items, columns: items), []) }
            return (try svd.left[columns: 0 ..< rank] %*% svd.rightTransposed[rows: 0 ..< rank], [])
        case .newtonSchulz(let steps):
            let size = gradient.norm()
            if size == 0 { return (gradient, []) }
            var x = gradient / size
            for step in 0 ..< steps {
                try Progress.check(step, of: steps)
                let gram = try x.multiplied(byTransposeOf: x)
                x = try x * 3.4445 + (gram * -4.775 + (gram %*% gram) * 2.0315) %*% x
            }
            return (x, [])
        }
    }

    /// Takes a step.
    ///
    /// - Parameter size: η, finite.
    /// - Throws: `NeuroError.invalid` for a size that is not finite, `NeuroError.diverged` if the weights leave the finite numbers.
    public mutating func step(_ size: Double) throws {
        guard size.isFinite else { throw NeuroError.invalid(name: "size", value: "\(size)", must: "finite") }
        let (direction, means) = try direction(), next = try weights - direction * size
        guard next.isFinite else { throw NeuroError.diverged(what: "the weights left the finite numbers; take smaller steps") }
        (weights, self.means, steps) = (next, means, steps + 1)
    }

    /// Takes several steps of one size.
    ///
    /// - Parameters:
    ///   - count: how many, at least 0.
    ///   - size: η, finite.
    /// - Returns: The probability of the right answer for each item after each step, count x K.
    /// - Throws: `NeuroError` for a size that is not finite, fewer steps, or weights that leave the finite numbers; then no step was taken.
    public mutating func run(_ count: Int, size: Double) throws -> Matrix {
        try Check.atLeast(0, count, "count")
        _ = try Allocation.count(of: [count, items], named: "the probabilities", as: Double.self)
        var training = self, rows: [Vector] = []
        for step in 0 ..< count {
            try Progress.check(step, of: count)
            try training.step(size)
            rows.append(try training.probabilities())
        }
        self = training
        return rows.isEmpty ? try Matrix.zeros(rows: 0, columns: items) : try Matrix.fromRows(rows)
    }

    /// Takes one step whose size makes the best item's probability what is asked for: so optimisers are compared at the same progress.
    ///
    /// - Parameter target: 1 − ε, above the best probability now and below 1.
    /// - Returns: The size η.
    /// - Throws: `NeuroError.invalid` for a target that is out of its range, or that no step in this direction reaches.
    public mutating func step(untilBest target: Double) throws -> Double {
        let (direction, means) = try direction()
        func best(_ size: Double) throws -> Double { try answers(weights - direction * size).diagonal().maximum() }
        let now = try best(0)
        guard target > now, target < 1 else { throw NeuroError.invalid(name: "target", value: "\(target)", must: "above the best probability now, \(now), and below 1") }
        var low = 0.0, high = 1.0
        while try best(high) < target {
            (low, high) = (high, high * 2)
            guard high < 1e12 else { throw NeuroError.invalid(name: "target", value: "\(target)", must: "one that a step in this direction reaches") }
        }
        for step in 0 ..< 100 where high - low > 1e-14 * high {
            try Progress.check(step, of: 100)
            let middle = 0.5 * (low + high)
            if try best(middle) < target { low = middle } else { high = middle }
        }
        (weights, self.means, steps) = (try weights - direction * high, means, steps + 1)
        return high
    }

    /// How the energy of W is spread over its singular values.
    ///
    /// - Parameter top: k of `topEnergy`, at least 1.
    /// - Throws: `NeuroError.invalid` for less, or for weights that are still 0.
    public func spectrum(top: Int = 10) throws -> Spectrum { try Spectrum(of: weights, top: top) }

    /// How the energy of a matrix, the squares of its singular values, is spread over them.
    public struct Spectrum: Equatable, Sendable, Codable {
        /// The singular values, descending.
        public let values: Vector
        /// −Σ q ln q/ln K with q_i = σ_i²/Σσ²: 1 where all are alike, 0 where there is one.
        public let entropy: Double
        /// exp(−Σ q ln q): how many singular values there are in effect.
        public let effectiveRank: Double
        /// The part of the energy in the largest k.
        public let topEnergy: Double
        /// The upper quartile of the σ² over the lower one; infinite where that is 0.
        public let quartileRatio: Double

        /// - Parameters:
        ///   - matrix: not empty, and not 0.
        ///   - top: k of `topEnergy`, at least 1.
        /// - Throws: `NeuroError` for such a matrix or number; `LinearError` for values that are not finite.
        public init(of matrix: Matrix, top: Int = 10) throws {
            try Check.atLeast(1, top, "top")
            values = try matrix.singularValues().values
            let squares = values.elements.map { $0 * $0 }, total = squares.reduce(0, +)
            guard total > 0 else { throw NeuroError.invalid(name: "matrix", value: "0 everywhere", must: "one with an element that is not 0") }
            let h = squares.reduce(0) { $1 > 0 ? $0 - $1 / total * log($1 / total) : $0 }
            entropy = squares.count > 1 ? h / log(Double(squares.count)) : 0
            effectiveRank = exp(h)
            topEnergy = min(1, squares.prefix(top).reduce(0, +) / total)
            let quartiles = try Vector(squares).quantiles([0.75, 0.25]).elements
            quartileRatio = quartiles[1] > 0 ? quartiles[0] / quartiles[1] : .infinity
        }
    }

    /// The parameters and how many steps were taken.
    public var description: String { "AssociativeTraining(items: \(items), embedding: .\(embedding), optimizer: .\(optimizer)) after \(steps) step\(steps == 1 ? "" : "s")" }
}
