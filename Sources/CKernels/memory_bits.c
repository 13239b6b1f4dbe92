// Matrices of bits: the patterns of associative memories.
#include "memory.h"
#include "kernel.h"

// The 8 x 8 bits of a word, byte r being row r, turned: three rounds in each of which blocks of 1, 2 and 4 change places.
INLINE uint64_t turn_8(uint64_t x) {
    uint64_t t = (x ^ (x >> 7)) & 0x00aa00aa00aa00aau;
    x ^= t ^ (t << 7);
    t = (x ^ (x >> 14)) & 0x0000cccc0000ccccu;
    x ^= t ^ (t << 14);
    t = (x ^ (x >> 28)) & 0x00000000f0f0f0f0u;
    return x ^ t ^ (t << 28);
}

void engram_bits_transpose(const uint8_t *from, size_t rows, size_t columns, size_t from_stride, uint8_t *to, size_t to_stride) {
    for (size_t c = 0; c < columns; c++) memset(to + c * to_stride, 0, to_stride);
    // Bands of 64 rows, so that the eight bytes of a row of the result are written close after one another.
    for (size_t band = 0; band < rows; band += 64) {
        const size_t band_end = band + 64 < rows ? band + 64 : rows;
        for (size_t c = 0; c < columns; c += 8) {
            const size_t wide = columns - c < 8 ? columns - c : 8;
            for (size_t r = band; r < band_end; r += 8) {
                const size_t high = rows - r < 8 ? rows - r : 8;
                uint64_t block = 0;
                for (size_t k = 0; k < high; k++) block |= (uint64_t)from[(r + k) * from_stride + c / 8] << (8 * k);
                block = turn_8(block);
                for (size_t k = 0; k < wide; k++) to[(c + k) * to_stride + r / 8] = (uint8_t)(block >> (8 * k));
            }
        }
    }
}

KERNEL int64_t engram_bits_distance(const uint8_t *a, const uint8_t *b, size_t bytes) {
    int64_t sum = 0;
    size_t i = 0;
    for (; i + 8 <= bytes; i += 8) {
        uint64_t x, y;
        memcpy(&x, a + i, 8);
        memcpy(&y, b + i, 8);
        sum += __builtin_popcountll(x ^ y);
    }
    for (; i < bytes; i++) sum += __builtin_popcount((unsigned)(a[i] ^ b[i]));
    return sum;
}

#define ABOVE(suffix, type, bound)                                                                 \
    KERNEL void engram_bits_above_##suffix(const type *values, size_t count, bound threshold, uint8_t *bits) { \
        for (size_t i = 0; i < count; i += 8) {                                                    \
            unsigned byte = 0;                                                                     \
            const size_t n = count - i < 8 ? count - i : 8;                                        \
            if (n == 8)                                                                            \
                for (size_t k = 0; k < 8; k++) byte |= (unsigned)(values[i + k] > threshold) << k; \
            else                                                                                   \
                for (size_t k = 0; k < n; k++) byte |= (unsigned)(values[i + k] > threshold) << k; \
            bits[i / 8] = (uint8_t)byte;                                                           \
        }                                                                                          \
    }
ABOVE(f64, double, double)
ABOVE(u8, uint8_t, int)

KERNEL void engram_bits_spread(const uint8_t *bits, size_t count, double low, double high, double *values) {
    for (size_t i = 0; i < count; i++) values[i] = (bits[i >> 3] >> (i & 7)) & 1 ? high : low;
}
