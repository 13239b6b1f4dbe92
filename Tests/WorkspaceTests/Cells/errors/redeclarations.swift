func f(x: Int) {}
func f(x: Int) {} // error: @6 invalid redeclaration of 'f(x:)'
// ---
func f(x: Int) -> Int { 1 }
func f(x: Int) -> Int { 2 } // error: @6 invalid redeclaration of 'f(x:)'
print(f(x: 1))
// ---
struct A {}
struct A {} // error: @8 invalid redeclaration of 'A'
// ---
struct A { var x = 1; var x = 2 } // error: @27 invalid redeclaration of 'x'
// ---
struct A { func f() {}; func f() {} } // error: @30 invalid redeclaration of 'f()'
// ---
struct A { var f = 1; func f() {} } // error: @28 invalid redeclaration of 'f()'
// ---
enum E { case a, a } // error: @18 invalid redeclaration of 'a'
// ---
enum E { case a; static let a = 1 } // error: @29 invalid redeclaration of 'a'
// ---
func f(a: Int, a: Int) {} // error: @16 invalid redeclaration of 'a'
// ---
func f(_ a: Int, b a: Int) {} // error: @20 invalid redeclaration of 'a'
// ---
let x = 1
let x = 2 // error: @5 invalid redeclaration of 'x'
// ---
func f() { let x = 1; let x = 2; print(x) } // error: @27 invalid redeclaration of 'x'
// ---
func f(x: Int) { var y = 2; var y = 3; print(x, y) } // error: @33 invalid redeclaration of 'y'
// ---
let f = 1
func f() {} // error: @6 invalid redeclaration of 'f()'
// ---
struct S { init(a: Int) {}; init(a: Int) {} } // error: @29 invalid redeclaration of 'init(a:)'
// ---
struct S { var x: Int { 1 }; var x: Int { 2 } } // error: @34 invalid redeclaration of 'x'
// ---
struct S { subscript(i: Int) -> Int { 1 }; subscript(j: Int) -> Int { 2 } } // error: @44 invalid redeclaration of 'subscript(_:)'
// ---
protocol P { func f(); func f() } // error: @29 invalid redeclaration of 'f()'
// ---
struct S: P {} // error: @11 cannot find type 'P' in scope
// ---
extension Foo { func f() {} } // error: @11 cannot find type 'Foo' in scope
// ---
func f(x: Foo) {} // error: @11 cannot find type 'Foo' in scope
// ---
let x: Foo = 1 // error: @8 cannot find type 'Foo' in scope
// ---
func f() { print(x); let x = 1 } // error: @18 use of local variable 'x' before its declaration
// ---
func f() { let y = x + 1; let x = 1; print(x, y) } // error: @20 use of local variable 'x' before its declaration
// ---
break // error: @1 'break' is only allowed inside a loop, if, do, or switch
// ---
continue // error: @1 'continue' is only allowed inside a loop
// ---
return // error: @1 return invalid outside of a func
// ---
func f() { break } // error: @12 'break' is only allowed inside a loop, if, do, or switch
// ---
if true { break } // error: @11 unlabeled 'break' is only allowed inside a loop or switch, a labeled break is required to exit an if or do
// ---
func f() { continue } // error: @12 'continue' is only allowed inside a loop
// ---
outer: for i in 0..<3 { for j in 0..<3 { break inner } } // error: @48 cannot find label 'inner' in scope
// ---
for i in 0..<3 { continue foo } // error: @27 cannot find label 'foo' in scope
// ---
func f() { return 1 } // error: @19 unexpected non-void return value in void function
// ---
func f() -> Int { return } // error: @19 non-void function should return a value
// ---
struct S { private var x = 1 }
print(S().x) // error: @11 'x' is inaccessible due to 'private' protection level
// ---
struct S { private func f() {} }
S().f() // error: @5 'f' is inaccessible due to 'private' protection level
// ---
struct S { fileprivate var x = 1; private(set) var y = 2 }
var s = S()
s.y = 3 // error: @3 cannot assign to property: 'y' setter is inaccessible
// ---
struct S { private let x: Int }
let s = S(x: 1) // error: @9 'S' initializer is inaccessible due to 'private' protection level
// ---
struct S { private init() {} }
let s = S() // error: @9 'S' initializer is inaccessible due to 'private' protection level
// ---
struct S { private static let k = 3 }
print(S.k) // error: @9 'k' is inaccessible due to 'private' protection level
