/// A length on paper, for `Chart.save`.
public enum Length: Equatable, Sendable, Codable {
    case millimeters(Double)
    case centimeters(Double)
    case inches(Double)
    /// 72 to the inch.
    case points(Double)
    /// 96 to the inch, as web pages count them.
    case pixels(Double)

    package var millimeters: Double {
        switch self {
        case .millimeters(let length): length
        case .centimeters(let length): length * 10
        case .inches(let length): length * 25.4
        case .points(let length): length * 25.4 / 72
        case .pixels(let length): length * 25.4 / 96
        }
    }

    package var pixels: Double { millimeters * 96 / 25.4 }
}
