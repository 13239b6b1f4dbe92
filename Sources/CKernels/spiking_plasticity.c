// Spike-timing-dependent plasticity. Both directions are driven by spikes: an arriving spike looks at the trace of its targets, a target that spikes looks at
// the traces its sources had when what arrives now was sent. Targets belong to one thread, so that a synapse is written to by one alone.
#include "kernel.h"
#include "CKernels.h"

INLINE float at_least_zero(float x) { return x < 0.0f ? 0.0f : x; }
INLINE float at_most(float bound, float x) { return x > bound ? bound : x; }

void engram_spiking_depress(const engram_plastic *plastic, const uint32_t *sources, long count, long delay, const float *post, float *arrived,
                            long first_part, long end_part) {
    const engram_rows *const rows = &plastic->rows;
    const uint16_t *const targets = rows->targets;
    float *const weights = plastic->weights, *const pending = plastic->pending;
    const float minus = plastic->minus;
    for (long k = 0; k < count; k++) {
        if (k + 4 < count) {
            const uint32_t next = rows->starts[sources[k + 4] * rows->parts + first_part];
            __builtin_prefetch(targets + next);
            __builtin_prefetch(weights + next);
            __builtin_prefetch(weights + next + 16);
        }
        for (long p = first_part; p < end_part; p++) {
            const long row = (long)sources[k] * rows->parts + p;
            uint32_t start = rows->starts[row], end = rows->starts[row + 1];
            if (plastic->segments) {
                const uint16_t *const offsets = plastic->segments + row * (plastic->longest + 1);
                end = start + offsets[delay];
                start += offsets[delay - 1];
            }
            float *const to = arrived + rows->origins[p];
            const float *const trace = post + rows->origins[p];
            if (pending) {
                for (uint32_t s = start; s < end; s++) {
                    to[targets[s]] += weights[s];
                    pending[s] -= minus * trace[targets[s]];
                }
            } else {
                for (uint32_t s = start; s < end; s++) {
                    const float weight = weights[s];
                    to[targets[s]] += weight;
                    weights[s] = at_least_zero(weight - minus * trace[targets[s]]);
                }
            }
        }
    }
}

void engram_spiking_potentiate(const engram_plastic *plastic, const uint32_t *targets, long count, int64_t step, const float *traces, long mask,
                               long stride) {
    const uint8_t *const delays = plastic->rows.delays;
    float *const to = plastic->pending ? plastic->pending : plastic->weights;
    const float plus = plastic->plus, maximum = plastic->pending ? __builtin_inff() : plastic->maximum;
    const float *const now = traces + ((step - plastic->rows.delay) & mask) * stride;
    for (long k = 0; k < count; k++) {
        const uint32_t begin = plastic->places[targets[k]], end = plastic->places[targets[k] + 1];
        for (uint32_t i = begin; i < end; i++) {
            if (i + 16 < end) __builtin_prefetch(to + plastic->synapses[i + 16], 1);
            const uint32_t synapse = plastic->synapses[i], source = plastic->sources[i];
            const float trace = delays ? traces[((step - delays[synapse]) & mask) * stride + source] : now[source];
            to[synapse] = at_most(maximum, to[synapse] + plus * trace);
        }
    }
}

KERNEL void engram_spiking_consolidate(const engram_plastic *plastic, long first_source, long source_count, float drift, float gain, float keep,
                                       long first_part, long end_part) {
    const engram_rows *const rows = &plastic->rows;
    const float maximum = plastic->maximum;
    for (long source = first_source; source < first_source + source_count; source++) {
        const uint32_t start = rows->starts[source * rows->parts + first_part], end = rows->starts[source * rows->parts + end_part];
        float *restrict const weights = plastic->weights + start, *restrict const pending = plastic->pending + start;
        const long n = end - start;
        for (long s = 0; s < n; s++) {
            weights[s] = at_most(maximum, at_least_zero(weights[s] + drift + gain * pending[s]));
            pending[s] = keep * pending[s];
        }
    }
}

KERNEL void engram_spiking_decay(const float *x, float *y, long count, float factor) {
    INDEPENDENT
    for (long i = 0; i < count; i++) y[i] = x[i] * factor;
}
