let c: Character = "a"
print(c.isLetter, c.isNumber, c.isUppercase, c.uppercased(), c.asciiValue!, c.isWhitespace, c.isPunctuation, c.hexDigitValue!, c.wholeNumberValue as Any) // expect: true false false A 97 false false 10 nil
print(Character("7").wholeNumberValue!, Character("é").isASCII, Character("\n").isNewline, Character(" ").isWhitespace, Character("!").isPunctuation, Character("+").isSymbol, Character("π").isLetter) // expect: 7 false true true true true true
print(Character(UnicodeScalar(65)), "A".unicodeScalars.first!.value, Character("x") < "y", ["b", "a"].map { Character($0) }.sorted()) // expect: A 65 true ["a", "b"]
print(String(c) + "b", "\(c)\(c)", String([c, "z"]), "abc".map { String($0.asciiValue! + 1) }, Array("abc").map { $0.uppercased() }) // expect: ab aa az ["98", "99", "100"] ["A", "B", "C"]
print("naïve café".count, "naïve".uppercased(), "STRASSE".lowercased(), "ß".uppercased(), "a\u{308}".count, "👩🏽‍🚀".count, "👩🏽‍🚀".utf8.count, "\r\n".count) // expect: 10 NAÏVE strasse SS 1 1 15 1
let s = "Grüße, 世界!"
for index in s.indices where s[index].isLetter == false { print(s.distance(from: s.startIndex, to: index), terminator: " ") }
print() // expect: 5 6 9 
print(s[s.index(s.startIndex, offsetBy: 3)], s[s.index(before: s.endIndex)], s.firstIndex(of: "世") != nil, s.suffix(3), s.utf8.count, s.utf16.count, s.unicodeScalars.count) // expect: ß ! true 世界! 16 10 10
if let comma = s.firstIndex(of: ",") { print(s[..<comma], s[s.index(after: comma)...], s.prefix(upTo: comma)) } // expect: Grüße  世界! Grüße
print(s.lowercased().hasPrefix("grü"), s.contains("世界"), s.split(separator: ","), s.replacing("ü", with: "ue"), String(s.prefix(5)).count) // expect: true true ["Grüße", " 世界!"] Grueße, 世界! 5
var t = "abc"
t.remove(at: t.index(after: t.startIndex))
t.insert(contentsOf: "XYZ", at: t.startIndex)
t.append(contentsOf: "!!")
t.removeFirst(2)
print(t, t.dropFirst().dropLast(), t.first!, t.popLast()!, t.isEmpty) // expect: Zac!! ac! Z ! false
t.removeAll { $0 == "!" }
print(t, t + t, t < "Zb", t == "Zac", "b" > "a", "10" < "9", "" < "a", max("a", "b"), ["é", "e", "f"].sorted()) // expect: Zac ZacZac true true true true true b ["e", "f", "é"]
print("a b  c".split(separator: " ", omittingEmptySubsequences: false), "one::two".split(separator: "::"), "abc".contains { $0 == "b" }, "hello".firstIndex(where: { $0 == "l" }) == "hello".firstIndex(of: "l")) // expect: ["a", "b", "", "c"] ["one", "two"] true true
print("line one\nline two".split(separator: "\n").count, "tab\tsep".split(separator: "\t"), "x,y".components(",")) // expect: 2 ["tab", "sep"] ["x", "y"]
extension String { func components(_ s: Character) -> [String] { split(separator: s).map(String.init) } }
print("%", "100%", "\\", "\"", "\u{48}\u{49}", "\0".count, "tab\there") // expect: % 100% \ " HI 1 tab	here
