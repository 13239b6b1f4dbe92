// The hot loops of Linear and Neuro. `f64` is double, `f32` is float; see the module's README for what all of them promise.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include "reservoir.h"
#include "readouts.h"
#include "spectrum.h"
#include "memory.h"
#include "spiking.h"

// Elementwise functions, y[i] = f(x[i]); y may be x.
void engram_tanh_f64(const double *x, double *y, size_t count);
void engram_tanh_f32(const float *x, float *y, size_t count);
void engram_exp_f64(const double *x, double *y, size_t count);
void engram_exp_f32(const float *x, float *y, size_t count);
void engram_log_f64(const double *x, double *y, size_t count);
void engram_log_f32(const float *x, float *y, size_t count);

// The same for |x[i]| <= 2^19; beyond, the result means nothing.
void engram_sin_f64(const double *x, double *y, size_t count);
void engram_sin_f32(const float *x, float *y, size_t count);
void engram_cos_f64(const double *x, double *y, size_t count);
void engram_cos_f32(const float *x, float *y, size_t count);

// Leaky integration: state[i] = (1 - leak) * state[i] + leak * tanh(drive[i]).
void engram_leaky_tanh_f64(double leak, const double *drive, double *state, size_t count);
void engram_leaky_tanh_f32(float leak, const float *drive, float *state, size_t count);

// y = base + A x for a matrix A in compressed rows: row i holds values[starts[i] ..< starts[i + 1]] at the columns of the same places.
// base may be null (then y = A x) or y itself (then y += A x). Each row is summed in eight lanes, in a fixed order.
void engram_csr_product_f64(size_t rows, const int64_t *starts, const int32_t *columns, const double *values,
                            const double *x, const double *base, double *y);
void engram_csr_product_f32(size_t rows, const int64_t *starts, const int32_t *columns, const float *values,
                            const float *x, const float *base, float *y);

// Sums in double, in an order that depends on the count alone: of x, of x y, of (x - center)^2, of (x - y)^2.
double engram_sum_f64(const double *x, size_t count);
double engram_sum_f32(const float *x, size_t count);
double engram_dot_f64(const double *x, const double *y, size_t count);
double engram_dot_f32(const float *x, const float *y, size_t count);
double engram_square_deviation_f64(const double *x, double center, size_t count);
double engram_square_deviation_f32(const float *x, double center, size_t count);
double engram_square_distance_f64(const double *x, const double *y, size_t count);
double engram_square_distance_f32(const float *x, const float *y, size_t count);

// Matrices row after row. sums += the sum of each column, from the first row to the last; y = each row of x less `row`, y may be x.
void engram_add_rows_f64(const double *x, size_t rows, size_t columns, double *sums);
void engram_subtract_row_f64(const double *x, size_t rows, size_t columns, const double *row, double *y);

// What correlations are made of, five rows of `columns` numbers: adds x, b, x x, b b and x b, with b = y - center.
void engram_correlation_sums_f64(const double *x, const double *y, double center, size_t columns, double *sums);

// What 16 units, or the `width` that there are, have in common with a series at each of `reach` delays: products[i * reach + j] += the sum over steps s of (x[s * stride
// + i] - means[i]) u[s + j], so that u begins `reach` steps before the earliest delay's. The steps go in blocks of `block` with one spectrum each, of `length` complex
// numbers, from engram_lagged_spectra. `length` is a power of two, at least 4 and block + reach - 1; `turns` holds cos and sin of 2 pi k / length, k < length; `scratch`
// is of 32 * length numbers (16 for spectra), from the start of a cache line on. u has blocks * block + reach - 1 numbers for the spectra.
void engram_lagged_spectra(const double *u, long blocks, long block, long reach, long length, const double *turns, double *scratch, double *spectra);
void engram_lagged_products(const double *x, long stride, long width, const double *means, long steps, const double *spectra, long block, long reach, long length,
                            const double *turns, double *scratch, double *products);

// Philox4x32-10 with the seed as key and (block, stream) as counter. One block of four words makes two numbers: number i comes from half (i mod 2) of
// block i / 2, so that any part of the sequence can be made alone. Uniform numbers lie in [0, 1), with 53 or 24 bits; normal ones are made in double.
void engram_philox_words(uint64_t seed, uint64_t stream, uint64_t block, size_t blocks, uint32_t *words);
void engram_philox_uniform_f64(uint64_t seed, uint64_t stream, uint64_t first, size_t count, double *out);
void engram_philox_uniform_f32(uint64_t seed, uint64_t stream, uint64_t first, size_t count, float *out);
void engram_philox_normal_f64(uint64_t seed, uint64_t stream, uint64_t first, size_t count, double *out);
void engram_philox_normal_f32(uint64_t seed, uint64_t stream, uint64_t first, size_t count, float *out);
