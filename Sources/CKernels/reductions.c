#include "kernel.h"
#include "CKernels.h"

// Sums in sixteen lanes of double within blocks of 1024 elements (element i of a block in lane i mod 16, the lanes added in one fixed tree), and the
// blocks added pairwise. The order depends on the count alone, and the error grows with its logarithm.
#define LANES 16
#define BLOCK 1024

INLINE double add_lanes(const double *lane) {
    double eight[8], four[4];
    for (int j = 0; j < 8; j++) eight[j] = lane[j] + lane[j + 8];
    for (int j = 0; j < 4; j++) four[j] = eight[j] + eight[j + 4];
    return (four[0] + four[2]) + (four[1] + four[3]);
}

#define TERM_SUM(x, y, c, i) ((double)x[i])
#define TERM_DOT(x, y, c, i) ((double)x[i] * (double)y[i])
#define TERM_DEVIATION(x, y, c, i) (((double)x[i] - c) * ((double)x[i] - c))
#define TERM_DISTANCE(x, y, c, i) (((double)x[i] - (double)y[i]) * ((double)x[i] - (double)y[i]))

#define REDUCTION(name, TERM, suffix, type)                                                        \
    KERNEL static double block_##name##_##suffix(const type *x, const type *y, double c, size_t count) { \
        (void)y, (void)c;                                                                          \
        double lane[LANES] = {0};                                                                  \
        size_t i = 0;                                                                              \
        for (; i + LANES <= count; i += LANES)                                                     \
            for (int j = 0; j < LANES; j++) lane[j] += TERM(x, y, c, i + j);                       \
        for (int j = 0; i < count; i++, j++) lane[j] += TERM(x, y, c, i);                          \
        return add_lanes(lane);                                                                    \
    }                                                                                              \
    static double all_##name##_##suffix(const type *x, const type *y, double c, size_t count) {    \
        if (count <= BLOCK) return block_##name##_##suffix(x, y, c, count);                        \
        const size_t half = (count / 2 + BLOCK - 1) / BLOCK * BLOCK;                               \
        return all_##name##_##suffix(x, y, c, half) + all_##name##_##suffix(x + half, y + half, c, count - half); \
    }

#define REDUCTIONS(suffix, type)                                                                   \
    REDUCTION(sum, TERM_SUM, suffix, type)                                                         \
    double engram_sum_##suffix(const type *x, size_t count) { return all_sum_##suffix(x, x, 0, count); } \
    REDUCTION(dot, TERM_DOT, suffix, type)                                                         \
    double engram_dot_##suffix(const type *x, const type *y, size_t count) { return all_dot_##suffix(x, y, 0, count); } \
    REDUCTION(deviation, TERM_DEVIATION, suffix, type)                                             \
    double engram_square_deviation_##suffix(const type *x, double center, size_t count) {          \
        return all_deviation_##suffix(x, x, center, count);                                        \
    }                                                                                              \
    REDUCTION(distance, TERM_DISTANCE, suffix, type)                                               \
    double engram_square_distance_##suffix(const type *x, const type *y, size_t count) {           \
        return all_distance_##suffix(x, y, 0, count);                                              \
    }

REDUCTIONS(f64, double)
REDUCTIONS(f32, float)
