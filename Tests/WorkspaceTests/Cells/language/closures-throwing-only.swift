enum E: Error { case x }
func f<T>(_ g: () throws -> T) rethrows -> T? { try? g() }
print(f { throw E.x } ?? 3) // error: @7 call can throw but is not marked with 'try'
let o: Int? = f { throw E.x } // error: @15 call can throw but is not marked with 'try'
print(o as Any, [1, 2].map { (x: Int) throws -> Int in throw E.x } .count) // error: @17 call can throw but is not marked with 'try'
// ---
enum E: Error { case x }
func f<T>(_ d: T, _ g: () throws -> T) -> T { (try? g()) ?? d }
print(f(3) { throw E.x }, f("a") { throw E.x })
print(f(1.5) { throw E.x } + 1)
// expect: 3 a
// expect: 2.5
