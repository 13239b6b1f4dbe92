/// Builds the text of an SVG document.
struct SVGWriter {
    private(set) var text = ""

    mutating func open(_ tag: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        begin(tag, attributes)
        text += ">"
    }

    mutating func close(_ tag: String) { text += "</\(tag)>" }

    mutating func element(_ tag: String, _ attributes: KeyValuePairs<String, String>, content: String? = nil) {
        begin(tag, attributes)
        if let content {
            text += ">" + Self.escaped(content) + "</\(tag)>"
        } else {
            text += "/>"
        }
    }

    private mutating func begin(_ tag: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<" + tag
        for (name, value) in attributes where !value.isEmpty { text += " \(name)=\"\(Self.escaped(value))\"" }
    }

    /// Also without the control characters that XML has no way to write.
    static func escaped(_ string: String) -> String {
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
