var d: [String: [Int]] = [:]
d["a"].append(1) // error: @6 value of optional type '[Int]?' must be unwrapped to refer to member 'append' of wrapped base type '[Int]' // error: @8 cannot use mutating member on immutable value: 'd' is immutable
// ---
var d: [String: [Int]] = [:]
let c = d["a"].count // error: @14 value of optional type '[Int]?' must be unwrapped to refer to member 'count' of wrapped base type '[Int]'
// ---
var d: [String: [String: Int]] = [:]
d["a"]["b"] = 1 // error: @6 value of optional type '[String : Int]?' must be unwrapped to refer to member 'subscript' of wrapped base type '[String : Int]'
// ---
struct S { var a: [Int]? = nil; var t: T? = T() }
struct T { var x = 0; mutating func inc() { x += 1 }; func get() -> Int { x } }
var s = S()
s.a.append(1) // error: @5 no exact matches in call to instance method 'append'
// ---
struct S { var a: [Int]? = nil; var t: T? = T() }
struct T { var x = 0; mutating func inc() { x += 1 }; func get() -> Int { x } }
var s = S()
s.t.inc() // error: @3 value of optional type 'T?' must be unwrapped to refer to member 'inc' of wrapped base type 'T' // error: @5 cannot use mutating member on immutable value: 's' is immutable
// ---
struct S { var a: [Int]? = nil; var t: T? = T() }
struct T { var x = 0; mutating func inc() { x += 1 }; func get() -> Int { x } }
var s = S()
s.t.x = 3 // error: @3 value of optional type 'T?' must be unwrapped to refer to member 'x' of wrapped base type 'T'
// ---
var a: [Int]? = [1]
a.append(2) // error: @3 no exact matches in call to instance method 'append'
// ---
func f() -> [Int]? { nil }
print(f().count) // error: @9 value of optional type '[Int]?' must be unwrapped to refer to member 'count' of wrapped base type '[Int]'
// ---
func g(_ xs: inout [Int]?) { xs.append(1) } // error: @33 no exact matches in call to instance method 'append'
// ---
struct S { var a: [Int]? = nil; mutating func m() { a.append(1); self.a.append(2) } } // error: @55 no exact matches in call to instance method 'append' // error: @73 no exact matches in call to instance method 'append'
// ---
struct T { var x = 0; mutating func inc() { x += 1 } }
var t: T? = T()
t.inc() // error: @1 value of optional type 'T?' must be unwrapped to refer to member 'inc' of wrapped base type 'T' // error: @3 cannot use mutating member on immutable value: 't' is immutable
// ---
struct T { var x = 0; mutating func inc() { x += 1 } }
let t: T? = T()
t.inc() // error: @1 value of optional type 'T?' must be unwrapped to refer to member 'inc' of wrapped base type 'T' // error: @3 cannot use mutating member on immutable value: 't' is a 'let' constant
// ---
struct T { var x = 0; mutating func inc() { x += 1 } }
struct S { var t: T? = T(); mutating func go() { self.t.inc() } ; mutating func go2() { t.inc() } } // error: @55 value of optional type 'T?' must be unwrapped to refer to member 'inc' of wrapped base type 'T' // error: @57 cannot use mutating member on immutable value: 'self' is immutable // error: @89 value of optional type 'T?' must be unwrapped to refer to member 'inc' of wrapped base type 'T' // error: @91 cannot use mutating member on immutable value: 'self' is immutable
// ---
var a: [T?] = []
struct T { var x = 0; mutating func inc() { x += 1 } }
a[0].inc() // error: @4 value of optional type 'T?' must be unwrapped to refer to member 'inc' of wrapped base type 'T' // error: @6 cannot use mutating member on immutable value: 'a' is immutable
// ---
var a: [[Int]?] = []
a[0].append(1) // error: @4 value of optional type '[Int]?' must be unwrapped to refer to member 'append' of wrapped base type '[Int]' // error: @6 cannot use mutating member on immutable value: 'a' is immutable
// ---
var a: [Int]? = nil
a.sort() // error: @1 value of optional type '[Int]?' must be unwrapped to refer to member 'sort' of wrapped base type '[Int]' // error: @3 cannot use mutating member on immutable value: 'a' is immutable
a.removeAll() // error: @3 no exact matches in call to instance method 'removeAll'
a.insert(1, at: 0) // error: @3 no exact matches in call to instance method 'insert'
// ---
var a: [Int]? = nil
a.removeLast() // error: @1 value of optional type '[Int]?' must be unwrapped to refer to member 'removeLast' of wrapped base type '[Int]' // error: @3 cannot use mutating member on immutable value: 'a' is immutable
// ---
var a: [Int]? = nil
a.reverse() // error: @1 value of optional type '[Int]?' must be unwrapped to refer to member 'reverse' of wrapped base type '[Int]' // error: @3 cannot use mutating member on immutable value: 'a' is immutable
// ---
var s: String? = nil
s.append("x") // error: @1 value of optional type 'String?' must be unwrapped to refer to member 'append' of wrapped base type 'String' // error: @3 cannot use mutating member on immutable value: 's' is immutable
// ---
var s: Set<Int>? = nil
s.insert(1) // error: @1 value of optional type 'Set<Int>?' must be unwrapped to refer to member 'insert' of wrapped base type 'Set<Int>' // error: @3 cannot use mutating member on immutable value: 's' is immutable
// ---
var d: [String: Set<Int>] = [:]
d["x"].insert(1) // error: @6 value of optional type 'Set<Int>?' must be unwrapped to refer to member 'insert' of wrapped base type 'Set<Int>' // error: @8 cannot use mutating member on immutable value: 'd' is immutable
// ---
let o: [Int]? = nil
for x in o { print(x) } // error: @10 for-in loop requires '[Int]?' to conform to 'Sequence'; did you mean to unwrap optional?
print(o.map { $0 }.count) // error: @18 value of optional type '[Int]?' must be unwrapped to refer to member 'count' of wrapped base type '[Int]'
