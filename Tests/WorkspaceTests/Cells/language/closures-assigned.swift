var ops: [String: (Double, Double) -> Double] = ["+": (+)]
ops["-"] = { $0 - $1 }
ops["max"] = max
ops["pow"] = { b, e in var r = 1.0
    for _ in 0 ..< Int(e) { r *= b }
    return r }
ops["half", default: { a, _ in a }] = { a, _ in a / 2 }
print(ops.keys.sorted().map { ($0, ops[$0]!(3, 2)) })
var anys: [String: Any] = [:]
anys["f"] = { (x: Int) in x * 2 }
anys["g"] = { 3 }
var list: [Any] = [{ 1 }]
list[0] = { (s: String) in s + "!" }
if let f = list[0] as? (String) -> String { print(f("hi")) }
if let f = anys["f"] as? (Int) -> Int, let g = anys["g"] as? () -> Int { print(f(g())) }
struct H { var on: ((Int) -> Void)?; var fs: [() -> Int] = []; var any: Any? }
var h = H()
h.on = { print("got", $0) }
h.on?(3)
h.fs.append { 4 }
h.fs[0] = { 5 }
h.any = { "x" }
print(h.fs[0](), (h.any as! () -> String)())
var tuple: (f: (Int) -> Int, g: (() -> Void)?) = ({ $0 }, nil)
tuple.f = { $0 * 10 }
tuple.g = { print("g") }
tuple.g?()
print(tuple.f(2))
var opt: (() -> Int)?? = nil
opt = { 7 }
print(opt!!())
var arr2: [[(Int) -> Int]] = [[{ $0 }]]
arr2[0][0] = { $0 + 1 }
arr2[0] += [{ $0 * 2 }, { -$0 }]
print(arr2[0].map { $0(5) })
let table: [(String, (Int) -> Bool)] = [("even", { $0 % 2 == 0 }), ("big", { $0 > 10 }), ("id", { _ in true })]
print((1 ... 12).filter { n in table.allSatisfy { $0.1(n) } }, table.map { $0.0 })
// expect: [("+", 5.0), ("-", 1.0), ("half", 1.5), ("max", 3.0), ("pow", 9.0)]
// expect: hi!
// expect: 6
// expect: got 3
// expect: 5 x
// expect: g
// expect: 20
// expect: 7
// expect: [6, 10, -5]
// expect: [12] ["even", "big", "id"]
