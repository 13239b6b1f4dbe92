// engram only: Swift that cells do not have is named, with what to write in its place
struct P { var x = 1 }
let k = \P.x // error: @9 cells do not support key paths as values; use a closure instead
// ---
let k: KeyPath<String, Int> = \String.count // error: @8 cells do not support key paths as values ('KeyPath'); use a closure instead
// ---
struct P { var x = 1 }
print(P()[keyPath: \.x]) // error: @10 cells do not support access through key paths ('[keyPath:]'); use a closure instead
// ---
enum E: Error { case a }
func f() throws(E) { throw E.a } // error: @10 cells do not support typed throws ('throws(E)'); use 'throws' instead
// ---
let f: (Int) throws(Never) -> Int = { $0 } // error: @14 cells do not support typed throws ('throws(Never)'); use 'throws' instead
// ---
print(Mirror(reflecting: 3)) // error: @7 cells do not support reflection ('Mirror')
// ---
print(MemoryLayout<Int>.size) // error: @7 cells do not support pointers and raw memory ('MemoryLayout')
// ---
let now = Date() // error: @11 cells do not support this part of Foundation ('Date')
// ---
let text = JSONEncoder() // error: @12 cells do not support JSON and other encoders ('JSONEncoder')
// ---
func g(_ x: some Equatable) {} // error: @13 cells do not support an opaque type ('some'); use a generic parameter instead
// ---
enum Cause: Error { case low(Int) }
func run() throws(Cause) -> Int { throw .low(1) } // error: @12 cells do not support typed throws ('throws(Cause)'); use 'throws' instead
do { _ = try run() } catch { switch error { case .low(let n): print(n) } }
