import Foundation
import Linear

/// The results of Reference/make_reservoirpy.py: ReservoirPy 0.4.2, and plain NumPy where it has no such node.
struct ReservoirPyReference: Decodable {
    struct Plasticity: Decodable {
        let rule: String
        let normalised: Bool
        let threshold, rate: Double
        let epochs: Int
        let recurrent: [Double]
    }
    struct Sliding: Decodable {
        let leak, rate, memory: Double
        let epochs: Int
        let recurrent, state: [Double]
    }
    struct Leaks: Decodable { let rates, states: [Double] }
    struct Deep: Decodable { let recurrent, input, bias, states: [Double] }
    struct Squares: Decodable {
        let penalty, forgetting: Double
        let weights: [[Double]]
    }
    struct Delta: Decodable {
        let rate: Double
        let weights: [[Double]]
    }
    struct Narma: Decodable {
        let units, training, washout: Int
        let recurrent, input, bias, inputs, targets, predicted: [Double]
        let penalty, nrmse, rsquare: Double
    }
    struct Memory: Decodable {
        let units: Int
        let rows, columns: [Int]
        let values, input, bias, series, perDelay: [Double]
        let penalty: Double
    }
    struct Euler: Decodable {
        let recurrent, states: [Double]
        let step, diffusion: Double
    }
    struct Force: Decodable {
        struct Run: Decodable {
            let previous: Bool
            let outputs, weights: [Double]
        }
        let recurrent, feedback, targets: [Double]
        let leak, penalty: Double
        let every: Int
        let runs: [Run]
    }
    let units: Int
    let recurrent, input, bias, inputs, targets: [Double]
    let plasticity: [Plasticity]
    let sliding: Sliding
    let leaks: Leaks
    let deep: Deep
    let rls: [Squares]
    let lms: Delta
    let narma: Narma
    let memory: Memory
    let effectiveRadius: Double
    let euler: Euler
    let force: Force

    var u: Matrix { get throws { try Matrix(rows: inputs.count / 2, columns: 2, elements: inputs) } }
    var win: Matrix { get throws { try square(input, columns: 2) } }
    var y: Matrix { get throws { try Matrix(rows: targets.count / 2, columns: 2, elements: targets) } }

    /// A matrix of a row for each unit.
    func square(_ elements: [Double], columns: Int? = nil) throws -> Matrix { try Matrix(rows: units, columns: columns ?? units, elements: elements) }

    static func load() throws -> ReservoirPyReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/reservoirpy.json")
        return try JSONDecoder().decode(ReservoirPyReference.self, from: Data(contentsOf: file))
    }
}
