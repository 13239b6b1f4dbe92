/// Sorting with NaNs last.
enum Ordering {
    static func sorted<Scalar: LinearScalar>(_ elements: [Scalar]) -> [Scalar] {
        Abandonable.value(operations: comparisons(elements.count), otherwise: elements) { ascending(elements) }
    }

    /// The places of the elements in ascending order; of equal ones the first comes first.
    static func places<Scalar: LinearScalar>(_ elements: [Scalar]) -> [Int] {
        Abandonable.value(operations: comparisons(elements.count), otherwise: Array(elements.indices)) { ascendingPlaces(elements) }
    }

    /// As many additions take about as long as sorting `count` elements.
    private static func comparisons(_ count: Int) -> Double { 8 * Double(count) * Double(max(1, Int.bitWidth - count.leadingZeroBitCount)) }

    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    private static func ascending<Scalar: LinearScalar>(_ elements: [Scalar]) -> [Scalar] {
        var ordered = elements.filter { !$0.isNaN }
        ordered.sort()
        ordered.append(contentsOf: elements.lazy.filter { $0.isNaN })
        return ordered
    }

    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    private static func ascendingPlaces<Scalar: LinearScalar>(_ elements: [Scalar]) -> [Int] {
        var places = elements.indices.filter { !elements[$0].isNaN }
        places.sort { elements[$0] == elements[$1] ? $0 < $1 : elements[$0] < elements[$1] }
        places.append(contentsOf: elements.indices.lazy.filter { elements[$0].isNaN })
        return places
    }
}
