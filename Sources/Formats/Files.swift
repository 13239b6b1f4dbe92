import Glibc

/// Where data lie: what the surroundings say, and whether it is there.
///
/// ```swift
/// let folder = Files.environment("ENGRAM_HAXBY") ?? "data"
/// if Files.exists(folder + "/bold.nii.gz") { print("the data are here") }
/// ```
public enum Files {
    /// The value of an environment variable, as it was when the kernel or the program started; nil if it is not set or empty.
    ///
    /// JupyterLab hands its own environment on to the kernels it starts, so a variable is set before JupyterLab is.
    public static func environment(_ name: String) -> String? {
        // A name with a zero byte would be cut there by C, and another variable be read.
        guard !name.utf8.contains(0), let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Whether there is a file or folder at this path that can be read. A path that does not start with / is looked up from the notebook's folder.
    public static func exists(_ path: String) -> Bool { !path.isEmpty && !path.utf8.contains(0) && access(path, R_OK) == 0 }
}
