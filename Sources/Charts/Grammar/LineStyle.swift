/// How a line is drawn.
public enum LineStyle: Equatable, Sendable, Codable {
    /// Without breaks.
    case solid
    /// Strokes of 7 pixels, gaps of 4.
    case dashed
    /// Strokes of 2 pixels, gaps of 3.
    case dotted

    /// Lengths of strokes and gaps in pixels; empty for an unbroken line.
    package var dashes: [Double] {
        switch self {
        case .solid: []
        case .dashed: [7, 4]
        case .dotted: [2, 3]
        }
    }
}
