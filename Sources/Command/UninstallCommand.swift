import ArgumentParser
import Foundation

struct UninstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "uninstall", abstract: "Makes Jupyter forget the kernel. Saved sessions stay.")

    @OptionGroup var place: KernelspecPlace

    func run() throws {
        let directory = try place.kernels + "/" + place.name
        // Another program's kernel may bear the name.
        guard let spec = try? String(contentsOfFile: directory + "/kernel.json", encoding: .utf8) else { throw ValidationError("there is no kernel in \(directory)") }
        guard spec.contains("--connection-file"), spec.contains("engram\"") else { throw ValidationError("the kernel in \(directory) is not Engram's") }
        try FileManager.default.removeItem(atPath: directory)
        print("removed \(directory)")
    }
}
