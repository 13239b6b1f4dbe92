// One step of each kind of neuron. The order of operations is part of a model; what Neuro says about a scheme is what stands here.
//
// A piece of 256 neurons goes through drive, receptors and membrane while it is in the first cache. Nobody is reset in the vector loops: which
// neurons spiked is one byte each, looked through only when there was any (most pieces have none), and resets are done one by one.
#include "spiking_noise.h"
#include "CKernels.h"

INLINE long min_long(long a, long b) { return a < b ? a : b; }

// acc = the drive of neurons at ..< at + n.
INLINE void drive_piece(const engram_drive *drive, long at, long n, int64_t step, float *acc) {
    float numbers[ENGRAM_PIECE];
    if (drive->current) {
        for (long i = 0; i < n; i++) acc[i] = drive->current[at + i];
    } else {
        for (long i = 0; i < n; i++) acc[i] = 0.0f;
    }
    const float *const scales = drive->scales;
    if (drive->noise == 2) {
        piece_uniform(drive->seed, drive->stream, step, at, numbers);
        if (scales)
            for (long i = 0; i < n; i++) numbers[i] *= scales[at + i];
        for (long i = 0; i < n; i++) acc[i] += drive->scale * numbers[i] + drive->shift;
    } else if (drive->noise == 1) {
        piece_normal(drive->seed, drive->stream, step, at, numbers);
        if (scales)
            for (long i = 0; i < n; i++) numbers[i] *= scales[at + i];
        for (long i = 0; i < n; i++) acc[i] += drive->scale * numbers[i] + drive->shift;
    } else if (drive->noise == 3) {
        piece_normal(drive->seed, drive->stream, step, at, numbers);
        if (scales)
            for (long i = 0; i < n; i++) numbers[i] *= scales[at + i];
        float *const walk = drive->walk + at;
        for (long i = 0; i < n; i++) {
            walk[i] = drive->keep * walk[i] + drive->scale * numbers[i];
            acc[i] += walk[i] + drive->shift;
        }
    }
    for (long w = 0; w < drive->wave_count; w++) {
        const engram_wave wave = drive->waves[w];
        const long low = wave.first > at ? wave.first - at : 0, high = min_long(n, wave.end - at);
        for (long i = low; i < high; i++) acc[i] += wave.value;
    }
    if (drive->pulsed >= at && drive->pulsed < at + n) acc[drive->pulsed - at] += drive->pulse;
    const float gain = drive->gain;
    if (gain != 1.0f)
        for (long i = 0; i < n; i++) acc[i] *= gain;
}

// Currents are added to acc, conductances to total, and conductance times reversal to pull. The variables then move on.
INLINE void receptors_piece(const engram_receptor *receptors, long count, long at, long n, const float *v, float *restrict acc, float *restrict total,
                            float *restrict pull) {
    for (long r = 0; r < count; r++) {
        const engram_receptor *const p = receptors + r;
        float *restrict const arrived = p->arrived + at;
        const float d1 = p->d1, d2 = p->d2, m = p->m, j1 = p->j1, j2 = p->j2, k1 = p->k1, k2 = p->k2;
        if (p->kind == 0 && p->gains) {
            const float *const gains = p->gains + at;
            for (long i = 0; i < n; i++) {
                acc[i] += gains[i] * arrived[i];
                arrived[i] = 0.0f;
            }
            continue;
        }
        if (p->kind == 0) {
            for (long i = 0; i < n; i++) {
                acc[i] += k1 * arrived[i];
                arrived[i] = 0.0f;
            }
            continue;
        }
        float *restrict const x1 = p->x1 + at;
        if (p->kind == 1 && !p->x2) {
            for (long i = 0; i < n; i++) {
                const float x = x1[i];
                acc[i] += k1 * x;
                x1[i] = d1 * x + j1 * arrived[i];
                arrived[i] = 0.0f;
            }
            continue;
        }
        if (p->kind == 2 && !p->x2 && p->magnesium == 0.0f) {
            const float reversal = p->reversal;
            for (long i = 0; i < n; i++) {
                const float x = x1[i], g = k1 * x;
                total[i] += g;
                pull[i] += g * reversal;
                x1[i] = d1 * x + j1 * arrived[i];
                arrived[i] = 0.0f;
            }
            continue;
        }
        float *restrict const x2 = p->x2 ? p->x2 + at : NULL;
        float value[ENGRAM_PIECE];
        if (x2) {
            for (long i = 0; i < n; i++) {
                const float a = x1[i], b = x2[i];
                value[i] = k1 * a + k2 * b;
                x1[i] = d1 * a + m * b + j1 * arrived[i];
                x2[i] = d2 * b + j2 * arrived[i];
                arrived[i] = 0.0f;
            }
        } else {
            for (long i = 0; i < n; i++) {
                const float a = x1[i];
                value[i] = k1 * a;
                x1[i] = d1 * a + j1 * arrived[i];
                arrived[i] = 0.0f;
            }
        }
        if (p->kind == 1) {
            for (long i = 0; i < n; i++) acc[i] += value[i];
            continue;
        }
        if (p->magnesium > 0.0f)
            for (long i = 0; i < n; i++) value[i] = value[i] / (1.0f + p->magnesium * exp_f32(-0.062f * v[i]));
        for (long i = 0; i < n; i++) {
            total[i] += value[i];
            pull[i] += value[i] * p->reversal;
        }
    }
}

