import CKernels
import Linear

/// Linear regression, with intercept, of many targets on the same states.
///
/// Goals, in order: right where the states are nearly dependent, as those of a linear reservoir always are; the targets, of which there are many that share their numbers, are never all in
/// memory; speed.
///
/// The states are centred, which makes the intercept free. Their Gram matrix, scaled to a diagonal of ones, is factorised by Cholesky; what follows from it is off by about its condition number
/// times the rounding. That number is at most n over the smallest eigenvalue, which inverse iteration finds. From 10^9 on, where seven digits would be left, the states are decomposed themselves:
/// X = Q R by reflections, and R, which is small, by its singular values, of which those above the rounding of the largest count.
/// Rejected: the singular values of X itself (thirty times the time of the Gram matrix for 5,000 steps of 200 units), and Cholesky without a check.
struct StateRegression: Sendable {
    private enum Factor: Sendable {
        /// The lower factor of the scaled Gram matrix, and whether it loses no more than half of the digits.
        case gram(lower: [Double], scales: [Double], isSound: Bool)
        /// Orthonormal combinations of the states, one row each over the steps, and, units x rank, which ones.
        case responses(rows: [Double], back: [Double], rank: Int)
    }

    let units: Int
    /// Of the states of the training.
    let means: [Double]
    /// Those of the training.
    let steps: Range<Int>
    private let factor: Factor

    /// How many independent directions the states have, above rounding.
    let rank: Int

    /// Factorises the centred states of `steps`, which are finite; with a penalty, the Gram matrix plus as many times the identity, and nil where that is not positive to rounding.
    init?(_ states: Matrix, steps: Range<Int>, penalty: Double? = nil, part: Int, of parts: Int) throws {
        let n = states.columns
        _ = try Allocation.count(of: [n, n], named: "the correlations of the states", as: Double.self)
        let means = Self.means(states, steps)
        guard means.allSatisfy(\.isFinite) else { throw Self.tooLarge }
        units = n
        self.steps = steps
        self.means = means
        var gram = try Self.lowerGram(states, steps, means, part: part, of: parts)
        guard gram.allSatisfy(\.isFinite) else { throw Self.tooLarge }
        // A unit that stands still has the rounding of its mean for a variance: it is made a direction of its own, which no target lies in.
        var scales = [Double](repeating: 1, count: n), still = 0
        for i in 0 ..< n {
            let noise = abs(means[i]) * 0x1p-51
            if gram[i * n + i] <= noise * noise * Double(steps.count) {
                for j in 0 ..< n { gram[max(i, j) * n + min(i, j)] = i == j ? 1 : 0 }
                still += 1
            } else {
                gram[i * n + i] += penalty ?? 0
                scales[i] = gram[i * n + i].squareRoot()
            }
        }
        for i in 0 ..< n {
            for j in 0 ... i { gram[i * n + j] /= scales[i] * scales[j] }
        }
        let isPenalised = penalty != nil, scaled = gram
        let (lower, isSound): ([Double]?, Bool) = try Abandonable.run(operations: Double(n) * Double(n) * Double(n) / 3) {
            var lower = scaled
            let failed = lower.withUnsafeMutableBufferPointer { l in l.baseAddress.map { LAPACK.cholesky(n: n, $0, stride: n) } ?? 0 }
            let isSound = failed == 0 && Double(n) / Self.smallestEigenvalue(lower, n) < 1e9
            return (isSound || failed == 0 && isPenalised ? lower : nil, isSound)
        }
        if let lower {
            factor = .gram(lower: lower, scales: scales, isSound: isSound)
            rank = n - still
        } else if isPenalised {
            return nil
        } else {
            let responses = try Self.responses(states, steps, means)
            factor = .responses(rows: responses.rows, back: responses.back, rank: responses.rank)
            rank = responses.rank
        }
    }

    /// Whether the weights are by a Gram matrix, and have at least half of their digits.
    var isSound: Bool {
        if case .gram(_, _, isSound: true) = factor { true } else { false }
    }

    var isByGram: Bool {
        if case .gram = factor { true } else { false }
    }

