/// Neurons of a network, or some of them: what `SpikingNetwork.add` gives, and its slices.
///
/// A population says where the neurons are, not what state they are in: it stays good for every copy of the network, however far it has run.
public struct Population: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The name it was added under.
    public let name: String
    /// Its place among the populations of the network.
    let index: Int
    /// Which of that population's neurons these are.
    let range: Range<Int>

    /// How many neurons it has.
    public var count: Int { range.count }

    /// The neurons at these places, counted from the first of this population.
    ///
    /// - Throws: `NeuroError.invalid` for places outside of 0 ..< count, or an empty range.
    public func slice(_ places: Range<Int>) throws -> Population {
        guard places.lowerBound >= 0, places.upperBound <= count, !places.isEmpty else {
            throw NeuroError.invalid(name: "places", value: "\(places)", must: "a range within 0 ..< \(count) that is not empty")
        }
        return Population(name: name, index: index, range: range.lowerBound + places.lowerBound ..< range.lowerBound + places.upperBound)
    }

    /// The name and the number of neurons.
    public var description: String { "\(name): \(count) neurons" }
}
