// A closure of several statements is tried with one overload after another; what it mentions of the library works all the same.
func pick(_ f: (Double) -> Int) -> Int { f(1.5) }
func pick(_ f: (Double) -> String) -> String { f(2.5) }
print(pick { x in
    let text = String(x)
    return text + "!"
}) // expect: 2.5!
print(pick { x in
    let half = Int(x.rounded(.up)) / 2
    return half + 1
}) // expect: 2
print([1.0, 2.5].map { String($0) }.joined(separator: " ")) // expect: 1.0 2.5
