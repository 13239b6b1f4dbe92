var mixed: [Any] = [1, "b"]
mixed.append(contentsOf: ["x", 1])
mixed.insert(contentsOf: [3, "d"], at: 0)
mixed.replaceSubrange(0 ..< 1, with: [2, "c"])
mixed.replaceSubrange(0 ... 0, with: [7, 8])
mixed += [4, 5.5]
mixed = [3, "s"] + mixed + [2, "c"]
print(mixed)
var optionals: [Int?] = [1]
optionals.append(contentsOf: [2, nil])
optionals.insert(contentsOf: [nil, 3], at: 0)
optionals.replaceSubrange(0 ..< 1, with: [7])
print(optionals)
var text = "abc"
text.insert(contentsOf: ["p", "q"], at: text.startIndex)
text.replaceSubrange(text.startIndex ..< text.index(after: text.startIndex), with: ["!"])
print(text)
// expect: [3, "s", 7, 8, "c", "d", 1, "b", "x", 1, 4, 5.5, 2, "c"]
// expect: [Optional(7), Optional(3), Optional(1), Optional(2), nil]
// expect: !qabc
// ---
print(nil ?? 3 ?? 4)
let missing: Int? = nil
print(missing ?? nil ?? 4)
func apply(_ f: (Int) -> Int, to x: Int) -> Int { f(x) }
print(apply(-, to: 9), apply(~, to: 9), [true, false].map(!), [3, 4].reduce(10, -))
// expect: 3
// expect: 4
// expect: -9 -10 [false, true] 3
// ---
print((0 ..< 3).underestimatedCount, (0 ... 3).underestimatedCount, stride(from: 0, to: 10, by: 3).underestimatedCount, zip([1], [2, 3]).underestimatedCount)
print(stride(from: 0.0, through: 1, by: 0.25).underestimatedCount, stride(from: 5, through: 5, by: 1).underestimatedCount, stride(from: 1, to: 0, by: 1).underestimatedCount)
struct Steps: Collection {
    var startIndex: Int { 0 }
    var endIndex: Int { 4 }
    func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> Int { i }
}
func least<S: Sequence>(_ sequence: S) -> Int { sequence.underestimatedCount }
print(least(Steps()), least(0 ..< 5), least([1].lazy.map { $0 }), least([1, 2, 3].reversed()))
// expect: 3 4 4 1
// expect: 5 1 0
// expect: 4 5 1 3
