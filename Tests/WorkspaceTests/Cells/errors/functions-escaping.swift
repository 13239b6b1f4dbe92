func m(_ x: inout Int) -> () -> Int { func g() -> Int { x += 1; return x }; return g } // error: @84 escaping local function captures 'inout' parameter 'x'
// ---
struct S { var v = ["a"]; mutating func f() -> () -> Int { func g() -> Int { v.append("b"); return v.count }; return g } } // error: @118 escaping local function captures mutating 'self' parameter
// ---
func m(_ x: inout Int) { func g() { x = 1 }; let h = g; h() } // error: @54 escaping local function captures 'inout' parameter 'x'
// ---
func esc(_ f: @escaping () -> Void) {}; func m(_ x: inout Int) { func g() { x = 1 }; esc(g) } // error: @90 escaping local function captures 'inout' parameter 'x'
// ---
func m(_ f: () -> Int) -> () -> Int { func g() -> Int { f() }; return g } // error: @71 escaping local function captures non-escaping parameter 'f'
// ---
func m(_ x: inout Int) -> [() -> Void] { func g() { x += 1 }; return [g] } // error: @71 escaping local function captures 'inout' parameter 'x'
// ---
func m(_ x: inout Int) { func g() { x += 1 }; func h() { g() }; let k = h; k() } // error: @73 escaping local function captures 'inout' parameter 'x'
// ---
func m(_ x: inout Int) { func g() { x += 1 }; let k = { g() }; k() } // error: @55 escaping closure captures 'inout' parameter 'x'
// ---
func m<T>(_ x: inout T, _ y: T) -> () -> Void { func g() { x = y }; return g } // error: @76 escaping local function captures 'inout' parameter 'x'
// ---
func collect(_ p: @autoclosure () -> Int) -> () -> Int { p } // error: @58 using non-escaping parameter 'p' in a context expecting an '@escaping' closure
// ---
func keep(_ f: @autoclosure @escaping () -> Int) -> () -> Int { f }
func counted(_ x: inout Int) -> () -> Int { keep(x) } // error: @50 escaping autoclosure captures 'inout' parameter 'x'
