// Elementary functions from +, -, *, /, the fused x y + z and bit operations alone, so that every instruction set gives the same bits.
// The coefficients come from Tests/LinearTests/Reference/make_coefficients.py, the errors stated from the tests of Linear.
//
// Without branches on the argument, so that loops over them vectorise; a NaN stays a NaN.
#pragma once
#include "kernel.h"

// Adding 1.5 * 2^52 rounds a double of moderate size to an integer, and leaves that integer in the low bits.
#define ROUND_F64 0x1.8p52
#define ROUND_F32 0x1.8p23f

// expm1(r) for |r| <= ln(2)/2: r + r^2/2 + r^3 Q(r).
INLINE double expm1_core_f64(double r) {
    double q = 0x1.1f66df7fca49fp-29;
    q = fused(q, r, 0x1.af38a9b0ec855p-26);
    q = fused(q, r, 0x1.27e4e1f48534fp-22);
    q = fused(q, r, 0x1.71de0dae63bb3p-19);
    q = fused(q, r, 0x1.a01a01a47b054p-16);
    q = fused(q, r, 0x1.a01a01a7c41d5p-13);
    q = fused(q, r, 0x1.6c16c16c167e1p-10);
    q = fused(q, r, 0x1.11111111109b3p-7);
    q = fused(q, r, 0x1.5555555555555p-5);
    q = fused(q, r, 0x1.5555555555556p-3);
    double square = r * r;
    return fused(square, fused(r, q, 0.5), r);
}

INLINE float expm1_core_f32(float r) {
    float q = 0x1.a0f86cp-13f;
    q = q * r + 0x1.6d110ap-10f;
    q = q * r + 0x1.1110f6p-7f;
    q = q * r + 0x1.55551ap-5f;
    q = q * r + 0x1.555556p-3f;
    float square = r * r;
    return r + (0.5f * square + square * r * q);
}

// y = k ln(2) + r: gives r, and k in the low bits of *rounded.
INLINE double reduce_f64(double y, double *rounded) {
    *rounded = fused(y, 0x1.71547652b82fep+0, ROUND_F64);
    double k = *rounded - ROUND_F64;
    return fused(k, -0x1.ef35793c76730p-45, fused(k, -0x1.62e42fefa3800p-1, y));
}

INLINE float reduce_f32(float y, float *rounded) {
    *rounded = y * 0x1.715476p+0f + ROUND_F32;
    float k = *rounded - ROUND_F32;
    return (y - k * 0x1.62e4p-1f) - k * 0x1.7f7d1cp-20f;
}

// tanh(x) = e / (e + 2) with e = expm1(2|x|) = 2^k expm1(r) + (2^k - 1), and the sign of x.
// Beyond the clamp the result rounds to 1.
INLINE double tanh_f64(double x) {
    double a = __builtin_fabs(x);
    a = a > 20.0 ? 20.0 : a;
    double rounded;
    double r = reduce_f64(a + a, &rounded);
    double scale = f64_bits((bits_f64(rounded) << 52) + 0x3ff0000000000000u);
    double e = fused(scale, expm1_core_f64(r), scale - 1.0);
    return __builtin_copysign(e / (e + 2.0), x);
}

INLINE float tanh_f32(float x) {
    float a = __builtin_fabsf(x);
    a = a > 9.5f ? 9.5f : a;
    float rounded;
    float r = reduce_f32(a + a, &rounded);
    float scale = f32_bits((bits_f32(rounded) << 23) + 0x3f800000u);
    float e = scale * expm1_core_f32(r) + (scale - 1.0f);
    return __builtin_copysignf(e / (e + 2.0f), x);
}

// exp(x) = 2^k (1 + expm1(r)); the power of two goes in by two factors, so that overflow and subnormal results come out right.
INLINE double exp_f64(double x) {
    double a = x > 710.0 ? 710.0 : x;
    a = a < -746.0 ? -746.0 : a;
    double rounded;
    double r = reduce_f64(a, &rounded);
    uint64_t k = bits_f64(rounded) - (bits_f64(ROUND_F64) - 2048);  // k + 2048, positive
    uint64_t half = k >> 1;
    double first = f64_bits((half - 1024 + 1023) << 52);
    double second = f64_bits((k - half - 1024 + 1023) << 52);
    return (1.0 + expm1_core_f64(r)) * first * second;
}

