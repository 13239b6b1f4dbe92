// JSON-like value, pretty printer, parser
indirect enum JSON: Equatable { case null, bool(Bool), number(Double), string(String), array([JSON]), object([String: JSON]) }
extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral {
    init(stringLiteral s: String) { self = .string(s) }
    init(integerLiteral i: Int) { self = .number(Double(i)) }
    init(floatLiteral d: Double) { self = .number(d) }
    init(booleanLiteral b: Bool) { self = .bool(b) }
    init(arrayLiteral e: JSON...) { self = .array(e) }
    init(dictionaryLiteral e: (String, JSON)...) { self = .object(Dictionary(e, uniquingKeysWith: { _, b in b })) }
    init(nilLiteral: ()) { self = .null }
}
extension JSON: CustomStringConvertible {
    var description: String {
        switch self {
        case .null: return "null"
        case .bool(let b): return b ? "true" : "false"
        case .number(let n): return n == n.rounded() ? String(Int(n)) : String(n)
        case .string(let s): return "\"\(s)\""
        case .array(let a): return "[" + a.map(\.description).joined(separator: ",") + "]"
        case .object(let o): return "{" + o.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        }
    }
    subscript(key: String) -> JSON? { get { if case .object(let o) = self { return o[key] }; return nil } set { guard case .object(var o) = self else { return }; o[key] = newValue; self = .object(o) } }
    subscript(i: Int) -> JSON? { guard case .array(let a) = self, a.indices.contains(i) else { return nil }; return a[i] }
    var number: Double? { if case let .number(n) = self { n } else { nil } }
}
var j: JSON = ["name": "net", "size": 3, "on": true, "w": [0.5, -1, nil], "sub": ["k": []]]
print(j); j["size"] = 4; j["new"] = [1, "x"]; print(j["size"]?.number ?? 0, j["w"]?[0]?.number ?? 0, j["new"]!, j["zz"] as Any, j["w"]?[9] == nil)
struct ParseError: Error, CustomStringConvertible { let at: Int, what: String; var description: String { "\(what) at \(at)" } }
struct JSONParser { let s: [Character]; var i = 0; init(_ t: String) { s = Array(t) }
    mutating func ws() { while i < s.count, s[i].isWhitespace { i += 1 } }
    mutating func expect(_ c: Character) throws { ws(); guard i < s.count, s[i] == c else { throw ParseError(at: i, what: "expected \(c)") }; i += 1 }
    mutating func value() throws -> JSON { ws(); guard i < s.count else { throw ParseError(at: i, what: "unexpected end") }
        switch s[i] {
        case "{": i += 1; var o: [String: JSON] = [:]; ws(); if i < s.count, s[i] == "}" { i += 1; return .object(o) }
            repeat { ws(); guard case .string(let k) = try value() else { throw ParseError(at: i, what: "key") }; try expect(":"); o[k] = try value(); ws() } while try comma(); try expect("}"); return .object(o)
        case "[": i += 1; var a: [JSON] = []; ws(); if i < s.count, s[i] == "]" { i += 1; return .array([]) }; repeat { a.append(try value()) } while try comma(); try expect("]"); return .array(a)
        case "\"": i += 1; var t = ""; while i < s.count, s[i] != "\"" { t.append(s[i]); i += 1 }; try expect("\""); return .string(t)
        case "t": return try word("true", .bool(true)); case "f": return try word("false", false); case "n": return try word("null", nil)
        case let c where c == "-" || c.isNumber: let st = i; while i < s.count, s[i].isNumber || "+-.eE".contains(s[i]) { i += 1 }; guard let d = Double(String(s[st..<i])) else { throw ParseError(at: st, what: "number") }; return .number(d)
        default: throw ParseError(at: i, what: "bad '\(s[i])'") } }
    mutating func comma() throws -> Bool { ws(); if i < s.count, s[i] == "," { i += 1; return true }; return false }
    mutating func word(_ w: String, _ v: JSON) throws -> JSON { for c in w { try expect(c) }; return v } }
for t in ["{\"a\": [1, 2.5, {\"b\": null}], \"c\": \"hi\", \"d\": false}", "[]", "[1, ", "{\"a\" 1}", "[1 2]", "@"] { var p = JSONParser(t); do { let v = try p.value(); print(v, v == (try JSONParser(v.description).parsed())) } catch { print("error: \(error)") } }
extension JSONParser { func parsed() throws -> JSON { var c = self; return try c.value() } }
func depth(_ j: JSON) -> Int { switch j { case .array(let a): 1 + (a.map(depth).max() ?? 0); case .object(let o): 1 + (o.values.map(depth).max() ?? 0); default: 0 } }
print(depth(j), depth(1))
// expect: {"name":"net","on":true,"size":3,"sub":{"k":[]},"w":[0.5,-1,null]}
// expect: 4.0 0.5 [1,"x"] nil true
// expect: {"a":[1,2.5,{"b":null}],"c":"hi","d":false} true
// expect: [] true
// expect: error: unexpected end at 4
// expect: error: expected : at 5
// expect: error: expected ] at 3
// expect: error: bad '@' at 0
// expect: 3 0
