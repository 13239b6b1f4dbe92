var a = [5, 3, 8, 1]
print(a.count, a.isEmpty, a[0], a[a.count - 1], a.first!, a.last!) // expect: 4 false 5 1 5 1
a.append(9)
a.insert(7, at: 1)
print(a) // expect: [5, 7, 3, 8, 1, 9]
print(a.remove(at: 0), a.removeLast(), a.removeFirst(), a) // expect: 5 9 7 [3, 8, 1]
a += [4, 4]
a[0] = 30
a[1] += 2
print(a, a.contains(30), a.contains(99), a.firstIndex(of: 4) as Any, a.lastIndex(of: 4)!) // expect: [30, 10, 1, 4, 4] true false Optional(3) 4
print(a.sorted(), a.sorted(by: >), a.reversed() as [Int], a.min()!, a.max()!) // expect: [1, 4, 4, 10, 30] [30, 10, 4, 4, 1] [4, 4, 1, 10, 30] 1 30
a.sort()
print(a) // expect: [1, 4, 4, 10, 30]
a.sort { $0 > $1 }
a.reverse()
a.swapAt(0, 2)
print(a) // expect: [4, 4, 1, 10, 30]
print(a.map { $0 * 2 }, a.filter { $0 % 2 == 0 }, a.reduce(0, +), a.reduce(1) { $0 * $1 }) // expect: [8, 8, 2, 20, 60] [4, 4, 10, 30] 49 4800
print(a[1...2], a[..<2], a[2...], Array(a[1..<3])) // expect: [4, 1] [4, 4] [1, 10, 30] [4, 1]
print(a.prefix(2), a.suffix(1), a.dropFirst(), a.dropLast(2)) // expect: [4, 4] [30] [4, 1, 10, 30] [4, 4, 1]
for (i, v) in a.enumerated() { print(i, v, terminator: "; ") }
print() // expect: 0 4; 1 4; 2 1; 3 10; 4 30; 
for i in a.indices { a[i] *= 10 }
print(a) // expect: [40, 40, 10, 100, 300]
a.removeAll { $0 > 40 }
print(a) // expect: [40, 40, 10]
a.removeAll()
print(a, a.first as Any, a.isEmpty) // expect: [] nil true
print([Int](repeating: 7, count: 3), Array(repeating: "x", count: 2), Array(1...5), Array("abc")) // expect: [7, 7, 7] ["x", "x"] [1, 2, 3, 4, 5] ["a", "b", "c"]
print([1, 2] + [3], [1, 2] == [1, 2], [1, 2] != [2, 1], [[1], [2, 3]].flatMap { $0 }, [[1], [2]].joined().map { $0 }) // expect: [1, 2, 3] true true [1, 2, 3] [1, 2]
print(["1", "x", "3"].compactMap { Int($0) }, [3, 1, 2].allSatisfy { $0 > 0 }, [1, 2, 3].first { $0 > 1 }!) // expect: [1, 3] true 2
print([1, 2, 3, 4, 5].split { $0 == 3 }, [1, 2, 3].reduce(into: [:]) { $0[$1] = $1 * $1 }.count) // expect: [ArraySlice([1, 2]), ArraySlice([4, 5])] 3
print(zip([1, 2, 3], ["a", "b"]).map { "\($0)\($1)" }, [3, 1, 2].enumerated().map { $0.offset * $0.element }) // expect: ["1a", "2b"] [0, 1, 4]
var m = [[Double]](repeating: [0, 0], count: 2)
m[0][1] = 1.5
m[1].append(2)
print(m) // expect: [[0.0, 1.5], [0.0, 0.0, 2.0]]
var b = a
b.append(1)
print(a, b) // expect: [] [1]
print([1, 2, 3].description, ["a", "b"], [1.0, 2.5], [true], [nil, 1] as [Int?], [(1, "a")]) // expect: [1, 2, 3] ["a", "b"] [1.0, 2.5] [true] [nil, Optional(1)] [(1, "a")]
print(Array(stride(from: 0, to: 10, by: 3)), Array(stride(from: 1.0, through: 2.0, by: 0.25))) // expect: [0, 3, 6, 9] [1.0, 1.25, 1.5, 1.75, 2.0]
print([5, 2, 9].min { $0 > $1 }!, [1, 2, 3].contains { $0 > 2 }, [1, 2, 3, 4].firstIndex { $0 > 2 }!) // expect: 9 true 2
print(["b", "a", "C"].sorted(), ["bb", "a"].sorted { $0.count < $1.count }, ["x": 1].map { $0.key }) // expect: ["C", "a", "b"] ["a", "bb"] ["x"]
