import Linear

/// A bidirectional associative memory: pairs of patterns, of which either brings back the other.
///
/// ```swift
/// var memory = try BAM(inputs: 200, outputs: 100)
/// try memory.store(names, with: faces)             // Patterns, pair by pair
/// let found = try memory.recall(names.flipped(probability: 0.1)[0])
/// print(found.output)                               // the first face
/// ```
///
/// W = Σ_μ y^μ (x^μ)ᵀ. From one side the other follows, y ← sgn(W x), x ← sgn(Wᵀ y), and back, until neither changes; a value whose sum is 0 stays as it was. No step raises the energy −yᵀ W x.
/// B. Kosko, IEEE Trans. Syst. Man Cybern. 18 (1988), doi:10.1109/21.87054.
public struct BAM: Equatable, Sendable, CustomStringConvertible, Codable {
    /// Where a recall ends.
    public struct Recall: Equatable, Sendable, Codable {
        /// The pattern on the input side.
        public let input: Vector
        /// The pattern on the output side.
        public let output: Vector
        /// The energy at the start and after each pass, none above the one before.
        public let energies: Vector
        /// Whether the pair stays as it is: false where the steps ran out before.
        public let isStable: Bool
    }

    /// The weights W, outputs x inputs.
    public private(set) var weights: Matrix
    /// How many pairs are stored.
    public private(set) var count = 0

    /// A memory with nothing in it.
    ///
    /// - Parameters:
    ///   - inputs: how many values a pattern on the input side has, at least 1.
    ///   - outputs: how many a pattern on the output side has, at least 1.
    /// - Throws: `NeuroError.invalid` for fewer values; `LinearError.tooLarge` if the weights do not fit in memory.
    public init(inputs: Int, outputs: Int) throws {
        try Check.atLeast(1, inputs, "inputs")
        try Check.atLeast(1, outputs, "outputs")
        weights = try Matrix.zeros(rows: outputs, columns: inputs)
    }

    /// How many values a pattern on the input side has.
    public var inputs: Int { weights.columns }
    /// How many values a pattern on the output side has.
    public var outputs: Int { weights.rows }

    /// Adds pairs of patterns.
    ///
    /// - Parameters:
    ///   - patterns: those on the input side.
    ///   - others: for each the one on the output side.
    /// - Throws: `NeuroError.shape` unless there are as many of both, of the sizes of the memory.
    public mutating func store(_ patterns: Patterns, with others: Patterns) throws {
        try PatternShape.check(patterns, size: inputs, "patterns")
        try PatternShape.check(others, size: outputs, "others")
        try PatternShape.checkPairs(patterns, others)
        weights = try weights + others.matrix.transposeMultiplied(by: patterns.matrix)
        count += patterns.count
    }

    /// The pair that a pattern on the input side leads to.
    ///
    /// - Parameters:
    ///   - input: +1 and −1, as many as the memory has inputs.
    ///   - steps: how many passes there and back at most, at least 1. The energy falls with each, so they end by themselves.
    /// - Throws: `NeuroError` for an input of another size or with other values.
    public func recall(_ input: Vector, steps: Int = 1000) throws -> Recall {
        try PatternShape.check(input, size: inputs, "input")
        return try settle(input, try Self.signs(weights %*% input, Vector.ones(outputs)), steps)
    }

    /// The pair that a pattern on the output side leads to.
    ///
    /// - Parameters:
    ///   - output: +1 and −1, as many as the memory has outputs.
    ///   - steps: how many passes there and back at most, at least 1.
    /// - Throws: `NeuroError` for an output of another size or with other values.
    public func recall(output: Vector, steps: Int = 1000) throws -> Recall {
        try PatternShape.check(output, size: outputs, "output")
        return try settle(try Self.signs(output %*% weights, Vector.ones(inputs)), output, steps)
    }

    /// The energy −yᵀ W x of a pair.
    ///
    /// - Parameters:
    ///   - input: x, +1 and −1, as many as the memory has inputs.
    ///   - output: y, +1 and −1, as many as the memory has outputs.
    /// - Throws: `NeuroError` for a pattern of another size or with other values.
    public func energy(_ input: Vector, _ output: Vector) throws -> Double {
        try PatternShape.check(input, size: inputs, "input")
        try PatternShape.check(output, size: outputs, "output")
        return try -output.dot(weights %*% input)
    }

    private func settle(_ input: Vector, _ output: Vector, _ steps: Int) throws -> Recall {
        try Check.atLeast(1, steps, "steps")
        var (x, y, isStable) = (input, output, false), energies = [try energy(input, output)]
        for step in 0 ..< steps {
            try Progress.check(step, of: steps)
            let nextX = try Self.signs(y %*% weights, x), nextY = try Self.signs(weights %*% nextX, y)
            energies.append(try -nextY.dot(weights %*% nextX))
            isStable = nextX == x && nextY == y
            (x, y) = (nextX, nextY)
            if isStable { break }
        }
        return Recall(input: x, output: y, energies: Vector(energies), isStable: isStable)
    }

    private static func signs(_ fields: Vector, _ before: Vector) throws -> Vector {
        Vector(zip(fields.elements, before.elements).map { $0 > 0 ? 1 : $0 < 0 ? -1 : $1 })
    }

    /// The sizes of both sides and how many pairs are stored.
    public var description: String { "BAM(inputs: \(inputs), outputs: \(outputs)) with \(count) pairs" }
}

/// Checks of patterns against the sizes of a memory.
enum PatternShape {
    static func check(_ patterns: Patterns, size: Int, _ name: String) throws {
        guard patterns.size == size else { throw NeuroError.shape(name: name, shape: [patterns.count, patterns.size], must: "of size \(size), as the memory is") }
    }

    static func check(_ state: Vector, size: Int, _ name: String) throws {
        guard state.count == size else { throw NeuroError.shape(name: name, shape: [state.count], must: "\(size) values, as the memory has") }
        if let place = state.elements.firstIndex(where: { $0 != 1 && $0 != -1 }) {
            throw NeuroError.invalid(name: "value \(place) of \(name)", value: "\(state.elements[place])", must: "+1 or -1")
        }
    }

    static func checkPairs(_ patterns: Patterns, _ others: Patterns) throws {
        guard patterns.count == others.count else {
            throw NeuroError.shape(name: "others", shape: [others.count, others.size], must: "\(patterns.count) patterns, one for each of the first")
        }
    }
}
