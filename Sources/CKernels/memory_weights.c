// Couplings in pairs, and patterns of other numbers than +1 and -1.
#include "memory.h"
#include "kernel.h"

#define TILE 64

KERNEL void engram_memory_hebb(const uint8_t *bits, size_t stride, size_t size, size_t count, size_t band, double scale, double *w) {
    const size_t end = band + TILE < size ? band + TILE : size, words = stride / 8;
    double tile[TILE][TILE];
    for (size_t other = 0; other <= band; other += TILE) {
        const size_t other_end = other + TILE < size ? other + TILE : size;
        for (size_t i = band; i < end; i++) {
            for (size_t j = other; j < other_end; j++) {
                const uint8_t *const a = bits + i * stride, *const b = bits + j * stride;
                int64_t different = 0;
                for (size_t k = 0; k < words; k++) {
                    uint64_t x, y;
                    memcpy(&x, a + 8 * k, 8);
                    memcpy(&y, b + 8 * k, 8);
                    different += __builtin_popcountll(x ^ y);
                }
                tile[i - band][j - other] = i == j ? 0.0 : scale * (double)((int64_t)count - 2 * different);
            }
        }
        for (size_t i = band; i < end; i++) memcpy(w + i * size + other, tile[i - band], (other_end - other) * sizeof(double));
        if (other == band) continue;
        for (size_t j = other; j < other_end; j++)
            for (size_t i = band; i < end; i++) w[j * size + i] = tile[i - band][j - other];
    }
}

#define SUM_OF(...)                                                                               \
    for (size_t k = 0; k < count; k += 8) {                                                        \
        for (size_t j = 0; j < 8; j++) {                                                           \
            const double y = x[k + j], a = sums[k + j] - y * s;                                    \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

KERNEL double engram_memory_weighted_field(const double *x, const double *sums, const double *squares, const double *cubes, size_t count, double s, int kind,
                                           int order) {
    double lane[8] = {0};
    if (kind == 2) SUM_OF(lane[j] += y * a;)
    if (kind == 3) SUM_OF(lane[j] += y * (a * a - (squares[k + j] - y * y));)
    if (kind == 4) SUM_OF(lane[j] += y * ((a * a * a - 3.0 * a * (squares[k + j] - y * y)) + 2.0 * (cubes[k + j] - y * y * y * s));)
    if (kind == 0) SUM_OF(double power = y; for (int p = 1; p < order; p++) power *= a; lane[j] += power;)
    if (kind == 1)
        SUM_OF(double up = 1.0, down = 1.0; for (int p = 0; p < order; p++) { up *= a + y; down *= a - y; } lane[j] += up - down;)
    const double sum = ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
    return kind == 1 ? sum / (2.0 * order) : sum;
}

KERNEL void engram_memory_weighted_move(const double *x, size_t count, double change, double *sums, double *cubes) {
    for (size_t k = 0; k < count; k++) {
        const double y = x[k], moved = change * y;
        sums[k] += moved;
        cubes[k] += moved * y * y;
    }
}
