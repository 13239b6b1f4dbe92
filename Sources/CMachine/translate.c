#include "machine.h"
#include "layout.h"
#include "opcodes.h"

#include <stdlib.h>
#include <string.h>

// Loops over numbers as the processor's own instructions.
//
// A loop of which every instruction is known here is translated when its function is linked. The registers of the machine that it uses most are in the processor's while it runs, the others stay
// in memory, and each instruction does what it does in `loop.c`, but only where nothing stands in the way: an overflow, an index out of range, an array that is shared, and the code leaves, with the address of that very instruction, which the loop then carries
// out with whatever follows. So there is no second place that knows how things fail, and nothing to undo. On other systems, and where memory may not be made executable, there is no translation.

#if defined(__x86_64__) && defined(__linux__)

#include <sys/mman.h>
#include <unistd.h>

int memfd_create(const char *name, unsigned flags);

/// Memory that is seen twice: where it is written it cannot be run.
typedef struct Arena {
    struct Arena *earlier;
    uint8_t *written, *run;
    size_t used, size;
} Arena;

struct MachineTranslator { Arena *arena; };

MachineTranslator *machine_translator_create(void) { return calloc(1, sizeof(MachineTranslator)); }

void machine_translator_destroy(MachineTranslator *translator) {
    if (!translator) return;
    for (Arena *arena = translator->arena, *earlier; arena; arena = earlier) {
        earlier = arena->earlier;
        munmap(arena->written, arena->size);
        munmap(arena->run, arena->size);
        free(arena);
    }
    free(translator);
}

/// Room for so many bytes; NULL where there is none to be had.
static Arena *room(MachineTranslator *translator, size_t bytes) {
    Arena *last = translator->arena;
    if (last && last->size - last->used >= bytes) return last;
    size_t size = bytes < 1 << 18 ? 1 << 18 : (bytes + 4095) & ~(size_t)4095;
    int file = memfd_create("engram loops", 1);
    if (file < 0) return NULL;
    uint8_t *written = MAP_FAILED, *run = MAP_FAILED;
    if (ftruncate(file, (off_t)size) == 0) {
        written = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        run = mmap(NULL, size, PROT_READ | PROT_EXEC, MAP_SHARED, file, 0);
    }
    close(file);
    Arena *arena = written != MAP_FAILED && run != MAP_FAILED ? malloc(sizeof(Arena)) : NULL;
    if (!arena) {
        if (written != MAP_FAILED) munmap(written, size);
        if (run != MAP_FAILED) munmap(run, size);
        return NULL;
    }
    *arena = (Arena){last, written, run, 0, size};
    return translator->arena = arena;
}

#include "assembler.h"

// MARK: Arrays. r8 has the box, r9 the buffer, r10 the index.

enum { countOffset = 16, capacityOffset = 24, elementsOffset = 32, boxOffset = 16, ownersOffset = 12 };

static void box_in_register(Writer *w, int reg, int number) { with_memory(w, 0, true, load_, reg, objects, 8 * (intptr_t)number); }
static void box_at_address(Writer *w, int reg, int number) {
    load(w, rax, number);
    with_memory(w, 0, true, load_, reg, rax, 0);
}
static void buffer(Writer *w, int reg, int box) { with_memory(w, 0, true, load_, reg, box, boxOffset); }
static void check_index(Writer *w, int index, int buffer, intptr_t position) {
    with_memory(w, 0, true, compare_, index, buffer, countOffset);
    leave_if(w, aboveOrEqual, position);
}
static void check_unique(Writer *w, int object, intptr_t position) {
    with_memory(w, 0, false, 0x83, 7, object, ownersOffset);
    byte(w, 0);
    leave_if(w, notEqual, position);
}
static void read_element(Writer *w, int reg, int buffer, int index, bool isByte) {
    if (isByte) with_element(w, false, 0x1B6, reg, buffer, index, 0, elementsOffset);
    else with_element(w, true, load_, reg, buffer, index, 3, elementsOffset);
}
static void write_element(Writer *w, int reg, int buffer, int index, bool isByte) {
    if (isByte) with_element(w, false, 0x88, reg, buffer, index, 0, elementsOffset);
    else with_element(w, true, store_, reg, buffer, index, 3, elementsOffset);
}

