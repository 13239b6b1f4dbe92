import Linear

/// A representational dissimilarity matrix: how different the responses of a system are to each pair of conditions.
///
/// ```swift
/// let rdm = try RDM.crossnobis(patterns, conditions: labels, runs: runs)
/// let model = try RDM(Matrix([[0, 1, 1], [1, 0, 2], [1, 2, 0]]), conditions: ["cat", "face", "house"])
/// try rdm.similarity(to: model, by: .rhoA)
/// ```
///
/// A pair for which there is no estimate is NaN; comparisons leave it out (see `RDM.similarity(to:by:covariance:)`).
///
/// N. Kriegeskorte, M. Mur and P. Bandettini, Frontiers in Systems Neuroscience 2 (2008) 4, doi:10.3389/neuro.06.004.2008.
public struct RDM: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The dissimilarities of all pairs: (0, 1), (0, 2), …, (1, 2), …, the upper triangle row after row. NaN where there is none.
    public let dissimilarities: Vector
    /// The name of each condition, in the order of rows and columns.
    public let conditions: [String]
    /// What was measured, such as "crossnobis"; empty if nobody said.
    public let measure: String

    /// A dissimilarity matrix from its upper triangle.
    ///
    /// - Parameters:
    ///   - dissimilarities: one number for each pair, in the order (0, 1), (0, 2), …, (1, 2), …; NaN means that there is none.
    ///   - conditions: the name of each condition; without them "0", "1", ….
    ///   - measure: what was measured.
    /// - Throws: `NeuroError` if the count is no n (n − 1) / 2 with n of at least 2, a number is infinite, or there is not one name for each condition.
    public init(_ dissimilarities: Vector, conditions: [String] = [], measure: String = "") throws {
        let pairs = dissimilarities.count
        let order = Self.order(ofPairs: pairs)
        guard pairs > 0, Self.pairs(of: order) == pairs else {
            throw NeuroError.shape(name: "dissimilarities", shape: [pairs], must: "of n (n - 1) / 2 elements for n conditions: 1, 3, 6, 10, ...")
        }
        if let index = dissimilarities.elements.firstIndex(where: { $0.isInfinite }) { throw NeuroError.notFinite(name: "dissimilarities", index: index) }
        guard conditions.isEmpty || conditions.count == order else {
            throw NeuroError.shape(name: "conditions", shape: [conditions.count], must: "of \(order) names, one for each condition")
        }
        self.dissimilarities = dissimilarities
        self.conditions = conditions.isEmpty ? (0 ..< order).map { "\($0)" } : conditions
        self.measure = measure
    }

    /// A dissimilarity matrix from all of its rows.
    ///
    /// - Parameter matrix: square and symmetric, zero on the diagonal; NaN where there is no estimate.
    /// - Throws: `NeuroError` unless it is such a matrix of at least 2 rows (differences of up to 1e-8 of the largest element count as rounding), or an element is infinite.
    public init(_ matrix: Matrix, conditions: [String] = [], measure: String = "") throws {
        let n = matrix.rows
        guard n == matrix.columns, n >= 2 else { throw NeuroError.shape(name: "matrix", shape: matrix.shape, must: "square, with at least two rows") }
        let all = matrix.elements
        if let index = all.firstIndex(where: { $0.isInfinite }) { throw NeuroError.notFinite(name: "matrix", index: index) }
        let rounding = 1e-8 * (all.lazy.filter { !$0.isNaN }.map { Swift.abs($0) }.max() ?? 0)
        for row in 0 ..< n {
            let own = all[row * n + row]
            guard own.isNaN || Swift.abs(own) <= rounding else {
                throw NeuroError.invalid(name: "matrix", value: "\(own) at row \(row), column \(row)", must: "0 on its diagonal")
            }
            for column in row + 1 ..< max(n, row + 1) {
                let (upper, lower) = (all[row * n + column], all[column * n + row])
                guard upper.isNaN == lower.isNaN, upper.isNaN || Swift.abs(upper - lower) <= rounding else {
                    throw NeuroError.invalid(name: "matrix", value: "\(upper) at row \(row), column \(column) and \(lower) across the diagonal", must: "symmetric")
                }
            }
        }
        try self.init(Vector((0 ..< n).flatMap { row in (row + 1 ..< max(n, row + 1)).map { all[row * n + $0] } }), conditions: conditions, measure: measure)
    }

    /// How many conditions there are.
    public var count: Int { conditions.count }

    /// The dissimilarities as a symmetric matrix, conditions x conditions, with zeros on the diagonal.
    public var matrix: Matrix {
        let n = count
        return Matrix(unsafeUninitializedRows: n, columns: n) { all in
            all.initialize(repeating: 0)
            var pair = 0
            for row in 0 ..< n {
                for column in row + 1 ..< max(n, row + 1) {
                    all[row * n + column] = dissimilarities.elements[pair]
                    all[column * n + row] = dissimilarities.elements[pair]
                    pair += 1
                }
            }
        }
    }

    /// The dissimilarity of two conditions, counted from 0; 0 of a condition and itself.
    ///
    /// - Throws: `NeuroError.invalid` if there is no such condition.
    public func dissimilarity(_ first: Int, _ second: Int) throws -> Double {
        for (name, index) in [("first", first), ("second", second)] where !conditions.indices.contains(index) {
            throw NeuroError.invalid(name: name, value: "\(index)", must: "from 0 to \(count - 1)")
        }
        return first == second ? 0 : dissimilarities.elements[Self.pair(first, second, of: count)]
    }

    /// The dissimilarities among the conditions at `indices`, in that order. An index may come more than once, as in a bootstrap sample: the pair of a condition with
    /// its own copy is NaN, since its 0 is no measurement.
    ///
    /// - Throws: `NeuroError.invalid` if an index is outside the conditions or there are fewer than two.
    public func selecting(_ indices: [Int]) throws -> RDM {
        guard indices.count >= 2 else { throw NeuroError.invalid(name: "indices", value: "\(indices)", must: "at least two conditions") }
        if let outside = indices.first(where: { !conditions.indices.contains($0) }) {
            throw NeuroError.invalid(name: "indices", value: "\(outside)", must: "from 0 to \(count - 1)")
        }
        return RDM(trusted: selected(indices), conditions: indices.map { conditions[$0] }, measure: measure)
    }

    /// The same dissimilarities with the conditions in another order, such as by category for a picture: estimates from patterns have them sorted by name.
    ///
    /// - Parameter names: the conditions, or some of them, each once.
    /// - Throws: `NeuroError.invalid` if a name does not occur or comes twice, or there are fewer than two.
    public func ordered(_ names: [String]) throws -> RDM {
        let places = try names.map { name in
            guard let place = conditions.firstIndex(of: name) else {
                throw NeuroError.invalid(
                    name: "names", value: "\"\(name)\"", must: "one of the conditions, \(conditions.prefix(20).joined(separator: ", "))\(count > 20 ? ", …" : "")")
            }
            return place
        }
        guard Set(places).count == places.count else { throw NeuroError.invalid(name: "names", value: "\(names)", must: "each once") }
        return try selecting(places)
    }

    /// The same dissimilarities under other names or in words of another measure.
    init(trusted dissimilarities: [Double], conditions: [String], measure: String) {
        (self.dissimilarities, self.conditions, self.measure) = (Vector(dissimilarities), conditions, measure)
    }

    /// The pairs among `indices`, which are valid.
    func selected(_ indices: [Int]) -> [Double] {
        var result: [Double] = []
        result.reserveCapacity(Self.pairs(of: indices.count))
        for (place, first) in indices.enumerated() {
            for second in indices[(place + 1)...] {
                result.append(first == second ? .nan : dissimilarities.elements[Self.pair(first, second, of: count)])
            }
        }
        return result
    }

    /// How many pairs n conditions have.
    static func pairs(of n: Int) -> Int { n * (n - 1) / 2 }

    /// The n for which n (n − 1) / 2 is `pairs`, or the nearest below.
    static func order(ofPairs pairs: Int) -> Int { Int((1 + (1 + 8 * Double(pairs)).squareRoot()) / 2) }

    /// The place of a pair of two different conditions.
    static func pair(_ first: Int, _ second: Int, of n: Int) -> Int {
        let (i, j) = (min(first, second), max(first, second))
        return i * n - i * (i + 1) / 2 + j - i - 1
    }

    /// One line: the conditions, the measure and the range.
    public var description: String {
        let numbers = dissimilarities.elements.filter { !$0.isNaN }
        let missing = dissimilarities.count - numbers.count
        let range = numbers.isEmpty ? "no pair estimated" : "from \(numbers.min() ?? 0) to \(numbers.max() ?? 0)"
        return "RDM of \(count) conditions" + (measure.isEmpty ? "" : ", \(measure)") + ", \(range)"
            + (missing > 0 && !numbers.isEmpty ? ", \(missing) of \(dissimilarities.count) pairs missing" : "")
    }
}

extension RDM {
    private enum Key: String, CodingKey { case dissimilarities, conditions, measure }

    /// Reads what `encode(to:)` wrote; a pair without an estimate is stored as an absent number, since JSON has no NaN.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let numbers = try values.decode([Double?].self, forKey: .dissimilarities).map { $0 ?? .nan }
        try self.init(Vector(numbers), conditions: values.decode([String].self, forKey: .conditions), measure: values.decode(String.self, forKey: .measure))
    }

    /// Writes the dissimilarities, the names and the measure.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(dissimilarities.elements.map { $0.isNaN ? nil : $0 }, forKey: .dissimilarities)
        try values.encode(conditions, forKey: .conditions)
        try values.encode(measure, forKey: .measure)
    }
}
