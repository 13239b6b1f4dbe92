var ages = ["Ada": 36, "Alan": 41]
ages["Grace"] = 85
print(ages.count, ages["Ada"]!, ages["Nobody"] as Any, ages["Nobody"] ?? -1, ages.isEmpty) // expect: 3 36 nil -1 false
ages["Ada"] = 37
ages["Alan"] = nil
print(ages.keys.sorted(), ages.values.sorted()) // expect: ["Ada", "Grace"] [37, 85]
for (name, age) in ages.sorted(by: { $0.key < $1.key }) { print(name, age) }
// expect: Ada 37
// expect: Grace 85
var counts: [Character: Int] = [:]
for c in "mississippi" { counts[c, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }) // expect: ["i4", "m1", "p2", "s4"]
print(ages.removeValue(forKey: "Grace")!, ages.updateValue(1, forKey: "Ada")!, ages.updateValue(2, forKey: "New") as Any) // expect: 85 37 nil
print(ages.mapValues { $0 * 10 }.values.sorted(), ages.filter { $0.value > 1 }.count, ages.contains { $0.value == 2 }) // expect: [10, 20] 1 true
print(["a": 1].merging(["a": 2, "b": 3]) { $0 + $1 }.sorted { $0.key < $1.key }.map { $0.value }) // expect: [3, 3]
let grouped = Dictionary(grouping: [1, 2, 3, 4, 5]) { $0 % 2 }
print(grouped[0]!, grouped[1]!) // expect: [2, 4] [1, 3, 5]
let made = Dictionary(uniqueKeysWithValues: zip(["x", "y"], [1, 2]))
print(made["x"]!, made["y"]!) // expect: 1 2
print(["a": 1] == ["a": 1], ["a": 1] == ["a": 2], ["k": [1, 2]]) // expect: true false ["k": [1, 2]]
let empty: [String: Int] = [:]
print(empty, empty.first as Any) // expect: [:] nil
var nested: [String: [String: Int]] = ["a": ["b": 1]]
nested["a"]?["c"] = 2
print(nested["a"]!["c"]!, nested["z"]?["b"] as Any) // expect: 2 nil
var lists: [String: [Int]] = [:]
lists["a", default: []].append(1)
lists["a", default: []].append(2)
print(lists) // expect: ["a": [1, 2]]
if let age = ages["Ada"] { print("found \(age)") } // expect: found 1
print(ages.reduce(0) { $0 + $1.value }) // expect: 3
