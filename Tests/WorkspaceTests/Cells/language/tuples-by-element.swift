struct Pair { var t: (Int, Int); init() { t.0 = 1; t.1 = 2 } }
struct Named { let t: (a: String, b: [Int]); init() { t.a = "x"; t.b = [1]; print(t.a) } }
struct Nested { var t: (Int, (String, [Int])); init() { t.0 = 1; t.1.0 = "a"; t.1.1 = [2] } }
struct Open<T> { var t: (T, T); init(_ value: T) { t.0 = value; t.1 = value } }
struct Watched { var t: (Int, String) { didSet { print("set") } }; init() { t.0 = 1; t.1 = "z" } }
print(Pair().t, Named(), Nested().t, Open("a").t, Watched().t)
func fill(_ whole: Bool) {
    var t: (Int, String)
    if whole { t = (1, "a") } else { t.0 = 2; t.1 = "b" }
    t.1 += "!"
    print(t)
}
fill(true); fill(false)
func parts() {
    let u: (Int, Int)
    u.0 = 3
    u.1 = 4
    var p: (x: Int, y: [Int])
    p.x = 1
    print(p.x, u)
    p.y = []
    p.y.append(3)
    print(p)
}
parts()
func counter() -> () -> Int {
    var t: (Int, Int)
    t.0 = 1
    t.1 = 2
    return { t.0 += 1; return t.0 + t.1 }
}
let count = counter()
print(count(), count())
struct Fibonacci: IteratorProtocol {
    var (a, b) = (0, 1)
    mutating func next() -> Int? { (a, b) = (b, a + b); return a }
}
var fibonacci = Fibonacci()
print(fibonacci.next()!, fibonacci.next()!, fibonacci.next()!, fibonacci.next()!)
struct Several { var (a, b): (Int, Double) = (1, 2); var (c, d): (Int, Int); static let (lo, hi) = (1, 9); init() { (c, d) = (3, 4) } }
print(Several(), Several.lo, Several.hi)
struct Tally { var x = 0.0 }
func += (a: Tally, b: Tally) { print("tally", a.x + b.x) }
var n = 1
n += 1
print(n)
Tally() += Tally(x: 1)
// expect: x
// expect: (1, 2) Named(t: (a: "x", b: [1])) (1, ("a", [2])) ("a", "a") (1, "z")
// expect: (1, "a!")
// expect: (2, "b!")
// expect: 1 (3, 4)
// expect: (x: 1, y: [3])
// expect: 4 5
// expect: 1 1 2 3
// expect: Several(a: 1, b: 2.0, c: 3, d: 4) 1 9
// expect: 2
// expect: tally 1.0
