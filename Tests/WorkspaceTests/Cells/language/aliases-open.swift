let s: Set = [1, 2, 1]
print(s.count)
typealias Map<K: Hashable> = [K: Int]
struct Box<T> { var v: T }
typealias BB<T> = Box<Box<T>>
typealias P = (x: Int, y: Int)
typealias Q = (Int, Int)
let m = Map<String>()
print(m)
let b = BB<Int>(v: Box(v: 3))
print(b.v.v)
let b2 = BB(v: Box(v: 3))
print(b2.v.v)
let k5 = P(x: 1, y: 2)
print(k5.x + k5.y)
let k6 = Q(1, 2)
print(k6)
let k7 = P(1, 2)
print(k7)
typealias F = (Int) -> Int
let f: F = { $0 + 1 }
print(F.self, P.self)
typealias I = Int
print(I(3.5), I.max)
let ps: [P] = [(1, 2), (x: 3, y: 4)]
print(ps.map { $0.x })
print([P(x: 1, y: 1)].map { p in p.x + p.y })
typealias Pair<T> = (T, T)
let pr: Pair<Int> = (1, 2)
print(pr.0)
let bx: Box = Box(v: 3)
print(bx)
let k3: Map = ["a": 1]
print(k3)
let k4: BB = Box(v: Box(v: 3))
print(k4.v.v)
// expect: 2
// expect: [:]
// expect: 3
// expect: 3
// expect: 3
// expect: (1, 2)
// expect: (x: 1, y: 2)
// expect: (Int) -> Int (x: Int, y: Int)
// expect: 3 9223372036854775807
// expect: [1, 3]
// expect: [2]
// expect: 1
// expect: Box<Int>(v: 3)
// expect: ["a": 1]
// expect: 3
