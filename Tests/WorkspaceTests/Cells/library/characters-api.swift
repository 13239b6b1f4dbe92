import Foundation
let c: Character = "a"
print(c.isLetter, c.isNumber) // expect: true false
print(c.isUppercase, c.isLowercase) // expect: false true
print(c.isWhitespace, c.isPunctuation) // expect: false false
print(c.isSymbol, c.isNewline) // expect: false false
print(c.isHexDigit, c.isWholeNumber) // expect: true false
print(c.isASCII, c.asciiValue as Any) // expect: true Optional(97)
print(c.hexDigitValue as Any, c.wholeNumberValue as Any) // expect: Optional(10) nil
for ch in "Z9 .+\n½五é$_ßF" { print(ch.isLetter, ch.isNumber, ch.isUppercase, ch.isLowercase, ch.isWhitespace, ch.isPunctuation, ch.isSymbol, ch.isMathSymbol, ch.isCurrencySymbol, ch.isCased, ch.wholeNumberValue as Any, ch.hexDigitValue as Any) }
// expect: true false true false false false false false false true nil nil
// expect: false true false false false false false false false false Optional(9) Optional(9)
// expect: false false false false true false false false false false nil nil
// expect: false false false false false true false false false false nil nil
// expect: false false false false false false true true false false nil nil
// expect: false false false false true false false false false false nil nil
// expect: false true false false false false false false false false nil nil
// expect: true true false false false false false false false false Optional(5) nil
// expect: true false false true false false false false false true nil nil
// expect: false false false false false false true false true false nil nil
// expect: false false false false false true false false false false nil nil
// expect: true false false true false false false false false true nil nil
// expect: true false true false false false false false false true nil Optional(15)
print(c.uppercased(), "ß".uppercased()) // expect: A SS
print(Character("é").asciiValue as Any, Character("\n").asciiValue!) // expect: nil 10
print("\r\n".count, Character("\r\n").isNewline) // expect: 1 true
print(Character("\r\n").asciiValue as Any) // expect: Optional(10)
print(c < "b", c == "a") // expect: true true
print(c != "b", c.hashValue == Character("a").hashValue) // expect: true true
print(["c", "a", "b"].sorted() as [Character], max(c, "z")) // expect: ["a", "b", "c"] z
print(Character(UnicodeScalar(65)), Character(Unicode.Scalar(UInt8(66)))) // expect: A B
print(UnicodeScalar("A").value, Character(UnicodeScalar(0x1F600)!)) // expect: 65 😀
print(c.unicodeScalars.first!.value, c.utf8.count) // expect: 97 1
func caesar(_ s: String, _ k: Int) -> String {
    String(s.map { ch in
        guard let a = ch.asciiValue, ch.isLetter else { return ch }
        let base: UInt8 = ch.isUppercase ? 65 : 97
        return Character(UnicodeScalar((a - base + UInt8(k)) % 26 + base))
    })
}
print(caesar("Hello, World!", 3), caesar("xyz", 5)) // expect: Khoor, Zruog! cde
func isPalin(_ s: String) -> Bool { let f = s.lowercased().filter { $0.isLetter }; return f == String(f.reversed()) }
print(isPalin("A man, a plan, a canal: Panama"), isPalin("no")) // expect: true false
var counts: [Character: Int] = [:]
for ch in "mississippi" { counts[ch, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }.joined(separator: " "), counts.max { $0.value < $1.value }!.value) // expect: i4 m1 p2 s4 4
print(String(describing: c), String(reflecting: c)) // expect: a "a"
print("\(c)", [c]) // expect: a ["a"]
print(["a": c], Optional(c) as Any) // expect: ["a": "a"] Optional("a")
print((c, "b" as Character), Character("\"").debugDescription) // expect: ("a", "b") "\""
print("\\".debugDescription, "tab\t nl\n q\" nul\0 é \u{7f} \u{200b}".debugDescription) // expect: "\\" "tab\t nl\n q\" nul\0 é \u{7F} ​"
print(["a\n", "b\"", "c\\", "d'", "é\u{301}", "\u{1}"]) // expect: ["a\n", "b\"", "c\\", "d\'", "é́", "\u{01}"]
let digits = "12345".compactMap { $0.wholeNumberValue }
print(digits, digits.reduce(0, +)) // expect: [1, 2, 3, 4, 5] 15
print("a1b2".filter(\.isNumber), "abc".map(\.isLetter)) // expect: 12 [true, true, true]
print(("a"..."e").contains("c"), ("a"..."z").contains("A")) // expect: true false
print("a"..."e", "a"..<"b") // expect: a...e a..<b
switch c { case "a"..."m": print("first half"); case "n"..."z": print("second"); default: print("other") } // expect: first half
switch "hello" { case "hi": print(1); case "h"..<"i": print(2); default: print(3) } // expect: 2
for u in "aé1 ".unicodeScalars { print(u, u.value, u.isASCII, u.properties.isAlphabetic, u.properties.isWhitespace, u.properties.name ?? "-", u.properties.numericValue as Any) }
// expect: a 97 true true false LATIN SMALL LETTER A nil
// expect: é 233 false true false LATIN SMALL LETTER E WITH ACUTE nil
// expect: 1 49 true false false DIGIT ONE Optional(1.0)
// expect:   32 true false true SPACE nil
print(Unicode.Scalar(65 as UInt32) as Any, Unicode.Scalar(0xD800 as UInt32) as Any) // expect: Optional("A") nil
print(UnicodeScalar(UInt8(97)), "a".unicodeScalars.first!.debugDescription) // expect: a "a"
print("é".unicodeScalars.map { $0.escaped(asASCII: true) }) // expect: ["\\u{00E9}"]
var us = "abc".unicodeScalars
us.append("d")
print(String(us), us.count) // expect: abcd 4
print(String(String.UnicodeScalarView("xy".unicodeScalars))) // expect: xy
let str = "hello"
let idx = str.unicodeScalars.index(str.unicodeScalars.startIndex, offsetBy: 2)
print(str[idx], str.unicodeScalars[idx]) // expect: l l
print(str.utf8[idx], str.utf16[str.utf16.index(str.utf16.startIndex, offsetBy: 1)]) // expect: 108 101
print(str.utf16.count, Array(str.utf16.prefix(2))) // expect: 5 [104, 101]
print(str.utf8.dropFirst().map { $0 }, str.utf8.reversed().map { $0 }) // expect: [101, 108, 108, 111] [111, 108, 108, 101, 104]
print(String(str.unicodeScalars.filter { $0 != "l" }.map(Character.init)), String(String.UnicodeScalarView(str.unicodeScalars.filter { $0.value > 104 }))) // expect: heo llo