    /// The Gram matrix of the states of other steps, less the means of training, and their sums.
    func gram(_ states: Matrix, _ other: Range<Int>, part: Int, of parts: Int) throws -> (gram: [Double], sums: [Double]) {
        let n = units
        var gram = try Self.lowerGram(states, other, means, part: part, of: parts)
        for i in 0 ..< n {
            for j in 0 ..< i { gram[j * n + i] = gram[i * n + j] }
        }
        let sums = zip(Self.means(states, other), means).map { ($0 - $1) * Double(other.count) }
        return (gram, sums)
    }

    /// The lower triangle of the Gram matrix of states less these means.
    private static func lowerGram(_ states: Matrix, _ steps: Range<Int>, _ means: [Double], part: Int, of parts: Int) throws -> [Double] {
        let n = states.columns
        return try sum(over: steps, width: n, count: n * n, part: part, of: parts) { block, gram in
            centred(states, block, means).withUnsafeBufferPointer { x in
                guard let x = x.baseAddress else { return }
                BLAS.symmetricProduct(transposed: true, n: n, k: block.count, x, strideA: n, beta: 1, gram, strideC: n)
            }
        }
    }

    private static var tooLarge: NeuroError { .diverged(what: "the squares of the states left the finite numbers; scale the reservoir down") }

    /// Of the matrix with this Cholesky factor: ten steps of inverse iteration from a vector without structure.
    private static func smallestEigenvalue(_ lower: [Double], _ n: Int) -> Double {
        var x = (0 ..< n).map { Double(($0 * 7_919 + 13) % 101) - 50.25 }, size = 1.0
        for _ in 0 ..< 10 {
            let before = engram_sum_of_squares(x, n).squareRoot()
            guard before > 0, before.isFinite else { return 0 }
            for i in 0 ..< n { x[i] /= before }
            lower.withUnsafeBufferPointer { l in
                x.withUnsafeMutableBufferPointer { x in
                    if let l = l.baseAddress, let x = x.baseAddress { LAPACK.solveCholesky(n: n, columns: 1, l, stride: n, x, strideB: 1) }
                }
            }
            size = engram_sum_of_squares(x, n).squareRoot()
        }
        return 1 / size
    }

    private static func means(_ states: Matrix, _ steps: Range<Int>) -> [Double] {
        let n = states.columns
        var means = [Double](repeating: 0, count: n)
        states.withUnsafeBufferPointer { x in
            means.withUnsafeMutableBufferPointer { means in
                guard let x = x.baseAddress, let sums = means.baseAddress else { return }
                engram_add_rows_f64(x + steps.lowerBound * n, steps.count, n, sums)
                for i in 0 ..< n { means[i] /= Double(steps.count) }
            }
        }
        return means
    }

    private static func centred(_ states: Matrix, _ steps: Range<Int>, _ means: [Double]) -> [Double] {
        let n = states.columns
        return [Double](unsafeUninitializedCapacity: steps.count * n) { out, count in
            states.withUnsafeBufferPointer { x in
                means.withUnsafeBufferPointer { means in
                    guard let x = x.baseAddress, let out = out.baseAddress, let means = means.baseAddress else { return }
                    engram_subtract_row_f64(x + steps.lowerBound * n, steps.count, n, means, out)
                }
            }
            count = steps.count * n
        }
    }

    /// Adds up `count` numbers over all steps: `body` adds those of a block.
    ///
    /// Blocks are of about a megabyte and a half, so that what is copied for one is still in the cache when it is multiplied. Every fourth is added to the same numbers, so that four can be under way
    /// at once, and these are added in their order: so the number of threads changes no bit.
    private static func sum(
        over steps: Range<Int>, width: Int, count: Int, part: Int, of parts: Int, _ body: (Range<Int>, UnsafeMutablePointer<Double>) -> Void
    ) throws -> [Double] {
        let rows = max(32, min(1_024, 200_000 / width)), blocks = (steps.count + rows - 1) / rows, abreast = max(1, min(4, blocks))
        _ = try Allocation.count(of: [abreast, count], named: "the sums over the states", as: Double.self)
        var sums = [Double](repeating: 0, count: abreast * count)
        try sums.withUnsafeMutableBufferPointer { sums in
            guard let base = sums.baseAddress else { return }
            // Each piece adds to numbers of its own.
            nonisolated(unsafe) let own = base
            for first in stride(from: 0, to: blocks, by: abreast) {
                try Threads.share(min(abreast, blocks - first), progress: { try Progress.check(first + $0, of: blocks, part: part, of: parts) }) { _, piece in
                    let start = steps.lowerBound + (first + piece) * rows
                    body(start ..< min(steps.upperBound, start + rows), own + piece * count)
                }
            }
            for piece in 1 ..< max(1, abreast) { engram_add_rows_f64(base + piece * count, 1, count, base) }
        }
        sums.removeLast((abreast - 1) * count)
        return sums
    }

