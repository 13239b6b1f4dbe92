import Linear

extension Dataset {
    /// The Lorenz attractor: dx/dt = σ (y − x), dy/dt = x (ρ − z) − y, dz/dt = x y − β z; one row per sample, columns x, y, z.
    ///
    /// ```swift
    /// let series = try Dataset.lorenz63(steps: 6_000)
    /// ```
    ///
    /// A score on this series depends on the solver: two solvers part after some 20 to 30 time units, the coarse `.rk23(relative: 1e-3, absolute: 1e-6)` from the others after less than ten. With the
    /// default parameters the largest Lyapunov exponent is 0.9056.
    ///
    /// E. N. Lorenz, J. Atmos. Sci. 20 (1963), doi:10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2.
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - interval: the time between samples.
    ///   - solver: how the equation is solved; by default by the classical Runge-Kutta method of order 4 with four equal steps from sample to sample.
    ///   - sigma: σ.
    ///   - rho: ρ.
    ///   - beta: β.
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - discarding: how many samples to leave out at the start, while the solution settles on the attractor.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, `NeuroError.diverged` if the solution leaves the finite numbers.
    public static func lorenz63(
        steps: Int, interval: Double = 0.02, solver: ODESolver = .rungeKutta4(substeps: 4), sigma: Double = 10, rho: Double = 28, beta: Double = 8.0 / 3,
        start: (Double, Double, Double) = (1, 1, 1), discarding: Int = 1_000
    ) throws -> Matrix {
        let flow = Flow(name: "the Lorenz series", start: [start.0, start.1, start.2], interval: interval, solver: solver)
        return try flow.series(steps: steps, discarding: discarding, parameters: [sigma, rho, beta]) { s, f in
            f[0] = sigma * (s[1] - s[0])
            f[1] = s[0] * (rho - s[2]) - s[1]
            f[2] = s[0] * s[1] - beta * s[2]
        }
    }
}
