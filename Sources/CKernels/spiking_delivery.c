// Spikes to their targets: the loop in which a large network spends its time.
//
// Limit: 6 bytes read per synapse with a weight of its own (2 without, 1 more with a delay of its own), and one read-modify-write of a target that
// lies in the second cache. A target's contributions are added in the order of the sources and, within one, of the synapses: nothing here
// depends on how targets are divided into blocks. Rows of the spikes to come are prefetched, since no hardware can guess them.
#include "kernel.h"
#include "CKernels.h"

#define AHEAD 2
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

INLINE float weight_of(uint64_t event) { return f32_bits((uint32_t)(event >> 32)); }

void engram_spiking_settle(const engram_events *events, long part, long slot, float *arriving, long size) {
    const long place = part * events->slots + slot;
    const uint64_t *const from = events->events + (place << events->shift);
    const uint32_t count = events->counts[place];
    // The numbers of a slot were last touched a whole round of the ring ago.
    if (count > size / 16)
        for (long i = 0; i < size; i += LINE / 4) __builtin_prefetch(arriving + i, 1);
    uint32_t k = 0;
    for (; k + 2 <= count; k += 2) {
        const uint64_t one = from[k], two = from[k + 1];
        arriving[(uint32_t)one] += weight_of(one);
        arriving[(uint32_t)two] += weight_of(two);
    }
    if (k < count) arriving[(uint32_t)from[k]] += weight_of(from[k]);
    events->counts[place] = 0;
}

// One row's synapses onto one part. `weighted` and `scaled` are constants where this is inlined.
INLINE void sort_row(const engram_rows *rows, uint32_t start, uint32_t end, uint32_t now, float scale, const engram_events *events, long part, float *ring,
                     long stride, int weighted, int scaled) {
    const uint32_t mask = (uint32_t)events->slots - 1, full = 1u << events->shift;
    const int shift = events->shift;
    uint32_t *const counts = events->counts + part * events->slots;
    uint64_t *const base = events->events + (part * events->slots << shift);
    const uint16_t *const targets = rows->targets;
    const float *const weights = rows->weights;
    const uint8_t *const delays = rows->delays;
    const uint64_t shared = (uint64_t)bits_f32(rows->weight * scale) << 32;
    for (uint32_t s = start; s < end; s++) {
        const uint32_t slot = (now + delays[s]) & mask, place = counts[slot];
        uint64_t weight = shared;
        if (weighted) weight = (uint64_t)bits_f32(scaled ? weights[s] * scale : weights[s]) << 32;
        uint64_t *const to = base + ((size_t)slot << shift) + place;
        *to = weight | targets[s];
        // The line that this stream will need next; the hardware follows fewer streams than there are.
        __builtin_prefetch(to + LINE / sizeof *to, 1);
        counts[slot] = place + 1;
        if (place + 1 == full) engram_spiking_settle(events, part, slot, ring + slot * stride, 0);
    }
}

void engram_spiking_sort(const engram_rows *rows, const uint32_t *sources, const float *scales, long count, int64_t step, const engram_events *events,
                         float *ring, long stride, long first_part, long end_part, long shift_parts) {
    const engram_events to = *events;
    const uint32_t now = (uint32_t)step - 1;
    for (long k = 0; k < count; k++) {
        prefetch_row(rows, sources, k, count, first_part, end_part);
        const uint32_t *const starts = rows->starts + sources[k] * rows->parts;
        for (long p = first_part; p < end_part; p++) {
            float *const from = ring + rows->origins[p];
            if (rows->weights && !scales) {
                sort_row(rows, starts[p], starts[p + 1], now, 1.0f, &to, shift_parts + p, from, stride, 1, 0);
            } else if (rows->weights) {
                sort_row(rows, starts[p], starts[p + 1], now, scales[k], &to, shift_parts + p, from, stride, 1, 1);
            } else {
                sort_row(rows, starts[p], starts[p + 1], now, scales ? scales[k] : 1.0f, &to, shift_parts + p, from, stride, 0, 1);
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
