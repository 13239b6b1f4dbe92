import Linear

extension Reservoir {
    /// The largest conditional Lyapunov exponents, per step, the largest first: how fast the sides of a small box of states grow or shrink under one input.
    ///
    /// The directions of the box go with the state, q ← (1 − leak) q + leak · f′ ∘ (W q), and are made orthonormal after every step. The first exponent says whether the reservoir forgets its start
    /// (below 0); how many lie near it says in how many directions the past is kept. The reservoir itself is left as it is.
    ///
    /// - Parameters:
    ///   - input: what drives the reservoir, from rest; one row per step, one column per input.
    ///   - count: how many exponents, at most the number of units; 10, or all of a smaller reservoir, where it is nil.
    ///   - washout: how many steps at the beginning do not count.
    ///   - seed: selects the directions that the box begins with.
    /// - Throws: `NeuroError` for an input of another number of columns than the reservoir reads, not finite, or not longer than the washout; for more exponents than units.
    /// - Complexity: O(steps · count · (connections + units · count)).
    public func lyapunovSpectrum(_ input: Matrix, count: Int? = nil, washout: Int = 200, seed: Int = 0) throws -> Vector {
        try Check.atLeast(0, washout, "washout")
        try check(input, "input")
        let count = count ?? min(10, units)
        guard 1 ... units ~= count else { throw NeuroError.invalid(name: "count", value: "\(count)", must: "from 1 to \(units), the number of units") }
        guard washout < input.rows else { throw NeuroError.tooShort(name: "input", count: input.rows, needed: StateMeasure.sum(washout, 1), why: "a washout of \(washout)") }
        var driven = self
        driven.reset()
        var tangent = try TangentSpace(size: units, count: count, seed: seed)
        var turned = [Double](repeating: 0, count: units * count)
        let between = max(1, 2_000_000 / (count * network.recurrent.values.count + 4 * units * count * count))
        for t in 0 ..< input.rows {
            if t % between == 0 { try Progress.check(t, of: input.rows) }
            let before = driven.dynamic.activity
            try driven.drive(input.elements, steps: t ..< t + 1, states: nil, stride: units)
            driven.carry(&tangent, &turned, before: before)
            guard tangent.isFinite else { throw NeuroError.diverged(what: "the directions grew beyond the finite numbers; lower the spectral radius") }
            tangent.orthonormalize(counting: t >= washout ? 1 : 0)
        }
        return tangent.exponents
    }

    /// The largest conditional Lyapunov exponents of a reservoir of one input; see the form for a matrix.
    public func lyapunovSpectrum(_ input: Vector, count: Int? = nil, washout: Int = 200, seed: Int = 0) throws -> Vector {
        try lyapunovSpectrum(ReservoirInput.column(input, inputs: inputs + feedback, "input"), count: count, washout: washout, seed: seed)
    }

    /// Carries directions over the step from `before` to the present state; `drive`, where there is one, is what of it reaches each unit beside the recurrent weights (units x count).
    func carry(_ tangent: inout TangentSpace, _ turned: inout [Double], before: [Double], drive: [Double]? = nil) {
        let count = tangent.count
        tangent.directions.withUnsafeBufferPointer { q in
            turned.withUnsafeMutableBufferPointer { y in
                if let q = q.baseAddress, let y = y.baseAddress { network.recurrent.multiply(q, columns: count, into: y) }
            }
        }
        for i in 0 ..< units {
            // What the activation gave, of the state before and after.
            let leak = parameters.leakRates.isEmpty ? leakRate : parameters.leakRates[i], keep = 1 - leak
            let gain = leak * activation.slope(at: (dynamic.activity[i] - keep * before[i]) / leak)
            for k in i * count ..< (i + 1) * count { tangent.directions[k] = keep * tangent.directions[k] + gain * (turned[k] + (drive?[k] ?? 0)) }
        }
    }

    /// The eigenvalues of the recurrent weights: their real and their imaginary parts.
    ///
    /// ```swift
    /// let eigenvalues = try esn.eigenvalues()
    /// try complexPlane(eigenvalues.real, eigenvalues.imaginary)
    /// ```
    /// - Throws: `LinearError.tooLarge` if the full matrix would not fit in memory, `LinearError.notConverged`.
    /// - Complexity: O(units³).
    public func eigenvalues() throws -> (real: Vector, imaginary: Vector) { try recurrentWeights().eigenvalues() }
}

