import Foundation
import Testing

@Suite struct InstallTests {
    @Test func installAndUninstall() throws {
        let prefix = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: prefix) }
        let installed = try Program.run(Program.path, ["install", "--prefix", prefix, "--name", "other", "--display-name", "Swift (mine)"])
        #expect(installed.status == 0, "\(installed.error)")
        let directory = prefix + "/share/jupyter/kernels/other"
        let data = try Data(contentsOf: URL(fileURLWithPath: directory + "/kernel.json"))
        let spec = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let argv = try #require(spec["argv"] as? [String])
        #expect(argv.first == Program.path)
        #expect(argv.contains("{connection_file}"))
        #expect(spec["display_name"] as? String == "Swift (mine)")
        #expect(spec["language"] as? String == "swift")
        #expect(spec["interrupt_mode"] as? String == "message")
        #expect(spec["kernel_protocol_version"] as? String == "5.5")

        #expect(try Program.run(Program.path, ["uninstall", "--prefix", prefix, "--name", "other"]).status == 0)
        #expect(!FileManager.default.fileExists(atPath: directory))
        #expect(try Program.run(Program.path, ["uninstall", "--prefix", prefix, "--name", "other"]).status != 0)
    }

    @Test func theLogosAreThoseOfTheProject() throws {
        let prefix = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: prefix) }
        #expect(try Program.run(Program.path, ["install", "--prefix", prefix]).status == 0)
        for name in ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"] {
            let installed = try Data(contentsOf: URL(fileURLWithPath: prefix + "/share/jupyter/kernels/engram/" + name))
            let drawn = try Data(contentsOf: URL(fileURLWithPath: Program.root + "/kernelspec/" + name))
            #expect(installed == drawn, "run kernelspec/embed")
        }
    }

    /// JupyterLab takes this program's place, on the given directory and with what follows `--`.
    @Test(.enabled(if: Program.python != nil, "the Python environment .venv is not there"))
    func labOpensInTheProjectsEnvironment() throws {
        let environment = ["VIRTUAL_ENV": URL(fileURLWithPath: Program.python ?? "").deletingLastPathComponent().deletingLastPathComponent().path]
        let ended = try Program.run(Program.path, ["lab", "/tmp", "--", "--version"], environment: environment)
        #expect(ended.status == 0, "\(ended.error)")
        #expect(ended.output.first?.isNumber == true, "\(ended.output)")
        #expect(try Program.run(Program.path, ["lab", "/tmp", "--", "--no-such-option"], environment: environment).status != 0)
    }

    @Test func forTheUserAndForTheActiveEnvironment() throws {
        let home = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let environment = ["HOME": home, "VIRTUAL_ENV": home + "/active", "XDG_DATA_HOME": "", "JUPYTER_DATA_DIR": ""]
        #if os(macOS)
            let data = home + "/Library/Jupyter"
        #else
            let data = home + "/.local/share/jupyter"
        #endif
        for (flags, directory) in [([], data), (["--user"], data), (["--sys-prefix"], home + "/active/share/jupyter")] {
            let file = directory + "/kernels/engram/kernel.json"
            #expect(try Program.run(Program.path, ["install"] + flags, environment: environment).status == 0)
            #expect(FileManager.default.fileExists(atPath: file))
            #expect(try Program.run(Program.path, ["uninstall"] + flags, environment: environment).status == 0)
            #expect(!FileManager.default.fileExists(atPath: file))
        }
        #expect(try Program.run(Program.path, ["install", "--user", "--sys-prefix"], environment: environment).status != 0)
    }

    @Test(arguments: ["", "a b", "../up", "..", "é"])
    func namesThatJupyterWouldNotTake(_ name: String) throws {
        let prefix = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: prefix) }
        #expect(try Program.run(Program.path, ["install", "--prefix", prefix, "--name", name]).status != 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: prefix).isEmpty)
    }

    @Test func anotherProgramsKernelIsLeftAlone() throws {
        let prefix = try Program.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: prefix) }
        let directory = prefix + "/share/jupyter/kernels/engram"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data(#"{"argv":["python"]}"#.utf8).write(to: URL(fileURLWithPath: directory + "/kernel.json"))
        #expect(try Program.run(Program.path, ["uninstall", "--prefix", prefix]).status != 0)
        #expect(FileManager.default.fileExists(atPath: directory + "/kernel.json"))
    }
}
