#pragma once
#include <stdint.h>

/// A leaky echo state network as the kernel reads it: rows in slices of eight (see reservoir.c). A slot is a row's place in that order.
typedef struct {
    long units;
    long inputs;
    /// Slices of eight rows: (units + 7) / 8.
    long slices;
    double leak;
    /// slices + 1 offsets into weights and columns, counted in groups of eight.
    const long *starts;
    const double *weights;
    /// The columns of the weights: one of the two is null. 16 bits up to 65,536 units.
    const uint16_t *columns_16;
    const uint32_t *columns_32;
    /// One row of 8 * slices slots for each input.
    const double *input_weights;
    /// 8 * slices.
    const double *bias;
    /// The unit of each slot; null if slot and unit agree.
    const uint32_t *units_of_slots;
} engram_reservoir;

/// Advances `state` (units) by `steps` steps: x <- (1 - leak) x + leak tanh(W x + Win u + b). `inputs` holds steps x inputs numbers; `sums` is scratch
/// of 8 * slices; the state after each step goes to a row of `states`, rows `states_stride` apart, unless it is null.
void engram_reservoir_run(const engram_reservoir *net, const double *inputs, long steps, double *state, double *sums, double *states,
                      long states_stride);
