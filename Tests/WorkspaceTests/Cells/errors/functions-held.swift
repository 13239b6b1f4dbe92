func m(_ f: () -> Int) -> () -> Int { let g = f; return g } // error: @57 converting non-escaping value to '() -> Int' may allow it to escape
// ---
func m(_ f: () -> Int) { let g: () -> Int = f; print(g()) }; m { 3 } // error: @45 using non-escaping parameter 'f' in a context expecting an '@escaping' closure
// ---
func m(_ f: () -> Int) { let g = f; let h = { g() }; print(h()) }; m { 3 } // error: @45 escaping closure captures non-escaping value
