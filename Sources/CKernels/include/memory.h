// Associative memories: patterns of +1 and -1 as bits, 1 for +1.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Turns a matrix of bits: bit c of row r of `from` becomes bit r of row c of `to`. Rows take whole bytes, `from_stride` and `to_stride` of them; bits of `to` beyond
/// `rows` are left 0. `to` has `columns` rows, all of whose bytes are written.
void engram_bits_transpose(const uint8_t *from, size_t rows, size_t columns, size_t from_stride, uint8_t *to, size_t to_stride);

/// How many of the first `bytes` bytes' bits differ.
int64_t engram_bits_distance(const uint8_t *a, const uint8_t *b, size_t bytes);

/// Bit i of `bits` says whether values[i] > threshold; the bits after the last are 0. `bits` has (count + 7) / 8 bytes.
void engram_bits_above_f64(const double *values, size_t count, double threshold, uint8_t *bits);
void engram_bits_above_u8(const uint8_t *values, size_t count, int threshold, uint8_t *bits);

/// values[i] = high where bit i is 1, low elsewhere.
void engram_bits_spread(const uint8_t *bits, size_t count, double low, double high, double *values);

// The loops over the patterns at one position, `bits` of `count` patterns followed by zeros up to a whole number of 64. Arrays over patterns are as long as that, and
// hold 0 behind the last pattern. S is the sum of a pattern's values times the state's.

/// Patterns in one block, over which sums of 32 bits are taken.
#define ENGRAM_MEMORY_BLOCK 2048

typedef struct {
    /// Of the values, of S, of S^2.
    int64_t values, sums, squares;
} engram_memory_moments;

/// S of every pattern for a state of +1 and -1. Position i has its bits at bits + i * stride.
void engram_memory_sums(const uint8_t *bits, size_t stride, size_t size, size_t count, const int8_t *state, int32_t *sums);

/// sums += change * (+1 or -1); values = c0 + c1 S + c2 S^2 + c3 S^3, which must fit 32 bits for every S there can be. tame[b] says whether sums over block b of
/// some of the values fit 32 bits in each lane.
void engram_memory_update(const uint8_t *bits, size_t count, int32_t change, const int32_t c[4], int32_t *sums, int32_t *values, uint8_t *tame,
                          engram_memory_moments *moments);

/// The sum of the values whose bit is 1.
int64_t engram_memory_chosen(const uint8_t *bits, const int32_t *values, size_t count, const uint8_t *tame);

/// sums += change * (+1 or -1); gives the largest S.
int32_t engram_memory_move(const uint8_t *bits, size_t count, int32_t change, int32_t *sums);

/// values = table[S + origin]; gives the sums of the values and of other[S + origin], in an order that depends on the count alone.
void engram_memory_lookup(const int32_t *sums, size_t count, const double *table, const double *other, int64_t origin, double *values, double *value_sum,
                          double *other_sum);

/// The sum of the values whose bit is 1, in an order that depends on the count alone.
double engram_memory_chosen_f64(const uint8_t *bits, const double *values, size_t count);

// The same for many states at once, 32 side by side ("lanes").

#define ENGRAM_MEMORY_LANES 32

/// S of every pattern for 32 states: state[i * 32 + lane] is +1 or -1, sums[k * 32 + lane] the result. `rows` holds the patterns one after the other, `row_bytes`
/// (a multiple of 8) each. At most 32,767 positions.
void engram_memory_sums_lanes(const uint8_t *rows, size_t row_bytes, size_t size, size_t count, const int8_t *state, int16_t *sums);

/// fields[i * 32 + lane] = sum over the patterns of +-values[k * 32 + lane], the sign being the bit at position i. Patterns first ..< end, `first` a multiple of 64; values[0] belongs to
/// the first; up to the next multiple of 64 they hold 0. Adds to what is there.
void engram_memory_fields_lanes(const uint8_t *bits, size_t stride, size_t size, size_t first, size_t end, const int32_t *values, int32_t *fields);
void engram_memory_fields_lanes_f64(const uint8_t *bits, size_t stride, size_t size, size_t first, size_t end, const double *values, double *fields);

/// values = e0 + e1 S + e2 S^2 + e3 S^3 for 32 sums of each of `count` (at most 1,024) patterns, and d[lane] += the sum of d0 + d1 S + d2 S^2 over them. Whether
/// sums of +-values over these patterns fit 32 bits in every lane.
int engram_memory_values_lanes(const int16_t *sums, size_t count, const int32_t e[4], const int64_t d[3], int32_t *values, double *totals);

/// The couplings of Hebb's rule: w[i * size + j] = scale * sum over the patterns of xi_i xi_j, 0 for i = j; for i in band ..< band + 64 and all j <= i, and the same with i and j exchanged.
void engram_memory_hebb(const uint8_t *bits, size_t stride, size_t size, size_t count, size_t band, double scale, double *w);

/// The field of a spin s through patterns of any numbers x: the sum over `count` of them (a multiple of 8) of x f, with A = sums - x s, B = squares - x^2, C = cubes - x^3 s:
/// f = A, A^2 - B, A^3 - 3 A B + 2 C for kind 2, 3, 4; A^(order - 1) for kind 0; for kind 1 the sum is of ((A + x)^order - (A - x)^order) / (2 order).
double engram_memory_weighted_field(const double *x, const double *sums, const double *squares, const double *cubes, size_t count, double s, int kind, int order);

/// sums += change x, cubes += change x^3.
void engram_memory_weighted_move(const double *x, size_t count, double change, double *sums, double *cubes);
