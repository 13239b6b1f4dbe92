import Linear

/// One quantity that a search varies, and over what.
public enum SearchParameter: Equatable, Sendable, Codable {
    /// Evenly from low to high.
    case uniform(String, Double, Double)
    /// Evenly in its logarithm, from low to high, both above 0: for what may be of any size, such as a penalty.
    case logarithmic(String, Double, Double)
    /// Whole numbers from low to high, both among them.
    case integer(String, Int, Int)
    /// One of these values.
    case choice(String, [Double])

    /// What the search calls it.
    public var name: String {
        switch self {
        case .uniform(let name, _, _), .logarithmic(let name, _, _), .integer(let name, _, _), .choice(let name, _): name
        }
    }

    func check() throws {
        guard !name.isEmpty else { throw NeuroError.invalid(name: "name", value: "empty", must: "what the setting is asked by") }
        switch self {
        case .uniform(_, let low, let high):
            guard (high - low).isFinite, low <= high else {
                throw NeuroError.invalid(name: name, value: "\(low) to \(high)", must: "finite, the lower end first, and their difference too")
            }
        case .logarithmic(_, let low, let high):
            guard low > 0, high.isFinite, low <= high else { throw NeuroError.invalid(name: name, value: "\(low) to \(high)", must: "above 0 and finite, the lower end first") }
        case .integer(_, let low, let high):
            guard low <= high, low >= -(1 << 52), high <= 1 << 52 else {
                throw NeuroError.invalid(name: name, value: "\(low) to \(high)", must: "the lower end first, and below 2^52")
            }
        case .choice(_, let values):
            guard !values.isEmpty else { throw NeuroError.invalid(name: name, value: "[]", must: "at least one value") }
            try Check.finite(values, name)
        }
    }

    /// The value at a place from 0 to below 1.
    func value(at place: Double) -> Double {
        switch self {
        case .uniform(_, let low, let high): min(high, low + (high - low) * place)
        case .logarithmic(_, let low, let high): min(high, max(low, Elementary.exp(Elementary.log(low) + (Elementary.log(high) - Elementary.log(low)) * place)))
        case .integer(_, let low, let high): Double(min(high, low + Int(place * Double(high - low + 1))))
        case .choice(_, let values): values[min(values.count - 1, Int(place * Double(values.count)))]
        }
    }
}
