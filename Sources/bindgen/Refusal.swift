/// Why a public declaration cannot reach a cell, and where it stands.
package struct Refusal: Error, Hashable, CustomStringConvertible {
    package enum Reason: Hashable {
        case unknownType(String)
        case notPublic(String)
        case generic(String)
        case form(String)
        case reference(String)
        case opaque(String)
        case untyped(String)
        case constraint(String)
        case conditional
        case duplicate(key: String, other: String)
        case syntax(String)
    }

    package let place: String
    package let reason: Reason

    /// What a developer can do about most of them.
    static let advice = "make it package or add a Bridged conformance"

    package var description: String { "\(place): error: \(sentence)" }

    private var sentence: String {
        switch reason {
        case .unknownType(let type): "a cell cannot hold '\(type)'; \(Self.advice)"
        case .notPublic(let type): "a public declaration mentions '\(type)', which is not public; \(Self.advice)"
        case .generic(let name): "'\(name)' is generic, and cells see concrete declarations only; \(Self.advice)"
        case .form(let form): "\(form) cannot be called from a cell; \(Self.advice)"
        case .reference(let name): "'\(name)' is not a value type; \(Self.advice)"
        case .opaque(let type): "'\(type)' hides its type from a cell; \(Self.advice)"
        case .untyped(let name): "write the type of '\(name)': the interface text carries no values to infer it from"
        case .constraint(let text): "the constraint '\(text)' says nothing that a cell can see; \(Self.advice)"
        case .conditional: "a public declaration inside #if would make the interface differ between machines; make it package"
        case .duplicate(let key, let other): "the native table already has '\(key)' from \(other); rename one, or make it package"
        case .syntax(let text): text
        }
    }
}
