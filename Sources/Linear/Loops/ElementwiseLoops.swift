#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import CKernels

/// The four arithmetic operations, element by element.
package enum Arithmetic: Sendable {
    case add, subtract, multiply, divide
}

/// Loops over elements. The output may be one of the inputs. Everything that walks over elements in Linear ends here or in CKernels, so that the
/// generic code above need not be specialised to be fast.
package enum Elementwise {
    /// out[i] = x[i] op y[i]
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func combine<Scalar: LinearScalar>(
        _ operation: Arithmetic, _ x: UnsafeBufferPointer<Scalar>, _ y: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Scalar>
    ) {
        switch operation {
        case .add: for i in out.indices { out[i] = x[i] + y[i] }
        case .subtract: for i in out.indices { out[i] = x[i] - y[i] }
        case .multiply: for i in out.indices { out[i] = x[i] * y[i] }
        case .divide: for i in out.indices { out[i] = x[i] / y[i] }
        }
    }

    /// out[i] = x[i] op y
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func combine<Scalar: LinearScalar>(
        _ operation: Arithmetic, _ x: UnsafeBufferPointer<Scalar>, _ y: Scalar, _ out: UnsafeMutableBufferPointer<Scalar>
    ) {
        switch operation {
        case .add: for i in out.indices { out[i] = x[i] + y }
        case .subtract: for i in out.indices { out[i] = x[i] - y }
        case .multiply: for i in out.indices { out[i] = x[i] * y }
        case .divide: for i in out.indices { out[i] = x[i] / y }
        }
    }

    /// out[i] = x op y[i]
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func combine<Scalar: LinearScalar>(
        _ operation: Arithmetic, _ x: Scalar, _ y: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Scalar>
    ) {
        switch operation {
        case .add: for i in out.indices { out[i] = x + y[i] }
        case .subtract: for i in out.indices { out[i] = x - y[i] }
        case .multiply: for i in out.indices { out[i] = x * y[i] }
        case .divide: for i in out.indices { out[i] = x / y[i] }
        }
    }

    /// out[i] += factor x[i]
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func addScaled<Scalar: LinearScalar>(_ factor: Scalar, _ x: UnsafeBufferPointer<Scalar>, to out: UnsafeMutableBufferPointer<Scalar>) {
        for i in out.indices { out[i] += factor * x[i] }
    }

    /// out = transpose of x (rows x columns), in tiles that stay in the cache.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func transpose<Scalar: LinearScalar>(
        _ x: UnsafeBufferPointer<Scalar>, rows: Int, columns: Int, _ out: UnsafeMutableBufferPointer<Scalar>
    ) {
        let tile = 16
        for top in stride(from: 0, to: rows, by: tile) {
            let bottom = min(top + tile, rows)
            for left in stride(from: 0, to: columns, by: tile) {
                for column in left ..< min(left + tile, columns) {
                    for row in top ..< bottom { out[column * rows + row] = x[row * columns + column] }
                }
            }
        }
    }

    /// out[i] = x[i], in double precision.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func convert<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Double>) {
        for i in out.indices { out[i] = x[i].f64 }
    }

    /// out[i] = x[i], rounded to single precision.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func convert<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Float>) {
        for i in out.indices { out[i] = x[i].f32 }
    }

    /// out[i] = x[i]^n by repeated squaring, for n >= 0.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func power<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ n: Int, _ out: UnsafeMutableBufferPointer<Scalar>) {
        for i in out.indices {
            var result: Scalar = 1
            var base = x[i]
            var rest = n
            while rest > 0 {
                if rest & 1 == 1 { result *= base }
                rest >>= 1
                if rest > 0 { base *= base }
            }
            out[i] = result
        }
    }

    /// The place of the first element that is NaN or infinite.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func firstNotFinite<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>) -> Int? {
        // x - x is 0 for every finite x, and NaN otherwise; a sum of them per block finds a bad one without a branch per element.
        var start = 0
        while start < x.count {
            let end = min(start + 1024, x.count)
            var sum: Scalar = 0
            for i in start ..< end { sum += x[i] - x[i] }
            if sum != 0 { return (start ..< end).first { !x[$0].isFinite } }
            start = end
        }
        return nil
    }
}

/// The elementary functions, element by element, with the same bits on every instruction set (errors: see `CKernels/elementary.h`).
package enum ElementaryFunction: Sendable {
    case exp, log, tanh, sin, cos, squareRoot, absolute
}

