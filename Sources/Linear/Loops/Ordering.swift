/// Sorting with NaNs last.
enum Ordering {
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    static func sorted<Scalar: LinearScalar>(_ elements: [Scalar]) -> [Scalar] {
        var ordered = elements.filter { !$0.isNaN }
        ordered.sort()
        ordered.append(contentsOf: elements.lazy.filter { $0.isNaN })
        return ordered
    }

    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    static func places<Scalar: LinearScalar>(_ elements: [Scalar]) -> [Int] {
        var places = elements.indices.filter { !elements[$0].isNaN }
        places.sort { elements[$0] == elements[$1] ? $0 < $1 : elements[$0] < elements[$1] }
        places.append(contentsOf: elements.indices.lazy.filter { elements[$0].isNaN })
        return places
    }
}
