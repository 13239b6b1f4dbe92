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

    /// Runs a function whose arguments are in its windows, until it returns.
    func execute(_ start: LinkedFunction.Pointer, _ raws: UnsafeMutablePointer<Word>, _ objects: UnsafeMutablePointer<AnyObject?>) throws {
        let base = top
        var registers = MachineRegisters(
            function: UnsafeMutableRawPointer(start), next: UnsafeMutableRawPointer(start.pointee.code), raws: raws, objects: UnsafeMutableRawPointer(objects),
            frame: UnsafeMutableRawPointer(base), base: UnsafeMutableRawPointer(base))
        while true {
            let why = machine_run(&registers, shared)
            if why == .returned { return }
            suspended = registers.position
            top = registers.frame.assumingMemoryBound(to: Frame.self)
            do {
                if why == .instruction { try perform(&registers) } else { throw failure(why) }
            } catch {
                // Find who handles it, or leave with it.
                registers.position = try handle(error, base)
                registers.frame = UnsafeMutableRawPointer(top)
            }
        }
    }

    /// Runs the instruction that the loop has left.
    @inline(__always)
    private func perform(_ registers: inout MachineRegisters) throws {
        let here = registers.position
        let i = (here.next - 1).pointee
        switch i.opcode {
        case .callNative:
            try call(here.function.pointee.natives + i.C, here.raws + i.A, here.objects + i.B)
        case .callWitness:
            let callee = try witness(here.function.pointee.requirements[i.C], here.objects + i.B)
            let raws = here.raws + i.A, objects = here.objects + i.B
            guard top != stacks.frameLimit, raws + callee.pointee.rawRegisters <= stacks.rawLimit, objects + callee.pointee.objectRegisters <= stacks.objectLimit
            else { throw Trap.stackOverflow }
            if isInterrupted { throw Interruption() }
            top.initialize(to: here)
            registers.frame = UnsafeMutableRawPointer(top + 1)
            registers.position = Frame(function: callee, next: callee.pointee.code, raws: raws, objects: objects)
        default:
            try carryOut(i, here.raws, here.objects, here.function)
        }
    }
}

extension MachineRegisters {
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
