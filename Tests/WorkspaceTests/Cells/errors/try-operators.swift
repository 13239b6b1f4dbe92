// What the right side of && throws the operator throws.
func failing() throws -> Bool { true }
func counting() throws -> Int? { 1 }
func asks(_ a: Bool, _ n: Int?) throws {
    _ = a && (try failing()) // error: @11 operator can throw but expression is not marked with 'try'
    _ = try a && failing()
    _ = a || (try failing()) || a // error: @11 operator can throw but expression is not marked with 'try'
    let x = n ?? (try counting()) ?? 3 // error: @15 operator can throw but expression is not marked with 'try'
    let y = n ?? (try! counting()) ?? 3
    let z = a && ((try? failing()) ?? false)
    _ = (try failing()) && a
    print(x, y, z)
    while a && (try failing()) { break } // error: @13 operator can throw but expression is not marked with 'try'
    _ = try a && (try failing())
}
// ---
func failing() throws -> Bool { true }
func quiet(_ a: Bool) {
    _ = a && (try failing()) // error: @9 call can throw, but it is not marked with 'try' and the error is not handled
}
// ---
func number() throws -> Int { 3 }
func add() throws -> Int {
    var sum = 1
    sum += try number()
    let more = 1 + (try number())
    let all = try 1 + number()
    let forced = 1 + try! number() // error: @22 'try!' cannot appear to the right of a non-assignment operator
    return sum + more + all + forced * try number() // error: @40 'try' cannot appear to the right of a non-assignment operator
}
