import Linear

extension SpikingNetwork {
    /// Sets a quantity of every neuron of a population, or of a slice of it.
    ///
    /// - Throws: `NeuroError` if the neurons do not have the quantity, or for a value that is not finite or that the neuron cannot have.
    public mutating func set(_ quantity: Quantity, of population: Population, to value: Double) throws {
        try set(quantity, of: population, to: Vector(repeating: value, count: population.count))
    }

    /// Sets a quantity of each neuron of a population, or of a slice of it.
    ///
    /// ```swift
    /// var random = Random(seed: 1)
    /// try net.set(.threshold, of: cells, to: random.normal(count: cells.count, mean: -40, standardDeviation: 2))
    /// ```
    ///
    /// - Throws: `NeuroError` if the neurons do not have the quantity, unless there is one finite value for each, and for one that the neuron cannot have: a capacitance must be above 0, and c below
    ///   the peak.
    public mutating func set(_ quantity: Quantity, of population: Population, to values: Vector) throws {
        try check(population, "population")
        guard values.count == population.count else {
            throw NeuroError.shape(name: "values", shape: [values.count], must: "one for each of the \(population.count) neurons")
        }
        try Check.finite(values.elements, "values")
        if quantity == .capacitance, let wrong = values.elements.first(where: { $0 <= 0 }) {
            throw NeuroError.invalid(name: "capacitance", value: "\(wrong) pF", must: "above 0")
        }
        var state = cells[population.index]
        if quantity == .current, state.current == nil { state.current = Buffer(repeating: 0, count: state.count) }
        guard let buffer = state.values(quantity)?.copy() else { throw missing(quantity, population) }
        for (i, value) in zip(population.range, values.elements) { buffer.base[i] = Float(value) }
        state.replace(quantity, buffer)
        try state.checkPeaks(population.range)
        cells[population.index] = state
    }

    /// A quantity of each neuron of a population, as it is now.
    ///
    /// - Throws: `NeuroError` if the neurons do not have the quantity.
    public func get(_ quantity: Quantity, of population: Population) throws -> Vector {
        try check(population, "population")
        if quantity == .current, cells[population.index].current == nil { return try Vector.zeros(population.count) }
        guard let buffer = cells[population.index].values(quantity) else { throw missing(quantity, population) }
        return Vector(population.range.map { Double(buffer.base[$0]) })
    }

    /// Gives the neurons of a population other parameters, between runs. Their potentials, their synapses and what is on its way stay as they are.
    ///
    /// ```swift
    /// try net.run(500.ms)
    /// try net.set(LIF(tau: 10.ms), of: cells)      // the same cells, leakier
    /// try net.run(500.ms)
    /// ```
    ///
    /// - Throws: `NeuroError.invalid` for parameters out of their range, a slice of a population, neurons of another kind, and kinds of synapse that are not of the form that the neurons have: as
    ///   many, and delta, single or double where they were.
    public mutating func set(_ cell: LIF, of population: Population) throws {
        try cell.check()
        try replace(population, .lif(cell))
    }

    /// Gives the neurons of a population other parameters, between runs; all have the same then. See `set(_:of:)` for `LIF`.
    public mutating func set(_ cell: Izhikevich, of population: Population) throws {
        try cell.check()
        try replace(population, .izhikevich(cell))
    }

    /// Gives the neurons of a population other parameters, between runs; all have the same then. See `set(_:of:)` for `LIF`.
    public mutating func set(_ cell: Izhikevich2007, of population: Population) throws {
        try cell.check()
        try replace(population, .izhikevich2007(cell))
    }

    /// Gives the neurons of a population other parameters, between runs. See `set(_:of:)` for `LIF`.
    public mutating func set(_ cell: AdEx, of population: Population) throws {
        try cell.check()
        try replace(population, .adex(cell))
    }

    private mutating func replace(_ population: Population, _ model: CellModel) throws {
        try check(population, "population")
        let state = cells[population.index]
        guard population.range == 0 ..< state.count else { throw NeuroError.invalid(name: "population", value: "\(population)", must: "whole: a slice shares these parameters") }
        guard model.kind == state.model.kind else {
            throw NeuroError.invalid(name: "cell", value: model.kind, must: "\(state.model.kind), as the neurons of '\(population.name)' are")
        }
        try model.checkSynapses()
        func form(_ synapse: Synapse) -> Int { synapse == .delta ? 0 : synapse.propagator(dt: 1).hasSecond ? 2 : 1 }
        guard model.synapses.map(form) == state.model.synapses.map(form) else {
            throw NeuroError.invalid(
                name: "synapses", value: "\(model.synapses)",
                must: "of the forms that '\(population.name)' has: \(state.model.synapses.count), delta, single or double where they were")
        }
        cells[population.index].replace(model)
    }

    private func missing(_ quantity: Quantity, _ population: Population) -> NeuroError {
        .invalid(name: "quantity", value: "\(quantity)", must: "one that the neurons of '\(population.name)' have for each neuron")
    }
}

extension CellModel {
    func checkSynapses() throws {
        guard !synapses.isEmpty else { throw NeuroError.invalid(name: "synapses", value: "[]", must: "at least one kind") }
        for synapse in synapses { try synapse.check() }
        if case .lif = self, synapses.contains(.delta), synapses.contains(where: \.isConductance) {
            throw NeuroError.invalid(name: "synapses", value: "delta beside conductances", must: "without delta where a LIF neuron has conductances")
        }
    }
}

extension CellState {
    /// Where a quantity's numbers are; nil for one that the neurons do not have, or that all share.
    func buffer(_ quantity: Quantity) -> Buffer<Float>? {
        switch quantity {
        case .v: v
        case .u: u
        case .current: current
        case .synapse(let kind): kind >= 0 && kind < receptors.count && receptors[kind].x2 == nil ? receptors[kind].x1 : nil
        default: place(of: quantity).flatMap { own[$0] }
        }
    }

    /// The numbers of a quantity, written out where all neurons share one.
    func values(_ quantity: Quantity) -> Buffer<Float>? {
        buffer(quantity) ?? place(of: quantity).map { Buffer(repeating: Float(model.parameters[$0].value), count: count) }
    }

    private func place(of quantity: Quantity) -> Int? { model.parameters.firstIndex { $0.quantity == quantity } }

    mutating func replace(_ quantity: Quantity, _ buffer: Buffer<Float>) {
        switch quantity {
        case .v: v = buffer
        case .u: u = buffer
        case .current: current = buffer
        case .synapse(let kind): receptors[kind].x1 = buffer
        default: if let place = place(of: quantity) { own[place] = buffer }
        }
    }

    /// A neuron whose reset is at its peak would never be done spiking.
    func checkPeaks(_ range: Range<Int>) throws {
        let resets = buffer(.c), peaks = buffer(.peak)
        if resets == nil, peaks == nil { return }
        var shared = (c: Float(model.shared(.c)), peak: Float(model.shared(.peak)))
        if case .izhikevich(let cell) = model { shared.peak = Float(cell.peak) }
        for i in range {
            let c = resets?.base[i] ?? shared.c, peak = peaks?.base[i] ?? shared.peak
            if c >= peak { throw NeuroError.invalid(name: "c", value: "\(c)", must: "below the peak, \(peak)") }
        }
    }
}
