import Linear

/// Chaotic flows of three variables, each a row per sample with columns x, y, z. All throw `NeuroError.invalid` naming the argument that is out of its range, and `NeuroError.diverged` if the
/// solution leaves the finite numbers.
extension Dataset {
    /// Rössler's flow: dx/dt = −y − z, dy/dt = x + a y, dz/dt = b + z (x − c); one row per sample, columns x, y, z.
    ///
    /// With the default parameters the Lyapunov exponents are 0.0714, 0 and −5.394 (J. C. Sprott, Chaos and Time-Series Analysis, 2003), and one turn lasts about 5.9 units of time.
    ///
    /// O. E. Rössler, Phys. Lett. A 57 (1976), doi:10.1016/0375-9601(76)90101-8.
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - interval: the time between samples.
    ///   - solver: how the equation is solved; by default by the classical Runge-Kutta method of order 4 with steps of 0.02.
    ///   - a: how fast the spiral opens.
    ///   - b: what lifts the solution out of the plane.
    ///   - c: where it is lifted.
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - discarding: how many samples to leave out at the start.
    /// - Throws: `NeuroError`.
    public static func rossler(
        steps: Int, interval: Double = 0.1, solver: ODESolver = .rungeKutta4(substeps: 5), a: Double = 0.2, b: Double = 0.2, c: Double = 5.7,
        start: (Double, Double, Double) = (1, 1, 1), discarding: Int = 1_000
    ) throws -> Matrix {
        let flow = Flow(name: "Rössler's series", start: [start.0, start.1, start.2], interval: interval, solver: solver)
        return try flow.series(steps: steps, discarding: discarding, parameters: [a, b, c]) { s, f in
            f[0] = -s[1] - s[2]
            f[1] = s[0] + a * s[1]
            f[2] = b + s[2] * (s[0] - c)
        }
    }

    /// The double-scroll circuit: two capacitors' voltages and the current of a coil, with a pair of diodes; one row per sample, columns V1, V2, I.
    ///
    /// dV1/dt = V1/R1 − ΔV/R2 − 2 Ir sinh(β ΔV), dV2/dt = ΔV/R2 + 2 Ir sinh(β ΔV) − I, dI/dt = V2 − R4 I with ΔV = V1 − V2, R1 = 1.2, R2 = 3.44, R4 = 0.193, β = 11.6, Ir = 2.25e-5, all without
    /// dimension. The largest Lyapunov exponent is 0.092 by the growth of small differences (the paper below states a
    /// Lyapunov time of 7.8, which would be 0.128). The mean of each variable is 0: odd functions alone describe it.
    ///
    /// D. J. Gauthier, E. Bollt, A. Griffith, W. A. S. Barbosa, Nat. Commun. 12 (2021), doi:10.1038/s41467-021-25801-2.
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - interval: the time between samples.
    ///   - solver: how the equation is solved; by default by the classical Runge-Kutta method of order 4 with steps of 0.025.
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - discarding: how many samples to leave out at the start.
    /// - Throws: `NeuroError`.
    public static func doubleScroll(
        steps: Int, interval: Double = 0.25, solver: ODESolver = .rungeKutta4(substeps: 10), start: (Double, Double, Double) = (0.37926545, 0.058339, -0.08167691),
        discarding: Int = 1_000
    ) throws -> Matrix {
        let flow = Flow(name: "the double scroll", start: [start.0, start.1, start.2], interval: interval, solver: solver)
        return try flow.series(steps: steps, discarding: discarding) { s, f in
            let across = s[0] - s[1], growth = Elementary.exp(11.6 * across)
            let through = across / 3.44 + 2.25e-5 * (growth - 1 / growth)
            f[0] = s[0] / 1.2 - through
            f[1] = through - s[2]
            f[2] = s[1] - 0.193 * s[2]
        }
    }

    /// Chen's flow, two scrolls around three fixed points: dx/dt = a (y − x), dy/dt = (c − a) x − x z + c y, dz/dt = x y − b z; one row per sample, columns x, y, z. Other libraries call it the
    /// multiscroll.
    ///
    /// G. Chen, T. Ueta, Int. J. Bifurcation Chaos 9 (1999), doi:10.1142/S0218127499001024. Its exponents with a = 35 are 2.027, 0 and −12.027; they sum to c − a − b everywhere.
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - interval: the time between samples.
    ///   - solver: how the equation is solved; by default by the classical Runge-Kutta method of order 4 with steps of 0.0025.
    ///   - a: a.
    ///   - b: b.
    ///   - c: c.
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - discarding: how many samples to leave out at the start.
    /// - Throws: `NeuroError`.
    public static func chen(
        steps: Int, interval: Double = 0.01, solver: ODESolver = .rungeKutta4(substeps: 4), a: Double = 40, b: Double = 3, c: Double = 28,
        start: (Double, Double, Double) = (-0.1, 0.5, -0.6), discarding: Int = 1_000
    ) throws -> Matrix {
        let flow = Flow(name: "Chen's series", start: [start.0, start.1, start.2], interval: interval, solver: solver)
        return try flow.series(steps: steps, discarding: discarding, parameters: [a, b, c]) { s, f in
            f[0] = a * (s[1] - s[0])
            f[1] = (c - a) * s[0] - s[0] * s[2] + c * s[1]
            f[2] = s[0] * s[1] - b * s[2]
        }
    }

