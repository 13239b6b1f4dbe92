// Random numbers for a piece of 256 neurons from 64 blocks of Philox4x32-10 (see philox.c): neuron 64 w + i of the piece owns word w of block i, so
// that a whole vector of neurons is made at once and stored in order.
#pragma once
#include "elementary.h"
#include "spiking.h"

#define PIECE_BLOCKS (ENGRAM_PIECE / 4)

// Words of the piece that starts at `first`, at `step`. A step has 2^32 blocks.
INLINE void piece_words(uint64_t seed, uint64_t stream, int64_t step, long first, uint32_t words[4][PIECE_BLOCKS]) {
    const uint32_t block = (uint32_t)((uint64_t)first / 4), high = (uint32_t)step;
    for (int i = 0; i < PIECE_BLOCKS; i++) {
        uint32_t c0 = block + (uint32_t)i, c1 = high, c2 = (uint32_t)stream, c3 = (uint32_t)(stream >> 32);
        uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
#pragma clang loop unroll(full)
        for (int round = 0; round < 10; round++) {
            const uint64_t p0 = (uint64_t)c0 * 0xD2511F53u, p1 = (uint64_t)c2 * 0xCD9E8D57u;
            c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
            c1 = (uint32_t)p1;
            c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
            c3 = (uint32_t)p0;
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        words[0][i] = c0;
        words[1][i] = c1;
        words[2][i] = c2;
        words[3][i] = c3;
    }
}

// Uniform in [0, 1), 24 bits.
INLINE float unit_of(uint32_t word) { return (float)(int32_t)(word >> 8) * 0x1p-24f; }

// Box and Muller's transform in single precision: u in (0, 1] with 31 bits, so that the largest number is 6.6; the angle in turns with 24 bits.
INLINE void normal_pair(uint32_t first, uint32_t second, float *a, float *b) {
    const float u = (float)(int32_t)((first >> 1) | 1) * 0x1p-31f;
    const float square = -2.0f * log_f32(u);
    const float radius = __builtin_elementwise_sqrt(square > 0.0f ? square : 0.0f);
    const float turns = unit_of(second);
    const float rounded = turns * 4.0f + ROUND_F32;
    const float t = turns - (rounded - ROUND_F32) * 0.25f;
    const uint32_t quarter = bits_f32(rounded);
    const float z = t * t;
    // Taylor series of sin and cos of 2 pi t for |t| <= 1/8; the terms left out are below 1e-7.
    float s = 42.058693944897653f;
    s = s * z + -76.705859753061385f;
    s = s * z + 81.605249276075054f;
    s = s * z + -41.341702240399760f;
    s = t * (s * z + 6.2831853071795865f);
    float c = 60.244641371876649f;
    c = c * z + -85.456817206693728f;
    c = c * z + 64.939394022668291f;
    c = c * z + -19.739208802178717f;
    c = c * z + 1.0f;
    const float sine = (quarter & 1) ? c : s, cosine = (quarter & 1) ? s : c;
    *a = radius * f32_bits(bits_f32(cosine) ^ (((quarter + 1) & 2) << 30));
    *b = radius * f32_bits(bits_f32(sine) ^ ((quarter & 2) << 30));
}

INLINE void piece_normal(uint64_t seed, uint64_t stream, int64_t step, long first, float *out) {
    uint32_t words[4][PIECE_BLOCKS];
    piece_words(seed, stream, step, first, words);
    for (int i = 0; i < PIECE_BLOCKS; i++) {
        normal_pair(words[0][i], words[1][i], out + i, out + PIECE_BLOCKS + i);
        normal_pair(words[2][i], words[3][i], out + 2 * PIECE_BLOCKS + i, out + 3 * PIECE_BLOCKS + i);
    }
}

INLINE void piece_uniform(uint64_t seed, uint64_t stream, int64_t step, long first, float *out) {
    uint32_t words[4][PIECE_BLOCKS];
    piece_words(seed, stream, step, first, words);
    for (int w = 0; w < 4; w++)
        for (int i = 0; i < PIECE_BLOCKS; i++) out[w * PIECE_BLOCKS + i] = unit_of(words[w][i]);
}
