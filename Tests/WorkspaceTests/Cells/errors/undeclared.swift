let spectral = 1
print(spectrall) // error: @7 cannot find 'spectrall' in scope
// ---
foo() // error: @1 cannot find 'foo' in scope
// ---
let x = y + 1 // error: @9 cannot find 'y' in scope
// ---
print(spectral) // error: @7 cannot find 'spectral' in scope
// ---
let s = "abc"
s.uppercase() // error: @3 value of type 'String' has no member 'uppercase'
// ---
[1, 2].mapp { $0 } // error: @8 value of type '[Int]' has no member 'mapp'
// ---
let p: Pont = 5 // error: @8 cannot find type 'Pont' in scope
// ---
struct A { var b = 1 }
print(A().c) // error: @11 value of type 'A' has no member 'c'
// ---
enum E { case one, two }
let e: E = .three // error: @13 type 'E' has no member 'three'
// ---
Math.sqrt(2) // error: @1 cannot find 'Math' in scope
