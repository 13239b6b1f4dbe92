import Glibc
import Linear

/// How alike two samples are, from their features x and z: the inner product in a space of features that is never written down.
///
/// Ridge regression with a kernel is ridge regression in that space; with `.linear` it is that of the features themselves.
public enum Kernel: Equatable, Sendable, Codable {
    /// x · z.
    case linear
    /// (γ x · z + offset)^degree; γ is 1 / features if nil. All products of up to `degree` features.
    case polynomial(degree: Int, gamma: Double?, offset: Double)
    /// exp(−γ |x − z|²); γ is 1 / features if nil.
    case gaussian(gamma: Double?)
    /// The cosine of the angle between x and z; 0 where one of the two is 0.
    case cosine

    /// The kernel of each row of `x` with each row of `z`.
    ///
    /// - Parameters:
    ///   - x: samples x features.
    ///   - z: other samples x the same features.
    /// - Throws: `NeuroError` if one is empty or holds a NaN or an infinity, they differ in their features, `degree` is not from 1 to 100, or γ is not positive.
    public func matrix(_ x: Matrix, _ z: Matrix) throws -> Matrix {
        try Check.finite(x, "x")
        try Check.finite(z, "z")
        guard x.columns == z.columns else { throw NeuroError.shape(name: "z", shape: z.shape, must: "of \(x.columns) columns, as x") }
        try check()
        var products = try x %*% z.transposed()
        let (own, other) = (Self.squares(x), Self.squares(z))
        products.withUnsafeMutableBufferPointer { k in
            for row in own.indices {
                for column in other.indices {
                    let place = row * other.count + column
                    k[place] = value(k[place], own[row], other[column], features: x.columns)
                }
            }
        }
        // Powers of large numbers may leave the range.
        guard products.elements.allSatisfy(\.isFinite) else { throw NeuroError.diverged(what: "the kernel is not finite: the features are too large for it; scale them") }
        return products
    }

    private func check() throws {
        switch self {
        case .linear, .cosine: break
        case .polynomial(let degree, let gamma, let offset):
            guard (1 ... 100).contains(degree) else { throw NeuroError.invalid(name: "degree", value: "\(degree)", must: "from 1 to 100") }
            if let gamma { try Check.positive(gamma, "gamma") }
            try Check.notNegative(offset, "offset")
        case .gaussian(let gamma):
            if let gamma { try Check.positive(gamma, "gamma") }
        }
    }

    private func value(_ product: Double, _ own: Double, _ other: Double, features: Int) -> Double {
        switch self {
        case .linear: return product
        case .polynomial(let degree, let gamma, let offset): return pow((gamma ?? 1 / Double(features)) * product + offset, Double(degree))
        case .gaussian(let gamma): return exp(-(gamma ?? 1 / Double(features)) * max(0, own + other - 2 * product))
        case .cosine: return own > 0 && other > 0 ? product / (own.squareRoot() * other.squareRoot()) : 0
        }
    }

    private static func squares(_ x: Matrix) -> [Double] {
        x.withUnsafeBufferPointer { values in
            (0 ..< x.rows).map { row in values[row * x.columns ..< (row + 1) * x.columns].reduce(0) { $0 + $1 * $1 } }
        }
    }
}
