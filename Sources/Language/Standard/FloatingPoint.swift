extension StandardLibrary {
    static let bool = #"""
    struct Bool: Hashable, ExpressibleByBooleanLiteral, LosslessStringConvertible, Sendable, Codable {
        init() { self = false }
        init(_ value: Bool) { self = value }
        init(booleanLiteral value: Bool) { self = value }
        init?(_ description: String) {
            if description == "true" { self = true } else if description == "false" { self = false } else { return nil }
        }
        static func == (lhs: Bool, rhs: Bool) -> Bool
        static func != (lhs: Bool, rhs: Bool) -> Bool
        static prefix func ! (a: Bool) -> Bool
        static func && (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool { if lhs { return try rhs() } else { return false } }
        static func || (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool { if lhs { return true } else { return try rhs() } }
        mutating func toggle() { self = !self }
        var description: String { return self ? "true" : "false" }
        func hash(into hasher: inout Hasher) { hasher.combine(self) }
    }
    """#

    static let floatingPoint = #"""
    enum FloatingPointSign: Int { case plus, minus }
    enum FloatingPointRoundingRule { case toNearestOrAwayFromZero, toNearestOrEven, up, down, towardZero, awayFromZero }
    enum FloatingPointClassification {
        case signalingNaN, quietNaN, negativeInfinity, negativeNormal, negativeSubnormal, negativeZero
        case positiveZero, positiveSubnormal, positiveNormal, positiveInfinity
    }

    protocol FloatingPoint: Hashable, SignedNumeric, Strideable {
        init(_ value: Int)
        init<Source: BinaryInteger>(_ value: Source)
        init(signOf: Self, magnitudeOf: Self)
        init(sign: FloatingPointSign, exponent: Int, significand: Self)
        static var radix: Int { get }
        static var nan: Self { get }
        static var signalingNaN: Self { get }
        static var infinity: Self { get }
        static var greatestFiniteMagnitude: Self { get }
        static var pi: Self { get }
        static var ulpOfOne: Self { get }
        static var leastNormalMagnitude: Self { get }
        static var leastNonzeroMagnitude: Self { get }
        var ulp: Self { get }
        var sign: FloatingPointSign { get }
        var exponent: Int { get }
        var significand: Self { get }
        static func / (lhs: Self, rhs: Self) -> Self
        static func /= (lhs: inout Self, rhs: Self)
        func remainder(dividingBy other: Self) -> Self
        func truncatingRemainder(dividingBy other: Self) -> Self
        func squareRoot() -> Self
        func addingProduct(_ lhs: Self, _ rhs: Self) -> Self
        static func minimum(_ x: Self, _ y: Self) -> Self
        static func maximum(_ x: Self, _ y: Self) -> Self
        func rounded(_ rule: FloatingPointRoundingRule) -> Self
        func rounded() -> Self
        var nextUp: Self { get }
        var nextDown: Self { get }
        var isNormal: Bool { get }
        var isFinite: Bool { get }
        var isZero: Bool { get }
        var isSubnormal: Bool { get }
        var isInfinite: Bool { get }
        var isNaN: Bool { get }
        var isSignalingNaN: Bool { get }
        var isCanonical: Bool { get }
        var floatingPointClass: FloatingPointClassification { get }
    }
    extension FloatingPoint {
        static var radix: Int { return 2 }
        var isCanonical: Bool { return true }
        mutating func round(_ rule: FloatingPointRoundingRule) { self = rounded(rule) }
        mutating func round() { self = rounded() }
        mutating func formSquareRoot() { self = squareRoot() }
        mutating func formRemainder(dividingBy other: Self) { self = remainder(dividingBy: other) }
        mutating func formTruncatingRemainder(dividingBy other: Self) { self = truncatingRemainder(dividingBy: other) }
        mutating func addProduct(_ lhs: Self, _ rhs: Self) { self = addingProduct(lhs, rhs) }
        static func minimumMagnitude(_ x: Self, _ y: Self) -> Self {
            if x.isSignalingNaN || y.isSignalingNaN { return x + y }
            if abs(x) <= abs(y) || y.isNaN { return x }
            return y
        }
        static func maximumMagnitude(_ x: Self, _ y: Self) -> Self {
            if x.isSignalingNaN || y.isSignalingNaN { return x + y }
            if abs(x) > abs(y) || y.isNaN { return x }
            return y
        }
        func isEqual(to other: Self) -> Bool { return self == other }
        func isLess(than other: Self) -> Bool { return self < other }
        func isLessThanOrEqualTo(_ other: Self) -> Bool { return self <= other }
    }

    protocol BinaryFloatingPoint: FloatingPoint, ExpressibleByFloatLiteral {
        init(_ value: Float)
        init(_ value: Double)
        init<Source: BinaryFloatingPoint>(_ value: Source)
        static var exponentBitCount: Int { get }
        static var significandBitCount: Int { get }
        var binade: Self { get }
        var _double: Double { get }
    }
    """#

    /// Double or Float; `bits` is the integer type of its bit pattern.
    static func floating(_ name: String, bits: String) -> String {
        let other = name == "Double" ? "Float" : "Double"
        let integers = ["Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64"]
        let conversions = integers.map { "    init(_ value: \($0))" }.joined(separator: "\n")
        let (exponentBits, significandBits) = name == "Double" ? (11, 52) : (8, 23)
        return """
            struct \(name): BinaryFloatingPoint, LosslessStringConvertible, TextOutputStreamable, Sendable, Codable, CVarArg {
                typealias Magnitude = \(name)
                typealias Stride = \(name)
                typealias Exponent = Int
                typealias IntegerLiteralType = \(name)
                typealias FloatLiteralType = \(name)
                init() { self = 0 }
                init(_ value: \(name)) { self = value }
                init(_ value: \(other))
            \(conversions)
                init(integerLiteral value: \(name)) { self = value }
                init(floatLiteral value: \(name)) { self = value }
                init<Source: BinaryInteger>(_ value: Source) { self = \(name)._convert(value._bits, isSigned: Source.isSigned) }
                init<Source: BinaryFloatingPoint>(_ value: Source) { self = \(name)(value._double) }
                init?<Source: BinaryInteger>(exactly value: Source) {
                    guard let exact = \(name)._exactly(value._bits, isSigned: Source.isSigned) else { return nil }
                    self = exact
                }
                init?(exactly value: \(other)) {
                    let converted = \(name)(value)
                    if \(other)(converted) != value { return nil }
                    self = converted
                }
                static func _convert(_ bits: Int, isSigned: Bool) -> \(name)
                static func _exactly(_ bits: Int, isSigned: Bool) -> \(name)?
                static func _parsed(_ text: String) -> \(name)?
                init?(_ text: String) {
                    guard let value = \(name)._parsed(text) else { return nil }
                    self = value
                }
                init?<S: StringProtocol>(_ text: S) {
                    guard let value = \(name)._parsed(String(text)) else { return nil }
                    self = value
                }
                init(bitPattern: \(bits))
                init(sign: FloatingPointSign, exponent: Int, significand: \(name)) {
                    self = (sign == .minus ? -significand : significand)._scaled(exponent)
                }
                init(signOf: \(name), magnitudeOf: \(name))
                init(sign: FloatingPointSign, exponentBitPattern: UInt, significandBitPattern: \(bits)) {
                    let high: \(bits) = (sign == .minus ? \(1 << exponentBits) : 0) | \(bits)(truncatingIfNeeded: exponentBitPattern & \((1 << exponentBits) - 1))
                    self = \(name)(bitPattern: high << \(significandBits) | significandBitPattern & \((1 << significandBits) - 1))
                }
                func _scaled(_ exponent: Int) -> \(name)
                static var zero: \(name) { return 0 }
                static var nan: \(name) { get }
                static var signalingNaN: \(name) { get }
                static var infinity: \(name) { get }
                static var greatestFiniteMagnitude: \(name) { get }
                static var pi: \(name) { get }
                static var ulpOfOne: \(name) { get }
                static var leastNormalMagnitude: \(name) { get }
                static var leastNonzeroMagnitude: \(name) { get }
                static var exponentBitCount: Int { return \(exponentBits) }
                static var significandBitCount: Int { return \(significandBits) }
                var bitPattern: \(bits) { get }
                var exponentBitPattern: UInt { return UInt((bitPattern >> \(significandBits)) & \((1 << exponentBits) - 1)) }
                var significandBitPattern: \(bits) { return bitPattern & \((1 << significandBits) - 1) }
                var description: String { get }
                var debugDescription: String { return description }
                var magnitude: \(name) { get }
                var ulp: \(name) { get }
                var sign: FloatingPointSign { return _isMinus ? .minus : .plus }
                var _isMinus: Bool { get }
                var _double: Double { return Double(self) }
                var exponent: Int { get }
                var significand: \(name) { get }
                var significandWidth: Int { get }
                var binade: \(name) { get }
                var nextUp: \(name) { get }
                var nextDown: \(name) { get }
                var isNormal: Bool { get }
                var isFinite: Bool { get }
                var isZero: Bool { get }
                var isSubnormal: Bool { get }
                var isInfinite: Bool { get }
                var isNaN: Bool { get }
                var isSignalingNaN: Bool { get }
                var floatingPointClass: FloatingPointClassification {
                    if isSignalingNaN { return .signalingNaN }
                    if isNaN { return .quietNaN }
                    if isInfinite { return _isMinus ? .negativeInfinity : .positiveInfinity }
                    if isZero { return _isMinus ? .negativeZero : .positiveZero }
                    if isSubnormal { return _isMinus ? .negativeSubnormal : .positiveSubnormal }
                    return _isMinus ? .negativeNormal : .positiveNormal
                }
                func hash(into hasher: inout Hasher) { hasher.combine(self) }
                static prefix func - (operand: \(name)) -> \(name)
                mutating func negate() { self = -self }
                static func + (lhs: \(name), rhs: \(name)) -> \(name)
                static func - (lhs: \(name), rhs: \(name)) -> \(name)
                static func * (lhs: \(name), rhs: \(name)) -> \(name)
                static func / (lhs: \(name), rhs: \(name)) -> \(name)
                static func += (lhs: inout \(name), rhs: \(name))
                static func -= (lhs: inout \(name), rhs: \(name))
                static func *= (lhs: inout \(name), rhs: \(name))
                static func /= (lhs: inout \(name), rhs: \(name))
                static func == (lhs: \(name), rhs: \(name)) -> Bool
                static func != (lhs: \(name), rhs: \(name)) -> Bool
                static func < (lhs: \(name), rhs: \(name)) -> Bool
                static func <= (lhs: \(name), rhs: \(name)) -> Bool
                static func > (lhs: \(name), rhs: \(name)) -> Bool
                static func >= (lhs: \(name), rhs: \(name)) -> Bool
                func remainder(dividingBy other: \(name)) -> \(name)
                func truncatingRemainder(dividingBy other: \(name)) -> \(name)
                func squareRoot() -> \(name)
                func addingProduct(_ lhs: \(name), _ rhs: \(name)) -> \(name)
                static func minimum(_ x: \(name), _ y: \(name)) -> \(name)
                static func maximum(_ x: \(name), _ y: \(name)) -> \(name)
                func rounded() -> \(name)
                func _rounded(_ rule: Int) -> \(name)
                func rounded(_ rule: FloatingPointRoundingRule) -> \(name) {
                    switch rule {
                    case .toNearestOrAwayFromZero: return _rounded(0)
                    case .toNearestOrEven: return _rounded(1)
                    case .up: return _rounded(2)
                    case .down: return _rounded(3)
                    case .towardZero: return _rounded(4)
                    case .awayFromZero: return _rounded(5)
                    }
                }
                func isTotallyOrdered(belowOrEqualTo other: \(name)) -> Bool
                func distance(to other: \(name)) -> \(name) { return other - self }
                func advanced(by n: \(name)) -> \(name) { return self + n }
                static func _step(after count: Int, from start: \(name), by stride: \(name), current: \(name)) -> \(name)? { return start.addingProduct(\(name)(count), stride) }
                func write<Target: TextOutputStream>(to target: inout Target) { target.write(description) }
            }
            """
    }

    /// The functions of `<math.h>`, for Double and Float.
    static let math: String = {
        let unary = [
            "sqrt", "cbrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
            "asinh", "acosh", "atanh", "erf", "erfc", "tgamma", "lgamma", "floor", "ceil", "round", "trunc", "rint", "nearbyint", "fabs", "logb",
        ]
        let binary = ["pow", "atan2", "hypot", "fmod", "remainder", "copysign", "fmin", "fmax", "fdim", "nextafter"]
        var lines: [String] = []
        for type in ["Double", "Float"] {
            lines += unary.map { "func \($0)(_ x: \(type)) -> \(type)" }
            lines += binary.map { "func \($0)(_ x: \(type), _ y: \(type)) -> \(type)" }
            lines += [
                "func fma(_ x: \(type), _ y: \(type), _ z: \(type)) -> \(type)",
                "func ldexp(_ x: \(type), _ n: Int) -> \(type) { return x._scaled(n) }",
                "func scalbn(_ x: \(type), _ n: Int) -> \(type) { return x._scaled(n) }",
                "func ilogb(_ x: \(type)) -> Int { return x.isInfinite ? 2147483647 : x == 0 || x.isNaN ? -2147483648 : x.exponent }",
                "func modf(_ x: \(type)) -> (\(type), \(type)) { return (trunc(x), copysign(x.isInfinite ? 0 : x - trunc(x), x)) }",
                "func remquo(_ x: \(type), _ y: \(type)) -> (\(type), Int) { return (remainder(x, y), _quotient(Double(x), Double(y))) }",
                "func frexp(_ x: \(type)) -> (\(type), Int) { return x == 0 || !x.isFinite ? (x, 0) : (x.significand / 2, x.exponent + 1) }",
            ]
        }
        lines += ["j0", "j1", "y0", "y1"].map { "func \($0)(_ x: Double) -> Double" }
        lines += [
            "func jn(_ n: Int, _ x: Double) -> Double",
            "func yn(_ n: Int, _ x: Double) -> Double",
            "func _quotient(_ x: Double, _ y: Double) -> Int",
            "func lround(_ x: Double) -> Int { return Int(x.rounded()) }",
            "func lrint(_ x: Double) -> Int { return Int(x.rounded(.toNearestOrEven)) }",
            "func llround(_ x: Double) -> Int64 { return Int64(x.rounded()) }",
            "func llrint(_ x: Double) -> Int64 { return Int64(x.rounded(.toNearestOrEven)) }",
        ]
        let constants = [
            ("M_PI", "3.14159265358979323846"), ("M_E", "2.7182818284590452354"), ("M_PI_2", "1.57079632679489661923"), ("M_PI_4", "0.78539816339744830962"),
            ("M_SQRT2", "1.41421356237309504880"), ("M_LN2", "0.69314718055994530942"), ("M_LN10", "2.30258509299404568402"),
            ("M_LOG2E", "1.4426950408889634074"), ("M_LOG10E", "0.43429448190325182765"), ("M_1_PI", "0.31830988618379067154"),
            ("M_2_PI", "0.63661977236758134308"), ("M_2_SQRTPI", "1.12837916709551257390"), ("M_SQRT1_2", "0.70710678118654752440"),
        ]
        lines += constants.map { "var \($0): Double { return \($1) }" }
        return lines.joined(separator: "\n")
    }()
}