extension ReservoirFit {
    /// The Lyapunov exponents, per step, of the reservoir that goes on alone, each output being the next input: the largest first. Divided by the time of a step they compare with those of the system
    /// that it has learnt.
    ///
    /// The free run is that of `forecastChannels`; the directions are those of the state and of the output that is fed back. A model of a chaotic flow has its largest exponent and one near 0; the rest
    /// may be its own.
    /// J. Pathak, Z. Lu, B. R. Hunt, M. Girvan, E. Ott, Chaos 27 (2017), doi:10.1063/1.5010300.
    ///
    /// - Parameters:
    ///   - steps: how many steps count.
    ///   - count: how many exponents, at most as many as units.
    ///   - washout: how many steps of the free run go before them.
    ///   - seed: selects the directions.
    /// - Throws: `NeuroError` for another node than a `Reservoir` without feedback, if the fit was trained on targets of another number than the inputs, for counts out of their range, and if the free run leaves the finite numbers.
    /// - Complexity: O(steps · count · (connections + units · count)).
    public func lyapunovSpectrum(steps: Int = 5_000, count: Int = 3, washout: Int = 500, seed: Int = 0) throws -> Vector {
        try Check.atLeast(1, steps, "steps")
        try Check.atLeast(0, washout, "washout")
        guard case .leaky(var driven) = node, node.feedback == 0 else {
            throw NeuroError.invalid(name: "the fit", value: "of another node", must: "that of a Reservoir without feedback, whose slopes are known")
        }
        let n = driven.units, m = driven.inputs
        guard readout.outputs == m else {
            throw NeuroError.shape(name: "targets", shape: [readout.outputs], must: "\(m), as many as the inputs, for the output to be fed back")
        }
        guard 1 ... n ~= count else { throw NeuroError.invalid(name: "count", value: "\(count)", must: "from 1 to \(n), the number of units") }
        guard !steps.addingReportingOverflow(washout).overflow else { throw NeuroError.invalid(name: "steps", value: "\(steps)", must: "smaller") }
        let weights = try weights().elements, incoming = try driven.inputWeights().elements
        // What the readout sees of the input is part of the state: the output of the step before.
        let size = n + (readsInputs ? m : 0)
        var tangent = try TangentSpace(size: size, count: count, seed: seed)
        var turned = [Double](repeating: 0, count: n * count), drive = turned, answer = [Double](repeating: 0, count: m * count)
        var input = lastInput, output = lastInput
        let between = max(1, 1_000_000 / (count * (driven.network.recurrent.values.count + 2 * n * m) + 4 * n * count * count))
        for t in 0 ..< steps + washout {
            if t % between == 0 { try Progress.check(t, of: steps + washout) }
            let before = driven.dynamic.activity
            readout.apply(readsInputs ? before + input : before, into: &output)
            try driven.drive(output, steps: 0 ..< 1, states: nil, stride: n)
            for i in answer.indices { answer[i] = 0 }
            for f in 0 ..< size {
                for o in 0 ..< m {
                    let weight = weights[f * m + o]
                    for k in 0 ..< count { answer[o * count + k] += weight * tangent.directions[f * count + k] }
                }
            }
            for i in 0 ..< n {
                for k in 0 ..< count { drive[i * count + k] = 0 }
                for o in 0 ..< m {
                    let weight = incoming[i * m + o]
                    for k in 0 ..< count { drive[i * count + k] += weight * answer[o * count + k] }
                }
            }
            driven.carry(&tangent, &turned, before: before, drive: drive)
            if readsInputs {
                for k in answer.indices { tangent.directions[n * count + k] = answer[k] }
            }
            guard output.allSatisfy(\.isFinite), tangent.isFinite else { throw NeuroError.diverged(what: "the free run left the finite numbers; raise the ridge penalty") }
            tangent.orthonormalize(counting: t >= washout ? 1 : 0)
            input = output
        }
        return tangent.exponents
    }
}
