/// The number types a vector or a matrix can hold: `Double` and `Float`, and no other.
///
/// An internal detail of `Vector`, `Matrix` and their kin: it is public only because they are declared once for both precisions. Linear chooses the
/// BLAS routine or the kernel of each precision by looking which of the two types it was given, so a third conformance would have no arithmetic.
public protocol LinearScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable, CustomStringConvertible {}

extension Double: LinearScalar {}
extension Float: LinearScalar {}
