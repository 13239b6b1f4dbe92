// Columns of a matrix that lies row after row: each is summed from its first row to its last, as a plain loop would.

#include "kernel.h"
#include "CKernels.h"

KERNEL void engram_add_rows_f64(const double *x, size_t rows, size_t columns, double *restrict sums) {
    size_t row = 0;
    // Four rows for each reading of the sums.
    for (; row + 4 <= rows; row += 4) {
        const double *const a = x + row * columns, *const b = a + columns, *const c = b + columns, *const d = c + columns;
        for (size_t j = 0; j < columns; j++) sums[j] = (((sums[j] + a[j]) + b[j]) + c[j]) + d[j];
    }
    for (; row < rows; row++)
        for (size_t j = 0; j < columns; j++) sums[j] += x[row * columns + j];
}

KERNEL void engram_subtract_row_f64(const double *x, size_t rows, size_t columns, const double *restrict row, double *y) {
    for (size_t i = 0; i < rows; i++) {
        const double *const from = x + i * columns;
        double *const to = y + i * columns;
        INDEPENDENT
        for (size_t j = 0; j < columns; j++) to[j] = from[j] - row[j];
    }
}

KERNEL void engram_correlation_sums_f64(const double *x, const double *y, double center, size_t columns, double *restrict sums) {
    double *restrict const sx = sums, *restrict const sy = sx + columns, *restrict const xx = sy + columns, *restrict const yy = xx + columns, *restrict const xy = yy + columns;
    INDEPENDENT
    for (size_t j = 0; j < columns; j++) {
        const double a = x[j], b = y[j] - center;
        sx[j] += a;
        sy[j] += b;
        xx[j] += a * a;
        yy[j] += b * b;
        xy[j] += a * b;
    }
}
