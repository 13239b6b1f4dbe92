import ArgumentParser

@main
struct EngramCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engram",
        abstract: "Neuroscience models in notebooks, in Swift.",
        version: Version.current,
        subcommands: [KernelCommand.self, RunCommand.self, VerifyCommand.self, EvalCommand.self, SessionCommand.self, InstallCommand.self, UninstallCommand.self, LabCommand.self])
}
