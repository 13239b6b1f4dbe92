extension StandardLibrary {
    static let views = #"""
    struct IndexingIterator<Elements: Collection>: IteratorProtocol, Sequence {
        typealias Element = Elements.Element
        typealias Iterator = IndexingIterator<Elements>
        let _elements: Elements
        var _position: Elements.Index
        mutating func next() -> Elements.Element? {
            if _position == _elements.endIndex { return nil }
            let element = _elements[_position]
            _position = _elements.index(after: _position)
            return element
        }
    }

    struct Slice<Base: Collection>: Collection {
        typealias Element = Base.Element
        typealias Index = Base.Index
        typealias SubSequence = Slice<Base>
        typealias Indices = DefaultIndices<Slice<Base>>
        typealias Iterator = IndexingIterator<Slice<Base>>
        var _startIndex: Base.Index
        var _endIndex: Base.Index
        var _base: Base
        init(base: Base, bounds: Range<Base.Index>) {
            _base = base
            _startIndex = bounds.lowerBound
            _endIndex = bounds.upperBound
        }
        var base: Base { return _base }
        var startIndex: Base.Index { return _startIndex }
        var endIndex: Base.Index { return _endIndex }
        subscript(position: Base.Index) -> Base.Element {
            if position < _startIndex || position >= _endIndex { fatalError("Index out of bounds") }
            return _base[position]
        }
        subscript(bounds: Range<Base.Index>) -> Slice<Base> {
            if bounds.lowerBound < _startIndex || bounds.upperBound > _endIndex { fatalError("Range out of bounds") }
            return Slice(base: _base, bounds: bounds)
        }
        func index(after i: Base.Index) -> Base.Index { return _base.index(after: i) }
    }
    extension Slice: BidirectionalCollection where Base: BidirectionalCollection {
        func index(before i: Base.Index) -> Base.Index { return _base.index(before: i) }
    }
    extension Slice: RandomAccessCollection where Base: RandomAccessCollection {
        func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { return _base.index(i, offsetBy: distance) }
        func distance(from start: Base.Index, to end: Base.Index) -> Int { return _base.distance(from: start, to: end) }
    }
    extension Slice: MutableCollection where Base: MutableCollection {
        subscript(position: Base.Index) -> Base.Element {
            get {
                if position < _startIndex || position >= _endIndex { fatalError("Index out of bounds") }
                return _base[position]
            }
            set {
                if position < _startIndex || position >= _endIndex { fatalError("Index out of bounds") }
                _base[position] = newValue
            }
        }
        subscript(bounds: Range<Base.Index>) -> Slice<Base> {
            get {
                if bounds.lowerBound < _startIndex || bounds.upperBound > _endIndex { fatalError("Range out of bounds") }
                return Slice(base: _base, bounds: bounds)
            }
            set {
                var position = bounds.lowerBound
                for element in newValue {
                    if position == bounds.upperBound { fatalError("Cannot replace a slice of a MutableCollection with a slice of a larger size") }
                    self[position] = element
                    position = index(after: position)
                }
                if position != bounds.upperBound { fatalError("Cannot replace a slice of a MutableCollection with a slice of a smaller size") }
            }
        }
    }
    extension Slice: RangeReplaceableCollection where Base: RangeReplaceableCollection {
        init() {
            _base = Base()
            _startIndex = _base.startIndex
            _endIndex = _base.endIndex
        }
        mutating func replaceSubrange<C: Collection>(_ subrange: Range<Base.Index>, with newElements: C) where C.Element == Base.Element {
            let offset = _base.distance(from: _base.startIndex, to: _startIndex)
            let length = _base.distance(from: _startIndex, to: subrange.lowerBound) + newElements.count + _base.distance(from: subrange.upperBound, to: _endIndex)
            _base.replaceSubrange(subrange, with: newElements)
            _startIndex = _base.index(_base.startIndex, offsetBy: offset)
            _endIndex = _base.index(_startIndex, offsetBy: length)
        }
    }

    struct DefaultIndices<Elements: Collection>: Collection {
        typealias Element = Elements.Index
        typealias Index = Elements.Index
        typealias SubSequence = DefaultIndices<Elements>
        typealias Indices = DefaultIndices<Elements>
        typealias Iterator = IndexingIterator<DefaultIndices<Elements>>
        var _elements: Elements
        var _startIndex: Elements.Index
        var _endIndex: Elements.Index
        var startIndex: Elements.Index { return _startIndex }
        var endIndex: Elements.Index { return _endIndex }
        subscript(i: Elements.Index) -> Elements.Index { return i }
        subscript(bounds: Range<Elements.Index>) -> DefaultIndices<Elements> {
            return DefaultIndices(_elements: _elements, _startIndex: bounds.lowerBound, _endIndex: bounds.upperBound)
        }
        var indices: DefaultIndices<Elements> { return self }
        func index(after i: Elements.Index) -> Elements.Index { return _elements.index(after: i) }
    }
    extension DefaultIndices: BidirectionalCollection where Elements: BidirectionalCollection {
        func index(before i: Elements.Index) -> Elements.Index { return _elements.index(before: i) }
    }
    extension DefaultIndices: RandomAccessCollection where Elements: RandomAccessCollection {}

    struct ReversedCollection<Base: BidirectionalCollection>: BidirectionalCollection {
        struct Index: Comparable {
            let base: Base.Index
            init(_ base: Base.Index) { self.base = base }
            static func == (lhs: ReversedCollection<Base>.Index, rhs: ReversedCollection<Base>.Index) -> Bool { return lhs.base == rhs.base }
            static func < (lhs: ReversedCollection<Base>.Index, rhs: ReversedCollection<Base>.Index) -> Bool { return rhs.base < lhs.base }
        }
        typealias Element = Base.Element
        typealias SubSequence = Slice<ReversedCollection<Base>>
        typealias Indices = DefaultIndices<ReversedCollection<Base>>
        let _base: Base
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = Base.Element
            let _base: Base
            var _position: Base.Index
            mutating func next() -> Base.Element? {
                if _position == _base.startIndex { return nil }
                _position = _base.index(before: _position)
                return _base[_position]
            }
        }
        func makeIterator() -> ReversedCollection<Base>.Iterator { return ReversedCollection<Base>.Iterator(_base: _base, _position: _base.endIndex) }
        var count: Int { return _base.count }
        var startIndex: ReversedCollection<Base>.Index { return ReversedCollection<Base>.Index(_base.endIndex) }
        var endIndex: ReversedCollection<Base>.Index { return ReversedCollection<Base>.Index(_base.startIndex) }
        subscript(position: ReversedCollection<Base>.Index) -> Base.Element { return _base[_base.index(before: position.base)] }
        func index(after i: ReversedCollection<Base>.Index) -> ReversedCollection<Base>.Index { return ReversedCollection<Base>.Index(_base.index(before: i.base)) }
        func index(before i: ReversedCollection<Base>.Index) -> ReversedCollection<Base>.Index { return ReversedCollection<Base>.Index(_base.index(after: i.base)) }
        func reversed() -> Base { return _base }
    }

    struct EnumeratedSequence<Base: Sequence>: Sequence {
        typealias Element = (offset: Int, element: Base.Element)
        var _base: Base
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = (offset: Int, element: Base.Element)
            var _base: Base.Iterator
            var _count: Int
            mutating func next() -> (offset: Int, element: Base.Element)? {
                guard let element = _base.next() else { return nil }
                let offset = _count
                _count += 1
                return (offset: offset, element: element)
            }
        }
        func makeIterator() -> EnumeratedSequence<Base>.Iterator { return EnumeratedSequence<Base>.Iterator(_base: _base.makeIterator(), _count: 0) }
        var underestimatedCount: Int { return _base.underestimatedCount }
    }

    struct _EnumeratedIndex<Base: Comparable>: Comparable {
        let _base: Base
        let _offset: Int
        static func == (lhs: _EnumeratedIndex<Base>, rhs: _EnumeratedIndex<Base>) -> Bool { return lhs._base == rhs._base }
        static func < (lhs: _EnumeratedIndex<Base>, rhs: _EnumeratedIndex<Base>) -> Bool { return lhs._base < rhs._base }
    }
    extension EnumeratedSequence: Collection where Base: Collection {
        typealias Index = _EnumeratedIndex<Base.Index>
        typealias SubSequence = Slice<EnumeratedSequence<Base>>
        typealias Indices = DefaultIndices<EnumeratedSequence<Base>>
        var startIndex: _EnumeratedIndex<Base.Index> { return _EnumeratedIndex(_base: _base.startIndex, _offset: 0) }
        var endIndex: _EnumeratedIndex<Base.Index> { return _EnumeratedIndex(_base: _base.endIndex, _offset: _base.count) }
        var count: Int { return _base.count }
        var isEmpty: Bool { return _base.isEmpty }
        func index(after i: _EnumeratedIndex<Base.Index>) -> _EnumeratedIndex<Base.Index> { return _EnumeratedIndex(_base: _base.index(after: i._base), _offset: i._offset + 1) }
        subscript(position: _EnumeratedIndex<Base.Index>) -> (offset: Int, element: Base.Element) { return (offset: position._offset, element: _base[position._base]) }
        subscript(bounds: Range<_EnumeratedIndex<Base.Index>>) -> Slice<EnumeratedSequence<Base>> { return Slice(base: self, bounds: bounds) }
    }
    extension EnumeratedSequence: BidirectionalCollection where Base: BidirectionalCollection {
        func index(before i: _EnumeratedIndex<Base.Index>) -> _EnumeratedIndex<Base.Index> { return _EnumeratedIndex(_base: _base.index(before: i._base), _offset: i._offset - 1) }
    }
    extension EnumeratedSequence: RandomAccessCollection where Base: RandomAccessCollection {
        func index(_ i: _EnumeratedIndex<Base.Index>, offsetBy distance: Int) -> _EnumeratedIndex<Base.Index> {
            return _EnumeratedIndex(_base: _base.index(i._base, offsetBy: distance), _offset: i._offset + distance)
        }
        func distance(from start: _EnumeratedIndex<Base.Index>, to end: _EnumeratedIndex<Base.Index>) -> Int { return end._offset - start._offset }
    }

    struct Zip2Sequence<Sequence1: Sequence, Sequence2: Sequence>: Sequence {
        typealias Element = (Sequence1.Element, Sequence2.Element)
        let _sequence1: Sequence1
        let _sequence2: Sequence2
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = (Sequence1.Element, Sequence2.Element)
            var _first: Sequence1.Iterator
            var _second: Sequence2.Iterator
            var _isAtEnd: Bool
            mutating func next() -> (Sequence1.Element, Sequence2.Element)? {
                if _isAtEnd { return nil }
                guard let first = _first.next() else {
                    _isAtEnd = true
                    return nil
                }
                guard let second = _second.next() else {
                    _isAtEnd = true
                    return nil
                }
                return (first, second)
            }
        }
        var underestimatedCount: Int {
            let first = _sequence1.underestimatedCount, second = _sequence2.underestimatedCount
            return first < second ? first : second
        }
        func makeIterator() -> Zip2Sequence<Sequence1, Sequence2>.Iterator {
            return Zip2Sequence<Sequence1, Sequence2>.Iterator(_first: _sequence1.makeIterator(), _second: _sequence2.makeIterator(), _isAtEnd: false)
        }
    }
    func zip<Sequence1: Sequence, Sequence2: Sequence>(_ sequence1: Sequence1, _ sequence2: Sequence2) -> Zip2Sequence<Sequence1, Sequence2> {
        return Zip2Sequence(_sequence1: sequence1, _sequence2: sequence2)
    }

    struct PrefixSequence<Base: Sequence>: Sequence {
        typealias Element = Base.Element
        var _base: Base
        let _maxLength: Int
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = Base.Element
            var _base: Base.Iterator
            var _remaining: Int
            mutating func next() -> Base.Element? {
                if _remaining == 0 { return nil }
                _remaining -= 1
                return _base.next()
            }
        }
        func makeIterator() -> PrefixSequence<Base>.Iterator { return PrefixSequence<Base>.Iterator(_base: _base.makeIterator(), _remaining: _maxLength) }
    }
    struct DropFirstSequence<Base: Sequence>: Sequence {
        typealias Element = Base.Element
        typealias Iterator = Base.Iterator
        let _base: Base
        let _limit: Int
        func makeIterator() -> Base.Iterator {
            var iterator = _base.makeIterator()
            var dropped = 0
            while dropped < _limit {
                if let _ = iterator.next() { dropped += 1 } else { break }
            }
            return iterator
        }
    }

    struct FlattenSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
        typealias Element = Base.Element.Element
        var _base: Base
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = Base.Element.Element
            var _base: Base.Iterator
            var _inner: Base.Element.Iterator?
            mutating func next() -> Base.Element.Element? {
                while true {
                    if var inner = _inner {
                        let element = inner.next()
                        _inner = inner
                        if let found = element { return found }
                    }
                    guard let following = _base.next() else {
                        _inner = nil
                        return nil
                    }
                    _inner = following.makeIterator()
                }
            }
        }
        func makeIterator() -> FlattenSequence<Base>.Iterator { return FlattenSequence<Base>.Iterator(_base: _base.makeIterator(), _inner: nil) }
    }
    /// The place of a part, and the place in it; none at the end.
    struct _FlattenIndex<Outer: Comparable, Inner: Comparable>: Comparable {
        let _outer: Outer
        let _inner: Inner?
        static func == (lhs: _FlattenIndex<Outer, Inner>, rhs: _FlattenIndex<Outer, Inner>) -> Bool { return lhs._outer == rhs._outer && lhs._inner == rhs._inner }
        static func < (lhs: _FlattenIndex<Outer, Inner>, rhs: _FlattenIndex<Outer, Inner>) -> Bool {
            if lhs._outer != rhs._outer { return lhs._outer < rhs._outer }
            guard let left = lhs._inner, let right = rhs._inner else { return false }
            return left < right
        }
    }
    extension FlattenSequence: Collection where Base: Collection, Base.Element: Collection {
        typealias Index = _FlattenIndex<Base.Index, Base.Element.Index>
        typealias SubSequence = Slice<FlattenSequence<Base>>
        typealias Indices = DefaultIndices<FlattenSequence<Base>>
        var startIndex: _FlattenIndex<Base.Index, Base.Element.Index> { return _first(from: _base.startIndex) }
        var endIndex: _FlattenIndex<Base.Index, Base.Element.Index> { return _FlattenIndex(_outer: _base.endIndex, _inner: nil) }
        var underestimatedCount: Int { return 0 }
        var count: Int {
            var total = 0
            for part in _base { total += part.count }
            return total
        }
        func _first(from start: Base.Index) -> _FlattenIndex<Base.Index, Base.Element.Index> {
            var outer = start
            while outer != _base.endIndex {
                let part = _base[outer]
                if !part.isEmpty { return _FlattenIndex(_outer: outer, _inner: part.startIndex) }
                outer = _base.index(after: outer)
            }
            return endIndex
        }
        func index(after i: _FlattenIndex<Base.Index, Base.Element.Index>) -> _FlattenIndex<Base.Index, Base.Element.Index> {
            let part = _base[i._outer]
            let inner = part.index(after: i._inner!)
            return inner == part.endIndex ? _first(from: _base.index(after: i._outer)) : _FlattenIndex(_outer: i._outer, _inner: inner)
        }
        subscript(position: _FlattenIndex<Base.Index, Base.Element.Index>) -> Base.Element.Element { return _base[position._outer][position._inner!] }
        subscript(bounds: Range<_FlattenIndex<Base.Index, Base.Element.Index>>) -> Slice<FlattenSequence<Base>> { return Slice(base: self, bounds: bounds) }
    }
    extension FlattenSequence: BidirectionalCollection where Base: BidirectionalCollection, Base.Element: BidirectionalCollection {
        func index(before i: _FlattenIndex<Base.Index, Base.Element.Index>) -> _FlattenIndex<Base.Index, Base.Element.Index> {
            var outer = i._outer
            if let inner = i._inner, inner != _base[outer].startIndex { return _FlattenIndex(_outer: outer, _inner: _base[outer].index(before: inner)) }
            while true {
                outer = _base.index(before: outer)
                let part = _base[outer]
                if !part.isEmpty { return _FlattenIndex(_outer: outer, _inner: part.index(before: part.endIndex)) }
            }
        }
    }
    struct JoinedSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
        typealias Element = Base.Element.Element
        typealias Iterator = IndexingIterator<[Base.Element.Element]>
        var _base: Base
        var _separator: [Base.Element.Element]
        func makeIterator() -> IndexingIterator<[Base.Element.Element]> {
            var all: [Base.Element.Element] = []
            var isFirst = true
            for part in _base {
                if !isFirst { all.append(contentsOf: _separator) }
                isFirst = false
                all.append(contentsOf: part)
            }
            return all.makeIterator()
        }
    }

    struct CollectionOfOne<Element>: RandomAccessCollection {
        typealias Index = Int
        typealias SubSequence = Slice<CollectionOfOne<Element>>
        typealias Indices = Range<Int>
        typealias Iterator = IndexingIterator<CollectionOfOne<Element>>
        var _element: Element
        init(_ element: Element) { _element = element }
        var startIndex: Int { return 0 }
        var endIndex: Int { return 1 }
        subscript(position: Int) -> Element {
            if position != 0 { fatalError("Index out of range") }
            return _element
        }
    }
    extension CollectionOfOne: CustomDebugStringConvertible {
        var debugDescription: String { return "CollectionOfOne(" + String(reflecting: _element) + ")" }
    }
    struct EmptyCollection<Element>: RandomAccessCollection {
        typealias Index = Int
        typealias SubSequence = Slice<EmptyCollection<Element>>
        typealias Indices = Range<Int>
        typealias Iterator = IndexingIterator<EmptyCollection<Element>>
        init() {}
        var startIndex: Int { return 0 }
        var endIndex: Int { return 0 }
        subscript(position: Int) -> Element { fatalError("Index out of range") }
    }
    struct Repeated<Element>: RandomAccessCollection {
        typealias Index = Int
        typealias SubSequence = Slice<Repeated<Element>>
        typealias Indices = Range<Int>
        typealias Iterator = IndexingIterator<Repeated<Element>>
        let count: Int
        let repeatedValue: Element
        var startIndex: Int { return 0 }
        var endIndex: Int { return count }
        subscript(position: Int) -> Element {
            if position < 0 || position >= count { fatalError("Index out of range") }
            return repeatedValue
        }
    }
    func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T> {
        if n < 0 { fatalError("Repetition count should be non-negative") }
        return Repeated(count: n, repeatedValue: element)
    }

    struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol {
        var _state: State
        let _next: (inout State) -> Element?
        var _isDone: Bool
        mutating func next() -> Element? {
            if _isDone { return nil }
            if let element = _next(&_state) { return element }
            _isDone = true
            return nil
        }
    }
    func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldSequence<T, (T?, Bool)> {
        return UnfoldSequence(_state: (Optional(first), true), _next: { (state: inout (T?, Bool)) -> T? in
            if state.1 {
                state.1 = false
                return state.0
            }
            if let current = state.0 { state.0 = next(current) }
            return state.0
        }, _isDone: false)
    }
    func sequence<T, State>(state: State, next: @escaping (inout State) -> T?) -> UnfoldSequence<T, State> {
        return UnfoldSequence(_state: state, _next: next, _isDone: false)
    }

    struct IteratorSequence<Base: IteratorProtocol>: IteratorProtocol, Sequence {
        typealias Element = Base.Element
        var _base: Base
        init(_ base: Base) { _base = base }
        mutating func next() -> Base.Element? { return _base.next() }
    }
    struct AnyIterator<Element>: IteratorProtocol, Sequence {
        let _next: () -> Element?
        init(_ body: @escaping () -> Element?) { _next = body }
        init<I: IteratorProtocol>(_ base: I) where I.Element == Element {
            var iterator = base
            _next = { iterator.next() }
        }
        func next() -> Element? { return _next() }
    }
    struct AnyIndex: Comparable {
        let _offset: Int
        static func == (lhs: AnyIndex, rhs: AnyIndex) -> Bool { return lhs._offset == rhs._offset }
        static func < (lhs: AnyIndex, rhs: AnyIndex) -> Bool { return lhs._offset < rhs._offset }
    }
    /// Any collection, of which its elements alone are known.
    struct AnyCollection<Element>: Collection {
        typealias Index = AnyIndex
        typealias SubSequence = Slice<AnyCollection<Element>>
        typealias Indices = DefaultIndices<AnyCollection<Element>>
        typealias Iterator = AnyIterator<Element>
        let _count: () -> Int
        let _element: (Int) -> Element
        let _make: () -> AnyIterator<Element>
        init<C: Collection>(_ base: C) where C.Element == Element {
            _count = { base.count }
            _element = { base[base.index(base.startIndex, offsetBy: $0)] }
            _make = { AnyIterator(base.makeIterator()) }
        }
        var startIndex: AnyIndex { return AnyIndex(_offset: 0) }
        var endIndex: AnyIndex { return AnyIndex(_offset: _count()) }
        var count: Int { return _count() }
        func index(after i: AnyIndex) -> AnyIndex { return AnyIndex(_offset: i._offset + 1) }
        subscript(position: AnyIndex) -> Element { return _element(position._offset) }
        func makeIterator() -> AnyIterator<Element> { return _make() }
    }
    struct AnySequence<Element>: Sequence {
        typealias Iterator = AnyIterator<Element>
        let _make: () -> AnyIterator<Element>
        init<S: Sequence>(_ base: S) where S.Element == Element { _make = { AnyIterator(base.makeIterator()) } }
        init<I: IteratorProtocol>(_ makeUnderlyingIterator: @escaping () -> I) where I.Element == Element { _make = { AnyIterator(makeUnderlyingIterator()) } }
        func makeIterator() -> AnyIterator<Element> { return _make() }
    }
    """#
}
