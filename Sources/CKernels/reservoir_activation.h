// What becomes of the drive of units, in place.
#pragma once
#include "elementary.h"
#include "reservoir.h"

INLINE double logistic_f64(double x) { return 1.0 / (1.0 + exp_f64(-x)); }
INLINE double rectified_f64(double x) { return x > 0 ? x : 0; }

// EACH is a loop that applies a function to `count` numbers.
#define ACTIVATE(EACH, activation, sums, count)                                                                                            \
    switch (activation) {                                                                                                                  \
    case ENGRAM_TANH: EACH(tanh_f64, sums, count) break;                                                                                   \
    case ENGRAM_LOGISTIC: EACH(logistic_f64, sums, count) break;                                                                           \
    case ENGRAM_RECTIFIED: EACH(rectified_f64, sums, count) break;                                                                         \
    default: break;                                                                                                                        \
    }

#define ONE_BY_ONE(function, x, count)                                                                                                     \
    for (long i = 0; i < (count); i++) (x)[i] = function((x)[i]);

// In functions that use registers of eight numbers; by itself the compiler takes four. A tanh is a chain of some forty operations that wait for one another:
// one register after the other takes 40 cycles each on Sapphire Rapids, eight side by side take 29, as many as its operations need.
#define EIGHT_TIMES(interleaved) EIGHT_PRAGMA(clang loop vectorize(assume_safety) vectorize_width(8) interleave_count(interleaved))
#define EIGHT_PRAGMA(text) _Pragma(#text)
#define EIGHT_AT_ONCE(function, x, count)                                                                                                  \
    {                                                                                                                                      \
        const long in_eights = (count) / 64 * 64, in_fours = (count) / 32 * 32;                                                            \
        EIGHT_TIMES(8) for (long i = 0; i < in_eights; i++) (x)[i] = function((x)[i]);                                                     \
        EIGHT_TIMES(4) for (long i = in_eights; i < in_fours; i++) (x)[i] = function((x)[i]);                                              \
        EIGHT_TIMES(1) for (long i = in_fours; i < (count); i++) (x)[i] = function((x)[i]);                                                \
    }
