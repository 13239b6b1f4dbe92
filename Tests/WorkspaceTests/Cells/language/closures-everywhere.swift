func id<T>(_ t: T) -> T { t }
print(id({ 3 })(), id { (x: Int) in x + 1 }(2), [{ 1 }, { 2 }].map { $0() }, ["a": { (x: Int) in x }]["a"]!(5))
let pair = (f: { (x: Int) in x + 1 }, g: { "s" })
print(pair.f(1), pair.g())
let anys: [Any] = [{ 1 }, { (s: String) in s }, 3]
print(anys.count, (anys[0] as! () -> Int)())
func make() -> (Int) -> (Int) -> Int { { a in { b in a * 10 + b } } }
print(make()(1)(2))
let opt: ((Int) -> Int)? = { $0 + 1 }
print(opt.map { $0(3) } ?? 0, opt?(4) ?? 0)
func takes(_ f: ((Int) -> Int)? = nil, then g: () -> Void = { print("default") }) { print(f?(1) ?? -1); g() }
takes()
takes { $0 * 5 }
takes({ $0 * 6 }) { print("then") }
takes(then: { print("only") })
let r: Result<() -> Int, Never> = .success({ 9 })
if case .success(let f) = r { print(f()) }
enum Cmd { case run(() -> String), repeated(Int, (Int) -> String), none
    func exec() -> String { switch self { case .run(let f): f()
        case .repeated(let n, let f): (0 ..< n).map(f).joined()
        case .none: "" } } }
print([Cmd.run { "r" }, .repeated(3) { "\($0)" }, .none, .run({ "q" })].map { $0.exec() })
struct Op { let n: String, f: (Int, Int) throws -> Int
    static let all = [Op(n: "add", f: +), Op(n: "div") { a, b in guard b != 0 else { throw E.zero }
        return a / b }, Op(n: "sub", f: { $0 - $1 })]
    enum E: Error { case zero } }
for op in Op.all { do { print(op.n, try op.f(6, 0)) } catch { print(op.n, error) } }
let sorted = [3, 1, 2].sorted { (a: Int, b: Int) -> Bool in
    let r = a > b
    return r
}
print(sorted, [1, 2, 3].reduce(into: "") { (s: inout String, n) in s += "\(n)" })
var total = 0
let adders = (1 ... 3).map { k in { total += k; return total } as () -> Int }
print(adders.map { $0() }, total)
func counter() -> (up: () -> Int, down: () -> Int) { var n = 0
    return (up: { n += 1; return n }, down: { n -= 1; return n }) }
let cn = counter()
print(cn.up(), cn.up(), cn.down())
let recursive: (Int) -> Int = { n in func f(_ k: Int) -> Int { k < 2 ? 1 : k * f(k - 1) }
    return f(n) }
print(recursive(5))
let lazySum: () -> Int = { [a = 3, b = 4] in a + b }
print(lazySum(), ({ $0 + $1 } as (Int, Int) -> Int)(1, 2), { (a: Int, b: Int) in a * b }(3, 4))
print([1, 2, 3].map { n -> String in if n == 2 { return "two" } else { return "\(n)" } }, [1, 2].map { _ in () }.count, (0 ..< 2).map { i in (0 ..< 2).map { j in i == j } })
let words = ["b", "a"].sorted(by: <).map { $0 + "!" }, ch = "abc".map { $0 == "b" ? nil : $0 as Character? }
print(words, ch.compactMap { $0 })
// expect: 3 3 [1, 2] 5
// expect: 2 s
// expect: 3 1
// expect: 12
// expect: 4 5
// expect: -1
// expect: default
// expect: 5
// expect: default
// expect: 6
// expect: then
// expect: -1
// expect: only
// expect: 9
// expect: ["r", "012", "", "q"]
// expect: add 6
// expect: div zero
// expect: sub 6
// expect: [3, 2, 1] 123
// expect: [1, 3, 6] 6
// expect: 1 2 1
// expect: 120
// expect: 7 3 12
// expect: ["1", "two", "3"] 2 [[true, false], [false, true]]
// expect: ["a!", "b!"] ["a", "c"]
