var s: Set<Int> = [3, 1, 2, 3]
print(s.count, s.contains(2), s.contains(9), s.sorted()) // expect: 3 true false [1, 2, 3]
s.insert(5)
print(s.insert(1).inserted, s.remove(3)!, s.remove(42) as Any, s.sorted()) // expect: false 3 nil [1, 2, 5]
let t: Set = [1, 2, 10]
print(s.union(t).sorted(), s.intersection(t).sorted(), s.subtracting(t).sorted(), s.symmetricDifference(t).sorted()) // expect: [1, 2, 5, 10] [1, 2] [5] [5, 10]
print(s.isSubset(of: t), Set([1]).isSubset(of: t), t.isSuperset(of: [1]), s.isDisjoint(with: [99])) // expect: false true true true
print(Set("hello").count, Set([1, 1, 1]), s == Set([1, 2, 5])) // expect: 4 [1] true
print(s.map { $0 * 2 }.sorted(), s.filter { $0 > 1 }.sorted(), s.isEmpty, Set<String>().isEmpty) // expect: [2, 4, 10] [2, 5] false true
