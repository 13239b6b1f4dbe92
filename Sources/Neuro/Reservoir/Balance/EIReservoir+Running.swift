import CKernels
import Linear

extension EIReservoir {
    /// Takes one step: the rates after this input.
    ///
    /// - Throws: `NeuroError` if the input has another count than the reservoir has inputs, or is not finite.
    public mutating func step(_ input: Vector) throws -> Vector {
        try ReservoirInput.check(input, columns: inputs)
        var next = self, after: [Double] = []
        try next.drive(Matrix(rows: 1, columns: inputs, elements: input.elements)) { rates, _ in after = rates }
        self = next
        return Vector(after)
    }

    /// Drives the reservoir with several input channels, one row per step, and returns its rates: row t is r after input t. The run continues from the present state.
    ///
    /// - Throws: `NeuroError` if the input has another number of columns than the reservoir has inputs, is empty or not finite.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        try check(input)
        _ = try Allocation.count(of: [input.rows, units], named: "the rates", as: Double.self)
        var after = self
        var states: [Double] = []
        states.reserveCapacity(input.rows * units)
        try after.drive(input) { rates, _ in states += rates }
        self = after
        return try Matrix(rows: input.rows, columns: units, elements: states)
    }

    /// Puts v of every unit back to zero.
    public mutating func reset() { potentials = [Double](repeating: 0, count: units) }

    /// Takes a step for each row of the input, or throws where potentials do not stay finite; `body` sees the rates after it, and may change the weights.
    mutating func drive(_ input: Matrix, _ body: ([Double], inout SparseRows) -> Void) throws {
        let u = input.elements, n = units
        var rates = potentials.map(parameters.rate), sums = [Double](repeating: 0, count: n), powers = sums
        let between = max(1, 2_000_000 / (weights.values.count + 16 * n))
        for t in 0 ..< input.rows {
            if t % between == 0 { try Progress.check(t, of: input.rows) }
            rates.withUnsafeBufferPointer { rates in
                sums.withUnsafeMutableBufferPointer { sums in
                    if let r = rates.baseAddress, let s = sums.baseAddress { weights.multiply(r, into: s) }
                }
            }
            for i in 0 ..< n {
                var drive = sums[i]
                for c in 0 ..< inputs { drive += self.input[i * inputs + c] * u[t * inputs + c] }
                potentials[i] = parameters.retention * potentials[i] + drive
                sums[i] = -parameters.gain * (potentials[i] - parameters.threshold)
            }
            engram_exp_f64(&sums, &powers, n)
            for i in 0 ..< n { rates[i] = 1 / (1 + powers[i]) }
            body(rates, &weights)
        }
        try ReservoirInput.checkStates(potentials + rates, of: self)
    }

    func column(_ input: Vector) throws -> Matrix { try ReservoirInput.column(input, inputs: inputs, "input") }

    func check(_ input: Matrix) throws { try ReservoirInput.check(input, columns: inputs, "input") }
}
