import ArgumentParser
import Display
import Foundation
import Jupyter

/// The directory by which Jupyter finds the kernel.
struct Kernelspec {
    var name: String
    var displayName: String
    /// With an absolute path, since front ends do not look for it.
    var executable: String

    static let defaultName = "engram"
    static let defaultDisplayName = "Swift (Engram)"

    var document: JSON {
        [
            "argv": [.string(executable), "kernel", "--connection-file", "{connection_file}"],
            "display_name": .string(displayName),
            "language": "swift",
            "interrupt_mode": "message",
            "kernel_protocol_version": .string(protocolVersion),
            "env": .empty,
            "metadata": ["debugger": false],
        ]
    }

    /// Writes it into `kernels`, in the place of one of the same name, and returns its directory.
    func write(into kernels: String) throws -> String {
        let directory = kernels + "/" + name
        let files = FileManager.default
        try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let contents = [(name: "kernel.json", bytes: document.indented)] + Logos.files
        for (file, bytes) in contents { try Data(bytes).write(to: URL(fileURLWithPath: directory + "/" + file), options: .atomic) }
        return directory
    }

    /// The path of this program, for the kernelspec.
    static func ownExecutable() throws -> String {
        guard let path = Bundle.main.executablePath else { throw ValidationError("cannot tell the path of this program") }
        return URL(fileURLWithPath: path).standardizedFileURL.path
    }
}

/// Where a kernelspec goes.
struct KernelspecPlace: ParsableArguments {
    @Flag(help: "For the present user (the default).")
    var user = false

    @Option(help: "Under PREFIX/share/jupyter/kernels.")
    var prefix: String?

    @Flag(help: "Into the Python environment that is active.")
    var sysPrefix = false

    @Option(help: "The name by which Jupyter knows the kernel.")
    var name = Kernelspec.defaultName

    func validate() throws {
        guard [user, prefix != nil, sysPrefix].count(where: { $0 }) <= 1 else { throw ValidationError("give one of --user, --prefix and --sys-prefix") }
        // What jupyter_client accepts.
        let allowed = name.utf8.allSatisfy { byte in
            UInt8(ascii: "a") ... UInt8(ascii: "z") ~= byte || UInt8(ascii: "A") ... UInt8(ascii: "Z") ~= byte || UInt8(ascii: "0") ... UInt8(ascii: "9") ~= byte
                || "-_.".utf8.contains(byte)
        }
        guard allowed, !name.isEmpty, name != ".", name != ".." else {
            throw ValidationError("a kernel's name is made of letters, digits, '-', '_' and '.'; '\(name)' is not")
        }
    }

    var kernels: String {
        get throws {
            if let prefix { return URL(fileURLWithPath: prefix).standardizedFileURL.path + "/share/jupyter/kernels" }
            if sysPrefix { return try Self.environmentPrefix() + "/share/jupyter/kernels" }
            return Self.userData + "/kernels"
        }
    }

    private static var userData: String {
        let environment = ProcessInfo.processInfo.environment
        if let set = environment["JUPYTER_DATA_DIR"], !set.isEmpty { return set }
        let home = environment["HOME"] ?? NSHomeDirectory()
        #if os(macOS)
            return home + "/Library/Jupyter"
        #else
            if let set = environment["XDG_DATA_HOME"], !set.isEmpty { return set + "/jupyter" }
            return home + "/.local/share/jupyter"
        #endif
    }

    private static func environmentPrefix() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        for name in ["VIRTUAL_ENV", "CONDA_PREFIX"] {
            if let set = environment[name], !set.isEmpty { return set }
        }
        let python = Process()
        let output = Pipe()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", "import sys; print(sys.prefix)"]
        python.standardOutput = output
        try python.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        python.waitUntilExit()
        guard python.terminationStatus == 0, text.hasPrefix("/") else { throw ValidationError("no Python environment is active; use --prefix") }
        return text
    }
}
