// The kernels of CKernels once more, as plain Swift: one number at a time, in the order of operations that the C code promises.

enum KernelReference {
    static func expm1(_ r: Double) -> Double {
        let coefficients = [
            0x1.1f66df7fca49fp-29, 0x1.af38a9b0ec855p-26, 0x1.27e4e1f48534fp-22, 0x1.71de0dae63bb3p-19, 0x1.a01a01a47b054p-16,
            0x1.a01a01a7c41d5p-13, 0x1.6c16c16c167e1p-10, 0x1.11111111109b3p-7, 0x1.5555555555555p-5, 0x1.5555555555556p-3,
        ]
        let q = coefficients.dropFirst().reduce(coefficients[0]) { $1.addingProduct($0, r) }
        let square = r * r
        return r.addingProduct(square, 0.5.addingProduct(r, q))
    }

    static func expm1(_ r: Float) -> Float {
        let coefficients: [Float] = [0x1.a0f86cp-13, 0x1.6d110ap-10, 0x1.1110f6p-7, 0x1.55551ap-5, 0x1.555556p-3]
        let q = coefficients.dropFirst().reduce(coefficients[0]) { $0 * r + $1 }
        let square = r * r
        return r + (0.5 * square + square * r * q)
    }

    /// k and r of y = k ln(2) + r.
    static func reduce(_ y: Double) -> (k: Double, r: Double) {
        let k = 0x1.8p52.addingProduct(y, 0x1.71547652b82fep+0) - 0x1.8p52
        return (k, y.addingProduct(k, -0x1.62e42fefa3800p-1).addingProduct(k, -0x1.ef35793c76730p-45))
    }

    /// Rounding to the nearest integer, halves to even, is what adding 1.5 * 2^23 does.
    static func reduce(_ y: Float) -> (k: Float, r: Float) {
        let k = (y * 0x1.715476p+0).rounded(.toNearestOrEven)
        return (k, (y - k * 0x1.62e4p-1) - k * 0x1.7f7d1cp-20)
    }

    static func tanh(_ x: Double) -> Double {
        if x.isNaN { return x }
        let (k, r) = reduce(2 * min(x.magnitude, 20))
        let scale = Double(sign: .plus, exponent: Int(k), significand: 1)
        let e = (scale - 1).addingProduct(scale, expm1(r))
        return Double(signOf: x, magnitudeOf: e / (e + 2))
    }

    static func tanh(_ x: Float) -> Float {
        if x.isNaN { return x }
        let (k, r) = reduce(2 * min(x.magnitude, 9.5))
        let scale = Float(sign: .plus, exponent: Int(k), significand: 1)
        let e = scale * expm1(r) + (scale - 1)
        return Float(signOf: x, magnitudeOf: e / (e + 2))
    }

    static func exp(_ x: Double) -> Double {
        if x.isNaN { return x }
        let (k, r) = reduce(max(-746, min(710, x)))
        let half = Int(k + 2048) >> 1
        let first = Double(sign: .plus, exponent: half - 1024, significand: 1)
        return (1 + expm1(r)) * first * Double(sign: .plus, exponent: Int(k + 2048) - half - 1024, significand: 1)
    }

    static func exp(_ x: Float) -> Float {
        if x.isNaN { return x }
        let (k, r) = reduce(max(-104, min(89, x)))
        let half = Int(k + 256) >> 1
        let first = Float(sign: .plus, exponent: half - 128, significand: 1)
        return (1 + expm1(r)) * first * Float(sign: .plus, exponent: Int(k + 256) - half - 128, significand: 1)
    }

