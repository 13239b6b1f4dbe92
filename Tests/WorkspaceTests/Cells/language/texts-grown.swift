// Texts that grow, short and long, in place and shared.
var text = ""
var copies: [String] = []
for i in 0 ..< 40 {
    text += String(i % 10)
    if i % 8 == 7 { copies.append(text) }
}
print(text, text.count, copies) // expect: 0123456789012345678901234567890123456789 40 ["01234567", "0123456789012345", "012345678901234567890123", "01234567890123456789012345678901", "0123456789012345678901234567890123456789"]
var other = text
other += "x"
text += "é"
text += "y"
print(other.suffix(3), text.suffix(3), text.count, other.count) // expect: 89x 9éy 42 41
// ---
// Numbers in texts: signs, ends, other kinds.
var digits = ""
for n in [0, -1, 99_999_999_999_999, 100_000_000_000_000, 999_999_999_999_999, 1_000_000_000_000_000, -99_999_999_999_999, -100_000_000_000_000, Int.max, Int.min] {
    print("<\(n)>", String(n), "\(n)/\(n)")
    digits += String(n)
    digits += "," + String(n) + ";"
}
// expect: <0> 0 0/0
// expect: <-1> -1 -1/-1
// expect: <99999999999999> 99999999999999 99999999999999/99999999999999
// expect: <100000000000000> 100000000000000 100000000000000/100000000000000
// expect: <999999999999999> 999999999999999 999999999999999/999999999999999
// expect: <1000000000000000> 1000000000000000 1000000000000000/1000000000000000
// expect: <-99999999999999> -99999999999999 -99999999999999/-99999999999999
// expect: <-100000000000000> -100000000000000 -100000000000000/-100000000000000
// expect: <9223372036854775807> 9223372036854775807 9223372036854775807/9223372036854775807
// expect: <-9223372036854775808> -9223372036854775808 -9223372036854775808/-9223372036854775808
print(digits.count, digits.prefix(20)) // expect: 286 0,0;-1,-1;9999999999
print(String(UInt8.max), String(Int8.min), String(UInt64.max), "\(UInt64.max)", "\(UInt.max)-", String(255, radix: 16)) // expect: 255 -128 18446744073709551615 18446744073709551615 18446744073709551615- ff
// ---
// Characters in order, whatever they are made of.
func spelled(_ text: String) -> [String] {
    var parts: [String] = []
    for character in text {
        if character == "x" { continue }
        parts.append(String(character))
        if parts.count > 20 { break }
    }
    return parts
}
print(spelled("a\r\nb\rc\nd"), spelled("e\u{301}xo🇫🇷🇩🇪x"), spelled(""), spelled("plain text"))
// expect: ["a", "\r\n", "b", "\r", "c", "\n", "d"] ["é", "o", "🇫🇷", "🇩🇪"] [] ["p", "l", "a", "i", "n", " ", "t", "e", "t"]
var changed = "abc"
for c in changed { changed += String(c) + "!" }
print(changed) // expect: abca!b!c!
var counts: [Character: Int] = [:]
for c in "hello wörld, hëllo e\u{301}é" where c.isLetter { counts[c, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }) // expect: ["d1", "e1", "h2", "l5", "o2", "r1", "w1", "é2", "ë1", "ö1"]
print("a\r\nb".count, "\r\n\r\n".count, "abc".count, String(repeating: "ab\r", count: 10).count, "é".count) // expect: 3 2 3 30 1
// ---
// Keys that are equal in several spellings, short and long.
var table: [String: Int] = [:]
for key in ["é", "e\u{301}", "short", String("shorter".prefix(5)), "a key of more than fifteen", "a key of more than " + "fifteen", "", String("x".dropFirst())] { table[key, default: 0] += 1 }
print(table.count, table["é"] ?? 0, table["short"] ?? 0, table["a key of more than fifteen"] ?? 0, table[""] ?? 0) // expect: 4 2 2 2 2
let words: Set<Character> = ["a", "b", "a", "é", "e\u{301}"]
print(words.count, words.contains("b"), words.contains("c")) // expect: 3 true false
// ---
// Loops that step, and their ends.
func steps(_ from: Int, _ limit: Int, _ step: Int) -> [Int] {
    var (seen, i): ([Int], Int) = ([], from)
    while i < limit {
        if i == 7 {
            i += 5
            continue
        }
        seen.append(i)
        i += step
    }
    return seen
}
print(steps(0, 10, 3), steps(1, 20, 3), steps(5, 5, 1)) // expect: [0, 3, 6, 9] [1, 4, 12, 15, 18] []
func down(_ n: Int) -> Int {
    var (i, sum) = (0, 0)
    while i <= n {
        sum += i
        i += 2
    }
    return sum
}
print(down(10), down(11), down(-1)) // expect: 30 30 0
print(17 % 5, -17 % 5, 17 / 5, -17 / 5, -17 & 7, 1 << 62, -8 >> 1, 5_000_000_000 % 7, 5_000_000_000 / 7) // expect: 2 -2 3 -3 7 4611686018427387904 -4 2 714285714
func arithmetic(_ a: Int, _ x: Double) { print(a % 5, a / 5, a & 7, a << 3, a >> 2, x + 0.5, x - 0.5, x * 2, x / 4, 1 - x, 2 / x, 3 + x, 2 * x) }
arithmetic(-17, 1.5) // expect: -2 -3 7 -136 -5 2.0 1.0 3.0 0.375 -0.5 1.3333333333333333 4.5 3.0
arithmetic(17, -0.0) // expect: 2 3 1 136 4 0.5 -0.5 -0.0 -0.0 1.0 -inf 3.0 -0.0
func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
}
print(dot([0.1, 0.2, 0.3], [0.4, 0.5, 0.6])) // expect: 0.32
// ---
// Loops that only set elements, to their ends in both directions.
func filled(_ n: Int, _ from: Int, _ to: Int, _ step: Int) -> [[Int]] {
    var (a, b, c, flags, x) = ([Int](repeating: 1, count: n), [Int](repeating: 1, count: n), [Int](repeating: 1, count: n), [Bool](repeating: true, count: n), [Double](repeating: 1, count: n))
    for i in stride(from: from, to: to, by: step) { a[i] = 0 }
    for i in stride(from: from, through: to, by: step) { flags[i] = false }
    for i in 0 ..< n { b[i] = i }
    for i in 0 ... n - 1 { x[i] = 0.5 }
    var j = from
    while j < to { c[j] = j; j += 2 }
    return [a, b, c, flags.map { $0 ? 1 : 0 }, x.map { Int($0 * 2) }, [j]]
}
print(filled(6, 0, 5, 2)) // expect: [[0, 1, 0, 1, 0, 1], [0, 1, 2, 3, 4, 5], [0, 1, 2, 1, 4, 1], [0, 1, 0, 1, 0, 1], [1, 1, 1, 1, 1, 1], [6]]
print(filled(6, 5, 0, -1)) // expect: [[1, 0, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5], [1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1], [5]]
print(filled(6, 1, 4, 3)) // expect: [[1, 0, 1, 1, 1, 1], [0, 1, 2, 3, 4, 5], [1, 1, 1, 3, 1, 1], [1, 0, 1, 1, 0, 1], [1, 1, 1, 1, 1, 1], [5]]
func shared() -> ([Int], [Int]) {
    var a = [1, 2, 3], kept: [Int] = []
    for i in 0 ..< 3 { a[i] = 7 }
    kept = a
    for i in 0 ..< 3 { a[i] = 8 }
    return (a, kept)
}
print(shared()) // expect: ([8, 8, 8], [7, 7, 7])
