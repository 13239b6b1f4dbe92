#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Nodes and weights for the mean of a function of a standard normal number: E f(z) ≈ Σ_k weights[k] f(nodes[k]), exact for polynomials of degree below 2 count.
///
/// The nodes are the zeros of the Hermite polynomial, found by bisection: the signs along the sequence of orthonormal polynomials p_0 … p_n change as often
/// as p_n has zeros above z, which cannot miss one and needs no first guess. The weights are 1 / Σ_k p_k². Rejected: Newton's iteration from asymptotic guesses
/// (meets the same zero twice from about 100 nodes on), the eigenvalues of the Jacobi matrix (their last bits depend on the machine).
/// G. H. Golub, J. H. Welsch, Math. Comp. 23 (1969), doi:10.1090/S0025-5718-69-99647-1.
package struct GaussHermite: Sendable {
    package let nodes: [Double]
    package let weights: [Double]

    /// The rule that means over fields are taken with.
    static let standard = GaussHermite(201)

    /// - Parameter count: from 1 to 400; the weights of more would underflow.
    package init(_ count: Int) {
        let roots = (0 ... max(1, count)).map { Double($0).squareRoot() }
        func zerosAbove(_ z: Double) -> Int {
            var (before, last, changes) = (0.0, 1.0, 0)
            for k in 0 ..< count {
                let next = (z * last - roots[k] * before) / roots[k + 1]
                if (next < 0) != (last < 0) { changes += 1 }
                (before, last) = (last, next)
            }
            return changes
        }
        var positive: [Double] = []
        for place in 1 ... max(1, count) where place <= count / 2 {
            var (low, high) = (0.0, 2 * Double(count).squareRoot())
            while true {
                let middle = 0.5 * (low + high)
                if middle <= low || middle >= high { break }
                if zerosAbove(middle) >= place { low = middle } else { high = middle }
            }
            positive.append(0.5 * (low + high))
        }
        let all = positive.map { -$0 } + (count % 2 == 1 ? [0] : []) + positive.reversed()
        nodes = all
        let raw = all.map { z in
            var (before, last, sum) = (0.0, 1.0, 1.0)
            for k in 0 ..< count - 1 {
                (before, last) = (last, (z * last - roots[k] * before) / roots[k + 1])
                sum += last * last
            }
            return 1 / sum
        }
        // 1 but for rounding.
        let total = raw.reduce(0, +)
        weights = raw.map { $0 / total }
    }
}

/// Nodes and weights for the integral over an interval, exact for polynomials of degree below 2 count.
struct GaussLegendre: Sendable {
    let nodes: [Double]
    let weights: [Double]

    init(_ count: Int, over range: ClosedRange<Double>) {
        let half = 0.5 * (range.upperBound - range.lowerBound), centre = 0.5 * (range.upperBound + range.lowerBound)
        var nodes: [Double] = [], weights: [Double] = []
        for place in 0 ..< count {
            var x = -cos(Double.pi * (Double(place) + 0.75) / (Double(count) + 0.5)), slope = 1.0
            for _ in 0 ..< 100 {
                var (before, last) = (0.0, 1.0)
                for k in 0 ..< count { (before, last) = (last, (Double(2 * k + 1) * x * last - Double(k) * before) / Double(k + 1)) }
                slope = Double(count) * (x * last - before) / (x * x - 1)
                let step = last / slope
                x -= step
                if abs(step) < 1e-15 { break }
            }
            nodes.append(centre + half * x)
            weights.append(2 * half / ((1 - x * x) * slope * slope))
        }
        (self.nodes, self.weights) = (nodes, weights)
    }
}

/// Zeros and maxima of functions of one number.
enum LineSearch {
    /// The zero of a continuous function between two places where it has different signs, to the last bits.
    ///
    /// Inverse quadratic interpolation where it is safe, else bisection: T. R. Chandrupatla, Adv. Eng. Software 28 (1997), doi:10.1016/S0965-9978(96)00051-8.
    static func root(_ first: (x: Double, y: Double), _ second: (x: Double, y: Double), _ function: (Double) -> Double) -> Double {
        var a = second, b = first, c = first, t = 0.5
        for _ in 0 ..< 200 {
            let x = a.x + t * (b.x - a.x)
            let new = (x: x, y: function(x))
            if (new.y < 0) == (a.y < 0) { c = a } else { (c, b) = (b, a) }
            a = new
            let best = abs(a.y) < abs(b.y) ? a : b
            let least = (2 * Double.ulpOfOne * abs(best.x) + Double.leastNormalMagnitude) / abs(b.x - a.x)
            if !(least < 0.5) || best.y == 0 { return best.x }
            let place = (a.x - b.x) / (c.x - b.x), height = (a.y - b.y) / (c.y - b.y)
            t = 0.5
            if height * height < place, (1 - height) * (1 - height) < 1 - place {
                let guess = a.y / (b.y - a.y) * (c.y / (b.y - c.y)) + (c.x - a.x) / (b.x - a.x) * (a.y / (c.y - a.y)) * (b.y / (c.y - b.y))
                if guess.isFinite { t = guess }
            }
            t = min(1 - least, max(least, t))
        }
        return a.x
    }

    /// The place of the largest value of a function that rises to it and falls after it, between two places, by the golden section.
    static func maximum(from low: Double, to high: Double, _ function: (Double) -> Double) -> Double {
        let ratio = 0.6180339887498949
        var (low, high) = (low, high)
        var left = high - ratio * (high - low), right = low + ratio * (high - low)
        var atLeft = function(left), atRight = function(right)
        for _ in 0 ..< 80 where high - low > 1e-11 * abs(high) {
            if atLeft < atRight {
                (low, left, atLeft) = (left, right, atRight)
                right = low + ratio * (high - low)
                atRight = function(right)
            } else {
                (high, right, atRight) = (right, left, atLeft)
                left = high - ratio * (high - low)
                atLeft = function(left)
            }
        }
        return atLeft < atRight ? right : left
    }

    /// The place of the largest value among `places`, refined between its neighbours.
    static func maximum(among places: [Double], _ function: (Double) -> Double) -> Double {
        let values = places.map(function)
        var best = 0
        for k in values.indices where values[k] > values[best] { best = k }
        let found = maximum(from: places[max(0, best - 1)], to: places[min(places.count - 1, best + 1)], function)
        return function(found) > values[best] ? found : places[best]
    }
}