    private static func responses(_ states: Matrix, _ steps: Range<Int>, _ means: [Double]) throws -> (rows: [Double], back: [Double], rank: Int) {
        let n = states.columns, m = steps.count, k = min(m, n)
        _ = try Allocation.count(of: [3, m, n], named: "the responses of the states", as: Double.self)
        let x = centred(states, steps, means)
        return try Abandonable.run(operations: 8 * Double(m) * Double(n) * Double(k)) {
            // X = Q R where there are more steps than units; the singular values of R are those of X.
            var transposed: [Double] = [], triangle = x
            if m >= n {
                transposed = [Double](repeating: 0, count: n * m)
                for t in 0 ..< m {
                    for i in 0 ..< n { transposed[i * m + t] = x[t * n + i] }
                }
                triangle = [Double](repeating: 0, count: n * n)
                transposed.withUnsafeMutableBufferPointer { q in
                    triangle.withUnsafeMutableBufferPointer { r in
                        if let q = q.baseAddress, let r = r.baseAddress { LAPACK.orthogonalize(m: m, n: n, q, r: r) }
                    }
                }
            }
            var values = [Double](repeating: 0, count: k), u = [Double](repeating: 0, count: k * k), vt = [Double](repeating: 0, count: k * n)
            let converged = triangle.withUnsafeMutableBufferPointer { a in
                values.withUnsafeMutableBufferPointer { s in
                    u.withUnsafeMutableBufferPointer { u in
                        vt.withUnsafeMutableBufferPointer { vt in
                            guard let a = a.baseAddress, let s = s.baseAddress else { return true }
                            return LAPACK.singularValues(m: k, n: n, a, values: s, u: u.baseAddress, vt: vt.baseAddress)
                        }
                    }
                }
            }
            guard converged else { throw NeuroError.diverged(what: "the singular values of the states did not converge; use .ridge") }
            let least = (values.first ?? 0) * Double(max(m, n)) * 0x1p-52
            let rank = values.firstIndex { !($0 > least) } ?? k
            var rows = [Double](repeating: 0, count: rank * m)
            if m >= n {
                u.withUnsafeBufferPointer { u in
                    transposed.withUnsafeBufferPointer { q in
                        rows.withUnsafeMutableBufferPointer { rows in
                            guard let u = u.baseAddress, let q = q.baseAddress, let rows = rows.baseAddress else { return }
                            BLAS.multiply(transposeA: true, m: rank, n: m, k: n, u, strideA: n, q, strideB: m, rows, strideC: m)
                        }
                    }
                }
            } else {
                for r in 0 ..< rank {
                    for t in 0 ..< m { rows[r * m + t] = u[t * k + r] }
                }
            }
            var back = [Double](repeating: 0, count: n * rank)
            for i in 0 ..< n {
                for r in 0 ..< rank { back[i * rank + r] = vt[r * n + i] / values[r] }
            }
            return (rows, back, rank)
        }
    }

