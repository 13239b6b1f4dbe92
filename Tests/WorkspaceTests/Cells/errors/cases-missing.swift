enum E { case a(Int), b, c }
func f(_ e: E) { switch e { case .a: break }; let x: Int = "s" } // error: @18 switch must be exhaustive // error: @60 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) { let x: Int = "s"; switch e { case .a: break } } // error: @31 cannot convert value of type 'String' to specified type 'Int' // error: @36 switch must be exhaustive
// ---
enum E { case a(Int), b, c }
func f(_ e: E) { switch e { case .a: let x: Int = "s" } } // error: @18 switch must be exhaustive // error: @51 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) { switch e { case .a(let y) where y > 1.5: break; case .b: break } } // error: @52 binary operator '>' cannot be applied to operands of type 'Int' and 'Double'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) { switch e { case .a: break }; func g() { let x: Int = "s" } } // error: @18 switch must be exhaustive // error: @71 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) { switch e { case .a: break } } // error: @18 switch must be exhaustive
func h() { let x: Int = "s" } // error: @25 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
let e = E.b
switch e { case .a: break } // error: @1 switch must be exhaustive
let x: Int = "s" // error: @14 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
let e = E.b
switch e { case .a: let x: Int = "s" } // error: @1 switch must be exhaustive // error: @34 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
let e = E.b
if true { let x: Int = "s"; switch e { case .a: break } } // error: @24 cannot convert value of type 'String' to specified type 'Int' // error: @29 switch must be exhaustive
// ---
enum E { case a(Int), b, c }
let k = [E.b].map { e in switch e { case .a: return 1 } } // error: @26 switch must be exhaustive
let x: Int = "s" // error: @14 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) -> Int { let k = [e].map { e in switch e { case .a: return 1 } }; let x: Int = "s"; return 1 } // error: @48 switch must be exhaustive // error: @95 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) -> Int { let k: Int = switch e { case .a: 1 }; let x: Int = "s"; return k } // error: @38 switch must be exhaustive // error: @76 cannot convert value of type 'String' to specified type 'Int'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) -> Int { switch e { case .a: return "s" } } // error: @25 switch must be exhaustive // error: @52 cannot convert return expression of type 'String' to return type 'Int'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) -> Int { switch e { case .a: return 1; case .d: return 2 } } // error: @61 type 'E' has no member 'd'
// ---
enum E { case a(Int), b, c }
func f(_ e: E) -> Int { switch e { case .a: return 1 }; undefined() } // error: @25 switch must be exhaustive // error: @57 cannot find 'undefined' in scope
