import Glibc

extension Random {
    /// A number from the gamma distribution, with mean shape · scale and variance shape · scale².
    ///
    /// By rejection from the cube of a normal variable (Marsaglia & Tsang 2000, doi:10.1145/358407.358414), for shapes below 1 by the power of a uniform one.
    ///
    /// - Throws: `LinearError.wrongShape` unless both are positive and finite.
    public mutating func gamma(shape: Double, scale: Double = 1) throws -> Double {
        guard shape > 0, shape.isFinite else { throw LinearError.invalidArgument(name: "shape", value: "\(shape)", requirement: "it must be positive and finite") }
        guard scale > 0, scale.isFinite else { throw LinearError.invalidArgument(name: "scale", value: "\(scale)", requirement: "it must be positive and finite") }
        return exp(try logGamma(shape)) * scale
    }

    /// Numbers of at least 0 with sum 1, from the Dirichlet distribution: below 1 the concentrations favour the corners of the simplex, above 1 its middle.
    ///
    /// - Throws: `LinearError` if there is no concentration, or one is not positive and finite.
    public mutating func dirichlet(_ concentrations: Vector) throws -> Vector {
        guard !concentrations.isEmpty else {
            throw LinearError.wrongShape(argument: "concentrations", shape: [0], requirement: "it must have at least one number")
        }
        var logarithms: [Double] = []
        for (index, one) in concentrations.elements.enumerated() {
            guard one > 0, one.isFinite else { throw LinearError.invalidArgument(name: "concentrations[\(index)]", value: "\(one)", requirement: "it must be positive and finite") }
            logarithms.append(try logGamma(one))
        }
        // By logarithms, since gamma variables of small shapes are mostly below the smallest number.
        let largest = logarithms.max() ?? 0
        let weights = logarithms.map { exp($0 - largest) }
        let sum = weights.reduce(0, +)
        return Vector(weights.map { $0 / sum })
    }

    private mutating func logGamma(_ shape: Double) throws -> Double {
        guard shape >= 1 else { return try logGamma(shape + 1) + log(1 - uniform()) / shape }
        let d = shape - 1.0 / 3, c = 1 / (9 * d).squareRoot()
        while true {
            let x = try normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            let u = 1 - uniform()
            if log(u) < 0.5 * x * x + d - d * v + d * log(v) { return log(d) + log(v) }
        }
    }
}
