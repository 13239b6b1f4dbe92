// A closure behind a call goes past what need not be given, to what must be.
func configure(_ number: Int, onStart: () -> Void = {}, body: (Int) -> Int, onEnd: ((Int) -> Void)? = nil) -> Int {
    onStart()
    let result = body(number)
    onEnd?(result)
    return result
}
print(configure(3) { $0 * 3 })
print(configure(2) { print("start") } body: { $0 + 1 } onEnd: { print("end", $0) })
print(configure(4, onStart: { print("go") }) { $0 - 1 })
// expect: 9
// expect: start
// expect: end 3
// expect: 3
// expect: go
// expect: 3
