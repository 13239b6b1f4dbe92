import CKernels
import Linear

extension Patterns {
    /// The overlaps m_μ = (1/N) Σ_i ξ_i^μ s_i of each pattern with a state: 1 where they agree everywhere, −1 where nowhere.
    ///
    /// - Parameter state: N finite numbers, for spins +1 and −1.
    /// - Throws: `NeuroError` if the state has another size, or a value that is not finite.
    public func overlaps(with state: Vector) throws -> Vector {
        try check(state)
        try Check.finite(state.elements, "state")
        let (rows, width, values) = (rows, Self.rowBytes(size), state.elements)
        let total = values.reduce(0, +)
        return Vector(
            (0 ..< count).map { k in
                // Twice the values where the pattern is +1, less all of them.
                var sum = 0.0
                for i in 0 ..< size where rows[k * width + i / 8] >> UInt8(i % 8) & 1 == 1 { sum += values[i] }
                return (2 * sum - total) / Double(size)
            })
    }

    /// The overlaps of each pattern (rows) with each of others (columns).
    ///
    /// - Throws: `NeuroError.shape` unless both have the same size; `LinearError.tooLarge` if the matrix does not fit in memory.
    /// - Complexity: O(count · others.count · size / 64).
    public func overlaps(with others: Patterns) throws -> Matrix {
        guard others.size == size else { throw NeuroError.shape(name: "others", shape: [others.count, others.size], must: "of size \(size), as these patterns are") }
        var result = try Matrix(rows: count, columns: others.count, repeating: 0)
        let (left, right, width) = (rows, others.rows, Self.rowBytes(size))
        try result.withUnsafeMutableBufferPointer { out in
            try left.withUnsafeBufferPointer { left in
                try right.withUnsafeBufferPointer { right in
                    guard let a = left.baseAddress, let b = right.baseAddress else { return }
                    let rowsPerCheck = max(1, 4_000_000 / max(1, others.count * width / 8))
                    for k in 0 ..< count {
                        if k % rowsPerCheck == 0 { try Progress.check(k, of: count) }
                        for l in 0 ..< others.count {
                            let different = engram_bits_distance(a + k * width, b + l * width, width)
                            out[k * others.count + l] = 1 - 2 * Double(different) / Double(size)
                        }
                    }
                }
            }
        }
        return result
    }

    /// Throws unless a state has as many values as the patterns.
    func check(_ state: Vector, _ name: String = "state") throws {
        guard state.count == size else { throw NeuroError.shape(name: name, shape: [state.count], must: "\(size) values, as the patterns have") }
    }
}
