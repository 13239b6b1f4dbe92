// Writing x86-64 instructions: a part of `translate.c`, and included there only.

/// The processor's registers. The first four hold the arguments of `MachineLoop.run` from beginning to end; the next five are free within an instruction, and so are the first two for floating point.
enum { raws = 7, objects = 6, constants = 2, shared = 1, rax = 0, r8 = 8, r9 = 9, r10 = 10, r11 = 11 };
/// Those that hold registers of the machine: whoever calls wants these back as they were. And those for floating point, which nobody wants back.
static const uint8_t integerHomes[] = {3, 5, 12, 13, 14, 15};
enum { integerHomeCount = 6, firstFloatHome = 2, floatHomeCount = 14 };

/// A register of the machine that is in one of the processor's.
typedef struct {
    int number, home;
    bool isFloat;
} Home;
/// Conditions, as jumps and `set` number them; the odd one is the other's opposite.
enum { overflow = 0x0, below = 0x2, aboveOrEqual = 0x3, equal = 0x4, notEqual = 0x5, belowOrEqual = 0x6, above = 0x7, parity = 0xA, noParity = 0xB, less = 0xC, greaterOrEqual = 0xD, lessOrEqual = 0xE, greater = 0xF };

/// A jump whose distance is written when all is laid out.
typedef struct {
    uint32_t at, target;
    bool leaves;
} Jump;

typedef struct {
    const uint64_t *code;
    intptr_t first, last;
    uint8_t *bytes;
    size_t count, capacity;
    /// Where each instruction from `first` to `last` begins.
    uint32_t *starts;
    Jump *jumps;
    size_t jumpCount, jumpCapacity;
    Home homes[integerHomeCount + floatHomeCount];
    int homeCount;
    bool failed;
} Writer;

static const Home *home(const Writer *w, int number) {
    for (int k = 0; k < w->homeCount; k++) if (w->homes[k].number == number) return w->homes + k;
    return NULL;
}

static void byte(Writer *w, int value) {
    if (w->count == w->capacity) {
        size_t capacity = w->capacity ? 2 * w->capacity : 1024;
        uint8_t *bytes = realloc(w->bytes, capacity);
        if (!bytes) {
            w->failed = true;
            return;
        }
        w->bytes = bytes;
        w->capacity = capacity;
    }
    w->bytes[w->count++] = (uint8_t)value;
}
static void four(Writer *w, int64_t value) { for (int k = 0; k < 4; k++) byte(w, (int)(value >> 8 * k) & 0xFF); }
static void eight(Writer *w, uint64_t value) { for (int k = 0; k < 8; k++) byte(w, (int)(value >> 8 * k) & 0xFF); }

/// Two bytes where the operation is above 0xFF: it is then one of those after 0x0F. `prefix` is 0 or one that chooses among them.
static void operation(Writer *w, int prefix, bool isWide, int operation, int reg, int index, int base) {
    if (prefix) byte(w, prefix);
    int rex = 0x40 | isWide << 3 | (reg >= 8) << 2 | (index >= 8) << 1 | (base >= 8);
    if (rex != 0x40) byte(w, rex);
    if (operation > 0xFF) byte(w, 0x0F);
    byte(w, operation & 0xFF);
}
/// With a place in memory, base + offset.
static void with_memory(Writer *w, int prefix, bool isWide, int code, int reg, int base, intptr_t offset) {
    operation(w, prefix, isWide, code, reg, 0, base);
    byte(w, 0x80 | (reg & 7) << 3 | (base & 7));
    four(w, offset);
}
/// With base + index * 2^scale + offset.
static void with_element(Writer *w, bool isWide, int code, int reg, int base, int index, int scale, int offset) {
    operation(w, 0, isWide, code, reg, index, base);
    byte(w, 0x44 | (reg & 7) << 3);
    byte(w, scale << 6 | (index & 7) << 3 | (base & 7));
    byte(w, offset);
}
static void with_register(Writer *w, int prefix, bool isWide, int code, int reg, int other) {
    operation(w, prefix, isWide, code, reg, 0, other);
    byte(w, 0xC0 | (reg & 7) << 3 | (other & 7));
}
/// With a number; `extension` chooses the operation: 0 add, 1 or, 4 and, 5 subtract, 6 xor, 7 compare.
static void with_number(Writer *w, int extension, int reg, intptr_t number) {
    with_register(w, 0, true, 0x81, extension, reg);
    four(w, number);
}