    /// What `count` targets have in common with the states, one column for each target, and after that `more` sums of the caller's. `fill` writes a row of targets for each step of a block, and adds to
    /// those sums; it runs on several threads.
    func products(
        _ states: Matrix, targets count: Int, sums more: Int = 0, part: Int, of parts: Int,
        fill: (Range<Int>, UnsafeMutableBufferPointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) throws -> (products: [Double], sums: [Double]) {
        let n = units
        let height: Int
        switch factor {
        case .gram: height = n
        case .responses(_, _, let rank): height = rank
        }
        _ = try Allocation.count(of: [height, count], named: "the weights", as: Double.self)
        var products = try Self.sum(over: steps, width: n + count, count: height * count + more, part: part, of: parts) { block, products in
            let targets = [Double](unsafeUninitializedCapacity: block.count * count) { y, initialized in
                fill(block, y, products + height * count)
                initialized = block.count * count
            }
            targets.withUnsafeBufferPointer { y in
                guard let y = y.baseAddress else { return }
                switch factor {
                case .gram:
                    Self.centred(states, block, means).withUnsafeBufferPointer { x in
                        guard let x = x.baseAddress else { return }
                        BLAS.multiply(transposeA: true, m: n, n: count, k: block.count, x, strideA: n, y, strideB: count, beta: 1, products, strideC: count)
                    }
                case .responses(let rows, _, let rank):
                    rows.withUnsafeBufferPointer { rows in
                        guard let rows = rows.baseAddress else { return }
                        let from = rows + (block.lowerBound - steps.lowerBound)
                        BLAS.multiply(m: rank, n: count, k: block.count, from, strideA: steps.count, y, strideB: count, beta: 1, products, strideC: count)
                    }
                }
            }
        }
        let sums = Array(products.suffix(more))
        products.removeLast(more)
        return (products, sums)
    }

    /// The weights of the regression, units x targets, from `products`.
    func weights(_ products: [Double], targets count: Int) throws -> [Double] {
        let n = units, factor = factor
        return try Abandonable.run(operations: 2 * Double(n) * Double(n) * Double(count)) {
            switch factor {
            case .gram(let lower, let scales, _):
                var weights = products
                Self.divide(&weights, by: scales, columns: count)
                weights.withUnsafeMutableBufferPointer { w in
                    lower.withUnsafeBufferPointer { l in
                        if let w = w.baseAddress, let l = l.baseAddress { LAPACK.solveCholesky(n: n, columns: count, l, stride: n, w, strideB: count) }
                    }
                }
                Self.divide(&weights, by: scales, columns: count)
                return weights
            case .responses(_, let back, let rank):
                var weights = [Double](repeating: 0, count: n * count)
                weights.withUnsafeMutableBufferPointer { w in
                    back.withUnsafeBufferPointer { b in
                        products.withUnsafeBufferPointer { c in
                            guard let w = w.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                            BLAS.multiply(m: n, n: count, k: rank, b, strideA: rank, c, strideB: count, w, strideC: count)
                        }
                    }
                }
                return weights
            }
        }
    }

    /// Of each target, how much of its sum of squares the states explain, from `products`.
    func explained(_ products: [Double], targets count: Int) throws -> [Double] {
        let n = units, factor = factor
        let projections: [Double] = try Abandonable.run(operations: Double(n) * Double(n) * Double(count)) {
            guard case .gram(let lower, let scales, _) = factor else { return products }
            var projections = products
            Self.divide(&projections, by: scales, columns: count)
            projections.withUnsafeMutableBufferPointer { p in
                lower.withUnsafeBufferPointer { l in
                    if let p = p.baseAddress, let l = l.baseAddress { BLAS.solveLower(transposed: false, n: n, columns: count, l, strideL: n, p, strideB: count) }
                }
            }
            return projections
        }
        var sums = [Double](repeating: 0, count: count)
        for row in 0 ..< projections.count / max(1, count) {
            for target in 0 ..< count { sums[target] += projections[row * count + target] * projections[row * count + target] }
        }
        return sums
    }

    private static func divide(_ rows: inout [Double], by scales: [Double], columns: Int) {
        rows.withUnsafeMutableBufferPointer { rows in
            for (i, scale) in scales.enumerated() {
                for column in 0 ..< columns { rows[i * columns + column] /= scale }
            }
        }
    }

    /// Adds up `sums` numbers over other steps: `body` adds those of a block of steps, from what the weights make of their states, less the mean of training. It runs on several threads.
    func sum(
        over other: Range<Int>, of weights: [Double], targets count: Int, _ states: Matrix, sums: Int, part: Int, of parts: Int,
        _ body: (Range<Int>, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) throws -> [Double] {
        let n = units
        return try Self.sum(over: other, width: n + count, count: sums, part: part, of: parts) { block, sums in
            let outputs = [Double](unsafeUninitializedCapacity: block.count * count) { y, initialized in
                Self.centred(states, block, means).withUnsafeBufferPointer { x in
                    weights.withUnsafeBufferPointer { w in
                        guard let x = x.baseAddress, let w = w.baseAddress, let y = y.baseAddress else { return }
                        BLAS.multiply(m: block.count, n: count, k: n, x, strideA: n, w, strideB: count, y, strideC: count)
                    }
                }
                initialized = block.count * count
            }
            outputs.withUnsafeBufferPointer { if let y = $0.baseAddress { body(block, y, sums) } }
        }
    }
}
