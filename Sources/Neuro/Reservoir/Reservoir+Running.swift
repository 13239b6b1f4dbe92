import Linear

extension Reservoir {
    /// Drives the network with one input channel and returns its states: row t is the state after input t.
    ///
    /// The run continues from the present state and leaves the reservoir in the last one, so two runs one after the other equal one long run.
    /// - Throws: `NeuroError` if the reservoir has another number of inputs than one, or the input is empty or not finite.
    public mutating func run(_ input: Vector) throws -> Matrix {
        try run(channels(input, "input"))
    }

    /// Drives the network with several input channels, one row per step, and returns its states: row t is the state after input t.
    ///
    /// The run continues from the present state and leaves the reservoir in the last one, so two runs one after the other equal one long run.
    /// - Throws: `NeuroError` if the input has another number of columns than the reservoir has inputs, is empty or not finite.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        try check(input, "input")
        _ = try Allocation.count(of: [input.rows, units], named: "the states", as: Double.self)
        var after = self
        let states = try Matrix(unsafeUninitializedRows: input.rows, columns: units) { states in
            Allocation.preferLargePages(UnsafeMutableRawBufferPointer(states))
            try after.drive(input.elements, steps: 0 ..< input.rows, states: states.baseAddress, stride: units)
        }
        self = after
        return states
    }

    /// Puts every unit back to zero.
    public mutating func reset() {
        dynamic.activity = [Double](repeating: 0, count: units)
    }

    /// Advances the state over the given rows of `input`; writes the states to the rows of `states`, `stride` apart, unless it is nil.
    mutating func drive(_ input: [Double], steps: Range<Int>, states: UnsafeMutablePointer<Double>?, stride: Int, part: Int = 0, of parts: Int = 1) throws {
        let perCall = network.stepsPerCall
        var scratch = network.scratch
        try input.withUnsafeBufferPointer { input in
            guard let base = input.baseAddress else { return }
            var t = steps.lowerBound
            while t < steps.upperBound {
                let count = min(perCall, steps.upperBound - t)
                network.advance(
                    &dynamic.activity, inputs: base + t * inputs, steps: count, leak: leakRate,
                    states: states.map { $0 + (t - steps.lowerBound) * stride }, stride: stride, scratch: &scratch)
                t += count
                try Progress.check(t - steps.lowerBound, of: steps.count, part: part, of: parts)
            }
        }
    }

    func channels(_ input: Vector, _ name: String) throws -> Matrix { try ReservoirInput.column(input, inputs: inputs, name) }

    func check(_ input: Matrix, _ name: String) throws { try ReservoirInput.check(input, inputs: inputs, name) }
}
