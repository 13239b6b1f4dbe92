#include "elementary.h"
#include "CKernels.h"

// One loop per function and precision; `y` may be `x`.
#define ELEMENTWISE(function, suffix, type)                                                        \
    KERNEL void engram_##function##_##suffix(const type *x, type *y, size_t count) {               \
        INDEPENDENT                                                                                \
        for (size_t i = 0; i < count; i++) y[i] = function##_##suffix(x[i]);                       \
    }

ELEMENTWISE(tanh, f64, double)
ELEMENTWISE(tanh, f32, float)
ELEMENTWISE(exp, f64, double)
ELEMENTWISE(exp, f32, float)
ELEMENTWISE(log, f64, double)
ELEMENTWISE(log, f32, float)
ELEMENTWISE(sin, f64, double)
ELEMENTWISE(sin, f32, float)
ELEMENTWISE(cos, f64, double)
ELEMENTWISE(cos, f32, float)

#define LEAKY(suffix, type)                                                                        \
    KERNEL void engram_leaky_tanh_##suffix(type leak, const type *drive, type *state, size_t count) { \
        const type keep = 1 - leak;                                                                \
        INDEPENDENT                                                                                \
        for (size_t i = 0; i < count; i++) state[i] = keep * state[i] + leak * tanh_##suffix(drive[i]); \
    }

LEAKY(f64, double)
LEAKY(f32, float)
