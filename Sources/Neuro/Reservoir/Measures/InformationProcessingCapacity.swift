import Linear

/// One function of the past input that a reservoir's state holds: a product of Legendre polynomials of single inputs.
public struct CapacityTerm: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How many steps back each of the inputs is, the latest first.
    public let delays: [Int]
    /// The degree of the polynomial of each of them.
    public let powers: [Int]
    /// How much of it the state holds, from 0 to 1.
    public let capacity: Double

    /// The degree of the product.
    public var degree: Int { powers.reduce(0, +) }

    /// The product and its capacity, as `P1(u(t-3)) P2(u(t-5)): 0.4`.
    public var description: String {
        zip(delays, powers).map { "P\($1)(u(t\($0 == 0 ? "" : "-\($0)")))" }.joined(separator: " ") + ": \(capacity)"
    }
}

/// How much a reservoir computes from its past input: for each of many functions that are independent of each other, how much of its variance a linear readout of the states explains.
///
/// The functions are products of normalised Legendre polynomials of u(t), u(t − 1), …, with u independent and evenly distributed over ±1. Those of degree 1 are the memory; those of a higher degree are
/// what the reservoir computes. The sum over all functions is at most the number of units, and reaches it where the states depend on the past input alone.
///
/// J. Dambre, D. Verstraeten, B. Schrauwen, S. Massar, Sci. Rep. 2 (2012), doi:10.1038/srep00514.
public struct InformationProcessingCapacity: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Every function whose capacity is above the threshold, the largest capacity first.
    public let terms: [CapacityTerm]
    /// The sum for each degree, from 1 on.
    public let perDegree: Vector
    /// The sum for each degree (row, from 1 on) and delay (column, from 0 on): a product counts at the delay of the oldest input it reads.
    public let perDelay: Matrix
    /// How many independent directions the states have: the most that the sum can be.
    public let rank: Int
    /// What a capacity must exceed to count: twice what a function that has nothing to do with the states exceeds in one of 10,000 cases, 2 χ²(rank, 1 − 1e-4) / steps.
    public let threshold: Double

    /// The sum of all capacities. In theory at most `rank`; the functions of a series of finite length are a little alike, so that it may be a hundredth more.
    public var total: Double { perDegree.elements.reduce(0, +) }

    /// The sum, by degree.
    public var description: String {
        func short(_ x: Double) -> String { "\((x * 100).rounded() / 100)" }
        return "information processing capacity \(short(total)) of \(rank): " + perDegree.elements.map(short).joined(separator: " + ")
    }

    /// The delays for each degree up to `maxDegree`, from 1 to 20, that measures take where none are given: 60, 25 and 12 for degrees 1, 2 and 3, as measurements of reservoirs of 30 units have them, and then so
    /// few, from 8 to 4, that no degree has more than two thousand functions.
    ///
    /// - Throws: `NeuroError.invalid` for a degree out of its range.
    public static func delays(maxDegree: Int) throws -> [Int] {
        guard 1 ... 20 ~= maxDegree else { throw NeuroError.invalid(name: "maxDegree", value: "\(maxDegree)", must: "from 1 to 20") }
        let few = [60, 25, 12, 8, 6, 5]
        return (0 ..< maxDegree).map { $0 < few.count ? few[$0] : 4 }
    }

    /// The capacity of states that were recorded.
    ///
    /// All steps after the washout are both fitted and measured; the threshold takes the place of a test.
    /// - Parameters:
    ///   - states: a row for each input.
    ///   - input: what drove the states: independent, evenly distributed over ±1.
    ///   - delays: for each degree from 1 on how many delays, from 0 on, its products reach back; 60, 25 and 12 for degrees 1, 2 and 3. Their number grows with the degree as a power of it.
    ///   - washout: how many steps at the beginning count for nothing; at least as many as the most delays.
    /// - Throws: `NeuroError` unless there is a row of states for each input and more steps after the washout than units; for an input beyond ±1 or constant, numbers that are not finite, and more than
    ///   a million functions.
    /// - Complexity: O(steps · units · functions).
    public init(states: Matrix, input: Vector, delays: [Int] = [60, 25, 12], washout: Int = 500) throws {
        try StateMeasure.check(states, input)
        guard !delays.isEmpty, delays.count <= 20 else { throw NeuroError.invalid(name: "delays", value: "of \(delays.count) degrees", must: "of 1 to 20 degrees") }
        for count in delays { try Check.atLeast(0, count, "delays") }
        try Check.atLeast(delays.max() ?? 0, washout, "washout")
        guard let outside = input.elements.firstIndex(where: { abs($0) > 1 }) else {
            self = try Self.measure(states, input.elements, delays, washout)
            return
        }
        throw NeuroError.invalid(name: "input", value: "\(input.elements[outside]) at position \(outside)", must: "from -1 to 1, where the polynomials are independent")
    }

    private init(terms: [CapacityTerm], perDegree: Vector, perDelay: Matrix, rank: Int, threshold: Double) {
        (self.terms, self.perDegree, self.perDelay, self.rank, self.threshold) = (terms, perDegree, perDelay, rank, threshold)
    }

    private static func measure(_ states: Matrix, _ u: [Double], _ delays: [Int], _ washout: Int) throws -> InformationProcessingCapacity {
        let needed = StateMeasure.sum(washout, states.columns, 2)
        guard u.count >= needed else {
            throw NeuroError.tooShort(name: "input", count: u.count, needed: needed, why: "\(states.columns) units after a washout of \(washout)")
        }
        let steps = washout ..< u.count
        guard let regression = try StateRegression(states, steps: steps, part: 0, of: 10) else { throw NeuroError.diverged(what: "the states could not be decomposed") }
        let threshold = regression.rank == 0 ? 1 : 2 * ChiSquare.quantile(tail: 1e-4, degrees: regression.rank) / Double(steps.count)
        let polynomials = legendre(u, degrees: delays.count)
        var products: [Product] = []
        for (i, count) in delays.enumerated() { try append(&products, degree: i + 1, delays: count) }
        var terms: [CapacityTerm] = [], perDegree = [Double](repeating: 0, count: delays.count)
        let columns = max(1, delays.max() ?? 1)
        var perDelay = [Double](repeating: 0, count: delays.count * columns)
        // Some hundreds of functions at a time; the states are read again for each.
        let most = 512, batches = (products.count + most - 1) / most
        for batch in 0 ..< batches {
            let part = products[batch * most ..< min(products.count, (batch + 1) * most)], count = part.count
            // Of each function its sum, and then the sum of its squares.
            let (common, sums) = try regression.products(states, targets: count, sums: 2 * count, part: batch + 1, of: batches + 1) { block, targets, sums in
                for (column, product) in part.enumerated() {
                    var sum = 0.0, square = 0.0
                    for (row, t) in block.enumerated() {
                        var value = 1.0
                        for (delay, power) in product { value *= polynomials[power - 1][t - delay] }
                        targets[row * count + column] = value
                        sum += value
                        square += value * value
                    }
                    sums[column] += sum
                    sums[count + column] += square
                }
            }
            for (column, explained) in try regression.explained(common, targets: count).enumerated() {
                let variance = sums[count + column] - sums[column] * sums[column] / Double(steps.count)
                guard variance > 0, explained / variance > threshold else { continue }
                let product = part[part.startIndex + column]
                let term = CapacityTerm(delays: product.map(\.delay), powers: product.map(\.power), capacity: min(1, explained / variance))
                terms.append(term)
                perDegree[term.degree - 1] += term.capacity
                perDelay[(term.degree - 1) * columns + (product.last?.delay ?? 0)] += term.capacity
            }
        }
        terms.sort { ($1.capacity, $0.degree, $0.delays.last ?? 0) < ($0.capacity, $1.degree, $1.delays.last ?? 0) }
        return InformationProcessingCapacity(
            terms: terms, perDegree: Vector(perDegree), perDelay: try Matrix(rows: delays.count, columns: columns, elements: perDelay), rank: regression.rank, threshold: threshold)
    }

    /// The factors of one function, the latest input first.
    private typealias Product = [(delay: Int, power: Int)]

    /// All products of this degree of inputs less than `count` steps back.
    private static func append(_ products: inout [Product], degree: Int, delays count: Int) throws {
        var product: Product = []
        // By the delay of the next factor; the depth is at most the degree.
        func extend(_ rest: Int, from first: Int) throws {
            if rest == 0 {
                products.append(product)
                guard products.count <= 1_000_000 else {
                    throw NeuroError.invalid(name: "delays", value: "\(count) for degree \(degree)", must: "fewer: these are more than a million functions")
                }
                return
            }
            for delay in first ..< max(first, count) {
                for power in 1 ... rest {
                    product.append((delay, power))
                    try extend(rest - power, from: delay + 1)
                    product.removeLast()
                }
            }
        }
        try extend(degree, from: 0)
    }

    /// √(2n + 1) Pₙ(u) for n from 1 on: of mean square 1 for u evenly distributed over ±1.
    private static func legendre(_ u: [Double], degrees: Int) -> [[Double]] {
        var before = [Double](repeating: 1, count: u.count), now = u, all: [[Double]] = []
        for n in 1 ... degrees {
            let scale = Double(2 * n + 1).squareRoot()
            all.append(now.map { scale * $0 })
            let (a, b) = (Double(2 * n + 1) / Double(n + 1), Double(n) / Double(n + 1))
            for t in u.indices { (before[t], now[t]) = (now[t], a * u[t] * now[t] - b * before[t]) }
        }
        return all
    }
}

