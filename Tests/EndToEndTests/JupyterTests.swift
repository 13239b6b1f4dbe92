import Foundation
import Testing

/// Jupyter's own client against the real program. Skipped where the Python environment has not been made (`make test` makes it).
@Suite(.serialized, .enabled(if: Program.python != nil, "the Python environment .venv is not there"))
struct JupyterTests {
    /// Cells cannot page, clear their output or show something on the way yet; those three tests of Jupyter's are skipped.
    @Test(arguments: [("test_kernel", 3), ("test_process", 0), ("test_notebooks", 0)])
    func pythonSuite(_ module: String, skipped: Int) throws {
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
        #expect(ended.error.components(separatedBy: "... skipped").count - 1 == skipped, "\(ended.error)")
    }
}
