// Slices are copies: O(length of the slice). Every range form of Swift is taken, and one that is not within the vector is an error.

extension VectorOf {
    /// The elements from `range.lowerBound` up to, not including, `range.upperBound`: `v[10..<20]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless the range lies within `0..<count`.
    public subscript(range: Range<Int>) -> VectorOf<Scalar> {
        get throws {
            guard range.lowerBound >= 0, range.upperBound <= count else {
                throw LinearError.rangeOutOfRange(argument: "range", lower: range.lowerBound, upper: range.upperBound, count: count)
            }
            return VectorOf(Array(elements[range]))
        }
    }

    /// The elements from the range's first to its last, both included: `v[10...19]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless the range lies within `0..<count`.
    public subscript(range: ClosedRange<Int>) -> VectorOf<Scalar> {
        get throws { try self[Interval.halfOpen(range)] }
    }

    /// The elements before `range.upperBound`: `v[..<5000]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless `0 <= range.upperBound <= count`.
    public subscript(range: PartialRangeUpTo<Int>) -> VectorOf<Scalar> {
        get throws { try self[Interval.from(0, upTo: range.upperBound, count: count)] }
    }

    /// The elements up to and including the one at `range.upperBound`: `v[...4999]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless `0 <= range.upperBound < count`.
    public subscript(range: PartialRangeThrough<Int>) -> VectorOf<Scalar> {
        get throws { try self[Interval.from(0, upTo: Interval.successor(range.upperBound), count: count)] }
    }

    /// The elements from the one at `range.lowerBound` to the end: `v[5000...]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless `0 <= range.lowerBound <= count`.
    public subscript(range: PartialRangeFrom<Int>) -> VectorOf<Scalar> {
        get throws { try self[Interval.from(range.lowerBound, upTo: count, count: count)] }
    }
}

/// Half-open ranges out of the other forms, without a trap for bounds that cross or overflow.
enum Interval {
    static func successor(_ index: Int) -> Int { index == Int.max ? index : index + 1 }

    static func halfOpen(_ range: ClosedRange<Int>) -> Range<Int> {
        range.lowerBound ..< max(range.lowerBound, successor(range.upperBound))
    }

    static func from(_ lower: Int, upTo upper: Int, count: Int) throws -> Range<Int> {
        guard lower <= upper else { throw LinearError.rangeOutOfRange(argument: "range", lower: lower, upper: upper, count: count) }
        return lower ..< upper
    }
}
