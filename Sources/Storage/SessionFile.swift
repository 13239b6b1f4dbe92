import Foundation

/// A session file as it lies in its folder, and what it says about itself.
package struct SessionFile: Sendable {
    package let path: String
    /// The notebook's path, or the kernel's id.
    package let key: String
    /// The kernels that it knows, oldest first, with the number of counted cells of each.
    package let lives: [(id: Int, cells: Int)]
    /// Seconds since 1970.
    package let lastUse: Double
    /// Bytes, with the files beside it.
    package let size: Int

    /// Those that can be read, the last used first.
    package static func all(in directory: String = Location.directory()) -> [SessionFile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasSuffix(".sqlite") }.compactMap { SessionFile(directory + "/" + $0, siblings: names.map { directory + "/" + $0 }) }
            .sorted { $0.lastUse > $1.lastUse }
    }

    private init?(_ path: String, siblings: [String]) {
        guard let store = try? SessionStore(path: path), let sessions = try? store.sessions(), let last = sessions.last else { return nil }
        (self.path, key) = (path, last.key)
        lives = sessions.map { session in (session.id, (try? store.countOfCells(in: session.id)) ?? 0) }
        let files = siblings.filter { $0 == path || $0.hasPrefix(path + "-") }.compactMap { try? FileManager.default.attributesOfItem(atPath: $0) }
        size = files.reduce(0) { $0 + (($1[.size] as? Int) ?? 0) }
        lastUse = files.compactMap { ($0[.modificationDate] as? Date)?.timeIntervalSince1970 }.max() ?? last.started
    }
}
