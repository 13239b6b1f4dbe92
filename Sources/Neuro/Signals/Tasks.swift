import Linear

/// Made-up tasks: random inputs and what to say about them. Before time 0 all inputs are −1.
extension Dataset {
    /// A sum of sines whose frequencies have no common period (multiple superimposed oscillators): y(t) = Σ sin(φᵢ t), t = 0, 1, …
    ///
    /// The customary frequencies, of which the first `count` are taken, are 0.2, 0.311, 0.42, 0.51, 0.63, 0.74, 0.85 and 0.97 per step.
    ///
    /// D. Koryakin, J. Lohmann, M. V. Butz, Neural Networks 36 (2012), doi:10.1016/j.neunet.2012.08.008.
    /// - Parameters:
    ///   - steps: how many values to return, at least 1.
    ///   - count: how many sines, 1 to 8.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func superimposedSines(steps: Int, count: Int = 5) throws -> Vector {
        let frequencies = [0.2, 0.311, 0.42, 0.51, 0.63, 0.74, 0.85, 0.97]
        guard 1 ... 8 ~= count else { throw NeuroError.invalid(name: "count", value: "\(count)", must: "from 1 to 8") }
        try check(steps: steps, discarding: 0, columns: 1)
        var series: [Double] = []
        series.reserveCapacity(steps)
        for t in 0 ..< steps {
            var sum = 0.0
            // Within what the kernel's sine takes.
            for frequency in frequencies[..<count] { sum += Elementary.sin((frequency * Double(t)).truncatingRemainder(dividingBy: 2 * .pi)) }
            series.append(sum)
            if t & 0xffff == 0xffff { try Progress.check(t, of: steps) }
        }
        return Vector(series)
    }

    /// Sine or square: periods of a sine wave and of a square wave in random order, and at every step which of them it is.
    ///
    /// `targets` is 0 during a sine and 1 during a square. Both waves have the amplitude 1 and pass 1 and −1, so that single values do not tell them apart.
    ///
    /// Y. Paquot et al., Sci. Rep. 2 (2012), doi:10.1038/srep00287, with 12 values a period.
    /// - Parameters:
    ///   - steps: how many values to return, at least 1; the last period may be cut off.
    ///   - period: how many values a period has, an even number and at least 4; a multiple of 4, so that the sine passes 1 and −1.
    ///   - seed: selects the order.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func sineSquare(steps: Int, period: Int = 12, seed: Int = 0) throws -> (inputs: Vector, targets: Vector) {
        guard period >= 4, period % 4 == 0, period <= 1 << 32 else { throw NeuroError.invalid(name: "period", value: "\(period)", must: "a multiple of 4") }
        try check(steps: steps, discarding: 0, columns: 2)
        var random = Random(seed: seed, stream: 0x7369_6e65)
        var inputs: [Double] = [], targets: [Double] = []
        var isSquare = false
        for t in 0 ..< steps {
            if t % period == 0 { isSquare = random.uniform() < 0.5 }
            let phase = t % period
            inputs.append(isSquare ? (phase < period / 2 ? 1 : -1) : Elementary.sin(2 * .pi * Double(phase) / Double(period)))
            targets.append(isSquare ? 1 : 0)
            if t & 0xffff == 0xffff { try Progress.check(t, of: steps) }
        }
        return (Vector(inputs), Vector(targets))
    }

    /// Delayed exclusive or: random bits u, as −1 and 1, and at every step whether u(t) differs from u(t − delay), as 0 and 1.
    ///
    /// No linear readout of the inputs alone does better than chance: the memory must mix them. With a delay of 1 it is `parity` of two bits.
    /// - Parameters:
    ///   - steps: how many bits to return, at least 1.
    ///   - delay: how many steps back the other bit is, at least 1.
    ///   - seed: selects the bits.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func delayedXOR(steps: Int, delay: Int = 2, seed: Int = 0) throws -> (inputs: Vector, targets: Vector) {
        try Check.atLeast(1, delay, "delay")
        let bits = try randomBits(steps, seed)
        return (Vector(bits.map { $0 ? 1 : -1 }), Vector(bits.indices.map { t in bits[t] != (t >= delay && bits[t - delay]) ? 1 : 0 }))
    }

    /// Temporal parity: random bits u, as −1 and 1, and at every step whether the number of ones among u(t − delay), …, u(t − delay − bits + 1) is odd, as 0 and 1.
    ///
    /// N. Bertschinger, T. Natschläger, Neural Computation 16 (2004), doi:10.1162/089976604323057443, with 3 bits and several delays.
    /// - Parameters:
    ///   - steps: how many bits to return, at least 1.
    ///   - bits: how many bits are counted, at least 1.
    ///   - delay: how many of the latest bits are passed over.
    ///   - seed: selects the bits.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func parity(steps: Int, bits count: Int = 3, delay: Int = 0, seed: Int = 0) throws -> (inputs: Vector, targets: Vector) {
        try Check.atLeast(1, count, "bits")
        try Check.atLeast(0, delay, "delay")
        let bits = try randomBits(steps, seed)
        var isOdd = false
        let targets = bits.indices.map { t in
            // One bit comes in, one goes out.
            if t >= delay, bits[t - delay] { isOdd.toggle() }
            if t >= delay, t - delay >= count, bits[t - delay - count] { isOdd.toggle() }
            return isOdd ? 1.0 : 0
        }
        return (Vector(bits.map { $0 ? 1 : -1 }), Vector(targets))
    }

    private static func randomBits(_ steps: Int, _ seed: Int) throws -> [Bool] {
        try check(steps: steps, discarding: 0, columns: 2)
        var random = Random(seed: seed, stream: 0x6269_7473)
        return try random.uniform(count: steps).elements.map { $0 >= 0.5 }
    }

    /// A radio channel to be equalised: from what arrives, with echoes, distortion and noise, find the symbol that was sent.
    ///
    /// Symbols d from {−3, −1, 1, 3} are sent. The channel mixes them, q(n) = 0.08 d(n+2) − 0.12 d(n+1) + d(n) + 0.18 d(n−1) − 0.1 d(n−2) + 0.091 d(n−3) − 0.05 d(n−4) + 0.04 d(n−5) + 0.03 d(n−6) +
    /// 0.01 d(n−7), and distorts them, u(n) = q + 0.036 q² − 0.011 q³ + noise. `inputs[n]` is u(n), `targets[n]` is d(n): a symbol is in the inputs from n − 2 to n + 7, so that a readout that must
    /// answer at once should be trained on d(n − 2), the targets two places later, as in the paper. Symbols before the first are random too.
    ///
    /// The noise is normal; its variance is the mean square of the undistorted-by-noise u of this series over 10^(decibels/10). Nearest symbols are those of `targets` rounded to {−3, −1, 1, 3}.
    ///
    /// H. Jaeger, H. Haas, Science 304 (2004), doi:10.1126/science.1091277; the channel is that of V. J. Mathews, J. Lee, Proc. SPIE 2296 (1994), doi:10.1117/12.190839.
    /// - Parameters:
    ///   - steps: how many symbols to return, at least 1.
    ///   - decibels: the ratio of signal to noise; infinity for no noise. The paper has 12 to 32.
    ///   - seed: selects the symbols and the noise.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func channelEqualization(steps: Int, decibels: Double = 28, seed: Int = 0) throws -> (inputs: Vector, targets: Vector) {
        try check(steps: steps, discarding: 0, columns: 3)
        guard !decibels.isNaN, decibels > -300 else { throw NeuroError.invalid(name: "decibels", value: "\(decibels)", must: "a number above -300") }
        var random = Random(seed: seed, stream: 0x6368_616e)
        // d[k] is symbol k − 7, so that all that a step needs are there.
        let symbols = try random.integers(count: steps + 9, in: 0 ..< 4).map { Double(2 * $0 - 3) }
        var received = try channel(symbols)
        var power = 0.0
        for value in received { power += value * value }
        power /= Double(steps)
        let deviation = decibels == .infinity ? 0 : (power * Elementary.exp(-decibels / 10 * Elementary.log(10))).squareRoot()
        if deviation > 0 {
            let noise = try random.normal(count: steps, standardDeviation: deviation).elements
            for n in 0 ..< steps { received[n] += noise[n] }
        }
        return (Vector(received), Vector(Array(symbols[7 ..< steps + 7])))
    }

    /// What arrives of symbols from the 7 before the first step to the 2 after the last, without noise.
    package static func channel(_ symbols: [Double]) throws -> [Double] {
        let weights = [0.08, -0.12, 1, 0.18, -0.1, 0.091, -0.05, 0.04, 0.03, 0.01]
        var received: [Double] = []
        received.reserveCapacity(max(0, symbols.count - 9))
        for n in 7 ..< max(7, symbols.count - 2) {
            var q = 0.0
            for (i, weight) in weights.enumerated() { q += weight * symbols[n + 2 - i] }
            received.append(q + 0.036 * q * q - 0.011 * q * q * q)
            if n & 0xffff == 0xffff { try Progress.check(n, of: symbols.count) }
        }
        return received
    }
}
