import Linear

/// Conditions as points whose distances are like their dissimilarities.
public struct ConditionMap: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The place of each condition, conditions x dimensions, the centre at 0.
    public let coordinates: Matrix
    /// The name of each condition.
    public let conditions: [String]
    /// How badly the distances on the map fit, 0 being perfect: √(Σ (distance − dissimilarity)² / Σ dissimilarity²), Kruskal's stress 1.
    public let stress: Double

    /// One line: the extents and the stress.
    public var description: String { "map of \(coordinates.rows) conditions in \(coordinates.columns) dimensions, stress \((stress * 1e4).rounded() / 1e4)" }
}

extension RDM {
    /// Classical multidimensional scaling: the principal components of the configuration that has these distances.
    ///
    /// ```swift
    /// let map = try rdm.classicalScaling()
    /// try embeddingScatter(map.coordinates, names: map.conditions)
    /// ```
    ///
    /// Of each dimension the coordinate of largest size is positive. Directions of negative eigenvalues, which estimates of distances may have, are left at 0.
    ///
    /// W. S. Torgerson, Psychometrika 17 (1952) 401, doi:10.1007/BF02288916.
    ///
    /// - Parameters:
    ///   - dimensions: from 1 to the conditions.
    ///   - squared: whether the dissimilarities are squared distances, as all that this library computes; for correlation distances that is right, too (2 (1 − r) is one).
    /// - Throws: `NeuroError` if a pair is missing or there are more dimensions than conditions.
    /// - Complexity: O(conditions³).
    public func classicalScaling(dimensions: Int = 2, squared: Bool = true) throws -> ConditionMap {
        try requireMap(dimensions)
        if let map = try inUnits(squared, { try $0.classicalScaling(dimensions: dimensions, squared: squared) }) { return map }
        let n = count
        let squares = dissimilarities.elements.map { squared ? $0 : $0 * $0 }
        let eigen = try SecondMoment.centred(squares, n).symmetricEigen()
        var coordinates = Matrix(unsafeUninitializedRows: n, columns: dimensions) { out in
            for dimension in 0 ..< dimensions {
                let column = n - 1 - dimension
                let length = max(0, eigen.values.elements[column]).squareRoot()
                for row in 0 ..< n { out.initializeElement(at: row * dimensions + dimension, to: length * eigen.vectors.elements[row * n + column]) }
            }
        }
        Self.fixSigns(&coordinates)
        return ConditionMap(coordinates: coordinates, conditions: conditions, stress: Self.stress(coordinates, targets(squared)))
    }

    /// Metric multidimensional scaling: the places whose distances are closest to the dissimilarities, by majorisation (SMACOF) from the classical solution and from random ones.
    ///
    /// J. de Leeuw, in: Recent Developments in Statistics (1977) 133.
    ///
    /// - Parameters:
    ///   - dimensions: from 1 to the conditions.
    ///   - squared: whether the dissimilarities are squared distances; negative ones then count as 0.
    ///   - starts: how many random places to start from besides the classical ones: the stress has many local minima.
    ///   - iterations: the most steps from each.
    ///   - tolerance: ends where a step lowers the stress by less than this part of it.
    ///   - seed: of the random places.
    /// - Throws: As `classicalScaling`.
    /// - Complexity: O((starts + 1) · iterations · conditions²).
    public func metricScaling(
        dimensions: Int = 2, squared: Bool = true, starts: Int = 4, iterations: Int = 500, tolerance: Double = 1e-9, seed: Int = 0
    ) throws -> ConditionMap {
        try requireMap(dimensions)
        guard starts >= 0, starts < Int.max else { throw NeuroError.invalid(name: "starts", value: "\(starts)", must: "at least 0") }
        try Check.atLeast(1, iterations, "iterations")
        try Check.notNegative(tolerance, "tolerance")
        let scaled = try inUnits(squared) {
            try $0.metricScaling(dimensions: dimensions, squared: squared, starts: starts, iterations: iterations, tolerance: tolerance, seed: seed)
        }
        if let scaled { return scaled }
        let n = count
        let delta = targets(squared)
        let scale = (delta.reduce(0) { $0 + $1 * $1 } / Double(max(1, delta.count))).squareRoot()
        let classical = try classicalScaling(dimensions: dimensions, squared: squared)
        var best = classical
        var least = Double.infinity
        for start in 0 ... starts {
            var places = classical.coordinates
            if start > 0 {
                var random = Random(seed: seed, stream: start)
                places = try random.normal(rows: n, columns: dimensions) * (scale / Double(dimensions).squareRoot())
            }
            var stress = Self.stress(places, delta)
            for step in 0 ..< iterations {
                try Progress.check(step, of: iterations, part: start, of: starts + 1)
                let next = Self.guttman(places, delta)
                let lower = Self.stress(next, delta)
                // A step never raises the stress, but by rounding.
                guard lower < stress else { break }
                let gain = stress - lower
                (places, stress) = (next, lower)
                if gain < tolerance * lower { break }
            }
            if stress < least {
                least = stress
                places = places.centringColumns()
                Self.fixSigns(&places)
                best = ConditionMap(coordinates: places, conditions: conditions, stress: stress)
            }
        }
        return best
    }

