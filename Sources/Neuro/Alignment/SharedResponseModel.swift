import Linear

/// What a `SharedResponseModel` takes the responses of a subject to be.
public enum SharedResponseKind: String, Equatable, Sendable, Codable, CustomStringConvertible {
    /// X_i ≈ S W_i' in the least squares.
    case deterministic
    /// Each sample is Normal(W_i s + μ_i, ρ_i² 1) for a shared s that is Normal(0, Σ): subjects with less noise count more.
    case probabilistic

    /// The kind as it is written in a cell.
    public var description: String { ".\(rawValue)" }
}

/// Finds what the responses of several subjects share: X_i ≈ S W_i', with one response S for all and for each subject a map W_i of orthonormal columns.
///
/// ```swift
/// let fit = try SharedResponseModel(features: 20).fit(subjects)
/// let common = try fit.transform(heldOut[0], subject: 0)            // samples x features
/// let w = try fit.map(of: newcomer)                                 // for a subject who was not in the fit
/// ```
///
/// Row i of each subject is the response to the same stimulus; the numbers of voxels may differ. Chen et al. (2015), "A reduced-dimension fMRI shared response model", NIPS 28; the steps are those of
/// brainiak's `DetSRM` and `SRM` (Anderson et al. 2016, doi:10.1109/BigData.2016.7840719), with one difference: `SRM` takes the noise variance from the responses as they are given, here it is that of the
/// responses less their means, as the model has it. On centred responses the two agree.
public struct SharedResponseModel: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How many features the shared response has.
    public let features: Int
    /// What the responses are taken to be.
    public let kind: SharedResponseKind
    /// How many times the maps and the shared response are found in turn.
    public let iterations: Int
    /// The seed of the maps to start from.
    public let seed: Int
    /// What is added to the diagonal of X_i'S before its orthogonal factor is taken, so that there is one where S has lost a dimension.
    public let perturbation: Double

    /// - Parameters:
    ///   - features: at least 1.
    ///   - kind: `.probabilistic` by default.
    ///   - iterations: 10 by default.
    ///   - seed: of the random orthonormal maps to start from.
    ///   - perturbation: 0.001 by default, as in brainiak.
    /// - Throws: `NeuroError.invalid` if a parameter is out of range.
    public init(features: Int, kind: SharedResponseKind = .probabilistic, iterations: Int = 10, seed: Int = 0, perturbation: Double = 0.001) throws {
        try Check.atLeast(1, features, "features")
        try Check.atLeast(1, iterations, "iterations")
        try Check.notNegative(perturbation, "perturbation")
        (self.features, self.kind, self.iterations, self.seed, self.perturbation) = (features, kind, iterations, seed, perturbation)
    }

    /// Finds the shared response and the maps.
    ///
    /// - Parameters:
    ///   - subjects: samples x voxels of each subject; at least two, with as many samples.
    ///   - start: the maps to start from, voxels x features for each subject, instead of random ones.
    /// - Throws: `NeuroError` if there are fewer than two subjects, they differ in samples, one has fewer samples or voxels than there are features, is empty, holds a NaN or an infinity or (for
    ///   `.probabilistic`) does not vary.
    /// - Complexity: O(n v k) for each iteration, with n samples, v voxels of all subjects and k features.
    public func fit(_ subjects: [Matrix], start: [Matrix]? = nil) throws -> SharedResponse {
        guard subjects.count >= 2 else { throw NeuroError.shape(name: "subjects", shape: [subjects.count], must: "at least two subjects") }
        let samples = subjects[0].rows
        for (index, subject) in subjects.enumerated() {
            try Check.finite(subject, "subjects[\(index)]")
            guard subject.rows == samples, min(samples, subject.columns) >= features else {
                throw NeuroError.shape(
                    name: "subjects[\(index)]", shape: subject.shape, must: "of \(samples) rows, as the first, with no fewer rows and columns than \(features), the features")
            }
        }
        guard subjects.reduce(0, { $0 + $1.norm() * $1.norm() }).isFinite else {
            throw NeuroError.diverged(what: "the sum of squares of the subjects is not finite: the responses are too large; scale them")
        }
        if let start {
            guard start.count == subjects.count else { throw NeuroError.shape(name: "start", shape: [start.count], must: "one map for each of the \(subjects.count) subjects") }
            for (index, map) in start.enumerated() {
                try Check.finite(map, "start[\(index)]")
                guard map.rows == subjects[index].columns, map.columns == features else {
                    throw NeuroError.shape(name: "start[\(index)]", shape: map.shape, must: "\(subjects[index].columns) voxels x \(features) features")
                }
            }
        }
        let maps =
            try start
            ?? subjects.enumerated().map { index, subject in
                var random = Random(seed: seed, stream: index)
                return try orthonormal(random.normal(rows: subject.columns, columns: features))
            }
        let result =
            switch kind {
            case .deterministic: try deterministic(subjects, maps)
            case .probabilistic: try probabilistic(subjects, maps)
            }
        guard result.maps.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }), result.response.elements.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the shared response is not finite: the responses are too large or too small; scale them")
        }
        return result
    }

    /// S = mean of X_i W_i, W_i = the orthogonal factor of X_i'S, in turn.
    private func deterministic(_ subjects: [Matrix], _ start: [Matrix]) throws -> SharedResponse {
        let count = Double(subjects.count)
        let power = subjects.reduce(0) { $0 + $1.norm() * $1.norm() }
        func response(_ maps: [Matrix]) throws -> Matrix {
            var sum = try subjects[0] %*% maps[0]
            for (subject, map) in zip(subjects, maps).dropFirst() { sum = try sum + subject.multiplied(by: map) }
            return sum / count
        }
        var (maps, objectives) = (start, [Double]())
        var shared = try response(maps)
        for iteration in 0 ..< iterations {
            try Progress.check(iteration, of: iterations)
            maps = try subjects.map { try map($0, to: shared).map }
            shared = try response(maps)
            // Σ ‖X_i − S W_i'‖² = Σ ‖X_i‖² − N ‖S‖², since the X_i W_i sum up to N S.
            objectives.append(max(0, power - count * shared.norm() * shared.norm()) / Double(subjects.reduce(0) { $0 + $1.count }))
        }
        return try SharedResponse(
            kind: kind, maps: maps, response: shared, covariance: Matrix(rows: 0, columns: 0, elements: []),
            means: subjects.map { try Vector.zeros($0.columns) }, noiseVariances: [], objectives: Vector(objectives))
    }

    /// Expectation and maximisation. With Σ = V diag(λ) V' and ρ₀ = Σ 1/ρ_i² the posterior covariance of s is Q = V diag(λ/(1 + ρ₀ λ)) V', its means are S = (Σ X_i W_i/ρ_i²) Q.
    private func probabilistic(_ subjects: [Matrix], _ start: [Matrix]) throws -> SharedResponse {
        let samples = Double(subjects[0].rows)
        let means = try subjects.map { try $0.mean(each: .column) }
        let centred = try zip(subjects, means).map { try $0 - $1 }
        let powers = centred.map { $0.norm() * $0.norm() }
        // What rounding leaves of constants counts as nothing.
        for (index, power) in powers.enumerated() where power <= 1e-26 * subjects[index].norm() * subjects[index].norm() {
            throw NeuroError.invalid(name: "subjects[\(index)]", value: "constant over samples", must: "varying for .probabilistic")
        }
        let elements = centred.map { Double($0.count) }
        var (maps, noise, objectives) = (start, [Double](repeating: 1, count: subjects.count), [Double]())
        var covariance = try Matrix.identity(features)
        var shared = try Matrix.zeros(rows: subjects[0].rows, columns: features)
        for iteration in 0 ..< iterations {
            try Progress.check(iteration, of: iterations)
            let precision = noise.reduce(0) { $0 + 1 / $1 }
            let eigen = try covariance.symmetricEigen()
            let lambda = eigen.values.elements.map { max(0, $0) }
            let posterior = try (eigen.vectors * Vector(lambda.map { $0 / (1 + precision * $0) })).multiplied(byTransposeOf: eigen.vectors)
            var evidence = try Matrix.zeros(rows: subjects[0].rows, columns: features)
            for (index, subject) in centred.enumerated() { evidence = try evidence + subject.multiplied(by: maps[index]) / noise[index] }
            shared = try evidence %*% posterior
            // The log-likelihood of the parameters before this step changes them.
            var likelihood = -0.5 * samples * lambda.reduce(0) { $0 + Elementary.log(1 + precision * $1) }
            for index in subjects.indices {
                likelihood -= 0.5 * (elements[index] * Elementary.log(2 * Double.pi * noise[index]) + powers[index] / noise[index])
            }
            likelihood += 0.5 * (try evidence * shared).sum()
            objectives.append(likelihood)

            covariance = try posterior + shared.gram() / samples
            let spread = try samples * covariance.trace()
            for (index, subject) in centred.enumerated() {
                let (map, product) = try map(subject, to: shared)
                maps[index] = map
                // 0 where the shared response explains all; what is left to rounding then keeps the weights finite.
                noise[index] = max((powers[index] - 2 * product + spread) / elements[index], 1e-14 * powers[index] / elements[index])
            }
        }
        return try SharedResponse(
            kind: kind, maps: maps, response: shared, covariance: covariance, means: means, noiseVariances: Vector(noise), objectives: Vector(objectives))
    }

    /// The orthonormal W nearest to X'S, and ⟨W, X'S⟩.
    private func map(_ subject: Matrix, to shared: Matrix) throws -> (map: Matrix, product: Double) {
        let product = try subject.transposeMultiplied(by: shared)
        var perturbed = product
        perturbed.withUnsafeMutableBufferPointer { values in for k in 0 ..< features { values[k * features + k] += perturbation } }
        let map = try orthonormal(perturbed)
        return (map, (try map * product).sum())
    }

    /// The call as it is written in a cell.
    public var description: String { "SharedResponseModel(features: \(features), kind: \(kind), iterations: \(iterations), seed: \(seed))" }

    private enum CodingKeys: String, CodingKey { case features, kind, iterations, seed, perturbation }

    /// Reads settings that were saved, if they are such.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            features: saved.decode(Int.self, forKey: .features), kind: saved.decode(SharedResponseKind.self, forKey: .kind),
            iterations: saved.decode(Int.self, forKey: .iterations), seed: saved.decode(Int.self, forKey: .seed),
            perturbation: saved.decode(Double.self, forKey: .perturbation))
    }
}

/// U V' of A = U S V': the nearest matrix of orthonormal columns.
func orthonormal(_ a: Matrix) throws -> Matrix {
    let svd = try a.singularValues()
    return try svd.left %*% svd.rightTransposed
}
