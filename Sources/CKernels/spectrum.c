// The numerical core of the spectral radius (Neuro/Reservoir/SpectralRadius.swift). Own loops instead of LAPACK, because the weights of every
// reservoir are scaled by the result: a reservoir must be the same, bit for bit, on every machine, and LAPACK's bits depend on the processor.

#include "spectrum.h"
#include "kernel.h"
#include "vector.h"
#include <float.h>
#include <math.h>
#include <string.h>

static inline __attribute__((always_inline)) double lane_sum(const double *a) {
    return ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7]));
}

static inline __attribute__((always_inline)) double dot(const double *x, const double *y, long n) {
    double lanes[8];
    vector8 sum = {0}, more = {0};
    long i = 0;
    for (; i + 16 <= n; i += 16) {
        sum += *(const vector8 *)(x + i) * *(const vector8 *)(y + i);
        more += *(const vector8 *)(x + i + 8) * *(const vector8 *)(y + i + 8);
    }
    sum += more;
    memcpy(lanes, &sum, sizeof lanes);
    for (; i < n; i++) lanes[i & 7] += x[i] * y[i];
    return lane_sum(lanes);
}

KERNEL double engram_sum_of_squares(const double *vector, long n) { return dot(vector, vector, n); }

KERNEL void engram_project_out(const double *basis, long count, long n, double *vector, double *coefficients) {
    // Blocks of eight rows: within one, all coefficients are taken before any is subtracted (classical), from block to block the vector is
    // already reduced (modified). The second pass repairs what rounding left of the first.
    for (int pass = 0; pass < 2; pass++) {
        for (long first = 0; first < count; first += 8) {
            const long block = count - first < 8 ? count - first : 8;
            double c[8] = {0};
            for (long r = 0; r < block; r++) {
                c[r] = dot(basis + (first + r) * n, vector, n);
                coefficients[first + r] += c[r];
            }
            if (block == 8) {
                const double *const b = basis + first * n;
                for (long i = 0; i < n; i++) {
                    vector[i] -= ((c[0] * b[i] + c[1] * b[n + i]) + (c[2] * b[2 * n + i] + c[3] * b[3 * n + i])) +
                                 ((c[4] * b[4 * n + i] + c[5] * b[5 * n + i]) + (c[6] * b[6 * n + i] + c[7] * b[7 * n + i]));
                }
            } else {
                for (long r = 0; r < block; r++) {
                    const double *const b = basis + (first + r) * n;
                    for (long i = 0; i < n; i++) vector[i] -= c[r] * b[i];
                }
            }
        }
    }
}

