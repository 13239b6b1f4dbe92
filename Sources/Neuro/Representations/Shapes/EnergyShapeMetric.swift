import Linear

/// How different two systems are whose responses vary from trial to trial, in whatever way: the energy distance of the trials, up to a rotation.
///
/// d² = mean over conditions of E‖x − y Q‖ − ½ E‖x − x′‖ − ½ E‖y − y′‖, over all pairs of different trials, with the orthogonal Q that makes the first term least. Of the distributions it
/// is 0 only where they are the same, not their means and covariances alone (`StochasticShapeMetric`); of few trials the estimate has no bias and may fall below 0, and is 0 then. Q is found by least squares with weights 1 / ‖x − y Q‖, again and again, which never raises the sum of the
/// distances, from the best rotation of all trials and from none; a lower one may exist.
///
/// L. R. Duong et al., ICLR 2023, arXiv:2211.11665.
public struct EnergyShapeMetric: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Whether the systems may be turned; otherwise neuron is compared with neuron.
    public let rotating: Bool
    /// The most steps.
    public let iterations: Int
    /// Ends where a step lowers the mean distance by less than this part of it.
    public let tolerance: Double

    /// A metric.
    ///
    /// - Throws: `NeuroError.invalid` unless `iterations` is at least 1 and `tolerance` at least 0.
    public init(rotating: Bool = true, iterations: Int = 200, tolerance: Double = 1e-10) throws {
        try Check.atLeast(1, iterations, "iterations")
        try Check.notNegative(tolerance, "tolerance")
        (self.rotating, self.iterations, self.tolerance) = (rotating, iterations, tolerance)
    }

    /// The distance of two systems.
    ///
    /// - Parameters:
    ///   - x: for each condition, trials x neurons; at least two trials.
    ///   - y: the same conditions, any numbers of trials and, if it may be turned, of neurons.
    /// - Throws: `NeuroError` if the conditions differ in number, shapes do not fit, or a number is not finite.
    /// - Complexity: O(iterations · conditions · trials² · neurons + iterations · neurons³).
    public func distance(_ x: [Matrix], _ y: [Matrix]) throws -> Double {
        guard let firstX = x.first, let firstY = y.first, x.count == y.count else {
            throw NeuroError.shape(name: "y", shape: [y.count], must: "of as many conditions as x has, which are \(x.count), and of at least one")
        }
        for (system, name) in [(x, "x"), (y, "y")] {
            for (index, trials) in system.enumerated() {
                try Check.finite(trials, "\(name)[\(index)]")
                guard trials.rows >= 2, trials.columns == system[0].columns else {
                    throw NeuroError.shape(name: "\(name)[\(index)]", shape: trials.shape, must: "of at least two trials of \(system[0].columns) neurons")
                }
            }
        }
        guard rotating || firstX.columns == firstY.columns else {
            throw NeuroError.shape(name: "y[0]", shape: firstY.shape, must: "of \(firstX.columns) neurons, as x, unless it may be turned")
        }
        let n = max(firstX.columns, firstY.columns)
        func filled(_ m: Matrix) throws -> Matrix { try m.columns == n ? m : Matrix.concatenatingColumns([m, .zeros(rows: m.rows, columns: n - m.columns)]) }
        let (a, b) = (try x.map(filled), try y.map(filled))
        let within = (zip(a, b).reduce(0) { $0 + Self.within($1.0) + Self.within($1.1) }) / 2
        let between =
            try rotating ? min(descend(a, b, from: Self.target(a, b, nil).orthogonalPart(), part: 0), descend(a, b, from: .identity(n), part: 1)) : Self.between(a, b).total
        return max(0, (between - within) / Double(x.count)).squareRoot()
    }

    /// The least sum over conditions of the mean distances between their trials.
    private func descend(_ x: [Matrix], _ y: [Matrix], from start: Matrix, part: Int) throws -> Double {
        var q = start
        var least = Double.infinity
        for iteration in 0 ..< iterations {
            try Progress.check(iteration, of: iterations, part: part, of: 2)
            let turned = try y.map { try $0.multiplied(by: q) }
            let (total, weights) = Self.between(x, turned)
            let gain = least - total
            least = min(least, total)
            if gain <= tolerance * total { break }
            q = try Self.target(x, y, weights).orthogonalPart()
        }
        return least
    }

    /// Σ over conditions and pairs of trials of w y xᵀ: its orthogonal part is the rotation of y that is best by least squares. Each condition counts once, however many trials it has.
    private static func target(_ x: [Matrix], _ y: [Matrix], _ weights: [Matrix]?) throws -> Matrix {
        var sum = try Matrix.zeros(rows: y[0].columns, columns: x[0].columns)
        for (index, (a, b)) in zip(x, y).enumerated() {
            let share = 1 / Double(a.rows * b.rows)
            if let weights {
                sum = try sum + b.transposeMultiplied(by: weights[index].transposeMultiplied(by: a)) * share
            } else {
                sum = try sum + Vector(b.columnMeans()).outer(Vector(a.columnMeans()))
            }
        }
        return sum
    }

    /// The sum over conditions of the mean distance between trials of one and the other, and 1 / distance of each pair.
    private static func between(_ x: [Matrix], _ y: [Matrix]) -> (total: Double, weights: [Matrix]) {
        var total = 0.0
        let weights = zip(x, y).map { a, b in
            Matrix(unsafeUninitializedRows: a.rows, columns: b.rows) { w in
                let width = a.columns
                var sum = 0.0
                for i in 0 ..< a.rows {
                    for j in 0 ..< b.rows {
                        let d = distance(a.elements, i, b.elements, j, width)
                        sum += d
                        // Bounded, or a pair that meets would hold the rotation where it is.
                        w.initializeElement(at: i * b.rows + j, to: 1 / max(d, 1e-12))
                    }
                }
                total += sum / Double(a.rows * b.rows)
            }
        }
        return (total, weights)
    }

    /// The mean distance between two different trials.
    private static func within(_ x: Matrix) -> Double {
        var sum = 0.0
        for i in 0 ..< x.rows { for j in 0 ..< i { sum += distance(x.elements, i, x.elements, j, x.columns) } }
        return sum / Double(RDM.pairs(of: x.rows))
    }

    private static func distance(_ x: [Double], _ i: Int, _ y: [Double], _ j: Int, _ width: Int) -> Double {
        var square = 0.0
        for k in 0 ..< width { square += (x[i * width + k] - y[j * width + k]) * (x[i * width + k] - y[j * width + k]) }
        return square.squareRoot()
    }

    /// One line: the parameters.
    public var description: String { "energy shape metric" + (rotating ? "" : ", without rotation") }
}

extension EnergyShapeMetric {
    private enum Key: String, CodingKey { case rotating, iterations, tolerance }

    /// Reads what was encoded, and checks it as the initialiser does.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        try self.init(
            rotating: values.decode(Bool.self, forKey: .rotating), iterations: values.decode(Int.self, forKey: .iterations),
            tolerance: values.decode(Double.self, forKey: .tolerance))
    }
}