extension ReservoirNode {
    /// The information processing capacity of this node, driven from rest with numbers evenly distributed over ±1.
    ///
    /// ```swift
    /// let capacity = try Reservoir(units: 30, inputScaling: 0.1, biasScaling: 0).informationProcessingCapacity()
    /// print(capacity.total, capacity.perDegree)
    /// ```
    /// - Parameters:
    ///   - delays: for each degree from 1 on how many delays its products reach back.
    ///   - steps: how many inputs, of which 500, or the most delays, are washout.
    ///   - seed: selects the inputs.
    /// - Throws: `NeuroError` for a reservoir with another number of inputs than one, too few steps, or more than a million functions.
    public func informationProcessingCapacity(delays: [Int] = [60, 25, 12], steps: Int = 20_000, seed: Int = 0) throws -> InformationProcessingCapacity {
        var driven = self
        driven.reset()
        let input = try StateMeasure.input(steps, in: -1 ..< 1, seed)
        return try InformationProcessingCapacity(states: driven.run(input), input: input, delays: delays, washout: max(500, delays.max() ?? 0))
    }

    /// The information processing capacity up to a degree, with the delays of `InformationProcessingCapacity.delays(maxDegree:)`; see the form with delays of one's own.
    ///
    /// ```swift
    /// let capacity = try esn.informationProcessingCapacity(maxDegree: 3)
    /// ```
    /// - Parameters:
    ///   - maxDegree: from 1 to 20; what a reservoir computes of higher degrees is missing in the total.
    ///   - steps: how many inputs, of which 500 are washout.
    ///   - seed: selects the inputs.
    /// - Throws: `NeuroError` for a degree out of its range, a reservoir with another number of inputs than one, or too few steps.
    public func informationProcessingCapacity(maxDegree: Int, steps: Int = 20_000, seed: Int = 0) throws -> InformationProcessingCapacity {
        try informationProcessingCapacity(delays: InformationProcessingCapacity.delays(maxDegree: maxDegree), steps: steps, seed: seed)
    }
}
