import Runtime

/// How a session file numbers what holds a value: global variables of both kinds, and the variables that closures share.
enum SlotNumber {
    static func of(_ slot: GlobalSlot) -> Int { slot.index * 4 + (slot.kind == .raw ? 0 : 1) }
    static func of(cell: Int) -> Int { cell * 4 + 2 }

    enum Meaning {
        case global(GlobalSlot)
        case cell(Int)
    }
    static func meaning(_ number: Int) -> Meaning? {
        guard number >= 0 else { return nil }
        switch number % 4 {
        case 0: return .global(GlobalSlot(.raw, number / 4))
        case 1: return .global(GlobalSlot(.object, number / 4))
        case 2: return .cell(number / 4)
        default: return nil
        }
    }
}
