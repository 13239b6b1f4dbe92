import Linear

/// Reservoirs one after the other: each layer's states are the next one's inputs, so that later layers live on slower and coarser versions of the input.
///
/// ```swift
/// let first = try Reservoir(units: 100, leakRate: 0.9, seed: 1)
/// let second = try Reservoir(units: 100, inputs: 100, inputScaling: 0.1, leakRate: 0.3, seed: 2)
/// var deep = try first >> second
/// let states = try deep.run(series)      // 200 columns: both layers
/// ```
///
/// C. Gallicchio, A. Micheli and L. Pedrelli, Neurocomputing 268 (2017), doi:10.1016/j.neucom.2016.12.089.
public struct DeepReservoir: ReservoirNode, CustomStringConvertible {
    /// The layers, in the order in which the input goes through them.
    public private(set) var layers: [AnyReservoir]
    /// Whether the states of all layers are the state, side by side, or those of the last one alone.
    public let readsAllLayers: Bool

    /// Puts layers one after the other.
    ///
    /// - Parameters:
    ///   - layers: at least one; each has as many inputs as the one before has features. Only the first may have feedback.
    ///   - readsAllLayers: whether a state is those of all layers side by side, which is usual, or that of the last one.
    /// - Throws: `NeuroError` for layers that do not fit one after the other.
    public init(_ layers: [AnyReservoir], readsAllLayers: Bool = true) throws {
        guard !layers.isEmpty else { throw NeuroError.shape(name: "layers", shape: [0], must: "at least one") }
        for (i, pair) in zip(layers, layers.dropFirst()).enumerated() {
            guard pair.1.inputs == pair.0.features, pair.1.feedback == 0 else {
                throw NeuroError.shape(
                    name: "layers[\(i + 1)]", shape: [pair.1.inputs, pair.1.feedback], must: "\(pair.0.features) inputs, as many as the layer before has features, and no feedback")
            }
        }
        (self.layers, self.readsAllLayers) = (layers, readsAllLayers)
    }

    /// How many channels the input of the first layer has.
    public var inputs: Int { layers[0].inputs }
    /// How many outputs are fed back to the first layer.
    public var feedback: Int { layers[0].feedback }
    /// How many numbers a state has.
    public var features: Int { readsAllLayers ? layers.reduce(0) { $0 + $1.features } : layers[layers.count - 1].features }
    /// This node as one of all kinds.
    public var node: AnyReservoir { .deep(self) }

    /// Takes one step: the state after this input.
    public mutating func step(_ input: Vector) throws -> Vector {
        var after = layers, signal = input
        var states: [Double] = []
        for i in after.indices {
            signal = try after[i].step(signal)
            if readsAllLayers { states += signal.elements }
        }
        layers = after
        return readsAllLayers ? Vector(states) : signal
    }

    /// Takes a step for each row of the input: row t of the result is the state after row t.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        var after = layers, signal = input
        var states: [Matrix] = []
        for i in after.indices {
            signal = try Progress.stretch(i, of: after.count) { try after[i].run(signal) }
            if readsAllLayers { states.append(signal) }
        }
        layers = after
        return readsAllLayers ? try SideBySide.joined(states) : signal
    }

    /// Puts all layers back to rest.
    public mutating func reset() { for i in layers.indices { layers[i].reset() } }

    private enum CodingKeys: CodingKey { case layers, readsAllLayers }

    /// A deep reservoir that was saved.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(values.decode([AnyReservoir].self, forKey: .layers), readsAllLayers: values.decode(Bool.self, forKey: .readsAllLayers))
    }

    /// The layers in one line.
    public var description: String { "DeepReservoir(layers: \(layers.map(\.features)), inputs: \(inputs), readsAllLayers: \(readsAllLayers))" }
}

extension Reservoir {
    /// The states of a reservoir as the inputs of another.
    ///
    /// - Throws: `NeuroError` unless the second has as many inputs as the first has units.
    public static func >> (first: Reservoir, second: Reservoir) throws -> DeepReservoir { try DeepReservoir([.leaky(first), .leaky(second)]) }
}

extension DeepReservoir {
    /// One more layer.
    ///
    /// - Throws: `NeuroError` unless it has as many inputs as the last layer has features.
    public static func >> (deep: DeepReservoir, next: Reservoir) throws -> DeepReservoir {
        try DeepReservoir(deep.layers + [.leaky(next)], readsAllLayers: deep.readsAllLayers)
    }
}

extension AnyReservoir {
    /// Nodes of any kind one after the other.
    ///
    /// - Throws: `NeuroError` unless the second has as many inputs as the first has features.
    public static func >> (first: AnyReservoir, second: AnyReservoir) throws -> DeepReservoir {
        if case .deep(let deep) = first { return try DeepReservoir(deep.layers + [second], readsAllLayers: deep.readsAllLayers) }
        return try DeepReservoir([first, second])
    }
}