static void element(Writer *w, bool isAddress, int to, int box, int index, bool isByte, intptr_t position) {
    (isAddress ? box_at_address : box_in_register)(w, r8, box);
    buffer(w, r9, r8);
    load(w, r10, index);
    check_index(w, r10, r9, position);
    read_element(w, rax, r9, r10, isByte);
    store(w, to, rax);
}
static void set_element(Writer *w, bool isAddress, int box, int index, bool isByte, bool isNumber, intptr_t value, intptr_t position) {
    (isAddress ? box_at_address : box_in_register)(w, r8, box);
    buffer(w, r9, r8);
    load(w, r10, index);
    check_index(w, r10, r9, position);
    check_unique(w, r8, position);
    check_unique(w, r9, position);
    if (isNumber) {
        with_register(w, 0, true, 0xC7, 0, rax);
        four(w, value);
    } else load(w, rax, (int)value);
    write_element(w, rax, r9, r10, isByte);
}
/// The row's box then is in r11, its buffer in r9.
static void find_row(Writer *w, int box, int row, bool changes, intptr_t position) {
    box_in_register(w, r8, box);
    buffer(w, r9, r8);
    load(w, r10, row);
    check_index(w, r10, r9, position);
    if (changes) {
        check_unique(w, r8, position);
        check_unique(w, r9, position);
    }
    read_element(w, r11, r9, r10, false);
    buffer(w, r9, r11);
}
static void append(Writer *w, bool isAddress, int box, int value, bool isByte, intptr_t position) {
    (isAddress ? box_at_address : box_in_register)(w, r8, box);
    buffer(w, r9, r8);
    with_memory(w, 0, true, load_, r10, r9, countOffset);
    with_memory(w, 0, true, load_, rax, r9, capacityOffset);
    with_register(w, 0, true, 0xD1, 5, rax);
    with_register(w, 0, true, compare_, r10, rax);
    leave_if(w, greaterOrEqual, position);
    check_unique(w, r8, position);
    check_unique(w, r9, position);
    load(w, rax, value);
    write_element(w, rax, r9, r10, isByte);
    with_memory(w, 0, true, 0xFF, 0, r9, countOffset);
}

// MARK: Instructions

#define NUMBER(name) Opcode_##name,
enum { MACHINE_OPCODES(NUMBER, NUMBER) };
#undef NUMBER

#define A ((int)(uint16_t)(i >> 16))
#define B ((int)(uint16_t)(i >> 32))
#define C ((int)(uint16_t)(i >> 48))
#define D ((int)(uint8_t)(i >> 8))
#define SIGNED_B ((int16_t)(i >> 32))
#define SIGNED_C ((intptr_t)i >> 48)
#define SIGNED_D ((int8_t)(i >> 8))
#define WIDE ((intptr_t)i >> 32)

/// How far an instruction may jump from the next one; 0 for those that do not.
static intptr_t distance(uint64_t i) {
    switch ((uint8_t)i) {
    case Opcode_jump: case Opcode_jumpIf: case Opcode_jumpUnless: case Opcode_jumpIfNil: case Opcode_jumpUnlessNil: return WIDE;
    case Opcode_jumpEqualInt ... Opcode_strideThrough: case Opcode_jumpIfElement: case Opcode_jumpUnlessElement: return SIGNED_C;
    case Opcode_advanceWhileLess ... Opcode_advanceImmediateWhileLessOrEqual: return -(intptr_t)D;
    default: return 0;
    }
}

