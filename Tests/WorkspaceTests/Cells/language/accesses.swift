var n = 5
func next() -> Int { n += 1; return n }
func add(_ x: inout Int, _ y: Int) { x += y }
add(&n, next())
n += next()
print(n)
var list = [1, 2, 3]
list[next() - next() + 1] += next()
list.append(list.count)
list[0] = list.reduce(0, +)
list.removeAll { $0 == 2 }
print(list)
// expect: 26
// expect: [38, 3, 3]
// ---
struct Pair { var a = 1, b = 2; mutating func exchange() { swap(&a, &b) }; func apply(_ f: () -> Void) { f() } }
var pair = Pair()
pair.exchange()
pair.apply { pair.a = 9 }
print(pair)
func move(_ a: inout Int, _ b: inout Int) { a += b; b = 0 }
let moved = { () -> (Int, Int) in var t = (1, 2); move(&t.0, &t.1); return t }()
print(moved)
func inside() -> Pair { var p = Pair(a: 4, b: 5); move(&p.a, &p.b); return p }
print(inside())
// expect: Pair(a: 9, b: 1)
// expect: (3, 0)
// expect: Pair(a: 9, b: 0)
// ---
enum Stop: Error { case now }
func fail(_ v: inout Int) throws { v += 1; throw Stop.now }
var m = 0
for _ in 0..<3 { try? fail(&m) }
func nested(_ v: inout Int) throws { do { try fail(&v) } catch { v += 10 }; try fail(&v) }
do { try nested(&m) } catch { m += 100 }
print(m)
m = 3
print(m)
// expect: 115
// expect: 3
// ---
var observed = 0 { didSet { print("didSet", observed, oldValue) } }
func bump(_ x: inout Int) { x += 1; print("observed is", observed) }
bump(&observed)
var computed: Int { get { m } set { m = newValue } }
bump(&computed)
print(computed)
struct Watched { var v = 1 { didSet { print("v", v) } } }
var watched = Watched()
bump(&watched.v)
let act: (inout Int) -> Void = { $0 *= 10 }
act(&watched.v)
act(&observed)
act(&computed)
print(watched, observed, computed)
// expect: observed is 0
// expect: didSet 1 0
// expect: observed is 1
// expect: 4
// expect: observed is 1
// expect: v 2
// expect: v 20
// expect: didSet 10 1
// expect: Watched(v: 20) 10 40
