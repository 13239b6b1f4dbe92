import Foundation

/// What scipy and mpmath say (`Reference/make_memory_theory.py` wrote it).
struct TheoryReference: Decodable {
    struct State: Decodable {
        let order: Int?
        let load, temperature, m, q, noise: Double
        let n, entropy, quality: Double?
        let examples: Int?
    }
    struct Capacity: Decodable {
        let order: Int?
        let temperature, overlap, entropy: Double?
        let capacity: Double
    }
    struct Temperature: Decodable {
        let order: Int
        let temperature: Double
    }
    struct Freezing: Decodable {
        let order: Int
        let dynamic, `static`: Double
    }
    struct Hermite: Decodable { let nodes, weights: [Double] }
    struct FalseMatch: Decodable {
        let n, a, s, theta: Int
        let log10: Double
        let digits: String
    }

    let ags, dense, supervised, unsupervised, fullPower, fullPowerUnsupervised: [State]
    let agsCapacity, denseCapacity, denseZero, supervisedZero: [Capacity]
    let agsZero, agsEnergies: [Double]
    let spinodal: [Temperature]
    let globalCapacity: Double
    let freezing: [Freezing]
    let hermite40: Hermite
    let falseMatch: [FalseMatch]

    static func load() throws -> TheoryReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/memory_theory.json")
        return try JSONDecoder().decode(TheoryReference.self, from: Data(contentsOf: file))
    }
}
