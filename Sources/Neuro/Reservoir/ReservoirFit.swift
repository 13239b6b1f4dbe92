import Linear

/// A reservoir with a trained readout, in the state at the end of its training.
public struct ReservoirFit: Equatable, Sendable, Codable {
    /// The reservoir, in the state after the last input of training.
    public let node: AnyReservoir
    /// The readout: its weights, and where the penalty was chosen from several, which one and how all of them did.
    public let readout: LinearReadout
    /// Whether the readout sees the input beside the state.
    public let readsInputs: Bool
    /// The state after the last input of training, that input and the output to it, which what follows starts from.
    package let lastState: [Double]
    package let lastInput: [Double]
    package let lastOutput: [Double]
    /// The NRMSE of the outputs on the steps that were learnt from (0 is perfect, 1 no better than the mean); 0 if the target was constant.
    public let trainingError: Double

    package init(
        node: AnyReservoir, readout: LinearReadout, readsInputs: Bool, lastState: [Double], lastInput: [Double], lastOutput: [Double], trainingError: Double
    ) {
        self.node = node
        self.readout = readout
        self.readsInputs = readsInputs
        (self.lastState, self.lastInput, self.lastOutput) = (lastState, lastInput, lastOutput)
        self.trainingError = trainingError
    }

    /// The readout's weights, one row per feature (first the numbers of a state, then the inputs if the readout sees them), one column per output.
    public func weights() throws -> Matrix { try readout.weights() }

    /// The constant added to each output.
    public var intercept: Vector { readout.intercept }

    /// The outputs for inputs that follow those of training, one for each.
    ///
    /// The fit itself does not change: the same call gives the same answer.
    /// - Throws: `NeuroError` if the reservoir has not one input or the fit not one output (use the form for a matrix), or an input is not finite.
    public func predict(_ inputs: Vector) throws -> Vector {
        try checkSingle("predict")
        return Vector(try predict(ReservoirInput.column(inputs, inputs: node.inputs, "inputs")).elements)
    }

    /// The outputs for rows of inputs that follow those of training, one row for each. Where outputs are fed back, they are the reservoir's own.
    ///
    /// - Throws: `NeuroError` if the inputs have another number of columns than the reservoir has inputs, are empty or not finite.
    public func predict(_ inputs: Matrix) throws -> Matrix {
        try ReservoirInput.check(inputs, columns: node.inputs, "inputs")
        _ = try Allocation.count(of: [inputs.rows, readout.outputs], named: "the outputs", as: Double.self)
        if node.feedback > 0 { return try closedLoop(inputs) }
        var driven = node
        return try outputs(inputs, drive: inputs, &driven)
    }

    /// The outputs for rows of inputs that follow those of training, where not the outputs themselves are fed back but the rows of a teacher: row t of it before row t + 1 of the inputs.
    ///
    /// - Throws: `NeuroError` if the inputs or the teacher have another number of columns than the reservoir reads, or not as many rows as each other; if nothing is fed back.
    public func predict(_ inputs: Matrix, teacher: Matrix) throws -> Matrix {
        try ReservoirInput.check(inputs, columns: node.inputs, "inputs")
        guard node.feedback > 0, teacher.columns == node.feedback, teacher.rows == inputs.rows else {
            throw NeuroError.shape(
                name: "teacher", shape: teacher.shape, must: "\(inputs.rows) x \(node.feedback), a row for each of the inputs and a column for each output that is fed back")
        }
        try Check.finite(teacher.elements, "teacher")
        var drive: [Double] = []
        for t in 0 ..< inputs.rows {
            drive += inputs.elements[t * inputs.columns ..< (t + 1) * inputs.columns]
            drive += t == 0 ? lastOutput[...] : teacher.elements[(t - 1) * teacher.columns ..< t * teacher.columns]
        }
        var driven = node
        return try outputs(inputs, drive: Matrix(rows: inputs.rows, columns: inputs.columns + teacher.columns, elements: drive), &driven)
    }

    /// In blocks of steps, so that a long series needs no memory for all its states.
    private func outputs(_ inputs: Matrix, drive: Matrix, _ driven: inout AnyReservoir) throws -> Matrix {
        let states = driven.features, features = readout.features, block = max(64, min(inputs.rows, 65_536 / features))
        var x = [Double](repeating: 0, count: readsInputs ? min(block, inputs.rows) * features : 0)
        return try Matrix(unsafeUninitializedRows: inputs.rows, columns: readout.outputs) { outputs in
            guard let y = outputs.baseAddress else { return }
            for first in stride(from: 0, to: inputs.rows, by: block) {
                let steps = first ..< min(inputs.rows, first + block)
                let part = try Progress.stretch(from: Double(first) / Double(inputs.rows), to: Double(steps.upperBound) / Double(inputs.rows)) {
                    try driven.run(drive[rows: steps])
                }
                part.withUnsafeBufferPointer { part in
                    guard let from = part.baseAddress else { return }
                    if !readsInputs { return readout.apply(from, rows: steps.count, stride: states, into: y + first * readout.outputs) }
                    x.withUnsafeMutableBufferPointer { x in
                        guard let x = x.baseAddress else { return }
                        for row in 0 ..< steps.count {
                            (x + row * features).update(from: from + row * states, count: states)
                            for i in 0 ..< inputs.columns { x[row * features + states + i] = inputs.elements[(first + row) * inputs.columns + i] }
                        }
                        readout.apply(x, rows: steps.count, stride: features, into: y + first * readout.outputs)
                    }
                }
            }
        }
    }

