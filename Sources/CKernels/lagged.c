// What many series have in common with one other at each of many delays, by Fourier transforms.
//
// The sums over steps t of x_i(t) u(t - delay), for n units, T steps and D delays, are n T D products, but only about n T log D operations by the transforms: the steps
// are taken in blocks, the spectrum of each block of states times that of the stretch of u that its delays reach, added up over the blocks, is transformed back once.
// Sixteen units go together: eight lanes, of which each holds two units as the parts of a complex number, since u is real.
//
// The transforms all have the sign + in the exponent, radix 4 with at most one pass of radix 2. Going there the frequencies come out with their digits reversed, and so
// they go in on the way back: nothing is ever put in order.

#include "CKernels.h"
#include "vector.h"
#include "kernel.h"

typedef struct {
    vector8 re, im;
} waves;

INLINE waves plus(waves a, waves b) { return (waves){a.re + b.re, a.im + b.im}; }
INLINE waves minus(waves a, waves b) { return (waves){a.re - b.re, a.im - b.im}; }
// a + i b and a - i b
INLINE waves plus_turned(waves a, waves b) { return (waves){a.re - b.im, a.im + b.re}; }
INLINE waves minus_turned(waves a, waves b) { return (waves){a.re + b.im, a.im - b.re}; }
INLINE waves times(waves a, const double *factor) {
    const vector8 c = alike(factor[0]), s = alike(factor[1]);
    return (waves){fused_lanes(a.re, c, -(a.im * s)), fused_lanes(a.re, s, a.im * c)};
}

// Passes on `size` numbers, of transforms whose `turns` are cos and sin of 2 pi k / length, k < length. Radix 4, there and back:
INLINE void quarters(waves *a, long size, long length, const double *turns) {
    const long quarter = size / 4, stride = 2 * (length / size);
    for (long k = 0; k < quarter; k++) {
        const waves even = plus(a[k], a[k + 2 * quarter]), odd = plus(a[k + quarter], a[k + 3 * quarter]);
        const waves difference = minus(a[k], a[k + 2 * quarter]), other = minus(a[k + quarter], a[k + 3 * quarter]);
        a[k] = plus(even, odd);
        a[k + quarter] = times(plus_turned(difference, other), turns + stride * k);
        a[k + 2 * quarter] = times(minus(even, odd), turns + stride * 2 * k);
        a[k + 3 * quarter] = times(minus_turned(difference, other), turns + stride * 3 * k);
    }
}

INLINE void quarters_back(waves *a, long size, long length, const double *turns) {
    const long quarter = size / 4, stride = 2 * (length / size);
    for (long k = 0; k < quarter; k++) {
        const waves first = a[k], second = times(a[k + quarter], turns + stride * k), third = times(a[k + 2 * quarter], turns + stride * 2 * k);
        const waves fourth = times(a[k + 3 * quarter], turns + stride * 3 * k);
        const waves even = plus(first, third), odd = plus(second, fourth), difference = minus(first, third), other = minus(second, fourth);
        a[k] = plus(even, odd);
        a[k + quarter] = plus_turned(difference, other);
        a[k + 2 * quarter] = minus(even, odd);
        a[k + 3 * quarter] = minus_turned(difference, other);
    }
}

// Radix 2, on eight numbers.
INLINE void halves(waves *a, long length, const double *turns) {
    for (long k = 0; k < 4; k++) {
        const waves difference = minus(a[k], a[k + 4]);
        a[k] = plus(a[k], a[k + 4]);
        a[k + 4] = times(difference, turns + 2 * (length / 8) * k);
    }
}

INLINE void halves_back(waves *a, long length, const double *turns) {
    for (long k = 0; k < 4; k++) {
        const waves turned = times(a[k + 4], turns + 2 * (length / 8) * k);
        a[k + 4] = minus(a[k], turned);
        a[k] = plus(a[k], turned);
    }
}

// The last pass there and the first one back: four numbers, and no turns.
INLINE void four(waves *a) {
    const waves even = plus(a[0], a[2]), odd = plus(a[1], a[3]), difference = minus(a[0], a[2]), other = minus(a[1], a[3]);
    a[0] = plus(even, odd);
    a[1] = plus_turned(difference, other);
    a[2] = minus(even, odd);
    a[3] = minus_turned(difference, other);
}

// All passes on so many numbers, or fewer, follow one another while these are in the first-level cache: 32 KB.
#define SEGMENT 256

// How many of `length` numbers that is: both have an odd number of factors of two, or both an even one.
INLINE long segment(long length) {
    while (length > SEGMENT) length /= 4;
    return length;
}