static void checked(Writer *w, int code, uint64_t i, int failure, intptr_t position) {
    load(w, rax, B);
    raw(w, code, rax, C);
    leave_if(w, failure, position);
    store(w, A, rax);
}
static void plain(Writer *w, int code, uint64_t i) {
    load(w, rax, B);
    raw(w, code, rax, C);
    store(w, A, rax);
}
static void divide(Writer *w, uint64_t i, bool isRemainder, intptr_t position, bool isNumber) {
    // What divides into the constants' register, which is kept in r11.
    load(w, rax, B);
    if (isNumber) {
        with_register(w, 0, true, 0xC7, 0, r8);
        four(w, SIGNED_C);
    } else {
        load(w, r8, C);
        // Neither by 0 nor by -1.
        with_memory(w, 0, true, 0x8D, r9, r8, 1);
        with_number(w, 7, r9, 1);
        leave_if(w, belowOrEqual, position);
    }
    with_register(w, 0, true, load_, r11, constants);
    with_register(w, 0, true, load_, r9, rax);
    with_register(w, 0, true, or_, r9, r8);
    with_register(w, 0, true, 0xC1, 5, r9);
    byte(w, 32);
    size_t large = skip(w, notEqual);
    // Short numbers, at a third of the time.
    with_register(w, 0, false, xor_, constants, constants);
    with_register(w, 0, false, 0xF7, 6, r8);
    byte(w, 0xEB);
    byte(w, 0);
    size_t end = w->count;
    land(w, large);
    byte(w, 0x48);
    byte(w, 0x99);
    with_register(w, 0, true, 0xF7, 7, r8);
    land(w, end);
    if (isRemainder) with_register(w, 0, true, load_, rax, constants);
    store(w, A, rax);
    with_register(w, 0, true, load_, constants, r11);
}
static void multiply_add(Writer *w, uint64_t i, intptr_t position) {
    load(w, rax, B);
    if ((uint8_t)i == Opcode_multiplyAddInt) raw(w, multiply_, rax, C);
    else {
        with_register(w, 0, true, 0x69, rax, rax);
        four(w, (uint8_t)i == Opcode_multiplyImmediateAdd ? SIGNED_C : SIGNED_D);
    }
    leave_if(w, overflow, position);
    if ((uint8_t)i == Opcode_multiplyAddImmediate) with_number(w, 0, rax, SIGNED_C);
    else raw(w, add_, rax, D);
    leave_if(w, overflow, position);
    store(w, A, rax);
}
static void calculate(Writer *w, int prefix, int code, uint64_t i) {
    floating(w, prefix, floatLoad, 0, B);
    floating(w, prefix, code, 0, C);
    if (prefix == twice) return floating(w, twice, floatStore, 0, A);
    // A float's register has nothing in its upper half.
    with_register(w, 0x66, false, 0x17E, 0, rax);
    store(w, A, rax);
}
static void with_constant(Writer *w, int code, uint64_t i, bool isFirst) {
    if (isFirst) {
        with_memory(w, twice, false, floatLoad, 0, constants, 8 * (intptr_t)C);
        floating(w, twice, code, 0, B);
    } else {
        floating(w, twice, floatLoad, 0, B);
        with_memory(w, twice, false, code, 0, constants, 8 * (intptr_t)C);
    }
    floating(w, twice, floatStore, 0, A);
}
static void set(Writer *w, int condition, int to) {
    byte(w, 0x0F);
    byte(w, 0x90 | condition);
    byte(w, 0xC0);
    with_register(w, 0, false, 0x1B6, rax, rax);
    store(w, to, rax);
}
static void compare(Writer *w, uint64_t i, int condition) {
    load(w, rax, B);
    raw(w, compare_, rax, C);
    set(w, condition, A);
}
/// Less and its kin with the operands exchanged: so that what is not a number compares as false.
static void order(Writer *w, uint64_t i, bool isDouble, int condition) {
    floating(w, isDouble ? twice : single, floatLoad, 0, C);
    compare_floating(w, isDouble, 0, B);
    set(w, condition, A);
}
static void equality(Writer *w, uint64_t i, bool isDouble, bool isEqual) {
    floating(w, isDouble ? twice : single, floatLoad, 0, B);
    compare_floating(w, isDouble, 0, C);
    byte(w, 0x0F);
    byte(w, 0x90 | (isEqual ? noParity : parity));
    byte(w, 0xC0);
    byte(w, 0x41);
    byte(w, 0x0F);
    byte(w, 0x90 | (isEqual ? equal : notEqual));
    byte(w, 0xC0);
    with_register(w, 0, false, isEqual ? and_ : or_, rax, r8);
    with_register(w, 0, false, 0x1B6, rax, rax);
    store(w, A, rax);
}
static void branch(Writer *w, uint64_t i, int condition, intptr_t position, intptr_t target) {
    load(w, rax, A);
    raw(w, compare_, rax, B);
    go(w, condition, position, target);
}
static void branch_number(Writer *w, uint64_t i, int condition, intptr_t position, intptr_t target) {
    raw_with_number(w, 7, A, SIGNED_B);
    go(w, condition, position, target);
}
static void branch_double(Writer *w, uint64_t i, int condition, intptr_t position, intptr_t target) {
    floating(w, twice, floatLoad, 0, B);
    compare_floating(w, true, 0, A);
    go(w, condition, position, target);
}
static void advance(Writer *w, uint64_t i, bool isNumber, int condition, intptr_t position, intptr_t target) {
    load(w, rax, A);
    if (isNumber) with_number(w, 0, rax, SIGNED_C);
    else raw(w, add_, rax, C);
    leave_if(w, overflow, position);
    store(w, A, rax);
    raw(w, compare_, rax, B);
    go(w, condition, position, target);
}
/// A table of the globals, by its place in `MachineShared`.
static void global(Writer *w, int reg, size_t offset) { with_memory(w, 0, true, load_, reg, shared, (intptr_t)offset); }

