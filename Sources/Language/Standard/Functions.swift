extension StandardLibrary {
    static let random = #"""
    protocol RandomNumberGenerator {
        mutating func next() -> UInt64
    }
    extension RandomNumberGenerator {
        mutating func next<T: FixedWidthInteger & UnsignedInteger>() -> T { return T(truncatingIfNeeded: next() as UInt64) }
        mutating func next<T: FixedWidthInteger & UnsignedInteger>(upperBound: T) -> T {
            if upperBound == 0 { fatalError("upperBound cannot be zero.") }
            return T(truncatingIfNeeded: _next(below: UInt64(truncatingIfNeeded: upperBound), width: T.bitWidth))
        }
        /// An unbiased draw by multiplication (Lemire, doi:10.1145/3230636), on words of the given width. A bound of 0 stands for 2 to the width.
        mutating func _next(below bound: UInt64, width: Int) -> UInt64 {
            if bound == 0 {
                let word: UInt64 = next()
                return _reduced(word, width)
            }
            var product = _product(next(), bound, width)
            if product.low < bound {
                let threshold = _reduced(0 &- bound, width) % bound
                while product.low < threshold { product = _product(next(), bound, width) }
            }
            return product.high
        }
        func _reduced(_ word: UInt64, _ width: Int) -> UInt64 {
            let one: UInt64 = 1
            return width == 64 ? word : word & ((one << width) - one)
        }
        func _product(_ word: UInt64, _ bound: UInt64, _ width: Int) -> (high: UInt64, low: UInt64) {
            let product = _reduced(word, width).multipliedFullWidth(by: bound)
            if width == 64 { return (high: product.high, low: product.low) }
            return (high: (product.low >> width) | (product.high << (64 - width)), low: _reduced(product.low, width))
        }
    }
    /// Draws from the session's recorded seed.
    struct SystemRandomNumberGenerator: RandomNumberGenerator {
        init() {}
        mutating func next() -> UInt64 { return _sessionRandom() }
    }
    func _sessionRandom() -> UInt64
    /// 128 bits by 64, one bit at a time.
    func _longDivision(_ high: UInt64, _ low: UInt64, _ divisor: UInt64) -> (quotient: UInt64, remainder: UInt64, fits: Bool) {
        if high >= divisor { return (quotient: 0, remainder: 0, fits: false) }
        var rest = high
        var bits = low
        var quotient: UInt64 = 0
        for _ in 0..<64 {
            let carries = rest >> 63 == 1
            rest = rest << 1 | bits >> 63
            bits = bits << 1
            quotient = quotient << 1
            if carries || rest >= divisor {
                rest = rest &- divisor
                quotient = quotient | 1
            }
        }
        return (quotient: quotient, remainder: rest, fits: true)
    }

    extension FixedWidthInteger {
        static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self {
            if range.isEmpty { fatalError("Can't get random value with an empty range") }
            let low = range.lowerBound._bits
            let span = generator._reduced(UInt64(truncatingIfNeeded: range.upperBound._bits &- low), Self.bitWidth)
            return Self._truncating(low &+ Int(truncatingIfNeeded: generator._next(below: span, width: Self.bitWidth)))
        }
        static func random<T: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout T) -> Self {
            let low = range.lowerBound._bits
            let span = generator._reduced(UInt64(truncatingIfNeeded: range.upperBound._bits &- low &+ 1), Self.bitWidth)
                if span == 0 { return Self._truncating(Int(truncatingIfNeeded: generator.next() as UInt64)) }
            return Self._truncating(low &+ Int(truncatingIfNeeded: generator._next(below: span, width: Self.bitWidth)))
        }
        static func random(in range: Range<Self>) -> Self {
            var generator = SystemRandomNumberGenerator()
            return Self.random(in: range, using: &generator)
        }
        static func random(in range: ClosedRange<Self>) -> Self {
            var generator = SystemRandomNumberGenerator()
            return Self.random(in: range, using: &generator)
        }
    }
    extension BinaryFloatingPoint {
        static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self {
            if range.isEmpty { fatalError("Can't get random value with an empty range") }
            let delta = range.upperBound - range.lowerBound
            if !delta.isFinite { fatalError("There is no uniform distribution on an infinite range") }
            while true {
                let word: UInt64 = generator.next()
                let unit = Self(generator._reduced(word, Self.significandBitCount + 1)) * (Self.ulpOfOne / 2)
                let drawn = delta * unit + range.lowerBound
                if drawn != range.upperBound { return drawn }
            }
        }
        static func random<T: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout T) -> Self {
            let delta = range.upperBound - range.lowerBound
            if !delta.isFinite { fatalError("There is no uniform distribution on an infinite range") }
            let one: UInt64 = 1
            let most: UInt64 = one << (Self.significandBitCount + 1)
            let drawn = generator._next(below: most + 1, width: Self.significandBitCount > 31 ? 64 : 32)
            if drawn == most { return range.upperBound }
            return delta * (Self(drawn) * (Self.ulpOfOne / 2)) + range.lowerBound
        }
        static func random(in range: Range<Self>) -> Self {
            var generator = SystemRandomNumberGenerator()
            return Self.random(in: range, using: &generator)
        }
        static func random(in range: ClosedRange<Self>) -> Self {
            var generator = SystemRandomNumberGenerator()
            return Self.random(in: range, using: &generator)
        }
    }
    extension Bool {
        static func random<T: RandomNumberGenerator>(using generator: inout T) -> Bool {
            let word: UInt64 = generator.next()
            return (word >> 17) & 1 == 0
        }
        static func random() -> Bool {
            var generator = SystemRandomNumberGenerator()
            return Bool.random(using: &generator)
        }
    }
    """#

    static let functions = #"""
    protocol CVarArg {}
    extension String: CVarArg {}

    /// Writes the items' texts, separated by `separator`, and then `terminator`.
    func print(_ items: Any..., separator: String = " ", terminator: String = "\n")
    func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n")
    func print<Target: TextOutputStream>(_ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target) {
            var prefix = ""
            for item in items {
                output.write(prefix)
                output.write(String(describing: item))
                prefix = separator
        }
            output.write(terminator)
    }
    func debugPrint<Target: TextOutputStream>(_ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target) {
            var prefix = ""
            for item in items {
                output.write(prefix)
                output.write(String(reflecting: item))
                prefix = separator
    }
            output.write(terminator)
        }
        @discardableResult func dump<T>(_ value: T, name: String? = nil, indent: Int = 0, maxDepth: Int = Int.max, maxItems: Int = Int.max) -> T {
            print(_dump(value, name, indent, maxDepth, maxItems), terminator: "")
        return value
    }
        @discardableResult func dump<T, Target: TextOutputStream>(_ value: T, to target: inout Target, name: String? = nil, indent: Int = 0, maxDepth: Int = Int.max, maxItems: Int = Int.max) -> T {
            target.write(_dump(value, name, indent, maxDepth, maxItems))
            return value
        }
        func _errorCode<T>(_ value: T) -> Int
        func _areEqual<T>(_ lhs: T, _ rhs: T) -> Bool
        func _dump<T>(_ value: T, _ name: String?, _ indent: Int, _ maxDepth: Int, _ maxItems: Int) -> String
    func readLine(strippingNewline: Bool = true) -> String?
    struct _StandardStream {
        let _number: Int
    }
    var stdout: _StandardStream { return _StandardStream(_number: 1) }
    var stderr: _StandardStream { return _StandardStream(_number: 2) }
    @discardableResult func fputs(_ text: String, _ stream: _StandardStream) -> Int32 {
        _write(text, stream._number)
        return 1
    }
    func _write(_ text: String, _ stream: Int)
    /// Waits so many seconds, or microseconds; an interrupt ends it.
    @discardableResult func sleep(_ seconds: UInt32) -> UInt32 {
        _sleep(Double(seconds))
        return 0
    }
    @discardableResult func usleep(_ microseconds: UInt32) -> Int32 {
        _sleep(Double(microseconds) * 1e-6)
        return 0
    }
    func _sleep(_ seconds: Double)
    @discardableResult func fflush(_ stream: _StandardStream?) -> Int32 { return 0 }

    func fatalError(_ message: @autoclosure () -> String = "") -> Never { _trap("Fatal error", message()) }
    func preconditionFailure(_ message: @autoclosure () -> String = "") -> Never { _trap("Fatal error", message()) }
    func assertionFailure(_ message: @autoclosure () -> String = "") { _trap("Fatal error", message()) }
    func precondition(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
        if !condition() { _trap("Precondition failed", message()) }
    }
    func assert(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
        if !condition() { _trap("Assertion failed", message()) }
    }
    func _trap(_ kind: String, _ message: String) -> Never

    func numericCast<T: BinaryInteger, U: BinaryInteger>(_ x: T) -> U { return U(x) }
    func min<T: Comparable>(_ x: T, _ y: T) -> T { return y < x ? y : x }
    func max<T: Comparable>(_ x: T, _ y: T) -> T { return y >= x ? y : x }
    func min<T: Comparable>(_ x: T, _ y: T, _ z: T) -> T { return min(min(x, y), z) }
    func max<T: Comparable>(_ x: T, _ y: T, _ z: T) -> T { return max(max(x, y), z) }
    func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
        var least = y < x ? y : x
        if z < least { least = z }
        for value in rest { if value < least { least = value } }
        return least
    }
    func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
        var greatest = y >= x ? y : x
        if z >= greatest { greatest = z }
        for value in rest { if value >= greatest { greatest = value } }
        return greatest
    }
    /// Adding zero turns -0.0 into 0.0 and changes nothing else.
    func abs<T: Comparable & SignedNumeric>(_ x: T) -> T { return x < 0 ? -x : x + 0 }
    func swap<T>(_ a: inout T, _ b: inout T) {
        let first = a
        a = b
        b = first
    }
    func type<T>(of value: T) -> T.Type
    func == (lhs: Any.Type, rhs: Any.Type) -> Bool
    func != (lhs: Any.Type, rhs: Any.Type) -> Bool { return !(lhs == rhs) }
    func ~= <T: Equatable>(a: T, b: T) -> Bool { return a == b }

    func == (lhs: (), rhs: ()) -> Bool { return true }
    func == <A: Equatable, B: Equatable>(lhs: (A, B), rhs: (A, B)) -> Bool { return lhs.0 == rhs.0 && lhs.1 == rhs.1 }
    func != <A: Equatable, B: Equatable>(lhs: (A, B), rhs: (A, B)) -> Bool { return lhs.0 != rhs.0 || lhs.1 != rhs.1 }
    func == <A: Equatable, B: Equatable, C: Equatable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { return lhs.0 == rhs.0 && lhs.1 == rhs.1 && lhs.2 == rhs.2 }
    func != <A: Equatable, B: Equatable, C: Equatable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { return lhs.0 != rhs.0 || lhs.1 != rhs.1 || lhs.2 != rhs.2 }
    func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool {
        return lhs.0 == rhs.0 && lhs.1 == rhs.1 && lhs.2 == rhs.2 && lhs.3 == rhs.3
    }
    func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool {
        return lhs.0 != rhs.0 || lhs.1 != rhs.1 || lhs.2 != rhs.2 || lhs.3 != rhs.3
    }
    func < <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { return lhs.0 != rhs.0 ? lhs.0 < rhs.0 : lhs.1 < rhs.1 }
    func <= <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { return lhs.0 != rhs.0 ? lhs.0 <= rhs.0 : lhs.1 <= rhs.1 }
    func > <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { return lhs.0 != rhs.0 ? lhs.0 > rhs.0 : lhs.1 > rhs.1 }
    func >= <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { return lhs.0 != rhs.0 ? lhs.0 >= rhs.0 : lhs.1 >= rhs.1 }
    func < <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool {
        return lhs.0 != rhs.0 ? lhs.0 < rhs.0 : lhs.1 != rhs.1 ? lhs.1 < rhs.1 : lhs.2 < rhs.2
    }
    func <= <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool {
        return lhs.0 != rhs.0 ? lhs.0 <= rhs.0 : lhs.1 != rhs.1 ? lhs.1 <= rhs.1 : lhs.2 <= rhs.2
    }
    func > <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool {
        return lhs.0 != rhs.0 ? lhs.0 > rhs.0 : lhs.1 != rhs.1 ? lhs.1 > rhs.1 : lhs.2 > rhs.2
    }
    func >= <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool {
        return lhs.0 != rhs.0 ? lhs.0 >= rhs.0 : lhs.1 != rhs.1 ? lhs.1 >= rhs.1 : lhs.2 >= rhs.2
    }
    """#
}
