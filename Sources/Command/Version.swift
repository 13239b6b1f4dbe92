enum Version {
    /// The version of the program, as the kernel, the sessions and `--version` give it.
    static let current = "0.1.0"
}