    /// Step by step: each output is fed back before the next one.
    private func closedLoop(_ inputs: Matrix) throws -> Matrix {
        var driven = node
        var output = lastOutput
        return try Matrix(unsafeUninitializedRows: inputs.rows, columns: readout.outputs) { outputs in
            for t in 0 ..< inputs.rows {
                let input = Array(inputs.elements[t * inputs.columns ..< (t + 1) * inputs.columns])
                output = try answer(driven.step(Vector(input + output)).elements, input)
                for o in output.indices { outputs[t * output.count + o] = output[o] }
                if t & 63 == 0 { try Progress.check(t, of: inputs.rows) }
            }
        }
    }

    /// What the readout makes of one state.
    private func answer(_ state: [Double], _ input: [Double]) throws -> [Double] {
        var output = [Double](repeating: 0, count: readout.outputs)
        readout.apply(readsInputs ? state + input : state, into: &output)
        guard output.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the outputs left the finite numbers as they were fed back; raise the ridge penalty or lower the scalings")
        }
        return output
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
        return Vector(try forecastChannels(steps: steps, after: ReservoirInput.column(series, inputs: node.inputs, "series")).elements)
    }

    /// Goes on where training ended, each row of outputs being the next inputs: one row per step, one column per channel.
    ///
    /// - Throws: `NeuroError.invalid` for fewer than 1 step, `NeuroError.shape` if the fit was trained on targets of another number than the inputs.
    public func forecastChannels(steps: Int) throws -> Matrix {
        try freeRun(node, lastState, lastInput, lastOutput, steps)
    }

    /// Starts from rest, is driven by the rows of `series`, and goes on alone after the last.
    ///
    /// - Throws: as `forecastChannels(steps:)`, and `NeuroError` if the series has another number of columns than the reservoir has inputs, is
    ///   empty or not finite.
    public func forecastChannels(steps: Int, after series: Matrix) throws -> Matrix {
        try ReservoirInput.check(series, columns: node.inputs, "series")
        var driven = node, state = [Double](), output = [Double](repeating: 0, count: readout.outputs)
        driven.reset()
        if node.feedback == 0 {
            let states = try Progress.stretch(0, of: 2) { try driven.run(series) }
            state = Array(states.elements.suffix(states.columns))
        } else {
            // The values that follow stand for the outputs, as in training.
            let drive = try ReservoirTraining.drive(series, teacher: Array(series.elements.dropFirst(series.columns)), outputs: node.feedback)
            let states = try Progress.stretch(0, of: 2) { try driven.run(drive) }
            state = Array(states.elements.suffix(states.columns))
            output = try answer(state, Array(series.elements.suffix(series.columns)))
        }
        return try freeRun(driven, state, Array(series.elements.suffix(series.columns)), output, steps)
    }

    private func freeRun(_ start: AnyReservoir, _ state: [Double], _ lastInput: [Double], _ lastOutput: [Double], _ steps: Int) throws -> Matrix {
        try Check.atLeast(1, steps, "steps")
        guard readout.outputs == node.inputs else {
            throw NeuroError.shape(name: "targets", shape: [readout.outputs], must: "\(node.inputs), as many as the inputs, for the output to be fed back")
        }
        _ = try Allocation.count(of: [steps, readout.outputs], named: "the forecast", as: Double.self)
        var driven = start
        var state = state, input = lastInput
        return try Matrix(unsafeUninitializedRows: steps, columns: readout.outputs) { result in
            for t in 0 ..< steps {
                if t > 0 { state = try driven.step(Vector(node.feedback > 0 ? input + input : input)).elements }
                input = try answer(state, input)
                for o in input.indices { result[t * input.count + o] = input[o] }
                if t & 63 == 0 { try Progress.check(t, of: steps) }
            }
        }
    }

    private func checkSingle(_ call: String) throws {
        guard node.inputs == 1, readout.outputs == 1 else {
            let several = call == "forecast" ? "forecastChannels" : "predict with a matrix"
            throw NeuroError.shape(
                name: "the fit", shape: [node.inputs, readout.outputs], must: "of one input and one output for \(call) to give a vector; use \(several)")
        }
    }
}

extension ReservoirFit: CustomStringConvertible {
    /// The size of a state, the readout's shape and the error of training.
    public var description: String {
        "ReservoirFit(states: \(node.features), features: \(readout.features), outputs: \(readout.outputs), trainingError: \(trainingError))"
    }
}