extension Elementwise {
    /// out[i] = f(x[i]); for sine and cosine, `out` may not be `x`. Ends early when the call should stop (see `Progress.isStopped`), unless `out` is `x`, which may be a value of the user's.
    package static func apply<Scalar: LinearScalar>(
        _ function: ElementaryFunction, _ x: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Scalar>
    ) {
        let piece = 1 << 19
        if out.count <= piece || x.baseAddress == UnsafePointer(out.baseAddress) { return applyAtOnce(function, x, out) }
        for start in stride(from: 0, to: out.count, by: piece) where !Progress.isStopped {
            let range = start ..< min(start + piece, out.count)
            applyAtOnce(function, UnsafeBufferPointer(rebasing: x[range]), UnsafeMutableBufferPointer(rebasing: out[range]))
        }
    }

    private static func applyAtOnce<Scalar: LinearScalar>(
        _ function: ElementaryFunction, _ x: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Scalar>
    ) {
        guard let source = x.baseAddress, let target = out.baseAddress else { return }
        switch function {
        case .exp:
            if Scalar.isDouble { engram_exp_f64(source.f64, target.f64, out.count) } else { engram_exp_f32(source.f32, target.f32, out.count) }
        case .log:
            if Scalar.isDouble { engram_log_f64(source.f64, target.f64, out.count) } else { engram_log_f32(source.f32, target.f32, out.count) }
        case .tanh:
            if Scalar.isDouble { engram_tanh_f64(source.f64, target.f64, out.count) } else { engram_tanh_f32(source.f32, target.f32, out.count) }
        case .sin:
            if Scalar.isDouble { engram_sin_f64(source.f64, target.f64, out.count) } else { engram_sin_f32(source.f32, target.f32, out.count) }
            replaceBeyondKernel(x, out, sine)
        case .cos:
            if Scalar.isDouble { engram_cos_f64(source.f64, target.f64, out.count) } else { engram_cos_f32(source.f32, target.f32, out.count) }
            replaceBeyondKernel(x, out, cosine)
        case .squareRoot: squareRoot(x, out)
        case .absolute: absolute(x, out)
        }
    }

    private static func sine(_ x: Double) -> Double { sin(x) }
    private static func cosine(_ x: Double) -> Double { cos(x) }

    /// The kernels of sine and cosine reach as far as 2^19; the few arguments beyond go through the C library. `out` is not `x` here.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    private static func replaceBeyondKernel<Scalar: LinearScalar>(
        _ x: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Scalar>, _ function: (Double) -> Double
    ) {
        for i in out.indices where x[i].magnitude > 0x1p19 { out[i] = .rounding(function(x[i].f64)) }
    }

    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    private static func squareRoot<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Scalar>) {
        for i in out.indices { out[i] = x[i].squareRoot() }
    }

    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    private static func absolute<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ out: UnsafeMutableBufferPointer<Scalar>) {
        for i in out.indices { out[i] = x[i].magnitude }
    }
}

extension Elementwise {
    /// out[i] = x[i]^exponent: see `VectorOf.power`.
    package static func power<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ exponent: Scalar, _ out: UnsafeMutableBufferPointer<Scalar>) {
        let wanted = exponent.f64
        if wanted == 0.5 { return squareRoot(x, out) }
        guard wanted == wanted.rounded(), wanted.magnitude <= 1024 else { return libraryPower(x, wanted, out) }
        power(x, Int(wanted.magnitude), out)
        if wanted < 0 { combine(.divide, 1, UnsafeBufferPointer(out), out) }
    }

    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    private static func libraryPower<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ exponent: Double, _ out: UnsafeMutableBufferPointer<Scalar>) {
        for i in out.indices { out[i] = .rounding(pow(x[i].f64, exponent)) }
    }

    /// Whether x[i] == y[i] throughout; both have the same count.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func isEqual<Scalar: LinearScalar>(_ x: UnsafeBufferPointer<Scalar>, _ y: UnsafeBufferPointer<Scalar>) -> Bool {
        for i in x.indices where x[i] != y[i] { return false }
        return true
    }

    /// Whether |x[i] - y[i]| <= absolute + relative |y[i]| throughout; both have the same count.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    package static func isClose<Scalar: LinearScalar>(
        _ x: UnsafeBufferPointer<Scalar>, _ y: UnsafeBufferPointer<Scalar>, relative: Scalar, absolute: Scalar
    ) -> Bool {
        for i in x.indices where x[i] != y[i] {
            // Written so that NaN fails; an infinity is close to nothing but itself.
            guard x[i].isFinite, y[i].isFinite, (x[i] - y[i]).magnitude <= absolute + relative * y[i].magnitude else { return false }
        }
        return true
    }
}
