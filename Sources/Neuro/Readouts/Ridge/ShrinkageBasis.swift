import Linear

// The prediction of a held-out fold for penalty α is  P(α) = A diag(f_α) B,  with A = X_test V, B = U'Y_train and f_α = s/(s² + α). Done as it stands,
// each α costs a product of test samples x rank x targets, and 20 of them are nearly the whole time of a fit.
//
// But as a function of α, s f_α(s) = s²/(s² + α) is one sigmoid of log(s²/α), shifted. Over a group of neighbouring singular values the shifted sigmoids of
// all α lie, to rounding, in a space of a few dimensions q (five for values within a factor of two, for 20 α over seven decades, at 10⁻⁷). So the
// components are cut into groups, P(α) = Σ_groups Σ_m c_αm · A diag(φ_m) B, and only the q products of each group are done; the sum over m is cheap
// because it does not run over the rank. The cut and the q follow from the numbers at hand: the plan with the fewest operations is taken, and the
// plain way is one of the plans (one group, φ = f, nothing to combine).

/// A plan for all penalties of one fold.
struct ShrinkageBasis {
    struct Group {
        /// The components, by descending singular value.
        let components: Range<Int>
        /// The basis functions over the components of the group: count x components.
        let functions: [Double]
        let count: Int
    }

    let groups: [Group]
    /// Penalties x basis functions (those of all groups, one after the other); empty where each basis function is itself the shrinkage of one penalty.
    let combination: [Double]
    /// Basis functions of all groups.
    let size: Int
    let alphaCount: Int

    /// - Parameters:
    ///   - singular: descending, all positive.
    ///   - weights: for each component the norm of its column of A, by which an error in f counts, in units of one test sample.
    ///   - tolerance: the largest error of s f (which goes from 0 to 1) that may be made; 0 for the plain way.
    init(alphas: [Double], singular: [Double], weights: [Double], tolerance: Double) {
        alphaCount = alphas.count
        // Where the test samples reach further along a component than the training samples did, the error is held to their measure.
        let scales = zip(singular, weights).map { max($0, $1) }
        let table = alphas.map { alpha in zip(singular, scales).map { $0 / ($0 * $0 + alpha) * $1 } }

        let whole = Group(components: 0 ..< singular.count, functions: table.flatMap { zip($0, scales).map { $0 / $1 } }, count: alphas.count)
        var best = (groups: [whole], combination: [Double](), size: alphas.count, cost: Double(alphas.count * singular.count))
        if tolerance > 0, !singular.isEmpty {
            for width in [1.6, 2, 3, 5, 10, 100, Double.infinity] {
                guard let plan = Self.plan(table, singular, scales, width: width, tolerance: tolerance, below: best.cost) else { continue }
                best = plan
            }
        }
        (groups, combination, size) = (best.groups, best.combination, best.size)
    }

    /// Groups whose λ = s² differ by at most the factor `width`. Nothing where that would cost more than what is known already, in multiplications
    /// per test sample and target.
    private static func plan(
        _ table: [[Double]], _ singular: [Double], _ scales: [Double], width: Double, tolerance: Double, below limit: Double
    ) -> (groups: [Group], combination: [Double], size: Int, cost: Double)? {
        let alphas = table.count
        var groups: [Group] = []
        var coefficients: [[Double]] = []
        var cost = 0.0
        var start = 0
        while start < singular.count {
            let least = singular[start] / width.squareRoot()
            var end = start + 1
            while end < singular.count, singular[end] >= least { end += 1 }
            let basis = Self.basis(table.map { Array($0[start ..< end]) }, tolerance: tolerance)
            let functions = basis.functions.flatMap { zip($0, scales[start ..< end]).map { $0 / $1 } }
            groups.append(Group(components: start ..< end, functions: functions, count: basis.functions.count))
            coefficients += basis.coefficients
            // Sums over basis functions run at about half the speed of the products.
            cost += Double(basis.functions.count * (end - start + 2 * alphas))
            if cost >= limit { return nil }
            start = end
        }
        var combination = [Double](repeating: 0, count: alphas * coefficients.count)
        for (m, column) in coefficients.enumerated() { for alpha in 0 ..< alphas { combination[alpha * coefficients.count + m] = column[alpha] } }
        return (groups, combination, coefficients.count, cost)
    }

    /// The fewest functions that, combined, give every row of `table` to within `tolerance` everywhere, from its singular value decomposition.
    /// The combining coefficients are at most 1, so nothing cancels.
    private static func basis(_ table: [[Double]], tolerance: Double) -> (functions: [[Double]], coefficients: [[Double]]) {
        let (m, n) = (table.count, table[0].count)
        let k = min(m, n)
        var a = table.flatMap { $0 }
        var values = [Double](repeating: 0, count: k)
        var u = [Double](repeating: 0, count: m * k)
        var vt = [Double](repeating: 0, count: k * n)
        let converged = a.withUnsafeMutableBufferPointer { a in
            values.withUnsafeMutableBufferPointer { values in
                u.withUnsafeMutableBufferPointer { u in
                    vt.withUnsafeMutableBufferPointer { vt in
                        guard let a = a.baseAddress, let s = values.baseAddress else { return false }
                        return LAPACK.singularValues(m: m, n: n, a, values: s, u: u.baseAddress, vt: vt.baseAddress)
                    }
                }
            }
        }
        guard converged else {
            return (table, (0 ..< m).map { row in (0 ..< m).map { $0 == row ? 1 : 0 } })
        }
        var rest = table.flatMap { $0 }
        var functions: [[Double]] = []
        var coefficients: [[Double]] = []
        while functions.count < k, rest.contains(where: { abs($0) > tolerance }) {
            let index = functions.count
            let function = (0 ..< n).map { values[index] * vt[index * n + $0] }
            let column = (0 ..< m).map { u[$0 * k + index] }
            for row in 0 ..< m { for position in 0 ..< n { rest[row * n + position] -= column[row] * function[position] } }
            functions.append(function)
            coefficients.append(column)
        }
        return (functions, coefficients)
    }
}
