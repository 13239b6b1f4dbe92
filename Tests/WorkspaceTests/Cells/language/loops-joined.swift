// What the machine does in one instruction does what its parts would do.

func iota(_ n: Int) -> [Int] {
    var a = [Int](repeating: 0, count: n)
    for i in 0 ..< n { a[i] = i }
    return a
}
print(iota(5))

func strided(_ n: Int, by step: Int) -> [Int] {
    var a = [Int](repeating: 0, count: n)
    for i in stride(from: 1, to: n, by: step) { a[i] = step }
    for i in stride(from: n - 1, through: 0, by: -step) { a[i] += 10 }
    return a
}
print(strided(9, by: 2), strided(7, by: 3), strided(2, by: 5))

func doubles(_ n: Int, _ x: Double) -> [Double] {
    var a = [Double](repeating: 0, count: n)
    for i in 1 ... 3 { a[i] = x }
    return a
}
print(doubles(5, 2.5))
// expect: [0, 1, 2, 3, 4]
// expect: [10, 2, 10, 2, 10, 2, 10, 2, 10] [10, 3, 0, 10, 3, 0, 10] [0, 15]
// expect: [0.0, 2.5, 2.5, 2.5, 0.0]
// ---
func first(_ flags: [Bool], from start: Int) -> [Int] {
    var found: [Int] = []
    for i in start ..< flags.count where flags[i] { found.append(i) }
    for i in start ..< flags.count {
        if !flags[i] { found.append(-i) }
    }
    for i in 0 ... flags.count - 1 where flags[i] { found.append(100 + i) }
    return found
}
print(first([true, false, false, true, true, false], from: 1))
print(first([false], from: 1), first([true], from: 0))
func count(_ flags: [Bool]) -> Int {
    var n = 0
    for i in flags.indices where flags[i] { n += i }
    return n
}
print(count([]), count([false, false]), count([Bool](repeating: false, count: 1000) + [true]))
// expect: [3, 4, -1, -2, -5, 100, 103, 104]
// expect: [] [0, 100]
// expect: 0 0 1000
// ---
func table(_ n: Int) -> [[Int]] {
    var t = [[Int]](repeating: [Int](repeating: 0, count: n), count: n)
    for i in 0 ..< n { for j in 0 ..< n { t[i][j] = i * n + j } }
    return t
}
print(table(3))
var grid = table(2)
let before = grid
grid[1][0] = 9
print(grid, before)
// Rows that are one array until one of them is changed.
let row = [1, 2, 3]
var rows = [row, row]
rows[0][2] = 7
rows[1][0] = 8
print(rows, row)
func marked(_ flags: [[Bool]]) -> [[Bool]] {
    var flags = flags
    for i in 0 ..< flags.count { for j in 0 ..< flags[i].count { flags[i][j] = !flags[i][j] } }
    return flags
}
let flags = [[true, false], [false], []]
print(marked(flags), flags)
func halves(_ x: [[Double]]) -> [[Double]] {
    var x = x
    for i in x.indices { for j in x[i].indices { x[i][j] = x[i][j] / 2 } }
    return x
}
let numbers = [[1.0, 2], [3]]
print(halves(numbers), numbers)
// expect: [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
// expect: [[0, 1], [9, 3]] [[0, 1], [2, 3]]
// expect: [[1, 2, 7], [8, 2, 3]] [1, 2, 3]
// expect: [[false, true], [true], []] [[true, false], [false], []]
// expect: [[0.5, 1.0], [1.5]] [[1.0, 2.0], [3.0]]
// ---
func combine(_ a: Int, _ b: Int, _ c: Int) -> [Int] {
    let first = a * b + c
    let second = c + a * b
    let third = a * 31 + c * 17
    let fourth = a * -7 + 1000
    let fifth = a * b + a * c
    var sixth = a * 3
    sixth = sixth + sixth
    let seventh = (a * 5 - 2) * 300 + 7
    return [first, second, third, fourth, fifth, sixth, seventh]
}
print(combine(2, 3, 4), combine(-5, 7, 0))
func kept(_ a: Int) -> (Int, Int) {
    let product = a * 3
    let sum = product + 4
    return (product, sum)
}
print(kept(5))
let small: Int8 = 11
print(small * 3 + 2, UInt8(3) * 4 + UInt8(small))
print(min(3, 1, 2), max(2.5, 1, 7), min("b", "c", "a"), min(4, 3, 2, 1), max(1, 2), abs(-3), abs(2.5 - 4))
func least(_ a: Int, _ b: Int, _ c: Int) -> Int { min(a + 1, b + 1, c + (a == b ? 0 : 1)) }
print(least(3, 3, 5), least(4, 2, 0))
var calls = 0
func next() -> Int { calls += 1; return calls }
print(min(next(), next()), max(next(), next(), next()), calls)
// expect: [10, 10, 130, 986, 14, 12, 2407] [-35, -35, -155, 1035, -35, -30, -8093]
// expect: (15, 19)
// expect: 35 23
// expect: 1 7.0 a 1 2 3 1.5
// expect: 4 1
// expect: 1 5 5
