func double(_ values: inout [Int]) { for i in values.indices { values[i] *= 2 } }
var v = [1, 2, 3]
double(&v)
print(v) // expect: [2, 4, 6]
func bump(_ n: inout Int) { n += 1 }
bump(&v[0])
print(v) // expect: [3, 4, 6]
var t = (a: 1, b: 2)
bump(&t.a)
print(t) // expect: (a: 2, b: 2)
var d = ["k": 1]
bump(&d["k"]!)
print(d) // expect: ["k": 2]
var x = 1
var y = 2
swap(&x, &y)
print(x, y) // expect: 2 1
struct Holder { var items: [Int] = []; var total: Int { get { items.reduce(0, +) } set { items = [newValue] } } }
var h = Holder()
double(&h.items)
h.items.append(4)
bump(&h.items[0])
bump(&h.total)
print(h) // expect: Holder(items: [6])
func fill(_ a: inout [Double], with x: Double) { a = Array(repeating: x, count: a.count) }
var z = [1.0, 2.0]
fill(&z, with: 0.5)
print(z) // expect: [0.5, 0.5]
var s = "abc"
func shout(_ s: inout String) { s = s.uppercased() + "!" }
shout(&s)
print(s) // expect: ABC!
v.withUnsafeCount()
extension Array { mutating func withUnsafeCount() { if !isEmpty { removeLast() } } }
print(v) // expect: [3, 4]
