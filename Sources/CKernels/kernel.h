// What every kernel file needs: the attribute that compiles a function once per instruction set, and bit casts.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif

// The iterations of the loop that follows are independent, even where the output is the input itself.
#if defined(__clang__)
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#else
#define INDEPENDENT _Pragma("GCC ivdep")
#endif

// A helper must be inlined into each clone, or it would be compiled for the baseline only.
#define INLINE static inline __attribute__((always_inline))

// x y + z, rounded once: one operation where the processor has it, as nearly all do since 2013, and otherwise, with the same bits and some fifty times as slow, the C library's. So only where
// it is said, and never by the compiler's choice. `fused` is for scalars, `fused_lanes` for vectors too.
INLINE double fused(double x, double y, double z) { return __builtin_fma(x, y, z); }
#define fused_lanes __builtin_elementwise_fma

INLINE uint64_t bits_f64(double x) { uint64_t b; memcpy(&b, &x, sizeof b); return b; }
INLINE double f64_bits(uint64_t b) { double x; memcpy(&x, &b, sizeof x); return x; }
INLINE uint32_t bits_f32(float x) { uint32_t b; memcpy(&b, &x, sizeof b); return b; }
INLINE float f32_bits(uint32_t b) { float x; memcpy(&x, &b, sizeof x); return x; }
