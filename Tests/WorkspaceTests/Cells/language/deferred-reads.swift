func read() {
    let c: Int
    defer { print("c is", c) }
    c = 1
}
read()
struct Probe {
    let x: Int
    init(_ n: Int) {
        defer { print("x is", x) }
        x = n
    }
}
print(Probe(3))
func find(_ wanted: Int) -> Bool {
    for i in 0 ..< 3 {
        let square: Int
        defer { print(i, square) }
        square = i * i
        if square == wanted { return true }
    }
    return false
}
print(find(1))
// expect: c is 1
// expect: x is 3
// expect: Probe(x: 3)
// expect: 0 0
// expect: 1 1
// expect: true
