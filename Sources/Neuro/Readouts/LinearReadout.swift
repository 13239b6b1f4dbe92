import Linear

/// A linear map with intercept from features to outputs, y = x W + c: what `Readout.fit` finds and what online readouts have learnt.
public struct LinearReadout: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How many numbers a state has.
    public let features: Int
    /// How many outputs there are.
    public let outputs: Int
    /// features x outputs, row-major.
    package private(set) var coefficients: [Double]
    /// One for each output.
    package private(set) var constants: [Double]
    /// The penalty that the weights were found with; nil where there was none.
    public private(set) var penalty: Double?
    /// What was found out about each penalty, where it was chosen from several.
    public private(set) var path: PenaltyPath?

    /// The weights, features x outputs.
    public func weights() throws -> Matrix { try Matrix(rows: features, columns: outputs, elements: coefficients) }

    /// The constant that is added to each output.
    public var intercept: Vector { Vector(constants) }

    /// A readout of given weights.
    ///
    /// - Parameters:
    ///   - weights: features x outputs.
    ///   - intercept: one for each output; 0 where it is nil.
    /// - Throws: `NeuroError` if the weights are empty, the intercept is of another number than the outputs, or a number is not finite.
    public init(weights: Matrix, intercept: Vector? = nil) throws {
        try Check.finite(weights, "weights")
        let intercept = intercept ?? Vector([Double](repeating: 0, count: weights.columns))
        guard intercept.count == weights.columns else {
            throw NeuroError.shape(name: "intercept", shape: [intercept.count], must: "one for each of the \(weights.columns) outputs")
        }
        try Check.finite(intercept.elements, "intercept")
        self.init(features: weights.rows, outputs: weights.columns, coefficients: weights.elements, constants: intercept.elements)
    }

    init(features: Int, outputs: Int, coefficients: [Double], constants: [Double], penalty: Double? = nil, path: PenaltyPath? = nil) {
        (self.features, self.outputs, self.coefficients, self.constants, self.penalty, self.path) = (features, outputs, coefficients, constants, penalty, path)
    }

    /// Reads a readout that was saved, if it is whole.
    public init(from decoder: any Decoder) throws {
        enum Key: String, CodingKey { case features, outputs, coefficients, constants, penalty, path }
        let saved = try decoder.container(keyedBy: Key.self)
        features = try saved.decode(Int.self, forKey: .features)
        outputs = try saved.decode(Int.self, forKey: .outputs)
        coefficients = try saved.decode([Double].self, forKey: .coefficients)
        constants = try saved.decode([Double].self, forKey: .constants)
        penalty = try saved.decodeIfPresent(Double.self, forKey: .penalty)
        path = try saved.decodeIfPresent(PenaltyPath.self, forKey: .path)
        let (count, isTooLarge) = features.multipliedReportingOverflow(by: outputs)
        guard features > 0, outputs > 0, !isTooLarge, coefficients.count == count, constants.count == outputs else {
            throw NeuroError.shape(name: "a saved readout", shape: [coefficients.count, constants.count], must: "of \(features) x \(outputs) weights")
        }
    }

    /// The outputs for rows of states, one row each.
    ///
    /// - Throws: `NeuroError` if the states have another number of columns than the readout has features, have no row, or are not finite.
    public func predict(_ states: Matrix) throws -> Matrix {
        guard states.columns == features else {
            throw NeuroError.shape(name: "states", shape: states.shape, must: "of \(features) columns, the features of the readout")
        }
        try Check.finite(states, "states")
        _ = try Allocation.count(of: [states.rows, outputs], named: "the outputs", as: Double.self)
        return Matrix(unsafeUninitializedRows: states.rows, columns: outputs) { y in
            states.withUnsafeBufferPointer { x in
                if let x = x.baseAddress, let y = y.baseAddress { apply(x, rows: states.rows, stride: features, into: y) }
            }
        }
    }

    /// The outputs for one state.
    ///
    /// - Throws: `NeuroError` if the state has another number of elements than the readout has features, or is not finite.
    public func predict(_ state: Vector) throws -> Vector {
        guard state.count == features else {
            throw NeuroError.shape(name: "state", shape: [state.count], must: "\(features) numbers, the features of the readout")
        }
        try Check.finite(state.elements, "state")
        var y = [Double](repeating: 0, count: outputs)
        apply(state.elements, into: &y)
        return Vector(y)
    }

    /// The extents, and the penalty if there is one.
    public var description: String {
        "LinearReadout(features: \(features), outputs: \(outputs)\(penalty.map { ", penalty: \($0)" } ?? ""))"
    }

    /// The outputs for rows of features `stride` apart.
    package func apply(_ x: UnsafePointer<Double>, rows: Int, stride: Int, into y: UnsafeMutablePointer<Double>) {
        for row in 0 ..< rows {
            for o in 0 ..< outputs { (y + row * outputs + o).initialize(to: constants[o]) }
        }
        coefficients.withUnsafeBufferPointer { weights in
            guard let w = weights.baseAddress else { return }
            BLAS.multiply(m: rows, n: outputs, k: features, x, strideA: stride, w, strideB: outputs, beta: 1, y, strideC: outputs)
        }
    }

    /// The outputs for one row of features, summed in order: the same bits on every machine, and quick for the one row of a free run.
    package func apply(_ x: [Double], into y: inout [Double]) {
        for o in 0 ..< outputs { y[o] = constants[o] }
        coefficients.withUnsafeBufferPointer { w in
            x.withUnsafeBufferPointer { x in
                y.withUnsafeMutableBufferPointer { y in
                    if outputs == 1 {
                        // Four sums, so that one addition need not wait for the other.
                        var a = 0.0, b = 0.0, c = 0.0, d = 0.0
                        var i = 0
                        while i + 4 <= features {
                            a += w[i] * x[i]
                            b += w[i + 1] * x[i + 1]
                            c += w[i + 2] * x[i + 2]
                            d += w[i + 3] * x[i + 3]
                            i += 4
                        }
                        while i < features {
                            a += w[i] * x[i]
                            i += 1
                        }
                        y[0] += (a + b) + (c + d)
                    } else {
                        for i in 0 ..< features {
                            for o in 0 ..< outputs { y[o] += w[i * outputs + o] * x[i] }
                        }
                    }
                }
            }
        }
    }
}
