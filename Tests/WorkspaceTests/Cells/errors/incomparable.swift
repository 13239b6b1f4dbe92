enum State { case idle, run(Int) }; let a = State.idle; if a == .idle { print(1) } // error: @62 binary operator '==' cannot be applied to two 'State' operands
// ---
struct T { var s: State }; enum State { case idle, run(Int) }; let t = T(s: .idle); if t.s == .idle { } // error: @92 binary operator '==' cannot be applied to two 'State' operands
