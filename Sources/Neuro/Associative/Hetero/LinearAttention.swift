import Linear

/// A matrix that associates keys with values by adding up their outer products: linear attention, which is Hebbian learning.
///
/// ```swift
/// var memory = try LinearAttention(keySize: 64, valueSize: 8)
/// try memory.write(keys, values)                    // Matrices, a pair in each row
/// let value = try memory.read(keys.row(3))
/// ```
///
/// Writing: S ← γ S + η v kᵀ, with γ the decay (1 keeps all) and η the rate; reading: S q. Keys are taken as they are; of n random keys of length 1 the others disturb a reading by a relative squared
/// error of (n − 1)/d_k (`interference`). A. Katharopoulos et al., arXiv:2006.16236; as conditioning: arXiv:2508.08289.
public struct LinearAttention: Equatable, Sendable, CustomStringConvertible, Codable {
    /// How much of what was is kept at each write, γ.
    public let decay: Double
    /// How strongly a pair is written, η.
    public let rate: Double
    /// How many pairs were written.
    public private(set) var count = 0
    /// What is remembered: S, values x keys.
    public private(set) var state: Matrix

    /// A memory with nothing in it.
    ///
    /// - Parameters:
    ///   - keySize: d_k, how many numbers a key has, at least 1.
    ///   - valueSize: how many numbers a value has, at least 1.
    ///   - rate: η, finite.
    ///   - decay: γ, from 0 to 1: the trace of a stimulus fades by it at each write.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` if the matrix does not fit in memory.
    public init(keySize: Int, valueSize: Int, rate: Double = 1, decay: Double = 1) throws {
        state = try FastWeights.empty(keySize, valueSize)
        try FastWeights.check(rate: rate, decay: decay)
        (self.rate, self.decay) = (rate, decay)
    }

    /// How many numbers a key has.
    public var keySize: Int { state.columns }
    /// How many numbers a value has.
    public var valueSize: Int { state.rows }

    /// Writes one pair.
    ///
    /// - Parameters:
    ///   - key: finite numbers, as many as keys have.
    ///   - value: finite numbers, as many as values have.
    /// - Throws: `NeuroError` for other sizes, or values that are not finite.
    public mutating func write(_ key: Vector, _ value: Vector) throws { try write(Matrix.row(key), Matrix.row(value)) }

    /// Writes pairs, one after the other: the rows of two matrices.
    ///
    /// - Parameters:
    ///   - keys: one in each row.
    ///   - values: for each the one that belongs to it.
    /// - Throws: `NeuroError` for other sizes, different numbers of rows, or values that are not finite.
    public mutating func write(_ keys: Matrix, _ values: Matrix) throws {
        try FastWeights.check(keys, values, state)
        state = try FastWeights.written(state, keys, values, decay: decay) { rate * $0 }
        count += keys.rows
    }

    /// What is associated with a query: S q.
    ///
    /// - Parameter query: finite numbers, as many as keys have.
    /// - Throws: `NeuroError` for another size, or values that are not finite.
    public func read(_ query: Vector) throws -> Vector { try read(Matrix.row(query)).flattened }

    /// What is associated with each of several queries, the rows of a matrix.
    ///
    /// - Parameter queries: one in each row.
    /// - Throws: `NeuroError` for another size, or values that are not finite.
    public func read(_ queries: Matrix) throws -> Matrix { try FastWeights.read(state, queries) }

    /// The relative squared error with which one of n values is read from random keys of length 1, E|S k − v|²/|v|² = (n − 1)/d_k for values of one length (our derivation).
    ///
    /// - Parameters:
    ///   - stored: n, how many pairs, at least 1.
    ///   - keySize: d_k, at least 1.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func interference(stored: Int, keySize: Int) throws -> Double {
        try Check.atLeast(1, stored, "stored")
        try Check.atLeast(1, keySize, "keySize")
        return Double(stored - 1) / Double(keySize)
    }

    /// The memory as it is written in a cell.
    public var description: String { "LinearAttention(keySize: \(keySize), valueSize: \(valueSize), rate: \(rate), decay: \(decay)) with \(count) pairs" }
}

/// A matrix that associates keys with values by correcting what it would have answered: the delta rule of Widrow and Hoff, which is the model of Rescorla and Wagner.
///
/// ```swift
/// var memory = try DeltaRule(keySize: 64, valueSize: 8)
/// try memory.write(keys, values)
/// ```
///
/// Writing: S ← γ S, then S ← S + β (v − S k) kᵀ; reading: S q. With keys of length 1 and β = 1 the last pair written is read without error, and orthogonal ones never disturb it. With a gate γ < 1
/// the trace of older pairs fades. I. Schlag et al., arXiv:2102.11174; S. Yang et al., arXiv:2412.06464 (gated); as conditioning: arXiv:2508.08289.
public struct DeltaRule: Equatable, Sendable, CustomStringConvertible, Codable {
    /// How much of what was is kept at each write, γ.
    public let decay: Double
    /// Which part of an error is corrected, β.
    public let rate: Double
    /// How many pairs were written.
    public private(set) var count = 0
    /// What is remembered: S, values x keys.
    public private(set) var state: Matrix

    /// A memory with nothing in it.
    ///
    /// - Parameters:
    ///   - keySize: how many numbers a key has, at least 1.
    ///   - valueSize: how many numbers a value has, at least 1.
    ///   - rate: β, finite. Errors shrink by 1 − β k·k at each write of the same pair: below 2/(k·k) for that to end.
    ///   - decay: γ, from 0 to 1.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` if the matrix does not fit in memory.
    public init(keySize: Int, valueSize: Int, rate: Double = 1, decay: Double = 1) throws {
        state = try FastWeights.empty(keySize, valueSize)
        try FastWeights.check(rate: rate, decay: decay)
        (self.rate, self.decay) = (rate, decay)
    }

