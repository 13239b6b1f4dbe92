import Display
import Testing

@Suite struct JSONTests {
    @Test func writesAndReadsBack() throws {
        let value: JSON = ["a": [1, -2, .number(0.5), .null, true], "b": ["nested": "tab\t quote\" back\\ \u{1} é 🧠"], "empty": [], "none": .empty]
        #expect(try JSON(bytes: value.bytes) == value)
    }

    @Test func readsWhatPythonWrites() throws {
        let text = #" { "x" : [ 1e3, NaN, -Infinity, "\u00e9\ud83e\udde0\ud800" ] , "y":12345678901234567168 }"#
        let value = try JSON(bytes: Array(text.utf8))
        #expect(value["x"] == [.number(1000), .null, .null, "é🧠\u{FFFD}"])
        #expect(value["y"] == .number(12345678901234567168))
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\" 1}", "\"open", "tru", "1 2", "{\"a\":}", "\"\\x\"", "\"\\u12", "-", "\u{0}"])
    func refuses(_ text: String) {
        #expect(throws: JSONError.self) { try JSON(bytes: Array(text.utf8)) }
    }

    @Test func deepNestingIsAnError() {
        #expect(throws: JSONError.tooDeep(limit: 512)) { try JSON(bytes: Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
    }

    @Test func whatIsNotFiniteBecomesNull() { #expect(JSON.array([.number(.nan), .number(.infinity)]).text == "[null,null]") }

    @Test func controlCharactersAreEscaped() {
        #expect(JSON.string("\u{0}\u{1F}\n\u{7F}a\u{2028}b\u{2029}\u{2030}").text == "\"\\u0000\\u001f\\n\\u007fa\\u2028b\\u2029\u{2030}\"")
    }

    @Test func randomBytesNeverTrap() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0 ..< 2000 {
            let bytes = (0 ..< Int.random(in: 0 ..< 60)).map { _ in Array("{}[]\",:\\u0123abctrue-e. \u{FF}".utf8).randomElement(using: &generator) ?? 0 }
            _ = try? JSON(bytes: bytes)
        }
    }

    /// As Python's `json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)`, which nbformat uses.
    @Test func indentedAsNbformatWrites() {
        let value: JSON = ["b": [1, [], .empty, ["x": "é"]], "a": .raw(#"{"z":1.5,"y":null}"#)]
        let text = """
            {
             "a": {
              "y": null,
              "z": 1.5
             },
             "b": [
              1,
              [],
              {},
              {
               "x": "é"
              }
             ]
            }

            """
        #expect(String(decoding: value.indented, as: UTF8.self) == text)
    }

    @Test func membersAreSetReplacedAndRemoved() {
        var value: JSON = ["a": 1, "b": 2]
        value["a"] = 3
        value["c"] = "new"
        value["b"] = nil
        #expect(value == ["a": 3, "c": "new"])
        #expect(value["none"] == nil)
    }
}
