// Spikes to their targets: the loop in which a large network spends its time.
//
// Limit: 6 bytes read per synapse with a weight of its own (2 without, 1 more with a delay of its own), and one read-modify-write of a target that
// lies in the second cache. A target's contributions are added in the order of the sources and, within one, of the synapses: nothing here
// depends on how targets are divided into blocks. Rows of the spikes to come are prefetched, since no hardware can guess them.
#include "kernel.h"
#include "CKernels.h"

#define AHEAD 4
#define LINE 64

// Asks for a row while the rows before it are worked on; of a long row the beginning, the rest comes by itself.
INLINE void prefetch(const char *from, const char *end) {
    if (end > from + 10 * LINE) end = from + 10 * LINE;
    for (; from < end; from += LINE) __builtin_prefetch(from);
}

INLINE void prefetch_row(const engram_rows *rows, const uint32_t *sources, long k, long count, long first_part, long end_part) {
    if (k + 2 * AHEAD < count) __builtin_prefetch(rows->starts + sources[k + 2 * AHEAD] * rows->parts + first_part);
    if (k + AHEAD >= count) return;
    const uint32_t *const row = rows->starts + sources[k + AHEAD] * rows->parts;
    const uint32_t start = row[first_part], end = row[end_part];
    prefetch((const char *)(rows->targets + start), (const char *)(rows->targets + end));
    if (rows->weights) prefetch((const char *)(rows->weights + start), (const char *)(rows->weights + end));
    if (rows->delays) prefetch((const char *)(rows->delays + start), (const char *)(rows->delays + end));
}

void engram_spiking_deliver(const engram_rows *rows, const uint32_t *sources, const float *scales, long count, int64_t step, float *ring, long mask,
                            long stride, long first_part, long end_part) {
    const uint16_t *const targets = rows->targets;
    const float *const weights = rows->weights;
    const uint8_t *const delays = rows->delays;
    float *const slot = ring + ((step + rows->delay - 1) & mask) * stride;
    for (long k = 0; k < count; k++) {
        prefetch_row(rows, sources, k, count, first_part, end_part);
        const uint32_t *const starts = rows->starts + sources[k] * rows->parts;
        const float scale = scales ? scales[k] : 1.0f;
        for (long p = first_part; p < end_part; p++) {
            const uint32_t start = starts[p], end = starts[p + 1];
            const uint32_t origin = rows->origins[p];
            if (!delays) {
                float *const to = slot + origin;
                uint32_t s = start;
                if (!weights) {
                    const float weight = rows->weight * scale;
                    for (; s + 4 <= end; s += 4) {
                        uint64_t four;
                        memcpy(&four, targets + s, 8);
                        to[four & 0xffff] += weight;
                        to[(four >> 16) & 0xffff] += weight;
                        to[(four >> 32) & 0xffff] += weight;
                        to[four >> 48] += weight;
                    }
                    for (; s < end; s++) to[targets[s]] += weight;
                } else {
                    for (; s + 4 <= end; s += 4) {
                        uint64_t four;
                        memcpy(&four, targets + s, 8);
                        to[four & 0xffff] += weights[s] * scale;
                        to[(four >> 16) & 0xffff] += weights[s + 1] * scale;
                        to[(four >> 32) & 0xffff] += weights[s + 2] * scale;
                        to[four >> 48] += weights[s + 3] * scale;
                    }
                    for (; s < end; s++) to[targets[s]] += weights[s] * scale;
                }
            } else {
                float *const to = ring + origin;
                if (weights) {
                    for (uint32_t s = start; s < end; s++) to[((step + delays[s] - 1) & mask) * stride + targets[s]] += weights[s] * scale;
                } else {
                    const float weight = rows->weight * scale;
                    for (uint32_t s = start; s < end; s++) to[((step + delays[s] - 1) & mask) * stride + targets[s]] += weight;
                }
            }
        }
    }
}

KERNEL void engram_spiking_deliver_dense(const float *weights, long row, long targets, const uint32_t *sources, const float *scales, long count,
                                         float *restrict arriving) {
    for (long k = 0; k < count; k++) {
        const float *restrict const from = weights + (long)sources[k] * row;
        const float scale = scales ? scales[k] : 1.0f;
        for (long i = 0; i < targets; i++) arriving[i] += from[i] * scale;
    }
}
