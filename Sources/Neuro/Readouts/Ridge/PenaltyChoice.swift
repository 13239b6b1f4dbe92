import Glibc
import Linear

/// Which penalty has the best cross-validated score.
struct PenaltyChoice {
    let alphas: Vector
    /// Whether each target has its own; otherwise the best mean over the targets decides for all.
    let perTarget: Bool

    /// For each target the place of its penalty, and the score that it has there.
    ///
    /// - Parameters:
    ///   - scores: penalties x targets. A score that is not a finite number is not chosen.
    ///   - y: the targets.
    /// - Throws: `NeuroError.diverged` where no penalty has a finite score.
    func best<Scalar: LinearScalar>(_ scores: Matrix, of y: MatrixOf<Scalar>) throws -> [(candidate: Int, score: Double)] {
        let targets = scores.columns
        return try scores.withUnsafeBufferPointer { values in
            if perTarget {
                return try (0 ..< targets).map { target in
                    let place = try winner({ values[$0 * targets + target] }, of: y, target ..< target + 1)
                    return (place, values[place * targets + target])
                }
            }
            let means = (0 ..< alphas.count).map { row in values[row * targets ..< (row + 1) * targets].reduce(0, +) / Double(targets) }
            let place = try winner({ means[$0] }, of: y, 0 ..< targets)
            return (0 ..< targets).map { (place, values[place * targets + $0]) }
        }
    }

    private func winner<Scalar: LinearScalar>(_ score: (Int) -> Double, of y: MatrixOf<Scalar>, _ columns: Range<Int>) throws -> Int {
        // A slope that only matters between equals: of those the larger penalty is taken, also where rounding made them unequal. As himalaya does it, but that small units of the targets, and
        // so small squared errors, leave it a matter of equals.
        let largest = alphas.elements.indices.reduce(0) { score($1).isFinite ? max($0, abs(score($1))) : $0 }
        let isRounding = largest < 1e-12 && largest <= 1e-24 * meanSquare(y, columns)
        let slope = isRounding ? 1e-10 : 1e-10 * min(1, largest)
        var (winner, record) = (-1, -Double.infinity)
        for (candidate, alpha) in alphas.elements.enumerated() where score(candidate).isFinite {
            let value = score(candidate) + slope * log(max(alpha, .leastNonzeroMagnitude))
            if value > record { (winner, record) = (candidate, value) }
        }
        guard winner >= 0 else {
            throw NeuroError.diverged(
                what: "no penalty has a cross-validated score for target \(columns.lowerBound) that is a finite number; look for numbers of very different size")
        }
        return winner
    }

    private func meanSquare<Scalar: LinearScalar>(_ y: MatrixOf<Scalar>, _ columns: Range<Int>) -> Double {
        y.withUnsafeBufferPointer { values in
            var sum = 0.0
            for row in 0 ..< y.rows { for column in columns { sum += Double(values[row * y.columns + column]) * Double(values[row * y.columns + column]) } }
            return sum / Double(y.rows * columns.count)
        }
    }
}
