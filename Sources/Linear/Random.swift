import CKernels

/// A source of random numbers: the same seed and stream give the same numbers on every machine, for any number of threads.
///
/// The generator is counter-based, Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, doi:10.1145/2063384.2063405): number i of a stream is a function of
/// seed, stream and i alone. Streams of one seed are independent of each other. `Random` is a value: a copy goes on to draw the same numbers as
/// the original.
///
/// ```swift
/// var random = Random(seed: 7)
/// let noise = try random.normal(count: 1_000, mean: 0, standardDeviation: 0.1)
/// let die = random.integer(in: 1...6)
/// ```
///
/// A call that asks for n numbers gives the same ones as n calls for one each.
public struct Random: Equatable, Sendable, Codable {
    /// What was drawn last: numbers of one kind share a block of the generator, those of two kinds do not.
    private enum Kind: Codable { case uniform, normal }

    /// The seed that the numbers follow from.
    public let seed: Int
    /// Which of the sequences of that seed this is.
    public let stream: Int
    /// The next half-block, see `CKernels/philox.c`.
    private var place: UInt64 = 0
    private var kind = Kind.uniform

    /// The generator at the start of a stream.
    ///
    /// - Parameters:
    ///   - seed: Any integer.
    ///   - stream: Any integer; different streams of a seed are independent.
    public init(seed: Int, stream: Int = 0) {
        self.seed = seed
        self.stream = stream
    }

    /// The generator at the start of another stream of the same seed.
    public func stream(_ stream: Int) -> Random { Random(seed: seed, stream: stream) }

    /// A number evenly distributed over 0 ..< 1, a multiple of 2^-53.
    public mutating func uniform() -> Double {
        var number = 0.0
        engram_philox_uniform_f64(key, counter, take(1, .uniform), 1, &number)
        return number
    }

    /// A number evenly distributed over `range`.
    ///
    /// - Throws: `LinearError.invalidArgument` for a range that is empty, or whose width is not finite.
    public mutating func uniform(in range: Range<Double>) throws -> Double {
        try check(range)
        return Random.scale(uniform(), range)
    }

    /// `count` numbers evenly distributed over `range`.
    ///
    /// - Throws: `LinearError.invalidArgument` for a range that is empty, or whose width is not finite; `LinearError.wrongShape` for a negative count;
    ///   `LinearError.tooLarge` for more than the machine can hold.
    public mutating func uniform(count: Int, in range: Range<Double> = 0 ..< 1) throws -> Vector {
        try check(range)
        var numbers = try Vector.zeros(count)
        try numbers.withUnsafeMutableBufferPointer { out throws in try inPieces(out) { $0.fillUniform($1, in: range) } }
        return numbers
    }

    /// A matrix of numbers evenly distributed over `range`, drawn row after row.
    ///
    /// - Throws: `LinearError.invalidArgument` for a range that is empty, or whose width is not finite; `LinearError.wrongShape` for a negative extent;
    ///   `LinearError.tooLarge` for more than the machine can hold.
    public mutating func uniform(rows: Int, columns: Int, in range: Range<Double> = 0 ..< 1) throws -> Matrix {
        try check(range)
        var numbers = try Matrix.zeros(rows: rows, columns: columns)
        try numbers.withUnsafeMutableBufferPointer { out throws in try inPieces(out) { $0.fillUniform($1, in: range) } }
        return numbers
    }

