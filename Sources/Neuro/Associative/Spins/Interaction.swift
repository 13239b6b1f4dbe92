import Linear

/// What one pattern contributes to field and energy, as a function of its sum S = Σ_j ξ_j s_j alone.
///
/// The field of spin i is scale · Σ_μ ξ_i f(A) with A = S − ξ_i s_i, f given by the convention. For spins and patterns of ±1 this is
///
///     s_i Σ_μ D(S_μ) + Σ_μ ξ_i^μ E(S_μ),   E(S) = ½[f(S−1) + f(S+1)],   D(S) = ½[f(S−1) − f(S+1)],
///
/// so that E is kept for every pattern and renewed where a spin flips, and a field is one sum of ±E. Where f is a polynomial of whole numbers all of this is exact.
struct Interaction: Sendable, Equatable {
    enum Form: Equatable, Sendable {
        /// E = e0 + e1 S + e2 S² + e3 S³ within 32 bits, D = d0 + d1 S + d2 S².
        case integers(e: [Int32], d: [Int])
        /// E and D by S + N.
        case table(e: [Double], d: [Double])
        /// E and D divided by exp(S'), S' the largest sum, by S − S' + 2N: exponentials that need not fit a number.
        case relative(e: [Double], d: [Double])
    }

    let size: Int
    let form: Form
    /// What the sum over patterns is multiplied by (with `.relative`, and by exp(S' − N)).
    let scale: Double
    /// A pattern's energy by S + N.
    let energies: [Double]

    /// - Parameters:
    ///   - isExact: whether fields are half the energy differences, or the leading term of them that the theory has. They differ for `fullPower`.
    ///   - weight: what energies and fields are multiplied by.
    init(order: Int, convention: DenseHopfield.Convention, size: Int, isExact: Bool, weight: Double = 1) {
        self.size = size
        let n = Double(size), p = Double(order)
        let unit = weight * Self.power(n, 1 - order)
        let sums = (0 ... 2 * size).map { Double($0 - size) }
        switch convention {
        case .noRepeatedIndices:
            // g_k = k! e_k of n terms ±1 whose sum is x: g_{k+1} = x g_k − k (n − k + 1) g_{k−1}.
            energies = sums.map { -unit / p * Self.distinct(order, $0, n) }
            let rest = size - 1
            let whole: [Int]? = order == 2 ? [0, 1] : order == 3 ? [-rest, 0, 1] : order == 4 ? [0, 2 - 3 * rest, 0, 1] : nil
            if let whole, let form = Self.integers(whole, size) {
                (self.form, scale) = (form, unit)
            } else {
                (form, scale) = (Self.table(sums) { Self.distinct(order - 1, $0, n - 1) }, unit)
            }
        case .fullPower:
            energies = sums.map { -unit / p * Self.power($0, order) }
            let leading: [Int]? = order <= 4 ? (1 ..< order).map { _ in 0 } + [1] : nil
            let exact: [Int]? = order == 2 ? [0, 1] : order == 3 ? [1, 0, 3] : order == 4 ? [0, 1, 0, 1] : nil
            if let whole = isExact ? exact : leading, let form = Self.integers(whole, size) {
                (self.form, scale) = (form, isExact && order == 3 ? unit / 3 : unit)
            } else {
                form = Self.table(sums) { isExact ? 0.5 * (Self.power($0 + 1, order) - Self.power($0 - 1, order)) : Self.power($0, order - 1) }
                scale = isExact ? unit / p : unit
            }
        case .rectified:
            energies = sums.map { -unit / p * Self.power(max(0, $0), order) }
            form = Self.table(sums) { 0.5 * (Self.power(max(0, $0 + 1), order) - Self.power(max(0, $0 - 1), order)) }
            scale = unit / p
        case .exponential:
            // −c Σ exp(S − N), c such that the field at a stored pattern is 1.
            let c = weight * 2 / (1 - Elementary.exp(-2))
            energies = sums.map { -c * Elementary.exp($0 - n) }
            let (e, reciprocal) = (Elementary.exp(1), Elementary.exp(-1))
            let (sinh, cosh) = ((e - reciprocal) / 2, (e + reciprocal) / 2)
            let powers = (0 ... 2 * size).map { Elementary.exp(Double($0 - 2 * size)) }
            form = .relative(e: powers.map { cosh * $0 }, d: powers.map { -sinh * $0 })
            scale = c * sinh
        }
    }

    /// x to a whole power, by the same multiplications on every machine.
    static func power(_ x: Double, _ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0 ..< abs(exponent) { result *= x }
        return exponent < 0 ? 1 / result : result
    }

    static func distinct(_ order: Int, _ x: Double, _ n: Double) -> Double {
        var (last, this) = (1.0, x)
        for k in 1 ..< max(1, order) { (last, this) = (this, x * this - Double(k) * (n - Double(k) + 1) * last) }
        return order == 0 ? 1 : this
    }

    /// The form of f = Σ c_k A^k, k ≤ 3; nil where E leaves 32 bits.
    private static func integers(_ c: [Int], _ size: Int) -> Form? {
        let c = c + Array(repeating: 0, count: 4 - c.count)
        let e = [c[0] + c[2], c[1] + 3 * c[3], c[2], c[3]], n = Double(size)
        guard zip(e, [1, n, n * n, n * n * n]).reduce(0, { $0 + abs(Double($1.0)) * $1.1 }) < 0x1p31 - 1 else { return nil }
        return .integers(e: e.map { Int32($0) }, d: [-c[1] - c[3], -2 * c[2], -3 * c[3]])
    }

    private static func table(_ sums: [Double], _ f: (Double) -> Double) -> Form {
        .table(e: sums.map { 0.5 * (f($0 - 1) + f($0 + 1)) }, d: sums.map { 0.5 * (f($0 - 1) - f($0 + 1)) })
    }
}
