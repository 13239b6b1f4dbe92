func c() -> Bool { true }
func f() { let x: Int; switch c() { case true: x = 1; fallthrough; case false: x = 2 }; print(x) } // error: @82 immutable value 'x' may only be initialized once
// ---
func c() -> Bool { true }
func f() { let x: Int; for i in 0..<3 { x = i; break }; print(x) } // error: @63 constant 'x' used before being initialized
// ---
func c() -> Bool { true }
func f() { let x: Int; for i in 0..<3 { x = i }; } // error: @43 immutable value 'x' may only be initialized once
// ---
func c() -> Bool { true }
func f() { let x: Int; for i in 0..<3 { if i == 1 { x = i; continue } }; } // error: @55 immutable value 'x' may only be initialized once
// ---
func c() -> Bool { true }
func f() { let x: Int; while c() { x = 1; break }; print(x) } // error: @58 constant 'x' used before being initialized
// ---
func c() -> Bool { true }
let x: Int; while c() { x = 1; break }; print(x) // error: @47 constant 'x' used before being initialized
// ---
func c() -> Bool { true }
func f() { let x: Int; outer: for i in 0..<3 { for j in 0..<3 { if i == j { x = i; continue outer } } }; } // error: @79 immutable value 'x' may only be initialized once
// ---
func c() -> Bool { true }
struct A { let x: Int; init(_ n: Int) { for _ in 0..<n { x = n } } } // error: @60 immutable value 'self.x' may only be initialized once // error: @66 return from initializer without initializing all stored properties
// ---
func c() -> Bool { true }
func f() { var x: Int; for i in 0..<3 { x = i }; print(x) } // error: @56 variable 'x' used before being initialized
// ---
func c() -> Bool { true }
struct P { var x: Int; mutating func m() { x = 1 } }; var p = P(x: 1); let q = p.m // error: @82 cannot reference 'mutating' method as function value
// ---
func c() -> Bool { true }
struct P { var x: Int; mutating func m() { x = 1 } }; let r = P.m // error: @65 cannot reference 'mutating' method as function value
