import Linear

extension Matrix {
    /// Each column less its mean. A column of equal numbers becomes exactly 0, which the rounding of their sum would not leave it.
    func centredColumns() throws -> Matrix {
        var means = try mean(each: .column).elements
        withUnsafeBufferPointer { values in
            for column in 0 ..< columns where (1 ..< max(1, rows)).allSatisfy({ values[$0 * columns + column] == values[column] }) { means[column] = values[column] }
        }
        return try self - Vector(means)
    }
}

extension Check {
    /// Throws unless the matrix has elements, all of them are finite, and sums of their squares are too.
    static func squarable<Scalar: LinearScalar>(_ matrix: MatrixOf<Scalar>, _ name: String) throws {
        try finite(matrix, name)
        // Squares of single-precision numbers are summed in double precision, whose range they do not leave.
        guard Scalar.self == Double.self, let index = matrix.elements.firstIndex(where: { abs($0) > 1e150 }) else { return }
        throw NeuroError.invalid(name: "\(name) at position \(index)", value: "\(matrix.elements[index])", must: "from -1e150 to 1e150, as its square counts; scale the numbers")
    }

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
