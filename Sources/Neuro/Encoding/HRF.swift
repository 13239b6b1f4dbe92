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
public enum HRF: Equatable, Sendable, Codable {
    /// Peak at 5 s, deep undershoot at 12 s: d 6, u 12, w and v 0.9, ratio 0.48.
    case glover
    /// Peak at 5 s, shallow undershoot at 16 s: d 6, u 16, w and v 1, ratio 0.167.
    case spm
    /// SPM's own: the densities of `spm` with ratio 1/6, from 0 s on (not one step later) in steps of exactly the sampling step.
    case spm12
    /// d, u, w, v and the ratio of your own, on the grid of `spm12`. SPM's ratio is the inverse of this one.
    case doubleGamma(peak: Double, undershoot: Double, width: Double, undershootWidth: Double, ratio: Double)

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
        return try Vector(response(Shape(self), step: repetitionTime / Double(oversampling), repetitionTime: repetitionTime, onset: 0))
    }

    /// How the response changes when it comes later: 10 (h(t) − h(t − 0.1 s)), each response with sum 1. A regressor of it beside the response lets the peak come earlier or later.
    ///
    /// The parameters and errors are those of `samples(repetitionTime:oversampling:)`.
    public func timeDerivative(repetitionTime: Double, oversampling: Int = 1) throws -> Vector {
        let early = try samples(repetitionTime: repetitionTime, oversampling: oversampling).elements
        let late = try response(Shape(self), step: repetitionTime / Double(oversampling), repetitionTime: repetitionTime, onset: 0.1)
        return Vector(zip(early, late).map { ($0 - $1) / 0.1 })
    }

    /// How the response changes when its peak is wider: 100 (h(t; w) − h(t; w + 0.01)), each response with sum 1. As in nilearn, the undershoot of both has width 1, also for `.glover`.
    ///
    /// The parameters and errors are those of `samples(repetitionTime:oversampling:)`.
    public func dispersionDerivative(repetitionTime: Double, oversampling: Int = 1) throws -> Vector {
        _ = try samples(repetitionTime: repetitionTime, oversampling: oversampling)
        let step = repetitionTime / Double(oversampling)
        var shape = Shape(self)
        shape.undershootWidth = 1
        let narrow = try response(shape, step: step, repetitionTime: repetitionTime, onset: 0)
        shape.width += 0.01
        let wide = try response(shape, step: step, repetitionTime: repetitionTime, onset: 0)
        return Vector(zip(narrow, wide).map { ($0 - $1) / 0.01 })
    }

    private struct Shape {
        var peak = 6.0, undershoot = 16.0, width = 1.0, undershootWidth = 1.0, ratio = 0.167

        init(_ model: HRF) {
            switch model {
            case .glover: (undershoot, width, undershootWidth, ratio) = (12, 0.9, 0.9, 0.48)
            case .spm: break
            case .spm12: ratio = 1.0 / 6
            case .doubleGamma(let peak, let undershoot, let width, let undershootWidth, let ratio):
                (self.peak, self.undershoot, self.width, self.undershootWidth, self.ratio) = (peak, undershoot, width, undershootWidth, ratio)
            }
        }

        func check() throws {
            for (name, value) in [("peak", peak), ("undershoot", undershoot), ("width", width), ("undershootWidth", undershootWidth)] { try Check.positive(value, name) }
            try Check.notNegative(ratio, "ratio")
        }
    }

    /// Whether the grid is nilearn's, which spreads its samples over 0 to 32 s, or SPM's, which takes every step of them.
    private var isSpread: Bool {
        switch self {
        case .glover, .spm: true
        case .spm12, .doubleGamma: false
        }
    }

    private func response(_ shape: Shape, step: Double, repetitionTime: Double, onset: Double) throws -> [Double] {
        try shape.check()
        let exact = !isSpread ? (32 / step).rounded(.down) + 1 : (32 / step).rounded(.toNearestOrEven)
        guard exact >= 3, exact <= 1e6 else {
            throw NeuroError.invalid(name: "repetitionTime", value: "\(repetitionTime)", must: "such that 32 s hold 3 to a million samples; here they hold \(exact)")
        }
        let count = Int(exact)
        let (spacing, start) = isSpread ? (32 / Double(count - 1), step) : (step, 0)
        let samples = (0 ..< count).map { index in
            let t = (isSpread && index == count - 1 ? 32 : Double(index) * spacing) - onset
            return gammaDensity(t - start, shape: shape.peak / shape.width, scale: shape.width)
                - shape.ratio * gammaDensity(t - start, shape: shape.undershoot / shape.undershootWidth, scale: shape.undershootWidth)
        }
        let sum = samples.reduce(0, +)
        guard sum.isFinite, sum > 0 else {
            throw NeuroError.invalid(name: "hrf", value: "\(self)", must: "a response whose samples every \(step) s add up to more than 0")
        }
        return samples.map { $0 / sum }
    }

    private func gammaDensity(_ t: Double, shape: Double, scale: Double) -> Double {
        guard t > 0 else { return 0 }
        let x = t / scale
        return exp((shape - 1) * log(x) - x - lgamma(shape)) / scale
    }
}
