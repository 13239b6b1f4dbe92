var comparisons = 0
func order(_ a: Int, _ b: Int) -> Bool { comparisons += 1; return a < b }
var seed: UInt32 = 12345
func random() -> Int { seed = seed &* 1664525 &+ 1013904223; return Int(seed >> 16) }
for size in [1, 2, 10, 31, 32, 33, 63, 64, 65, 100, 200, 257, 1000] {
    comparisons = 0
    let values = (0..<size).map { _ in random() % 500 }
    let result = values.sorted(by: order)
    print(size, comparisons, result == values.sorted(), result.first!, result.last!)
}
// expect: 1 0 true 337 337
// expect: 2 1 true 84 96
// expect: 10 30 true 66 498
// expect: 31 328 true 13 496
// expect: 32 253 true 15 498
// expect: 33 269 true 16 486
// expect: 63 1108 true 4 497
// expect: 64 603 true 0 499
// expect: 65 553 true 0 438
// expect: 100 1519 true 8 489
// expect: 200 3003 true 0 499
// expect: 257 2935 true 1 497
// expect: 1000 20877 true 0 499
comparisons = 0
print((0..<300).sorted(by: order).count, comparisons) // expect: 300 299
comparisons = 0
print((0..<300).reversed().sorted(by: order).count, comparisons) // expect: 300 299
comparisons = 0
print((0..<300).map { $0 % 7 }.sorted(by: order).count, comparisons) // expect: 300 3406
let pairs = (0..<100).map { (key: $0 % 5, order: $0) }
let stable = pairs.sorted { $0.key < $1.key }
print(zip(stable, stable.dropFirst()).allSatisfy { $0.key < $1.key || $0.order < $1.order }) // expect: true
var words = ["banana", "Apple", "cherry", "apple", "éclair", "date", "Ångström", "zebra", "a", ""]
print(words.sorted(), words.sorted(by: >)) // expect: ["", "Apple", "a", "apple", "banana", "cherry", "date", "zebra", "Ångström", "éclair"] ["éclair", "Ångström", "zebra", "date", "cherry", "banana", "apple", "a", "Apple", ""]
words.sort { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }
print(words) // expect: ["", "a", "date", "Apple", "apple", "zebra", "banana", "cherry", "éclair", "Ångström"]
print([3.5, -1, 2, .infinity, -.infinity].sorted(), [UInt8](arrayLiteral: 200, 3, 100).sorted(), [true, false].sorted { !$0 && $1 }) // expect: [-inf, -1.0, 2.0, 3.5, inf] [3, 100, 200] [false, true]
var m = [9, 8, 7, 6]
m[1...].sort()
print(m, m.sorted().reversed().map { $0 }, m.max { $0 > $1 }!) // expect: [9, 6, 7, 8] [9, 8, 7, 6] 6
print([[3, 1], [2]].sorted { $0.count < $1.count }, ["b": 2, "a": 1].sorted { $0.key < $1.key }.map { $0.value }) // expect: [[2], [3, 1]] [1, 2]
enum E: Error { case stop }
do { print(try [1, 2, 3].sorted { _, _ in throw E.stop }) } catch { print(error) } // expect: stop
print((1...200).shuffledLike().sorted() == Array(1...200)) // expect: true
extension Sequence { func shuffledLike() -> [Element] { var a = Array(self); for i in stride(from: a.count - 1, to: 0, by: -1) { a.swapAt(i, random() % (i + 1)) }; return a } }