INLINE void transform_segment(waves *z, long size, long length, const double *turns) {
    long part = size;
    for (; part > 8; part /= 4)
        for (long start = 0; start < size; start += part) quarters(z + start, part, length, turns);
    if (part == 8)
        for (long start = 0; start < size; start += 8) halves(z + start, length, turns);
    for (long start = 0; start < size; start += 4) four(z + start);
}

// The passes before those of the segments.
INLINE void transform_to_segments(waves *z, long size, long length, const double *turns) {
    for (long part = length; part > size; part /= 4)
        for (long start = 0; start < length; start += part) quarters(z + start, part, length, turns);
}

// The same passes from last to first, each of them transposed.
INLINE void transform_back(waves *z, long length, const double *turns) {
    const long size = segment(length);
    const int is_odd = __builtin_ctzl((unsigned long)length) % 2 != 0;
    for (long start = 0; start < length; start += size) {
        waves *const a = z + start;
        for (long k = 0; k < size; k += 4) four(a + k);
        if (is_odd)
            for (long k = 0; k < size; k += 8) halves_back(a + k, length, turns);
        for (long part = is_odd ? 32 : 16; part <= size; part *= 4)
            for (long k = 0; k < size; k += part) quarters_back(a + k, part, length, turns);
    }
    for (long part = 4 * size; part <= length; part *= 4)
        for (long start = 0; start < length; start += part) quarters_back(z + start, part, length, turns);
}

KERNEL void engram_lagged_spectra(const double *u, long blocks, long block, long reach, long length, const double *turns, double *scratch, double *spectra) {
    waves *const z = (waves *)scratch;
    const long size = segment(length);
    // Eight blocks at a time, one in each lane.
    for (long first = 0; first < blocks; first += 8) {
        const long lanes = blocks - first < 8 ? blocks - first : 8;
        for (long k = 0; k < length; k++) {
            z[k] = (waves){};
            const long last = block + reach - 1;
            if (k < last)
                for (long lane = 0; lane < lanes; lane++) z[k].re[lane] = u[(first + lane) * block + k];
        }
        transform_to_segments(z, size, length, turns);
        for (long start = 0; start < length; start += size) transform_segment(z + start, size, length, turns);
        // With the other sign in the exponent, as a real series has it conjugate.
        for (long lane = 0; lane < lanes; lane++) {
            double *const to = spectra + 2 * length * (first + lane);
            for (long k = 0; k < length; k++) {
                to[2 * k] = z[k].re[lane];
                to[2 * k + 1] = -z[k].im[lane];
            }
        }
    }
}

KERNEL void engram_lagged_products(const double *x, long stride, long width, const double *means, long steps, const double *spectra, long block, long reach, long length,
                            const double *turns, double *scratch, double *products) {
    waves *const z = (waves *)scratch, *const sum = z + length;
    const long size = segment(length);
    for (long k = 0; k < length; k++) sum[k] = (waves){};
    double centre[16] = {0};
    for (long i = 0; i < width; i++) centre[i] = means[i];
    const waves mean = {*(const vector8 *)centre, *(const vector8 *)(centre + 8)};
    for (long start = 0; start < steps; start += block, spectra += 2 * length) {
        const long count = steps - start < block ? steps - start : block;
        for (long k = 0; k < count; k++) {
            const double *const row = x + (start + k) * stride;
            // Two cache lines of each row, too far apart for the processor to see that they follow each other.
            __builtin_prefetch(row + 24 * stride);
            __builtin_prefetch(row + 24 * stride + 8);
            if (width == 16) {
                z[k] = minus((waves){*(const vector8 *)row, *(const vector8 *)(row + 8)}, mean);
            } else {
                double values[16] = {0};
                for (long i = 0; i < width; i++) values[i] = row[i];
                z[k] = minus((waves){*(const vector8 *)values, *(const vector8 *)(values + 8)}, mean);
            }
        }
        for (long k = count; k < length; k++) z[k] = (waves){};
        transform_to_segments(z, size, length, turns);
        for (long first = 0; first < length; first += size) {
            transform_segment(z + first, size, length, turns);
            for (long k = first; k < first + size; k++) sum[k] = plus(sum[k], times(z[k], spectra + 2 * k));
        }
    }
    transform_back(sum, length, turns);
    const double scale = 1.0 / (double)length;
    for (long i = 0; i < width; i++) {
        double *const to = products + i * reach;
        const double *const from = (const double *)sum + i;
        for (long j = 0; j < reach; j++) to[j] += scale * from[16 * j];
    }
}
