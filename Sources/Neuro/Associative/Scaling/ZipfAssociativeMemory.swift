import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A matrix that remembers the class of each of many inputs, some of them much more frequent than others: what becomes of the rare ones as the matrix is small.
///
/// ```swift
/// let memory = try ZipfAssociativeMemory(dimension: 64, exponent: 2)
/// print(memory.error)
/// let law = try ZipfAssociativeMemory.scaling(dimensions: [16, 32, 64, 128, 256], exponent: 2)
/// print(law.slope, law.theory)                      // about -1/4, -1/4
/// ```
///
/// Inputs x = 1 … N with probabilities p(x) ~ x^(−α) have the classes f(x) = x mod C. Each input and each class has a random embedding of d normal numbers of variance 1/d, e_x and u_y; the memory is
/// W = Σ_x q(x) u_f(x) e_xᵀ, its answer the y with the largest u_yᵀ W e_x, and its error Σ_x p(x) over the inputs with wrong answers. V. Cabannes, E. Dohmatob, A. Bietti, arXiv:2310.02984.
public struct ZipfAssociativeMemory: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The weights q(x) with which inputs are stored.
    public enum Weighting: Equatable, Sendable, Codable {
        /// q = p^κ: 1 is what one step of gradient descent stores, 0 stores all alike. The error falls as d^(−(α−1)/(2κα)) (our derivation), slowly at first for κ of ½ and less.
        case power(Double)
        /// q = 1 for so many of the most frequent inputs, 0 for the others.
        case top(Int)
        /// The same with a multiple of d as the number. A quarter of d or so: the error falls as d^(−(α−1)), but for a logarithm (our derivation).
        case topPerDimension(Double)
        /// q is how often the input is among so many random draws: what is learnt from data. With d large the error falls as the part of the inputs not yet seen, T^(−1+1/α).
        case samples(Int)
    }

    /// How many inputs there are, N.
    public let inputs: Int
    /// How many classes, C.
    public let outputs: Int
    /// The size of the embeddings, d.
    public let dimension: Int
    /// The exponent α of the frequencies.
    public let exponent: Double
    /// The weights with which inputs are stored.
    public let weighting: Weighting
    /// The seed of embeddings and samples.
    public let seed: Int
    /// The class that the memory answers for each input, from 0.
    public let answers: [Int]
    /// The probability that the answer for a random input is wrong.
    public let error: Double

    /// Draws the embeddings, stores the inputs and asks for each of them.
    ///
    /// - Parameters:
    ///   - inputs: N, at least 1.
    ///   - outputs: C, at least 2.
    ///   - dimension: d, at least 1.
    ///   - exponent: α, above 0: 1 is Zipf's law of words.
    ///   - weighting: the weights with which inputs are stored.
    ///   - seed: selects embeddings and samples.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` if the embeddings do not fit in memory.
    /// - Complexity: O(N · C · d).
    public init(inputs: Int = 2000, outputs: Int = 5, dimension: Int, exponent: Double, weighting: Weighting = .power(1), seed: Int = 0) throws {
        let p = try Self.frequencies(inputs: inputs, exponent: exponent)
        try Check.atLeast(2, outputs, "outputs")
        try Check.atLeast(1, dimension, "dimension")
        (self.inputs, self.outputs, self.dimension, self.exponent, self.weighting, self.seed) = (inputs, outputs, dimension, exponent, weighting, seed)
        let q = try Self.weights(p.elements, weighting, dimension, seed)
        let (e, u) = try Self.embeddings(inputs, outputs, dimension, seed)
        // u_yᵀ W e_x = Σ_c (u_y · u_c)(a_c · e_x) with a_c the weighted sum of the embeddings of class c: no matrix of d x d is needed.
        var sums = try Matrix.zeros(rows: outputs, columns: dimension)
        let elements = e.elements
        sums.withUnsafeMutableBufferPointer { sums in
            for x in 0 ..< inputs where q[x] != 0 {
                let row = Self.label(x, outputs) * dimension
                for i in 0 ..< dimension { sums[row + i] += q[x] * elements[x * dimension + i] }
            }
        }
        let scores = try e.multiplied(byTransposeOf: sums) %*% u.multiplied(byTransposeOf: u)
        answers = try scores.argmax(each: .row)
        error = zip(answers, p.elements).enumerated().reduce(0) { $0 + ($1.element.0 == Self.label($1.offset, outputs) ? 0 : $1.element.1) }
    }

    /// The class of the input in place `x` from 0, which is x + 1 mod C.
    private static func label(_ x: Int, _ outputs: Int) -> Int { (x + 1) % outputs }

    private static func embeddings(_ inputs: Int, _ outputs: Int, _ dimension: Int, _ seed: Int) throws -> (Matrix, Matrix) {
        var random = Random(seed: seed, stream: 0x7a69_7066_0001)
        let width = 1 / Double(dimension).squareRoot()
        let u = try random.normal(rows: outputs, columns: dimension, standardDeviation: width)
        return (try random.normal(rows: inputs, columns: dimension, standardDeviation: width), u)
    }

    private static func weights(_ p: [Double], _ weighting: Weighting, _ dimension: Int, _ seed: Int) throws -> [Double] {
        func top(_ count: Int) -> [Double] { p.indices.map { $0 < count ? 1 : 0 } }
        switch weighting {
        case .power(let power):
            guard power.isFinite else { throw NeuroError.invalid(name: "the power of the weighting", value: "\(power)", must: "finite") }
            // In units of the largest weight, so that none overflows.
            return p.map { exp(power * log($0 / p[0])) }.map { $0.isFinite ? $0 : .greatestFiniteMagnitude / 1e10 }
        case .top(let count):
            try Check.atLeast(0, count, "the number of the weighting")
            return top(count)
        case .topPerDimension(let multiple):
            try Check.notNegative(multiple, "the multiple of the weighting")
            return top(Int(min(Double(p.count), (multiple * Double(dimension)).rounded())))
        case .samples(let count):
            try Check.atLeast(0, count, "the number of samples")
            var sums: [Double] = []
            sums.reserveCapacity(p.count)
            for value in p { sums.append((sums.last ?? 0) + value) }
            var random = Random(seed: seed, stream: 0x7a69_7066_0002), counts = [Double](repeating: 0, count: p.count)
            for draw in 0 ..< count {
                if draw % 65_536 == 65_535 { try Progress.check(draw, of: count) }
                let place = random.uniform() * (sums.last ?? 1)
                var (low, high) = (0, p.count - 1)
                while low < high {
                    let middle = (low + high) / 2
                    if sums[middle] > place { high = middle } else { low = middle + 1 }
                }
                counts[low] += 1
            }
            return counts
        }
    }

    /// The probabilities p(x) ~ x^(−α) of the inputs x = 1 … N.
    ///
    /// - Parameters:
    ///   - inputs: N, at least 1.
    ///   - exponent: α, above 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` for more inputs than fit in memory.
    public static func frequencies(inputs: Int, exponent: Double) throws -> Vector {
        try Check.atLeast(1, inputs, "inputs")
        guard exponent > 0, exponent <= 50 else { throw NeuroError.invalid(name: "exponent", value: "\(exponent)", must: "above 0 and at most 50") }
        _ = try Allocation.count(of: [inputs], named: "inputs", as: Double.self)
        var raw: [Double] = []
        raw.reserveCapacity(inputs)
        for x in 1 ... inputs {
            if x % 1_000_000 == 0 { try Progress.check(x, of: inputs) }
            raw.append(exp(-exponent * log(Double(x))))
        }
        // The small ones first.
        let total = raw.reversed().reduce(0, +)
        for x in raw.indices { raw[x] /= total }
        return Vector(raw)
    }

    /// The expected probability of a random input that was not among T draws, Σ p(x) (1 − p(x))^T: the error that no memory of them can avoid, and which falls as T^(−1+1/α).
    ///
    /// - Parameters:
    ///   - samples: T, at least 0.
    ///   - inputs: N, at least 1.
    ///   - exponent: α, above 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func unseen(samples: Int, inputs: Int, exponent: Double) throws -> Double {
        try Check.atLeast(0, samples, "samples")
        let p = try frequencies(inputs: inputs, exponent: exponent).elements
        if samples == 0 { return 1 }
        var sum = 0.0
        for (k, p) in p.reversed().enumerated() {
            if k % 1_000_000 == 999_999 { try Progress.check(k, of: inputs) }
            sum += p * exp(Double(samples) * log1p(-p))
        }
        return sum
    }

    /// The matrix W = Σ_x q(x) u_f(x) e_xᵀ, d x d, with the weights q in units of the largest.
    ///
    /// - Throws: `LinearError.tooLarge` if it does not fit in memory.
    public func matrix() throws -> Matrix {
        let p = try Self.frequencies(inputs: inputs, exponent: exponent).elements
        let q = try Self.weights(p, weighting, dimension, seed), (e, u) = try Self.embeddings(inputs, outputs, dimension, seed)
        let labels = try u.selectingRows((0 ..< inputs).map { Self.label($0, outputs) })
        return try (labels.transposed() * Vector(q)) %*% e
    }

    // MARK: Scaling laws

    /// How the error falls with the size of the memory.
    public struct Scaling: Equatable, Sendable, Codable {
        /// The dimensions d.
        public let dimensions: [Int]
        /// The mean error at each.
        public let errors: Vector
        /// The slope of log error over log d by least squares; nil where fewer than two errors are above 0.
        public let slope: Double?
        /// The exponent that theory expects for large d; nil where it says nothing (2κα ≤ 1, or a number of inputs that does not grow with d).
        public let theory: Double?
    }

    /// The mean error of memories of several sizes.
    ///
    /// - Parameters:
    ///   - dimensions: d, each at least 1.
    ///   - inputs: N, at least 1; many more than the largest d, so that the tail is not cut.
    ///   - outputs: C, at least 2.
    ///   - exponent: α, above 0.
    ///   - weighting: the weights with which inputs are stored.
    ///   - repeats: over how many memories of each size the mean is taken, at least 1, with the seeds `seed`, `seed` + 1, …
    ///   - seed: the first seed.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func scaling(
        dimensions: [Int], inputs: Int = 2000, outputs: Int = 5, exponent: Double, weighting: Weighting = .power(1), repeats: Int = 3, seed: Int = 0
    ) throws -> Scaling {
        guard !dimensions.isEmpty else { throw NeuroError.shape(name: "dimensions", shape: [0], must: "at least one number") }
        try Check.atLeast(1, repeats, "repeats")
        var errors: [Double] = []
        for (part, dimension) in dimensions.enumerated() {
            var sum = 0.0
            for k in 0 ..< repeats {
                try Progress.check(k, of: repeats, part: part, of: dimensions.count)
                let memory = try ZipfAssociativeMemory(
                    inputs: inputs, outputs: outputs, dimension: dimension, exponent: exponent, weighting: weighting, seed: seed &+ k)
                sum += memory.error
            }
            errors.append(sum / Double(repeats))
        }
        var theory: Double?
        switch weighting {
        case .power(let power): if 2 * power * exponent > 1, exponent > 1 { theory = -(exponent - 1) / (2 * power * exponent) }
        case .topPerDimension: if exponent > 1 { theory = -(exponent - 1) }
        case .top, .samples: break
        }
        let points = zip(dimensions, errors).filter { $1 > 0 }.map { (log(Double($0)), log($1)) }
        return Scaling(dimensions: dimensions, errors: Vector(errors), slope: slope(points), theory: theory)
    }

    private static func slope(_ points: [(Double, Double)]) -> Double? {
        guard points.count > 1 else { return nil }
        let n = Double(points.count), x = points.reduce(0) { $0 + $1.0 } / n, y = points.reduce(0) { $0 + $1.1 } / n
        let spread = points.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
        return spread > 0 ? points.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) } / spread : nil
    }

    /// The parameters and the error in one line.
    public var description: String {
        "ZipfAssociativeMemory(inputs: \(inputs), outputs: \(outputs), dimension: \(dimension), exponent: \(exponent), weighting: .\(weighting), seed: \(seed)) with an error of \(error)"
    }
}
