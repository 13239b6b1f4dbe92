import Linear

/// Which scales of feature bands, or of kernels, are tried: the candidates γ of a banded ridge regression, each with one weight for each band.
public struct BandSearch: Equatable, Sendable, Codable {
    /// How many candidates are drawn where none are given.
    public let iterations: Int
    /// The concentrations of the Dirichlet distributions from which they are drawn in turn.
    public let concentrations: [Double]
    /// The start of the random numbers.
    public let seed: Int
    /// The candidates that are given (candidates x bands), if they are.
    public let gammas: Matrix?

    /// Candidates drawn on the simplex, from Dirichlet distributions of these concentrations in turn; the first candidate gives all bands the same weight.
    ///
    /// - Parameters:
    ///   - iterations: how many; the error of the best falls slowly with it, and each costs a cross-validation of all penalties.
    ///   - concentrations: below 1 most candidates are near a corner, where few bands matter; 1 draws evenly.
    ///   - seed: the same seed draws the same candidates.
    public static func randomSearch(iterations: Int = 100, concentrations: [Double] = [0.1, 1], seed: Int = 0) -> BandSearch {
        BandSearch(iterations: iterations, concentrations: concentrations, seed: seed, gammas: nil)
    }

    /// These candidates, one in each row. The rows of the identity try each band alone (winner takes all); one row of equal numbers is plain ridge regression.
    public static func given(_ gammas: Matrix) -> BandSearch { BandSearch(iterations: gammas.rows, concentrations: [], seed: 0, gammas: gammas) }

    /// The candidates for so many bands, candidates x bands.
    ///
    /// - Throws: `NeuroError` if there are no bands, no candidates or more than 100,000, a concentration is not positive, or a given row has another number of weights, one that is negative or not finite,
    ///   or none above 0.
    public func candidates(bands: Int) throws -> Matrix {
        try Check.atLeast(1, bands, "bands")
        if let gammas {
            try Check.finite(gammas, "gammas")
            guard gammas.columns == bands else { throw NeuroError.shape(name: "gammas", shape: gammas.shape, must: "of \(bands) columns, one for each band") }
            for row in 0 ..< gammas.rows {
                let weights = gammas.elements[row * bands ..< (row + 1) * bands]
                guard weights.allSatisfy({ $0 >= 0 }), weights.contains(where: { $0 > 0 }) else {
                    throw NeuroError.invalid(name: "gammas[\(row)]", value: "\(Array(weights))", must: "weights of at least 0, not all 0")
                }
            }
            return gammas
        }
        guard (1 ... 100_000).contains(iterations) else { throw NeuroError.invalid(name: "iterations", value: "\(iterations)", must: "from 1 to 100000") }
        guard !concentrations.isEmpty else { throw NeuroError.shape(name: "concentrations", shape: [0], must: "at least one number") }
        for (index, one) in concentrations.enumerated() { try Check.positive(one, "concentrations[\(index)]") }
        var random = Random(seed: seed)
        var rows = [Double](repeating: 1 / Double(bands), count: bands)
        for iteration in 1 ..< max(1, iterations) {
            let concentration = concentrations[iteration % concentrations.count]
            rows += try random.dirichlet(Vector(repeating: concentration, count: bands)).elements
        }
        return try Matrix(rows: iterations, columns: bands, elements: rows)
    }
}
