let s = "hello world"[...]
let a = s.filter { $0 != "o" }
print(type(of: a), a, type(of: s.dropFirst(2).filter { $0 > "l" }))
let b: Substring = s.filter { $0 == "l" }
let c: [Character] = s.filter { $0 == "l" }
print(b, c, s.prefix(3).filter(\.isLetter) + "x", "abc".filter { $0 != "b" }.count, s.split(separator: " ").map { $0.filter { $0 != "l" } }, s.lazy.filter { $0 == "o" }.count)
// expect: String hell wrld String
// expect: lll ["l", "l", "l"] helx 2 ["heo", "word"] 2
// ---
let slice = [1, 2, 3, 4][1...]
let kept: ArraySlice<Int> = slice.filter { $0 > 2 }
print(type(of: slice.filter { $0 > 1 }), kept, slice.filter { $0 > 1 } == [2, 3, 4], type(of: slice.map { $0 }), type(of: slice + [1]), type(of: [1] + slice), type(of: slice.prefix(1)), type(of: slice.split(separator: 3)), type(of: slice.indices), type(of: slice.shuffled()))
let doubled: [Int] = slice.lazy.map { $0 * 2 }
let pairs: [(key: String, value: Int)] = ["a": 1, "b": 2].filter { $0.value > 1 }
let evens: [Int] = Set([1, 2]).filter { $0 % 2 == 0 }
let letters: [Character] = "abc".filter { $0 != "b" }
print(doubled, pairs, evens, letters, type(of: ["a": 1].filter { $0.value > 0 }), type(of: Set([1]).filter { $0 > 0 }), type(of: "abc".filter { $0 != "b" }))
func clean(_ line: Substring) -> String { line.filter { $0 != " " } }
print("a b, c d".split(separator: ",").map(clean), "x=1; y = 2".split(separator: ";").map { $0.filter { $0 != " " }.split(separator: "=") })
// expect: Array<Int> [3, 4] true Array<Int> ArraySlice<Int> Array<Int> ArraySlice<Int> Array<ArraySlice<Int>> Range<Int> Array<Int>
// expect: [4, 6, 8] [(key: "b", value: 2)] [2] ["a", "c"] Dictionary<String, Int> Set<Int> String
// expect: ["ab", "cd"] [["x", "1"], ["y", "2"]]
