let n = 7
if n > 5 { print("big") } else { print("small") } // expect: big
if n < 0 {
    print("negative")
} else if n == 0 {
    print("zero")
} else {
    print("positive")
} // expect: positive
for i in 0..<3 { print(i, terminator: " ") }
print() // expect: 0 1 2 
for i in 1...3 { print(i, terminator: " ") }
print() // expect: 1 2 3 
for i in stride(from: 10, to: 0, by: -3) { print(i, terminator: " ") }
print() // expect: 10 7 4 1 
for i in (0..<3).reversed() { print(i, terminator: " ") }
print() // expect: 2 1 0 
for _ in 0..<2 { print("x", terminator: "") }
print() // expect: xx
for i in 0..<20 where i % 5 == 0 { print(i, terminator: " ") }
print() // expect: 0 5 10 15 
var k = 0
while k < 3 { k += 1 }
print(k) // expect: 3
repeat { k -= 1 } while k > 0
print(k) // expect: 0
outer: for i in 0..<5 {
    for j in 0..<5 {
        if j == 3 { continue outer }
        if i == 2 { break outer }
        print(i, j, terminator: "; ")
    }
}
print() // expect: 0 0; 0 1; 0 2; 1 0; 1 1; 1 2; 
for x in [1.5, 2.5] { print(x) }
// expect: 1.5
// expect: 2.5
for c in "ab" { print(c) }
// expect: a
// expect: b
let sign = if n > 0 { "plus" } else { "minus" }
print(sign) // expect: plus
var total = 0
for i in 1...100 {
    if i % 2 == 0 { continue }
    if i > 10 { break }
    total += i
}
print(total) // expect: 25
for (a, b) in zip(1...3, ["x", "y", "z"]) { print(a, b, terminator: " ") }
print() // expect: 1 x 2 y 3 z 
for i in 0..<0 { print(i) }
do {
    let inner = 5
    print(inner)
} // expect: 5
