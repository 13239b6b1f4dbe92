// Codable-free JSON-like values, recursive enums, subscripts & dynamic paths
enum JSON: Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByFloatLiteral {
    case null, bool(Bool), number(Double), string(String), array([JSON]), object([String: JSON])
    init(stringLiteral v: String) { self = .string(v) }
    init(integerLiteral v: Int) { self = .number(Double(v)) }
    init(floatLiteral v: Double) { self = .number(v) }
    init(booleanLiteral v: Bool) { self = .bool(v) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral e: JSON...) { self = .array(e) }
    init(dictionaryLiteral e: (String, JSON)...) { self = .object(Dictionary(uniqueKeysWithValues: e)) }
    subscript(key: String) -> JSON { get { if case .object(let o) = self { return o[key] ?? .null }; return .null } set { if case .object(var o) = self { o[key] = newValue; self = .object(o) } } }
    subscript(i: Int) -> JSON { if case .array(let a) = self, a.indices.contains(i) { return a[i] }; return nil }
    func text(_ indent: Int = 0) -> String {
        let pad = String(repeating: "  ", count: indent)
        switch self {
        case .null: return "null"
        case .bool(let b): return "\(b)"
        case .number(let n) where n == n.rounded() && abs(n) < 1e15: return String(Int(n))
        case .number(let n): return "\(n)"
        case .string(let s): return "\"\(s.replacing("\"", with: "\\\""))\""
        case .array(let a) where a.isEmpty: return "[]"
        case .array(let a): return "[\n" + a.map { pad + "  " + $0.text(indent + 1) }.joined(separator: ",\n") + "\n\(pad)]"
        case .object(let o): return "{\n" + o.sorted { $0.key < $1.key }.map { "\(pad)  \"\($0.key)\": \($0.value.text(indent + 1))" }.joined(separator: ",\n") + "\n\(pad)}"
        }
    }
}
var j: JSON = ["name": "Ann \"A\"", "age": 30, "tags": ["a", 1.5, nil, true, []], "nested": ["x": ["y": -2]]]
print(j.text())
j["age"] = 31; j["new"] = [1, 2]
print(j["age"], j["tags"][1], j["nested"]["x"]["y"], j["nope"]["deep"][3], j["new"] == [1, 2], j == j)
struct ParseError: Error, CustomStringConvertible { let at: Int; let what: String; var description: String { "\(what) at \(at)" } }
struct JSONParser {
    private let s: [Character]; private var i = 0
    init(_ t: String) { s = Array(t) }
    private mutating func skip() { while i < s.count, s[i].isWhitespace { i += 1 } }
    private func fail(_ w: String) -> ParseError { ParseError(at: i, what: w) }
    private mutating func expect(_ c: Character) throws { skip(); guard i < s.count, s[i] == c else { throw fail("expected \(c)") }; i += 1 }
    mutating func value() throws -> JSON {
        skip()
        guard i < s.count else { throw fail("end") }
        switch s[i] {
        case "{":
            i += 1; var o: [String: JSON] = [:]; skip()
            if s[i] == "}" { i += 1; return .object(o) }
            repeat { guard case .string(let k) = try value() else { throw fail("key") }; try expect(":"); o[k] = try value(); skip() } while try comma("}")
            return .object(o)
        case "[":
            i += 1; var a: [JSON] = []; skip()
            if s[i] == "]" { i += 1; return .array(a) }
            repeat { a.append(try value()) } while try comma("]")
            return .array(a)
        case "\"":
            i += 1; var out = ""
            while i < s.count, s[i] != "\"" { if s[i] == "\\" { i += 1 }; out.append(s[i]); i += 1 }
            try expect("\""); return .string(out)
        case let c where c.isNumber || c == "-":
            let start = i; i += 1
            while i < s.count, s[i].isNumber || "+-.eE".contains(s[i]) { i += 1 }
            guard let d = Double(String(s[start..<i])) else { throw fail("number") }
            return .number(d)
        default:
            for (word, v) in [("true", JSON.bool(true)), ("false", false), ("null", .null)] where s[i...].starts(with: word) { i += word.count; return v }
            throw fail("unexpected '\(s[i])'")
        }
    }
    private mutating func comma(_ close: Character) throws -> Bool { skip(); guard i < s.count else { throw fail("end") }; defer { i += 1 }; if s[i] == "," { return true }; if s[i] == close { return false }; throw fail("expected , or \(close)") }
}
for t in ["{\"a\": [1, 2.5e1, {\"b\": null}], \"c\": \"d\\\"e\"}", "[1, 2", "[true, false, nul]", "{\"a\" 1}", "-"] {
    var p = JSONParser(t)
    do { print(try p.value().text()) } catch let e as ParseError { print("error:", e) } catch { print("?") }
}
func depth(_ j: JSON) -> Int { switch j { case .array(let a): 1 + (a.map(depth).max() ?? 0); case .object(let o): 1 + (o.values.map(depth).max() ?? 0); default: 0 } }
print(depth(j))
extension JSON { func walk(_ path: [String] = [], _ f: ([String], JSON) throws -> Void) rethrows { try f(path, self); switch self { case .array(let a): for (i, x) in a.enumerated() { try x.walk(path + ["\(i)"], f) }; case .object(let o): for k in o.keys.sorted() { try o[k]!.walk(path + [k], f) }; default: break } } }
var leaves: [String] = []; j.walk { p, v in if case .number(let n) = v { leaves.append(p.joined(separator: ".") + "=\(n)") } }; print(leaves)
// expect: {
// expect:   "age": 30,
// expect:   "name": "Ann \"A\"",
// expect:   "nested": {
// expect:     "x": {
// expect:       "y": -2
// expect:     }
// expect:   },
// expect:   "tags": [
// expect:     "a",
// expect:     1.5,
// expect:     null,
// expect:     true,
// expect:     []
// expect:   ]
// expect: }
// expect: number(31.0) number(1.5) number(-2.0) null true true
// expect: {
// expect:   "a": [
// expect:     1,
// expect:     25,
// expect:     {
// expect:       "b": null
// expect:     }
// expect:   ],
// expect:   "c": "d\"e"
// expect: }
// expect: error: end at 5
// expect: error: unexpected 'n' at 14
// expect: error: expected : at 5
// expect: error: number at 1
// expect: 3
// expect: ["age=31.0", "nested.x.y=-2.0", "new.0=1.0", "new.1=2.0", "tags.1=1.5"]
