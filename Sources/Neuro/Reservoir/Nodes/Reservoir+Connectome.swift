import Linear

extension Reservoir {
    /// A reservoir that is wired as a brain is: the links and their strengths are those of a connectome, and the input reaches chosen regions alone.
    ///
    /// ```swift
    /// var brain = try Reservoir(connectome: strengths, driven: visual, spectralRadius: 0.95, seed: 1)
    /// let states = try brain.run(u)
    /// ```
    ///
    /// What is usual with measured connectomes (L. E. Suárez et al., Nature Machine Intelligence 3 (2021), doi:10.1038/s42256-021-00376-1, and Nature Communications 15 (2024),
    /// doi:10.1038/s41467-024-44900-4): W is the matrix scaled to a spectral radius, near 1 for memory; some regions are driven, others read. A readout of chosen regions is trained on their columns of
    /// the states. As a null model, give the same matrix with its rows and columns permuted.
    ///
    /// - Parameters:
    ///   - connectome: how strongly each region reaches each other: row i holds the strengths of the links to region i. Of an undirected one it does not matter which is which.
    ///   - driven: the regions that the input reaches, by their row; at least one, each once.
    ///   - inhibitory: the regions that inhibit: the signs of their columns are turned.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - spectralRadius: what W is scaled to.
    ///   - inputScaling: the weights of the input to a driven region are uniform in ±inputScaling.
    ///   - biasScaling: b is uniform in ±biasScaling, in all regions.
    ///   - leakRate: how much of the state is replaced at each step, above 0 and at most 1.
    ///   - activation: f.
    ///   - seed: selects the weights of the input and the bias.
    /// - Throws: `NeuroError` for a matrix that is not square, not finite or has no cycle, a region that is not there or named twice, or an argument out of its range.
    public init(
        connectome: Matrix, driven: [Int], inhibitory: [Int] = [], inputs: Int = 1, spectralRadius: Double = 0.95, inputScaling: Double = 1, biasScaling: Double = 0,
        leakRate: Double = 1,
        activation: Activation = .tanh, seed: Int = 0
    ) throws {
        let n = connectome.rows
        guard n > 0, connectome.columns == n else { throw NeuroError.shape(name: "connectome", shape: connectome.shape, must: "square, with at least one row") }
        try Check.finite(connectome.elements, "connectome")
        guard !driven.isEmpty else { throw NeuroError.shape(name: "driven", shape: [0], must: "at least one region") }
        for (regions, name) in [(driven, "driven"), (inhibitory, "inhibitory")] {
            if let region = regions.first(where: { $0 < 0 || $0 >= n }) {
                throw NeuroError.invalid(name: name, value: "\(region)", must: "from 0 to \(n - 1), a row of the connectome")
            }
            guard Set(regions).count == regions.count else { throw NeuroError.invalid(name: name, value: "\(regions)", must: "each region once") }
        }
        try Check.atLeast(1, inputs, "inputs")
        try Check.notNegative(inputScaling, "inputScaling")
        try Check.notNegative(biasScaling, "biasScaling")
        try Check.notNegative(spectralRadius, "spectralRadius")
        _ = try Allocation.count(of: [n, inputs], named: "the input weights", as: Double.self)
        let key = UInt64(bitPattern: Int64(seed))
        let drawn = WeightLaw.uniform.drawn(n * inputs, key: key, stream: ReservoirStream.input.rawValue)
        var input = [Double](repeating: 0, count: n * inputs), weights = connectome.elements
        for region in driven { for c in 0 ..< inputs { input[region * inputs + c] = inputScaling * drawn[region * inputs + c] } }
        for region in inhibitory { for row in 0 ..< n { weights[row * n + region] *= -1 } }
        let bias = WeightLaw.uniform.drawn(n, key: key, stream: ReservoirStream.bias.rawValue).map { biasScaling * $0 }
        try self.init(
            recurrent: Matrix(rows: n, columns: n, elements: weights), input: Matrix(rows: n, columns: inputs, elements: input), bias: Vector(bias), leakRate: leakRate,
            activation: activation,
            spectralRadius: spectralRadius)
    }
}
