#ifndef ENGRAM_MACHINE_H
#define ENGRAM_MACHINE_H

#include <stdbool.h>
#include <stdint.h>

/// The fields of an aggregate that is to be made, as `Function.Shape`.
typedef struct {
    intptr_t references;
    intptr_t raws;
    intptr_t tag;
    /// For closures: the function's position among the callees.
    intptr_t callee;
} MachineShape;

typedef struct MachineShared MachineShared;

/// A jump back that stands for a whole loop in the processor's own instructions (`translate.c`).
typedef struct {
    /// The instruction in whose place it stands.
    uint64_t instruction;
    /// Begins with that jump; returns the address of the instruction to go on with.
    void *_Nonnull run;
} MachineLoop;

/// What the loop needs of a function that is ready to run: the first fields of `LinkedFunction`.
typedef struct MachineFunction {
    void *_Nonnull code;
    intptr_t *_Nonnull constants;
    void *_Nullable *_Nonnull objects;
    void *_Nonnull *_Nonnull callees;
    MachineShape *_Nonnull shapes;
    intptr_t rawRegisters;
    intptr_t objectRegisters;
    /// Of the jumps that stand for loops; NULL where there are none.
    MachineLoop *_Nullable loops;
} MachineFunction;

/// What a global variable is: not declared yet, or changed by a call under way through an `inout` argument, which both forbid its use;
/// or there, and set or not since it was last saved.
enum { MachineGlobalAbsent = 0, MachineGlobalAccessed = 1, MachineGlobalChanged = 2, MachineGlobalSaved = 3 };
/// What a captured variable's cell says beside 0 and 1, which tell whether it was set since it was last saved: a call under way is changing it.
enum { MachineCellAccessed = 2 };

/// What all runs of the loop in one session share.
struct MachineShared {
    void *_Nonnull frameLimit;
    intptr_t *_Nonnull rawLimit;
    void *_Nonnull objectLimit;
    intptr_t *_Nonnull globalRaws;
    void *_Nonnull globalObjects;
    /// What a global is: a `MachineGlobal`.
    uint8_t *_Nonnull globalRawStates;
    uint8_t *_Nonnull globalObjectStates;
    /// Swift's classes of the objects that the loop makes.
    const void *_Nonnull aggregateClass;
    const void *_Nonnull rawBoxClass;
    const void *_Nonnull stringClass;
    /// The `CharacterObject`s of ASCII.
    void *_Nonnull *_Nonnull plainCharacters;
    /// The user asked to stop. Written by other threads: see `machine_request_stop`.
    bool stop;
};

/// Where a run of the loop stands. The first four are laid out as `Frame`.
typedef struct {
    void *_Nonnull function;
    /// The instruction after the one at work.
    void *_Nonnull next;
    intptr_t *_Nonnull raws;
    void *_Nonnull objects;
    /// The top of the frame stack, and where this run found it.
    void *_Nonnull frame;
    void *_Nonnull base;
} MachineRegisters;

/// Why the loop gave back control.
typedef enum __attribute__((enum_extensibility(closed))) : int32_t {
    /// The function that the run began with has returned.
    MachineStopReturned,
    /// The instruction before `next` is one that the loop leaves to its caller, which then runs it again.
    MachineStopInstruction,
    MachineStopOverflow,
    MachineStopDivisionByZero,
    MachineStopRemainderByZero,
    MachineStopDivisionOverflow,
    MachineStopRemainderOverflow,
    MachineStopIndexOutOfRange,
    MachineStopUnexpectedNil,
    MachineStopStackOverflow,
    MachineStopInterrupted,
    MachineStopUninitialized,
} MachineStop;

/// Runs instructions until one of them stops the loop.
MachineStop machine_run(MachineRegisters *_Nonnull registers, MachineShared *_Nonnull shared);

/// Thread-safe.
void machine_request_stop(MachineShared *_Nonnull shared, bool stop);
bool machine_is_stopped(const MachineShared *_Nonnull shared);

/// Of the instruction with this number, for the test that compares it with `Opcode`; nil past the last.
const char *_Nullable machine_opcode_name(int opcode);

/// Writes the second copy of an instruction for every other one of its kind.
void machine_alternate(uint64_t *_Nonnull code, intptr_t count);

/// Owns the memory of translated loops.
typedef struct MachineTranslator MachineTranslator;
MachineTranslator *_Nullable machine_translator_create(void);
void machine_translator_destroy(MachineTranslator *_Nullable translator);
/// Translates those loops of a function's code that can be, and has the jumps at their ends stand for them. Returns their table, to be freed with the code; NULL where there are none.
MachineLoop *_Nullable machine_translate(MachineTranslator *_Nullable translator, uint64_t *_Nonnull code, intptr_t count);
/// The number of the instruction that stands for a translated loop.
int machine_translated_opcode(void);

/// A hash of ASCII text, the same wherever the text lies; -1 for text that is not ASCII.
intptr_t machine_hash_text(const uint8_t *_Nonnull bytes, intptr_t count);
/// The same for a `StringObject` whose text is short; -1 for the others.
intptr_t machine_hash_short(const void *_Nonnull string);
/// The characters of a `StringObject` of ASCII, where no carriage return makes one of two of them; -1 for the others.
intptr_t machine_count_plain(const void *_Nonnull string);
/// Whether two `StringObject`s hold the same short text; false also where either is not short.
bool machine_are_same_short(const void *_Nonnull left, const void *_Nonnull right);

/// What the loop reads of an object and of an array's box, for the test of the layouts.
bool machine_is_unique(const void *_Nonnull object);
intptr_t machine_array_count(const void *_Nonnull box);
intptr_t machine_array_capacity(const void *_Nonnull box);
void *_Nonnull machine_array_elements(const void *_Nonnull box);
/// And of a `StringObject`: where its bytes lie, their number, and whether they are known to be ASCII.
const uint8_t *_Nullable machine_text_bytes(const void *_Nonnull string, intptr_t *_Nonnull count, bool *_Nonnull isASCII);
/// Appends a short text to a long one in place, as the loop does; false where that cannot be done.
bool machine_append_in_place(void *_Nonnull string, const void *_Nonnull tail);

#endif
