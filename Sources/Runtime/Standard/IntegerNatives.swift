import IR

/// The natives of the ten integer types, written once.
///
/// `_bits` and the functions with `isSigned` carry a value of any integer type as 64 bits and the sign of its type, so that
/// the generic conversions of the standard text need no native for each pair of types.
extension NativeTable {
    mutating func addIntegers() {
        addInteger(Int.self, partner: UInt.self)
        addInteger(Int8.self, partner: UInt8.self)
        addInteger(Int16.self, partner: UInt16.self)
        addInteger(Int32.self, partner: UInt32.self)
        addInteger(Int64.self, partner: UInt64.self)
        addInteger(UInt.self, partner: Int.self)
        addInteger(UInt8.self, partner: Int8.self)
        addInteger(UInt16.self, partner: Int16.self)
        addInteger(UInt32.self, partner: Int32.self)
        addInteger(UInt64.self, partner: Int64.self)
    }

    private mutating func addInteger<I: RawBridged & FixedWidthInteger & Sendable, P: RawBridged & FixedWidthInteger & Sendable>(
        _: I.Type, partner: P.Type
    ) where I.Magnitude: RawBridged & FixedWidthInteger & Sendable {
        addArithmetic(I.self)
        addBits(I.self)
        addComparisons(I.self)
        addConversions(I.self)
        let name = "\(I.self)"
        add("\(name).init(bitPattern:)<\(P.self)>") { call in call.give(I(truncatingIfNeeded: call.next(P.self))) }
        add("\(name).magnitude") { call in call.give(call.next(I.self).magnitude) }
        add("\(name).multipliedFullWidth(by:)<\(name)>") { call in
            let (a, b) = (call.next(I.self), call.next(I.self))
            let product = a.multipliedFullWidth(by: b)
            call.give(tuple: product.high, product.low)
        }
    }

    private mutating func addArithmetic<I: RawBridged & FixedWidthInteger & Sendable>(_: I.Type) {
        let name = "\(I.self)"
        let checked: [(String, @Sendable (I, I) throws -> I)] = [
            ("+", { try CheckedIntegers.known($0.addingReportingOverflow($1)) }),
            ("-", { try CheckedIntegers.known($0.subtractingReportingOverflow($1)) }),
            ("*", { try CheckedIntegers.known($0.multipliedReportingOverflow(by: $1)) }),
            ("/", { try CheckedIntegers.quotient($0, $1) }),
            ("%", { try CheckedIntegers.remainder($0, $1) }),
        ]
        for (sign, operation) in checked {
            add("\(name).\(sign)(_:_:)<\(name),\(name)>") { call in
                let (a, b) = (call.next(I.self), call.next(I.self))
                call.give(try operation(a, b))
            }
            add("\(name).\(sign)=(_:_:)<inout\(name),\(name)>") { call in
                let address = call.nextRawAddress()
                address.pointee = try operation(I(word: address.pointee), call.next(I.self)).word
            }
        }
        if I.isSigned {
            add("\(name).-(_:)<\(name)>") { call in call.give(try CheckedIntegers.known((0 as I).subtractingReportingOverflow(call.next(I.self)))) }
        }
        let reporting: [(String, @Sendable (I, I) -> (partialValue: I, overflow: Bool))] = [
            ("addingReportingOverflow(_:)", { $0.addingReportingOverflow($1) }),
            ("subtractingReportingOverflow(_:)", { $0.subtractingReportingOverflow($1) }),
            ("multipliedReportingOverflow(by:)", { $0.multipliedReportingOverflow(by: $1) }),
            ("dividedReportingOverflow(by:)", { $0.dividedReportingOverflow(by: $1) }),
            ("remainderReportingOverflow(dividingBy:)", { $0.remainderReportingOverflow(dividingBy: $1) }),
        ]
        for (method, operation) in reporting {
            add("\(name).\(method)<\(name)>") { call in
                let (a, b) = (call.next(I.self), call.next(I.self))
                let (value, overflow) = operation(a, b)
                call.give(tuple: value, overflow)
            }
        }
        add("\(name).signum()<>") { call in call.give(call.next(I.self).signum()) }
        add("\(name).isMultiple(of:)<\(name)>") { call in
            let (a, b) = (call.next(I.self), call.next(I.self))
            call.give(a.isMultiple(of: b))
        }
        add("\(name).distance(to:)<\(name)>") { call in
            let (a, b) = (call.next(I.self), call.next(I.self))
            if I.isSigned {
                call.give(try CheckedIntegers.known(Int(truncatingIfNeeded: b).subtractingReportingOverflow(Int(truncatingIfNeeded: a))))
            } else {
                guard let distance = Int(exactly: a > b ? a - b : b - a) else { throw Trap.overflow }
                call.give(a > b ? -distance : distance)
            }
        }
        add("\(name).advanced(by:)<Int>") { call in
            let (value, step): (I, Int) = (call.next(), call.next())
            let (moved, overflow) = CheckedIntegers.sum(value, step)
            if overflow { throw Trap.overflow }
            call.give(moved)
        }
        add("\(name)._saturating(adding:)<Int>") { call in
            let (value, step): (I, Int) = (call.next(), call.next())
            let (moved, overflow) = CheckedIntegers.sum(value, step)
            call.give(overflow ? (step < 0 ? I.min : I.max) : moved)
        }
    }

