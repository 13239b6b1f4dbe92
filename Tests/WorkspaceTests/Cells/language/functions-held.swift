func twice(_ f: () -> Int) -> Int {
    let g = f
    return g() + [1].map { _ in g() }[0]
}
print(twice { 3 }) // expect: 6
func replaced(_ f: () -> Int) -> Int {
    var g = f
    let first = g()
    g = { 4 }
    return first * 10 + g()
}
print(replaced { 3 }) // expect: 34
