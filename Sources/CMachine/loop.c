#include "machine.h"
#include "layout.h"
#include "opcodes.h"
#include "text.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

// Every instruction is a function that ends by jumping to the next one's, with all it needs in machine registers. A new instruction must keep that:
// what can fail leaves through `stop`, what is rare or makes an object is left to the caller (`later`).

typedef struct {
    MachineFunction *function;
    const uint64_t *next;
    intptr_t *raws;
    void **objects;
} Frame;

#define NUMBER(name) Opcode_##name,
enum { MACHINE_OPCODES(NUMBER, NUMBER) };
#undef NUMBER

#define KEEP __attribute__((preserve_none))
#define ARGUMENTS uint64_t i, const uint64_t *next, intptr_t *R, void **O, const uint64_t *head, Frame *frame, const struct Entry *table, MachineRegisters *registers, MachineShared *shared
struct Entry { KEEP MachineStop (*run)(ARGUMENTS); };

// The operands: 16 bits each after the opcode's 16.
#define A ((uint16_t)(i >> 16))
#define B ((uint16_t)(i >> 32))
#define C ((uint16_t)(i >> 48))
#define SIGNED_B ((int16_t)(i >> 32))
#define SIGNED_C ((intptr_t)i >> 48)
#define WIDE ((intptr_t)i >> 32)
// A fourth one shares the opcode's bits.
#define D ((uint8_t)(i >> 8))
#define SIGNED_D ((int8_t)(i >> 8))

#define FUNCTION ((MachineFunction *)registers->function)

static MachineStop stop(MachineStop why, const uint64_t *next, intptr_t *R, void **O, Frame *frame, MachineRegisters *registers) {
    registers->next = (void *)next;
    registers->raws = R;
    registers->objects = O;
    registers->frame = frame;
    return why;
}
#define STOP(why) return stop(MachineStop##why, next, R, O, frame, registers)
#define STOP_IF(condition, why) if (__builtin_expect(condition, 0)) STOP(why)
#define IS_STOPPED __atomic_load_n(&shared->stop, __ATOMIC_RELAXED)

#define NEXT \
    do { \
        uint64_t following = *next; \
        __attribute__((musttail)) return table[(uint8_t)following].run(following, next + 1, R, O, head, frame, table, registers, shared); \
    } while (0)

#define INSTRUCTION(name) static KEEP MachineStop do_##name(ARGUMENTS)

// Some instructions have a second copy: that very code once more, at another address. Processors guess by the address of a load which store it waits for: where two of
// a loop's instructions are one piece of code, each would wait for the other's.
#define COPIED(name) static inline __attribute__((always_inline)) KEEP MachineStop do_##name(ARGUMENTS);
MACHINE_TWINS(COPIED)
#undef COPIED

// Doubles and floats in raw registers.
static inline double as_double(intptr_t word) { double value; memcpy(&value, &word, 8); return value; }
static inline intptr_t from_double(double value) { intptr_t word; memcpy(&word, &value, 8); return word; }
static inline float as_float(intptr_t word) { uint32_t bits = (uint32_t)word; float value; memcpy(&value, &bits, 4); return value; }
static inline intptr_t from_float(float value) { uint32_t bits; memcpy(&bits, &value, 4); return (intptr_t)bits; }

static inline void put(void **slot, void *object) {
    void *old = *slot;
    *slot = object;
    if (old) swift_release(old);
}
static inline void take(void **target, void **source) {
    void *object = *source;
    *source = NULL;
    put(target, object);
}
static inline void *retained(void *object) {
    if (object) swift_retain(object);
    return object;
}

// MARK: Registers

INSTRUCTION(integer) { R[A] = WIDE; NEXT; }
INSTRUCTION(constant) { R[A] = FUNCTION->constants[WIDE]; NEXT; }
INSTRUCTION(move) { R[A] = R[B]; NEXT; }
INSTRUCTION(object) { put(O + A, retained(FUNCTION->objects[WIDE])); NEXT; }
INSTRUCTION(copyObject) { put(O + A, retained(O[B])); NEXT; }
INSTRUCTION(takeObject) { take(O + A, O + B); NEXT; }
INSTRUCTION(clear) { put(O + A, NULL); NEXT; }

// MARK: Integers

