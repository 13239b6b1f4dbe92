// What the dynamics of dense associative memories spends its time on.
//
// Goals, in order: exact sums, so that every instruction set and number of threads gives the same bits; few bytes per pattern and position.
//
// A spin's field is a sum over patterns of +-E(S), E a function of the pattern's sum S alone (Neuro/Associative/Interaction.swift). So the values E are kept, and a field is
// the sum of those whose bit is 1: on AVX-512 one load of 16 values, masked by 16 bits, and one addition. They fit 32 bits and so do partial sums, except where a pattern is
// nearly recalled: blocks in which a lane might overflow are not `tame`, and summed in 64 bits.

#include "memory.h"
#include "kernel.h"

typedef _Bool mask8 __attribute__((ext_vector_type(8)));
typedef _Bool mask16 __attribute__((ext_vector_type(16)));
typedef _Bool mask32 __attribute__((ext_vector_type(32)));
typedef int32_t int16x32 __attribute__((ext_vector_type(16)));
typedef uint32_t uint16x32 __attribute__((ext_vector_type(16)));
typedef int64_t int16x64 __attribute__((ext_vector_type(16)));
typedef int64_t int8x64 __attribute__((ext_vector_type(8)));
typedef int16_t int32x16 __attribute__((ext_vector_type(32)));
typedef double real8 __attribute__((ext_vector_type(8)));

#define LOAD(vector, from) memcpy(&(vector), (from), sizeof(vector))
#define STORE(vector, to) memcpy((to), &(vector), sizeof(vector))

// All ones in the lanes whose bit is 1. The bits stand in memory lowest first, as on every machine that Swift runs on.
#define MASK16(lanes, from)                                                                        \
    int16x32 lanes;                                                                                \
    {                                                                                              \
        uint16_t word;                                                                             \
        memcpy(&word, (from), 2);                                                                  \
        lanes = __builtin_convertvector(__builtin_bit_cast(mask16, word), int16x32) != 0;          \
    }
#define MASK32(lanes, from)                                                                        \
    int32x16 lanes;                                                                                \
    {                                                                                              \
        uint32_t word;                                                                             \
        memcpy(&word, (from), 4);                                                                  \
        lanes = __builtin_convertvector(__builtin_bit_cast(mask32, word), int32x16) != 0;          \
    }
#define MASK8(lanes, byte) const int8x64 lanes = __builtin_convertvector(__builtin_bit_cast(mask8, (uint8_t)(byte)), int8x64) != 0

// 512 patterns, one line of bits, in 16-bit lanes: so many positions, at which each sum is at most their number, before the lanes are emptied.
KERNEL static void sums_of_line(const uint8_t *bits, size_t stride, size_t size, size_t chunks, const int8_t *state, int32_t *sums) {
    for (size_t first = 0; first < size; first += 32000) {
        const size_t end = size - first < 32000 ? size : first + 32000;
        int32_t total = 0;
        for (size_t i = first; i < end; i++) total += state[i];
        if (chunks == 16) {
            int32x16 a[16];
            memset(a, 0, sizeof a);
            for (size_t i = first; i < end; i++) {
                const uint8_t *const row = bits + i * stride;
                const int32x16 s = (int16_t)state[i];
                for (int k = 0; k < 16; k++) {
                    MASK32(lanes, row + 4 * k)
                    a[k] += lanes & s;
                }
            }
            for (int k = 0; k < 16; k++)
                for (int j = 0; j < 32; j++) sums[32 * k + j] += 2 * a[k][j] - total;
        } else {
            for (size_t k = 0; k < chunks; k += 2) {
                int32x16 a = 0, b = 0;
                for (size_t i = first; i < end; i++) {
                    const uint8_t *const row = bits + i * stride + 4 * k;
                    const int32x16 s = (int16_t)state[i];
                    MASK32(lanes, row)
                    MASK32(others, row + 4)
                    a += lanes & s;
                    b += others & s;
                }
                for (int j = 0; j < 32; j++) {
                    sums[32 * k + j] += 2 * a[j] - total;
                    sums[32 * k + 32 + j] += 2 * b[j] - total;
                }
            }
        }
    }
}

void engram_memory_sums(const uint8_t *bits, size_t stride, size_t size, size_t count, const int8_t *state, int32_t *sums) {
    const size_t padded = 8 * stride;
    memset(sums, 0, padded * sizeof *sums);
    for (size_t first = 0; first < padded; first += 512) {
        const size_t patterns = padded - first < 512 ? padded - first : 512;
        sums_of_line(bits + first / 8, stride, size, patterns / 32, state, sums + first);
    }
    memset(sums + count, 0, (padded - count) * sizeof *sums);
}

