import Foundation
import Linear
import Testing

@Suite struct RandomTests {
    @Test func sameSeedSameNumbers() throws {
        var a = Random(seed: 7)
        var b = Random(seed: 7)
        let first = try a.normal(count: 100)
        #expect(try b.normal(count: 100) == first)
        #expect(a == b)
        var other = Random(seed: 8)
        #expect(try other.normal(count: 100) != first)
        var stream = Random(seed: 7, stream: 1)
        #expect(try stream.normal(count: 100) != first)
        #expect(try a.normal(count: 100) != first)
    }

    @Test func manyAtOnceAreTheSameAsOneByOne() throws {
        for count in [1, 2, 3, 127, 128, 129, 300] {
            var together = Random(seed: -5, stream: 3)
            var single = together
            #expect(try together.uniform(count: count).elements == (0 ..< count).map { _ in single.uniform() })
            #expect(try together.normal(count: count).elements == (0 ..< count).map { _ in try single.normal() })
            #expect(try together.integers(count: count, in: 0 ..< 1000) == (0 ..< count).map { _ in try single.integer(in: 0 ..< 1000) })
            #expect(together == single)
            #expect(try together.uniform(count: count, in: -2 ..< 3).elements == (0 ..< count).map { _ in try single.uniform(in: -2 ..< 3) })
        }
    }

    @Test func anElementAtAStepDependsOnNothingElse() {
        let random = Random(seed: 1, stream: 2)
        func normals(_ step: Int, _ range: Range<Int>) -> [Double] {
            [Double](unsafeUninitializedCapacity: range.count) { out, count in
                random.normal(step: step, firstElement: range.lowerBound, UnsafeMutableBufferPointer(rebasing: out[..<range.count]))
                count = range.count
            }
        }
        let all = normals(4, 0 ..< 1000)
        #expect(Array(all[333 ..< 778]) == normals(4, 333 ..< 778))
        #expect(normals(5, 0 ..< 10) != normals(4, 0 ..< 10))
    }

    /// The first four moments of a million numbers, within five standard errors of what they must be.
    @Test func moments() throws {
        var random = Random(seed: 12)
        let count = 1_000_000
        let root = Double(count).squareRoot()
        let uniform = try random.uniform(count: count)
        #expect((uniform.sum() / Double(count) - 0.5).magnitude < 5 * (1.0 / 12).squareRoot() / root)
        #expect(try (uniform.variance() - 1.0 / 12).magnitude < 5 * (1.0 / 180).squareRoot() / root)
        #expect(try uniform.minimum() >= 0 && uniform.maximum() < 1)
        let normal = try random.normal(count: count, mean: 3, standardDeviation: 2)
        let z = (normal - 3) / 2
        #expect((z.sum() / Double(count)).magnitude < 5 / root)
        #expect(try (z.variance() - 1).magnitude < 5 * 2.0.squareRoot() / root)
        #expect(try (z.power(3).mean()).magnitude < 5 * 15.0.squareRoot() / root)
        #expect(try (z.power(4).mean() - 3).magnitude < 5 * 96.0.squareRoot() / root)
        // The two numbers of a block, and neighbouring blocks, do not hang together.
        for lag in [1, 2, 3] { #expect((try z[lag...].dot(z[..<(count - lag)]) / Double(count)).magnitude < 5 / root) }
    }

    /// Kolmogorov and Smirnov's distance from the distribution function; 1.95 / sqrt(n) is exceeded once in a thousand seeds.
    @Test func distributions() throws {
        var random = Random(seed: 99)
        let count = 100_000
        func distance(_ sample: Vector, _ distribution: (Double) -> Double) -> Double {
            let values = sample.sorted().elements.map(distribution)
            return values.enumerated().reduce(0) { max($0, ($1.element - Double($1.offset) / Double(count)).magnitude) }
        }
        let limit = 1.95 / Double(count).squareRoot()
        #expect(try distance(random.uniform(count: count)) { $0 } < limit)
        #expect(try distance(random.normal(count: count)) { 0.5 * erfc(-$0 / 2.0.squareRoot()) } < limit)
    }

    @Test func integersAreEven() throws {
        var random = Random(seed: 4)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0 ..< 60_000 { counts[random.integer(in: 1 ... 6) - 1] += 1 }
        // Chi-square of 5 degrees of freedom: above 20.5 once in a thousand seeds.
        #expect(counts.reduce(0) { $0 + pow(Double($1 - 10_000), 2) / 10_000 } < 20.5)
        #expect(random.integer(in: 3 ... 3) == 3)
        #expect(try random.integer(in: -9 ..< -8) == -9)
        _ = random.integer(in: Int.min ... Int.max)
        let wide = (0 ..< 100).map { _ in random.integer(in: Int.min ... (Int.max - 1)) }
        #expect(wide.contains { $0 < 0 } && wide.contains { $0 > 0 })
    }

    @Test func orders() throws {
        var random = Random(seed: 21)
        let permutation = try random.permutation(100)
        #expect(permutation.sorted() == Array(0 ..< 100) && permutation != Array(0 ..< 100))
        #expect(random.shuffled([1, 2, 3, 4, 5]).sorted() == [1, 2, 3, 4, 5])
        #expect(random.shuffled(Vector([1, 2, 3])).sorted() == [1, 2, 3])
        let chosen = try random.choice(from: 50, count: 20)
        #expect(Set(chosen).count == 20 && chosen.allSatisfy { $0 >= 0 && $0 < 50 })
        #expect(try random.choice(from: 3, count: 100, replacing: true).count == 100)
        #expect(try random.choice(from: 0, count: 0) == [])
        // All six orders of three come up about equally often: chi-square of 5 degrees of freedom.
        var orders: [[Int]: Int] = [:]
        for _ in 0 ..< 6_000 { orders[try random.permutation(3), default: 0] += 1 }
        #expect(orders.count == 6 && orders.values.reduce(0) { $0 + pow(Double($1 - 1000), 2) / 1000 } < 20.5)
    }

    @Test func whatCannotBeDrawnIsAnError() throws {
        var random = Random(seed: 0)
        #expect(throws: LinearError.self) { try random.integer(in: 3 ..< 3) }
        #expect(throws: LinearError.self) { try random.uniform(in: 1 ..< 1) }
        #expect(throws: LinearError.self) { try random.uniform(count: 3, in: 0 ..< .infinity) }
        #expect(throws: LinearError.self) { try random.uniform(count: -1) }
        #expect(throws: LinearError.self) { try random.normal(standardDeviation: -1) }
        #expect(throws: LinearError.self) { try random.normal(mean: .nan) }
        #expect(throws: LinearError.self) { try random.normal(rows: -1, columns: 2) }
        #expect(throws: LinearError.self) { try random.choice(from: 3, count: 4) }
        #expect(throws: LinearError.self) { try random.choice(from: 0, count: 1, replacing: true) }
        #expect(throws: LinearError.self) { try random.choice(from: 3, count: -1) }
        #expect(throws: LinearError.self) { try random.permutation(-1) }
        #expect(try random.normal(count: 3, mean: 2, standardDeviation: 0) == [2, 2, 2])
    }
}
