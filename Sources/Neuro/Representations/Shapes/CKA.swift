import Linear

/// Linear centred kernel alignment of two systems: the cosine of their matrices of inner products between conditions, from 0 to 1.
///
/// ‖Xᵀ Y‖² / (‖Xᵀ X‖ ‖Yᵀ Y‖) of centred responses, with Frobenius norms. Its arccos is a metric. For comparing dissimilarity matrices the same number is
/// `RDM.similarity(to:by: .whitenedCosine)` of their squared Euclidean distances.
///
/// S. Kornblith et al., ICML 97 (2019) 3519, arXiv:1905.00414.
///
/// - Parameters:
///   - x: conditions x neurons.
///   - y: the same conditions x other neurons, more or fewer.
/// - Throws: `NeuroError` if the conditions differ in number, a number is not finite, or a system responds to all conditions alike.
/// - Complexity: O(conditions · neurons · min(conditions, neurons)).
public func linearCKA(_ x: Matrix, _ y: Matrix) throws -> Double {
    guard x.rows == y.rows else { throw NeuroError.shape(name: "y", shape: y.shape, must: "of \(x.rows) rows, the conditions of x") }
    func unit(_ m: Matrix, _ name: String) throws -> Matrix {
        try Check.finite(m, name)
        let centred = m.centringColumns()
        let scale = m.elements.reduce(0) { max($0, abs($1)) }
        let length = PreparedComparison.length(centred.elements)
        guard length > 1e-14 * scale else { throw NeuroError.invalid(name: name, value: "the same for all conditions", must: "responses that differ") }
        return centred * (1 / length)
    }
    let (a, b) = (try unit(x, "x"), try unit(y, "y"))
    if x.rows < x.columns + y.columns {
        let (k, l) = (try a.multiplied(byTransposeOf: a), try b.multiplied(byTransposeOf: b))
        let product = zip(k.elements, l.elements).reduce(0) { $0 + $1.0 * $1.1 }
        return min(1, product / (k.norm() * l.norm()))
    }
    let between = try a.transposeMultiplied(by: b).norm()
    return min(1, between * between / (try a.gram().norm() * b.gram().norm()))
}