    /// A normally distributed number, by Box and Muller's transform.
    ///
    /// - Throws: `LinearError.invalidArgument` for a negative standard deviation, or parameters that are not finite.
    public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) throws -> Double {
        try check(mean: mean, standardDeviation: standardDeviation)
        var number = 0.0
        engram_philox_normal_f64(key, counter, take(1, .normal), 1, &number)
        return mean + standardDeviation * number
    }

    /// `count` normally distributed numbers, by Box and Muller's transform.
    ///
    /// - Throws: `LinearError.invalidArgument` for a negative standard deviation, or parameters that are not finite; `LinearError.wrongShape` for a
    ///   negative count; `LinearError.tooLarge` for more than the machine can hold.
    public mutating func normal(count: Int, mean: Double = 0, standardDeviation: Double = 1) throws -> Vector {
        try check(mean: mean, standardDeviation: standardDeviation)
        var numbers = try Vector.zeros(count)
        try numbers.withUnsafeMutableBufferPointer { out throws in try inPieces(out) { $0.fillNormal($1, mean: mean, standardDeviation: standardDeviation) } }
        return numbers
    }

    /// A matrix of normally distributed numbers, drawn row after row, by Box and Muller's transform.
    ///
    /// - Throws: `LinearError.invalidArgument` for a negative standard deviation, or parameters that are not finite; `LinearError.wrongShape` for a
    ///   negative extent; `LinearError.tooLarge` for more than the machine can hold.
    public mutating func normal(rows: Int, columns: Int, mean: Double = 0, standardDeviation: Double = 1) throws -> Matrix {
        try check(mean: mean, standardDeviation: standardDeviation)
        var numbers = try Matrix.zeros(rows: rows, columns: columns)
        try numbers.withUnsafeMutableBufferPointer { out throws in try inPieces(out) { $0.fillNormal($1, mean: mean, standardDeviation: standardDeviation) } }
        return numbers
    }

    /// An integer of `range`, each as likely as the others (to within 2^-64).
    ///
    /// - Throws: `LinearError.invalidArgument` for an empty range.
    public mutating func integer(in range: Range<Int>) throws -> Int {
        guard !range.isEmpty else { throw LinearError.invalidArgument(name: "range", value: "\(range)", requirement: "it must not be empty") }
        return range.lowerBound &+ Int(bitPattern: UInt(below(range.lowerBound.distanceUnsigned(to: range.upperBound))))
    }

    /// An integer of `range`, each as likely as the others (to within 2^-64).
    public mutating func integer(in range: ClosedRange<Int>) -> Int {
        let width = range.lowerBound.distanceUnsigned(to: range.upperBound)
        // All 2^64 integers: the width itself does not fit.
        if width == .max { return Int(bitPattern: UInt(words(block()).low)) }
        return range.lowerBound &+ Int(bitPattern: UInt(below(width + 1)))
    }

    /// `count` integers of `range`, each as likely as the others, drawn independently.
    ///
    /// - Throws: `LinearError.invalidArgument` for an empty range, `LinearError.wrongShape` for a negative count, `LinearError.tooLarge` for more than the
    ///   machine can hold.
    public mutating func integers(count: Int, in range: Range<Int>) throws -> [Int] {
        let count = try Allocation.count(of: [count], named: "the array", as: Double.self)
        var result: [Int] = []
        result.reserveCapacity(count)
        for _ in 0 ..< count { result.append(try integer(in: range)) }
        return result
    }

    /// The integers `0 ..< count` in random order.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative count, `LinearError.tooLarge` for more than the machine can hold.
    public mutating func permutation(_ count: Int) throws -> [Int] {
        Random.shuffle(Array(0 ..< (try Allocation.count(of: [count], named: "the permutation", as: Double.self))), &self)
    }

    /// The integers in random order (Fisher and Yates' shuffle).
    public mutating func shuffled(_ values: [Int]) -> [Int] { Random.shuffle(values, &self) }

    /// The elements in random order (Fisher and Yates' shuffle).
    public mutating func shuffled(_ values: Vector) -> Vector { Vector(Random.shuffle(values.elements, &self)) }

    /// `count` of the integers `0 ..< total`, drawn at random: places at which to look into an array, a vector, or the rows of a matrix.
    ///
    /// - Parameters:
    ///   - total: How many there are to draw from.
    ///   - count: How many to draw.
    ///   - replacing: Whether the same integer may be drawn more than once. By default not.
    /// - Throws: `LinearError.invalidArgument` for a negative count, or one above `total` without replacing.
    /// - Complexity: O(count), without replacing O(total).
    public mutating func choice(from total: Int, count: Int, replacing: Bool = false) throws -> [Int] {
        let total = try Allocation.count(of: [total], named: "the choice", as: Double.self)
        guard count >= 0, replacing ? total > 0 || count == 0 : count <= total else {
            let allowed = replacing ? "there must be something to draw from" : "without replacing it must be in 0...\(total)"
            throw LinearError.invalidArgument(name: "count", value: "\(count)", requirement: count < 0 ? "it must not be negative" : allowed)
        }
        if replacing { return try integers(count: count, in: 0 ..< max(1, total)) }
        var places = Array(0 ..< total)
        for i in 0 ..< count { places.swapAt(i, i + Int(below(UInt64(total - i)))) }
        return Array(places.prefix(count))
    }

    private static func shuffle<Element>(_ values: [Element], _ random: inout Random) -> [Element] {
        var result = values
        for i in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(i, Int(random.below(UInt64(i + 1)))) }
        return result
    }
}

// The ways into the generator.
extension Random {
    private var key: UInt64 { UInt64(bitPattern: Int64(seed)) }
    private var counter: UInt64 { UInt64(bitPattern: Int64(stream)) }

    /// The place of the first of `count` numbers of a kind, which are then used up.
    private mutating func take(_ count: Int, _ kind: Kind) -> UInt64 {
        if self.kind != kind {
            place += place & 1
            self.kind = kind
        }
        defer { place &+= UInt64(count) }
        return place
    }

    /// A whole block, used up.
    private mutating func block() -> UInt64 {
        place += place & 1
        defer { place &+= 2 }
        return place >> 1
    }