    private mutating func addBits<I: RawBridged & FixedWidthInteger & Sendable>(_: I.Type) {
        let name = "\(I.self)"
        let binary: [(String, @Sendable (I, I) -> I)] = [
            ("&+", { $0 &+ $1 }), ("&-", { $0 &- $1 }), ("&*", { $0 &* $1 }), ("&<<", { $0 &<< $1 }), ("&>>", { $0 &>> $1 }),
            ("&", { $0 & $1 }), ("|", { $0 | $1 }), ("^", { $0 ^ $1 }),
        ]
        for (sign, operation) in binary {
            add("\(name).\(sign)(_:_:)<\(name),\(name)>") { call in
                let (a, b) = (call.next(I.self), call.next(I.self))
                call.give(operation(a, b))
            }
        }
        add("\(name).~(_:)<\(name)>") { call in call.give(~call.next(I.self)) }
        let shifts: [(String, @Sendable (I, Int) -> I)] = [("<<", { $0 << $1 }), (">>", { $0 >> $1 })]
        for (sign, operation) in shifts {
            add("\(name).\(sign)(_:_:)<\(name),Int>") { call in
                let (value, count): (I, Int) = (call.next(), call.next())
                call.give(operation(value, count))
            }
        }
        add("\(name).trailingZeroBitCount") { call in call.give(call.next(I.self).trailingZeroBitCount) }
        add("\(name).leadingZeroBitCount") { call in call.give(call.next(I.self).leadingZeroBitCount) }
        add("\(name).nonzeroBitCount") { call in call.give(call.next(I.self).nonzeroBitCount) }
        add("\(name).byteSwapped") { call in call.give(call.next(I.self).byteSwapped) }
        add("\(name)._bits") { call in call.give(Int(truncatingIfNeeded: call.next(I.self))) }
        add("\(name).max") { call in call.give(I.max) }
        add("\(name).min") { call in call.give(I.min) }
    }

    private mutating func addComparisons<I: RawBridged & FixedWidthInteger & Sendable>(_: I.Type) {
        let name = "\(I.self)"
        let comparisons: [(String, @Sendable (I, I) -> Bool)] = [
            ("==", { $0 == $1 }), ("!=", { $0 != $1 }), ("<", { $0 < $1 }), ("<=", { $0 <= $1 }), (">", { $0 > $1 }), (">=", { $0 >= $1 }),
        ]
        for (sign, operation) in comparisons {
            add("\(name).\(sign)(_:_:)<\(name),\(name)>") { call in
                let (a, b) = (call.next(I.self), call.next(I.self))
                call.give(operation(a, b))
            }
        }
    }

