import Foundation
// standard input, streams, formatting
struct Upper: TextOutputStream { var text = ""; mutating func write(_ s: String) { text += s.uppercased() } }
var u = Upper()
print("hello", 1, true, to: &u)
debugPrint("x", [1], to: &u)
print(u.text, terminator: "")
// expect: HELLO 1 TRUE
// expect: "X" [1]
var log = ""
for i in 1...3 { print(i, terminator: i < 3 ? "," : "\n", to: &log) }
print(log, log.count)
// expect: 1,2,3
// expect:  6
print(1, 2, 3, separator: "", terminator: "!\n") // expect: 123!
print("é".count, "e\u{301}" == "é") // expect: 1 true
print(["é": 1]["e\u{301}"] as Any, Set(["é", "e\u{301}"]).count) // expect: Optional(1) 1
print("é".hashValue == "e\u{301}".hashValue, "é" < "z") // expect: true false
print("e\u{301}z" < "éa") // expect: false
print("a" < "b", "a" < "B") // expect: true false
print("Zebra" < "apple", "ä" < "z") // expect: true false
print("10" < "9", "" < "a") // expect: true true
print("abc" < "abcd", "あ" < "い") // expect: true true
print(["b", "A", "a", "B"].sorted(), ["b", "A", "a", "B"].sorted { $0.lowercased() < $1.lowercased() }, ["file10", "file2"].sorted())
// expect: ["A", "B", "a", "b"] ["A", "a", "b", "B"] ["file10", "file2"]
let raw = #"C:\path\n\#(1 + 1)"#
print(raw, raw.count, #"""
 a "quoted" \t line
"""#)
// expect: C:\path\n2 10  a "quoted" \t line
let multi = """
    first
      second \("in" + "ner")
    third\tTab \
    joined
    """
print(multi, multi.split(separator: "\n", omittingEmptySubsequences: false).count)
// expect: first
// expect:   second inner
// expect: third	Tab joined 3
print("\u{48}\u{49} \u{1F44B}\u{1F3FD} \'q\' \"d\" \\ \0".unicodeScalars.count, "tab\there") // expect: 17 tab	here
for (k, v) in ["x": 1.5] { print("\(k)=\(v)") } // expect: x=1.5
let pi = 3.14159265358979
print(String(format: "%05.1f %e %g %G", pi, 12345.678, 1e-10, 1e20), String(format: "%3d%%", 7)) // expect: 003.1 1.234568e+04 1e-10 1E+20   7%
func table(_ rows: [(String, Double)]) -> String { rows.map { name, v in name.padding(toLength: 8, withPad: ".", startingAt: 0) + String(format: "%8.3f", v) }.joined(separator: "\n") }
print(table([("alpha", 1.5), ("betagamma", 22.25)]))
// expect: alpha...   1.500
// expect: betagamm  22.250
print("Total: \(String(format: "%.1f", 99.95)) \(Int(99.95)) \((99.95).rounded()) \(99.95.description)") // expect: Total: 100.0 99 100.0 99.95
let c = "Hello"
let masked = c.enumerated().map { $0.offset % 2 == 0 ? $0.element : "*" }
print(String(masked), masked.count) // expect: H*l*o 5
print("a,b;c d".components(separatedBy: CharacterSet(charactersIn: ",; ")), "2024-01-15".split(separator: "-").compactMap { Int($0) }) // expect: ["a", "b", "c", "d"] [2024, 1, 15]
print("key=value=x".split(separator: "=", maxSplits: 1).map(String.init), "trim me  ".trimmingCharacters(in: .whitespaces) + "|") // expect: ["key", "value=x"] trim me|
print("Hello World".replacingOccurrences(of: "o", with: "0").lowercased(), "x".padding(toLength: 3, withPad: "-", startingAt: 0)) // expect: hell0 w0rld x--
print("abcabc".range(of: "ca").map { "abcabc"[$0] } ?? "none", "AbC".map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()) // expect: ca aBc
