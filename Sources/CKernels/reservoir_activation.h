// What becomes of the drive of units, in place; EACH is what the compiler is to know about the loops.
#pragma once
#include "elementary.h"
#include "reservoir.h"

// For loops in functions that use registers of eight numbers; by itself the compiler takes four.
#define EIGHT_AT_ONCE _Pragma("clang loop vectorize(assume_safety) vectorize_width(8) interleave_count(1)")

#define ACTIVATE(EACH, activation, sums, count)                                                                                            \
    switch (activation) {                                                                                                                  \
    case ENGRAM_TANH:                                                                                                                      \
        EACH for (long i = 0; i < (count); i++) (sums)[i] = tanh_f64((sums)[i]);                                                           \
        break;                                                                                                                             \
    case ENGRAM_LOGISTIC:                                                                                                                  \
        EACH for (long i = 0; i < (count); i++) (sums)[i] = 1.0 / (1.0 + exp_f64(-(sums)[i]));                                             \
        break;                                                                                                                             \
    case ENGRAM_RECTIFIED:                                                                                                                 \
        EACH for (long i = 0; i < (count); i++) (sums)[i] = (sums)[i] > 0 ? (sums)[i] : 0;                                                 \
        break;                                                                                                                             \
    default: break;                                                                                                                        \
    }
