// Ten thousand calls within each other are not too many.
func count(_ n: Int) -> Int { n == 0 ? 0 : count(n - 1) + 1 }
print(count(10_000))  // expect: 10000
func list(_ n: Int) -> [Int] { n == 0 ? [] : list(n - 1) + [n & 1] }
print(list(10_000).count)  // expect: 10000
struct Step {
    var n: Int
    func down(_ k: Int) throws -> Int { k == 0 ? n : try Step(n: n + 1).down(k - 1) }
}
print(try Step(n: 1).down(10_000))  // expect: 10001
func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }
print(isEven(10_000))  // expect: true
var again: (Int) -> Int = { $0 }
again = { $0 == 0 ? 0 : again($0 - 1) + 1 }
print(again(10_000))  // expect: 10000
