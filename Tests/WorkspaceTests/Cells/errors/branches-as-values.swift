let n = 5
let v = switch n { case 5: let q = n * 2; "five \(q)"; default: "other" } // error: @54 non-expression branch of 'switch' expression may only end with a 'throw' or 'fallthrough'
// ---
let n = 5
let v = if n > 3 { print("x"); 5 } else { 6 } // error: @34 non-expression branch of 'if' expression may only end with a 'throw'
// ---
let n = 5
func f() -> Int { if n > 3 { print("x"); 5 } else { 6 } } // error: @57 missing return in global function expected to return 'Int'
func g() -> Int { switch n { case 5: let a = 3; return a; default: 5 } } // error: @72 missing return in global function expected to return 'Int'
// ---
let n = 5
print(if n > 3 { 1 } else { 2 }) // error: @7 'if' may only be used as expression in return, throw, or as the source of an assignment
let x = (if n > 3 { 1 } else { 2 }) // error: @10 'if' may only be used as expression in return, throw, or as the source of an assignment
let y = 1 + if n > 3 { 1 } else { 2 } // error: @13 'if' may only be used as expression in return, throw, or as the source of an assignment
// ---
let n = 5
let s = "\(if n > 3 { 1 } else { 2 })" // error: @12 'if' may only be used as expression in return, throw, or as the source of an assignment
let t = (1, switch n { case 5: 1; default: 2 }) // error: @13 'switch' may only be used as expression in return, throw, or as the source of an assignment
// ---
let n = 5
let s = if n > 3 { } else { 2 } // error: @18 expected expression in branch of 'if' expression
let t: Int = switch n { case 5: break; default: 2 } // error: @33 cannot use 'break' to transfer control out of 'switch' expression
// ---
let n = 5
let t: Int = switch n { case 5: fallthrough; default: 2 }
let u: Int = if n > 3 { fatalError() } else { 2 }
func f() throws -> Int { struct E: Error {}; let x = if n > 3 { throw E() } else { 2 }; return x }
for i in 0..<3 { let k = if i == 1 { continue } else { i } } // error: @38 cannot use 'continue' to transfer control out of 'if' expression
// ---
let n = 5
let a: Int = if n > 3 { print("x"); fatalError() } else { 2 } // error: @50 non-expression branch of 'if' expression may only end with a 'throw'
// ---
func f(_ n: Int) -> Int { let a: Int = if n > 3 { return 1 } else { 2 }; return a } // error: @51 cannot use 'return' to transfer control out of 'if' expression
func g(_ n: Int) -> Int { let a: Int = switch n { case 1: return 1; default: 2 }; return a } // error: @59 cannot use 'return' to transfer control out of 'switch' expression
// ---
func f(_ n: Int) -> Int { let a: Int
 a = if n > 3 { let q = 2; if q > 3 { 1 } else { 2 } } else { 2 } // error: @54 non-expression branch of 'if' expression may only end with a 'throw'
 return a }
// ---
func f(_ n: Int) -> Int { return if n > 3 { let q = 2; q } else { 2 } } // error: @58 non-expression branch of 'if' expression may only end with a 'throw'
// ---
func f(_ n: Int) -> Int { let x = switch n { case 1: let s = 3 // error: @62 non-expression branch of 'switch' expression may only end with a 'throw' or 'fallthrough'
 default: 2 }; return x }
// ---
let n = 5
var k = 0
k += if n > 3 { 1 } else { 2 } // error: @6 'if' may only be used as expression in return, throw, or as the source of an assignment
k = try if n > 3 { 1 } else { 2 }
let z = if n > 3 { 1 } else { 2 } as Int
// ---
let n = 5
let a = if n > 3 { if n > 4 { print("z"); 2 } else { 3 } } else { 4 } // error: @45 non-expression branch of 'if' expression may only end with a 'throw'
let b = if n > 3 { do { 3 } } else { 4 } // error: @29 non-expression branch of 'if' expression may only end with a 'throw'
// ---
let n = 5
let b = (n > 3 ? (if n > 4 { 1 } else { 2 }) : 3) // error: @19 'if' may only be used as expression in return, throw, or as the source of an assignment
let c = [1].map { x in if x > 0 { 1 } else { 2 } }
let e = n > 3 ? 1 : if n > 2 { 2 } else { 3 } // error: @21 'if' may only be used as expression in return, throw, or as the source of an assignment
// ---
let n = 5
func f(_ x: Int) {}
f(switch n { case 5: 1; default: 2 }) // error: @3 'switch' may only be used as expression in return, throw, or as the source of an assignment
let r = if n > 3 { 1 } else { 2 } + 1 // error: @9 'if' may only be used as expression in return, throw, or as the source of an assignment
// ---
let n = 5
outer: for i in 0..<3 { let k = switch i { case 0: break outer; case 1: continue outer; default: i } } // error: @52 cannot use 'break' to transfer control out of 'switch' expression // error: @73 cannot use 'continue' to transfer control out of 'switch' expression
