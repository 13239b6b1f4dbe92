import Foundation
import Linear

/// The results of Reference/make_reservoir_nodes.py: ReservoirPy 0.4.2 and plain NumPy, on given weights.
struct ReservoirNodeReference: Decodable {
    struct EdgeOfStability: Decodable {
        let proximity: Double
        let rotation, states: [Double]
    }
    struct Plasticity: Decodable {
        let mean, deviation, rate: Double
        let epochs: Int
        let gains, biases: [Double]
    }
    struct Products: Decodable {
        let delays, order, stride: Int
        let states: [Double]
    }
    struct Feedback: Decodable {
        let leak: Double
        let feedback, targets, states, outputs: [Double]
    }
    struct DelayLine: Decodable {
        let exponent, separation, strength, scaling: Double
        let units: Int
        let mask, states: [Double]
    }
    let units: Int
    let recurrent, input, bias, inputs: [Double]
    let es2n: EdgeOfStability
    let tanh, logistic: Plasticity
    let products: [Products]
    let feedback: Feedback
    let delayLines: [DelayLine]

    var w: Matrix { get throws { try Matrix(rows: units, columns: units, elements: recurrent) } }
    var win: Matrix { get throws { try Matrix(rows: units, columns: 2, elements: input) } }
    var u: Matrix { get throws { try Matrix(rows: inputs.count / 2, columns: 2, elements: inputs) } }

    static func load() throws -> ReservoirNodeReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/reservoir_nodes.json")
        return try JSONDecoder().decode(ReservoirNodeReference.self, from: Data(contentsOf: file))
    }
}
