#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Linear

/// The principal angles, in degrees and ascending, between the spaces that the columns of two matrices span: 0 for a direction that both have, 90 for spaces at right angles.
///
/// Å. Björck, G. H. Golub, Math. Comp. 27 (1973), doi:10.1090/S0025-5718-1973-0348991-3. Angles below 10⁻⁶ degrees are rounding.
/// - Parameters:
///   - first: as many rows as the second; its columns independent.
///   - second: its columns independent.
/// - Throws: `NeuroError` if the rows differ in number, there are fewer than columns, a number is not finite, or columns depend on one another.
public func principalAngles(_ first: Matrix, _ second: Matrix) throws -> Vector {
    let a = try basis(first, "first"), b = try basis(second, "second")
    guard second.rows == first.rows else { throw NeuroError.shape(name: "second", shape: second.shape, must: "of \(first.rows) rows, as the first") }
    let cosines = try a.transposeMultiplied(by: b).singularValues().values.elements
    return Vector(cosines.map { acos(max(-1, min(1, $0))) * 180 / Double.pi }.sorted())
}

/// An orthonormal basis of what the columns span, by Gram and Schmidt, each column twice.
private func basis(_ matrix: Matrix, _ name: String) throws -> Matrix {
    try Check.finite(matrix, name)
    guard matrix.rows >= matrix.columns else { throw NeuroError.shape(name: name, shape: matrix.shape, must: "of at least as many rows as columns") }
    var columns: [[Double]] = []
    for index in 0 ..< matrix.columns {
        var column = try matrix.column(index).elements
        let size = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for _ in 0 ..< 2 {
            for other in columns {
                let share = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 }
                for i in column.indices { column[i] -= share * other[i] }
            }
        }
        let rest = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard rest > 1e-12 * size else { throw NeuroError.invalid(name: name, value: "a matrix whose column \(index) depends on those before it", must: "of independent columns") }
        columns.append(column.map { $0 / rest })
    }
    return try Matrix.fromColumns(columns.map { Vector($0) })
}
