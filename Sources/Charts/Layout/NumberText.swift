/// Numbers as a reader writes them.
enum NumberText {
    /// With so many decimals, a real minus sign, and commas from 10,000 upward.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let scaled = (value.magnitude * Decimal.power(decimals)).rounded()
        guard scaled < 1e15 else { return short(value) }
        var digits = String(Int(scaled))
        if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
        let whole = digits.dropLast(decimals)
        var text = decimals > 0 ? "." + digits.suffix(decimals) : ""
        text = (whole.count > 4 ? grouped(whole) : String(whole)) + text
        return value < 0 && scaled > 0 ? "−" + text : text
    }

    private static func grouped(_ digits: Substring) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// "2.5×10⁶" for 2.5e6 with exponent 6.
    static func scientific(_ value: Double, exponent: Int, decimals: Int) -> String {
        if value == 0 { return "0" }
        // In two steps, since 10^-exponent may not exist where 10^exponent does.
        let half = exponent / 2
        let mantissa = value / Decimal.power(half) / Decimal.power(exponent - half)
        return fixed(mantissa, decimals: decimals) + "×10" + superscript(exponent)
    }

    static func superscript(_ number: Int) -> String {
        let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return String(String(number).map { $0.wholeNumberValue.map { raised[$0] } ?? "⁻" })
    }

    /// About four significant digits, for running text.
    static func short(_ value: Double) -> String {
        if value == 0 { return "0" }
        guard Scale.isDrawable(value) else { return "\(value)" }
        let exponent = Decimal.exponent(value.magnitude)
        if exponent >= -4, exponent <= 6 { return trimmed(fixed(value, decimals: max(0, 3 - exponent))) }
        let half = exponent / 2
        let mantissa = value / Decimal.power(half) / Decimal.power(exponent - half)
        return trimmed(fixed(mantissa, decimals: 3)) + "×10" + superscript(exponent)
    }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
