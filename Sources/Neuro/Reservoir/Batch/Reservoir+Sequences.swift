import Linear

extension Reservoir {
    /// Drives this reservoir with many sequences, each from its present state, and returns the states of each: row t is the state after row t of that sequence. The reservoir itself is left as it is.
    ///
    /// The sequences go side by side, so that what is loaded for one serves eight: several times as fast as one after the other, and the same numbers to the bit.
    ///
    /// ```swift
    /// let states = try esn.run(sequences: trials)      // a matrix for each trial
    /// let last = states.map { $0[rows: ($0.rows - 1)...] }
    /// ```
    /// - Parameter sequences: each a row for each step and a column for each input, and after those what is fed back; they need not be of one length.
    /// - Throws: `NeuroError` if a sequence has another number of columns, is empty or not finite; `LinearError.tooLarge` if the states would not fit in memory.
    public func run(sequences: [Matrix]) throws -> [Matrix] {
        let channels = inputs + feedback
        for (i, sequence) in sequences.enumerated() { try ReservoirInput.check(sequence, columns: channels, "sequences[\(i)]") }
        _ = try Allocation.count(of: [sequences.reduce(0) { $0 + $1.rows }, units], named: "the states", as: Double.self)
        if precision == .single {
            // Which has no lanes: a state alone fills the registers.
            return try Shared.map(sequences.count) { i in
                var copy = self
                return try copy.run(sequences[i])
            }
        }
        // Those of about one length together: a group takes as many steps as its longest one.
        let order = sequences.indices.sorted { (sequences[$0].rows, $0) < (sequences[$1].rows, $1) }
        let groups = stride(from: 0, to: order.count, by: Network.lanes).map { Array(order[$0 ..< min(order.count, $0 + Network.lanes)]) }
        let done = try Shared.map(groups.count) { try run(group: groups[$0].map { sequences[$0] }) }
        var states = [Matrix?](repeating: nil, count: sequences.count)
        for (group, results) in zip(groups, done) {
            for (sequence, result) in zip(group, results) { states[sequence] = result }
        }
        return states.compactMap { $0 }
    }

    /// At most as many as the kernel has lanes, the longest last.
    private func run(group: [Matrix]) throws -> [Matrix] {
        let lanes = Network.lanes, channels = inputs + feedback, n = units, longest = group.last?.rows ?? 0
        var state = [Double](repeating: 0, count: n * lanes)
        for unit in 0 ..< n { for lane in 0 ..< lanes { state[unit * lanes + lane] = dynamic.activity[unit] } }
        var u = [Double](repeating: 0, count: channels * lanes), scratch = network.laneScratch
        var rows = [UnsafeMutablePointer<Double>?](repeating: nil, count: lanes)
        let between = max(1, network.stepsPerCall / lanes), rule = rule
        return try Self.filled(group.map(\.rows), columns: n) { outputs in
            for t in 0 ..< longest {
                if t % between == 0 { try Progress.check(t, of: longest) }
                for (lane, sequence) in group.enumerated() {
                    rows[lane] = t < sequence.rows ? outputs[lane] + t * n : nil
                    if t < sequence.rows { for c in 0 ..< channels { u[c * lanes + lane] = sequence.elements[t * channels + c] } }
                }
                network.advanceLanes(&state, inputs: u, rule: rule, rows: rows, scratch: &scratch)
            }
            // Every lane goes on to the end; one that left the finite numbers stays there.
            for (lane, sequence) in group.enumerated() {
                try checkStates(Array(UnsafeBufferPointer(start: outputs[lane] + (sequence.rows - 1) * n, count: n)))
            }
        }
    }

    /// Matrices of these numbers of rows, which `body` fills all at once: memory that is written once only, since touching it costs as much as the steps of a small reservoir.
    private static func filled(
        _ rows: [Int], columns: Int, _ outputs: [UnsafeMutablePointer<Double>] = [], _ body: ([UnsafeMutablePointer<Double>]) throws -> Void
    ) throws -> [Matrix] {
        if outputs.count == rows.count {
            try body(outputs)
            return []
        }
        var others: [Matrix] = []
        let matrix = try Matrix(unsafeUninitializedRows: rows[outputs.count], columns: columns) { output in
            guard let base = output.baseAddress else { return }
            others = try filled(rows, columns: columns, outputs + [base], body)
        }
        return [matrix] + others
    }
}
