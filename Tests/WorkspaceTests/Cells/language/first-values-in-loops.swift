func square(above limit: Int) -> Int {
    let found: Int
    var i = 0
    while true {
        if i * i > limit { found = i; break }
        i += 1
    }
    return found
}
print(square(above: 50))
func once() -> Int {
    let value: Int
    repeat { value = 4 } while false
    return value
}
print(once())
func pair() -> String {
    let text: String
    search: for i in 0 ..< 3 {
        for j in 0 ..< 3 where i * j == 2 { text = "\(i) \(j)"; print(text); break search }
    }
    return "done"
}
print(pair())
struct Limit {
    let n: Int
    init(_ start: Int) {
        var k = start
        while true {
            if k > 3 { n = k; break }
            k += 2
        }
    }
}
print(Limit(0))
func grade(_ passed: Bool) -> Int {
    let points: Int
    switch passed {
    case true: print("well done"); fallthrough
    case false: points = 2
    }
    return points
}
print(grade(true), grade(false))
// expect: 8
// expect: 4
// expect: 1 2
// expect: done
// expect: Limit(n: 4)
// expect: well done
// expect: 2 2