INLINE float exp_f32(float x) {
    float a = x > 89.0f ? 89.0f : x;
    a = a < -104.0f ? -104.0f : a;
    float rounded;
    float r = reduce_f32(a, &rounded);
    uint32_t k = bits_f32(rounded) - (bits_f32(ROUND_F32) - 256);  // k + 256, positive
    uint32_t half = k >> 1;
    float first = f32_bits((half - 128 + 127) << 23);
    float second = f32_bits((k - half - 128 + 127) << 23);
    return (1.0f + expm1_core_f32(r)) * first * second;
}

// log(x) = k ln(2) + log(1 + f), 1 + f in [sqrt(1/2), sqrt(2)); with s = f / (2 + f), z = s^2,
// log(1 + f) = f - (f^2/2 - s (f^2/2 + z L(z))).
INLINE double log_f64(double x) {
    double y = x < 0x1p-1022 ? x * 0x1p54 : x;  // subnormals
    double shift = x < 0x1p-1022 ? -54.0 : 0.0;
    uint64_t b = bits_f64(y) + (0x3ff0000000000000u - 0x3fe6a09e667f3bcdu);
    uint64_t biased = b >> 52;
    double k = f64_bits(biased + bits_f64(0x1p52)) - (0x1p52 + 1023.0) + shift;
    double f = f64_bits((b & 0x000fffffffffffffu) + 0x3fe6a09e667f3bcdu) - 1.0;
    double s = f / (2.0 + f);
    double z = s * s;
    double l = 0x1.2b5900de53b32p-3;
    l = l * z + 0x1.39fe51a7c18f9p-3;
    l = l * z + 0x1.7462b51cb66b1p-3;
    l = l * z + 0x1.c71c62e3f11e6p-3;
    l = l * z + 0x1.2492492df281ap-2;
    l = l * z + 0x1.99999999952d7p-2;
    l = l * z + 0x1.5555555555558p-1;
    double h = 0.5 * f * f;
    double value = k * 0x1.62e42fefa3800p-1 + (f - (h - (s * (h + z * l) + k * 0x1.ef35793c76730p-45)));
    value = x > 0x1.fffffffffffffp1023 ? x : value;
    value = x == 0.0 ? -__builtin_inf() : value;
    return x < 0.0 ? __builtin_nan("") : x != x ? x : value;
}

INLINE float log_f32(float x) {
    float y = x < 0x1p-126f ? x * 0x1p25f : x;
    float shift = x < 0x1p-126f ? -25.0f : 0.0f;
    uint32_t b = bits_f32(y) + (0x3f800000u - 0x3f3504f3u);
    uint32_t biased = b >> 23;
    float k = f32_bits(biased + bits_f32(0x1p23f)) - (0x1p23f + 127.0f) + shift;
    float f = f32_bits((b & 0x007fffffu) + 0x3f3504f3u) - 1.0f;
    float s = f / (2.0f + f);
    float z = s * s;
    float l = 0x1.2ee656p-2f;
    l = l * z + 0x1.997c2ep-2f;
    l = l * z + 0x1.55555cp-1f;
    float h = 0.5f * f * f;
    float value = k * 0x1.62e4p-1f + (f - (h - (s * (h + z * l) + k * 0x1.7f7d1cp-20f)));
    value = x > 0x1.fffffep127f ? x : value;
    value = x == 0.0f ? -__builtin_inff() : value;
    return x < 0.0f ? __builtin_nanf("") : x != x ? x : value;
}

