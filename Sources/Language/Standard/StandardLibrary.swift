/// The standard library as cells see it: Swift declarations which the checker parses exactly as it parses a cell.
///
/// A declaration without a body is native: the runtime implements it under its key (`Sources/Runtime/Standard`).
/// A declaration with a body is compiled by our own compiler. Names that begin with `_` serve those bodies; cells do not see them.
/// Those names are functions and properties, not initializers, so that `map(String.init)` finds what Swift finds.
/// Functions that take closures have bodies, so that natives need not call back. `sorted` asks its questions in the order of Swift's own
/// sort, and the random algorithms draw as Swift's do: programs that count, or that bring their own generator, print the same.
/// The text type-checks under `swiftc -parse-stdlib -module-name Swift` when natives are given empty bodies (`== nil` apart, which our
/// checker does by itself): a way to find slips.
/// Each piece is one literal, so that a piece can be parsed when one of its names is first mentioned.
package enum StandardLibrary {
    package struct Piece: Sendable {
        /// Shown in diagnostics about the library itself.
        package var name: String
        package var text: String
    }

    /// Types whose values the runtime makes and reads by itself: the text gives no fields or cases for them (those of `Optional` apart).
    package static let opaqueTypes: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Double", "Float", "Bool",
        "String", "Character", "Substring", "Array", "Dictionary", "Set", "Optional", "Hasher",
    ]

    package static let pieces: [Piece] = [
        Piece(name: "Protocols", text: protocols),
        Piece(name: "Numeric", text: numeric),
        Piece(name: "Bool", text: bool),
        Piece(name: "Int", text: integer("Int")),
        Piece(name: "UInt", text: integer("UInt")),
        Piece(name: "Int8", text: integer("Int8")),
        Piece(name: "Int16", text: integer("Int16")),
        Piece(name: "Int32", text: integer("Int32")),
        Piece(name: "Int64", text: integer("Int64")),
        Piece(name: "UInt8", text: integer("UInt8")),
        Piece(name: "UInt16", text: integer("UInt16")),
        Piece(name: "UInt32", text: integer("UInt32")),
        Piece(name: "UInt64", text: integer("UInt64")),
        Piece(name: "FloatingPoint", text: floatingPoint),
        Piece(name: "Double", text: floating("Double", bits: "UInt64")),
        Piece(name: "Float", text: floating("Float", bits: "UInt32")),
        Piece(name: "Math", text: math),
        Piece(name: "Optional", text: optional),
        Piece(name: "Sequence", text: sequence),
        Piece(name: "Sort", text: sort),
        Piece(name: "Collection", text: collection),
        Piece(name: "Views", text: views),
        Piece(name: "Lazy", text: lazy),
        Piece(name: "Array", text: array),
        Piece(name: "Dictionary", text: dictionary),
        Piece(name: "Set", text: set),
        Piece(name: "ErasedKeys", text: erasedKeys),
        Piece(name: "Differences", text: differences),
        Piece(name: "Range", text: range),
        Piece(name: "Stride", text: stride),
        Piece(name: "Character", text: character),
        Piece(name: "String", text: string),
        Piece(name: "Random", text: random),
        Piece(name: "Functions", text: functions),
        Piece(name: "Progress", text: progress),
    ]
}
