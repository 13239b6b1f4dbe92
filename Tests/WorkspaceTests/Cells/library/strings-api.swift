import Foundation
let s = "Hello, World"
print(s.count, s.isEmpty) // expect: 12 false
print("".isEmpty, s.first as Any) // expect: true Optional("H")
print(s.last as Any, "".first as Any) // expect: Optional("d") nil
print(s.uppercased(), s.lowercased()) // expect: HELLO, WORLD hello, world
print(s.capitalized) // expect: Hello, World
print(s.hasPrefix("Hell"), s.hasSuffix("ld")) // expect: true true
print(s.hasPrefix(""), s.contains("World")) // expect: true true
print(s.contains("o"), s.contains(Character("W"))) // expect: true true
print(s.contains("xyz")) // expect: false
print(s.startIndex == s.endIndex, s[s.startIndex]) // expect: false H
print(s[s.index(after: s.startIndex)], s[s.index(before: s.endIndex)]) // expect: e d
print(s[s.index(s.startIndex, offsetBy: 4)]) // expect: o
print(s.prefix(5), s.suffix(5)) // expect: Hello World
print(s.dropFirst(7), s.dropLast(7)) // expect: World Hello
print(s.prefix(while: { $0 != "," }), s.drop(while: { $0 != " " })) // expect: Hello  World
print(s.firstIndex(of: "o").map { s.distance(from: s.startIndex, to: $0) } as Any, s.lastIndex(of: "o").map { s.distance(from: s.startIndex, to: $0) } as Any)
// expect: Optional(4) Optional(8)
let i = s.firstIndex(of: ",")!
print(s[..<i], s[i...]) // expect: Hello , World
print(s[s.index(after: i)...], s[s.startIndex...i]) // expect:  World Hello,
print(String(s[s.startIndex..<i])) // expect: Hello
print(s.index(s.startIndex, offsetBy: 100, limitedBy: s.endIndex) as Any, s.index(s.endIndex, offsetBy: -5, limitedBy: s.startIndex).map { s[$0...] } as Any)
// expect: nil Optional("World")
print(String(s.reversed()), s.reversed().map { String($0) }.joined(separator: "-")) // expect: dlroW ,olleH d-l-r-o-W- -,-o-l-l-e-H
print(s.map { $0 == "o" ? "0" : $0 }, String(s.map { $0 == "o" ? "0" : $0 })) // expect: ["H", "e", "l", "l", "0", ",", " ", "W", "0", "r", "l", "d"] Hell0, W0rld
print(s.filter { $0.isLetter }, s.filter { "aeiou".contains($0) }) // expect: HelloWorld eoo
print(s.sorted(), String(s.sorted())) // expect: [" ", ",", "H", "W", "d", "e", "l", "l", "l", "o", "o", "r"]  ,HWdellloor
print(s.enumerated().map { "\($0)\($1)" }.joined()) // expect: 0H1e2l3l4o5,6 7W8o9r10l11d
print(s.split(separator: ","), s.split(separator: "o", maxSplits: 1)) // expect: ["Hello", " World"] ["Hell", ", World"]
print("a,,b".split(separator: ","), "a,,b".split(separator: ",", omittingEmptySubsequences: false)) // expect: ["a", "b"] ["a", "", "b"]
print("a b c".split { $0 == " " }, "one--two".split(separator: "--")) // expect: ["a", "b", "c"] ["one", "two"]
print(["x", "y"].joined(), ["x", "y"].joined(separator: ", ")) // expect: xy x, y
print("\(["x","y"].joined())", [[1, 2], [3]].joined().map { $0 }) // expect: xy [1, 2, 3]
print(Array([[1, 2], [3]].joined(separator: [0]))) // expect: [1, 2, 0, 3]
print(s + "!", "a" + "b" + "c") // expect: Hello, World! abc
print(s == "Hello, World", "a" < "b") // expect: true true
print("B" < "a", "abc" < "abd") // expect: true true
print("" < "a", "10" < "9") // expect: true true
var t = "abc"
t += "def"
t.append("g")
t.append(contentsOf: "hi")
t.append(Character("j"))
print(t) // expect: abcdefghij
t.insert("X", at: t.startIndex)
t.insert(contentsOf: "YZ", at: t.index(t.startIndex, offsetBy: 2))
print(t) // expect: XaYZbcdefghij
print(t.remove(at: t.startIndex), t.removeFirst()) // expect: X a
print(t.removeLast(), t.popLast() as Any) // expect: j Optional("i")
print(t) // expect: YZbcdefgh
t.removeFirst(2)
t.removeLast(1)
print(t) // expect: bcdefg
t.removeSubrange(t.startIndex..<t.index(t.startIndex, offsetBy: 2))
print(t) // expect: defg
print(t) // expect: defg
t.removeAll(where: { $0 == "Q" })
print(t) // expect: defg
t.removeAll()
print(t.isEmpty) // expect: true
t.write("w1")
t.append(contentsOf: ["a", "b"])
print(t) // expect: w1ab
print(String(repeating: "ab", count: 3), String(repeating: Character("z"), count: 4)) // expect: ababab zzzz
print(String(5), String(2.5)) // expect: 5 2.5
print(String(true), String("x" as Character)) // expect: true x
print(String(["a", "b"] as [Character]), String("abc".prefix(2))) // expect: ab ab
print("tab\tnew\\n \"q\" \u{41} \u{1F600} \0".count, "multi\\line", #"raw \n \(x)"#, #"interp \#(1 + 1)"#, ##"a"#b"##) // expect: 19 multi\line raw \n \(x) interp 2 a"#b
print("""
  indented
    more
  a \
  b "quotes"
  """)
// expect: indented
// expect:   more
// expect: a b "quotes"
print("""
line1
"quoted" \(1 + 2)
end
""")
// expect: line1
// expect: "quoted" 3
// expect: end
print("a\u{301}" == "\u{e1}", "a\u{301}".count) // expect: true 1
print("\u{e1}".unicodeScalars.count, "a\u{301}".unicodeScalars.count) // expect: 1 2
print("a\u{301}".utf8.count, "e\u{301}".hashValue == "\u{e9}".hashValue) // expect: 3 true
print("👨‍👩‍👧".count, "👨‍👩‍👧".unicodeScalars.count) // expect: 1 5
print("👨‍👩‍👧".utf8.count, "👨‍👩‍👧".utf16.count) // expect: 18 8
print("🇫🇷🇩🇪".count, "é".utf8.map { $0 }) // expect: 2 [195, 169]
print("naïve".uppercased(), "straße".uppercased()) // expect: NAÏVE STRASSE
print("İ".lowercased().count) // expect: 1
print(Array("héllo".utf8), Array("aé😀".utf16)) // expect: [104, 195, 169, 108, 108, 111] [97, 233, 55357, 56832]
print("aé😀".unicodeScalars.map { $0.value }, "abc".utf8.reduce(0) { $0 + Int($1) }) // expect: [97, 233, 128512] 294
for c in "añ😀" { print(c, terminator: "|") }
print() // expect: a|ñ|😀|
for (i, c) in "xyz".enumerated() { print(i, c, terminator: ";") }
print() // expect: 0 x;1 y;2 z;
print("abc".max()!, "hello".min()!) // expect: c e
print(Set("hello").count, Dictionary(grouping: "hello", by: { $0 })["l"]!) // expect: 4 ["l", "l"]
print("a-b_c".split(whereSeparator: { "-_".contains($0) })) // expect: ["a", "b", "c"]
print("abc".elementsEqual("abc"), "abc".starts(with: "ab")) // expect: true true
print("abc".lexicographicallyPrecedes("abd"), "hello".allSatisfy { $0.isLowercase }) // expect: true true
print("abc".contains { $0 == "b" }) // expect: true
print(zip("abc", [1, 2, 3]).map { "\($0)\($1)" }, "hello".firstIndex(where: { $0 == "l" })!.utf16Offset(in: "hello"), "abc".indices.map { "abc"[$0] })
// expect: ["a1", "b2", "c3"] 2 ["a", "b", "c"]
print("Hello".compare("hello").rawValue, "a".compare("b") == .orderedAscending, "b".caseInsensitiveCompare("B") == .orderedSame) // expect: -1 true true
print("  pad ".trimmingCharacters(in: .whitespaces) + "|", "xxhixx".trimmingCharacters(in: CharacterSet(charactersIn: "x"))) // expect: pad| hi
print("\n a \n".trimmingCharacters(in: .whitespacesAndNewlines), "a1b22".components(separatedBy: CharacterSet.decimalDigits)) // expect: a ["a", "b", "", ""]
print("12ab3".trimmingCharacters(in: .decimalDigits)) // expect: ab
print("a,b,,c".components(separatedBy: ","), "abc".components(separatedBy: "")) // expect: ["a", "b", "", "c"] ["abc"]
print("a--b".components(separatedBy: "--"), "hello".replacingOccurrences(of: "l", with: "LL")) // expect: ["a", "b"] heLLLLo
print("aaa".replacingOccurrences(of: "aa", with: "b")) // expect: ba
if let r = "hello world".range(of: "o w") { print("hello world"[r], "hello world"[..<r.lowerBound], "hello world"[r.upperBound...]) } // expect: o w hell orld
print("hello".range(of: "z") == nil, "7".padding(toLength: 3, withPad: "0", startingAt: 0), "abcdef".padding(toLength: 3, withPad: " ", startingAt: 0)) // expect: true 700 abc
print("a b".replacingOccurrences(of: " ", with: ""), "x".appending("y")) // expect: ab xy
print("Hello".localizedCaseInsensitiveContains("ELL"), "ab cd".capitalized) // expect: true Ab Cd
print("hello world".localizedCapitalized) // expect: Hello World
print("abc".utf8.count, "abc".utf8.first!) // expect: 3 97
print("abc".unicodeScalars.first!, "abc".utf8.contains(98)) // expect: a true
print([UInt8]("hi".utf8), String(decoding: [104, 105] as [UInt8], as: UTF8.self)) // expect: [104, 105] hi
