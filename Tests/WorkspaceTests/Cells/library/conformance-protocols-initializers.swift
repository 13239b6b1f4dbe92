protocol Entity { init(id: Int); var id: Int { get }; static var table: String { get }; subscript(k: String) -> Int { get } ; static func + (a: Self, b: Self) -> Self }
extension Entity { init() { self.init(id: 0) }; static func make(_ n: Int) -> [Self] { (1...n).map(Self.init(id:)) }; subscript(k: String) -> Int { id * k.count }; func copy() -> Self { Self(id: id) } }
extension Entity where Self: Equatable { func isSame(_ o: Self) -> Bool { self == o } }
struct User: Entity, Equatable { let id: Int; static let table = "users"; static func + (a: User, b: User) -> User { User(id: a.id + b.id) } }
struct Post: Entity { var id: Int; var tags: [String] = []; static var table: String { "posts" }; init(id: Int) { self.id = id; tags = ["t\(id)"] }; subscript(k: String) -> Int { -1 }; static func + (a: Post, b: Post) -> Post { Post(id: a.id * b.id) } }
func load<T: Entity>(_ t: T.Type, ids: Int...) -> [T] { ids.map { T(id: $0) } }
func total<T: Entity>(_ xs: [T]) -> T { xs.dropFirst().reduce(xs[0], +) }
print(load(User.self, ids: 3, 4), User.make(2), User(), User(id: 2).isSame(User(id: 2)), total(User.make(4)), total(Post.make(4)), Post(id: 3)["x"], User(id: 3)["abc"], Post().copy())
let kinds: [any Entity.Type] = [User.self, Post.self]
for k in kinds { print(k, k.table, k.init(id: 7).id) }
let es: [any Entity] = [User(id: 1), Post(id: 2)]; print(es.map { type(of: $0).table }, es.map(\.id), es.map { $0["zz"] }, es.map { $0.copy().id })
protocol Animal { var name: String { get set }; func sound() -> String; mutating func rename(_ s: String) }
protocol Loud: Animal { var volume: Int { get } }
extension Animal { func sound() -> String { "..." }; func speak() -> String { "\(name): \(sound())" }; mutating func rename(_ s: String) { name = s } }
extension Loud { func sound() -> String { String(repeating: "!", count: volume) }; func speak() -> String { "LOUD " + name } }
struct Dog: Loud { var name: String; var volume = 3 }; struct Fish: Animal { var name: String }; struct Cat: Animal { var name: String; func sound() -> String { "meow" } }
var zoo: [any Animal] = [Dog(name: "Rex"), Fish(name: "Nemo"), Cat(name: "Tom")]
for i in zoo.indices { zoo[i].rename(zoo[i].name + "\(i)"); zoo[i].name += "." }; print(zoo.map { $0.speak() }, Dog(name: "D").speak(), (zoo[0] as! any Loud).speak(), zoo.compactMap { ($0 as? any Loud)?.volume })
func shout(_ a: Animal & CustomStringConvertible) -> String { a.description + a.sound() }
extension Cat: CustomStringConvertible { var description: String { "Cat(\(name))" } }; print(shout(Cat(name: "C")), zoo[2], "\(zoo[1])")
struct Stack2<T> { private(set) var xs: [T]; init(_ xs: T...) { self.xs = xs }; init<S: Sequence>(of s: S) where S.Element == T { xs = Array(s) }; init(repeating v: T, _ n: Int = 2) { self.init(of: repeatElement(v, count: n)) } }
extension Stack2 where T == Int { init(upTo n: Int) { self.init(of: 1...n) }; var sum: Int { xs.reduce(0, +) } }
extension Stack2: Equatable where T: Equatable {}; extension Stack2 { subscript<I: BinaryInteger>(i: I) -> T { xs[Int(i)] }; func mapped<U>(_ f: (T) throws -> U) rethrows -> Stack2<U> { Stack2<U>(of: try xs.map(f)) } }
print(Stack2(upTo: 4).sum, Stack2(repeating: "z"), Stack2(1, 2) == Stack2(of: [1, 2]), Stack2("a", "b")[UInt8(1)], Stack2(1, 2).mapped { $0 * 1.5 }, (try? Stack2("1", "x").mapped { s -> Int in guard let n = Int(s) else { throw Bad.s(s) }; return n }) as Any)
enum Bad: Error { case s(String) }
enum Light: CaseIterable { case red, green, yellow; init?(_ c: Character) { switch c { case "r": self = .red; case "g": self = .green; default: return nil } }; mutating func next() { let a = Self.allCases, i = a.firstIndex(of: self)!; self = a[(i + 1) % a.count] }; static func ~= (p: String, l: Light) -> Bool { "\(l)".hasPrefix(p) } }
var l = Light("g")!; l.next(); l.next(); print(l, Light("x") as Any); switch l { case "ye": print("Y"); case "r": print("R"); default: print("?") }
struct Tracker { var log: [String] = []; var value: Int { didSet { log.append("\(oldValue)->\(value)"); if value > 10 { value = 10 } } }; var inner = Inner() { didSet { log.append("inner \(inner.n)") } }; struct Inner { var n = 0 { didSet { m = n * 2 } }; var m = 0 }; init(_ v: Int) { value = v; value = v + 1 }; mutating func reset() { self = Tracker(0) }; mutating func each(_ f: (inout Int) -> Void) { f(&value); f(&inner.n) } }
var tr = Tracker(1); tr.value = 50; tr.inner.n = 4; tr.each { $0 += 1 }; print(tr.log, tr.value, tr.inner); tr.reset(); print(tr)
struct Config { var opts: [String: [Int]] = [:]; var depth: Int { get { opts["d"]?.first ?? 0 } set { opts["d", default: [0]][0] = newValue } }; subscript(k: String, i: Int) -> Int? { get { opts[k].flatMap { $0.indices.contains(i) ? $0[i] : nil } } set { if let v = newValue { opts[k, default: []].append(v) } else { opts[k]?.remove(at: i) } } } }
var c = Config(); c.depth += 3; c["a", 0] = 5; c["a", 1] = 6; c["a", 0] = nil; c["zz", 3] = nil; c.opts["d"]![0] *= 2; print(c.depth, c["a", 0] ?? -1, c["a", 9] as Any, c.opts.count, c.opts["zz"]?.isEmpty as Any)
func update(_ x: inout Int, _ y: inout [Int]) -> Int { x += y.count; y.append(x); return x }
var pair = (n: 1, list: [Int]()); var nested = [[1], [2, 3]]; for i in nested.indices { nested[i].withEach { $0 *= 10 } }; print(nested)
extension Array { mutating func withEach(_ f: (inout Element) -> Void) { for i in indices { f(&self[i]) } }; func group<K: Hashable>(_ k: (Element) -> K) -> [K: Self] { Dictionary(grouping: self, by: k) }; var pairs: Zip2Sequence<Self, ArraySlice<Element>> { zip(self, dropFirst()) } }
print([1, 2, 4].pairs.map { $1 - $0 }, ["a", "bb", "c"].group(\.count).sorted { $0.key < $1.key }.map(\.value)); let fs: [(Double) -> Double] = [{ $0 * 2 }, { $0.squareRoot() }, { -$0 }]; print(fs.map { $0(16) }, fs.reduce(3.0) { $1($0) }.isNaN, fs[0...1].reduce({ $0 }) { f, g in { g(f($0)) } }(8) as Double)
// expect: [main.User(id: 3), main.User(id: 4)] [main.User(id: 1), main.User(id: 2)] User(id: 0) true User(id: 10) Post(id: 24, tags: ["t24"]) -1 9 Post(id: 0, tags: ["t0"])
// expect: User users 7
// expect: Post posts 7
// expect: ["users", "posts"] [1, 2] [2, -1] [1, 2]
// expect: ["Rex0.: !!!", "Nemo1.: ...", "Tom2.: meow"] LOUD D LOUD Rex0. [3]
// expect: Cat(C)meow Cat(Tom2.) Fish(name: "Nemo1.")
// expect: 10 Stack2<String>(xs: ["z", "z"]) true b Stack2<Double>(xs: [1.5, 3.0]) nil
// expect: red nil
// expect: R
// expect: ["2->50", "inner 4", "10->11", "inner 5"] 10 Inner(n: 5, m: 10)
// expect: Tracker(log: [], value: 1, inner: main.Tracker.Inner(n: 0, m: 0))
// expect: 6 6 nil 2 nil
// expect: [[10], [20, 30]]
// expect: [1, 2] [["a", "c"], ["bb"]]
// expect: [32.0, 4.0, -16.0] false 4.0
