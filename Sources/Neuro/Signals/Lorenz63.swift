import Linear

extension Dataset {
    /// The Lorenz attractor: dx/dt = σ (y − x), dy/dt = x (ρ − z) − y, dz/dt = x y − β z; one row per sample, columns x, y, z.
    ///
    /// ```swift
    /// let series = try Dataset.lorenz63(steps: 6_000)
    /// ```
    ///
    /// Solved by the classical Runge-Kutta method of order 4 with a fixed step of `interval / substeps`. A score on this series depends on the
    /// solver: two solvers part after some 20 to 30 time units. With the defaults the largest Lyapunov exponent is 0.9056.
    ///
    /// E. N. Lorenz, J. Atmos. Sci. 20 (1963), doi:10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2.
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - interval: the time between samples.
    ///   - substeps: solver steps from one sample to the next, at least 1.
    ///   - sigma: σ.
    ///   - rho: ρ.
    ///   - beta: β.
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - discarding: how many samples to leave out at the start, while the solution settles on the attractor.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, `NeuroError.diverged` if the solution leaves the finite numbers.
    public static func lorenz63(
        steps: Int, interval: Double = 0.02, substeps: Int = 4, sigma: Double = 10, rho: Double = 28, beta: Double = 8.0 / 3,
        start: (Double, Double, Double) = (1, 1, 1), discarding: Int = 1_000
    ) throws -> Matrix {
        try Check.atLeast(1, steps, "steps")
        try Check.atLeast(0, discarding, "discarding")
        try Check.atLeast(1, substeps, "substeps")
        try Check.positive(interval, "interval")
        try Check.finite([sigma, rho, beta], "the parameters")
        try Check.finite([start.0, start.1, start.2], "start")
        let (total, overflow) = steps.addingReportingOverflow(discarding)
        guard !overflow, substeps <= 10_000 else {
            throw NeuroError.invalid(name: overflow ? "steps" : "substeps", value: "\(overflow ? steps : substeps)", must: "smaller")
        }
        _ = try Allocation.count(of: [steps, 3], named: "the series", as: Double.self)
        let h = interval / Double(substeps)
        func slope(_ s: SIMD3<Double>) -> SIMD3<Double> { [sigma * (s.y - s.x), s.x * (rho - s.z) - s.y, s.x * s.y - beta * s.z] }
        var point = SIMD3(start.0, start.1, start.2)
        var rows: [Double] = []
        rows.reserveCapacity(3 * steps)
        let perCheck = max(1, 100_000 / substeps)
        for sample in 1 ... total {
            for _ in 0 ..< substeps {
                let k1 = slope(point)
                let k2 = slope(point + 0.5 * h * k1)
                let k3 = slope(point + 0.5 * h * k2)
                let k4 = slope(point + h * k3)
                point += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
            }
            if sample > discarding { rows.append(contentsOf: [point.x, point.y, point.z]) }
            if sample % perCheck == 0 { try Progress.check(sample, of: total) }
        }
        guard rows.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the Lorenz series left the finite numbers; take a shorter interval or more substeps")
        }
        return try Matrix(rows: steps, columns: 3, elements: rows)
    }
}
