// One step of a leaky echo state network.
//
// Goals, in order: the same bits on every instruction set; as few load instructions per weight as possible (they are the limit: the weights
// of 500 units at 10 % stay in the second-level cache).
//
// Layout: eight rows side by side ("sliced ELL"). Slice s holds the k-th weight of each of its eight rows next to one another, rows shorter than
// the longest of the slice are padded with weight 0 at column 0. So every row is summed by one lane, strictly from its first weight to its last:
// the result equals the plain loop over the row bit for bit, whatever the width of the vector registers.
//
// A full matrix needs no columns: every lane multiplies by the same element of the state, and four slices go together, so that as many sums are under way as the additions need to keep busy.
//
// Measured on Zen 4, 500 units, 25,000 weights, per product: plain compressed rows 11.9 us, this layout with the hardware gather 9.8 us, with
// eight scalar loads of the index 6.3 us, with two 64-bit loads of four 16-bit indices each (below) 5.4 us.
// On Sapphire Rapids (2.6 GHz) the hardware's gather wins, 5.3 cycles for eight against 6.5: a step 8.0 us against 10.3 us, 28 us against 37 us at
// 1,000 units. Small networks go another way (reservoir_windows.c).

#include "reservoir_activation.h"
#include "vector.h"
#include <string.h>

// Declares the product of slice s with x, added to the eight sums a (rows 0-3) and b (rows 4-7).
#define GATHER_16(c, x)                                                                                                                    \
    uint64_t p, q;                                                                                                                         \
    memcpy(&p, (c), 8);                                                                                                                    \
    memcpy(&q, (c) + 4, 8);                                                                                                                \
    const vector4 xa = {(x)[p & 0xffff], (x)[(p >> 16) & 0xffff], (x)[(p >> 32) & 0xffff], (x)[p >> 48]};                                  \
    const vector4 xb = {(x)[q & 0xffff], (x)[(q >> 16) & 0xffff], (x)[(q >> 32) & 0xffff], (x)[q >> 48]};

#define GATHER_32(c, x)                                                                                                                    \
    const vector4 xa = {(x)[(c)[0]], (x)[(c)[1]], (x)[(c)[2]], (x)[(c)[3]]};                                                               \
    const vector4 xb = {(x)[(c)[4]], (x)[(c)[5]], (x)[(c)[6]], (x)[(c)[7]]};

// The steps themselves. `sums` starts as bias + input, PRODUCT adds the recurrent part, and it ends as the activation of the whole; the update then goes slot by slot to the unit it stands for.
#define RUN(PRODUCT, EACH)                                                                                                                 \
    const long slices = net->slices, padded = 8 * slices;                                                                                  \
    const double keep = 1.0 - net->leak, leak = net->leak;                                                                                 \
    const double *const leaks = net->leaks;                                                                                                \
    for (long t = 0; t < steps; t++) {                                                                                                     \
        const double *const u = inputs + t * net->inputs;                                                                                  \
        memcpy(sums, net->bias, (size_t)padded * sizeof(double));                                                                          \
        for (long i = 0; i < net->inputs; i++) {                                                                                           \
            const double *const w = net->input_weights + i * padded;                                                                       \
            for (long j = 0; j < padded; j++) sums[j] = fused(w[j], u[i], sums[j]);                                                        \
        }                                                                                                                                  \
        PRODUCT                                                                                                                            \
        ACTIVATE(EACH, f64, net->activation, sums, padded)                                                                                 \
        if (net->units_of_slots || leaks) {                                                                                                \
            for (long slot = 0; slot < net->units; slot++) {                                                                               \
                const long unit = net->units_of_slots ? net->units_of_slots[slot] : slot;                                                  \
                const double part = leaks ? leaks[unit] : leak;                                                                            \
                state[unit] = (1.0 - part) * state[unit] + part * sums[slot];                                                              \
            }                                                                                                                              \
        } else {                                                                                                                           \
            for (long unit = 0; unit < net->units; unit++) state[unit] = keep * state[unit] + leak * sums[unit];                           \
        }                                                                                                                                  \
        if (states) memcpy(states + t * states_stride, state, (size_t)net->units * sizeof(double));                                        \
    }

