/// Builds an SVG document, as elements that can be written as text or drawn as pixels.
package struct SVGWriter {
    enum Item {
        case open(String, [(name: String, value: String)])
        case close(String)
        case element(String, [(name: String, value: String)], content: String?)
        case image(Picture)
    }

    private(set) var items: [Item] = []

    mutating func open(_ tag: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        items.append(.open(tag, attributes.map { (name: $0.key, value: $0.value) }))
    }

    mutating func close(_ tag: String) { items.append(.close(tag)) }

    mutating func element(_ tag: String, _ attributes: KeyValuePairs<String, String>, content: String? = nil) {
        items.append(.element(tag, attributes.map { (name: $0.key, value: $0.value) }, content: content))
    }

    mutating func image(_ picture: Picture) { items.append(.image(picture)) }

    /// - Parameter followingPage: whether paints have their class beside their colour, for the style sheet of those.
    static func text(_ items: [Item], _ theme: ChartTheme, followingPage: Bool) -> String {
        var text = ""
        func begin(_ tag: String, _ attributes: [(name: String, value: String)], _ text: inout String) {
            text += "<" + tag
            for (name, value) in attributes where !value.isEmpty {
                let paint = name == "fill" || name == "stroke" ? Paint(rawValue: value) : nil
                text += " \(name)=\"\(paint?.hex(theme) ?? escaped(value))\""
                if let paint, followingPage { text += " class=\"\(paint.pageClass)\"" }
            }
        }
        for item in items {
            switch item {
            case .open(let tag, let attributes):
                begin(tag, attributes, &text)
                text += ">"
            case .close(let tag): text += "</\(tag)>"
            case .element(let tag, let attributes, let content):
                begin(tag, attributes, &text)
                if let content { text += ">" + escaped(content) + "</\(tag)>" } else { text += "/>" }
            case .image(let picture):
                let place = picture.place
                let corners = [(name: "x", value: place.x), ("y", place.y), ("width", place.width), ("height", place.height)].map { (name: $0.0, value: number($0.1)) }
                begin("image", corners + [(name: "preserveAspectRatio", value: "none")], &text)
                // Not looked through for what to escape: base64 has nothing of that kind.
                text += " href=\"" + picture.url + "\"/>"
            }
        }
        return text
    }

    /// Also without the control characters that XML has no way to write.
    static func escaped(_ string: String) -> String {
        // Most is numbers and names.
        if string.utf8.allSatisfy({ $0 >= 32 && $0 < 127 && $0 != 34 && $0 != 38 && $0 != 60 && $0 != 62 }) { return string }
        var result = ""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            case "\u{0}" ..< " ", "\u{fffe}", "\u{ffff}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A length or a place with two decimals. Places far outside the picture are brought near, so that no reader stumbles over their size.
    static func number(_ value: Double) -> String {
        let hundredths = Int((min(max(value.isNaN ? 0 : value, -100_000), 100_000) * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
