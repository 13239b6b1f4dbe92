import Display
import Notebook
import Testing

@Suite struct NotebookRunTests {
    private func notebook(_ sources: [String], tags: [Int: String] = [:]) throws -> NotebookDocument {
        let cells = sources.enumerated().map { index, source -> JSON in
            [
                "cell_type": "code", "id": .string("c\(index)"), "source": .string(source), "execution_count": 9,
                "metadata": ["tags": tags[index].map { [.string($0)] } ?? []], "outputs": [["output_type": "stream", "name": "stdout", "text": "old"]],
            ]
        }
        let root: JSON = ["nbformat": 4, "nbformat_minor": 5, "metadata": .empty, "cells": .array(cells)]
        return try NotebookDocument(bytes: root.bytes)
    }

    private let failure = NotebookRun.Failure(name: "E", message: "m", traceback: ["t"])

    @Test func outputsAreCollectedAsAFrontEndDoes() throws {
        var picture = MIMEBundle(plain: "two\nlines")
        picture["image/png"] = .bytes([0x89, 0x50, 0xFF])
        picture["application/json"] = .json(#"{"x": [1]}"#)
        let outputs: [String: [Output]] = [
            "streams": [.stream(.standardOutput, "a"), .stream(.standardOutput, "b\nc"), .stream(.standardError, "d")],
            "displays": [.display(picture, id: nil), .result(MIMEBundle(plain: "42"))],
            "first": [.display(MIMEBundle(plain: "old"), id: "x")],
            "update": [.update(MIMEBundle(plain: "new"), id: "x"), .update(MIMEBundle(plain: "nobody"), id: "y")],
            "clear": [.stream(.standardOutput, "gone"), .clear(wait: false), .stream(.standardOutput, "kept")],
            "wait": [.stream(.standardOutput, "gone"), .clear(wait: true), .stream(.standardOutput, "kept"), .clear(wait: true)],
        ]
        let names = ["streams", "displays", "first", "update", "clear", "wait", "  "]
        let run = NotebookRun(try notebook(names)) { step, output in
            outputs[step.code]?.forEach(output)
            return nil
        }
        #expect(run.failure == nil)
        let cells = run.notebook.cells
        #expect(cells.map(\.executionCount) == [1, 2, 3, 4, 5, 6, nil])
        #expect(
            cells[0].outputs == [
                ["output_type": "stream", "name": "stdout", "text": ["ab\n", "c"]], ["output_type": "stream", "name": "stderr", "text": ["d"]],
            ])
        #expect(cells[1].outputs[0]["data"] == ["text/plain": ["two\n", "lines"], "image/png": "iVD/", "application/json": .raw(#"{"x": [1]}"#)])
        #expect(cells[1].outputs[1] == ["output_type": "execute_result", "data": ["text/plain": ["42"]], "metadata": .empty, "execution_count": 2])
        #expect(cells[2].outputs[0]["data"] == ["text/plain": ["new"]])
        #expect(cells[3].outputs == [])
        for index in [4, 5] { #expect(cells[index].outputs == [["output_type": "stream", "name": "stdout", "text": ["kept"]]]) }
        #expect(cells[6].outputs == [])
    }

    @Test func theFirstFailureEndsTheRun() throws {
        var ran: [String] = []
        let run = NotebookRun(try notebook(["a", "bad", "c"])) { step, _ in
            ran.append(step.code)
            return step.code == "bad" ? failure : nil
        }
        #expect(ran == ["a", "bad"])
        #expect(run.failure?.step.index == 1)
        #expect(run.failure?.failure == failure)
        #expect(run.notebook.cells[1].outputs == [["output_type": "error", "ename": "E", "evalue": "m", "traceback": ["t"]]])
        #expect(run.notebook.cells[2].outputs == [])
        #expect(run.notebook.cells[2].executionCount == nil)
    }

    @Test func expectedFailuresDoNot() throws {
        let tagged = NotebookRun(try notebook(["bad", "c"], tags: [0: "raises-exception"])) { step, _ in step.code == "bad" ? failure : nil }
        #expect(tagged.failure == nil)
        #expect(tagged.notebook.cells[1].executionCount == 2)
        let allowed = NotebookRun(try notebook(["bad", "c"]), allowErrors: true) { step, _ in step.code == "bad" ? failure : nil }
        #expect(allowed.failure == nil)
        #expect(allowed.notebook.cells.map(\.executionCount) == [1, 2])
    }

    @Test func parametersFollowTheirCell() throws {
        var document = try notebook(["// intro", "let n = 1", "n"], tags: [1: "parameters"])
        let parameters = try Parameters(["n=5", "rate=-1e-3", "name=a \"b\"", "list=[1, 2]", "flag=true", "word=inf", "empty=", "n=6", "quoted=\"x\""])
        parameters.inject(into: &document)
        let expected = """
            // Parameters
            let rate = -1e-3
            let name = "a \\"b\\""
            let list = [1, 2]
            let flag = true
            let word = "inf"
            let empty = ""
            let n = 6
            let quoted = "x"
            """
        #expect(document.cells.map(\.source) == ["// intro", "let n = 1", expected, "n"])
        #expect(document.cells[2].tags == ["injected-parameters"])
        try Parameters(["n=7"]).inject(into: &document)
        #expect(document.cells.map(\.source) == ["// intro", "let n = 1", "// Parameters\nlet n = 7", "n"], "an earlier injection is replaced")
    }

    @Test(arguments: ["n", "=1", "2n=1", "a b=1", "n;x=1", ""])
    func whatIsNoParameter(_ text: String) { #expect(throws: NotebookError.parameter(text)) { try Parameters([text]) } }
}
