import Linear
import Synchronization

/// How different the shapes are that the responses of two systems to the same conditions have, whatever their neurons are called and however they are turned: a metric.
///
/// ```swift
/// let metric = try ShapeMetric()                       // up to rotations
/// try metric.distance(v1, v4)                          // conditions x neurons each
/// let all = try metric.distances([v1, v4, it])         // a matrix, for classicalScaling
/// ```
///
/// Responses are centred, partially whitened, and turned onto each other (Procrustes). A. H. Williams et al., NeurIPS 34 (2021) 4738, arXiv:2110.14739.
public struct ShapeMetric: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What is measured between the aligned responses.
    public enum Kind: String, Equatable, Sendable, Codable {
        /// The angle, from 0 to π/2: arccos of the inner product over the norms. Blind to scale.
        case angular
        /// The Frobenius norm of the difference.
        case euclidean
    }

    /// From 0, where systems count as equal that any linear map turns into each other, to 1, where only rotations and reflections do.
    public let alpha: Double
    /// Angle or distance.
    public let kind: Kind
    /// Whether the mean response of each neuron is taken off.
    public let centring: Bool

    /// A metric.
    ///
    /// - Parameters:
    ///   - alpha: how much of each direction's own variance stays: with XᵀX = V Λ Vᵀ the responses become X V (α + (1 − α) Λ^−½) Vᵀ, scaled to their former norm. Between 0 and 1 it
    ///     depends on the unit of the responses.
    ///   - kind: angle or distance.
    ///   - centring: takes off the mean response of each neuron.
    /// - Throws: `NeuroError.invalid` unless `alpha` is from 0 to 1.
    public init(alpha: Double = 1, kind: Kind = .angular, centring: Bool = true) throws {
        guard alpha >= 0, alpha <= 1 else { throw NeuroError.invalid(name: "alpha", value: "\(alpha)", must: "from 0 (any linear map) to 1 (rotations)") }
        (self.alpha, self.kind, self.centring) = (alpha, kind, centring)
    }

    /// The distance of two systems.
    ///
    /// - Parameters:
    ///   - x: conditions x neurons.
    ///   - y: the same conditions x other neurons, more or fewer: the smaller system is filled up with silent ones.
    /// - Throws: `NeuroError` if the conditions differ in number, a number is not finite, or a system responds to all conditions alike.
    /// - Complexity: O(conditions · neurons · min(conditions, neurons)).
    public func distance(_ x: Matrix, _ y: Matrix) throws -> Double {
        try value(ShapePair(shape(x, "x"), shape(y, "y", of: x.rows)))
    }

    /// The distances of all pairs of systems, a symmetric matrix with zeros on its diagonal. Each system is decomposed once.
    ///
    /// - Throws: As `distance(_:_:)`, and unless there are at least two systems.
    public func distances(_ systems: [Matrix]) throws -> Matrix {
        guard systems.count >= 2 else { throw NeuroError.shape(name: "systems", shape: [systems.count], must: "of at least two systems") }
        var shapes: [SystemShape] = []
        for (index, system) in systems.enumerated() {
            try Progress.check(index, of: 2 * systems.count)
            shapes.append(try shape(system, "systems[\(index)]", of: systems[0].rows))
        }
        let n = systems.count
        let pairs = (0 ..< n).flatMap { i in (i + 1 ..< max(n, i + 1)).map { (i, $0) } }
        let results = Mutex([Double](repeating: 0, count: pairs.count))
        let failure = Mutex<(any Error)?>(nil)
        try Threads.share(pairs.count, progress: { (begun: Int) throws in try Progress.check(pairs.count + begun, of: 2 * pairs.count) }) { _, pair in
            do {
                let (first, second) = pairs[pair]
                let fitted: ShapePair = try Progress.observe({ _ in }) { try ShapePair(shapes[first], shapes[second]) }
                results.withLock { $0[pair] = value(fitted) }
            } catch { failure.withLock { $0 = error } }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return try RDM(Vector(results.withLock { $0 })).matrix
    }

    /// The maps that bring two systems into the coordinates in which they are most alike; for pictures and for other conditions than those it was fitted to.
    ///
    /// - Throws: As `distance(_:_:)`.
    public func alignment(_ x: Matrix, _ y: Matrix) throws -> ShapeAlignment {
        let (first, second) = (try shape(x, "x"), try shape(y, "y", of: x.rows))
        let pair = try ShapePair(first, second)
        return ShapeAlignment(
            metric: self, xMean: Vector(first.mean), yMean: Vector(second.mean), xMap: try first.map.multiplied(by: ShapePair.completed(pair.left)),
            yMap: try second.map.multiplied(by: ShapePair.completed(pair.right)),
            fittedDistance: value(pair))
    }

    private func shape(_ responses: Matrix, _ name: String, of conditions: Int? = nil) throws -> SystemShape {
        if let conditions, responses.rows != conditions {
            throw NeuroError.shape(name: name, shape: responses.shape, must: "of \(conditions) rows, one for each condition of the first system")
        }
        return try SystemShape(responses, alpha: alpha, centring: centring, name: name)
    }

    private func value(_ pair: ShapePair) -> Double { kind == .angular ? pair.angle : pair.euclidean }

    /// One line: the parameters.
    public var description: String { "\(kind.rawValue) shape metric, alpha \(alpha)" + (centring ? "" : ", not centred") }
}

