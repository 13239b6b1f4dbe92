// Errors, Result, rethrows, custom operators, literals
enum ParseError: Error, Equatable, CustomStringConvertible { case empty, bad(Character, at: Int), overflow; var description: String { switch self { case .empty: "empty"; case .bad(let c, let i): "bad '\(c)' at \(i)"; case .overflow: "overflow" } } }
struct NetError: Error { let code: Int; var retry = false }
func parse(_ s: String) throws -> Int { guard !s.isEmpty else { throw ParseError.empty }; var v = 0; for (i, c) in s.enumerated() { guard let d = c.wholeNumberValue else { throw ParseError.bad(c, at: i) }; let (m, o1) = v.multipliedReportingOverflow(by: 10); let (a, o2) = m.addingReportingOverflow(d); if o1 || o2 { throw ParseError.overflow }; v = a }; return v }
for s in ["42", "", "4x2", "99999999999999999999"] { do { print(try parse(s)) } catch ParseError.empty { print("E") } catch let ParseError.bad(c, at: i) where i > 0 { print("bad", c, i) } catch let e as ParseError { print("other", e) } }
// expect: 42
// expect: E
// expect: bad x 1
// expect: other overflow
print((try? parse("7")) ?? -1, (try? parse("q")) ?? -1, try! parse("12") + 1, (try? parse("5")).map { $0 * 2 } as Any)
// expect: 7 -1 13 Optional(10)
func attempt<T>(_ n: Int, _ f: (Int) throws -> T) rethrows -> T { for i in 1..<n { if let r = try? f(i) { return r } }; return try f(n) }
do { print(try attempt(3) { i -> String in if i < 3 { throw NetError(code: i) }; return "ok \(i)" }); _ = try attempt(2) { throw NetError(code: $0, retry: true) } as Int } catch let e as NetError where e.retry { print("net", e.code, e) } catch { print("?", error) }
// expect: ok 3
// expect: net 2 NetError(code: 2, retry: true)
print(attempt(2) { $0 * 5 }) // expect: 5
func cleanup(_ log: inout [String], _ fail: Bool) throws -> Int { log.append("start"); defer { log.append("end") }; if fail { throw ParseError.overflow }; log.append("mid"); return 1 }
var log: [String] = []; _ = try? cleanup(&log, true); _ = try? cleanup(&log, false); print(log)
// expect: ["start", "end", "start", "mid", "end"]
func nested() throws { do { throw NetError(code: 1) } catch let e as NetError { throw ParseError.bad("!", at: e.code) } }
do { try nested() } catch { print("\(error)", error is ParseError, (error as? ParseError) == .bad("!", at: 1)) }
// expect: bad '!' at 1 true true
do { do { throw ParseError.empty } catch ParseError.overflow { print("wrong") } } catch { print("outer", error) }
// expect: outer empty
let results: [Result<Int, ParseError>] = ["1", "z"].map { s in do { return .success(try parse(s)) } catch let e as ParseError { return .failure(e) } catch { fatalError() } }
print(results, results.compactMap { try? $0.get() }, results.map { r in switch r { case .success(let v): "v\(v)"; case .failure(let e): "e\(e)" } })
// expect: [Swift.Result<Swift.Int, main.ParseError>.success(1), Swift.Result<Swift.Int, main.ParseError>.failure(bad 'z' at 0)] [1] ["v1", "ebad \'z\' at 0"]
func validate(_ x: Int, _ checks: [(String, (Int) -> Bool)]) -> [String] { checks.filter { !$0.1(x) }.map(\.0) }; print(validate(7, [("even", { $0 % 2 == 0 }), ("pos", { $0 > 0 }), ("big", { $0 > 100 })]))
// expect: ["even", "big"]
struct Fraction: Equatable, Comparable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, AdditiveArithmetic { let n, d: Int
    init(_ n: Int, _ d: Int = 1) { func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }; let g = gcd(abs(n), abs(d)), s = d < 0 ? -1 : 1; self.n = s * n / max(g, 1); self.d = s * d / max(g, 1) }
    init(integerLiteral v: Int) { self.init(v) }; init(floatLiteral v: Double) { self.init(Int(v * 1000), 1000) }
    static func + (a: Self, b: Self) -> Self { Self(a.n * b.d + b.n * a.d, a.d * b.d) }; static func - (a: Self, b: Self) -> Self { a + Self(-b.n, b.d) }; static func * (a: Self, b: Self) -> Self { Self(a.n * b.n, a.d * b.d) }; static func / (a: Self, b: Self) -> Self { Self(a.n * b.d, a.d * b.n) }
    static func < (a: Self, b: Self) -> Bool { a.n * b.d < b.n * a.d }; static prefix func - (a: Self) -> Self { Self(-a.n, a.d) }; static var zero: Self { 0 }; var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" } }
