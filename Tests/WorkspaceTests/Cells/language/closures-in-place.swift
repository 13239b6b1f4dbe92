// Closures given to functions of the standard library, in one another.
let rows = [[1, 2, 3], [4, 5], []]
print(rows.map { $0.map { $0 * 2 } })
print(rows.map { row in row.map { x in row.map { x * $0 }.reduce(0, +) } })
print(rows.flatMap { $0 }.filter { $0 % 2 == 1 }.map { "<\($0)>" })
print(rows.map { $0.first ?? -1 }, rows.compactMap { $0.last }, rows.contains { $0.isEmpty }, rows.allSatisfy { $0.count < 3 })
func table(_ n: Int) -> [[Int]] { (0 ..< n).map { i in (0 ..< n).map { j in (0 ..< n).reduce(0) { $0 + $1 * i - j } } } }
print(table(3))
// expect: [[2, 4, 6], [8, 10], []]
// expect: [[6, 12, 18], [36, 45], []]
// expect: ["<1>", "<3>", "<5>"]
// expect: [1, 4, -1] [3, 5] true false
// expect: [[0, -3, -6], [3, 0, -3], [6, 3, 0]]
// ---
// Several statements, early returns, loops that are left, deferred code.
func classify(_ xs: [Int]) -> [String] {
    xs.map { x in
        defer { print("done", x, terminator: ";") }
        if x < 0 { return "negative" }
        for d in [2, 3, 5] where x > d && x % d == 0 {
            if d == 3 { continue }
            return "\(d) divides \(x)"
        }
        var (n, steps) = (x, 0)
        while n > 1 {
            n = n % 2 == 0 ? n / 2 : 3 * n + 1
            steps += 1
            if steps > 50 { break }
        }
        return "\(x) takes \(steps)"
    }
}
print(classify([-1, 10, 9, 7, 25, 27]))
func search(_ words: [String], _ letter: Character) -> String? {
    outer: for word in words {
        if let found = word.first(where: { c in
            if c == "x" { return false }
            return c == letter
        }) {
            if word.count < 3 { continue outer }
            return "\(found) in \(word)"
        }
    }
    return words.first { $0.isEmpty }
}
print(search(["ab", "xyz", "abc"], "a") ?? "none", search(["ab", ""], "q") ?? "none", search([], "a") ?? "none")
// expect: done -1;done 10;done 9;done 7;done 25;done 27;["negative", "2 divides 10", "9 takes 19", "7 takes 16", "5 divides 25", "27 takes 51"]
// expect: a in abc  none
// ---
// What is captured is used where it is, and kept where it is held.
func counters() -> ([() -> Int], Int) {
    var total = 0
    let makers = [1, 2, 3].map { step -> () -> Int in
        var own = 0
        total += step
        return {
            own += step
            total += 100
            return own
        }
    }
    let firsts = makers.map { $0() }
    _ = makers[0]()
    return (makers, total + firsts.reduce(0, +))
}
let (makers, total) = counters()
print(total, makers.map { $0() })
var log: [String] = []
["a", "b"].forEach { log.append($0 + "\(log.count)") }
print(log)
var seen = 0
let doubled = (1 ... 3).map { x -> Int in
    seen += x
    return x * seen
}
print(doubled, seen)
// expect: 412 [3, 4, 6]
// expect: ["a0", "b1"]
// expect: [1, 6, 18] 6
// ---
// Errors leave through all of it.
enum Trouble: Error { case odd(Int), empty }
func halves(_ xs: [Int]) throws -> [Int] {
    if xs.isEmpty { throw Trouble.empty }
    return try xs.map { x in
        guard x % 2 == 0 else { throw Trouble.odd(x) }
        return x / 2
    }
}
for xs in [[2, 4], [2, 3], []] {
    do { print(try halves(xs)) } catch Trouble.odd(let x) { print("odd", x) } catch { print("other", error) }
}
print((try? halves([1])) ?? [0], [[2], [3], [4, 6]].map { (try? halves($0)) ?? [] })
func guarded(_ xs: [String]) -> [Int] {
    xs.map { text in
        do {
            let n = try halves([Int(text) ?? 1])
            return n[0]
        } catch Trouble.odd(let x) {
            return -x
        } catch {
            return 0
        }
    }
}
print(guarded(["8", "x", "7"]))
// expect: [1, 2]
// expect: odd 3
// expect: other empty
// expect: [0] [[1], [], [2, 3]]
// expect: [4, -1, -7]
// ---
// Accumulators in place, methods, generic functions.
struct Bag {
    var items: [Int] = []
    var name = "bag"
    func labelled() -> [String] { items.map { "\(name)\($0)" } }
    mutating func grow(_ by: Int) { items = items.map { $0 + by + items.count } }
    mutating func count(_ xs: [Int]) { xs.forEach { items.append($0 * items.count) } }
}
var bag = Bag(items: [1, 2])
bag.grow(10)
bag.count([5, 6])
print(bag.labelled(), bag)
let histogram = "mississippi".reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
print(histogram.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })
print([3, 1, 2].reduce(into: []) { list, x in list.insert(x, at: list.firstIndex { $0 > x } ?? list.count) } as [Int])
func paired<S: Sequence, T>(_ xs: S, _ make: (S.Element) -> T) -> [(S.Element, T)] { xs.map { ($0, make($0)) } }
print(paired([1, 2]) { "\($0)!" }, paired("ab") { $0.uppercased() })
extension Sequence where Element: Comparable {
    func climbs() -> [Element] { reduce(into: []) { kept, x in if kept.allSatisfy({ $0 < x }) { kept.append(x) } } }
}
print([3, 1, 4, 1, 5, 9, 2, 6].climbs(), ["b", "a", "c"].climbs())
print([1, 2, 3].min { $0 > $1 } ?? 0, ["aa", "b"].max { $0.count < $1.count } ?? "", [5, 3, 8].sorted { $0 > $1 })
let maybe: Int? = 4
print(maybe.map { $0 * 2 } ?? 0, maybe.flatMap { $0 > 5 ? $0 : nil } ?? -1, [1, 2, 3, 4].drop { $0 < 3 }, [1, 2, 3, 4].prefix { $0 < 3 })
print(zip([1, 2], ["a", "b"]).map { "\($0)\($1)" }, ["k": 2].mapValues { $0 * 3 }, ["k": 2].map { k, v in k + "\(v)" })
// expect: ["bag13", "bag14", "bag10", "bag18"] Bag(items: [13, 14, 10, 18], name: "bag")
// expect: ["i4", "m1", "p2", "s4"]
// expect: [1, 2, 3]
// expect: [(1, "1!"), (2, "2!")] [("a", "A"), ("b", "B")]
// expect: [3, 4, 5, 9] ["b", "c"]
// expect: 3 aa [8, 5, 3]
// expect: 8 -1 [3, 4] [1, 2]
// expect: ["1a", "2b"] ["k": 6] ["k2"]
// ---
// Copies stay copies.
func shares() -> ([Int], [[Int]]) {
    var a = [1, 2, 3]
    var kept: [[Int]] = []
    let result = a.map { x -> Int in
        a.append(x)
        kept.append(a)
        return a.count
    }
    a[0] = 100
    return (result + a, kept)
}
print(shares())
// expect: ([4, 5, 6, 100, 2, 3, 1, 2, 3], [[1, 2, 3, 1], [1, 2, 3, 1, 2], [1, 2, 3, 1, 2, 3]])