/// False for an instruction that no translated loop has.
static bool translate(Writer *w, uint64_t i, intptr_t position) {
    intptr_t target = position + 1 + distance(i);
    switch ((uint8_t)i) {
    case Opcode_integer:
        with_register(w, 0, true, 0xC7, 0, rax);
        four(w, WIDE);
        store(w, A, rax);
        return true;
    case Opcode_constant:
        with_memory(w, 0, true, load_, rax, constants, 8 * WIDE);
        store(w, A, rax);
        return true;
    case Opcode_move: load(w, rax, B); store(w, A, rax); return true;
    case Opcode_addInt: checked(w, add_, i, overflow, position); return true;
    case Opcode_subtractInt: checked(w, subtract_, i, overflow, position); return true;
    case Opcode_multiplyInt: checked(w, multiply_, i, overflow, position); return true;
    case Opcode_addUInt: checked(w, add_, i, below, position); return true;
    case Opcode_subtractUInt: checked(w, subtract_, i, below, position); return true;
    case Opcode_divideInt: divide(w, i, false, position, false); return true;
    case Opcode_remainderInt: divide(w, i, true, position, false); return true;
    case Opcode_divideImmediate: divide(w, i, false, position, true); return true;
    case Opcode_remainderImmediate: divide(w, i, true, position, true); return true;
    case Opcode_negateInt:
        load(w, rax, B);
        with_register(w, 0, true, 0xF7, 3, rax);
        leave_if(w, overflow, position);
        store(w, A, rax);
        return true;
    case Opcode_addImmediate:
        load(w, rax, B);
        with_number(w, 0, rax, SIGNED_C);
        leave_if(w, overflow, position);
        store(w, A, rax);
        return true;
    case Opcode_multiplyImmediate:
        load(w, rax, B);
        with_register(w, 0, true, 0x69, rax, rax);
        four(w, SIGNED_C);
        leave_if(w, overflow, position);
        store(w, A, rax);
        return true;
    case Opcode_multiplyAddInt: case Opcode_multiplyImmediateAdd: case Opcode_multiplyAddImmediate: multiply_add(w, i, position); return true;
    case Opcode_addWrapping: plain(w, add_, i); return true;
    case Opcode_subtractWrapping: plain(w, subtract_, i); return true;
    case Opcode_multiplyWrapping: plain(w, multiply_, i); return true;
    case Opcode_and: plain(w, and_, i); return true;
    case Opcode_or: plain(w, or_, i); return true;
    case Opcode_xor: plain(w, xor_, i); return true;
    case Opcode_andImmediate:
        load(w, rax, B);
        with_number(w, 4, rax, SIGNED_C);
        store(w, A, rax);
        return true;
    case Opcode_invert:
        load(w, rax, B);
        with_register(w, 0, true, 0xF7, 2, rax);
        store(w, A, rax);
        return true;
    case Opcode_shiftLeftImmediate: case Opcode_shiftRightImmediate:
        load(w, rax, B);
        with_register(w, 0, true, 0xC1, (uint8_t)i == Opcode_shiftLeftImmediate ? 4 : 7, rax);
        byte(w, C & 63);
        store(w, A, rax);
        return true;

    case Opcode_addDouble: calculate(w, twice, floatAdd, i); return true;
    case Opcode_subtractDouble: calculate(w, twice, floatSubtract, i); return true;
    case Opcode_multiplyDouble: calculate(w, twice, floatMultiply, i); return true;
    case Opcode_divideDouble: calculate(w, twice, floatDivide, i); return true;
    case Opcode_addFloat: calculate(w, single, floatAdd, i); return true;
    case Opcode_subtractFloat: calculate(w, single, floatSubtract, i); return true;
    case Opcode_multiplyFloat: calculate(w, single, floatMultiply, i); return true;
    case Opcode_divideFloat: calculate(w, single, floatDivide, i); return true;
    case Opcode_addDoubleConstant: with_constant(w, floatAdd, i, false); return true;
    case Opcode_multiplyDoubleConstant: with_constant(w, floatMultiply, i, false); return true;
    case Opcode_divideDoubleConstant: with_constant(w, floatDivide, i, false); return true;
    case Opcode_subtractFromDoubleConstant: with_constant(w, floatSubtract, i, true); return true;
    case Opcode_divideDoubleConstantBy: with_constant(w, floatDivide, i, true); return true;
    case Opcode_multiplyAddDouble:
        floating(w, twice, floatLoad, 0, B);
        floating(w, twice, floatMultiply, 0, C);
        floating(w, twice, floatLoad, 1, A);
        with_register(w, twice, false, floatAdd, 1, 0);
        floating(w, twice, floatStore, 1, A);
        return true;
    case Opcode_negateDouble:
        load(w, rax, B);
        with_register(w, 0, true, 0x1BA, 7, rax);
        byte(w, 63);
        store(w, A, rax);
        return true;
    case Opcode_squareRoot:
        floating(w, twice, floatRoot, 0, B);
        floating(w, twice, floatStore, 0, A);
        return true;
    case Opcode_intToDouble:
        // What was in the register before is not waited for.
        with_register(w, 0, false, 0x157, 0, 0);
        load(w, rax, B);
        with_register(w, twice, true, 0x12A, 0, rax);
        floating(w, twice, floatStore, 0, A);
        return true;

    case Opcode_equalInt: compare(w, i, equal); return true;
    case Opcode_notEqualInt: compare(w, i, notEqual); return true;
    case Opcode_lessInt: compare(w, i, less); return true;
    case Opcode_lessOrEqualInt: compare(w, i, lessOrEqual); return true;
    case Opcode_lessUInt: compare(w, i, below); return true;
    case Opcode_lessOrEqualUInt: compare(w, i, belowOrEqual); return true;
    case Opcode_lessDouble: order(w, i, true, above); return true;
    case Opcode_lessOrEqualDouble: order(w, i, true, aboveOrEqual); return true;
    case Opcode_lessFloat: order(w, i, false, above); return true;
    case Opcode_lessOrEqualFloat: order(w, i, false, aboveOrEqual); return true;
    case Opcode_equalDouble: equality(w, i, true, true); return true;
    case Opcode_notEqualDouble: equality(w, i, true, false); return true;
    case Opcode_equalFloat: equality(w, i, false, true); return true;
    case Opcode_notEqualFloat: equality(w, i, false, false); return true;
    case Opcode_not:
        load(w, rax, B);
        with_number(w, 6, rax, 1);
        store(w, A, rax);
        return true;

    case Opcode_jump: go(w, always, position, target); return true;
    case Opcode_jumpIf: case Opcode_jumpUnless: case Opcode_jumpIfNil: case Opcode_jumpUnlessNil: {
        bool isNil = (uint8_t)i == Opcode_jumpIfNil || (uint8_t)i == Opcode_jumpUnlessNil;
        if (isNil) {
            with_memory(w, 0, true, 0x83, 7, objects, 8 * (intptr_t)A);
            byte(w, 0);
        } else raw_with_number(w, 7, A, 0);
        go(w, (uint8_t)i == Opcode_jumpIf || (uint8_t)i == Opcode_jumpUnlessNil ? notEqual : equal, position, target);
        return true;
    }
    case Opcode_jumpEqualInt: branch(w, i, equal, position, target); return true;
    case Opcode_jumpNotEqualInt: branch(w, i, notEqual, position, target); return true;
    case Opcode_jumpLessInt: branch(w, i, less, position, target); return true;
    case Opcode_jumpLessOrEqualInt: branch(w, i, lessOrEqual, position, target); return true;
    case Opcode_jumpEqualImmediate: branch_number(w, i, equal, position, target); return true;
    case Opcode_jumpNotEqualImmediate: branch_number(w, i, notEqual, position, target); return true;
    case Opcode_jumpLessImmediate: branch_number(w, i, less, position, target); return true;
    case Opcode_jumpLessOrEqualImmediate: branch_number(w, i, lessOrEqual, position, target); return true;
    case Opcode_jumpGreaterImmediate: branch_number(w, i, greater, position, target); return true;
    case Opcode_jumpGreaterOrEqualImmediate: branch_number(w, i, greaterOrEqual, position, target); return true;
    case Opcode_jumpLessDouble: branch_double(w, i, above, position, target); return true;
    case Opcode_jumpLessOrEqualDouble: branch_double(w, i, aboveOrEqual, position, target); return true;
    case Opcode_jumpNotLessDouble: branch_double(w, i, belowOrEqual, position, target); return true;
    case Opcode_jumpNotLessOrEqualDouble: branch_double(w, i, below, position, target); return true;
    case Opcode_jumpEqualDouble: {
        floating(w, twice, floatLoad, 0, B);
        compare_floating(w, true, 0, A);
        size_t over = skip(w, parity);
        go(w, equal, position, target);
        land(w, over);
        return true;
    }
    case Opcode_jumpNotEqualDouble:
        branch_double(w, i, parity, position, target);
        go(w, notEqual, position, target);
        return true;
    case Opcode_loopBelow:
        raw_with_number(w, 0, A, 1);
        load(w, rax, A);
        raw(w, compare_, rax, B);
        go(w, less, position, target);
        return true;
    case Opcode_loopThrough: {
        load(w, rax, A);
        raw(w, compare_, rax, B);
        size_t over = skip(w, greaterOrEqual);
        raw_with_number(w, 0, A, 1);
        go(w, always, position, target);
        land(w, over);
        return true;
    }
    case Opcode_advanceWhileLess: advance(w, i, false, less, position, target); return true;
    case Opcode_advanceWhileLessOrEqual: advance(w, i, false, lessOrEqual, position, target); return true;
    case Opcode_advanceImmediateWhileLess: advance(w, i, true, less, position, target); return true;
    case Opcode_advanceImmediateWhileLessOrEqual: advance(w, i, true, lessOrEqual, position, target); return true;
    case Opcode_jumpIfElement: case Opcode_jumpUnlessElement:
        box_in_register(w, r8, A);
        buffer(w, r9, r8);
        load(w, r10, B);
        check_index(w, r10, r9, position);
        with_element(w, false, 0x80, 7, r9, r10, 0, elementsOffset);
        byte(w, 0);
        go(w, (uint8_t)i == Opcode_jumpIfElement ? notEqual : equal, position, target);
        return true;

    case Opcode_globalRaw:
        global(w, r8, offsetof(MachineShared, globalRawStates));
        with_memory(w, 0, false, 0x80, 7, r8, WIDE);
        byte(w, MachineGlobalAccessed);
        leave_if(w, belowOrEqual, position);
        global(w, r8, offsetof(MachineShared, globalRaws));
        with_memory(w, 0, true, load_, rax, r8, 8 * WIDE);
        store(w, A, rax);
        return true;
    case Opcode_setGlobalRaw:
        global(w, r8, offsetof(MachineShared, globalRawStates));
        with_memory(w, 0, false, 0x80, 7, r8, WIDE);
        byte(w, MachineGlobalAccessed);
        leave_if(w, equal, position);
        with_memory(w, 0, false, 0xC6, 0, r8, WIDE);
        byte(w, MachineGlobalChanged);
        global(w, r8, offsetof(MachineShared, globalRaws));
        load(w, rax, A);
        with_memory(w, 0, true, store_, rax, r8, 8 * WIDE);
        return true;

    case Opcode_arrayCount:
        box_in_register(w, r8, B);
        buffer(w, r9, r8);
        with_memory(w, 0, true, load_, rax, r9, countOffset);
        store(w, A, rax);
        return true;
    case Opcode_elementInt: case Opcode_elementDouble: case Opcode_elementWord: element(w, false, A, B, C, false, position); return true;
    case Opcode_elementBool: element(w, false, A, B, C, true, position); return true;
    case Opcode_elementAtWord: element(w, true, A, B, C, false, position); return true;
    case Opcode_elementAtBool: element(w, true, A, B, C, true, position); return true;
    case Opcode_elementElementWord: case Opcode_elementElementBool:
        find_row(w, B, C, false, position);
        load(w, r10, D);
        check_index(w, r10, r9, position);
        read_element(w, rax, r9, r10, (uint8_t)i == Opcode_elementElementBool);
        store(w, A, rax);
        return true;
    case Opcode_setElementInt: case Opcode_setElementDouble: case Opcode_setElementWord: set_element(w, false, A, B, false, false, C, position); return true;
    case Opcode_setElementBool: set_element(w, false, A, B, true, false, C, position); return true;
    case Opcode_setElementIntImmediate: set_element(w, false, A, B, false, true, SIGNED_C, position); return true;
    case Opcode_setElementBoolImmediate: set_element(w, false, A, B, true, true, SIGNED_C, position); return true;
    case Opcode_setElementAtInt: case Opcode_setElementAtDouble: case Opcode_setElementAtWord: set_element(w, true, A, B, false, false, C, position); return true;
    case Opcode_setElementAtBool: set_element(w, true, A, B, true, false, C, position); return true;
    case Opcode_setElementElementInt: case Opcode_setElementElementDouble: case Opcode_setElementElementBool:
        find_row(w, A, B, true, position);
        load(w, r10, D);
        check_index(w, r10, r9, position);
        check_unique(w, r11, position);
        check_unique(w, r9, position);
        load(w, rax, C);
        write_element(w, rax, r9, r10, (uint8_t)i == Opcode_setElementElementBool);
        return true;
    case Opcode_appendInt: case Opcode_appendDouble: case Opcode_appendWord: append(w, false, A, B, false, position); return true;
    case Opcode_appendBool: append(w, false, A, B, true, position); return true;
    case Opcode_appendAtInt: case Opcode_appendAtDouble: case Opcode_appendAtWord: append(w, true, A, B, false, position); return true;
    case Opcode_appendAtBool: append(w, true, A, B, true, position); return true;

    case Opcode_trap: case Opcode_trapThrown: case Opcode_returnVoid: case Opcode_returnRaw: case Opcode_returnObject:
        // The end of the loop, in any case.
        leave_if(w, always, position);
        return true;
    default: return false;
    }
}

