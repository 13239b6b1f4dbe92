// The instructions on arrays: a part of `loop.c`, whose macros they are written with, and included there only.
// A box or a buffer that is shared is copied by the caller, and so is one that must grow.

#define ELEMENTS(buffer, type) ((type *)(buffer)->elements)
#define CHECK_INDEX(index, buffer) STOP_IF((uint64_t)(index) >= (uint64_t)(buffer)->count, IndexOutOfRange)

INSTRUCTION(arrayCount) { R[A] = buffer_of(O[B])->count; NEXT; }
#define ELEMENT(name, box, type) \
    INSTRUCTION(name) { \
        Buffer *buffer = buffer_of(box); \
        intptr_t index = R[C]; \
        CHECK_INDEX(index, buffer); \
        R[A] = (intptr_t)ELEMENTS(buffer, type)[index]; \
        NEXT; \
    }
ELEMENT(elementInt, O[B], intptr_t)
ELEMENT(elementDouble, O[B], intptr_t)
ELEMENT(elementBool, O[B], uint8_t)
ELEMENT(elementWord, O[B], intptr_t)
ELEMENT(elementAtWord, *(void **)R[B], intptr_t)
ELEMENT(elementAtBool, *(void **)R[B], uint8_t)
#define ELEMENT_OBJECT(name, box) \
    INSTRUCTION(name) { \
        Buffer *buffer = buffer_of(box); \
        intptr_t index = R[C]; \
        CHECK_INDEX(index, buffer); \
        put(O + A, retained(ELEMENTS(buffer, void *)[index])); \
        NEXT; \
    }
ELEMENT_OBJECT(elementObject, O[B])
ELEMENT_OBJECT(elementAtObject, *(void **)R[B])

#define JUMP_ELEMENT(name, wanted) \
    INSTRUCTION(name) { \
        Buffer *buffer = buffer_of(O[A]); \
        intptr_t index = R[B]; \
        CHECK_INDEX(index, buffer); \
        JUMP_IF(ELEMENTS(buffer, bool)[index] == wanted, SIGNED_C); \
    }
JUMP_ELEMENT(jumpIfElement, true)
JUMP_ELEMENT(jumpUnlessElement, false)
#define ELEMENT_ELEMENT(name, type) \
    INSTRUCTION(name) { \
        Buffer *rows = buffer_of(O[B]); \
        intptr_t row = R[C], index = R[D]; \
        CHECK_INDEX(row, rows); \
        Buffer *buffer = buffer_of(ELEMENTS(rows, void *)[row]); \
        CHECK_INDEX(index, buffer); \
        R[A] = (intptr_t)ELEMENTS(buffer, type)[index]; \
        NEXT; \
    }
ELEMENT_ELEMENT(elementElementWord, intptr_t)
ELEMENT_ELEMENT(elementElementBool, uint8_t)

#define SET_ELEMENT_ELEMENT(name, type) \
    INSTRUCTION(name) { \
        void *own = O[A]; \
        Buffer *rows = buffer_of(own); \
        intptr_t row = R[B], index = R[D]; \
        CHECK_INDEX(row, rows); \
        LATER_UNLESS(is_unique(own) && is_unique(rows)); \
        void *inner = ELEMENTS(rows, void *)[row]; \
        Buffer *buffer = buffer_of(inner); \
        CHECK_INDEX(index, buffer); \
        LATER_UNLESS(is_unique(inner) && is_unique(buffer)); \
        ELEMENTS(buffer, type)[index] = (type)R[C]; \
        NEXT; \
    }
SET_ELEMENT_ELEMENT(setElementElementInt, intptr_t)
SET_ELEMENT_ELEMENT(setElementElementDouble, intptr_t)
SET_ELEMENT_ELEMENT(setElementElementBool, uint8_t)

