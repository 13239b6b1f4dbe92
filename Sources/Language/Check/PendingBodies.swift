import SwiftSyntax

/// A body that nobody has looked at yet.
struct PendingBody {
    var syntax: CodeBlockItemListSyntax
    var scope: Scope
    var origin: Origin
    var source: Int32
}

/// Those of the interfaces are many and wait until they are called, and so do those that are made up for types of cells; those written in the cell being checked are few, and
/// looked through for each cell. So they are kept apart.
struct PendingBodies {
    private var waiting: [Function: PendingBody] = [:]
    private(set) var ofCell: [Function: PendingBody] = [:]

    var functions: [Function] { Array(waiting.keys) + Array(ofCell.keys) }

    mutating func add(_ body: PendingBody, of function: Function) { if body.origin.isCell, !function.isSynthesized { ofCell[function] = body } else { waiting[function] = body } }

    mutating func take(_ function: Function) -> PendingBody? { ofCell.removeValue(forKey: function) ?? waiting.removeValue(forKey: function) }

    /// Undoes what an attempt did to those of the cell. Those of the interfaces, read on the way, stay.
    mutating func restore(_ known: [Function: PendingBody]) { ofCell = known }

    /// A cell begins, or has come to nothing.
    mutating func forgetCell() { ofCell = [:] }

    /// The cell stays: what is left of it waits to be called.
    mutating func keepCell() {
        waiting.merge(ofCell) { $1 }
        ofCell = [:]
    }
}
