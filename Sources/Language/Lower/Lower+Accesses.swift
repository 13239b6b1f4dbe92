import IR

/// Calls that are given variables to change, by `inout` arguments or as `self`.
///
/// All addresses are taken before anything on the way to them is held by one more reference: to hold it earlier would make a copy of what the next
/// argument is a part of too.
///
/// A global that a call changes is marked as accessed while code of cells may run: whoever touches it meanwhile stops, as Swift's exclusivity
/// enforcement has it. Reading a global looks at that mark anyway, to see whether it has a value, so that this costs two instructions for such a call and
/// nothing elsewhere. A variable that closures share says in its cell that it is being changed; two of its parts may be given to one call, as may those of
/// a local variable that no closure holds.
extension FunctionBuilder {
    /// Puts the addresses of what is changed into the window.
    func pass(_ targets: [(LValue, Int)], _ writeBacks: inout WriteBacks) {
        let outer = delayedPins
        delayedPins = []
        for (target, register) in targets { code.emit(.move, register, address(of: target, &writeBacks, pins: true)) }
        for address in delayedPins ?? [] {
            let register = newObject()
            code.emit(.loadObject, register, address)
            wrote(register)
        }
        delayedPins = outer
    }

    /// Whether two targets are parts of one global, which Swift then finds accessed twice: `swap(&pair.0, &pair.1)`.
    func shareGlobals(_ targets: [LValue]) -> Bool {
        let roots = targets.compactMap(\.root).filter { if case .global = location(of: $0) { true } else { false } }
        return Set(roots).count < roots.count
    }

    /// What is marked while a call runs.
    struct Accesses {
        fileprivate var slots: [Lowering.GlobalSlot] = []
        /// The registers of cells.
        fileprivate var cells: [Int] = []
    }

    /// Marks the globals and the shared variables that the targets are, or are parts of, until `endAccesses`.
    func beginAccesses(to targets: [LValue]) -> Accesses {
        var accesses = Accesses()
        for variable in targets.compactMap(\.root) {
            switch location(of: variable) {
            case .global(let index, let isRaw): accesses.slots.append(Lowering.GlobalSlot(index: index, isRaw: isRaw))
            case .cell(let register, _): if !accesses.cells.contains(register) { accesses.cells.append(register) }
            case .raw, .object, .address: break
            }
        }
        for slot in accesses.slots { code.emit(.access, access(to: slot).rawValue, wide: slot.index) }
        for cell in accesses.cells { code.emit(.access, Access.cell.rawValue, wide: cell) }
        return accesses
    }

    func endAccesses(_ accesses: Accesses) {
        for cell in accesses.cells.reversed() { code.emit(.access, Access([.cell, .end]).rawValue, wide: cell) }
        for slot in accesses.slots.reversed() { code.emit(.access, access(to: slot).union(.end).rawValue, wide: slot.index) }
    }

    private func access(to slot: Lowering.GlobalSlot) -> Access { slot.isRaw ? [] : .reference }
}

extension Function {
    /// Whether code of a cell may run during a call: its own, or that of a closure given to it.
    var mayRunCells: Bool {
        if case .cell = origin { return true }
        return isRequirement || parameters.contains { $0.type.function != nil || $0.type.optionalPayload?.function != nil }
    }
}

extension LValue {
    /// The variable in which a change takes place; nil where setters or observers stand in between.
    fileprivate var root: Variable? {
        switch self {
        case .variable(let variable): variable
        case .field(let base, _, _), .element(let base, _, _, _), .entry(let base, _, _), .entryOrDefault(let base, _, _, _), .forced(let base, _), .bound(let base, _): base.root
        case .register, .observed, .observedVariable, .computed: nil
        }
    }
}
