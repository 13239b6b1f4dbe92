/// Through which planes a brain is cut.
public enum BrainAxis: String, Equatable, Sendable, Codable {
    /// Horizontal, seen from above, left on the left, the nose up.
    case axial
    /// Seen from behind, left on the left, up is up.
    case coronal
    /// Seen from the right, the nose to the right, up is up.
    case sagittal

    /// The axes of space (0 x to the right, 1 y to the nose, 2 z up) that go across the picture, up the picture, and from slice to slice.
    var directions: (across: Int, up: Int, through: Int) {
        switch self {
        case .axial: (0, 1, 2)
        case .coronal: (0, 2, 1)
        case .sagittal: (1, 2, 0)
        }
    }

    /// What lies at the left and at the right edge of the picture.
    var sides: (left: String, right: String) { self == .sagittal ? ("P", "A") : ("L", "R") }

    /// The coordinate that is the same in a slice.
    var coordinate: String { ["x", "y", "z"][directions.through] }
}
