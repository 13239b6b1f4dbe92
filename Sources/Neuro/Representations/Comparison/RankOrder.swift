import Linear

/// Ranks and their correlation.
enum RankOrder {
    /// The rank of each value, from 1, ties at the mean of their ranks.
    static func ranks(_ values: [Double]) -> [Double] {
        let order = Vector(values).argsort()
        var ranks = [Double](repeating: 0, count: values.count)
        for tie in ties(order.count, isEqual: { values[order[$0]] == values[order[$1]] }) {
            let rank = Double(tie.lowerBound + tie.upperBound + 1) / 2
            for place in tie { ranks[order[place]] = rank }
        }
        return ranks
    }

    /// Kendall's τ in O(n log n): what merge sort has to swap is discordant. W. R. Knight, J. Am. Stat. Assoc. 61 (1966) 436, doi:10.1080/01621459.1966.10480879.
    ///
    /// - Parameter correctingTies: τ_b, which is 0 where one side is all ties; otherwise τ_a.
    static func kendall(_ x: [Double], _ y: [Double], correctingTies: Bool) -> Double {
        let n = x.count
        let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
        let tiedX = pairs(ties(n) { x[order[$0]] == x[order[$1]] })
        let tiedBoth = pairs(ties(n) { x[order[$0]] == x[order[$1]] && y[order[$0]] == y[order[$1]] })
        var byY = order.map { y[$0] }
        let discordant = sort(&byY)
        let tiedY = pairs(ties(n) { byY[$0] == byY[$1] })
        let all = n * (n - 1) / 2
        let difference = Double(all - tiedX - tiedY + tiedBoth - 2 * discordant)
        guard correctingTies else { return difference / Double(all) }
        let scale = Double(all - tiedX).squareRoot() * Double(all - tiedY).squareRoot()
        return scale > 0 ? max(-1, min(1, difference / scale)) : 0
    }

    /// Stretches of equal elements of a sorted list.
    private static func ties(_ count: Int, isEqual: (Int, Int) -> Bool) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        while start < count {
            var end = start + 1
            while end < count, isEqual(start, end) { end += 1 }
            result.append(start ..< end)
            start = end
        }
        return result
    }

    private static func pairs(_ ties: [Range<Int>]) -> Int { ties.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 } }

    /// Sorts and tells how many pairs stood in the wrong order.
    private static func sort(_ values: inout [Double]) -> Int {
        var swaps = 0
        var other = values
        var width = 1
        while width < values.count {
            var start = 0
            while start < values.count {
                let middle = min(start + width, values.count), end = min(start + 2 * width, values.count)
                var (left, right) = (start, middle)
                for place in start ..< end {
                    if left < middle, right >= end || values[left] <= values[right] {
                        other[place] = values[left]
                        left += 1
                    } else {
                        other[place] = values[right]
                        right += 1
                        swaps += middle - left
                    }
                }
                start = end
            }
            swap(&values, &other)
            width *= 2
        }
        return swaps
    }
}
