struct S { var x: Int; var y: Int; init(_ v: Int) { y = x + v; x = 1 } } // error: @57 'self' used before all stored properties are initialized
// ---
struct S { let x: Int; var y: Int; init(_ v: Int) { y = x; x = 1 } } // error: @55 'self' used before all stored properties are initialized
// ---
struct S { var x: Int; var y: Int; init(_ v: Int) { self.y = self.x; x = 1 } } // error: @60 'self' used before all stored properties are initialized
// ---
struct S { var x: Int; var y: Int
  init(_ v: Int) { x = v
    helper() // error: @5 'self' used before all stored properties are initialized
    y = 2 }
  func helper() {} }
// ---
struct S { var x: Int; var y: Int
  init(_ v: Int) { x = v
    self.helper() // error: @10 'self' used before all stored properties are initialized
    y = 2 }
  mutating func helper() {} }
// ---
struct S { var x: Int
  init(_ v: Int) { x = v }
  init() { print(1) } } // error: @21 return from initializer without initializing all stored properties
// ---
struct S { var x: Int
  init(_ v: Int) { x = v }
  init() { x = 2; self.init(3) } } // error: @14 'self' used before 'self.init' call or assignment to 'self'
// ---
struct S { var x: Int
  init(_ v: Int) { x = v }
  init(b: Bool) { if b { self.init(3) } } } // error: @41 'self.init' isn't called on all paths before returning from initializer
// ---
struct S { var x: Int
  init(_ v: Int) { x = v }
  init(b: Bool) { print(x) // error: @25 'self' used before 'self.init' call or assignment to 'self'
   self.init(3) } }
// ---
enum E { case a, b
 init(_ x: Int) { if x > 1 { self = .a } } } // error: @42 'self.init' isn't called on all paths before returning from initializer
// ---
enum E { case a, b
 init(_ x: Int) { } } // error: @19 'self.init' isn't called on all paths before returning from initializer
// ---
struct S { var x: Int; var y: [Int]
 init?(_ v: Int) { if v < 0 { return nil }
  x = v
  if v > 3 { return } // error: @14 return from initializer without initializing all stored properties
  y = [] } }
// ---
struct S { var x: Int; var y: [Int]
 init(_ v: Int) { x = v
  y.append(3) } } // error: @5 variable 'self.y' used before being initialized
// ---
struct S { var x: Int; var y: Int
 init(_ v: Int) { x += v // error: @21 variable 'self.x' passed by reference before being initialized
  y = 1 } }
// ---
struct S { let x: Int
 init(_ v: Int) { for i in 0..<v { x = i } } } // error: @38 immutable value 'self.x' may only be initialized once // error: @44 return from initializer without initializing all stored properties
// ---
struct S { let x: Int
 init(_ v: Int) { for i in 0..<v { x = i } // error: @38 immutable value 'self.x' may only be initialized once
  x = 2 } } // error: @5 immutable value 'self.x' may only be initialized once
// ---
struct S { let x: Int; var y = 0
 mutating func f() { x = 3 } } // error: @22 cannot assign to property: 'x' is a 'let' constant
// ---
struct S { var x: Int; var d: Double { Double(x) }
 init() { let q = d // error: @19 'self' used before all stored properties are initialized
 x = Int(q) } }
// ---
struct S { var x: Int
 init(_ v: Int) { switch v { case 0: x = 1
   case 1: x = 2
   default: break } } } // error: @21 return from initializer without initializing all stored properties
// ---
struct S { var x: Int
 init(_ v: Int) { guard v > 0 else { return } // error: @38 return from initializer without initializing all stored properties
   x = v } }
// ---
struct In { var a = 1 }
struct S { var t: In
 init() { t.a = 1 } } // error: @15 struct 'self.t' must be completely initialized before a member is stored to
// ---
struct S { var x: Int, y: Int
 init(a: Int) { self.x = a; self.y = a }
 init() { self = S(a: 3) }
 init(q: Bool) { if q { self = S(a: 3) } } } // error: @42 return from initializer without initializing all stored properties
// ---
func f(_ b: Bool) -> Int {
  var x: Int
  if b { x = 1 }
  return x // error: @10 variable 'x' used before being initialized
}
