/// The model library as cells see it: `interface` for the checker, `table` for the machine.
///
/// Both are generated from the public declarations of Linear, Display, Neuro, Formats and Charts by `bindgen`.
package enum Library {}

/// A payload was read that the enum's value does not have: a mistake of Engram's, told as an error so that the session survives it.
package struct OtherCase: Error { package init() {} }
