import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The memory of Willshaw, Buneman and Longuet-Higgins: binary synapses that are switched on where both sides are active, for sparse patterns.
///
/// ```swift
/// var memory = try Willshaw(inputs: 1000, outputs: 1000)
/// let keys = try Patterns.random(count: 300, size: 1000, activity: 0.02, seed: 1)
/// try memory.store(keys, with: keys)
/// print(try memory.recall(keys[0]) == keys[0])
/// ```
///
/// W_ij = 1 where some stored pair has output i and input j active, else 0. An output becomes active where its sum over the active inputs reaches the threshold; with as many as there are
/// active inputs no active output is ever missed, and a wrong one appears only where all of its synapses were switched on by others. In patterns +1 is active and −1 is not.
/// D. J. Willshaw, O. P. Buneman, H. C. Longuet-Higgins, Nature 222 (1969), doi:10.1038/222960a0.
public struct Willshaw: Equatable, Sendable, CustomStringConvertible, Codable {
    /// How many values a pattern on the input side has.
    public let inputs: Int
    /// How many values a pattern on the output side has.
    public let outputs: Int
    /// How many pairs are stored.
    public private(set) var count = 0
    /// One bit for each synapse: those of output i in `width` bytes.
    private var synapses: [UInt8]

    private var width: Int { Patterns.rowBytes(inputs) }

    /// A memory with nothing in it.
    ///
    /// - Parameters:
    ///   - inputs: how many values a pattern on the input side has, at least 1.
    ///   - outputs: how many a pattern on the output side has, at least 1.
    /// - Throws: `NeuroError.invalid` for fewer values; `LinearError.tooLarge` if the synapses, a bit each, do not fit in memory.
    public init(inputs: Int, outputs: Int) throws {
        try Check.atLeast(1, inputs, "inputs")
        try Check.atLeast(1, outputs, "outputs")
        (self.inputs, self.outputs) = (inputs, outputs)
        _ = try Allocation.count(of: [inputs / 64 + 1, outputs], named: "the synapses", as: Double.self)
        synapses = [UInt8](repeating: 0, count: Patterns.rowBytes(inputs) * outputs)
    }

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
        let (left, right, width, rightWidth) = (patterns.rows, others.rows, width, Patterns.rowBytes(outputs))
        var synapses = synapses
        let perCheck = max(1, 4_000_000 / (width * outputs))
        for pair in 0 ..< patterns.count {
            if pair % perCheck == 0 { try Progress.check(pair, of: patterns.count) }
            for output in 0 ..< outputs where right[pair * rightWidth + output / 8] >> UInt8(output % 8) & 1 == 1 {
                for byte in 0 ..< width { synapses[output * width + byte] |= left[pair * width + byte] }
            }
        }
        self.synapses = synapses
        count += patterns.count
    }

    /// The pattern on the output side that one on the input side leads to.
    ///
    /// - Parameters:
    ///   - input: +1 (active) and −1, as many as the memory has inputs.
    ///   - threshold: how many active inputs an output needs, at least 1; by default all of them. Less forgives inputs that are active though they should not be.
    /// - Returns: +1 and −1; −1 throughout for an input without activity.
    /// - Throws: `NeuroError` for an input of another size or with other values, or a threshold below 1.
    public func recall(_ input: Vector, threshold: Int? = nil) throws -> Vector {
        try PatternShape.check(input, size: inputs, "input")
        if let threshold { try Check.atLeast(1, threshold, "threshold") }
        let cue = try Patterns(input).rows, width = width
        let needed = threshold ?? cue.reduce(0) { $0 + $1.nonzeroBitCount }
        guard needed > 0 else { return Vector([Double](repeating: -1, count: outputs)) }
        let perCheck = max(1, 20_000_000 / width)
        return Vector(
            try (0 ..< outputs).map { output in
                if output % perCheck == 0 { try Progress.check(output, of: outputs) }
                var sum = 0
                for byte in 0 ..< width { sum += (synapses[output * width + byte] & cue[byte]).nonzeroBitCount }
                return sum >= needed ? 1 : -1
            })
    }

    /// The fraction of synapses that are switched on; the memory holds most information at ½.
    public var density: Double { Double(synapses.reduce(0) { $0 + $1.nonzeroBitCount }) / (Double(inputs) * Double(outputs)) }

    /// The fraction of synapses that random pairs are expected to switch on: 1 − (1 − ab/(inputs · outputs))^pairs, with a active inputs and b active outputs.
    ///
    /// - Parameters:
    ///   - pairs: how many pairs, at least 0.
    ///   - activeInputs: a, from 0 to the number of inputs.
    ///   - activeOutputs: b, from 0 to the number of outputs.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func expectedDensity(pairs: Int, activeInputs: Int, activeOutputs: Int) throws -> Double {
        try Check.atLeast(0, pairs, "pairs")
        guard activeInputs >= 0, activeInputs <= inputs else { throw NeuroError.invalid(name: "activeInputs", value: "\(activeInputs)", must: "in 0...\(inputs)") }
        guard activeOutputs >= 0, activeOutputs <= outputs else { throw NeuroError.invalid(name: "activeOutputs", value: "\(activeOutputs)", must: "in 0...\(outputs)") }
        let part = Double(activeInputs) / Double(inputs) * (Double(activeOutputs) / Double(outputs))
        return part == 1 ? (pairs > 0 ? 1 : 0) : -expm1(Double(pairs) * log1p(-part))
    }

    /// The expected number of outputs that are active though they should not be, for random pairs, a whole cue and the default threshold.
    ///
    /// (outputs − b) Σ_c P(c) (1 − (1 − a/inputs)^c)^a, with c, how many pairs an output took part in, binomial of pairs − 1 and b/outputs. The simpler (outputs − b) · density^a is too small:
    /// it is the busiest outputs that err. A. Knoblauch, G. Palm, F. T. Sommer, Neural Comput. 22 (2010), doi:10.1162/neco.2009.08-07-588.
    ///
    /// - Parameters:
    ///   - pairs: how many pairs are stored, at least 0.
    ///   - activeInputs: a, from 0 to the number of inputs.
    ///   - activeOutputs: b, from 0 to the number of outputs.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func expectedErrors(pairs: Int, activeInputs: Int, activeOutputs: Int) throws -> Double {
        _ = try expectedDensity(pairs: pairs, activeInputs: activeInputs, activeOutputs: activeOutputs)
        let others = Double(outputs - activeOutputs)
        // Without activity in the cue no output is active, see `recall`.
        if activeInputs == 0 || pairs == 0 || others == 0 || activeOutputs == 0 { return 0 }
        let (n, p, part) = (Double(pairs - 1), Double(activeOutputs) / Double(outputs), Double(activeInputs) / Double(inputs))
        let middle = n * p, reach = 12 * (n * p * (1 - p)).squareRoot() + 60
        var sum = 0.0
        for count in Int(max(0, middle - reach)) ... Int(min(n, middle + reach)) {
            let c = Double(count), missing = part == 1 ? (count == 0 ? 1 : 0) : exp(c * log1p(-part))
            let choices = lgamma(n + 1) - lgamma(c + 1) - lgamma(n - c + 1)
            sum += exp(choices + c * log(p) + (n - c) * log1p(-p)) * pow(1 - missing, Double(activeInputs))
        }
        return others * sum
    }

    /// The sizes of both sides and how many pairs are stored.
    public var description: String { "Willshaw(inputs: \(inputs), outputs: \(outputs)) with \(count) pairs" }
}