    static func log(_ x: Double) -> Double {
        if x.isNaN || x == .infinity { return x }
        if x == 0 { return -.infinity }
        if x < 0 { return .nan }
        // x = m 2^k with m in [sqrt(1/2), sqrt(2))
        var m = x.significand
        var k = Double(x.exponent)
        if m.bitPattern >= 0x3ff6_a09e_667f_3bcd {
            m /= 2
            k += 1
        }
        let f = m - 1
        let s = f / (2 + f)
        let z = s * s
        let coefficients = [
            0x1.2b5900de53b32p-3, 0x1.39fe51a7c18f9p-3, 0x1.7462b51cb66b1p-3, 0x1.c71c62e3f11e6p-3, 0x1.2492492df281ap-2, 0x1.99999999952d7p-2,
            0x1.5555555555558p-1,
        ]
        let l = coefficients.dropFirst().reduce(coefficients[0]) { $0 * z + $1 }
        let h = 0.5 * f * f
        return k * 0x1.62e42fefa3800p-1 + (f - (h - (s * (h + z * l) + k * 0x1.ef35793c76730p-45)))
    }

    static func log(_ x: Float) -> Float {
        if x.isNaN || x == .infinity { return x }
        if x == 0 { return -.infinity }
        if x < 0 { return .nan }
        var m = x.significand
        var k = Float(x.exponent)
        if m.bitPattern >= 0x3fb5_04f3 {
            m /= 2
            k += 1
        }
        let f = m - 1
        let s = f / (2 + f)
        let z = s * s
        let coefficients: [Float] = [0x1.2ee656p-2, 0x1.997c2ep-2, 0x1.55555cp-1]
        let l = coefficients.dropFirst().reduce(coefficients[0]) { $0 * z + $1 }
        let h = 0.5 * f * f
        return k * 0x1.62e4p-1 + (f - (h - (s * (h + z * l) + k * 0x1.7f7d1cp-20)))
    }

    /// sin and cos of 2 pi u.
    static func turn(_ u: Double) -> (sine: Double, cosine: Double) {
        let quarters = (u * 4).rounded(.toNearestOrEven)
        let t = u - quarters * 0.25
        let z = t * t
        let sines = [
            -0x1.6cc564dff8a7ap-1, 0x1.e8f036889ff68p+1, -0x1.e3074d25df4e9p+3, 0x1.50783486fab1cp+5, -0x1.32d2cce62b872p+6, 0x1.466bc6775aae1p+6,
            -0x1.4abbce625be53p+5,
        ]
        let cosines = [
            -0x1.b2f3d15e072b2p+0, 0x1.f9ce24161feb0p+2, -0x1.a6d1eef43193ep+4, 0x1.e1f5068688925p+5, -0x1.55d3c7e3cb23fp+6, 0x1.03c1f081b5ac0p+6,
            -0x1.3bd3cc9be45dep+4,
        ]
        let s = t * 0x1.921fb54442d18p+2 + t * z * sines.dropFirst().reduce(sines[0]) { $0 * z + $1 }
        let c = 1 + z * cosines.dropFirst().reduce(cosines[0]) { $0 * z + $1 }
        switch Int(quarters) & 3 {
        case 0: return (s, c)
        case 1: return (c, -s)
        case 2: return (-s, -c)
        default: return (-c, s)
        }
    }

    /// sin and cos of |x| <= 2^19.
    static func sincos(_ x: Double) -> (sine: Double, cosine: Double) {
        let n = (x * 0x1.45f306dc9c883p-1).rounded(.toNearestOrEven)
        let a = x - n * 0x1.921fb54400000p+0
        let b = n * 0x1.0b4611a600000p-34
        let difference = a - b
        let r = difference + (((a - difference) - b) - n * 0x1.3198a2e037073p-69)
        let z = r * r
        let sines = [
            0x1.5e0b05bff20f2p-33, -0x1.ae600aca92c64p-26, 0x1.71de379654304p-19, -0x1.a01a019e83816p-13, 0x1.1111111110bb2p-7, -0x1.5555555555555p-3,
        ]
        let cosines = [
            -0x1.907d8f29fe831p-37, 0x1.1eeb68cd22f56p-29, -0x1.27e4fa17bf139p-22, 0x1.a01a019f4e9b4p-16, -0x1.6c16c16c16967p-10, 0x1.5555555555555p-5,
        ]
        let s = r + r * z * sines.dropFirst().reduce(sines[0]) { $0 * z + $1 }
        let h = 0.5 * z
        let w = 1 - h
        let c = w + (((1 - w) - h) + z * z * cosines.dropFirst().reduce(cosines[0]) { $0 * z + $1 })
        switch Int(n) & 3 {
        case 0: return (x == 0 ? x : s, c)
        case 1: return (c, -s)
        case 2: return (-s, -c)
        default: return (-c, s)
        }
    }