// One block of whole vectors. DEGREE is that of the polynomial; what it does not need is left out.
#define UPDATE_BLOCK(DEGREE)                                                                       \
    KERNEL static int32_t update_##DEGREE(const uint8_t *bits, size_t count, int32_t change, const int32_t c[4], int32_t *restrict sums, \
                                          int32_t *restrict values, int32_t totals[3][16]) {       \
        uint16x32 v = 0, t = 0, q = 0;                                                             \
        int16x32 most = 0;                                                                         \
        const int16x32 twice = 2 * change;                                                         \
        for (size_t k = 0; k < count; k += 16) {                                                   \
            int16x32 s, e;                                                                         \
            MASK16(lanes, bits + k / 8)                                                            \
            LOAD(s, sums + k);                                                                     \
            s = (s - change) + (lanes & twice);                                                    \
            STORE(s, sums + k);                                                                    \
            const int16x32 square = s * s;                                                         \
            if (DEGREE == 1) e = c[1] * s;                                                         \
            if (DEGREE == 2) e = c[0] + c[2] * square;                                             \
            if (DEGREE == 3) e = s * (c[1] + c[3] * square);                                       \
            STORE(e, values + k);                                                                  \
            if (DEGREE == 3) v += (uint16x32)e;                                                    \
            t += (uint16x32)s;                                                                     \
            if (DEGREE > 1) q += (uint16x32)square;                                                \
            const int16x32 size = __builtin_elementwise_abs(s);                                    \
            most = __builtin_elementwise_max(most, size);                                          \
        }                                                                                          \
        STORE(v, totals[0]);                                                                       \
        STORE(t, totals[1]);                                                                       \
        STORE(q, totals[2]);                                                                       \
        return __builtin_reduce_max(most);                                                         \
    }
// Sums may wrap around in the lanes of a block that is not tame; they are taken again then.
UPDATE_BLOCK(1)
UPDATE_BLOCK(2)
UPDATE_BLOCK(3)

static inline double magnitude(const int32_t c[4], double s) {
    return __builtin_fabs((double)c[0]) + s * (__builtin_fabs((double)c[1]) + s * (__builtin_fabs((double)c[2]) + s * __builtin_fabs((double)c[3])));
}

void engram_memory_update(const uint8_t *bits, size_t count, int32_t change, const int32_t c[4], int32_t *sums, int32_t *values, uint8_t *tame,
                          engram_memory_moments *moments) {
    engram_memory_moments all = {0, 0, 0};
    for (size_t first = 0, block = 0; first < count; first += ENGRAM_MEMORY_BLOCK, block++) {
        const size_t n = count - first < ENGRAM_MEMORY_BLOCK ? count - first : ENGRAM_MEMORY_BLOCK;
        const size_t whole = n / 16 * 16;
        const uint8_t *const row = bits + first / 8;
        int32_t *const s = sums + first, *const e = values + first;
        int32_t totals[3][16];
        int64_t most = c[3] ? update_3(row, whole, change, c, s, e, totals) : c[2] ? update_2(row, whole, change, c, s, e, totals)
                                                                                   : update_1(row, whole, change, c, s, e, totals);
        // Unsigned, where products may wrap around.
        int64_t tail_values = 0, tail_sums = 0, tail_squares = 0;
        for (size_t k = whole; k < n; k++) {
            s[k] += row[k / 8] >> (k % 8) & 1 ? change : -change;
            const uint32_t x = (uint32_t)s[k], square = x * x;
            const int64_t size = s[k] < 0 ? -(int64_t)s[k] : s[k];
            e[k] = (int32_t)((uint32_t)c[0] + (uint32_t)c[2] * square + x * ((uint32_t)c[1] + (uint32_t)c[3] * square));
            most = size > most ? size : most;
            tail_values += e[k];
            tail_sums += s[k];
            tail_squares += (int64_t)s[k] * s[k];
        }
        const double largest = magnitude(c, (double)most), square = (double)most * (double)most;
        tame[block] = largest * (ENGRAM_MEMORY_BLOCK / 64) < 0x1p31;
        int64_t values_here = 0, sums_here = 0, squares_here = 0;
        if ((largest > square ? largest : square) * (ENGRAM_MEMORY_BLOCK / 16) < 0x1p31) {
            for (int j = 0; j < 16; j++) {
                values_here += totals[0][j];
                sums_here += totals[1][j];
                squares_here += totals[2][j];
            }
        } else {
            for (size_t k = 0; k < whole; k++) {
                values_here += c[3] ? e[k] : 0;
                sums_here += s[k];
                squares_here += (int64_t)s[k] * s[k];
            }
        }
        // Of degree 1 and 2 the sum of the values follows from the others.
        if (c[2]) values_here = (int64_t)c[0] * (int64_t)whole + c[2] * squares_here;
        if (!c[2] && !c[3]) values_here = c[1] * sums_here;
        all.values += values_here + tail_values;
        all.sums += sums_here + tail_sums;
        all.squares += squares_here + tail_squares;
    }
    *moments = all;
}

