import Foundation
import Linear
import Neuro

/// What scikit-learn says (`Reference/make_decoding.py` wrote the file).
struct DecodingReference: Decodable {
    struct Given: Decodable {
        let decisions: [Double]
        let predictions: [String]
    }
    struct Blocks: Decodable {
        let alpha: Double
        let scores, decisions: [Double]
    }
    struct LeaveOneOut: Decodable {
        let alpha, score: Double
        let decisions: [Double]
    }
    struct Decode: Decodable {
        let decisions, confusion, recalls, precisions, runs: [Double]
        let predictions: [String]
        let balanced, top2: Double
    }
    struct Case: Decodable {
        let rows, features: Int
        private let x: [Double]
        let labels: [String]
        let runs: [Int]
        let given, given_origin: Given
        let blocks: Blocks
        let leave_one_out: LeaveOneOut
        let decode: Decode
        let chosen: [Double]

        var matrix: Matrix { get throws { try Matrix(rows: rows, columns: features, elements: x) } }
    }
    struct Measures: Decodable {
        let similarities, two: [Double]
        let ranks: [Int]
        let median, map, top3: Double
    }
    struct Patterns: Decodable {
        let patterns, candidates: [Double]
        let n, m, features: Int
        let cosine, correlation: Measures
    }
    let tall, wide, two: Case
    let alphas: [Double]
    let identification: Patterns

    var cases: [Case] { [tall, wide, two] }

    static func load() throws -> DecodingReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/decoding.json")
        return try JSONDecoder().decode(DecodingReference.self, from: Data(contentsOf: file))
    }
}