    private func words(_ block: UInt64) -> (low: UInt64, high: UInt64) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4) { words in
            engram_philox_words(key, counter, block, 1, words.baseAddress)
            return (UInt64(words[1]) << 32 | UInt64(words[0]), UInt64(words[3]) << 32 | UInt64(words[2]))
        }
    }

    /// An integer of `0 ..< bound`: the upper half of the product of `bound` and a fraction of 128 bits, so that none is likelier by more than 2^-64.
    private mutating func below(_ bound: UInt64) -> UInt64 {
        let (low, high) = words(block())
        let lower = bound.multipliedFullWidth(by: low).high
        let upper = bound.multipliedFullWidth(by: high)
        return upper.high + (upper.low.addingReportingOverflow(lower).overflow ? 1 : 0)
    }

    private func check(_ range: Range<Double>) throws {
        guard range.lowerBound < range.upperBound, (range.upperBound - range.lowerBound).isFinite else {
            throw LinearError.invalidArgument(name: "range", value: "\(range)", requirement: "it must have a finite width above zero")
        }
    }

    private func check(mean: Double, standardDeviation: Double) throws {
        guard mean.isFinite else { throw LinearError.invalidArgument(name: "mean", value: "\(mean)", requirement: "it must be finite") }
        guard standardDeviation.isFinite, standardDeviation >= 0 else {
            throw LinearError.invalidArgument(name: "standardDeviation", value: "\(standardDeviation)", requirement: "it must be finite and not negative")
        }
    }

    /// A number of `range` from one of 0 ..< 1; the end is excluded although the sum may round up to it.
    private static func scale(_ unit: Double, _ range: Range<Double>) -> Double {
        min(range.lowerBound + (range.upperBound - range.lowerBound) * unit, range.upperBound.nextDown)
    }

    /// Fills memory piece by piece, so that it can be stopped; then nothing was drawn. The numbers are those of one piece.
    private mutating func inPieces(_ out: UnsafeMutableBufferPointer<Double>, _ fill: (inout Random, UnsafeMutableBufferPointer<Double>) -> Void) throws {
        let piece = 1 << 19
        var (drawn, start) = (self, 0)
        repeat {
            if start > 0 { try Progress.check() }
            let end = min(start + piece, out.count)
            fill(&drawn, UnsafeMutableBufferPointer(rebasing: out[start ..< end]))
            start = end
        } while start < out.count
        self = drawn
    }

    /// Fills memory with uniform numbers of `range`.
    package mutating func fillUniform(_ out: UnsafeMutableBufferPointer<Double>, in range: Range<Double> = 0 ..< 1) {
        engram_philox_uniform_f64(key, counter, take(out.count, .uniform), out.count, out.baseAddress)
        if range != 0 ..< 1 { for i in out.indices { out[i] = Random.scale(out[i], range) } }
    }

    /// Fills memory with normal numbers.
    package mutating func fillNormal(_ out: UnsafeMutableBufferPointer<Double>, mean: Double = 0, standardDeviation: Double = 1) {
        engram_philox_normal_f64(key, counter, take(out.count, .normal), out.count, out.baseAddress)
        if mean != 0 || standardDeviation != 1 { for i in out.indices { out[i] = mean + standardDeviation * out[i] } }
    }

    /// Fills memory with normal numbers, made in double precision and rounded.
    package mutating func fillNormal(_ out: UnsafeMutableBufferPointer<Float>) {
        engram_philox_normal_f32(key, counter, take(out.count, .normal), out.count, out.baseAddress)
    }

    /// Normal numbers for the elements `first ..< first + out.count` at a step: a number depends on (seed, stream, element, step) and on nothing else, so
    /// that any part can be made by any thread. A stream used so is not also drawn from in sequence. Elements reach up to 2^33, steps up to 2^31.
    package func normal(step: Int, firstElement: Int = 0, _ out: UnsafeMutableBufferPointer<Double>) {
        engram_philox_normal_f64(key, counter, Random.place(step, firstElement), out.count, out.baseAddress)
    }

    /// The same, rounded to single precision.
    package func normal(step: Int, firstElement: Int = 0, _ out: UnsafeMutableBufferPointer<Float>) {
        engram_philox_normal_f32(key, counter, Random.place(step, firstElement), out.count, out.baseAddress)
    }

    /// Uniform numbers in 0 ..< 1 for the elements `first ..< first + out.count` at a step, as `normal(step:)` makes normal ones.
    package func uniform(step: Int, firstElement: Int = 0, _ out: UnsafeMutableBufferPointer<Double>) {
        engram_philox_uniform_f64(key, counter, Random.place(step, firstElement), out.count, out.baseAddress)
    }

    /// The same, with the upper 24 bits of each.
    package func uniform(step: Int, firstElement: Int = 0, _ out: UnsafeMutableBufferPointer<Float>) {
        engram_philox_uniform_f32(key, counter, Random.place(step, firstElement), out.count, out.baseAddress)
    }

    /// The half-block of an element at a step: 2^32 blocks, of two elements each, for each step.
    private static func place(_ step: Int, _ element: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: step) << 33 &+ UInt64(truncatingIfNeeded: element)
    }
}

extension Int {
    /// `other - self` for `other >= self`, however far apart.
    fileprivate func distanceUnsigned(to other: Int) -> UInt64 { UInt64(bitPattern: Int64(other)) &- UInt64(bitPattern: Int64(self)) }
}
