func products() -> [UInt8] { [UInt8(84) &- UInt8(58) - (44 as UInt8)] } // error: @54 arithmetic operation '26 - 44' (on type 'UInt8') results in an overflow
// ---
func branches() -> Int8 { (true ? Int8(99) : (-39 as Int8)) - Int8(-115) } // error: @61 arithmetic operation '99 - -115' (on type 'Int8') results in an overflow
// ---
func halves() -> Int8 { Int8(100) / 2 * 4 } // error: @39 arithmetic operation '50 * 4' (on type 'Int8') results in an overflow
// ---
func rests() -> UInt8 { UInt8(200) % 7 - 5 } // error: @40 arithmetic operation '4 - 5' (on type 'UInt8') results in an overflow
// ---
func wraps() -> UInt8 { UInt8(200) &+ 100 - 45 } // error: @43 arithmetic operation '44 - 45' (on type 'UInt8') results in an overflow
// ---
struct Watched {
    var x = 1 { didSet { print(x) } }
    var y = 2
    var z = 3
    mutating func turn() {
        swap(&x, &y) // error: @14 overlapping accesses to 'self', but modification requires exclusive access; consider copying to a local variable
    }
}
// ---
struct Calm {
    var x = 1
    var y = 2
    var z = 3 { didSet { print(z) } }
    mutating func turn() { swap(&x, &y); z += 1 }
}
func change(_ x: inout Int, _ y: inout Int) { x += 1; y += 1 }
func changes() {
    var calm = Calm()
    change(&calm.x, &calm.y)
    change(&calm.x, &calm.z) // error: @12 overlapping accesses to 'calm.x', but modification requires exclusive access; consider copying to a local variable
}
// ---
struct Pairs { var pair = (1, 2), other = 3 }
func narrow(_ x: inout Int, _ y: inout (Int, Int)) {}
func wide(_ y: inout (Int, Int), _ x: inout Int) {}
func pairs() {
    var p = Pairs()
    narrow(&p.pair.0, &p.pair) // error: @12 overlapping accesses to 'p.pair.0', but modification requires exclusive access; consider copying to a local variable
    wide(&p.pair, &p.pair.0) // error: @10 overlapping accesses to 'p.pair', but modification requires exclusive access; consider copying to a local variable
}
