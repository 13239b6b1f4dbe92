import IR
import Runtime
import Storage

/// The order in which the cells of a page ran first, which is taken for their order on the page, and which of them set each variable last.
struct CellOrder {
    private var places: [String: Int] = [:]
    private var writers: [Int: (cell: String, count: Int)] = [:]

    init() {}

    init(_ history: [StateSummary], _ state: StateRecord) {
        var cells: [Int: (cell: String, count: Int)] = [:]
        for commit in history {
            guard let cell = commit.cellID else { continue }
            if places[cell] == nil { places[cell] = places.count }
            cells[commit.id] = (cell, commit.count)
        }
        for binding in state.bindings { writers[binding.slot] = cells[binding.state] }
    }

    /// A line for a cell that used what a cell further down had set: run in the order of the page, it would give something else.
    mutating func note(_ cell: String?, count: Int, reads: [GlobalSlot], writes: [BindingRecord], _ machine: Machine) -> String? {
        defer { for binding in writes { writers[binding.slot] = cell.map { ($0, count) } } }
        guard let cell else { return nil }
        let place = places[cell] ?? places.count
        places[cell] = place
        var found: [String] = []
        for slot in reads {
            guard let writer = writers[SlotNumber.of(slot)], writer.cell != cell, let other = places[writer.cell], other > place,
                let variable = machine.variables.last(where: { GlobalSlot($0) == slot })
            else { continue }
            found.append("'\(variable.name)' as cell [\(writer.count)] further down set it")
        }
        return found.isEmpty ? nil : "[run out of order: this cell used " + found.joined(separator: ", ") + "]\n"
    }
}
