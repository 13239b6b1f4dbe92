import SwiftSyntax

/// From where a declaration looks up names: its type, and what the generic parameter stands for there.
struct Scope {
    let file: SourceModule.File
    let module: String
    /// Path of the surrounding type in the catalog: `["VectorOf"]`.
    var path: [String] = []
    /// What cells call that type: `Vector`. Nil outside of types.
    var owner: String?
    /// `Scalar`, and what it stands for.
    var parameter: String?
    var argument: String?
    /// The owner is a type of the standard library.
    var foreign = false

    func refusal(_ reason: Refusal.Reason, at node: some SyntaxProtocol) -> Refusal { file.refusal(reason, at: node) }

    /// The scope inside of a type nested here.
    func inside(_ name: String) -> Scope {
        var scope = self
        scope.path.append(name)
        scope.owner = owner.map { $0 + "." + name } ?? name
        return scope
    }
}

/// A type, as the interface text says it and as a thunk must say it.
struct Spelling: Sendable {
    indirect enum Shape: Sendable {
        /// Conforms to `Bridged` as it is.
        case value
        /// `Any`, which a function may take and nothing may hold.
        case any
        case closure(parameters: [Spelling], result: Spelling, isThrowing: Bool)
        /// Tuples conform to nothing: they travel in `Tuple2`, `Tuple3`, `Tuple4`.
        case tuple([Spelling])
        case array(Spelling)
        case optional(Spelling)
    }
    /// What cells read: `Readout`.
    var text: String
    /// The same from outside, for the generated file: `Neuro.Reservoir.Readout`.
    var code: String
    var shape = Shape.value
    var isInout = false

    static let void = Spelling(text: "Void", code: "Void")
    static let any = Spelling(text: "Any", code: "Any", shape: .any)
    static let bool = Spelling(text: "Bool", code: "Bool")
    var isVoid: Bool { code == "Void" }
    var isClosure: Bool { if case .closure = shape { true } else { false } }
    var isAny: Bool { if case .any = shape { true } else { false } }
    /// As part of a key.
    var key: String { text.filter { !$0.isWhitespace } }

    /// The `Bridged` type that stands for it in a slot.
    var carrier: String {
        switch shape {
        case .value, .any, .closure: code
        case .tuple(let elements): "Tuple\(elements.count)<" + elements.map(\.carrier).joined(separator: ", ") + ">"
        case .array(let element): "[\(element.carrier)]"
        case .optional(let wrapped): "\(wrapped.carrier)?"
        }
    }
    var isCarried: Bool {
        switch shape {
        case .value, .any, .closure: false
        case .tuple: true
        case .array(let inner), .optional(let inner): inner.isCarried
        }
    }
    /// The value out of its carrier, and into it.
    func opened(_ expression: String) -> String {
        guard isCarried else { return expression }
        return switch shape {
        case .value, .any, .closure: expression
        case .tuple: "\(expression).value"
        case .array(let inner), .optional(let inner): "\(expression).map { \(inner.opened("$0")) }"
        }
    }
    func closed(_ expression: String) -> String {
        guard isCarried else { return expression }
        return switch shape {
        case .value, .any, .closure: expression
        case .tuple(let elements): "Tuple\(elements.count)(\(expression))"
        case .array(let inner), .optional(let inner): "\(expression).map { \(inner.closed("$0")) }"
        }
    }
}