INLINE int any_conductance(const engram_receptor *receptors, long count) {
    int any = 0;
    for (long r = 0; r < count; r++) any |= receptors[r].kind == 2;
    return any;
}

// What conductances add to the current: g (E - v), summed.
INLINE void conductance_current(long n, const float *v, const float *total, const float *pull, float *acc) {
    for (long i = 0; i < n; i++) acc[i] += pull[i] - total[i] * v[i];
}

// For each neuron of the piece whose byte is set, `RESET` with its number i within the piece.
#define FOR_EACH_SPIKE(RESET)                                                                      \
    if (any) {                                                                                     \
        for (long j = 0; j < n; j += 8) {                                                          \
            uint64_t eight;                                                                        \
            memcpy(&eight, hit + j, 8);                                                            \
            while (eight) {                                                                        \
                const long i = j + (__builtin_ctzll(eight) >> 3);                                  \
                eight &= eight - 1;                                                                \
                spikes[found++] = (uint32_t)(at + i);                                              \
                RESET                                                                              \
            }                                                                                      \
        }                                                                                          \
    }

#define PIECE_ARRAYS                                                                               \
    float acc[ENGRAM_PIECE], total[ENGRAM_PIECE], pull[ENGRAM_PIECE];                              \
    uint8_t hit[ENGRAM_PIECE];                                                                     \
    if (conducting) {                                                                              \
        memset(total, 0, sizeof total);                                                            \
        memset(pull, 0, sizeof pull);                                                              \
    }                                                                                              \
    memset(hit, 0, sizeof hit);                                                                    \
    uint8_t any = 0;

// Nothing from outside: no noise, no currents, no pulse.
INLINE int is_quiet(const engram_drive *drive) { return !drive->current && drive->noise == 0 && drive->wave_count == 0 && drive->pulsed < 0; }

// How the step of neuron i ends: held at the reset while it is refractory; its new potential y, and whether that is a spike.
#define HOLD y = free[i] > now ? reset : y;
#define TELL(SPIKES)                                                                               \
    v[i] = y;                                                                                      \
    hit[i] = SPIKES;                                                                               \
    any |= hit[i];

// The membrane under the one loop that holds all of it: the commonest neurons, whose receptors are two exponential currents or one delta.

KERNEL static long lif_two_currents(const engram_lif *cells, long first, long count, int64_t step, uint32_t *spikes) {
    const engram_receptor *const p = cells->receptors, *const q = cells->receptors + 1;
    const float leak = cells->leak, rest = cells->rest, threshold = cells->threshold, reset = cells->reset;
    const float pk = p->k1, pd = p->d1, pj = p->j1, qk = q->k1, qd = q->d1, qj = q->j1;
    const int32_t now = (int32_t)step;
    long found = 0;
    for (long at = first; at < first + count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, first + count - at);
        float *restrict const v = cells->v + at, *restrict const x = p->x1 + at, *restrict const z = q->x1 + at;
        float *restrict const a = p->arrived + at, *restrict const b = q->arrived + at;
        int32_t *restrict const free = cells->free + at;
        uint8_t hit[ENGRAM_PIECE] __attribute__((aligned(64)));
        uint8_t any = 0;
        if (n < ENGRAM_PIECE) memset(hit, 0, sizeof hit);
        for (long i = 0; i < n; i++) {
            float y = leak * v[i] + (rest + ((0.0f + pk * x[i]) + qk * z[i]));
            x[i] = pd * x[i] + pj * a[i];
            z[i] = qd * z[i] + qj * b[i];
            a[i] = 0.0f;
            b[i] = 0.0f;
            HOLD
            TELL(y >= threshold)
        }
        FOR_EACH_SPIKE({
            v[i] = reset;
            free[i] = now + 1 + cells->refractory;
        })
    }
    return found;
}

