// Steps of an echo state network in single precision: half the bytes of a weight, and twice as many to a register.
//
// Sixteen rows are a slice, and the states are taken in windows of thirty-two units, which is what one permutation of two registers looks up. As in reservoir_windows.c a
// group is, for each of the rows, the next weight that it has, if that lies in the group's window; a row that is ahead has a 0 there and waits. At 10 % of all weights 62
// to 65 % of the places are in use. Each row is summed strictly from its first weight to its last, whatever the processor has, so that all give the same bits; a full
// matrix leaves no place unused, so this is the only layout.
//
// Four slices go together, as many sums as the additions need to keep busy, those of most groups first, and where one has no more, those before it go on.
//
// Measured on Sapphire Rapids (2.6 GHz), 10 % of all weights, a step: of 100 units .28 us for .37 us in double precision, of 500 4.1 us for 7.4 us, of 1,000 14 us for 27
// us. Without permutations each number is looked up by itself, and it takes several times as long as in double precision.

#include "reservoir_activation.h"

// What is read from group to group.
typedef struct {
    const float *weights;
    const uint16_t *windows;
    const uint32_t *places;
} cursor;

// The steps themselves. ADD(slices, count) adds `count` groups of each of so many slices to their sums, which stand in `sum`.
#define STEPS(ADD, EACH)                                                                                                                   \
    const long padded = 16 * net->slices;                                                                                                  \
    float *const x = (float *)(((uintptr_t)scratch + 63) & ~(uintptr_t)63), *const drives = x + padded + 32;                               \
    memset(x, 0, (size_t)(2 * padded + 32) * sizeof(float));                                                                               \
    for (long unit = 0; unit < net->units; unit++) x[unit] = (float)state[unit];                                                           \
    for (long t = 0; t < steps; t++) {                                                                                                     \
        const double *const u = inputs + t * net->inputs;                                                                                  \
        double *const row = states ? states + t * states_stride : 0;                                                                       \
        cursor at = {net->weights, net->windows, net->places};                                                                             \
        for (long first = 0; first < net->slices; first += 4) {                                                                            \
            const long together = net->slices - first < 4 ? net->slices - first : 4;                                                       \
            const uint32_t *const groups = net->groups + first;                                                                            \
            float *const sum = drives + 16 * first;                                                                                        \
            for (long i = 0; i < 16 * together; i++) sum[i] = net->bias[16 * first + i];                                                   \
            for (long c = 0; c < net->inputs; c++) {                                                                                       \
                const float input = (float)u[c], *const w = net->input_weights + c * padded + 16 * first;                                  \
                for (long i = 0; i < 16 * together; i++) sum[i] = __builtin_fmaf(w[i], input, sum[i]);                                     \
            }                                                                                                                              \
            if (together == 4) ADD(4, groups[3])                                                                                           \
            if (together >= 3) ADD(3, groups[2] - (together > 3 ? groups[3] : 0))                                                          \
            if (together >= 2) ADD(2, groups[1] - (together > 2 ? groups[2] : 0))                                                          \
            ADD(1, groups[0] - (together > 1 ? groups[1] : 0))                                                                             \
        }                                                                                                                                  \
        ACTIVATE(EACH, f32, net->activation, drives, padded)                                                                               \
        for (long slice = 0; slice < net->slices; slice++) {                                                                               \
            const long unit = 16 * net->order[slice];                                                                                      \
            for (long i = 0; i < 16; i++) {                                                                                                \
                const float leak = net->leaks[16 * slice + i];                                                                             \
                x[unit + i] = __builtin_fmaf(leak, drives[16 * slice + i], (1.0f - leak) * x[unit + i]);                                   \
            }                                                                                                                              \
        }                                                                                                                                  \
        if (row)                                                                                                                           \
            for (long unit = 0; unit < net->units; unit++) row[unit] = (double)x[unit];                                                    \
    }                                                                                                                                      \
    for (long unit = 0; unit < net->units; unit++) state[unit] = (double)x[unit];

#define ADD_ONE_BY_ONE(slices, count)                                                                                                      \
    for (long k = 0; k < (count); k++) {                                                                                                   \
        for (long i = 0; i < (slices); i++) {                                                                                              \
            const float *const window = x + 16 * at.windows[i];                                                                            \
            for (long r = 0; r < 16; r++)                                                                                                  \
                sum[16 * i + r] = __builtin_fmaf(at.weights[16 * i + r], window[at.places[r] >> 8 * i & 31], sum[16 * i + r]);             \
        }                                                                                                                                  \
        at = (cursor){at.weights + 16 * (slices), at.windows + (slices), at.places + 16};                                                  \
    }

KERNEL static void run_one_by_one(
    const engram_reservoir_single *net, const double *inputs, long steps, double *state, double *scratch, double *states, long states_stride) {
    STEPS(ADD_ONE_BY_ONE, ONE_BY_ONE)
}

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>

#define WIDE_INLINE static inline __attribute__((always_inline, target("arch=x86-64-v4")))

WIDE_INLINE void add(const int slices, long count, cursor *at, const float *x, float *sums) {
    const float *w = at->weights;
    const uint16_t *windows = at->windows;
    const uint32_t *places = at->places;
    __m512 sum[4];
    for (int i = 0; i < slices; i++) sum[i] = _mm512_loadu_ps(sums + 16 * i);
    for (long k = 0; k < count; k++) {
        const __m512i place = _mm512_load_si512(places);
        for (int i = 0; i < slices; i++) {
            const float *const window = x + 16 * windows[i];
            const __m512 values = _mm512_permutex2var_ps(_mm512_load_ps(window), i ? _mm512_srli_epi32(place, 8 * i) : place, _mm512_load_ps(window + 16));
            sum[i] = _mm512_fmadd_ps(_mm512_load_ps(w + 16 * i), values, sum[i]);
        }
        w += 16 * slices;
        windows += slices;
        places += 16;
    }
    for (int i = 0; i < slices; i++) _mm512_storeu_ps(sums + 16 * i, sum[i]);
    *at = (cursor){w, windows, places};
}

#define ADD_BY_PERMUTATION(slices, count) add(slices, count, &at, x, sum);

__attribute__((target("arch=x86-64-v4"))) static void run_by_permutation(
    const engram_reservoir_single *net, const double *inputs, long steps, double *state, double *scratch, double *states, long states_stride) {
    STEPS(ADD_BY_PERMUTATION, SIXTEEN_AT_ONCE)
}
#else
#define run_by_permutation run_one_by_one
#endif

void engram_reservoir_run_single(
    const engram_reservoir_single *net, const double *inputs, long steps, double *state, double *scratch, double *states, long states_stride) {
    (net->permutes ? run_by_permutation : run_one_by_one)(net, inputs, steps, state, scratch, states, states_stride);
}
