import CKernels
import Linear

extension StateRegression {
    /// How far the states of the training, `steps`, give the input of 1 to `delays` steps earlier, over the steps `test`: five rows of `delays` numbers, the last of a row for delay 1. They are the sums of what
    /// the states make of it, y, of the input u, of y², of u² and of y u, both less their means of training.
    ///
    /// With a sound Gram matrix they follow from the Gram matrix of `test` and from the products of the states with the delayed input, which transforms give; the digits that the squares of y lose to that
    /// are those that the weights had lost already. Otherwise the outputs are calculated one by one.
    func delays(_ states: Matrix, _ u: [Double], delays: Int, test: Range<Int>, part: Int, of parts: Int) throws -> [Double] {
        let shift = u[steps].reduce(0, +) / Double(steps.count)
        func lagged(_ steps: Range<Int>, part own: Int) throws -> [Double] {
            try LaggedProducts.sum(states, steps, less: means, times: u, delays: delays, part: 4 * part + own, of: 4 * parts)
        }
        let products =
            if isByGram {
                try lagged(steps, part: 0)
            } else {
                try products(states, targets: delays, part: 4 * part, of: 4 * parts) { steps, targets, _ in
                    u.withUnsafeBufferPointer { u in
                        guard let u = u.baseAddress, let y = targets.baseAddress else { return }
                        for (row, t) in steps.enumerated() { (y + row * delays).update(from: u + (t - delays), count: delays) }
                    }
                }.products
            }
        let weights = try weights(products, targets: delays)
        guard isSound else {
            return try sum(over: test, of: weights, targets: delays, states, sums: 5 * delays, part: 2 * part + 1, of: 2 * parts) { steps, outputs, sums in
                u.withUnsafeBufferPointer { u in
                    guard let u = u.baseAddress else { return }
                    for (row, t) in steps.enumerated() { engram_correlation_sums_f64(outputs + row * delays, u + (t - delays), shift, delays, sums) }
                }
            }
        }
        let common = try lagged(test, part: 2), (gram, sums) = try gram(states, test, part: 4 * part + 3, of: 4 * parts)
        let n = units
        // G W, of which each column times that of W is the sum of squares.
        var spread = [Double](repeating: 0, count: n * delays)
        gram.withUnsafeBufferPointer { g in
            weights.withUnsafeBufferPointer { w in
                spread.withUnsafeMutableBufferPointer { out in
                    guard let g = g.baseAddress, let w = w.baseAddress, let out = out.baseAddress else { return }
                    BLAS.multiply(m: n, n: delays, k: n, g, strideA: n, w, strideB: delays, out, strideC: delays)
                }
            }
        }
        var result = [Double](repeating: 0, count: 5 * delays)
        for i in 0 ..< n {
            for j in 0 ..< delays {
                let weight = weights[i * delays + j]
                result[j] += weight * sums[i]
                result[2 * delays + j] += weight * spread[i * delays + j]
                result[4 * delays + j] += weight * (common[i * delays + j] - shift * sums[i])
            }
        }
        // Of the input from the first step that a delay reaches on, so that the sums for a delay are differences.
        var (total, squares) = ([0.0], [0.0])
        for value in u[(test.lowerBound - delays) ..< (test.upperBound - 1)] {
            total.append(total[total.count - 1] + (value - shift))
            squares.append(squares[squares.count - 1] + (value - shift) * (value - shift))
        }
        for j in 0 ..< delays {
            result[delays + j] = total[j + test.count] - total[j]
            result[3 * delays + j] = squares[j + test.count] - squares[j]
        }
        return result
    }
}
