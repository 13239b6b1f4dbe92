import CMachine
import IR

/// A global variable of a session: which of the two kinds, and its number among them.
package struct GlobalSlot: Hashable, Sendable {
    package enum Kind: Sendable { case raw, object }
    package let kind: Kind
    package let index: Int

    package init(_ kind: Kind, _ index: Int) { (self.kind, self.index) = (kind, index) }
    package init(_ global: Program.Global) { self.init(global.type.isRaw ? .raw : .object, global.index) }
}

extension Machine {
    private func state(_ slot: GlobalSlot) -> UnsafeMutablePointer<UInt8> {
        (slot.kind == .raw ? globals.rawStates : globals.objectStates) + slot.index
    }

    /// Whether a global is set and was changed since `markSaved`.
    package func isChanged(_ slot: GlobalSlot) -> Bool { state(slot).pointee == Globals.State.changed }
    package func isSet(_ slot: GlobalSlot) -> Bool { state(slot).pointee != Globals.State.absent }
    package func markSaved(_ slot: GlobalSlot) { state(slot).pointee = Globals.State.saved }

    package func word(_ slot: GlobalSlot) -> Word { globals.raws[slot.index] }
    package func object(_ slot: GlobalSlot) -> AnyObject? { globals.objects[slot.index] }

    /// Sets a global to what was saved of it.
    package func restore(_ slot: GlobalSlot, word: Word, object: AnyObject?) {
        guard slot.index < Globals.limit else { return }
        if slot.kind == .raw { globals.raws[slot.index] = word } else { globals.objects[slot.index] = object }
        markSaved(slot)
    }

    /// Lets go of a global's value, between cells; whoever asks for it gets it through `fetch`.
    package func release(_ slot: GlobalSlot) {
        guard slot.kind == .object, slot.index < Globals.limit else { return }
        globals.objects[slot.index] = nil
        state(slot).pointee = Globals.State.absent
    }

    /// Gets what the loop has just asked for, if it is a global that was saved and not read yet; the instruction is then run again.
    func fetchGlobal(_ registers: UnsafeMutablePointer<MachineRegisters>) throws -> Bool {
        let next = registers.pointee.next.assumingMemoryBound(to: Instruction.self) - 1
        let kind: GlobalSlot.Kind
        switch next.pointee.opcode {
        case .globalRaw, .globalAddressRaw: kind = .raw
        case .globalObject, .globalAddressObject: kind = .object
        case .access where Access(rawValue: next.pointee.A).contains(.cell): return false
        case .access: kind = Access(rawValue: next.pointee.A).contains(.reference) ? .object : .raw
        default: return false
        }
        let slot = GlobalSlot(kind, next.pointee.wide)
        guard try fetch(slot), isSet(slot) else { return false }
        registers.pointee.next = UnsafeMutableRawPointer(next)
        return true
    }

    /// Whether a global that is made on its first use is there.
    func isReady(_ slot: GlobalSlot) throws -> Bool {
        if isSet(slot) { return true }
        return try fetch(slot) && isSet(slot)
    }
}
