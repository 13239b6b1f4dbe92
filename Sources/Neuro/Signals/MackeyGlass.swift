import CKernels
import Linear

extension Dataset {
    /// The Mackey-Glass series: dx/dt = β x(t−τ) / (1 + x(t−τ)ⁿ) − γ x(t), sampled once per unit of time.
    ///
    /// ```swift
    /// let series = try Dataset.mackeyGlass(steps: 6_000, tau: 17)
    /// ```
    ///
    /// Solved by the classical Runge-Kutta method of order 4 with a fixed step. The delayed value is interpolated linearly between the points of
    /// the solution, also in the middle of a step; before time 0 the solution is constant. No randomness: the same arguments give the same
    /// series. With τ = 17 and the defaults it is mildly chaotic (from about τ = 16.8 on) and lies between 0.2 and 1.4.
    ///
    /// M. C. Mackey, L. Glass, Science 197 (1977), doi:10.1126/science.267326.
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1, one per unit of time.
    ///   - tau: the delay, not shorter than `step`.
    ///   - beta: β, the strength of the delayed production.
    ///   - gamma: γ, the rate of decay.
    ///   - exponent: n.
    ///   - initial: the value before and at time 0.
    ///   - step: the length of a solver step; a whole number of them must make one unit of time.
    ///   - discarding: how many samples to leave out at the start, while the series settles on its attractor.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, `NeuroError.diverged` if the solution leaves the finite numbers.
    public static func mackeyGlass(
        steps: Int, tau: Double = 17, beta: Double = 0.2, gamma: Double = 0.1, exponent: Double = 10, initial: Double = 1.2, step: Double = 0.1,
        discarding: Int = 1_000
    ) throws -> Vector {
        try Check.atLeast(1, steps, "steps")
        try Check.atLeast(0, discarding, "discarding")
        try Check.positive(step, "step")
        try Check.positive(tau, "tau")
        for (value, name) in [(beta, "beta"), (gamma, "gamma"), (exponent, "exponent"), (initial, "initial")] { try Check.notNegative(value, name) }
        guard tau >= step else { throw NeuroError.invalid(name: "tau", value: "\(tau)", must: "at least one solver step, \(step)") }
        let perSample = (1 / step).rounded()
        guard perSample >= 1, perSample <= 1e4, abs(perSample * step - 1) <= 1e-9 else {
            throw NeuroError.invalid(name: "step", value: "\(step)", must: "one unit of time divided by a whole number up to 10,000")
        }
        let (total, overflow) = steps.addingReportingOverflow(discarding)
        let (_, tooMany) = total.multipliedReportingOverflow(by: Int(perSample) * 16)
        guard !overflow, !tooMany else { throw NeuroError.invalid(name: "steps", value: "\(steps)", must: "small enough to be counted") }
        guard tau / step <= 1e8 else { throw NeuroError.invalid(name: "tau", value: "\(tau)", must: "at most 10^8 solver steps") }
        _ = try Allocation.count(of: [steps], named: "the series", as: Double.self)

        // The solution at the last `depth` solver steps, in a ring; the delay is `whole` + `part` steps. A delay that is a whole number of steps
        // but for rounding is meant as one.
        var whole = Int(tau / step)
        var part = tau / step - Double(whole)
        if part > 1 - 1e-9 { whole += 1 }
        if part < 1e-9 || part > 1 - 1e-9 { part = 0 }
        let depth = whole + 2
        var ring = [Double](repeating: initial, count: depth)
        var newest = 0
        /// The solution `back` steps ago, 0 <= back < depth.
        func past(_ back: Int) -> Double {
            let place = newest - back
            return ring[place >= 0 ? place : place + depth]
        }
        func slope(_ x: Double, _ delayed: Double) -> Double { beta * delayed / (1 + power(delayed, exponent)) - gamma * x }

        let perCheck = max(1, 100_000 / Int(perSample))
        var series: [Double] = []
        series.reserveCapacity(steps)
        for sample in 1 ... total {
            for _ in 0 ..< Int(perSample) {
                let x = past(0)
                // The delayed solution at the start of the step, half way, and at its end.
                let start = (1 - part) * past(whole) + part * past(whole + 1)
                let middle =
                    part <= 0.5
                    ? (0.5 + part) * past(whole) + (0.5 - part) * past(whole - 1)
                    : (part - 0.5) * past(whole + 1) + (1.5 - part) * past(whole)
                let end = (1 - part) * past(whole - 1) + part * past(whole)
                let k1 = slope(x, start)
                let k2 = slope(x + 0.5 * step * k1, middle)
                let k3 = slope(x + 0.5 * step * k2, middle)
                let k4 = slope(x + step * k3, end)
                newest = newest + 1 == depth ? 0 : newest + 1
                ring[newest] = x + step * (k1 + 2 * k2 + 2 * k3 + k4) / 6
            }
            if sample > discarding { series.append(ring[newest]) }
            if sample % perCheck == 0 { try Progress.check(sample, of: total) }
        }
        guard series.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the Mackey-Glass series left the finite numbers; take smaller beta, gamma or step")
        }
        return Vector(series)
    }

    /// x to the power n, with the same bits on every machine: by products where n is a small whole number, otherwise exp(n log x).
    private static func power(_ x: Double, _ n: Double) -> Double {
        guard n == n.rounded(), n <= 64 else {
            var argument = x
            var result = 0.0
            engram_log_f64(&argument, &result, 1)
            argument = n * result
            engram_exp_f64(&argument, &result, 1)
            return result
        }
        var rest = Int(n)
        var square = x
        var result = 1.0
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}
