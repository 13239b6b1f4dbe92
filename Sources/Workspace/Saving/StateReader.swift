import IR
import Runtime
import Storage

/// Gives a session the values of a saved state: small ones at once, large ones when a cell first uses them. And takes large ones out of memory that cells can hardly mention any more.
///
/// Used by the thread that runs cells.
final class StateReader {
    private unowned let machine: Machine
    private let cells: SharedCells
    private let chunks: HeapChunks
    private let store: SessionStore
    /// Where the value of each slot is, as far as it has not been read.
    private var waiting: [Int: StateRecord.Binding] = [:]
    /// Where the large values are that are in memory too.
    private var present: [Int: StateRecord.Binding] = [:]
    /// What cannot be had, by slot, and why.
    private(set) var lost: [Int: (name: String, reason: String)] = [:]

    /// A value of more bytes is read when it is first used.
    static let lazySize = 1_000_000

    init(_ machine: Machine, _ cells: SharedCells, _ chunks: HeapChunks, _ store: SessionStore) {
        (self.machine, self.cells, self.chunks, self.store) = (machine, cells, chunks, store)
        machine.fetch = { [weak self] slot in
            guard let self else { return false }
            let number = SlotNumber.of(slot)
            if let (name, reason) = lost[number] { throw Trap("the value of '\(name)' could not be restored: \(reason)", kind: "") }
            guard waiting[number] != nil else { return false }
            try read(number)
            return true
        }
    }

    /// - Parameter isSameCode: whether the programs came out as they were when the values were saved. Else only variables are restored that are found again by name and type, and whose values
    ///   do not depend on the code: functions are saved as numbers, and the parts of structs by their places.
    func restore(_ state: StateRecord, isSameCode: Bool) {
        let variables = Dictionary(machine.variables.map { (SlotNumber.of(GlobalSlot($0)), $0) }) { _, last in last }
        for binding in state.bindings {
            if case .cell(let number)? = SlotNumber.meaning(binding.slot) { cells.reserve(through: number) }
            waiting[binding.slot] = binding
        }
        for binding in state.bindings {
            guard case .global? = SlotNumber.meaning(binding.slot) else { continue }
            if let problem = binding.problem {
                lose(binding, problem)
            } else if !isSameCode, variables[binding.slot].map({ $0.name == binding.name && $0.type.spelled == binding.type && $0.type.isPlain }) != true {
                lose(binding, "it was saved by another version of Engram")
            } else if binding.size <= Self.lazySize {
                _ = try? read(binding.slot)
            }
        }
    }

    private func lose(_ binding: StateRecord.Binding, _ reason: String) {
        waiting[binding.slot] = nil
        lost[binding.slot] = (binding.name, reason)
    }

    private func read(_ number: Int) throws {
        guard let binding = waiting[number], case .global(let slot)? = SlotNumber.meaning(number) else { return }
        do {
            let record = try store.binding(number, in: binding.state)
            let value = try StateWriter.value(record, chunks.heap)
            if slot.kind == .raw {
                guard value.content.count == 8 else { throw SavingError.damaged("a number of another size") }
                machine.restore(slot, word: value.content.withUnsafeBytes { Int(littleEndian: $0.loadUnaligned(as: Int.self)) }, object: nil)
            } else {
                let object = try ValueDecoder.decode(value, machine: machine, store: chunks, cells: cells)
                try fillCells()
                machine.restore(slot, word: 0, object: object)
            }
            waiting[number] = nil
            if binding.size > Self.lazySize { present[number] = binding }
        } catch {
            lose(binding, "\(error)")
            throw Trap("the value of '\(binding.name)' could not be restored: \(error)", kind: "")
        }
    }

    private func fillCells() throws {
        var begun: [Int] = []
        do {
            while let number = cells.takeWanted() {
                begun.append(number)
                try fill(number)
            }
        } catch {
            cells.forget(begun)
            throw error
        }
    }

    private func fill(_ number: Int) throws {
        guard let cell = cells.cells[number] else { return }
        guard let binding = waiting[SlotNumber.of(cell: number)] else { throw SavingError.damaged("a variable that a closure uses is missing") }
        if let problem = binding.problem { throw SavingError.damaged(problem) }
        let record = try store.binding(binding.slot, in: binding.state)
        try ValueDecoder.decode(StateWriter.value(record, chunks.heap), into: cell, machine: machine, store: chunks, cells: cells)
    }

    /// A state has these anew: a cell that was let go of is found there.
    func note(_ bindings: [BindingRecord], state: Int) {
        for record in bindings {
            let binding = StateRecord.Binding(state: state, slot: record.slot, name: record.name, type: record.type, size: record.size, problem: record.problem)
            if case .cell? = SlotNumber.meaning(binding.slot) {
                waiting[binding.slot] = binding
            } else {
                waiting[binding.slot] = nil
                lost[binding.slot] = nil
                present[binding.slot] = binding.size > Self.lazySize && binding.problem == nil ? binding : nil
            }
        }
    }

    /// Lets go of a large variable in whose place cells see another of its name. Functions and closures that were made before may still mean the old one: they get it from the file.
    func release(_ slot: GlobalSlot) {
        let number = SlotNumber.of(slot)
        guard machine.isSet(slot), !machine.isChanged(slot), let binding = present.removeValue(forKey: number) else { return }
        waiting[number] = binding
        machine.release(slot)
    }
}

extension ValueType {
    /// Whether its values are saved in a form that any version of the program reads: numbers, texts, library values, and lists of those.
    fileprivate var isPlain: Bool {
        switch self {
        case .integer, .double, .float, .bool, .string, .character: true
        case .optional(let wrapped): wrapped.isPlain
        case .array(let element): element.isPlain
        case .native(_, let arguments): arguments.allSatisfy(\.isPlain)
        // Tables hold the hashes of their keys, which the code computes.
        case .tuple, .dictionary, .set, .nominal, .function, .existential, .metatype: false
        }
    }
}
