let old = ["a", "b", "c", "d"]
let new = ["b", "c", "e", "d", "a"]
let diff = new.difference(from: old)
for change in diff {
    switch change {
    case let .remove(offset, element, _): print("remove \(element) at \(offset)")
    case let .insert(offset, element, _): print("insert \(element) at \(offset)")
    }
}
print(diff.insertions.count, diff.removals.count, diff.count)
if let r = old.applying(diff) { print(r) }
let d2 = [1, 2, 3, 4, 5, 6].difference(from: [6, 1, 3, 9, 5])
print([6, 1, 3, 9, 5].applying(d2)!)
for c in d2.removals { if case .remove(let o, let e, _) = c { print(o, e) } }
for c in d2.insertions { if case .insert(let o, let e, _) = c { print(o, e) } }
print("kitten".difference(from: "sitting").count)
print(diff.isEmpty, old.difference(from: old).isEmpty)
let m = diff.inferringMoves()
for change in m {
    switch change {
    case let .remove(offset, element, assoc): print("-", offset, element, assoc as Any)
    case let .insert(offset, element, assoc): print("+", offset, element, assoc as Any)
    }
}
print(diff.inverse().count)
let lower = ["A", "b"].difference(from: ["a", "B", "c"]) { $0.lowercased() == $1.lowercased() }
print(lower.count)
// expect: remove a at 0
// expect: insert e at 2
// expect: insert a at 4
// expect: 2 1 3
// expect: ["b", "c", "e", "d", "a"]
// expect: [1, 2, 3, 4, 5, 6]
// expect: 0 6
// expect: 3 9
// expect: 1 2
// expect: 3 4
// expect: 5 6
// expect: 5
// expect: false true
// expect: - 0 a Optional(4)
// expect: + 2 e nil
// expect: + 4 a Optional(0)
// expect: 3
// expect: 1
