let p = (3, 4)
let (a, b) = p
print(a, b, p.0 + p.1) // expect: 3 4 7
let person = (name: "Ada", age: 36)
print(person.name, person.age, person) // expect: Ada 36 (name: "Ada", age: 36)
var q = (1, 2)
q.0 = 10
(q.0, q.1) = (q.1, q.0)
print(q) // expect: (2, 10)
func minMax(_ v: [Int]) -> (min: Int, max: Int) { (v.min()!, v.max()!) }
let r = minMax([3, 1, 2])
print(r.min, r.max, r) // expect: 1 3 (min: 1, max: 3)
let (_, second) = p
print(second) // expect: 4
print((1, 2) == (1, 2), (1, "a") < (1, "b"), (2, 1) > (1, 5)) // expect: true true true
let nested = ((1, 2), "x")
print(nested.0.1, nested) // expect: 2 ((1, 2), "x")
let pairs = [(1, "one"), (2, "two")]
for (n, w) in pairs { print(n, w) }
// expect: 1 one
// expect: 2 two
print(pairs.map { $0.1 }) // expect: ["one", "two"]