#define CHECKED(name, type, operation, right) \
    INSTRUCTION(name) { \
        type value; \
        STOP_IF(operation((type)R[B], (type)(right), &value), Overflow); \
        R[A] = (intptr_t)value; \
        NEXT; \
    }
CHECKED(addInt, intptr_t, __builtin_add_overflow, R[C])
CHECKED(subtractInt, intptr_t, __builtin_sub_overflow, R[C])
CHECKED(multiplyInt, intptr_t, __builtin_mul_overflow, R[C])
CHECKED(addImmediate, intptr_t, __builtin_add_overflow, SIGNED_C)
CHECKED(multiplyImmediate, intptr_t, __builtin_mul_overflow, SIGNED_C)
CHECKED(addUInt, uint64_t, __builtin_add_overflow, R[C])
CHECKED(subtractUInt, uint64_t, __builtin_sub_overflow, R[C])
CHECKED(multiplyUInt, uint64_t, __builtin_mul_overflow, R[C])

#define MULTIPLY_ADD(name, factor, term) \
    INSTRUCTION(name) { \
        intptr_t value; \
        STOP_IF(__builtin_mul_overflow(R[B], (intptr_t)(factor), &value) || __builtin_add_overflow(value, (intptr_t)(term), &value), Overflow); \
        R[A] = value; \
        NEXT; \
    }
MULTIPLY_ADD(multiplyAddInt, R[C], R[D])
MULTIPLY_ADD(multiplyImmediateAdd, SIGNED_C, R[D])
MULTIPLY_ADD(multiplyAddImmediate, SIGNED_D, SIGNED_C)

INSTRUCTION(divideInt) {
    STOP_IF(R[C] == 0, DivisionByZero);
    STOP_IF(R[C] == -1 && R[B] == INTPTR_MIN, DivisionOverflow);
    R[A] = R[B] / R[C];
    NEXT;
}
INSTRUCTION(remainderInt) {
    STOP_IF(R[C] == 0, RemainderByZero);
    STOP_IF(R[C] == -1 && R[B] == INTPTR_MIN, RemainderOverflow);
    // Most numbers are small, and short division is several times as fast.
    if (((uint64_t)R[B] | (uint64_t)R[C]) >> 32 == 0) R[A] = (uint32_t)R[B] % (uint32_t)R[C];
    else R[A] = R[B] % R[C];
    NEXT;
}
INSTRUCTION(negateInt) {
    intptr_t value;
    STOP_IF(__builtin_sub_overflow((intptr_t)0, R[B], &value), Overflow);
    R[A] = value;
    NEXT;
}
/// By a constant: neither 0 nor -1, and most of what is divided is small.
INSTRUCTION(divideImmediate) {
    intptr_t value = R[B], by = SIGNED_C;
    R[A] = ((uint64_t)value | (uint64_t)by) >> 32 == 0 ? (intptr_t)((uint32_t)value / (uint32_t)by) : value / by;
    NEXT;
}
INSTRUCTION(remainderImmediate) {
    intptr_t value = R[B], by = SIGNED_C;
    R[A] = ((uint64_t)value | (uint64_t)by) >> 32 == 0 ? (intptr_t)((uint32_t)value % (uint32_t)by) : value % by;
    NEXT;
}
INSTRUCTION(divideUInt) { STOP_IF(R[C] == 0, DivisionByZero); R[A] = (intptr_t)((uint64_t)R[B] / (uint64_t)R[C]); NEXT; }
INSTRUCTION(remainderUInt) { STOP_IF(R[C] == 0, RemainderByZero); R[A] = (intptr_t)((uint64_t)R[B] % (uint64_t)R[C]); NEXT; }
INSTRUCTION(addWrapping) { R[A] = (intptr_t)((uint64_t)R[B] + (uint64_t)R[C]); NEXT; }
INSTRUCTION(subtractWrapping) { R[A] = (intptr_t)((uint64_t)R[B] - (uint64_t)R[C]); NEXT; }
INSTRUCTION(multiplyWrapping) { R[A] = (intptr_t)((uint64_t)R[B] * (uint64_t)R[C]); NEXT; }
INSTRUCTION(and) { R[A] = R[B] & R[C]; NEXT; }
INSTRUCTION(andImmediate) { R[A] = R[B] & SIGNED_C; NEXT; }
INSTRUCTION(or) { R[A] = R[B] | R[C]; NEXT; }
INSTRUCTION(xor) { R[A] = R[B] ^ R[C]; NEXT; }
INSTRUCTION(invert) { R[A] = ~R[B]; NEXT; }

