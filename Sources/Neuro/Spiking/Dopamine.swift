import Linear

/// Dopamine that was released, or will be, at a step.
struct DopamineRelease: Sendable, Equatable, Codable {
    let step: Int
    let amount: Double
}

/// When a network rewards itself: a release of dopamine some time after one neuron fired shortly behind another.
struct RewardRule: Sendable, Equatable, Codable {
    let cause: Population
    let effect: Population
    /// In steps; the gap is above 0 and below this.
    let window: Int
    let amount: Double
    /// In steps from the spike of the effect to the release.
    let earliest: Int
    let latest: Int
    let number: Int
    /// The last step in which the cause fired; negative before the first.
    var lastCause = -1
}

/// The dopamine of a network, as a value.
struct Dopamine: Sendable, Codable {
    var releases: [DopamineRelease] = []
    var rewards: [RewardRule] = []

    /// The dopamine at a time, for a rule with which it decays with `tau` ms.
    func level(at step: Int, tau: Double, dt: Double) -> Double {
        releases.reduce(0) { $1.step > step ? $0 : $0 + $1.amount * Elementary.exp(-Double(step - $1.step) * dt / tau) }
    }

    /// - Parameter longest: the longest time constant of any rule, in ms: what is left of a release after a hundred of them is below the smallest numbers that weights can
    ///   tell.
    mutating func release(_ amount: Double, at step: Int, now: Int, longest: Double, dt: Double) {
        if longest > 0 { releases.removeAll { Double(now - $0.step) * dt > 100 * longest } }
        releases.append(DopamineRelease(step: step, amount: amount))
    }
}

/// One worker's account of the network's dopamine: each keeps its own from the spikes that all see, and all come to the same.
final class DopamineAccount {
    private(set) var dopamine: Dopamine
    private let engine: Engine

    init(_ engine: Engine) {
        self.engine = engine
        dopamine = engine.dopamine
    }

    func level(at step: Int, tau: Double) -> Double { dopamine.level(at: step, tau: tau, dt: engine.dt) }

    /// Looks at the spikes of time `step`.
    func notice(_ step: Int) {
        for index in dopamine.rewards.indices {
            let rule = dopamine.rewards[index]
            if rule.lastCause >= 0, step - rule.lastCause < rule.window, engine.spikeCount(rule.effect, at: step) > 0 {
                let wait = Draw.index(
                    below: rule.latest - rule.earliest + 1, seed: engine.seed, stream: 0x7265_7761_0000_0000 | UInt64(rule.number), step: step)
                dopamine.release(rule.amount, at: step + rule.earliest + wait, now: step, longest: engine.longestDopamine, dt: engine.dt)
            }
            if engine.spikeCount(rule.cause, at: step) > 0 { dopamine.rewards[index].lastCause = step }
        }
    }
}

extension SpikingNetwork {
    /// Raises the dopamine of the network by so much, at its present time; it decays as the rules say that use it (`STDP.Change.dopamine`).
    ///
    /// - Throws: `NeuroError.notFinite` for an amount that is not finite.
    public mutating func release(dopamine amount: Double) throws {
        try Check.finite([amount], "dopamine")
        dopamine.release(amount, at: step, now: step, longest: projections.longestDopamine, dt: dt)
    }

    /// Lets the network reward itself: each time a neuron of `effect` fires after one of `cause`, by less than `window`, dopamine is released some time later.
    ///
    /// - Parameters:
    ///   - effect: whose spikes are rewarded.
    ///   - cause: whose spikes must have come before.
    ///   - window: how long before at most; the last spike of the cause counts.
    ///   - amount: how much dopamine.
    ///   - earliest: the shortest time from the spike to the release.
    ///   - latest: the longest; the time is drawn evenly between the two.
    /// - Throws: `NeuroError` for populations of another network, an amount that is not finite, a window below a step, or times out of order.
    public mutating func reward(
        _ effect: Population, after cause: Population, within window: Time = 20.ms, dopamine amount: Double, from earliest: Time = 1.seconds,
        to latest: Time = 3.seconds
    ) throws {
        try check(effect, "effect")
        try check(cause, "cause")
        try Check.finite([amount], "dopamine")
        let window = try steps(window, "window", least: 1), earliest = try steps(earliest, "earliest"), latest = try steps(latest, "latest")
        guard earliest <= latest else { throw NeuroError.invalid(name: "earliest", value: "\(earliest) steps", must: "at most the latest, \(latest) steps") }
        dopamine.rewards.append(
            RewardRule(cause: cause, effect: effect, window: window, amount: amount, earliest: earliest, latest: latest, number: dopamine.rewards.count))
    }

    /// How much dopamine there is at present, for a rule with which it decays with `tau`.
    ///
    /// - Throws: `NeuroError.invalid` for a time constant that is not above 0.
    public func dopamineLevel(tau: Time) throws -> Double {
        try Check.positive(tau.milliseconds, "tau")
        return dopamine.level(at: step, tau: tau.milliseconds, dt: dt)
    }

    /// A time in whole steps.
    func steps(_ time: Time, _ name: String, least: Int = 0) throws -> Int {
        let steps = (time.milliseconds / dt).rounded()
        guard steps >= Double(least), steps < 2e9 else {
            let bound = least > 0 ? "the time step, \(dt) ms" : "0"
            throw NeuroError.invalid(name: name, value: "\(time)", must: "at least \(bound), and below 2,000,000,000 steps")
        }
        return Int(steps)
    }
}

extension [Projection] {
    /// The longest time constant of dopamine, in ms; 0 without any.
    var longestDopamine: Double {
        compactMap(\.plasticity).map { plasticity in
            if case .dopamine(_, _, _, let tau) = plasticity.rule.change { tau.milliseconds } else { 0 }
        }.max() ?? 0
    }
}
