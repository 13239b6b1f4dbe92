/// How a line is drawn.
public enum LineStyle: Equatable, Sendable {
    case solid
    case dashed
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
