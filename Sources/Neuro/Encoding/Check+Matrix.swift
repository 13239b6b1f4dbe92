import Linear

extension Check {
    /// Throws unless the matrix has elements and all of them are finite.
    static func finite<Scalar: LinearScalar>(_ matrix: MatrixOf<Scalar>, _ name: String) throws {
        guard matrix.rows > 0, matrix.columns > 0 else {
            throw NeuroError.shape(name: name, shape: matrix.shape, must: "of at least one row and one column")
        }
        // x · 0 is 0 for every finite x and NaN for the others, so one sum tells whether it is worth looking for the place.
        let clean = matrix.withUnsafeBufferPointer { values in
            var sum = SIMD8<Scalar>(repeating: 0)
            var index = 0
            while index + 8 <= values.count {
                for lane in 0 ..< 8 { sum[lane] += values[index + lane] * 0 }
                index += 8
            }
            var rest: Scalar = 0
            while index < values.count {
                rest += values[index] * 0
                index += 1
            }
            return sum == SIMD8(repeating: 0) && rest == 0
        }
        if !clean, let index = matrix.elements.firstIndex(where: { !$0.isFinite }) { throw NeuroError.notFinite(name: name, index: index) }
    }
}
