import Linear

/// How the responses of one subject are mapped to those of another who saw the same stimuli.
///
/// ```swift
/// let fit = try Alignment.scaledOrthogonal.fit(source[rows: 0 ..< 200], target[rows: 0 ..< 200])
/// let predicted = try fit.transform(source[rows: 200 ..< 300])
/// ```
///
/// Sample i of the source and of the target are responses to the same stimulus. The methods are those of fmralign (Bazeille et al. 2021, doi:10.1016/j.neuroimage.2021.118683). None but `ridgeCV` fits an
/// intercept: take the mean off every voxel before (`zscoreRuns`).
public enum Alignment: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Each voxel stays what it is: what the others are to be compared with. Source and target have the same number of voxels.
    case identity
    /// The rotation (or reflection) R that minimises ‖X R − Y‖: with X'Y = U S V' it is U V' (Schönemann 1966, doi:10.1007/BF02289451). Distances between patterns are kept.
    ///
    /// Directions of voxels that the samples do not reach, as when there are more voxels than samples, are mapped to 0. With other numbers of voxels in source and target, R keeps distances on
    /// the side with fewer.
    case orthogonal
    /// The same with a scale: s R with the s that minimises ‖s X R − Y‖, the sum of the singular values S over ‖X R‖² (Procrustes analysis).
    case scaledOrthogonal
    /// Ridge regression of the target on the source, with an intercept, and one penalty for all voxels chosen by cross-validated R² over blocks of samples: any linear map. (With a penalty for each
    /// target voxel, or runs to hold out: `RidgeCV().fit(source, target)`.)
    case ridgeCV(alphas: Vector = Alignment.ridgeAlphas, folds: Int = 4)
    /// Entropic optimal transport from the voxels of the source to those of the target, by how alike their series are (Bazeille et al. 2019, doi:10.1007/978-3-030-20351-1_18): each target voxel becomes a
    /// mean of source voxels, weighted by the plan that minimises the cost less `regularisation` times its entropy, with all voxels of equal weight (see `TransportPlan`).
    ///
    /// `regularisation` is in the units of the cost. Iterations end once the plan gives each source voxel its weight up to `tolerance` in sum.
    case optimalTransport(cost: TransportCost = .euclidean, regularisation: Double = 1, iterations: Int = 1000, tolerance: Double = 1e-6)

    /// The penalties of `ridgeCV` where nothing else is said: 0.1, 1, 10, 100, 1000.
    public static let ridgeAlphas: Vector = [0.1, 1, 10, 100, 1000]

    /// Finds the map.
    ///
    /// - Parameters:
    ///   - source: samples x voxels.
    ///   - target: as many samples x voxels, which may differ in number from those of the source but for `identity`.
    /// - Throws: `NeuroError` if one of the two is empty or holds a NaN or an infinity, their samples differ in number, or a parameter of the method is out of range.
    /// - Complexity: with n samples and v voxels, `orthogonal` O(n v² + v³), with fewer samples than voxels O(n² v) and the map; `ridgeCV` as `RidgeCV`; `optimalTransport` O(n v²) and O(v²)
    ///   for each iteration. The map holds v² numbers.
    public func fit(_ source: Matrix, _ target: Matrix) throws -> AlignmentFit {
        try Check.finite(source, "source")
        try Check.finite(target, "target")
        guard target.rows == source.rows else {
            throw NeuroError.shape(name: "target", shape: target.shape, must: "of \(source.rows) rows, one for each row of the source")
        }
        let shape = [source.columns, target.columns]
        switch self {
        case .identity:
            guard source.columns == target.columns else {
                throw NeuroError.shape(name: "target", shape: target.shape, must: "of \(source.columns) columns, as the source, for .identity")
            }
            return try AlignmentFit(self, shape: shape)
        case .orthogonal:
            return try AlignmentFit(self, shape: shape, map: Procrustes(source, target).rotation)
        case .scaledOrthogonal:
            let solution = try Procrustes(source, target)
            let scale = try solution.scale(source)
            return try AlignmentFit(self, shape: shape, map: solution.rotation * scale, scale: scale)
        case .ridgeCV(let alphas, let folds):
            let fit = try RidgeCV(alphas: alphas, folds: .contiguous(folds), perTarget: false, score: .r2).fit(source, target)
            return try AlignmentFit(self, shape: shape, map: fit.coefficients, intercept: fit.intercept, alpha: fit.alphas.elements.first)
        case .optimalTransport(let cost, let regularisation, let iterations, let tolerance):
            let costs = try Progress.stretch(from: 0, to: 0.1) { try cost.matrix(source, target) }
            let plan = try Progress.stretch(from: 0.1, to: 1) {
                try TransportPlan(cost: costs, regularisation: regularisation, iterations: iterations, tolerance: tolerance)
            }
            return try AlignmentFit(self, shape: shape, map: plan.plan * Double(target.columns), marginalError: plan.marginalError)
        }
    }

    /// The method as it is written in a cell.
    public var description: String {
        switch self {
        case .identity: ".identity"
        case .orthogonal: ".orthogonal"
        case .scaledOrthogonal: ".scaledOrthogonal"
        case .ridgeCV(let alphas, let folds): ".ridgeCV(alphas: \(alphas), folds: \(folds))"
        case .optimalTransport(let cost, let regularisation, let iterations, let tolerance):
            ".optimalTransport(cost: \(cost), regularisation: \(regularisation), iterations: \(iterations), tolerance: \(tolerance))"
        }
    }
}
