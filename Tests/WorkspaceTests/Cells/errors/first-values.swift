func f(_ b: Bool) -> Int {
  var x: Int
  while b { x = 1; break }
  return x // error: @10 variable 'x' used before being initialized
}
// ---
func f(_ b: Bool) -> Int {
  var x: Int
  x += 1 // error: @5 variable 'x' passed by reference before being initialized
  return x
}
// ---
func f(_ b: Bool) -> Int {
  var x: [Int]
  x.append(1) // error: @5 variable 'x' used before being initialized
  return x.count
}
// ---
func f(_ b: Bool) {
  var x: Int
  func g() { print(x) }
  g() // error: @3 variable 'x' used by function definition before being initialized
}
// ---
func f(_ b: Bool) {
  var x: Int
  let g = { print(x) } // error: @11 variable 'x' captured by a closure before being initialized
  g()
}
// ---
func f() {
  let x: Int
  for i in 0..<3 { x = i } // error: @22 immutable value 'x' may only be initialized once
}
// ---
func f(_ v: inout Int) {}
func g() { var x: Int
 f(&x) } // error: @2 variable 'x' passed by reference before being initialized
// ---
func g() { let x: Int
 x += 1 } // error: @4 left side of mutating operator isn't mutable: 'x' is a 'let' constant
// ---
func g(_ b: Bool) { let x: Int
 if b { x = 1 } else { x = 2 }
 x = 3 // error: @4 immutable value 'x' may only be initialized once
 print(x) }
// ---
func g(_ b: Int) -> Int { let x: Int
 switch b { case 0: x = 1
 case 1: print(2)
 default: x = 3 }
 return x } // error: @9 constant 'x' used before being initialized
// ---
func g(_ b: Int) throws -> Int { let x: Int
 do { x = try h() } catch { print(error) }
 return x } // error: @9 constant 'x' used before being initialized
func h() throws -> Int { 1 }
// ---
var total: Int
for i in 0..<3 { total += i } // error: @24 variable 'total' passed by reference before being initialized
print(total) // error: @7 variable 'total' used before being initialized
// ---
let x: Int
if 3 > 2 { x = 1 }
print(x) // error: @7 constant 'x' used before being initialized
