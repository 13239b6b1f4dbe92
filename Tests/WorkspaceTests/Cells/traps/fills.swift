func fill(_ n: Int) -> Int {
    var a = [Int](repeating: 0, count: 5)
    for i in 2 ..< n { a[i] = 1 } // trap: Index out of range
    return a.reduce(0, +)
}
print(fill(5)) // expect: 3
print(fill(6))
// ---
func far(_ step: Int) -> Int {
    var flags = [Bool](repeating: false, count: 4)
    var i = 3
    while i <= Int.max {
        flags[i] = true // trap: Index out of range
        i += step
    }
    return flags.count
}
print(far(1))
// ---
func over() -> Int {
    var flags = [Bool](repeating: false, count: 4)
    var i = 3
    let step = Int.max
    while i <= Int.max {
        flags[i] = true
        i += step // trap: arithmetic overflow
    }
    return flags.count
}
print(over())
