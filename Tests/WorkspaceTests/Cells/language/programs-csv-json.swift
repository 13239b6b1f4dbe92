import Foundation
// Text processing: CSV, JSON, templates, tokenizers, formats
let csv = """
name,age,city
"Doe, Jane",42,Paris
Bob,,"New ""York"" "
Zoë,7,Zürich
"""
func parseCSV(_ s: String) -> [[String]] { var rows: [[String]] = [], row: [String] = [], field = "", quoted = false, it = s.makeIterator(), pending: Character? = nil
    while let c = pending ?? it.next() { pending = nil
        switch (c, quoted) {
        case ("\"", true): if let n = it.next() { if n == "\"" { field.append("\"") } else { quoted = false; pending = n } } else { quoted = false }
        case ("\"", false): quoted = true
        case (",", false): row.append(field); field = ""
        case ("\n", false): row.append(field); rows.append(row); row = []; field = ""
        default: field.append(c)
        } }
    row.append(field); rows.append(row); return rows }
let rows = parseCSV(csv); for r in rows { print(r) }; let widths = rows[0].indices.map { i in rows.map { $0[i].count }.max()! }
// expect: ["name", "age", "city"]
// expect: ["Doe, Jane", "42", "Paris"]
// expect: ["Bob", "", "New \"York\" "]
// expect: ["Zoë", "7", "Zürich"]
for r in rows { print(zip(r, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: " | ")) }; print(widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-"))
// expect: name      | age | city
// expect: Doe, Jane | 42  | Paris
// expect: Bob       |     | New "York"
// expect: Zoë       | 7   | Zürich
// expect: ----------+-----+------------
let records = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }; print(records.compactMap { Int($0["age"]!) }, records.map { $0["name"]! }.sorted())
// expect: [42, 7] ["Bob", "Doe, Jane", "Zoë"]
indirect enum JSON: Equatable { case null, bool(Bool), number(Double), string(String), array([JSON]), object([(key: String, value: JSON)])
    static func == (a: JSON, b: JSON) -> Bool { a.text() == b.text() }
    func text(_ indent: Int? = nil, _ level: Int = 0) -> String { let nl = indent.map { "\n" + String(repeating: " ", count: $0 * (level + 1)) } ?? "", end = indent.map { "\n" + String(repeating: " ", count: $0 * level) } ?? ""
        switch self { case .null: return "null"; case .bool(let b): return "\(b)"; case .number(let d): return d == d.rounded() ? String(Int(d)) : "\(d)"; case .string(let s): return JSON.quote(s); case .array(let a): return a.isEmpty ? "[]" : "[" + nl + a.map { $0.text(indent, level + 1) }.joined(separator: "," + (nl.isEmpty ? " " : nl)) + end + "]"; case .object(let o): return o.isEmpty ? "{}" : "{" + nl + o.map { JSON.quote($0.key) + ": " + $0.value.text(indent, level + 1) }.joined(separator: "," + (nl.isEmpty ? " " : nl)) + end + "}" } }
    static func quote(_ s: String) -> String { "\"" + s.unicodeScalars.map { c -> String in switch c { case "\"": return "\\\""; case "\\": return "\\\\"; case "\n": return "\\n"; case "\t": return "\\t"; case _ where c.value < 32: return String(format: "\\u%04x", c.value); default: return String(c) } }.joined() + "\"" }
    subscript(k: String) -> JSON? { guard case .object(let o) = self else { return nil }; return o.first { $0.key == k }?.value }; subscript(i: Int) -> JSON? { if case .array(let a) = self, a.indices.contains(i) { return a[i] }; return nil } }
extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral { init(nilLiteral: ()) { self = .null }; init(booleanLiteral b: Bool) { self = .bool(b) }; init(integerLiteral i: Int) { self = .number(Double(i)) }; init(floatLiteral d: Double) { self = .number(d) }; init(stringLiteral s: String) { self = .string(s) }; init(arrayLiteral a: JSON...) { self = .array(a) }; init(dictionaryLiteral d: (String, JSON)...) { self = .object(d.map { (key: $0.0, value: $0.1) }) } }
struct JSONParser { enum Failure: Error { case unexpected(Character?, at: Int), badNumber(String) }; private let s: [Character], end: Int; private var i = 0; init(_ t: String) { s = Array(t); end = s.count }; private var peek: Character? { i < end ? s[i] : nil }; private mutating func skip() { while let c = peek, c.isWhitespace { i += 1 } }; private mutating func expect(_ c: Character) throws { skip(); guard peek == c else { throw Failure.unexpected(peek, at: i) }; i += 1 }
    mutating func parse() throws -> JSON { let v = try value(); skip(); if let c = peek { throw Failure.unexpected(c, at: i) }; return v }
    private mutating func value() throws -> JSON { skip(); switch peek { case "{": i += 1; var o: [(key: String, value: JSON)] = []; skip(); if peek == "}" { i += 1; return .object([]) }; repeat { skip(); let k = try string(); try expect(":"); o.append((k, try value())); skip() } while accept(","); try expect("}"); return .object(o); case "[": i += 1; var a: [JSON] = []; skip(); if accept("]") { return [] }; repeat { a.append(try value()); skip() } while accept(","); try expect("]"); return .array(a); case "\"": return .string(try string()); case "t": return try word("true", true); case "f": return try word("false", false); case "n": return try word("null", nil); case let c? where c == "-" || c.isNumber: let b = i; while let c = peek, "+-.eE".contains(c) || c.isNumber { i += 1 }; let t = String(s[b..<i]); guard let d = Double(t) else { throw Failure.badNumber(t) }; return .number(d); case let c: throw Failure.unexpected(c, at: i) } }
    private mutating func accept(_ c: Character) -> Bool { guard peek == c else { return false }; i += 1; return true }; private mutating func word(_ w: String, _ v: JSON) throws -> JSON { for c in w { try expect(c) }; return v }
    private mutating func string() throws -> String { try expect("\""); var out = ""; while let c = peek { i += 1; switch c { case "\"": return out; case "\\": guard let e = peek else { break }; i += 1; switch e { case "n": out += "\n"; case "t": out += "\t"; case "u": let hex = String(s[i..<min(i + 4, end)]); i += 4; if let v = UInt32(hex, radix: 16), let u = Unicode.Scalar(v) { out.unicodeScalars.append(u) }; default: out.append(e) }; default: out.append(c) } }; throw Failure.unexpected(nil, at: i) } }
