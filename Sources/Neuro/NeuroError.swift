/// What a model, a data set or a metric says when it cannot do what it was asked.
public enum NeuroError: Error, Equatable, Sendable, CustomStringConvertible, Codable {
    /// The argument `name` has a value it cannot have; `must` says what it must be.
    case invalid(name: String, value: String, must: String)
    /// The argument `name` has another shape than the call needs.
    case shape(name: String, shape: [Int], must: String)
    /// The argument `name` holds a NaN or an infinity at position `index` (row-major, from 0).
    case notFinite(name: String, index: Int)
    /// The argument `name` has too few steps for what was asked.
    case tooShort(name: String, count: Int, needed: Int, why: String)
    /// The computation left the finite numbers; `what` names it and says what usually helps.
    case diverged(what: String)

    /// The error as a sentence.
    public var description: String {
        switch self {
        case .invalid(let name, let value, let must):
            "\(name) is \(value); it must be \(must)"
        case .shape(let name, let shape, let must):
            "\(name) has shape \(shape.map(String.init).joined(separator: " x ")); it must be \(must)"
        case .notFinite(let name, let index):
            "\(name) holds a value that is not finite at position \(index)"
        case .tooShort(let name, let count, let needed, let why):
            "\(name) has \(count) step\(count == 1 ? "" : "s"), but \(why) needs at least \(needed)"
        case .diverged(let what):
            what
        }
    }
}
