import CKernels
import Linear

/// The weights of a readout that learns step by step: a row for each output, of the features and then the constant 1 where there is an intercept, filled up with zeros to whole vectors of eight.
struct OnlineWeights: Equatable, Sendable {
    let features: Int
    let outputs: Int
    let hasIntercept: Bool
    var rows: [Double]

    /// Numbers that are learnt for each output.
    var inputs: Int { features + (hasIntercept ? 1 : 0) }
    /// The length of a row.
    var stride: Int { (inputs + 7) / 8 * 8 }

    init(features: Int, outputs: Int, hasIntercept: Bool) throws {
        try Check.atLeast(1, features, "features")
        try Check.atLeast(1, outputs, "outputs")
        (self.features, self.outputs, self.hasIntercept) = (features, outputs, hasIntercept)
        rows = []
        guard features < Int.max - 16 else { throw NeuroError.invalid(name: "features", value: "\(features)", must: "so many that their weights fit in memory") }
        rows = [Double](repeating: 0, count: try Allocation.count(of: [outputs, stride], named: "the weights", as: Double.self))
    }

    func check(_ state: Vector) throws {
        guard state.count == features else { throw NeuroError.shape(name: "state", shape: [state.count], must: "\(features) numbers, one for each feature") }
        try Check.finite(state.elements, "state")
    }

    func check(_ values: Vector, _ name: String) throws {
        guard values.count == outputs else { throw NeuroError.shape(name: name, shape: [values.count], must: "\(outputs) numbers, one for each output") }
        try Check.finite(values.elements, name)
    }

    func check(_ states: Matrix) throws {
        guard states.columns == features else { throw NeuroError.shape(name: "states", shape: states.shape, must: "of \(features) columns, one for each feature") }
        try Check.finite(states, "states")
    }

    func check(_ states: Matrix, _ targets: Matrix) throws {
        try check(states)
        guard targets.shape == [states.rows, outputs] else {
            throw NeuroError.shape(name: "targets", shape: targets.shape, must: "\(states.rows) x \(outputs), a row for each state and a column for each output")
        }
        try Check.finite(targets, "targets")
    }

    /// A row of states as the weights see it: with the constant and the filling.
    func widened(_ state: ArraySlice<Double>) -> [Double] {
        var x = [Double](repeating: 0, count: stride)
        widen(state, into: &x)
        return x
    }

    func widen(_ state: ArraySlice<Double>, into x: inout [Double]) {
        state.withUnsafeBufferPointer { state in x.withUnsafeMutableBufferPointer { x in for i in 0 ..< features { x[i] = state[i] } } }
        if hasIntercept { x[features] = 1 }
    }

    /// The outputs for a widened state.
    func apply(_ x: [Double], into y: inout [Double]) {
        rows.withUnsafeBufferPointer { rows in
            guard let w = rows.baseAddress else { return }
            for o in 0 ..< outputs { y[o] = engram_dot_f64(w + o * stride, x, stride) }
        }
    }

    /// Throws where multiples of a widened state are such as weights cannot take: before any of them is added.
    static func check(_ factors: [Double], times x: [Double]) throws {
        let largest = x.reduce(0) { max($0, abs($1)) }
        for factor in factors { guard abs(factor) * largest <= 1e300 else { throw diverged } }
    }

    /// Adds a multiple of a widened state to the weights of an output.
    mutating func add(_ factor: Double, _ x: [Double], to output: Int) {
        let stride = stride
        rows.withUnsafeMutableBufferPointer { rows in
            if let w = rows.baseAddress { engram_add_scaled_f64(stride, factor, x, w + output * stride) }
        }
    }

    func predict(_ state: Vector) throws -> Vector {
        try check(state)
        var y = [Double](repeating: 0, count: outputs)
        apply(widened(state.elements[...]), into: &y)
        return Vector(y)
    }

    func predict(_ states: Matrix) throws -> Matrix {
        try check(states)
        return try readout().predict(states)
    }

    /// What was learnt, as a readout that learns no more.
    func readout() throws -> LinearReadout {
        guard rows.allSatisfy(\.isFinite) else { throw OnlineWeights.diverged }
        var weights = [Double](repeating: 0, count: features * outputs)
        for o in 0 ..< outputs { for i in 0 ..< features { weights[i * outputs + o] = rows[o * stride + i] } }
        let constants = (0 ..< outputs).map { hasIntercept ? rows[$0 * stride + features] : 0 }
        return LinearReadout(features: features, outputs: outputs, coefficients: weights, constants: constants)
    }

    static var diverged: NeuroError { .diverged(what: "the weights left the finite numbers; a smaller rate or smaller features usually help") }

    /// Runs `step` for every row of states, and gives the outputs that it writes.
    func eachRow(_ states: Matrix, _ targets: Matrix, step: (_ x: [Double], _ target: ArraySlice<Double>, _ output: inout [Double]) throws -> Void) throws -> Matrix {
        try check(states, targets)
        var result = [Double]()
        result.reserveCapacity(try Allocation.count(of: [states.rows, outputs], named: "the outputs", as: Double.self))
        var x = [Double](repeating: 0, count: stride), y = [Double](repeating: 0, count: outputs)
        let (from, to) = (states.elements, targets.elements)
        let perCheck = max(1, 4_000_000 / (stride * (outputs + 1)))
        for row in 0 ..< states.rows {
            if row % perCheck == 0 { try Progress.check(row, of: states.rows) }
            widen(from[row * features ..< (row + 1) * features], into: &x)
            try step(x, to[row * outputs ..< (row + 1) * outputs], &y)
            result += y
        }
        return try Matrix(rows: states.rows, columns: outputs, elements: result)
    }
}

extension OnlineWeights: Codable {
    /// Reads weights that were saved, if they are whole.
    init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            features: saved.decode(Int.self, forKey: .features), outputs: saved.decode(Int.self, forKey: .outputs),
            hasIntercept: saved.decode(Bool.self, forKey: .hasIntercept))
        let rows = try saved.decode([Double].self, forKey: .rows)
        guard rows.count == self.rows.count else {
            throw NeuroError.shape(name: "saved weights", shape: [rows.count], must: "\(outputs) rows of \(stride)")
        }
        self.rows = rows
    }
}
