/// A part of the picture whose colour is for the theme to say. Its raw value stands in the place of a colour until the picture is written.
enum Paint: String, CaseIterable {
    case ground, text, faintText, grid, axis

    /// On the page that the theme makes; what follows the page is light where the page says nothing.
    func hex(_ theme: ChartTheme) -> String {
        let isDark = theme == .dark
        return switch self {
        case .ground: isDark ? "#111111" : "#ffffff"
        case .text: isDark ? "#e8e8e8" : "#333333"
        case .faintText: isDark ? "#b8b8b8" : "#5c5c5c"
        case .grid: isDark ? "#333333" : "#e4e4e4"
        case .axis: isDark ? "#7a7a7a" : "#9a9a9a"
        }
    }

    /// The variable in which JupyterLab, and pages that nbconvert and Voilà make, keep their own such colour.
    private var pageVariable: String {
        switch self {
        case .ground: "--jp-layout-color0"
        case .text: "--jp-content-font-color1"
        case .faintText: "--jp-content-font-color2"
        case .grid: "--jp-border-color3"
        case .axis: "--jp-border-color0"
        }
    }

    var pageClass: String { "engram-" + rawValue }

    /// Gives every paint the page's colour. It is the same in all pictures, so that any number of them can stand in one page; programs that know no variables,
    /// some of which would take one for no colour at all, skip what stands under `@supports`, and read the attributes.
    static let pageSheet: String = {
        let rules = allCases.map { paint in
            let property = paint == .grid || paint == .axis ? "stroke" : "fill"
            return ".\(paint.pageClass){\(property):var(\(paint.pageVariable),\(paint.hex(.page)))}"
        }
        return "@supports (fill:var(--a)){" + rules.joined() + "}"
    }()

    /// What stands for a colour, as a colour.
    static func hex(_ text: String, _ theme: ChartTheme) -> String { Paint(rawValue: text)?.hex(theme) ?? text }
}
