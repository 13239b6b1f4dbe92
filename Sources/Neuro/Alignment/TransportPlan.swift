import CKernels
import Linear

// Sinkhorn's iterations on the logarithms of the scalings, where a small regularisation neither overflows nor divides by 0: with C = cost / regularisation and potentials f, g the plan is
// exp(f_i + g_j − C_ij); f is chosen so that its rows have the weights of the sources, then g so that its columns have those of the targets, in turn.

/// The cheapest way to move weight from sources to targets, blurred by an entropy: the plan P that minimises Σ P_ij cost_ij + regularisation · Σ P_ij log P_ij with given sums of rows and columns
/// (Cuturi 2013, arXiv:1306.0895).
///
/// ```swift
/// let plan = try TransportPlan(cost: TransportCost.euclidean.matrix(source, target), regularisation: 0.1)
/// print(plan.cost, plan.marginalError)
/// ```
public struct TransportPlan: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How much moves from each source (row) to each target (column); 1 in sum.
    public let plan: Matrix
    /// Σ P_ij cost_ij.
    public let cost: Double
    /// How many iterations were done.
    public let iterations: Int
    /// How far the sums of rows are from the weights of the sources, in sum; those of columns are exact.
    public let marginalError: Double

    /// Finds the plan.
    ///
    /// - Parameters:
    ///   - cost: sources x targets.
    ///   - regularisation: in the units of the cost, above 0; the smaller, the sharper the plan and the more iterations it takes.
    ///   - sources: the weight of each source, above 0; by default all equal. They are scaled to sum to 1.
    ///   - targets: the weight of each target, above 0; by default all equal. They are scaled to sum to 1.
    ///   - iterations: how many at most; 1000 by default.
    ///   - tolerance: what `marginalError` may be for the iterations to end.
    /// - Throws: `NeuroError` if the cost is empty or not finite, weights differ in number from it or are not above 0, or a parameter is out of range.
    /// - Complexity: O(sources · targets) for each iteration.
    public init(cost: Matrix, regularisation: Double, sources: Vector? = nil, targets: Vector? = nil, iterations: Int = 1000, tolerance: Double = 1e-6) throws {
        try Check.finite(cost, "cost")
        try Check.positive(regularisation, "regularisation")
        try Check.notNegative(tolerance, "tolerance")
        try Check.atLeast(1, iterations, "iterations")
        let scaled = cost / regularisation
        guard scaled.elements.allSatisfy(\.isFinite) else {
            throw NeuroError.invalid(name: "regularisation", value: "\(regularisation)", must: "large enough for the cost divided by it to be finite")
        }
        let logA = try Self.logarithms(sources, count: cost.rows, "sources")
        let logB = try Self.logarithms(targets, count: cost.columns, "targets")
        let turned = scaled.transposed()
        var f = [Double](repeating: 0, count: cost.rows)
        var g = [Double](repeating: 0, count: cost.columns)
        var done = 0
        var error = Double.infinity
        // The sums of rows before f is chosen anew are a_i exp(f_old − f_new): the error comes for nothing.
        while true {
            try Progress.check(done, of: iterations)
            let next = try Self.potentials(scaled, other: g, logWeights: logA)
            if done > 0 {
                error = f.indices.reduce(0) { $0 + abs(Elementary.exp(logA[$1] + f[$1] - next[$1]) - Elementary.exp(logA[$1])) }
                if error <= tolerance || done == iterations { break }
            }
            f = next
            g = try Self.potentials(turned, other: f, logWeights: logB)
            done += 1
        }
        let (rows, columns) = (cost.rows, cost.columns)
        var plan = [Double](repeating: 0, count: rows * columns)
        for i in 0 ..< rows { for j in 0 ..< columns { plan[i * columns + j] = f[i] + g[j] - scaled.elements[i * columns + j] } }
        plan.withUnsafeMutableBufferPointer { values in
            guard let values = values.baseAddress else { return }
            engram_exp_f64(values, values, rows * columns)
        }
        guard plan.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the transport plan is not finite: the cost spans too many orders of the regularisation; raise it")
        }
        self.cost = zip(plan, cost.elements).reduce(0) { $0 + $1.0 * $1.1 }
        (self.iterations, marginalError) = (done, error)
        self.plan = try Matrix(rows: rows, columns: columns, elements: plan)
    }

    /// For each row i of the scaled cost: log w_i − log Σ_j exp(other_j − C_ij).
    private static func potentials(_ cost: Matrix, other: [Double], logWeights: [Double]) throws -> [Double] {
        let (rows, columns) = (cost.rows, cost.columns)
        var result = [Double](repeating: 0, count: rows)
        let block = max(1, min(rows, 1_000_000 / columns))
        let pieces = (rows + block - 1) / block
        try result.withUnsafeMutableBufferPointer { result in
            let result = result
            try cost.withUnsafeBufferPointer { cost in
                try Threads.share(pieces, progress: { _ in try Progress.check() }) { _, piece in
                    withUnsafeTemporaryAllocation(of: Double.self, capacity: columns) { terms in
                        guard let terms = terms.baseAddress else { return }
                        for i in piece * block ..< min((piece + 1) * block, rows) {
                            var largest = -Double.infinity
                            for j in 0 ..< columns {
                                terms[j] = other[j] - cost[i * columns + j]
                                largest = max(largest, terms[j])
                            }
                            for j in 0 ..< columns { terms[j] -= largest }
                            engram_exp_f64(terms, terms, columns)
                            let sum = Reduction.sum(UnsafeBufferPointer(start: terms, count: columns))
                            result[i] = logWeights[i] - largest - Elementary.log(sum)
                        }
                    }
                }
            }
        }
        return result
    }

    private static func logarithms(_ weights: Vector?, count: Int, _ name: String) throws -> [Double] {
        guard let weights else { return Array(repeating: -Elementary.log(Double(count)), count: count) }
        guard weights.count == count else { throw NeuroError.shape(name: name, shape: [weights.count], must: "one weight for each of \(count)") }
        for (index, weight) in weights.elements.enumerated() { try Check.positive(weight, "\(name)[\(index)]") }
        let largest = weights.elements.max() ?? 1
        let sum = weights.elements.reduce(0) { $0 + $1 / largest }
        return weights.elements.map { Elementary.log($0) - Elementary.log(largest) - Elementary.log(sum) }
    }

    /// One line: the extents, the cost and the error.
    public var description: String { "transport plan from \(plan.rows) to \(plan.columns), cost \(cost), marginal error \(marginalError) after \(iterations) iterations" }
}
