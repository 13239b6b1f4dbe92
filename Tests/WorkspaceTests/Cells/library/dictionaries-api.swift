var d = ["one": 1, "two": 2, "three": 3]
func show<K: Comparable, V>(_ d: [K: V]) -> String { d.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",") }
print(show(d), d.count) // expect: one=1,three=3,two=2 3
print(d.isEmpty, d["one"] as Any) // expect: false Optional(1)
print(d["zzz"] as Any, d["x", default: 0]) // expect: nil 0
print(d.keys.sorted(), d.values.sorted()) // expect: ["one", "three", "two"] [1, 2, 3]
print(d.keys.contains("one"), d.values.contains(9)) // expect: true false
d["four"] = 4
d["one"] = nil
d["two"]! += 10
d["five", default: 0] += 5
print(show(d), d.updateValue(33, forKey: "three") as Any) // expect: five=5,four=4,three=3,two=12 Optional(3)
print(d.updateValue(6, forKey: "six") as Any, d.removeValue(forKey: "six") as Any) // expect: nil Optional(6)
print(d.removeValue(forKey: "nope") as Any, show(d)) // expect: nil five=5,four=4,three=33,two=12
print(show(d.mapValues { $0 * 2 }), show(d.filter { $0.value > 4 })) // expect: five=10,four=8,three=66,two=24 five=5,three=33,two=12
print(show(d.compactMapValues { $0 > 4 ? "\($0)" : nil }), d.map { $0.value }.sorted()) // expect: five=5,three=33,two=12 [4, 5, 12, 33]
print(d.reduce(0) { $0 + $1.value }, d.contains { $0.value == 4 }) // expect: 54 true
print(d.allSatisfy { $0.key.count > 2 }, d.first { $0.key == "four" } as Any) // expect: true Optional((key: "four", value: 4))
print(show(d.merging(["two": 1, "new": 2]) { $0 + $1 }), show(d.merging([("two", 100)], uniquingKeysWith: { a, _ in a })))
// expect: five=5,four=4,new=2,three=33,two=13 five=5,four=4,three=33,two=12
d.merge(["two": 5]) { _, n in n }
d.merge([("z", 26)]) { o, _ in o }
print(show(d)) // expect: five=5,four=4,three=33,two=5,z=26
print(show(Dictionary(uniqueKeysWithValues: [("a", 1), ("b", 2)])), show(Dictionary([("a", 1), ("a", 2)], uniquingKeysWith: +))) // expect: a=1,b=2 a=3
print(show(Dictionary(grouping: 1...6) { $0 % 3 }), show(Dictionary(uniqueKeysWithValues: zip(["x", "y"], [1, 2])))) // expect: 0=[3, 6],1=[1, 4],2=[2, 5] x=1,y=2
print(show(Dictionary(uniqueKeysWithValues: ["p", "q"].enumerated().map { ($0.element, $0.offset) }))) // expect: p=0,q=1
print() // expect: 
for k in d.keys.sorted() { print(k, d[k]!, terminator: " ") }
print() // expect: five 5 four 4 three 33 two 5 z 26 
print(["a": 1], ["a": [1, 2]]) // expect: ["a": 1] ["a": [1, 2]]
print(["a": ["b": 1.5]], [1: "x"]) // expect: ["a": ["b": 1.5]] [1: "x"]
print([:] as [Int: Int], ["k": Optional(1)]) // expect: [:] ["k": Optional(1)]
print(["k": nil as Int?], [true: 1]) // expect: ["k": nil] [true: 1]
print(["c" as Character: 1], [1.5: 2]) // expect: ["c": 1] [1.5: 2]
print(["a": 1] == ["a": 1], ["a": 1] != ["a": 2]) // expect: true true
print(d == d, ["a": 1, "b": 2] == ["b": 2, "a": 1]) // expect: true true
print([["a": 1]: 5][["a": 1]] as Any) // expect: Optional(5)
var groups: [String: [Int]] = [:]
for i in 1...6 { groups[i % 2 == 0 ? "even" : "odd", default: []].append(i) }
print(show(groups)) // expect: even=[2, 4, 6],odd=[1, 3, 5]
var nested: [String: [String: Int]] = [:]
nested["a", default: [:]]["x"] = 1
nested["a"]?["y"] = 2
nested["b", default: [:]]["z", default: 5] += 1
print(show(nested.mapValues { show($0) }), nested["a"]?["x"] as Any, nested["q"]?["x"] as Any) // expect: a=x=1,y=2,b=z=6 Optional(1) nil
var opt: [String: Int?] = ["a": nil, "b": 1]
print(opt["a"] as Any, opt["b"] as Any) // expect: Optional(nil) Optional(Optional(1))
print(opt["c"] as Any, opt.count) // expect: nil 2
opt["a"] = .some(nil)
opt["b"] = nil
print(opt.count, opt.keys.sorted()) // expect: 1 ["a"]
opt.updateValue(nil, forKey: "z")
print(opt.count) // expect: 2
if let i = d.index(forKey: "two") { print(d[i], d[i].key, d[i].value, d.remove(at: i)) } // expect: (key: "two", value: 5) two 5 (key: "two", value: 5)
print(d.index(forKey: "zzz") == nil, d["two"] as Any) // expect: true nil
var m: [Int: String] = [:]
m.reserveCapacity(10)
m[3] = "c"
m[1] = "a"
print(m.keys.max()!, m.min { $0.key < $1.key }!) // expect: 3 (key: 1, value: "a")
print(m.sorted { $0.key < $1.key }, m.count) // expect: [(key: 1, value: "a"), (key: 3, value: "c")] 2
print(m.first != nil, m.popFirst() != nil) // expect: true true
print(m.count) // expect: 1
m.removeAll()
print(m, m.popFirst() as Any) // expect: [:] nil
struct P: Hashable { var x: Int, y: Int }
var pts: [P: String] = [P(x: 1, y: 2): "a"]
pts[P(x: 1, y: 2)]? += "b"
pts[P(x: 0, y: 0)] = "o"
print(pts[P(x: 1, y: 2)]!, pts.keys.map(\.x).sorted()) // expect: ab [0, 1]
enum E: String, CaseIterable { case a, b }
var es: [E: Int] = [:]
for e in E.allCases { es[e] = e.rawValue.count }
print(es[.a]!, es.count, es.keys.map(\.rawValue).sorted()) // expect: 1 2 ["a", "b"]
for key in d.keys { d[key]! *= 2 }
for k in d.keys.sorted() { print(k, d[k]!) }
// expect: five 10
// expect: four 8
// expect: three 66
// expect: z 52
d.values.forEach { _ in }
var dv = d
for i in dv.values.indices { dv.values[i] += 1 }
print(show(dv)) // expect: five=11,four=9,three=67,z=53
print(dv.mapValues(String.init).values.sorted(), d.isEmpty, dv.capacity >= dv.count) // expect: ["11", "53", "67", "9"] false true
print(Array(["z": 1]), ["z": 1].map { $0 }) // expect: [(key: "z", value: 1)] [(key: "z", value: 1)]
print(["z": 1].first!, ["z": 1].keys) // expect: (key: "z", value: 1) ["z"]
print(["z": 1].values, Array(["z": 1].keys)) // expect: [1] ["z"]
print(["z": 1].description, ["z": 1].debugDescription) // expect: ["z": 1] ["z": 1]
print(["z": 1].enumerated().map { "\($0)" }, ["z": 1].randomElement()!) // expect: ["(offset: 0, element: (key: \"z\", value: 1))"] (key: "z", value: 1)
print(["z": 1].sorted { $0.key < $1.key }) // expect: [(key: "z", value: 1)]
let inv = Dictionary(uniqueKeysWithValues: d.map { ($0.value, $0.key) })
print(inv.keys.sorted(), d.min { $0.value < $1.value }!.key) // expect: [8, 10, 52, 66] four
print(d.sorted { $0.value > $1.value }.prefix(2).map(\.key), d.keys.sorted().prefix(1)) // expect: ["three", "z"] ["five"]
print(Dictionary<String, Int>()) // expect: [:]
print([String: Int](minimumCapacity: 5)) // expect: [:]
let tally = "the cat the dog the end".split(separator: " ").reduce(into: [:]) { $0[$1, default: 0] += 1 }
print(tally["the"]!, tally.count) // expect: 3 4
let tally2 = "abca".reduce(into: [Character: Int]()) { acc, c in acc[c, default: 0] += 1 }
print(tally2["a"]!) // expect: 2
print(d.hashValue == d.hashValue, ["a": 1].hashValue == ["a": 1].hashValue, Set([["a": 1], ["a": 1]]).count) // expect: true true 1
let kv: KeyValuePairs = ["b": 1, "a": 2, "b": 3]
print(kv, kv.count) // expect: ["b": 1, "a": 2, "b": 3] 3
print(kv[0], kv.first { $0.key == "a" }!) // expect: (key: "b", value: 1) (key: "a", value: 2)
print(kv.map { "\($0)\($1)" }) // expect: ["b1", "a2", "b3"]
for (k, v) in kv { print(k, v) }
// expect: b 1
// expect: a 2
// expect: b 3
print(d.lazy.filter { $0.value > 5 }.count, d.flatMap { [$0.value] }.count) // expect: 4 4
print(d.count { $0.value > 3 }, d.keys.count) // expect: 4 4
print(d.keys.first != nil, d.dropFirst().count) // expect: true 3
print(d.enumerated().count(where: { _ in true }), zip(d.keys, d.values).count(where: { _ in true })) // expect: 4 4
print(d.elementsEqual(d) { $0 == $1 }) // expect: true
