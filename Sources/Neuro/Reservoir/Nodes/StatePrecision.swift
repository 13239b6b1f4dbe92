/// In which precision a reservoir calculates its states. Readouts are fitted in double precision from either.
public enum StatePrecision: String, Equatable, Sendable, Codable, CaseIterable, CustomStringConvertible {
    /// 53 bits: about 16 digits.
    case double
    /// 24 bits: about 7 digits. A step takes about half as long from some hundred units on, on processors with AVX-512; on others it takes longer than in double precision. Enough for most tasks; not for a
    /// chaotic series that is to be foretold as far as can be, for measures of how fast trajectories part, or where a linear network is to remember more than its rounding allows.
    case single

    /// The precision as it is written in a cell.
    public var description: String { ".\(rawValue)" }

    /// The nearest number of this precision.
    func rounded(_ x: Double) -> Double {
        switch self {
        case .double: x
        case .single: Double(Float(x))
        }
    }

    /// Throws for numbers beyond the largest one of this precision, which would be infinite.
    func check(_ values: [Double], _ name: String) throws {
        guard self == .single, let beyond = values.first(where: { $0.isFinite && !Float($0).isFinite }) else { return }
        throw NeuroError.invalid(name: name, value: "\(beyond)", must: "of a modulus below 3.4e38 throughout, the largest number of single precision")
    }
}
