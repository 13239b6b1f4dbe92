let k = 5
func local(_ n: Int) {
    struct Twice { let n: Int; static let base = 10; func value() -> Int { n * 2 + Twice.base + k } }
    enum Kind { case a, b }
    func three() -> Int { 3 }
    print(Twice(n: n).value(), Kind.a, three())
}
local(4)
protocol Valued { func value() -> Int }
func make(_ n: Int) -> any Valued {
    struct Local: Valued { let n: Int; func value() -> Int { n } }
    return Local(n: n)
}
print(make(3).value())
// expect: 23 a 3
// expect: 3
