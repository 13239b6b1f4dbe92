extension StandardLibrary {
    /// Lazy views. One over a collection is a collection itself, and what is made of a lazy view is lazy again.
    static let lazy = #"""
        protocol LazySequenceProtocol: Sequence {
            associatedtype Elements: Sequence = Self where Elements.Element == Element
            var elements: Elements { get }
        }
        extension LazySequenceProtocol where Elements == Self {
            var elements: Self { return self }
        }
        extension LazySequenceProtocol {
            var lazy: LazySequence<Elements> { return LazySequence(_base: elements) }
            func map<U>(_ transform: @escaping (Element) -> U) -> LazyMapSequence<Elements, U> { return LazyMapSequence(_base: elements, _transform: transform) }
            func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Elements> { return LazyFilterSequence(_base: elements, _predicate: isIncluded) }
            func compactMap<ElementOfResult>(_ transform: @escaping (Element) -> ElementOfResult?) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Elements, ElementOfResult?>>, ElementOfResult> {
                let mapped: LazyMapSequence<Elements, ElementOfResult?> = LazyMapSequence(_base: elements, _transform: transform)
                let filtered: LazyFilterSequence<LazyMapSequence<Elements, ElementOfResult?>> = LazyFilterSequence(_base: mapped, _predicate: { $0._isSome })
                return LazyMapSequence(_base: filtered, _transform: { $0! })
            }
            func flatMap<SegmentOfResult: Sequence>(_ transform: @escaping (Element) -> SegmentOfResult) -> LazySequence<FlattenSequence<LazyMapSequence<Elements, SegmentOfResult>>> {
                return LazySequence(_base: FlattenSequence(_base: LazyMapSequence(_base: elements, _transform: transform)))
            }
            func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Elements> { return LazyPrefixWhileSequence(_base: elements, _predicate: predicate) }
            func drop(while predicate: @escaping (Element) -> Bool) -> LazyDropWhileSequence<Elements> { return LazyDropWhileSequence(_base: elements, _predicate: predicate) }
        }
        extension LazySequenceProtocol where Element: Sequence {
            func joined() -> LazySequence<FlattenSequence<Elements>> { return LazySequence(_base: FlattenSequence(_base: elements)) }
        }

        struct LazySequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Iterator = Base.Iterator
            typealias Elements = Base
            var _base: Base
            var elements: Base { return _base }
            var underestimatedCount: Int { return _base.underestimatedCount }
            func makeIterator() -> Base.Iterator { return _base.makeIterator() }
        }
        extension LazySequence: Collection where Base: Collection {
            typealias Index = Base.Index
            typealias SubSequence = Slice<LazySequence<Base>>
            typealias Indices = Base.Indices
            var startIndex: Base.Index { return _base.startIndex }
            var endIndex: Base.Index { return _base.endIndex }
            var indices: Base.Indices { return _base.indices }
            var count: Int { return _base.count }
            func index(after i: Base.Index) -> Base.Index { return _base.index(after: i) }
            subscript(position: Base.Index) -> Base.Element { return _base[position] }
            subscript(bounds: Range<Base.Index>) -> Slice<LazySequence<Base>> { return Slice(base: self, bounds: bounds) }
        }
        extension LazySequence: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index { return _base.index(before: i) }
            func reversed() -> LazySequence<ReversedCollection<Base>> { return LazySequence<ReversedCollection<Base>>(_base: ReversedCollection(_base: _base)) }
        }
        extension LazySequence: RandomAccessCollection where Base: RandomAccessCollection {
            func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { return _base.index(i, offsetBy: distance) }
            func distance(from start: Base.Index, to end: Base.Index) -> Int { return _base.distance(from: start, to: end) }
        }

        struct LazyMapSequence<Base: Sequence, Element>: LazySequenceProtocol {
            typealias Elements = LazyMapSequence<Base, Element>
            var _base: Base
            let _transform: (Base.Element) -> Element
            var elements: LazyMapSequence<Base, Element> { return self }
            var underestimatedCount: Int { return _base.underestimatedCount }
            struct Iterator: IteratorProtocol, Sequence {
                var _base: Base.Iterator
                let _transform: (Base.Element) -> Element
                mutating func next() -> Element? {
                    guard let element = _base.next() else { return nil }
                    return _transform(element)
                }
            }
            func makeIterator() -> LazyMapSequence<Base, Element>.Iterator { return LazyMapSequence<Base, Element>.Iterator(_base: _base.makeIterator(), _transform: _transform) }
        }
        extension LazyMapSequence: Collection where Base: Collection {
            typealias Index = Base.Index
            typealias SubSequence = Slice<LazyMapSequence<Base, Element>>
            typealias Indices = Base.Indices
            var startIndex: Base.Index { return _base.startIndex }
            var endIndex: Base.Index { return _base.endIndex }
            var indices: Base.Indices { return _base.indices }
            var count: Int { return _base.count }
            func index(after i: Base.Index) -> Base.Index { return _base.index(after: i) }
            subscript(position: Base.Index) -> Element { return _transform(_base[position]) }
            subscript(bounds: Range<Base.Index>) -> Slice<LazyMapSequence<Base, Element>> { return Slice(base: self, bounds: bounds) }
        }
        extension LazyMapSequence: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index { return _base.index(before: i) }
            func reversed() -> LazyMapSequence<ReversedCollection<Base>, Element> { return LazyMapSequence<ReversedCollection<Base>, Element>(_base: ReversedCollection(_base: _base), _transform: _transform) }
        }
        extension LazyMapSequence: RandomAccessCollection where Base: RandomAccessCollection {
            func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { return _base.index(i, offsetBy: distance) }
            func distance(from start: Base.Index, to end: Base.Index) -> Int { return _base.distance(from: start, to: end) }
        }

        struct LazyFilterSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Elements = LazyFilterSequence<Base>
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            var elements: LazyFilterSequence<Base> { return self }
            /// What is left of the base is not known before it is walked, which is done once only.
            var underestimatedCount: Int { return 0 }
            struct Iterator: IteratorProtocol, Sequence {
                typealias Element = Base.Element
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                mutating func next() -> Base.Element? {
                    while let element = _base.next() { if _predicate(element) { return element } }
                    return nil
                }
            }
            func makeIterator() -> LazyFilterSequence<Base>.Iterator { return LazyFilterSequence<Base>.Iterator(_base: _base.makeIterator(), _predicate: _predicate) }
        }
        extension LazyFilterSequence: Collection where Base: Collection {
            typealias Index = Base.Index
            typealias SubSequence = Slice<LazyFilterSequence<Base>>
            typealias Indices = DefaultIndices<LazyFilterSequence<Base>>
            var startIndex: Base.Index { return _from(_base.startIndex) }
            var endIndex: Base.Index { return _base.endIndex }
            func _from(_ i: Base.Index) -> Base.Index {
                var position = i
                while position != _base.endIndex {
                    if _predicate(_base[position]) { break }
                    position = _base.index(after: position)
                }
                return position
            }
            func index(after i: Base.Index) -> Base.Index { return _from(_base.index(after: i)) }
            subscript(position: Base.Index) -> Base.Element { return _base[position] }
            subscript(bounds: Range<Base.Index>) -> Slice<LazyFilterSequence<Base>> { return Slice(base: self, bounds: bounds) }
        }
        extension LazyFilterSequence: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index {
                var position = _base.index(before: i)
                while !_predicate(_base[position]) { position = _base.index(before: position) }
                return position
            }
        }

        struct LazyPrefixWhileSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Elements = LazyPrefixWhileSequence<Base>
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            var elements: LazyPrefixWhileSequence<Base> { return self }
            struct Iterator: IteratorProtocol, Sequence {
                typealias Element = Base.Element
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                var _isDone: Bool
                mutating func next() -> Base.Element? {
                    if _isDone { return nil }
                    if let element = _base.next() { if _predicate(element) { return element } }
                    _isDone = true
                    return nil
                }
            }
            func makeIterator() -> LazyPrefixWhileSequence<Base>.Iterator {
                return LazyPrefixWhileSequence<Base>.Iterator(_base: _base.makeIterator(), _predicate: _predicate, _isDone: false)
            }
        }
        struct LazyDropWhileSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Elements = LazyDropWhileSequence<Base>
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            var elements: LazyDropWhileSequence<Base> { return self }
            struct Iterator: IteratorProtocol, Sequence {
                typealias Element = Base.Element
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                var _isDropping: Bool
                mutating func next() -> Base.Element? {
                    while let element = _base.next() {
                        if _isDropping && _predicate(element) { continue }
                        _isDropping = false
                        return element
                    }
                    return nil
                }
            }
            func makeIterator() -> LazyDropWhileSequence<Base>.Iterator {
                return LazyDropWhileSequence<Base>.Iterator(_base: _base.makeIterator(), _predicate: _predicate, _isDropping: true)
            }
        }
        extension Slice: LazySequenceProtocol where Base: LazySequenceProtocol {
            typealias Elements = Slice<Base>
            var elements: Slice<Base> { return self }
        }
        """#
}