/// The operations that take a register of the machine as their second operand.
enum { load_ = 0x8B, store_ = 0x89, add_ = 0x03, subtract_ = 0x2B, and_ = 0x23, or_ = 0x0B, xor_ = 0x33, compare_ = 0x3B, multiply_ = 0x1AF };
static void raw(Writer *w, int code, int reg, int number) {
    const Home *at = home(w, number);
    if (!at) return with_memory(w, 0, true, code, reg, raws, 8 * (intptr_t)number);
    if (!at->isFloat) return with_register(w, 0, true, code, reg, at->home);
    // Only moved, never calculated with: else it would not be there.
    with_register(w, 0x66, true, code == load_ ? 0x17E : 0x16E, at->home, reg);
}
/// `extension` as for `with_number`.
static void raw_with_number(Writer *w, int extension, int number, intptr_t value) {
    const Home *at = home(w, number);
    if (at) return with_number(w, extension, at->home, value);
    with_memory(w, 0, true, 0x81, extension, raws, 8 * (intptr_t)number);
    four(w, value);
}
static void load(Writer *w, int reg, int number) { raw(w, load_, reg, number); }
static void store(Writer *w, int number, int reg) { raw(w, store_, reg, number); }

enum { single = 0xF3, twice = 0xF2 };
enum { floatLoad = 0x110, floatStore = 0x111, floatAdd = 0x158, floatMultiply = 0x159, floatSubtract = 0x15C, floatDivide = 0x15E, floatRoot = 0x151, floatCompare = 0x12E };
static void floating(Writer *w, int prefix, int code, int reg, int number) {
    const Home *at = home(w, number);
    if (!at) return with_memory(w, prefix, false, code, reg, raws, 8 * (intptr_t)number);
    if (code == floatLoad) return with_register(w, 0, false, 0x128, reg, at->home);
    if (code == floatStore) return with_register(w, 0, false, 0x128, at->home, reg);
    with_register(w, prefix, false, code, reg, at->home);
}
static void compare_floating(Writer *w, bool isDouble, int reg, int number) { floating(w, isDouble ? 0x66 : 0, floatCompare, reg, number); }

/// To an instruction of the loop, or out of it.
static void jump(Writer *w, int condition, intptr_t target, bool leaves) {
    if (condition < 0) byte(w, 0xE9);
    else {
        byte(w, 0x0F);
        byte(w, 0x80 | condition);
    }
    if (w->jumpCount == w->jumpCapacity) {
        size_t capacity = w->jumpCapacity ? 2 * w->jumpCapacity : 64;
        Jump *jumps = realloc(w->jumps, capacity * sizeof(Jump));
        if (!jumps) {
            w->failed = true;
            return;
        }
        w->jumps = jumps;
        w->jumpCapacity = capacity;
    }
    w->jumps[w->jumpCount++] = (Jump){(uint32_t)w->count, (uint32_t)target, leaves || target < w->first || target > w->last};
    four(w, 0);
}
static const int always = -1;
/// Gives the instruction at work to the machine's loop.
static void leave_if(Writer *w, int condition, intptr_t position) { jump(w, condition, position, true); }

/// A short jump over what is written next; `land` ends it.
static size_t skip(Writer *w, int condition) {
    byte(w, 0x70 | condition);
    byte(w, 0);
    return w->count;
}
static void land(Writer *w, size_t from) { if (!w->failed) w->bytes[from - 1] = (uint8_t)(w->count - from); }

/// As `JUMP_IF` of the loop: backwards it looks whether the user asked to stop, which the caller tells him.
static void go(Writer *w, int condition, intptr_t position, intptr_t target) {
    if (target > position) return jump(w, condition, target, false);
    size_t over = condition < 0 ? 0 : skip(w, condition ^ 1);
    with_memory(w, 0, false, 0x80, 7, shared, offsetof(MachineShared, stop));
    byte(w, 0);
    jump(w, equal, target, false);
    jump(w, always, target, true);
    if (over) land(w, over);
}
