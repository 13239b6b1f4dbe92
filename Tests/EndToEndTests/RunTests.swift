import Foundation
import Testing

/// `engram run` on files.
@Suite struct RunTests {
    /// A notebook of code cells, each with its tags.
    private static func notebook(_ cells: [(code: String, tags: [String])]) throws -> Data {
        let cells = cells.enumerated().map { index, cell -> [String: Any] in
            [
                "cell_type": "code", "id": "c\(index)", "metadata": ["tags": cell.tags], "source": cell.code, "outputs": [Any](), "execution_count": NSNull(),
            ]
        }
        return try JSONSerialization.data(withJSONObject: ["cells": cells, "metadata": [String: Any](), "nbformat": 4, "nbformat_minor": 5] as [String: Any])
    }

    /// Runs it; gives how it ended and the cells of the written file.
    private func run(_ cells: [(code: String, tags: [String])], _ arguments: [String] = []) throws -> (ended: Program.Ended, cells: [[String: Any]]) {
        let folder = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Self.notebook(cells).write(to: URL(fileURLWithPath: folder + "/in.ipynb"))
        let ended = try Program.run(Program.path, ["run", folder + "/in.ipynb", "-o", folder + "/out.ipynb"] + arguments)
        guard let data = FileManager.default.contents(atPath: folder + "/out.ipynb") else { return (ended, []) }
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return (ended, try #require(root["cells"] as? [[String: Any]]))
    }

    private func outputs(_ cell: [String: Any]) -> [[String: Any]] { cell["outputs"] as? [[String: Any]] ?? [] }
    private func lines(_ value: Any?) -> String { (value as? [String])?.joined() ?? value as? String ?? "" }

    @Test func outputsAndParameters() throws {
        let (ended, cells) = try run(
            [("let n = 2\nlet name = \"none\"", ["parameters"]), ("print(name)\nn * 10", [])], ["-p", "n=4", "-p", "name=a voxel"])
        #expect(ended.status == 0, "\(ended.error)")
        #expect(ended.output.isEmpty)
        #expect(cells.count == 3)
        #expect(lines(cells[1]["source"]) == "// Parameters\nlet n = 4\nlet name = \"a voxel\"")
        #expect(cells[2]["execution_count"] as? Int == 3)
        let put = outputs(cells[2])
        #expect(put.map { $0["output_type"] as? String } == ["stream", "execute_result"])
        #expect(lines(put[0]["text"]) == "a voxel\n")
        #expect(lines((put[1]["data"] as? [String: Any])?["text/plain"]) == "40")
    }

    @Test func displaysAreKeptAndPagesAreNot() throws {
        let (ended, cells) = try run([("display([1], id: \"it\")\npage(\"long\")", []), ("updateDisplay([2], id: \"it\")", []), ("readLine()", ["raises-exception"])])
        #expect(ended.status == 0, "\(ended.error)")
        #expect(outputs(cells[0]).map { $0["output_type"] as? String } == ["display_data"])
        #expect(lines((outputs(cells[0])[0]["data"] as? [String: Any])?["text/plain"]) == "[2]")
        #expect(outputs(cells[1]).isEmpty)
        #expect(outputs(cells[2]).last?["evalue"] as? String == "this front end cannot be asked for input")
    }

    @Test func aReportSaysWhatTheCellsTook() throws {
        let folder = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (ended, _) = try run([("sleep(1)", []), ("print(1)", []), ("[1][2]", [])], ["--report", folder + "/report.json"])
        #expect(ended.status == 1)
        let data = try #require(FileManager.default.contents(atPath: folder + "/report.json"))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let cells = try #require(report["cells"] as? [[String: Any]])
        #expect(cells.map { $0["count"] as? Int } == [1, 2, 3])
        #expect(cells.map { $0["id"] as? String } == ["c0", "c1", "c2"])
        #expect((cells[0]["seconds"] as? Double ?? 0) >= 1)
        #expect((report["failure"] as? [String: Any])?["count"] as? Int == 3)
    }

    @Test func aFailingCellEndsTheRun() throws {
        let (ended, cells) = try run([("print(1)", []), ("let list = [1]\nlist[3]", []), ("print(2)", [])])
        #expect(ended.status == 1)
        #expect(ended.error.contains("cell [2]"), "\(ended.error)")
        #expect(outputs(cells[1]).last?["output_type"] as? String == "error")
        #expect(outputs(cells[2]).isEmpty)
    }

    @Test func errorsThatAreAllowed() throws {
        let (ended, cells) = try run([("undefined + 1", []), ("print(2)", [])], ["--allow-errors"])
        #expect(ended.status == 0, "\(ended.error)")
        #expect(outputs(cells[0]).last?["ename"] as? String == "CompileError")
        #expect(lines(outputs(cells[1]).first?["text"]) == "2\n")
    }

    @Test func theNotebookItselfIsRewritten() throws {
        let folder = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/it.ipynb"
        try Self.notebook([("6 * 7", [])]).write(to: URL(fileURLWithPath: path))
        #expect(try Program.run(Program.path, ["run", path]).status == 0)
        let once = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(String(decoding: once, as: UTF8.self).contains("\"42\""))
        #expect(try Program.run(Program.path, ["run", path]).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == once)
    }

    @Test(arguments: ["", "{", "[]", #"{"nbformat": 3, "worksheets": []}"#])
    func whatIsNotANotebook(_ text: String) throws {
        let folder = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/it.ipynb"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let ended = try Program.run(Program.path, ["run", path])
        #expect(ended.status != 0)
        #expect(ended.error.contains("notebook"), "\(ended.error)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test func parametersThatAreNone() throws {
        #expect(try run([("1", [])], ["-p", "2n=3"]).ended.status != 0)
        #expect(try run([("1", [])], ["-p", "n"]).ended.status != 0)
    }
}

/// `engram verify` on files.
@Suite struct VerifyTests {
    @Test func theSameOrTheFirstDifference() throws {
        let folder = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func cell(_ code: String) -> [String: Any] {
            ["cell_type": "code", "id": "c\(code.count)", "metadata": [String: Any](), "source": code, "outputs": [Any](), "execution_count": NSNull()]
        }
        let cells = ["let x = Double.random(in: 0 ... 1)\nprint(x)", "try plot(Dataset.mackeyGlass(steps: 50))", "[1][x < 2 ? 3 : 0]"].map(cell)
        let path = folder + "/n.ipynb"
        let notebook: [String: Any] = ["cells": cells, "metadata": [String: Any](), "nbformat": 4, "nbformat_minor": 5]
        try JSONSerialization.data(withJSONObject: notebook).write(to: URL(fileURLWithPath: path))
        #expect(try Program.run(Program.path, ["run", path, "--allow-errors"]).status == 0)

        let same = try Program.run(Program.path, ["verify", path, "--report", folder + "/report.json"])
        #expect(same.status == 0, "\(same.output)\(same.error)")
        #expect(same.output.contains("the same: 3 cells"))
        let report = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/report.json"))) as? [String: Any]
        #expect(report?["same"] as? Bool == true)

        let text = try String(contentsOfFile: path, encoding: .utf8)
        let digit = try #require(text.firstRange(of: "\"0."))
        var changed = text
        changed.replaceSubrange(digit, with: "\"7.")
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
        let other = try Program.run(Program.path, ["verify", path])
        #expect(other.status == 1)
        #expect(other.output.contains("1 of 3 cells differ"))
        #expect(other.output.contains("output 1, the stream stdout differs"))
        #expect(other.output.contains("the file: 7."))
    }

    /// Same seeds, same bytes, for any number of threads, and whatever OpenBLAS was told about its own.
    @Test(arguments: ["01-reservoirs", "02-encoding", "03-spiking", "04-balance", "05-memory", "06-what-and-when", "07-representations"], ["1", "2", "8"])
    func threadsChangeNoByte(notebook: String, threads: String) throws {
        let ended = try Program.run(
            Program.path, ["verify", Program.root + "/notebooks/\(notebook).ipynb", "--all"],
            environment: ["ENGRAM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads == "2" ? "1" : "2"])
        #expect(ended.status == 0, "\(ended.output)\(ended.error)")
    }

    @Test func aNumberOfThreadsThatIsNone() throws {
        let folder = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("let m = try Matrix.ones(rows: 300, columns: 300)\nprint(try m.gram()[7, 8])".utf8).write(to: URL(fileURLWithPath: folder + "/it.swift"))
        let ended = try Program.run(Program.path, ["eval", folder + "/it.swift"], environment: ["ENGRAM_THREADS": "many"])
        #expect(ended.status == 0 && ended.output == "300.0\n")
        #expect(ended.error.contains("ENGRAM_THREADS is \"many\", but must be a whole number from 1 to 1024"), "\(ended.error)")
    }
}
