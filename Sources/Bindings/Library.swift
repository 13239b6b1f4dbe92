import Runtime

/// The model library as cells see it: `interface` for the checker, `table` for the machine.
///
/// Both are generated from the public declarations of Linear, Display, Neuro, Formats and Charts by `bindgen`.
package enum Library {
    /// The types whose values a session can save.
    package static let savable: SavableTypes = {
        var types = SavableTypes()
        for type in Library.types { types.add(any: type) }
        return types
    }()

    /// Those that have values and no encoding.
    package static var unsavable: [Any.Type] { Library.types.filter { !($0 is any Codable.Type) } }
}

/// A payload was read that the enum's value does not have: a mistake of Engram's, told as an error so that the session survives it.
package struct OtherCase: Error { package init() {} }
