import CKernels

/// What a unit makes of its drive.
public enum Activation: String, Equatable, Sendable, Codable, CaseIterable {
    /// The hyperbolic tangent, from −1 to 1: the usual one.
    case tanh
    /// The drive itself: a linear reservoir, which remembers longest and computes nothing.
    case identity
    /// 1/(1 + e^(−x)), from 0 to 1.
    case logistic
    /// The drive where it is above 0, otherwise 0.
    case rectified

    /// What the kernel calls it.
    var code: Int {
        switch self {
        case .tanh: Int(ENGRAM_TANH)
        case .identity: Int(ENGRAM_IDENTITY)
        case .logistic: Int(ENGRAM_LOGISTIC)
        case .rectified: Int(ENGRAM_RECTIFIED)
        }
    }

    /// Its value for one drive.
    func answer(to drive: Double) -> Double {
        switch self {
        case .tanh: Elementary.tanh(drive)
        case .identity: drive
        case .logistic: 1 / (1 + Elementary.exp(-drive))
        case .rectified: max(0, drive)
        }
    }

    /// The derivative where the activation has this value.
    package func slope(at value: Double) -> Double {
        switch self {
        case .tanh: 1 - value * value
        case .identity: 1
        case .logistic: value * (1 - value)
        case .rectified: value > 0 ? 1 : 0
        }
    }
}
