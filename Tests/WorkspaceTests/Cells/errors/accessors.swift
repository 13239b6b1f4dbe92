struct C { var r: Double; var d: Double { get { r } nonmutating set { r = newValue } } } // error: @71 cannot assign to property: 'self' is immutable
// ---
struct D { var r: Double; var q: Double = 1 { get { r } } } // error: @43 variable with getter/setter cannot have an initial value
// ---
struct D { var r: Double; var q: Double = 1 { r } } // error: @43 variable with getter/setter cannot have an initial value
// ---
struct D { var r: Double; static var q: Double = 1 { 2 } } // error: @50 variable with getter/setter cannot have an initial value
// ---
var q: Double = 1 { get { 2 } } // error: @17 variable with getter/setter cannot have an initial value
// ---
var q = 1 { 2 } // error: @5 computed property must have an explicit type // error: @9 variable with getter/setter cannot have an initial value
// ---
func f() { var q: Double = 1 { 2 }; print(q) } // error: @28 variable with getter/setter cannot have an initial value
// ---
struct F { subscript(i: Int) -> Int { set { } } } // error: @39 subscript with a setter must also have a getter
// ---
struct G { var r = 1; var q: Int { get { r } get { r } } } // error: @46 variable already has a getter
// ---
struct G { var r = 1; var q: Int { get { r } set { } set { } } } // error: @54 variable already has a setter
// ---
struct H { var r = 1; var q: Int { get throws { r } set { r = newValue } } } // error: @53 'set' accessor is not allowed on property with 'get' accessor that is 'async' or 'throws'
// ---
struct I { var r = 1; mutating var q: Int { r } } // error: @23 'mutating' may only be used on 'func' declarations
// ---
struct I { var r = 1; nonmutating var q: Int { r } } // error: @23 'nonmutating' may only be used on 'func' declarations
// ---
struct I { mutating var q = 1 } // error: @12 'mutating' may only be used on 'func' declarations
// ---
struct I { mutating static func q() {} } // error: @12 static functions must not be declared mutating
// ---
struct I { mutating init() { } } // error: @12 'mutating' may only be used on 'func' declarations
// ---
mutating func f() { } // error: @1 'mutating' is only valid on methods
// ---
mutating var x = 1 // error: @1 'mutating' may only be used on 'func' declarations
// ---
struct S { var a: Int { let b = 2; print(b) } } // error: @45 missing return in getter expected to return 'Int'
// ---
struct S { subscript(i: Int) -> Int { print(i) } } // error: @39 cannot convert return expression of type '()' to return type 'Int'
// ---
var g: Int { print(1) } // error: @14 cannot convert return expression of type '()' to return type 'Int'
// ---
struct S { subscript(i: Int) -> Int { get { print(i) } set { } } } // error: @45 cannot convert return expression of type '()' to return type 'Int'
