import Foundation
import Linear
import Neuro

/// What scipy, scikit-learn, POT and brainiak say (`Reference/make_alignment.py` wrote the file).
struct AlignmentReference: Decodable {
    struct Plan: Decodable {
        let cost: TransportCost
        let regularisation: Double
        let costs, transformed: [Double]
    }
    struct Pair: Decodable {
        let samples, p, q: Int
        private let x, y, z: [Double]
        let orthogonal, scaled, ridge: [Double]
        let scale, alpha: Double
        let plans: [Plan]

        var source: Matrix { get throws { try Matrix(rows: samples, columns: p, elements: x) } }
        var target: Matrix { get throws { try Matrix(rows: samples, columns: q, elements: y) } }
        var others: Matrix { get throws { try Matrix(rows: 10, columns: p, elements: z) } }
    }
    struct Transport: Decodable {
        let cost, a, b, large: [Double]
        let exact: Double
    }
    struct Templates: Decodable {
        let template, last, distances: [Double]
    }
    struct Hyper: Decodable {
        let samples, voxels, iterations: Int
        private let subjects: [[Double]]
        let plain, rescaled: Templates

        var matrices: [Matrix] { get throws { try subjects.map { try Matrix(rows: samples, columns: voxels, elements: $0) } } }
    }
    struct SharedFit: Decodable {
        let response, new, transformed: [Double]
        let maps: [[Double]]
        let covariance, noise, likelihoods: [Double]?
        let error: Double?
    }
    struct Shared: Decodable {
        let voxels: [Int]
        let samples, features: Int
        private let subjects, start: [[Double]]
        private let newcomer: [Double]
        let deterministic, probabilistic: SharedFit

        var matrices: [Matrix] { get throws { try zip(voxels, subjects).map { try Matrix(rows: samples, columns: $0, elements: $1) } } }
        var starts: [Matrix] { get throws { try zip(voxels, start).map { try Matrix(rows: $0, columns: features, elements: $1) } } }
        var newSubject: Matrix { get throws { try Matrix(rows: samples, columns: newcomer.count / samples, elements: newcomer) } }
    }
    let square, wide, rectangular: Pair
    let transport: Transport
    let hyper: Hyper
    let shared: Shared

    static func load() throws -> AlignmentReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/alignment.json")
        return try JSONDecoder().decode(AlignmentReference.self, from: Data(contentsOf: file))
    }
}
