/// A colour of lines, points and bars.
///
/// The named ones are told apart by readers with any of the common kinds of colour blindness, and are seen on light and dark pages: the palette of
/// Okabe and Ito, "Color Universal Design" (2008), without its black and yellow, and with a lighter blue: theirs has too little
/// contrast with a dark page.
public enum ChartColor: Equatable, Sendable, Codable {
    /// #1A85C9, the first of the automatic colours.
    case blue
    /// #D55E00, a reddish orange.
    case orange
    /// #009E73, a bluish green.
    case green
    /// #CC79A7, a reddish purple.
    case purple
    /// #E69F00, a yellowish orange.
    case amber
    /// #56B4E9, a light blue.
    case sky
    /// #808080, for what is compared against; never given automatically.
    case gray
    /// Any other colour, each part from 0 to 1; parts outside are taken as the nearest of the two.
    case rgb(red: Double, green: Double, blue: Double)

    /// A colour of three bytes.
    init(_ color: RGB) { self = .rgb(red: Double(color.red) / 255, green: Double(color.green) / 255, blue: Double(color.blue) / 255) }

    /// Given to layers without a colour of their own, in this order, then from the start again, lines with dashes.
    package static let cycle: [ChartColor] = [.blue, .orange, .green, .purple, .amber, .sky]

    /// As `#rrggbb`.
    package var hex: String {
        switch self {
        case .blue: "#1a85c9"
        case .orange: "#d55e00"
        case .green: "#009e73"
        case .purple: "#cc79a7"
        case .amber: "#e69f00"
        case .sky: "#56b4e9"
        case .gray: "#808080"
        case .rgb(let red, let green, let blue): RGB(unit: red, green, blue).hex
        }
    }

    var rgb: RGB { RGB(hex: hex) }
}

/// Three bytes.
package struct RGB: Equatable, Sendable {
    package var red, green, blue: UInt8

    package init(_ hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }

    /// `#rrggbb`; black for anything else.
    init(hex: String) { self.init(UInt32(hex.dropFirst(), radix: 16) ?? 0) }

    init(unit red: Double, _ green: Double, _ blue: Double) {
        self.red = Self.byte(red * 255)
        self.green = Self.byte(green * 255)
        self.blue = Self.byte(blue * 255)
    }

    /// NaN is 0.
    private static func byte(_ value: Double) -> UInt8 {
        value > 0 ? UInt8(min(value, 255).rounded()) : 0
    }

    package func mixed(with other: RGB, _ fraction: Double) -> RGB {
        func mix(_ a: UInt8, _ b: UInt8) -> Double { (Double(a) + (Double(b) - Double(a)) * fraction) / 255 }
        return RGB(unit: mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    package var hex: String {
        "#" + [red, green, blue].map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
