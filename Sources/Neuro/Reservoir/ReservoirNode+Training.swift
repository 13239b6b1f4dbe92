import Linear

extension ReservoirNode {
    /// Trains a readout to predict the next value of a series.
    ///
    /// The node starts from rest and is driven by the series; the readout learns series[t + 1] from the state after series[t], for every t from
    /// `washout` on. The node is left in the state after the last value, from where the result's `forecast` goes on.
    /// - Parameters:
    ///   - series: the values, in order of time.
    ///   - readout: how the weights are found; see `Readout`.
    ///   - washout: how many steps at the beginning are driven but not learnt from, while the network forgets its start.
    ///   - readsInputs: whether the readout sees the input u(t) beside the state x(t) and a constant: features [x, u, 1], otherwise [x, 1].
    /// - Throws: `NeuroError` if the node has not one input, the series is shorter than washout + 3 or not finite, or the penalty is negative.
    public mutating func train(_ series: Vector, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> ReservoirFit {
        try train(ReservoirInput.column(series, inputs: inputs, "series"), readout: readout, washout: washout, readsInputs: readsInputs)
    }

    /// Trains a readout to predict the next row of a series of several channels, one per input of the node; see the form for a vector.
    public mutating func train(_ series: Matrix, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> ReservoirFit {
        try ReservoirInput.check(series, columns: inputs, "series")
        let rows = series.rows - 1
        try ReservoirTraining.check(steps: rows, washout: washout, name: "series", extra: 1)
        return try fit(inputs: series, targets: Array(series.elements.dropFirst(inputs)), outputs: inputs, trained: washout ..< rows, readout: readout, readsInputs: readsInputs)
    }

    /// Trains a readout to give `targets`, one value for each input.
    ///
    /// The node starts from rest and is driven by the inputs; the readout learns targets[t] from the state after inputs[t], for every t from
    /// `washout` on. Where outputs are fed back, the targets of the step before stand for them (a forced teacher). The node is left in the state after the last input, from where the result's `predict` goes on.
    /// - Throws: `NeuroError` if the node has not one input, the counts differ, fewer than washout + 2 steps are there, a value is not
    ///   finite, or the penalty is negative.
    public mutating func train(
        inputs: Vector, targets: Vector, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true
    ) throws -> ReservoirFit {
        try train(
            inputs: ReservoirInput.column(inputs, inputs: self.inputs, "inputs"), targets: Matrix(rows: targets.count, columns: 1, elements: targets.elements), readout: readout,
            washout: washout, readsInputs: readsInputs)
    }

    /// Trains a readout to give the rows of `targets`, one for each row of `inputs`; see the form for vectors.
    public mutating func train(
        inputs: Matrix, targets: Matrix, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true
    ) throws -> ReservoirFit {
        try ReservoirInput.check(inputs, columns: self.inputs, "inputs")
        guard targets.rows == inputs.rows, targets.columns > 0 else {
            throw NeuroError.shape(name: "targets", shape: targets.shape, must: "\(inputs.rows) rows, one for each step of the inputs, of at least one column")
        }
        try Check.finite(targets.elements, "targets")
        try ReservoirTraining.check(steps: inputs.rows, washout: washout, name: "inputs", extra: 0)
        return try fit(
            inputs: inputs, targets: targets.elements, outputs: targets.columns, trained: washout ..< inputs.rows, readout: readout, readsInputs: readsInputs)
    }

    /// Drives the node from rest over all inputs and trains on the steps in `trained`; `targets` has a row for each step up to the last of them.
    private mutating func fit(inputs u: Matrix, targets: [Double], outputs: Int, trained: Range<Int>, readout: Readout, readsInputs: Bool) throws -> ReservoirFit {
        try readout.check()
        guard feedback == 0 || feedback == outputs else {
            throw NeuroError.shape(name: "targets", shape: [outputs], must: "of \(feedback) columns, as many as the outputs that are fed back")
        }
        let states = self.features, features = states + (readsInputs ? inputs : 0), rows = trained.count
        _ = try Allocation.count(of: [rows, features], named: "the states", as: Double.self)
        _ = try Allocation.count(of: [features, features], named: "the readout's equations", as: Double.self)
        let drive = try ReservoirTraining.drive(u, teacher: targets, outputs: feedback)
        var driven = self
        driven.reset()
        // Blocks that stay in the second-level cache until they stand among the features. Of the whole call, the run counts as the first half, the solution as the second.
        let block = max(1, min(u.rows, 65_536 / states))
        var last: [Double] = []
        var x = try [Double](unsafeUninitializedCapacity: rows * features) { x, count in
            Allocation.readyPages(of: UnsafeMutableRawBufferPointer(x))
            for first in stride(from: 0, to: u.rows, by: block) {
                let steps = first ..< min(u.rows, first + block)
                let part = try Progress.stretch(from: 0.5 * Double(steps.lowerBound) / Double(u.rows), to: 0.5 * Double(steps.upperBound) / Double(u.rows)) {
                    try driven.run(drive[rows: steps])
                }
                last = Array(part.elements.suffix(states))
                part.withUnsafeBufferPointer { part in
                    for t in steps.clamped(to: trained) {
                        let row = (t - trained.lowerBound) * features, from = (t - steps.lowerBound) * states
                        for i in 0 ..< states { x.initializeElement(at: row + i, to: part[from + i]) }
                        if readsInputs { for i in 0 ..< inputs { x.initializeElement(at: row + states + i, to: u.elements[t * inputs + i]) } }
                    }
                }
            }
            count = rows * features
        }
        let learnt = Array(targets[trained.lowerBound * outputs ..< trained.upperBound * outputs])
        let fitted = try LinearReadout(readout, features: &x, targets: learnt, rows: rows, outputs: outputs, part: 1, of: 2)
        let error = ReservoirTraining.error(fitted, centred: x, targets: learnt, rows: rows)
        guard error.isFinite else {
            throw NeuroError.diverged(what: "the error of training is not finite: the targets are too large; scale them")
        }
        self = driven
        let lastInput = Array(u.elements.suffix(inputs))
        // Fed back next is what the teacher gave the last step, or, where nobody knows that, the readout.
        var lastOutput = [Double](repeating: 0, count: outputs)
        if targets.count >= u.rows * outputs {
            lastOutput = Array(targets[(u.rows - 1) * outputs ..< u.rows * outputs])
        } else {
            fitted.apply(readsInputs ? last + lastInput : last, into: &lastOutput)
        }
        return ReservoirFit(
            node: driven.node, readout: fitted, readsInputs: readsInputs, lastState: last, lastInput: lastInput, lastOutput: lastOutput, trainingError: error)
    }
}

/// What training needs of no node in particular.
enum ReservoirTraining {
    static func check(steps: Int, washout: Int, name: String, extra: Int) throws {
        try Check.atLeast(0, washout, "washout")
        guard steps >= 2, washout <= steps - 2 else {
            let needed = washout > Int.max - 3 ? washout : washout + 2 + extra
            throw NeuroError.tooShort(name: name, count: steps + extra, needed: needed, why: "training after a washout of \(washout)")
        }
    }

    /// The inputs, and beside them what the teacher gave the step before: zeros for the first one.
    static func drive(_ u: Matrix, teacher: [Double], outputs: Int) throws -> Matrix {
        if outputs == 0 { return u }
        let columns = u.columns + outputs
        _ = try Allocation.count(of: [u.rows, columns], named: "the inputs", as: Double.self)
        var all = [Double]()
        all.reserveCapacity(u.rows * columns)
        for t in 0 ..< u.rows {
            all += u.elements[t * u.columns ..< (t + 1) * u.columns]
            all += t == 0 ? ArraySlice(repeating: 0, count: outputs) : teacher[(t - 1) * outputs ..< t * outputs]
        }
        return try Matrix(rows: u.rows, columns: columns, elements: all)
    }

    /// The NRMSE on the rows of training, from the centred features that the solution leaves behind.
    static func error(_ readout: LinearReadout, centred x: [Double], targets: [Double], rows: Int) -> Double {
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
            // Of a constant target the rounding of the mean is not a variance.
            guard (1 ..< rows).contains(where: { targets[$0 * outputs + o] != targets[o] }) else { continue }
            var mean = 0.0
            for row in 0 ..< rows { mean += targets[row * outputs + o] }
            mean /= Double(rows)
            for row in 0 ..< rows {
                let deviation = targets[row * outputs + o] - mean
                // `apply` added the intercept, which belongs to features that are not centred.
                let error = predicted[row * outputs + o] - readout.constants[o] - deviation
                squares += error * error
                variance += deviation * deviation
            }
        }
        return variance > 0 ? (squares / variance).squareRoot() : 0
    }
}