static inline intptr_t shifted_left(intptr_t value, intptr_t amount);
static inline intptr_t shifted_right(intptr_t value, intptr_t amount) {
    if (amount < 0) return amount == INTPTR_MIN ? 0 : shifted_left(value, -amount);
    return value >> (amount > 63 ? 63 : amount);
}
static inline intptr_t shifted_left(intptr_t value, intptr_t amount) {
    if (amount < 0) return value >> (amount < -63 ? 63 : -amount);
    return amount > 63 ? 0 : (intptr_t)((uint64_t)value << amount);
}
static inline uint64_t shifted_right_unsigned(uint64_t value, intptr_t amount) {
    if (amount < 0) return amount < -63 ? 0 : value << -amount;
    return amount > 63 ? 0 : value >> amount;
}
INSTRUCTION(shiftLeft) { R[A] = shifted_left(R[B], R[C]); NEXT; }
INSTRUCTION(shiftRight) { R[A] = shifted_right(R[B], R[C]); NEXT; }
INSTRUCTION(shiftRightUnsigned) { R[A] = (intptr_t)shifted_right_unsigned((uint64_t)R[B], R[C]); NEXT; }

INSTRUCTION(shiftLeftImmediate) { R[A] = (intptr_t)((uint64_t)R[B] << C); NEXT; }
INSTRUCTION(shiftRightImmediate) { R[A] = R[B] >> C; NEXT; }

/// A word cut to an integer kind, numbered as in `IntegerKind`.
static inline intptr_t cut(intptr_t word, int kind) {
    switch (kind) {
    case 1: return (int8_t)word;
    case 2: return (int16_t)word;
    case 3: return (int32_t)word;
    case 6: return (uint8_t)word;
    case 7: return (uint16_t)word;
    case 8: return (uint32_t)word;
    default: return word;
    }
}
INSTRUCTION(narrow) { STOP_IF(cut(R[A], B) != R[A], Overflow); NEXT; }
INSTRUCTION(truncate) { R[A] = cut(R[B], C); NEXT; }

// MARK: Floating point. A product that is added to is rounded first, as in Swift.

#define DOUBLE(name, operator) INSTRUCTION(name) { R[A] = from_double(as_double(R[B]) operator as_double(R[C])); NEXT; }
DOUBLE(addDouble, +)
DOUBLE(subtractDouble, -)
DOUBLE(multiplyDouble, *)
DOUBLE(divideDouble, /)
#define DOUBLE_CONSTANT(name, left, operator, right) \
    INSTRUCTION(name) { \
        double value = as_double(R[B]), constant = as_double(FUNCTION->constants[C]); \
        R[A] = from_double(left operator right); \
        NEXT; \
    }
DOUBLE_CONSTANT(addDoubleConstant, value, +, constant)
DOUBLE_CONSTANT(multiplyDoubleConstant, value, *, constant)
DOUBLE_CONSTANT(divideDoubleConstant, value, /, constant)
DOUBLE_CONSTANT(subtractFromDoubleConstant, constant, -, value)
DOUBLE_CONSTANT(divideDoubleConstantBy, constant, /, value)
INSTRUCTION(multiplyAddDouble) { R[A] = from_double(as_double(R[A]) + as_double(R[B]) * as_double(R[C])); NEXT; }
#define FLOAT(name, operator) INSTRUCTION(name) { R[A] = from_float(as_float(R[B]) operator as_float(R[C])); NEXT; }
FLOAT(addFloat, +)
FLOAT(subtractFloat, -)
FLOAT(multiplyFloat, *)
FLOAT(divideFloat, /)
INSTRUCTION(negateDouble) { R[A] = from_double(-as_double(R[B])); NEXT; }
INSTRUCTION(squareRoot) { R[A] = from_double(sqrt(as_double(R[B]))); NEXT; }
INSTRUCTION(negateFloat) { R[A] = from_float(-as_float(R[B])); NEXT; }
INSTRUCTION(intToDouble) { R[A] = from_double((double)R[B]); NEXT; }
INSTRUCTION(uintToDouble) { R[A] = from_double((double)(uint64_t)R[B]); NEXT; }
INSTRUCTION(doubleToFloat) { R[A] = from_float((float)as_double(R[B])); NEXT; }
INSTRUCTION(floatToDouble) { R[A] = from_double((double)as_float(R[B])); NEXT; }

