// What traps where it runs, and is no constant for the compiler: nothing here runs.
func branches(_ flag: Bool) -> Int {
    var divisor = 1
    if flag { divisor = 0 } else { divisor = 0 }
    return 5 / divisor
}
func chosen() -> Int {
    let x = 3
    let divisor = x == 3 ? 0 : 1
    return 5 / divisor
}
func captured() -> Int8 {
    let n: Int8 = 100
    let sum = { n + 100 }
    return sum()
}
func changedByClosure() {
    var x: Int8 = 126
    [1].forEach { _ in x += 0 }
    x += 2
}
func changedByCall() {
    var x: Int8 = 126
    func change() { x += 0 }
    change()
    x += 2
}
func looped() {
    var k: UInt8 = 250
    for _ in 0 ..< 10 { k += 1 }
    var i = 3
    while true {
        i -= 1
        print(10 / i)
    }
}
func optional() -> Int {
    let zero: Int? = 0
    return 3 / zero!
}
func swapped() {
    var x: Int8 = 126, y: Int8 = 2
    swap(&x, &y)
    y += 2
}
func notCompiled() {
    let y = 0
    if false { print(5 / y) }
    if true { print("yes") } else { print(5 / y) }
    while false { print(5 / y) }
    print(false ? 3 / 0 : 1)
}
func unreachable() -> Int { do { return 3 } catch { print(1 / 0) } }
func certain() -> Int {
    let x = 3
    if x > 2 { return 1 }
}
notCompiled()
print(unreachable(), certain())
// expect: yes
// expect: 1
// expect: 3 1
// ---
let limit: Int8 = 127
let count = 10, none = 0
if never() { print(limit + 1, count / none) }
func never() -> Bool { false }
// ---
let start: UInt = 0
if neither() { print(start - 1) }
func neither() -> Bool { false }
