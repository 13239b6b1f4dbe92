// Dictionary and Set
var d = ["one": 1, "two": 2, "three": 3]
func show<K: Comparable, V>(_ d: [K: V]) { print(d.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")) }
print(d.count, d.isEmpty, d["one"] as Any, d["zero"] as Any, d["zero", default: 0], d.keys.sorted(), d.values.sorted(), d.contains { $0.value == 2 }, d.first != nil)
// expect: 3 false Optional(1) nil 0 ["one", "three", "two"] [1, 2, 3] true true
d["four"] = 4; d["one"] = nil; d["two"]! += 20; d["three"]? += 30; d["nine", default: 0] += 9; show(d)
// expect: four=4 nine=9 three=33 two=22
print(d.updateValue(5, forKey: "five") as Any, d.updateValue(6, forKey: "five") as Any, d.removeValue(forKey: "four") as Any, d.removeValue(forKey: "zzz") as Any); show(d)
// expect: nil Optional(5) Optional(4) nil
// expect: five=6 nine=9 three=33 two=22
show(d.mapValues { $0 * 10 }); show(d.compactMapValues { $0 > 10 ? "\($0)" : nil }); show(d.filter { $0.value < 10 }); print(d.map { $0.value }.sorted(), d.reduce(0) { $0 + $1.value }, d.min { $0.value < $1.value }!, d.max { a, b in a.value < b.value }!.key)
// expect: five=60 nine=90 three=330 two=220
// expect: three=33 two=22
// expect: five=6 nine=9
// expect: [6, 9, 22, 33] 70 (key: "five", value: 6) three
d.merge(["two": 100, "ten": 10]) { old, new in old + new }; show(d); show(d.merging(["ten": 0]) { _, new in new }); d.merge(zip(["p", "q"], [7, 8])) { $1 }; show(d)
// expect: five=6 nine=9 ten=10 three=33 two=122
// expect: five=6 nine=9 ten=0 three=33 two=122
// expect: five=6 nine=9 p=7 q=8 ten=10 three=33 two=122
show(Dictionary(grouping: ["apple", "avocado", "banana", "cherry", "blueberry"], by: { $0.first! })); show(Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })); show(Dictionary(["a", "b", "a"].map { ($0, 1) }, uniquingKeysWith: +)); show(Dictionary(zip("abc", 1...), uniquingKeysWith: { a, _ in a }))
// expect: a=["apple", "avocado"] b=["banana", "blueberry"] c=["cherry"]
// expect: 1=1 2=4 3=9
// expect: a=2 b=1
// expect: a=1 b=2 c=3
show([Int: [String]](dictionaryLiteral: (1, ["x"]), (2, []))); var e: [Int: [Int]] = [:]; for i in 1...6 { e[i % 3, default: []].append(i) }; show(e); e[0]?.removeAll(); e[1]![0] = 99; show(e)
// expect: 1=["x"] 2=[]
// expect: 0=[3, 6] 1=[1, 4] 2=[2, 5]
// expect: 0=[] 1=[99, 4] 2=[2, 5]
if let i = d.index(forKey: "ten") { print(d[i], d[i].key, d.values[i], d.keys[i]); d.values[i] += 1; print(d["ten"]!); print(d.remove(at: i)) }
// expect: (key: "ten", value: 10) ten 10 ten
// expect: 11
// expect: (key: "ten", value: 11)
print(d == ["a": 1], ["a": 1] == ["a": 1], ["a": [1]] != ["a": [2]], ["x": 1].description, ["x": "y"], [1: 2.5], [:] as [Int: Int], ["k": Optional(1)], [Character("c"): ()].count, ["a": ["b": 1]])
// expect: false true true ["x": 1] ["x": "y"] [1: 2.5] [:] ["k": Optional(1)] 1 ["a": ["b": 1]]
for (k, v) in d.sorted(by: { $0.value > $1.value }) { print(k, v, terminator: "; ") }; print()
// expect: two 122; three 33; nine 9; q 8; p 7; five 6;
for (i, (k, v)) in d.sorted(by: <).enumerated() { print(i, k, v, terminator: "; ") }; print()
// expect: 0 five 6; 1 nine 9; 2 p 7; 3 q 8; 4 three 33; 5 two 122;
func < (a: (key: String, value: Int), b: (key: String, value: Int)) -> Bool { a.key < b.key }
print(d.keys.contains("p"), d.values.contains(7), d.keys.sorted().first!, d.popFirst() != nil, d.removeAll(), d.isEmpty); d = [:]; d.reserveCapacity(10); print(d.capacity >= 10, d.randomElement() as Any, d.keys.isEmpty)
// expect: true true five true () true
// expect: true nil true
struct P: Hashable { var x: Int, y: Int }; var grid: [P: Character] = [P(x: 0, y: 0): "a"]; grid[P(x: 1, y: 2)] = "b"; print(grid[P(x: 1, y: 2)]!, grid[.init(x: 5, y: 5)] as Any, grid.keys.map { $0.x }.sorted())
// expect: b nil [0, 1]
let lit: KeyValuePairs = ["z": 1, "a": 2, "z": 3]; print(lit, lit.count, lit[0], lit.map { $0.key }, lit.first!.value); for (k, v) in lit { print(k, v, terminator: " ") }; print()
// expect: ["z": 1, "a": 2, "z": 3] 3 (key: "z", value: 1) ["z", "a", "z"] 1
// expect: z 1 a 2 z 3
var nestedD: [String: [String: Int]] = [:]; nestedD["a", default: [:]]["x", default: 0] += 1; nestedD["a"]?["y"] = 5; print(nestedD["a"]!.sorted { $0.key < $1.key }, nestedD["b"]?["x"] as Any, nestedD["a"]?["x"] ?? 0)
// expect: [(key: "x", value: 1), (key: "y", value: 5)] nil 1
var od: [String: Int?] = ["a": 1, "b": nil]; od["c"] = .some(nil); print(od.count, od["a"] as Any, od["b"] as Any, od["zz"] as Any); od["b"] = nil; print(od.count)
// expect: 3 Optional(Optional(1)) Optional(nil) nil
// expect: 2
// Set
var s: Set<Int> = [3, 1, 2]; print(s.count, s.contains(3), s.insert(4), s.insert(3), s.remove(1) as Any, s.remove(9) as Any, s.sorted(), s.update(with: 3) as Any, s.update(with: 77) as Any, s.isEmpty, s.min()!, s.max()!)
// expect: 3 true (inserted: true, memberAfterInsert: 4) (inserted: false, memberAfterInsert: 3) Optional(1) nil [2, 3, 4] Optional(3) nil false 2 77
let t: Set = [2, 3, 5, 7]; print(s.union(t).sorted(), s.intersection(t).sorted(), s.subtracting(t).sorted(), s.symmetricDifference(t).sorted(), s.union([1, 1]).sorted(), s.intersection(2...4).sorted(), s.subtracting(stride(from: 0, to: 5, by: 2)).sorted())
// expect: [2, 3, 4, 5, 7, 77] [2, 3] [4, 77] [4, 5, 7, 77] [1, 2, 3, 4, 77] [2, 3, 4] [3, 77]
var m = s; m.formUnion(t); print(m.sorted()); m.formIntersection([2, 3, 5]); print(m.sorted()); m.subtract([2]); print(m.sorted()); m.formSymmetricDifference([3, 4]); print(m.sorted())
// expect: [2, 3, 4, 5, 7, 77]
// expect: [2, 3, 5]
// expect: [3, 5]
// expect: [4, 5]
print(m.isSubset(of: [4, 5, 6]), m.isSuperset(of: [4]), m.isStrictSubset(of: [4, 5]), m.isStrictSuperset(of: [4]), m.isDisjoint(with: [9]), m == [5, 4], m != [4], m.isSubset(of: 1...10), m.isDisjoint(with: [4]))
// expect: true true false true true true true true false
print(s.filter { $0 % 2 == 1 }.sorted(), s.map { $0 * 2 }.sorted(), s.reduce(0, +), s.firstIndex(of: 3) != nil, s.first != nil, Set("hello").count, Set([1, 1, 2]).count, s.popFirst() != nil, s.count, Set<Int>(), Set([9]), Set(["q"]), s.allSatisfy { $0 > 0 })
// expect: [3, 77] [4, 6, 8, 154] 86 true true 4 2 true 3 [] [9] ["q"] true
var v = Set<[Int]>(); v.insert([1]); v.insert([1]); print(v.count, v.contains([1]), Set([P(x: 1, y: 1), P(x: 1, y: 1)]).count, [Set([1]), Set([2])].contains([2]), Set([1, 2, 3]).hashValue == Set([3, 2, 1]).hashValue, s.randomElement() != nil, s.capacity > 0); s.removeAll(); print(s)
// expect: 1 true 1 true true true true
// expect: []
let words = "the cat sat on the mat the end".split(separator: " "); var freq: [Substring: Int] = [:]; words.forEach { freq[$0, default: 0] += 1 }; print(freq.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) })
// expect: [("the", 3), ("cat", 1), ("end", 1), ("mat", 1), ("on", 1), ("sat", 1)]
print(freq.filter { $0.value == 1 }.keys.sorted(), Set(freq.values).sorted(), freq.max { $0.value < $1.value }!, Dictionary(freq.map { ($0.value, [$0.key]) }, uniquingKeysWith: +).mapValues { $0.sorted() }.sorted { $0.key < $1.key })
// expect: ["cat", "end", "mat", "on", "sat"] [1, 3] (key: "the", value: 3) [(key: 1, value: ["cat", "end", "mat", "on", "sat"]), (key: 3, value: ["the"])]
let inverted = Dictionary(["a": 1, "b": 2].map { ($1, $0) }, uniquingKeysWith: { x, _ in x }); print(inverted[1]!, inverted[2]!, type(of: inverted), type(of: d.keys), type(of: t), type(of: lit))
// expect: a b Dictionary<Int, String> Keys Set<Int> KeyValuePairs<String, Int>
