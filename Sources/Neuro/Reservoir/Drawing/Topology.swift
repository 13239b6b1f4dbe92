/// Which units of a reservoir are connected.
///
/// Random graphs draw their links from the seed. The regular ones need none: in a cycle or a line the strength of all links is one number, and the signs of the input weights make the units differ
/// (A. Rodan and P. Tiňo, IEEE Trans. Neural Networks 22 (2011), doi:10.1109/TNN.2010.2089641).
public enum Topology: Equatable, Sendable, Codable {
    /// Every unit has the same number of sources, density · units rounded, drawn without repetition.
    case fixedDegree
    /// Every link exists with probability `density`, a unit's link to itself too (Erdős–Rényi).
    case independent
    /// A full orthogonal matrix, evenly distributed over all such: all eigenvalues have the modulus `spectralRadius`, so that nothing is forgotten faster than anything else.
    case orthogonal
    /// Unit i hears unit i − 1, and the first one the last: a simple cycle, or ring.
    case cycle
    /// A cycle, with links to and fro between units `every` apart; the jumps are as strong as the cycle times `strength` (A. Rodan and P. Tiňo, Neural Computation 24 (2012), doi:10.1162/NECO_a_00297).
    case cycleWithJumps(every: Int, strength: Double = 1)
    /// Unit i hears unit i − 1, and the first one nobody: a delay line. All eigenvalues are 0, so that here `spectralRadius` is the strength of the links.
    case line
    /// A delay line whose units also hear the one behind them, by links as strong as the others times `strength`.
    case lineWithFeedback(strength: Double)
    /// Groups of equal size. Within a group every link exists with probability `density`, between groups with `density` times `between`.
    case clusters(Int, between: Double)
    /// A ring where each unit hears its `neighbours` nearest on both sides together (an even number); each link's source is then drawn anew with probability `rewiring`
    /// (D. J. Watts and S. H. Strogatz, Nature 393 (1998), doi:10.1038/30918).
    case smallWorld(neighbours: Int, rewiring: Double)
    /// A full symmetric matrix: its eigenvalues are real.
    case symmetric
    /// A full matrix with one weight for each diagonal (Toeplitz).
    case toeplitz
    /// A full matrix whose weights follow a logistic map, x ← 4 x (1 − x), row after row: from −1 to 1, without a generator of random numbers.
    case chaotic

    /// Whether no unit's activity can come back to it: then all eigenvalues are 0.
    var isNilpotent: Bool {
        switch self {
        case .line: true
        case .lineWithFeedback(let strength): strength == 0
        default: false
        }
    }

    func check(units: Int) throws {
        switch self {
        case .cycleWithJumps(let every, let strength):
            guard every >= 2, every < max(units, 3) else { throw NeuroError.invalid(name: "every", value: "\(every)", must: "at least 2 and below the number of units, \(units)") }
            try Check.finite([strength], "strength")
        case .lineWithFeedback(let strength): try Check.finite([strength], "strength")
        case .clusters(let count, let between):
            guard count >= 1, count <= units else { throw NeuroError.invalid(name: "clusters", value: "\(count)", must: "from 1 to the number of units, \(units)") }
            guard between >= 0, between <= 1 else { throw NeuroError.invalid(name: "between", value: "\(between)", must: "from 0 to 1") }
        case .smallWorld(let neighbours, let rewiring):
            guard neighbours >= 2, neighbours % 2 == 0, neighbours < units else {
                throw NeuroError.invalid(name: "neighbours", value: "\(neighbours)", must: "even, at least 2 and below the number of units, \(units)")
            }
            guard rewiring >= 0, rewiring <= 1 else { throw NeuroError.invalid(name: "rewiring", value: "\(rewiring)", must: "from 0 to 1") }
        default: break
        }
    }

    /// About how many links a unit has.
    func linksPerUnit(units: Int, density: Double) -> Double {
        switch self {
        case .fixedDegree, .independent: max(1, density * Double(units))
        case .clusters(let count, let between): density * Double(units) * (1 / Double(count) + between)
        case .orthogonal, .symmetric, .toeplitz, .chaotic: Double(units)
        case .cycle, .line: 1
        case .cycleWithJumps, .lineWithFeedback: 3
        case .smallWorld(let neighbours, _): Double(neighbours)
        }
    }
}
