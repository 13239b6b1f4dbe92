let double = { (x: Int) -> Int in x * 2 }
let square: (Int) -> Int = { $0 * $0 }
print(double(4), square(5)) // expect: 8 25
print([1, 2, 3].map { x in x + 1 }, [1, 2, 3].map({ (x: Int) -> String in "<\(x)>" })) // expect: [2, 3, 4] ["<1>", "<2>", "<3>"]
var total = 0
[1, 2, 3].forEach { total += $0 }
print(total) // expect: 6
func makeCounter() -> () -> Int {
    var count = 0
    return { count += 1; return count }
}
let c1 = makeCounter()
let c2 = makeCounter()
print(c1(), c1(), c2(), c1()) // expect: 1 2 1 3
let sorted = ["pear", "fig", "apple"].sorted { a, b in
    if a.count != b.count { return a.count < b.count }
    return a < b
}
print(sorted) // expect: ["fig", "pear", "apple"]
let compose = { (f: @escaping (Int) -> Int, g: @escaping (Int) -> Int) -> (Int) -> Int in { g(f($0)) } }
print(compose(double, square)(3)) // expect: 36
var handlers: [(Int) -> Int] = []
for i in 1...3 { handlers.append { $0 * i } }
print(handlers.map { $0(10) }) // expect: [10, 20, 30]
var x = 1
let captured = { [x] in x }
let shared = { x }
x = 2
print(captured(), shared()) // expect: 1 2
func run(_ times: Int, _ body: (Int) -> Void) { for i in 0..<times { body(i) } }
run(2) { print("run", $0) }
// expect: run 0
// expect: run 1
func both(first: () -> Int, second: () -> Int) -> Int { first() * second() }
print(both { 3 } second: { 4 }) // expect: 12
let words = ["a", "bb", "ccc"]
print(words.map(\.count), words.filter { !$0.isEmpty }.map { $0.uppercased() }.joined(separator: "+")) // expect: [1, 2, 3] A+BB+CCC
print((1...5).map { $0 * $0 }.filter { $0 % 2 == 1 }.reduce(0, +)) // expect: 35
let nothing: () -> Void = {}
nothing()
print([3, 1, 2].sorted(by: <), [3, 1, 2].sorted(by: { $1 < $0 }), [1, 2, 3].reduce(0) { acc, v in acc * 10 + v }) // expect: [1, 2, 3] [3, 2, 1] 123
// A closure of several statements waits for the parameters of those around it.
print((0 ..< 2).map { y in (0 ..< 2).map { x -> String in let d = y + 5; return "\(d)\(x)" }.joined(separator: " ") }) // expect: ["50 51", "60 61"]
let grid = (1 ... 2).map { row in (1 ... 3).map { column in
    let product = row * column
    return product % 2 == 0 ? product : -product
} }
print(grid) // expect: [[-1, 2, -3], [2, 4, 6]]
