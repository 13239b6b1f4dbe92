import SwiftSyntax

/// A body that nobody has looked at yet.
struct PendingBody {
    var syntax: CodeBlockItemListSyntax
    var scope: Scope
    var origin: Origin
    var source: Int32
    var cell: Int
}

/// Those of the interfaces are many and stay until they are asked for; those of cells are few, and each cell looks through them. So they are kept apart.
struct PendingBodies {
    private var ofInterfaces: [Function: PendingBody] = [:]
    private(set) var ofCells: [Function: PendingBody] = [:]

    var functions: [Function] { Array(ofInterfaces.keys) + Array(ofCells.keys) }

    subscript(function: Function) -> PendingBody? {
        get { function.origin.isCell ? ofCells[function] : ofInterfaces[function] }
        set { if function.origin.isCell { ofCells[function] = newValue } else { ofInterfaces[function] = newValue } }
    }

    mutating func take(_ function: Function) -> PendingBody? {
        function.origin.isCell ? ofCells.removeValue(forKey: function) : ofInterfaces.removeValue(forKey: function)
    }

    /// Undoes what an attempt did to those of cells. Those of the interfaces, read on the way, stay.
    mutating func restore(_ known: [Function: PendingBody]) { ofCells = known }

    mutating func drop(cell: Int) { ofCells = ofCells.filter { $0.value.cell != cell } }
}
