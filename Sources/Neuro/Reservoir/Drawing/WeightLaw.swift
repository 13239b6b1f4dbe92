import CKernels

/// How single weights are drawn, before they are scaled.
public enum WeightLaw: String, Equatable, Sendable, Codable, CaseIterable {
    /// Normal with mean 0 and variance 1.
    case normal
    /// Evenly distributed from −1 to 1.
    case uniform
    /// −1 or 1, with probability one half each (Bernoulli).
    case sign
    /// 1, all alike.
    case constant

    /// `count` weights from a place in a stream of the generator.
    func drawn(_ count: Int, key: UInt64, stream: UInt64, from first: Int = 0) -> [Double] {
        if self == .constant { return [Double](repeating: 1, count: count) }
        return [Double](unsafeUninitializedCapacity: count) { out, filled in
            if let base = out.baseAddress {
                switch self {
                case .normal: engram_philox_normal_f64(key, stream, UInt64(first), count, base)
                case .uniform, .sign:
                    engram_philox_uniform_f64(key, stream, UInt64(first), count, base)
                    for i in 0 ..< count { base[i] = self == .uniform ? 2 * base[i] - 1 : (base[i] < 0.5 ? -1 : 1) }
                case .constant: break
                }
            }
            filled = count
        }
    }
}
