func f(_ n: Int) -> Int { n }
f(1) // warning: @1 result of call to 'f' is unused
f(2) // warning: @1 result of call to 'f' is unused
print("x") // expect: x
// ---
func g() {
    let a = 1 // warning: @9 initialization of immutable value 'a' was never used; consider replacing with assignment to '_' or removing it
    var b = 2 // warning: @9 initialization of variable 'b' was never used; consider replacing with assignment to '_' or removing it
    var c = 3 // warning: @9 variable 'c' was written to, but never read
    c = 4
    var d: Int // warning: @9 variable 'd' was written to, but never read
    d = 1
    let e: Int // warning: @9 immutable value 'e' was never used; consider removing it
    e = 2
    var (p, q) = (1, 2) // warning: @10 variable 'p' was never used; consider replacing with '_' or removing it // warning: @13 variable 'q' was never used; consider replacing with '_' or removing it
    let (r, s) = (1, 2) // warning: @10 immutable value 'r' was never used; consider replacing with '_' or removing it // warning: @13 immutable value 's' was never used; consider replacing with '_' or removing it
    var u = 1
    u += 1
    var v = [1]
    v.append(2)
    var w = [1]
    w[0] = 2
    var z = 1 // warning: @9 variable 'z' was never mutated; consider changing to 'let' constant
    print(z)
    let _ = 3
    var _ = 4
}
// ---
func g(_ a: Int) -> Int {
    return a
    print("never") // warning: @5 code after 'return' will never be executed
}
// ---
func g(_ a: Int) -> Int {
    for i in 0..<3 { print("x") } // warning: @9 immutable value 'i' was never used; consider replacing with '_' or removing it
    for _ in 0..<3 { print("x") }
    for (i, j) in [(1, 2)] { print(i) } // warning: @13 immutable value 'j' was never used; consider replacing with '_' or removing it
    return 1
}
// ---
func g(_ a: Int, _ s: String?) {
    if a == nil { print("x") } // warning: @10 comparing non-optional value of type 'Int' to 'nil' always returns false
    if a != nil { print("x") } // warning: @10 comparing non-optional value of type 'Int' to 'nil' always returns true
    if s == nil { print("y") }
    let b = a as Int
    let c = a is Int // warning: @15 'is' test is always true
    let d = a as? Int // warning: @15 conditional cast from 'Int' to 'Int' always succeeds
    let e = a as! Int // warning: @15 forced cast of 'Int' to same type has no effect
    let f = s as? String // warning: @15 conditional downcast from 'String?' to 'String' does nothing
    let h = "a" is String // warning: @17 'is' test is always true
    print(b, c, d as Any, e, f as Any, h)
}
// ---
func g(_ a: Int?, _ d: [String: Int]) {
    print(a) // warning: @11 expression implicitly coerced from 'Int?' to 'Any'
    print("\(a)") // warning: @14 string interpolation produces a debug description for an optional value; did you mean to make this explicit?
    let s = "v \(a)" // warning: @18 string interpolation produces a debug description for an optional value; did you mean to make this explicit?
    let x: Any = a // warning: @18 expression implicitly coerced from 'Int?' to 'Any'
    print(s, x, d["a"]) // warning: @17 expression implicitly coerced from 'Int?' to 'Any'
    let y = a ?? 3
    let z = y ?? 4 // warning: @15 left side of nil coalescing operator '??' has non-optional type 'Int', so the right side is never used
    print(z)
}
// ---
func g(_ a: Int?) {
    if let a { print("x") } // warning: @12 value 'a' was defined but never used; consider replacing with boolean test
    if let b = a { print("x") } // warning: @12 value 'b' was defined but never used; consider replacing with boolean test
    guard let c = a else { return } // warning: @15 value 'c' was defined but never used; consider replacing with boolean test
    if var d = a { print(d) } // warning: @12 variable 'd' was never mutated; consider changing to 'let' constant
    switch a { case let e?: print("x"); default: break } // warning: @25 immutable value 'e' was never used; consider replacing with '_' or removing it
    switch a { case .some(let e): print("x"); case .none: break } // warning: @31 immutable value 'e' was never used; consider replacing with '_' or removing it
}
// ---
func g() throws {
    try print("x") // warning: @5 no calls to throwing functions occur within 'try' expression
    do { print("y") } catch { print(error) } // warning: @23 'catch' block is unreachable because no errors are thrown in 'do' block
    let x = try? 3 // warning: @13 no calls to throwing functions occur within 'try' expression
    let y = try! 3 // warning: @13 no calls to throwing functions occur within 'try' expression
    print(x as Any, y)
}
// ---
enum E: Error { case a }
func h() throws -> Int { 1 }
func g() throws {
    try h() // warning: @9 result of call to 'h()' is unused
    try? h() // warning: @5 result of 'try?' is unused
    _ = try? h()
    do { try h() } catch let e { print("z") } // warning: @14 result of call to 'h()' is unused // warning: @30 immutable value 'e' was never used; consider replacing with '_' or removing it
    do { _ = try h() } catch E.a { } catch { }
}
// ---
enum L { case a, b }
func g(_ l: L) {
    switch l {
    case .a: print(1)
    case .b: print(2)
    default: print(3) // warning: @5 default will never be executed
    }
    switch l {
    case .a: print(1)
    case .a: print(2) // warning: @10 case is already handled by previous patterns; consider removing it
    case .b: print(3)
    }
}
// ---
func g() -> Int {
    fatalError("x")
    return 1 // warning: @12 will never be executed
}
// ---
func g(_ n: Int) {
    for i in 0..<n {
        if i == 2 { break; print("x") } // warning: @28 code after 'break' will never be executed
        continue
        print("y") // warning: @9 code after 'continue' will never be executed
    }
    if true { print("a") } else { print("b") }
    if false { print("c") }
    while false { print("d") }
    guard true else { return }
}
// ---
func g(_ n: Int) {
    let f = { (x: Int) -> Int in x } // warning: @9 initialization of immutable value 'f' was never used; consider replacing with assignment to '_' or removing it
    let h = { print("x") } // warning: @9 initialization of immutable value 'h' was never used; consider replacing with assignment to '_' or removing it
    func inner() {}
    struct L {}
    let k = [1, 2].map { $0 } // warning: @9 initialization of immutable value 'k' was never used; consider replacing with assignment to '_' or removing it
    [1, 2].map { $0 + 1 } // warning: @12 result of call to 'map' is unused
    [3, 1].sorted() // warning: @12 result of call to 'sorted()' is unused
    [1].filter { $0 > 0 } // warning: @9 result of call to 'filter' is unused
    "a".uppercased() // warning: @9 result of call to 'uppercased()' is unused
    [1, 2].reduce(0, +) // warning: @12 result of call to 'reduce' is unused
    n.description // warning: @7 expression of type 'String' is unused
    n.advanced(by: 1) // warning: @7 result of call to 'advanced(by:)' is unused
}
// ---
var a = 1
let b = 2
var c = [1]
print(a)
if true {
    var d = 1 // warning: @9 initialization of variable 'd' was never used; consider replacing with assignment to '_' or removing it
    let e = 2 // warning: @9 initialization of immutable value 'e' was never used; consider replacing with assignment to '_' or removing it
    var f = 3 // warning: @9 variable 'f' was written to, but never read
    f = 4
}
for i in 0..<2 {
    var g = i // warning: @9 initialization of variable 'g' was never used; consider replacing with assignment to '_' or removing it
    let h = i // warning: @9 initialization of immutable value 'h' was never used; consider replacing with assignment to '_' or removing it
} // expect: 1
// ---
1 + 2 // warning: @3 result of operator '+' is unused
"x" // warning: @1 string literal is unused
[1, 2].map { $0 } // warning: @8 result of call to 'map' is unused
let z = 3
z // warning: @1 expression of type 'Int' is unused
z == 3 // warning: @3 result of operator '==' is unused
print("end") // expect: end
// ---
struct S { var n = 0; func m() -> Int { 1 }; mutating func k() -> Int { n += 1; return n }; static func mk() -> S { S() } }
var s = S()
s.m() // warning: @3 result of call to 'm()' is unused
s.k() // warning: @3 result of call to 'k()' is unused
S.mk() // warning: @3 result of call to 'mk()' is unused
S() // warning: @1 result of 'S' initializer is unused
s.n // warning: @3 property is accessed but result is unused
print("x") // expect: x
// ---
var d = ["a": 1]
d.removeValue(forKey: "a")
d.updateValue(2, forKey: "a")
var s: Set<Int> = [1]
s.insert(2)
s.remove(1)
var a = [1, 2, 3, 4, 5]
a.removeLast()
a.popLast() // warning: @3 result of call to 'popLast()' is unused
a.remove(at: 0)
a.dropFirst() // warning: @3 result of call to 'dropFirst' is unused
a.first // warning: @3 expression of type 'Int?' is unused
a.count // warning: @3 expression of type 'Int' is unused
a[0] // warning: @2 subscript is accessed but result is unused
print("x") // expect: x
// ---
func g(_ xs: [Int]) {
    xs.count > 2 ? print("a") : print("b")
    xs.count > 2 ? 1 : 2 // warning: @18 expression of type 'Int' is unused
    { print("x") }()
}
// ---
func g() {
    var x = 1
    let f = { x += 1 }
    f()
    var y = 1 // warning: @9 variable 'y' was never mutated; consider changing to 'let' constant
    let h = { print(y) }
    h()
    var z = 1 // warning: @9 variable 'z' was written to, but never read
    func k() { z = 2 }
    k()
}
// ---
struct P { var x = 0; mutating func go() { x += 1 } }
func g() {
    var p = P()
    p.x = 3
    var q = P()
    q.go()
    var r = P() // warning: @9 variable 'r' was never mutated; consider changing to 'let' constant
    print(r.x)
    var s = P()
    inc(&s.x)
    var t = 5
    inc(&t)
}
func inc(_ n: inout Int) { n += 1 }
// ---
func g(_ a: Int) -> Int {
    var result: Int
    if a > 0 { result = 1 } else { result = 2 }
    return result
}
func h(_ a: Int) -> Int {
    var total = 0
    for i in 0..<a { var x = i * 2; total += x } // warning: @26 variable 'x' was never mutated; consider changing to 'let' constant
    return total
}
// ---
func g(_ a: Int) {
    let x = a // warning: @9 initialization of immutable value 'x' was never used; consider replacing with assignment to '_' or removing it
    var y = a // warning: @9 variable 'y' was written to, but never read
    y = 3
    let z = { a } // warning: @9 initialization of immutable value 'z' was never used; consider replacing with assignment to '_' or removing it
    let t = (a, a)
    let (u, _) = t // warning: @10 immutable value 'u' was never used; consider replacing with '_' or removing it
    let w: Int? = nil // warning: @9 immutable value 'w' was never used; consider replacing with '_' or removing it
    var v: Int? // warning: @9 variable 'v' was never used; consider replacing with '_' or removing it
    var vv: Int? = nil // warning: @9 variable 'vv' was written to, but never read
    vv = 3
}
// ---
func g(_ a: [Any]) {
    for x in a {
        switch x {
        case let n as Int: print("int") // warning: @18 immutable value 'n' was never used; consider replacing with '_' or removing it
        case is String: print("s")
        case let (p, q) as (Int, Int): print(p) // warning: @22 immutable value 'q' was never used; consider replacing with '_' or removing it
        default: break
        }
    }
}
// ---
let opt: Int? = 3
print(opt) // warning: @7 expression implicitly coerced from 'Int?' to 'Any'
print("v: \(opt)") // warning: @13 string interpolation produces a debug description for an optional value; did you mean to make this explicit?
let any: Any = opt // warning: @16 expression implicitly coerced from 'Int?' to 'Any'
let arr: [Any] = [opt] // warning: @19 expression implicitly coerced from 'Int?' to 'Any'
print(any, arr) // expect: Optional(3) // expect: v: Optional(3) // expect: Optional(3) [Optional(3)]
// ---
let n = 3
if n == nil { print("x") } // warning: @6 comparing non-optional value of type 'Int' to 'nil' always returns false
if n is Int { print("y") } // warning: @6 'is' test is always true
let m = n as? Int // warning: @11 conditional cast from 'Int' to 'Int' always succeeds
let k = n as! Int // warning: @11 forced cast of 'Int' to same type has no effect
print(m as Any, k) // expect: y // expect: Optional(3) 3
// ---
func f() -> Int { 3 }
for _ in 0..<2 { f() } // warning: @18 result of call to 'f()' is unused
if true { f() } // warning: @11 result of call to 'f()' is unused
let c = { f() }
func g() { f() } // warning: @12 result of call to 'f()' is unused
do { f() } // warning: @6 result of call to 'f()' is unused
// ---
func f() throws -> Int { 1 }
try f() // warning: @5 result of call to 'f()' is unused
try? f() // warning: @1 result of 'try?' is unused
try! f() // warning: @6 result of call to 'f()' is unused
print("x") // expect: x
// ---
func f(_ n: Int) {
    return
    print("x") // warning: @5 expression following 'return' is treated as an argument of the 'return'
}
// ---
func f(_ n: Int) throws {
    throw E.a
    print("x") // warning: @5 code after 'throw' will never be executed
}
enum E: Error { case a }
// ---
func f(_ n: Int) {
    let y: () = print("x") // warning: @9 immutable value 'y' was never used; consider replacing with '_' or removing it
    let z = print("y") // warning: @9 constant 'z' inferred to have type '()', which may be unexpected // warning: @9 initialization of immutable value 'z' was never used; consider replacing with assignment to '_' or removing it
    var u = () // warning: @9 initialization of variable 'u' was never used; consider replacing with assignment to '_' or removing it // warning: @9 variable 'u' inferred to have type '()', which may be unexpected
}
let z = print("y") // expect: y // warning: @5 constant 'z' inferred to have type '()', which may be unexpected
// ---
extension Int { func twice() -> Int { self * 2 }; var half: Int { self / 2 } }
func f() {
    3.twice() // warning: @7 result of call to 'twice()' is unused
    3.half // warning: @7 expression of type 'Int' is unused
}
// ---
func f(_ a: Double) {
    a + 1 // warning: @7 result of operator '+' is unused
    a < 2 && a > 1 // warning: @11 result of operator '&&' is unused
    -a // warning: @5 result of operator '-' is unused
    a == a // warning: @7 result of operator '==' is unused
    a...3 // warning: @6 result of operator '...' is unused
    min(a, 2) // warning: @5 result of call to 'min' is unused
    max(1, 2) // warning: @5 result of call to 'max' is unused
    abs(a) // warning: @5 result of call to 'abs' is unused
}
// ---
struct S { var n = 0; func m() -> Int { 1 }; subscript(i: Int) -> Int { get { i } set { } }; var c: Int { 3 }; var w: Int { get { 3 } set { } }; var o: Int? = 3 }
func g(_ p: inout Int) {
    var s = S(), t = (1, 2), a = [1], d = ["a": 1]
    s // warning: @5 variable is unused
    s.n // warning: @7 property is accessed but result is unused
    s[0] // warning: @6 subscript is accessed but result is unused
    s.c // warning: @7 expression of type 'Int' is unused
    s.w // warning: @7 property is accessed but result is unused
    s.o // warning: @7 property is accessed but result is unused
    s.o! // warning: @8 property is accessed but result is unused
    t.0 // warning: @7 variable is unused
    t // warning: @5 variable is unused
    a[0] // warning: @6 subscript is accessed but result is unused
    a[0...] // warning: @6 subscript is accessed but result is unused
    a.first // warning: @7 expression of type 'Int?' is unused
    d["a"] // warning: @6 subscript is accessed but result is unused
    d["a"]! // warning: @11 subscript is accessed but result is unused
    p // warning: @5 variable is unused
    s.n += 1; t.0 += 1; a[0] += 1; d["a"] = 1
    (s.n) // warning: @8 property is accessed but result is unused
    s.n.description // warning: @9 expression of type 'String' is unused
    a.count // warning: @7 expression of type 'Int' is unused
}
// ---
func g(_ a: [Int], _ n: Int?) {
    a.map { $0 }.count // warning: @18 expression of type 'Int' is unused
    a.sorted { $0 < $1 } // warning: @7 result of call to 'sorted(by:)' is unused
    a.lazy.map { $0 } // warning: @12 result of call to 'map' is unused
    a.reversed() // warning: @7 result of call to 'reversed()' is unused
    a + a // warning: @7 result of operator '+' is unused
    n ?? 3 // warning: @7 result of operator '??' is unused
    n == nil // warning: @7 result of operator '==' is unused
    n != nil // warning: @7 result of operator '!=' is unused
    nil == n // warning: @9 result of operator '==' is unused
    n.map { $0 + 1 } // warning: @7 result of call to 'map' is unused
    a.isEmpty || n == nil // warning: @15 result of operator '||' is unused
    a.isEmpty ? 1 : 2 // warning: @15 expression of type 'Int' is unused
    !a.isEmpty // warning: @5 result of operator '!' is unused
    a == a // warning: @7 result of operator '==' is unused
    0..<3 // warning: @6 result of operator '..<' is unused
    "a" + "b" // warning: @9 result of operator '+' is unused
    "a" < "b" // warning: @9 result of operator '<' is unused
    ~3 // warning: @5 result of operator '~' is unused
    3 << 2 // warning: @7 result of operator '<<' is unused
    1 &+ 2 // warning: @7 result of operator '&+' is unused
}
func h() -> [Int] { let x = [1, 2]; x.map { $0 + 1 }; return x } // warning: @39 result of call to 'map' is unused
// ---
func run(_ body: () -> Void) { body() }
func val(_ body: () -> Int) -> Int { body() }
func f(_ n: Int) -> Int { n }
@discardableResult func q(_ n: Int) -> Int { n }
func g() {
    run { f(1) } // warning: @11 result of call to 'f' is unused
    run { f(1); f(2) } // warning: @11 result of call to 'f' is unused // warning: @17 result of call to 'f' is unused
    run { 1 + 2 } // warning: @13 result of operator '+' is unused
    run { q(1) }
    _ = val { f(1); return f(2) } // warning: @15 result of call to 'f' is unused
    [1].forEach { f($0) } // warning: @19 result of call to 'f' is unused
    [1].forEach { $0 + 1 } // warning: @22 result of operator '+' is unused
    let a: () -> Void = { f(1) } // warning: @27 result of call to 'f' is unused
    a()
    let b = { f(1); f(2) } // warning: @15 result of call to 'f' is unused // warning: @21 result of call to 'f' is unused
    _ = b
}
run { f(1) } // warning: @7 result of call to 'f' is unused
[1].forEach { f($0) } // warning: @15 result of call to 'f' is unused
// ---
func f(_ n: Int) -> Int {
    switch n {
    case 1: return 1
    default: fatalError()
    }
    print("x") // warning: @11 will never be executed
}
func g(_ n: Int) -> Int {
    if n > 1 { return 1 } else { return 2 }
    print("x") // warning: @5 will never be executed
    print("y")
}
func h() {
    while true { }
    let x = 3
    print(x)
}
func k() -> Never {
    fatalError()
    print("z") // warning: @11 will never be executed
}
func l(_ n: Int) {
    for _ in 0..<n { return; }
    do { return }
    n.description // warning: @5 will never be executed // warning: @7 expression of type 'String' is unused
}
func m(_ n: Int) throws -> Int {
    do { throw E.a } catch { return 1 }
    return 2 // warning: @5 will never be executed
}
enum E: Error { case a }
// ---
fatalError("x") // trap: x
print("y") // warning: @7 will never be executed
// ---
for i in 0..<3 { continue; print(i) } // warning: @28 code after 'continue' will never be executed
for i in 0..<3 { if i > 3 { break; print(i) } } // warning: @36 code after 'break' will never be executed
throw E.a // trap: Error raised at top level: main.E.a
print("z") // warning: @1 will never be executed
enum E: Error { case a }
// ---
protocol P {}
struct A: P {}
struct B {}
func g(_ p: P, _ a: A, _ any: Any, _ e: Error, _ o: Int?, _ xs: [Int], _ arr: [Any]) {
    print(p is A, a is P, a is B, any is Int, o is Int, xs is [Int], xs is [String], arr is [Int], 3 is Double) // warning: @21 'is' test is always true // warning: @29 cast from 'A' to unrelated type 'B' always fails // warning: @49 checking a value with optional type 'Int?' against type 'Int' succeeds whenever the value is non-nil; did you mean to use '!= nil'? // warning: @60 'is' test is always true // warning: @102 cast from literal of inferred type 'Int' to unrelated type 'Double' always fails; consider using 'as' coercion
    print(a as? P as Any, a as? B as Any, o as? Int as Any, xs as? [Any] as Any, 3 as? Double as Any) // warning: @13 conditional cast from 'A' to 'any P' always succeeds // warning: @29 cast from 'A' to unrelated type 'B' always fails // warning: @45 conditional downcast from 'Int?' to 'Int' does nothing // warning: @64 conditional cast from '[Int]' to '[Any]' always succeeds // warning: @84 cast from literal of inferred type 'Int' to unrelated type 'Double' always fails; consider using 'as' coercion
    print(a as! P, o as! Int, xs as! [Any]) // warning: @13 forced cast from 'A' to 'any P' always succeeds; did you mean to use 'as'? // warning: @22 forced cast from 'Int?' to 'Int' only unwraps optionals; did you mean to use '!'? // warning: @34 forced cast from '[Int]' to '[Any]' always succeeds; did you mean to use 'as'?
    if let q = a as? P { print(q) } // warning: @18 conditional cast from 'A' to 'any P' always succeeds
    if let q = o as? Int { print(q) } // warning: @18 conditional downcast from 'Int?' to 'Int' does nothing
    let z = 3.5 as! Int // warning: @17 cast from 'Double' to unrelated type 'Int' always fails
    let y = "a" as? Int // warning: @17 cast from 'String' to unrelated type 'Int' always fails
    print(z, y as Any)
    switch a { case is A: print(1); default: print(2) } // warning: @21 'is' test is always true
    switch p { case is P: print(1); default: print(2) } // warning: @21 'is' test is always true
    switch any { case let n as Any: print(n) } // warning: @29 'as' test is always true
    switch o { case let n as Int: print(n); default: break } // warning: @27 'as' test is always true
    for case let k as Int in xs { print(k) } // warning: @20 'as' test is always true
}
// ---
func g(_ n: Int, _ s: String, _ a: [Int]) {
    if s == nil || a != nil { print("x") } // warning: @10 comparing non-optional value of type 'String' to 'nil' always returns false // warning: @22 comparing non-optional value of type '[Int]' to 'nil' always returns true
    if nil == n { print("x") } // warning: @12 comparing non-optional value of type 'Int' to 'nil' always returns false
    let x = n ?? 3 // warning: @15 left side of nil coalescing operator '??' has non-optional type 'Int', so the right side is never used
    let y = s ?? "a" // warning: @15 left side of nil coalescing operator '??' has non-optional type 'String', so the right side is never used
    let z = n == nil ? 1 : 2 // warning: @15 comparing non-optional value of type 'Int' to 'nil' always returns false
    print(x, y, z, a.count ?? 0) // warning: @28 left side of nil coalescing operator '??' has non-optional type 'Int', so the right side is never used
    if n as Int? == nil { print("y") }
    guard s != nil else { return } // warning: @13 comparing non-optional value of type 'String' to 'nil' always returns true
    while n != nil { break } // warning: @13 comparing non-optional value of type 'Int' to 'nil' always returns true
}
// ---
func t() throws -> Int { 1 }
func n() -> Int { 1 }
func g() throws {
    let a = try n() // warning: @13 no calls to throwing functions occur within 'try' expression
    let b = try n() + t()
    let c = try? n() // warning: @13 no calls to throwing functions occur within 'try' expression
    let d = try! n() // warning: @13 no calls to throwing functions occur within 'try' expression
    _ = try [1].map { $0 } // warning: @9 no calls to throwing functions occur within 'try' expression
    _ = try [1].map { _ in try t() }
    do { print(n()) } catch { print("x") } // warning: @23 'catch' block is unreachable because no errors are thrown in 'do' block
    do { _ = try? t() } catch { print("x") } // warning: @25 'catch' block is unreachable because no errors are thrown in 'do' block
    do { print("a") } catch is E { print("x") } catch { } // warning: @23 'catch' block is unreachable because no errors are thrown in 'do' block
    do { try print(a, b, c as Any, d) } catch { print("b") } // warning: @10 no calls to throwing functions occur within 'try' expression // warning: @41 'catch' block is unreachable because no errors are thrown in 'do' block
    for _ in try [1] { } // warning: @14 no calls to throwing functions occur within 'try' expression
    if try n() > 1 { } // warning: @8 no calls to throwing functions occur within 'try' expression
    return try print("x") // warning: @12 no calls to throwing functions occur within 'try' expression
}
enum E: Error { case a }
do { print("top") } catch { print(error) } // warning: @21 'catch' block is unreachable because no errors are thrown in 'do' block
try print("q") // expect: top // expect: q // warning: @1 no calls to throwing functions occur within 'try' expression
// ---
struct S { var n = 0; mutating func up() { n += 1 }; var k: Int { get { n } set { n = newValue } }; subscript(i: Int) -> Int { get { i } set { } }; var kids: [S] = []; var f: () -> Void = {} }
func g() {
    var a = S(); a.n = 1
    var b = S(); b.up()
    var c = S(); c.k = 3
    var d = S(); d[0] = 3
    var e = S(); print(e.k) // warning: @9 variable 'e' was never mutated; consider changing to 'let' constant
    var f = [1, 2]; f.append(3)
    var h = [1, 2]; h[0] += 1
    var i = [S()]; i[0].n = 3
    var j = ["a": 1]; j["a"] = nil
    var k: Int?; k = 3 // warning: @9 variable 'k' was written to, but never read
    var l: Int? = 3; l? += 1
    var m: Int? = 3; m! += 1
    var n = (1, 2); n.0 = 3 // warning: @9 variable 'n' was written to, but never read
    var o = 3; o = o + 1
    var p = 3; (p, _) = (4, 5) // warning: @9 variable 'p' was written to, but never read
    var q = 1, r = 2; swap(&q, &r)
    var s = S(); s.f() // warning: @9 variable 's' was never mutated; consider changing to 'let' constant
    var t = 3; let u = { t += 1 }; u()
    var v = 3; defer { v = 4 } // warning: @9 variable 'v' was written to, but never read
    var w = 3; w = 4; w = 5 // warning: @9 variable 'w' was written to, but never read
    var x = 3 { didSet { print("x") } }; x = 4 // warning: @9 variable 'x' was written to, but never read
    var y: Int { 3 }
    var z: Int; if Bool.random() { z = 1 } else { z = 2 } // warning: @9 variable 'z' was written to, but never read
    var str = ""; str += "a"
    var st = "a"; st.append("b")
    var it = [1].makeIterator(); while let q = it.next() { print(q) }
    var gen = SystemRandomNumberGenerator(); print(Int.random(in: 0..<3, using: &gen))
    let lc: Int; lc = 3 // warning: @9 immutable value 'lc' was never used; consider removing it
    let ld: Int; ld = 3; print(ld)
    var le: Int; le = 3; print(le)
    var lf = 3; lf = 4; print("x") // warning: @9 variable 'lf' was written to, but never read
    var lg = [Int](); for i in 0..<3 { lg.append(i) }
    var lh = 0; for _ in 0..<3 { lh += 1 }
    var li = 0; while li < 3 { li += 1 }
    var lj = 3; _ = lj // warning: @9 variable 'lj' was never mutated; consider changing to 'let' constant
    var lk = 3; lk // warning: @9 variable 'lk' was never mutated; consider changing to 'let' constant // warning: @17 variable is unused
    var ll: [Int] = []; ll = [1] // warning: @9 variable 'll' was written to, but never read
}
// ---
var a = 1
let b = 2
func g() { let c = 3; var d = 4 } // warning: @16 initialization of immutable value 'c' was never used; consider replacing with assignment to '_' or removing it // warning: @27 initialization of variable 'd' was never used; consider replacing with assignment to '_' or removing it
let cl = { let e = 3; print("x") } // warning: @16 initialization of immutable value 'e' was never used; consider replacing with assignment to '_' or removing it
let cm = { (x: Int) -> Int in var f = x; return f } // warning: @35 variable 'f' was never mutated; consider changing to 'let' constant
struct S { var n: Int { let h = 3; return 1 }; init() { let i = 3 }; func m() { var j = 3; print(j) }; static func s() { let k = 3 }; subscript(q: Int) -> Int { let l = 3; return 1 } } // warning: @29 initialization of immutable value 'h' was never used; consider replacing with assignment to '_' or removing it // warning: @61 initialization of immutable value 'i' was never used; consider replacing with assignment to '_' or removing it // warning: @85 variable 'j' was never mutated; consider changing to 'let' constant // warning: @126 initialization of immutable value 'k' was never used; consider replacing with assignment to '_' or removing it // warning: @166 initialization of immutable value 'l' was never used; consider replacing with assignment to '_' or removing it
extension Int { func m() { let o = 3 } } // warning: @32 initialization of immutable value 'o' was never used; consider replacing with assignment to '_' or removing it
for i in 0..<2 { let p = 3 } // warning: @5 immutable value 'i' was never used; consider replacing with '_' or removing it // warning: @22 initialization of immutable value 'p' was never used; consider replacing with assignment to '_' or removing it
if let q = Optional(3) { print("x") } // warning: @8 value 'q' was defined but never used; consider replacing with boolean test
while let r = Optional(3) { break } // warning: @11 value 'r' was defined but never used; consider replacing with boolean test
guard let s = Optional(3) else { fatalError() }
switch 3 { case let t: print("x") } // warning: @21 immutable value 't' was never used; consider replacing with '_' or removing it
do { let u = 3 } catch { } // warning: @10 initialization of immutable value 'u' was never used; consider replacing with assignment to '_' or removing it // warning: @18 'catch' block is unreachable because no errors are thrown in 'do' block
if case let v? = Optional(3) { print("x") } // warning: @13 immutable value 'v' was never used; consider replacing with '_' or removing it
let (w, x) = (1, 2)
var y: Int
y = 3 // expect: x // expect: x // expect: x
// ---
func g(_ n: Int) -> Int {
    var best = 0
    var count = 0
    let limit = 3 // warning: @9 initialization of immutable value 'limit' was never used; consider replacing with assignment to '_' or removing it
    for i in 0..<n {
        let sq = i * i
        if sq > best { best = sq }
        count += 1
    }
    let label = "x" // warning: @9 initialization of immutable value 'label' was never used; consider replacing with assignment to '_' or removing it
    return best
}
struct Acc {
    private var items: [Int] = []
    mutating func add(_ n: Int) { var copy = items; copy.append(n); items = copy }
    func total() -> Int { var t = 0; items.forEach { t += $0 }; return t }
    func avg() -> Double { var t = 0; for i in items { t += i }; let c = items.count; return Double(t) } // warning: @70 initialization of immutable value 'c' was never used; consider replacing with assignment to '_' or removing it
}
func compute() -> [Int] {
    var result: [Int] = []
    var temp = [1, 2, 3] // warning: @9 variable 'temp' was never mutated; consider changing to 'let' constant
    var other = temp
    other[0] = 3
    for (i, x) in temp.enumerated() { result.append(x) } // warning: @10 immutable value 'i' was never used; consider replacing with '_' or removing it
    return result
}
func nested() {
    var x = 1
    func a() { func b() { x += 1 }; b() }
    a()
    let y = 1
    func c() -> Int { y }
    func d() { let z = 3 } // warning: @20 initialization of immutable value 'z' was never used; consider replacing with assignment to '_' or removing it
    print(c())
}
// ---
enum L { case a, b(Int), c(Bool) }
func g(_ l: L, _ o: Int?) {
    switch l {
    case .c: print(2)
    case .b: print(5)
    case .a: print(1)
    default: print(3) // warning: @5 default will never be executed
    }
    switch l {
    case .c(true), .c(false): print(2)
    case .b: print(5)
    case .a: print(1)
    default: print(3) // warning: @5 default will never be executed
    }
    switch l {
    case .c: print(2)
    case .b: print(5)
    case .a: print(1)
    case _: print(3)
    }
}
// ---
func g(_ l: Int, _ o: Int?) {
    switch l {
    case let x: print(x)
    default: print(3) // warning: @5 default will never be executed
    }
}
// ---
func g(_ l: Int, _ o: Int?) {
    switch o {
    case let x?: print(x)
    case nil: print(2)
    default: print(3) // warning: @5 default will never be executed
    }
}