// MARK: Homes

/// What an instruction does with a register: calculates with it as an integer, as a floating-point number, or only moves it.
enum { asInteger = 1, asFloat = 2, moved = 4 };
typedef struct {
    int number, uses;
    double weight;
} Candidate;
typedef struct {
    Candidate list[64];
    int count;
    double weight;
} Candidates;

static void use(Candidates *all, int uses, int number) {
    int k = 0;
    while (k < all->count && all->list[k].number != number) k++;
    if (k == 64) return;
    if (k == all->count) all->list[all->count++] = (Candidate){number, 0, 0};
    all->list[k].uses |= uses;
    all->list[k].weight += all->weight;
}

static void use_all(Candidates *all, uint64_t i) {
#define INTEGERS(...) do { int numbers[] = {__VA_ARGS__}; for (size_t k = 0; k < sizeof numbers / sizeof(int); k++) use(all, asInteger, numbers[k]); } while (0)
#define FLOATS(...) do { int numbers[] = {__VA_ARGS__}; for (size_t k = 0; k < sizeof numbers / sizeof(int); k++) use(all, asFloat, numbers[k]); } while (0)
#define MOVED(number) use(all, moved, number)
    switch ((uint8_t)i) {
    case Opcode_integer: case Opcode_constant: case Opcode_globalRaw: case Opcode_setGlobalRaw: MOVED(A); return;
    case Opcode_move: MOVED(A); MOVED(B); return;
    case Opcode_addInt: case Opcode_subtractInt: case Opcode_multiplyInt: case Opcode_divideInt: case Opcode_remainderInt: case Opcode_addUInt: case Opcode_subtractUInt:
    case Opcode_addWrapping: case Opcode_subtractWrapping: case Opcode_multiplyWrapping: case Opcode_and: case Opcode_or: case Opcode_xor:
    case Opcode_equalInt: case Opcode_notEqualInt: case Opcode_lessInt: case Opcode_lessOrEqualInt: case Opcode_lessUInt: case Opcode_lessOrEqualUInt:
    case Opcode_advanceWhileLess: case Opcode_advanceWhileLessOrEqual: INTEGERS(A, B, C); return;
    case Opcode_multiplyAddInt: INTEGERS(A, B, C, D); return;
    case Opcode_multiplyImmediateAdd: INTEGERS(A, B, D); return;
    case Opcode_multiplyAddImmediate: case Opcode_addImmediate: case Opcode_multiplyImmediate: case Opcode_divideImmediate: case Opcode_remainderImmediate: case Opcode_negateInt:
    case Opcode_andImmediate: case Opcode_invert: case Opcode_shiftLeftImmediate: case Opcode_shiftRightImmediate: case Opcode_not:
    case Opcode_jumpEqualInt: case Opcode_jumpNotEqualInt: case Opcode_jumpLessInt: case Opcode_jumpLessOrEqualInt: case Opcode_loopBelow: case Opcode_loopThrough:
    case Opcode_advanceImmediateWhileLess: case Opcode_advanceImmediateWhileLessOrEqual: INTEGERS(A, B); return;
    case Opcode_addDouble: case Opcode_subtractDouble: case Opcode_multiplyDouble: case Opcode_divideDouble: case Opcode_multiplyAddDouble:
    case Opcode_addFloat: case Opcode_subtractFloat: case Opcode_multiplyFloat: case Opcode_divideFloat: FLOATS(A, B, C); return;
    case Opcode_addDoubleConstant: case Opcode_multiplyDoubleConstant: case Opcode_divideDoubleConstant: case Opcode_subtractFromDoubleConstant: case Opcode_divideDoubleConstantBy:
    case Opcode_negateDouble: case Opcode_squareRoot: case Opcode_jumpEqualDouble ... Opcode_jumpNotLessOrEqualDouble: FLOATS(A, B); return;
    case Opcode_intToDouble: FLOATS(A); INTEGERS(B); return;
    case Opcode_lessDouble: case Opcode_lessOrEqualDouble: case Opcode_equalDouble: case Opcode_notEqualDouble:
    case Opcode_lessFloat: case Opcode_lessOrEqualFloat: case Opcode_equalFloat: case Opcode_notEqualFloat: INTEGERS(A); FLOATS(B, C); return;
    case Opcode_jumpIf: case Opcode_jumpUnless: case Opcode_jumpEqualImmediate ... Opcode_jumpGreaterOrEqualImmediate: case Opcode_arrayCount: INTEGERS(A); return;
    case Opcode_jumpIfElement: case Opcode_jumpUnlessElement: case Opcode_setElementIntImmediate: case Opcode_setElementBoolImmediate: INTEGERS(B); return;
    case Opcode_elementInt: case Opcode_elementDouble: case Opcode_elementWord: case Opcode_elementBool: MOVED(A); INTEGERS(C); return;
    case Opcode_elementAtWord: case Opcode_elementAtBool: MOVED(A); INTEGERS(B, C); return;
    case Opcode_elementElementWord: case Opcode_elementElementBool: MOVED(A); INTEGERS(C, D); return;
    case Opcode_setElementInt: case Opcode_setElementDouble: case Opcode_setElementWord: case Opcode_setElementBool: MOVED(C); INTEGERS(B); return;
    case Opcode_setElementAtInt: case Opcode_setElementAtDouble: case Opcode_setElementAtWord: case Opcode_setElementAtBool: MOVED(C); INTEGERS(A, B); return;
    case Opcode_setElementElementInt: case Opcode_setElementElementDouble: case Opcode_setElementElementBool: MOVED(C); INTEGERS(B, D); return;
    case Opcode_appendInt: case Opcode_appendDouble: case Opcode_appendWord: case Opcode_appendBool: MOVED(B); return;
    case Opcode_appendAtInt: case Opcode_appendAtDouble: case Opcode_appendAtWord: case Opcode_appendAtBool: MOVED(B); INTEGERS(A); return;
    default: return;
    }
#undef INTEGERS
#undef FLOATS
#undef MOVED
}

