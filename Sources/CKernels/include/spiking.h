#pragma once
#include <stddef.h>
#include <stdint.h>

// The hot loops of spiking networks, in single precision. A population is worked on in pieces of 256 neurons (ENGRAM_PIECE) that stay in the first
// cache; `first` of a call is a multiple of that, so that a random number depends on the neuron and never on who computes it.
#define ENGRAM_PIECE 256

/// A current that all of a range of neurons have in common at this step.
typedef struct {
    long first, end;
    float value;
} engram_wave;

/// Current that reaches neurons from outside: constant, of each neuron, and noise that is drawn anew at each step.
typedef struct {
    /// What a unit of current adds in one step: the sum of what follows, the pulse included, is multiplied by it.
    float gain;
    /// One number per neuron, or null.
    const float *current;
    /// 0 none, 1 normal numbers, 2 uniform numbers in [0, 1), 3 Ornstein-Uhlenbeck.
    int noise;
    /// The number drawn is multiplied by `scale`, and by that of the neuron unless `scales` is null; then `shift` is added.
    float scale, shift;
    const float *scales;
    /// Ornstein-Uhlenbeck: state <- keep * state + scale * normal; the state is what is added.
    float *walk;
    float keep;
    uint64_t seed, stream;
    /// Added to what the neurons have each for themselves.
    const engram_wave *waves;
    long wave_count;
    /// One neuron gets `pulse` beside all else; -1 for none.
    long pulsed;
    float pulse;
} engram_drive;

/// One kind of synapse of a population: two linear variables per neuron,
/// x1 <- d1 x1 + m x2 + j1 a,  x2 <- d2 x2 + j2 a,  a the weights that arrive in this step.
typedef struct {
    /// 0: the weights act at once and are gone; 1: a current; 2: a conductance.
    int kind;
    /// What arrives in this step, one number per neuron; read and set to 0.
    float *arrived;
    /// Null where a variable is not used.
    float *x1, *x2;
    float d1, d2, m, j1, j2;
    /// The current is k1 x1 + k2 x2 (kind 0: k1 a), the conductance the same.
    float k1, k2;
    /// Conductances: the reversal potential, and for NMDA the magnesium concentration over 3.57 mM (0 for others): the conductance is divided by
    /// 1 + magnesium exp(-0.062 v).
    float reversal, magnesium;
    /// Kind 0: what stands for k1 where it differs between neurons; else null.
    const float *gains;
} engram_receptor;

/// Leaky integrate-and-fire: v <- leak v + rest + input, where `rest` is (1 - leak) E. With conductances, v relaxes to its momentary equilibrium.
typedef struct {
    float *v;
    /// The step at which the neuron is free again.
    int32_t *free;
    float leak, rest, threshold, reset;
    int32_t refractory;
    /// Where there are conductances: E, and dt / tau.
    float equilibrium, rate;
    const engram_receptor *receptors;
    long receptor_count;
} engram_lif;

/// Izhikevich's model of 2003: v' = 0.04 v^2 + 5 v + 140 - u + I, u' = a (b v - u).
typedef struct {
    float *v, *u;
    const float *a, *b, *c, *d;
    /// 0: v in two half steps, then u with the new v (published 2003; dt scales it); 1: v, then u with the new v (published 2004); 2: both at once; 3: both
    /// by the classical rule of Runge and Kutta. What the synapses give is constant over the step.
    int scheme;
    float dt, peak;
    const engram_receptor *receptors;
    long receptor_count;
} engram_izhikevich;

/// One parameter of all neurons of a population: of each for itself, or, where `own` is null, the one that they share.
typedef struct {
    const float *own;
    float shared;
} engram_parameter;

/// Izhikevich's model of 2007: C v' = k (v - vr)(v - vt) - u + I, u' = a (b (v - vr) - u); u takes the old v.
typedef struct {
    float *v, *u;
    engram_parameter dt_over_c, k, vr, vt, dt_a, b, c, d, peak;
    /// 0: Euler; 1: Runge and Kutta, as in engram_izhikevich.
    int scheme;
    const engram_receptor *receptors;
    long receptor_count;
} engram_izhikevich07;

/// Adaptive exponential: C v' = -g (v - E) + g D exp((v - T) / D) - w + I, tw w' = a (v - E) - w.
typedef struct {
    float *v, *w;
    int32_t *free;
    float dt_over_c, leak, rest, slope, threshold, peak, reset, dt_over_tw, a, b;
    /// 0: Euler; 1: Runge and Kutta, as in engram_izhikevich.
    int scheme;
    int32_t refractory;
    const engram_receptor *receptors;
    long receptor_count;
} engram_adex;

// One step, from `step` to `step + 1`, of neurons first ..< first + count. The neurons that spike are reset, their numbers (ascending) written to
// `spikes`, and how many is returned.
long engram_lif_step(const engram_lif *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes);
long engram_izhikevich_step(const engram_izhikevich *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes);
long engram_izhikevich07_step(const engram_izhikevich07 *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes);
long engram_adex_step(const engram_adex *cells, const engram_drive *drive, long first, long count, int64_t step, uint32_t *spikes);

