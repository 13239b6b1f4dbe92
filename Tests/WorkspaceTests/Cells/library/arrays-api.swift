var a = [3, 1, 2]
print(a, a.count) // expect: [3, 1, 2] 3
print(a.isEmpty, a.first as Any) // expect: false Optional(3)
print(a.last as Any, a[0]) // expect: Optional(2) 3
print(a.capacity >= 3, a.indices) // expect: true 0..<3
print(a.startIndex, a.endIndex) // expect: 0 3
a.append(4)
a.append(contentsOf: [5, 6])
a += [7]
a.insert(0, at: 0)
a.insert(contentsOf: [9, 9], at: 2)
print(a) // expect: [0, 3, 9, 9, 1, 2, 4, 5, 6, 7]
print(a.remove(at: 1), a.removeFirst()) // expect: 3 0
print(a.removeLast(), a.popLast() as Any) // expect: 7 Optional(6)
print(a) // expect: [9, 9, 1, 2, 4, 5]
a.removeFirst(1)
a.removeLast(1)
print(a) // expect: [9, 1, 2, 4]
a.removeSubrange(0..<1)
a.removeSubrange(0...0)
print(a) // expect: [2, 4]
a.replaceSubrange(0..<1, with: [7, 8, 9])
print(a) // expect: [7, 8, 9, 4]
a.removeAll { $0 == 7 }
print(a) // expect: [8, 9, 4]
a.removeAll(keepingCapacity: true)
print(a, [Int]().first as Any) // expect: [] nil
print([Int](), [String: Int]()) // expect: [] [:]
a = [5, 3, 8, 1]
a.sort()
print(a) // expect: [1, 3, 5, 8]
a.sort(by: >)
print(a) // expect: [8, 5, 3, 1]
a.reverse()
print(a) // expect: [1, 3, 5, 8]
a.swapAt(0, 3)
print(a, a.sorted()) // expect: [8, 3, 5, 1] [1, 3, 5, 8]
print(a.sorted { $0 > $1 }, Array(a.reversed())) // expect: [8, 5, 3, 1] [1, 5, 3, 8]
print(a.map { $0 * 2 }, a.filter { $0 > 2 }) // expect: [16, 6, 10, 2] [8, 3, 5]
print(a.reduce(0, +), a.reduce(into: []) { $0.append($1 + 1) }) // expect: 17 [9, 4, 6, 2]
print(a.compactMap { $0 > 2 ? "\($0)" : nil }, a.flatMap { [$0, $0] }) // expect: ["8", "3", "5"] [8, 8, 3, 3, 5, 5, 1, 1]
print(a.forEach { _ in }) // expect: ()
print(a.contains(3), a.contains { $0 > 7 }) // expect: true true
print(a.allSatisfy { $0 > 0 }, a.first { $0 > 4 } as Any) // expect: true Optional(8)
print(a.last { $0 > 4 } as Any, a.firstIndex(of: 3) as Any) // expect: Optional(5) Optional(1)
print(a.lastIndex(of: 9) as Any, a.firstIndex { $0 > 4 } as Any) // expect: nil Optional(0)
print(a.lastIndex { $0 < 4 } as Any) // expect: Optional(3)
print(a.min() as Any, a.max() as Any) // expect: Optional(1) Optional(8)
print(a.min { $0 > $1 } as Any, a.max(by: { $0 > $1 }) as Any) // expect: Optional(8) Optional(1)
print(a.prefix(2), a.suffix(2)) // expect: [8, 3] [5, 1]
print(a.dropFirst(), a.dropLast(2)) // expect: [3, 5, 1] [8, 3]
print(a.prefix(while: { $0 > 3 }), a.drop { $0 > 3 }) // expect: [8] [3, 5, 1]
print(a[1...], a[..<2]) // expect: [3, 5, 1] [8, 3]
print(a[...2], a[1..<3]) // expect: [8, 3, 5] [3, 5]
print(a[1...2], a[...]) // expect: [3, 5] [8, 3, 5, 1]
print(a.prefix(upTo: 2), a.prefix(through: 2)) // expect: [8, 3] [8, 3, 5]
print(a.suffix(from: 2)) // expect: [5, 1]
print([1, 2] + [3], [1, 2] == [1, 2]) // expect: [1, 2, 3] true
print([1] != [2], [[1], [2, 3]]) // expect: true [[1], [2, 3]]
print([[1]] == [[1]], Array(repeating: 0, count: 3)) // expect: true [0, 0, 0]
print([Int](repeating: 7, count: 2), Array(1...5)) // expect: [7, 7] [1, 2, 3, 4, 5]
print(Array("abc"), [Double]()) // expect: ["a", "b", "c"] []
print(Array(0..<0)) // expect: []
print(a.split(separator: 3), [1, 0, 2, 0, 0, 3].split(separator: 0)) // expect: [ArraySlice([8]), ArraySlice([5, 1])] [ArraySlice([1]), ArraySlice([2]), ArraySlice([3])]
print([1, 0, 2, 0, 0, 3].split(separator: 0, omittingEmptySubsequences: false), [1, 0, 2, 0, 3].split(separator: 0, maxSplits: 1))
// expect: [ArraySlice([1]), ArraySlice([2]), ArraySlice([]), ArraySlice([3])] [ArraySlice([1]), ArraySlice([2, 0, 3])]
print(a.split { $0 % 2 == 0 }) // expect: [ArraySlice([3, 5, 1])]
print(a.enumerated().map { $0.offset * $0.element }, Array(zip(a, "abcd")).count) // expect: [0, 3, 10, 3] 4
print(zip(a, a.dropFirst()).map { $1 - $0 }, Array(a.enumerated()).map { "\($0)" })
// expect: [-5, 2, -4] ["(offset: 0, element: 8)", "(offset: 1, element: 3)", "(offset: 2, element: 5)", "(offset: 3, element: 1)"]
print(a.elementsEqual([1, 5, 3, 8]), a.starts(with: [8])) // expect: false true
print(a.lexicographicallyPrecedes([9]), [1, 2].lexicographicallyPrecedes([1, 2, 3])) // expect: true true
print(a.count { $0 > 2 }) // expect: 3
var grid = Array(repeating: Array(repeating: 0, count: 3), count: 2)
grid[1][2] = 5
grid[0].append(9)
print(grid, grid.flatMap { $0 }) // expect: [[0, 0, 0, 9], [0, 0, 5]] [0, 0, 0, 9, 0, 0, 5]
print(grid.map(\.count), Array(grid.joined())) // expect: [4, 3] [0, 0, 0, 9, 0, 0, 5]
var p = [1, 2, 3, 4, 5, 6, 7]
let k = p.partition { $0 % 2 == 0 }
print(p, k) // expect: [1, 7, 3, 5, 4, 6, 2] 4
print(p[..<k], p[k...]) // expect: [1, 7, 3, 5] [4, 6, 2]
var q = [1, 2, 3, 4, 5]
q[1...2] = [9]
print(q) // expect: [1, 9, 4, 5]
q[q.startIndex] = 0
q[1] += 5
q[2] *= 2
print(q) // expect: [0, 14, 8, 5]
q[0...] = []
print(q) // expect: []
var sl = [10, 20, 30, 40, 50][1...3]
print(sl, sl.startIndex) // expect: [20, 30, 40] 1
print(sl.endIndex, sl[1]) // expect: 4 20
print(sl.indices, sl.count) // expect: 1..<4 3
print(sl.first!, Array(sl)) // expect: 20 [20, 30, 40]
sl[2] = 99
sl.append(60)
print(sl, sl.firstIndex(of: 99)!) // expect: [20, 99, 40, 60] 2
sl.removeFirst()
print(sl, sl.startIndex) // expect: [99, 40, 60] 2
print(sl.sorted(), sl.map { $0 + 1 }) // expect: [40, 60, 99] [100, 41, 61]
print(sl.reversed() as [Int], sl.dropFirst()) // expect: [60, 40, 99] [40, 60]
sl.insert(7, at: sl.startIndex)
print(sl, sl == [7, 99, 40, 60]) // expect: [7, 99, 40, 60] true
print(sl.description, sl.debugDescription) // expect: [7, 99, 40, 60] ArraySlice([7, 99, 40, 60])
sl.sort()
print(sl, sl.startIndex) // expect: [7, 40, 60, 99] 2
sl.removeAll()
print(sl.isEmpty) // expect: true
func rec(_ x: ArraySlice<Int>) -> Int { x.isEmpty ? 0 : x.first! + rec(x.dropFirst()) }
print(rec([1, 2, 3, 4][...])) // expect: 10
print(a.randomElement() != nil, a.shuffled().count) // expect: true 4
print([Int]().randomElement() as Any, a.underestimatedCount) // expect: nil 4
print(a.lazy.map { $0 * 2 }.filter { $0 > 5 }.first as Any) // expect: Optional(16)
print(a.index(after: 0), a.index(1, offsetBy: 2)) // expect: 1 3
print(a.index(0, offsetBy: 9, limitedBy: a.endIndex) as Any) // expect: nil
var ix = a.startIndex
a.formIndex(after: &ix)
print(ix) // expect: 1
a.formIndex(&ix, offsetBy: 2)
print(ix) // expect: 3
a.formIndex(before: &ix)
print(ix) // expect: 2
let nested: [[String]?] = [["a"], nil]
print(nested, nested.compactMap { $0 }) // expect: [Optional(["a"]), nil] [["a"]]
print([1, nil, 3] as [Int?], [Optional(1)].compactMap { $0 }) // expect: [Optional(1), nil, Optional(3)] [1]
print([(1, "a"), (2, "b")], [("k", 1)].map { $0.0 }) // expect: [(1, "a"), (2, "b")] ["k"]
print([1.0, 2.5], [true, false]) // expect: [1.0, 2.5] [true, false]
print([Character("x")], ["q\"s"]) // expect: ["x"] ["q\"s"]
print([nil as Int?]) // expect: [nil]
print([3, 1, 2].sorted().map(String.init).joined(separator: "<"), (1...3).map { i in (1...i).map { $0 * i } }) // expect: 1<2<3 [[1], [2, 4], [3, 6, 9]]
print([1, 2, 3].reversed().map { $0 }, [1, 2, 3].reversed()) // expect: [3, 2, 1] ReversedCollection<Array<Int>>(_base: [1, 2, 3])
print([1, 2].hashValue == [1, 2].hashValue) // expect: true
let words = ["banana", "apple", "cherry", "date"]
print(words.sorted { ($0.count, $0) < ($1.count, $1) }, words.max { $0.count < $1.count }!) // expect: ["date", "apple", "banana", "cherry"] banana
print(Dictionary(grouping: words, by: \.count).sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }, words.map(\.count))
// expect: ["4:[\"date\"]", "5:[\"apple\"]", "6:[\"banana\", \"cherry\"]"] [6, 5, 6, 4]
