import CKernels

/// Elementary functions by the kernels' own polynomials, so that results are the same on every machine.
enum Elementary {
    static func log(_ x: Double) -> Double {
        var (x, y) = (x, 0.0)
        engram_log_f64(&x, &y, 1)
        return y
    }

    static func exp(_ x: Double) -> Double {
        var (x, y) = (x, 0.0)
        engram_exp_f64(&x, &y, 1)
        return y
    }

    static func tanh(_ x: Double) -> Double {
        var (x, y) = (x, 0.0)
        engram_tanh_f64(&x, &y, 1)
        return y
    }

    static func sin(_ x: Double) -> Double {
        var (x, y) = (x, 0.0)
        engram_sin_f64(&x, &y, 1)
        return y
    }

    static func cos(_ x: Double) -> Double {
        var (x, y) = (x, 0.0)
        engram_cos_f64(&x, &y, 1)
        return y
    }
}
