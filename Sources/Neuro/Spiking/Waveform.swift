import CKernels
import Linear

/// A current as a function of time, from the beginning of the network; 0 where nothing is said.
public enum Waveform: Equatable, Sendable, Codable {
    /// A value from one time up to (not including) another.
    case step(Double, from: Time, to: Time)
    /// A straight line from one value to another.
    case ramp(Double, Double, from: Time, to: Time)
    /// amplitude · sin(2π · frequency · t).
    case sine(amplitude: Double, frequency: Frequency)
    /// One value for each interval of this length; 0 after the last.
    case samples(Vector, every: Time)

    /// The value at a time.
    public func value(at time: Time) -> Double {
        let t = time.milliseconds
        // A time that is a whole number of steps may be a rounding error before it.
        func isWithin(_ from: Time, _ to: Time) -> Bool { t >= from.milliseconds - 1e-9 && t < to.milliseconds - 1e-9 }
        switch self {
        case .step(let value, let from, let to): return isWithin(from, to) ? value : 0
        case .ramp(let first, let last, let from, let to):
            guard isWithin(from, to) else { return 0 }
            return first + (last - first) * (t - from.milliseconds) / (to.milliseconds - from.milliseconds)
        case .sine(let amplitude, let frequency): return amplitude * Turn.sine(frequency.hertz * t / 1000)
        case .samples(let values, let interval):
            let place = (t / interval.milliseconds + 1e-9).rounded(.down)
            return place >= 0 && place < Double(values.count) ? values.elements[Int(place)] : 0
        }
    }

    /// The values at the times 0, dt, 2 dt, … below a duration: the input of `Izhikevich.response(to:dt:)` and its like.
    ///
    /// - Throws: `NeuroError` for parameters that are not finite, or a step or interval that is not above 0.
    public func sampled(every dt: Time, for duration: Time) throws -> Vector {
        try check()
        try Check.positive(dt.milliseconds, "dt")
        try Check.notNegative(duration.milliseconds, "duration")
        let count = (duration.milliseconds / dt.milliseconds).rounded()
        guard count < 1e9 else { throw NeuroError.invalid(name: "duration", value: "\(duration)", must: "below 1,000,000,000 steps") }
        return Vector((0 ..< Int(count)).map { value(at: (Double($0) * dt.milliseconds).ms) })
    }

    func check() throws {
        switch self {
        case .step(let value, let from, let to): try Check.finite([value, from.milliseconds, to.milliseconds], "waveform")
        case .ramp(let first, let last, let from, let to):
            try Check.finite([first, last, from.milliseconds, to.milliseconds], "waveform")
            guard from < to else { throw NeuroError.invalid(name: "to", value: "\(to)", must: "after the beginning of the ramp, \(from)") }
        case .sine(let amplitude, let frequency): try Check.finite([amplitude, frequency.hertz], "waveform")
        case .samples(let values, let interval):
            try Check.finite(values.elements, "waveform")
            try Check.positive(interval.milliseconds, "every")
        }
    }
}

/// A current that some neurons of a population have in common.
struct SharedCurrent: Sendable, Equatable, Codable {
    let range: Range<Int>
    let waveform: Waveform
}

extension SpikingNetwork {
    /// Adds a current that all neurons of a population (or slice) get, in the unit of their input (see `Synapse`). Currents add up; `removeCurrents(from:)` takes them away.
    ///
    /// In the step from t to t + dt it has the value of time t.
    ///
    /// - Throws: `NeuroError` for parameters that are not finite, a ramp that does not go forward in time, or an interval that is not above 0.
    public mutating func addCurrent(to target: Population, _ waveform: Waveform) throws {
        try check(target, "target")
        try waveform.check()
        cells[target.index].currents.append(SharedCurrent(range: target.range, waveform: waveform))
    }

    /// Takes away all currents that were added to exactly these neurons.
    ///
    /// - Throws: `NeuroError.invalid` for a population of another network.
    public mutating func removeCurrents(from target: Population) throws {
        try check(target, "target")
        cells[target.index].currents.removeAll { $0.range == target.range }
    }
}
