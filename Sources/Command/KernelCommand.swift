import ArgumentParser
import Foundation
import Jupyter

struct KernelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "kernel", abstract: "Serves one notebook, as Jupyter starts it.")

    @Option(name: [.customShort("f"), .long], help: "The file that says where to listen.")
    var connectionFile: String

    func run() throws {
        // A client that went away must not end the kernel.
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow is an error to be told, not the end.
        signal(SIGXFSZ, SIG_IGN)
        let engine = KernelEngine(key: Self.sessionKey(connectionFile))
        // Jupyter's server names the notebook; what reads the sockets itself, as nbclient does, cuts nothing off.
        let isServed = ProcessInfo.processInfo.environment["JPY_SESSION_NAME"]?.isEmpty == false
        let kernel = try Kernel(try Connection(file: connectionFile), engine: engine, paced: isServed)
        kernel.run(ownsProcess: true)
        // Not by returning: a cell that cannot be stopped would hold up the process's end.
        _exit(0)
    }

    /// The notebook's path, which Jupyter's server tells; with other clients the name of the connection file, which holds the kernel's id.
    private static func sessionKey(_ connectionFile: String) -> String {
        if let name = ProcessInfo.processInfo.environment["JPY_SESSION_NAME"], !name.isEmpty { return name }
        return URL(fileURLWithPath: connectionFile).deletingPathExtension().lastPathComponent
    }
}
