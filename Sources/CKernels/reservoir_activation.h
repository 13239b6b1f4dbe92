// What becomes of the drive of units, in place.
#pragma once
#include "elementary.h"
#include "reservoir.h"

INLINE double logistic_f64(double x) { return 1.0 / (1.0 + exp_f64(-x)); }
INLINE float logistic_f32(float x) { return 1.0f / (1.0f + exp_f32(-x)); }
INLINE double rectified_f64(double x) { return x > 0 ? x : 0; }
INLINE float rectified_f32(float x) { return x > 0 ? x : 0; }

// EACH is a loop that applies a function to `count` numbers, of the precision that f64 or f32 says.
#define ACTIVATE(EACH, precision, activation, drives, count)                                                                               \
    switch (activation) {                                                                                                                  \
    case ENGRAM_TANH: EACH(tanh_##precision, drives, count) break;                                                                         \
    case ENGRAM_LOGISTIC: EACH(logistic_##precision, drives, count) break;                                                                 \
    case ENGRAM_RECTIFIED: EACH(rectified_##precision, drives, count) break;                                                               \
    default: break;                                                                                                                        \
    }

#define ONE_BY_ONE(function, x, count)                                                                                                     \
    for (long i = 0; i < (count); i++) (x)[i] = function((x)[i]);

// In functions that use registers of 64 bytes; by itself the compiler takes half of them. A tanh is a chain of operations that wait for one another: before products and
// sums were fused in it, one register after the other took 40 cycles each on Sapphire Rapids, and eight side by side 29, as many as its operations need.
#define VECTORS(numbers, interleaved) VECTORS_PRAGMA(clang loop vectorize(assume_safety) vectorize_width(numbers) interleave_count(interleaved))
#define VECTORS_PRAGMA(text) _Pragma(#text)
#define REGISTERS(function, x, count, numbers)                                                                                             \
    {                                                                                                                                      \
        const long in_eights = (count) / (8 * (numbers)) * (8 * (numbers)), in_fours = (count) / (4 * (numbers)) * (4 * (numbers));        \
        VECTORS(numbers, 8) for (long i = 0; i < in_eights; i++) (x)[i] = function((x)[i]);                                                \
        VECTORS(numbers, 4) for (long i = in_eights; i < in_fours; i++) (x)[i] = function((x)[i]);                                         \
        VECTORS(numbers, 1) for (long i = in_fours; i < (count); i++) (x)[i] = function((x)[i]);                                           \
    }
#define EIGHT_AT_ONCE(function, x, count) REGISTERS(function, x, count, 8)
#define SIXTEEN_AT_ONCE(function, x, count) REGISTERS(function, x, count, 16)
