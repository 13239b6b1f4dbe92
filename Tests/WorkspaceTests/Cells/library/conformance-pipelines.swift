// Custom sequences, lazy pipelines and functional tools
struct Fibonacci: Sequence, IteratorProtocol {
    private var state = (0, 1)
    mutating func next() -> Int? { defer { state = (state.1, state.0 + state.1) }; return state.0 }
}
struct Countdown: Sequence {
    let start: Int
    func makeIterator() -> AnyIterator<Int> { var n = start; return AnyIterator { n > 0 ? { n -= 1; return n + 1 }() : nil } }
}
struct Primes: Sequence {
    struct Iterator: IteratorProtocol {
        var found: [Int] = [], candidate = 1
        mutating func next() -> Int? {
            repeat { candidate += 1 } while found.contains { candidate % $0 == 0 }
            found.append(candidate)
            return candidate
        }
    }
    func makeIterator() -> Iterator { Iterator() }
}
extension Sequence {
    func chunked(by size: Int) -> [[Element]] {
        var out: [[Element]] = []
        for (i, x) in enumerated() { if i % size == 0 { out.append([x]) } else { out[out.count - 1].append(x) } }
        return out
    }
    func scan<R>(_ initial: R, _ f: (R, Element) -> R) -> [R] { var a = initial; return map { a = f(a, $0); return a } }
    func sum<N: Numeric>(of value: (Element) -> N) -> N { reduce(into: 0) { $0 += value($1) } }
    func pairs() -> [(Element, Element)] { Array(zip(self, dropFirst())) }
}
extension Sequence where Element: Hashable {
    func uniqued() -> [Element] { var seen = Set<Element>(); return filter { seen.insert($0).inserted } }
    func mostCommon() -> Element? { reduce(into: [:]) { $0[$1, default: 0] += 1 }.max { $0.value < $1.value }?.key }
}
extension Collection where Index == Int { func everyOther() -> [Element] { stride(from: startIndex, to: endIndex, by: 2).map { self[$0] } } }
extension Collection { var middle: Element? { isEmpty ? nil : self[index(startIndex, offsetBy: count / 2)] } }
infix operator |>: AdditionPrecedence
func |> <A, B>(x: A, f: (A) -> B) -> B { f(x) }
precedencegroup Composition { associativity: left higherThan: AdditionPrecedence }
infix operator >>>: Composition
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
func memoize<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V {
    var cache: [K: V] = [:]
    func call(_ k: K) -> V { if let v = cache[k] { return v }; let v = f(call, k); cache[k] = v; return v }
    return call
}
print(Array(Fibonacci().prefix(12)), Fibonacci().first { $0 > 1000 }!, Fibonacci().lazy.filter { $0 % 2 == 0 }.map { $0 * $0 }.prefix(4).reduce(0, +))
print(Array(Countdown(start: 4)), Countdown(start: 3).map(String.init).joined(separator: "..."), Countdown(start: 5).sorted(), Countdown(start: 5).contains(6))
print(Primes().prefix { $0 < 30 }.map { $0 }, Primes().lazy.drop { $0 < 50 }.prefix(2).map { $0 })
print((1...7).chunked(by: 3), (1...5).scan(1, *), ["a", "bb"].sum(of: \.count), [1.5, 2].sum { $0 * 2 })
print("abcd".pairs().map { "\($0)\($1)" }, [3, 1, 3, 2, 1].uniqued(), "mississippi".uniqued(), "hello world".mostCommon() ?? "-")
print([10, 20, 30, 40, 50].everyOther(), [10, 20, 30, 40][1...].everyOther(), "swift".middle!, (5..<10).middle!, [Int]().middle as Any)
let shout = { (s: String) in s.uppercased() } >>> { $0 + "!" } >>> \.count
print("hey" |> shout, 3 |> curry(+)(4), [1, 2, 3].map(curry(*)(3)))
let fib = memoize { (self: (Int) -> Int, n: Int) in n < 2 ? n : self(n - 1) + self(n - 2) }
print(fib(80))
print(sequence(first: 1) { $0 < 500 ? $0 * 3 : nil }.map { $0 }, sequence(state: (1, 1)) { s -> Int? in s = (s.1, s.0 + s.1); return s.0 > 30 ? nil : s.0 }.reversed())
print(zip("abc", 1...).map { "\($0)\($1)" }, zip([1, 2], ["x", "y"]).reversed().map { $0.1 }, Dictionary(uniqueKeysWithValues: zip(["k"], [1])))
print([5, 3, 8].enumerated().max { $0.element < $1.element }!, [[1], [], [2, 3]].flatMap { $0 }, [1, nil, 3].compactMap { $0 }, Array([[1, 2], [3]].joined()), [[1], [2]].joined(separator: [0]).map { $0 })
var numbers = [9, 4, 7, 1, 8, 2]
let pivot = numbers.partition { $0 > 5 }
print(numbers[..<pivot].sorted(), numbers[pivot...].sorted(), numbers.lazy.map { $0 * 10 }.first { $0 < 30 } ?? 0)
print(stride(from: 0, to: 1, by: 0.25).map { $0 }, Array(stride(from: 10, through: 0, by: -5)), repeatElement("ab", count: 2).joined(), (0..<3).reversed().map { -$0 })
print([3, 1, 2].sorted(by: >), ["b", "A", "c"].sorted { $0.lowercased() < $1.lowercased() }, [1, 2, 3, 4].prefix(while: { $0 < 3 }), [1, 2, 3].suffix(2), [1, 2, 3, 4].split { $0 == 2 }, [1, 2].elementsEqual([1, 2]), [1, 2, 3].starts(with: [1]))
let grouped = Dictionary(grouping: 1...10) { n in n % 3 == 0 ? "fizz" : n % 5 == 0 ? "buzz" : "other" }
for (k, v) in grouped.sorted(by: { $0.key < $1.key }) { print(k, v) }
let it = [1, 2, 3].makeIterator(); var copy = it; _ = copy.next(); print(copy.next()!, Array(IteratorSequence(it)))
// expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89] 1597 1224
// expect: [4, 3, 2, 1] 3...2...1 [1, 2, 3, 4, 5] false
// expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] [53, 59]
// expect: [[1, 2, 3], [4, 5, 6], [7]] [1, 2, 6, 24, 120] 3 7.0
// expect: ["ab", "bc", "cd"] [3, 1, 2] ["m", "i", "s", "p"] l
// expect: [10, 30, 50] [20, 40] i 7 nil
// expect: 4 7 [3, 6, 9]
// expect: 23416728348467685
// expect: [1, 3, 9, 27, 81, 243, 729] [21, 13, 8, 5, 3, 2, 1]
// expect: ["a1", "b2", "c3"] ["y", "x"] ["k": 1]
// expect: (offset: 2, element: 8) [1, 2, 3] [1, 3] [1, 2, 3] [1, 0, 2]
// expect: [1, 2, 4] [7, 8, 9] 20
// expect: [0.0, 0.25, 0.5, 0.75] [10, 5, 0] abab [-2, -1, 0]
// expect: [3, 2, 1] ["A", "b", "c"] [1, 2] [2, 3] [ArraySlice([1]), ArraySlice([3, 4])] true true
// expect: buzz [5, 10]
// expect: fizz [3, 6, 9]
// expect: other [1, 2, 4, 7, 8]
// expect: 2 [1, 2, 3]
