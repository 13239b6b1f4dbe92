import Linear

/// The smallest false discovery rate at which each test would be called significant (Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x): of all voxels with a value of at most 0.05, about
/// 5 % or fewer are there by chance. Valid for tests that are independent or positively dependent, as those of neighbouring voxels mostly are.
///
/// - Parameter p: the probability of each test under its null hypothesis; NaN for a test that was not made, which stays NaN and does not count.
/// - Throws: `NeuroError` if there is none or one is outside 0 to 1.
/// - Complexity: O(n log n).
public func falseDiscoveryRate(_ p: Vector) throws -> Vector {
    guard !p.isEmpty else { throw NeuroError.shape(name: "p", shape: [0], must: "at least one probability") }
    for (index, one) in p.elements.enumerated() where !one.isNaN && !(0 ... 1 ~= one) {
        throw NeuroError.invalid(name: "p[\(index)]", value: "\(one)", must: "from 0 to 1")
    }
    let order = p.elements.indices.filter { !p.elements[$0].isNaN }.sorted { p.elements[$0] > p.elements[$1] }
    var rates = [Double](repeating: .nan, count: p.count)
    var least = 1.0
    for (place, index) in order.enumerated() {
        least = min(least, p.elements[index] * Double(order.count) / Double(order.count - place))
        rates[index] = least
    }
    return Vector(rates)
}
