import Foundation
import Linear
import Testing

/// Inputs, and numpy's and scipy's results of them: `Reference/reference.json`, written by `Reference/make_reference.py`.
struct Reference: Decodable {
    let matrices: [String: [[Double]]]
    let vectors: [String: [Double]]
    let numbers: [String: Double]
    let integers: [String: [Int]]

    static let shared = Result {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/reference.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }
}

/// The reference in one precision, and the comparison with it.
struct Expected<Scalar: LinearScalar> {
    private let reference: Reference
    /// The inputs are exact in both precisions; the results are compared relative to their largest element, since BLAS may sum in any order. 2e-12 and
    /// 1e-4 leave about 10^4 and 10^3 rounding errors for the worst conditioned problem (the condition number of `s` is about 100).
    let tolerance: Double = Scalar.self == Double.self ? 2e-12 : 1e-4

    init(_: Scalar.Type) throws { reference = try Reference.shared.get() }

    func matrix(_ name: String) throws -> MatrixOf<Scalar> { try MatrixOf(#require(reference.matrices[name]).map { $0.map { Scalar($0) } }) }
    func vector(_ name: String) throws -> VectorOf<Scalar> { VectorOf(try #require(reference.vectors[name]).map { Scalar($0) }) }
    func number(_ name: String) throws -> Double { try #require(reference.numbers[name]) }
    func integers(_ name: String) throws -> [Int] { try #require(reference.integers[name]) }

    func expect(_ value: MatrixOf<Scalar>, is name: String, location: SourceLocation = #_sourceLocation) throws {
        let expected = try #require(reference.matrices[name])
        #expect(value.shape == [expected.count, expected.first?.count ?? 0], "shape of \(name)", sourceLocation: location)
        compare(value.elements, Array(expected.joined()), name, location)
    }

    func expect(_ value: VectorOf<Scalar>, is name: String, location: SourceLocation = #_sourceLocation) throws {
        compare(value.elements, try #require(reference.vectors[name]), name, location)
    }

    func expect(_ value: Scalar, is name: String, location: SourceLocation = #_sourceLocation) throws {
        compare([value], [try number(name)], name, location)
    }

    private func compare(_ value: [Scalar], _ expected: [Double], _ name: String, _ location: SourceLocation) {
        guard value.count == expected.count else {
            Issue.record("\(name) has \(value.count) elements instead of \(expected.count)", sourceLocation: location)
            return
        }
        let scale = expected.map(\.magnitude).max() ?? 0
        for (place, (got, want)) in zip(value, expected).enumerated() where !((Double(got) - want).magnitude <= tolerance * scale) {
            Issue.record("\(name)[\(place)] is \(got) instead of \(want)", sourceLocation: location)
        }
    }
}

/// Every test of a type runs in both precisions.
enum Precision: CaseIterable {
    case double, float
}
