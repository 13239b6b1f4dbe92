import Foundation
// Key paths as functions, closures of every spelling, higher order functions, recursion through closures
struct P { let name: String; var age: Int; var tags: [String] = []; var address: A? = nil; struct A { var city: String; var zip: Int? }; func greet() -> String { "hi \(name)" }; var isAdult: Bool { age >= 18 } }
let ps = [P(name: "Ann", age: 31, tags: ["x"], address: .init(city: "Rome", zip: 5)), P(name: "Bob", age: 9), P(name: "Cy", age: 18, tags: ["y", "z"], address: .init(city: "Oslo"))]
print(ps.map(\.name), ps.filter(\.isAdult).map(\.age), ps.map(\.name.count), ps.flatMap(\.tags), ps.compactMap(\.address).map(\.city), ps.compactMap(\.address?.zip), ps.map(\.address?.city), ps.allSatisfy(\.isAdult), ps.contains(where: \.tags.isEmpty), ps.first(where: \.isAdult)!.name, ps.map(\.self).count, ps.map(\.tags.first), ["a", "bb"].map(\.count), [[1, 2], []].map(\.isEmpty), [(1, "a")].map(\.1), ps.sorted { $0.age < $1.age }.map(\.name), Dictionary(grouping: ps, by: \.isAdult)[true]!.count, ps.reduce(0) { $0 + $1.age }, ps.min { $0.age < $1.age }!.name, ps.partitioned(by: \.isAdult).0.map(\.name), [3, 1].map(\.description))
// expect: ["Ann", "Bob", "Cy"] [31, 18] [3, 3, 2] ["x", "y", "z"] ["Rome", "Oslo"] [5] [Optional("Rome"), nil, Optional("Oslo")] false true Ann 3 [Optional("x"), nil, Optional("y")] [1, 2] [false, true] ["a"] ["Bob", "Cy", "Ann"] 2 58 Bob ["Ann", "Cy"] ["3", "1"]
extension Sequence { func partitioned(by f: (Element) -> Bool) -> ([Element], [Element]) { var l: [Element] = [], r: [Element] = []; for x in self { if f(x) { l.append(x) } else { r.append(x) } }; return (l, r) }; func sorted<T: Comparable>(on f: (Element) -> T, descending: Bool = false) -> [Element] { sorted { descending ? f($0) > f($1) : f($0) < f($1) } }; func sum<T: AdditiveArithmetic>(_ f: (Element) -> T) -> T { reduce(.zero) { $0 + f($1) } }; func counts() -> [Element: Int] where Element: Hashable { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }
print(ps.sorted(on: \.age).map(\.name), ps.sorted(on: { $0.name }, descending: true).map(\.name), ps.sum(\.age), ps.sum { Double($0.age) / 2 }, "banana".counts().sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })
// expect: ["Bob", "Cy", "Ann"] ["Cy", "Bob", "Ann"] 58 29.0 ["a3", "b1", "n2"]
let add = { (a: Int, b: Int) -> Int in a + b }, inc: (Int) -> Int = { $0 + 1 }, twice = { (f: @escaping (Int) -> Int) in { f(f($0)) } }, unit = { () -> Void in }, noArgs = { 42 }, multi = { (x: Int) -> String in let y = x * 2; return "\(y)" }, tupled: ((Int, Int)) -> Int = { $0.0 * $0.1 }
print(add(1, 2), inc(1), twice(inc)(5), twice(twice(inc))(0), noArgs(), multi(4), tupled((3, 4)), unit() == (), [(1, 2), (3, 4)].map(tupled), [1, 2].map(multi), zip([1, 2], [3, 4]).map(add), zip([1, 2], [3, 4]).map { $0 * $1 }, [1, 2, 3].map { x in x % 2 == 0 ? "e" : "o" }, [1, 2].enumerated().map { i, x in i * x }, ["a": 1].map { "\($0.key)\($0.value)" }, [3, 1, 2].sorted(by: { (a, b) in a > b }))
// expect: 3 2 7 4 42 8 12 true [2, 12] ["2", "4"] [4, 6] [3, 8] ["o", "e", "o"] [0, 2] ["a1"] [3, 2, 1]
func run(_ a: Int, then f: (Int) -> Int = { $0 }, finally g: (() -> Void)? = nil) -> Int { defer { g?() }; return f(a) }; print(run(1), run(2) { $0 * 10 }, run(3, then: inc) { print("done") }, run(4, then: { $0 - 1 }, finally: nil), run(5) { $0 + 5 } finally: { print("fin") })
// expect: done
// expect: fin
// expect: 1 20 4 3 10
func fix<A, B>(_ f: @escaping ((A) -> B, A) -> B) -> (A) -> B { { a in f(fix(f), a) } }; print(fix { (rec: (Int) -> Int, n: Int) -> Int in n <= 1 ? 1 : n * rec(n - 1) }(10)); func iterate<T>(_ x: T, _ n: Int, _ f: (T) -> T) -> T { (0..<n).reduce(x) { acc, _ in f(acc) } }; print(iterate(1, 10) { $0 * 2 }, iterate("a", 3) { "(" + $0 + ")" }); func pipe<T>(_ fs: (T) -> T...) -> (T) -> T { let list = fs.map { $0 }; return { x in list.reduce(x) { $1($0) } } }
// expect: 3628800
// expect: 1024 (((a)))
func makeAcc() -> (add: (Int) -> Void, total: () -> Int) { var t = 0; return (add: { t += $0 }, total: { t }) }; let acc = makeAcc(); [1, 2, 3].forEach(acc.add); print(acc.total()); func debounce(_ n: Int, _ f: @escaping () -> String) -> () -> String? { var c = 0; return { c += 1; return c % n == 0 ? f() : nil } }; let deb = debounce(3) { "fire" }; print((1...6).map { _ in deb() ?? "-" }.joined()); func partial<A, B, C>(_ f: @escaping (A, B) -> C, _ a: A) -> (B) -> C { { f(a, $0) } }; print(partial(add, 10)(5), [1, 2].map(partial(*, 3)), partial(String.init(repeating:count:), "ab" as String)(2))
// expect: 6
// expect: --fire--fire
// expect: 15 [3, 6] abab
func uncurry<A, B, C>(_ f: @escaping (A) -> (B) -> C) -> (A, B) -> C { { f($0)($1) } }; func flip<A, B, C>(_ f: @escaping (A, B) -> C) -> (B, A) -> C { { f($1, $0) } }; print(uncurry { a in { b in a - b } }(10, 3), flip(-)(1, 10) as Int)
// expect: 7 9
let table: [(String, (Double, Double) throws -> Double)] = [("add", +), ("div", { if $1 == 0 { throw Err.zero }; return $0 / $1 }), ("hyp", { sqrt($0 * $0 + $1 * $1) })]; enum Err: Error { case zero }; for (n, f) in table { print(n, (try? f(3, 4)) ?? -1, (try? f(1, 0)) as Any) }; let sorters: [(P, P) -> Bool] = [{ $0.age < $1.age }, { $0.name > $1.name }]; print(sorters.map { ps.sorted(by: $0).first!.name })
// expect: add 7.0 Optional(1.0)
// expect: div 0.75 nil
// expect: hyp 5.0 Optional(1.0)
// expect: ["Bob", "Cy"]
var handlers: [String: [(String) -> Void]] = [:]; func on(_ e: String, _ h: @escaping (String) -> Void) { handlers[e, default: []].append(h) }; func emit(_ e: String, _ v: String) { handlers[e]?.forEach { $0(v) } }; var seen: [String] = []; on("a") { seen.append("1" + $0) }; on("a") { seen.append("2" + $0.uppercased()) }; on("b") { [seen] in print(seen.count, $0) }; emit("a", "x"); emit("b", "y"); emit("zz", "?"); print(seen); let optF: ((Int) -> Int)? = { $0 + 1 }; let nilF: ((Int) -> Int)? = nil; print(optF?(1) as Any, nilF?(1) as Any, optF!(2), optF.map { $0(9) } as Any, (optF ?? { $0 })(4), (nilF ?? { -$0 })(4))
// expect: 0 y
// expect: ["1x", "2X"]
// expect: Optional(2) nil 3 Optional(10) 5 -4
let greetings = ps.map { $0.greet() }, bound = ps[0].greet, unbound = P.greet; print(greetings, bound(), unbound(ps[1])(), ps.map(P.greet).map { $0() }, [1, 2, 3].map(String.init), ["1", "b"].map(Int.init), [1.5, 2.5].map(Int.init), ["x"].map(Character.init), zip(["a", "b"], [1, 2]).map(P2.init), [1, 2].map(Optional.some), [[1], [2]].map(Set.init).count, (1...3).map(Double.init).map(sqrt).map { ($0 * 100).rounded() / 100 }); struct P2 { var a: String, b: Int; init(_ a: String, _ b: Int) { (self.a, self.b) = (a, b) } }
// expect: ["hi Ann", "hi Bob", "hi Cy"] hi Ann hi Bob ["hi Ann", "hi Bob", "hi Cy"] ["1", "2", "3"] [Optional(1), nil] [1, 2] ["x"] [main.P2(a: "a", b: 1), main.P2(a: "b", b: 2)] [Optional(1), Optional(2)] 2 [1.0, 1.41, 1.73]