KERNEL static long lif_one_delta(const engram_lif *cells, long first, long count, int64_t step, uint32_t *spikes) {
    const float leak = cells->leak, rest = cells->rest, threshold = cells->threshold, reset = cells->reset, gain = cells->receptors->k1;
    const int32_t now = (int32_t)step;
    long found = 0;
    for (long at = first; at < first + count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, first + count - at);
        float *restrict const v = cells->v + at, *restrict const a = cells->receptors->arrived + at;
        int32_t *restrict const free = cells->free + at;
        uint8_t hit[ENGRAM_PIECE] __attribute__((aligned(64)));
        uint8_t any = 0;
        if (n < ENGRAM_PIECE) memset(hit, 0, sizeof hit);
        for (long i = 0; i < n; i++) {
            float y = leak * v[i] + (rest + (0.0f + gain * a[i]));
            a[i] = 0.0f;
            HOLD
            TELL(y >= threshold)
        }
        FOR_EACH_SPIKE({
            v[i] = reset;
            free[i] = now + 1 + cells->refractory;
        })
    }
    return found;
}

KERNEL static long lif_any(const engram_lif *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes) {
    const int conducting = any_conductance(cells->receptors, cells->receptor_count);
    const float leak = cells->leak, rest = cells->rest, threshold = cells->threshold, reset = cells->reset;
    const int32_t now = (int32_t)step;
    long found = 0;
    for (long at = first; at < first + count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, first + count - at);
        float *restrict const v = cells->v + at;
        int32_t *restrict const free = cells->free + at;
        PIECE_ARRAYS
        drive_piece(drive, at, n, step, acc);
        receptors_piece(cells->receptors, cells->receptor_count, at, n, v, acc, total, pull);
        if (conducting) {
            const float equilibrium = cells->equilibrium, rate = cells->rate;
            for (long i = 0; i < n; i++) {
                const float all = 1.0f + total[i], target = (equilibrium + acc[i] + pull[i]) / all;
                float y = target + (v[i] - target) * exp_f32(-rate * all);
                HOLD
                TELL(y >= threshold)
            }
        } else {
            for (long i = 0; i < n; i++) {
                float y = leak * v[i] + (rest + acc[i]);
                HOLD
                TELL(y >= threshold)
            }
        }
        FOR_EACH_SPIKE({
            v[i] = reset;
            free[i] = now + 1 + cells->refractory;
        })
    }
    return found;
}

long engram_lif_step(const engram_lif *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes) {
    const engram_receptor *const r = cells->receptors;
    if (is_quiet(drive)) {
        if (cells->receptor_count == 2 && r[0].kind == 1 && r[1].kind == 1 && !r[0].x2 && !r[1].x2) return lif_two_currents(cells, first, count, step, spikes);
        if (cells->receptor_count == 1 && r[0].kind == 0) return lif_one_delta(cells, first, count, step, spikes);
    }
    return lif_any(cells, drive, first, count, step, spikes);
}

// One step of v and w at once by the classical rule of Runge and Kutta: SLOPE and RECOVERY, of x and z, are dt times the derivatives. Leaves the new
// values in y and q.
#define RUNGE_KUTTA(V, W, SLOPE, RECOVERY)                                                         \
    float x = V, z = W;                                                                            \
    const float k1 = SLOPE, l1 = RECOVERY;                                                         \
    x = V + 0.5f * k1, z = W + 0.5f * l1;                                                          \
    const float k2 = SLOPE, l2 = RECOVERY;                                                         \
    x = V + 0.5f * k2, z = W + 0.5f * l2;                                                          \
    const float k3 = SLOPE, l3 = RECOVERY;                                                         \
    x = V + k3, z = W + l3;                                                                        \
    const float k4 = SLOPE, l4 = RECOVERY;                                                         \
    float y = V + ((k1 + k4) + 2.0f * (k2 + k3)) * (1.0f / 6.0f);                                  \
    const float q = W + ((l1 + l4) + 2.0f * (l2 + l3)) * (1.0f / 6.0f);

