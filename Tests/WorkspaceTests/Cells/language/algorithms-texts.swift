import Foundation
// Dynamic programming and strings
func lcs(_ a: String, _ b: String) -> String { let a = Array(a), b = Array(b); var t = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 1...a.count { for j in 1...b.count { t[i][j] = a[i - 1] == b[j - 1] ? t[i - 1][j - 1] + 1 : max(t[i - 1][j], t[i][j - 1]) } }
    var (i, j) = (a.count, b.count), out: [Character] = []
    while i > 0 && j > 0 { if a[i - 1] == b[j - 1] { out.append(a[i - 1]); i -= 1; j -= 1 } else if t[i - 1][j] >= t[i][j - 1] { i -= 1 } else { j -= 1 } }
    return String(out.reversed()) }
print(lcs("AGGTAB", "GXTXAYB"), lcs("nematode knowledge", "empty bottle")) // expect: GTAB emt ole
func levenshtein(_ s: String, _ t: String) -> Int { var prev = Array(0...t.count); for (i, c) in s.enumerated() { var cur = [i + 1]; for (j, d) in t.enumerated() { cur.append(min(prev[j + 1] + 1, cur[j] + 1, prev[j] + (c == d ? 0 : 1))) }; prev = cur }; return prev.last! }
print(levenshtein("kitten", "sitting"), levenshtein("flaw", "lawn"), levenshtein("naïve", "naive"), levenshtein("", "abc"))
// expect: 3 2 1 3
func knapsack(_ items: [(name: String, weight: Int, value: Int)], capacity: Int) -> (best: Int, chosen: [String]) { var dp = [[Int]](repeating: [Int](repeating: 0, count: capacity + 1), count: items.count + 1); for (i, item) in items.enumerated() { for w in 0...capacity { dp[i + 1][w] = dp[i][w]; if w >= item.weight { dp[i + 1][w] = max(dp[i + 1][w], dp[i][w - item.weight] + item.value) } } }; var w = capacity, chosen: [String] = []; for i in items.indices.reversed() where dp[i + 1][w] != dp[i][w] { chosen.append(items[i].name); w -= items[i].weight }; return (dp[items.count][capacity], chosen.reversed()) }
print(knapsack([("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60)], capacity: 100))
// expect: (best: 405, chosen: ["map", "compass", "sandwich", "glucose"])
func coins(_ amount: Int, _ coins: [Int]) -> Int { var ways = [1] + Array(repeating: 0, count: amount); for c in coins { for a in stride(from: c, through: amount, by: 1) { ways[a] += ways[a - c] } }; return ways[amount] }; func minCoins(_ amount: Int, _ cs: Set<Int>) -> Int? { var best: [Int?] = [0]; for a in 1...amount { best.append(cs.compactMap { a >= $0 ? best[a - $0] : nil }.min().map { $0 + 1 }) }; return best[amount] }
print(coins(100, [1, 5, 10, 25, 50]), minCoins(63, [1, 5, 10, 21, 25]) ?? -1, minCoins(3, [5, 7]) as Any)
// expect: 292 3 nil
func lis(_ a: [Int]) -> [Int] { var tails: [Int] = [], idx: [Int] = [], prev = [Int?](repeating: nil, count: a.count); for (i, x) in a.enumerated() { var lo = 0, hi = tails.count; while lo < hi { let m = (lo + hi) / 2; if tails[m] < x { lo = m + 1 } else { hi = m } }; if lo > 0 { prev[i] = idx[lo - 1] }; if lo == tails.count { tails.append(x); idx.append(i) } else { tails[lo] = x; idx[lo] = i } }; var r: [Int] = [], k = idx.last; while let i = k { r.append(a[i]); k = prev[i] }; return r.reversed() }; print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([3, 2, 1]))
// expect: [2, 3, 7, 18] [] [1]
func kmp(_ text: String, _ pattern: String) -> [Int] { let t = Array(text.utf8), p = Array(pattern.utf8); var fail = [0]; for i in 1..<p.count { var k = fail[i - 1]; while k > 0, p[k] != p[i] { k = fail[k - 1] }; fail.append(p[k] == p[i] ? k + 1 : k) }; var k = 0, hits: [Int] = []; for (i, c) in t.enumerated() { while k > 0, p[k] != c { k = fail[k - 1] }; if p[k] == c { k += 1 }; if k == p.count { hits.append(i - k + 1); k = fail[k - 1] } }; return hits }; print(kmp("ababcababaab", "aba"), kmp("aaaa", "aa"))
// expect: [0, 5, 7] [0, 1, 2]
struct Trie { private var children: [Character: Trie] = [:], isEnd = false; mutating func insert<S: StringProtocol>(_ w: S) { guard let c = w.first else { isEnd = true; return }; children[c, default: Trie()].insert(w.dropFirst()) }; func words(_ prefix: String = "") -> [String] { (isEnd ? [prefix] : []) + children.sorted { $0.key < $1.key }.flatMap { $0.value.words(prefix + String($0.key)) } }; subscript(p: String) -> [String] { var node = self; for c in p { guard let n = node.children[c] else { return [] }; node = n }; return node.words(p) } }
var trie = Trie(); "the quick thin thorn quit quiet".split(separator: " ").forEach { trie.insert($0) }; print(trie.words(), trie["th"], trie["qui"], trie["z"])
// expect: ["quick", "quiet", "quit", "the", "thin", "thorn"] ["the", "thin", "thorn"] ["quick", "quiet", "quit"] []
func isPalindrome(_ s: String) -> Bool { let l = s.lowercased().filter { $0.isLetter || $0.isNumber }; return l == String(l.reversed()) }; print(["A man, a plan, a canal: Panama", "race a car", ""].map(isPalindrome)); func longestPalindrome(_ s: String) -> Substring { let c = Array(s); var best = (0, 0); for i in c.indices { for w in [0, 1] { var l = i, r = i + w; while l >= 0, r < c.count, c[l] == c[r] { if r - l > best.1 - best.0 { best = (l, r) }; l -= 1; r += 1 } } }; return s[s.index(s.startIndex, offsetBy: best.0)...s.index(s.startIndex, offsetBy: best.1)] }; print(longestPalindrome("babadxyzzyx"))
// expect: [true, false, true]
// expect: xyzzyx
func rle(_ s: String) -> String { guard var cur = s.first else { return "" }; var n = 0, out = ""; for c in s { if c == cur { n += 1 } else { out += n > 1 ? "\(n)\(cur)" : String(cur); cur = c; n = 1 } }; return out + (n > 1 ? "\(n)" : "") + String(cur) }; func unrle(_ s: String) -> String { var n = 0, out = ""; for c in s { if let d = c.wholeNumberValue { n = n * 10 + d } else { out += String(repeating: c, count: max(n, 1)); n = 0 } }; return out }; print(rle("WWWWBBBAAC"), unrle("4W3B2AC"), unrle(rle("aaabccd")) == "aaabccd")
// expect: 4W3B2AC WWWWBBBAAC true
let anagrams = Dictionary(grouping: ["listen", "silent", "enlist", "google", "elgoog", "abc"]) { String($0.sorted()) }; print(anagrams.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }); print(Set("hello").symmetricDifference("world").sorted(), "hello world".split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "), String("hello".map { c in c == "l" ? "L" : c }))
// expect: [["elgoog", "google"], ["enlist", "listen", "silent"]]
// expect: ["d", "e", "h", "r", "w"] Hello World heLLo
func wrap(_ s: String, _ width: Int) -> [String] { s.split(separator: " ").reduce(into: [String]()) { lines, w in if let last = lines.last, last.count + 1 + w.count <= width { lines[lines.count - 1] += " " + w } else { lines.append(String(w)) } } }; for l in wrap("the quick brown fox jumps over the lazy dog and runs", 16) { print("|" + l.padding(toLength: 16, withPad: " ", startingAt: 0) + "|") }
// expect: |the quick brown |
// expect: |fox jumps over  |
// expect: |the lazy dog and|
// expect: |runs            |
func balanced(_ s: String) -> Bool { let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]; var stack: [Character] = []; for c in s { if pairs.values.contains(c) { stack.append(c) } else if let open = pairs[c], stack.popLast() != open { return false } }; return stack.isEmpty }; print(["([]{})", "([)]", "((", ""].map(balanced)); func binary(_ n: Int) -> String { n < 2 ? "\(n)" : binary(n / 2) + "\(n % 2)" }; print(binary(37), String(37, radix: 2), Int("100101", radix: 2)!)
// expect: [true, false, false, true]
// expect: 100101 100101 37
func rpn(_ s: String) -> Double? { var st: [Double] = []; for tok in s.split(separator: " ") { if let v = Double(tok) { st.append(v); continue }; guard st.count >= 2 else { return nil }; let b = st.removeLast(), a = st.removeLast(); switch tok { case "+": st.append(a + b); case "-": st.append(a - b); case "*": st.append(a * b); case "/": st.append(a / b); default: return nil } }; return st.count == 1 ? st[0] : nil }; print(rpn("3 4 + 2 * 7 /")!, rpn("1 +") as Any, rpn("2 3 ^") as Any); var life: Set<[Int]> = [[0, 1], [1, 2], [2, 0], [2, 1], [2, 2]]; for _ in 0..<4 { var n: [[Int]: Int] = [:]; for c in life { for dy in -1...1 { for dx in -1...1 where (dy, dx) != (0, 0) { n[[c[0] + dy, c[1] + dx], default: 0] += 1 } } }; life = Set(n.filter { $0.value == 3 || $0.value == 2 && life.contains($0.key) }.keys) }; print(life.sorted { $0.lexicographicallyPrecedes($1) })
// expect: 2.0 nil nil
// expect: [[1, 2], [2, 3], [3, 1], [3, 2], [3, 3]]
