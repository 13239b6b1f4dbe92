import Formats
import Linear

/// The regression of an encoding model: of one band of features, or of several.
enum BandedFit: Equatable, Sendable, Codable {
    case plain(FloatRidgeFit)
    case banded(FloatGroupRidgeFit)

    func predict(_ bands: [FloatMatrix]) throws -> FloatMatrix {
        switch self {
        case .plain(let fit): try fit.predict(.concatenatingColumns(bands))
        case .banded(let fit): try fit.predict(bands)
        }
    }

    /// The parts of several bands; nil where there is one.
    func split(_ bands: [FloatMatrix]) throws -> [Matrix]? {
        switch self {
        case .plain: nil
        case .banded(let fit): try fit.predictSplit(bands).map(\.doublePrecision)
        }
    }
}

/// What an encoding model found: for each voxel how well the held-out runs were predicted, what of it could be reached, which features did it, and whether it could be chance.
public struct EncodingFit: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What the bands of features are called.
    public let names: [String]
    /// The regressors of each band, in the order of the weights.
    public let featureNames: [[String]]
    private let regression: BandedFit
    /// R² of each voxel on the held-out runs.
    public let r2: Vector
    /// Pearson's correlation of each voxel with its prediction on the held-out runs.
    public let correlations: Vector
    /// The share of each voxel's variance that repeats of the held-out runs share, if there were several: the most that R² can be.
    public let ceiling: Vector?
    /// The part of each band (row) in the R² of each voxel (column), if there are several bands; they add up to `r2` but for the means of the held-out runs.
    public let split: Matrix?
    /// The test against chance, if there was one.
    public let test: PermutationTest?
    private let mask: NIfTI?

    init(
        names: [String], featureNames: [[String]], regression: BandedFit, r2: Vector, correlations: Vector, ceiling: Vector?, split: Matrix?, test: PermutationTest?, mask: NIfTI?
    ) throws {
        (self.names, self.featureNames, self.regression, self.r2, self.correlations) = (names, featureNames, regression, r2, correlations)
        (self.ceiling, self.split, self.test, self.mask) = (ceiling, split, test, mask)
    }

    /// How many voxels there are.
    public var voxels: Int { r2.count }

    /// The weights of the regressors of all bands, regressors x voxels.
    public var weights: FloatMatrix {
        switch regression {
        case .plain(let fit): fit.coefficients
        case .banded(let fit): fit.coefficients
        }
    }

    /// The penalty of each voxel; with several bands that of the scaled features.
    public var alphas: Vector {
        switch regression {
        case .plain(let fit): fit.alphas
        case .banded(let fit): fit.alphas
        }
    }

    /// The penalties that were compared (rows), and the cross-validated score of each for each voxel; with several bands the candidates of their scales.
    public var crossValidationScores: Matrix {
        switch regression {
        case .plain(let fit): fit.scores
        case .banded(let fit): fit.scores
        }
    }

    /// The weights of one band for display: the average over the delays of each feature, each voxel's weights scaled to the length √R² (0 where R² is negative), so that voxels that are not predicted do not show.
    /// Features of the same name count as one.
    ///
    /// - Parameter band: which band, from 0.
    /// - Returns: what the features are called, and features x voxels.
    /// - Throws: `NeuroError.invalid` unless there is such a band.
    public func displayWeights(band: Int = 0) throws -> (features: [String], weights: Matrix) {
        guard names.indices.contains(band) else { throw NeuroError.invalid(name: "band", value: "\(band)", must: "from 0 to \(names.count - 1)") }
        let start = featureNames[..<band].reduce(0) { $0 + $1.count }
        let own = featureNames[band].map { name in name.ranges(of: " (delay ").last.map { String(name[..<$0.lowerBound]) } ?? name }
        var features: [String] = []
        for name in own where !features.contains(name) { features.append(name) }
        var sums = [Double](repeating: 0, count: features.count * voxels)
        var counts = [Double](repeating: 0, count: features.count)
        let all = weights.elements
        for (row, name) in own.enumerated() {
            guard let place = features.firstIndex(of: name) else { continue }
            counts[place] += 1
            for voxel in 0 ..< voxels { sums[place * voxels + voxel] += Double(all[(start + row) * voxels + voxel]) }
        }
        for voxel in 0 ..< voxels {
            var square = 0.0
            for place in features.indices {
                sums[place * voxels + voxel] /= counts[place]
                square += sums[place * voxels + voxel] * sums[place * voxels + voxel]
            }
            let scale = square > 0 ? max(0, r2.elements[voxel]).squareRoot() / square.squareRoot() : 0
            for place in features.indices { sums[place * voxels + voxel] *= scale }
        }
        return (features, try Matrix(rows: features.count, columns: voxels, elements: sums))
    }

    /// R² as a share of the ceiling; NaN for voxels whose ceiling is below `floor`.
    ///
    /// - Throws: `NeuroError.invalid` without a ceiling, or as `ceilingNormalized` does.
    public func normalizedR2(floor: Double = 0.05) throws -> Vector {
        guard let ceiling else {
            throw NeuroError.invalid(name: "fit", value: "made without repeats", must: "of a model with testRunsRepeat and at least two test runs, to have a ceiling")
        }
        return try ceilingNormalized(r2, ceiling: ceiling, floor: floor)
    }

    /// The false discovery rate at which each voxel would be called predicted.
    ///
    /// - Throws: `NeuroError.invalid` without a test.
    public func falseDiscoveryRates() throws -> Vector {
        guard let test else { throw NeuroError.invalid(name: "fit", value: "made without a test", must: "of a model with permutations") }
        return try test.falseDiscoveryRates()
    }

    /// The voxels that are predicted at a false discovery rate.
    ///
    /// - Throws: `NeuroError.invalid` without a test, or unless the rate is between 0 and 1.
    public func significantVoxels(rate: Double = 0.05) throws -> [Int] {
        guard rate > 0, rate < 1 else { throw NeuroError.invalid(name: "rate", value: "\(rate)", must: "between 0 and 1") }
        let rates = try falseDiscoveryRates().elements
        return rates.indices.filter { rates[$0] <= rate }
    }

    /// An image with a number for each voxel, to be shown or written; `outside` outside the mask.
    ///
    /// - Throws: `NeuroError.invalid` if the recording had no mask; `FormatError.shape` unless there is one number per voxel.
    public func map(of values: Vector, outside: Double = .nan) throws -> NIfTI {
        guard let mask else { throw NeuroError.invalid(name: "bold", value: "series without a mask", must: "read with one, to make images") }
        return try mask.filled(with: values, outside: outside)
    }

    /// One line: how many voxels, how well, and how many beyond chance.
    public var description: String {
        let sorted = correlations.elements.sorted()
        let mean = sorted.reduce(0, +) / Double(max(1, sorted.count))
        func text(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
        let bands = names.count > 1 ? " by \(names.joined(separator: ", "))" : ""
        let tested = test.map { _ in ", \((try? significantVoxels().count) ?? 0) at a false discovery rate of 0.05" } ?? ""
        return "encoding of \(voxels) voxels\(bands): correlation \(text(mean)) on average, \(text(sorted.last ?? 0)) at best\(tested)"
    }
}
