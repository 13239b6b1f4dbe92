/// One or more lines of numbers over time that know what they are: a picture of them has its axes labelled, with their units.
///
/// ```swift
/// plot(try Izhikevich.resonator.response(to: current, dt: 0.25.ms).potential)
/// ```
/// Models give them of what they record; this makes one of numbers from elsewhere.
public struct TimeCourse: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The moments, in `timeUnit`.
    public let times: Vector
    /// One row for each moment, one column for each line.
    public let values: Matrix
    /// What each line is of; none where there is nothing to tell apart.
    public let names: [String]
    /// What the numbers are, such as "membrane potential"; may be empty.
    public let quantity: String
    /// Of the numbers, such as "mV"; empty for those without one.
    public let unit: String
    /// Of the moments.
    public let timeUnit: String

    /// Several lines.
    ///
    /// - Parameters:
    ///   - times: the moments.
    ///   - values: one row for each moment, one column for each line.
    ///   - names: what each line is of; none, or one for each.
    ///   - quantity: what the numbers are.
    ///   - unit: of the numbers; empty for none.
    ///   - timeUnit: of the moments.
    /// - Throws: `LinearError.wrongShape` unless there is a row for each moment, and no name or one for each column.
    public init(times: Vector, values: Matrix, names: [String] = [], quantity: String, unit: String = "", timeUnit: String = "ms") throws {
        guard times.count == values.rows else {
            throw LinearError.wrongShape(argument: "values", shape: values.shape, requirement: "it must have a row for each of the \(times.count) times")
        }
        guard names.isEmpty || names.count == values.columns else {
            throw LinearError.wrongShape(argument: "names", shape: [names.count], requirement: "there must be none, or one for each of the \(values.columns) columns")
        }
        (self.times, self.values, self.names, self.quantity, self.unit, self.timeUnit) = (times, values, names, quantity, unit, timeUnit)
    }

    /// One line.
    ///
    /// - Parameters:
    ///   - times: the moments.
    ///   - values: as many numbers.
    ///   - quantity: what they are.
    ///   - unit: of the numbers; empty for none.
    ///   - timeUnit: of the moments.
    /// - Throws: `LinearError.wrongShape` unless there is a number for each moment.
    public init(times: Vector, values: Vector, quantity: String, unit: String = "", timeUnit: String = "ms") throws {
        try self.init(times: times, values: Matrix(rows: values.count, columns: 1, elements: values.elements), quantity: quantity, unit: unit, timeUnit: timeUnit)
    }

    /// What it is of, how many samples and lines it has, and from when to when.
    public var description: String {
        let what = unit.isEmpty ? quantity : "\(quantity) (\(unit))"
        let lines = values.columns == 1 ? "" : ", \(values.columns) lines"
        guard let first = times.elements.first, let last = times.elements.last else { return "\(what): nothing" }
        return "\(what): \(times.count) sample\(times.count == 1 ? "" : "s")\(lines), \(first) to \(last) \(timeUnit)"
    }
}
