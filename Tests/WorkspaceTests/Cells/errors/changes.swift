let a = 1
a = 2 // error: @1 cannot assign to value: 'a' is a 'let' constant
// ---
let a = [1]
a.append(2) // error: @3 cannot use mutating member on immutable value: 'a' is a 'let' constant
// ---
let a = [1]
a[0] = 2 // error: @2 cannot assign through subscript: 'a' is a 'let' constant
// ---
struct P { var x = 0; mutating func go() { x += 1 } }
let p = P()
p.go() // error: @3 cannot use mutating member on immutable value: 'p' is a 'let' constant
// ---
struct P { var x = 0 }
let p = P()
p.x = 3 // error: @3 cannot assign to property: 'p' is a 'let' constant
// ---
struct P { let x = 0 }
var p = P()
p.x = 3 // error: @3 cannot assign to property: 'x' is a 'let' constant
// ---
struct P { var x = 0; func go() { x += 1 } } // error: @37 left side of mutating operator isn't mutable: 'self' is immutable
// ---
struct P { var x = 0; func go() { x = 1 } } // error: @35 cannot assign to property: 'self' is immutable
// ---
struct P { var x = 0; func go() { self.x = 1 } } // error: @40 cannot assign to property: 'self' is immutable
// ---
struct P { var a = [1]; func go() { a.append(1) } } // error: @39 cannot use mutating member on immutable value: 'self' is immutable
// ---
struct P { var x = 0; mutating func go() { x += 1 }
 func run() { go() } } // error: @15 cannot use mutating member on immutable value: 'self' is immutable
// ---
func f(x: Int) { x = 2 } // error: @18 cannot assign to value: 'x' is a 'let' constant
// ---
func f(x: Int) { x += 2 } // error: @20 left side of mutating operator isn't mutable: 'x' is a 'let' constant
// ---
for i in 0..<3 { i += 1 } // error: @20 left side of mutating operator isn't mutable: 'i' is a 'let' constant
// ---
let n = 1
n += 1 // error: @3 left side of mutating operator isn't mutable: 'n' is a 'let' constant
// ---
let d = ["a": 1]
d["b"] = 2 // error: @2 cannot assign through subscript: 'd' is a 'let' constant
// ---
let p = (1, 2)
p.0 = 4 // error: @3 cannot assign to property: 'p' is a 'let' constant
// ---
func f() -> Int { } // error: @19 missing return in global function expected to return 'Int'
// ---
func f(_ x: Int) -> Int {
    if x > 0 { return 1 }
} // error: @1 missing return in global function expected to return 'Int'
// ---
func f(_ x: Int) -> Int {
    switch x { case 0: return 1
    default: print("a") }
} // error: @1 missing return in global function expected to return 'Int'
// ---
func f(_ x: Int) -> String {
    while x > 0 { return "a" }
} // error: @1 missing return in global function expected to return 'String'
// ---
var x: Int
print(x) // error: @7 variable 'x' used before being initialized
// ---
func f() {
  let x: Int
  print(x) // error: @9 constant 'x' used before being initialized
}
// ---
func f(b: Bool) {
  let x: Int
  if b { x = 1 }
  print(x) // error: @9 constant 'x' used before being initialized
}
// ---
func f(b: Bool) {
  let x: Int
  x = 1
  x = 2 // error: @5 immutable value 'x' may only be initialized once
  print(x)
}
// ---
enum E { case a, b, c }
func f(_ e: E) -> Int {
  switch e { // error: @3 switch must be exhaustive
  case .a: return 1
  case .b: return 2
  }
}
// ---
let b = true
switch b { case true: print(1) } // error: @1 switch must be exhaustive
// ---
let n = 3
switch n { // error: @1 switch must be exhaustive
case 0: print(0)
case 1...5: print(1)
}
// ---
let t = (true, false)
switch t { // error: @1 switch must be exhaustive
case (true, _): print(1)
case (_, true): print(2)
}
// ---
let s = "a"
switch s { // error: @1 switch must be exhaustive
case "a": print(1)
}
// ---
let o: Int? = 1
switch o { // error: @1 switch must be exhaustive
case .some(let x): print(x)
}
// ---
enum E: Error { case bad }
func f() throws -> Int { throw E.bad }
func g() { let x = f() } // error: @20 call can throw, but it is not marked with 'try' and the error is not handled
// ---
enum E: Error { case bad }
func f() throws -> Int { throw E.bad }
let x = f() // error: @9 call can throw but is not marked with 'try'
// ---
enum E: Error { case bad }
func f() throws -> Int { throw E.bad }
func g() -> Int { try f() } // error: @19 errors thrown from here are not handled
// ---
enum E: Error { case bad }
func f() { throw E.bad } // error: @12 error is not handled because the enclosing function is not declared 'throws'
// ---
enum E: Error { case bad, worse }
func f() throws {}
func g() {
  do { try f() } catch E.bad { print("bad") } // error: @8 errors thrown from here are not handled because the enclosing catch is not exhaustive
}
// ---
enum E: Error { case bad, worse }
func f() throws {}
do { f() } catch { print("bad") } // error: @6 call can throw but is not marked with 'try'