let doc: JSON = ["name": "Ann \"A\"", "n": [1, 2.5, -3], "ok": true, "none": nil, "o": [:], "e": []]; print(doc.text()); print(doc.text(2)); print(doc["n"]?[1] == 2.5, doc["zz"] as Any, doc["n"]![9] as Any)
// expect: {"name": "Ann \"A\"", "n": [1, 2.5, -3], "ok": true, "none": null, "o": {}, "e": []}
// expect: {
// expect:   "name": "Ann \"A\"",
// expect:   "n": [
// expect:     1,
// expect:     2.5,
// expect:     -3
// expect:   ],
// expect:   "ok": true,
// expect:   "none": null,
// expect:   "o": {},
// expect:   "e": []
// expect: }
// expect: true nil nil
for t in [doc.text(), "[1, 2,", "{\"a\": tru}", " [] ", "\"\\u0041\\n\"", "-1.5e2", "[1] x", "1.2.3"] { var p = JSONParser(t); do { let v = try p.parse(); print(v == doc, v.text().count, v.text().prefix(12)) } catch JSONParser.Failure.unexpected(let c, at: let i) { print("unexpected", c.map(String.init) ?? "end", i) } catch { print("error", error) } }
// expect: true 84 {"name": "An
// expect: unexpected end 6
// expect: unexpected } 9
// expect: false 2 []
// expect: false 5 "A\n"
// expect: false 4 -150
// expect: unexpected x 4
// expect: error badNumber("1.2.3")
func render(_ t: String, _ v: [String: Any]) -> String { var out = "", rest = t[...]; while let o = rest.range(of: "{{") { out += rest[..<o.lowerBound]; guard let c = rest[o.upperBound...].range(of: "}}") else { return out + rest }; let key = rest[o.upperBound..<c.lowerBound].trimmingCharacters(in: .whitespaces); out += v[key].map { "\($0)" } ?? "?\(key)?"; rest = rest[c.upperBound...] }; return out + rest }; print(render("Hi {{ name }}, {{n}} items{{ x }} {{", ["name": "Bob", "n": 3]))
// expect: Hi Bob, 3 items?x?  {{
print("a1b22c333".split(whereSeparator: \.isLetter).compactMap { Int($0) }, "camelCaseString".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }, "snake_case_here".split(separator: "_").enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined(), String("hello world".reversed()), "The Cat".map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined(), "ab".unicodeScalars.map { String($0.value, radix: 2) }, "x".padding(toLength: 3, withPad: ".", startingAt: 0), "k=v;a=b".components(separatedBy: ";").map { $0.components(separatedBy: "=") }.reduce(into: [:]) { $0[$1[0]] = $1[1] }.sorted { $0.key < $1.key })
// expect: [1, 22, 333] camel_case_string snakeCaseHere dlrow olleh tHE cAT ["1100001", "1100010"] x.. [(key: "a", value: "b"), (key: "k", value: "v")]
for (n, f) in [(3.14159, "%.2f"), (1e6, "%e"), (0.000123, "%g"), (42.0, "%08.3f"), (-1.5, "%+.1f"), (2.0 / 3, "%10.4f|")] { print(String(format: f, n), terminator: " ") }; print(String(format: "%5d|%-5d|%05d|%x|%X|%o|%c|%%|%@", 42, 42, 42, 255, 255, 8, 65, "s"), String(format: "%3$@ %1$@ %2$@", "a", "b", "c"), [1, 10, 100].map { String(format: "%4d", $0) }.joined())
// expect: 3.14 1.000000e+06 0.000123 0042.000 -1.5     0.6667|    42|42   |00042|ff|FF|10|A|%|s c a b    1  10 100
