enum Size: Comparable, CaseIterable { case small, medium, large }
enum Priority: Comparable { case low, custom(Int), high(String) }
print(Size.small < .large, Size.allCases.max()!, [Priority.high("b"), .custom(5), .low, .custom(2), .high("a")].sorted(), Priority.custom(3) > .custom(4))
struct Version: Comparable, Hashable, LosslessStringConvertible, ExpressibleByStringLiteral {
    let parts: [Int]
    init?(_ s: String) { let p = s.split(separator: ".").map { Int($0) }; guard !p.isEmpty, !p.contains(nil) else { return nil }; parts = p.compactMap { $0 } }
    init(stringLiteral s: String) { self.init(s)! }
    var description: String { parts.map(String.init).joined(separator: ".") }
    static func < (a: Version, b: Version) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
let vs: [Version] = ["1.10", "1.9.2", "1.9", "2"]
print(vs.sorted(), vs.max()!, Version(String("1.x")) as Any, Version(String("3.1"))! > "3.0.9", Set(vs).contains("2"), "v\(vs[0])")
struct Headers: ExpressibleByDictionaryLiteral, Sequence { var list: [(String, Int)]
    init(dictionaryLiteral e: (String, Int)...) { list = e }
    func makeIterator() -> IndexingIterator<[(String, Int)]> { list.makeIterator() }
    subscript(dynamic k: String) -> [Int] { list.filter { $0.0 == k }.map(\.1) } }
let h: Headers = ["a": 1, "b": 2, "a": 3]; for (k, v) in h { print(k, v, terminator: ";") }; print(h[dynamic: "a"], h.map(\.0))
print([("x", 3), ("y", 1)].map(\.1), ["ab", "c"].map(\.count.description), [[1, 2], [3]].map(\.first), [[1], []].compactMap(\.first), ["a", nil].compactMap(\.self), [3, 1].sorted(by: <).map(\.self), ["q": 1].map(\.key))
struct Sensor { var name: String; var readings: [Double]; struct Stats { let lo, hi: Double }; var stats: Stats? { guard let lo = readings.min(), let hi = readings.max() else { return nil }; return Stats(lo: lo, hi: hi) } }
let sensors = [Sensor(name: "t", readings: [1, 5, 3]), Sensor(name: "e", readings: [])]
print(sensors.map(\.stats?.hi), sensors.compactMap(\.stats).map(\.lo), sensors.map(\.readings.count), sensors.first { $0.readings.isEmpty }.map(\.name) ?? "-", sensors.allSatisfy(\.name.isEmpty), sensors.filter(\.readings.isEmpty).count)
var stdout = ""; struct Upper: TextOutputStream { var text = ""; mutating func write(_ s: String) { text += s.uppercased() } }
var up = Upper(); print("hello", 1.5, [true], separator: "-", terminator: "!", to: &up); print("x", to: &stdout); debugPrint("q", to: &stdout); dump([1], to: &stdout); print(up.text, stdout.split(separator: "\n"))
enum Parse: Error { case empty, bad(Character) }
struct Temp { let k: Double
    init(celsius c: Double) throws { guard c >= -273.15 else { throw Parse.bad("c") }; k = c + 273.15 }
    init?(text: String) { guard let c = Double(text), let t = try? Temp(celsius: c) else { return nil }; self = t }
    var checked: Double { get throws { if k > 1000 { throw Parse.empty }; return k } } }
print((try? Temp(celsius: -300)) as Any, Temp(text: "20")!.k, Temp(text: "x") == nil, (try? Temp(celsius: 5).checked) ?? -1, (try? Temp(celsius: 5000).checked) as Any)
extension Temp: Equatable {}
let r1: Result<Int, Parse> = .success(4), r2: Result<Int, Parse> = .failure(.bad("z"))
print(r1.map { $0 * 2 }, r2.map { $0 * 2 }, r1.flatMap { $0 > 5 ? .success($0) : .failure(.empty) }, r2.mapError { _ in Parse.empty }, (try? r1.get()) ?? 0)
switch r2 { case .success(let v) where v > 3: print(v); case .failure(.bad(let c)): print("bad", c); case .failure(.empty), .success: print("other") }
func attempt<T>(_ f: () throws -> T) -> String { do { return "ok \(try f())" } catch let e as Parse { return "parse \(e)" } catch { return "other \(error)" } }
struct Odd: Error {}
print(attempt { 3 }, attempt { throw Parse.bad("q") }, attempt { () -> Int in throw Odd() }, attempt { try r2.get() })
let x = 10; let closure = { [x = x * 2, y = "cap"] in "\(x)\(y)" }; var z = 1; let byValue = { [z] in z }, byRef = { z }; z = 5; print(closure(), byValue(), byRef())
func counterPair() -> (inc: () -> Int, reset: () -> Void) { var n = 0; return ({ n += 1; return n }, { n = 0 }) }
let (inc, reset) = counterPair(); _ = inc(); print(inc(), { reset(); return inc() }())
func local() -> String { enum Mode: String { case on, off; var flipped: Mode { self == .on ? .off : .on } }; struct Box<T> { var v: T; func show() -> String { "<\(v)>" } }; func twice<T>(_ v: T) -> [T] { [v, v] }; typealias B = Box<[Mode]>; return B(v: twice(Mode.on).map(\.flipped)).v.map(\.rawValue).joined() + Box(v: 1).show() }
print(local())
var it = [1, 2, 3].makeIterator(); while case let v? = it.next() { if v == 2 { continue }; print(v, terminator: " ") }
var stack = [5, 6]; while let top = stack.popLast() { print(top, terminator: " ") }; print()
let opt: Int?? = .some(nil); switch opt { case .none: print("none"); case .some(.none): print("some none"); case .some(.some(let v)): print(v) }
if case .some(let inner) = opt, inner == nil { print("inner nil", opt as Any, opt! as Any) }
enum Dir: String, CaseIterable { case n, e, s, w; var right: Dir { let all = Dir.allCases; return all[(all.firstIndex(of: self)! + 1) % all.count] }; static prefix func - (d: Dir) -> Dir { d.right.right }; static postfix func ++ (d: inout Dir) -> Dir { defer { d = d.right }; return d } }
postfix operator ++
var dir = Dir.w; print(dir++, dir, -dir, Dir.allCases.map(\.right.rawValue).joined())
extension Collection { subscript(safe i: Index) -> Element? { indices.contains(i) ? self[i] : nil } }
extension Dictionary where Value: Numeric { mutating func add(_ v: Value, to k: Key) { self[k, default: 0] += v }; static func + (a: Self, b: Self) -> Self { a.merging(b, uniquingKeysWith: +) } }
var cnt: [String: Double] = [:]; cnt.add(1.5, to: "a"); cnt.add(2, to: "a"); print([1, 2][safe: 5] as Any, "abc"[safe: "abc".startIndex] ?? "-", cnt, (cnt + ["a": 1, "b": 2]).sorted { $0.key < $1.key })
let text = """
    Name:\t\("Ann".uppercased())
      Items: \([1, 2].map { "#\($0)" }.joined(separator: ", "))
    Total: \(String(repeating: "=", count: 3)) \(1 + 2 == 3 ? "ok" : "bad")\
     done
    """
print(text); print("""
    "a" \\ 'b'
    """, #"c:\d"#, "\u{41}\u{1F1E8}\u{1F1ED}".count)
// expect: true large [main.Priority.low, main.Priority.custom(2), main.Priority.custom(5), main.Priority.high("a"), main.Priority.high("b")] false
// expect: [1.9, 1.9.2, 1.10, 2] 2 nil true true v1.10
// expect: a 1;b 2;a 3;[1, 3] ["a", "b", "a"]
// expect: [3, 1] ["2", "1"] [Optional(1), Optional(3)] [1] ["a"] [1, 3] ["q"]
// expect: [Optional(5.0), nil] [1.0] [3, 0] e false 1
// expect: HELLO-1.5-[TRUE]! ["x", "\"q\"", "▿ 1 element", "  - 1"]
// expect: nil 293.15 true 278.15 nil
// expect: success(8) failure(main.Parse.bad("z")) failure(main.Parse.empty) failure(main.Parse.empty) 4
// expect: bad z
// expect: ok 3 parse bad("q") other Odd() parse bad("z")
// expect: 20cap 1 5
// expect: 2 1
// expect: offoff<1>
// expect: 1 3 6 5
// expect: some none
// expect: inner nil Optional(nil) nil
// expect: w n s eswn
// expect: nil a ["a": 3.5] [(key: "a", value: 4.5), (key: "b", value: 2.0)]
// expect: Name:	ANN
// expect:   Items: #1, #2
// expect: Total: === ok done
// expect: "a" \ 'b' c:\d 2
