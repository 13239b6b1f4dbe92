// Observers everywhere
var total = 0 { didSet { print("total", oldValue, "->", total) } willSet { print("will", newValue) } }
total = 3
total += 4
func f() {
    var local = 1 { willSet(next) { print("next", next, "now", local) } didSet(old) { print("was", old) } }
    local *= 10
    local = local + 1
    let g = { local -= 1 }
    g()
    print(local)
}
f()
var arr = [1, 2, 3] { didSet { print(arr.count) } }
arr.append(4)
arr[0] = 9
arr.removeLast()
func bump(_ x: inout Int) { x += 1; x += 1 }
bump(&total)
struct Counter {
    var steps: Int = 0 {
        willSet { print("About to set to \(newValue)") }
        didSet { if steps > oldValue { print("Added \(steps - oldValue)") } }
    }
    var clamped: Double = 0 { didSet { if clamped > 1 { clamped = 1 } } }
    init(steps: Int) { self.steps = steps }
    mutating func go() { steps += 5; clamped = 7 }
}
var c = Counter(steps: 2)
c.steps = 10
c.go()
print(c.clamped, c.steps)
var opt: Int? = nil { didSet { print(oldValue as Any, opt as Any) } }
opt = 5
opt? += 2
opt = nil
var tup: (a: Int, b: Int) = (1, 2) { didSet { print(oldValue, tup) } }
tup.a = 5
tup.b = 9
// expect: will 3
// expect: total 0 -> 3
// expect: will 7
// expect: total 3 -> 7
// expect: next 10 now 1
// expect: was 1
// expect: next 11 now 10
// expect: was 10
// expect: next 10 now 11
// expect: was 11
// expect: 10
// expect: 4
// expect: 4
// expect: 3
// expect: will 9
// expect: total 7 -> 9
// expect: About to set to 10
// expect: Added 8
// expect: About to set to 15
// expect: Added 5
// expect: 1.0 15
// expect: nil Optional(5)
// expect: Optional(5) Optional(7)
// expect: Optional(7) nil
// expect: (a: 1, b: 2) (a: 5, b: 2)
// expect: (a: 5, b: 2) (a: 5, b: 9)
