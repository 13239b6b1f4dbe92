import Foundation
print(String(format: "%d %5d|%-5d|%05d %+d %x %X %o %#x %c", 42, 42, 42, 42, 42, 255, 255, 8, 255, 65)) // expect: 42    42|42   |00042 +42 ff FF 10 0xff A
print(String(format: "%f %.2f %8.3f|%-8.1f|%08.2f %+.1f %e %.3E %g %G %.0f", 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 31415.9, 31415.9, 0.0001, 1e10, 2.5))
// expect: 3.141590 3.14    3.142|3.1     |00003.14 +3.1 3.141590e+04 3.142E+04 0.0001 1E+10 2
print(String(format: "%%|%5.1f%%", 45.678), String(format: "%ld %lld %lu %zd %i %u", 1, 2, 3, 4, 5, UInt32(6))) // expect: %| 45.7% 1 2 3 4 5 6
print(String(format: "%2$@ %1$@", "a", "b"), String(format: "%5@|%-5@|", "ab", "cd")) // expect: b a ab|cd|
print(String(format: "%*d", 6, 42), String(format: "%.*f", 2, 3.14159)) // expect:     42 3.14
print(String(format: "%hhd %hd", 300, 70000), String(format: "%a", 1.5)) // expect: 44 4464 0x1.8p+0
print(String(format: "%08.3f|% d|%e", -3.5, 5, 0.0), String(format: "%.10g %g %g %g", 1.0 / 3, 100000.0, 1000000.0, 1e-5))
// expect: -003.500| 5|0.000000e+00 0.3333333333 100000 1e+06 1e-05
print(String(format: "%f %f", Double.infinity, -Double.infinity), String(format: "%x", -1)) // expect: inf -inf ffffffff
print(String(format: "%lx", -1), String(format: "%d", Int.max)) // expect: ffffffffffffffff -1
print(String(format: "%ld", Int.max), String(format: "%llu", UInt64.max)) // expect: 9223372036854775807 18446744073709551615
print(String(format: "%.2f", Float(1.5)), String(format: "%d%%", 50)) // expect: 1.50 50%
print(String(format: "%03d:%02d", 7, 5), String(format: "no args")) // expect: 007:05 no args
print(String(format: "%@", "é😀"), String(format: "%10.4f|", Double.pi)) // expect: é😀     3.1416|
print("%.2f and %d".count, String(format: "%@ is %d years", "Bob", 30)) // expect: 11 Bob is 30 years
print(String(format: "%6.2f%6.2f", 1.0, 2.0), [1.5, 2.25].map { String(format: "%.1f", $0) }.joined(separator: ",")) // expect:   1.00  2.00 1.5,2.2
print(String(format: "%c%c", 72, 105), String(format: "%5.2e", 12345.678)) // expect: Hi 1.23e+04
print(String(format: "%#o %#X", 8, 255), String(format: "%.3d", 5)) // expect: 010 0XFF 005
print(String(format: "%+5d|%-+5d|", 5, 5)) // expect:    +5|+5   |
print("a b  c".components(separatedBy: " "), "a,b;c".components(separatedBy: CharacterSet(charactersIn: ",;"))) // expect: ["a", "b", "", "c"] ["a", "b", "c"]
print("l1\nl2\r\nl3".components(separatedBy: "\n"), "l1\nl2".components(separatedBy: .newlines)) // expect: ["l1", "l2\r\nl3"] ["l1", "l2"]
print("x".components(separatedBy: ","), "".components(separatedBy: ",")) // expect: ["x"] [""]
print("  a b ".components(separatedBy: .whitespaces)) // expect: ["", "", "a", "b", ""]
print("Hello".replacingOccurrences(of: "l", with: ""), "a.b.c".replacingOccurrences(of: ".", with: "->")) // expect: Heo a->b->c
print("aAa".replacingOccurrences(of: "a", with: "b", options: .caseInsensitive), "abc".range(of: "bc") != nil) // expect: bbb true
print("abcabc".range(of: "c", options: .backwards).map { "abcabc".distance(from: "abcabc".startIndex, to: $0.lowerBound) } as Any, "ABC".range(of: "b", options: .caseInsensitive) != nil)
// expect: Optional(5) true
print("  x ".trimmingCharacters(in: .whitespaces).count, "...x...".trimmingCharacters(in: .punctuationCharacters)) // expect: 1 x
print("--x-y--".trimmingCharacters(in: CharacterSet(charactersIn: "-")), "\t\nabc\n".trimmingCharacters(in: .newlines).count) // expect: x-y 5
print("123abc".trimmingCharacters(in: .letters), "aXb".trimmingCharacters(in: .lowercaseLetters)) // expect: 123 X
print("ab1".trimmingCharacters(in: .alphanumerics).isEmpty) // expect: true
print(CharacterSet.decimalDigits.contains("5"), CharacterSet.letters.contains("x")) // expect: true true
print(CharacterSet(charactersIn: "abc").inverted.contains("a"), CharacterSet.letters.union(.decimalDigits).contains("7")) // expect: false true
print(CharacterSet(charactersIn: "a"..."f").contains("c"), "abc123".unicodeScalars.filter { CharacterSet.decimalDigits.contains($0) }.count) // expect: true 3
var str = "hello world"
if let r = str.range(of: "world") { str.replaceSubrange(r, with: "there"); print(str); str.removeSubrange(str.range(of: "there")!); print(str + "|") }
// expect: hello there
// expect: hello |
print("a" .caseInsensitiveCompare("A") == .orderedSame, "file.txt".hasSuffix(".txt")) // expect: true true
print("hello world foo".capitalized, "x=1;y=2".split(separator: ";").map { $0.split(separator: "=").map(String.init) }) // expect: Hello World Foo [["x", "1"], ["y", "2"]]
print("n".isEmpty, "a,b".split(separator: ",").map { String($0) }) // expect: false ["a", "b"]
print("1 2 3".split(separator: " ").compactMap { Int($0) }.reduce(0, +), "k: v".components(separatedBy: ": ").last!) // expect: 6 v
print("abc".padding(toLength: 6, withPad: ".-", startingAt: 0), "abc".padding(toLength: 6, withPad: ".-", startingAt: 1)) // expect: abc.-. abc-.-
print("Swift".prefix(3).uppercased(), "Swift".suffix(2).description) // expect: SWI ft
print("ab".applying(), "text".appending("!")) // expect: abab text!
print("abc".commonPrefix(with: "abd"), "hello".hasPrefix("he")) // expect: ab true
print("p/q".lastIndex(of: "/").map { "p/q"[$0...] } as Any) // expect: Optional("/q")
extension String { func applying() -> String { self + self } ; var isBlank: Bool { trimmingCharacters(in: .whitespaces).isEmpty }; subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] }; subscript(r: Range<Int>) -> Substring { self[index(startIndex, offsetBy: r.lowerBound)..<index(startIndex, offsetBy: r.upperBound)] } ; func leftPad(_ n: Int, _ c: Character = " ") -> String { count >= n ? self : String(repeating: c, count: n - count) + self } }
print(" ".isBlank, "abc"[1]) // expect: true b
print("hello"[1..<3], "7".leftPad(3, "0")) // expect: el 007
print("abc".leftPad(2)) // expect: abc
print("one two".enumerateLines(), "b,a".split(separator: ",").sorted().joined(separator: ","), "a".unicodeScalars.first!.properties.isLowercase) // expect: 1 a,b true
extension String { func enumerateLines() -> Int { split(separator: "\n").count } }
print("Hello"._safe) // expect: safe
extension String { var _safe: String { "safe" } }
print("42".isInt, Double("2.5")! * 2, "3.0".isInt) // expect: true 5.0 false
extension String { var isInt: Bool { Int(self) != nil } }
