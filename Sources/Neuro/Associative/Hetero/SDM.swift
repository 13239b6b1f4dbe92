import CKernels
import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Kanerva's sparse distributed memory: a pattern is written into all of many random locations near its address, and read from those near a cue.
///
/// ```swift
/// var memory = try SDM(size: 256, locations: 5_000, seed: 1)
/// try memory.store(patterns)
/// let found = try memory.recall(patterns.flipped(probability: 0.1)[0])
/// ```
///
/// Each location has a random address of `size` values ±1 and a counter for each value. Writing adds the pattern to the counters of the locations within a Hamming radius of the address;
/// reading adds up the counters within the radius of the cue and takes the signs (+1 for a sum of 0). Patterns are their own addresses, or have some given (`store(_:at:)`).
/// P. Kanerva, Sparse Distributed Memory, MIT Press 1988.
public struct SDM: Equatable, Sendable, CustomStringConvertible, Codable {
    /// How many values a pattern, and an address, has.
    public let size: Int
    /// How many locations there are.
    public let locations: Int
    /// The Hamming distance up to which a location takes part.
    public let radius: Int
    /// The seed that the addresses were drawn from.
    public let seed: Int
    /// How many patterns are stored.
    public private(set) var count = 0
    private let addresses: Patterns
    /// locations x size.
    private var counters: [Int32]

    /// A memory with nothing in it.
    ///
    /// - Parameters:
    ///   - size: how many values a pattern has, from 1 to 1,000,000.
    ///   - locations: how many locations, at least 1.
    ///   - radius: the Hamming distance up to which a location takes part, from 0 to `size`. By default the smallest with which a cue is expected to reach 10 locations and one in a thousand, whichever
    ///     is more: few enough that patterns share few, enough that a cue with errors finds some of those that were written to.
    ///   - seed: selects the addresses.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` if the counters, 4 bytes each, do not fit in memory.
    public init(size: Int, locations: Int, radius: Int? = nil, seed: Int = 0) throws {
        guard size >= 1, size <= 1_000_000 else { throw NeuroError.invalid(name: "size", value: "\(size)", must: "from 1 to 1000000") }
        try Check.atLeast(1, locations, "locations")
        if let radius { guard radius >= 0, radius <= size else { throw NeuroError.invalid(name: "radius", value: "\(radius)", must: "in 0...\(size)") } }
        let total = try Allocation.count(of: [locations, size], named: "the counters", as: Float.self)
        (self.size, self.locations, self.seed) = (size, locations, seed)
        self.radius = radius ?? Self.radius(size, reaching: max(10, Double(locations) / 1000) / Double(locations))
        addresses = try Patterns.random(count: locations, size: size, seed: seed)
        counters = [Int32](repeating: 0, count: total)
    }

    /// C(size, distance)/2^size.
    private static func part(_ size: Int, at distance: Int) -> Double {
        let (n, r) = (Double(size), Double(distance))
        let logarithm = lgamma(n + 1) - lgamma(r + 1) - lgamma(n - r + 1)
        return exp(logarithm - n * log(2))
    }

    private static func radius(_ size: Int, reaching part: Double) -> Int {
        var sum = 0.0
        for r in 0 ... size {
            sum += Self.part(size, at: r)
            if sum >= part { return r }
        }
        return size
    }

    /// The part of the locations that an address is expected to reach: Σ_{r ≤ radius} C(size, r)/2^size.
    public var reach: Double {
        var sum = 0.0
        for r in 0 ... radius { sum += Self.part(size, at: r) }
        return min(1, sum)
    }

    /// Adds patterns, each at itself as its address.
    ///
    /// - Throws: `NeuroError.shape` for patterns of another size.
    public mutating func store(_ patterns: Patterns) throws { try store(patterns, at: patterns) }

    /// Adds patterns with their addresses.
    ///
    /// - Parameters:
    ///   - patterns: what is written.
    ///   - addresses: for each where.
    /// - Throws: `NeuroError.shape` unless there are as many of both, of the size of the memory.
    /// - Complexity: O(patterns · locations · size / 64), and the counters of those reached.
    public mutating func store(_ patterns: Patterns, at addresses: Patterns) throws {
        try PatternShape.check(patterns, size: size, "patterns")
        try PatternShape.check(addresses, size: size, "addresses")
        try PatternShape.checkPairs(patterns, addresses)
        var counters = counters
        let own = self.addresses.rows, keys = addresses.rows, data = patterns.rows, width = Patterns.rowBytes(size)
        for k in 0 ..< patterns.count {
            try Progress.check(k, of: patterns.count)
            let row = Array(data[k * width ..< (k + 1) * width])
            for location in near(Array(keys[k * width ..< (k + 1) * width]), own) {
                for i in 0 ..< size { counters[location * size + i] += row[i / 8] >> UInt8(i % 8) & 1 == 1 ? 1 : -1 }
            }
        }
        self.counters = counters
        count += patterns.count
    }

    /// The locations within the radius of an address.
    private func near(_ address: [UInt8], _ own: [UInt8]) -> [Int] {
        let width = address.count
        return own.withUnsafeBufferPointer { own in
            address.withUnsafeBufferPointer { address in
                guard let a = address.baseAddress, let b = own.baseAddress else { return [] }
                return (0 ..< locations).filter { engram_bits_distance(a, b + $0 * width, width) <= radius }
            }
        }
    }

    /// What is read at an address, once.
    ///
    /// - Parameter address: +1 and −1, as many as the memory's size.
    /// - Returns: +1 and −1; +1 throughout where no location is near.
    /// - Throws: `NeuroError` for an address of another size or with other values.
    public func read(_ address: Vector) throws -> Vector {
        try PatternShape.check(address, size: size, "address")
        return try read(address, addresses.rows)
    }

    private func read(_ address: Vector, _ own: [UInt8]) throws -> Vector {
        var sums = [Int](repeating: 0, count: size)
        for location in near(try Patterns(address).rows, own) {
            for i in 0 ..< size { sums[i] += Int(counters[location * size + i]) }
        }
        return Vector(sums.map { $0 >= 0 ? 1 : -1 })
    }

    /// What a cue leads to, where patterns are their own addresses: what is read is the next cue, until it stays the same.
    ///
    /// - Parameters:
    ///   - cue: +1 and −1, as many as the memory's size.
    ///   - steps: how often is read at most, at least 1; far from all patterns the readings need not settle.
    /// - Throws: `NeuroError` for a cue of another size or with other values, or fewer steps.
    public func recall(_ cue: Vector, steps: Int) throws -> Vector {
        try PatternShape.check(cue, size: size, "cue")
        try Check.atLeast(1, steps, "steps")
        let own = addresses.rows
        var state = cue
        for step in 0 ..< steps {
            try Progress.check(step, of: steps)
            let next = try read(state, own)
            if next == state { break }
            state = next
        }
        return state
    }

    /// What a cue leads to in at most 50 readings.
    ///
    /// - Parameter cue: +1 and −1, as many as the memory's size.
    /// - Throws: `NeuroError` for a cue of another size or with other values.
    public func recall(_ cue: Vector) throws -> Vector { try recall(cue, steps: 50) }

    /// The memory as it is written in a cell.
    public var description: String { "SDM(size: \(size), locations: \(locations), radius: \(radius), seed: \(seed)) with \(count) patterns" }
}
