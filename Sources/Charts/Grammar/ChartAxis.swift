/// What a chart says about one of its axes; what it leaves out comes from the data.
package struct ChartAxis: Equatable, Sendable, Codable {
    package var label: String?
    package var unit: String?
    package var isLogarithmic = false
    /// An infinite end is taken from the data.
    package var range: ClosedRange<Double>?
    /// Written at 0, 1, 2 … in the place of numbers.
    package var names: [String] = []

    /// "time (ms)"
    package var title: String? {
        switch (label, unit) {
        case (let label?, let unit?): unit.isEmpty ? label : "\(label) (\(unit))"
        case (let label?, nil): label
        case (nil, let unit?): unit
        case (nil, nil): nil
        }
    }

    /// This axis, with what it leaves out taken from another.
    func filled(from other: ChartAxis) -> ChartAxis {
        var axis = self
        if title == nil { (axis.label, axis.unit) = (other.label, other.unit) }
        axis.isLogarithmic = isLogarithmic || other.isLogarithmic
        axis.range = range ?? other.range
        if names.isEmpty { axis.names = other.names }
        return axis
    }
}
