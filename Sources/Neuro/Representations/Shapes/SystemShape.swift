import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The responses of one system in coordinates of their own: centred, partially whitened, and only as many dimensions as they span.
///
/// With X = U S Vᵀ, the partial whitening X V diag(κ (a + (1 − a) / s)) is U diag(κ (a s + 1 − a)): neither a matrix of neurons x neurons is made nor is anything divided by a
/// small number. Directions in which X does not vary are left out of it, since a linear map cannot make something of nothing.
struct SystemShape {
    /// U diag(a s + 1 − a), conditions x dimensions, scaled to length 1.
    let coordinates: Matrix
    /// From centred responses to these coordinates, neurons x dimensions.
    let map: Matrix
    let mean: [Double]
    /// The length of the centred responses, κ times that of the coordinates.
    let norm: Double

    init(_ responses: Matrix, alpha: Double, centring: Bool, name: String) throws {
        try Check.finite(responses, name)
        mean = centring ? responses.columnMeans() : Array(repeating: 0, count: responses.columns)
        let centred = responses.subtractingFromRows(mean)
        // In units of the largest: LAPACK takes singular values near the rounding of 1 for 0.
        let scale = centred.elements.reduce(0) { max($0, abs($1)) }
        guard scale > 1e-14 * responses.elements.reduce(0, { max($0, abs($1)) }), (1 / scale).isFinite, scale.isFinite else {
            throw NeuroError.invalid(name: name, value: "the same for all conditions", must: "responses that differ")
        }
        let svd = try (centred * (1 / scale)).singularValues()
        let all = svd.values.elements
        let kept = all.prefix { $0 > Double.ulpOfOne * Double(max(responses.rows, responses.columns)) * all[0] }.count
        let s = all.prefix(kept).map { $0 * scale }
        let lengths = s.map { alpha * $0 + (1 - alpha) }
        let length = PreparedComparison.length(s)
        guard length.isFinite else { throw NeuroError.diverged(what: "the length of \(name) is larger than the numbers reach; scale the responses down") }
        norm = length
        let unit = PreparedComparison.unit(lengths)
        coordinates = try svd.left[columns: 0 ..< kept] * Vector(unit)
        map = try svd.rightTransposed[rows: 0 ..< kept].transposed() * Vector(zip(s, unit).map { length * $1 / $0 })
    }
}

extension SystemShape {
    /// The angle between two vectors of length 1 from the squares of their difference and of their sum: exact also where the cosine is 1 but for rounding.
    static func halfAngle(_ apart: Double, _ together: Double) -> Double { 2 * atan2(apart.squareRoot(), together.squareRoot()) }
}

/// Two systems turned so that they are as alike as they can be.
struct ShapePair {
    /// What turns each onto the other, orthonormal columns: as many as the smaller system has dimensions.
    let left: Matrix
    let right: Matrix
    let angle: Double
    let euclidean: Double

    /// Procrustes: with Z_xᵀ Z_y = A Σ Bᵀ, Z_x A and Z_y B.
    init(_ x: SystemShape, _ y: SystemShape) throws {
        // More dimensions on the left, so that the right has a square B.
        let isSwapped = x.coordinates.columns < y.coordinates.columns
        let (big, small) = isSwapped ? (y, x) : (x, y)
        let svd = try big.coordinates.transposeMultiplied(by: small.coordinates).singularValues()
        let turnedBig = try big.coordinates.multiplied(by: svd.left), turnedSmall = try small.coordinates.multiplied(byTransposeOf: svd.rightTransposed)
        var apart = 0.0, together = 0.0, difference = 0.0, matched = 0.0
        // In units of the larger: the squares of very large and very small lengths would leave the range.
        let unit = max(big.norm, small.norm)
        let (bigNorm, smallNorm) = (big.norm / unit, small.norm / unit)
        for (u, v) in zip(turnedBig.elements, turnedSmall.elements) {
            apart += (u - v) * (u - v)
            together += (u + v) * (u + v)
            matched += u * u
            difference += (bigNorm * u - smallNorm * v) * (bigNorm * u - smallNorm * v)
        }
        if big.coordinates.columns > small.coordinates.columns {
            // What of the larger system has no partner is compared with 0.
            let rest = max(0, 1 - matched)
            apart += rest
            together += rest
            difference += bigNorm * bigNorm * rest
        }
        angle = SystemShape.halfAngle(apart, together)
        euclidean = difference.squareRoot() * unit
        (left, right) = isSwapped ? (svd.rightTransposed.transposed(), svd.left) : (svd.left, svd.rightTransposed.transposed())
    }

    /// Orthonormal columns and those that make them a basis: the eigenvectors of 1 − A Aᵀ whose eigenvalue is 1.
    static func completed(_ a: Matrix) throws -> Matrix {
        guard a.rows > a.columns else { return a }
        let rest = try (Matrix.identity(a.rows) - a.multiplied(byTransposeOf: a)).symmetricEigen().vectors[columns: a.columns ..< a.rows]
        return try Matrix.concatenatingColumns([a, rest])
    }
}

extension PreparedComparison {
    /// The Euclidean norm, also of very large and very small numbers.
    static func length(_ values: [Double]) -> Double {
        let largest = values.reduce(0) { max($0, abs($1)) }
        return largest > 0 ? values.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot() * largest : 0
    }
}
