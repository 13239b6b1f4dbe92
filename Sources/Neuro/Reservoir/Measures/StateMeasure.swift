import Linear

/// Checks that the measures of states share.
enum StateMeasure {
    /// Throws unless there is a row of finite states for each of the finite inputs, which are not all the same.
    static func check(_ states: Matrix, _ input: Vector) throws {
        guard states.rows == input.count, states.columns > 0 else {
            throw NeuroError.shape(name: "states", shape: states.shape, must: "\(input.count) rows, one for each input, of at least one column")
        }
        try Check.finite(states.elements, "states")
        try Check.finite(input.elements, "input")
        guard let first = input.elements.first, input.elements.contains(where: { $0 != first }) else {
            throw NeuroError.invalid(name: "input", value: "constant", must: "a series that varies")
        }
    }

    /// For messages: the sum, or as much as can be said.
    static func sum(_ terms: Int...) -> Int { terms.reduce(0) { $0.addingReportingOverflow($1).overflow ? Int.max : $0 + $1 } }

    /// Independent numbers for a measure to drive a reservoir with.
    static func input(_ steps: Int, in range: Range<Double>, _ seed: Int) throws -> Vector {
        try Check.atLeast(1, steps, "steps")
        var random = Random(seed: seed, stream: 0x6d65_6d6f)
        return try random.uniform(count: steps, in: range)
    }
}
