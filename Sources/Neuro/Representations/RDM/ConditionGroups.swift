import Linear

/// The rows of a table of patterns by their condition. Conditions are in the order of their names (of their numbers, where all of them are whole numbers), so that
/// the dissimilarity matrices of several subjects have the same order whatever was shown first to each.
struct ConditionGroups {
    let names: [String]
    /// The condition of each row.
    let index: [Int]
    /// How many rows each condition has.
    let counts: [Int]

    /// - Parameter conditions: the condition of each row; empty means that each row is its own condition.
    init(_ conditions: [String], rows: Int) throws {
        if conditions.isEmpty {
            (names, index, counts) = ((0 ..< rows).map { "\($0)" }, Array(0 ..< rows), Array(repeating: 1, count: rows))
        } else {
            guard conditions.count == rows else {
                throw NeuroError.shape(name: "conditions", shape: [conditions.count], must: "of \(rows) names, one for each row of the patterns")
            }
            let different = Array(Set(conditions))
            let numbers = different.compactMap { Int($0) }
            let ordered = numbers.count == different.count ? zip(numbers, different).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1) : different.sorted()
            var place: [String: Int] = [:]
            for (index, name) in ordered.enumerated() { place[name] = index }
            var counts = Array(repeating: 0, count: ordered.count)
            index = conditions.map { name in
                let index = place[name] ?? 0
                counts[index] += 1
                return index
            }
            (names, self.counts) = (ordered, counts)
        }
        guard names.count >= 2 else { throw NeuroError.invalid(name: "conditions", value: "\(names.count) different", must: "at least two different ones") }
    }

    /// The mean pattern of each condition, conditions x columns.
    func means(_ patterns: Matrix) throws -> Matrix {
        let width = patterns.columns
        _ = try Allocation.count(of: [names.count, width], named: "the mean patterns", as: Double.self)
        let means = Matrix(unsafeUninitializedRows: names.count, columns: width) { result in
            result.initialize(repeating: 0)
            patterns.withUnsafeBufferPointer { values in
                for (row, group) in index.enumerated() {
                    for column in 0 ..< width { result[group * width + column] += values[row * width + column] }
                }
            }
            for (group, count) in counts.enumerated() where count > 1 {
                for column in 0 ..< width { result[group * width + column] /= Double(count) }
            }
        }
        guard means.elements.allSatisfy(\.isFinite) else { throw RDM.tooLarge }
        return means
    }
}

extension Matrix {
    /// This matrix with `values` subtracted from each row.
    func subtractingFromRows(_ values: [Double]) -> Matrix {
        var result = self
        let width = columns
        result.withUnsafeMutableBufferPointer { all in
            for row in 0 ..< (width > 0 ? all.count / width : 0) {
                for column in 0 ..< width { all[row * width + column] -= values[column] }
            }
        }
        return result
    }

    /// This matrix with the mean of each column subtracted from it.
    func centringColumns() -> Matrix { subtractingFromRows(columnMeans()) }

    /// This matrix with the mean of each row subtracted from it.
    func centringRows() -> Matrix {
        var result = self
        let width = columns
        result.withUnsafeMutableBufferPointer { all in
            for row in 0 ..< (width > 0 ? all.count / width : 0) {
                let values = all[(row * width) ..< (row * width + width)]
                let mean = values.reduce(0, +) / Double(width)
                for column in 0 ..< width { all[row * width + column] -= mean }
            }
        }
        return result
    }
}
