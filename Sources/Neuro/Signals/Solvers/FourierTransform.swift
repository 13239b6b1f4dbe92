/// The discrete Fourier transform of a power of two of complex numbers, by halves (J. W. Cooley, J. W. Tukey, Math. Comput. 19 (1965), doi:10.1090/S0025-5718-1965-0178586-1).
struct FourierTransform: Sendable {
    /// Complex numbers, their parts apart.
    struct Waves: Sendable {
        var real, imaginary: [Double]
    }

    private let count: Int
    private let cosines, sines: [Double]
    /// Where each element goes: its bits in reverse.
    private let places: [Int]

    init(_ count: Int) {
        self.count = count
        cosines = (0 ..< count / 2).map { Elementary.cos(2 * .pi * Double($0) / Double(count)) }
        sines = (0 ..< count / 2).map { Elementary.sin(2 * .pi * Double($0) / Double(count)) }
        let bits = count.trailingZeroBitCount
        places = (0 ..< count).map { i in (0 ..< bits).reduce(0) { $0 << 1 | i >> $1 & 1 } }
    }

    /// Σ x(j) exp(−2πi jk / count).
    func forward(_ x: Waves) -> Waves { transform(x, sign: -1) }

    /// Its inverse.
    func backward(_ x: Waves) -> Waves {
        var y = transform(x, sign: 1)
        for i in 0 ..< count {
            y.real[i] /= Double(count)
            y.imaginary[i] /= Double(count)
        }
        return y
    }

    private func transform(_ x: Waves, sign: Double) -> Waves {
        var real = places.map { x.real[$0] }, imaginary = places.map { x.imaginary[$0] }
        real.withUnsafeMutableBufferPointer { re in
            imaginary.withUnsafeMutableBufferPointer { im in
                var half = 1
                while half < count {
                    let stride = count / (2 * half)
                    for first in Swift.stride(from: 0, to: count, by: 2 * half) {
                        for k in 0 ..< half {
                            let (c, s) = (cosines[k * stride], sign * sines[k * stride])
                            let (i, j) = (first + k, first + k + half)
                            let (a, b) = (c * re[j] - s * im[j], c * im[j] + s * re[j])
                            (re[j], im[j]) = (re[i] - a, im[i] - b)
                            re[i] += a
                            im[i] += b
                        }
                    }
                    half *= 2
                }
            }
        }
        return Waves(real: real, imaginary: imaginary)
    }
}
