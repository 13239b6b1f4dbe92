import Foundation
// multi-statement closures
let text = "Hello World"
let shifted = String(text.map { c -> Character in
    guard let a = c.asciiValue, c.isLetter else { return c }
    let base: UInt8 = c.isUppercase ? 65 : 97
    return Character(UnicodeScalar((a - base + 3) % 26 + base))
})
print(shifted)
let sh2 = String(text.map { (c: Character) in
    if c == "o" { return "0" }
    return c
})
print(sh2)
let r = [1, 2, 3].map { x in
    let y = x * x
    return y + 1
}
print(r)
let s = [1, 2, 3].map { x -> String in
    var t = ""
    for i in 0..<x { t += "\(i)" }
    return t
}
print(s)
let total = [1.0, 2.0].reduce(into: [:]) { (acc: inout [Int: Double], v) in
    let k = Int(v)
    acc[k, default: 0] += v
}
print(total.keys.sorted())
let sorted = ["b", "a", "cc"].sorted { l, r in
    if l.count != r.count { return l.count > r.count }
    return l < r
}
print(sorted)
let groups = Dictionary(grouping: [1, 2, 3, 4]) { n in
    let parity = n % 2
    return parity == 0 ? "even" : "odd"
}
print(groups["even"]!, groups["odd"]!)
let f: (Int) -> Int = { n in
    var acc = 1
    for i in 1...n { acc *= i }
    return acc
}
print(f(5))
let lazyEval = { () -> Int in
    print("evaluating")
    return 42
}()
print(lazyEval)
let maxed = [3, 1, 2].max { a, b in
    let x = a, y = b
    return x < y
}
print(maxed!)
print([1,2,3,4].filter { v in
    let k = v % 2
    return k == 0
}.map { v in
    let q = Double(v)
    return q / 4
})
// expect: Khoor Zruog
// expect: Hell0 W0rld
// expect: [2, 5, 10]
// expect: ["0", "01", "012"]
// expect: [1, 2]
// expect: ["cc", "a", "b"]
// expect: [2, 4] [1, 3]
// expect: 120
// expect: evaluating
// expect: 42
// expect: 3
// expect: [0.5, 1.0]
