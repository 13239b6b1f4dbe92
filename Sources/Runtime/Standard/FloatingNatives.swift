import Glibc
import IR

/// The natives of Double and Float, and the functions of `<math.h>`.
extension NativeTable {
    mutating func addFloatingPoint() {
        addFloating(Double.self, other: Float.self)
        addFloating(Float.self, other: Double.self)
        add("Double.bitPattern") { call in call.give(call.next(Double.self).bitPattern) }
        add("Float.bitPattern") { call in call.give(call.next(Float.self).bitPattern) }
        add("Double.init(bitPattern:)<UInt64>") { call in call.give(Double(bitPattern: call.next(UInt64.self))) }
        add("Float.init(bitPattern:)<UInt32>") { call in call.give(Float(bitPattern: call.next(UInt32.self))) }
        addMath()
    }

    private mutating func addFloating<
        F: RawBridged & BinaryFloatingPoint & LosslessStringConvertible & CustomStringConvertible & Sendable, O: RawBridged & BinaryFloatingPoint & Sendable
    >(
        _: F.Type, other: O.Type
    ) where F.Exponent == Int {
        let name = "\(F.self)"
        let binary: [(String, @Sendable (F, F) -> F)] = [("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 })]
        for (sign, operation) in binary {
            add("\(name).\(sign)(_:_:)<\(name),\(name)>") { call in
                let (a, b) = (call.next(F.self), call.next(F.self))
                call.give(operation(a, b))
            }
            add("\(name).\(sign)=(_:_:)<inout\(name),\(name)>") { call in
                let address = call.nextRawAddress()
                address.pointee = operation(F(word: address.pointee), call.next(F.self)).word
            }
        }
        let methods: [(String, @Sendable (F, F) -> F)] = [
            ("init(signOf:magnitudeOf:)<\(name),\(name)>", { F(signOf: $0, magnitudeOf: $1) }),
            ("remainder(dividingBy:)<\(name)>", { $0.remainder(dividingBy: $1) }),
            ("truncatingRemainder(dividingBy:)<\(name)>", { $0.truncatingRemainder(dividingBy: $1) }),
            ("minimum(_:_:)<\(name),\(name)>", { F.minimum($0, $1) }),
            ("maximum(_:_:)<\(name),\(name)>", { F.maximum($0, $1) }),
        ]
        for (method, operation) in methods {
            add("\(name).\(method)") { call in
                let (a, b) = (call.next(F.self), call.next(F.self))
                call.give(operation(a, b))
            }
        }
        let comparisons: [(String, @Sendable (F, F) -> Bool)] = [
            ("==(_:_:)<\(name),\(name)>", { $0 == $1 }), ("!=(_:_:)<\(name),\(name)>", { $0 != $1 }), ("<(_:_:)<\(name),\(name)>", { $0 < $1 }),
            ("<=(_:_:)<\(name),\(name)>", { $0 <= $1 }), (">(_:_:)<\(name),\(name)>", { $0 > $1 }), (">=(_:_:)<\(name),\(name)>", { $0 >= $1 }),
            ("isTotallyOrdered(belowOrEqualTo:)<\(name)>", { $0.isTotallyOrdered(belowOrEqualTo: $1) }),
        ]
        for (method, operation) in comparisons {
            add("\(name).\(method)") { call in
                let (a, b) = (call.next(F.self), call.next(F.self))
                call.give(operation(a, b))
            }
        }
        let unary: [(String, @Sendable (F) -> F)] = [
            ("-(_:)<\(name)>", { -$0 }), ("magnitude", { $0.magnitude }), ("ulp", { $0.ulp }), ("significand", { $0.significand }), ("binade", { $0.binade }),
            ("nextUp", { $0.nextUp }), ("nextDown", { $0.nextDown }), ("squareRoot()<>", { $0.squareRoot() }), ("rounded()<>", { $0.rounded() }),
        ]
        for (member, operation) in unary {
            add("\(name).\(member)") { call in call.give(operation(call.next(F.self))) }
        }
        let tests: [(String, @Sendable (F) -> Bool)] = [
            ("isNormal", { $0.isNormal }), ("isFinite", { $0.isFinite }), ("isZero", { $0.isZero }), ("isSubnormal", { $0.isSubnormal }),
            ("isInfinite", { $0.isInfinite }), ("isNaN", { $0.isNaN }), ("isSignalingNaN", { $0.isSignalingNaN }), ("_isMinus", { $0.sign == .minus }),
        ]
        for (member, test) in tests {
            add("\(name).\(member)") { call in call.give(test(call.next(F.self))) }
        }
        let constants: [(String, F)] = [
            ("nan", .nan), ("signalingNaN", .signalingNaN), ("infinity", .infinity), ("greatestFiniteMagnitude", .greatestFiniteMagnitude), ("pi", .pi),
            ("ulpOfOne", .ulpOfOne), ("leastNormalMagnitude", .leastNormalMagnitude), ("leastNonzeroMagnitude", .leastNonzeroMagnitude),
        ]
        for (member, constant) in constants {
            add("\(name).\(member)") { call in call.give(constant) }
        }
        add("\(name).exponent") { call in call.give(call.next(F.self).exponent) }
        add("\(name).significandWidth") { call in call.give(call.next(F.self).significandWidth) }
        add("\(name).description") { call in call.give(call.next(F.self).description) }
        add("\(name).addingProduct(_:_:)<\(name),\(name)>") { call in
            let (sum, a, b) = (call.next(F.self), call.next(F.self), call.next(F.self))
            call.give(sum.addingProduct(a, b))
        }
        add("\(name)._scaled(_:)<Int>") { call in
            let (value, exponent): (F, Int) = (call.next(), call.next())
            call.give(F(sign: .plus, exponent: exponent, significand: value))
        }
        // The numbers are those of the standard text.
        let rules: [FloatingPointRoundingRule] = [.toNearestOrAwayFromZero, .toNearestOrEven, .up, .down, .towardZero, .awayFromZero]
        add("\(name)._rounded(_:)<Int>") { call in
            let (value, rule): (F, Int) = (call.next(), call.next())
            call.give(value.rounded(rules[rule]))
        }
        add("\(name).init(_:)<\(O.self)>") { call in call.give(F(call.next(O.self))) }
        for kind in IntegerKind.allCases {
            let isSigned = kind.isSigned
            add("\(name).init(_:)<\(kind.rawValue)>") { call in
                let bits = call.nextWord()
                call.give(isSigned ? F(bits) : F(UInt(bitPattern: bits)))
            }
        }
        add("\(name)._convert(_:isSigned:)<Int,Bool>") { call in
            let (bits, isSigned): (Int, Bool) = (call.next(), call.next())
            call.give(isSigned ? F(bits) : F(UInt(bitPattern: bits)))
        }
        add("\(name)._exactly(_:isSigned:)<Int,Bool>") { call in
            let (bits, isSigned): (Int, Bool) = (call.next(), call.next())
            call.give(isSigned ? F(exactly: bits) : F(exactly: UInt(bitPattern: bits)))
        }
        add("\(name)._parsed(_:)<String>") { call in call.give(F(call.next(String.self))) }
    }

    private mutating func addMath() {
        let unary: [(String, @Sendable (Double) -> Double, @Sendable (Float) -> Float)] = [
            ("sqrt", { sqrt($0) }, { sqrt($0) }), ("cbrt", { cbrt($0) }, { cbrt($0) }), ("exp", { exp($0) }, { exp($0) }), ("exp2", { exp2($0) }, { exp2($0) }),
            ("expm1", { expm1($0) }, { expm1($0) }), ("log", { log($0) }, { log($0) }), ("log2", { log2($0) }, { log2($0) }), ("log10", { log10($0) }, { log10($0) }),
            ("log1p", { log1p($0) }, { log1p($0) }), ("sin", { sin($0) }, { sin($0) }), ("cos", { cos($0) }, { cos($0) }), ("tan", { tan($0) }, { tan($0) }),
            ("asin", { asin($0) }, { asin($0) }), ("acos", { acos($0) }, { acos($0) }), ("atan", { atan($0) }, { atan($0) }), ("sinh", { sinh($0) }, { sinh($0) }),
            ("cosh", { cosh($0) }, { cosh($0) }), ("tanh", { tanh($0) }, { tanh($0) }), ("asinh", { asinh($0) }, { asinh($0) }), ("acosh", { acosh($0) }, { acosh($0) }),
            ("atanh", { atanh($0) }, { atanh($0) }), ("erf", { erf($0) }, { erf($0) }), ("erfc", { erfc($0) }, { erfc($0) }), ("tgamma", { tgamma($0) }, { tgamma($0) }),
            ("lgamma", { lgamma($0).0 }, { lgamma($0).0 }),
            ("floor", { $0.rounded(.down) }, { $0.rounded(.down) }), ("ceil", { $0.rounded(.up) }, { $0.rounded(.up) }),
            ("round", { $0.rounded() }, { $0.rounded() }), ("trunc", { $0.rounded(.towardZero) }, { $0.rounded(.towardZero) }),
            ("rint", { $0.rounded(.toNearestOrEven) }, { $0.rounded(.toNearestOrEven) }), ("nearbyint", { $0.rounded(.toNearestOrEven) }, { $0.rounded(.toNearestOrEven) }),
            ("fabs", { $0.magnitude }, { $0.magnitude }), ("logb", { logb($0) }, { logb($0) }),
        ]
        for (name, double, float) in unary {
            add("\(name)(_:)<Double>") { call in call.give(double(call.next())) }
            add("\(name)(_:)<Float>") { call in call.give(float(call.next())) }
        }
        let binary: [(String, @Sendable (Double, Double) -> Double, @Sendable (Float, Float) -> Float)] = [
            ("pow", { pow($0, $1) }, { pow($0, $1) }), ("atan2", { atan2($0, $1) }, { atan2($0, $1) }), ("hypot", { hypot($0, $1) }, { hypot($0, $1) }),
            ("fmod", { fmod($0, $1) }, { fmod($0, $1) }), ("remainder", { remainder($0, $1) }, { remainder($0, $1) }),
            ("copysign", { copysign($0, $1) }, { copysign($0, $1) }), ("fmin", { fmin($0, $1) }, { fmin($0, $1) }), ("fmax", { fmax($0, $1) }, { fmax($0, $1) }),
            ("fdim", { fdim($0, $1) }, { fdim($0, $1) }), ("nextafter", { nextafter($0, $1) }, { nextafter($0, $1) }),
        ]
        for (name, double, float) in binary {
            add("\(name)(_:_:)<Double,Double>") { call in
                let (x, y): (Double, Double) = (call.next(), call.next())
                call.give(double(x, y))
            }
            add("\(name)(_:_:)<Float,Float>") { call in
                let (x, y): (Float, Float) = (call.next(), call.next())
                call.give(float(x, y))
            }
        }
        let bessel: [(String, @Sendable (Double) -> Double)] = [("j0", { j0($0) }), ("j1", { j1($0) }), ("y0", { y0($0) }), ("y1", { y1($0) })]
        for (name, function) in bessel { add("\(name)(_:)<Double>") { call in call.give(function(call.next())) } }
        let ordered: [(String, @Sendable (Int32, Double) -> Double)] = [("jn", { jn($0, $1) }), ("yn", { yn($0, $1) })]
        for (name, function) in ordered {
            add("\(name)(_:_:)<Int,Double>") { call in
                let (order, x): (Int, Double) = (call.next(), call.next())
                call.give(function(Int32(clamping: order), x))
            }
        }
        add("_quotient(_:_:)<Double,Double>") { call in
            let (x, y): (Double, Double) = (call.next(), call.next())
            var quotient: Int32 = 0
            _ = remquo(x, y, &quotient)
            call.give(Int(quotient))
        }
        add("fma(_:_:_:)<Double,Double,Double>") { call in
            let (x, y, z): (Double, Double, Double) = (call.next(), call.next(), call.next())
            call.give(z.addingProduct(x, y))
        }
        add("fma(_:_:_:)<Float,Float,Float>") { call in
            let (x, y, z): (Float, Float, Float) = (call.next(), call.next(), call.next())
            call.give(z.addingProduct(x, y))
        }
    }
}