// sin and cos of 2 pi u for 0 <= u < 1: the quarter turn is taken out exactly, leaving |t| <= 1/8.
INLINE void turn_f64(double u, double *sine, double *cosine) {
    double rounded = u * 4.0 + ROUND_F64;
    double t = u - (rounded - ROUND_F64) * 0.25;
    uint64_t quarter = bits_f64(rounded);
    double z = t * t;
    double s = -0x1.6cc564dff8a7ap-1;
    s = s * z + 0x1.e8f036889ff68p+1;
    s = s * z + -0x1.e3074d25df4e9p+3;
    s = s * z + 0x1.50783486fab1cp+5;
    s = s * z + -0x1.32d2cce62b872p+6;
    s = s * z + 0x1.466bc6775aae1p+6;
    s = s * z + -0x1.4abbce625be53p+5;
    s = t * 0x1.921fb54442d18p+2 + t * z * s;
    double c = -0x1.b2f3d15e072b2p+0;
    c = c * z + 0x1.f9ce24161feb0p+2;
    c = c * z + -0x1.a6d1eef43193ep+4;
    c = c * z + 0x1.e1f5068688925p+5;
    c = c * z + -0x1.55d3c7e3cb23fp+6;
    c = c * z + 0x1.03c1f081b5ac0p+6;
    c = c * z + -0x1.3bd3cc9be45dep+4;
    c = 1.0 + z * c;
    // Quarter turns 1 and 3 exchange the two; sine changes its sign in 2 and 3, cosine in 1 and 2.
    double first = (quarter & 1) ? c : s;
    double second = (quarter & 1) ? s : c;
    *sine = f64_bits(bits_f64(first) ^ ((quarter & 2) << 62));
    *cosine = f64_bits(bits_f64(second) ^ (((quarter + 1) & 2) << 62));
}

// sin and cos of |x| <= 2^19: x = n pi/2 + r with pi/2 in three parts, of which n times the first two is exact.
INLINE void sincos_f64(double x, double *sine, double *cosine) {
    double rounded = x * 0x1.45f306dc9c883p-1 + ROUND_F64;
    double n = rounded - ROUND_F64;
    uint64_t quarter = bits_f64(rounded);
    double a = x - n * 0x1.921fb54400000p+0;
    double b = n * 0x1.0b4611a600000p-34;
    double difference = a - b;
    double r = difference + (((a - difference) - b) - n * 0x1.3198a2e037073p-69);
    double z = r * r;
    double s = 0x1.5e0b05bff20f2p-33;
    s = s * z + -0x1.ae600aca92c64p-26;
    s = s * z + 0x1.71de379654304p-19;
    s = s * z + -0x1.a01a019e83816p-13;
    s = s * z + 0x1.1111111110bb2p-7;
    s = s * z + -0x1.5555555555555p-3;
    s = r + r * z * s;
    double c = -0x1.907d8f29fe831p-37;
    c = c * z + 0x1.1eeb68cd22f56p-29;
    c = c * z + -0x1.27e4fa17bf139p-22;
    c = c * z + 0x1.a01a019f4e9b4p-16;
    c = c * z + -0x1.6c16c16c16967p-10;
    c = c * z + 0x1.5555555555555p-5;
    double h = 0.5 * z;
    double w = 1.0 - h;
    c = w + (((1.0 - w) - h) + z * z * c);
    double first = (quarter & 1) ? c : s;
    double second = (quarter & 1) ? s : c;
    *sine = f64_bits(bits_f64(first) ^ ((quarter & 2) << 62));
    *cosine = f64_bits(bits_f64(second) ^ (((quarter + 1) & 2) << 62));
}

INLINE double sin_f64(double x) {
    double sine, cosine;
    sincos_f64(x, &sine, &cosine);
    // The sign of a zero, which the subtractions lose.
    return x == 0.0 ? x : sine;
}

INLINE double cos_f64(double x) {
    double sine, cosine;
    sincos_f64(x, &sine, &cosine);
    return cosine;
}

// In double, then rounded: the argument is exact there.
INLINE float sin_f32(float x) { return (float)sin_f64((double)x); }
INLINE float cos_f32(float x) { return (float)cos_f64((double)x); }
