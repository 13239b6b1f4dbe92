import Linear

extension Dataset {
    /// Lorenz's ring of weather stations: dxᵢ/dt = (xᵢ₊₁ − xᵢ₋₂) xᵢ₋₁ − xᵢ + F, with the last neighbour of the first; one row per sample, one column per place.
    ///
    /// With 40 places and F = 8 it is chaotic, with a largest Lyapunov exponent of about 1.68 and 13 positive ones (E. N. Lorenz, K. A. Emanuel, J. Atmos. Sci. 55 (1998),
    /// doi:10.1175/1520-0469(1998)055<0399:OSFSWO>2.0.CO;2: errors double in 0.42 units of time). Summed over the ring, the products cancel out of the change of Σ x².
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - places: how many variables, at least 4.
    ///   - forcing: F.
    ///   - interval: the time between samples; 0.05 stands for six hours.
    ///   - solver: how the equation is solved; by default by the classical Runge-Kutta method of order 4 with steps of 0.01.
    ///   - start: where the solution starts, one number per place (it is not part of the series); F everywhere but F + 0.01 at the first place, where it is nil.
    ///   - discarding: how many samples to leave out at the start.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, `NeuroError.shape` for a start of another number of places, `NeuroError.diverged` if the solution leaves the
    ///   finite numbers.
    public static func lorenz96(
        steps: Int, places: Int = 40, forcing: Double = 8, interval: Double = 0.05, solver: ODESolver = .rungeKutta4(substeps: 5), start: Vector? = nil,
        discarding: Int = 1_000
    ) throws -> Matrix {
        try Check.atLeast(4, places, "places")
        try check(steps: steps, discarding: discarding, columns: places)
        if let start, start.count != places { throw NeuroError.shape(name: "start", shape: [start.count], must: "\(places), one number for each place") }
        var first = [Double](repeating: forcing, count: places)
        first[0] += 0.01
        let flow = Flow(name: "the ring of Lorenz", start: start?.elements ?? first, interval: interval, solver: solver)
        return try flow.series(steps: steps, discarding: discarding, parameters: [forcing]) { x, f in
            f[0] = (x[1] - x[places - 2]) * x[places - 1] - x[0] + forcing
            f[1] = (x[2] - x[places - 1]) * x[0] - x[1] + forcing
            for i in 2 ..< places - 1 { f[i] = (x[i + 1] - x[i - 2]) * x[i - 1] - x[i] + forcing }
            f[places - 1] = (x[0] - x[places - 3]) * x[places - 2] - x[places - 1] + forcing
        }
    }
}
