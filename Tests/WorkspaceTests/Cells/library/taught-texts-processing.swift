// string processing
let text = """
    The quick brown fox
    jumps over the lazy dog;
      the dog sleeps.
    """
let lines = text.split(separator: "\n")
for (i, l) in lines.enumerated() { print(i, l.count, "[\(l)]") }
let words = text.lowercased().split { !$0.isLetter }
print(words.count, Set(words).count)
var freq: [Character: Int] = [:]
for ch in text where ch.isLetter { freq[Character(ch.lowercased()), default: 0] += 1 }
let top = freq.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
print(top.map { "\($0.key)=\($0.value)" }.joined(separator: ", "))
let pangram = Set("abcdefghijklmnopqrstuvwxyz").isSubset(of: Set(text.lowercased()))
print("pangram:", pangram)
func isPalindrome(_ s: String) -> Bool {
    let cs = s.lowercased().filter(\.isLetter)
    return cs == String(cs.reversed())
}
print(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("Hello"))
func caesar(_ s: String, by k: Int) -> String {
    String(s.map { c -> Character in
        guard let a = c.asciiValue, c.isLetter else { return c }
        let base: UInt8 = c.isUppercase ? 65 : 97
        return Character(UnicodeScalar((a - base + UInt8((k % 26 + 26) % 26)) % 26 + base))
    })
}
let secret = caesar("Hello, World!", by: 3)
print(secret, caesar(secret, by: -3))
let s = "naïve café 👨‍👩‍👧 🇩🇪"
print(s.count, s.utf8.count, s.unicodeScalars.count, s.utf16.count)
print(s.reversed().map(String.init).joined())
let i = s.firstIndex(of: "c")!
print(s[i...], s[..<i], s[s.index(i, offsetBy: 2)], s.distance(from: s.startIndex, to: i))
print(s.prefix(3), s.suffix(2), s.dropFirst(6).prefix { $0 != " " })
var m = "abc"
m.insert("x", at: m.index(after: m.startIndex)); m.append(contentsOf: "yz"); m += "!"
m.remove(at: m.startIndex); m.removeAll { $0 == "b" }
print(m, m.hasPrefix("x"), m.hasSuffix("z!"), m.contains("yz"), m.first!, m.last!)
m.replaceSubrange(m.startIndex..<m.index(m.startIndex, offsetBy: 2), with: "START-")
print(m)
func runLength(_ s: String) -> String {
    var out = "", rest = Substring(s)
    while let c = rest.first {
        let run = rest.prefix { $0 == c }
        out += run.count > 1 ? "\(run.count)\(c)" : "\(c)"
        rest = rest.dropFirst(run.count)
    }
    return out
}
print(runLength("aaabccdddd"), runLength(""))
print(zip("hello", "world").filter { $0 == $1 }.map { $0.0 })
print("a,b,,c".split(separator: ",", omittingEmptySubsequences: false), "a,b,,c".split(separator: ",", maxSplits: 1))
print("Zebra" < "apple", "apple" < "banana", "é" == "e\u{301}", "abc".elementsEqual("abc"))
print("hex \(String(255, radix: 16)) bin \(String(10, radix: 2)) up \(String(48879, radix: 16, uppercase: true))", Int("ff", radix: 16) ?? 0, Int("zz") as Any)
print(#"raw \(no) "quotes""#, #"raw \#(1 + 1)"#)
print("tab\tquote\" uni\u{41} nul\0".unicodeScalars.map { $0.value })
print("abc" + String(repeating: "-", count: 3) + ["x", "y"].joined())
print("%", String(describing: Optional("x")), String(reflecting: "q\n\"w\""))
print("line1\nline2\r\nline3".split(whereSeparator: \.isNewline))
print("1 2 x 3".split(separator: " ").compactMap { Int($0) }.reduce(0, +))
let t = "Swift"
for (offset, c) in zip(t.indices, t) where c != "i" { print(t[offset], terminator: offset == t.index(before: t.endIndex) ? "\n" : ".") }
print(t.uppercased(), t.lowercased(), t.map { $0.isUppercase ? "U" : "l" })
print(t.min()!, t.max()!, t.sorted(), t.allSatisfy { $0.isASCII }, t.randomElement() != nil)
// expect: 0 19 [The quick brown fox]
// expect: 1 24 [jumps over the lazy dog;]
// expect: 2 17 [  the dog sleeps.]
// expect: 12 9
// expect: e=6, o=5, h=3, s=3, t=3
// expect: pangram: true
// expect: true false
// expect: Khoor, Zruog! Hello, World!
// expect: 14 40 19 24
// expect: 🇩🇪 👨‍👩‍👧 éfac evïan
// expect: café 👨‍👩‍👧 🇩🇪 naïve  f 6
// expect: naï  🇩🇪 café
// expect: xcyz! true true true x !
// expect: START-yz!
// expect: 3ab2c4d 
// expect: ["l"]
// expect: ["a", "b", "", "c"] ["a", "b,,c"]
// expect: true true true true
// expect: hex ff bin 1010 up BEEF 255 nil
// expect: raw \(no) "quotes" raw 2
// expect: [116, 97, 98, 9, 113, 117, 111, 116, 101, 34, 32, 117, 110, 105, 65, 32, 110, 117, 108, 0]
// expect: abc---xy
// expect: % Optional("x") "q\n\"w\""
// expect: ["line1", "line2", "line3"]
// expect: 6
// expect: S.w.f.t
// expect: SWIFT swift ["U", "l", "l", "l", "l"]
// expect: S w ["S", "f", "i", "t", "w"] true true
