#pragma once
#include <stddef.h>

// Kernels of readouts that learn step by step. All rows are `n` long, a multiple of 8, filled up with zeros.

/// y = A x for a symmetric matrix of which the lower triangle is read, once: rows `n` apart.
void engram_symmetric_product_f64(size_t n, const double *a, const double *x, double *y);

/// y += a x.
void engram_add_scaled_f64(size_t n, double a, const double *x, double *y);

/// One step of recursive least squares with P = scale (A - K'K), K having `pending` rows. `u` holds A x and becomes (A - K'K) x. Returns x'Px; if that is above -`slack` and finite,
/// the outputs w x are written to `output`, the rows of `weights` (one for each output) learn their targets, and the next row of K is written, so that P is what it should be when
/// its scale has been divided by `forgetting`. With `previous` the gain is that of P before the step, otherwise of P after it.
double engram_rls_step_f64(size_t n, size_t pending, double *k, const double *x, double *u, double scale, double forgetting, double slack, int previous,
                           size_t outputs, double *weights, const double *target, double *output);
