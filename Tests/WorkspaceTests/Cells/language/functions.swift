func add(_ a: Int, _ b: Int) -> Int { a + b }
func greet(name: String, greeting: String = "Hello") -> String { "\(greeting), \(name)" }
func power(of base: Double, to exponent: Int = 2) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
}
print(add(1, 2), greet(name: "Ada"), greet(name: "Bob", greeting: "Hi"), power(of: 3), power(of: 2, to: 10)) // expect: 3 Hello, Ada Hi, Bob 27.0 1024.0
func sum(_ values: Int...) -> Int { values.reduce(0, +) }
print(sum(), sum(1), sum(1, 2, 3)) // expect: 0 1 6
func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
print(fib(20)) // expect: 6765
func increment(_ x: inout Int, by n: Int = 1) { x += n }
var v = 5
increment(&v)
increment(&v, by: 10)
print(v) // expect: 16
func noResult() { print("called") }
noResult() // expect: called
func outer(_ x: Int) -> Int {
    func inner(_ y: Int) -> Int { y * x }
    return inner(2) + inner(3)
}
print(outer(10)) // expect: 50
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(isEven(10), isOdd(7)) // expect: true true
func describe(_ x: Int) -> String { "int \(x)" }
func describe(_ x: String) -> String { "string \(x)" }
func describe(_ x: Double) -> String { "double \(x)" }
print(describe(1), describe("a"), describe(1.5)) // expect: int 1 string a double 1.5
let f: (Int, Int) -> Int = add
print(f(3, 4), [1, 2, 3].map(String.init), [1, 2, 3].reduce(0, add)) // expect: 7 ["1", "2", "3"] 6
func apply(_ f: (Double) -> Double, to x: Double) -> Double { f(x) }
print(apply({ $0 * $0 }, to: 3), apply(power(of:), to: 4)) // expect: 9.0 64.0
func power(of x: Double) -> Double { x * x * x }
func makeAdder(_ n: Int) -> (Int) -> Int { { $0 + n } }
let addFive = makeAdder(5)
print(addFive(1), makeAdder(2)(3)) // expect: 6 5
@discardableResult func log(_ s: String) -> Int { print("log:", s); return s.count }
log("quiet") // expect: log: quiet
func early(_ n: Int) -> String {
    if n > 10 { return "big" }
    guard n > 0 else { return "bad" }
    return "ok"
}
print(early(20), early(0), early(5)) // expect: big bad ok
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 18)) // expect: 6
func swapped<T>(_ pair: (T, T)) -> (T, T) { (pair.1, pair.0) }
print(swapped((1, 2)), swapped(("a", "b"))) // expect: (2, 1) ("b", "a")
