#include "kernel.h"
#include "CKernels.h"

// Row sums in eight lanes: the k-th stored element of a row goes to lane k mod 8, and the lanes are added in one fixed tree, so that the result does
// not depend on the vector width.
#define CSR_PRODUCT(suffix, type)                                                                  \
    KERNEL void engram_csr_product_##suffix(                                                       \
        size_t rows, const int64_t *starts, const int32_t *columns, const type *values, const type *x, \
        const type *base, type *y) {                                                               \
        for (size_t row = 0; row < rows; row++) {                                                  \
            type lane[8] = {0, 0, 0, 0, 0, 0, 0, 0};                                               \
            int64_t k = starts[row];                                                               \
            const int64_t end = starts[row + 1];                                                   \
            for (; k + 8 <= end; k += 8)                                                           \
                for (int j = 0; j < 8; j++) lane[j] += values[k + j] * x[columns[k + j]];          \
            for (int j = 0; k < end; j++, k++) lane[j] += values[k] * x[columns[k]];               \
            const type sum = ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7])); \
            y[row] = base ? base[row] + sum : sum;                                                 \
        }                                                                                          \
    }

CSR_PRODUCT(f64, double)
CSR_PRODUCT(f32, float)
