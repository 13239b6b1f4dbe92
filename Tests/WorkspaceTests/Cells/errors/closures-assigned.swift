struct H { var on: ((Int) -> Int)? }
var h = H()
h.off = { 3 } // error: @3 value of type 'H' has no member 'off'
// ---
let f: [() -> Int] = [{ 1 }]
f[0] = { 2 } // error: @2 cannot assign through subscript: 'f' is a 'let' constant
// ---
var s: (Int) -> String = { "\($0)" }
s = { $0 + 1 } // error: @10 cannot convert value of type 'Int' to closure result type 'String'
// ---
func f<T>(_ t: T) -> Int { switch t { case let i as Int: return i // error: @28 switch must be exhaustive
    case let s as String: return s } } // error: @34 cannot convert return expression of type 'String' to return type 'Int'
print(f(3))
