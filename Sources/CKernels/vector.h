#pragma once

// Lanes without an alignment to keep. Narrower machines split them; the arithmetic of each lane is the same everywhere.
typedef double vector4 __attribute__((vector_size(32), aligned(8)));
typedef double vector8 __attribute__((vector_size(64), aligned(8)));

// The same number in all lanes. (A sum with a vector of zeros is another thing, as it changes the sign of a zero, and costs an addition.) No function, since how it would return a vector differs
// between instruction sets.
#define alike(x)                                                                                                                           \
    ({                                                                                                                                     \
        const double alike_x = (x);                                                                                                        \
        (vector8){alike_x, alike_x, alike_x, alike_x, alike_x, alike_x, alike_x, alike_x};                                                 \
    })
