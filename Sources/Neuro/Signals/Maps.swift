import Linear

/// Chaotic maps: no solver, the numbers are the recurrence in double precision.
extension Dataset {
    /// Hénon's map: x(t+1) = 1 − a x(t)² + y(t), y(t+1) = b x(t); one row per step, columns x, y.
    ///
    /// With the defaults the Lyapunov exponents are 0.419 and −1.623, whose sum is ln b.
    ///
    /// M. Hénon, Commun. Math. Phys. 50 (1976), doi:10.1007/BF01608556.
    /// - Parameters:
    ///   - steps: how many points to return, at least 1.
    ///   - a: how much the plane is folded.
    ///   - b: how much it is contracted.
    ///   - start: the point before the first (it is not part of the series).
    ///   - discarding: how many points to leave out at the start.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, `NeuroError.diverged` for a start from which the map runs away.
    public static func henon(steps: Int, a: Double = 1.4, b: Double = 0.3, start: (Double, Double) = (0, 0), discarding: Int = 100) throws -> Matrix {
        try map("Hénon's map", steps: steps, discarding: discarding, parameters: [a, b], start: [start.0, start.1]) { s in
            (s[0], s[1]) = (1 - a * s[0] * s[0] + s[1], b * s[0])
        }
    }

    /// The logistic map: x(t+1) = r x(t) (1 − x(t)).
    ///
    /// At r = 4 its Lyapunov exponent is ln 2 and x is distributed as 1 / π√(x (1 − x)).
    ///
    /// R. M. May, Nature 261 (1976), doi:10.1038/261459a0.
    /// - Parameters:
    ///   - steps: how many values to return, at least 1.
    ///   - rate: r, from 0 to 4.
    ///   - start: the value before the first, from 0 to 1 (it is not part of the series).
    ///   - discarding: how many values to leave out at the start.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func logistic(steps: Int, rate: Double = 3.9, start: Double = 0.5, discarding: Int = 100) throws -> Vector {
        guard rate >= 0, rate <= 4 else { throw NeuroError.invalid(name: "rate", value: "\(rate)", must: "from 0 to 4, so that the values stay between 0 and 1") }
        guard start >= 0, start <= 1 else { throw NeuroError.invalid(name: "start", value: "\(start)", must: "from 0 to 1") }
        return Vector(try map("the logistic map", steps: steps, discarding: discarding, parameters: [], start: [start]) { s in s[0] = rate * s[0] * (1 - s[0]) }.elements)
    }

    /// Ikeda's map, light going round in a ring: x(t+1) = 1 + u (x cos τ − y sin τ), y(t+1) = u (x sin τ + y cos τ) with τ = 0.4 − 6 / (1 + x² + y²); one row per step, columns x, y.
    ///
    /// At u = 0.9 the Lyapunov exponents are 0.508 and −0.718, whose sum is 2 ln u.
    ///
    /// K. Ikeda, Opt. Commun. 30 (1979), doi:10.1016/0030-4018(79)90090-7; in this form S. M. Hammel, C. K. R. T. Jones, J. V. Moloney, J. Opt. Soc. Am. B 2 (1985), doi:10.1364/JOSAB.2.000552.
    /// - Parameters:
    ///   - steps: how many points to return, at least 1.
    ///   - u: how much of the light comes round again, from 0 to 1.
    ///   - start: the point before the first (it is not part of the series).
    ///   - discarding: how many points to leave out at the start.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func ikeda(steps: Int, u: Double = 0.9, start: (Double, Double) = (0, 0), discarding: Int = 100) throws -> Matrix {
        guard u >= 0, u <= 1 else { throw NeuroError.invalid(name: "u", value: "\(u)", must: "from 0 to 1, so that the points stay finite") }
        return try map("Ikeda's map", steps: steps, discarding: discarding, parameters: [], start: [start.0, start.1]) { s in
            let (x, y) = (s[0], s[1])
            let angle = 0.4 - 6 / (1 + x * x + y * y), cosine = Elementary.cos(angle), sine = Elementary.sin(angle)
            s[0] = 1 + u * (x * cosine - y * sine)
            s[1] = u * (x * sine + y * cosine)
        }
    }

    private static func map(_ name: String, steps: Int, discarding: Int, parameters: [Double], start: [Double], _ step: (inout [Double]) -> Void) throws -> Matrix {
        try check(steps: steps, discarding: discarding, columns: start.count)
        try Check.finite(parameters, "the parameters")
        try Check.finite(start, "start")
        var point = start
        var rows: [Double] = []
        rows.reserveCapacity(steps * start.count)
        for t in 0 ..< steps + discarding {
            step(&point)
            if t >= discarding { rows.append(contentsOf: point) }
            if t & 0xffff == 0xffff { try Progress.check(t, of: steps + discarding) }
        }
        guard rows.allSatisfy(\.isFinite) else { throw NeuroError.diverged(what: "\(name) left the finite numbers; take another start or other parameters") }
        return try Matrix(rows: steps, columns: start.count, elements: rows)
    }
}
