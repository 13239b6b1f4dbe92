import Foundation
import Linear
import Neuro

/// The results of Reference/make_representations.py: rsatoolbox 0.3.2, netrep 0186b8a, SciPy and NumPy.
struct RepresentationReference {
    private struct Entry: Decodable {
        let shape: [Int]
        let values: [Double?]
    }

    private let entries: [String: Entry]

    static let shared = try! RepresentationReference()  // a test without its reference has nothing to say

    init() throws {
        let path = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/")!)) + "/Reference/representations.json"
        entries = try JSONDecoder().decode([String: Entry].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    func numbers(_ name: String) -> [Double] { entries[name]!.values.map { $0 ?? .nan } }
    func shape(_ name: String) -> [Int] { entries[name]!.shape }
    func number(_ name: String) -> Double { numbers(name)[0] }
    func integers(_ name: String) -> [Int] { numbers(name).map { Int($0) } }
    func matrix(_ name: String) throws -> Matrix { try Matrix(rows: shape(name)[0], columns: shape(name)[1], elements: numbers(name)) }

    /// The matrices of an array of three or more dimensions.
    func matrices(_ name: String) throws -> [Matrix] {
        let shape = shape(name).suffix(2), size = shape.reduce(1, *)
        let all = numbers(name)
        return try stride(from: 0, to: all.count, by: size).map { try Matrix(rows: shape.first!, columns: shape.last!, elements: Array(all[$0 ..< $0 + size])) }
    }

    /// One RDM for each row.
    func rdms(_ name: String) throws -> [RDM] {
        let matrix = try matrix(name)
        return try (0 ..< matrix.rows).map { try RDM(matrix.row($0)) }
    }

    /// Names of conditions as the script has them.
    func names(_ name: String) -> [String] { integers(name).map { String("abcdefgh".dropFirst($0).first!) } }
}

/// The largest difference relative to the largest number; infinite where one is NaN and the other is not.
func difference(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count, zip(a, b).allSatisfy({ $0.isNaN == $1.isNaN }) else { return .infinity }
    let scale = b.lazy.filter { !$0.isNaN }.map { abs($0) }.max() ?? 0
    return (zip(a, b).map { $0.isNaN ? 0 : abs($0 - $1) }.max() ?? 0) / (scale > 0 ? scale : 1)
}

func difference(_ a: Vector, _ b: [Double]) -> Double { difference(a.elements, b) }
