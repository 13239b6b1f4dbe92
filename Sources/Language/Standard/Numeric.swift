extension StandardLibrary {
    static let numeric = #"""
    protocol AdditiveArithmetic: Equatable {
        static var zero: Self { get }
        static func + (lhs: Self, rhs: Self) -> Self
        static func += (lhs: inout Self, rhs: Self)
        static func - (lhs: Self, rhs: Self) -> Self
        static func -= (lhs: inout Self, rhs: Self)
    }
    extension AdditiveArithmetic {
        static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }
        static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }
        static prefix func + (x: Self) -> Self { return x }
    }
    extension AdditiveArithmetic where Self: ExpressibleByIntegerLiteral {
        static var zero: Self { return 0 }
    }

    protocol Numeric: AdditiveArithmetic, ExpressibleByIntegerLiteral {
        associatedtype Magnitude: Comparable, Numeric
        init?<T: BinaryInteger>(exactly source: T)
        var magnitude: Magnitude { get }
        static func * (lhs: Self, rhs: Self) -> Self
        static func *= (lhs: inout Self, rhs: Self)
    }
    protocol SignedNumeric: Numeric {
        static prefix func - (operand: Self) -> Self
        mutating func negate()
    }
    extension SignedNumeric {
        static prefix func - (operand: Self) -> Self {
            var result = operand
            result.negate()
            return result
        }
        mutating func negate() { self = 0 - self }
    }

    protocol Strideable<Stride>: Comparable {
        associatedtype Stride: Comparable, SignedNumeric
        func distance(to other: Self) -> Stride
        func advanced(by n: Stride) -> Self
        /// The value one stride on; nil where that cannot be represented.
        static func _step(after count: Int, from start: Self, by stride: Stride, current: Self) -> Self?
    }
    extension Strideable {
        static func < (a: Self, b: Self) -> Bool { return a.distance(to: b) > 0 }
        static func _step(after count: Int, from start: Self, by stride: Stride, current: Self) -> Self? { return current.advanced(by: stride) }
    }

    protocol BinaryInteger: Hashable, Numeric, CustomStringConvertible, Strideable where Magnitude: BinaryInteger {
        static var isSigned: Bool { get }
        init<T: BinaryInteger>(_ source: T)
        init<T: BinaryFloatingPoint>(_ source: T)
        init?<T: BinaryFloatingPoint>(exactly source: T)
        init<T: BinaryInteger>(truncatingIfNeeded source: T)
        init<T: BinaryInteger>(clamping source: T)
        var bitWidth: Int { get }
        var trailingZeroBitCount: Int { get }
        static func / (lhs: Self, rhs: Self) -> Self
        static func /= (lhs: inout Self, rhs: Self)
        static func % (lhs: Self, rhs: Self) -> Self
        static func %= (lhs: inout Self, rhs: Self)
        static prefix func ~ (x: Self) -> Self
        static func & (lhs: Self, rhs: Self) -> Self
        static func &= (lhs: inout Self, rhs: Self)
        static func | (lhs: Self, rhs: Self) -> Self
        static func |= (lhs: inout Self, rhs: Self)
        static func ^ (lhs: Self, rhs: Self) -> Self
        static func ^= (lhs: inout Self, rhs: Self)
        func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self)
        func isMultiple(of other: Self) -> Bool
        func signum() -> Self
        var _bits: Int { get }
        func _shifted(left count: Int) -> Self
        func _shifted(right count: Int) -> Self
    }
    extension BinaryInteger {
        static func << <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self { return lhs._shifted(left: Int(clamping: rhs)) }
        static func >> <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self { return lhs._shifted(right: Int(clamping: rhs)) }
        static func <<= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS) { lhs = lhs << rhs }
        static func >>= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS) { lhs = lhs >> rhs }
        func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self) { return (self / rhs, self % rhs) }
        func signum() -> Self {
            if self == 0 { return 0 }
            return self < 0 ? 0 - 1 : 1
        }
        /// Of two integers of any types.
        func _isEqual<Other: BinaryInteger>(_ other: Other) -> Bool { return _bits == other._bits && (_bits >= 0 || Self.isSigned == Other.isSigned) }
        func _isBelow<Other: BinaryInteger>(_ other: Other) -> Bool {
            let left = _bits
            let right = other._bits
            if left < 0 {
                if Self.isSigned { return right >= 0 || !Other.isSigned || left < right }
                return right < 0 && !Other.isSigned && left < right
            }
            return right < 0 ? !Other.isSigned : left < right
        }
        static func == <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { return lhs._isEqual(rhs) }
        static func != <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { return !lhs._isEqual(rhs) }
        static func < <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { return lhs._isBelow(rhs) }
        static func > <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { return rhs._isBelow(lhs) }
        static func <= <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { return !rhs._isBelow(lhs) }
        static func >= <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { return !lhs._isBelow(rhs) }
    }

    protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible where Magnitude: FixedWidthInteger, Magnitude: UnsignedInteger, Stride: FixedWidthInteger, Stride: SignedInteger {
        static var bitWidth: Int { get }
        static var max: Self { get }
        static var min: Self { get }
        func addingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
        func subtractingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
        func multipliedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool)
        func dividedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool)
        func remainderReportingOverflow(dividingBy rhs: Self) -> (partialValue: Self, overflow: Bool)
        func multipliedFullWidth(by other: Self) -> (high: Self, low: Magnitude)
        func dividingFullWidth(_ dividend: (high: Self, low: Magnitude)) -> (quotient: Self, remainder: Self)
        static func _parsing(_ text: String, radix: Int) -> Self?
        static func _truncating(_ bits: Int) -> Self
        var nonzeroBitCount: Int { get }
        var leadingZeroBitCount: Int { get }
        var byteSwapped: Self { get }
        static func &+ (lhs: Self, rhs: Self) -> Self
        static func &- (lhs: Self, rhs: Self) -> Self
        static func &* (lhs: Self, rhs: Self) -> Self
        static func &>> (lhs: Self, rhs: Self) -> Self
        static func &<< (lhs: Self, rhs: Self) -> Self
    }
    extension FixedWidthInteger {
        init?<S: StringProtocol>(_ text: S, radix: Int = 10) {
            if radix < 2 || radix > 36 { fatalError("Radix not in range 2...36") }
            guard let parsed = Self._parsing(String(text), radix: radix) else { return nil }
            self = parsed
        }
        init?(_ description: String) {
            guard let parsed = Self._parsing(description, radix: 10) else { return nil }
            self = parsed
        }
        init(bigEndian value: Self) { self = value.byteSwapped }
        init(littleEndian value: Self) { self = value }
        var bigEndian: Self { return byteSwapped }
        var littleEndian: Self { return self }
        static func &+= (lhs: inout Self, rhs: Self) { lhs = lhs &+ rhs }
        static func &-= (lhs: inout Self, rhs: Self) { lhs = lhs &- rhs }
        static func &*= (lhs: inout Self, rhs: Self) { lhs = lhs &* rhs }
        static func &>>= (lhs: inout Self, rhs: Self) { lhs = lhs &>> rhs }
        static func &<<= (lhs: inout Self, rhs: Self) { lhs = lhs &<< rhs }
    }
    protocol SignedInteger: BinaryInteger, SignedNumeric {}
    protocol UnsignedInteger: BinaryInteger {}
    """#
}
