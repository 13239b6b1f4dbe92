/// Letters as strokes, for pictures of pixels: a plain face of straight lines and arcs, drawn for this purpose.
///
/// The unit is a seventh of the height of a capital. A glyph is its width, then strokes: `L` and points are a line, `A` and centre, radii and two angles in degrees
/// an arc, counterclockwise. Letters with an accent that is not here are drawn without it where their base is known; what has no glyph is an empty box.
enum StrokeFont {
    struct Glyph {
        let width: Double
        let strokes: [[Point]]
    }

    /// The height of a capital for a font size of 1, and the room between two letters in units.
    static let unit = 0.72 / 7

    private static func gap(_ isBold: Bool) -> Double { isBold ? 1.75 : 1.4 }

    static func width(_ text: String, size: Double, isBold: Bool) -> Double {
        text.unicodeScalars.reduce(0) { $0 + glyph($1).width + gap(isBold) } * unit * size
    }

    /// The strokes of a text whose first letter begins at 0 on the base line, y downward.
    static func strokes(_ text: String, size: Double, isBold: Bool) -> [[Point]] {
        let gap = gap(isBold)
        var x = gap / 2
        var strokes: [[Point]] = []
        for scalar in text.unicodeScalars {
            let glyph = glyph(scalar)
            strokes += glyph.strokes.map { $0.map { Point(x: ($0.x + x) * unit * size, y: -$0.y * unit * size) } }
            x += glyph.width + gap
        }
        return strokes
    }

    static func glyph(_ scalar: Unicode.Scalar) -> Glyph {
        if let glyph = glyphs[scalar] { return glyph }
        if let (base, raise) = raised[scalar], let glyph = glyphs[base] {
            return Glyph(width: glyph.width * 0.62, strokes: glyph.strokes.map { $0.map { Point(x: $0.x * 0.62, y: $0.y * 0.62 + raise) } })
        }
        if let (base, mark) = marked[scalar], let glyph = glyphs[base] {
            let middle = glyph.width / 2, top = base.properties.isUppercase ? 8.3 : 6.4
            return Glyph(width: glyph.width, strokes: glyph.strokes + mark.map { $0.map { Point(x: $0.x + middle, y: $0.y + top) } })
        }
        return scalar.properties.isWhitespace ? Glyph(width: 2.2, strokes: []) : box
    }

    private static let box = read("4.2 L 0 0 0 7 4.2 7 4.2 0 0 0")

    private static let dots: [[Point]] = [-1.1, 1.1].map { [Point(x: $0, y: 0), Point(x: $0, y: 0.05)] }
    private static let acute: [[Point]] = [[Point(x: -0.3, y: -0.3), Point(x: 0.9, y: 0.8)]]
    private static let grave: [[Point]] = [[Point(x: 0.3, y: -0.3), Point(x: -0.9, y: 0.8)]]

    private static let marked: [Unicode.Scalar: (Unicode.Scalar, [[Point]])] = [
        "ä": ("a", dots), "ö": ("o", dots), "ü": ("u", dots), "Ä": ("A", dots), "Ö": ("O", dots), "Ü": ("U", dots), "ï": ("ı", dots), "ë": ("e", dots),
        "é": ("e", acute), "á": ("a", acute), "ó": ("o", acute), "ú": ("u", acute), "í": ("ı", acute), "É": ("E", acute), "è": ("e", grave), "à": ("a", grave),
    ]

    private static let raised: [Unicode.Scalar: (Unicode.Scalar, Double)] = {
        var table: [Unicode.Scalar: (Unicode.Scalar, Double)] = ["⁻": ("−", 3), "⁺": ("+", 3), "ⁿ": ("n", 3)]
        for (index, scalar) in "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.enumerated() { table[scalar] = (digit(index), 3) }
        for (index, scalar) in "₀₁₂₃₄₅₆₇₈₉".unicodeScalars.enumerated() { table[scalar] = (digit(index), -1.6) }
        return table
    }()

    private static func digit(_ value: Int) -> Unicode.Scalar { Unicode.Scalar(UInt8(48 + value)) }

    private static let glyphs: [Unicode.Scalar: Glyph] = table.mapValues(read)

