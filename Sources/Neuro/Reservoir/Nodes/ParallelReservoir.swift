import Linear

/// Reservoirs beside each other: all are driven by the same input, and their states together are the state.
///
/// ```swift
/// var wide = try ParallelReservoir([.leaky(quick), .leaky(slow), .products(NVAR(delays: 2))])
/// ```
public struct ParallelReservoir: ReservoirNode, CustomStringConvertible {
    /// The members, in the order of their states.
    public private(set) var members: [AnyReservoir]

    /// Puts reservoirs beside each other.
    ///
    /// - Parameter members: at least one; all of the same number of inputs and of feedback.
    /// - Throws: `NeuroError` for members that differ in what they read.
    public init(_ members: [AnyReservoir]) throws {
        guard let first = members.first else { throw NeuroError.shape(name: "members", shape: [0], must: "at least one") }
        for (i, member) in members.enumerated() where member.inputs != first.inputs || member.feedback != first.feedback {
            throw NeuroError.shape(
                name: "members[\(i)]", shape: [member.inputs, member.feedback], must: "\(first.inputs) inputs and \(first.feedback) of feedback, as the first one has")
        }
        self.members = members
    }

    /// How many channels the input has.
    public var inputs: Int { members[0].inputs }
    /// How many outputs are fed back.
    public var feedback: Int { members[0].feedback }
    /// How many numbers a state has.
    public var features: Int { members.reduce(0) { $0 + $1.features } }
    /// This node as one of all kinds.
    public var node: AnyReservoir { .parallel(self) }

    /// Takes one step: the state after this input.
    public mutating func step(_ input: Vector) throws -> Vector {
        var after = members
        var states: [Double] = []
        for i in after.indices { states += try after[i].step(input).elements }
        members = after
        return Vector(states)
    }

    /// Takes a step for each row of the input: row t of the result is the state after row t.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        var after = members
        let states = try after.indices.map { i in try Progress.stretch(i, of: after.count) { try after[i].run(input) } }
        members = after
        return try SideBySide.joined(states)
    }

    /// Puts all members back to rest.
    public mutating func reset() { for i in members.indices { members[i].reset() } }

    private enum CodingKeys: CodingKey { case members }

    /// Reservoirs that were saved.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.container(keyedBy: CodingKeys.self).decode([AnyReservoir].self, forKey: .members))
    }

    /// The members in one line.
    public var description: String { "ParallelReservoir(members: \(members.map(\.features)), inputs: \(inputs))" }
}

/// States of several nodes.
enum SideBySide {
    /// The columns of all matrices, which have as many rows, in their order.
    static func joined(_ parts: [Matrix]) throws -> Matrix {
        guard parts.count > 1, let rows = parts.first?.rows else { return parts[0] }
        let columns = parts.reduce(0) { $0 + $1.columns }
        _ = try Allocation.count(of: [rows, columns], named: "the states", as: Double.self)
        return Matrix(unsafeUninitializedRows: rows, columns: columns) { all in
            var offset = 0
            for part in parts {
                part.withUnsafeBufferPointer { values in
                    guard let from = values.baseAddress, let to = all.baseAddress else { return }
                    for row in 0 ..< rows { (to + row * columns + offset).initialize(from: from + row * part.columns, count: part.columns) }
                }
                offset += part.columns
            }
        }
    }
}
