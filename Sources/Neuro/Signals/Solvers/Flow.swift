import Linear

/// A differential equation dx/dt = f(x) and where it starts.
struct Flow {
    /// Writes f(x) to the second pointer.
    typealias Slope = (_ x: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>) throws -> Void

    var name: String
    var start: [Double]
    var interval: Double
    var solver: ODESolver

    /// `steps` samples `interval` apart, one row each, after `discarding` samples; the start itself is no sample.
    func series(steps: Int, discarding: Int, parameters: [Double] = [], _ slope: Slope) throws -> Matrix {
        try Dataset.check(steps: steps, discarding: discarding, columns: start.count)
        try Check.positive(interval, "interval")
        try solver.check()
        try Check.finite(parameters, "the parameters")
        try Check.finite(start, "start")
        let total = steps + discarding
        guard Double(total) * interval < 1e15 else { throw NeuroError.invalid(name: "interval", value: "\(interval)", must: "smaller, for so many steps") }
        var rows: [Double] = []
        rows.reserveCapacity(steps * start.count)
        switch solver {
        case .rungeKutta4(let substeps): try fixed(substeps, total, discarding, into: &rows, slope)
        case .rk23(let relative, let absolute): try adaptive(.rk23, relative, absolute, total, discarding, into: &rows, slope)
        case .rk45(let relative, let absolute): try adaptive(.rk45, relative, absolute, total, discarding, into: &rows, slope)
        case .dop853(let relative, let absolute): try adaptive(.dop853, relative, absolute, total, discarding, into: &rows, slope)
        }
        guard rows.allSatisfy(\.isFinite) else { throw diverged }
        return try Matrix(rows: steps, columns: start.count, elements: rows)
    }

    private var diverged: NeuroError { .diverged(what: "\(name) left the finite numbers; take a shorter interval, a more exact solver, or another start") }

    private func fixed(_ substeps: Int, _ total: Int, _ discarding: Int, into rows: inout [Double], _ slope: Slope) throws {
        let n = start.count, h = interval / Double(substeps)
        var x = start
        var work = [Double](repeating: 0, count: 5 * n)
        let perCheck = max(1, 200_000 / (substeps * n))
        for sample in 1 ... total {
            try x.withUnsafeMutableBufferPointer { x in
                try work.withUnsafeMutableBufferPointer { work in
                    guard let x = x.baseAddress, let k1 = work.baseAddress else { return }
                    let (k2, k3, k4, y) = (k1 + n, k1 + 2 * n, k1 + 3 * n, k1 + 4 * n)
                    for _ in 0 ..< substeps {
                        try slope(x, k1)
                        for i in 0 ..< n { y[i] = x[i] + 0.5 * h * k1[i] }
                        try slope(y, k2)
                        for i in 0 ..< n { y[i] = x[i] + 0.5 * h * k2[i] }
                        try slope(y, k3)
                        for i in 0 ..< n { y[i] = x[i] + h * k3[i] }
                        try slope(y, k4)
                        for i in 0 ..< n { x[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) }
                    }
                }
            }
            if sample > discarding { rows.append(contentsOf: x) }
            if sample % perCheck == 0 {
                try Progress.check(sample, of: total)
                guard x.allSatisfy(\.isFinite) else { throw diverged }
            }
        }
    }

    private func adaptive(
        _ pair: RungeKuttaPair, _ relative: Double, _ absolute: Double, _ total: Int, _ discarding: Int, into rows: inout [Double], _ slope: Slope
    ) throws {
        var solution = try AdaptiveSolution(pair, start: start, relative: relative, absolute: absolute, slope)
        var sample = [Double](repeating: 0, count: start.count)
        var steps = 0
        for k in 1 ... total {
            let time = Double(k) * interval
            while solution.time < time {
                guard try solution.step(slope) else { throw diverged }
                steps += 1
                if steps % 256 == 0 { try Progress.check(k, of: total) }
            }
            if k > discarding {
                try solution.interpolate(at: time, into: &sample, slope)
                rows.append(contentsOf: sample)
            }
            if k % 4096 == 0 { try Progress.check(k, of: total) }
        }
    }
}

extension Dataset {
    /// The solution of a differential equation of your own, dx/dt = f(x), sampled at equal intervals: one row per sample, one column per variable.
    ///
    /// ```swift
    /// // Van der Pol's oscillator.
    /// let series = try Dataset.flow(start: [2, 0], steps: 500, interval: 0.1) { x in Vector([try x[1], try (1 - x[0] * x[0]) * x[1] - x[0]]) }
    /// ```
    ///
    /// An equation that depends on time has time as one more variable, of slope 1.
    /// - Parameters:
    ///   - start: the point that the solution starts from (it is not part of the series).
    ///   - steps: how many samples to return, at least 1.
    ///   - interval: the time between samples.
    ///   - solver: how it is solved; by default adaptively with a relative tolerance of 1e-6.
    ///   - discarding: how many samples to leave out at the start.
    ///   - slope: f, from the variables to as many slopes.
    /// - Throws: `NeuroError` naming the argument that is out of its range, if the solution leaves the finite numbers, or if `slope` gives another number than it was given; what `slope` throws.
    public static func flow(
        start: Vector, steps: Int, interval: Double, solver: ODESolver = .rk45(relative: 1e-6, absolute: 1e-9), discarding: Int = 0, slope: (Vector) throws -> Vector
    ) throws -> Matrix {
        let n = start.count
        guard n > 0 else { throw NeuroError.shape(name: "start", shape: [0], must: "at least one variable") }
        return try Flow(name: "the solution", start: start.elements, interval: interval, solver: solver).series(steps: steps, discarding: discarding) { x, f in
            let answer = try slope(Vector((0 ..< n).map { x[$0] }))
            guard answer.count == n else { throw NeuroError.shape(name: "slope", shape: [answer.count], must: "\(n), as many as the variables") }
            for (i, value) in answer.elements.enumerated() { f[i] = value }
        }
    }

    /// Throws unless `steps` rows after `discarding` others can be counted and held.
    static func check(steps: Int, discarding: Int, columns: Int) throws {
        try Check.atLeast(1, steps, "steps")
        try Check.atLeast(0, discarding, "discarding")
        guard !steps.addingReportingOverflow(discarding).overflow else { throw NeuroError.invalid(name: "steps", value: "\(steps)", must: "smaller") }
        _ = try Allocation.count(of: [steps, columns], named: "the series", as: Double.self)
    }
}
