var on: (() -> Int)? = nil
let f = on ?? { 3 }
print(f(), (on ?? { 4 })())
var c = true
let g = c ? { 1 } : { 2 }
print(g())
let h: (Int) -> Int = c ? { $0 + 1 } : { $0 - 1 }
print(h(3))
func pick(_ n: Int) -> (Int) -> Int { switch n { case 0: return { $0 }
    case 1: return { x in x * 2 }
    default: return { x in let y = x + 1
        return y * y } } }
print((0 ..< 3).map { pick($0)(5) })
struct Button { var title: String; var action: () -> Void = {} ; var onHover: ((Bool) -> Void)?
    mutating func bind(_ f: @escaping () -> Void) { action = f }
    mutating func bindHover() { onHover = { print("hover", $0) } } }
var b = Button(title: "ok")
b.action = { print("pressed") }
b.action()
b.bind { print("bound") }
b.action()
b.bindHover()
b.onHover?(true)
b.onHover = nil
b.onHover?(false)
var bs = [b, Button(title: "x", action: { print("x!") })]
bs[0].onHover = { on in print("first", on) }
bs[1].action = { [title = bs[1].title] in print("captured", title) }
bs.forEach { $0.action(); $0.onHover?(true) }
var state: [String: (inout Int) -> Void] = [:]
state["inc"] = { $0 += 1 }
state["dbl"] = { n in n *= 2 }
var n = 5
for k in ["inc", "dbl", "inc"] { state[k]?(&n) }
print(n)
var validators: [(name: String, check: (String) -> Bool)] = []
validators.append((name: "short", check: { $0.count < 5 }))
validators.append((name: "lower", check: { $0 == $0.lowercased() }))
validators[0].check = { $0.count < 4 }
print(validators.filter { !$0.check("Abcd") }.map(\.name))
var cache: [Int: () -> String] = [:]
for i in 0 ..< 3 { cache[i] = { "v\(i)" } }
cache[1] = nil
cache.updateValue({ "new" }, forKey: 7)
print(cache.keys.sorted().map { cache[$0]!() })
let dispatch: [Character: (Int, Int) -> Int] = ["+": { $0 + $1 }, "-": { $0 - $1 }, "*": (*), "/": { a, b in b == 0 ? 0 : a / b }]
print("+-*/".map { dispatch[$0]!(12, 4) })
// expect: 3 4
// expect: 1
// expect: 4
// expect: [5, 10, 36]
// expect: pressed
// expect: bound
// expect: hover true
// expect: bound
// expect: first true
// expect: captured x
// expect: 13
// expect: ["short", "lower"]
// expect: ["v0", "v2", "new"]
// expect: [16, 8, 48, 3]
