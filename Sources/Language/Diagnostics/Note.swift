/// What is said beside an error: of the same place, or of a declaration.
struct Note {
    var message: String
    /// nil for the place of the error itself.
    var place: Place?

    init(_ message: String, at place: Place? = nil) { (self.message, self.place) = (message, place) }

    /// Of the library there is nothing to show: its declarations have no cell.
    func diagnostic(under offset: Int, in cell: Int) -> Diagnostic? {
        guard let place else { return Diagnostic(severity: .note, message: message, offset: offset) }
        guard place.source > 0 else { return nil }
        var note = Diagnostic(severity: .note, message: message, offset: Int(place.offset))
        if Int(place.source) != cell { note.cell = Int(place.source) }
        return note
    }
}
