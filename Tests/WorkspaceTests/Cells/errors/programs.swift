struct Neuron {
    var v = -65.0
    var u = 0.0
    mutating func step(_ i: Double) -> Bool {
        v += 0.04 * v * v + 5 * v + 140 - u + i
        if v >= 30 {
            v = -65
            u += 8
            return true
        }
        return false
    }
}
let n = Neuron()
var spikes = 0
for _ in 0..<10 {
    if n.step(10) { spikes += 1 } // error: @10 cannot use mutating member on immutable value: 'n' is a 'let' constant
}
print(spikes)
// ---
enum Phase { case rest, active(level: Double), done }
func describe(_ p: Phase) -> String {
    switch p { // error: @5 switch must be exhaustive
    case .rest: return "rest"
    case .active(let level) where level > 0.5: return "high \(level)"
    case .done: return "done"
    }
}
print(describe(.rest))
// ---
protocol Layer {
    var size: Int { get }
    func forward(_ x: [Double]) -> [Double]
}
struct Dense: Layer { // error: @8 type 'Dense' does not conform to protocol 'Layer'
    let size: Int
    var weights: [[Double]]
    func forward(_ x: [Double]) -> Double {
        return weights[0][0] * x[0]
    }
}
// ---
struct Stack<Element> {
    private var items: [Element] = []
    mutating func push(_ e: Element) { items.append(e) }
    func pop() -> Element? { items.popLast() } // error: @36 cannot use mutating member on immutable value: 'self' is immutable
}
var s = Stack<Int>()
s.push(3)
// ---
func parse(_ s: String) throws -> Int {
    guard let n = Int(s) else { throw ParseError.bad(s) }
    return n
}
enum ParseError: Error { case bad(String) }
let values = ["1", "2", "x"].map { parse($0) } // error: @36 call can throw, but it is not marked with 'try' and the error is not handled
print(values)
// ---
struct Point { var x: Double; var y: Double }
let points = [Point(x: 1, y: 2), Point(x: 3, y: 4)]
let s = Set(points) // error: @9 generic struct 'Set' requires that 'Point' conform to 'Hashable'
// ---
struct Point { var x: Double; var y: Double }
let a = Point(x: 1, y: 2), b = a
if a == b { print("same") } // error: @6 binary operator '==' cannot be applied to two 'Point' operands
// ---
let names = ["a": 1, "b": 2]
for (k, v) in names {
    k = "x" // error: @5 cannot assign to value: 'k' is a 'let' constant
    print(k, v)
}
// ---
var counts: [String: Int] = [:]
for w in ["a", "b", "a"] {
    counts[w] = counts[w] + 1 // error: @23 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
}
// ---
func apply(_ f: (Int) -> Int, to x: Int) -> Int { f(x) }
print(apply({ x in "a" }, to: 3)) // error: @20 cannot convert value of type 'String' to closure result type 'Int'
// ---
func apply(_ f: (Int) -> Int, to x: Int) -> Int { f(x) }
print(apply({ x, y in x }, to: 3)) // error: @15 contextual closure type '(Int) -> Int' expects 1 argument, but 2 were used in closure body
// ---
func apply(_ f: (Int) -> Int, to x: Int) -> Int { f(x) }
print(apply(to: 3) { $0 }) // error: @20 unnamed argument #2 must precede argument 'to'
// ---
let xs = [3, 1, 2]
let ys = xs.map { x in
    let y = x * 2
    return y + "a" // error: @14 binary operator '+' cannot be applied to operands of type 'Int' and 'String'
}
// ---
let xs = [3, 1, 2]
xs.forEach { x in
    total += x // error: @5 cannot find 'total' in scope
}
// ---
let xs = [3, 1, 2]
xs.sort() // error: @4 cannot use mutating member on immutable value: 'xs' is a 'let' constant
// ---
let xs = [3, 1, 2]
let m = xs.max() + 1 // error: @12 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let xs = [3, 1, 2]
if let m = xs.max(), m > "a" { print(m) } // error: @24 binary operator '>' cannot be applied to operands of type 'Int' and 'String'
// ---
let xs = [3, 1, 2]
print(xs.firstIndex(of: "a")) // error: @25 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let xs = [3, 1, 2]
print(xs.prefix("2")) // error: @17 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let xs = ["a", "b"]
let total: Int = xs.count() // error: @21 cannot call value of non-function type 'Int'
// ---
let s = "abc"
print(s.count()) // error: @9 cannot call value of non-function type 'Int'
// ---
let s = "abc"
print(s.uppercased)
let t: String = s.uppercased // error: @19 function produces expected type 'String'; did you mean to call it with '()'?
// ---
let s = "abc"
s.append("d") // error: @3 cannot use mutating member on immutable value: 's' is a 'let' constant
// ---
let x = 3.7
let i: Int = x.rounded() // error: @16 cannot convert value of type 'Double' to specified type 'Int'
// ---
let x = 3.7
let i = Int(x) + x // error: @16 binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
// ---
let x = 3
let y = x.sqrt() // error: @11 value of type 'Int' has no member 'sqrt'
// ---
let x = 3
x.negate() // error: @3 cannot use mutating member on immutable value: 'x' is a 'let' constant
// ---
var x = 3
x.negated() // error: @3 value of type 'Int' has no member 'negated'
// ---
struct Counter {
    var n = 0
    func bump() { self.n += 1 } // error: @26 left side of mutating operator isn't mutable: 'self' is immutable
}
// ---
struct Counter {
    let n: Int
    init(n: Int) { self.n = n }
    mutating func bump() { n += 1 } // error: @30 left side of mutating operator isn't mutable: 'n' is a 'let' constant
}
// ---
struct Temp {
    var celsius: Double
    var fahrenheit: Double { celsius * 9 / 5 + 32 }
}
var t = Temp(celsius: 3)
t.fahrenheit = 5 // error: @3 cannot assign to property: 'fahrenheit' is a get-only property
// ---
struct Temp {
    var celsius: Double
    var f: Double { get { celsius } set { celsius = "x" } } // error: @53 cannot assign value of type 'String' to type 'Double'
}
// ---
struct A { struct B { var x: Int } }
let b = B(x: 1) // error: @9 cannot find 'B' in scope
// ---
struct A { struct B { var x: Int } }
let b = A.C(x: 1) // error: @11 type 'A' has no member 'C'
// ---
enum Op: String { case add = "+", sub = "-" }
let o = Op(rawValue: "+")
switch o { // error: @1 switch must be exhaustive
case .add: print("a")
case .sub: print("b")
}
// ---
enum Op: String { case add = "+", sub = "-" }
let o: Op = Op(rawValue: "+") // error: @13 value of optional type 'Op?' must be unwrapped to a value of type 'Op'
// ---
enum Op: String { case add = "+", sub = "-" }
let o = Op(rawValue: 1) // error: @22 cannot convert value of type 'Int' to expected argument type 'String'
// ---
enum Shape { case circle(Double), square(side: Double) }
let s = Shape.square(2) // error: @22 missing argument label 'side:' in call
// ---
enum Shape { case circle(Double), square(side: Double) }
let s = Shape.circle(1)
if case .circle(let r) = s { print(r) }
print(r) // error: @7 cannot find 'r' in scope
// ---
enum Shape { case circle(Double), square(side: Double) }
func area(_ s: Shape) -> Double {
    switch s {
    case .circle(let r): return r
    case .square(let side): return side
    case .triangle: return 0 // error: @11 type 'Shape' has no member 'triangle'
    }
}
// ---
func f(n: Int) -> Int {
    if n == 0 {
        return 1
    } else if n > 0 {
        return n * f(n: n - 1)
    }
} // error: @1 missing return in global function expected to return 'Int'
// ---
func f(n: Int) -> Int? {
    for i in 0..<n { if i == 3 { return i } }
} // error: @1 missing return in global function expected to return 'Int?'
// ---
func f() -> (Int, Int) { return (1, 2, 3) } // error: @33 cannot convert return expression of type '(Int, Int, Int)' to return type '(Int, Int)'
// ---
func f() -> (Int, Int) { return 1 } // error: @33 cannot convert return expression of type 'Int' to return type '(Int, Int)'
// ---
func f() -> (a: Int, b: Int) { (a: 1, b: 2) }
print(f().c) // error: @11 value of tuple type '(a: Int, b: Int)' has no member 'c'
// ---
let (a, b) = f() // error: @14 cannot convert value of type 'Int' to specified type '(_, _)'
func f() -> Int { 1 }
// ---
5 = 3 // error: @1 cannot assign to value: literals are not mutable
// ---
let a = [1, 2, 3]
a[1] += 2 // error: @6 left side of mutating operator isn't mutable: 'a' is a 'let' constant
// ---
let t = (x: 1, y: 2)
t.x = 3 // error: @3 cannot assign to property: 't' is a 'let' constant
// ---
func f(_ a: [Int]) { a.append(1) } // error: @24 cannot use mutating member on immutable value: 'a' is a 'let' constant
// ---
func f(_ a: [Int]) { a[0] = 1 } // error: @23 cannot assign through subscript: 'a' is a 'let' constant
// ---
for i in 0..<3 { i = 5 } // error: @18 cannot assign to value: 'i' is a 'let' constant
// ---
for x in [1, 2, 3] { x *= 2 } // error: @24 left side of mutating operator isn't mutable: 'x' is a 'let' constant
// ---
if let x = Int("3") { x += 1 } // error: @25 left side of mutating operator isn't mutable: 'x' is a 'let' constant
// ---
guard let x = Int("3") else { fatalError() }
x = 4 // error: @1 cannot assign to value: 'x' is a 'let' constant
// ---
let f = { (x: Int) in x = 3 } // error: @23 cannot assign to value: 'x' is a 'let' constant
// ---
func g(_ x: inout Int) {}
let a = [1, 2]
g(&a[0]) // error: @3 cannot pass immutable value as inout argument: 'a' is a 'let' constant
// ---
func g(_ x: inout Int) {}
struct P { let x = 1; var y: Int { 2 } }
var p = P()
g(&p.x) // error: @3 cannot pass immutable value as inout argument: 'x' is a 'let' constant
g(&p.y) // error: @3 cannot pass immutable value as inout argument: 'y' is a get-only property
// ---
func g(_ x: inout Double) {}
var i = 3
g(&i) // error: @3 cannot convert value of type 'Int' to expected argument type 'Double'
// ---
let a: [Int] = [1, 2, 3,
   "four", // error: @4 cannot convert value of type 'String' to expected element type 'Int'
   5]
