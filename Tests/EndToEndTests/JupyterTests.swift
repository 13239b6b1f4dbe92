import Foundation
import Testing

/// Jupyter's own client against the real program. Skipped where the Python environment has not been made (`make test` makes it).
@Suite(.serialized, .enabled(if: Program.python != nil, "the Python environment .venv is not there"))
struct JupyterTests {
    /// No test may be skipped, so that a sample that Jupyter's tests need and do not find is noticed.
    @Test(arguments: ["test_kernel", "test_protocol", "test_process", "test_notebooks", "test_tools", "test_server", "test_load", "test_recovery", "test_sessions"])
    func pythonSuite(_ module: String) throws {
        let ended = try run(["-m", "unittest", "-v", module])
        #expect(ended.status == 0, "\(failures(in: ended.error))")
        #expect(ended.error.contains("... skipped") == false, "\(ended.error)")
    }

    /// What the protocol asks beyond that, over a client of the tests' own.
    @Test func conformance() throws {
        let ended = try run([Program.root + "/Tests/Conformance/conformance.py"])
        #expect(ended.status == 0, "\(failures(in: ended.error))")
    }

    /// What unittest says of the tests that failed, short enough to be read in a log: what a tool printed on its way to a failure can be thousands of lines.
    private func failures(in report: String) -> String {
        let lines = report.split(separator: "\n").drop { !$0.hasPrefix("=====") }.map { $0.prefix(300) }
        guard !lines.isEmpty else { return String(report.suffix(4000)) }
        let kept = lines.count > 100 ? Array(lines.prefix(50)) + ["…"] + lines.suffix(50) : lines
        let names = lines.filter { $0.hasPrefix("FAIL: ") || $0.hasPrefix("ERROR: ") }
        return (kept + names).joined(separator: "\n")
    }

    private func run(_ arguments: [String]) throws -> Program.Ended {
        let python = try #require(Program.python)
        let home = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: home) }
        #expect(try Program.run(Program.path, ["install", "--prefix", home]).status == 0)
        let environment = [
            "JUPYTER_PATH": home + "/share/jupyter", "JUPYTER_RUNTIME_DIR": home + "/runtime", "ENGRAM_HOME": home,
            "PYTHONPATH": Program.root + "/Tests/EndToEndTests/python", "PYTHONDONTWRITEBYTECODE": "1",
        ]
        return try Program.run(python, arguments, environment: environment)
    }
}
