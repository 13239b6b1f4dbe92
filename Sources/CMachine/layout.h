#ifndef ENGRAM_LAYOUT_H
#define ENGRAM_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// How Swift lays out what the loop touches: a class instance has two words of header (type, reference counts), then its stored properties in order.

/// Strong references beyond the first, and flags of whatever is unusual: none of it for an object with one owner. The upper half of the counts.
static inline bool is_unique(const void *object) { return __atomic_load_n((const uint32_t *)((const char *)object + 12), __ATOMIC_ACQUIRE) == 0; }

#define FIELD(object, type, word) (*(type *)((char *)(object) + 16 + 8 * (word)))

// IntArray and its kin: one field, a Swift array, which is a reference to its buffer: count, capacity, elements.
typedef struct {
    void *type;
    uint64_t references;
    intptr_t count;
    /// Twice the capacity, and a flag.
    uint64_t capacity;
    char elements[];
} Buffer;
static inline Buffer *buffer_of(const void *box) { return FIELD(box, Buffer *, 0); }
static inline intptr_t capacity_of(const Buffer *buffer) { return (intptr_t)(buffer->capacity >> 1); }

// Aggregate: a header of two words, then the fields.
static inline intptr_t *fields_of(const void *aggregate) { return &FIELD(aggregate, intptr_t, 2); }
static inline intptr_t tag_of(const void *aggregate) { return FIELD(aggregate, intptr_t, 1); }

// Closure: number, captures, their fields, the function.
static inline intptr_t *captures_of(const void *closure) { return FIELD(closure, intptr_t *, 2); }
static inline void *function_of(const void *closure) { return FIELD(closure, void *, 3); }

// Cell: a raw value, a reference, whether it was changed since it was saved. RawBox: a raw value.
static inline intptr_t *raw_of(const void *cell) { return &FIELD(cell, intptr_t, 0); }
static inline void **object_of(const void *cell) { return &FIELD(cell, void *, 1); }
static inline intptr_t *is_changed(const void *cell) { return &FIELD(cell, intptr_t, 2); }

// Swift's runtime.
void *swift_retain(void *object);
void swift_release(void *object);
void *swift_allocObject(const void *class, size_t size, size_t alignmentMask);

static inline void *make_aggregate(const void *class, int32_t references, int32_t raws, intptr_t tag) {
    void *aggregate = swift_allocObject(class, 32 + 8 * (size_t)(references + raws), 7);
    FIELD(aggregate, int32_t, 0) = references;
    ((int32_t *)&FIELD(aggregate, int32_t, 0))[1] = raws;
    FIELD(aggregate, intptr_t, 1) = tag;
    return aggregate;
}
static inline void *make_raw_box(const void *class, intptr_t word) {
    void *box = swift_allocObject(class, 24, 7);
    *raw_of(box) = word;
    return box;
}

#endif
