import Linear

/// A fitted `SharedResponseModel`.
public struct SharedResponse: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What the responses were taken to be.
    public let kind: SharedResponseKind
    /// The map W_i of each subject, voxels x features, of orthonormal columns.
    public let maps: [Matrix]
    /// The shared response S, samples x features.
    public let response: Matrix
    /// The covariance Σ of the shared response; empty for `.deterministic`.
    public let covariance: Matrix
    /// The mean response μ_i of each voxel of each subject; 0 for `.deterministic`.
    public let means: [Vector]
    /// The noise variance ρ_i² of each subject; empty for `.deterministic`.
    public let noiseVariances: Vector
    /// For each iteration, for `.probabilistic` the log-likelihood before it (its last step is not in it), for `.deterministic` the mean squared error of S W_i' after it.
    public let objectives: Vector

    init(
        kind: SharedResponseKind, maps: [Matrix], response: Matrix, covariance: Matrix, means: [Vector], noiseVariances: Vector, objectives: Vector
    ) throws {
        guard maps.count == means.count, zip(maps, means).allSatisfy({ $0.columns == response.columns && $0.rows == $1.count }) else {
            throw NeuroError.shape(name: "maps", shape: [maps.count], must: "voxels x \(response.columns) features for each subject, with a mean for each voxel")
        }
        (self.kind, self.maps, self.response, self.covariance) = (kind, maps, response, covariance)
        (self.means, self.noiseVariances, self.objectives) = (means, noiseVariances, objectives)
    }

    /// Responses of a subject of the fit in the shared space: (X − μ) W, samples x features.
    ///
    /// - Parameters:
    ///   - x: samples x voxels, of any number of samples.
    ///   - subject: which, from 0.
    /// - Throws: `NeuroError` if there is no such subject, or `x` has another number of voxels, is empty or holds a NaN or an infinity.
    public func transform(_ x: Matrix, subject: Int) throws -> Matrix {
        try check(subject)
        guard x.columns == maps[subject].rows else {
            throw NeuroError.shape(name: "x", shape: x.shape, must: "of \(maps[subject].rows) columns, the voxels of subject \(subject)")
        }
        try Check.finite(x, "x")
        return try (x - means[subject]).multiplied(by: maps[subject])
    }

    /// What a shared response is in the voxels of a subject: S W' + μ, samples x voxels.
    ///
    /// - Parameters:
    ///   - subject: which, from 0.
    ///   - shared: samples x features; that of the fit by default, another such as the transformed responses of another subject.
    /// - Throws: `NeuroError` if there is no such subject, or `shared` has another number of features, is empty or holds a NaN or an infinity.
    public func reconstruct(subject: Int, from shared: Matrix? = nil) throws -> Matrix {
        try check(subject)
        let shared = shared ?? response
        guard shared.columns == response.columns else {
            throw NeuroError.shape(name: "shared", shape: shared.shape, must: "of \(response.columns) columns, the features")
        }
        try Check.finite(shared, "shared")
        return try shared.multiplied(byTransposeOf: maps[subject]) + means[subject]
    }

    /// The map W of a subject who was not in the fit: the nearest matrix of orthonormal columns to X'S. `x %*% w` then takes further responses, less their means, into the shared space.
    ///
    /// - Parameter x: samples x voxels: responses to the stimuli of the fit.
    /// - Returns: voxels x features.
    /// - Throws: `NeuroError` if `x` has another number of samples than the shared response, fewer voxels than features, or holds a NaN or an infinity.
    public func map(of x: Matrix) throws -> Matrix {
        try Check.finite(x, "x")
        guard x.rows == response.rows, x.columns >= response.columns else {
            throw NeuroError.shape(name: "x", shape: x.shape, must: "of \(response.rows) rows, the samples of the fit, and at least \(response.columns) columns, the features")
        }
        return try orthonormal(x.transposeMultiplied(by: response))
    }

    private func check(_ subject: Int) throws {
        guard maps.indices.contains(subject) else { throw NeuroError.invalid(name: "subject", value: "\(subject)", must: "from 0 to \(maps.count - 1)") }
    }

    /// One line: the extents and the last objective.
    public var description: String {
        let last = objectives.elements.last.map { kind == .probabilistic ? ", log-likelihood \($0)" : ", mean squared error \($0)" } ?? ""
        return "shared response of \(maps.count) subjects, \(response.rows) samples x \(response.columns) features\(last)"
    }

    private enum CodingKeys: String, CodingKey { case kind, maps, response, covariance, means, noiseVariances, objectives }

    /// Reads a fit that was saved, if its extents agree.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            kind: saved.decode(SharedResponseKind.self, forKey: .kind), maps: saved.decode([Matrix].self, forKey: .maps), response: saved.decode(Matrix.self, forKey: .response),
            covariance: saved.decode(Matrix.self, forKey: .covariance), means: saved.decode([Vector].self, forKey: .means),
            noiseVariances: saved.decode(Vector.self, forKey: .noiseVariances), objectives: saved.decode(Vector.self, forKey: .objectives))
    }
}
