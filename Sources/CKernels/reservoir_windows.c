// Steps of a small echo state network on processors with AVX-512, without a gather.
//
// A permutation of two registers looks up eight numbers among sixteen in a third of the time that eight loads take. So the states are taken in windows of
// sixteen units: a group is, for each of eight rows, the next weight that it has, if that lies in the group's window, which begins where the row that is
// farthest behind goes on. A row that is ahead has a 0 there and waits. At 10 % of all weights 53 to 57 % of the places are in use, and each row is still
// summed strictly from its first weight to its last.
//
// A slice is eight rows, in the order of the units. Four slices go together, as many sums as the additions need to keep busy, and those of about as many groups:
// slices stand in the order of their groups, most first, and where one has no more, those before it go on. The groups lie in the order in which they are read:
// their weights, where their windows begin, and of each row four bits for each of the slices together: which of the sixteen.
//
// First the drives of all units, then what becomes of them, so that many of those calculations are under way at once (reservoir_activation.h).
//
// Measured on Sapphire Rapids (2.6 GHz), 100 units, 1,000 weights, a step: .37 us; .45 us with products and sums apart, of which .24 us were the groups, 2.5
// cycles each (the port of the permutations took two), and .15 us the activation, whose divisions alone take more than half of that. Slices with single
// loads took .70 us, with the hardware's gather .62 us. Tried without gain: windows that begin at any unit (a tenth fewer groups, but loads across cache
// lines), which of the sixteen in 64 bits each, gathers in between, the activation of four slices before the next four.
// At 500 units it is even with the gather, whose weights are fewer bytes, and behind it from there on, as the second-level cache is the limit.

#include "reservoir_activation.h"

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>

#define WIDE __attribute__((target("arch=x86-64-v4")))
#define WIDE_INLINE static inline __attribute__((always_inline, target("arch=x86-64-v4")))

long engram_reservoir_windows_run_here(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512cd");
}

// What is read from group to group.
typedef struct {
    const double *weights;
    const uint16_t *windows, *places;
} cursor;

// Adds `count` groups of each of `slices` slices to their sums.
WIDE_INLINE void add(const int slices, long count, cursor *at, const double *x, __m512d *sum) {
    const double *w = at->weights;
    const uint16_t *windows = at->windows, *places = at->places;
    for (long k = 0; k < count; k++) {
        const __m512i place = _mm512_cvtepu16_epi64(_mm_loadu_si128((const __m128i *)places));
        for (int i = 0; i < slices; i++) {
            const double *const window = x + windows[i];
            const __m512d values = _mm512_permutex2var_pd(_mm512_load_pd(window), i ? _mm512_srli_epi64(place, 4 * i) : place, _mm512_load_pd(window + 8));
            sum[i] = _mm512_fmadd_pd(_mm512_load_pd(w + 8 * i), values, sum[i]);
        }
        w += 8 * slices;
        windows += slices;
        places += 8;
    }
    *at = (cursor){w, windows, places};
}

// The drive of `slices` slices, at most four, from the one at `first` on.
WIDE_INLINE void drive(const int slices, const engram_reservoir *net, long first, cursor *at, const double *u, const double *x, double *drives) {
    const engram_reservoir_windows *const table = net->windows;
    const uint16_t *const groups = table->groups + first;
    const long padded = 8 * net->slices;
    __m512d sum[4];
    for (int i = 0; i < slices; i++) sum[i] = _mm512_loadu_pd(table->bias + 8 * (first + i));
    for (long c = 0; c < net->inputs; c++) {
        const __m512d input = _mm512_set1_pd(u[c]);
        const double *const w = table->input_weights + c * padded + 8 * first;
        for (int i = 0; i < slices; i++) sum[i] = _mm512_fmadd_pd(_mm512_loadu_pd(w + 8 * i), input, sum[i]);
    }
    if (slices == 4) add(4, groups[3], at, x, sum);
    if (slices >= 3) add(3, groups[2] - (slices > 3 ? groups[3] : 0), at, x, sum);
    if (slices >= 2) add(2, groups[1] - (slices > 2 ? groups[2] : 0), at, x, sum);
    add(1, groups[0] - (slices > 1 ? groups[1] : 0), at, x, sum);
    for (int i = 0; i < slices; i++) _mm512_store_pd(drives + 8 * table->order[first + i], sum[i]);
}

WIDE void engram_reservoir_run_windows(const engram_reservoir *net, const double *inputs, long steps, double *state, double *scratch, double *states, long states_stride) {
    const long padded = 8 * net->slices, whole = net->slices / 4 * 4;
    // Windows reach eight units beyond the last slice.
    double *const x = (double *)(((uintptr_t)scratch + 63) & ~(uintptr_t)63), *const drives = x + padded + 8;
    memset(x, 0, (size_t)(2 * padded + 8) * sizeof(double));
    memcpy(x, state, (size_t)net->units * sizeof(double));
    for (long t = 0; t < steps; t++) {
        const double *const u = inputs + t * net->inputs;
        double *const row = states ? states + t * states_stride : 0;
        cursor at = {net->windows->weights, net->windows->windows, net->windows->places};
        for (long first = 0; first < whole; first += 4) drive(4, net, first, &at, u, x, drives);
        switch (net->slices - whole) {
        case 1: drive(1, net, whole, &at, u, x, drives); break;
        case 2: drive(2, net, whole, &at, u, x, drives); break;
        case 3: drive(3, net, whole, &at, u, x, drives); break;
        default: break;
        }
        ACTIVATE(EIGHT_AT_ONCE, f64, net->activation, drives, padded)
        for (long unit = 0; unit < net->units; unit += 8) {
            const __mmask8 units = net->units - unit >= 8 ? 255 : 255 >> (8 - (net->units - unit));
            const __m512d leak = net->leaks ? _mm512_maskz_loadu_pd(units, net->leaks + unit) : _mm512_set1_pd(net->leak);
            const __m512d keep = _mm512_sub_pd(_mm512_set1_pd(1.0), leak);
            const __m512d after = _mm512_add_pd(_mm512_mul_pd(keep, _mm512_load_pd(x + unit)), _mm512_mul_pd(leak, _mm512_load_pd(drives + unit)));
            _mm512_store_pd(x + unit, after);
            if (row) _mm512_mask_storeu_pd(row + unit, units, after);
        }
    }
    memcpy(state, x, (size_t)net->units * sizeof(double));
}

#else

long engram_reservoir_windows_run_here(void) { return 0; }

void engram_reservoir_run_windows(const engram_reservoir *net, const double *inputs, long steps, double *state, double *scratch, double *states, long states_stride) {}

#endif
