extension StandardLibrary {
    static let collection = #"""
    protocol Collection<Element>: Sequence {
        associatedtype Index: Comparable
        associatedtype SubSequence: Collection = Slice<Self> where SubSequence.Element == Element, SubSequence.Index == Index
        associatedtype Indices: Collection = DefaultIndices<Self> where Indices.Element == Index
        associatedtype Iterator = IndexingIterator<Self>
        var startIndex: Index { get }
        var endIndex: Index { get }
        subscript(position: Index) -> Element { get }
        subscript(bounds: Range<Index>) -> SubSequence { get }
        var indices: Indices { get }
        var isEmpty: Bool { get }
        var count: Int { get }
        func index(after i: Index) -> Index
        func formIndex(after i: inout Index)
        func index(_ i: Index, offsetBy distance: Int) -> Index
        func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index?
        func distance(from start: Index, to end: Index) -> Int
    }
    extension Collection where Iterator == IndexingIterator<Self> {
        func makeIterator() -> IndexingIterator<Self> { return IndexingIterator(_elements: self, _position: startIndex) }
    }
    extension Collection where SubSequence == Slice<Self> {
        subscript(bounds: Range<Index>) -> Slice<Self> { return Slice(base: self, bounds: bounds) }
    }
    extension Collection where Indices == DefaultIndices<Self> {
        var indices: DefaultIndices<Self> { return DefaultIndices(_elements: self, _startIndex: startIndex, _endIndex: endIndex) }
    }
    extension Collection {
        var underestimatedCount: Int { return count }
        var isEmpty: Bool { return startIndex == endIndex }
        var count: Int { return distance(from: startIndex, to: endIndex) }
        var first: Element? {
            let start = startIndex
            return start == endIndex ? nil : self[start]
        }
        func formIndex(after i: inout Index) { i = index(after: i) }
        func index(_ i: Index, offsetBy distance: Int) -> Index {
            if distance < 0 { fatalError("Only BidirectionalCollections can be advanced by a negative amount") }
            var result = i
            var left = distance
            while left > 0 {
                result = index(after: result)
                left -= 1
            }
            return result
        }
        func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
            var result = i
            var left = distance
            while left > 0 {
                if result == limit { return nil }
                result = index(after: result)
                left -= 1
            }
            return result
        }
        func formIndex(_ i: inout Index, offsetBy distance: Int) { i = index(i, offsetBy: distance) }
        func distance(from start: Index, to end: Index) -> Int {
            var steps = 0
            var position = start
            if start > end {
                position = end
                while position != start {
                    position = index(after: position)
                    steps -= 1
                }
                return steps
            }
            while position != end {
                position = index(after: position)
                steps += 1
            }
            return steps
        }
        subscript<R: RangeExpression>(r: R) -> SubSequence where R.Bound == Index { return self[r.relative(to: self)] }
        subscript(x: (UnboundedRange_) -> ()) -> SubSequence { return self[startIndex..<endIndex] }
        func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
            var position = startIndex
            while position != endIndex {
                if try predicate(self[position]) { return position }
                position = index(after: position)
            }
            return nil
        }
        func prefix(_ maxLength: Int) -> SubSequence {
            if maxLength < 0 { fatalError("Can't take a prefix of negative length from a collection") }
            let end = index(startIndex, offsetBy: maxLength, limitedBy: endIndex) ?? endIndex
            return self[startIndex..<end]
        }
        func prefix(upTo end: Index) -> SubSequence { return self[startIndex..<end] }
        func prefix(through position: Index) -> SubSequence { return self[startIndex..<index(after: position)] }
        func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
            var end = startIndex
            while end != endIndex {
                if try !predicate(self[end]) { break }
                end = index(after: end)
            }
            return self[startIndex..<end]
        }
        func suffix(_ maxLength: Int) -> SubSequence {
            if maxLength < 0 { fatalError("Can't take a suffix of negative length from a collection") }
            let skipped = count - maxLength
            return self[index(startIndex, offsetBy: skipped < 0 ? 0 : skipped)..<endIndex]
        }
        func suffix(from start: Index) -> SubSequence { return self[start..<endIndex] }
        func dropFirst(_ k: Int = 1) -> SubSequence {
            if k < 0 { fatalError("Can't drop a negative number of elements from a collection") }
            let start = index(startIndex, offsetBy: k, limitedBy: endIndex) ?? endIndex
            return self[start..<endIndex]
        }
        func dropLast(_ k: Int = 1) -> SubSequence {
            if k < 0 { fatalError("Can't drop a negative number of elements from a collection") }
            let kept = count - k
            return self[startIndex..<index(startIndex, offsetBy: kept < 0 ? 0 : kept)]
        }
        func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
            var start = startIndex
            while start != endIndex {
                if try !predicate(self[start]) { break }
                start = index(after: start)
            }
            return self[start..<endIndex]
        }
        func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [SubSequence] {
            if maxSplits < 0 { fatalError("Must take zero or more splits") }
            var result: [SubSequence] = []
            var start = startIndex
            var position = startIndex
            while position != endIndex && result.count < maxSplits {
                if try isSeparator(self[position]) {
                    if start != position || !omittingEmptySubsequences { result.append(self[start..<position]) }
                    position = index(after: position)
                    start = position
                } else {
                    position = index(after: position)
                }
            }
            if start != endIndex || !omittingEmptySubsequences { result.append(self[start..<endIndex]) }
            return result
        }
        func randomElement() -> Element? {
            var generator = SystemRandomNumberGenerator()
            return randomElement(using: &generator)
        }
        func randomElement<T: RandomNumberGenerator>(using generator: inout T) -> Element? {
            if isEmpty { return nil }
            let random = Int.random(in: 0..<count, using: &generator)
            return self[index(startIndex, offsetBy: random)]
        }
    }
    extension Collection where Element: Equatable {
        func firstIndex(of element: Element) -> Index? {
            var position = startIndex
            while position != endIndex {
                if self[position] == element { return position }
                position = index(after: position)
            }
            return nil
        }
        func split(separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [SubSequence] {
            return split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: { $0 == separator })
        }
    }
    extension Collection where SubSequence == Self {
        mutating func popFirst() -> Element? {
            if isEmpty { return nil }
            let element = self[startIndex]
            self = self[index(after: startIndex)..<endIndex]
            return element
        }
        @discardableResult mutating func removeFirst() -> Element {
            if isEmpty { fatalError("Can't remove items from an empty collection") }
            let element = self[startIndex]
            self = self[index(after: startIndex)..<endIndex]
            return element
        }
        mutating func removeFirst(_ k: Int) {
            if k == 0 { return }
            if k < 0 { fatalError("Number of elements to remove should be non-negative") }
            guard let start = index(startIndex, offsetBy: k, limitedBy: endIndex) else { fatalError("Can't remove more items from a collection than it contains") }
            self = self[start..<endIndex]
        }
    }

    protocol BidirectionalCollection<Element>: Collection {
        func index(before i: Index) -> Index
        func formIndex(before i: inout Index)
        func index(_ i: Index, offsetBy distance: Int) -> Index
        func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index?
        func distance(from start: Index, to end: Index) -> Int
    }
    extension BidirectionalCollection {
        var last: Element? { return isEmpty ? nil : self[index(before: endIndex)] }
        func formIndex(before i: inout Index) { i = index(before: i) }
        func index(_ i: Index, offsetBy distance: Int) -> Index {
            var result = i
            var left = distance
            while left > 0 {
                result = index(after: result)
                left -= 1
            }
            while left < 0 {
                result = index(before: result)
                left += 1
            }
            return result
        }
        func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
            var result = i
            var left = distance
            while left > 0 {
                if result == limit { return nil }
                result = index(after: result)
                left -= 1
            }
            while left < 0 {
                if result == limit { return nil }
                result = index(before: result)
                left += 1
            }
            return result
        }
        func reversed() -> ReversedCollection<Self> { return ReversedCollection(_base: self) }
        func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
            if let position = try lastIndex(where: predicate) { return self[position] }
            return nil
        }
        func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
            var position = endIndex
            while position != startIndex {
                position = index(before: position)
                if try predicate(self[position]) { return position }
            }
            return nil
        }
    }
    extension BidirectionalCollection where Element: Equatable {
        func lastIndex(of element: Element) -> Index? { return lastIndex(where: { $0 == element }) }
    }
    extension BidirectionalCollection where SubSequence == Self {
        mutating func popLast() -> Element? {
            if isEmpty { return nil }
            return removeLast()
        }
        @discardableResult mutating func removeLast() -> Element {
            if isEmpty { fatalError("Can't remove last element from an empty collection") }
            let end = index(before: endIndex)
            let element = self[end]
            self = self[startIndex..<end]
            return element
        }
        mutating func removeLast(_ k: Int) {
            if k == 0 { return }
            if k < 0 { fatalError("Number of elements to remove should be non-negative") }
            guard let end = index(endIndex, offsetBy: -k, limitedBy: startIndex) else { fatalError("Can't remove more items from a collection than it contains") }
            self = self[startIndex..<end]
        }
    }

    /// What is told again here is asked of the type itself, where a body for all collections would walk.
    protocol RandomAccessCollection<Element>: BidirectionalCollection {
        func index(_ i: Index, offsetBy distance: Int) -> Index
        func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index?
        func distance(from start: Index, to end: Index) -> Int
    }
    extension RandomAccessCollection where Index: Strideable, Index.Stride == Int {
        func index(after i: Index) -> Index { return i.advanced(by: 1) }
        func index(before i: Index) -> Index { return i.advanced(by: -1) }
        func index(_ i: Index, offsetBy distance: Int) -> Index { return i.advanced(by: distance) }
        func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
            let left = i.distance(to: limit)
            if distance > 0 ? left >= 0 && left < distance : left <= 0 && distance < left { return nil }
            return i.advanced(by: distance)
        }
        func distance(from start: Index, to end: Index) -> Int { return start.distance(to: end) }
    }
    extension RandomAccessCollection where Index: Strideable, Index.Stride == Int, Indices == Range<Index> {
        var indices: Range<Index> { return startIndex..<endIndex }
    }

    protocol MutableCollection<Element>: Collection {
        subscript(position: Index) -> Element { get set }
        subscript(bounds: Range<Index>) -> SubSequence { get set }
        mutating func swapAt(_ i: Index, _ j: Index)
    }
    extension MutableCollection {
        subscript(bounds: Range<Index>) -> Slice<Self> {
            get { return Slice(base: self, bounds: bounds) }
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
        subscript<R: RangeExpression>(r: R) -> SubSequence where R.Bound == Index {
            get { return self[r.relative(to: self)] }
            set {
                let bounds: Range<Index> = r.relative(to: self)
                self[bounds] = newValue
            }
        }
        mutating func swapAt(_ i: Index, _ j: Index) {
            let element = self[i]
            self[i] = self[j]
            self[j] = element
        }
        mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index {
            var low = startIndex
            while low != endIndex {
                if try belongsInSecondPartition(self[low]) { break }
                low = index(after: low)
            }
            if low == endIndex { return low }
            var next = index(after: low)
            while next != endIndex {
                if try !belongsInSecondPartition(self[next]) {
                    swapAt(low, next)
                    low = index(after: low)
                }
                next = index(after: next)
            }
            return low
        }
    }
    extension MutableCollection where Self: BidirectionalCollection {
        /// From both ends, so that elements of the second part come out in the order they have in Swift.
        mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index {
            var low = startIndex
            var high = endIndex
            while low < high {
                if try !belongsInSecondPartition(self[low]) {
                    low = index(after: low)
                    continue
                }
                var isFound = false
                while !isFound {
                    high = index(before: high)
                    if !(low < high) { return low }
                    isFound = try !belongsInSecondPartition(self[high])
                }
                swapAt(low, high)
                low = index(after: low)
            }
            return low
        }
        mutating func reverse() {
            if isEmpty { return }
            var low = startIndex
            var high = index(before: endIndex)
            while low < high {
                swapAt(low, high)
                low = index(after: low)
                high = index(before: high)
            }
        }
    }
    extension MutableCollection where Self: RandomAccessCollection {
        mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
            let elements = try sorted(by: areInIncreasingOrder)
            var position = startIndex
            for element in elements {
                self[position] = element
                position = index(after: position)
            }
        }
        mutating func shuffle() {
            var generator = SystemRandomNumberGenerator()
            shuffle(using: &generator)
        }
        mutating func shuffle<T: RandomNumberGenerator>(using generator: inout T) {
            var left = count
            if left < 2 { return }
            var position = startIndex
            while left > 1 {
                let random = Int.random(in: 0..<left, using: &generator)
                left -= 1
                swapAt(position, index(position, offsetBy: random))
                position = index(after: position)
            }
        }
    }
    extension MutableCollection where Self: RandomAccessCollection, Element: Comparable {
        mutating func sort() { sort(by: { $0 < $1 }) }
    }

    protocol RangeReplaceableCollection<Element>: Collection {
        init()
        mutating func replaceSubrange<C: Collection>(_ subrange: Range<Index>, with newElements: C) where C.Element == Element
        init(repeating repeatedValue: Element, count: Int)
        init<S: Sequence>(_ elements: S) where S.Element == Element
        mutating func append(_ newElement: Element)
        mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element
        mutating func insert(_ newElement: Element, at i: Index)
        mutating func insert<S: Collection>(contentsOf newElements: S, at i: Index) where S.Element == Element
        mutating func remove(at i: Index) -> Element
        mutating func removeSubrange(_ bounds: Range<Index>)
        mutating func removeFirst() -> Element
        mutating func removeFirst(_ k: Int)
        mutating func removeAll(keepingCapacity keepCapacity: Bool)
        mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows
        mutating func reserveCapacity(_ n: Int)
    }
    extension RangeReplaceableCollection {
        init(repeating repeatedValue: Element, count: Int) {
            self.init()
            if count < 0 { fatalError("Can't construct collection with count < 0") }
            var left = count
            while left > 0 {
                append(repeatedValue)
                left -= 1
            }
        }
        init<S: Sequence>(_ elements: S) where S.Element == Element {
            self.init()
            append(contentsOf: elements)
        }
        mutating func append(_ newElement: Element) { insert(newElement, at: endIndex) }
        mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element { for element in newElements { append(element) } }
        mutating func insert(_ newElement: Element, at i: Index) { replaceSubrange(i..<i, with: CollectionOfOne(newElement)) }
        mutating func insert<C: Collection>(contentsOf newElements: C, at i: Index) where C.Element == Element { replaceSubrange(i..<i, with: newElements) }
        @discardableResult mutating func remove(at i: Index) -> Element {
            if isEmpty { fatalError("Can't remove from an empty collection") }
            let element = self[i]
            replaceSubrange(i..<index(after: i), with: EmptyCollection())
            return element
        }
        mutating func removeSubrange(_ bounds: Range<Index>) { replaceSubrange(bounds, with: EmptyCollection()) }
        mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Index {
            let range: Range<Index> = bounds.relative(to: self)
            removeSubrange(range)
        }
        mutating func replaceSubrange<C: Collection, R: RangeExpression>(_ subrange: R, with newElements: C) where C.Element == Element, R.Bound == Index {
            let range: Range<Index> = subrange.relative(to: self)
            _replaceElements(range.lowerBound, range.upperBound, newElements)
        }
        mutating func _replaceElements<C: Collection>(_ lower: Index, _ upper: Index, _ newElements: C) where C.Element == Element { replaceSubrange(lower..<upper, with: newElements) }
        @discardableResult mutating func removeFirst() -> Element {
            if isEmpty { fatalError("Can't remove first element from an empty collection") }
            return remove(at: startIndex)
        }
        mutating func removeFirst(_ k: Int) {
            if k == 0 { return }
            if k < 0 { fatalError("Number of elements to remove should be non-negative") }
            guard let end = index(startIndex, offsetBy: k, limitedBy: endIndex) else { fatalError("Can't remove more items from a collection than it has") }
            removeSubrange(startIndex..<end)
        }
        mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = Self() }
        mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
            var kept = Self()
            for element in self { if try !shouldBeRemoved(element) { kept.append(element) } }
            self = kept
        }
        mutating func reserveCapacity(_ n: Int) {}
        func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Self {
            var result = Self()
            for element in self { if try isIncluded(element) { result.append(element) } }
            return result
        }
        static func + <Other: Sequence>(lhs: Self, rhs: Other) -> Self where Other.Element == Element {
            var result = lhs
            result.append(contentsOf: rhs)
            return result
        }
        static func + <Other: Sequence>(lhs: Other, rhs: Self) -> Self where Other.Element == Element {
            var result = Self()
            result.append(contentsOf: lhs)
            result.append(contentsOf: rhs)
            return result
        }
        static func + <Other: RangeReplaceableCollection>(lhs: Self, rhs: Other) -> Self where Other.Element == Element {
            var result = lhs
            result.append(contentsOf: rhs)
            return result
        }
        static func += <Other: Sequence>(lhs: inout Self, rhs: Other) where Other.Element == Element { lhs.append(contentsOf: rhs) }
    }
    extension RangeReplaceableCollection where Self: BidirectionalCollection {
        mutating func popLast() -> Element? {
            if isEmpty { return nil }
            return remove(at: index(before: endIndex))
        }
        @discardableResult mutating func removeLast() -> Element {
            if isEmpty { fatalError("Can't remove last element from an empty collection") }
            return remove(at: index(before: endIndex))
        }
        mutating func removeLast(_ k: Int) {
            if k == 0 { return }
            if k < 0 { fatalError("Number of elements to remove should be non-negative") }
            guard let start = index(endIndex, offsetBy: -k, limitedBy: startIndex) else { fatalError("Can't remove more items from a collection than it contains") }
            removeSubrange(start..<endIndex)
        }
    }
    """#
}
