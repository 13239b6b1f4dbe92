import Linear

/// A memory that is addressed by content: patterns go in, and a part or a blurred copy of one brings it back.
///
/// ```swift
/// var memory = try Hopfield(size: 200)
/// let patterns = try Patterns.random(count: 10, size: 200, seed: 1)
/// try memory.store(patterns)
/// let found = try memory.recall(patterns.flipped(probability: 0.15, seed: 2)[3])
/// print(try memory.overlap(found)[3])   // 1.0
/// ```
public protocol AssociativeMemory {
    /// How many values a pattern has.
    var size: Int { get }
    /// How many patterns are stored.
    var count: Int { get }
    /// Adds patterns of +1 and −1 to those that are stored.
    mutating func store(_ patterns: Patterns) throws
    /// Adds the patterns in the rows of a matrix to those that are stored.
    mutating func store(_ patterns: Matrix) throws
    /// What the memory makes of a cue: the state in which its dynamics ends.
    func recall(_ cue: Vector) throws -> Vector
    /// The energy of a state: it falls, or stays, as the memory goes from a cue to what it recalls.
    func energy(_ state: Vector) throws -> Double
    /// How much a state agrees with each of the stored patterns.
    func overlap(_ state: Vector) throws -> Vector
}
