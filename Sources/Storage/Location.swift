import Crypto
import Foundation

/// Where session files lie.
package enum Location {
    /// `$ENGRAM_HOME/sessions`, else `$XDG_DATA_HOME/engram/sessions`, else `~/.local/share/engram/sessions`.
    package static func directory(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
        func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let home = set("ENGRAM_HOME") { return home + "/sessions" }
        return (set("XDG_DATA_HOME") ?? (set("HOME") ?? NSHomeDirectory()) + "/.local/share") + "/engram/sessions"
    }

    /// The file of the session that `key` names: a notebook's path, or a kernel's id. The start of the name is for people, its end tells keys apart.
    package static func file(for key: String, in directory: String) -> String {
        let stem = (key.split(separator: "/").last ?? "session").prefix(40).map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" }
        let digest = SHA256.hash(data: Array(key.utf8)).prefix(8).map { byte in
            let text = String(byte, radix: 16)
            return text.count < 2 ? "0" + text : text
        }
        return "\(directory)/\(String(stem))-\(digest.joined()).sqlite"
    }
}
