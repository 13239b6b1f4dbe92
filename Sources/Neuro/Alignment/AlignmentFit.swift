import Linear

/// A map from the responses of one subject to those of another, found by an `Alignment`.
public struct AlignmentFit: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How the map was found.
    public let method: Alignment
    /// The numbers of voxels of the source and of the target.
    public let shape: [Int]
    /// The map, source voxels x target voxels, its scale included; nil where it is the identity.
    public let map: Matrix?
    /// What is added to each target voxel: 0 but for `.ridgeCV`.
    public let intercept: Vector
    /// The scale of `.scaledOrthogonal`, 1 for the others.
    public let scale: Double
    /// The penalty that `.ridgeCV` chose; nil for the others.
    public let alpha: Double?
    /// How far the plan of `.optimalTransport` is from giving each source voxel its weight, summed over voxels whose weights sum to 1; 0 for the others. Above the tolerance that was asked for where
    /// the iterations did not suffice.
    public let marginalError: Double

    init(
        _ method: Alignment, shape: [Int], map: Matrix? = nil, intercept: Vector? = nil, scale: Double = 1, alpha: Double? = nil, marginalError: Double = 0
    ) throws {
        guard shape.count == 2, shape.allSatisfy({ $0 >= 1 && $0 <= Int(Int32.max) }), map == nil ? shape[0] == shape[1] : map?.shape == shape else {
            throw NeuroError.shape(name: "map", shape: map?.shape ?? shape, must: "as many rows as source voxels and columns as target voxels")
        }
        if let map, !map.elements.allSatisfy(\.isFinite) {
            throw NeuroError.diverged(what: "the map is not finite: the responses are too large; scale them")
        }
        let intercept = try intercept ?? Vector.zeros(shape[1])
        guard intercept.count == shape[1] else { throw NeuroError.shape(name: "intercept", shape: [intercept.count], must: "one number for each of the \(shape[1]) target voxels") }
        (self.method, self.shape, self.map, self.intercept, self.scale) = (method, shape, map, intercept, scale)
        (self.alpha, self.marginalError) = (alpha, marginalError)
    }

    /// What responses of the source would be in the target: X · map + intercept.
    ///
    /// - Parameter x: samples x source voxels, of any number of samples.
    /// - Throws: `NeuroError` if `x` has another number of voxels than the source, is empty or holds a NaN or an infinity.
    public func transform(_ x: Matrix) throws -> Matrix {
        guard x.columns == shape[0] else {
            throw NeuroError.shape(name: "x", shape: x.shape, must: "of \(shape[0]) columns, the voxels of the source")
        }
        guard let map else {
            try Check.finite(x, "x")
            return x
        }
        return try ridgePrediction(x, map, intercept)
    }

    /// One line: the method and the extents.
    public var description: String {
        let more = alpha.map { ", alpha \($0)" } ?? (method == .scaledOrthogonal ? ", scale \(scale)" : marginalError > 0 ? ", marginal error \(marginalError)" : "")
        return "alignment \(method) of \(shape[0]) voxels to \(shape[1])\(more)"
    }

    private enum CodingKeys: String, CodingKey { case method, shape, map, intercept, scale, alpha, marginalError }

    /// Reads a map that was saved, if its extents agree.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            saved.decode(Alignment.self, forKey: .method), shape: saved.decode([Int].self, forKey: .shape), map: saved.decodeIfPresent(Matrix.self, forKey: .map),
            intercept: saved.decode(Vector.self, forKey: .intercept), scale: saved.decode(Double.self, forKey: .scale),
            alpha: saved.decodeIfPresent(Double.self, forKey: .alpha), marginalError: saved.decode(Double.self, forKey: .marginalError))
    }
}