    /// Philox4x32-10 as the paper states it.
    static func philox(counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)) -> (UInt32, UInt32, UInt32, UInt32) {
        var (c, k) = (counter, key)
        for _ in 0 ..< 10 {
            let p0 = c.0.multipliedFullWidth(by: 0xD251_1F53)
            let p1 = c.2.multipliedFullWidth(by: 0xCD9E_8D57)
            c = (p1.high ^ c.1 ^ k.0, p1.low, p0.high ^ c.3 ^ k.1, p0.low)
            k = (k.0 &+ 0x9E37_79B9, k.1 &+ 0xBB67_AE85)
        }
        return c
    }

    static func philox(seed: UInt64, stream: UInt64, block: UInt64) -> (UInt32, UInt32, UInt32, UInt32) {
        func halves(_ x: UInt64) -> (UInt32, UInt32) { (UInt32(truncatingIfNeeded: x), UInt32(truncatingIfNeeded: x >> 32)) }
        let (low, high) = (halves(block), halves(stream))
        return philox(counter: (low.0, low.1, high.0, high.1), key: halves(seed))
    }

    static func unit(_ low: UInt32, _ high: UInt32) -> Double { Double((UInt64(high) << 32 | UInt64(low)) >> 11) * 0x1p-53 }

    static func uniform(seed: UInt64, stream: UInt64, place: UInt64) -> Double {
        let words = philox(seed: seed, stream: stream, block: place / 2)
        return place % 2 == 0 ? unit(words.0, words.1) : unit(words.2, words.3)
    }

    static func normal(seed: UInt64, stream: UInt64, place: UInt64) -> Double {
        let words = philox(seed: seed, stream: stream, block: place / 2)
        let radius = (-2 * log(1 - unit(words.0, words.1))).squareRoot()
        let (sine, cosine) = turn(unit(words.2, words.3))
        return radius * (place % 2 == 0 ? cosine : sine)
    }

    /// The sum of `count` terms: sixteen lanes in blocks of 1024, the blocks pairwise.
    static func sum(_ count: Int, from first: Int = 0, _ term: (Int) -> Double) -> Double {
        if count > 1024 {
            let half = (count / 2 + 1023) / 1024 * 1024
            return sum(half, from: first, term) + sum(count - half, from: first + half, term)
        }
        var lanes = [Double](repeating: 0, count: 16)
        for i in 0 ..< count { lanes[i % 16] += term(first + i) }
        for width in [8, 4, 2, 1] { for j in 0 ..< width { lanes[j] += lanes[j + width] } }
        return lanes[0]
    }

    /// One row of a sparse product: eight lanes, then a tree.
    static func row<Scalar: BinaryFloatingPoint>(_ products: [Scalar]) -> Scalar {
        var lanes = [Scalar](repeating: 0, count: 8)
        for (k, product) in products.enumerated() { lanes[k % 8] += product }
        for width in [4, 2, 1] { for j in 0 ..< width { lanes[j] += lanes[j + width] } }
        return lanes[0]
    }
}

extension Double {
    init(signOf sign: Double, magnitudeOf magnitude: Double) { self = Double(sign: sign.sign, exponent: 0, significand: magnitude) }
}

extension Float {
    init(signOf sign: Float, magnitudeOf magnitude: Float) { self = Float(sign: sign.sign, exponent: 0, significand: magnitude) }
}