/// The numbers that the steps draw: `kind` as in engram_drive, for neurons first ..< first + count. `first` is a multiple of ENGRAM_PIECE.
void engram_spiking_noise(int kind, uint64_t seed, uint64_t stream, int64_t step, long first, long count, float *out);

/// Adds weight * k to out, k drawn for each neuron: the number of thresholds (ascending) that a 32-bit random word reaches.
void engram_spiking_poisson(const uint32_t *thresholds, long threshold_count, float weight, uint64_t seed, uint64_t stream, int64_t step, long first,
                            long count, float *out);

/// Synapses of one source after the other, those of a source part by part of the targets. `starts` has one place for each source and part, and one
/// more: the synapses of source s onto part p are starts[s * parts + p] ..< starts[s * parts + p + 1].
typedef struct {
    const uint32_t *starts;
    long parts;
    /// The first neuron of each part, from which its targets are counted.
    const uint32_t *origins;
    const uint16_t *targets;
    /// Null: all weigh `weight`.
    const float *weights;
    float weight;
    /// In steps, at least 1; null: all take `delay`. Ascending within a source and part.
    const uint8_t *delays;
    long delay;
} engram_rows;

/// Adds the weights of the sources that spiked to what arrives at parts first_part ..< end_part in the steps to come: slot (step + delay - 1) & mask of
/// the ring, slots `stride` apart. A weight is multiplied by the spike's `scales`, unless that is null.
void engram_spiking_deliver(const engram_rows *rows, const uint32_t *sources, const float *scales, long count, int64_t step, float *ring, long mask,
                            long stride, long first_part, long end_part);

/// Spikes on their way to a population, set down by part and by the slot of the ring in which they arrive: streams of memory in the place of a scattered sum.
/// The events of part p and slot s are the first counts[p * slots + s] of the 2^shift places from events + ((p * slots + s) << shift) on, in each the target within
/// the part (low half) and the bits of the weight (high half).
typedef struct {
    uint64_t *events;
    uint32_t *counts;
    long slots;
    int shift;
} engram_events;

/// Sets down what the sources that spiked send to parts first_part ..< end_part of the rows, as `engram_spiking_deliver` would add it; synapses with delays of
/// their own. Part p of the rows is part `shift_parts + p` of the population. A slot that is full is added to the ring and begins anew.
void engram_spiking_sort(const engram_rows *rows, const uint32_t *sources, const float *scales, long count, int64_t step, const engram_events *events,
                         float *ring, long stride, long first_part, long end_part, long shift_parts);

/// Adds the events of a part and slot to the part's `size` numbers of that slot, in the order in which they came, and forgets them.
void engram_spiking_settle(const engram_events *events, long part, long slot, float *arriving, long size);

/// The same for `targets` columns of a full matrix: the weights of source s stand at weights + s * row; all take one delay, `arriving` is its slot.
void engram_spiking_deliver_dense(const float *weights, long row, long targets, const uint32_t *sources, const float *scales, long count, float *arriving);


/// Plastic synapses: rows with weights of their own, and the segments of each delay.
typedef struct {
    engram_rows rows;
    float *weights;
    /// Null where weights change at once; else what they will change by.
    float *pending;
    /// Where synapses have delays of their own: for each source and part, delays + 1 offsets from the start of the row; the synapses of delay d
    /// (from 1) are offsets[d - 1] ..< offsets[d]. Null for one delay.
    const uint16_t *segments;
    long longest;
    /// For each target of the population: its synapses are synapses[places[t]] ..< synapses[places[t + 1]], their sources beside.
    const uint32_t *places;
    const uint32_t *synapses;
    const uint32_t *sources;
    /// What a spike that finds a post trace of 1 takes away, what a post spike that finds a pre trace of 1 adds; the bounds are 0 and maximum.
    float minus, plus, maximum;
} engram_plastic;

/// Spikes that arrive now after `delay` steps, at parts first_part ..< end_part: the weights are added to `arrived`, then
/// weight <- max(0, weight - minus post[target]) (or pending -= minus post[target]).
void engram_spiking_depress(const engram_plastic *plastic, const uint32_t *sources, long count, long delay, const float *post, float *arrived,
                            long first_part, long end_part);

/// Targets that spike now: weight <- min(maximum, weight + plus pre[source]) for each of their synapses (or pending += plus
/// pre[source]), with the trace that the source had `delay` steps ago: `traces` holds one row of `stride` sources for each time, that of time k at row k & mask.
void engram_spiking_potentiate(const engram_plastic *plastic, const uint32_t *targets, long count, int64_t step, const float *traces, long mask,
                               long stride);

/// weight <- min(maximum, max(0, weight + drift + gain pending)), pending <- keep pending, for these sources, at parts first_part ..< end_part.
void engram_spiking_consolidate(const engram_plastic *plastic, long first_source, long source_count, float drift, float gain, float keep,
                                long first_part, long end_part);

/// y[i] = x[i] * factor.
void engram_spiking_decay(const float *x, float *y, long count, float factor);
