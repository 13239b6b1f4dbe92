// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, doi:10.1145/2063384.2063405.
//
// A draw is a function of its place: the counter is (block number, stream), 64 bits each, the key is the seed. One block of four 32-bit words gives two
// uniform or two normal numbers, "half-blocks" 2b and 2b + 1.
#include "elementary.h"
#include "CKernels.h"

#define ROUNDS 10
#define CHUNK 64  // blocks worked on together, small enough to stay in the first cache
#define FEW 4     // up to so many blocks, one after the other is faster

// Words of `CHUNK` blocks from number `block` on, word w of block i at words[w][i].
INLINE void philox_chunk(uint64_t seed, uint64_t stream, uint64_t block, uint64_t words[4][CHUNK]) {
    for (int i = 0; i < CHUNK; i++) {
        const uint64_t number = block + (uint64_t)i;
        uint64_t c0 = number & 0xffffffffu, c1 = number >> 32, c2 = stream & 0xffffffffu, c3 = stream >> 32;
        uint64_t k0 = seed & 0xffffffffu, k1 = seed >> 32;
#pragma clang loop unroll(full)
        for (int round = 0; round < ROUNDS; round++) {
            const uint64_t p0 = c0 * 0xD2511F53u, p1 = c2 * 0xCD9E8D57u;
            c0 = (p1 >> 32) ^ c1 ^ k0;
            c1 = p1 & 0xffffffffu;
            c2 = (p0 >> 32) ^ c3 ^ k1;
            c3 = p0 & 0xffffffffu;
            k0 = (k0 + 0x9E3779B9u) & 0xffffffffu;
            k1 = (k1 + 0xBB67AE85u) & 0xffffffffu;
        }
        words[0][i] = c0;
        words[1][i] = c1;
        words[2][i] = c2;
        words[3][i] = c3;
    }
}

// One block: for the few, where a chunk would be mostly thrown away.
INLINE void philox_block(uint64_t seed, uint64_t stream, uint64_t block, uint64_t words[4]) {
    uint32_t c0 = (uint32_t)block, c1 = (uint32_t)(block >> 32), c2 = (uint32_t)stream, c3 = (uint32_t)(stream >> 32);
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < ROUNDS; round++) {
        const uint64_t p0 = (uint64_t)c0 * 0xD2511F53u, p1 = (uint64_t)c2 * 0xCD9E8D57u;
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)p1;
        c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)p0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    words[0] = c0;
    words[1] = c1;
    words[2] = c2;
    words[3] = c3;
}

KERNEL static void chunk_words(uint64_t seed, uint64_t stream, uint64_t block, uint64_t words[4][CHUNK]) {
    philox_chunk(seed, stream, block, words);
}

void engram_philox_words(uint64_t seed, uint64_t stream, uint64_t block, size_t blocks, uint32_t *words) {
    if (blocks <= FEW) {
        for (size_t i = 0; i < blocks; i++) {
            uint64_t block_words[4];
            philox_block(seed, stream, block + i, block_words);
            for (size_t w = 0; w < 4; w++) words[4 * i + w] = (uint32_t)block_words[w];
        }
        return;
    }
    uint64_t chunk[4][CHUNK];
    for (size_t done = 0; done < blocks; done += CHUNK) {
        chunk_words(seed, stream, block + done, chunk);
        const size_t count = blocks - done < CHUNK ? blocks - done : CHUNK;
        for (size_t i = 0; i < count; i++)
            for (int w = 0; w < 4; w++) words[4 * (done + i) + (size_t)w] = (uint32_t)chunk[w][i];
    }
}

// The 53 bits high[31...0] low[31...11] as a number in [0, 1). Both parts become doubles through the bits of 2^52, which every instruction set can do.
INLINE double unit_f64(uint64_t low, uint64_t high) {
    const double upper = f64_bits(high | 0x4330000000000000u) - 0x1p52;
    const double lower = f64_bits((low >> 11) | 0x4330000000000000u) - 0x1p52;
    return (upper * 0x1p21 + lower) * 0x1p-53;
}

// The upper 24 of those bits.
INLINE float unit_f32(uint64_t low, uint64_t high) {
    (void)low;
    return (float)(int32_t)(high >> 8) * 0x1p-24f;
}