// MARK: Comparisons

#define COMPARE(name, read, operator) INSTRUCTION(name) { R[A] = read(R[B]) operator read(R[C]); NEXT; }
COMPARE(equalInt, (intptr_t), ==)
COMPARE(notEqualInt, (intptr_t), !=)
COMPARE(lessInt, (intptr_t), <)
COMPARE(lessOrEqualInt, (intptr_t), <=)
COMPARE(lessUInt, (uint64_t), <)
COMPARE(lessOrEqualUInt, (uint64_t), <=)
COMPARE(equalDouble, as_double, ==)
COMPARE(notEqualDouble, as_double, !=)
COMPARE(lessDouble, as_double, <)
COMPARE(lessOrEqualDouble, as_double, <=)
COMPARE(equalFloat, as_float, ==)
COMPARE(notEqualFloat, as_float, !=)
COMPARE(lessFloat, as_float, <)
COMPARE(lessOrEqualFloat, as_float, <=)
INSTRUCTION(not) { R[A] = R[B] ^ 1; NEXT; }

// MARK: Jumps. Backward ones look whether the user asked to stop.

// Where a loop goes back to is known before the jump has been read: it is where the last one went, in `head`. Compared, it is predicted; computed, every turn
// would wait for the distance to come from memory. The empty statement keeps the compiler from taking the two for one.
#define GO_BACK(distance) \
    do { \
        const uint64_t *target = next + (distance); \
        if (__builtin_expect(target == head, 1)) { \
            __asm__("" : "+r"(head)); \
            next = head; \
        } else { \
            next = head = target; \
        } \
        STOP_IF(IS_STOPPED, Interrupted); \
    } while (0)
#define JUMP_IF(condition, distance) \
    do { \
        if (condition) { \
            if ((distance) < 0) GO_BACK(distance); \
            else next += (distance); \
        } \
        NEXT; \
    } while (0)
INSTRUCTION(jump) { JUMP_IF(true, WIDE); }
INSTRUCTION(jumpIf) { JUMP_IF(R[A] != 0, WIDE); }
INSTRUCTION(jumpUnless) { JUMP_IF(R[A] == 0, WIDE); }
INSTRUCTION(jumpIfNil) { JUMP_IF(O[A] == NULL, WIDE); }
INSTRUCTION(jumpUnlessNil) { JUMP_IF(O[A] != NULL, WIDE); }
INSTRUCTION(jumpEqualInt) { JUMP_IF(R[A] == R[B], SIGNED_C); }
INSTRUCTION(jumpNotEqualInt) { JUMP_IF(R[A] != R[B], SIGNED_C); }
INSTRUCTION(jumpLessInt) { JUMP_IF(R[A] < R[B], SIGNED_C); }
INSTRUCTION(jumpLessOrEqualInt) { JUMP_IF(R[A] <= R[B], SIGNED_C); }
INSTRUCTION(jumpEqualImmediate) { JUMP_IF(R[A] == SIGNED_B, SIGNED_C); }
INSTRUCTION(jumpNotEqualImmediate) { JUMP_IF(R[A] != SIGNED_B, SIGNED_C); }
INSTRUCTION(jumpLessImmediate) { JUMP_IF(R[A] < SIGNED_B, SIGNED_C); }
INSTRUCTION(jumpLessOrEqualImmediate) { JUMP_IF(R[A] <= SIGNED_B, SIGNED_C); }
INSTRUCTION(jumpGreaterImmediate) { JUMP_IF(R[A] > SIGNED_B, SIGNED_C); }
INSTRUCTION(jumpGreaterOrEqualImmediate) { JUMP_IF(R[A] >= SIGNED_B, SIGNED_C); }
INSTRUCTION(jumpEqualDouble) { JUMP_IF(as_double(R[A]) == as_double(R[B]), SIGNED_C); }
INSTRUCTION(jumpNotEqualDouble) { JUMP_IF(as_double(R[A]) != as_double(R[B]), SIGNED_C); }
INSTRUCTION(jumpLessDouble) { JUMP_IF(as_double(R[A]) < as_double(R[B]), SIGNED_C); }
INSTRUCTION(jumpLessOrEqualDouble) { JUMP_IF(as_double(R[A]) <= as_double(R[B]), SIGNED_C); }
INSTRUCTION(jumpNotLessDouble) { JUMP_IF(!(as_double(R[A]) < as_double(R[B])), SIGNED_C); }
INSTRUCTION(jumpNotLessOrEqualDouble) { JUMP_IF(!(as_double(R[A]) <= as_double(R[B])), SIGNED_C); }
INSTRUCTION(loopBelow) {
    intptr_t count = ++R[A];
    if (count < R[B]) {
        GO_BACK(SIGNED_C);
    }
    NEXT;
}
INSTRUCTION(loopThrough) {
    if (R[A] < R[B]) {
        R[A] += 1;
        GO_BACK(SIGNED_C);
    }
    NEXT;
}

