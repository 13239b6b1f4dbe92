enum E: Error { case a }
func t() throws -> Int { 1 }
func s1(_ g: () throws -> Int) rethrows -> Int { let x = t(); return try g() + x } // error: @58 call can throw, but it is not marked with 'try' and the error is not handled; a function declared 'rethrows' may only throw if its parameter does
func s2(_ g: () throws -> Int) rethrows -> Int { do { return try g() } catch { throw error } }
func s3(_ g: () throws -> Int) rethrows -> Int { do { return try g() } catch { throw E.a } }
func s4(_ g: () throws -> Int) rethrows -> Int { do { return try t() } catch { throw E.a } } // error: @80 a function declared 'rethrows' may only throw if its parameter does
func s5(_ g: () throws -> Int) rethrows -> [Int] { try [1].map { _ in try g() } }
func s6(_ g: () throws -> Int) rethrows -> [Int] { try [1].map { _ in try t() } }
func s7(_ g: () throws -> Int) rethrows -> Int { let h = g; return try h() } // error: @72 call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does
func s8(_ g: () throws -> Int) rethrows -> Int { do { return try t() } catch { return 1 } }
func s9(_ g: () throws -> Int) rethrows -> Int { return g() } // error: @57 call can throw but is not marked with 'try'
func s10(_ g: () throws -> Int) rethrows -> Int { (try? t()) ?? 1 }
func s11(_ g: () throws -> Int) rethrows -> Int { try s5(g)[0] }
func s12(_ g: () throws -> Int) rethrows -> Int { try s11 { try g() + t() } }
func s13(_ g: () throws -> Int) rethrows -> Int { func inner() throws -> Int { try g() }; return try inner() }
func s14(_ g: () throws -> Int) rethrows -> Int { do { return try t() } catch E.a { return 1 } } // error: @67 call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does
func s15(_ g: (() throws -> Int)?) rethrows -> Int { try g?() ?? 1 }
// ---
enum E: Error { case a }
func t() throws -> Int { 1 }
func tt(_ x: Int) throws -> Int { 1 }
func s1(_ g: () throws -> Int) rethrows -> [Int] { try [1].map(tt) } // error: @56 call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does
func s2(_ g: () throws -> Int) rethrows -> Int { do { return try g() } catch { return try t() } }
func s3(_ g: () throws -> Int) rethrows -> Int { do { _ = try t(); return try g() } catch E.a { return 1 } } // error: @63 call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does
func s4(_ g: () throws -> Int) rethrows -> Int { if try g() > 1 { throw E.a }; return 1 } // error: @67 a function declared 'rethrows' may only throw if its parameter does
func s5(_ g: (Int) throws -> Int) rethrows -> Int { func loop(_ n: Int) throws -> Int { try n == 0 ? t() : loop(n - 1) }; return try loop(3) }
func s6(_ g: () throws -> Int) rethrows -> Int { let c = { try t() }; return try c() } // error: @82 call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does
func s7(_ g: () throws -> Int) rethrows -> Int { true && (try t()) > 1 ? 1 : 2 } // error: @50 call can throw, but it is not marked with 'try' and the error is not handled; a function declared 'rethrows' may only throw if its parameter does
struct S { let f: () throws -> Int
  init(_ g: () throws -> Int) rethrows { f = { 1 }; _ = try f() } // error: @61 call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does
  func m(_ g: () throws -> Int) rethrows -> Int { try s8(g) + self.n() } // error: @63 call can throw, but the error is not handled; a function declared 'rethrows' may only throw if its parameter does
  func n() throws -> Int { 1 }
  func s8(_ g: () throws -> Int) rethrows -> Int { try g() }
}
func s9(_ g: () throws -> Int) rethrows -> Int { defer { print(1) }; return try { try g() }() }
func s10(_ g: () throws -> Int) rethrows -> Int { return try { try t() }() }
func u1(_ g: () throws -> Int) rethrows -> Int { g() } // error: @50 call can throw but is not marked with 'try'
func u2(_ g: () throws -> Int) rethrows -> [Int] { [1].map { _ in try g() } } // error: @52 call can throw but is not marked with 'try'
