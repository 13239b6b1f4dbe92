import ArgumentParser
import Foundation

struct LabCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab", abstract: "Opens JupyterLab with the kernel.",
        discussion: "JupyterLab is taken from the project's own environment (.venv beside or above this program), else from the active one, else from the path.")

    @Argument(help: "The directory to show.")
    var directory = "."

    @Argument(parsing: .postTerminator, help: "For JupyterLab itself, as in: engram lab notebooks -- --no-browser --port 8899")
    var options: [String] = []

    func run() throws {
        guard let lab = try Self.jupyterLab() else { throw ValidationError("JupyterLab was not found; `make lab` in the project installs it") }
        let environment = URL(fileURLWithPath: lab).deletingLastPathComponent().deletingLastPathComponent().path
        let spec = Kernelspec(name: Kernelspec.defaultName, displayName: Kernelspec.defaultDisplayName, executable: try Kernelspec.ownExecutable())
        _ = try spec.write(into: environment + "/share/jupyter/kernels")
        // This process becomes JupyterLab, so that the terminal's keys go there.
        var arguments: [UnsafeMutablePointer<CChar>?] = ([lab, "--notebook-dir", directory] + options).map { (text: String) in strdup(text) } + [nil]
        execv(lab, &arguments)
        throw ValidationError("\(lab) cannot be run: \(String(cString: strerror(errno)))")
    }

    private static func jupyterLab() throws -> String? {
        let environment = ProcessInfo.processInfo.environment
        var places: [String] = []
        var directory = URL(fileURLWithPath: try Kernelspec.ownExecutable()).resolvingSymlinksInPath().deletingLastPathComponent()
        while directory.path != "/" {
            places.append(directory.path + "/.venv/bin")
            directory.deleteLastPathComponent()
        }
        if let active = environment["VIRTUAL_ENV"] { places.append(active + "/bin") }
        places += (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return places.map { $0 + "/jupyter-lab" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