static inline bool is_before(intptr_t position, intptr_t end, intptr_t step) { return step > 0 ? position < end : position > end; }
#define STRIDE(name, isThrough) \
    INSTRUCTION(name) { \
        intptr_t step = R[B + 1], position; \
        /* Past the ends of the integers, the stride is over. */ \
        if (!__builtin_add_overflow(R[A], step, &position) && (is_before(position, R[B], step) || ((isThrough) && position == R[B]))) { \
            R[A] = position; \
            GO_BACK(SIGNED_C); \
        } \
        NEXT; \
    }
STRIDE(strideTo, false)
STRIDE(strideThrough, true)

#define ADVANCE(name, step, operator) \
    INSTRUCTION(name) { \
        intptr_t value; \
        STOP_IF(__builtin_add_overflow(R[A], step, &value), Overflow); \
        R[A] = value; \
        if (value operator R[B]) { \
            GO_BACK(-(intptr_t)D); \
        } \
        NEXT; \
    }
ADVANCE(advanceWhileLess, R[C], <)
ADVANCE(advanceWhileLessOrEqual, R[C], <=)
ADVANCE(advanceImmediateWhileLess, SIGNED_C, <)
ADVANCE(advanceImmediateWhileLessOrEqual, SIGNED_C, <=)

// MARK: Calls

#define ENTER(callee) \
    do { \
        MachineFunction *entered = (callee); \
        intptr_t *raws = R + A; \
        void **objects = O + B; \
        STOP_IF((void *)frame == shared->frameLimit || raws + entered->rawRegisters > shared->rawLimit \
            || objects + entered->objectRegisters > (void **)shared->objectLimit, StackOverflow); \
        STOP_IF(IS_STOPPED, Interrupted); \
        *frame++ = (Frame){FUNCTION, next, R, O}; \
        registers->function = entered; \
        next = entered->code; \
        R = raws; \
        O = objects; \
        NEXT; \
    } while (0)
INSTRUCTION(call) { ENTER((MachineFunction *)FUNCTION->callees[C]); }
INSTRUCTION(callClosure) { ENTER((MachineFunction *)function_of(O[B])); }

static inline void clear_all(void **objects, intptr_t count) {
    for (intptr_t index = 0; index < count; index++) if (objects[index]) put(objects + index, NULL);
}
#define RETURN \
    do { \
        if ((void *)frame == registers->base) STOP(Returned); \
        frame--; \
        registers->function = frame->function; \
        next = frame->next; \
        R = frame->raws; \
        O = frame->objects; \
        NEXT; \
    } while (0)
INSTRUCTION(returnVoid) { clear_all(O, FUNCTION->objectRegisters); RETURN; }
INSTRUCTION(returnRaw) { R[0] = R[A]; clear_all(O, FUNCTION->objectRegisters); RETURN; }
INSTRUCTION(returnObject) {
    void *result = O[A];
    O[A] = NULL;
    clear_all(O, FUNCTION->objectRegisters);
    O[0] = result;
    RETURN;
}
INSTRUCTION(checkNotNil) { STOP_IF(O[A] == NULL, UnexpectedNil); NEXT; }

// MARK: Closures, cells, globals, addresses

