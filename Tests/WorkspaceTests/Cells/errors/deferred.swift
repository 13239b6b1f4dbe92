func g(_ b: Bool) {
    let c: Int
    defer { print(c) } // error: @5 constant 'c' used before being initialized
    if b { return }
    c = 1
}
func h(_ f: () throws -> Void) rethrows {
    let c: Int
    defer { print(c) } // error: @5 constant 'c' used before being initialized
    try f()
    c = 1
}
func k() {
    var c: Int
    defer { print(c) } // error: @5 variable 'c' passed by reference before being initialized
}
func l() {
    for i in 0 ..< 3 {
        let c: Int
        defer { print(c) } // error: @9 constant 'c' used before being initialized
        if i == 1 { continue }
        c = i
    }
}