INLINE float izhikevich_slope(float v, float u, float current) { return (0.04f * v + 5.0f) * v + 140.0f - u + current; }

KERNEL long engram_izhikevich_step(const engram_izhikevich *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes) {
    const int conducting = any_conductance(cells->receptors, cells->receptor_count);
    const float dt = cells->dt, half = 0.5f * dt, peak = cells->peak;
    long found = 0;
    for (long at = first; at < first + count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, first + count - at);
        float *restrict const v = cells->v + at;
        float *restrict const u = cells->u + at;
        const float *restrict const a = cells->a + at, *restrict const b = cells->b + at;
        PIECE_ARRAYS
        drive_piece(drive, at, n, step, acc);
        receptors_piece(cells->receptors, cells->receptor_count, at, n, v, acc, total, pull);
        if (conducting) conductance_current(n, v, total, pull, acc);
        if (cells->scheme == 0) {
            for (long i = 0; i < n; i++) {
                const float w = u[i];
                float y = v[i];
                y = y + half * izhikevich_slope(y, w, acc[i]);
                y = y + half * izhikevich_slope(y, w, acc[i]);
                u[i] = w + dt * (a[i] * (b[i] * y - w));
                TELL(y >= peak)
            }
        } else if (cells->scheme == 1) {
            for (long i = 0; i < n; i++) {
                const float w = u[i], y = v[i] + dt * izhikevich_slope(v[i], w, acc[i]);
                u[i] = w + dt * (a[i] * (b[i] * y - w));
                TELL(y > peak)
            }
        } else if (cells->scheme == 3) {
            for (long i = 0; i < n; i++) {
                RUNGE_KUTTA(v[i], u[i], dt * izhikevich_slope(x, z, acc[i]), dt * (a[i] * (b[i] * x - z)))
                u[i] = q;
                TELL(y >= peak)
            }
        } else {
            for (long i = 0; i < n; i++) {
                const float w = u[i], x = v[i], y = x + dt * izhikevich_slope(x, w, acc[i]);
                u[i] = w + dt * (a[i] * (b[i] * x - w));
                TELL(y >= peak)
            }
        }
        FOR_EACH_SPIKE({
            v[i] = cells->c[at + i];
            u[i] += cells->d[at + i];
        })
    }
    return found;
}

// A parameter as an array, whether neurons have it for themselves or share it: one loop serves both, and what they share stays in the first cache.
#define PARAMETER(NAME)                                                                            \
    float shared_##NAME[ENGRAM_PIECE];                                                             \
    for (long i = 0; i < ENGRAM_PIECE; i++) shared_##NAME[i] = cells->NAME.shared;
#define OF_PIECE(NAME) const float *const NAME = cells->NAME.own ? cells->NAME.own + at : shared_##NAME;

KERNEL long engram_izhikevich07_step(const engram_izhikevich07 *cells, const engram_drive *drive, long first, long count, int64_t step,
                                     uint32_t *spikes) {
    const int conducting = any_conductance(cells->receptors, cells->receptor_count);
    PARAMETER(dt_over_c) PARAMETER(k) PARAMETER(vr) PARAMETER(vt) PARAMETER(dt_a) PARAMETER(b) PARAMETER(c) PARAMETER(d) PARAMETER(peak)
    long found = 0;
    for (long at = first; at < first + count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, first + count - at);
        float *restrict const v = cells->v + at;
        float *restrict const u = cells->u + at;
        OF_PIECE(dt_over_c) OF_PIECE(k) OF_PIECE(vr) OF_PIECE(vt) OF_PIECE(dt_a) OF_PIECE(b) OF_PIECE(c) OF_PIECE(d) OF_PIECE(peak)
        PIECE_ARRAYS
        drive_piece(drive, at, n, step, acc);
        receptors_piece(cells->receptors, cells->receptor_count, at, n, v, acc, total, pull);
        if (conducting) conductance_current(n, v, total, pull, acc);
        if (cells->scheme == 1) {
            for (long i = 0; i < n; i++) {
                const float gain = dt_over_c[i], g = k[i], r = vr[i], t = vt[i], rate = dt_a[i], s = b[i];
                RUNGE_KUTTA(v[i], u[i], gain * (g * (x - r) * (x - t) - z + acc[i]), rate * (s * (x - r) - z))
                u[i] = q;
                TELL(y >= peak[i])
            }
        } else {
            for (long i = 0; i < n; i++) {
                const float x = v[i], w = u[i];
                const float y = x + dt_over_c[i] * (k[i] * (x - vr[i]) * (x - vt[i]) - w + acc[i]);
                u[i] = w + dt_a[i] * (b[i] * (x - vr[i]) - w);
                TELL(y >= peak[i])
            }
        }
        FOR_EACH_SPIKE({
            v[i] = c[i];
            u[i] += d[i];
        })
    }
    return found;
}

