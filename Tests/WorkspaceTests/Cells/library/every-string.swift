import Foundation
// String members
let s = "Hello, World"
print(s.count, s.isEmpty, s.first!, s.last!, s.uppercased(), s.lowercased(), s.hasPrefix("Hell"), s.hasSuffix("xx"), s.hashValue == "Hello, World".hashValue)
// expect: 12 false H d HELLO, WORLD hello, world true false true
print(s.contains("World"), s.contains("o" as Character), s.contains { $0.isNumber }, s.starts(with: "He"), s.firstIndex(of: "o")! < s.lastIndex(of: "o")!)
// expect: true true false true true
print(s.prefix(5), s.suffix(5), s.dropFirst(7), s.dropLast(7), s.prefix(while: { $0 != "," }), s.drop(while: { $0 != "W" }), s.prefix(100), s.dropFirst(100).isEmpty)
// expect: Hello World World Hello Hello World Hello, World true
print(s.split(separator: ","), s.split(separator: "o", maxSplits: 1), s.split(separator: "l", omittingEmptySubsequences: false), s.split { $0 == "l" || $0 == " " }, "a--b".split(separator: "--"))
// expect: ["Hello", " World"] ["Hell", ", World"] ["He", "", "o, Wor", "d"] ["He", "o,", "Wor", "d"] ["a", "b"]
print(s.map { String($0).uppercased() }.joined(), s.filter { !"aeiou".contains($0) }, s.reduce("") { String($1) + $0 }, String(s.reversed()), s.compactMap { $0.isUppercase ? $0 : nil })
// expect: HELLO, WORLD Hll, Wrld dlroW ,olleH dlroW ,olleH ["H", "W"]
print(Array(s.enumerated()).filter { $0.element == "l" }.map(\.offset), zip(s, s.dropFirst()).filter { $0 == $1 }.map { "\($0)\($1)" })
// expect: [2, 3, 10] ["ll"]
print(String(repeating: "ab", count: 3), String(repeating: Character("-"), count: 5), String(["a", "b"] as [Character]), String("abc".sorted(by: >)), String(5), String(5.5), String(true), String(UnicodeScalar(65)))
// expect: ababab ----- ab cba 5 5.5 true A
var t = "swift"
t.append("!"); t += "?"; t.append(contentsOf: "...."); t.insert("<", at: t.startIndex); t.insert(contentsOf: ">>", at: t.endIndex)
print(t, t.removeFirst(), t.removeLast(), t.popLast() as Any, t) // expect: <swift!?....>> < > Optional(">") swift!?....
t.removeFirst(2); t.removeLast(3); print(t) // expect: ift!?.
t.removeAll(where: { $0 == "." }); print(t); t.replaceSubrange(t.startIndex..<t.index(after: t.startIndex), with: "WWW"); print(t)
// expect: ift!?
// expect: WWWft!?
t.removeSubrange(t.startIndex...t.index(t.startIndex, offsetBy: 1)); print(t); t.remove(at: t.startIndex); print(t); t.removeAll(); print(t.isEmpty, "[\(t)]")
// expect: Wft!?
// expect: ft!?
// expect: true []
let u = "naïve café 🇫🇷 👨‍👩‍👧"
print(u.count, u.utf8.count, u.utf16.count, u.unicodeScalars.count, u.uppercased(), u.capitalized, Array(u.utf8.prefix(5)), u.unicodeScalars.map { $0.value }.prefix(4))
// expect: 14 40 24 19 NAÏVE CAFÉ 🇫🇷 👨‍👩‍👧 Naïve Café 🇫🇷 👨‍👩‍👧 [110, 97, 195, 175, 118] [110, 97, 239, 118]
let i = u.index(u.startIndex, offsetBy: 2); print(u[i], u[..<i], u[i...].prefix(3), u.distance(from: u.startIndex, to: i), u.index(i, offsetBy: 100, limitedBy: u.endIndex) as Any)
// expect: ï na ïve 2 nil
print("abc" < "abd", "abc" < "ABC", "" < "a", "Zebra" < "apple", "é" == "e\u{301}", "10" < "9", max("b", "a"), ["b", "C", "a"].sorted())
// expect: true false true true true true b ["C", "a", "b"]
print("a,b,,c".split(separator: ","), "a,b,,c".components(separatedBy: ","), "  trim me \n".trimmingCharacters(in: .whitespacesAndNewlines), "xxabcxx".trimmingCharacters(in: CharacterSet(charactersIn: "x")))
// expect: ["a", "b", "c"] ["a", "b", "", "c"] trim me abc
print("one two one".replacingOccurrences(of: "one", with: "1"), "path/to/file".components(separatedBy: "/").last!, "abc".padding(toLength: 6, withPad: "*", startingAt: 0), "hello world".capitalized)
// expect: 1 two 1 file abc*** Hello World
if let r = s.range(of: "World") { print(s[r], s[..<r.lowerBound], s.distance(from: s.startIndex, to: r.lowerBound)) }
// expect: World Hello,  7
print("line1\nline2\r\nline3".split(whereSeparator: \.isNewline), "line1\nline2".split(separator: "\n").count, "a\tb c".split { $0.isWhitespace })
// expect: ["line1", "line2", "line3"] 2 ["a", "b", "c"]
print("12,34;56".components(separatedBy: CharacterSet(charactersIn: ",;")), "CSV,row".lowercased().split(separator: ",").map(String.init))
// expect: ["12", "34", "56"] ["csv", "row"]
print(s.min()!, s.max()!, Set("mississippi").sorted(), "abc".allSatisfy(\.isLetter), "hello".lexicographicallyPrecedes("help"), "hello".elementsEqual("hello"), "abc".shuffled().count)
// expect:   r ["i", "m", "p", "s"] true true true 3
print("abc".randomElement() != nil, "" .randomElement() as Any, "a".unicodeScalars.first!.value, "\u{1F600}".unicodeScalars.first!, "A".utf8.first!, "abc".utf8.reduce(0) { $0 + Int($1) })
// expect: true nil 97 😀 65 294
for (n, c) in "héllo".enumerated() where n % 2 == 0 { print(n, c, terminator: ";") }
print() // expect: 0 h;2 l;4 o;
print("tab\tquote\"backslash\\ null\0 unicode\u{e9}".debugDescription, "a\nb".debugDescription, String(reflecting: "x\ty"), ["k\n": "v\""])
// expect: "tab\tquote\"backslash\\ null\0 unicodeé" "a\nb" "x\ty" ["k\n": "v\""]
print(String(format: "%d %5d|%-5d|%05d %x %X %o %c", 42, 42, 42, 42, 255, 255, 8, 65), String(format: "%.2f %8.3f %e %g %G %%", 3.14159, 2.71828, 12345.678, 0.0001, 1e10))
// expect: 42    42|42   |00042 ff FF 10 A 3.14    2.718 1.234568e+04 0.0001 1E+10 %
print(String(format: "%@ and %@", "one", "two"), String(format: "%+d % d %ld %lld %lu %u", 5, 5, 123456789012, 5, 6, 7), String(format: "%2$@ %1$@", "a", "b"), String(format: "%08.3f|%-10@|%10@", 3.14159, "left", "right"))
// expect: one and two +5  5 123456789012 5 6 7 b a 0003.142|left|right
let multi = """
    Indented \("interp") \
    joined
      deeper "quotes" \u{41}
    """
print(multi, multi.split(separator: "\n").count)
// expect: Indented interp joined
// expect:   deeper "quotes" A 2
print("abc".utf8.map { String($0, radix: 16) }, "z".unicodeScalars.map { $0.isASCII }, String(decoding: [72, 105], as: UTF8.self), String("abc".utf8.dropFirst()) as Any, Array("añ".utf16), String("é".unicodeScalars.map { Character($0) }))
// expect: ["61", "62", "63"] [true] Hi Optional("bc") [97, 241] é
print("Swift" ~= "Swift", "a"..."f" ~= "c", ("a"..."f").contains("g"), ("b" as Character)...("d" as Character), "x" + "y" + String(1), "abc".description, "abc".lowercased().hasSuffix("c"))
// expect: true true false b...d xy1 abc true
print("The quick brown fox".split(separator: " ").map { $0.first! }, "word word".indices.count, "a-b_c".split(whereSeparator: { "-_".contains($0) }), "x=1;y=2".split(separator: ";").map { $0.split(separator: "=") })
// expect: ["T", "q", "b", "f"] 9 ["a", "b", "c"] [["x", "1"], ["y", "2"]]