    private static func read(_ text: String) -> Glyph {
        let parts = text.split(separator: " ")
        let width = parts.first.flatMap { Double($0) } ?? 4
        var strokes: [[Point]] = []
        var index = 1
        while index < parts.count {
            let kind = parts[index]
            var numbers: [Double] = []
            index += 1
            while index < parts.count, let number = Double(parts[index]) {
                numbers.append(number)
                index += 1
            }
            if kind == "A", numbers.count == 6 {
                strokes.append(arc(numbers))
            } else {
                strokes.append(stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) })
            }
        }
        return Glyph(width: width, strokes: strokes)
    }

    private static func arc(_ numbers: [Double]) -> [Point] {
        let (from, to) = (Int(numbers[4]), Int(numbers[5]))
        let angles = Array(stride(from: from, to: to, by: 10)) + [to]
        return angles.map { angle in
            let place = UnitCircle.points[((angle % 360) + 360) % 360]
            return Point(x: numbers[0] + numbers[2] * place.x, y: numbers[1] + numbers[3] * place.y)
        }
    }

    private static let table: [Unicode.Scalar: String] = [
        "a": "4.4 A 2.2 2.5 2.2 2.5 0 360 L 4.4 5 4.4 0", "b": "4.4 L 0 7.4 0 0 A 2.2 2.5 2.2 2.5 0 360", "c": "4 A 2.2 2.5 2.2 2.5 45 315",
        "d": "4.4 A 2.2 2.5 2.2 2.5 0 360 L 4.4 7.4 4.4 0", "e": "4.4 L 0 2.6 4.4 2.6 A 2.2 2.5 2.2 2.5 0 315", "f": "2.6 A 2.3 6.1 1.4 1.3 60 180 L 0.9 6.1 0.9 0 L 0 5 2.4 5",
        "g": "4.4 A 2.2 2.5 2.2 2.5 0 360 L 4.4 5 4.4 -0.3 A 2.2 -0.3 2.2 1.9 200 360", "h": "4 L 0 7.4 0 0 A 2 3 2 2 0 180 L 4 3 4 0",
        "i": "0.4 L 0.2 5 0.2 0 L 0.2 6.9 0.2 7", "ı": "0.4 L 0.2 5 0.2 0", "j": "1.2 L 1 5 1 -1 A 0 -1 1 1.1 270 360 L 1 6.9 1 7",
        "k": "3.8 L 0 7.4 0 0 L 3.6 5 0 1.8 L 1.4 3 3.8 0", "l": "0.4 L 0.2 7.4 0.2 0",
        "m": "6.4 L 0 5 0 0 A 1.6 3.4 1.6 1.6 0 180 L 3.2 3.4 3.2 0 A 4.8 3.4 1.6 1.6 0 180 L 6.4 3.4 6.4 0", "n": "4 L 0 5 0 0 A 2 3 2 2 0 180 L 4 3 4 0",
        "o": "4.6 A 2.3 2.5 2.3 2.5 0 360", "p": "4.4 L 0 5 0 -2.2 A 2.2 2.5 2.2 2.5 0 360", "q": "4.4 A 2.2 2.5 2.2 2.5 0 360 L 4.4 5 4.4 -2.2",
        "r": "2.8 L 0 5 0 0 A 2.1 2.9 2.1 2.1 65 180", "s": "3.4 A 1.7 3.75 1.6 1.25 35 270 A 1.7 1.25 1.7 1.25 -145 90",
        "t": "2.5 L 0.9 6.8 0.9 1.3 A 2.2 1.3 1.3 1.3 180 270 L 2.2 0 2.6 0 L 0 5 2.4 5",
        "u": "4 L 0 5 0 2 A 2 2 2 2 180 360 L 4 5 4 0", "v": "4 L 0 5 2 0 4 5", "w": "6.2 L 0 5 1.6 0 3.1 5 4.6 0 6.2 5", "x": "3.8 L 0 5 3.8 0 L 0 0 3.8 5",
        "y": "4 L 0 5 2 0 L 4 5 1.5 -1.5 0.4 -2.1", "z": "3.7 L 0.1 5 3.5 5 0 0 3.7 0", "ß": "4 L 0 0 0 5.6 A 1.8 5.6 1.8 1.7 0 180 L 3.6 5.6 1.8 3.9 A 1.8 1.95 2 1.95 -100 90",
        "A": "5.4 L 0 0 2.7 7 5.4 0 L 0.95 2.4 4.45 2.4", "B": "4.4 L 2.4 0 0 0 0 7 2.4 7 L 0 3.7 2.4 3.7 A 2.4 5.35 1.7 1.65 -90 90 A 2.4 1.85 2 1.85 -90 90",
        "C": "5.4 A 3.1 3.5 3.1 3.5 45 315", "D": "5.2 L 1.8 0 0 0 0 7 1.8 7 A 1.8 3.5 3.4 3.5 -90 90", "E": "4 L 4 7 0 7 0 0 4 0 L 0 3.7 3.4 3.7",
        "F": "3.9 L 3.9 7 0 7 0 0 L 0 3.6 3.2 3.6",
        "G": "6.2 A 3.1 3.5 3.1 3.5 45 360 L 6.2 3.5 3.6 3.5", "H": "5 L 0 0 0 7 L 5 0 5 7 L 0 3.6 5 3.6", "I": "0.4 L 0.2 0 0.2 7",
        "J": "2.8 L 2.8 7 2.8 1.6 A 1.4 1.6 1.4 1.6 190 360",
        "K": "4.7 L 0 0 0 7 L 4.5 7 0 2.7 L 1.7 4.3 4.7 0", "L": "3.7 L 0 7 0 0 3.7 0", "M": "6 L 0 0 0 7 3 2 6 7 6 0", "N": "5 L 0 0 0 7 5 0 5 7",
        "O": "6.4 A 3.2 3.5 3.2 3.5 0 360",
        "P": "4.3 L 0 0 0 7 2.4 7 L 0 3.3 2.4 3.3 A 2.4 5.15 1.9 1.85 -90 90", "Q": "6.4 A 3.2 3.5 3.2 3.5 0 360 L 4 1.6 6.4 -0.6",
        "R": "4.6 L 0 0 0 7 2.4 7 L 0 3.3 2.4 3.3 A 2.4 5.15 1.9 1.85 -90 90 L 2.4 3.3 4.6 0", "S": "4.4 A 2.2 5.3 2 1.7 30 270 A 2.2 1.8 2.2 1.8 -150 90",
        "T": "5 L 0 7 5 7 L 2.5 7 2.5 0",
        "U": "5 L 0 7 0 2.5 A 2.5 2.5 2.5 2.5 180 360 L 5 2.5 5 7", "V": "5.2 L 0 7 2.6 0 5.2 7", "W": "7.8 L 0 7 1.9 0 3.9 7 5.9 0 7.8 7", "X": "4.8 L 0 7 4.8 0 L 0 0 4.8 7",
        "Y": "4.8 L 0 7 2.4 3.2 4.8 7 L 2.4 3.2 2.4 0", "Z": "4.6 L 0.1 7 4.5 7 0 0 4.6 0",
        "0": "4.4 A 2.2 3.5 2.2 3.5 0 360", "1": "4.4 L 0.7 5.4 2.5 7 2.5 0", "2": "4.4 A 2.1 4.95 1.95 2.05 -25 165 L 3.87 4.08 0.1 0 4.3 0",
        "3": "4.4 A 2 5.3 1.9 1.7 -90 150 A 2 1.8 2.2 1.8 -150 90", "4": "4.6 L 3.4 0 3.4 7 0 2 4.6 2", "5": "4.4 L 3.8 7 0.6 7 0.3 3.8 A 2.05 2.3 2.2 2.3 -150 139",
        "6": "4.4 A 2.2 2.2 2.2 2.2 0 360 A 4.6 2.2 4.6 5.2 113 180", "7": "4.4 L 0.1 7 4.3 7 1.5 0", "8": "4.4 A 2.2 5.35 1.85 1.65 0 360 A 2.2 1.85 2.2 1.85 0 360",
        "9": "4.4 A 2.2 4.8 2.2 2.2 0 360 A -0.2 4.8 4.6 5.2 -67 0",
        ".": "0.4 L 0.2 0 0.2 0.05", ",": "0.6 L 0.4 0.1 0 -1.3", ":": "0.4 L 0.2 0 0.2 0.05 L 0.2 4 0.2 4.05", ";": "0.6 L 0.4 0.1 0 -1.3 L 0.4 4 0.4 4.05",
        "!": "0.4 L 0.2 7 0.2 2 L 0.2 0 0.2 0.05",
        "?": "3.6 A 1.8 5.3 1.8 1.7 -70 160 L 2.4 3.7 1.8 2.9 1.8 2 L 1.8 0 1.8 0.05", "-": "2.4 L 0 2.7 2.4 2.7", "–": "3.6 L 0 2.7 3.6 2.7", "—": "6 L 0 2.7 6 2.7",
        "−": "4.4 L 0 3.2 4.4 3.2",
        "+": "4.4 L 0 3.2 4.4 3.2 L 2.2 1 2.2 5.4", "×": "3.6 L 0 1.4 3.6 5 L 0 5 3.6 1.4", "±": "4.4 L 0 3.8 4.4 3.8 L 2.2 1.8 2.2 5.8 L 0 0.2 4.4 0.2",
        "=": "4.4 L 0 4.2 4.4 4.2 L 0 2.2 4.4 2.2",
        "<": "4 L 4 5.4 0 3.2 4 1", ">": "4 L 0 5.4 4 3.2 0 1", "≤": "4 L 4 6.2 0 4 4 1.8 L 0 0.2 4 0.2", "≥": "4 L 0 6.2 4 4 0 1.8 L 0 0.2 4 0.2", "/": "3.4 L 0 -0.8 3.4 7.4",
        "\\": "3.4 L 0 7.4 3.4 -0.8",
        "|": "0.4 L 0.2 7.6 0.2 -1.4", "(": "1.6 A 3.4 3 3.4 5.4 130 230", ")": "1.6 A -1.8 3 3.4 5.4 -50 50", "[": "1.6 L 1.6 7.6 0 7.6 0 -1.2 1.6 -1.2",
        "]": "1.6 L 0 7.6 1.6 7.6 1.6 -1.2 0 -1.2",
        "{": "2 L 2 7.6 1 7.2 1 3.8 0 3.2 1 2.6 1 -0.8 2 -1.2", "}": "2 L 0 7.6 1 7.2 1 3.8 2 3.2 1 2.6 1 -0.8 0 -1.2", "_": "4.6 L 0 -1 4.6 -1",
        "*": "3 L 1.5 7 1.5 4 L 0.2 6.3 2.8 4.7 L 2.8 6.3 0.2 4.7",
        "'": "0.4 L 0.2 7.4 0.2 5.4", "\"": "1.8 L 0.2 7.4 0.2 5.4 L 1.6 7.4 1.6 5.4", "“": "2 L 0.6 7.4 0 5.6 L 2 7.4 1.4 5.6", "”": "2 L 0.6 7.4 0 5.6 L 2 7.4 1.4 5.6",
        "’": "0.6 L 0.6 7.4 0 5.6",
        "′": "0.8 L 0.8 7.4 0 5.2", "″": "2 L 0.8 7.4 0 5.2 L 2 7.4 1.2 5.2", "…": "4.4 L 0.2 0 0.2 0.05 L 2.2 0 2.2 0.05 L 4.2 0 4.2 0.05", "·": "0.4 L 0.2 3 0.2 3.05",
        "°": "2 A 1 6.2 1 1 0 360",
        "%": "6 A 1.3 5.6 1.3 1.4 0 360 A 4.7 1.4 1.3 1.4 0 360 L 4.8 7 1.2 0", "#": "5 L 1 0 1.9 7 L 3.3 0 4.2 7 L 0.2 2.3 4.6 2.3 L 0.5 4.7 4.9 4.7",
        "&": "5.4 L 5.2 0 1 5 A 2.1 5.7 1.3 1.3 -20 210 A 2.2 1.8 2.2 1.8 130 375 L 3.3 5.2 1.2 3.4",
        "@": "7 A 3.5 2.8 3.5 3.9 -60 290 A 3.5 2.8 1.5 1.7 0 360 L 5 4.5 5 1.8 6.2 1.2", "$": "4.4 A 2.2 5.1 2 1.5 30 270 A 2.2 1.9 2.2 1.7 -150 90 L 2.2 7.8 2.2 -0.8",
        "^": "3 L 0 5 1.5 7 3 5", "~": "4.4 A 1.1 2.8 1.1 0.8 0 180 A 3.3 2.8 1.1 0.8 180 360",
        "α": "5 A 2.1 2.5 2.1 2.5 20 340 L 4.9 5 4 3.4 L 4 1.6 4.6 0.2 5.1 0",
        "β": "4.2 L 0 -2.2 0 5.6 A 1.8 5.6 1.8 1.7 0 180 A 1.8 5.6 1.8 1.7 -90 0 A 1.9 1.95 2.2 1.95 -100 90", "γ": "4 L 0 5 2 0 4 5 L 2 0 2 -2.2",
        "δ": "4.4 A 2.2 2.3 2.2 2.3 0 360 L 3.4 4.2 1 6 A 2 6.2 1 1 30 190", "ε": "3.6 A 1.9 3.75 1.6 1.25 40 270 A 1.9 1.25 1.9 1.25 90 320",
        "η": "4 L 0 5 0 0 A 2 3 2 2 0 180 L 4 3 4 -2.2", "θ": "4.2 A 2.1 3.6 2.1 3.8 0 360 L 0.2 3.6 4 3.6",
        "κ": "3.8 L 0 5 0 0 L 3.6 5 0 1.8 L 1.4 3 3.8 0", "λ": "4.4 L 0.4 7.4 1.2 7 4.4 0 L 2.3 4.5 0 0", "μ": "4.4 L 0 5 0 -2.2 A 2 2 2 2 180 360 L 4 5 4 0.6 4.5 0",
        "µ": "4.4 L 0 5 0 -2.2 A 2 2 2 2 180 360 L 4 5 4 0.6 4.5 0",
        "ν": "4 L 0 5 2 0 4 5", "ξ": "3.4 A 2 6.1 1.6 1.1 90 270 A 2 3.7 1.5 1.3 90 270 A 2 1.2 2 1.2 90 330 L 0.5 7.2 3 7.2", "π": "5 L 0 5 5 5 L 1.2 5 1.2 0 L 3.8 5 3.8 0",
        "ρ": "4.4 L 0 -2.2 0 2.5 A 2.2 2.5 2.2 2.5 0 360",
        "σ": "4.8 A 2.2 2.4 2.2 2.4 0 360 L 2.2 4.8 4.8 4.8", "τ": "3.8 L 0 5 3.8 5 L 1.8 5 1.8 1.2 A 3 1.2 1.2 1.2 180 270", "φ": "5 A 2.5 2.5 2.5 2.5 0 360 L 2.5 7 2.5 -2.2",
        "χ": "4 L 0 5 4 -2 L 0 -2 4 5", "ψ": "5 A 2.5 3 2.5 2.8 180 360 L 0 3 0 5 L 5 3 5 5 L 2.5 7 2.5 -2.2",
        "ω": "6 A 1.6 1.9 1.6 1.9 150 360 A 4.4 1.9 1.6 1.9 180 390 L 0.2 2.8 1 5 L 5.8 2.8 5 5 L 3.2 1.9 3.2 3.4", "Γ": "3.9 L 3.9 7 0 7 0 0", "Δ": "5.4 L 0 0 2.7 7 5.4 0 0 0",
        "Θ": "6.2 A 3.1 3.5 3.1 3.5 0 360 L 1.6 3.5 4.6 3.5",
        "Λ": "5.2 L 0 0 2.6 7 5.2 0", "Π": "5 L 0 0 0 7 5 7 5 0", "Σ": "4.6 L 4.4 7 0.1 7 2.6 3.6 0 0 4.6 0", "Φ": "5.6 A 2.8 3.5 2.8 2.3 0 360 L 2.8 7 2.8 0",
        "Ω": "6 L 0 0 1.9 0 A 3 4 3 3 -120 300 L 4.1 0 6 0",
        "∞": "6.4 A 1.6 2.8 1.6 1.5 0 360 A 4.8 2.8 1.6 1.5 0 360", "√": "4.6 L 0 3.2 0.9 3.6 2 0 4.2 7.4 4.8 7.4", "→": "5.4 L 0 3 5.4 3 L 3.8 4.4 5.4 3 3.8 1.6",
        "←": "5.4 L 0 3 5.4 3 L 1.6 4.4 0 3 1.6 1.6", "↑": "3 L 1.5 0 1.5 7 L 0.1 5.4 1.5 7 2.9 5.4",
        "≈": "4.4 A 1.1 3.8 1.1 0.8 0 180 A 3.3 3.8 1.1 0.8 180 360 A 1.1 1.8 1.1 0.8 0 180 A 3.3 1.8 1.1 0.8 180 360", "∂": "4 A 1.9 2.2 1.9 2.2 0 360 A 0.6 3.4 3.3 3.7 -20 110",
        "•": "1.6 A 0.8 3 0.7 0.7 0 360 A 0.8 3 0.3 0.3 0 360",
    ]
}