INSTRUCTION(captureRaw) { R[A] = captures_of(O[0])[B]; NEXT; }
INSTRUCTION(captureObject) { put(O + A, retained((void *)captures_of(O[0])[B])); NEXT; }
// A call under way is changing it.
#define TOUCHABLE(CELL) STOP_IF(*is_changed(CELL) == MachineCellAccessed, Uninitialized)
INSTRUCTION(cellRaw) { TOUCHABLE(O[B]); R[A] = *raw_of(O[B]); NEXT; }
INSTRUCTION(cellObject) { TOUCHABLE(O[B]); put(O + A, retained(*object_of(O[B]))); NEXT; }
// What is set, and what can be set through its address, counts as changed until it is next saved.
INSTRUCTION(setCellRaw) { TOUCHABLE(O[A]); *raw_of(O[A]) = R[B]; *is_changed(O[A]) = 1; NEXT; }
INSTRUCTION(setCellObject) { TOUCHABLE(O[A]); take(object_of(O[A]), O + B); *is_changed(O[A]) = 1; NEXT; }
INSTRUCTION(cellAddressRaw) { TOUCHABLE(O[B]); R[A] = (intptr_t)raw_of(O[B]); *is_changed(O[B]) = 1; NEXT; }
INSTRUCTION(cellAddressObject) { TOUCHABLE(O[B]); R[A] = (intptr_t)object_of(O[B]); *is_changed(O[B]) = 1; NEXT; }

#define GLOBAL_OBJECTS ((void **)shared->globalObjects)
#define USABLE(STATE) STOP_IF((STATE) <= MachineGlobalAccessed, Uninitialized)
INSTRUCTION(globalRaw) { USABLE(shared->globalRawStates[WIDE]); R[A] = shared->globalRaws[WIDE]; NEXT; }
INSTRUCTION(globalObject) { USABLE(shared->globalObjectStates[WIDE]); put(O + A, retained(GLOBAL_OBJECTS[WIDE])); NEXT; }
INSTRUCTION(setGlobalRaw) {
    STOP_IF(shared->globalRawStates[WIDE] == MachineGlobalAccessed, Uninitialized);
    shared->globalRaws[WIDE] = R[A];
    shared->globalRawStates[WIDE] = MachineGlobalChanged;
    NEXT;
}
INSTRUCTION(setGlobalObject) {
    STOP_IF(shared->globalObjectStates[WIDE] == MachineGlobalAccessed, Uninitialized);
    take(GLOBAL_OBJECTS + WIDE, O + A);
    shared->globalObjectStates[WIDE] = MachineGlobalChanged;
    NEXT;
}
INSTRUCTION(globalAddressRaw) {
    USABLE(shared->globalRawStates[WIDE]);
    shared->globalRawStates[WIDE] = MachineGlobalChanged;
    R[A] = (intptr_t)(shared->globalRaws + WIDE);
    NEXT;
}
INSTRUCTION(globalAddressObject) {
    USABLE(shared->globalObjectStates[WIDE]);
    shared->globalObjectStates[WIDE] = MachineGlobalChanged;
    R[A] = (intptr_t)(GLOBAL_OBJECTS + WIDE);
    NEXT;
}
// 1 for a global that is a reference, 2 for the end, 4 for a cell.
INSTRUCTION(access) {
    if (A & 4) {
        if ((A & 2) == 0) TOUCHABLE(O[WIDE]);
        *is_changed(O[WIDE]) = A & 2 ? 1 : MachineCellAccessed;
        NEXT;
    }
    uint8_t *state = (A & 1 ? shared->globalObjectStates : shared->globalRawStates) + WIDE;
    if (A & 2) {
        *state = MachineGlobalChanged;
        NEXT;
    }
    USABLE(*state);
    *state = MachineGlobalAccessed;
    NEXT;
}

INSTRUCTION(addressRaw) { R[A] = (intptr_t)(R + B); NEXT; }
INSTRUCTION(addressObject) { R[A] = (intptr_t)(O + B); NEXT; }
INSTRUCTION(loadRaw) { R[A] = *(intptr_t *)R[B]; NEXT; }
INSTRUCTION(loadObject) { put(O + A, retained(*(void **)R[B])); NEXT; }
INSTRUCTION(storeRaw) { *(intptr_t *)R[A] = R[B]; NEXT; }
INSTRUCTION(storeObject) { take((void **)R[A], O + B); NEXT; }

// MARK: Aggregates and optionals. One that is shared is copied by the caller.