    /// How many numbers a key has.
    public var keySize: Int { state.columns }
    /// How many numbers a value has.
    public var valueSize: Int { state.rows }

    /// Writes one pair.
    ///
    /// - Parameters:
    ///   - key: finite numbers, as many as keys have.
    ///   - value: finite numbers, as many as values have.
    /// - Throws: `NeuroError` for other sizes, values that are not finite, or a memory that left the finite numbers (the rate is too large for the length of the keys).
    public mutating func write(_ key: Vector, _ value: Vector) throws { try write(Matrix.row(key), Matrix.row(value)) }

    /// Writes pairs, one after the other: the rows of two matrices.
    ///
    /// - Parameters:
    ///   - keys: one in each row.
    ///   - values: for each the one that belongs to it.
    /// - Throws: `NeuroError` for other sizes, different numbers of rows, values that are not finite, or a memory that left the finite numbers.
    public mutating func write(_ keys: Matrix, _ values: Matrix) throws {
        try FastWeights.check(keys, values, state)
        state = try FastWeights.corrected(state, keys, values, rate: rate, decay: decay)
        count += keys.rows
    }

    /// What is associated with a query: S q.
    ///
    /// - Parameter query: finite numbers, as many as keys have.
    /// - Throws: `NeuroError` for another size, or values that are not finite.
    public func read(_ query: Vector) throws -> Vector { try read(Matrix.row(query)).flattened }

    /// What is associated with each of several queries, the rows of a matrix.
    ///
    /// - Parameter queries: one in each row.
    /// - Throws: `NeuroError` for another size, or values that are not finite.
    public func read(_ queries: Matrix) throws -> Matrix { try FastWeights.read(state, queries) }

    /// The memory as it is written in a cell.
    public var description: String { "DeltaRule(keySize: \(keySize), valueSize: \(valueSize), rate: \(rate), decay: \(decay)) with \(count) pairs" }
}

/// What both have in common: a matrix, written pair by pair.
private enum FastWeights {
    static func empty(_ keySize: Int, _ valueSize: Int) throws -> Matrix {
        try Check.atLeast(1, keySize, "keySize")
        try Check.atLeast(1, valueSize, "valueSize")
        return try Matrix.zeros(rows: valueSize, columns: keySize)
    }

    static func check(rate: Double, decay: Double) throws {
        guard rate.isFinite else { throw NeuroError.invalid(name: "rate", value: "\(rate)", must: "finite") }
        guard decay >= 0, decay <= 1 else { throw NeuroError.invalid(name: "decay", value: "\(decay)", must: "from 0 to 1") }
    }

    static func check(_ keys: Matrix, _ values: Matrix, _ state: Matrix) throws {
        guard keys.columns == state.columns else { throw NeuroError.shape(name: "keys", shape: keys.shape, must: "\(state.columns) columns, as many as a key has numbers") }
        guard values.columns == state.rows, values.rows == keys.rows else {
            throw NeuroError.shape(name: "values", shape: values.shape, must: "\(keys.rows) x \(state.rows): a row for each key, as many columns as a value has numbers")
        }
        try Check.finite(keys.elements, "keys")
        try Check.finite(values.elements, "values")
    }

    static func read(_ state: Matrix, _ queries: Matrix) throws -> Matrix {
        guard queries.columns == state.columns else {
            throw NeuroError.shape(name: "queries", shape: queries.shape, must: "\(state.columns) columns, as many as a key has numbers")
        }
        try Check.finite(queries.elements, "queries")
        return try queries.multiplied(byTransposeOf: state)
    }

    /// γ^n S + Σ_t η γ^(n − 1 − t) v_t k_tᵀ, one product of matrices.
    static func written(_ state: Matrix, _ keys: Matrix, _ values: Matrix, decay: Double, _ strength: (Double) -> Double) throws -> Matrix {
        var weights = [Double](repeating: 1, count: keys.rows), kept = 1.0
        for t in weights.indices.reversed() {
            weights[t] = strength(kept)
            kept *= decay
        }
        let weighed = try (values.transposed() * Vector(weights)) %*% keys, result = try state * kept + weighed
        try requireFinite(result)
        return result
    }

    /// Pair after pair, since each is corrected by what those before it left.
    static func corrected(_ state: Matrix, _ keys: Matrix, _ values: Matrix, rate: Double, decay: Double) throws -> Matrix {
        var result = state
        let (width, height) = (state.columns, state.rows), k = keys.elements, v = values.elements
        let perCheck = max(1, 4_000_000 / (width * height))
        for t in 0 ..< keys.rows {
            if t % perCheck == 0 { try Progress.check(t, of: keys.rows) }
            result.withUnsafeMutableBufferPointer { s in
                for row in 0 ..< height {
                    var answer = 0.0
                    for i in 0 ..< width {
                        s[row * width + i] *= decay
                        answer += s[row * width + i] * k[t * width + i]
                    }
                    let change = rate * (v[t * height + row] - answer)
                    for i in 0 ..< width { s[row * width + i] += change * k[t * width + i] }
                }
            }
        }
        try requireFinite(result)
        return result
    }

    private static func requireFinite(_ state: Matrix) throws {
        guard state.isFinite else { throw NeuroError.diverged(what: "the memory left the finite numbers; take a smaller rate, or keys of length 1") }
    }
}
