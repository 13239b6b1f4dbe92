import Linear

/// What drives a reservoir, a row for each step and a column for each of its inputs.
enum ReservoirInput {
    /// A vector as the one column of a matrix, if the reservoir has one input.
    static func column(_ input: Vector, inputs: Int, _ name: String) throws -> Matrix {
        guard inputs == 1 else {
            throw NeuroError.shape(name: name, shape: [input.count], must: "a matrix of \(inputs) columns, one for each input of the reservoir")
        }
        return Matrix.column(input)
    }

    static func check(_ input: Matrix, columns: Int, _ name: String) throws {
        guard input.columns == columns else {
            throw NeuroError.shape(name: name, shape: input.shape, must: "of \(columns) columns, one for each input of the reservoir")
        }
        guard input.rows > 0 else { throw NeuroError.tooShort(name: name, count: 0, needed: 1, why: "a run") }
        try Check.finite(input.elements, name)
    }

    /// Throws unless all states are finite: of nodes whose states are not bounded, whatever the input.
    static func checkStates(_ states: [Double], of node: some CustomStringConvertible) throws {
        guard Check.areFinite(states) else { throw NeuroError.diverged(what: "the states of \(node) left the finite numbers; smaller inputs or a smaller scaling usually help") }
    }

    /// One step's.
    static func check(_ input: Vector, columns: Int) throws {
        guard input.count == columns else {
            throw NeuroError.shape(name: "input", shape: [input.count], must: "\(columns) numbers, one for each input of the reservoir")
        }
        try Check.finite(input.elements, "input")
    }
}