#define SET_ELEMENT(name, box, type, value) \
    INSTRUCTION(name) { \
        void *own = (box); \
        Buffer *buffer = buffer_of(own); \
        intptr_t index = R[B]; \
        CHECK_INDEX(index, buffer); \
        LATER_UNLESS(is_unique(own) && is_unique(buffer)); \
        ELEMENTS(buffer, type)[index] = (type)(value); \
        NEXT; \
    }
SET_ELEMENT(setElementInt, O[A], intptr_t, R[C])
SET_ELEMENT(setElementDouble, O[A], intptr_t, R[C])
SET_ELEMENT(setElementBool, O[A], uint8_t, R[C])
SET_ELEMENT(setElementWord, O[A], intptr_t, R[C])
SET_ELEMENT(setElementAtInt, *(void **)R[A], intptr_t, R[C])
SET_ELEMENT(setElementAtDouble, *(void **)R[A], intptr_t, R[C])
SET_ELEMENT(setElementAtBool, *(void **)R[A], uint8_t, R[C])
SET_ELEMENT(setElementAtWord, *(void **)R[A], intptr_t, R[C])
SET_ELEMENT(setElementIntImmediate, O[A], intptr_t, SIGNED_C)
SET_ELEMENT(setElementBoolImmediate, O[A], uint8_t, SIGNED_C)

/// What an instruction at the end of a loop does to its position: one step, up to the last one that the loop still takes.
typedef struct { intptr_t step, last; } Stepping;
static inline Stepping stepping(uint64_t i, const intptr_t *R) {
    switch ((uint8_t)i) {
    case Opcode_loopBelow: return (Stepping){1, R[B] - 1};
    case Opcode_loopThrough: return (Stepping){1, R[B]};
    case Opcode_strideTo: return (Stepping){R[B + 1], R[B] - 1};
    case Opcode_strideThrough: return (Stepping){R[B + 1], R[B]};
    case Opcode_advanceWhileLess: return (Stepping){R[C], R[B] - 1};
    case Opcode_advanceWhileLessOrEqual: return (Stepping){R[C], R[B]};
    case Opcode_advanceImmediateWhileLess: return (Stepping){SIGNED_C, R[B] - 1};
    case Opcode_advanceImmediateWhileLessOrEqual: return (Stepping){SIGNED_C, R[B]};
    default: return (Stepping){0, 0};
    }
}
/// How many more steps from `index` stay within the loop and the buffer. Where a limit is the least of the integers, the loop would not have come here.
static inline uint64_t steps_left(Stepping stepping, intptr_t index, const Buffer *buffer) {
    intptr_t last = stepping.last < buffer->count ? stepping.last : buffer->count - 1;
    return stepping.step > 0 && last > index ? (uint64_t)(last - index) / (uint64_t)stepping.step : 0;
}
/// The turns of a loop that does nothing but set elements. The last step is left to the instruction after it, with whatever stops it.
#define FILL(name, type, value) \
    INSTRUCTION(name) { \
        void *own = O[A]; \
        Buffer *buffer = buffer_of(own); \
        intptr_t index = R[B]; \
        CHECK_INDEX(index, buffer); \
        LATER_UNLESS(is_unique(own) && is_unique(buffer)); \
        Stepping steps = stepping(*next, R); \
        uint64_t left = steps_left(steps, index, buffer); \
        if (left > TURNS) left = TURNS; \
        type *element = ELEMENTS(buffer, type) + index, written = (type)(value); \
        *element = written; \
        for (uint64_t turn = 0; turn < left; turn++) *(element += steps.step) = written; \
        R[B] = index + (intptr_t)left * steps.step; \
        NEXT; \
    }
/// After so many turns at once the user may ask to stop.
#define TURNS 1000000
FILL(fillInt, intptr_t, R[C])
FILL(fillDouble, intptr_t, R[C])
FILL(fillBool, uint8_t, R[C])
FILL(fillIntImmediate, intptr_t, SIGNED_C)
FILL(fillBoolImmediate, uint8_t, SIGNED_C)

