/// The ground and the text of a picture; the colours of its marks are seen on either.
public enum ChartTheme: Equatable, Sendable, Codable {
    /// As the page has it where a chart is shown, light in a saved file. The default.
    case page
    /// Dark text on white.
    case light
    /// Light text on a near black, for dark slides.
    case dark
}
