import Linear

extension Reservoir {
    /// Drives the network with one row per step, the inputs first and then what is fed back, and returns its states: row t is the state after row t of the input.
    ///
    /// The run continues from the present state and leaves the reservoir in the last one, so two runs one after the other equal one long run.
    /// - Throws: `NeuroError` if the input has another number of columns than the reservoir has inputs and feedback, is empty or not finite; `NeuroError.diverged` if the states do not stay finite.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        try check(input, "input")
        _ = try Allocation.count(of: [input.rows, units], named: "the states", as: Double.self)
        var after = self
        let states = try Matrix(unsafeUninitializedRows: input.rows, columns: units) { states in
            try after.drive(input.elements, steps: 0 ..< input.rows, states: states.baseAddress, stride: units)
        }
        self = after
        return states
    }

    /// The state after one more step.
    public mutating func step(_ input: Vector) throws -> Vector {
        try ReservoirInput.check(input, columns: inputs + feedback)
        try precision.check(input.elements, "input")
        var scratch = network.scratch, after = dynamic.activity
        input.elements.withUnsafeBufferPointer { u in
            if let u = u.baseAddress { network.advance(&after, inputs: u, steps: 1, rule: rule, states: nil, stride: 0, scratch: &scratch) }
        }
        try checkStates(after)
        dynamic.activity = after
        return Vector(after)
    }

    /// Linear and rectified units can leave the finite numbers, and never come back.
    func checkStates(_ states: [Double]) throws {
        guard Check.areFinite(states) else {
            throw NeuroError.diverged(
                what: "the states of the reservoir left the finite numbers: with units that are .\(activation) the spectral radius, \(spectralRadius), must be lower")
        }
    }

    /// Puts every unit back to zero.
    public mutating func reset() {
        dynamic.activity = [Double](repeating: 0, count: units)
    }

    /// Advances the state over the given rows of `input`; writes the states to the rows of `states`, `stride` apart, unless it is nil.
    mutating func drive(_ input: [Double], steps: Range<Int>, states: UnsafeMutablePointer<Double>?, stride: Int, part: Int = 0, of parts: Int = 1) throws {
        let perCall = network.stepsPerCall, channels = inputs + feedback, rule = rule
        var scratch = network.scratch
        try input.withUnsafeBufferPointer { input in
            guard let base = input.baseAddress else { return }
            var t = steps.lowerBound
            while t < steps.upperBound {
                let count = min(perCall, steps.upperBound - t)
                network.advance(
                    &dynamic.activity, inputs: base + t * channels, steps: count, rule: rule,
                    states: states.map { $0 + (t - steps.lowerBound) * stride }, stride: stride, scratch: &scratch)
                t += count
                try Progress.check(t - steps.lowerBound, of: steps.count, part: part, of: parts)
            }
        }
        try checkStates(dynamic.activity)
    }

    func check(_ input: Matrix, _ name: String) throws {
        try ReservoirInput.check(input, columns: inputs + feedback, name)
        try precision.check(input.elements, name)
    }
}
