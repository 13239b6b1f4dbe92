import Linear

/// The orthogonal matrix that turns the rows of one matrix into those of another as nearly as one can.
struct Procrustes {
    /// U V' of X'Y = U S V', over the singular values above 10⁻¹⁰ of the largest: below, rounding has a say in where their vectors point (those of centred samples have one that is nothing but
    /// rounding). What is left is unique, and an orthogonal matrix where there are as many as columns.
    let rotation: Matrix
    /// The sum of the singular values, ⟨X R, Y⟩, of both in units of their largest elements.
    private let product: Double
    private let sizeX: Double
    private let sizeY: Double

    /// - Parameters: samples x columns, both finite.
    init(_ x: Matrix, _ y: Matrix) throws {
        _ = try Allocation.count(of: [x.columns, y.columns], named: "the map", as: Double.self)
        // A common scale per side changes no rotation and keeps the products within the finite numbers.
        (sizeX, sizeY) = (Self.size(x), Self.size(y))
        let (x, y) = (x / sizeX, y / sizeY)
        if x.rows < min(x.columns, y.columns) {
            // With X = Ux Sx Vx' and Y alike, X'Y = Vx (Sx Ux'Uy Sy) Vy', whose middle is only samples x samples.
            let (a, b) = try Progress.stretch(0, of: 2) { (try x.singularValues(), try y.singularValues()) }
            let middle = try (a.left * a.values).transposeMultiplied(by: b.left * b.values)
            let (turn, sum) = try Self.polar(middle)
            rotation = try a.rightTransposed.transposeMultiplied(by: turn %*% b.rightTransposed)
            product = sum
        } else {
            let (turn, sum) = try Self.polar(x.transposeMultiplied(by: y))
            (rotation, product) = (turn, sum)
        }
    }

    /// The s that minimises ‖s X R − Y‖; 1 where X R is 0.
    func scale(_ x: Matrix) throws -> Double {
        let length = try (x / sizeX).multiplied(by: rotation).norm()
        return length > 0 ? product / length / length / sizeX * sizeY : 1
    }

    /// U V' of A = U S V' over the singular values that count, and their sum.
    private static func polar(_ a: Matrix) throws -> (Matrix, Double) {
        let svd = try a.singularValues()
        let rank = svd.rank(tolerance: 1e-10)
        let kept = Vector(svd.values.elements.indices.map { $0 < rank ? 1 : 0 })
        return (try (svd.left * kept) %*% svd.rightTransposed, svd.values.elements.prefix(rank).reduce(0, +))
    }

    private static func size(_ matrix: Matrix) -> Double {
        let largest = matrix.elements.reduce(0) { max($0, abs($1)) }
        return largest > 0 ? largest : 1
    }
}
