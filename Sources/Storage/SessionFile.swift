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
    /// Bytes on the medium, with the files beside it.
    package let size: Int

    /// Those that can be read, the last used first.
    package static func all(in directory: String = Location.directory()) -> [SessionFile] { names(in: directory).compactMap(SessionFile.init).sorted { $0.lastUse > $1.lastUse } }

    static func names(in directory: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).filter { $0.hasSuffix(".sqlite") }.map { directory + "/" + $0 }
    }

    private static func parts(_ path: String) -> [String] { ["", "-wal", "-shm"].map { path + $0 } + PieceHeap.numbers(besides: path).map { PieceHeap.path(path, life: $0) } }

    static func size(_ path: String) -> Int { parts(path).reduce(0) { $0 + FileSize.allocated($1) } }

    static func lastUse(_ path: String) -> Double {
        parts(path).compactMap { (try? FileManager.default.attributesOfItem(atPath: $0))?[.modificationDate] as? Date }.map(\.timeIntervalSince1970).max() ?? 0
    }

    private init?(_ path: String) {
        // Opening a file may write to it.
        (self.path, lastUse, size) = (path, Self.lastUse(path), Self.size(path))
        guard let store = try? SessionStore(path: path), let sessions = try? store.sessions(), let last = sessions.last else { return nil }
        key = last.key
        lives = sessions.map { session in (session.id, (try? store.countOfCells(in: session.id)) ?? 0) }
    }
}
