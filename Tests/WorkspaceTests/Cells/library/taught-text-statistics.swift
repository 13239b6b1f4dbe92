let text = """
It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
\tit was the season of Light...
"""
let words = text.lowercased().split { !$0.isLetter }.map(String.init)
print(words.count, Set(words).count)
var freq: [String: Int] = [:]
for w in words { freq[w, default: 0] += 1 }
let top = freq.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(5)
for (word, n) in top { print(word + String(repeating: ".", count: 10 - word.count) + String(n)) }
for line in text.split(separator: "\n") {
    let initials = line.split(separator: " ").compactMap(\.first)
    print(String(initials), line.count, line.hasPrefix("it"), line.last!)
}
let grouped = Dictionary(grouping: Set(words), by: \.count).mapValues { $0.sorted() }
for k in grouped.keys.sorted() { print(k, grouped[k]!) }
print(String(text.reversed().prefix(12)))
func caesar(_ s: String, by k: Int) -> String {
    String(s.map { c -> Character in
        guard let a = c.asciiValue, c.isLetter else { return c }
        let base: UInt8 = c.isUppercase ? 65 : 97
        return Character(UnicodeScalar(base + UInt8((Int(a - base) + k + 26) % 26)))
    })
}
let enc = caesar("Hello, World!", by: 3)
print(enc, caesar(enc, by: -3))
func isPalindrome(_ s: String) -> Bool {
    let c = s.lowercased().filter(\.isLetter)
    return c == String(c.reversed())
}
print(["A man, a plan, a canal: Panama", "hello", ""].map(isPalindrome))
func rle(_ s: String) -> String {
    guard var prev = s.first else { return "" }
    var out = "", n = 0
    for c in s { if c == prev { n += 1 } else { out += "\(n)\(prev)"; prev = c; n = 1 } }
    return out + "\(n)\(prev)"
}
print(rle("aaabbbccd"), rle("é🇩🇪🇩🇪"), rle("").isEmpty)
let s = "Swift 🚀 café"
print(s.count, s.utf8.count, s.utf16.count, s.unicodeScalars.count)
print(s[s.startIndex], s[s.index(s.startIndex, offsetBy: 6)], s[..<s.firstIndex(of: " ")!])
if let r = s.firstIndex(of: "🚀") { print(s[r...], s.distance(from: s.startIndex, to: r)) }
print("tic-tac-toe".split(separator: "-", maxSplits: 1), "a,,b".split(separator: ",", omittingEmptySubsequences: false))
print("%", #"raw \(s.count) \#(s.count)"#, "tab\tq\"uote\" \u{1F600}")
debugPrint("tab\tq\"uote\" \u{1F600}\n\u{0}é")
print("abc" < "abd", "Zebra" < "apple")
// expect: 30 12
// expect: it........5
// expect: of........5
// expect: the.......5
// expect: was.......5
// expect: age.......2
// expect: Iwtbotiwtwot 52 false ,
// expect: iwtaowiwtaof 56 true ,
// expect: 	wtsoL 30 false .
// expect: 2 ["it", "of"]
// expect: 3 ["age", "the", "was"]
// expect: 4 ["best"]
// expect: 5 ["light", "times", "worst"]
// expect: 6 ["season", "wisdom"]
// expect: 11 ["foolishness"]
// expect: ...thgiL fo
// expect: Khoor, Zruog! Hello, World!
// expect: [true, false, true]
// expect: 3a3b2c1d 1é2🇩🇪 true
// expect: 12 16 13 12
// expect: S 🚀 Swift
// expect: 🚀 café 6
// expect: ["tic", "tac-toe"] ["a", "", "b"]
// expect: % raw \(s.count) 12 tab	q"uote" 😀
// expect: "tab\tq\"uote\" 😀\n\0é"
// expect: true true
