extension StandardLibrary {
    static let array = #"""
    struct Array<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral {
        typealias Index = Int
        typealias Indices = Range<Int>
        typealias SubSequence = ArraySlice<Element>
        typealias Iterator = IndexingIterator<[Element]>
        typealias ArrayLiteralElement = Element
        init()
        init(repeating repeatedValue: Element, count: Int)
        init(arrayLiteral elements: Element...) { self = elements }
        init<S: Sequence>(_ elements: S) where S.Element == Element { self = elements._copyToArray() }
        func _copyToArray() -> [Element] { return self }
        /// The number of elements.
        var count: Int { get }
        /// How many elements fit before the array needs more memory.
        var capacity: Int { get }
        var isEmpty: Bool { get }
        var startIndex: Int { return 0 }
        var endIndex: Int { return count }
        var indices: Range<Int> { return 0..<count }
        var first: Element? { get }
        var last: Element? { get }
        subscript(index: Int) -> Element { get set }
        subscript(bounds: Range<Int>) -> ArraySlice<Element> {
            get {
                _checkSlice(bounds.lowerBound, bounds.upperBound)
                return ArraySlice(_base: self, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
            }
            set {
                _checkSlice(bounds.lowerBound, bounds.upperBound)
                replaceSubrange(bounds, with: newValue)
            }
        }
        subscript<R: RangeExpression>(r: R) -> ArraySlice<Element> where R.Bound == Int {
            get { return self[r.relative(to: self)] }
            set {
                let bounds: Range<Int> = r.relative(to: self)
                _checkSlice(bounds.lowerBound, bounds.upperBound)
                replaceSubrange(bounds, with: newValue)
            }
        }
        func makeIterator() -> IndexingIterator<[Element]> { return IndexingIterator(_elements: self, _position: 0) }
        func index(after i: Int) -> Int { return i + 1 }
        func index(before i: Int) -> Int { return i - 1 }
        func formIndex(after i: inout Int) { i += 1 }
        func formIndex(before i: inout Int) { i -= 1 }
        func index(_ i: Int, offsetBy distance: Int) -> Int { return i + distance }
        func distance(from start: Int, to end: Int) -> Int { return end - start }
        /// Adds an element at the end.
        mutating func append(_ newElement: Element)
        mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element { _append(newElements._copyToArray()) }
        mutating func _append(_ elements: [Element])
        mutating func insert(_ newElement: Element, at i: Int)
        mutating func insert<C: Collection>(contentsOf newElements: C, at i: Int) where C.Element == Element {
            _checkInsert(i)
            _replace(i, i, newElements._copyToArray())
        }
        mutating func replaceSubrange<C: Collection>(_ subrange: Range<Int>, with newElements: C) where C.Element == Element {
            _replace(subrange.lowerBound, subrange.upperBound, newElements._copyToArray())
        }
        mutating func removeSubrange(_ bounds: Range<Int>) { _replace(bounds.lowerBound, bounds.upperBound, []) }
        mutating func _replace(_ lower: Int, _ upper: Int, _ elements: [Element])
        func _slice(_ lower: Int, _ upper: Int) -> [Element]
        func _checkSlice(_ lower: Int, _ upper: Int)
        func _checkInsert(_ i: Int)
        @discardableResult mutating func remove(at index: Int) -> Element
        @discardableResult mutating func removeLast() -> Element
        @discardableResult mutating func removeFirst() -> Element
        mutating func popLast() -> Element?
        mutating func removeLast(_ k: Int)
        mutating func removeFirst(_ k: Int)
        mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
        mutating func reserveCapacity(_ minimumCapacity: Int)
        mutating func swapAt(_ i: Int, _ j: Int)
        mutating func reverse()
        mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
            var result = self
            try _sort(&result, by: areInIncreasingOrder)
            self = result
        }
        mutating func _sortNatively() -> Bool
        static func + (lhs: [Element], rhs: [Element]) -> [Element]
        static func += (lhs: inout [Element], rhs: [Element]) { lhs._append(rhs) }
        static func += <S: Sequence>(lhs: inout [Element], rhs: S) where S.Element == Element { lhs._append(rhs._copyToArray()) }
    }
    extension Array where Element: Comparable {
        mutating func sort() { if !_sortNatively() { sort(by: { $0 < $1 }) } }
    }
    extension Array: Equatable where Element: Equatable {
        static func == (lhs: [Element], rhs: [Element]) -> Bool
        static func != (lhs: [Element], rhs: [Element]) -> Bool { return !(lhs == rhs) }
    }
    extension Array: Hashable where Element: Hashable {
        func hash(into hasher: inout Hasher) { hasher.combine(self) }
    }
    extension Array: CustomStringConvertible, CustomDebugStringConvertible {
        var description: String { get }
        var debugDescription: String { return description }
    }
    extension Array: Sendable where Element: Sendable {}
    extension Array: Encodable where Element: Encodable {}
    extension Array: Decodable where Element: Decodable {}

