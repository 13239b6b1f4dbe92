extension StandardLibrary {
    /// Not of Swift's library, but written as that is, since it works on every sequence. The lowering walks `progress` of ranges, strides and arrays as it walks what is inside (`lowerFor`), stretch by stretch,
    /// so that a turn costs nothing more; everything else goes through the iterator.
    static let progress = #"""
        /// The same elements, with a bar under the cell that shows how far a loop over them is, how fast, and how long it will take yet.
        ///
        /// ```swift
        /// for epoch in progress(0 ..< 1_000) { try net.run(for: 1.s) }
        /// ```
        ///
        /// The bar appears when the loop has lasted 0.3 s and goes when it is over; loops within loops have a bar each, and so has a long library call within. Where nobody
        /// watches (a notebook that is run by a program, output that goes to a file) nothing is shown. Over an array, a range of `Int` or a stride a turn costs nothing more.
        ///
        /// - Parameter elements: what the loop goes over. How many there are is taken from `underestimatedCount`; where that is 0, only the pace is shown.
        func progress<Base: Sequence>(_ elements: Base) -> ProgressSequence<Base> { return ProgressSequence<Base>(_base: elements) }

        /// A sequence that shows how far a loop over it is: what `progress(_:)` gives.
        struct ProgressSequence<Base: Sequence>: Sequence {
            typealias Element = Base.Element
            let _base: Base
            struct Iterator: IteratorProtocol {
                typealias Element = Base.Element
                var _base: Base.Iterator
                var _done: Int
                var _next: Int
                let _loop: Int
                mutating func next() -> Base.Element? {
                    if _done == _next { _next = _progressNext(_loop, _done, 9_223_372_036_854_775_807) }
                    _done += 1
                    if let element = _base.next() { return element }
                    _progressEnd(_loop)
                    return nil
                }
            }
            var underestimatedCount: Int { return _base.underestimatedCount }
            func makeIterator() -> ProgressSequence<Base>.Iterator {
                return ProgressSequence<Base>.Iterator(_base: _base.makeIterator(), _done: 0, _next: 0, _loop: _progressBegin(0, _base.underestimatedCount))
            }
        }
        func _progressBegin(_ first: Int, _ limit: Int) -> Int
        func _progressNext(_ loop: Int, _ place: Int, _ limit: Int) -> Int
        func _progressBeginStride(_ first: Int, _ limit: Int, _ step: Int, _ isThrough: Int) -> Int
        func _progressNextStride(_ loop: Int, _ first: Int, _ place: Int, _ limit: Int, _ step: Int) -> Int
        func _progressEnd(_ loop: Int)
        """#
}
