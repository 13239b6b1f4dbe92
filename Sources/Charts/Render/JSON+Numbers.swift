import Display

extension JSON {
    /// A number in its shortest form: whole ones without a fraction, what JSON has no word for as null.
    static func shortest(_ value: Double) -> JSON {
        guard value.isFinite else { return .null }
        if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return .integer(whole) }
        return .number(value)
    }

    static func numbers(_ values: [Double]) -> JSON { .array(values.map(shortest)) }
    static func texts(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }
}
