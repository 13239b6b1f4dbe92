import Linear

/// A reservoir with a trained readout, in the state at the end of its training.
public struct ReservoirFit: Equatable, Sendable, Codable {
    /// The reservoir, in the state after the last input of training.
    public let reservoir: Reservoir
    package let readout: LinearReadout
    /// Whether the readout sees the input beside the state.
    public let readsInputs: Bool
    /// The last input of training, which a forecast starts from.
    package let lastInput: [Double]
    /// The NRMSE of the outputs on the steps that were learnt from (0 is perfect, 1 no better than the mean); 0 if the target was constant.
    public let trainingError: Double

    package init(reservoir: Reservoir, readout: LinearReadout, readsInputs: Bool, lastInput: [Double], trainingError: Double) {
        self.reservoir = reservoir
        self.readout = readout
        self.readsInputs = readsInputs
        self.lastInput = lastInput
        self.trainingError = trainingError
    }

    /// The readout's weights, one row per feature (first the units, then the inputs if the readout sees them), one column per output.
    public func weights() throws -> Matrix { try Matrix(rows: readout.features, columns: readout.outputs, elements: readout.weights) }

    /// The constant added to each output.
    public var intercept: Vector { Vector(readout.intercept) }

    /// The outputs for inputs that follow those of training, one for each.
    ///
    /// The fit itself does not change: the same call gives the same answer.
    /// - Throws: `NeuroError` if the reservoir has not one input or the fit not one output (use the form for a matrix), or an input is not finite.
    public func predict(_ inputs: Vector) throws -> Vector {
        try checkSingle("predict")
        return Vector(try predict(reservoir.channels(inputs, "inputs")).elements)
    }

    /// The outputs for rows of inputs that follow those of training, one row for each.
    ///
    /// - Throws: `NeuroError` if the inputs have another number of columns than the reservoir has inputs, are empty or not finite.
    public func predict(_ inputs: Matrix) throws -> Matrix {
        try reservoir.check(inputs, "inputs")
        var driven = reservoir
        _ = try Allocation.count(of: [inputs.rows, readout.outputs], named: "the outputs", as: Double.self)
        // Blocks of steps, so that a long series needs no memory for all its states.
        let block = max(64, min(inputs.rows, 4_000_000 / readout.features))
        let units = reservoir.units
        var features = [Double](repeating: 0, count: min(block, inputs.rows) * readout.features)
        return try Matrix(unsafeUninitializedRows: inputs.rows, columns: readout.outputs) { outputs in
            guard let y = outputs.baseAddress else { return }
            var first = 0
            while first < inputs.rows {
                let count = min(block, inputs.rows - first)
                try features.withUnsafeMutableBufferPointer { x in
                    guard let x = x.baseAddress else { return }
                    try driven.drive(
                        inputs.elements, steps: first ..< first + count, states: x, stride: readout.features, part: first / block,
                        of: (inputs.rows + block - 1) / block)
                    if readsInputs {
                        for row in 0 ..< count {
                            for i in 0 ..< inputs.columns { x[row * readout.features + units + i] = inputs.elements[(first + row) * inputs.columns + i] }
                        }
                    }
                    readout.apply(x, rows: count, stride: readout.features, into: y + first * readout.outputs)
                }
                first += count
            }
        }
    }

    /// Goes on where training ended, each output being the next input: the value after the last one of the series is the first of the result.
    ///
    /// ```swift
    /// let ahead = try fit.forecast(steps: 500)
    /// ```
    /// - Throws: `NeuroError.invalid` for fewer than 1 step, `NeuroError.shape` if the fit has several channels (use `forecastChannels`) or was
    ///   trained on targets of another number than the inputs.
    public func forecast(steps: Int) throws -> Vector {
        try checkSingle("forecast")
        return Vector(try forecastChannels(steps: steps).elements)
    }

    /// Starts from rest, is driven by `series`, and goes on alone after its last value.
    ///
    /// - Throws: as `forecast(steps:)`, and `NeuroError` if the series is empty or not finite.
    public func forecast(steps: Int, after series: Vector) throws -> Vector {
        try checkSingle("forecast")
        return Vector(try forecastChannels(steps: steps, after: reservoir.channels(series, "series")).elements)
    }

    /// Goes on where training ended, each row of outputs being the next inputs: one row per step, one column per channel.
    ///
    /// - Throws: `NeuroError.invalid` for fewer than 1 step, `NeuroError.shape` if the fit was trained on targets of another number than the inputs.
    public func forecastChannels(steps: Int) throws -> Matrix {
        try freeRun(reservoir, lastInput, steps)
    }

    /// Starts from rest, is driven by the rows of `series`, and goes on alone after the last.
    ///
    /// - Throws: as `forecastChannels(steps:)`, and `NeuroError` if the series has another number of columns than the reservoir has inputs, is
    ///   empty or not finite.
    public func forecastChannels(steps: Int, after series: Matrix) throws -> Matrix {
        try reservoir.check(series, "series")
        var driven = reservoir
        driven.reset()
        try driven.drive(series.elements, steps: 0 ..< series.rows, states: nil, stride: 0, part: 0, of: 2)
        return try freeRun(driven, Array(series.elements.suffix(series.columns)), steps)
    }

    private func freeRun(_ start: Reservoir, _ lastInput: [Double], _ steps: Int) throws -> Matrix {
        try Check.atLeast(1, steps, "steps")
        guard readout.outputs == reservoir.inputs else {
            throw NeuroError.shape(name: "targets", shape: [readout.outputs], must: "\(reservoir.inputs), as many as the inputs, for the output to be fed back")
        }
        _ = try Allocation.count(of: [steps, readout.outputs], named: "the forecast", as: Double.self)
        let network = reservoir.network
        var activity = start.dynamic.activity
        var scratch = network.scratch
        var input = lastInput
        var output = [Double](repeating: 0, count: readout.outputs)
        let perCheck = network.stepsPerCall
        return try Matrix(unsafeUninitializedRows: steps, columns: readout.outputs) { result in
            for t in 0 ..< steps {
                if t > 0 { network.advance(&activity, inputs: input, steps: 1, leak: reservoir.leakRate, states: nil, stride: 0, scratch: &scratch) }
                readout.apply(readsInputs ? activity + input : activity, into: &output)
                for o in 0 ..< readout.outputs { result[t * readout.outputs + o] = output[o] }
                swap(&input, &output)
                if t % perCheck == 0 { try Progress.check(t, of: steps) }
            }
        }
    }

    private func checkSingle(_ call: String) throws {
        guard reservoir.inputs == 1, readout.outputs == 1 else {
            let several = call == "forecast" ? "forecastChannels" : "predict with a matrix"
            throw NeuroError.shape(
                name: "the fit", shape: [reservoir.inputs, readout.outputs], must: "of one input and one output for \(call) to give a vector; use \(several)")
        }
    }
}

extension ReservoirFit: CustomStringConvertible {
    /// The reservoir's size, the readout's shape and the error of training.
    public var description: String {
        "ReservoirFit(units: \(reservoir.units), features: \(readout.features), outputs: \(readout.outputs), trainingError: \(trainingError))"
    }
}