#define LATER_UNLESS(condition) STOP_IF(!(condition), Instruction)
INSTRUCTION(fieldRaw) { R[A] = fields_of(O[B])[C]; NEXT; }
INSTRUCTION(fieldObject) { put(O + A, retained((void *)fields_of(O[B])[C])); NEXT; }
INSTRUCTION(setFieldRaw) { LATER_UNLESS(is_unique(O[A])); fields_of(O[A])[B] = R[C]; NEXT; }
INSTRUCTION(setFieldObject) { LATER_UNLESS(is_unique(O[A])); take((void **)fields_of(O[A]) + B, O + C); NEXT; }
INSTRUCTION(fieldAddress) {
    void *aggregate = *(void **)R[B];
    LATER_UNLESS(is_unique(aggregate));
    R[A] = (intptr_t)(fields_of(aggregate) + C);
    NEXT;
}
INSTRUCTION(fieldPointer) { R[A] = (intptr_t)(fields_of(*(void **)R[B]) + C); NEXT; }
INSTRUCTION(fieldAtRaw) { R[A] = fields_of(*(void **)R[B])[C]; NEXT; }
INSTRUCTION(fieldAtObject) { put(O + A, retained((void *)fields_of(*(void **)R[B])[C])); NEXT; }
INSTRUCTION(makeAggregate) {
    const MachineShape *shape = FUNCTION->shapes + C;
    void *aggregate = make_aggregate(shared->aggregateClass, (int32_t)shape->references, (int32_t)shape->raws, shape->tag);
    void **references = (void **)fields_of(aggregate);
    for (intptr_t index = 0; index < shape->references; index++) {
        references[index] = O[A + index];
        O[A + index] = NULL;
    }
    memcpy(references + shape->references, R + B, 8 * (size_t)shape->raws);
    put(O + A, aggregate);
    NEXT;
}
INSTRUCTION(tag) { R[A] = tag_of(O[B]); NEXT; }
INSTRUCTION(wrapRaw) { put(O + A, make_raw_box(shared->rawBoxClass, R[B])); NEXT; }
INSTRUCTION(unwrapRaw) { R[A] = *raw_of(O[B]); NEXT; }
INSTRUCTION(isNil) { R[A] = O[B] == NULL; NEXT; }

// MARK: Arrays

#include "arrays.h"

// MARK: Text. Short texts are handled here, all others by the caller.

INSTRUCTION(describeInt) {
    Text text;
    LATER_UNLESS(describe(R[B], &text));
    put(O + A, make_text(shared->stringClass, text));
    NEXT;
}
INSTRUCTION(concatenate) {
    Text text = empty_text;
    for (int index = 0; index < C; index++) {
        void *part = O[B + index];
        LATER_UNLESS(is_short(part) && append(&text, text_of(part)));
    }
    for (int index = 0; index < C; index++) put(O + B + index, NULL);
    put(O + A, make_text(shared->stringClass, text));
    NEXT;
}
#define APPEND_TEXT(tail) \
    do { \
        Text text = text_of(own); \
        if (is_short(own) && append(&text, tail)) { \
            if (is_unique(own)) set_text(own, text); \
            else put(O + A, make_text(shared->stringClass, text)); \
        } else { \
            LATER_UNLESS(is_unique(own) && append_in_place(own, tail)); \
        } \
        NEXT; \
    } while (0)
INSTRUCTION(appendString) {
    void *own = O[A], *tail = O[B];
    LATER_UNLESS(is_short(tail));
    APPEND_TEXT(text_of(tail));
}
INSTRUCTION(appendDigits) {
    void *own = O[A];
    Text digits;
    LATER_UNLESS(describe(R[B], &digits));
    APPEND_TEXT(digits);
}
INSTRUCTION(equalString) {
    void *left = O[B], *right = O[C];
    LATER_UNLESS(left == right || (is_short(left) && is_short(right)));
    R[A] = left == right || text_of(left) == text_of(right);
    NEXT;
}

INSTRUCTION(textCount) {
    intptr_t count;
    bytes_of(O[B], &count);
    R[A] = count;
    NEXT;
}
/// Whether the byte is a character of its own whatever follows, given that all of them are ASCII.
#define PLAIN_BYTE(byte) \
    intptr_t count, position = R[C]; \
    const uint8_t *bytes = bytes_of(O[B], &count); \
    LATER_UNLESS(bytes && is_ascii(O[B]) && (uint64_t)position < (uint64_t)count); \
    uint8_t byte = bytes[position]; \
    LATER_UNLESS(byte != '\r')
