// Readouts that learn step by step.
//
// Goals, in order: the same bits on every instruction set; one reading of the matrix per step, which is the limit at a thousand features (4 MB of lower triangle);
// no rest loops, so rows are filled up to whole vectors of eight.

#include "kernel.h"
#include "readouts.h"
#include "vector.h"

#define LOAD(p) (*(const vector8 *)(p))
#define STORE(p, v) (*(vector8 *)(p) = (v))

// A macro: a vector of eight as an argument would be passed in other ways by the clones.
#define ADD_EIGHT(v) ((((v)[0] + (v)[4]) + ((v)[2] + (v)[6])) + (((v)[1] + (v)[5]) + ((v)[3] + (v)[7])))

// Eight rows at a time. Left of the diagonal block every element is used twice: for its row's sum, and for the sum of the row that its column stands for.
KERNEL void engram_symmetric_product_f64(size_t n, const double *a, const double *x, double *y) {
    const vector8 zero = {0};
    for (size_t j = 0; j < n; j += 8) STORE(y + j, zero);
    for (size_t i = 0; i < n; i += 8) {
        for (size_t half = 0; half < 8; half += 4) {
            const double *const r0 = a + (i + half) * n, *const r1 = r0 + n, *const r2 = r1 + n, *const r3 = r2 + n;
            const double x0 = x[i + half], x1 = x[i + half + 1], x2 = x[i + half + 2], x3 = x[i + half + 3];
            vector8 s0 = zero, s1 = zero, s2 = zero, s3 = zero;
            for (size_t j = 0; j < i; j += 8) {
                const vector8 v = LOAD(x + j), a0 = LOAD(r0 + j), a1 = LOAD(r1 + j), a2 = LOAD(r2 + j), a3 = LOAD(r3 + j);
                s0 += a0 * v;
                s1 += a1 * v;
                s2 += a2 * v;
                s3 += a3 * v;
                STORE(y + j, LOAD(y + j) + ((a0 * x0 + a1 * x1) + (a2 * x2 + a3 * x3)));
            }
            y[i + half] += ADD_EIGHT(s0);
            y[i + half + 1] += ADD_EIGHT(s1);
            y[i + half + 2] += ADD_EIGHT(s2);
            y[i + half + 3] += ADD_EIGHT(s3);
        }
        for (size_t row = 0; row < 8; row++) {
            const double *const r = a + (i + row) * n + i;
            double sum = r[row] * x[i + row];
            for (size_t j = 0; j < row; j++) {
                sum += r[j] * x[i + j];
                y[i + j] += r[j] * x[i + row];
            }
            y[i + row] += sum;
        }
    }
}

INLINE void add_scaled(size_t n, double a, const double *x, double *y) {
    for (size_t j = 0; j < n; j += 8) STORE(y + j, LOAD(y + j) + a * LOAD(x + j));
}

INLINE double dot(size_t n, const double *x, const double *y) {
    vector8 a = {0}, b = {0};
    size_t j = 0;
    for (; j + 16 <= n; j += 16) {
        a += LOAD(x + j) * LOAD(y + j);
        b += LOAD(x + j + 8) * LOAD(y + j + 8);
    }
    if (j < n) a += LOAD(x + j) * LOAD(y + j);
    a += b;
    return ADD_EIGHT(a);
}

KERNEL void engram_add_scaled_f64(size_t n, double a, const double *x, double *y) { add_scaled(n, a, x, y); }

// u -= K' (K x), four rows of K at a time.
INLINE void take_pending(size_t n, size_t pending, const double *k, const double *x, double *u) {
    size_t m = 0;
    for (; m + 4 <= pending; m += 4) {
        const double *const k0 = k + m * n, *const k1 = k0 + n, *const k2 = k1 + n, *const k3 = k2 + n;
        vector8 s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
        for (size_t j = 0; j < n; j += 8) {
            const vector8 v = LOAD(x + j);
            s0 += LOAD(k0 + j) * v;
            s1 += LOAD(k1 + j) * v;
            s2 += LOAD(k2 + j) * v;
            s3 += LOAD(k3 + j) * v;
        }
        const double c0 = ADD_EIGHT(s0), c1 = ADD_EIGHT(s1), c2 = ADD_EIGHT(s2), c3 = ADD_EIGHT(s3);
        for (size_t j = 0; j < n; j += 8)
            STORE(u + j, LOAD(u + j) - ((LOAD(k0 + j) * c0 + LOAD(k1 + j) * c1) + (LOAD(k2 + j) * c2 + LOAD(k3 + j) * c3)));
    }
    for (; m < pending; m++) add_scaled(n, -dot(n, k + m * n, x), k + m * n, u);
}

KERNEL double engram_rls_step_f64(size_t n, size_t pending, double *k, const double *x, double *u, double scale, double forgetting, double slack, int previous,
                                  size_t outputs, double *weights, const double *target, double *output) {
    take_pending(n, pending, k, x, u);
    const double raw = scale * dot(n, x, u);
    // Also where it is NaN.
    if (!(raw >= -slack && raw <= 1.7976931348623157e308)) return raw;
    const double form = raw > 0 ? raw : 0, gain = scale / (forgetting + form);
    for (size_t o = 0; o < outputs; o++) {
        double *const w = weights + o * n;
        output[o] = dot(n, w, x);
        add_scaled(n, (previous ? scale : gain) * (target[o] - output[o]), u, w);
    }
    const double root = __builtin_sqrt(gain);
    double *const row = k + pending * n;
    for (size_t j = 0; j < n; j += 8) STORE(row + j, root * LOAD(u + j));
    return raw;
}