    /// The map of dissimilarities whose squares would leave the numbers, made of them in units of the largest; nil for all others.
    private func inUnits(_ squared: Bool, _ map: (RDM) throws -> ConditionMap) throws -> ConditionMap? {
        let size = dissimilarities.elements.reduce(0) { max($0, Swift.abs($1)) }
        guard size > 0, size < 1e-100 || size > 1e100 else { return nil }
        let unit = try map(RDM(trusted: dissimilarities.elements.map { $0 / size }, conditions: conditions, measure: measure))
        return ConditionMap(coordinates: unit.coordinates * (squared ? size.squareRoot() : size), conditions: conditions, stress: unit.stress)
    }

    private func requireMap(_ dimensions: Int) throws {
        guard dimensions >= 1, dimensions <= count else { throw NeuroError.invalid(name: "dimensions", value: "\(dimensions)", must: "from 1 to \(count), the conditions") }
        if let pair = dissimilarities.elements.firstIndex(where: { $0.isNaN }) {
            throw NeuroError.invalid(name: "dissimilarities", value: "missing for pair \(pair)", must: "complete for a map")
        }
    }

    private func targets(_ squared: Bool) -> [Double] { dissimilarities.elements.map { squared ? max(0, $0).squareRoot() : max(0, $0) } }

    /// The step of majorisation: X ← B(X) X / n with b_ij = −δ_ij / d_ij, and the negative sum of its row on the diagonal.
    private static func guttman(_ places: Matrix, _ delta: [Double]) -> Matrix {
        let n = places.rows, width = places.columns
        let x = places.elements
        return Matrix(unsafeUninitializedRows: n, columns: width) { out in
            out.initialize(repeating: 0)
            var pair = 0
            for i in 0 ..< n {
                for j in i + 1 ..< max(n, i + 1) {
                    let d = distance(x, i, j, width)
                    let b = d > 0 ? delta[pair] / d / Double(n) : 0
                    for k in 0 ..< width {
                        let step = b * (x[i * width + k] - x[j * width + k])
                        out[i * width + k] += step
                        out[j * width + k] -= step
                    }
                    pair += 1
                }
            }
        }
    }

    private static func stress(_ places: Matrix, _ delta: [Double]) -> Double {
        let n = places.rows, x = places.elements
        var error = 0.0, total = 0.0, pair = 0
        for i in 0 ..< n {
            for j in i + 1 ..< max(n, i + 1) {
                let difference = distance(x, i, j, places.columns) - delta[pair]
                error += difference * difference
                total += delta[pair] * delta[pair]
                pair += 1
            }
        }
        return total > 0 ? (error / total).squareRoot() : 0
    }

    private static func distance(_ x: [Double], _ i: Int, _ j: Int, _ width: Int) -> Double {
        var square = 0.0
        for k in 0 ..< width { square += (x[i * width + k] - x[j * width + k]) * (x[i * width + k] - x[j * width + k]) }
        return square.squareRoot()
    }

    /// Turns each dimension so that its coordinate of largest size is positive.
    private static func fixSigns(_ places: inout Matrix) {
        let width = places.columns, n = places.rows
        places.withUnsafeMutableBufferPointer { x in
            for k in 0 ..< width {
                let largest = (0 ..< n).map { x[$0 * width + k] }.max { Swift.abs($0) < Swift.abs($1) } ?? 0
                if largest < 0 { for row in 0 ..< n { x[row * width + k] *= -1 } }
            }
        }
    }
}
