import Foundation
// Text processing
let text = """
    It was the best of times, it was the worst of times,
    it was the age of wisdom, it was the age of foolishness,
      it was the epoch of "belief" \u{2014} it was the epoch of incredulity.
    """
let words = text.lowercased().split { !$0.isLetter }.map(String.init)
var counts: [String: Int] = [:]
for w in words { counts[w, default: 0] += 1 }
let top = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
for (word, count) in top { print(word.padding(4), String(repeating: "*", count: count), count) }
extension String {
    func padding(_ n: Int) -> String { count >= n ? self : self + String(repeating: " ", count: n - count) }
    var isPalindrome: Bool { let s = lowercased().filter(\.isLetter); return s == String(s.reversed()) }
    func caesar(_ k: Int) -> String {
        String(unicodeScalars.map { u -> Character in
            switch u {
            case "a"..."z": return Character(Unicode.Scalar(UInt8((Int(u.value) - 97 + k + 26) % 26 + 97)))
            case "A"..."Z": return Character(UnicodeScalar(UInt8((Int(u.value) - 65 + k + 26) % 26 + 65)))
            default: return Character(u)
            }
        })
    }
    subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] }
    subscript(r: Range<Int>) -> Substring { self[index(startIndex, offsetBy: r.lowerBound)..<index(startIndex, offsetBy: r.upperBound)] }
    func runLength() -> String {
        var out = "", i = startIndex
        while i < endIndex {
            let c = self[i]
            let j = self[i...].firstIndex { $0 != c } ?? endIndex
            let n = distance(from: i, to: j)
            out += n > 1 ? "\(n)\(c)" : "\(c)"
            i = j
        }
        return out
    }
}
print("A man, a plan, a canal: Panama".isPalindrome, "nope".isPalindrome)
print("Hello, World!".caesar(3), "Khoor, Zruog!".caesar(-3))
print("WWWWWBBWWWAc".runLength(), "swift"[1], "swift"[1..<4])
let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
for (n, line) in lines.enumerated() { print(n + 1, line.count, line.hasPrefix(" "), line.drop { $0 == " " }.prefix(10)) }
let family = "👨‍👩‍👧 café e\u{301}"
print(family.count, family.unicodeScalars.count, family.utf8.count, family.utf16.count)
print("café" == "cafe\u{301}", "e\u{301}".unicodeScalars.map { String($0.value, radix: 16, uppercase: true) })
var s = "Hello"
s.insert("!", at: s.endIndex); s.insert(contentsOf: " there", at: s.index(before: s.endIndex))
print(s, s.firstIndex(of: "l").map { s[$0...] } ?? "-", s.lastIndex(of: "e").map { s.distance(from: s.startIndex, to: $0) }!)
s.removeSubrange(s.startIndex..<s.index(s.startIndex, offsetBy: 6)); print(s)
s.replaceSubrange(s.range(of: "ere") ?? s.startIndex..<s.startIndex, with: "ose"); print(s)
print(s.uppercased(), s.capitalized, s.reversed().map { String($0) })
print("a,b,,c".split(separator: ","), "a,b,,c".components(separatedBy: ","), "a,b,,c".split(separator: ",", maxSplits: 1))
print(" \t x y \n".trimmingCharacters(in: .whitespacesAndNewlines) + "|", "aXbX".replacingOccurrences(of: "X", with: "--"))
print(String(format: "%05.2f|%-6@|%4d|%x|%e", 3.14159, "ab", 42, 255, 12345.678))
print("\"quoted\"\t\\ \("nested \("deep")")", #"raw \n \#(1 + 1)"#)
debugPrint("tab\t\"q\" \u{1F600} \u{7}", "é", Character("\n"), ["a": 1])
print("abc" < "abd", "Z" < "a", "10" < "9", "" < "a", max("pear", "peach"))
let acronym = "portable network graphics".split(separator: " ").compactMap(\.first).map { $0.uppercased() }.joined()
print(acronym, Int("12a") as Any, Int("-42")!, Double("1e3")!, Int("ff", radix: 16) ?? 0, Bool("true")!)
let isbn = "3-598-21508-8".filter { $0 != "-" }
let check = zip(isbn, stride(from: 10, through: 1, by: -1)).map { ($0 == "X" ? 10 : $0.wholeNumberValue!) * $1 }.reduce(0, +) % 11 == 0
print(check, isbn.allSatisfy { ("0"..."9").contains($0) || $0 == "X" })
var letters = Array("mississippi"); letters.sort(); print(String(letters), Dictionary(grouping: letters) { $0 }.mapValues(\.count).sorted { $0.key < $1.key }.map { "\($0)\($1)" })
for c in "aé1 \n$" { print(c.isLetter, c.isNumber, c.isWhitespace, c.isNewline, c.isASCII, c.asciiValue ?? 0, separator: ",") }
// expect: it   ****** 6
// expect: of   ****** 6
// expect: the  ****** 6
// expect: was  ****** 6
// expect: age  ** 2
// expect: true false
// expect: Khoor, Zruog! Hello, World!
// expect: 5W2B3WAc w wif
// expect: 1 52 false It was the
// expect: 2 56 false it was the
// expect: 3 65 true it was the
// expect: 8 13 28 16
// expect: true ["65", "301"]
// expect: Hello there! llo there! 10
// expect: there!
// expect: those!
// expect: THOSE! Those! ["!", "e", "s", "o", "h", "t"]
// expect: ["a", "b", "c"] ["a", "b", "", "c"] ["a", "b,,c"]
// expect: x y| a--b--
// expect: 03.14|ab|  42|ff|1.234568e+04
// expect: "quoted"	\ nested deep raw \n 2
// expect: "tab\t\"q\" 😀 \u{07}" "é" "\n" ["a": 1]
// expect: true true true true pear
// expect: PNG nil -42 1000.0 255 true
// expect: true true
// expect: iiiimppssss ["i4", "m1", "p2", "s4"]
// expect: true,false,false,false,true,97
// expect: true,false,false,false,false,0
// expect: false,true,false,false,true,49
// expect: false,false,true,false,true,32
// expect: false,false,true,true,true,10
// expect: false,false,false,false,true,36
