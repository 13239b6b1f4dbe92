import CMachine
import IR

/// Running functions. The loop itself is in `CMachine`; here is what it leaves to Swift.
extension Machine {
    @inline(__always)
    static func peek<Object: AnyObject>(_ slot: UnsafeMutablePointer<AnyObject?>, _: Object.Type) -> Unmanaged<Object> {
        UnsafeRawPointer(slot).load(as: Unmanaged<Object>.self)
    }
    @inline(__always)
    static func isNil(_ slot: UnsafeMutablePointer<AnyObject?>) -> Bool {
        UnsafeRawPointer(slot).load(as: UInt.self) == 0
    }
    @inline(__always)
    static func take(_ target: UnsafeMutablePointer<AnyObject?>, _ source: UnsafeMutablePointer<AnyObject?>) {
        let bits = UnsafeRawPointer(source).load(as: UInt.self)
        UnsafeMutableRawPointer(source).storeBytes(of: 0, as: UInt.self)
        if !isNil(target) { target.pointee = nil }
        UnsafeMutableRawPointer(target).storeBytes(of: bits, as: UInt.self)
    }
    @inline(__always)
    static func clear(_ objects: UnsafeMutablePointer<AnyObject?>, _ count: Int) {
        var index = 0
        while index < count {
            if !isNil(objects + index) { objects[index] = nil }
            index &+= 1
        }
    }
    @inline(__always)
    static func address(_ word: Word) -> UnsafeMutablePointer<Word> { UnsafeMutablePointer(bitPattern: word).unsafelyUnwrapped }
    @inline(__always)
    static func slot(_ word: Word) -> UnsafeMutablePointer<AnyObject?> { UnsafeMutablePointer(bitPattern: word).unsafelyUnwrapped }

    /// Runs a function whose arguments are in its windows, until it returns. Its calls are on the frame stack from `base` on.
    func execute(
        _ start: LinkedFunction.Pointer, _ raws: UnsafeMutablePointer<Word>, _ objects: UnsafeMutablePointer<AnyObject?>, base: UnsafeMutablePointer<Frame>
    ) throws {
        var registers = MachineRegisters(start, raws, objects, base: base)
        let outer = current
        defer { current = outer }
        try withUnsafeMutablePointer(to: &registers) { registers in
            current = registers
            while true {
                let why = machine_run(registers, shared)
                if why == .returned { return }
                do {
                    if why == .instruction { try perform(registers) } else if try why != .uninitialized || !fetchGlobal(registers) { throw failure(why) }
                } catch {
                    // Find who handles it, or leave with it.
                    try handle(error, base)
                }
            }
        }
    }

    /// Runs the instruction that the loop has left.
    @inline(__always)
    private func perform(_ registers: UnsafeMutablePointer<MachineRegisters>) throws {
        // Word by word: read as a whole, they would have to wait until the loop's writes have reached the cache.
        let i = registers.pointee.next.assumingMemoryBound(to: Instruction.self)[-1]
        let function = registers.pointee.function.assumingMemoryBound(to: LinkedFunction.self)
        let (R, O) = (registers.pointee.raws, registers.pointee.objects.assumingMemoryBound(to: AnyObject?.self))
        switch i.opcode {
        case .callNative: try call(function.pointee.natives + i.C, R + i.A, O + i.B)
        case .appendString: try append(String(reference: O[i.B]), to: O + i.A)
        case .valueAddressObjectKey: try valueAddress(R + i.A, Machine.slot(R[i.B]), 0, O[i.C])
        case .valueAddressRawKey: try valueAddress(R + i.A, Machine.slot(R[i.B]), R[i.C], nil)
        case .callWitness:
            let callee = try witness(function.pointee.requirements + i.C, O + i.B)
            let (raws, objects) = (R + i.A, O + i.B)
            guard top != stacks.frameLimit, raws + callee.pointee.rawRegisters <= stacks.rawLimit, objects + callee.pointee.objectRegisters <= stacks.objectLimit
            else { throw Trap.stackOverflow }
            if isInterrupted { throw interruption }
            top.initialize(to: suspended)
            top += 1
            suspended = Frame(function: callee, next: callee.pointee.code, raws: raws, objects: objects)
        default: try carryOut(i, R, O, function)
        }
    }
}

extension MachineRegisters {
    /// At the start of a function.
    init(_ function: LinkedFunction.Pointer, _ raws: UnsafeMutablePointer<Word>, _ objects: UnsafeMutablePointer<AnyObject?>, base: UnsafeMutablePointer<Frame>) {
        self.init(
            function: UnsafeMutableRawPointer(function), next: UnsafeMutableRawPointer(function.pointee.code), raws: raws, objects: UnsafeMutableRawPointer(objects),
            frame: UnsafeMutableRawPointer(base), base: UnsafeMutableRawPointer(base))
    }

    /// Which function is at work, and where.
    @inline(__always)
    var position: Frame {
        get {
            Frame(
                function: function.assumingMemoryBound(to: LinkedFunction.self), next: next.assumingMemoryBound(to: Instruction.self),
                raws: raws, objects: objects.assumingMemoryBound(to: AnyObject?.self))
        }
        set {
            (function, next) = (UnsafeMutableRawPointer(newValue.function), UnsafeMutableRawPointer(newValue.next))
            (raws, objects) = (newValue.raws, UnsafeMutableRawPointer(newValue.objects))
        }
    }
}
