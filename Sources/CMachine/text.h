#ifndef ENGRAM_TEXT_H
#define ENGRAM_TEXT_H

#include "layout.h"

// What the loop knows of text: plain ASCII, in the two forms that Swift has for it. Everything else about text is Swift's.
//
// A short text, up to 15 characters, lies in the string's own two words: the characters from the lowest byte on, zeros, and in the highest byte a mark with the count.
// A long one lies elsewhere: the first word is the count below flags, the second the address, less 32, below more flags.

typedef unsigned __int128 Text;

#define SHORT_MARK 0xE0
#define SHORT_LIMIT 15
static const Text empty_text = (Text)SHORT_MARK << 120;

// StringObject, and CharacterObject alike: a Swift string of two words. They are only 8-aligned.
static inline Text text_of(const void *string) {
    return (Text)FIELD(string, uint64_t, 0) | (Text)FIELD(string, uint64_t, 1) << 64;
}
static inline void set_text(void *string, Text text) {
    FIELD(string, uint64_t, 0) = (uint64_t)text;
    FIELD(string, uint64_t, 1) = (uint64_t)(text >> 64);
}
static inline bool is_short(const void *string) { return (FIELD(string, uint64_t, 1) >> 60) == SHORT_MARK >> 4; }
static inline int length_of(Text text) { return (int)(text >> 120) & 15; }

static inline void *make_text(const void *class, Text text) {
    void *string = swift_allocObject(class, 32, 7);
    set_text(string, text);
    return string;
}

/// False when the result would be too long.
static inline bool append(Text *text, Text tail) {
    int length = length_of(*text), sum = length + length_of(tail);
    if (sum > SHORT_LIMIT) return false;
    const Text characters = ((Text)1 << 120) - 1;
    *text = (*text & characters) | (tail & characters) << (8 * length) | (Text)(SHORT_MARK | sum) << 120;
    return true;
}

/// In decimal digits; false when they are too many.
static inline bool describe(intptr_t number, Text *text) {
    if (number <= -100000000000000 || number >= 1000000000000000) return false;
    uint64_t rest = number < 0 ? (uint64_t)-number : (uint64_t)number;
    Text digits = 0;
    int length = 0;
    do {
        digits = digits << 8 | ('0' + rest % 10);
        rest /= 10;
        length++;
    } while (rest);
    if (number < 0) {
        digits = digits << 8 | '-';
        length++;
    }
    *text = digits | (Text)(SHORT_MARK | length) << 120;
    return true;
}

// MARK: Long texts

#define COUNT_BITS 0x0000FFFFFFFFFFFF
/// Swift's own storage of a string that can grow: its size, with the zero at the end, below flags, and the same count and flags as in the string.
typedef struct {
    void *type;
    uint64_t references;
    uint64_t capacity;
    uint64_t count;
    char characters[];
} TextStorage;

/// Appends in place; false where the text is not a long one of ASCII in storage of its own with room enough.
static inline bool append_in_place(void *string, Text tail) {
    uint64_t count = FIELD(string, uint64_t, 0), address = FIELD(string, uint64_t, 1);
    if (count >> 48 != 0xF000 || address >> 60 != 0) return false;
    TextStorage *storage = (TextStorage *)address;
    uint64_t length = count & COUNT_BITS, sum = length + (uint64_t)length_of(tail);
    uint64_t capacity = storage->capacity & COUNT_BITS;
    // Each megabyte is asked for by the caller.
    if (!is_unique(storage) || length + 16 >= capacity || (length ^ sum) >> 20 != 0) return false;
    // Behind the characters of a large storage Swift may keep positions in them, which it would have to forget.
    if (storage->capacity >> 63 && *(void **)(((uintptr_t)storage->characters + capacity + 7) & ~(uintptr_t)7)) return false;
    Text characters = tail & (((Text)1 << 120) - 1);
    __builtin_memcpy(storage->characters + length, &characters, 16);
    storage->count += sum - length;
    FIELD(string, uint64_t, 0) = count + (sum - length);
    return true;
}

/// The bytes of a text and their number; NULL where they do not lie in one piece.
static inline const uint8_t *bytes_of(const void *string, intptr_t *count) {
    uint64_t first = FIELD(string, uint64_t, 0), second = FIELD(string, uint64_t, 1);
    if (second >> 61 & 1) {
        *count = (intptr_t)(second >> 56 & 15);
        return &FIELD(string, uint8_t, 0);
    }
    *count = (intptr_t)(first & COUNT_BITS);
    return first >> 60 & 1 ? (const uint8_t *)(second & 0x0FFFFFFFFFFFFFFF) + 32 : NULL;
}
/// Whether all of it is known to be ASCII.
static inline bool is_ascii(const void *string) {
    uint64_t second = FIELD(string, uint64_t, 1);
    return second >> 61 & 1 ? second >> 60 == SHORT_MARK >> 4 : FIELD(string, uint64_t, 0) >> 63;
}

#endif