/// Gives the registers that are used most a home; what is used as both kinds of number has none. An inner loop counts eight times.
static void choose_homes(Writer *w) {
    Candidates all = {.count = 0};
    for (intptr_t position = w->first; position <= w->last; position++) {
        all.weight = 1;
        for (intptr_t back = position; back <= w->last && all.weight < 512; back++) {
            intptr_t over = distance(w->code[back]);
            if (over < 0 && back + 1 + over <= position) all.weight *= 8;
        }
        use_all(&all, w->code[position]);
    }
    int integers = 0, floats = 0;
    while (true) {
        Candidate *best = NULL;
        for (Candidate *one = all.list; one < all.list + all.count; one++) {
            bool isFloat = one->uses & asFloat;
            if (one->weight == 0 || (isFloat && one->uses & asInteger) || (isFloat ? floats == floatHomeCount : integers == integerHomeCount)) continue;
            if (!best || one->weight > best->weight) best = one;
        }
        if (!best) return;
        bool isFloat = best->uses & asFloat;
        w->homes[w->homeCount++] = (Home){best->number, isFloat ? firstFloatHome + floats++ : integerHomes[integers++], isFloat};
        best->weight = 0;
    }
}

/// Between the processor's registers and the machine's. Those that the caller wants back are pushed before and popped after.
static void move_homes(Writer *w, bool isEntry) {
    if (isEntry) for (int k = 0; k < w->homeCount; k++) if (!w->homes[k].isFloat) {
        if (w->homes[k].home >= 8) byte(w, 0x41);
        byte(w, 0x50 | (w->homes[k].home & 7));
    }
    for (int k = 0; k < w->homeCount; k++) {
        Home at = w->homes[k];
        if (at.isFloat) with_memory(w, twice, false, isEntry ? floatLoad : floatStore, at.home, raws, 8 * (intptr_t)at.number);
        else with_memory(w, 0, true, isEntry ? load_ : store_, at.home, raws, 8 * (intptr_t)at.number);
    }
    if (!isEntry) for (int k = w->homeCount - 1; k >= 0; k--) if (!w->homes[k].isFloat) {
        if (w->homes[k].home >= 8) byte(w, 0x41);
        byte(w, 0x58 | (w->homes[k].home & 7));
    }
}

