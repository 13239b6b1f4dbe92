let name = "world"
print("hello, \(name)!") // expect: hello, world!
print("1 + 2 = \(1 + 2), \(name.count) letters, \([1, 2]), \((1, "a"))") // expect: 1 + 2 = 3, 5 letters, [1, 2], (1, "a")
print("nested \("in \(name)")") // expect: nested in world
var s = "abc"
s += "def"
s.append("g")
s.append("hi")
print(s, s.count, s.isEmpty, "".isEmpty) // expect: abcdefghi 9 false true
print(s + "!" + "?") // expect: abcdefghi!?
for c in "héllo" { print(c, terminator: ".") }
print() // expect: h.é.l.l.o.
print("a" == "a", "a" < "b", "Z" < "a", "abc" < "abd", "e\u{301}" == "é") // expect: true true true true true
print(s.uppercased(), "ABC".lowercased(), s.hasPrefix("abc"), s.hasSuffix("xyz"), s.contains("cde"), s.contains("z")) // expect: ABCDEFGHI abc true false true false
print(s.first!, s.last!, "".first as Any) // expect: a i nil
print(String(s.reversed()), s.prefix(3), s.suffix(2), s.dropFirst(2), s.dropLast(4)) // expect: ihgfedcba abc hi cdefghi abcde
print("a,b,,c".split(separator: ","), "a b c".split(separator: " ").map { $0.uppercased() }) // expect: ["a", "b", "c"] ["A", "B", "C"]
print(["x", "y", "z"].joined(separator: "-"), ["x", "y"].joined()) // expect: x-y-z xy
print(String(repeating: "ab", count: 3), String(42), String(1.5), String(true), String(255, radix: 16), String(5, radix: 2)) // expect: ababab 42 1.5 true ff 101
print(Int("42")!, Int("x") as Any, Int("-7")!, Int("ff", radix: 16)!, Double("2.5")!) // expect: 42 nil -7 255 2.5
let index = s.index(s.startIndex, offsetBy: 2)
print(s[index], s[s.startIndex], s[index...], s[..<index]) // expect: c a cdefghi ab
print("🇩🇪👨‍👩‍👧é".count, "日本語".count) // expect: 3 3
print("quote \"q\" and 'single'", "back\\slash") // expect: quote "q" and 'single' back\slash
debugPrint("a\tb\n", ["x\"y"], 1.5, "é") // expect: "a\tb\n" ["x\"y"] 1.5 "é"
print(s.filter { $0 > "d" }, s.map { String($0) }.count) // expect: efghi 9
print("The quick".unicodeScalars.count, "é".utf8.count, Array("abc".utf8)) // expect: 9 2 [97, 98, 99]
print("x".isEmpty ? "empty" : "full") // expect: full
print(Array("hey")) // expect: ["h", "e", "y"]
