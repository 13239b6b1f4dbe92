import Linear

extension Reservoir {
    /// The largest conditional Lyapunov exponent, per step: how fast two states that are close part (above 0) or meet (below 0) under one input. Below 0 the reservoir forgets its start, as it must to
    /// be a function of its input (the echo state property).
    ///
    /// A tangent vector q goes with the state, q ← (1 − leak) q + leak · f′ ∘ (W q); the exponent is the mean logarithm of its growth. The reservoir itself is left as it is.
    ///
    /// - Parameters:
    ///   - input: what drives the reservoir, from rest.
    ///   - washout: how many steps at the beginning do not count.
    ///   - seed: selects the direction that q begins with.
    /// - Throws: `NeuroError` for a reservoir with another number of inputs than one, an input that is not finite, or not longer than the washout.
    /// - Complexity: twice that of a run.
    public func lyapunovExponent(_ input: Vector, washout: Int = 200, seed: Int = 0) throws -> Double {
        try Check.atLeast(0, washout, "washout")
        let u = try ReservoirInput.column(input, inputs: inputs + feedback, "input")
        try check(u, "input")
        guard washout < input.count else { throw NeuroError.tooShort(name: "input", count: input.count, needed: StateMeasure.sum(washout, 1), why: "a washout of \(washout)") }
        var random = Random(seed: seed, stream: 0x6c79_6170)
        var driven = self
        driven.reset()
        var tangent = try random.normal(count: units).elements
        var turned = [Double](repeating: 0, count: units), sum = 0.0
        let leaks = leakRates.elements
        let between = max(1, 2_000_000 / (network.recurrent.values.count + 16 * units))
        for t in 0 ..< input.count {
            if t % between == 0 { try Progress.check(t, of: input.count) }
            let before = driven.dynamic.activity
            try driven.drive(u.elements, steps: t ..< t + 1, states: nil, stride: units)
            tangent.withUnsafeBufferPointer { q in
                turned.withUnsafeMutableBufferPointer { y in
                    if let q = q.baseAddress, let y = y.baseAddress { network.recurrent.multiply(q, into: y) }
                }
            }
            var square = 0.0
            for i in 0 ..< units {
                // What the activation gave, of the state before and after.
                let leak = leaks[i], answer = (driven.dynamic.activity[i] - (1 - leak) * before[i]) / leak
                tangent[i] = (1 - leak) * tangent[i] + leak * activation.slope(at: answer) * turned[i]
                square += tangent[i] * tangent[i]
            }
            let length = square.squareRoot()
            guard length > 0, length.isFinite else { return length > 0 ? .infinity : -.infinity }
            if t >= washout { sum += Elementary.log(length) }
            for i in 0 ..< units { tangent[i] /= length }
        }
        return sum / Double(input.count - washout)
    }
}
