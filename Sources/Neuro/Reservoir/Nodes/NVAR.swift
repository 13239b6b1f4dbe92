import Linear

/// Nonlinear vector autoregression, or next-generation reservoir computing: the last inputs and products of them, in place of a network.
///
/// ```swift
/// var node = try NVAR(inputs: 3, delays: 2)                  // 6 values and their 21 products of two
/// let fit = try node.train(inputs: past, targets: increments, readout: .ridge(2.5e-6), washout: 2, readsInputs: false)
/// ```
///
/// D. J. Gauthier, E. Bollt, A. Griffith and W. A. S. Barbosa, Nature Communications 12 (2021), doi:10.1038/s41467-021-25801-2.
public struct NVAR: ReservoirNode, CustomStringConvertible {
    /// How many channels the input has.
    public let inputs: Int
    /// How many values of each channel are read: the present one, and those before it.
    public let delays: Int
    /// How many steps lie between them.
    public let stride: Int
    /// Which degrees of products are read: 1 are the values themselves.
    public let degrees: [Int]
    /// Which of the values each feature multiplies, feature by feature; as many as its degree.
    private let factors: [[Int]]
    /// The last inputs, the newest first; zeros before there were any.
    private var past: [Double]

    /// Describes the products.
    ///
    /// - Parameters:
    ///   - inputs: how many channels the input has, at least 1.
    ///   - delays: how many values of each channel are read, at least 1.
    ///   - stride: how many steps lie between them, at least 1.
    ///   - degrees: which degrees of products, from 1 on, each of them once; every product of values, their powers included, of such a degree is a feature.
    /// - Throws: `NeuroError` for an argument out of its range, or more products than fit in memory.
    public init(inputs: Int = 1, delays: Int, stride: Int = 1, degrees: [Int] = [1, 2]) throws {
        try Check.atLeast(1, inputs, "inputs")
        try Check.atLeast(1, delays, "delays")
        try Check.atLeast(1, stride, "stride")
        guard !degrees.isEmpty, degrees.allSatisfy({ $0 >= 1 }), Set(degrees).count == degrees.count else {
            throw NeuroError.invalid(name: "degrees", value: "\(degrees)", must: "at least one number, all different, from 1 on")
        }
        _ = try Allocation.count(of: [inputs, delays, stride], named: "the past inputs", as: Double.self)
        // The number of monomials of degree p in d values is (d + p − 1 choose p).
        var count = 0.0
        for degree in degrees { count += (0 ..< min(degree, 1_000)).reduce(1.0) { $0 * (Double(inputs * delays + $1) / Double($1 + 1)) } * Double(degree) }
        guard count <= 2e7 else {
            throw NeuroError.invalid(name: "degrees", value: "\(degrees)", must: "lower, or fewer inputs or delays: there would be more than 20,000,000 factors of products")
        }
        (self.inputs, self.delays, self.stride, self.degrees) = (inputs, delays, stride, degrees)
        factors = degrees.flatMap { Self.products(of: inputs * delays, degree: $0) }
        past = [Double](repeating: 0, count: inputs * ((delays - 1) * stride + 1))
    }

    /// All ascending choices of `degree` of `count` values, with repetition, in the order of a dictionary.
    private static func products(of count: Int, degree: Int) -> [[Int]] {
        var all: [[Int]] = [], choice = [Int](repeating: 0, count: degree)
        while true {
            all.append(choice)
            guard let place = choice.lastIndex(where: { $0 < count - 1 }) else { return all }
            let next = choice[place] + 1
            for i in place ..< degree { choice[i] = next }
        }
    }

    /// Nothing is fed back.
    public var feedback: Int { 0 }
    /// How many numbers a state has.
    public var features: Int { factors.count }
    /// This node as one of all kinds.
    public var node: AnyReservoir { .products(self) }

    /// Takes one step: the features after this input.
    public mutating func step(_ input: Vector) throws -> Vector {
        try ReservoirInput.check(input, columns: inputs)
        var after = self, values = [Double](repeating: 0, count: features)
        values.withUnsafeMutableBufferPointer { out in after.take(input.elements[...], into: out[...]) }
        try ReservoirInput.checkStates(values, of: self)
        self = after
        return Vector(values)
    }

    /// Takes a step for each row of the input: row t of the result holds the features after row t. Those of the first steps read zeros in place of the inputs that were not yet there.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        try ReservoirInput.check(input, columns: inputs, "input")
        _ = try Allocation.count(of: [input.rows, features], named: "the states", as: Double.self)
        var after = self
        let u = input.elements, between = max(1, 1_000_000 / features)
        let states = try Matrix(unsafeUninitializedRows: input.rows, columns: features) { out in
            out.initialize(repeating: 0)
            for t in 0 ..< input.rows {
                after.take(u[t * inputs ..< (t + 1) * inputs], into: out[t * features ..< (t + 1) * features])
                if t % between == 0 { try Progress.check(t, of: input.rows) }
            }
        }
        try ReservoirInput.checkStates(states.elements, of: self)
        self = after
        return states
    }

    private mutating func take(_ input: ArraySlice<Double>, into out: Slice<UnsafeMutableBufferPointer<Double>>) {
        past.removeLast(inputs)
        past.insert(contentsOf: input, at: 0)
        let base = out.base, first = out.startIndex
        for (i, choice) in factors.enumerated() {
            var product = 1.0
            for value in choice { product *= past[value / inputs * stride * inputs + value % inputs] }
            base[first + i] = product
        }
    }

    /// Forgets all inputs.
    public mutating func reset() { past = [Double](repeating: 0, count: past.count) }

    private enum CodingKeys: CodingKey { case inputs, delays, stride, degrees, past }

    /// A node that was saved.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            inputs: values.decode(Int.self, forKey: .inputs), delays: values.decode(Int.self, forKey: .delays), stride: values.decode(Int.self, forKey: .stride),
            degrees: values.decode([Int].self, forKey: .degrees))
        let past = try values.decode([Double].self, forKey: .past)
        guard past.count == self.past.count else { throw NeuroError.shape(name: "past", shape: [past.count], must: "\(self.past.count) values") }
        self.past = past
    }

    /// Saves what the products follow from.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(inputs, forKey: .inputs)
        try values.encode(delays, forKey: .delays)
        try values.encode(stride, forKey: .stride)
        try values.encode(degrees, forKey: .degrees)
        try values.encode(past, forKey: .past)
    }

    /// The parameters in one line.
    public var description: String { "NVAR(inputs: \(inputs), delays: \(delays), stride: \(stride), degrees: \(degrees)): \(features) features" }
}
