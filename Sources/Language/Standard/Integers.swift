extension StandardLibrary {
    /// One of the ten integer types. `_bits` is the value widened to 64 bits; with `isSigned` it says everything about it.
    static func integer(_ name: String) -> String {
        let isSigned = name.hasPrefix("Int")
        let unsigned = isSigned ? "U" + name : name
        let width = Int(name.drop { !$0.isNumber }) ?? 64
        let others = ["Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64"].filter { $0 != name }
        let conversions = others.map { "    init(_ source: \($0))" }.joined(separator: "\n")
        let partner = isSigned ? unsigned : String(name.dropFirst())
        let negation = isSigned ? """
                static prefix func - (operand: \(name)) -> \(name)
                mutating func negate() { self = -self }

            """ : ""
        let ascii = name == "UInt8" ? """
                init(ascii v: Unicode.Scalar) {
                    if v.value > 127 { fatalError("Code point value does not fit into ASCII") }
                    self = UInt8(v.value)
                }

            """ : ""
        return """
            struct \(name): FixedWidthInteger, \(isSigned ? "SignedInteger" : "UnsignedInteger"), Sendable, Codable, CVarArg {
                typealias Magnitude = \(unsigned)
                typealias Stride = Int
                typealias IntegerLiteralType = \(name)
                init() { self = 0 }
                init(_ source: \(name)) { self = source }
            \(conversions)
                init(_ source: Double)
                init(_ source: Float)
                init(integerLiteral value: \(name)) { self = value }
                init(bitPattern: \(partner))
                static func _truncating(_ bits: Int) -> \(name)
                static func _parsing(_ text: String, radix: Int) -> \(name)?
                static func _make(_ bits: Int, isSigned: Bool) -> \(name)?
                static func _clamp(_ bits: Int, isSigned: Bool) -> \(name)
                static func _convert(_ bits: Int, isSigned: Bool) -> \(name)
                static func _exactly(_ value: Double) -> \(name)?
                init<T: BinaryInteger>(_ source: T) { self = \(name)._convert(source._bits, isSigned: T.isSigned) }
                init<T: BinaryFloatingPoint>(_ source: T) { self = \(name)(Double(source)) }
                init<T: BinaryInteger>(truncatingIfNeeded source: T) { self = \(name)._truncating(source._bits) }
                init<T: BinaryInteger>(clamping source: T) { self = \(name)._clamp(source._bits, isSigned: T.isSigned) }
                init?<T: BinaryInteger>(exactly source: T) {
                    guard let value = \(name)._make(source._bits, isSigned: T.isSigned) else { return nil }
                    self = value
                }
                init?<T: BinaryFloatingPoint>(exactly source: T) {
                    guard let value = \(name)._exactly(Double(source)) else { return nil }
                    self = value
                }
                static var isSigned: Bool { return \(isSigned) }
                static var bitWidth: Int { return \(width) }
                static var zero: \(name) { return 0 }
                static var max: \(name) { get }
                static var min: \(name) { get }
                var bitWidth: Int { return \(width) }
                var _bits: Int { get }
                var description: String { get }
                var magnitude: \(unsigned) { get }
                var trailingZeroBitCount: Int { get }
                var leadingZeroBitCount: Int { get }
                var nonzeroBitCount: Int { get }
                var byteSwapped: \(name) { get }
                func hash(into hasher: inout Hasher) { hasher.combine(self) }
            \(ascii)\(negation)    static func + (lhs: \(name), rhs: \(name)) -> \(name)
                static func - (lhs: \(name), rhs: \(name)) -> \(name)
                static func * (lhs: \(name), rhs: \(name)) -> \(name)
                static func / (lhs: \(name), rhs: \(name)) -> \(name)
                static func % (lhs: \(name), rhs: \(name)) -> \(name)
                static func += (lhs: inout \(name), rhs: \(name))
                static func -= (lhs: inout \(name), rhs: \(name))
                static func *= (lhs: inout \(name), rhs: \(name))
                static func /= (lhs: inout \(name), rhs: \(name))
                static func %= (lhs: inout \(name), rhs: \(name))
                static func &+ (lhs: \(name), rhs: \(name)) -> \(name)
                static func &- (lhs: \(name), rhs: \(name)) -> \(name)
                static func &* (lhs: \(name), rhs: \(name)) -> \(name)
                static func &<< (lhs: \(name), rhs: \(name)) -> \(name)
                static func &>> (lhs: \(name), rhs: \(name)) -> \(name)
                static func & (lhs: \(name), rhs: \(name)) -> \(name)
                static func | (lhs: \(name), rhs: \(name)) -> \(name)
                static func ^ (lhs: \(name), rhs: \(name)) -> \(name)
                static func &= (lhs: inout \(name), rhs: \(name)) { lhs = lhs & rhs }
                static func |= (lhs: inout \(name), rhs: \(name)) { lhs = lhs | rhs }
                static func ^= (lhs: inout \(name), rhs: \(name)) { lhs = lhs ^ rhs }
                static prefix func ~ (x: \(name)) -> \(name)
                static func << (lhs: \(name), rhs: Int) -> \(name)
                static func >> (lhs: \(name), rhs: Int) -> \(name)
                static func <<= (lhs: inout \(name), rhs: Int) { lhs = lhs << rhs }
                static func >>= (lhs: inout \(name), rhs: Int) { lhs = lhs >> rhs }
                func _shifted(left count: Int) -> \(name) { return self << count }
                func _shifted(right count: Int) -> \(name) { return self >> count }
                static func == (lhs: \(name), rhs: \(name)) -> Bool
                static func != (lhs: \(name), rhs: \(name)) -> Bool
                static func < (lhs: \(name), rhs: \(name)) -> Bool
                static func <= (lhs: \(name), rhs: \(name)) -> Bool
                static func > (lhs: \(name), rhs: \(name)) -> Bool
                static func >= (lhs: \(name), rhs: \(name)) -> Bool
                func signum() -> \(name)
                func isMultiple(of other: \(name)) -> Bool
                func quotientAndRemainder(dividingBy rhs: \(name)) -> (quotient: \(name), remainder: \(name)) { return (self / rhs, self % rhs) }
                func distance(to other: \(name)) -> Int
                func advanced(by n: Int) -> \(name)
                static func _step(after count: Int, from start: \(name), by stride: Int, current: \(name)) -> \(name)? {
                    let next = current._saturating(adding: stride)
                    return current.distance(to: next) == stride ? next : nil
                }
                func _saturating(adding n: Int) -> \(name)
                func addingReportingOverflow(_ rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func subtractingReportingOverflow(_ rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func multipliedReportingOverflow(by rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func dividedReportingOverflow(by rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func remainderReportingOverflow(dividingBy rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func multipliedFullWidth(by other: \(name)) -> (high: \(name), low: \(unsigned))
                func dividingFullWidth(_ dividend: (high: \(name), low: \(unsigned))) -> (quotient: \(name), remainder: \(name)) {
                    if self == 0 { fatalError("Division by zero") }
                    let isMinus = dividend.high < 0
                    var high = UInt64(truncatingIfNeeded: dividend.high)
                    var low = UInt64(dividend.low)
                    if \(width) < 64 {
                        low = low | high << \(width)
                        high = isMinus ? ~0 : 0
                    }
                    if isMinus {
                        low = ~low &+ 1
                        high = ~high &+ (low == 0 ? 1 : 0)
                    }
                    let parts = _longDivision(high, low, UInt64(magnitude))
                    let isNegative = isMinus != (self < 0)
                    let most = UInt64(truncatingIfNeeded: \(name).max._bits) + (isNegative && \(name).isSigned ? 1 : 0)
                    if !parts.fits || parts.quotient > most { fatalError("Quotient is not representable") }
                    let quotient = isNegative ? 0 &- parts.quotient : parts.quotient
                    let remainder = isMinus ? 0 &- parts.remainder : parts.remainder
                    return (quotient: \(name)(truncatingIfNeeded: quotient), remainder: \(name)(truncatingIfNeeded: remainder))
                }
                var words: [UInt] { return [UInt(truncatingIfNeeded: _bits)] }
            }
            """
    }
}
