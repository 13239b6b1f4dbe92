func makeCounter() -> () -> Int {
    var n = 0
    func bump(_ x: inout Int) {
        x += 1
        print(n) // trap: Simultaneous accesses, but modification requires exclusive access.
    }
    return {
        bump(&n)
        return n
    }
}
let counter = makeCounter()
print("go") // expect: go
print(counter())
// ---
func grow() {
    var values = [1, 2, 3]
    let more = { values.append(4) } // trap: Simultaneous accesses, but modification requires exclusive access.
    func with(_ list: inout [Int], _ body: () -> Void) {
        list[0] = 9
        body()
    }
    with(&values, { print("first") }) // expect: first
    with(&values, more)
}
grow()
// ---
struct Meter {
    var n = 0
    mutating func each(_ body: () -> Void) {
        n += 1
        body()
    }
}
func measure() {
    var meter = Meter()
    let show = { print(meter.n) } // trap: Simultaneous accesses, but modification requires exclusive access.
    meter.n = 5
    show() // expect: 5
    meter.each(show)
}
measure()
// ---
func size() {
    var table = ["a": 1]
    let count = { table.count } // trap: Simultaneous accesses, but modification requires exclusive access.
    func touch(_ value: inout Int, _ body: () -> Int) { value = body() }
    touch(&table["a", default: 0]) { 5 }
    print(table["a"]!, count()) // expect: 5 1
    touch(&table["b", default: 0], count)
}
size()
// ---
enum Refusal: Error { case negative }
func recover() {
    var total = 0
    let read = { total }
    func add(_ n: Int, to sum: inout Int) throws {
        if n < 0 { throw Refusal.negative }
        sum += n
        if n > 5 { print(total) } // trap: Simultaneous accesses, but modification requires exclusive access.
    }
    do { try add(-1, to: &total) } catch { print(error) } // expect: negative
    try? add(2, to: &total)
    print(read()) // expect: 2
    try! add(6, to: &total)
}
recover()
// ---
struct Pair { var x = 1, y = 2 }
func exchange() {
    var pair = Pair()
    let list = [1, 2].map { $0 + pair.x }
    func both(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }
    both(&pair.x, &pair.y)
    print(pair, list) // expect: Pair(x: 2, y: 1) [2, 3]
}
exchange()
func remainder(_ a: Int, _ b: Int) -> Int { a % b } // trap: Division results in an overflow in remainder operation
print(remainder(7, -1)) // expect: 0
print(remainder(Int.min, -1))
