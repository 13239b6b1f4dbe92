import Linear

/// The noisy responses of a system to each condition: their means and covariances.
public struct ResponseDistribution: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Conditions x neurons.
    public let means: Matrix
    /// For each condition, neurons x neurons.
    public let covariances: [Matrix]

    /// Responses with given means and covariances.
    ///
    /// - Throws: `NeuroError` unless there is one symmetric covariance of the neurons for each condition, all finite, none with a negative variance.
    public init(means: Matrix, covariances: [Matrix]) throws {
        try Check.finite(means, "means")
        guard covariances.count == means.rows else {
            throw NeuroError.shape(name: "covariances", shape: [covariances.count], must: "of \(means.rows) matrices, one for each condition")
        }
        for (index, covariance) in covariances.enumerated() { try NoisePrecision.full(covariance).check(channels: means.columns, name: "covariances[\(index)]") }
        (self.means, self.covariances) = (means, covariances)
    }

    /// The sample means and covariances (divided by trials − 1) of repeated responses.
    ///
    /// - Parameter trials: for each condition, trials x neurons; at least two trials.
    /// - Throws: `NeuroError` for fewer, for different numbers of neurons, or for numbers that are not finite.
    public init(trials: [Matrix]) throws {
        guard let first = trials.first else { throw NeuroError.shape(name: "trials", shape: [0], must: "of at least one condition") }
        var means: [Vector] = [], covariances: [Matrix] = []
        for (index, responses) in trials.enumerated() {
            try Check.finite(responses, "trials[\(index)]")
            guard responses.rows >= 2, responses.columns == first.columns else {
                throw NeuroError.shape(name: "trials[\(index)]", shape: responses.shape, must: "of at least two trials of \(first.columns) neurons")
            }
            means.append(Vector(responses.columnMeans()))
            covariances.append(try responses.centringColumns().gram() * (1 / Double(responses.rows - 1)))
        }
        guard means.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }), covariances.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }) else {
            throw NeuroError.diverged(what: "the covariances are larger than the numbers reach; scale the trials down")
        }
        (self.means, self.covariances) = (try Matrix.fromRows(means), covariances)
    }

    /// One line: the extents.
    public var description: String { "responses of \(means.columns) neurons to \(means.rows) conditions, with covariances" }
}

/// How different two systems are whose responses are noisy: of the means and the noise around them, up to a rotation.
///
/// d² = mean over conditions of α ‖μ − μ′ Q‖² + (2 − α) B²(S, Qᵀ S′ Q), least over orthogonal Q, with the Bures distance B² of covariances, tr S + tr S′ − 2 tr (S^½ S′ S^½)^½. With α = 1 it is the
/// 2-Wasserstein distance of Gaussians, with 2 that of the means alone, with 0 that of the noise.
///
/// ```swift
/// let metric = try StochasticShapeMetric(alpha: 1)
/// try metric.distance(ResponseDistribution(trials: v1), ResponseDistribution(trials: v4))
/// ```
///
/// L. R. Duong et al., ICLR 2023, arXiv:2211.11665. The least is found by turns: given Q, each condition's optimal R_i is the orthogonal part of S′^½ Q S^½; given those, Q is that of
/// α Σ μ′ᵀ μ + (2 − α) Σ S′^½ R_i S^½, so d never grows. The surface has several valleys: it is descended from the best rotation of the means, from none and from random ones, and the
/// lowest end is taken. So the result is an upper bound of the distance, the better the more starts there are; where it is 0 its rounding is √(10⁻¹⁶).
public struct StochasticShapeMetric: Equatable, Sendable, Codable, CustomStringConvertible {
    /// From 0 (noise alone) over 1 (Wasserstein) to 2 (means alone).
    public let alpha: Double
    /// Whether the systems may be turned; otherwise neuron is compared with neuron.
    public let rotating: Bool
    /// How many random rotations to start from, besides that of the means and none.
    public let starts: Int
    /// The most steps from each start.
    public let iterations: Int
    /// Ends where a step lowers d² by less than this part of the responses' own variance.
    public let tolerance: Double
    /// Of the random rotations.
    public let seed: Int

