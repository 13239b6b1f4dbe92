/// Checks of arguments that every model makes.
package enum Check {
    /// Throws unless all numbers are finite.
    package static func finite(_ values: [Double], _ name: String) throws {
        // x * 0 is NaN for a NaN or an infinity: one pass without a branch, and a second one only to find the place.
        var sum = 0.0
        for value in values { sum += value * 0 }
        if sum == 0 { return }
        throw NeuroError.notFinite(name: name, index: values.firstIndex { !$0.isFinite } ?? 0)
    }

    /// Throws unless `value` is finite and at least 0.
    package static func notNegative(_ value: Double, _ name: String) throws {
        guard value.isFinite, value >= 0 else { throw NeuroError.invalid(name: name, value: "\(value)", must: "finite and at least 0") }
    }

    /// Throws unless `value` is finite and above 0.
    package static func positive(_ value: Double, _ name: String) throws {
        guard value.isFinite, value > 0 else { throw NeuroError.invalid(name: name, value: "\(value)", must: "finite and above 0") }
    }

    /// Throws unless `value` is at least `least`.
    package static func atLeast(_ least: Int, _ value: Int, _ name: String) throws {
        guard value >= least else { throw NeuroError.invalid(name: name, value: "\(value)", must: "at least \(least)") }
    }
}
