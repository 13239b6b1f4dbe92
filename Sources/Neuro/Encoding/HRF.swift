import Glibc
import Linear

/// The haemodynamic response: how the BOLD signal follows a short burst of neural activity.
///
/// The difference of two gamma densities, sampled and normalised exactly as nilearn does it (Glover 1999, doi:10.1006/nimg.1998.0419; Friston et al. 1998,
/// doi:10.1006/nimg.1997.0306):
///
///     h(t) = gamma(t; d/w, w) − ratio · gamma(t; u/v, v),   then divided by its sum
///
/// Both densities start one sampling step after 0, and the grid runs from 0 to 32 s inclusive, so that its step is a little longer than the sampling step:
/// this belongs to the definition, and a textbook double gamma taken at every scan has other values.
public enum HRF: Equatable, Sendable, CaseIterable, Codable {
    /// Peak at 5 s, deep undershoot at 12 s: d 6, u 12, w and v 0.9, ratio 0.48.
    case glover
    /// Peak at 5 s, shallow undershoot at 16 s: d 6, u 16, w and v 1, ratio 0.167.
    case spm

    /// The samples of the response, from 0 to 32 s, with sum 1.
    ///
    /// - Parameters:
    ///   - repetitionTime: seconds from scan to scan.
    ///   - oversampling: samples per scan; 1 to convolve series of one value per scan, more (nilearn: 50) for events given in seconds.
    /// - Throws: `NeuroError.invalid` if the step is not positive, or so long or short that the grid has fewer than 3 or more than a million samples.
    public func samples(repetitionTime: Double, oversampling: Int = 1) throws -> Vector {
        guard repetitionTime.isFinite, repetitionTime > 0 else {
            throw NeuroError.invalid(name: "repetitionTime", value: "\(repetitionTime)", must: "a positive number of seconds")
        }
        guard oversampling > 0 else { throw NeuroError.invalid(name: "oversampling", value: "\(oversampling)", must: "at least 1") }
        let step = repetitionTime / Double(oversampling)
        let exact = (32 / step).rounded(.toNearestOrEven)
        guard exact >= 3, exact <= 1e6 else {
            throw NeuroError.invalid(name: "repetitionTime", value: "\(repetitionTime)", must: "such that 32 s hold 3 to a million samples; here they hold \(exact)")
        }
        let count = Int(exact)
        let spacing = 32 / Double(count - 1)
        let shape = parameters
        let samples = (0 ..< count).map { index in
            let t = index == count - 1 ? 32 : Double(index) * spacing
            return gammaDensity(t - step, shape: shape.peak / shape.width, scale: shape.width)
                - shape.ratio * gammaDensity(t - step, shape: shape.undershoot / shape.width, scale: shape.width)
        }
        let sum = samples.reduce(0, +)
        return Vector(samples.map { $0 / sum })
    }

    private var parameters: (peak: Double, undershoot: Double, width: Double, ratio: Double) {
        switch self {
        case .glover: (6, 12, 0.9, 0.48)
        case .spm: (6, 16, 1, 0.167)
        }
    }

    private func gammaDensity(_ t: Double, shape: Double, scale: Double) -> Double {
        guard t > 0 else { return 0 }
        let x = t / scale
        return exp((shape - 1) * log(x) - x - lgamma(shape)) / scale
    }
}
