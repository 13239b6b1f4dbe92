import ArgumentParser

struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "install", abstract: "Tells Jupyter about the kernel.")

    @OptionGroup var place: KernelspecPlace

    @Option(help: "The name that front ends show.")
    var displayName = Kernelspec.defaultDisplayName

    func run() throws {
        let spec = Kernelspec(name: place.name, displayName: displayName, executable: try Kernelspec.ownExecutable())
        print("installed \(try spec.write(into: try place.kernels))")
    }
}