#define SPARSE(index_type, columns_of_index, GATHER)                                                                                       \
    for (long s = 0; s < slices; s++) {                                                                                                    \
        vector4 a = *(const vector4 *)(sums + 8 * s), b = *(const vector4 *)(sums + 8 * s + 4);                                            \
        const long end = net->starts[s + 1];                                                                                               \
        for (long k = net->starts[s]; k < end; k++) {                                                                                      \
            const index_type *const c = net->columns_of_index + 8 * k;                                                                     \
            const double *const w = net->weights + 8 * k;                                                                                  \
            GATHER(c, state)                                                                                                               \
            a = fused_lanes(*(const vector4 *)w, xa, a);                                                                                   \
            b = fused_lanes(*(const vector4 *)(w + 4), xb, b);                                                                             \
        }                                                                                                                                  \
        *(vector4 *)(sums + 8 * s) = a;                                                                                                    \
        *(vector4 *)(sums + 8 * s + 4) = b;                                                                                                \
    }

KERNEL static void run_16(const engram_reservoir *net, const double *inputs, long steps, double *restrict state, double *restrict sums,
                   double *restrict states, long states_stride) {
    RUN(SPARSE(uint16_t, columns_16, GATHER_16), ONE_BY_ONE)
}

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>

// Since Sapphire Rapids, which brought half precision: before it gathers are slow, or were made slow to be safe; AMD's are slow.
long engram_reservoir_gathers_here(void) { return __builtin_cpu_is("intel") && __builtin_cpu_supports("avx512fp16"); }

#define ADD_GATHERED(sum, k)                                                                                                               \
    sum = _mm512_fmadd_pd(                                                                                                                 \
        _mm512_loadu_pd(net->weights + 8 * (k)),                                                                                           \
        _mm512_i32gather_pd(_mm256_cvtepu16_epi32(_mm_loadu_si128((const __m128i *)(net->columns_16 + 8 * (k)))), state, 8), sum);

// Two slices side by side, so that one's additions need not wait for the other's.
#define GATHERED                                                                                                                           \
    for (long s = 0; s < slices; s += 2) {                                                                                                 \
        const long next = s + 1 < slices ? s + 1 : s, first = net->starts[s], second = net->starts[s + 1];                                 \
        const long both = net->starts[next + 1] - second;                                                                                  \
        __m512d a = _mm512_loadu_pd(sums + 8 * s), b = _mm512_loadu_pd(sums + 8 * next);                                                   \
        for (long k = 0; k < both; k++) {                                                                                                  \
            ADD_GATHERED(a, first + k)                                                                                                     \
            ADD_GATHERED(b, second + k)                                                                                                    \
        }                                                                                                                                  \
        for (long k = first + both; k < second; k++) ADD_GATHERED(a, k)                                                                    \
        _mm512_storeu_pd(sums + 8 * next, b);                                                                                              \
        _mm512_storeu_pd(sums + 8 * s, a);                                                                                                 \
    }

__attribute__((target("arch=x86-64-v4"))) static void run_gathered(
    const engram_reservoir *net, const double *inputs, long steps, double *restrict state, double *restrict sums, double *restrict states, long states_stride) {
    RUN(GATHERED, EIGHT_AT_ONCE)
}
#else
long engram_reservoir_gathers_here(void) { return 0; }
#define run_gathered run_16
#endif

KERNEL static void run_32(const engram_reservoir *net, const double *inputs, long steps, double *restrict state, double *restrict sums,
                   double *restrict states, long states_stride) {
    RUN(SPARSE(uint32_t, columns_32, GATHER_32), ONE_BY_ONE)
}

// One full slice, and four of them.
#define FULL_1(s)                                                                                                                          \
    {                                                                                                                                      \
        vector8 a = *(const vector8 *)(sums + 8 * (s));                                                                                    \
        const double *const w = net->weights + 8 * (s) * units;                                                                            \
        for (long k = 0; k < units; k++) a = fused_lanes(*(const vector8 *)(w + 8 * k), alike(state[k]), a);                               \
        *(vector8 *)(sums + 8 * (s)) = a;                                                                                                  \
    }

#define FULL                                                                                                                               \
    long s = 0;                                                                                                                            \
    for (; s + 4 <= slices; s += 4) {                                                                                                      \
        double *const y = sums + 8 * s;                                                                                                    \
        vector8 a = *(const vector8 *)y, b = *(const vector8 *)(y + 8), c = *(const vector8 *)(y + 16), d = *(const vector8 *)(y + 24);    \
        const double *const w = net->weights + 8 * s * units;                                                                              \
        for (long k = 0; k < units; k++) {                                                                                                 \
            const vector8 x = alike(state[k]);                                                                                             \
            a = fused_lanes(*(const vector8 *)(w + 8 * k), x, a);                                                                          \
            b = fused_lanes(*(const vector8 *)(w + 8 * (units + k)), x, b);                                                                \
            c = fused_lanes(*(const vector8 *)(w + 8 * (2 * units + k)), x, c);                                                            \
            d = fused_lanes(*(const vector8 *)(w + 8 * (3 * units + k)), x, d);                                                            \
        }                                                                                                                                  \
        *(vector8 *)y = a;                                                                                                                 \
        *(vector8 *)(y + 8) = b;                                                                                                           \
        *(vector8 *)(y + 16) = c;                                                                                                          \
        *(vector8 *)(y + 24) = d;                                                                                                          \
    }                                                                                                                                      \
    for (; s < slices; s++) FULL_1(s)

