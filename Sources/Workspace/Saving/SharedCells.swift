import Runtime

/// The variables that closures of a session share, each under a number that it keeps.
///
/// They are held here so that no other takes the place in memory of one that is gone; `prune` lets go of those that nothing else refers to. Used by the thread that runs cells.
final class SharedCells: CellNumbers {
    private var numbers: [ObjectIdentifier: Int] = [:]
    private(set) var cells: [Int: Cell] = [:]
    private var next = 0
    /// Cells that were mentioned by what was read, and are still to be read themselves.
    private(set) var wanted: [Int] = []

    func number(of cell: Cell) -> Int {
        if let known = numbers[ObjectIdentifier(cell)] { return known }
        defer { next += 1 }
        add(cell, next)
        cell.isChanged = 1
        return next
    }

    /// An empty one for now where it has not been read: a closure may refer to itself through one.
    func cell(_ number: Int) throws -> Cell {
        if let known = cells[number] { return known }
        let cell = Cell()
        add(cell, number)
        cell.isChanged = 0
        wanted.append(number)
        return cell
    }

    /// What could not be read: nobody may find it half made.
    func forget(_ numbers: [Int]) {
        for number in numbers + wanted {
            if let cell = cells.removeValue(forKey: number) { self.numbers[ObjectIdentifier(cell)] = nil }
        }
        wanted = []
    }

    func takeWanted() -> Int? { wanted.popLast() }

    private func add(_ cell: Cell, _ number: Int) {
        (numbers[ObjectIdentifier(cell)], cells[number]) = (number, cell)
    }

    /// Numbers up to here are taken.
    func reserve(through number: Int) { next = max(next, number + 1) }

    var changed: [Int] { cells.filter { $0.value.isChanged != 0 }.map(\.key).sorted() }

    func prune() {
        for number in Array(cells.keys) {
            // Taken out, so that the reference at hand is the only one if nothing else has the cell.
            guard var cell = cells.removeValue(forKey: number) else { continue }
            if isKnownUniquelyReferenced(&cell) { numbers[ObjectIdentifier(cell)] = nil } else { cells[number] = cell }
        }
    }
}
