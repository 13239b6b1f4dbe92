import CMachine
import Glibc
import IR

/// A native function where a program calls it.
struct LinkedNative {
    /// Absent when the table has none under this key.
    let entry: NativeTable.Entry?
    let site: NativeSite
    let referenceCount: Int
    /// 1 when the result is a reference, which stays in the window.
    let resultReferences: Int

    init(_ site: NativeSite, _ table: NativeTable) {
        entry = table.functions[site.key]
        self.site = site
        referenceCount = site.referenceCount
        resultReferences = site.result.isRaw || site.result.isVoid ? 0 : 1
    }
}

/// A function ready to run: its tables at fixed addresses, callees and natives resolved.
///
/// Lives as long as the machine: closures and globals of later cells may refer to it.
struct LinkedFunction {
    typealias Pointer = UnsafeMutablePointer<LinkedFunction>

    /// What the loop reads; first, so that a pointer to the function is one to this.
    private let core: MachineFunction
    let number: Int
    let source: Function
    let natives: UnsafeMutablePointer<LinkedNative>
    let types: UnsafeMutablePointer<ValueType>
    let requirements: UnsafeMutablePointer<WitnessCache>

    init(_ source: Function, number: Int, functions: [Pointer], natives table: NativeTable, translator: OpaquePointer?) {
        (self.source, self.number) = (source, number)
        let (code, loops) = LinkedFunction.code(source.code, translator)
        // Slot 0 of each window is there even when nothing is passed, for the result.
        core = MachineFunction(
            code: code, constants: LinkedFunction.store(source.constants),
            objects: UnsafeMutableRawPointer(LinkedFunction.store(source.objects.map(LinkedFunction.object))).assumingMemoryBound(to: UnsafeMutableRawPointer?.self),
            callees: LinkedFunction.store(source.callees.map { UnsafeMutableRawPointer(functions[$0]) }),
            shapes: LinkedFunction.store(source.shapes.map { MachineShape(references: $0.references, raws: $0.raws, tag: $0.tag, callee: $0.callee) }),
            rawRegisters: max(1, source.rawRegisters), objectRegisters: max(1, source.objectRegisters), loops: loops)
        natives = LinkedFunction.store(source.natives.map { LinkedNative($0, table) })
        types = LinkedFunction.store(source.types)
        requirements = LinkedFunction.store(source.requirements.map(WitnessCache.init))
    }

    @inline(__always) var code: UnsafeMutablePointer<Instruction> { core.code.assumingMemoryBound(to: Instruction.self) }
    var end: UnsafeMutablePointer<Instruction> { code + source.code.count }
    @inline(__always) var rawRegisters: Int { core.rawRegisters }
    @inline(__always) var objectRegisters: Int { core.objectRegisters }
    /// The constants that are objects.
    @inline(__always) var objects: UnsafeMutablePointer<AnyObject?> { UnsafeMutableRawPointer(core.objects).assumingMemoryBound(to: AnyObject?.self) }
    var shapes: UnsafeMutablePointer<MachineShape> { core.shapes }
    func callee(_ index: Int) -> Pointer { core.callees[index].assumingMemoryBound(to: LinkedFunction.self) }

    func deallocate() {
        core.code.deallocate()
        free(core.loops)
        core.constants.deallocate()
        objects.deinitialize(count: source.objects.count)
        objects.deallocate()
        core.callees.deallocate()
        natives.deinitialize(count: source.natives.count)
        natives.deallocate()
        core.shapes.deallocate()
        types.deinitialize(count: source.types.count)
        types.deallocate()
        requirements.deinitialize(count: source.requirements.count)
        requirements.deallocate()
    }

    private static func code(_ instructions: [Instruction], _ translator: OpaquePointer?) -> (code: UnsafeMutableRawPointer, loops: UnsafeMutablePointer<MachineLoop>?) {
        let code = UnsafeMutableRawPointer(store(instructions))
        let words = code.assumingMemoryBound(to: UInt64.self)
        let loops = machine_translate(translator, words, instructions.count)
        machine_alternate(words, instructions.count)
        return (code, loops)
    }
    private static func store<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        pointer.initialize(from: elements, count: elements.count)
        return pointer
    }

    private static func object(_ constant: Function.Constant) -> AnyObject? {
        switch constant {
        case .string(let text): StringObject(text)
        case .character(let character): CharacterObject(character)
        case .emptyCase(let tag): Aggregate.make(references: 0, raws: 0, tag: tag)
        }
    }

    /// Where the instruction before `next` comes from.
    func place(before next: UnsafeMutablePointer<Instruction>) -> Place {
        let position = max(0, next - code - 1)
        var (low, high) = (0, source.spans.count)
        while low < high {
            let middle = (low + high) / 2
            if source.spans[middle].start <= position { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? .nowhere : source.spans[low - 1].place
    }

    func handler(before next: UnsafeMutablePointer<Instruction>) -> Function.Handler? {
        source.handlers.first { $0.range.contains(next - code - 1) }
    }
}
