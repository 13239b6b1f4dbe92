import Linear

/// A reservoir of any kind, as the layers of a `DeepReservoir` and a fit hold them.
public indirect enum AnyReservoir: ReservoirNode {
    /// A leaky echo state network.
    case leaky(Reservoir)
    /// One of excitatory and inhibitory units.
    case balanced(EIReservoir)
    /// One at the edge of stability.
    case edgeOfStability(ES2N)
    /// One that solves a differential equation with antisymmetric weights.
    case euler(EulerState)
    /// One nonlinear unit with a delay line.
    case delay(DelayReservoir)
    /// Products of past inputs.
    case products(NVAR)
    /// Layers one after the other.
    case deep(DeepReservoir)
    /// Several beside each other.
    case parallel(ParallelReservoir)

    /// How many channels the input has.
    public var inputs: Int { held.inputs }
    /// How many outputs are fed back.
    public var feedback: Int { held.feedback }
    /// How many numbers a state has.
    public var features: Int { held.features }
    /// This node.
    public var node: AnyReservoir { self }

    /// Takes one step: the state after this input.
    public mutating func step(_ input: Vector) throws -> Vector { try change { try $0.step(input) } }

    /// Takes a step for each row of the input: row t of the result is the state after row t.
    public mutating func run(_ input: Matrix) throws -> Matrix { try change { try $0.run(input) } }

    /// Goes back to rest.
    public mutating func reset() { change { $0.reset() } }

    private var held: any ReservoirNode {
        switch self {
        case .leaky(let node): node
        case .balanced(let node): node
        case .edgeOfStability(let node): node
        case .euler(let node): node
        case .delay(let node): node
        case .products(let node): node
        case .deep(let node): node
        case .parallel(let node): node
        }
    }

    /// What `body` throws leaves the node as it was.
    private mutating func change<Result>(_ body: (inout any ReservoirNode) throws -> Result) rethrows -> Result {
        var node = held
        let result = try body(&node)
        self = node.node
        return result
    }
}