// MARK: Loops

/// Writes the instructions from `first` to `last`; false if one of them is not known.
static bool write_loop(Writer *w, uint32_t *entries) {
    choose_homes(w);
    for (intptr_t position = w->first; position <= w->last; position++) {
        w->starts[position - w->first] = (uint32_t)w->count;
        if (!translate(w, w->code[position], position) || w->failed) return false;
    }
    // Past the end.
    jump(w, always, w->last + 1, true);
    for (intptr_t position = w->first; position <= w->last; position++) {
        if (distance(w->code[position]) >= 0) continue;
        entries[position - w->first] = (uint32_t)w->count;
        move_homes(w, true);
        jump(w, always, position, false);
    }
    // The ways out, one for each instruction that is left at: its address is what the loop returns.
    size_t inner = w->jumpCount;
    uint32_t *exits = calloc((size_t)(w->last - w->first) + 2, sizeof(uint32_t));
    for (size_t k = 0; exits && k < inner && !w->failed; k++) {
        Jump from = w->jumps[k];
        uint32_t to;
        if (!from.leaves) to = w->starts[from.target - (uint32_t)w->first];
        else {
            intptr_t offset = (intptr_t)from.target - w->first;
            bool isNear = offset >= 0 && offset <= w->last - w->first + 1;
            to = isNear ? exits[offset] : 0;
            if (to == 0) {
                to = (uint32_t)w->count;
                if (isNear) exits[offset] = to;
                move_homes(w, false);
                byte(w, 0x48);
                byte(w, 0xB8);
                eight(w, (uint64_t)(uintptr_t)(w->code + from.target));
                byte(w, 0xC3);
            }
        }
        int32_t over = (int32_t)to - (int32_t)(from.at + 4);
        if (!w->failed) memcpy(w->bytes + from.at, &over, 4);
    }
    bool isDone = exits && !w->failed;
    free(exits);
    return isDone;
}

