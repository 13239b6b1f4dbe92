// The same character, written in two ways, is one.
let composed = "café au lait", apart = "cafe\u{301} au lait"
print(apart.contains("é"), apart.contains("e"), apart.contains("fé au"), composed.contains("fe\u{301}"), composed.contains("\u{301}")) // expect: true false true true false
print(apart.contains("é"), "naïve".contains("i"), "日本語".contains("本"), "日本語".contains("語本")) // expect: true false true false
print("👍🏽 ok".contains("👍"), "👍🏽 ok".contains("👍🏽"), "Straße".contains("ß"), "aéa".contains("éa")) // expect: false true true true
// ---
// Which `reversed()` is meant tells the member that is asked of it.
print("abc".reversed().description, [1, 2].reversed().description) // expect: ["c", "b", "a"] [2, 1]
print("abc".reversed().count, [1, 2, 3].reversed().map { $0 * 2 }, "xyz".reversed().first!) // expect: 3 [6, 4, 2] z
// ---
dump(Int.self) // expect: - Swift.Int #0
dump([Int.self, Double.self, Int.self] as [Any])
// expect: ▿ 3 elements
// expect:   - Swift.Int #0
// expect:   - Swift.Double #1
// expect:   - Swift.Int #0
