import Foundation

/// The SciPy and NumPy results of Reference/make_datasets.py.
struct DatasetReference: Decodable {
    struct Solver: Decodable {
        let method: String
        let relative, absolute: Double
        let values: [Double]
    }
    struct Extent: Decodable {
        let scrolls: Int
        let least, most: Double
    }
    struct Task: Decodable {
        let inputs, targets: [Double]
    }
    struct Channel: Decodable {
        let symbols, received: [Double]
    }
    let solvers: [Solver]
    let flows: [String: [Double]]
    let multiscrollRange: [Extent]
    let kuramotoSivashinsky, henon, ikeda, sines: [Double]
    let doubleScrollExponent: Double
    let narma20: Task
    let channel: Channel

    static func load() throws -> DatasetReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/datasets.json")
        return try JSONDecoder().decode(DatasetReference.self, from: Data(contentsOf: file))
    }
}
