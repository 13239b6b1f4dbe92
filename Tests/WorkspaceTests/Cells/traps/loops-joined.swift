func wide(_ a: [[Double]], _ i: Int, _ j: Int) -> [[Double]] {
    var a = a
    a[i][j] = 1 // trap: Index out of range
    return a
}
print(wide([[0, 0], [0]], 0, 1))
// expect: [[0.0, 1.0], [0.0]]
print(wide([[0, 0], [0]], 2, 0))
// ---
func mark(_ flags: [[Bool]], _ j: Int) -> [[Bool]] {
    var flags = flags
    flags[0][j] = true // trap: Index out of range
    return flags
}
print(mark([[false]], 0))
// expect: [[true]]
print(mark([[false]], -1))
// ---
func seek(_ flags: [Bool], _ n: Int) -> Int {
    for i in 0 ..< n where flags[i] { return i } // trap: Index out of range
    return -1
}
print(seek([false, true], 5), seek([false], 1))
// expect: 1 -1
print(seek([false, false], 3))
// ---
func fill(_ n: Int) -> [Int] {
    var a = [1, 2, 3]
    for i in 0 ..< n { a[i] = 0 } // trap: Index out of range
    return a
}
print(fill(2), fill(3))
// expect: [0, 0, 3] [0, 0, 0]
print(fill(4))
// ---
func formula(_ a: Int, _ b: Int, _ c: Int) -> Int { a * b + c } // trap: arithmetic overflow
print(formula(3_037_000_499, 3_037_000_499, 5))
// expect: 9223372030926249006
print(formula(3_037_000_500, 3_037_000_500, 5))
// ---
func scaled(_ a: Int, _ c: Int) -> Int { a * 2 + c } // trap: arithmetic overflow
print(scaled(Int.max / 2, 1))
// expect: 9223372036854775807
print(scaled(Int.max / 2, 2))
// ---
func shifted(_ a: Int) -> Int { a * 100 + 99 } // trap: arithmetic overflow
print(shifted(92233720368547757))
// expect: 9223372036854775799
print(shifted(92233720368547758))
// ---
func size(_ x: Int8) -> Int8 { abs(x) } // trap: arithmetic overflow
print(size(-127))
// expect: 127
print(size(-128))
