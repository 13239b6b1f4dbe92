struct GS {}; let GS = 3 // error: @19 invalid redeclaration of 'GS'
// ---
struct GS {}; typealias GS = Int // error: @25 invalid redeclaration of 'GS'
// ---
struct GS {}; func GS() {} // error: @20 invalid redeclaration of 'GS()'
// ---
enum gf {}; func gf() {} // error: @18 invalid redeclaration of 'gf()'
// ---
struct S { enum K { case a }; struct K { } } // error: @38 invalid redeclaration of 'K'
// ---
let a = 1; struct a {} // error: @19 invalid redeclaration of 'a'
// ---
final struct S {} // error: @1 'final' modifier cannot be applied to this declaration
// ---
open struct S { } // error: @1 only classes and overridable class members can be declared 'open'; use 'public'
// ---
indirect struct S {} // error: @1 'indirect' modifier cannot be applied to this declaration
// ---
func f() { extension Int { } } // error: @12 declaration is only valid at file scope
