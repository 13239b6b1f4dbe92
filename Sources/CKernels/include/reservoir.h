#pragma once
#include <stdint.h>

enum { ENGRAM_TANH, ENGRAM_IDENTITY, ENGRAM_LOGISTIC, ENGRAM_RECTIFIED };

/// The weights of a small network as reservoir_windows.c reads them: slices of eight units, those of most groups first, four together and at last what remains of them.
/// Of four the first groups of all of them come first, then the second ones, and so on with those slices that have more.
typedef struct {
    /// Which slice stands at each place: its first unit over eight.
    const uint16_t *order;
    /// How many groups the slice at each place takes: never more than the one before.
    const uint16_t *groups;
    /// Of each group eight weights, from the start of a cache line on.
    const double *weights;
    /// The unit at which the group's window of sixteen units begins, a multiple of 8.
    const uint16_t *windows;
    /// Of the groups that come together, for each of their eight rows which unit of the window: four bits for each group, those of the first one lowest.
    const uint16_t *places;
    /// One row for each input of 8 * slices units, slices as they stand here.
    const double *input_weights;
    /// 8 * slices, as they stand here.
    const double *bias;
} engram_reservoir_windows;

/// A leaky echo state network as the kernel reads it: rows in slices of eight (see reservoir.c). A slot is a row's place in that order.
typedef struct {
    long units;
    long inputs;
    /// Slices of eight rows: (units + 7) / 8.
    long slices;
    /// What becomes of W x + Win u + b: one of ENGRAM_TANH and its kin.
    long activation;
    double leak;
    /// The leak of each unit; null if it is the same for all.
    const double *leaks;
    /// slices + 1 offsets into weights and columns, counted in groups of eight.
    const long *starts;
    const double *weights;
    /// The columns of the weights: 16 bits up to 65,536 units, otherwise 32. Both are null where each slot has a weight for every unit, in their order.
    const uint16_t *columns_16;
    const uint32_t *columns_32;
    /// One row of 8 * slices slots for each input.
    const double *input_weights;
    /// 8 * slices.
    const double *bias;
    /// The unit of each slot; null if slot and unit agree.
    const uint32_t *units_of_slots;
    /// Whether the processor's own gather is quicker than single loads; only where engram_reservoir_gathers_here says so.
    long gathers;
    /// The same weights in windows, where they are quicker; null otherwise.
    const engram_reservoir_windows *windows;
} engram_reservoir;

/// The weights of a network in single precision, as reservoir_single.c reads them: slices of sixteen units, those of most groups first, four together and at last what
/// remains of them. Of four the first groups of all of them come first, then the second ones, and so on with those slices that have more.
typedef struct {
    long units;
    long inputs;
    /// (units + 15) / 16.
    long slices;
    long activation;
    /// Which slice stands at each place: its first unit over sixteen.
    const uint32_t *order;
    /// How many groups the slice at each place takes: never more than the one before.
    const uint32_t *groups;
    /// Of each group sixteen weights, from the start of a cache line on.
    const float *weights;
    /// The unit at which the group's window of thirty-two units begins, over sixteen.
    const uint16_t *windows;
    /// Of the groups that come together, for each of their sixteen rows which unit of the window: eight bits for each group, those of the first one lowest.
    const uint32_t *places;
    /// One row for each input of 16 * slices units, slices as they stand here; as the bias, and the leaks of the units.
    const float *input_weights;
    const float *bias;
    const float *leaks;
    /// Whether it may run by permutations, where engram_reservoir_windows_run_here says so.
    long permutes;
} engram_reservoir_single;

/// Advances `state` as engram_reservoir_run does, in single precision: what it reads of `state` and `inputs` is rounded, and what it writes has that precision. `scratch`
/// is of 16 * slices + 24 numbers.
void engram_reservoir_run_single(
    const engram_reservoir_single *net, const double *inputs, long steps, double *state, double *scratch, double *states, long states_stride);

/// Whether this processor has a gather that is quicker than single loads, and whether it can run windows.
long engram_reservoir_gathers_here(void);
long engram_reservoir_windows_run_here(void);

/// Advances `state` (units) by `steps` steps: x <- (1 - leak) x + leak f(W x + Win u + b). `inputs` holds steps x inputs numbers; `sums` is scratch
/// of 8 * slices, or, where there are windows, of 16 * slices + 24; the state after each step goes to a row of `states`, rows `states_stride` apart, unless it is null.
void engram_reservoir_run(const engram_reservoir *net, const double *inputs, long steps, double *state, double *sums, double *states,
                      long states_stride);

/// What it does where there are windows.
void engram_reservoir_run_windows(const engram_reservoir *net, const double *inputs, long steps, double *state, double *scratch, double *states, long states_stride);

/// How many states engram_reservoir_lanes advances side by side.
enum { ENGRAM_RESERVOIR_LANES = 8 };

/// Advances ENGRAM_RESERVOIR_LANES states by one step, each with its own input: `state` is units x lanes, `inputs` inputs x lanes, `sums` scratch of 8 * slices x lanes. The new
/// state of each lane goes to its pointer among `rows`, unless that is null. Each lane gets the bits that engram_reservoir_run gives it alone.
void engram_reservoir_lanes(const engram_reservoir *net, const double *inputs, double *state, double *sums, double *const *rows);
