import CKernels

/// Checks of arguments that every model makes.
package enum Check {
    /// Throws unless all numbers are finite.
    package static func finite(_ values: [Double], _ name: String) throws {
        // A sum is finite only if all of it is: one pass without a branch, and a second one only to find the place.
        if engram_sum_f64(values, values.count).isFinite { return }
        if let index = values.firstIndex(where: { !$0.isFinite }) { throw NeuroError.notFinite(name: name, index: index) }
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
