import Foundation
import Linear
import Neuro
import Testing

struct PatternsTests {
    private func naive(_ patterns: Patterns) throws -> [[Double]] {
        let m = try patterns.matrix
        return (0 ..< m.rows).map { Array(m.elements[$0 * m.columns ..< ($0 + 1) * m.columns]) }
    }

    /// Sizes around the words and lines that bits are kept in.
    @Test(arguments: [(1, 1), (3, 5), (7, 64), (64, 63), (65, 129), (200, 37), (513, 70)])
    func aMatrixGoesInAndComesOut(count: Int, size: Int) throws {
        let patterns = try Patterns.random(count: count, size: size, seed: 5)
        let rows = try naive(patterns)
        #expect(rows.allSatisfy { $0.allSatisfy { $0 == 1 || $0 == -1 } })
        #expect(try Patterns(Matrix(rows)) == patterns)
        for k in [0, count / 2, count - 1] { #expect(try patterns[k].elements == rows[k]) }
        #expect(try patterns.values(at: size - 1).elements == rows.map { $0[size - 1] })
        let mean = rows.reduce(0) { $0 + $1.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } } / Double(count * size)
        #expect(abs(patterns.activity - mean) < 1e-12)
        let others = try Patterns.random(count: 4, size: size, seed: 6), overlaps = try patterns.overlaps(with: others), second = try naive(others)
        for (k, row) in rows.enumerated() {
            for (l, other) in second.enumerated() {
                let expected = zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(size)
                #expect(abs(try overlaps[k, l] - expected) < 1e-12)
            }
            let state = Vector((0 ..< size).map { Double($0 % 5) - 1.5 })
            let expected = zip(row, state.elements).reduce(0) { $0 + $1.0 * $1.1 } / Double(size)
            #expect(abs(try patterns.overlaps(with: state)[k] - expected) < 1e-9)
        }
        #expect(try naive(patterns.appending(others)) == rows + second)
        #expect(try naive(patterns.selecting([count - 1, 0])) == [rows[count - 1], rows[0]])
        #expect(try naive(patterns[0 ..< count]) == rows)
        for few in [[count - 1], [0, count / 2, count / 3, 0]] { #expect(try naive(patterns.selecting(few)) == few.map { rows[$0] }) }
    }

    @Test func drawsWithItsProbability() throws {
        for activity in [0, 0.05, 0.5, 0.9, 1] {
            let patterns = try Patterns.random(count: 300, size: 400, activity: activity, seed: 3)
            // Five standard errors of 120,000 draws.
            #expect(abs(patterns.activity - activity) <= 5 * (activity * (1 - activity) / 120_000).squareRoot())
        }
        #expect(try Patterns.random(count: 5, size: 5, seed: 1) == Patterns.random(count: 5, size: 5, seed: 1))
        #expect(try Patterns.random(count: 5, size: 50, seed: 1) != Patterns.random(count: 5, size: 50, seed: 2))
    }

    @Test func corruption() throws {
        let patterns = try Patterns.random(count: 70, size: 300, seed: 1)
        func overlap(_ others: Patterns) throws -> Double { try (0 ..< 70).map { try patterns.overlaps(with: others)[$0, $0] }.reduce(0, +) / 70 }
        #expect(abs(try overlap(patterns.flipped(probability: 0.2, seed: 2)) - 0.6) < 0.03)
        #expect(try patterns.flipped(probability: 0) == patterns)
        #expect(try overlap(patterns.flipped(probability: 1)) == -1)
        let masked = try naive(patterns.masked(fraction: 0.25, seed: 3)), rows = try naive(patterns)
        for (row, original) in zip(masked, rows) {
            let lost = zip(row, original).count { $0 != $1 }
            #expect(lost > 15 && lost <= 75)
            #expect(zip(row, original).allSatisfy { $0 == $1 || $0 == -1 })
        }
        for (row, original) in zip(try naive(patterns.firstHalves), rows) {
            #expect(row[..<150] == original[..<150] && row[150...].allSatisfy { $0 == -1 })
        }
        let noisy = try patterns.noisy(standardDeviation: 0.5, seed: 1)
        let square = try zip(noisy.elements, patterns.matrix.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 21_000
        #expect(abs(square - 0.25) < 0.02)
        let examples = try patterns.examples(6, quality: 0.4, seed: 9)
        #expect(examples.count == 420)
        let overlaps = try examples.overlaps(with: patterns)
        #expect(abs(try (0 ..< 420).map { try overlaps[$0, $0 / 6] }.reduce(0, +) / 420 - 0.4) < 0.02)
        #expect(abs(try (0 ..< 420).map { try overlaps[$0, ($0 / 6 + 1) % 70] }.reduce(0, +) / 420) < 0.02)
    }

    @Test func binarization() throws {
        let values = try Matrix([[0, 1, 2, 3], [10, 10, 10, 30], [4, 0, 2, 1]])
        #expect(try naive(.binarized(values)) == [[-1, -1, 1, 1], [-1, -1, -1, 1], [1, -1, 1, -1]])
        #expect(try naive(.binarized(values, .above(2))) == [[-1, -1, -1, 1], [1, 1, 1, 1], [1, -1, -1, -1]])
        #expect(try naive(.binarized(values, .medianOfPosition)) == [[-1, -1, -1, -1], [1, 1, 1, 1], [-1, -1, -1, -1]])
    }

    /// Images of bytes give what the same numbers in a matrix give.
    @Test func bytes() throws {
        var random = Random(seed: 1)
        for (count, size) in [(5, 9), (8, 64), (3, 784)] {
            let values = try Matrix(rows: count, columns: size, elements: random.integers(count: count * size, in: 0 ..< 256).map { Double($0 / 40 * 40) })
            for rule in [Patterns.Binarization.medianOfPattern, .medianOfPosition, .above(80), .above(79.5), .above(-3), .above(1e9)] {
                #expect(try Patterns.binarized(ByteMatrix(values), rule) == Patterns.binarized(values, rule))
            }
        }
        #expect(throws: NeuroError.self) { try Patterns.binarized(ByteMatrix(Matrix([[1]])), .above(.nan)) }
        #expect(throws: NeuroError.self) { try Patterns.binarized(ByteMatrix(Matrix([]))) }
        #expect(throws: LinearError.self) { try ByteMatrix(Matrix([[256]])) }
    }

    @Test func wrongInputIsNamed() throws {
        func says(_ text: String, _ body: () throws -> some Any) {
            #expect { _ = try body() } throws: { "\($0)".contains(text) }
        }
        says("value 2 of pattern 1 is 0.0; it must be +1 or -1") { try Patterns(Matrix([[1, -1, 1], [1, 1, 0]])) }
        says("value 0 of pattern 0 is nan") { try Patterns(Matrix([[.nan]])) }
        says("patterns has shape 0 x 0") { try Patterns(Matrix([])) }
        says("count is 0; it must be at least 1") { try Patterns.random(count: 0, size: 3) }
        says("size is -1; it must be at least 1") { try Patterns.random(count: 2, size: -1) }
        says("would not fit in memory") { try Patterns.random(count: 1 << 30, size: 1 << 30) }
        says("activity is 1.5; it must be from 0 to 1") { try Patterns.random(count: 2, size: 2, activity: 1.5) }
        let patterns = try Patterns.random(count: 3, size: 4)
        says("in 0..<3") { try patterns[3] }
        says("in 0..<3") { try patterns.selecting([0, -1]) }
        says("at least one place") { try patterns.selecting([]) }
        says("probability is nan") { try patterns.flipped(probability: .nan) }
        says("others has shape 3 x 5") { try patterns.appending(Patterns.random(count: 3, size: 5)) }
        says("state has shape 5") { try patterns.overlaps(with: Vector([1, 1, 1, 1, 1])) }
        says("state holds a value that is not finite at position 1") { try patterns.overlaps(with: Vector([1, .infinity, 1, 1])) }
        says("would not fit in memory") { try patterns.examples(Int.max, quality: 0.5) }
        says("quality is 2.0") { try patterns.examples(2, quality: 2) }
    }

    @Test func savesAsItIs() throws {
        let patterns = try Patterns.random(count: 70, size: 9, seed: 1)
        #expect(try JSONDecoder().decode(Patterns.self, from: JSONEncoder().encode(patterns)) == patterns)
    }
}
