func f() { var t: (Int, String); t.0 = 1; print(t) }; f() // error: @49 variable 't.1' used before being initialized
// ---
struct A { var t: (Int, String); init(_ b: Bool) { if b { t.0 = 1 }; t.1 = "a" } }; print(A(true).t) // error: @80 return from initializer without initializing all stored properties
// ---
func f() -> (Int, String) { var t: (Int, String); t.0 = 1; return t } // error: @67 variable 't.1' used before being initialized
// ---
func f() { var t: (Int, String); t.0 = 1; t.1 += "a" } // error: @47 variable 't.1' passed by reference before being initialized
// ---
func f() { var t: (Int, String); t.0 = 1; let c = { print(t) }; c() } // error: @51 variable 't.1' captured by a closure before being initialized
// ---
func f(x: inout Int...) { print(x) } // error: @11 'inout' must not be used on variadic parameters
// ---
struct Vec { var x = 0.0
  static func + (a: Vec, b: Vec) -> Vec { a }
  static func += (a: Vec, b: Vec) { a = a + b } } // error: @37 cannot assign to value: 'a' is a 'let' constant
func g() { var n = 1; n += 1; var s = 2.0; s += 1.5; print(n, s) }
// ---
var t: (Int, Int)
t.0 = 1
print(t) // error: @7 variable 't.1' used before being initialized