// Francis' implicit double-shift QR iteration for eigenvalues alone (J. G. F. Francis, The QR transformation, Comput. J. 4, 1962,
// doi:10.1093/comjnl/4.4.332; convergence aids of B. S. Martin, G. Peters, J. H. Wilkinson, Numer. Math. 14, 1970, doi:10.1007/BF02163331).
// The window [low, high] of the matrix that is still undecided shrinks from its lower end as eigenvalues separate.
KERNEL double engram_hessenberg_radius(double *h, long n, long stride) {
#define H(i, j) h[(i) * stride + (j)]
    double largest = 0, norm = 0, moved = 0;
    for (long i = 0; i < n; i++)
        for (long j = i > 0 ? i - 1 : 0; j < n; j++) norm += fabs(H(i, j));
    long high = n - 1;
    int iterations = 0;
    while (high >= 0) {
        long low = high;
        for (; low > 0; low--) {
            double size = fabs(H(low - 1, low - 1)) + fabs(H(low, low));
            if (size == 0) size = norm;
            if (fabs(H(low, low - 1)) <= DBL_EPSILON * size) {
                H(low, low - 1) = 0;
                break;
            }
        }
        double x = H(high, high);
        if (low == high) {
            largest = fmax(largest, fabs(x + moved));
            high -= 1;
            iterations = 0;
            continue;
        }
        double y = H(high - 1, high - 1), w = H(high, high - 1) * H(high - 1, high);
        if (low == high - 1) {
            // The two eigenvalues of the last 2 x 2 block.
            const double half = 0.5 * (y - x), square = half * half + w, root = sqrt(fabs(square));
            if (square >= 0) {
                const double far = half + copysign(root, half);
                largest = fmax(largest, fabs(x + moved + far));
                largest = fmax(largest, fabs(x + moved - (far != 0 ? w / far : 0)));
            } else {
                const double real = x + moved + half;
                largest = fmax(largest, sqrt(real * real + root * root));
            }
            high -= 2;
            iterations = 0;
            continue;
        }
        if (iterations == 60) return -1;
        if (iterations > 0 && iterations % 10 == 0) {
            // An exceptional shift breaks a cycle.
            moved += x;
            for (long i = 0; i <= high; i++) H(i, i) -= x;
            const double size = fabs(H(high, high - 1)) + fabs(H(high - 1, high - 2));
            x = y = 0.75 * size;
            w = -0.4375 * size * size;
        }
        iterations += 1;
        // The bulge may start at `start`, below which two successive subdiagonal elements are small enough.
        double p = 0, q = 0, r = 0;
        long start = high - 2;
        for (;; start--) {
            const double z = H(start, start), a = x - z, b = y - z;
            p = (a * b - w) / H(start + 1, start) + H(start, start + 1);
            q = H(start + 1, start + 1) - z - a - b;
            r = H(start + 2, start + 1);
            const double size = fabs(p) + fabs(q) + fabs(r);
            p /= size;
            q /= size;
            r /= size;
            if (start == low) break;
            const double left = fabs(H(start, start - 1)) * (fabs(q) + fabs(r));
            const double right = fabs(p) * (fabs(H(start - 1, start - 1)) + fabs(z) + fabs(H(start + 1, start + 1)));
            if (left <= DBL_EPSILON * right) break;
        }
        for (long i = start + 2; i <= high; i++) {
            H(i, i - 2) = 0;
            if (i > start + 2) H(i, i - 3) = 0;
        }
        // Chase the bulge to the lower end with reflections of three rows and columns (two at the last).
        for (long k = start; k < high; k++) {
            const int three = k < high - 1;
            double size = 0;
            if (k > start) {
                p = H(k, k - 1);
                q = H(k + 1, k - 1);
                r = three ? H(k + 2, k - 1) : 0;
                size = fabs(p) + fabs(q) + fabs(r);
                if (size == 0) continue;
                p /= size;
                q /= size;
                r /= size;
            }
            const double s = copysign(sqrt(p * p + q * q + r * r), p);
            if (k > start) {
                H(k, k - 1) = -s * size;
            } else if (low < start) {
                H(k, k - 1) = -H(k, k - 1);
            }
            p += s;
            const double fx = p / s, fy = q / s, fz = r / s;
            q /= p;
            r /= p;
            double *const r0 = &H(k, 0), *const r1 = &H(k + 1, 0);
            if (three) {
                double *const r2 = &H(k + 2, 0);
                for (long j = k; j <= high; j++) {
                    const double sum = r0[j] + q * r1[j] + r * r2[j];
                    r0[j] -= sum * fx;
                    r1[j] -= sum * fy;
                    r2[j] -= sum * fz;
                }
            } else {
                for (long j = k; j <= high; j++) {
                    const double sum = r0[j] + q * r1[j];
                    r0[j] -= sum * fx;
                    r1[j] -= sum * fy;
                }
            }
            const long last = k + 3 < high ? k + 3 : high;
            if (three) {
                for (long i = low; i <= last; i++) {
                    double *const c = &H(i, k);
                    const double sum = fx * c[0] + fy * c[1] + fz * c[2];
                    c[0] -= sum;
                    c[1] -= sum * q;
                    c[2] -= sum * r;
                }
            } else {
                for (long i = low; i <= last; i++) {
                    double *const c = &H(i, k);
                    const double sum = fx * c[0] + fy * c[1];
                    c[0] -= sum;
                    c[1] -= sum * q;
                }
            }
        }
    }
    return largest;
#undef H
}

KERNEL void engram_reflect(const double *v, double factor, long n, double *restrict matrix, long stride, double *restrict scratch) {
    for (long j = 0; j < n; j++) scratch[j] = 0;
    for (long i = 0; i < n; i++) {
        const double *const row = matrix + i * stride;
        for (long j = 0; j < n; j++) scratch[j] += v[i] * row[j];
    }
    for (long i = 0; i < n; i++) {
        double *const row = matrix + i * stride;
        const double part = factor * v[i];
        for (long j = 0; j < n; j++) row[j] -= part * scratch[j];
    }
}