let half = Fraction(1, 2), third: Fraction = Fraction(2, 6); print(half + third, half - third, half * 4, 1 / third, -half, half < third, [half, third, 1, 0.25].sorted(), half == 0.5, [half, third].reduce(.zero, +), max(half, 0.75), Set([half, Fraction(2, 4)]).count); var acc = half; acc += 1; acc -= third; print(acc, (1...4).map { Fraction(1, $0) }.reduce(0, +))
// expect: 5/6 1/6 2 3 -1/2 false [1/4, 1/3, 1/2, 1] true 5/6 3/4 1
// expect: 7/6 25/12
struct Color: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, Equatable { var r, g, b: UInt8; init(stringLiteral s: String) { let v = Int(s.dropFirst(), radix: 16) ?? 0; (r, g, b) = (UInt8(v >> 16 & 255), UInt8(v >> 8 & 255), UInt8(v & 255)) }; init(arrayLiteral e: UInt8...) { r = e[0]; g = e[1]; b = e[2] } }
let red: Color = "#FF0010", grey: Color = [128, 128, 128]; print(red, grey, red == [255, 0, 16])
// expect: Color(r: 255, g: 0, b: 16) Color(r: 128, g: 128, b: 128) true
struct Env: ExpressibleByDictionaryLiteral { var pairs: [(String, Int)]; init(dictionaryLiteral e: (String, Int)...) { pairs = e } }; struct Flag: ExpressibleByBooleanLiteral, ExpressibleByNilLiteral { var v: Bool?; init(booleanLiteral b: Bool) { v = b }; init(nilLiteral: ()) { v = nil } }
let env: Env = ["b": 2, "a": 1, "b": 3], fl: Flag = true, fn: Flag = nil; print(env.pairs, fl, fn, (env.pairs.first { $0.0 == "a" })!.1)
// expect: [("b", 2), ("a", 1), ("b", 3)] Flag(v: Optional(true)) Flag(v: nil) 1
infix operator =~: ComparisonPrecedence; infix operator <|: BitwiseShiftPrecedence
postfix operator %%
prefix operator √
 infix operator |>: Pipe; precedencegroup Pipe { associativity: left lowerThan: RangeFormationPrecedence higherThan: ComparisonPrecedence }; infix operator ±: RangeFormationPrecedence
func =~ (a: Double, b: Double) -> Bool { abs(a - b) < 1e-9 }; postfix func %% (x: Double) -> Double { x / 100 }; prefix func √ (x: Double) -> Double { x.squareRoot() }; func |> <A, B>(x: A, f: (A) -> B) -> B { f(x) }; func ± (a: Double, b: Double) -> ClosedRange<Double> { (a - b)...(a + b) }; func <| (a: Int, b: Int) -> Int { a << b }
print(0.1 + 0.2 =~ 0.3, 50%%, √16 + 1, 3 + 1 |> { $0 * 2 } |> String.init, (1.0 ± 0.5).contains(1.2), 1 <| 3 + 1, -(√4))
// expect: true 0.5 5.0 8 true 9 -2.0
struct OptSet: OptionSet { let rawValue: Int; static let a = OptSet(rawValue: 1 << 0), b = OptSet(rawValue: 1 << 1), c = OptSet(rawValue: 1 << 2); static let all: OptSet = [.a, .b, .c] }
var o: OptSet = [.a, .c]; print(o.contains(.a), o.contains(.b), o.rawValue, o.union(.b) == .all, o.intersection([.c, .b]).rawValue, o.insert(.b).inserted, o.remove(.a) as Any, o.isEmpty, o.symmetricDifference(.all).rawValue, OptSet([]).isEmpty, o.isSubset(of: .all), o)
// expect: true false 5 true 4 true Optional(main.OptSet(rawValue: 1)) false 1 true true OptSet(rawValue: 6)
