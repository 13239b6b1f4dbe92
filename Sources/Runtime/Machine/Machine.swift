import CMachine
import Display
import IR

/// Runs programs against the state of one session: its functions, its globals, its output.
///
/// One thread runs cells; `interrupt()` may come from any other.
// Unchecked: everything but the flag belongs to the thread that runs the cell.
package final class Machine: @unchecked Sendable {
    /// Where the text of `print` goes, in pieces, on the thread that runs the cell or a timer's.
    package var output: (Output.Stream, String) -> Void {
        get { buffer.output }
        set { buffer.output = newValue }
    }
    /// Where a cell gets a line from, without its end; nil when there is no more. Throws `InputFailure`.
    package var input: (_ prompt: String, _ isHidden: Bool) throws -> String? = { _, _ in nil }
    /// Where pictures go, and what else a cell puts out that is more than text.
    package var show: (Output) -> Void = { _ in }
    /// Who shows how far loops and library calls are; nil where nobody watches.
    package var progress: ProgressMeter?
    /// What `random` without a generator of the cell's own draws from: one word, so that a session can record and restore it.
    package var randomState: UInt64 = 0
    /// Bytes this process may hold before an allocation is refused.
    package var memoryLimit: Int

    let natives: NativeTable
    /// The library types whose values can be saved.
    let savedTypes: SavableTypes
    let stacks: Stacks
    let globals: Globals
    var functions: [LinkedFunction.Pointer] = []
    var globalNames: (raw: [Int: String], object: [Int: String]) = ([:], [:])
    var witnesses: [WitnessKey: LinkedFunction.Pointer] = [:]
    var conformances: Set<ConformanceKey> = []
    /// All global variables of the session, in the order in which they were declared.
    package private(set) var variables: [Program.Global] = []
    /// The types declared in Swift source, by number.
    package private(set) var types = TypeNumbers()
    /// Gives globals their values that a restored session has not read yet, when they are first used.
    package var fetch: (_ slot: GlobalSlot) throws -> Bool = { _ in false }
    /// The innermost frame that waits for native code, and the frame stack above it.
    var suspended: Frame {
        get { current.pointee.position }
        set { current.pointee.position = newValue }
    }
    var top: UnsafeMutablePointer<Frame> {
        get { current.pointee.frame.assumingMemoryBound(to: Frame.self) }
        set { current.pointee.frame = UnsafeMutableRawPointer(newValue) }
    }
    /// Where the innermost run of the loop stands; outside of any, at the ground.
    var current: UnsafeMutablePointer<MachineRegisters>
    /// How many runs of the loop lie on the native stack.
    var nesting = 0
    /// The failure of a closure that native code could not hear of.
    var postponed: (any Error)?
    let buffer = OutputBuffer()
    /// What the loop reads of the session, and the flag that stops it.
    let shared: UnsafeMutablePointer<MachineShared>
    /// Absent until the first cell runs.
    private(set) lazy var memoryWatch = MemoryWatch { [weak self] in self?.interrupt() }
    /// Of the loops that the processor carries out itself; nil where it cannot.
    private let translator: OpaquePointer?
    private let ground: LinkedFunction.Pointer
    private let groundRegisters: UnsafeMutablePointer<MachineRegisters>

    struct WitnessKey: Hashable {
        var requirement: Int
        var type: ValueType
    }
    struct ConformanceKey: Hashable {
        var proto: Int
        var type: ValueType
    }

    /// - Parameters:
    ///   - depth: how many calls may be under way at once.
    ///   - translates: whether loops over numbers become the processor's own instructions, where that can be. What they do is the same.
    package init(natives: NativeTable = NativeTable(), saved: SavableTypes = SavableTypes(), depth: Int = 100_000, translates: Bool = true) {
        Pages.keepFreed()
        (self.natives, savedTypes) = (natives, saved)
        stacks = Stacks(depth: depth + 1, registers: 1 << 22)
        globals = Globals()
        memoryLimit = Pages.limit()
        shared = .allocate(capacity: 1)
        shared.initialize(to: MachineShared(stacks, globals))
        translator = translates ? machine_translator_create() : nil
        ground = .allocate(capacity: 1)
        ground.initialize(to: LinkedFunction(Function(name: ""), number: -1, functions: [], natives: natives, translator: translator))
        groundRegisters = .allocate(capacity: 1)
        groundRegisters.initialize(to: MachineRegisters(ground, stacks.raws, stacks.objects, base: stacks.frames))
        current = groundRegisters
    }

    deinit {
        globals.deallocate()
        for function in functions + [ground] {
            function.pointee.deallocate()
            function.deinitialize(count: 1)
            function.deallocate()
        }
        machine_translator_destroy(translator)
        stacks.deallocate()
        shared.deallocate()
        groundRegisters.deallocate()
    }

    /// Asks the running cell to stop, or the next one, when it comes between two. Thread-safe.
    package func interrupt() { machine_request_stop(shared, true) }
    package func clearInterrupt() { machine_request_stop(shared, false) }
    /// Whether the user asked to stop; long natives ask this now and then and throw `Interruption`.
    package var isInterrupted: Bool { machine_is_stopped(shared) }

    /// Adds a program's functions to the session.
    package func link(_ program: Program) {
        precondition(program.firstFunction == functions.count, "programs are linked in the order in which they were lowered")
        for _ in program.functions { functions.append(.allocate(capacity: 1)) }
        for (offset, function) in program.functions.enumerated() {
            let number = program.firstFunction + offset
            functions[number].initialize(to: LinkedFunction(function, number: number, functions: functions, natives: natives, translator: translator))
        }
        for witness in program.witnesses {
            witnesses[WitnessKey(requirement: witness.requirement, type: witness.type)] = functions[witness.function]
        }
        for conformance in program.conformances {
            conformances.insert(ConformanceKey(proto: conformance.proto, type: conformance.type))
        }
        for type in program.nominals { types.add(type) }
        variables += program.globals
        for global in program.globals {
            if global.type.isRaw { globalNames.raw[global.index] = global.name } else { globalNames.object[global.index] = global.name }
        }
    }

    /// The code of a function of the session.
    package func source(of number: Int) -> Function? { function(number)?.pointee.source }
    func function(_ number: Int) -> LinkedFunction.Pointer? { functions.indices.contains(number) ? functions[number] : nil }

    /// Runs a cell to its end and gives its result.
    package func run(_ program: Program) throws(RuntimeError) -> Value {
        link(program)
        defer {
            flush()
            clearInterrupt()
        }
        do {
            guard max(program.rawGlobals, program.objectGlobals) < Globals.limit else { throw MemoryLimit("too many global variables") }
            return try memoryWatch.during(limit: memoryLimit) {
                try enter(functions[program.entry]) { _, _ in
                } read: { raws, objects in
                    Value(type: program.result, word: raws[0], object: objects[0])
                }
            }
        } catch let error as RuntimeError {
            globals.endAccesses(raws: program.rawGlobals, objects: program.objectGlobals)
            throw error
        } catch {
            // Everything that leaves the loop has been given its place there.
            throw RuntimeError(kind: .trap, message: "\(error)", place: .nowhere, stack: [])
        }
    }

    /// Throws when an allocation of so many bytes would pass the memory limit. Small ones are not worth asking about.
    package func reserve(bytes: Int) throws {
        guard bytes > 1 << 20 else { return }
        if bytes > memoryLimit || Pages.resident() > memoryLimit - bytes {
            // What is kept only to know that it was not changed.
            Held.releaseUnused()
            if bytes <= memoryLimit, Pages.resident() <= memoryLimit - bytes { return }
            throw MemoryLimit("out of memory: \(Machine.text(bytes: bytes)) more do not fit into the session's limit of \(Machine.text(bytes: memoryLimit))")
        }
    }

    /// A number of bytes as a reader wants it: `1.5 GB`.
    static func text(bytes: Int) -> String {
        let units = ["bytes", "KB", "MB", "GB", "TB", "PB", "EB"]
        var (value, unit) = (Double(bytes), 0)
        while value >= 999.95, unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
        if unit == 0 || value >= 99.95 { return "\(Int(value.rounded())) \(units[unit])" }
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}

extension MachineShared {
    init(_ stacks: Stacks, _ globals: Globals) {
        self.init(
            frameLimit: UnsafeMutableRawPointer(stacks.frameLimit), rawLimit: stacks.rawLimit, objectLimit: UnsafeMutableRawPointer(stacks.objectLimit),
            globalRaws: globals.raws, globalObjects: UnsafeMutableRawPointer(globals.objects), globalRawStates: globals.rawStates,
            globalObjectStates: globals.objectStates, aggregateClass: unsafeBitCast(Aggregate.self as AnyObject.Type, to: UnsafeRawPointer.self),
            rawBoxClass: unsafeBitCast(RawBox.self as AnyObject.Type, to: UnsafeRawPointer.self),
            stringClass: unsafeBitCast(StringObject.self as AnyObject.Type, to: UnsafeRawPointer.self),
            plainCharacters: UnsafeMutableRawPointer(Texts.plainCharacters).assumingMemoryBound(to: UnsafeMutableRawPointer.self), stop: false)
    }
}
