import Display
import Notebook
import Testing

@Suite struct NotebookDocumentTests {
    /// As `nbformat.write` leaves it.
    private let text = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {},
           "source": [
            "# Title\\n",
            "with é and \\"quotes\\""
           ]
          },
          {
           "attachments": {
            "unknown": 1
           },
           "cell_type": "code",
           "execution_count": 3,
           "id": "first",
           "metadata": {
            "tags": [
             "parameters"
            ]
           },
           "outputs": [
            {
             "data": {
              "text/plain": [
               "1.50"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "let x = 1.5\\n",
            "x"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "Swift (Engram)",
           "language": "swift",
           "name": "engram"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """

    @Test func readAndWrittenBackIsTheSame() throws {
        let notebook = try NotebookDocument(bytes: Array(text.utf8))
        #expect(notebook.cells.map(\.kind) == [.markdown, .code])
        #expect(notebook.cells[1].source == "let x = 1.5\nx")
        #expect(notebook.cells[1].executionCount == 3)
        #expect(notebook.cells[1].tags == ["parameters"])
        #expect(String(decoding: notebook.bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("", NotebookError.notJSON(.ended)), ("{}", .notANotebook(missing: "nbformat")), (#"{"nbformat":3}"#, .version(3)),
        (#"{"nbformat":4}"#, .notANotebook(missing: "cells")), (#"{"nbformat":4,"cells":[{}]}"#, .notANotebook(missing: "cell_type")),
    ])
    func whatIsNoNotebook(_ text: String, _ expected: NotebookError) {
        #expect(throws: expected) { try NotebookDocument(bytes: Array(text.utf8)) }
    }

    @Test func sourcesMayBeOneString() throws {
        let notebook = try NotebookDocument(bytes: Array(#"{"nbformat":4,"cells":[{"cell_type":"code","source":"a\r\nb\n"}]}"#.utf8))
        #expect(notebook.cells[0].source == "a\r\nb\n")
        #expect(try JSON(bytes: notebook.bytes)["cells"]?.array?[0]["source"] == ["a\r\n", "b\n"])
    }
}
