import Linear

extension Reservoir {
    /// Trains a readout to predict the next value of a series.
    ///
    /// The network starts from rest and is driven by the series; the readout learns series[t + 1] from the state after series[t], for every t from
    /// `washout` on. The reservoir is left in the state after the last value, from where the result's `forecast` goes on.
    /// - Parameters:
    ///   - series: the values, in order of time.
    ///   - readout: how the weights are found; see `Readout`.
    ///   - washout: how many steps at the beginning are driven but not learnt from, while the network forgets its start.
    ///   - readsInputs: whether the readout sees the input u(t) beside the state x(t) and a constant: features [x, u, 1], otherwise [x, 1].
    /// - Throws: `NeuroError` if the reservoir has not one input, the series is shorter than washout + 3 or not finite, or the penalty is negative.
    public mutating func train(_ series: Vector, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> ReservoirFit {
        try train(channels(series, "series"), readout: readout, washout: washout, readsInputs: readsInputs)
    }

    /// Trains a readout to predict the next row of a series of several channels, one per input of the reservoir; see the form for a vector.
    public mutating func train(_ series: Matrix, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> ReservoirFit {
        try check(series, "series")
        let rows = series.rows - 1
        try Self.check(steps: rows, washout: washout, name: "series", extra: 1)
        let targets = Array(series.elements[(washout + 1) * inputs ..< series.elements.count])
        return try fit(
            inputs: series.elements, steps: series.rows, targets: targets, outputs: inputs, trained: washout ..< rows, readout: readout,
            readsInputs: readsInputs)
    }

    /// Trains a readout to give `targets`, one value for each input.
    ///
    /// The network starts from rest and is driven by the inputs; the readout learns targets[t] from the state after inputs[t], for every t from
    /// `washout` on. The reservoir is left in the state after the last input, from where the result's `predict` goes on.
    /// - Throws: `NeuroError` if the reservoir has not one input, the counts differ, fewer than washout + 2 steps are there, a value is not
    ///   finite, or the penalty is negative.
    public mutating func train(
        inputs: Vector, targets: Vector, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true
    ) throws -> ReservoirFit {
        try train(
            inputs: channels(inputs, "inputs"), targets: Matrix(rows: targets.count, columns: 1, elements: targets.elements), readout: readout,
            washout: washout, readsInputs: readsInputs)
    }

    /// Trains a readout to give the rows of `targets`, one for each row of `inputs`; see the form for vectors.
    public mutating func train(
        inputs: Matrix, targets: Matrix, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true
    ) throws -> ReservoirFit {
        try check(inputs, "inputs")
        guard targets.rows == inputs.rows, targets.columns > 0 else {
            throw NeuroError.shape(name: "targets", shape: targets.shape, must: "\(inputs.rows) rows, one for each step of the inputs, of at least one column")
        }
        try Check.finite(targets.elements, "targets")
        try Self.check(steps: inputs.rows, washout: washout, name: "inputs", extra: 0)
        let learnt = Array(targets.elements[washout * targets.columns ..< targets.elements.count])
        return try fit(
            inputs: inputs.elements, steps: inputs.rows, targets: learnt, outputs: targets.columns, trained: washout ..< inputs.rows,
            readout: readout, readsInputs: readsInputs)
    }

    private static func check(steps: Int, washout: Int, name: String, extra: Int) throws {
        try Check.atLeast(0, washout, "washout")
        guard steps >= 2, washout <= steps - 2 else {
            let needed = washout > Int.max - 3 ? washout : washout + 2 + extra
            throw NeuroError.tooShort(name: name, count: steps + extra, needed: needed, why: "training after a washout of \(washout)")
        }
    }

    /// Drives the network from rest over all `steps` inputs and trains on those in `trained`, for which `targets` has the rows.
    private mutating func fit(
        inputs u: [Double], steps: Int, targets: [Double], outputs: Int, trained: Range<Int>, readout: Readout, readsInputs: Bool
    ) throws -> ReservoirFit {
        try readout.check()
        let features = units + (readsInputs ? inputs : 0)
        let rows = trained.count
        _ = try Allocation.count(of: [rows, features], named: "the states", as: Double.self)
        _ = try Allocation.count(of: [features, features], named: "the readout's equations", as: Double.self)
        var driven = self
        driven.reset()
        // Of the whole call, the run counts as the first half, the solution as the second.
        try driven.drive(u, steps: 0 ..< trained.lowerBound, states: nil, stride: features, part: 0, of: 4)
        var x = try [Double](unsafeUninitializedCapacity: rows * features) { x, count in
            Allocation.preferLargePages(UnsafeMutableRawBufferPointer(x))
            try driven.drive(u, steps: trained, states: x.baseAddress, stride: features, part: 1, of: 4)
            if readsInputs {
                for row in 0 ..< rows {
                    for i in 0 ..< inputs { x[row * features + units + i] = u[(trained.lowerBound + row) * inputs + i] }
                }
            }
            count = rows * features
        }
        try driven.drive(u, steps: trained.upperBound ..< steps, states: nil, stride: features, part: 1, of: 4)
        let learnt = try LinearReadout(readout, features: &x, targets: targets, rows: rows, outputs: outputs, part: 1, of: 2)
        let error = Self.trainingError(learnt, centred: x, targets: targets, rows: rows)
        guard error.isFinite else {
            throw NeuroError.diverged(what: "the error of training is not finite: the targets are too large; scale them")
        }
        self = driven
        return ReservoirFit(
            reservoir: driven, readout: learnt, readsInputs: readsInputs, lastInput: Array(u[(steps - 1) * inputs ..< steps * inputs]), trainingError: error)
    }

    /// The NRMSE on the rows of training, from the centred features that the solution leaves behind.
    private static func trainingError(_ readout: LinearReadout, centred x: [Double], targets: [Double], rows: Int) -> Double {
        let outputs = readout.outputs
        var predicted = [Double](repeating: 0, count: rows * outputs)
        x.withUnsafeBufferPointer { x in
            predicted.withUnsafeMutableBufferPointer { p in
                guard let x = x.baseAddress, let p = p.baseAddress else { return }
                readout.apply(x, rows: rows, stride: readout.features, into: p)
            }
        }
        var squares = 0.0
        var variance = 0.0
        for o in 0 ..< outputs {
            var mean = 0.0
            for row in 0 ..< rows { mean += targets[row * outputs + o] }
            mean /= Double(rows)
            for row in 0 ..< rows {
                let deviation = targets[row * outputs + o] - mean
                // `apply` added the intercept, which belongs to features that are not centred.
                let error = predicted[row * outputs + o] - readout.intercept[o] - deviation
                squares += error * error
                variance += deviation * deviation
            }
        }
        return variance > 0 ? (squares / variance).squareRoot() : 0
    }
}
