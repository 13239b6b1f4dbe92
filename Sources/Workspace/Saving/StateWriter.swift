import IR
import Runtime
import Storage

/// Finds out what changed in a session since it was last saved, and turns that into rows.
///
/// What did not change is not looked at: a global tells by one byte whether it was set, and a large object inside one that was set is known again when the machine still holds it
/// unchanged (`Held`). So a commit costs what changed, not what exists.
struct StateWriter {
    let machine: Machine
    let cells: SharedCells
    let chunks: HeapChunks
    private(set) var bindings: [BindingRecord] = []
    private var savedGlobals: [GlobalSlot] = []
    private var savedCells: [Int] = []

    /// A description that is longer goes to the heap.
    private static let contentLimit = 1 << 14
    private static let pieceSize = 1 << 18

    init(_ machine: Machine, _ cells: SharedCells, _ chunks: HeapChunks) throws {
        (self.machine, self.cells, self.chunks) = (machine, cells, chunks)
        for variable in machine.variables {
            let slot = GlobalSlot(variable)
            if machine.isChanged(slot) { try add(variable, slot) }
        }
        // Writing one may bring up others.
        var written: Set<Int> = []
        while true {
            let waiting = cells.changed.filter { written.insert($0).inserted }
            if waiting.isEmpty { break }
            for number in waiting { try add(cell: number) }
        }
    }

    private mutating func add(_ variable: Program.Global, _ slot: GlobalSlot) throws {
        savedGlobals.append(slot)
        if slot.kind == .raw {
            let word = machine.word(slot)
            let content = withUnsafeBytes(of: word.littleEndian) { Array($0) }
            return bindings.append(BindingRecord(slot: SlotNumber.of(slot), name: variable.name, type: variable.type.spelled, size: 8, content: content))
        }
        let (machine, chunks, cells) = (machine, chunks, cells)
        try add(SlotNumber.of(slot), variable.name, variable.type.spelled) {
            try ValueEncoder.encode(machine.object(slot), machine: machine, store: chunks, cells: cells)
        }
    }

    private mutating func add(cell number: Int) throws {
        guard let cell = cells.cells[number] else { return }
        savedCells.append(number)
        let (machine, chunks, cells) = (machine, chunks, cells)
        try add(SlotNumber.of(cell: number), "", "") { try ValueEncoder.encode(cell, machine: machine, store: chunks, cells: cells) }
    }

    private mutating func add(_ slot: Int, _ name: String, _ type: String, _ encode: () throws -> SavedValue) throws {
        do {
            let value = try encode()
            var binding = BindingRecord(slot: slot, name: name, type: type, size: value.size, content: value.content, pieces: value.chunks.map(PieceHash.init))
            if value.content.count > Self.contentLimit {
                var pieces: [PieceHash] = []
                var start = 0
                try value.content.withUnsafeBytes { bytes in
                    while start < bytes.count {
                        let end = min(start + Self.pieceSize, bytes.count)
                        pieces.append(try chunks.heap.put(UnsafeRawBufferPointer(rebasing: bytes[start ..< end])))
                        start = end
                    }
                }
                (binding.spilled, binding.content, binding.pieces) = (value.content.count, [], pieces + binding.pieces)
            }
            bindings.append(binding)
        } catch let error as SavingError {
            // One value that cannot be saved does not keep the others from being.
            bindings.append(BindingRecord(slot: slot, name: name, type: type, size: 0, content: [], problem: "\(error)"))
        }
    }

    /// All of it is in the file.
    func markSaved() {
        for slot in savedGlobals { machine.markSaved(slot) }
        for number in savedCells { cells.cells[number]?.isChanged = 0 }
        cells.prune()
        Held.releaseUnused()
    }

    /// The description of a value, and its pieces.
    static func value(_ binding: BindingRecord, _ heap: PieceHeap) throws -> SavedValue {
        guard binding.spilled > 0 else { return SavedValue(content: binding.content, chunks: binding.pieces.map(ChunkName.init), size: binding.size) }
        let count = (binding.spilled + pieceSize - 1) / pieceSize
        guard count <= binding.pieces.count else { throw SavingError.damaged("a piece is missing") }
        let content = try [UInt8](unsafeUninitializedCapacity: binding.spilled) { buffer, filled in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            for index in 0 ..< count {
                let range = index * pieceSize ..< min((index + 1) * pieceSize, binding.spilled)
                try heap.get(binding.pieces[index], into: UnsafeMutableRawBufferPointer(rebasing: bytes[range]))
            }
            filled = binding.spilled
        }
        return SavedValue(content: content, chunks: binding.pieces.dropFirst(count).map(ChunkName.init), size: binding.size)
    }
}