    /// A metric.
    ///
    /// - Throws: `NeuroError.invalid` unless `alpha` is from 0 to 2, `starts` at least 0, `iterations` at least 1 and `tolerance` at least 0.
    public init(alpha: Double = 1, rotating: Bool = true, starts: Int = 5, iterations: Int = 1000, tolerance: Double = 1e-12, seed: Int = 0) throws {
        guard alpha >= 0, alpha <= 2 else { throw NeuroError.invalid(name: "alpha", value: "\(alpha)", must: "from 0 (noise) to 2 (means)") }
        try Check.atLeast(0, starts, "starts")
        try Check.atLeast(1, iterations, "iterations")
        try Check.notNegative(tolerance, "tolerance")
        (self.alpha, self.rotating, self.starts, self.iterations, self.tolerance, self.seed) = (alpha, rotating, starts, iterations, tolerance, seed)
    }

    /// The distance of two systems, and with it an upper bound of the true least one.
    ///
    /// - Parameters:
    ///   - x: responses to the conditions.
    ///   - y: of another system to the same conditions; the one with fewer neurons is filled up with silent ones.
    /// - Throws: `NeuroError` if the conditions differ in number, or the neurons do although nothing may be turned.
    /// - Complexity: O(starts · iterations · conditions · neurons³).
    public func distance(_ x: ResponseDistribution, _ y: ResponseDistribution) throws -> Double {
        guard x.means.rows == y.means.rows else { throw NeuroError.shape(name: "y", shape: y.means.shape, must: "of \(x.means.rows) conditions, as x") }
        guard rotating || x.means.columns == y.means.columns else {
            throw NeuroError.shape(name: "y", shape: y.means.shape, must: "of \(x.means.columns) neurons, as x, unless it may be turned")
        }
        let n = max(x.means.columns, y.means.columns)
        let problem = try RotationSearch(StochasticSystem(x, neurons: n), StochasticSystem(y, neurons: n), alpha: alpha)
        guard rotating else { return try problem.distance(.identity(n)) }
        var best = Double.infinity
        var random = Random(seed: seed)
        for start in -2 ..< starts {
            let rotation =
                switch start {
                case -2: try problem.rotationOfMeans()
                case -1: try Matrix.identity(n)
                default: try random.normal(rows: n, columns: n).orthogonalPart()
                }
            let square = try Progress.stretch(from: Double(start + 2) / (Double(starts) + 2), to: (Double(start) + 3) / (Double(starts) + 2)) {
                try problem.descend(from: rotation, iterations: iterations, tolerance: tolerance)
            }
            best = min(best, square)
        }
        return best.squareRoot()
    }

    /// The distances of all pairs of systems, a symmetric matrix with zeros on its diagonal.
    ///
    /// - Throws: As `distance(_:_:)`, and unless there are at least two systems.
    public func distances(_ systems: [ResponseDistribution]) throws -> Matrix {
        guard systems.count >= 2 else { throw NeuroError.shape(name: "systems", shape: [systems.count], must: "of at least two systems") }
        let n = systems.count
        var values: [Double] = []
        for i in 0 ..< n {
            for j in i + 1 ..< max(n, i + 1) {
                values.append(try Progress.stretch(values.count, of: RDM.pairs(of: n)) { try distance(systems[i], systems[j]) })
            }
        }
        return try RDM(Vector(values)).matrix
    }

    /// One line: the parameters.
    public var description: String { "stochastic shape metric, alpha \(alpha)" + (rotating ? "" : ", without rotation") }
}

extension ResponseDistribution {
    private enum Key: String, CodingKey { case means, covariances }

    /// Reads what was encoded, and checks it as the initialiser does.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        try self.init(means: values.decode(Matrix.self, forKey: .means), covariances: values.decode([Matrix].self, forKey: .covariances))
    }
}

