extension StandardLibrary {
    static let range = #"""
    protocol RangeExpression<Bound> {
        associatedtype Bound: Comparable
        func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound
        func contains(_ element: Bound) -> Bool
    }
    extension RangeExpression {
        static func ~= (pattern: Self, value: Bound) -> Bool { return pattern.contains(value) }
    }

    struct Range<Bound: Comparable>: RangeExpression, CustomStringConvertible, CustomDebugStringConvertible {
        let lowerBound: Bound
        let upperBound: Bound
        init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
            lowerBound = bounds.lower
            upperBound = bounds.upper
        }
        func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { return self }
        func contains(_ element: Bound) -> Bool { return lowerBound <= element && element < upperBound }
        func contains(_ other: Range<Bound>) -> Bool { return other.isEmpty || lowerBound <= other.lowerBound && upperBound >= other.upperBound }
        var isEmpty: Bool { return lowerBound == upperBound }
        func clamped(to limits: Range<Bound>) -> Range<Bound> {
            let lower = limits.lowerBound > lowerBound ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
            let upper = limits.upperBound < upperBound ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
            return Range(uncheckedBounds: (lower: lower, upper: upper))
        }
        func overlaps(_ other: Range<Bound>) -> Bool { return !(isEmpty || other.isEmpty) && lowerBound < other.upperBound && other.lowerBound < upperBound }
        func overlaps(_ other: ClosedRange<Bound>) -> Bool { return !isEmpty && lowerBound <= other.upperBound && other.lowerBound < upperBound }
        var description: String { return "\(lowerBound)..<\(upperBound)" }
        var debugDescription: String { return "Range(\(String(reflecting: lowerBound))..<\(String(reflecting: upperBound)))" }
    }
    extension Range: Equatable {
        static func == (lhs: Range<Bound>, rhs: Range<Bound>) -> Bool { return lhs.lowerBound == rhs.lowerBound && lhs.upperBound == rhs.upperBound }
    }
    extension Range: Hashable where Bound: Hashable {
        func hash(into hasher: inout Hasher) {
            hasher.combine(lowerBound)
            hasher.combine(upperBound)
        }
    }
    extension Range: Sequence, Collection, BidirectionalCollection, RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
        typealias Element = Bound
        typealias Index = Bound
        typealias Indices = Range<Bound>
        typealias SubSequence = Range<Bound>
        typealias Iterator = IndexingIterator<Range<Bound>>
        init(_ other: ClosedRange<Bound>) { self.init(uncheckedBounds: (lower: other.lowerBound, upper: other.upperBound.advanced(by: 1))) }
        var startIndex: Bound { return lowerBound }
        var endIndex: Bound { return upperBound }
        var indices: Range<Bound> { return self }
        var count: Int { return Int(lowerBound.distance(to: upperBound)) }
        var first: Bound? { return isEmpty ? nil : lowerBound }
        var last: Bound? { return isEmpty ? nil : upperBound.advanced(by: -1) }
        func min() -> Bound? { return first }
        func max() -> Bound? { return last }
        func index(after i: Bound) -> Bound { return i.advanced(by: 1) }
        func index(before i: Bound) -> Bound { return i.advanced(by: -1) }
        func index(_ i: Bound, offsetBy n: Int) -> Bound { return i.advanced(by: Bound.Stride(n)) }
        func index(_ i: Bound, offsetBy n: Int, limitedBy limit: Bound) -> Bound? {
            let left = Int(i.distance(to: limit))
            if n > 0 ? left >= 0 && left < n : left <= 0 && n < left { return nil }
            return i.advanced(by: Bound.Stride(n))
        }
        func distance(from start: Bound, to end: Bound) -> Int { return Int(start.distance(to: end)) }
        subscript(position: Bound) -> Bound {
            if position < lowerBound || position >= upperBound { fatalError("Index out of range") }
            return position
        }
        subscript(bounds: Range<Bound>) -> Range<Bound> { return bounds }
    }

    struct ClosedRange<Bound: Comparable>: RangeExpression, CustomStringConvertible, CustomDebugStringConvertible {
        let lowerBound: Bound
        let upperBound: Bound
        init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
            lowerBound = bounds.lower
            upperBound = bounds.upper
        }
        func contains(_ element: Bound) -> Bool { return lowerBound <= element && element <= upperBound }
        func contains(_ other: ClosedRange<Bound>) -> Bool { return lowerBound <= other.lowerBound && upperBound >= other.upperBound }
        var isEmpty: Bool { return false }
        func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound> {
            let lower = limits.lowerBound > lowerBound ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
            let upper = limits.upperBound < upperBound ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
            return ClosedRange(uncheckedBounds: (lower: lower, upper: upper))
        }
        func overlaps(_ other: ClosedRange<Bound>) -> Bool { return lowerBound <= other.upperBound && other.lowerBound <= upperBound }
        func overlaps(_ other: Range<Bound>) -> Bool { return other.overlaps(self) }
        func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
            return Range(uncheckedBounds: (lower: lowerBound, upper: collection.index(after: upperBound)))
        }
        var description: String { return "\(lowerBound)...\(upperBound)" }
        var debugDescription: String { return "ClosedRange(\(String(reflecting: lowerBound))...\(String(reflecting: upperBound)))" }
    }
    extension ClosedRange: Equatable {
        static func == (lhs: ClosedRange<Bound>, rhs: ClosedRange<Bound>) -> Bool { return lhs.lowerBound == rhs.lowerBound && lhs.upperBound == rhs.upperBound }
    }
    extension ClosedRange: Hashable where Bound: Hashable {
        func hash(into hasher: inout Hasher) {
            hasher.combine(lowerBound)
            hasher.combine(upperBound)
        }
    }
    extension ClosedRange: Sequence, Collection, BidirectionalCollection, RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
        /// Steps from the lower bound; `_offset == count` is the end, so that a range up to the greatest value has one too.
        struct Index: Comparable, Hashable {
            let _offset: Int
            static func == (lhs: ClosedRange<Bound>.Index, rhs: ClosedRange<Bound>.Index) -> Bool { return lhs._offset == rhs._offset }
            static func < (lhs: ClosedRange<Bound>.Index, rhs: ClosedRange<Bound>.Index) -> Bool { return lhs._offset < rhs._offset }
            func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
        }
        typealias Element = Bound
        typealias Indices = DefaultIndices<ClosedRange<Bound>>
        typealias SubSequence = Slice<ClosedRange<Bound>>
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = Bound
            var _next: Bound
            let _last: Bound
            var _isDone: Bool
            mutating func next() -> Bound? {
                if _isDone { return nil }
                let element = _next
                if element == _last { _isDone = true } else { _next = element.advanced(by: 1) }
                return element
            }
        }
        func makeIterator() -> ClosedRange<Bound>.Iterator { return ClosedRange<Bound>.Iterator(_next: lowerBound, _last: upperBound, _isDone: false) }
        init(_ other: Range<Bound>) {
            if other.isEmpty { fatalError("Can't form an empty closed range") }
            self.init(uncheckedBounds: (lower: other.lowerBound, upper: other.upperBound.advanced(by: -1)))
        }
        var startIndex: ClosedRange<Bound>.Index { return ClosedRange<Bound>.Index(_offset: 0) }
        var endIndex: ClosedRange<Bound>.Index { return ClosedRange<Bound>.Index(_offset: count) }
        var count: Int { return Int(lowerBound.distance(to: upperBound)) + 1 }
        var first: Bound? { return lowerBound }
        var last: Bound? { return upperBound }
        func min() -> Bound? { return lowerBound }
        func max() -> Bound? { return upperBound }
        func index(after i: ClosedRange<Bound>.Index) -> ClosedRange<Bound>.Index { return ClosedRange<Bound>.Index(_offset: i._offset + 1) }
        func index(before i: ClosedRange<Bound>.Index) -> ClosedRange<Bound>.Index { return ClosedRange<Bound>.Index(_offset: i._offset - 1) }
        func index(_ i: ClosedRange<Bound>.Index, offsetBy n: Int) -> ClosedRange<Bound>.Index { return ClosedRange<Bound>.Index(_offset: i._offset + n) }
        func index(_ i: ClosedRange<Bound>.Index, offsetBy n: Int, limitedBy limit: ClosedRange<Bound>.Index) -> ClosedRange<Bound>.Index? {
            let left = limit._offset - i._offset
            if n > 0 ? left >= 0 && left < n : left <= 0 && n < left { return nil }
            return ClosedRange<Bound>.Index(_offset: i._offset + n)
        }
        func distance(from start: ClosedRange<Bound>.Index, to end: ClosedRange<Bound>.Index) -> Int { return end._offset - start._offset }
        subscript(position: ClosedRange<Bound>.Index) -> Bound {
            if position._offset < 0 || position._offset >= count { fatalError("Index out of range") }
            return lowerBound.advanced(by: Bound.Stride(position._offset))
        }
    }
    typealias CountableRange<Bound: Strideable> = Range<Bound> where Bound.Stride: SignedInteger
    typealias CountableClosedRange<Bound: Strideable> = ClosedRange<Bound> where Bound.Stride: SignedInteger

    struct PartialRangeUpTo<Bound: Comparable>: RangeExpression {
        let upperBound: Bound
        init(_ upperBound: Bound) { self.upperBound = upperBound }
        func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { return collection.startIndex..<upperBound }
        func contains(_ element: Bound) -> Bool { return element < upperBound }
    }
    struct PartialRangeThrough<Bound: Comparable>: RangeExpression {
        let upperBound: Bound
        init(_ upperBound: Bound) { self.upperBound = upperBound }
        func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { return collection.startIndex..<collection.index(after: upperBound) }
        func contains(_ element: Bound) -> Bool { return element <= upperBound }
    }
    struct PartialRangeFrom<Bound: Comparable>: RangeExpression {
        let lowerBound: Bound
        init(_ lowerBound: Bound) { self.lowerBound = lowerBound }
        func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { return lowerBound..<collection.endIndex }
        func contains(_ element: Bound) -> Bool { return lowerBound <= element }
    }
    extension PartialRangeFrom: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
        typealias Element = Bound
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = Bound
            var _current: Bound
            mutating func next() -> Bound? {
                let element = _current
                _current = element.advanced(by: 1)
                return element
            }
        }
        func makeIterator() -> PartialRangeFrom<Bound>.Iterator { return PartialRangeFrom<Bound>.Iterator(_current: lowerBound) }
    }
    enum UnboundedRange_ {
        static postfix func ... (_: UnboundedRange_) -> () {}
    }
    typealias UnboundedRange = (UnboundedRange_) -> ()

    extension Comparable {
        static func ..< (minimum: Self, maximum: Self) -> Range<Self> {
            if !(minimum <= maximum) { fatalError("Range requires lowerBound <= upperBound") }
            return Range(uncheckedBounds: (lower: minimum, upper: maximum))
        }
        static func ... (minimum: Self, maximum: Self) -> ClosedRange<Self> {
            if !(minimum <= maximum) { fatalError("Range requires lowerBound <= upperBound") }
            return ClosedRange(uncheckedBounds: (lower: minimum, upper: maximum))
        }
        static prefix func ..< (maximum: Self) -> PartialRangeUpTo<Self> { return PartialRangeUpTo(maximum) }
        static prefix func ... (maximum: Self) -> PartialRangeThrough<Self> { return PartialRangeThrough(maximum) }
        static postfix func ... (minimum: Self) -> PartialRangeFrom<Self> { return PartialRangeFrom(minimum) }
    }
    """#

    static let stride = #"""
    /// The n-th element is `start + n * stride` for floating types, so that no error builds up, and a running sum for integers.
    func _steps<S>(_ distance: S, _ stride: S, isClosed: Bool) -> Int {
        if let distance = distance as? Int, let stride = stride as? Int {
            if distance == 0 || (distance > 0) != (stride > 0) { return isClosed && distance == 0 ? 1 : 0 }
            return distance / stride + (isClosed || distance % stride != 0 ? 1 : 0)
        }
        guard let distance = distance as? Double, let stride = stride as? Double else { return 0 }
        let steps = isClosed ? (distance / stride).rounded(.down) + 1 : (distance / stride).rounded(.up)
        return steps > 0 ? Int(exactly: steps) ?? (steps > 9e18 ? Int.max : 0) : 0
    }
    struct StrideTo<Element: Strideable>: Sequence {
        let _start: Element
        let _end: Element
        let _stride: Element.Stride
        func makeIterator() -> StrideIterator<Element> { return StrideIterator(_start: _start, _end: _end, _stride: _stride, _current: _start, _count: 0, _isClosed: false, _isDone: false) }
        var underestimatedCount: Int { return _steps(_start.distance(to: _end), _stride, isClosed: false) }
        typealias Iterator = StrideIterator<Element>
    }
    struct StrideThrough<Element: Strideable>: Sequence {
        let _start: Element
        let _end: Element
        let _stride: Element.Stride
        func makeIterator() -> StrideIterator<Element> { return StrideIterator(_start: _start, _end: _end, _stride: _stride, _current: _start, _count: 0, _isClosed: true, _isDone: false) }
        var underestimatedCount: Int { return _steps(_start.distance(to: _end), _stride, isClosed: true) }
        typealias Iterator = StrideIterator<Element>
    }
    struct StrideIterator<Element: Strideable>: IteratorProtocol, Sequence {
        let _start: Element
        let _end: Element
        let _stride: Element.Stride
        var _current: Element
        var _count: Int
        let _isClosed: Bool
        var _isDone: Bool
        mutating func next() -> Element? {
            if _isDone { return nil }
            let result = _current
            if _isClosed {
                if result == _end {
                    _isDone = true
                    return result
                }
                if _stride > 0 ? result > _end : result < _end {
                    _isDone = true
                    return nil
                }
            } else if _stride > 0 ? result >= _end : result <= _end {
                _isDone = true
                return nil
            }
            _count += 1
            if let next = Element._step(after: _count, from: _start, by: _stride, current: result) { _current = next } else { _isDone = true }
            return result
        }
    }
    extension StrideTo: CustomStringConvertible {
        var description: String { return String(reflecting: StrideTo<Element>.self) }
    }
    extension StrideThrough: CustomStringConvertible {
        var description: String { return String(reflecting: StrideThrough<Element>.self) }
    }
    func stride<T: Strideable>(from start: T, to end: T, by stride: T.Stride) -> StrideTo<T> {
        if stride == 0 { fatalError("Stride size must not be zero") }
        return StrideTo(_start: start, _end: end, _stride: stride)
    }
    func stride<T: Strideable>(from start: T, through end: T, by stride: T.Stride) -> StrideThrough<T> {
        if stride == 0 { fatalError("Stride size must not be zero") }
        return StrideThrough(_start: start, _end: end, _stride: stride)
    }
    """#
}
