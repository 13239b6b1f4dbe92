import Linear

/// The task by which FORCE learning of spiking neurons is known: a network goes its own way, is taught a sine wave through its feedback, and is then left alone with it.
///
/// ```swift
/// let sine = try ForceSine(neurons: 1_000, seed: 1)
/// print(sine.error, sine.rate)
/// plot(sine.output)
/// ```
///
/// W. Nicola, C. Clopath, Nature Communications 8 (2017), doi:10.1038/s41467-017-01827-3: 5 Hz, five seconds each, with the Izhikevich cells of `SpikingFORCE`.
///
/// What is learnt is the wave, and not when it began: its phase drifts. Of 1,000 neurons (seed 1) the error of the last second is 0.07 at the best phase, as it is
/// of a network of the same size in plain NumPy, and 0.35 over all five seconds at the phase that was taught.
public struct ForceSine: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The wave's frequency in Hz.
    public let frequency: Double
    /// How long the network went its own way at first.
    public let before: Time
    /// How long it was taught.
    public let learning: Time
    /// How long it was left alone then.
    public let after: Time
    /// What the network said, one number for each millisecond from the beginning.
    public let output: Vector
    /// What it should have said then.
    public let target: Vector
    /// The network as it was at the end.
    public let network: SpikingFORCE

    /// The NRMSE of the time after learning: 0 for the sine itself, 1 for silence, 1.4 for the same sine a quarter of its period off.
    public let error: Double
    /// The mean rate of the neurons over all the time, in Hz.
    public var rate: Double { network.rate }

    /// Draws a network and runs the task.
    ///
    /// - Parameters:
    ///   - neurons: at least 1; 2,000 in the paper.
    ///   - frequency: in Hz, above 0 and at most 500.
    ///   - before: how long it goes its own way, at least 1 ms; as the others to a whole millisecond.
    ///   - learning: how long it is taught, at least 1 ms.
    ///   - after: how long it is left alone, at least 2 ms.
    ///   - seed: selects the network.
    /// - Throws: `NeuroError` for an argument out of its range.
    public init(neurons: Int = 2000, frequency: Double = 5, before: Time = 5.seconds, learning: Time = 5.seconds, after: Time = 5.seconds, seed: Int = 0) throws {
        try self.init(SpikingFORCE(neurons: neurons, seed: seed), frequency: frequency, before: before, learning: learning, after: after)
    }

    /// Runs the task with a network of one output; see the other form.
    ///
    /// - Throws: `NeuroError` for a network of more outputs, or an argument out of its range.
    public init(_ network: SpikingFORCE, frequency: Double = 5, before: Time = 5.seconds, learning: Time = 5.seconds, after: Time = 5.seconds) throws {
        guard network.outputs == 1 else { throw NeuroError.invalid(name: "outputs", value: "\(network.outputs)", must: "1, the sine") }
        guard frequency > 0, frequency <= 500 else { throw NeuroError.invalid(name: "frequency", value: "\(frequency)", must: "above 0 and at most 500 Hz") }
        let first = try Self.milliseconds(before, 1, "before"), second = try first + Self.milliseconds(learning, 1, "learning")
        let count = try second + Self.milliseconds(after, 2, "after"), perMillisecond = Int((1 / network.dt.milliseconds).rounded())
        _ = try Allocation.count(of: [count, 2 * perMillisecond], named: "the outputs", as: Double.self)
        let wave = (1 ... count * perMillisecond).map { Elementary.sin(2 * Double.pi * (frequency * Double($0) * network.dt.seconds).truncatingRemainder(dividingBy: 1)) }
        var network = network, said: [Double] = []
        for (part, steps) in [0 ..< first, first ..< second, second ..< count].enumerated() {
            let taken = steps.lowerBound * perMillisecond ..< steps.upperBound * perMillisecond
            let output = try Progress.stretch(part, of: 3) { part == 1 ? try network.learn(Vector(Array(wave[taken]))) : try network.run(steps: taken.count) }
            said += stride(from: perMillisecond - 1, to: output.rows, by: perMillisecond).map { output.elements[$0] }
        }
        output = Vector(said)
        target = Vector((1 ... count).map { wave[$0 * perMillisecond - 1] })
        error = try nrmse(output[second...], target[second...])
        (self.frequency, self.before, self.learning, self.after, self.network) = (frequency, before, learning, after, network)
    }

    private static func milliseconds(_ time: Time, _ least: Int, _ name: String) throws -> Int {
        let rounded = time.milliseconds.rounded()
        guard rounded >= Double(least), rounded <= 1e9 else { throw NeuroError.invalid(name: name, value: "\(time)", must: "at least \(least) ms, and at most 1e9 ms") }
        return Int(rounded)
    }

    /// The task and its error in one line.
    public var description: String { "ForceSine(\(frequency) Hz, \(before) + \(learning) + \(after), error: \(error))" }
}
