import Display
import Foundation
import Storage
import Testing

/// Every earlier form of a session file opens.
///
/// `Fixtures/schema-N.sqlite` was written by the code whose newest migration was the Nth. When a migration is added, write the file of the schema before it first:
/// `ENGRAM_WRITE_SCHEMA=N swift test -c release --disable-testable-imports --filter SchemaTests`, with the code as it was, and commit it. A file is never written again.
@Suite struct SchemaTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    private static let directory = NSTemporaryDirectory() + "engram-schema-" + UUID().uuidString
    private static let asked = ProcessInfo.processInfo.environment["ENGRAM_WRITE_SCHEMA"]

    private static func cell(_ source: String, _ count: Int?, _ status: CellRecord.Status) -> CellRecord {
        CellRecord(source: source, executionCount: count, cellID: "c\(count ?? 0)", status: status, started: 1000.5, duration: 0.25, engineVersion: "0.1", seed: .max - 7)
    }
    private static let outputs: [Output] = {
        var bundle = MIMEBundle(plain: "a picture, é🧠")
        bundle["application/json"] = .json(#"{"x":[1,2]}"#)
        bundle["image/png"] = .bytes([0, 255, 10])
        return [.stream(.standardOutput, "out\n"), .display(bundle, id: "d"), .result(MIMEBundle(plain: "42"))]
    }()
    private static let failed: [Output] = [.stream(.standardError, "wrong\n"), .error(name: "E", message: "m", traceback: ["a", "b"])]

    @Test(.enabled(if: asked != nil)) func write() throws {
        let path = Self.fixtures.appendingPathComponent("schema-\(Self.asked!).sqlite").path
        #expect(!FileManager.default.fileExists(atPath: path), "a file once written is never changed")
        let store = try SessionStore(path: path)
        let first = try store.begin(session: "notes.ipynb", engineVersion: "0.1", seed: .max - 1)
        try store.record(Self.cell("let x = 42\nx", 1, .ok), outputs: Self.outputs, in: first)
        try store.record(Self.cell("oops", 2, .error), outputs: Self.failed, in: first)
        try store.record(Self.cell("while true {}", nil, .interrupted), outputs: [], in: first)
        try store.end(session: first, .shutdown)
        _ = try store.begin(session: "notes.ipynb", engineVersion: "0.1", seed: 0)
    }

    @Test(arguments: [1]) func opens(_ version: Int) throws {
        try FileManager.default.createDirectory(atPath: Self.directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: Self.directory) }
        let path = Self.directory + "/copy-\(version).sqlite"
        try FileManager.default.copyItem(atPath: Self.fixtures.appendingPathComponent("schema-\(version).sqlite").path, toPath: path)
        let store = try SessionStore(path: path)
        let sessions = try store.sessions()
        #expect(sessions.map(\.key) == ["notes.ipynb", "notes.ipynb"])
        #expect(sessions.map(\.seed) == [.max - 1, 0])
        #expect(sessions.map(\.ending) == [.shutdown, nil])
        let cells = try store.cells(of: sessions[0].id)
        #expect(cells.map(\.cell) == [Self.cell("let x = 42\nx", 1, .ok), Self.cell("oops", 2, .error), Self.cell("while true {}", nil, .interrupted)])
        #expect(cells.map(\.outputs) == [Self.outputs, Self.failed, []])
        // And it can be gone on with.
        try store.record(Self.cell("more", 1, .ok), outputs: Self.outputs, in: sessions[1].id)
        #expect(try store.history(.tail(count: 2), present: sessions[1].id).map(\.source) == ["oops", "more"])
    }

    /// A file that lost its end may open and fail later: whatever is wrong, there is a store to go on with, and a line that says so.
    @Test func cutShortOrOverwritten() throws {
        try FileManager.default.createDirectory(atPath: Self.directory + "-cut", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: Self.directory + "-cut") }
        let whole = try Data(contentsOf: Self.fixtures.appendingPathComponent("schema-1.sqlite"))
        var damaged = [1, 15, 99, 100, 1_000, 4_095, 4_096, 8_192, whole.count / 2, whole.count - 4_096, whole.count - 1].map { whole.prefix($0) }
        damaged.append(Data(repeating: 0x5A, count: whole.count))
        damaged.append(whole.prefix(4_096) + Data(repeating: 0xFF, count: whole.count - 4_096))
        damaged.append(Data("not a database".utf8))
        for (index, bytes) in damaged.enumerated() {
            let folder = Self.directory + "-cut/\(index)", path = Location.file(for: "k", in: folder)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let (store, note) = try SessionStore.open(key: "k", directory: folder)
            let session = try store.begin(session: "k", engineVersion: "1", seed: 1)
            try store.record(Self.cell("x", 1, .ok), outputs: Self.outputs, in: session)
            #expect(try store.cells(of: session).map(\.outputs) == [Self.outputs], "\(index)")
            let aside = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".damaged-") }
            #expect(note == nil || (note!.contains("set aside") && !aside.isEmpty), "\(index): \(note ?? "")")
            #expect((note == nil) == aside.isEmpty)
        }
    }
}