extension StochasticShapeMetric {
    private enum Key: String, CodingKey { case alpha, rotating, starts, iterations, tolerance, seed }

    /// Reads what was encoded, and checks it as the initialiser does.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        try self.init(
            alpha: values.decode(Double.self, forKey: .alpha), rotating: values.decode(Bool.self, forKey: .rotating), starts: values.decode(Int.self, forKey: .starts),
            iterations: values.decode(Int.self, forKey: .iterations), tolerance: values.decode(Double.self, forKey: .tolerance), seed: values.decode(Int.self, forKey: .seed))
    }
}

/// Means, roots of covariances and their traces, filled up to a number of neurons.
private struct StochasticSystem {
    let means: Matrix
    let roots: [Matrix]
    let variance: Double

    init(_ system: ResponseDistribution, neurons n: Int) throws {
        let own = system.means.columns, conditions = system.means.rows
        means = try own == n ? system.means : Matrix.concatenatingColumns([system.means, .zeros(rows: conditions, columns: n - own)])
        var roots: [Matrix] = [], variance = 0.0
        for (index, covariance) in system.covariances.enumerated() {
            try Progress.check(index, of: conditions)
            let (root, trace) = try SecondMoment.root(covariance)
            variance += trace
            let filled =
                try own == n ? root : Matrix.concatenatingRows([Matrix.concatenatingColumns([root, .zeros(rows: own, columns: n - own)]), .zeros(rows: n - own, columns: n)])
            roots.append(filled)
        }
        (self.roots, self.variance) = (roots, variance)
    }
}

/// The least over rotations of one pair of systems.
private struct RotationSearch {
    let x: StochasticSystem
    let y: StochasticSystem
    let alpha: Double

    init(_ x: StochasticSystem, _ y: StochasticSystem, alpha: Double) throws { (self.x, self.y, self.alpha) = (x, y, alpha) }

    func rotationOfMeans() throws -> Matrix { try y.means.transposeMultiplied(by: x.means).orthogonalPart() }

    func distance(_ q: Matrix) throws -> Double { try step(q).square.squareRoot() }

    /// The lowest d² on the way down.
    func descend(from start: Matrix, iterations: Int, tolerance: Double) throws -> Double {
        var q = start
        let total = x.means.elements.reduce(0) { $0 + $1 * $1 } + y.means.elements.reduce(0) { $0 + $1 * $1 } + x.variance + y.variance
        var least = Double.infinity
        for iteration in 0 ..< iterations {
            try Progress.check(iteration, of: iterations)
            let (square, target) = try step(q)
            let gain = least - square
            least = min(least, square)
            if gain <= tolerance * total / Double(x.roots.count) { break }
            q = try target.orthogonalPart()
        }
        return least
    }

    /// d² with a rotation, and the matrix whose orthogonal part is the next one.
    private func step(_ q: Matrix) throws -> (square: Double, target: Matrix) {
        let turned = try y.means.multiplied(by: q)
        let means = zip(x.means.elements, turned.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        var target = try y.means.transposeMultiplied(by: x.means) * alpha
        var overlap = 0.0
        if alpha < 2 {
            for (sx, sy) in zip(x.roots, y.roots) {
                let svd = try sy.multiplied(by: q).multiplied(by: sx).singularValues()
                overlap += svd.values.sum()
                let r = try svd.left.multiplied(by: svd.rightTransposed)
                target = try target + sy.multiplied(by: r).multiplied(by: sx) * (2 - alpha)
            }
        }
        let noise = max(0, x.variance + y.variance - 2 * overlap)
        return ((alpha * means + (2 - alpha) * noise) / Double(x.means.rows), target)
    }
}

extension Matrix {
    /// The nearest matrix with orthonormal columns (of a square one): U Vᵀ of U S Vᵀ.
    func orthogonalPart() throws -> Matrix {
        let svd = try singularValues()
        return try svd.left.multiplied(by: svd.rightTransposed)
    }
}