// ---
let result = compute(
    a: 1,
    b: "x" // error: @8 cannot convert value of type 'String' to expected argument type 'Int'
)
func compute(a: Int, b: Int) -> Int { a + b }
// ---
let xs = [1, 2, 3]
    .map { $0 * 2 }
    .filter { $0 > 1 }
    .foo() // error: @6 value of type '[Int]' has no member 'foo'
// ---
let xs = [1, 2, 3]
    .map { $0 * 2 }
    .filter { $0 } // error: @15 cannot convert value of type 'Int' to closure result type 'Bool'
// ---
print([1, 2, 3].map { n in n.foo }) // error: @30 value of type 'Int' has no member 'foo'
// ---
let d: [String: [Int]] = ["a": [1, 2], "b": [1, "x"]] // error: @49 cannot convert value of type 'String' to expected element type 'Int'
// ---
let m: [[Double]] = [[1, 2], [3, "x"]] // error: @34 cannot convert value of type 'String' to expected element type 'Double'
// ---
struct M { var rows: Int; subscript(i: Int, j: Int) -> Double { 0 } }
var m = M(rows: 2)
m[1, 2] = 3 // error: @2 cannot assign through subscript: subscript is get-only
// ---
struct M { var rows: Int; subscript(i: Int) -> Double { 0 } }
let m = M(rows: 2)
print(m["a"]) // error: @9 cannot convert value of type 'String' to expected argument type 'Int'
// ---
extension Int { func twice() -> Int { self * 2 } }
print(3.0.twice()) // error: @11 value of type 'Double' has no member 'twice'
// ---
extension Int { var half: Int { self / 2 } }
var x = 4
x.half = 3 // error: @3 cannot assign to property: 'half' is a get-only property
// ---
extension Array where Element == Double { func total() -> Double { reduce(0, +) } }
print([1, 2].map { "\($0)" }.total()) // error: @20 cannot convert value of type 'String' to closure result type 'Double'
// ---
func largest<T: Comparable>(_ xs: [T]) -> T? { xs.max() }
struct Z {}
print(largest([Z()])) // error: @7 global function 'largest' requires that 'Z' conform to 'Comparable'
// ---
func pair<A, B>(_ a: A, _ b: B) -> (A, B) { (b, a) } // error: @45 cannot convert return expression of type '(B, A)' to return type '(A, B)'
// ---
func first<T>(_ xs: [T]) -> T { xs.first } // error: @36 value of optional type 'T?' must be unwrapped to a value of type 'T'
// ---
func show<T>(_ x: T) { x.describe() } // error: @26 value of type 'T' has no member 'describe'
// ---
func sum<T>(_ a: T, _ b: T) -> T { a + b } // error: @38 binary operator '+' cannot be applied to two 'T' operands
// ---
protocol P { func f() }
struct S: P { func f() {} }
let p: P = S()
p.g() // error: @3 value of type 'any P' has no member 'g'
// ---
protocol P { var x: Int { get } }
struct S: P { var x = 1 }
var p: P = S()
p.x = 3 // error: @3 cannot assign to property: 'x' is a get-only property
// ---
protocol P { static func make() -> Self }
struct S: P { static func make() -> Int { 1 } } // error: @8 type 'S' does not conform to protocol 'P'
// ---
protocol A { func f() }
protocol B: A { func g() }
struct S: B { func g() {} } // error: @8 type 'S' does not conform to protocol 'A'
// ---
typealias Num = Duble // error: @17 cannot find type 'Duble' in scope
// ---
var a = 1
(a, b) = (2, 3) // error: @5 cannot find 'b' in scope
// ---
let n: Int = 3
let s = n as Double // error: @9 cannot convert value of type 'Int' to type 'Double' in coercion
// ---
let a: [Any] = [1, "x"]
let s: Int = a[0] // error: @15 cannot convert value of type 'Any' to specified type 'Int'
// ---
do {
    let v = try risky()
    print(v)
} catch MyError.one {
    print("one")
} catch MyError.three { // error: @17 type 'MyError' has no member 'three'
    print("three")
}
enum MyError: Error { case one, two }
func risky() throws -> Int { 1 }
// ---
func risky() throws -> Int { 1 }
func safe() -> Int {
    do { return try risky() } // error: @17 errors thrown from here are not handled
}
// ---
func risky() throws -> Int { 1 }
print(risky() + 1) // error: @7 call can throw but is not marked with 'try'
// ---
func risky() throws -> Int { 1 }
struct S { var x: Int { try risky() } } // error: @25 errors thrown from here are not handled
// ---
struct S { init() throws {} }
func f() { let s = S() } // error: @20 call can throw, but it is not marked with 'try' and the error is not handled
// ---
while true {
    let x = 5
    if x > 3 { brek } // error: @16 cannot find 'brek' in scope
}
// ---
var i = 0
repeat { i += 1 } while i // error: @25 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
var i = 10
while i { i -= 1 } // error: @7 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
let r = 0...5
for i in r.reverse() { print(i) } // error: @12 value of type 'ClosedRange<Int>' has no member 'reverse'
// ---
for i in stride(from: 0, to: 10) { print(i) } // error: @32 missing argument for parameter 'by' in call
// ---
for (i, x) in [1, 2].enumerate() { print(i, x) } // error: @22 value of type '[Int]' has no member 'enumerate'
