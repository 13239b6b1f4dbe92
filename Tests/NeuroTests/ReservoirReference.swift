import Foundation

/// The numpy results of Reference/make_reservoir.py.
struct ReservoirReference: Decodable {
    struct States: Decodable {
        let units: Int
        let leak: Double
        let recurrent, input, bias, inputs, states: [Double]
    }
    struct Ridge: Decodable {
        let washout: Int
        let penalty, error: Double
        let targets, weights, intercept: [Double]
    }
    struct Radius: Decodable {
        let n, seed: Int
        let density, radius: Double
    }
    struct MackeyGlass: Decodable {
        let tau, step: Double
        let values: [Double]
    }
    struct NARMA10: Decodable {
        let inputs, targets: [Double]
    }
    struct Lorenz63: Decodable {
        let start, values: [Double]
    }
    let states: States
    let ridge: Ridge
    let radii: [Radius]
    let mackeyGlass: [MackeyGlass]
    let narma10: NARMA10
    let lorenz63: Lorenz63

    static func load() throws -> ReservoirReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/reservoir.json")
        return try JSONDecoder().decode(ReservoirReference.self, from: Data(contentsOf: file))
    }
}

/// The largest absolute difference of two equally long arrays; infinite if they are not, or if one holds a NaN.
func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count else { return .infinity }
    let largest = zip(a, b).map { abs($0 - $1) }.reduce(0) { $0 > $1 ? $0 : $1.isNaN ? .infinity : $1 }
    return largest
}