KERNEL static int64_t chosen_block(const uint8_t *bits, const int32_t *values, size_t count) {
    int16x32 a = 0, b = 0, c = 0, d = 0;
    for (size_t k = 0; k < count; k += 64) {
        int16x32 x, y, z, w;
        const uint8_t *const row = bits + k / 8;
        LOAD(x, values + k);
        LOAD(y, values + k + 16);
        LOAD(z, values + k + 32);
        LOAD(w, values + k + 48);
        MASK16(i, row)
        MASK16(j, row + 2)
        MASK16(l, row + 4)
        MASK16(m, row + 6)
        a += i & x;
        b += j & y;
        c += l & z;
        d += m & w;
    }
    const int16x64 all = (__builtin_convertvector(a, int16x64) + __builtin_convertvector(b, int16x64)) +
                         (__builtin_convertvector(c, int16x64) + __builtin_convertvector(d, int16x64));
    return __builtin_reduce_add(all);
}

KERNEL static int64_t chosen_wide(const uint8_t *bits, const int32_t *values, size_t count) {
    int16x64 a = 0;
    for (size_t k = 0; k < count; k += 16) {
        int16x32 x;
        LOAD(x, values + k);
        MASK16(i, bits + k / 8)
        const int16x32 kept = i & x;
        a += __builtin_convertvector(kept, int16x64);
    }
    return __builtin_reduce_add(a);
}

int64_t engram_memory_chosen(const uint8_t *bits, const int32_t *values, size_t count, const uint8_t *tame) {
    const size_t padded = (count + 63) / 64 * 64;
    int64_t sum = 0;
    for (size_t first = 0, block = 0; first < padded; first += ENGRAM_MEMORY_BLOCK, block++) {
        const size_t n = padded - first < ENGRAM_MEMORY_BLOCK ? padded - first : ENGRAM_MEMORY_BLOCK;
        sum += tame[block] ? chosen_block(bits + first / 8, values + first, n) : chosen_wide(bits + first / 8, values + first, n);
    }
    return sum;
}

KERNEL int32_t engram_memory_move(const uint8_t *bits, size_t count, int32_t change, int32_t *sums) {
    int32_t most = INT32_MIN;
    const size_t whole = count / 16 * 16;
    int16x32 top = most;
    const int16x32 twice = 2 * change;
    for (size_t k = 0; k < whole; k += 16) {
        int16x32 s;
        MASK16(lanes, bits + k / 8)
        LOAD(s, sums + k);
        s = (s - change) + (lanes & twice);
        STORE(s, sums + k);
        top = __builtin_elementwise_max(top, s);
    }
    most = __builtin_reduce_max(top);
    for (size_t k = whole; k < count; k++) {
        sums[k] += bits[k / 8] >> (k % 8) & 1 ? change : -change;
        most = sums[k] > most ? sums[k] : most;
    }
    return most;
}

#define ADD_LANES(x) (((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7])))

KERNEL void engram_memory_lookup(const int32_t *sums, size_t count, const double *table, const double *other, int64_t origin, double *values,
                                 double *value_sum, double *other_sum) {
    double a[8] = {0}, b[8] = {0};
    const double *const first = table + origin, *const second = other + origin;
    size_t k = 0;
    for (; k + 8 <= count; k += 8) {
        for (int j = 0; j < 8; j++) {
            const double x = first[sums[k + j]];
            values[k + j] = x;
            a[j] += x;
            b[j] += second[sums[k + j]];
        }
    }
    for (int j = 0; k < count; k++, j++) {
        values[k] = first[sums[k]];
        a[j] += values[k];
        b[j] += second[sums[k]];
    }
    *value_sum = ADD_LANES(a);
    *other_sum = ADD_LANES(b);
}

KERNEL double engram_memory_chosen_f64(const uint8_t *bits, const double *values, size_t count) {
    real8 a = 0, b = 0, c = 0, d = 0;
    const real8 zero = 0;
    for (size_t k = 0; k < count; k += 32) {
        real8 x, y, z, w;
        const uint8_t *const row = bits + k / 8;
        LOAD(x, values + k);
        LOAD(y, values + k + 8);
        LOAD(z, values + k + 16);
        LOAD(w, values + k + 24);
        MASK8(i, row[0]);
        MASK8(j, row[1]);
        MASK8(l, row[2]);
        MASK8(m, row[3]);
        a += i ? x : zero;
        b += j ? y : zero;
        c += l ? z : zero;
        d += m ? w : zero;
    }
    const real8 sum = (a + c) + (b + d);
    return ADD_LANES(sum);
}
