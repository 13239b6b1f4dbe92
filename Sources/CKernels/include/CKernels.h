// The hot loops of Linear and Neuro. `f64` is double, `f32` is float; see the module's README for what all of them promise.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Elementwise functions, y[i] = f(x[i]); y may be x.
void engram_tanh_f64(const double *x, double *y, size_t count);
void engram_tanh_f32(const float *x, float *y, size_t count);
void engram_exp_f64(const double *x, double *y, size_t count);
void engram_exp_f32(const float *x, float *y, size_t count);
void engram_log_f64(const double *x, double *y, size_t count);
void engram_log_f32(const float *x, float *y, size_t count);

// Leaky integration: state[i] = (1 - leak) * state[i] + leak * tanh(drive[i]).
void engram_leaky_tanh_f64(double leak, const double *drive, double *state, size_t count);
void engram_leaky_tanh_f32(float leak, const float *drive, float *state, size_t count);

// y = base + A x for a matrix A in compressed rows: row i holds values[starts[i] ..< starts[i + 1]] at the columns of the same places.
// base may be null (then y = A x) or y itself (then y += A x). Each row is summed in eight lanes, in a fixed order.
void engram_csr_product_f64(size_t rows, const int64_t *starts, const int32_t *columns, const double *values,
                            const double *x, const double *base, double *y);
void engram_csr_product_f32(size_t rows, const int64_t *starts, const int32_t *columns, const float *values,
                            const float *x, const float *base, float *y);
