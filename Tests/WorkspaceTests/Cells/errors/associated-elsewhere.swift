struct S { associatedtype T; func f() -> Int { 1 } } // error: @12 associated types can only be defined in a protocol; define a type or introduce a 'typealias' to satisfy an associated type requirement
// ---
protocol P {}
extension P { associatedtype T } // error: @15 associated types can only be defined in a protocol; define a type or introduce a 'typealias' to satisfy an associated type requirement
