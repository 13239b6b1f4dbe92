import CMachine
import IR

/// What happens when a function stops before its end.
extension Machine {
    /// Finds the handler of the error that stopped the suspended frame, among the frames above `base`, and makes it the innermost
    /// frame; throws when there is none.
    func handle(_ cause: any Error, _ base: UnsafeMutablePointer<Frame>) throws {
        var error = cause
        if !(error is ThrownValue || error is RuntimeError || error is Trap || error is Interruption || error is MemoryLimit) {
            error = ThrownValue(error: Machine.existential(of: error))
        }
        guard let thrown = error as? ThrownValue else {
            // Told once, where it happened; frames outside native code only pass it on.
            let described = error is RuntimeError ? error : describeFailure(error)
            leaveFrames(above: base)
            Machine.clear(suspended.objects, suspended.function.pointee.objectRegisters)
            throw described
        }
        if !isHandled() {
            let described = describeFailure(thrown)
            leaveFrames(above: base)
            Machine.clear(suspended.objects, suspended.function.pointee.objectRegisters)
            throw described
        }
        while true {
            endAccesses()
            if let handler = suspended.function.pointee.handler(before: suspended.next) {
                suspended.next = suspended.function.pointee.code + handler.target
                suspended.objects[handler.register] = thrown.error
                return
            }
            if top == base {
                Machine.clear(suspended.objects, suspended.function.pointee.objectRegisters)
                throw thrown
            }
            popFrame()
        }
    }

    /// The call that the suspended frame made is over: what it was given to change may be touched again.
    private func endAccesses() {
        var next = suspended.next
        while next != suspended.function.pointee.end {
            let access = Access(rawValue: next.pointee.A)
            guard next.pointee.opcode == .access, access.contains(.end) else { return }
            if access.contains(.cell) {
                (suspended.objects[next.pointee.wide] as? Cell)?.isChanged = 1
            } else {
                (access.contains(.reference) ? globals.objectStates : globals.rawStates)[next.pointee.wide] = Globals.State.changed
            }
            next += 1
        }
    }

    /// Nobody handles the error: a captured variable may outlive the cell, and is not being changed any more.
    private func leaveFrames(above base: UnsafeMutablePointer<Frame>) {
        endAccesses()
        while top != base {
            popFrame()
            endAccesses()
        }
    }

    private func popFrame() {
        Machine.clear(suspended.objects, suspended.function.pointee.objectRegisters)
        top -= 1
        suspended = top.pointee
    }

    /// Whether any frame handles a thrown error: looked up before the stack is taken down, which the report needs.
    private func isHandled() -> Bool {
        if suspended.function.pointee.handler(before: suspended.next) != nil { return true }
        var frame = top
        while frame != stacks.frames {
            frame -= 1
            if frame.pointee.function.pointee.handler(before: frame.pointee.next) != nil { return true }
        }
        return false
    }

    /// Why the loop stopped, as an error.
    func failure(_ why: MachineStop) -> any Error {
        switch why {
        case .overflow: return Trap.overflow
        case .divisionByZero: return Trap.divisionByZero
        case .remainderByZero: return Trap.remainderByZero
        case .divisionOverflow: return Trap.divisionOverflow
        case .remainderOverflow: return Trap.remainderOverflow
        case .indexOutOfRange: return Trap.indexOutOfRange
        case .unexpectedNil: return Trap.unexpectedNil
        case .stackOverflow: return Trap.stackOverflow
        case .interrupted: return interruption
        case .uninitialized: return unusableGlobal()
        case .returned, .instruction: return Trap("the machine stopped without a reason")
        }
    }

    /// What the raised stop flag means: the user's wish, or the end of the memory.
    package var interruption: any Error {
        guard memoryWatch.wasExceeded else { return Interruption() }
        return MemoryLimit("out of memory: the cell brought the session to its limit of \(Machine.text(bytes: memoryLimit))")
    }

    /// The instruction before names a global that has no value yet, or that a call under way is changing.
    private func unusableGlobal() -> Trap {
        let instruction = (suspended.next - 1).pointee
        let isRaw: Bool
        switch instruction.opcode {
        case .cellRaw, .cellObject, .setCellRaw, .setCellObject, .cellAddressRaw, .cellAddressObject: return .accessConflict("a captured variable")
        case .access where Access(rawValue: instruction.A).contains(.cell): return .accessConflict("a captured variable")
        case .globalRaw, .setGlobalRaw, .globalAddressRaw: isRaw = true
        case .access: isRaw = !Access(rawValue: instruction.A).contains(.reference)
        default: isRaw = false
        }
        let index = instruction.wide
        let name = (isRaw ? globalNames.raw : globalNames.object)[index].map { "'\($0)'" }
        if (isRaw ? globals.rawStates : globals.objectStates)[index] == Globals.State.accessed { return .accessConflict(name ?? "a variable") }
        return Trap("global \(name ?? "variable") used before its declaration has run")
    }

    private func describeFailure(_ error: any Error) -> RuntimeError {
        let stack = callStack()
        // The innermost place in a cell: the standard library's own text is nowhere to the user.
        let place = stack.first { $0.place.source >= 0 }?.place ?? .nowhere
        func report(_ kind: RuntimeError.Kind, _ message: String) -> RuntimeError {
            RuntimeError(kind: kind, message: message, place: place, stack: stack)
        }
        switch error {
        case let trap as Trap: return report(trap == .stackOverflow ? .limit : .trap, trap.message)
        case is Interruption: return report(.interrupted, "interrupted")
        case let limit as MemoryLimit: return report(.limit, limit.message)
        case let thrown as ThrownValue:
            let error = thrown.error
            // Those of the library say what is wrong; a cell's own are shown as Swift shows them.
            if case .native = error.type {
                return report(.thrown(type: error.type.spelled), (try? describe(error.type, word: error.bits, object: error.object)) ?? error.type.spelled)
            }
            let text = (try? debugDescribe(error.type, word: error.bits, object: error.object)) ?? error.type.spelled
            return report(.thrown(type: error.type.spelled), Trap("Error raised at top level: " + text).message)
        default: return report(.trap, "\(error)")
        }
    }

    /// The calls under way, innermost first; of a very deep stack the first 50 and the last 50.
    private func callStack() -> [RuntimeError.Call] {
        var calls: [RuntimeError.Call] = []
        func add(_ frame: Frame) {
            guard frame.function.pointee.number >= 0 else { return }
            calls.append(RuntimeError.Call(function: frame.function.pointee.source.name, place: frame.function.pointee.place(before: frame.next)))
        }
        add(suspended)
        let depth = top - stacks.frames
        for offset in 1 ... max(1, depth) where offset <= depth && (offset < 50 || offset > depth - 50) {
            add((top - offset).pointee)
        }
        return calls
    }

    /// A native error as the cell's `any Error`.
    static func existential(of error: any Error) -> Existential {
        if let value = error as? any Bridged {
            let isRaw = type(of: value).isRaw
            return Existential(type: type(of: value).valueType, bits: isRaw ? value.word : 0, object: isRaw ? nil : value.reference)
        }
        return foreign(error)
    }
    /// Of an error type that cells do not know.
    private static func foreign(_ error: any Error) -> Existential {
        Existential(type: .native(String(describing: type(of: error)), []), bits: 0, object: Box<any Error>(error))
    }
}
