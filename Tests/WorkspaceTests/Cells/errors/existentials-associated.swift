protocol P { associatedtype T; func f() -> T; var v: T { get }; func g(_ t: T) }
struct X: P { func f() -> Int { 4 } ; var v: Int { 7 }; func g(_ t: Int) {} }
let xs: [any P] = [X()]
let r = xs[0].f() + 1 // error: @15 cannot convert value of type 'Any' to expected argument type 'Int'
let s = xs[0].v + 1 // error: @15 cannot convert value of type 'Any' to expected argument type 'Int'
xs[0].g(3) // error: @3 member 'g' cannot be used on value of type 'any P'; consider using a generic constraint instead
let t: Int = xs[0].f() // error: @20 cannot convert value of type 'Any' to specified type 'Int'
// ---
protocol P { func same(_ o: Self) -> Bool; var me: Self { get } }
struct X: P { func same(_ o: X) -> Bool { true }; var me: X { self } }
let xs: [any P] = [X()]
print(xs[0].same(xs[0])) // error: @9 member 'same' cannot be used on value of type 'any P'; consider using a generic constraint instead
let y = xs[0].me
