import Linear

/// Where a neuron with a constant input stands still: its nullclines, and its fixed points.
///
/// A fixed point is stable when both eigenvalues of the equations, linearised there, have negative real parts.
public struct PhasePlane: Equatable, Sendable, Codable {
    /// One fixed point.
    public struct FixedPoint: Equatable, Sendable, Codable {
        /// How the neuron moves near a fixed point.
        public enum Kind: Equatable, Sendable, Codable {
            /// Straight towards it, or straight away.
            case node
            /// In spirals.
            case focus
            /// Towards it from two sides and away to two others; never stable.
            case saddle
        }

        /// The potential, in mV.
        public let v: Double
        /// The recovery variable.
        public let u: Double
        /// How the neuron moves near it.
        public let kind: Kind
        /// Whether it returns to it.
        public let isStable: Bool
    }

    /// Potentials, in mV.
    public let v: Vector
    /// For each the recovery at which v' = 0.
    public let vNullcline: Vector
    /// For each the recovery at which u' = 0.
    public let uNullcline: Vector
    /// Where both stand still, from the lowest potential on.
    public let fixedPoints: [FixedPoint]

    /// v and u of the stable fixed points, a row each; nil if there are none.
    public var stable: Matrix? { rows { $0.isStable } }
    /// v and u of the unstable ones.
    public var unstable: Matrix? { rows { !$0.isStable } }

    private func rows(_ isWanted: (FixedPoint) -> Bool) -> Matrix? {
        let points = fixedPoints.filter(isWanted)
        if points.isEmpty { return nil }
        return try? Matrix(rows: points.count, columns: 2, elements: points.flatMap { [$0.v, $0.u] })
    }

    /// - Parameters:
    ///   - roots: the potentials of the fixed points.
    ///   - slope: dv'/dv at a potential; dv'/du is -`strength`.
    ///   - a: du'/du is -a, and du'/dv is a · b.
    init(
        _ range: ClosedRange<Double>, points: Int = 401, roots: [Double], slope: (Double) -> Double, strength: Double, a: Double, b: Double,
        vNullcline: (Double) -> Double, uNullcline: (Double) -> Double
    ) {
        let v = (0 ..< points).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(points - 1) }
        self.v = Vector(v)
        self.vNullcline = Vector(v.map(vNullcline))
        self.uNullcline = Vector(v.map(uNullcline))
        fixedPoints = roots.sorted().map { root in
            // (p - λ)(-a - λ) + strength a b = 0.
            let p = slope(root), trace = p - a, determinant = a * (strength * b - p)
            let kind: FixedPoint.Kind = determinant < 0 ? .saddle : trace * trace < 4 * determinant ? .focus : .node
            return FixedPoint(v: root, u: uNullcline(root), kind: kind, isStable: determinant > 0 && trace < 0)
        }
    }

    static func check(_ current: Double, _ range: ClosedRange<Double>) throws {
        try Check.finite([current], "current")
        guard range.lowerBound.isFinite, range.upperBound.isFinite, range.lowerBound < range.upperBound else {
            throw NeuroError.invalid(name: "range", value: "\(range)", must: "finite and not empty")
        }
    }

    /// The real roots of p x² + q x + r, p not 0.
    static func roots(_ p: Double, _ q: Double, _ r: Double) -> [Double] {
        let discriminant = q * q - 4 * p * r
        if discriminant < 0 { return [] }
        // Without the difference of two numbers that are alike.
        let s = -0.5 * (q + (q < 0 ? -1 : 1) * discriminant.squareRoot())
        if discriminant == 0 { return [-0.5 * q / p] }
        return s == 0 ? [0, -q / p] : [s / p, r / s]
    }
}

extension Izhikevich {
    /// The phase plane with a constant input.
    ///
    /// - Parameters:
    ///   - current: the input.
    ///   - range: the potentials for which nullclines are given, in mV.
    /// - Throws: `NeuroError` for parameters or a current that are not finite, or an empty range.
    public func phasePlane(current: Double, range: ClosedRange<Double> = -85 ... -35) throws -> PhasePlane {
        try check()
        try PhasePlane.check(current, range)
        let roots = PhasePlane.roots(0.04, 5 - b, 140 + current)
        return PhasePlane(
            range, roots: roots, slope: { 0.08 * $0 + 5 }, strength: 1, a: a, b: b, vNullcline: { (0.04 * $0 + 5) * $0 + 140 + current }, uNullcline: { b * $0 })
    }
}

extension Izhikevich2007 {
    /// The phase plane with a constant input; the recovery is in pA.
    ///
    /// - Throws: `NeuroError` for parameters or a current that are not finite, or an empty range.
    public func phasePlane(current: Current, range: ClosedRange<Double> = -80 ... -20) throws -> PhasePlane {
        try check()
        let (input, vr, vt) = (current.picoamperes, rest.millivolts, threshold.millivolts)
        try PhasePlane.check(input, range)
        guard k != 0 else { throw NeuroError.invalid(name: "k", value: "0", must: "another number: the phase plane needs a parabola") }
        let c = capacitance.picofarads
        let roots = PhasePlane.roots(k, -k * (vr + vt) - b, k * vr * vt + b * vr + input)
        return PhasePlane(
            range, roots: roots, slope: { k * (2 * $0 - vr - vt) / c }, strength: 1 / c, a: a, b: b, vNullcline: { k * ($0 - vr) * ($0 - vt) + input },
            uNullcline: { b * ($0 - vr) })
    }
}

extension AdEx {
    /// The phase plane with a constant input; the adaptation current is in pA.
    ///
    /// - Throws: `NeuroError` for parameters or a current that are not finite, or an empty range.
    public func phasePlane(current: Current, range: ClosedRange<Double> = -85 ... -40) throws -> PhasePlane {
        try check()
        try PhasePlane.check(current.picoamperes, range)
        let (c, g, e, t, d) = (capacitance.picofarads, leak.nanosiemens, rest.millivolts, threshold.millivolts, slope.millivolts)
        let a = coupling.nanosiemens, input = current.picoamperes
        func membrane(_ v: Double) -> Double { -g * (v - e) + g * d * Elementary.exp((v - t) / d) + input }
        func difference(_ v: Double) -> Double { membrane(v) - a * (v - e) }
        var roots: [Double] = []
        // The difference is convex with its minimum at T + Δ ln(1 + a/g); beside it there is a root to each side if the minimum is below 0.
        if a > -g {
            let bottom = t + d * Elementary.log(1 + a / g)
            if difference(bottom) < 0 {
                for direction in [-1.0, 1.0] {
                    var step = d
                    while step < 1e6, difference(bottom + direction * step) < 0 { step *= 2 }
                    var (low, high) = (bottom, bottom + direction * step)
                    for _ in 0 ..< 200 {
                        let middle = 0.5 * (low + high)
                        if difference(middle) < 0 { low = middle } else { high = middle }
                    }
                    roots.append(0.5 * (low + high))
                }
            } else if difference(bottom) == 0 {
                roots = [bottom]
            }
        }
        return PhasePlane(
            range, roots: roots, slope: { (-g + g * Elementary.exp(($0 - t) / d)) / c }, strength: 1 / c, a: 1 / tauAdaptation.milliseconds, b: a,
            vNullcline: membrane, uNullcline: { a * ($0 - e) })
    }
}
