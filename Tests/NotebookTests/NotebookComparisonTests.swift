import Display
import Notebook
import Testing

@Suite struct NotebookComparisonTests {
    private func notebook(_ outputs: [[Output]]) throws -> NotebookDocument {
        let made = NotebookDocument(cells: outputs.enumerated().map { ("cell \($0)", nil, $0 + 1, $1) })
        return try NotebookDocument(bytes: made.bytes)
    }
    private func picture(_ bytes: [UInt8], _ text: String = "a picture") -> Output {
        var bundle = MIMEBundle(plain: text)
        bundle["image/png"] = .bytes(bytes)
        return .display(bundle, id: nil)
    }

    @Test func theSame() throws {
        let cut = try notebook([[.stream(.standardOutput, "a\nb\n")], [.result(MIMEBundle(plain: "1")), picture([1, 2, 3])], []])
        let whole = try notebook([[.stream(.standardOutput, "a\n"), .stream(.standardOutput, "b\n")], [.result(MIMEBundle(plain: "1")), picture([1, 2, 3])], []])
        let comparison = NotebookComparison(expected: cut, found: whole)
        #expect(comparison.differences == [])
        #expect(comparison.cells == 3)
        #expect(comparison.outputs == 4)
    }

    @Test func documentsAreComparedAsDocuments() throws {
        func chart(_ json: String) -> Output {
            var bundle = MIMEBundle(plain: "c")
            bundle["application/vnd.vegalite.v5+json"] = .json(json)
            return .display(bundle, id: nil)
        }
        let left = try notebook([[chart(#"{"a": 1, "b": [2, 3]}"#)]])
        #expect(NotebookComparison(expected: left, found: try notebook([[chart(#"{"b":[2,3],"a":1}"#)]])).differences == [])
        let other = NotebookComparison(expected: left, found: try notebook([[chart(#"{"b":[2,4],"a":1}"#)]]))
        #expect(other.differences.map(\.output) == ["output 1, application/vnd.vegalite.v5+json of a display"])
    }

    @Test func theFirstDifferenceOfEachCellIsNamed() throws {
        let before = try notebook([[.stream(.standardOutput, "one\ntwo 2\nthree\n")], [picture([1, 2])], [.result(MIMEBundle(plain: "x"))], []])
        let after = try notebook([[.stream(.standardOutput, "one\ntwo 3\nthree\n")], [picture([1, 9])], [], [.error(name: "E", message: "m", traceback: ["at 1"])]])
        let comparison = NotebookComparison(expected: before, found: after)
        #expect(comparison.differences.map(\.cell) == [1, 2, 3, 4])
        #expect(
            comparison.differences[0].lines == [
                "cell 1 (id cell-1): cell 0", "  output 1, the stream stdout differs at line 2", "  the file: two 2", "  now:      two 3", "                ^",
            ])
        #expect(comparison.differences[1].output == "output 1, image/png of a display")
        #expect(comparison.differences[2].lines.last == "  now there is no such output")
        #expect(comparison.differences[3].lines == ["cell 4 (id cell-4): cell 3", "  output 1, the error differs", "  the file has no such output", "  now: E: m"])
    }
}