KERNEL static void run_full(const engram_reservoir *net, const double *inputs, long steps, double *restrict state, double *restrict sums,
                     double *restrict states, long states_stride) {
    const long units = net->units;
    RUN(FULL, ONE_BY_ONE)
}

void engram_reservoir_run(const engram_reservoir *net, const double *inputs, long steps, double *state, double *sums, double *states,
                      long states_stride) {
    if (net->windows) {
        engram_reservoir_run_windows(net, inputs, steps, state, sums, states, states_stride);
    } else if (net->columns_16 && net->gathers) {
        run_gathered(net, inputs, steps, state, sums, states, states_stride);
    } else if (net->columns_16) {
        run_16(net, inputs, steps, state, sums, states, states_stride);
    } else if (net->columns_32) {
        run_32(net, inputs, steps, state, sums, states, states_stride);
    } else {
        run_full(net, inputs, steps, state, sums, states, states_stride);
    }
}

// Many states of one network: the lanes of a vector are as many states, so that one load brings what all of them need from a unit. The eight rows of a slice go together, as many sums as keep the
// additions busy. Loads are the limit, about two cycles a weight for eight states: measured on Zen 4, 500 units, 25,000 weights, 2.4 us a step of each, a third of what it takes alone. 32 lanes
// gain nothing, for then the states leave the first-level cache.
#define LANES ENGRAM_RESERVOIR_LANES

#define LANE_ROWS(COLUMN)                                                                                                                  \
    for (long s = 0; s < net->slices; s++) {                                                                                               \
        vector8 sum[8];                                                                                                                    \
        for (long r = 0; r < 8; r++) sum[r] = alike(net->bias[8 * s + r]);                                                                 \
        for (long i = 0; i < net->inputs; i++) {                                                                                           \
            const vector8 u = *(const vector8 *)(inputs + i * LANES);                                                                      \
            for (long r = 0; r < 8; r++) sum[r] = fused_lanes(u, alike(net->input_weights[i * padded + 8 * s + r]), sum[r]);               \
        }                                                                                                                                  \
        const long first = net->starts[s], end = net->starts[s + 1];                                                                       \
        for (long k = first; k < end; k++) {                                                                                               \
            const double *const w = net->weights + 8 * k;                                                                                  \
            for (long r = 0; r < 8; r++) sum[r] = fused_lanes(*(const vector8 *)(state + (COLUMN)*LANES), alike(w[r]), sum[r]);            \
        }                                                                                                                                  \
        for (long r = 0; r < 8; r++) *(vector8 *)(sums + (8 * s + r) * LANES) = sum[r];                                                    \
    }

KERNEL void engram_reservoir_lanes(const engram_reservoir *net, const double *inputs, double *restrict state, double *restrict sums, double *const *rows) {
    const long padded = 8 * net->slices;
    if (net->columns_16) {
        LANE_ROWS(net->columns_16[8 * k + r])
    } else if (net->columns_32) {
        LANE_ROWS(net->columns_32[8 * k + r])
    } else {
        LANE_ROWS(k - first)
    }
    ACTIVATE(ONE_BY_ONE, f64, net->activation, sums, net->units * LANES)
    for (long slot = 0; slot < net->units; slot++) {
        const long unit = net->units_of_slots ? net->units_of_slots[slot] : slot;
        const double leak = net->leaks ? net->leaks[unit] : net->leak, keep = 1.0 - leak;
        double *const x = state + unit * LANES, *const y = sums + slot * LANES;
        for (long i = 0; i < LANES; i++) x[i] = keep * x[i] + leak * y[i];
    }
    for (long lane = 0; lane < LANES; lane++) {
        double *const row = rows[lane];
        if (!row) continue;
        for (long unit = 0; unit < net->units; unit++) row[unit] = state[unit * LANES + lane];
    }
}
