import Charts
import Foundation
import Testing

/// Lines, circles and powers that are made here, against what they must be.
@Suite struct GeometryTests {
    @Test func powersAgreeWithTheCLibrary() {
        for exponent in stride(from: -300.0, through: 300, by: 0.37) {
            let ours = Decimal.antilog(exponent), theirs = pow(10, exponent)
            // The exponent's own last bit is worth 5e-14 of the result at 300.
            #expect((ours / theirs - 1).magnitude < 2e-13, "\(exponent)")
        }
        #expect(Decimal.antilog(3) == 1000 && Decimal.antilog(0) == 1)
        #expect(Decimal.antilog(500) == .infinity && Decimal.antilog(-500) == 0)
    }

    @Test func aScaleFindsItsNumbersAgain() {
        for scale in [Scale(lower: -3, upper: 9), Scale(lower: 1e-3, upper: 50, isLogarithmic: true)] {
            for fraction in [0, 0.1, 0.5, 0.77, 1] { #expect((scale.fraction(scale.value(at: fraction)) - fraction).magnitude < 1e-12) }
        }
    }

    @Test func theCircleIsRound() {
        #expect(UnitCircle.points.count == 361)
        for (degree, point) in UnitCircle.points.enumerated() {
            let angle = Double(degree) * Double.pi / 180
            // The series of the tangent ends where its next term is 2e-8.
            #expect((point.x - cos(angle)).magnitude < 1e-7 && (point.y - sin(angle)).magnitude < 1e-7)
        }
    }

    /// Of the height x² + y² the lines are circles, and each is one closed line.
    @Test func contoursOfABowlAreCircles() throws {
        let size = 41
        let values = (0 ..< size * size).map { (index: Int) -> Double in
            let x = Double(index % size) - 20, y = Double(index / size) - 20
            return x * x + y * y
        }
        for radius in [3.0, 7.5, 15] {
            let line = MarchingSquares(rows: size, columns: size, values: values).lines(at: radius * radius)
            #expect(!line.isEmpty && line.allSatisfy { !$0.isGap })
            #expect(line.first == line.last)
            for point in line {
                let distance = ((point.x - 20) * (point.x - 20) + (point.y - 20) * (point.y - 20)).squareRoot()
                // Straight between neighbours: off by at most 1/8 of the curvature's 2 over the slope 2r.
                #expect((distance - radius).magnitude < 1 / (8 * radius) + 0.02, "\(distance) for \(radius)")
            }
        }
    }

    @Test func contoursOfARampAreStraightAndEndAtTheEdge() {
        let line = MarchingSquares(rows: 3, columns: 4, values: (0 ..< 12).map { Double($0 % 4) }).lines(at: 1.25)
        #expect(line.map(\.x) == [1.25, 1.25, 1.25])
        #expect(line.map(\.y) == [0, 1, 2] || line.map(\.y) == [2, 1, 0])
    }

    /// Around a saddle, two lines that do not cross; which corners are cut off is for the mean of the square to say.
    @Test func aSaddleHasTwoLines() {
        for (corners, joinsLow) in [([1.0, 0, 0, 1], true), ([1.0, 0.4, 0.4, 1], false)] {
            let line = MarchingSquares(rows: 2, columns: 2, values: corners).lines(at: 0.6)
            #expect(line.count { $0.isGap } == 1 && line.count == 5)
            // Pieces that cut off a high corner lie at the corner (0, 0) or (1, 1); those that cut off a low one at (1, 0) or (0, 1).
            let cutsHigh = line.prefix(2).allSatisfy { $0.x + $0.y < 1 } || line.prefix(2).allSatisfy { $0.x + $0.y > 1 }
            #expect(cutsHigh == joinsLow)
        }
    }

    @Test func squaresWithMissingNumbersHaveNoLine() {
        var values = (0 ..< 25).map { Double($0 % 5) }
        values[12] = .nan
        let line = MarchingSquares(rows: 5, columns: 5, values: values).lines(at: 1.5)
        #expect(line.count { $0.isGap } == 1)
        #expect(line.allSatisfy { $0.isGap || $0.y <= 1 || $0.y >= 3 })
    }
}
