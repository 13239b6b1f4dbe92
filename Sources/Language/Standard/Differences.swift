extension StandardLibrary {
    /// What turns one collection into another: the fewest removals and insertions, found as Myers (1986, Algorithmica 1, 251) does,
    /// with Swift's choice where there are several that are as few.
    static let differences = #"""
        struct CollectionDifference<ChangeElement>: Collection {
            enum Change {
                case insert(offset: Int, element: ChangeElement, associatedWith: Int?)
                case remove(offset: Int, element: ChangeElement, associatedWith: Int?)
                var _offset: Int {
                    switch self {
                    case .insert(let offset, _, _): return offset
                    case .remove(let offset, _, _): return offset
                    }
                }
                var _element: ChangeElement {
                    switch self {
                    case .insert(_, let element, _): return element
                    case .remove(_, let element, _): return element
                    }
                }
                var _isInsertion: Bool {
                    if case .insert = self { return true }
                    return false
                }
                var _inverse: CollectionDifference<ChangeElement>.Change {
                    switch self {
                    case .insert(let offset, let element, let other): return .remove(offset: offset, element: element, associatedWith: other)
                    case .remove(let offset, let element, let other): return .insert(offset: offset, element: element, associatedWith: other)
                    }
                }
                func _associated(with other: Int?) -> CollectionDifference<ChangeElement>.Change {
                    switch self {
                    case .insert(let offset, let element, _): return .insert(offset: offset, element: element, associatedWith: other)
                    case .remove(let offset, let element, _): return .remove(offset: offset, element: element, associatedWith: other)
                    }
                }
            }
            typealias Element = CollectionDifference<ChangeElement>.Change
            typealias SubSequence = Slice<CollectionDifference<ChangeElement>>
            typealias Indices = DefaultIndices<CollectionDifference<ChangeElement>>
            typealias Iterator = IndexingIterator<CollectionDifference<ChangeElement>>
            struct Index: Comparable, Hashable {
                let _offset: Int
                static func == (lhs: CollectionDifference<ChangeElement>.Index, rhs: CollectionDifference<ChangeElement>.Index) -> Bool { return lhs._offset == rhs._offset }
                static func < (lhs: CollectionDifference<ChangeElement>.Index, rhs: CollectionDifference<ChangeElement>.Index) -> Bool { return lhs._offset < rhs._offset }
                func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
            }
            /// By their offsets, the smallest first.
            let insertions: [CollectionDifference<ChangeElement>.Change]
            let removals: [CollectionDifference<ChangeElement>.Change]
            init?<Changes: Collection>(_ changes: Changes) where Changes.Element == CollectionDifference<ChangeElement>.Change {
                let all = changes._copyToArray()
                insertions = all.filter { $0._isInsertion }.sorted(by: { $0._offset < $1._offset })
                removals = all.filter { !$0._isInsertion }.sorted(by: { $0._offset < $1._offset })
                for list in [insertions, removals] {
                    for position in list.indices {
                        if list[position]._offset < 0 || position > 0 && list[position - 1]._offset == list[position]._offset { return nil }
                    }
                }
            }
            var startIndex: CollectionDifference<ChangeElement>.Index { return Index(_offset: 0) }
            var endIndex: CollectionDifference<ChangeElement>.Index { return Index(_offset: insertions.count + removals.count) }
            func index(after i: CollectionDifference<ChangeElement>.Index) -> CollectionDifference<ChangeElement>.Index { return Index(_offset: i._offset + 1) }
            /// In the order in which they can be made: removals from the end on, then insertions from the start on.
            subscript(position: CollectionDifference<ChangeElement>.Index) -> CollectionDifference<ChangeElement>.Change {
                if position._offset < removals.count { return removals[removals.count - 1 - position._offset] }
                return insertions[position._offset - removals.count]
            }
            func inverse() -> CollectionDifference<ChangeElement> { return CollectionDifference(map { $0._inverse })! }
        }
        extension CollectionDifference where ChangeElement: Hashable {
            /// What is removed at one place and inserted at one other has moved.
            func inferringMoves() -> CollectionDifference<ChangeElement> {
                let from = _places(of: removals), to = _places(of: insertions)
                return CollectionDifference(
                    map { change in
                        guard let source = from[change._element], let target = to[change._element], source.count == 1, target.count == 1 else { return change }
                        return change._associated(with: change._isInsertion ? source[0] : target[0])
                    })!
            }
            func _places(of changes: [CollectionDifference<ChangeElement>.Change]) -> [ChangeElement: [Int]] {
                var places: [ChangeElement: [Int]] = [:]
                for change in changes { places[change._element, default: []].append(change._offset) }
                return places
            }
        }

        extension BidirectionalCollection {
            func difference<C: BidirectionalCollection>(from other: C, by areEquivalent: (C.Element, Element) -> Bool) -> CollectionDifference<Element> where C.Element == Element {
                let old = other._copyToArray(), new = _copyToArray()
                var trace: [[Int]] = []
                // How far along `old` each diagonal `k` has come after `d` changes; `k` stands at `k + reach`.
                var furthest = [0, 0, 0], reach = 1
                var x = 0, y = 0
                var d = 0
                while x < old.count || y < new.count || d == 0 {
                    trace.append(furthest)
                    let before = furthest, middle = reach
                    reach = d > 1 ? d : 1
                    furthest = Array(repeating: 0, count: 2 * reach + 1)
                    var k = -d
                    while k <= d {
                        let fromAbove = k == -d || k != d && before[k - 1 + middle] < before[k + 1 + middle]
                        x = fromAbove ? before[k + 1 + middle] : before[k - 1 + middle] + 1
                        y = x - k
                        while x < old.count && y < new.count && areEquivalent(old[x], new[y]) {
                            x += 1
                            y += 1
                        }
                        furthest[k + reach] = x
                        if x >= old.count && y >= new.count { break }
                        k += 2
                    }
                    d += 1
                }
                var changes: [CollectionDifference<Element>.Change] = []
                x = old.count
                y = new.count
                d -= 1
                while d > 0 {
                    let before = trace[d]
                    let middle = before.count / 2
                    let k = x - y
                    let fromAbove = k == -d || k != d && before[k - 1 + middle] < before[k + 1 + middle]
                    let source = fromAbove ? k + 1 : k - 1
                    x = before[source + middle]
                    y = x - source
                    if fromAbove {
                        changes.append(.insert(offset: y, element: new[y], associatedWith: nil))
                    } else {
                        changes.append(.remove(offset: x, element: old[x], associatedWith: nil))
                    }
                    d -= 1
                }
                return CollectionDifference(changes)!
            }
        }
        extension BidirectionalCollection where Element: Equatable {
            func difference<C: BidirectionalCollection>(from other: C) -> CollectionDifference<Element> where C.Element == Element { return difference(from: other, by: { $0 == $1 }) }
        }
        extension RangeReplaceableCollection {
            /// Nil where the changes do not belong to a collection like this one.
            func applying(_ difference: CollectionDifference<Element>) -> Self? {
                var result = Self()
                var position = startIndex
                var old = 0, new = 0, removed = 0, inserted = 0
                while true {
                    if removed < difference.removals.count && difference.removals[removed]._offset == old {
                        if position == endIndex { return nil }
                        removed += 1
                    } else if inserted < difference.insertions.count && difference.insertions[inserted]._offset == new {
                        result.append(difference.insertions[inserted]._element)
                        inserted += 1
                        new += 1
                        continue
                    } else if position == endIndex {
                        break
                    } else {
                        result.append(self[position])
                        new += 1
                    }
                    position = index(after: position)
                    old += 1
                }
                return removed == difference.removals.count && inserted == difference.insertions.count ? result : nil
            }
        }
        """#
}