extension ShapeMetric {
    private enum Key: String, CodingKey { case alpha, kind, centring }

    /// Reads what was encoded, and checks it as the initialiser does.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        try self.init(alpha: values.decode(Double.self, forKey: .alpha), kind: values.decode(Kind.self, forKey: .kind), centring: values.decode(Bool.self, forKey: .centring))
    }
}

/// Two systems brought into common coordinates by a `ShapeMetric`.
public struct ShapeAlignment: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The metric that was fitted.
    public let metric: ShapeMetric
    /// What is taken off the responses of the first system.
    public let xMean: Vector
    /// What is taken off the responses of the second system.
    public let yMean: Vector
    /// From the neurons of the first system to common coordinates; coordinates beyond those of the other system have no partner there.
    public let xMap: Matrix
    /// From the neurons of the second system to common coordinates.
    public let yMap: Matrix
    /// The distance of the responses it was fitted to.
    public let fittedDistance: Double

    /// Responses of the first system, conditions x neurons, in common coordinates.
    ///
    /// - Throws: `NeuroError` if they have other neurons or a number is not finite.
    public func transformedX(_ responses: Matrix) throws -> Matrix { try transformed(responses, xMean, xMap, "responses") }

    /// Responses of the second system, conditions x neurons, in common coordinates.
    ///
    /// - Throws: `NeuroError` if they have other neurons or a number is not finite.
    public func transformedY(_ responses: Matrix) throws -> Matrix { try transformed(responses, yMean, yMap, "responses") }

    /// The distance of the two systems' responses to other conditions, with this alignment.
    ///
    /// - Throws: As `transformedX`; if the conditions differ in number; of angles, if one of the two is 0 everywhere.
    public func distance(_ x: Matrix, _ y: Matrix) throws -> Double {
        guard x.rows == y.rows else { throw NeuroError.shape(name: "y", shape: y.shape, must: "of \(x.rows) rows, as x") }
        let (a, b) = (try transformed(x, xMean, xMap, "x"), try transformed(y, yMean, yMap, "y"))
        let width = max(a.columns, b.columns)
        func filled(_ m: Matrix) throws -> [Double] {
            m.columns == width ? m.elements : try Matrix.concatenatingColumns([m, .zeros(rows: m.rows, columns: width - m.columns)]).elements
        }
        let (u, v) = (try filled(a), try filled(b))
        if metric.kind == .euclidean { return PreparedComparison.length(zip(u, v).map { $0 - $1 }) }
        let (s, t) = (PreparedComparison.unit(u), PreparedComparison.unit(v))
        guard s.contains(where: { $0 != 0 }), t.contains(where: { $0 != 0 }) else {
            throw NeuroError.invalid(name: "x or y", value: "at the mean for all conditions", must: "responses that differ")
        }
        return SystemShape.angle(s, t)
    }

    private func transformed(_ responses: Matrix, _ mean: Vector, _ map: Matrix, _ name: String) throws -> Matrix {
        guard responses.columns == map.rows, mean.count == map.rows else {
            throw NeuroError.shape(name: name, shape: responses.shape, must: "of \(map.rows) columns, the neurons of that system")
        }
        try Check.finite(responses, name)
        return try responses.subtractingFromRows(mean.elements).multiplied(by: map)
    }

    /// One line: the extents and the distance.
    public var description: String { "alignment of \(xMap.rows) and \(yMap.rows) neurons, \(metric.kind.rawValue) distance \(fittedDistance)" }
}

extension SystemShape {
    /// The angle between two vectors of length 1.
    static func angle(_ u: [Double], _ v: [Double]) -> Double {
        var apart = 0.0, together = 0.0
        for (a, b) in zip(u, v) {
            apart += (a - b) * (a - b)
            together += (a + b) * (a + b)
        }
        return halfAngle(apart, together)
    }
}