    private mutating func addConversions<I: RawBridged & FixedWidthInteger & Sendable>(_: I.Type) {
        let name = "\(I.self)"
        for kind in IntegerKind.allCases where kind.rawValue != name {
            let isSigned = kind.isSigned
            add("\(name).init(_:)<\(kind.rawValue)>") { call in call.give(try CheckedIntegers.convert(call.nextWord(), isSigned: isSigned, to: I.self)) }
        }
        add("\(name).init(_:)<Double>") { call in call.give(try CheckedIntegers.truncate(call.next(Double.self), to: I.self)) }
        add("\(name).init(_:)<Float>") { call in call.give(try CheckedIntegers.truncate(call.next(Float.self), to: I.self)) }
        add("\(name)._truncating(_:)<Int>") { call in call.give(I(truncatingIfNeeded: call.next(Int.self))) }
        add("\(name)._make(_:isSigned:)<Int,Bool>") { call in
            let (bits, isSigned): (Int, Bool) = (call.next(), call.next())
            call.give(isSigned ? I(exactly: bits) : I(exactly: UInt(bitPattern: bits)))
        }
        add("\(name)._clamp(_:isSigned:)<Int,Bool>") { call in
            let (bits, isSigned): (Int, Bool) = (call.next(), call.next())
            call.give(isSigned ? I(clamping: bits) : I(clamping: UInt(bitPattern: bits)))
        }
        add("\(name)._convert(_:isSigned:)<Int,Bool>") { call in
            let (bits, isSigned): (Int, Bool) = (call.next(), call.next())
            call.give(try CheckedIntegers.convert(bits, isSigned: isSigned, to: I.self))
        }
        add("\(name)._exactly(_:)<Double>") { call in call.give(I(exactly: call.next(Double.self))) }
        add("\(name)._parsing(_:radix:)<String,Int>") { call in
            let (text, radix): (String, Int) = (call.next(), call.next())
            guard 2 ... 36 ~= radix else { throw Trap("Radix not in range 2...36") }
            call.give(I(text, radix: radix))
        }
        add("\(name).description") { call in call.give(call.next(I.self).description) }
    }
}

/// Integer arithmetic whose failures are errors of the cell.
enum CheckedIntegers {
    static func known<I>(_ result: (partialValue: I, overflow: Bool), _ message: String = Trap.overflow.message) throws -> I {
        if result.overflow { throw Trap(message) }
        return result.partialValue
    }
    static func quotient<I: FixedWidthInteger>(_ a: I, _ b: I) throws -> I {
        if b == 0 { throw Trap.divisionByZero }
        return try known(a.dividedReportingOverflow(by: b), "Division results in an overflow")
    }
    static func remainder<I: FixedWidthInteger>(_ a: I, _ b: I) throws -> I {
        if b == 0 { throw Trap("Division by zero in remainder operation") }
        return try known(a.remainderReportingOverflow(dividingBy: b), "Division results in an overflow in remainder operation")
    }
    /// A value and a step of another width; the sum that does not fit is reported.
    static func sum<I: FixedWidthInteger>(_ value: I, _ step: Int) -> (partialValue: I, overflow: Bool) {
        if let step = I(exactly: step) { return value.addingReportingOverflow(step) }
        if !I.isSigned, step < 0, let size = I(exactly: step.magnitude) { return value.subtractingReportingOverflow(size) }
        // Wider than the type: only a type narrower than Int gets here.
        let (sum, overflow) = Int(truncatingIfNeeded: value).addingReportingOverflow(step)
        guard !overflow, let result = I(exactly: sum) else { return (value, true) }
        return (result, false)
    }
    static func convert<I: FixedWidthInteger>(_ bits: Int, isSigned: Bool, to: I.Type) throws -> I {
        if let value = isSigned ? I(exactly: bits) : I(exactly: UInt(bitPattern: bits)) { return value }
        let isNegative = isSigned && bits < 0
        throw Trap(
            isNegative ? I.isSigned ? "Not enough bits to represent a signed value" : "Negative value is not representable" : "Not enough bits to represent the passed value")
    }
    static func truncate<I: FixedWidthInteger, F: BinaryFloatingPoint>(_ value: F, to: I.Type) throws -> I {
        guard value.isFinite else { throw Trap("\(F.self) value cannot be converted to \(I.self) because it is either infinite or NaN") }
        if let result = I(exactly: value.rounded(.towardZero)) { return result }
        throw Trap("\(F.self) value cannot be converted to \(I.self) because the result would be \(value < 0 ? "less than \(I.self).min" : "greater than \(I.self).max")")
    }
}
