import Foundation
print("a, b, c".components(separatedBy: ", ")) // expect: ["a", "b", "c"]
print("  padded \n".trimmingCharacters(in: .whitespaces) + "|", "  padded \n".trimmingCharacters(in: .whitespacesAndNewlines) + "|")
// expect: padded 
// expect: | padded|
print("one two one".replacingOccurrences(of: "one", with: "1")) // expect: 1 two 1
print(String(format: "%.3f %5d|%-5d|%05d %x %e %g %@ %%", 3.14159, 42, 42, 42, 255, 12345.678, 0.5, "text")) // expect: 3.142    42|42   |00042 ff 1.234568e+04 0.5 text %
print(String(format: "%8.2f|%-8.2f|%+d", 2.5, 2.5, 7)) // expect:     2.50|2.50    |+7
print("hello world".capitalized, "abc".contains("b"), "abc".range(of: "c") != nil) // expect: Hello World true true
print("a-b_c".components(separatedBy: CharacterSet(charactersIn: "-_"))) // expect: ["a", "b", "c"]
print("7".padding(toLength: 3, withPad: "0", startingAt: 0)) // expect: 700
print("line1\nline2\n".components(separatedBy: "\n"), "line1\nline2\n".split(separator: "\n")) // expect: ["line1", "line2", ""] ["line1", "line2"]
let text = "key=value"
if let range = text.range(of: "=") { print(text[..<range.lowerBound], text[range.upperBound...]) } // expect: key value
