print(Array(sequence(first: 1) { $0 < 100 ? $0 * 2 : nil }), sequence(first: 3, next: { $0 == 0 ? nil : $0 - 1 }).map { $0 }) // expect: [1, 2, 4, 8, 16, 32, 64, 128] [3, 2, 1, 0]
print(Array(sequence(state: (0, 1)) { s -> Int? in let r = s.0; s = (s.1, s.0 + s.1); return r < 50 ? r : nil })) // expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
print(Array(repeatElement("x", count: 3)), [1, 2, 3].lazy.map { $0 * 2 }.filter { $0 > 2 }.first!, Array((1...10).lazy.filter { $0 % 3 == 0 }.map { $0 * $0 })) // expect: ["x", "x", "x"] 4 [9, 36, 81]
print([1, 2, 3].starts(with: [1, 2]), [1, 2].elementsEqual([1, 2]), [1, 2].lexicographicallyPrecedes([1, 3]), [3, 1].max()!, ["a": 1].first!.value) // expect: true true true 3 1
print([1, 2, 3, 4].prefix { $0 < 3 }, [1, 2, 3, 4].drop { $0 < 3 }, [1, 2, 3].last { $0 < 3 }!, [1, 5, 2].lastIndex { $0 > 1 }!) // expect: [1, 2] [3, 4] 2 2
print([[1, 2], [3]].joined().reduce(0, +), Array([[1, 2], [3]].joined(separator: [0])), zip(1..., ["a", "b"]).map { "\($0)\($1)" }) // expect: 6 [1, 2, 0, 3] ["1a", "2b"]
var numbers = [1, 2, 3, 4, 5, 6]
print(numbers.partition { $0 % 2 == 0 }, numbers.count, numbers.indices.last!) // expect: 3 6 5
numbers = [1, 2, 3, 4, 5]
numbers.removeSubrange(1..<3)
numbers.insert(contentsOf: [7, 8], at: 1)
numbers.replaceSubrange(0...0, with: [9, 9])
print(numbers, numbers.popLast()!, numbers.dropLast().last!) // expect: [9, 9, 7, 8, 4, 5] 5 8
numbers.append(contentsOf: 1...3)
numbers.removeFirst(2)
numbers.removeLast(2)
print(numbers, numbers.startIndex, numbers.endIndex, numbers[numbers.index(after: 0)]) // expect: [7, 8, 4, 1] 0 4 8
for (i, c) in "héy".enumerated() { print(i, c, terminator: " ") }
print() // expect: 0 h 1 é 2 y 
for (a, (b, c)) in zip([1, 2], zip(["x", "y"], [true, false])) { print(a, b, c, terminator: " ") }
print() // expect: 1 x true 2 y false 
print([1, 2, 3].reversed().first!, Array([1, 2, 3].reversed().enumerated().map { $0.offset + $0.element }), (1...3).reversed().map { $0 }) // expect: 3 [3, 3, 3] [3, 2, 1]
print([1, 2, 3, 4].indices.filter { $0 % 2 == 0 }, [4, 5].enumerated().map { ($0, $1) }, ["a", "b"].enumerated().first { $0.element == "b" }!.offset) // expect: [0, 2] [(0, 4), (1, 5)] 1
let slice = [10, 20, 30, 40][1...2]
print(slice, slice.startIndex, slice[1], slice.map { $0 / 10 }, slice.first!, Array(slice), slice.count, slice.sorted(by: >)) // expect: [20, 30] 1 20 [2, 3] 20 [20, 30] 2 [30, 20]
print([3, 1, 2].sorted().map(String.init).joined(separator: ","), [Int]().max() as Any, [1.5, 2].reduce(0, +), [0.1, 0.2, 0.3].reduce(0, +)) // expect: 1,2,3 nil 3.5 0.6000000000000001
print([1, 2, 3].min(by: >)!, ["bb", "a"].max { $0.count < $1.count }!, [1, 2, 2, 3].firstIndex(of: 2)!, [1, 2, 3].contains(where: { $0 == 2 })) // expect: 3 bb 1 true
print([1: "a", 2: "b"].map { $0.key }.sorted(), ["x", "y"].flatMap { [$0, $0] }, [1, 2, 3, 4, 5, 6, 7].split(separator: 4).map(Array.init)) // expect: [1, 2] ["x", "x", "y", "y"] [[1, 2, 3], [5, 6, 7]]
print([1, 2, 3] == [1, 2, 3].map { $0 }, [[1]] == [[1]], ["a": [1]] == ["a": [1]], Set([1, 2]) == [2, 1], (1, "a") == (1, "a")) // expect: true true true true true
print(Array(0..<3) + Array(3...4), [Int](0..<2), [Double](repeating: 0.5, count: 2), Array("ab".utf8), [Character]("ab")) // expect: [0, 1, 2, 3, 4] [0, 1] [0.5, 0.5] [97, 98] ["a", "b"]
print([1, 2, 3].reduce("") { $0 + "\($1)" }, [true, false].map { !$0 }, [1, nil, 2].compactMap { $0 }.reduce(0, +), [[], [1]].map(\.isEmpty)) // expect: 123 [false, true] 3 [true, false]
