import CKernels

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Means over a Gaussian local field x = S + z √D of what a spin does in it at temperature T.
///
/// Goals, in order: twelve digits at every temperature, speed. By Gauss and Hermite's rule where √D ≤ 1.4 T: the poles of tanh lie πT/(2√D) from the real axis, so that 201 nodes are off by
/// less than 1e-12 there. Below, tanh is a step that no polynomial follows; the step is taken out, E sgn x = erf(S/√(2D)), and what remains lies within 20 T of x = 0, where
/// it is smooth on either side. So T → 0 has no special case but T = 0 itself. Rejected: the rule of 201 nodes throughout (3 digits at T = 0.02).
struct FieldMeans {
    /// m = E tanh(x/T).
    var magnetization: Double
    /// q = E tanh²(x/T).
    var order: Double
    /// C = (1 − q)/T.
    var response: Double

    init(signal: Double, variance: Double, temperature: Double) {
        if variance <= 0 {
            if temperature == 0 {
                (magnetization, order, response) = (signal == 0 ? 0 : signal > 0 ? 1 : -1, 1, 0)
            } else {
                let value = tanh(signal / temperature), e = exp(-2 * abs(signal / temperature))
                (magnetization, order, response) = (value, value * value, 4 * e / ((1 + e) * (1 + e)) / temperature)
            }
            return
        }
        let width = variance.squareRoot()
        if temperature == 0 {
            let y = signal / (width * 2.0.squareRoot())
            (magnetization, order, response) = (erf(y), 1, (2 / Double.pi).squareRoot() / width * exp(-y * y))
        } else if width <= 1.4 * temperature {
            (magnetization, order, response) = Self.smooth(signal / temperature, width / temperature)
            response /= temperature
        } else {
            (magnetization, order, response) = Self.steep(signal, width, temperature)
        }
    }

    private static func smooth(_ mean: Double, _ width: Double) -> (Double, Double, Double) {
        let rule = GaussHermite.standard, count = rule.nodes.count
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { memory in
            guard let x = memory.baseAddress else { return (0, 0, 0) }
            let e = x + count
            for k in 0 ..< count { x[k] = mean + width * rule.nodes[k] }
            for k in 0 ..< count { e[k] = -2 * abs(x[k]) }
            engram_exp_f64(e, e, count)
            var (first, second, rest) = (0.0, 0.0, 0.0)
            for k in 0 ..< count {
                let inverse = 1 / (1 + e[k])
                // Where e is near 1 the difference from 1 has lost its digits.
                let size = abs(x[k]) < 0.05 ? tanh(abs(x[k])) : (1 - e[k]) * inverse
                first += rule.weights[k] * (x[k] < 0 ? -size : size)
                second += rule.weights[k] * size * size
                rest += rule.weights[k] * 4 * e[k] * inverse * inverse
            }
            return (first, second, rest)
        }
    }

    /// Places u with, for each, weight · (1 − tanh u), weight · (1 − tanh² u), weight · ln(1 + e^(−2u)).
    private static let tails: (u: [Double], tanh: [Double], square: [Double], log: [Double]) = {
        let parts = [0.0 ... 2, 2 ... 6, 6 ... 12, 12 ... 20].map { GaussLegendre(32, over: $0) }
        let u = parts.flatMap(\.nodes), w = parts.flatMap(\.weights), e = u.map { exp(-2 * $0) }
        return (
            u, u.indices.map { w[$0] * 2 * e[$0] / (1 + e[$0]) }, u.indices.map { w[$0] * 4 * e[$0] / ((1 + e[$0]) * (1 + e[$0])) },
            u.indices.map { w[$0] * log1p(e[$0]) }
        )
    }()

    /// The densities of the field at u T and at −u T, of all places u.
    private static func densities(_ signal: Double, _ width: Double, _ temperature: Double, _ body: (_ right: UnsafePointer<Double>, _ left: UnsafePointer<Double>) -> Void) {
        let u = tails.u, count = u.count, norm = 1 / (width * (2 * Double.pi).squareRoot())
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { memory in
            guard let right = memory.baseAddress else { return }
            let left = right + count
            for k in 0 ..< count {
                let x = u[k] * temperature, a = (x - signal) / width, b = (x + signal) / width
                right[k] = -0.5 * a * a
                left[k] = -0.5 * b * b
            }
            engram_exp_f64(right, right, 2 * count)
            for k in 0 ..< 2 * count { right[k] *= norm }
            body(right, left)
        }
    }

    private static func steep(_ signal: Double, _ width: Double, _ temperature: Double) -> (Double, Double, Double) {
        let tails = tails
        var (lost, response) = (0.0, 0.0)
        densities(signal, width, temperature) { right, left in
            for k in tails.u.indices {
                lost += tails.tanh[k] * (right[k] - left[k])
                response += tails.square[k] * (right[k] + left[k])
            }
        }
        return (erf(signal / (width * 2.0.squareRoot())) - lost * temperature, 1 - response * temperature, response)
    }

    /// T E ln 2cosh(x/T), at T = 0 E |x|: what the field contributes to minus the free energy.
    static func potential(signal: Double, variance: Double, temperature: Double) -> Double {
        let width = max(variance, 0).squareRoot(), size = abs(signal)
        if width == 0 { return size + (temperature == 0 ? 0 : temperature * log1p(exp(-2 * size / temperature))) }
        if temperature > 0, width <= 1.4 * temperature {
            let rule = GaussHermite.standard
            var sum = 0.0
            for k in rule.nodes.indices {
                let x = abs(signal + width * rule.nodes[k]) / temperature
                sum += rule.weights[k] * (x + log1p(exp(-2 * x)))
            }
            return temperature * sum
        }
        let y = signal / (width * 2.0.squareRoot())
        let mean = signal * erf(y) + width * (2 / Double.pi).squareRoot() * exp(-y * y)
        if temperature == 0 { return mean }
        let tails = tails
        var sum = 0.0
        densities(signal, width, temperature) { right, left in
            for k in tails.u.indices { sum += tails.log[k] * (right[k] + left[k]) }
        }
        return mean + temperature * temperature * sum
    }
}
