// Giving the space of a stretch of a file back: the file keeps its length, and reads as zeros there. Swift's Glibc does not show the call for it.
#pragma once
#include <fcntl.h>
#include <sys/types.h>

#ifdef __linux__
// Declared by <fcntl.h> only under _GNU_SOURCE, which a module's importer does not set; the values are the kernel's.
extern int fallocate(int file, int mode, off_t start, off_t count);
#endif

/// 0, or -1 where the file system knows no holes.
static inline int engram_punch_hole(int file, off_t start, off_t count) {
#ifdef __linux__
    return fallocate(file, 0x1 | 0x2, start, count);
#else
    // Here only whole blocks may be named.
    const off_t block = 4096, first = (start + block - 1) / block * block, end = (start + count) / block * block;
    struct fpunchhole hole = {.fp_flags = 0, .reserved = 0, .fp_offset = first, .fp_length = end - first};
    return end > first ? fcntl(file, F_PUNCHHOLE, &hole) : 0;
#endif
}
