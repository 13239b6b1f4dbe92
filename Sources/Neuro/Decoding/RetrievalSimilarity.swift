import Linear

/// How alike two patterns are said to be when one is looked for among others.
public enum RetrievalSimilarity: String, Equatable, Sendable, Codable, CustomStringConvertible {
    /// The cosine of the angle between them.
    case cosine
    /// Pearson's correlation: the cosine after each pattern lost its mean.
    case correlation

    /// The similarity as it is written in a cell.
    public var description: String { ".\(rawValue)" }

    /// How alike each of some patterns (row) is to each of some candidates (column).
    ///
    /// A pattern without a direction (all zeros, for the correlation all equal) is alike to nothing: 0.
    ///
    /// - Parameters:
    ///   - patterns: a pattern in each row.
    ///   - candidates: a candidate in each row, of as many columns.
    /// - Returns: patterns x candidates, each from −1 to 1.
    /// - Throws: `NeuroError` if one of the two is empty or holds a NaN or an infinity, or their columns differ in number.
    /// - Complexity: O(patterns · candidates · columns).
    public func matrix(_ patterns: Matrix, _ candidates: Matrix) throws -> Matrix {
        try Check.finite(patterns, "patterns")
        try Check.finite(candidates, "candidates")
        guard patterns.columns == candidates.columns else {
            throw NeuroError.shape(name: "candidates", shape: candidates.shape, must: "of \(patterns.columns) columns, as the patterns")
        }
        let centred = self == .correlation
        return try patterns.unitRows(centred: centred).multiplied(byTransposeOf: candidates.unitRows(centred: centred)).map { max(-1, min(1, $0)) }
    }
}
