import Jupyter
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

    @Test func controlCharactersAreEscaped() { #expect(JSON.string("\u{0}\u{1F}\n\u{7F}").text == "\"\\u0000\\u001f\\n\u{7F}\"") }

    @Test func randomBytesNeverTrap() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0..<60)).map { _ in Array("{}[]\",:\\u0123abctrue-e. \u{FF}".utf8).randomElement(using: &generator) ?? 0 }
            _ = try? JSON(bytes: bytes)
        }
    }
}
