import IR
import Runtime

/// Which global variables a cell's code can read, the functions that it calls included: seen from the code alone, before it runs.
struct Reach {
    /// By function: what it reads itself, and which functions it mentions.
    private var known: [Int: (reads: [GlobalSlot], callees: [Int])] = [:]

    mutating func reads(of entries: [Int], _ machine: Machine) -> [GlobalSlot] {
        var seen = Set(entries)
        var waiting = entries
        var slots: Set<GlobalSlot> = []
        while let number = waiting.popLast() {
            let facts = facts(number, machine)
            slots.formUnion(facts.reads)
            for callee in facts.callees where seen.insert(callee).inserted { waiting.append(callee) }
        }
        return slots.sorted { ($0.index, $0.kind == .raw ? 0 : 1) < ($1.index, $1.kind == .raw ? 0 : 1) }
    }

    private mutating func facts(_ number: Int, _ machine: Machine) -> (reads: [GlobalSlot], callees: [Int]) {
        if let facts = known[number] { return facts }
        guard let function = machine.source(of: number) else { return ([], []) }
        var reads: Set<GlobalSlot> = []
        for instruction in function.code {
            switch instruction.opcode {
            case .globalRaw, .globalAddressRaw: reads.insert(GlobalSlot(.raw, instruction.number))
            case .globalObject, .globalAddressObject: reads.insert(GlobalSlot(.object, instruction.number))
            default: continue
            }
        }
        let facts = (Array(reads), function.callees)
        known[number] = facts
        return facts
    }
}

extension Instruction {
    /// The second operand of an instruction that has a wide one.
    fileprivate var number: Int { Int(Int32(truncatingIfNeeded: Int(b) | Int(c) << 16)) }
}
