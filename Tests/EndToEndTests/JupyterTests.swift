import Foundation
import Testing

/// Jupyter's own client against the real program. Skipped where the Python environment has not been made (`make test` makes it).
@Suite(.serialized, .enabled(if: Program.python != nil, "the Python environment .venv is not there"))
struct JupyterTests {
    /// No test may be skipped, so that a sample that Jupyter's tests need and do not find is noticed.
    @Test(arguments: ["test_kernel", "test_protocol", "test_process", "test_notebooks"])
    func pythonSuite(_ module: String) throws {
        let python = try #require(Program.python)
        let home = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: home) }
        #expect(try Program.run(Program.path, ["install", "--prefix", home]).status == 0)
        let environment = [
            "JUPYTER_PATH": home + "/share/jupyter", "JUPYTER_RUNTIME_DIR": home + "/runtime", "ENGRAM_HOME": home,
            "PYTHONPATH": Program.root + "/Tests/EndToEndTests/python", "PYTHONDONTWRITEBYTECODE": "1",
        ]
        let ended = try Program.run(python, ["-m", "unittest", "-v", module], environment: environment)
        #expect(ended.status == 0, "\(ended.error)")
        #expect(ended.error.contains("... skipped") == false, "\(ended.error)")
    }
}