    /// A part of an array, under the array's own indices.
    struct ArraySlice<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral, CustomStringConvertible, CustomDebugStringConvertible {
        typealias Index = Int
        typealias Indices = Range<Int>
        typealias SubSequence = ArraySlice<Element>
        typealias Iterator = IndexingIterator<ArraySlice<Element>>
        typealias ArrayLiteralElement = Element
        var _base: [Element]
        var startIndex: Int
        var endIndex: Int
        func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
            var result: [Element] = []
            for element in self { if try isIncluded(element) { result.append(element) } }
            return result
        }
        init(_base: [Element], startIndex: Int, endIndex: Int) {
            self._base = _base
            self.startIndex = startIndex
            self.endIndex = endIndex
        }
        init() {
            _base = []
            startIndex = 0
            endIndex = 0
        }
        init(arrayLiteral elements: Element...) {
            _base = elements
            startIndex = 0
            endIndex = elements.count
        }
        init<S: Sequence>(_ elements: S) where S.Element == Element {
            _base = elements._copyToArray()
            startIndex = 0
            endIndex = _base.count
        }
        init(repeating repeatedValue: Element, count: Int) {
            _base = Array(repeating: repeatedValue, count: count)
            startIndex = 0
            endIndex = count
        }
        func _copyToArray() -> [Element] { return _base._slice(startIndex, endIndex) }
        var count: Int { return endIndex - startIndex }
        var isEmpty: Bool { return endIndex == startIndex }
        var indices: Range<Int> { return startIndex..<endIndex }
        var first: Element? { return isEmpty ? nil : _base[startIndex] }
        var last: Element? { return isEmpty ? nil : _base[endIndex - 1] }
        subscript(index: Int) -> Element {
            get {
                if index < startIndex || index >= endIndex { fatalError("Index out of bounds") }
                return _base[index]
            }
            set {
                if index < startIndex || index >= endIndex { fatalError("Index out of bounds") }
                _base[index] = newValue
            }
        }
        subscript(bounds: Range<Int>) -> ArraySlice<Element> {
            get {
                if bounds.upperBound > endIndex { fatalError("ArraySlice index is out of range") }
                if bounds.lowerBound < startIndex { fatalError("ArraySlice index is out of range (before startIndex)") }
                return ArraySlice(_base: _base, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
            }
            set { replaceSubrange(bounds, with: newValue) }
        }
        func makeIterator() -> IndexingIterator<ArraySlice<Element>> { return IndexingIterator(_elements: self, _position: startIndex) }
        func index(after i: Int) -> Int { return i + 1 }
        func index(before i: Int) -> Int { return i - 1 }
        func index(_ i: Int, offsetBy distance: Int) -> Int { return i + distance }
        func distance(from start: Int, to end: Int) -> Int { return end - start }
        mutating func append(_ newElement: Element) {
            if endIndex == _base.count { _base.append(newElement) } else { _base._replace(endIndex, _base.count, [newElement]) }
            endIndex += 1
        }
        mutating func replaceSubrange<C: Collection>(_ subrange: Range<Int>, with newElements: C) where C.Element == Element {
            if subrange.lowerBound < startIndex || subrange.upperBound > endIndex { fatalError("ArraySlice replace: subrange extends past the end") }
            let elements = newElements._copyToArray()
            _base._replace(subrange.lowerBound, subrange.upperBound, elements)
            endIndex += elements.count - (subrange.upperBound - subrange.lowerBound)
        }
        mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = ArraySlice() }
        @discardableResult mutating func removeFirst() -> Element {
            if isEmpty { fatalError("Can't remove items from an empty collection") }
            startIndex += 1
            return _base[startIndex - 1]
        }
        @discardableResult mutating func removeLast() -> Element {
            if isEmpty { fatalError("Can't remove last element from an empty collection") }
            endIndex -= 1
            return _base[endIndex]
        }
        mutating func popFirst() -> Element? { return isEmpty ? nil : removeFirst() }
        mutating func popLast() -> Element? { return isEmpty ? nil : removeLast() }
        mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
            var elements = _copyToArray()
            try elements.sort(by: areInIncreasingOrder)
            _base._replace(startIndex, endIndex, elements)
        }
        var description: String { return _copyToArray().description }
        var debugDescription: String { return "ArraySlice(" + _copyToArray().description + ")" }
    }
    extension ArraySlice where Element: Comparable {
        mutating func sort() {
            var elements = _copyToArray()
            elements.sort()
            _base._replace(startIndex, endIndex, elements)
        }
    }
    extension ArraySlice: Equatable where Element: Equatable {
        static func == (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> Bool { return lhs._copyToArray() == rhs._copyToArray() }
    }
    extension ArraySlice: Hashable where Element: Hashable {
        func hash(into hasher: inout Hasher) { hasher.combine(_copyToArray()) }
    }
    typealias ContiguousArray<Element> = Array<Element>
    """#

    static let dictionary = #"""
    /// Iterates in the order of insertion. A position that was removed leaves a gap, so an index is a position and not a rank.
    struct Dictionary<Key: Hashable, Value>: Collection, ExpressibleByDictionaryLiteral, CustomStringConvertible, CustomDebugStringConvertible {
        struct Index: Comparable, Hashable {
            let _position: Int
            static func < (lhs: Dictionary<Key, Value>.Index, rhs: Dictionary<Key, Value>.Index) -> Bool { return lhs._position < rhs._position }
            static func == (lhs: Dictionary<Key, Value>.Index, rhs: Dictionary<Key, Value>.Index) -> Bool { return lhs._position == rhs._position }
            func hash(into hasher: inout Hasher) { hasher.combine(_position) }
        }
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = (key: Key, value: Value)
            let _base: [Key: Value]
            var _position: Int
            mutating func next() -> (key: Key, value: Value)? {
                if _position == _base._end { return nil }
                let position = _position
                _position = _base._following(position + 1)
                return (key: _base._key(position), value: _base._value(position))
            }
        }
        typealias Element = (key: Key, value: Value)
        typealias SubSequence = Slice<[Key: Value]>
        typealias Indices = DefaultIndices<[Key: Value]>
        init()
        init(minimumCapacity: Int)
        init(dictionaryLiteral elements: (Key, Value)...) {
            self = [:]
            for (key, value) in elements {
                if _find(key) >= 0 { fatalError("Dictionary literal contains duplicate keys") }
                self[key] = value
            }
        }
        init<S: Sequence>(uniqueKeysWithValues keysAndValues: S) where S.Element == (Key, Value) {
            self = [:]
            for (key, value) in keysAndValues {
                if _find(key) >= 0 { fatalError("Duplicate values for key: '\(key)'") }
                self[key] = value
            }
        }
        init<S: Sequence>(_ keysAndValues: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value) {
            self = [:]
            for (key, value) in keysAndValues {
                if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
            }
        }
        init<S: Sequence>(grouping values: S, by keyForValue: (S.Element) throws -> Key) rethrows where Value == [S.Element] {
            var groups: [[S.Element]] = []
            var keys: [Key] = []
            var numbers: [Key: Int] = [:]
            for value in values {
                let key = try keyForValue(value)
                if let number = numbers[key] {
                    groups[number].append(value)
                } else {
                    numbers[key] = groups.count
                    keys.append(key)
                    groups.append([value])
                }
            }
            self = [:]
            for number in 0..<keys.count { self[keys[number]] = groups[number] }
        }
        var count: Int { get }
        var capacity: Int { get }
        var isEmpty: Bool { get }
        var _end: Int { get }
        /// The first position from here on which holds an entry.
        func _following(_ position: Int) -> Int
        func _key(_ position: Int) -> Key
        func _value(_ position: Int) -> Value
        /// The key's position; -1 when it is absent.
        func _find(_ key: Key) -> Int
        mutating func _setValue(_ position: Int, _ value: Value)
        subscript(key: Key) -> Value? { get set }
        subscript(key: Key, default defaultValue: @autoclosure () -> Value) -> Value {
            get {
                if let value = self[key] { return value }
                return defaultValue()
            }
            set { updateValue(newValue, forKey: key) }
        }
        subscript(position: Dictionary<Key, Value>.Index) -> (key: Key, value: Value) { return (key: _key(position._position), value: _value(position._position)) }
        var startIndex: Dictionary<Key, Value>.Index { return Dictionary<Key, Value>.Index(_position: _following(0)) }
        var endIndex: Dictionary<Key, Value>.Index { return Dictionary<Key, Value>.Index(_position: _end) }
        func index(after i: Dictionary<Key, Value>.Index) -> Dictionary<Key, Value>.Index { return Dictionary<Key, Value>.Index(_position: _following(i._position + 1)) }
        func index(forKey key: Key) -> Dictionary<Key, Value>.Index? {
            let position = _find(key)
            return position < 0 ? nil : Dictionary<Key, Value>.Index(_position: position)
        }
        func makeIterator() -> Dictionary<Key, Value>.Iterator { return Dictionary<Key, Value>.Iterator(_base: self, _position: _following(0)) }
        var first: (key: Key, value: Value)? { return isEmpty ? nil : self[startIndex] }
        var keys: Dictionary<Key, Value>.Keys { return Dictionary<Key, Value>.Keys(_base: self) }
        var values: Dictionary<Key, Value>.Values {
            get { return Dictionary<Key, Value>.Values(_base: self) }
            set { self = newValue._base }
        }
        @discardableResult mutating func updateValue(_ value: Value, forKey key: Key) -> Value?
        @discardableResult mutating func removeValue(forKey key: Key) -> Value?
        @discardableResult mutating func remove(at index: Dictionary<Key, Value>.Index) -> (key: Key, value: Value) {
            let entry = self[index]
            removeValue(forKey: entry.key)
            return entry
        }
        mutating func popFirst() -> (key: Key, value: Value)? {
            guard let entry = first else { return nil }
            removeValue(forKey: entry.key)
            return entry
        }
        mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
        mutating func reserveCapacity(_ minimumCapacity: Int)
        func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T] {
            var result: [Key: T] = [:]
            for (key, value) in self { result[key] = try transform(value) }
            return result
        }
        func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T] {
            var result: [Key: T] = [:]
            for (key, value) in self { if let mapped = try transform(value) { result[key] = mapped } }
            return result
        }
        func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Key: Value] {
            var result: [Key: Value] = [:]
            for entry in self { if try isIncluded(entry) { result[entry.key] = entry.value } }
            return result
        }
        mutating func merge(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows {
            for (key, value) in other {
                if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
            }
        }
        mutating func merge<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value) {
            for (key, value) in other {
                if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
            }
        }
        func merging(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] {
            var result = self
            try result.merge(other, uniquingKeysWith: combine)
            return result
        }
        func merging<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] where S.Element == (Key, Value) {
            var result = self
            try result.merge(other, uniquingKeysWith: combine)
            return result
        }
        var description: String { get }
        var debugDescription: String { return description }

        struct Keys: Collection, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
            typealias Element = Key
            typealias Index = Dictionary<Key, Value>.Index
            typealias SubSequence = Slice<Dictionary<Key, Value>.Keys>
            typealias Indices = DefaultIndices<Dictionary<Key, Value>.Keys>
            let _base: [Key: Value]
            struct Iterator: IteratorProtocol, Sequence {
                typealias Element = Key
                let _base: [Key: Value]
                var _position: Int
                mutating func next() -> Key? {
                    if _position == _base._end { return nil }
                    let position = _position
                    _position = _base._following(position + 1)
                    return _base._key(position)
                }
            }
            func makeIterator() -> Dictionary<Key, Value>.Keys.Iterator { return Dictionary<Key, Value>.Keys.Iterator(_base: _base, _position: _base._following(0)) }
            var count: Int { return _base.count }
            var isEmpty: Bool { return _base.isEmpty }
            var startIndex: Dictionary<Key, Value>.Index { return _base.startIndex }
            var endIndex: Dictionary<Key, Value>.Index { return _base.endIndex }
            func index(after i: Dictionary<Key, Value>.Index) -> Dictionary<Key, Value>.Index { return _base.index(after: i) }
            subscript(position: Dictionary<Key, Value>.Index) -> Key { return _base._key(position._position) }
            func contains(_ element: Key) -> Bool { return _base._find(element) >= 0 }
            static func == (lhs: Dictionary<Key, Value>.Keys, rhs: Dictionary<Key, Value>.Keys) -> Bool {
                if lhs.count != rhs.count { return false }
                for key in lhs { if !rhs.contains(key) { return false } }
                return true
            }
            var description: String { return _copyToArray().description }
            var debugDescription: String { return "Dictionary.Keys(" + description + ")" }
        }
        struct Values: Collection, CustomStringConvertible, CustomDebugStringConvertible {
            typealias Element = Value
            typealias Index = Dictionary<Key, Value>.Index
            typealias SubSequence = Slice<Dictionary<Key, Value>.Values>
            typealias Indices = DefaultIndices<Dictionary<Key, Value>.Values>
            var _base: [Key: Value]
            struct Iterator: IteratorProtocol, Sequence {
                typealias Element = Value
                let _base: [Key: Value]
                var _position: Int
                mutating func next() -> Value? {
                    if _position == _base._end { return nil }
                    let position = _position
                    _position = _base._following(position + 1)
                    return _base._value(position)
                }
            }
            func makeIterator() -> Dictionary<Key, Value>.Values.Iterator { return Dictionary<Key, Value>.Values.Iterator(_base: _base, _position: _base._following(0)) }
            var count: Int { return _base.count }
            var isEmpty: Bool { return _base.isEmpty }
            var startIndex: Dictionary<Key, Value>.Index { return _base.startIndex }
            var endIndex: Dictionary<Key, Value>.Index { return _base.endIndex }
            func index(after i: Dictionary<Key, Value>.Index) -> Dictionary<Key, Value>.Index { return _base.index(after: i) }
            subscript(position: Dictionary<Key, Value>.Index) -> Value {
                get { return _base._value(position._position) }
                set { _base._setValue(position._position, newValue) }
            }
            var description: String { return _copyToArray().description }
            var debugDescription: String { return "Dictionary.Values(" + description + ")" }
        }
    }
    /// Pairs in the order they are written, keys as often as they come.
    struct KeyValuePairs<Key, Value>: RandomAccessCollection, ExpressibleByDictionaryLiteral, CustomStringConvertible, CustomDebugStringConvertible {
        typealias Element = (key: Key, value: Value)
        typealias Index = Int
        typealias Indices = Range<Int>
        typealias SubSequence = Slice<KeyValuePairs<Key, Value>>
        typealias Iterator = IndexingIterator<KeyValuePairs<Key, Value>>
        let _elements: [(Key, Value)]
        init(dictionaryLiteral elements: (Key, Value)...) { _elements = elements }
        var startIndex: Int { return 0 }
        var endIndex: Int { return _elements.count }
        subscript(position: Int) -> (key: Key, value: Value) { return (key: _elements[position].0, value: _elements[position].1) }
        var description: String {
            if _elements.isEmpty { return "[:]" }
            return "[" + _elements.map { String(reflecting: $0.0) + ": " + String(reflecting: $0.1) }.joined(separator: ", ") + "]"
        }
        var debugDescription: String { return description }
    }
    extension Dictionary.Values: MutableCollection {}
    extension Dictionary: Equatable where Value: Equatable {
        static func == (lhs: [Key: Value], rhs: [Key: Value]) -> Bool
        static func != (lhs: [Key: Value], rhs: [Key: Value]) -> Bool { return !(lhs == rhs) }
    }
    extension Dictionary: Hashable where Value: Hashable {
        func hash(into hasher: inout Hasher) { hasher.combine(self) }
    }
    extension Dictionary: Sendable where Key: Sendable, Value: Sendable {}
    extension Dictionary: Encodable where Key: Encodable, Value: Encodable {}
    extension Dictionary: Decodable where Key: Decodable, Value: Decodable {}
    """#

    static let set = #"""
    protocol SetAlgebra<Element>: Equatable, ExpressibleByArrayLiteral {
        associatedtype Element
        init()
        func contains(_ member: Element) -> Bool
        func union(_ other: Self) -> Self
        func intersection(_ other: Self) -> Self
        func symmetricDifference(_ other: Self) -> Self
        mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)
        mutating func remove(_ member: Element) -> Element?
        mutating func formUnion(_ other: Self)
        mutating func formIntersection(_ other: Self)
        mutating func formSymmetricDifference(_ other: Self)
        var isEmpty: Bool { get }
    }

    struct Set<Element: Hashable>: Collection, SetAlgebra, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
        struct Index: Comparable, Hashable {
            let _position: Int
            static func < (lhs: Set<Element>.Index, rhs: Set<Element>.Index) -> Bool { return lhs._position < rhs._position }
            static func == (lhs: Set<Element>.Index, rhs: Set<Element>.Index) -> Bool { return lhs._position == rhs._position }
            func hash(into hasher: inout Hasher) { hasher.combine(_position) }
        }
        struct Iterator: IteratorProtocol, Sequence {
            let _base: Set<Element>
            var _position: Int
            mutating func next() -> Element? {
                if _position == _base._end { return nil }
                let position = _position
                _position = _base._following(position + 1)
                return _base._member(position)
            }
        }
        typealias SubSequence = Slice<Set<Element>>
        typealias Indices = DefaultIndices<Set<Element>>
        typealias ArrayLiteralElement = Element
        init()
        init(minimumCapacity: Int)
        init(arrayLiteral elements: Element...) {
            self = Set()
            for element in elements { insert(element) }
        }
        init<S: Sequence>(_ sequence: S) where S.Element == Element {
            self = Set(minimumCapacity: sequence.underestimatedCount)
            for element in sequence { insert(element) }
        }
        var count: Int { get }
        var capacity: Int { get }
        var isEmpty: Bool { get }
        var _end: Int { get }
        func _following(_ position: Int) -> Int
        func _member(_ position: Int) -> Element
        func _find(_ member: Element) -> Int
        func contains(_ member: Element) -> Bool
        @discardableResult mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)
        @discardableResult mutating func update(with newMember: Element) -> Element? {
            let old = remove(newMember)
            insert(newMember)
            return old
        }
        @discardableResult mutating func remove(_ member: Element) -> Element?
        @discardableResult mutating func remove(at position: Set<Element>.Index) -> Element {
            let member = _member(position._position)
            remove(member)
            return member
        }
        mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
        mutating func reserveCapacity(_ minimumCapacity: Int)
        @discardableResult mutating func removeFirst() -> Element {
            if isEmpty { fatalError("Can't removeFirst from an empty Set") }
            return remove(at: startIndex)
        }
        mutating func popFirst() -> Element? { return isEmpty ? nil : removeFirst() }
        subscript(position: Set<Element>.Index) -> Element { return _member(position._position) }
        var startIndex: Set<Element>.Index { return Set<Element>.Index(_position: _following(0)) }
        var endIndex: Set<Element>.Index { return Set<Element>.Index(_position: _end) }
        func index(after i: Set<Element>.Index) -> Set<Element>.Index { return Set<Element>.Index(_position: _following(i._position + 1)) }
        func firstIndex(of member: Element) -> Set<Element>.Index? {
            let position = _find(member)
            return position < 0 ? nil : Set<Element>.Index(_position: position)
        }
        func makeIterator() -> Set<Element>.Iterator { return Set<Element>.Iterator(_base: self, _position: _following(0)) }
        var first: Element? { return isEmpty ? nil : self[startIndex] }
        func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element> {
            var result = Set<Element>()
            for element in self { if try isIncluded(element) { result.insert(element) } }
            return result
        }
        func union(_ other: Set<Element>) -> Set<Element> {
            var result = self
            for element in other { result.insert(element) }
            return result
        }
        func union<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
            var result = self
            for element in other { result.insert(element) }
            return result
        }
        mutating func formUnion(_ other: Set<Element>) { for element in other { insert(element) } }
        mutating func formUnion<S: Sequence>(_ other: S) where S.Element == Element { for element in other { insert(element) } }
        func intersection(_ other: Set<Element>) -> Set<Element> {
            var result = Set<Element>()
            for element in self { if other.contains(element) { result.insert(element) } }
            return result
        }
        func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element { return intersection(Set(other)) }
        mutating func formIntersection(_ other: Set<Element>) { self = intersection(other) }
        mutating func formIntersection<S: Sequence>(_ other: S) where S.Element == Element { self = intersection(Set(other)) }
        func subtracting(_ other: Set<Element>) -> Set<Element> {
            var result = Set<Element>()
            for element in self { if !other.contains(element) { result.insert(element) } }
            return result
        }
        func subtracting<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element { return subtracting(Set(other)) }
        mutating func subtract(_ other: Set<Element>) { self = subtracting(other) }
        mutating func subtract<S: Sequence>(_ other: S) where S.Element == Element { self = subtracting(Set(other)) }
        func symmetricDifference(_ other: Set<Element>) -> Set<Element> {
            var result = subtracting(other)
            for element in other { if !contains(element) { result.insert(element) } }
            return result
        }
        func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element { return symmetricDifference(Set(other)) }
        mutating func formSymmetricDifference(_ other: Set<Element>) { self = symmetricDifference(other) }
        mutating func formSymmetricDifference<S: Sequence>(_ other: S) where S.Element == Element { self = symmetricDifference(Set(other)) }
        func isSubset(of other: Set<Element>) -> Bool {
            for element in self { if !other.contains(element) { return false } }
            return true
        }
        func isSubset<S: Sequence>(of possibleSuperset: S) -> Bool where S.Element == Element { return isSubset(of: Set(possibleSuperset)) }
        func isSuperset(of other: Set<Element>) -> Bool { return other.isSubset(of: self) }
        func isSuperset<S: Sequence>(of possibleSubset: S) -> Bool where S.Element == Element {
            for element in possibleSubset { if !contains(element) { return false } }
            return true
        }
        func isStrictSubset(of other: Set<Element>) -> Bool { return count < other.count && isSubset(of: other) }
        func isStrictSubset<S: Sequence>(of possibleStrictSuperset: S) -> Bool where S.Element == Element { return isStrictSubset(of: Set(possibleStrictSuperset)) }
        func isStrictSuperset(of other: Set<Element>) -> Bool { return other.isStrictSubset(of: self) }
        func isStrictSuperset<S: Sequence>(of possibleStrictSubset: S) -> Bool where S.Element == Element { return isStrictSuperset(of: Set(possibleStrictSubset)) }
        func isDisjoint(with other: Set<Element>) -> Bool {
            for element in self { if other.contains(element) { return false } }
            return true
        }
        func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element {
            for element in other { if contains(element) { return false } }
            return true
        }
        static func == (lhs: Set<Element>, rhs: Set<Element>) -> Bool
        static func != (lhs: Set<Element>, rhs: Set<Element>) -> Bool { return !(lhs == rhs) }
        func hash(into hasher: inout Hasher) { hasher.combine(self) }
        var description: String { get }
        var debugDescription: String { return "Set(" + description + ")" }
    }
    extension Set: Sendable where Element: Sendable {}
    extension Set: Encodable where Element: Encodable {}
    extension Set: Decodable where Element: Decodable {}
    """#
}
