#include "machine.h"
#include "text.h"

#include <string.h>

/// The finalizer of splitmix64.
static inline uint64_t mix(uint64_t word) {
    word += 0x9E3779B97F4A7C15;
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9;
    word = (word ^ word >> 27) * 0x94D049BB133111EB;
    return word ^ word >> 31;
}
static inline intptr_t hash(Text text) { return (intptr_t)(mix((uint64_t)text ^ mix((uint64_t)(text >> 64))) & INTPTR_MAX); }

intptr_t machine_hash_text(const uint8_t *bytes, intptr_t count) {
    uint64_t state = (uint64_t)count, bits = 0;
    if (count <= SHORT_LIMIT) {
        Text text = 0;
        memcpy(&text, bytes, (size_t)count);
        if ((text & ((Text)0x8080808080808080 << 64 | 0x8080808080808080)) != 0) return -1;
        return hash(text | (Text)(SHORT_MARK | count) << 120);
    }
    for (; count > 0; count -= 8, bytes += 8) {
        uint64_t word = 0;
        memcpy(&word, bytes, count < 8 ? (size_t)count : 8);
        bits |= word;
        state = mix(state ^ word);
    }
    return bits & 0x8080808080808080 ? -1 : (intptr_t)(state & INTPTR_MAX);
}

const uint8_t *machine_text_bytes(const void *string, intptr_t *count, bool *isASCII) {
    *isASCII = is_ascii(string);
    return bytes_of(string, count);
}
bool machine_append_in_place(void *string, const void *tail) { return is_short(tail) && append_in_place(string, text_of(tail)); }

intptr_t machine_hash_short(const void *string) { return is_short(string) ? hash(text_of(string)) : -1; }

intptr_t machine_count_plain(const void *string) {
    intptr_t count;
    const uint8_t *bytes = bytes_of(string, &count);
    return bytes && is_ascii(string) && !memchr(bytes, '\r', (size_t)count) ? count : -1;
}

bool machine_are_same_short(const void *left, const void *right) { return is_short(left) && text_of(left) == text_of(right); }