    /// Chua's circuit with a sine in the place of its diode: as many scrolls in a row as you ask for. One row per sample, columns x, y, z.
    ///
    /// dx/dt = α (y − f(x)), dy/dt = x − y + z, dz/dt = −β y with f(x) = −b sin(π x / 2a + d) between ±2a(n − 1), and on with the slope π b / 2a outside; α = 10.814, β = 14, a = 1.3, b = 0.11,
    /// d = 0 for an even number n of scrolls and π for an odd one. A scroll is 4a wide in x: the scrolls of even n are centred at ±2a, ±6a, …, those of odd n at 0, ±4a, …
    ///
    /// K. S. Tang, K. F. Man, G. Q. Zhong, G. Chen, IEEE Trans. Circuits Syst. I 48 (2001), doi:10.1109/81.928163.
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - scrolls: n, 2 to 50. How many of them a series visits depends on its length.
    ///   - interval: the time between samples.
    ///   - solver: how the equation is solved; by default by the classical Runge-Kutta method of order 4 with steps of 0.01.
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - discarding: how many samples to leave out at the start.
    /// - Throws: `NeuroError`.
    public static func multiscroll(
        steps: Int, scrolls: Int = 3, interval: Double = 0.1, solver: ODESolver = .rungeKutta4(substeps: 10), start: (Double, Double, Double) = (0.1, 0.1, 0.1),
        discarding: Int = 1_000
    ) throws -> Matrix {
        guard 2 ... 50 ~= scrolls else { throw NeuroError.invalid(name: "scrolls", value: "\(scrolls)", must: "from 2 to 50") }
        let flow = Flow(name: "the multiscroll", start: [start.0, start.1, start.2], interval: interval, solver: solver)
        let edge = 2 * 1.3 * Double(scrolls - 1), wave = Double.pi / 2.6
        // sin(x + π) = −sin(x).
        let height = scrolls % 2 == 0 ? -0.11 : 0.11
        return try flow.series(steps: steps, discarding: discarding) { s, f in
            let x = s[0]
            let current = x >= edge ? 0.11 * wave * (x - edge) : x <= -edge ? 0.11 * wave * (x + edge) : height * Elementary.sin(wave * x)
            f[0] = 10.814 * (s[1] - current)
            f[1] = s[0] - s[1] + s[2]
            f[2] = -14 * s[1]
        }
    }

    /// The flow of Rabinovich and Fabrikant, waves in a medium out of balance: dx/dt = y (z − 1 + x²) + γ x, dy/dt = x (3 z + 1 − x²) + γ y, dz/dt = −2 z (α + x y); one row per sample, columns x, y, z.
    ///
    /// It moves fast at times and is hard on solvers: fixed steps longer than 0.01 may show attractors that are not there (M.-F. Danca, G. Chen, Int. J. Bifurcation Chaos 14 (2004),
    /// doi:10.1142/S0218127404011430), so it is solved adaptively. With the default parameters most starts on the attractor stay there for some hundred units of time.
    ///
    /// M. I. Rabinovich, A. L. Fabrikant, Sov. Phys. JETP 50 (1979).
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - interval: the time between samples.
    ///   - solver: how the equation is solved; by default by the pair of order 8 with a relative tolerance of 1e-9.
    ///   - alpha: α.
    ///   - gamma: γ.
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - discarding: how many samples to leave out at the start.
    /// - Throws: `NeuroError`.
    public static func rabinovichFabrikant(
        steps: Int, interval: Double = 0.05, solver: ODESolver = .dop853(relative: 1e-9, absolute: 1e-12), alpha: Double = 1.1, gamma: Double = 0.89,
        start: (Double, Double, Double) = (-1, 0, 0.5), discarding: Int = 0
    ) throws -> Matrix {
        let flow = Flow(name: "the series of Rabinovich and Fabrikant", start: [start.0, start.1, start.2], interval: interval, solver: solver)
        return try flow.series(steps: steps, discarding: discarding, parameters: [alpha, gamma]) { s, f in
            let (x, y, z) = (s[0], s[1], s[2])
            f[0] = y * (z - 1 + x * x) + gamma * x
            f[1] = x * (3 * z + 1 - x * x) + gamma * y
            f[2] = -2 * z * (alpha + x * y)
        }
    }
}
