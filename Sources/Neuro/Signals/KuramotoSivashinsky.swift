import Linear

extension Dataset {
    /// The Kuramoto-Sivashinsky equation, flame fronts and films of liquid that flow down: ∂u/∂t = −u ∂u/∂x − ∂²u/∂x² − ∂⁴u/∂x⁴ on a ring; one row per sample, one column per point.
    ///
    /// Solved in Fourier space by the exponential Runge-Kutta method of order 4 with fixed steps (S. M. Cox, P. C. Matthews, J. Comput. Phys. 176 (2002), doi:10.1006/jcph.2002.6995, and
    /// A.-K. Kassam, L. N. Trefethen, SIAM J. Sci. Comput. 26 (2005), doi:10.1137/S1064827502410633), without removal of aliases: enough points are those of which the highest waves are empty
    /// (64 for lengths up to 30 or so). The mean over the ring stays what it is at the start. At length 22 the largest Lyapunov exponent is about 0.045.
    ///
    /// - Parameters:
    ///   - steps: how many samples to return, at least 1.
    ///   - length: the circumference of the ring; above 2π · 2 or so it moves, and the longer, the more chaotic.
    ///   - points: a power of two, from 8 to 65,536.
    ///   - interval: the time between samples.
    ///   - substeps: solver steps from one sample to the next, 1 to 10,000.
    ///   - start: u at time 0, one number per point (it is not part of the series); cos(2πx/length) (1 + sin(2πx/length)) at x = 0, length/points, …, where it is nil.
    ///   - discarding: how many samples to leave out at the start.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, `NeuroError.shape` for a start of another number of points, `NeuroError.diverged` if the solution leaves the
    ///   finite numbers.
    /// - Complexity: four transforms of `points` numbers there and back for each solver step.
    public static func kuramotoSivashinsky(
        steps: Int, length: Double = 22, points: Int = 64, interval: Double = 0.25, substeps: Int = 1, start: Vector? = nil, discarding: Int = 1_000
    ) throws -> Matrix {
        guard points >= 8, points <= 1 << 16, points & (points - 1) == 0 else {
            throw NeuroError.invalid(name: "points", value: "\(points)", must: "a power of two from 8 to 65,536")
        }
        try check(steps: steps, discarding: discarding, columns: points)
        try Check.positive(length, "length")
        try Check.positive(interval, "interval")
        guard 1 ... 10_000 ~= substeps else { throw NeuroError.invalid(name: "substeps", value: "\(substeps)", must: "from 1 to 10,000") }
        if let start {
            guard start.count == points else { throw NeuroError.shape(name: "start", shape: [start.count], must: "\(points), one number for each point") }
            try Check.finite(start.elements, "start")
        }
        let first =
            start?.elements
            ?? (0 ..< points).map { i in
                let angle = 2 * Double.pi * Double(i) / Double(points)
                return Elementary.cos(angle) * (1 + Elementary.sin(angle))
            }
        var front = FlameFront(first, length: length, step: interval / Double(substeps))
        var rows: [Double] = []
        rows.reserveCapacity(steps * points)
        let perCheck = max(1, 20_000 / (substeps * points))
        for sample in 0 ..< steps + discarding {
            for _ in 0 ..< substeps { front.step() }
            if sample >= discarding { rows.append(contentsOf: front.heights()) }
            if sample % perCheck == 0 {
                try Progress.check(sample, of: steps + discarding)
                guard front.isFinite else { break }
            }
        }
        guard rows.count == steps * points, rows.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the Kuramoto-Sivashinsky series left the finite numbers; take a shorter interval or more substeps")
        }
        return try Matrix(rows: steps, columns: points, elements: rows)
    }
}

/// The waves of a solution of the Kuramoto-Sivashinsky equation, v' = L v + N(v) with L = k² − k⁴ and N(v) = −(i k / 2) F((F⁻¹ v)²).
private struct FlameFront {
    private let transform: FourierTransform
    private let points: Int
    private var v: FourierTransform.Waves
    /// exp(h L) and exp(h L / 2).
    private var whole: [Double] = [], half: [Double] = []
    /// The weights of N at the start, twice at the middle, at the end, and of the half steps.
    private var f1: [Double] = [], f2: [Double] = [], f3: [Double] = [], middle: [Double] = []
    private var wave: [Double] = []

