let x = 1
func f() -> Int { x + 1 }
do {
    let x = 10
    print(x, f())
} // expect: 10 2
print(x) // expect: 1
var counter = 0
func bump() { counter += 1 }
bump()
bump()
print(counter) // expect: 2
let later: Int
if counter > 1 { later = 5 } else { later = 6 }
print(later) // expect: 5
var values: [Int] = []
for i in 0..<3 {
    let square = i * i
    values.append(square)
}
print(values) // expect: [0, 1, 4]
if let first = values.first, case let doubled = first * 2 { print(doubled) } // expect: 0
func shadow(_ n: Int) -> Int {
    var n = n
    n += 1
    return n
}
print(shadow(1)) // expect: 2
typealias Vec = [Double]
let v: Vec = [1, 2]
print(v) // expect: [1.0, 2.0]
let (a, b, c) = (1, 2.5, "three")
print(a, b, c) // expect: 1 2.5 three
_ = f()
var computed: Int { counter * 2 }
print(computed) // expect: 4
var watched = 0 { didSet { print("was \(oldValue), is \(watched)") } }
watched = 5 // expect: was 0, is 5
watched += 1 // expect: was 5, is 6
