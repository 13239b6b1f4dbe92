extension StandardLibrary {
    static let optional = #"""
    enum Optional<Wrapped>: ExpressibleByNilLiteral {
        case none
        case some(Wrapped)
        init(_ some: Wrapped) { self = .some(some) }
        init(nilLiteral: ()) { self = .none }
        func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U? {
            if let value = self { return try transform(value) }
            return nil
        }
        func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U? {
            if let value = self { return try transform(value) }
            return nil
        }
        var unsafelyUnwrapped: Wrapped { return self! }
        var debugDescription: String { return String(reflecting: self) }
        var _isSome: Bool {
            if let _ = self { return true }
            return false
        }
        mutating func take() -> Wrapped? {
            let value = self
            self = nil
            return value
        }
    }
    extension Optional: Equatable where Wrapped: Equatable {
        static func == (lhs: Wrapped?, rhs: Wrapped?) -> Bool {
            guard let left = lhs else { if let _ = rhs { return false } else { return true } }
            guard let right = rhs else { return false }
            return left == right
        }
    }
    extension Optional: Hashable where Wrapped: Hashable {
        func hash(into hasher: inout Hasher) {
            hasher.combine(self)
        }
    }
    func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T) rethrows -> T {
        if let value = optional { return value }
        return try defaultValue()
    }
    func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T?) rethrows -> T? {
        if let value = optional { return value }
        return try defaultValue()
    }

    enum Result<Success, Failure: Error> {
        case success(Success)
        case failure(Failure)
        func map<NewSuccess>(_ transform: (Success) -> NewSuccess) -> Result<NewSuccess, Failure> {
            switch self {
            case .success(let value): return .success(transform(value))
            case .failure(let failure): return .failure(failure)
            }
        }
        func mapError<NewFailure: Error>(_ transform: (Failure) -> NewFailure) -> Result<Success, NewFailure> {
            switch self {
            case .success(let value): return .success(value)
            case .failure(let failure): return .failure(transform(failure))
            }
        }
        func flatMap<NewSuccess>(_ transform: (Success) -> Result<NewSuccess, Failure>) -> Result<NewSuccess, Failure> {
            switch self {
            case .success(let value): return transform(value)
            case .failure(let failure): return .failure(failure)
            }
        }
        func flatMapError<NewFailure: Error>(_ transform: (Failure) -> Result<Success, NewFailure>) -> Result<Success, NewFailure> {
            switch self {
            case .success(let value): return .success(value)
            case .failure(let failure): return transform(failure)
            }
        }
        func get() throws -> Success {
            switch self {
            case .success(let value): return value
            case .failure(let failure): throw failure
            }
        }
    }
    extension Result where Failure == Error {
        init(catching body: () throws -> Success) {
            do { self = .success(try body()) } catch { self = .failure(error) }
        }
    }
    extension Result: Equatable where Success: Equatable, Failure: Equatable {
        static func == (lhs: Result<Success, Failure>, rhs: Result<Success, Failure>) -> Bool {
            switch (lhs, rhs) {
            case (.success(let left), .success(let right)): return left == right
            case (.failure(let left), .failure(let right)): return left == right
            default: return false
            }
        }
    }
    extension Result: Hashable where Success: Hashable, Failure: Hashable {
        func hash(into hasher: inout Hasher) {
            switch self {
            case .success(let value):
                hasher.combine(0)
                hasher.combine(value)
            case .failure(let error):
                hasher.combine(1)
                hasher.combine(error)
            }
        }
    }
    """#

    static let sequence = #"""
    protocol IteratorProtocol<Element> {
        associatedtype Element
        mutating func next() -> Element?
    }
    protocol Sequence<Element> {
        associatedtype Element
        associatedtype Iterator: IteratorProtocol where Iterator.Element == Element
        func makeIterator() -> Iterator
        var underestimatedCount: Int { get }
        func _copyToArray() -> [Element]
    }
    extension Sequence where Iterator == Self {
        func makeIterator() -> Self { return self }
    }
    extension Sequence {
        var underestimatedCount: Int { return 0 }
        func _copyToArray() -> [Element] {
            var result: [Element] = []
            result.reserveCapacity(underestimatedCount)
            for element in self { result.append(element) }
            return result
        }
        func map<T>(_ transform: (Element) throws -> T) rethrows -> [T] {
            var result: [T] = []
            for element in self { result.append(try transform(element)) }
            return result
        }
        func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
            var result: [Element] = []
            for element in self { if try isIncluded(element) { result.append(element) } }
            return result
        }
        func forEach(_ body: (Element) throws -> Void) rethrows {
            for element in self { try body(element) }
        }
        func compactMap<ElementOfResult>(_ transform: (Element) throws -> ElementOfResult?) rethrows -> [ElementOfResult] {
            var result: [ElementOfResult] = []
            for element in self { if let value = try transform(element) { result.append(value) } }
            return result
        }
        func flatMap<SegmentOfResult: Sequence>(_ transform: (Element) throws -> SegmentOfResult) rethrows -> [SegmentOfResult.Element] {
            var result: [SegmentOfResult.Element] = []
            for element in self { for inner in try transform(element) { result.append(inner) } }
            return result
        }
        func reduce<Result>(_ initialResult: Result, _ nextPartialResult: (Result, Element) throws -> Result) rethrows -> Result {
            var result = initialResult
            for element in self { result = try nextPartialResult(result, element) }
            return result
        }
        func reduce<Result>(into initialResult: Result, _ updateAccumulatingResult: (inout Result, Element) throws -> ()) rethrows -> Result {
            var result = initialResult
            for element in self { try updateAccumulatingResult(&result, element) }
            return result
        }
        func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool {
            for element in self { if try predicate(element) { return true } }
            return false
        }
        func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool {
            for element in self { if try !predicate(element) { return false } }
            return true
        }
        func first(where predicate: (Element) throws -> Bool) rethrows -> Element? {
            for element in self { if try predicate(element) { return element } }
            return nil
        }
        func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
            var count = 0
            for element in self { if try predicate(element) { count += 1 } }
            return count
        }
        func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
            var iterator = makeIterator()
            guard var result = iterator.next() else { return nil }
            while let element = iterator.next() { if try areInIncreasingOrder(element, result) { result = element } }
            return result
        }
        func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
            var iterator = makeIterator()
            guard var result = iterator.next() else { return nil }
            while let element = iterator.next() { if try areInIncreasingOrder(result, element) { result = element } }
            return result
        }
        func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {
            var result = Array(self)
            try _sort(&result, by: areInIncreasingOrder)
            return result
        }
        func reversed() -> [Element] {
            var result = Array(self)
            result.reverse()
            return result
        }
        func enumerated() -> EnumeratedSequence<Self> { return EnumeratedSequence(_base: self) }
        func prefix(_ maxLength: Int) -> PrefixSequence<Self> {
            if maxLength < 0 { fatalError("Can't take a prefix of negative length from a sequence") }
            return PrefixSequence(_base: self, _maxLength: maxLength)
        }
        func dropFirst(_ k: Int = 1) -> DropFirstSequence<Self> {
            if k < 0 { fatalError("Can't drop a negative number of elements from a sequence") }
            return DropFirstSequence(_base: self, _limit: k)
        }
        func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
            var result: [Element] = []
            for element in self {
                if try !predicate(element) { break }
                result.append(element)
            }
            return result
        }
        func drop(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
            var result: [Element] = []
            var isDropping = true
            for element in self {
                if isDropping { if try predicate(element) { continue } }
                isDropping = false
                result.append(element)
            }
            return result
        }
        func suffix(_ maxLength: Int) -> [Element] {
            if maxLength < 0 { fatalError("Can't take a suffix of negative length from a sequence") }
            let all = Array(self)
            return Array(all.suffix(maxLength))
        }
        func dropLast(_ k: Int = 1) -> [Element] {
            if k < 0 { fatalError("Can't drop a negative number of elements from a sequence") }
            let all = Array(self)
            return Array(all.dropLast(k))
        }
        func elementsEqual<OtherSequence: Sequence>(_ other: OtherSequence, by areEquivalent: (Element, OtherSequence.Element) throws -> Bool) rethrows -> Bool {
            var left = makeIterator()
            var right = other.makeIterator()
            while true {
                guard let a = left.next() else { return right.next() == nil }
                guard let b = right.next() else { return false }
                if try !areEquivalent(a, b) { return false }
            }
        }
        func starts<PossiblePrefix: Sequence>(with possiblePrefix: PossiblePrefix, by areEquivalent: (Element, PossiblePrefix.Element) throws -> Bool) rethrows -> Bool {
            var left = makeIterator()
            for b in possiblePrefix {
                guard let a = left.next() else { return false }
                if try !areEquivalent(a, b) { return false }
            }
            return true
        }
        func lexicographicallyPrecedes<OtherSequence: Sequence>(_ other: OtherSequence, by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Bool where OtherSequence.Element == Element {
            var left = makeIterator()
            var right = other.makeIterator()
            while true {
                guard let a = left.next() else { return right.next() != nil }
                guard let b = right.next() else { return false }
                if try areInIncreasingOrder(a, b) { return true }
                if try areInIncreasingOrder(b, a) { return false }
            }
        }
        func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [ArraySlice<Element>] {
            return try Array(self).split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: isSeparator)
        }
        func shuffled() -> [Element] {
            var result = Array(self)
            result.shuffle()
            return result
        }
        func shuffled<T: RandomNumberGenerator>(using generator: inout T) -> [Element] {
            var result = Array(self)
            result.shuffle(using: &generator)
            return result
        }
        var lazy: LazySequence<Self> { return LazySequence(_base: self) }
    }
    extension Sequence where Element: Equatable {
        func contains(_ element: Element) -> Bool {
            for candidate in self { if candidate == element { return true } }
            return false
        }
        func elementsEqual<OtherSequence: Sequence>(_ other: OtherSequence) -> Bool where OtherSequence.Element == Element { return elementsEqual(other, by: { $0 == $1 }) }
        func starts<PossiblePrefix: Sequence>(with possiblePrefix: PossiblePrefix) -> Bool where PossiblePrefix.Element == Element { return starts(with: possiblePrefix, by: { $0 == $1 }) }
        func split(separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [ArraySlice<Element>] {
            return split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: { $0 == separator })
        }
    }
    extension Sequence where Element: Comparable {
        func sorted() -> [Element] {
            var result = Array(self)
            result.sort()
            return result
        }
        func min() -> Element? {
            var iterator = makeIterator()
            guard var result = iterator.next() else { return nil }
            while let element = iterator.next() { if element < result { result = element } }
            return result
        }
        func max() -> Element? {
            var iterator = makeIterator()
            guard var result = iterator.next() else { return nil }
            while let element = iterator.next() { if result < element { result = element } }
            return result
        }
        func lexicographicallyPrecedes<OtherSequence: Sequence>(_ other: OtherSequence) -> Bool where OtherSequence.Element == Element { return lexicographicallyPrecedes(other, by: { $0 < $1 }) }
    }
    extension Sequence where Element: Sequence {
        func joined() -> FlattenSequence<Self> { return FlattenSequence(_base: self) }
        func joined<Separator: Sequence>(separator: Separator) -> JoinedSequence<Self> where Separator.Element == Element.Element {
            return JoinedSequence(_base: self, _separator: Array(separator))
        }
    }
    extension Sequence where Element: StringProtocol {
        func joined(separator: String = "") -> String {
            var parts: [String] = []
            for element in self { parts.append(String(element)) }
            return String._joined(parts, separator)
        }
    }
    """#

    static let sort = #"""
    /// A stable merge of natural runs, each at least 32 to 64 long, which asks its questions in the same order as Swift's own sort,
    /// so that a predicate which counts, or which is no strict order, gives the same result.
    func _sort<Element>(_ elements: inout [Element], by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
        let count = elements.count
        if count < 2 { return }
        if count < 64 {
            try _extendRun(&elements, 0, 1, count, by: areInIncreasingOrder)
            return
        }
        let shift = 58 - count.leadingZeroBitCount
        let minimum = (count >> shift) + (count & ((1 << shift) - 1) == 0 ? 0 : 1)
        var starts: [Int] = []
        var ends: [Int] = []
        var start = 0
        while start < count {
            var end = start + 1
            if end < count {
                let isDescending = try areInIncreasingOrder(elements[end], elements[start])
                end += 1
                while end < count {
                    if try areInIncreasingOrder(elements[end], elements[end - 1]) != isDescending { break }
                    end += 1
                }
                if isDescending {
                    var low = start
                    var high = end - 1
                    while low < high {
                        elements.swapAt(low, high)
                        low += 1
                        high -= 1
                    }
                }
            }
            if end < count && end - start < minimum {
                let longer = start + minimum < count ? start + minimum : count
                try _extendRun(&elements, start, end, longer, by: areInIncreasingOrder)
                end = longer
            }
            starts.append(start)
            ends.append(end)
            while starts.count > 1 {
                var top = starts.count - 1
                let z = ends[top] - starts[top]
                let y = ends[top - 1] - starts[top - 1]
                let x = top >= 2 ? ends[top - 2] - starts[top - 2] : 0
                let w = top >= 3 ? ends[top - 3] - starts[top - 3] : 0
                if top >= 3 && w <= x + y {
                    if x < z { top -= 1 }
                } else if top >= 2 && x <= y + z {
                    if x < z { top -= 1 }
                } else if y > z {
                    break
                }
                try _mergeRuns(&elements, starts[top - 1], ends[top - 1], ends[top], by: areInIncreasingOrder)
                ends[top - 1] = ends[top]
                starts.remove(at: top)
                ends.remove(at: top)
            }
            start = end
        }
        while starts.count > 1 {
            let top = starts.count - 1
            try _mergeRuns(&elements, starts[top - 1], ends[top - 1], ends[top], by: areInIncreasingOrder)
            ends[top - 1] = ends[top]
            starts.removeLast()
            ends.removeLast()
        }
    }
    /// Insertion of `sortedEnd ..< end` into the sorted `start ..< sortedEnd`.
    func _extendRun<Element>(_ elements: inout [Element], _ start: Int, _ sortedEnd: Int, _ end: Int, by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
        var next = sortedEnd
        while next < end {
            let moving = elements[next]
            var hole = next
            while hole > start {
                if try !areInIncreasingOrder(moving, elements[hole - 1]) { break }
                elements[hole] = elements[hole - 1]
                elements[hole - 1] = moving
                hole -= 1
            }
            next += 1
        }
    }
    /// Merges two neighbouring runs through a copy of the elements; when the predicate throws, what is left is of no use.
    func _mergeRuns<Element>(_ elements: inout [Element], _ low: Int, _ middle: Int, _ high: Int, by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
        let all = Array(elements[low..<high])
        let leftCount = middle - low
        let total = high - low
        if leftCount < total - leftCount {
            var left = 0
            var right = leftCount
            var out = low
            while left < leftCount && right < total {
                if try areInIncreasingOrder(all[right], all[left]) {
                    elements[out] = all[right]
                    right += 1
                } else {
                    elements[out] = all[left]
                    left += 1
                }
                out += 1
            }
            while left < leftCount {
                elements[out] = all[left]
                left += 1
                out += 1
            }
        } else {
            var left = leftCount
            var right = total
            var out = high
            while right > leftCount && left > 0 {
                out -= 1
                if try areInIncreasingOrder(all[right - 1], all[left - 1]) {
                    left -= 1
                    elements[out] = all[left]
                } else {
                    right -= 1
                    elements[out] = all[right]
                }
            }
            while right > leftCount {
                out -= 1
                right -= 1
                elements[out] = all[right]
            }
        }
    }
    """#
}
