struct Lens<W, P> { let get: (W) -> P; let set: (W, P) -> W
    func modify(_ w: W, _ f: (P) -> P) -> W { set(w, f(get(w))) }
    func then<Q>(_ o: Lens<P, Q>) -> Lens<W, Q> { Lens<W, Q>(get: { o.get(self.get($0)) }, set: { w, q in self.set(w, o.set(self.get(w), q)) }) } }
struct Street { var name: String }
struct Home { var street: Street, number: Int }
let street = Lens<Home, Street>(get: { $0.street }, set: { Home(street: $1, number: $0.number) })
let name = Lens<Street, String>(get: \.name, set: { s, n in var c = s; c.name = n; return c })
let h = Home(street: Street(name: "elm"), number: 3)
print(street.then(name).modify(h) { $0.uppercased() }, street.get(h))
// expect: Home(street: main.Street(name: "ELM"), number: 3) Street(name: "elm")
// ---
enum Either<L, R> { case left(L), right(R)
    func fold<T>(_ l: (L) throws -> T, _ r: (R) throws -> T) rethrows -> T { switch self { case .left(let x): return try l(x)
        case .right(let y): return try r(y) } }
    func mapRight<T>(_ f: (R) -> T) -> Either<L, T> { fold(Either<L, T>.left) { .right(f($0)) } } }
extension Either: Equatable where L: Equatable, R: Equatable {}
func parse(_ s: String) -> Either<String, Int> { Int(s).map(Either.right) ?? .left("bad \(s)") }
let es = ["1", "x", "3"].map(parse)
print(es.map { $0.mapRight { $0 * 2 }.fold({ "L(\($0))" }, { "R(\($0))" }) }, es[0] == .right(1), es[1] == .left("bad x"))
func traverse<A, B, E>(_ xs: [A], _ f: (A) -> Either<E, B>) -> Either<E, [B]> { var out: [B] = []
    for x in xs { switch f(x) { case .left(let e): return .left(e)
        case .right(let b): out.append(b) } }
    return .right(out) }
print(traverse(["1", "2"], parse), traverse(["1", "q"], parse))
// expect: ["R(2)", "L(bad x)", "R(6)"] true true
// expect: right([1, 2]) left("bad q")
// ---
struct Parser<T> { let run: (Substring) -> (T, Substring)?
    func map<U>(_ f: @escaping (T) -> U) -> Parser<U> { Parser<U> { s in run(s).map { (f($0.0), $0.1) } } }
    func flatMap<U>(_ f: @escaping (T) -> Parser<U>) -> Parser<U> { Parser<U> { s in guard let (a, rest) = self.run(s) else { return nil }
        return f(a).run(rest) } }
    func or(_ o: Parser) -> Parser { Parser { self.run($0) ?? o.run($0) } }
    var many: Parser<[T]> { Parser<[T]> { s in var rest = s, out: [T] = []
        while let (a, r) = self.run(rest) { out.append(a); rest = r }
        return (out, rest) } }
    static func pure(_ t: T) -> Parser { Parser { (t, $0) } } }
func char(_ p: @escaping (Character) -> Bool) -> Parser<Character> { Parser { s in s.first.flatMap { p($0) ? ($0, s.dropFirst()) : nil } } }
let digit = char { $0.isNumber }
let number = digit.flatMap { first in digit.many.map { Int(String([first] + $0))! } }
let plus = char { $0 == "+" }, times = char { $0 == "*" }
func chain(_ p: Parser<Int>, _ op: Parser<Character>, _ f: @escaping (Int, Int) -> Int) -> Parser<Int> { p.flatMap { first in op.flatMap { _ in p }.many.map { $0.reduce(first, f) } } }
let term = chain(number, times, *), expression = chain(term, plus, +)
print(expression.run("2+3*4+1rest")!, number.run("x") as Any, Parser.pure(3).run("a")!.0, term.or(.pure(-1)).run("zz")!.0)
// expect: (15, "rest") nil 3 -1
// ---
struct Writer<A> { let value: A, log: [String]
    func flatMap<B>(_ f: (A) -> Writer<B>) -> Writer<B> { let n = f(value); return Writer<B>(value: n.value, log: log + n.log) } }
func double(_ n: Int) -> Writer<Int> { Writer(value: n * 2, log: ["doubled \(n)"]) }
print(double(3).flatMap(double).flatMap { Writer(value: "v\($0)", log: ["shown"]) })
struct Lazy<T> { private let make: () -> T; private var cached: T?
    init(_ make: @autoclosure @escaping () -> T) { self.make = make }
    mutating func value() -> T { if let c = cached { return c }
        let v = make(); cached = v; return v } }
func expensive() -> Int { print("computing"); return 42 }
var lz = Lazy(expensive())
print(lz.value(), lz.value())
struct Memo<A: Hashable, B> { private var cache: [A: B] = [:]; let f: (A) -> B
    init(_ f: @escaping (A) -> B) { self.f = f }
    mutating func callAsFunction(_ a: A) -> B { if let b = cache[a] { return b }
        defer { print("cached", a) }
        let b = f(a); cache[a] = b; return b }
    subscript(a: A) -> B? { cache[a] } }
var sq = Memo { (n: Int) in n * n }
print(sq(4), sq(4), sq[4]!, sq[5] as Any)
// expect: Writer<String>(value: "v12", log: ["doubled 3", "doubled 6", "shown"])
// expect: computing
// expect: 42 42
// expect: cached 4
// expect: 16 16 16 nil