// Number `half` of a block.
INLINE double uniform_one_f64(const uint64_t words[4], size_t half) { return unit_f64(words[2 * half], words[2 * half + 1]); }
INLINE float uniform_one_f32(const uint64_t words[4], size_t half) { return unit_f32(words[2 * half], words[2 * half + 1]); }

INLINE double normal_one_f64(const uint64_t words[4], size_t half) {
    const double radius = __builtin_elementwise_sqrt(-2.0 * log_f64(1.0 - unit_f64(words[0], words[1])));
    double sine, cosine;
    turn_f64(unit_f64(words[2], words[3]), &sine, &cosine);
    return radius * (half ? sine : cosine);
}

INLINE float normal_one_f32(const uint64_t words[4], size_t half) { return (float)normal_one_f64(words, half); }

#define IDENTITY(x) (x)
#define TO_FLOAT(x) ((float)(x))

// Two uniform numbers per block.
#define UNIFORM_CHUNK(suffix, type)                                                                \
    KERNEL static void chunk_uniform_##suffix(uint64_t seed, uint64_t stream, uint64_t block, type *out) { \
        uint64_t words[4][CHUNK];                                                                  \
        philox_chunk(seed, stream, block, words);                                                  \
        for (int i = 0; i < CHUNK; i++) {                                                          \
            out[2 * i] = unit_##suffix(words[0][i], words[1][i]);                                  \
            out[2 * i + 1] = unit_##suffix(words[2][i], words[3][i]);                              \
        }                                                                                          \
    }

// Two normal numbers per block: Box and Muller's transform of u in (0, 1] and v in [0, 1),
// sqrt(-2 log u) times cos(2 pi v) and sin(2 pi v), always in double.
#define NORMAL_CHUNK(suffix, type, ROUND)                                                          \
    KERNEL static void chunk_normal_##suffix(uint64_t seed, uint64_t stream, uint64_t block, type *out) { \
        uint64_t words[4][CHUNK];                                                                  \
        philox_chunk(seed, stream, block, words);                                                  \
        for (int i = 0; i < CHUNK; i++) {                                                          \
            const double u = 1.0 - unit_f64(words[0][i], words[1][i]);                             \
            const double radius = __builtin_elementwise_sqrt(-2.0 * log_f64(u));                   \
            double sine, cosine;                                                                   \
            turn_f64(unit_f64(words[2][i], words[3][i]), &sine, &cosine);                          \
            out[2 * i] = ROUND(radius * cosine);                                                   \
            out[2 * i + 1] = ROUND(radius * sine);                                                 \
        }                                                                                          \
    }

#define FILL(kind, suffix, type)                                                                   \
    void engram_philox_##kind##_##suffix(uint64_t seed, uint64_t stream, uint64_t first, size_t count, type *out) { \
        if (count <= 2 * FEW) {                                                                    \
            for (size_t i = 0; i < count; i++) {                                                   \
                uint64_t words[4];                                                                 \
                philox_block(seed, stream, (first + i) >> 1, words);                               \
                out[i] = kind##_one_##suffix(words, (first + i) & 1);                              \
            }                                                                                      \
            return;                                                                                \
        }                                                                                          \
        size_t done = 0;                                                                           \
        while (done < count) {                                                                     \
            const uint64_t place = first + done;                                                   \
            const size_t skip = place & 1, left = count - done;                                    \
            if (skip == 0 && left >= 2 * CHUNK) {                                                  \
                chunk_##kind##_##suffix(seed, stream, place >> 1, out + done);                     \
                done += 2 * CHUNK;                                                                 \
                continue;                                                                          \
            }                                                                                      \
            type piece[2 * CHUNK];                                                                 \
            chunk_##kind##_##suffix(seed, stream, place >> 1, piece);                              \
            const size_t available = 2 * CHUNK - skip, take = left < available ? left : available; \
            memcpy(out + done, piece + skip, take * sizeof(type));                                 \
            done += take;                                                                          \
        }                                                                                          \
    }

UNIFORM_CHUNK(f64, double)
UNIFORM_CHUNK(f32, float)
NORMAL_CHUNK(f64, double, IDENTITY)
NORMAL_CHUNK(f32, float, TO_FLOAT)
FILL(uniform, f64, double)
FILL(uniform, f32, float)
FILL(normal, f64, double)
FILL(normal, f32, float)
