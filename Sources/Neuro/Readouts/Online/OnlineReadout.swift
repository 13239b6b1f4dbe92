import Linear

/// A linear readout that learns from one state after the other.
public protocol OnlineReadout: Equatable, Sendable, Codable {
    /// How many numbers a state has.
    var features: Int { get }
    /// How many outputs there are.
    var outputs: Int { get }
    /// The outputs for a state.
    func predict(_ state: Vector) throws -> Vector
    /// The outputs for rows of states, one row each.
    func predict(_ states: Matrix) throws -> Matrix
    /// Learns that a state should give a target. Returns the outputs before that.
    mutating func learn(_ state: Vector, _ target: Vector) throws -> Vector
    /// Learns the rows one after the other. Returns the outputs for each before it was learnt.
    mutating func learn(_ states: Matrix, _ targets: Matrix) throws -> Matrix
    /// What was learnt, as a readout that learns no more.
    func readout() throws -> LinearReadout
}