/// The turns of a loop that passes over elements: on to the next one that is `wanted`, or to the loop's end.
#define SEEK(name, wanted) \
    INSTRUCTION(name) { \
        Buffer *buffer = buffer_of(O[A]); \
        intptr_t index = R[B]; \
        CHECK_INDEX(index, buffer); \
        const bool *elements = ELEMENTS(buffer, bool); \
        if (elements[index] != (wanted)) { \
            const uint64_t *end = next + SIGNED_C; \
            uint64_t left = steps_left(stepping(*end, R), index, buffer); \
            const bool *found = memchr(elements + index + 1, (wanted), left); \
            R[B] = found ? found - elements : index + (intptr_t)left; \
            if (!found) next = end; \
        } \
        NEXT; \
    }
SEEK(seekElement, true)
SEEK(seekNoElement, false)

#define SET_OBJECT(name, box) \
    INSTRUCTION(name) { \
        void *own = (box); \
        Buffer *buffer = buffer_of(own); \
        intptr_t index = R[B]; \
        CHECK_INDEX(index, buffer); \
        LATER_UNLESS(is_unique(own) && is_unique(buffer)); \
        take(ELEMENTS(buffer, void *) + index, O + C); \
        NEXT; \
    }
SET_OBJECT(setElementObject, O[A])
SET_OBJECT(setElementAtObject, *(void **)R[A])

#define ELEMENT_ADDRESS(name) \
    INSTRUCTION(name) { \
        void *own = *(void **)R[B]; \
        Buffer *buffer = buffer_of(own); \
        intptr_t index = R[C]; \
        CHECK_INDEX(index, buffer); \
        LATER_UNLESS(is_unique(own) && is_unique(buffer)); \
        R[A] = (intptr_t)(ELEMENTS(buffer, intptr_t) + index); \
        NEXT; \
    }
ELEMENT_ADDRESS(elementAddressInt)
ELEMENT_ADDRESS(elementAddressDouble)
ELEMENT_ADDRESS(elementAddressWord)
ELEMENT_ADDRESS(elementAddressObject)

#define ELEMENT_POINTER(name, box) \
    INSTRUCTION(name) { \
        Buffer *buffer = buffer_of(box); \
        intptr_t index = R[C]; \
        CHECK_INDEX(index, buffer); \
        R[A] = (intptr_t)(ELEMENTS(buffer, void *) + index); \
        NEXT; \
    }
ELEMENT_POINTER(elementPointer, O[B])
ELEMENT_POINTER(elementPointerAt, *(void **)R[B])
#define APPEND(name, box, type) \
    INSTRUCTION(name) { \
        void *own = (box); \
        Buffer *buffer = buffer_of(own); \
        intptr_t count = buffer->count; \
        LATER_UNLESS(count < capacity_of(buffer) && is_unique(own) && is_unique(buffer)); \
        ELEMENTS(buffer, type)[count] = (type)R[B]; \
        buffer->count = count + 1; \
        NEXT; \
    }
APPEND(appendInt, O[A], intptr_t)
APPEND(appendDouble, O[A], intptr_t)
APPEND(appendBool, O[A], uint8_t)
APPEND(appendWord, O[A], intptr_t)
APPEND(appendAtInt, *(void **)R[A], intptr_t)
APPEND(appendAtDouble, *(void **)R[A], intptr_t)
APPEND(appendAtBool, *(void **)R[A], uint8_t)
APPEND(appendAtWord, *(void **)R[A], intptr_t)
#define APPEND_OBJECT(name, box) \
    INSTRUCTION(name) { \
        void *own = (box); \
        Buffer *buffer = buffer_of(own); \
        intptr_t count = buffer->count; \
        LATER_UNLESS(count < capacity_of(buffer) && is_unique(own) && is_unique(buffer)); \
        ELEMENTS(buffer, void *)[count] = O[B]; \
        O[B] = NULL; \
        buffer->count = count + 1; \
        NEXT; \
    }
APPEND_OBJECT(appendObject, O[A])
APPEND_OBJECT(appendAtObject, *(void **)R[A])
