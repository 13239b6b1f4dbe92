let b = [1, 2, 3, 4, 5]; print(b.enumerated().reversed().map { $0.offset }, b.enumerated().first!, b.enumerated().dropFirst(3).map { $0.element }, Array(b.enumerated())[1].element, b.enumerated().last!.offset, b.enumerated().isEmpty, b.enumerated().prefix(2).map(\.offset), b.enumerated().sorted { $0.element > $1.element }.map(\.offset), b.enumerated().count, b.enumerated().suffix(2).map(\.element))
for (i, x) in b.enumerated().dropFirst() where i % 2 == 0 { print(i, x) }
for (i, x) in b.enumerated().reversed() { print(i, x, terminator: ";") }; print()
for (i, c) in "héy".enumerated().reversed() { print(i, c, terminator: ";") }; print()
print(b.lazy.enumerated().map { $0 * $1 }.first!, Array((1...3).enumerated()).count, stride(from: 0, to: 3, by: 1).enumerated().map { $0.offset }, Set([1]).enumerated().count, "".enumerated().isEmpty, [Int]().enumerated().first == nil)
// expect: [4, 3, 2, 1, 0] (offset: 0, element: 1) [4, 5] 2 4 false [0, 1] [4, 3, 2, 1, 0] 5 [4, 5]
// expect: 2 3
// expect: 4 5
// expect: 4 5;3 4;2 3;1 2;0 1;
// expect: 2 y;1 é;0 h;
// expect: 0 3 [0, 1, 2] 1 true true
// ---
let j = [[1, 2], [], [3]].joined(); print(j.count, j.first!, j.last!, Array(j), j.reversed().map { $0 }, j.map { $0 * 2 }, j.contains(3), j.isEmpty, j.prefix(2).map { $0 }, j.firstIndex(of: 3) != nil, j.dropFirst().reduce(0, +), j.sorted(by: >), j.max()!, j.enumerated().map { $0 + $1 }, Array(j.suffix(2)), j.min()!, Array([[Int]]().joined()), zip(j, "abc").map { "\($0)\($1)" })
print(["ab", "c"].joined().count, ["ab", "c"].joined(separator: "-"), String(["ab", "c"].joined().reversed()), [1...2, 5...6].joined().map { $0 }, Array(["x": [1]].values.joined()), ["ab", "cd"].map { Array($0) }.joined().map { $0.uppercased() }, [[1], [2]].joined(separator: [0, 0]).map { $0 }, [Set([1]), [2]].map(\.count).reduce(0, +))
// expect: 3 1 3 [1, 2, 3] [3, 2, 1] [2, 4, 6] true false [1, 2] true 5 [3, 2, 1] 3 [1, 3, 5] [2, 3] 1 [] ["1a", "2b", "3c"]
// expect: 3 ab-c cba [1, 2, 5, 6] [1] ["A", "B", "C", "D"] [1, 0, 0, 2] 2
