/// Something that may stand at a cursor.
package struct Suggestion: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case function, method, initializer, property, variable, type, enumCase, keyword
        /// The label of an argument: its text ends in a colon.
        case label
        case module
    }
    package var text: String
    package var kind: Kind
    package var signature: String

    /// What is likelier stands before what is less likely.
    enum Place: Int { case label, local, own, session, library, standard, unlikely, keyword }
    var place = Place.standard
    /// Its type is one that would fit.
    var isWanted = false
    /// The position among equals; by text if there is none.
    var order = 0

    static func precedes(_ left: Suggestion, _ right: Suggestion) -> Bool {
        (left.rank, left.place.rawValue, left.order, left.text) < (right.rank, right.place.rawValue, right.order, right.text)
    }

    private var rank: Int {
        switch place {
        case .label: 0
        case .unlikely, .keyword: 2
        default: isWanted ? 1 : 2
        }
    }
}
