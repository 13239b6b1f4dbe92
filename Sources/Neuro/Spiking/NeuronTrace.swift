import Linear

/// What one neuron did, step by step.
public struct NeuronTrace: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The times of the samples, in ms.
    public let times: Vector
    /// The membrane potential after each step, in mV; after a spike it is the reset.
    public let v: Vector
    /// The recovery variable after each step.
    public let u: Vector
    /// The input of each step.
    public let input: Vector
    /// When the neuron spiked, in ms.
    public let spikeTimes: Vector
    /// Where a spike is told: the height to which a picture draws it.
    public let peak: Double

    /// The potential with each spike drawn up to its peak.
    public var vWithSpikes: Vector {
        var drawn = v.elements
        var next = 0
        let spikes = spikeTimes.elements
        for (i, time) in times.elements.enumerated() where next < spikes.count && time >= spikes[next] - 1e-9 {
            drawn[i] = peak
            next += 1
        }
        return Vector(drawn)
    }

    /// How long the trace is, and how many spikes it has.
    public var description: String {
        let span = times.elements.last ?? 0
        return "\(span) ms, \(spikeTimes.count) spike\(spikeTimes.count == 1 ? "" : "s")"
    }
}

/// Collects a trace.
struct NeuronRecorder {
    private var times: [Double] = [], v: [Double] = [], u: [Double] = [], input: [Double] = [], spikes: [Double] = []

    mutating func add(time: Double, v: Double, u: Double, input: Double) {
        times.append(time)
        self.v.append(v)
        self.u.append(u)
        self.input.append(input)
    }

    mutating func spike(_ time: Double) { spikes.append(time) }

    func trace(peak: Double) throws -> NeuronTrace {
        guard v.allSatisfy(\.isFinite), u.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the neuron left the finite numbers; a shorter time step usually helps")
        }
        return NeuronTrace(times: Vector(times), v: Vector(v), u: Vector(u), input: Vector(input), spikeTimes: Vector(spikes), peak: peak)
    }
}

extension Izhikevich {
    /// The response of one neuron to a current, in double precision.
    ///
    /// Step k goes from time k · dt with `current[k]`. With `published2003` and `published2004` a spike has the time k · dt of the step that finds it, as in the
    /// papers' programs; with `euler` and `rk4` the time (k + 1) · dt at which the potential is beyond the peak.
    ///
    /// - Parameters:
    ///   - current: the input of each step.
    ///   - dt: the time step.
    ///   - v: the potential at the beginning.
    ///   - u: the recovery variable at the beginning; by default b v.
    /// - Throws: `NeuroError` for parameters or a current that are not finite, a step that is not above 0, or a trace that leaves the finite numbers.
    public func response(to current: Vector, dt: Time, v: Double = -65, u: Double? = nil) throws -> NeuronTrace {
        try check()
        try Check.positive(dt.milliseconds, "dt")
        try Check.finite(current.elements, "current")
        try Check.finite([v, u ?? 0], "v or u")
        return try IzhikevichEquations(cell: self).run(current.elements, dt: dt.milliseconds, v: v, u: u ?? b * v)
    }
}

/// The equations with the constants that some published cells change.
struct IzhikevichEquations {
    var cell: Izhikevich
    /// v' = 0.04 v² + linear v + constant − u + I.
    var linear = 5.0
    var constant = 140.0
    /// u' = a b (v − offset) in the place of a (b v − u).
    var accommodation: Double?

    private func slope(_ v: Double, _ u: Double, _ current: Double) -> Double { 0.04 * v * v + linear * v + constant - u + current }

    private func recovery(_ v: Double, _ u: Double) -> Double {
        if let accommodation { return cell.a * cell.b * (v - accommodation) }
        return cell.a * (cell.b * v - u)
    }

    func run(_ current: [Double], dt: Double, v v0: Double, u u0: Double) throws -> NeuronTrace {
        var (v, u) = (v0, u0)
        var recorder = NeuronRecorder()
        for (k, input) in current.enumerated() {
            let t = Double(k) * dt
            switch cell.scheme {
            case .published2003:
                if v >= cell.peak {
                    recorder.spike(t)
                    v = cell.c
                    u += cell.d
                }
                v += 0.5 * dt * slope(v, u, input)
                v += 0.5 * dt * slope(v, u, input)
                u += dt * recovery(v, u)
                recorder.add(time: t + dt, v: v, u: u, input: input)
                continue
            case .published2004:
                v += dt * slope(v, u, input)
                u += dt * recovery(v, u)
                if v > cell.peak {
                    recorder.spike(t)
                    v = cell.c
                    u += cell.d
                }
                recorder.add(time: t, v: v, u: u, input: input)
                continue
            case .euler:
                (v, u) = (v + dt * slope(v, u, input), u + dt * recovery(v, u))
            case .rk4:
                let (k1, l1) = (slope(v, u, input), recovery(v, u))
                let (v2, u2) = (v + dt / 2 * k1, u + dt / 2 * l1)
                let (k2, l2) = (slope(v2, u2, input), recovery(v2, u2))
                let (v3, u3) = (v + dt / 2 * k2, u + dt / 2 * l2)
                let (k3, l3) = (slope(v3, u3, input), recovery(v3, u3))
                let (v4, u4) = (v + dt * k3, u + dt * l3)
                let (k4, l4) = (slope(v4, u4, input), recovery(v4, u4))
                v += dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
                u += dt / 6 * (l1 + 2 * l2 + 2 * l3 + l4)
            }
            if v >= cell.peak {
                recorder.spike(t + dt)
                v = cell.c
                u += cell.d
            }
            recorder.add(time: t + dt, v: v, u: u, input: input)
        }
        return try recorder.trace(peak: cell.peak)
    }
}
