#pragma once

// Lanes without an alignment to keep. Narrower machines split them; the arithmetic of each lane is the same everywhere.
typedef double vector4 __attribute__((vector_size(32), aligned(8)));
typedef double vector8 __attribute__((vector_size(64), aligned(8)));
