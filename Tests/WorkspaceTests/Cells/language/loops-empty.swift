// Loops in which nothing stands.
for i in 0 ..< 3 {}
for i in 1 ... 3 {}
for _ in stride(from: 0, to: 9, by: 2) {}
for x in [1, 2] {}
func empty(_ n: Int) -> Int {
    for i in 0 ..< n {}
    for i in 0 ... n {}
    var k = 0
    while k < 0 {}
    repeat { k += 1 } while k < n
    return k
}
print(empty(4)) // expect: 4
