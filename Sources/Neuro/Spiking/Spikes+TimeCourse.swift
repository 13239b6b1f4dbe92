import Linear

extension Spikes {
    /// The rate of the population over time in bins of this length, each at its middle, as `plot` shows it with its units.
    ///
    /// - Throws: `NeuroError` for a bin that is not above 0, or longer than the time observed.
    public func rateCourse(bin: Time) throws -> TimeCourse {
        let rate = try populationRate(bin: bin)
        let times = (0 ..< rate.count).map { start.milliseconds + (Double($0) + 0.5) * bin.milliseconds }
        return try TimeCourse(times: Vector(times), values: rate, quantity: "population rate", unit: "Hz")
    }
}

extension Recording {
    /// These numbers as `plot` shows them: time in ms, and what they are.
    ///
    /// ```swift
    /// try plot(net.recording(.v, of: few).timeCourse("membrane potential", unit: "mV"))
    /// ```
    /// - Parameters:
    ///   - quantity: what was recorded.
    ///   - unit: of it; empty for none.
    ///   - names: of the neurons; none, or one for each.
    /// - Throws: `LinearError.wrongShape` for another number of names.
    public func timeCourse(_ quantity: String, unit: String = "", names: [String] = []) throws -> TimeCourse {
        try TimeCourse(times: times, values: values, names: names, quantity: quantity, unit: unit)
    }
}