    init(_ start: [Double], length: Double, step h: Double) {
        points = start.count
        transform = FourierTransform(points)
        v = transform.forward(FourierTransform.Waves(real: start, imaginary: [Double](repeating: 0, count: points)))
        for j in 0 ..< points {
            // The highest wave has no derivative that is real.
            let k = (j < points / 2 ? Double(j) : j == points / 2 ? 0 : Double(j - points)) * 2 * .pi / length
            let turns = Double(min(j, points - j)) * 2 * .pi / length
            let l = turns * turns * (1 - turns * turns)
            let phi = Self.phi(h * l), halfPhi = Self.phi(h * l / 2)
            wave.append(k)
            whole.append(Elementary.exp(h * l))
            half.append(Elementary.exp(h * l / 2))
            middle.append(h / 2 * halfPhi.first)
            f1.append(h * (phi.first - 3 * phi.second + 4 * phi.third))
            f2.append(h * 2 * (phi.second - 2 * phi.third))
            f3.append(h * (4 * phi.third - phi.second))
        }
    }

    /// (eᶻ − 1)/z, (eᶻ − 1 − z)/z², (eᶻ − 1 − z − z²/2)/z³: by their series where the differences would cancel.
    private static func phi(_ z: Double) -> (first: Double, second: Double, third: Double) {
        if abs(z) > 1 {
            let first = (Elementary.exp(z) - 1) / z, second = (first - 1) / z
            return (first, second, (second - 0.5) / z)
        }
        func series(_ k: Int) -> Double {
            // Σ zʲ / (j + k)!
            var term = 1.0
            for i in 1 ... k { term /= Double(i) }
            var sum = 0.0
            for j in 0 ..< 20 {
                sum += term
                term *= z / Double(j + k + 1)
            }
            return sum
        }
        return (series(1), series(2), series(3))
    }

    private func nonlinear(_ v: FourierTransform.Waves) -> FourierTransform.Waves {
        var u = transform.backward(v)
        for j in 0 ..< points {
            u.real[j] *= u.real[j]
            u.imaginary[j] = 0
        }
        var n = transform.forward(u)
        for j in 0 ..< points {
            // −i k / 2 (a + i b) = k / 2 (b − i a)
            (n.real[j], n.imaginary[j]) = (wave[j] / 2 * n.imaginary[j], -wave[j] / 2 * n.real[j])
        }
        return n
    }

    mutating func step() {
        let n = nonlinear(v)
        var a = v
        for j in 0 ..< points {
            a.real[j] = half[j] * v.real[j] + middle[j] * n.real[j]
            a.imaginary[j] = half[j] * v.imaginary[j] + middle[j] * n.imaginary[j]
        }
        let na = nonlinear(a)
        var b = v
        for j in 0 ..< points {
            b.real[j] = half[j] * v.real[j] + middle[j] * na.real[j]
            b.imaginary[j] = half[j] * v.imaginary[j] + middle[j] * na.imaginary[j]
        }
        let nb = nonlinear(b)
        var c = v
        for j in 0 ..< points {
            c.real[j] = half[j] * a.real[j] + middle[j] * (2 * nb.real[j] - n.real[j])
            c.imaginary[j] = half[j] * a.imaginary[j] + middle[j] * (2 * nb.imaginary[j] - n.imaginary[j])
        }
        let nc = nonlinear(c)
        for j in 0 ..< points {
            v.real[j] = whole[j] * v.real[j] + f1[j] * n.real[j] + f2[j] * (na.real[j] + nb.real[j]) + f3[j] * nc.real[j]
            v.imaginary[j] = whole[j] * v.imaginary[j] + f1[j] * n.imaginary[j] + f2[j] * (na.imaginary[j] + nb.imaginary[j]) + f3[j] * nc.imaginary[j]
        }
        // u is real, so its waves come in pairs. What rounding adds to the rest would grow as the long waves do, without the nonlinear term that holds these.
        (v.imaginary[0], v.imaginary[points / 2]) = (0, 0)
        for j in 1 ..< points / 2 {
            v.real[points - j] = v.real[j]
            v.imaginary[points - j] = -v.imaginary[j]
        }
    }

    func heights() -> [Double] { transform.backward(v).real }

    var isFinite: Bool { v.real.allSatisfy(\.isFinite) && v.imaginary.allSatisfy(\.isFinite) }
}
