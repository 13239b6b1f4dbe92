import CKernels

/// Checks of arguments that every model makes.
package enum Check {
    /// Throws unless all numbers are finite.
    package static func finite(_ values: [Double], _ name: String) throws {
        if isSumFinite(values) { return }
        if let index = values.firstIndex(where: { !$0.isFinite }) { throw NeuroError.notFinite(name: name, index: index) }
    }

    /// Whether all numbers are finite.
    package static func areFinite(_ values: [Double]) -> Bool { isSumFinite(values) || values.allSatisfy(\.isFinite) }

    /// A sum is finite only if all of it is: one pass without a branch. One that is not may be that of huge numbers.
    private static func isSumFinite(_ values: [Double]) -> Bool { engram_sum_f64(values, values.count).isFinite }

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
