func run(_ f: () -> Void) { f() }
func m(_ x: inout Int) { func g() { x += 1 }; run(g); g(); [1].forEach { _ in g() } }
var a = 1
m(&a)
print(a)
func n(_ f: () -> Int) -> Int { func g() -> Int { f() }; return g() + [1].map { _ in g() }[0] }
print(n { 3 })
func fibonacci() -> (Int) -> Int {
    var memo: [Int: Int] = [:]
    func f(_ n: Int) -> Int {
        if n < 2 { return n }
        if let known = memo[n] { return known }
        let value = f(n - 1) + f(n - 2)
        memo[n] = value
        return value
    }
    return f
}
print(fibonacci()(30))
struct S {
    var v = 1
    func f() -> () -> Int { func g() -> Int { v + 1 }; return g }
    mutating func h() -> Int { func g() -> Int { v += 1; return v }; return g() + [1].map { _ in g() }[0] }
}
var s = S()
print(s.f()(), s.h(), s)
// expect: 4
// expect: 6
// expect: 832040
// expect: 2 5 S(v: 3)
