/// How wide text is, without a font at hand.
///
/// The widths are those of DejaVu Sans, the widest of the faces a browser may fall back to, so that nothing is cut off or overlaps in any of them.
package enum TextSize {
    /// In hundredths of the font size, from space to tilde.
    private static let widths: [Int] = [
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53,
        100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50,
        50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64,
    ]

    package static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        let hundredths = text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 32 ..< 126: sum + widths[Int(scalar.value) - 32]
            case 0 ..< 32: sum
            case 0xb2, 0xb3, 0xb9, 0x2070 ... 0x209f: sum + 45
            case 0x2e80...: sum + 100
            default: sum + 70
            }
        }
        return Double(hundredths) / 100 * size * (isBold ? 1.1 : 1)
    }

    /// On one line, without control characters, cut with an ellipsis where it is longer than `count` characters.
    package static func shortened(_ text: String, to count: Int) -> String {
        let text = clean(text)
        return text.count <= count ? text : String(text.prefix(count - 1)) + "…"
    }

    /// Blanks in the place of line ends and tabs; other control characters, which no page can show, are dropped.
    private static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace { result.append(" ") } else if scalar.value >= 32, scalar.value != 127 { result.append(scalar) }
        }
        return String(result)
    }

    /// Broken between words into lines no wider than `width`, three at most, the last cut with an ellipsis. A word wider than a line is cut too.
    package static func lines(_ text: String, size: Double, isBold: Bool = false, width limit: Double) -> [String] {
        func fits(_ text: String) -> Bool { width(text, size: size, isBold: isBold) <= limit }
        var lines: [String] = []
        for word in clean(text).split(separator: " ").map(String.init) {
            if let last = lines.last, fits(last + " " + word) {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        let dropsSome = lines.count > 3
        lines = Array(lines.prefix(3))
        if dropsSome { lines[2] += " …" }
        return lines.map { line in
            var line = line
            while !fits(line), line.count > 2 { line = String(line.dropLast(line.hasSuffix("…") ? 2 : 1)) + "…" }
            return line
        }
    }
}