KERNEL long engram_adex_step(const engram_adex *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes) {
    const int conducting = any_conductance(cells->receptors, cells->receptor_count);
    const float gain = cells->dt_over_c, leak = cells->leak, rest = cells->rest, slope = cells->slope, threshold = cells->threshold;
    const float peak = cells->peak, reset = cells->reset, rate = cells->dt_over_tw, coupling = cells->a, steepness = 1.0f / slope, spread = leak * slope;
    const int32_t now = (int32_t)step;
    long found = 0;
    for (long at = first; at < first + count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, first + count - at);
        float *restrict const v = cells->v + at;
        float *restrict const w = cells->w + at;
        int32_t *restrict const free = cells->free + at;
        PIECE_ARRAYS
        drive_piece(drive, at, n, step, acc);
        receptors_piece(cells->receptors, cells->receptor_count, at, n, v, acc, total, pull);
        if (conducting) conductance_current(n, v, total, pull, acc);
        if (cells->scheme == 1) {
            for (long i = 0; i < n; i++) {
                // Beyond the peak the exponential runs away within the step; it is held there, and the spike is told all the same.
                RUNGE_KUTTA(
                    v[i], w[i], gain * (leak * (rest - x) + spread * exp_f32(((x < peak ? x : peak) - threshold) * steepness) - z + acc[i]),
                    rate * (coupling * (x - rest) - z))
                w[i] = q;
                HOLD
                TELL(y >= peak)
            }
        } else {
            for (long i = 0; i < n; i++) {
                const float x = v[i], z = w[i];
                float y = x + gain * (leak * (rest - x) + spread * exp_f32((x - threshold) * steepness) - z + acc[i]);
                w[i] = z + rate * (coupling * (x - rest) - z);
                HOLD
                TELL(y >= peak)
            }
        }
        FOR_EACH_SPIKE({
            v[i] = reset;
            w[i] += cells->b;
            free[i] = now + 1 + cells->refractory;
        })
    }
    return found;
}

KERNEL void engram_spiking_noise(int kind, uint64_t seed, uint64_t stream, int64_t step, long first, long count, float *out) {
    for (long at = 0; at < count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, count - at);
        float numbers[ENGRAM_PIECE];
        if (kind == 2) {
            piece_uniform(seed, stream, step, first + at, numbers);
        } else {
            piece_normal(seed, stream, step, first + at, numbers);
        }
        memcpy(out + at, numbers, (size_t)n * sizeof(float));
    }
}

KERNEL void engram_spiking_poisson(const uint32_t *thresholds, long threshold_count, float weight, uint64_t seed, uint64_t stream, int64_t step,
                                   long first, long count, float *out) {
    for (long at = first; at < first + count; at += ENGRAM_PIECE) {
        const long n = min_long(ENGRAM_PIECE, first + count - at);
        uint32_t words[4][PIECE_BLOCKS];
        int32_t number[ENGRAM_PIECE];
        piece_words(seed, stream, step, at, words);
        const uint32_t *const flat = &words[0][0];
        memset(number, 0, sizeof number);
        for (long k = 0; k < threshold_count; k++) {
            const uint32_t threshold = thresholds[k];
            for (int i = 0; i < ENGRAM_PIECE; i++) number[i] += flat[i] >= threshold;
        }
        float *restrict const sum = out + at;
        for (long i = 0; i < n; i++) sum[i] += weight * (float)number[i];
    }
}