MachineLoop *machine_translate(MachineTranslator *translator, uint64_t *code, intptr_t count) {
    MachineLoop *loops = NULL;
    size_t loopCount = 0;
    if (!translator || count > 1 << 20) return NULL;
    intptr_t end = count;
    // From the end backwards: of two loops, one in the other, the jump back of the outer one comes later.
    for (intptr_t back = count - 1; back >= 0; back--) {
        if (back >= end) continue;
        intptr_t first = back + 1 + distance(code[back]);
        if (distance(code[back]) >= 0 || first < 0) continue;
        Writer w = {.code = code, .first = first, .last = back};
        size_t length = (size_t)(back - first + 1);
        w.starts = malloc(2 * length * sizeof(uint32_t));
        Arena *arena = NULL;
        if (w.starts && write_loop(&w, w.starts + length)) arena = room(translator, w.count + 16);
        if (arena) {
            memcpy(arena->written + arena->used, w.bytes, w.count);
            // Every jump backwards in it leads into the translated code.
            for (intptr_t position = first; position <= back; position++) {
                if (distance(code[position]) >= 0 || loopCount > UINT16_MAX) continue;
                MachineLoop *more = realloc(loops, (loopCount + 1) * sizeof(MachineLoop));
                if (!more) break;
                loops = more;
                loops[loopCount] = (MachineLoop){code[position], (void *)(arena->run + arena->used + w.starts[length + (size_t)(position - first)])};
                code[position] = (uint64_t)machine_translated_opcode() | (uint64_t)loopCount++ << 16;
            }
            arena->used += (w.count + 15) & ~(size_t)15;
            end = first;
        }
        free(w.starts);
        free(w.bytes);
        free(w.jumps);
    }
    return loops;
}

#else

MachineTranslator *machine_translator_create(void) { return NULL; }
void machine_translator_destroy(MachineTranslator *translator) {}
MachineLoop *machine_translate(MachineTranslator *translator, uint64_t *code, intptr_t count) { return NULL; }

#endif
