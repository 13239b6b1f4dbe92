// Sums over patterns and positions for 32 states at once.
//
// For four positions there are 16 ways in which their signs may fall, so the 16 sums of +-state are made once, and every pattern adds the one that its four bits select: one load and one
// addition for 4 x 32 products. The same serves the fields, over four patterns at a time. Sixteen such tables, 16 kB, lie in the first cache while all patterns (or positions) go
// through them. Tables of 8 bits would halve the additions, but two of them fill that cache. All sums are of integers, so their order changes nothing.

#include "memory.h"
#include "kernel.h"

#define LANES ENGRAM_MEMORY_LANES
typedef int16_t short32 __attribute__((ext_vector_type(32)));
typedef int32_t int16v __attribute__((ext_vector_type(16)));
typedef double real8 __attribute__((ext_vector_type(8)));

#define LOAD(vector, from) memcpy(&(vector), (from), sizeof(vector))
#define STORE(vector, to) memcpy((to), &(vector), sizeof(vector))

// table[c] = sum over k of +-x[k], + where bit k of c is 1.
#define FILL_TABLE(vector, table, x)                                                               \
    {                                                                                              \
        const vector low[4] = {-(x)[0] - (x)[1], (x)[0] - (x)[1], (x)[1] - (x)[0], (x)[0] + (x)[1]};   \
        const vector high[4] = {-(x)[2] - (x)[3], (x)[2] - (x)[3], (x)[3] - (x)[2], (x)[2] + (x)[3]};  \
        for (int c = 0; c < 16; c++) (table)[c] = low[c & 3] + high[c >> 2];                       \
    }

// What sixteen tables say of the 64 bits of a word, in two sums that do not wait for each other.
#define LOOK_UP(vector, table, word, sum)                                                          \
    vector sum, sum##_other;                                                                       \
    sum = (table)[0][(word) & 15] + (table)[2][(word) >> 8 & 15];                                  \
    sum##_other = (table)[1][(word) >> 4 & 15] + (table)[3][(word) >> 12 & 15];                    \
    for (int g = 4; g < 16; g += 2) {                                                              \
        sum += (table)[g][(word) >> (4 * g) & 15];                                                 \
        sum##_other += (table)[g + 1][(word) >> (4 * g + 4) & 15];                                 \
    }                                                                                              \
    sum += sum##_other;

KERNEL void engram_memory_sums_lanes(const uint8_t *rows, size_t row_bytes, size_t size, size_t count, const int8_t *state, int16_t *sums) {
    short32 table[16][16];
    memset(sums, 0, count * LANES * sizeof *sums);
    for (size_t first = 0; first < size; first += 64) {
        for (size_t g = 0; g < 16; g++) {
            short32 x[4];
            for (size_t k = 0; k < 4; k++) {
                const size_t i = first + 4 * g + k;
                for (int j = 0; j < LANES; j++) x[k][j] = i < size ? state[i * LANES + j] : 0;
            }
            FILL_TABLE(short32, table[g], x)
        }
        for (size_t p = 0; p < count; p++) {
            uint64_t word;
            short32 all;
            memcpy(&word, rows + p * row_bytes + first / 8, 8);
            LOAD(all, sums + p * LANES);
            LOOK_UP(short32, table, word, sum)
            all += sum;
            STORE(all, sums + p * LANES);
        }
    }
}

#define FIELDS(suffix, type, vector, width)                                                        \
    KERNEL void engram_memory_fields_lanes##suffix(const uint8_t *bits, size_t stride, size_t size, size_t first, size_t end, const type *values, \
                                                   type *fields) {                                 \
        vector table[16][16];                                                                      \
        for (size_t from = first; from < end; from += 64) {                                        \
            for (size_t part = 0; part < LANES; part += width) {                                   \
                for (size_t g = 0; g < 16; g++) {                                                  \
                    vector x[4];                                                                   \
                    for (size_t k = 0; k < 4; k++) LOAD(x[k], values + (from - first + 4 * g + k) * LANES + part); \
                    FILL_TABLE(vector, table[g], x)                                                \
                }                                                                                  \
                for (size_t i = 0; i < size; i++) {                                                \
                    uint64_t word;                                                                 \
                    vector all;                                                                    \
                    memcpy(&word, bits + i * stride + from / 8, 8);                                \
                    LOAD(all, fields + i * LANES + part);                                          \
                    LOOK_UP(vector, table, word, sum)                                              \
                    all += sum;                                                                    \
                    STORE(all, fields + i * LANES + part);                                         \
                }                                                                                  \
            }                                                                                      \
        }                                                                                          \
    }

FIELDS(, int32_t, int16v, 16)
FIELDS(_f64, double, real8, 8)

KERNEL int engram_memory_values_lanes(const int16_t *sums, size_t count, const int32_t e[4], const int64_t d[3], int32_t *values, double *totals) {
    int64_t linear[LANES] = {0}, square[LANES] = {0}, size[LANES] = {0};
    const int32_t e0 = e[0], e1 = e[1], e2 = e[2], e3 = e[3];
    for (size_t k = 0; k < count; k++) {
        for (int j = 0; j < LANES; j++) {
            const int32_t s = sums[k * LANES + j], q = s * s;
            const int32_t value = (e0 + e2 * q) + s * (e1 + e3 * q);
            values[k * LANES + j] = value;
            linear[j] += s;
            square[j] += q;
            size[j] += value < 0 ? -(int64_t)value : value;
        }
    }
    int fits = 1;
    for (int j = 0; j < LANES; j++) {
        totals[j] += (double)(d[0] * (int64_t)count + d[1] * linear[j] + d[2] * square[j]);
        fits &= size[j] < INT32_MAX;
    }
    return fits;
}