INSTRUCTION(characterAt) {
    PLAIN_BYTE(byte);
    put(O + A, retained(shared->plainCharacters[byte]));
    NEXT;
}
INSTRUCTION(textAfter) {
    PLAIN_BYTE(byte);
    R[A] = position + 1;
    NEXT;
}

// MARK: Translated loops

/// Where the loop was left at this very instruction, it is carried out as it was written.
INSTRUCTION(translated) {
    const uint64_t *here = next - 1;
    const MachineLoop *loop = FUNCTION->loops + A;
    next = ((const uint64_t *(*)(intptr_t *, void **, const intptr_t *, MachineShared *))loop->run)(R, O, FUNCTION->constants, shared);
    STOP_IF(IS_STOPPED, Interrupted);
    if (next == here) {
        i = loop->instruction;
        __attribute__((musttail)) return table[(uint8_t)i].run(i, next + 1, R, O, head, frame, table, registers, shared);
    }
    NEXT;
}

// MARK: The loop

/// Gives the instruction to the caller.
static KEEP MachineStop later(ARGUMENTS) { STOP(Instruction); }

#define TWIN(name) \
    static KEEP MachineStop twin_##name(ARGUMENTS) { __attribute__((musttail)) return do_##name(i, next, R, O, head, frame, table, registers, shared); }
MACHINE_TWINS(TWIN)
#undef TWIN

#define NOW(name) {do_##name},
#define LATER(name) {later},
#define TWIN(name) {twin_##name},
#define ONE(name) + 1
_Static_assert(0 MACHINE_OPCODES(ONE, ONE) MACHINE_TWINS(ONE) + 1 <= 256, "an instruction's number has eight bits");
int machine_translated_opcode(void) { return 0 MACHINE_OPCODES(ONE, ONE) MACHINE_TWINS(ONE); }
#undef ONE
static const struct Entry entries[256] = {MACHINE_OPCODES(NOW, LATER) MACHINE_TWINS(TWIN) {do_translated}};
#undef NOW
#undef LATER
#undef TWIN

MachineStop machine_run(MachineRegisters *registers, MachineShared *shared) {
    const uint64_t *next = registers->next;
    uint64_t first = *next;
    return entries[(uint8_t)first].run(first, next + 1, registers->raws, registers->objects, next, registers->frame, entries, registers, shared);
}

void machine_request_stop(MachineShared *shared, bool stop) { __atomic_store_n(&shared->stop, stop, __ATOMIC_RELAXED); }
bool machine_is_stopped(const MachineShared *shared) { return __atomic_load_n(&shared->stop, __ATOMIC_RELAXED); }

#define NAME(name) #name,
static const char *const names[] = {MACHINE_OPCODES(NAME, NAME)};
#undef NAME
const char *machine_opcode_name(int opcode) {
    return opcode >= 0 && opcode < (int)(sizeof names / sizeof names[0]) ? names[opcode] : NULL;
}

void machine_alternate(uint64_t *code, intptr_t count) {
#define TWIN(name) Twin_##name,
    enum { Twin_none = sizeof names / sizeof names[0] - 1, MACHINE_TWINS(TWIN) };
#undef TWIN
    static const uint8_t twins[256] = {
#define TWIN(name) [Opcode_##name] = Twin_##name,
        MACHINE_TWINS(TWIN)
#undef TWIN
    };
    bool isSecond[256] = {false};
    for (intptr_t index = 0; index < count; index++) {
        uint8_t opcode = (uint8_t)code[index], twin = twins[opcode];
        if (twin == 0) continue;
        if (isSecond[opcode]) code[index] = (code[index] & ~(uint64_t)0xFF) | twin;
        isSecond[opcode] = !isSecond[opcode];
    }
}

bool machine_is_unique(const void *object) { return is_unique(object); }
intptr_t machine_array_count(const void *box) { return buffer_of(box)->count; }
intptr_t machine_array_capacity(const void *box) { return capacity_of(buffer_of(box)); }
void *machine_array_elements(const void *box) { return buffer_of(box)->elements; }
