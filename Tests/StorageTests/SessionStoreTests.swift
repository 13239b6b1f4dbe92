import Display
import Foundation
import Storage
import Testing

@Suite struct SessionStoreTests {
    private let directory = NSTemporaryDirectory() + "engram-storage-" + UUID().uuidString
    private var path: String { directory + "/deep/er/session.sqlite" }

    private func cell(_ source: String, _ count: Int?, status: CellRecord.Status = .ok) -> CellRecord {
        CellRecord(source: source, executionCount: count, cellID: "c1", status: status, started: 1000.5, duration: 0.25, engineVersion: "1.0", seed: .max)
    }

    private var everyOutput: [Output] {
        var bundle = MIMEBundle(plain: "a picture, é🧠")
        bundle["application/json"] = .json(#"{"x":[1,2]}"#)
        bundle["image/png"] = .bytes([0, 255, 10])
        return [
            .stream(.standardOutput, "out\n"), .stream(.standardError, "wrong\n"), .display(bundle, id: nil), .display(bundle, id: "d"), .update(bundle, id: "d"),
            .clear(wait: true), .clear(wait: false), .result(MIMEBundle(plain: "42")), .error(name: "E", message: "m", traceback: ["a", "b"]),
        ]
    }

    @Test func whatIsRecordedIsThereForTheNextProcess() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try SessionStore(path: path)
        let session = try first.begin(session: "notes.ipynb", engineVersion: "1.0", seed: .max - 1)
        try first.record(cell("let x = 1", 1), outputs: everyOutput, in: session)
        try first.record(cell("oops", nil, status: .error), outputs: [], in: session)

        let second = try SessionStore(path: path)
        let sessions = try second.sessions()
        #expect(sessions.map(\.key) == ["notes.ipynb"])
        #expect(sessions[0].seed == UInt64.max - 1)
        #expect(sessions[0].ending == nil, "nobody said that it ended")
        let cells = try second.cells(of: session)
        #expect(cells.map(\.cell) == [cell("let x = 1", 1), cell("oops", nil, status: .error)])
        #expect(cells[0].outputs == everyOutput)

        try second.end(session: session, .restart)
        #expect(try first.sessions()[0].ending == .restart)
    }

    @Test func aRunningCellIsWrittenPieceByPiece() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let store = try SessionStore(path: path)
        let session = try store.begin(session: "notes.ipynb", engineVersion: "1.0", seed: 1)
        let number = try store.record(cell("long", 1, status: .running), outputs: [.stream(.standardOutput, "a"), .stream(.standardOutput, "b")], in: session)
        try store.append([.stream(.standardOutput, "c"), .nextInput("next", replace: true)], to: number)
        #expect(try store.cells(of: session).map(\.cell.status) == [.running], "as it would be left by a kernel that died")
        try store.finish(cell: number, .error, duration: 2, outputs: [.stream(.standardError, "d")])
        let kept = try store.cells(of: session)[0]
        #expect(kept.cell.status == .error)
        #expect(kept.cell.duration == 2)
        #expect(kept.outputs == [.stream(.standardOutput, "abc"), .nextInput("next", replace: true), .stream(.standardError, "d")])
    }

    @Test func historyOverSessions() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let store = try SessionStore(path: path)
        let sessions = try (0 ..< 3).map { _ in try store.begin(session: "k", engineVersion: "1", seed: 1) }
        for (index, session) in sessions.enumerated() {
            for count in 1 ... 3 { try store.record(cell("s\(index) c\(count)", count), outputs: count == 2 ? [.result(MIMEBundle(plain: "r\(index)"))] : [], in: session) }
        }
        try store.record(cell("not counted", nil), outputs: [], in: sessions[2])
        func lines(_ selection: HistorySelection) throws -> [String] { try store.history(selection, present: sessions[2]).map(\.source) }

        #expect(try lines(.tail(count: 4)) == ["s1 c3", "s2 c1", "s2 c2", "s2 c3"])
        #expect(try lines(.tail(count: 0)) == [])
        #expect(try lines(.range(session: 0, start: 2, stop: nil)) == ["s2 c2", "s2 c3"])
        #expect(try lines(.range(session: sessions[2], start: 1, stop: 2)) == ["s2 c1"])
        #expect(try lines(.range(session: -1, start: 1, stop: 3)) == ["s1 c1", "s1 c2"])
        #expect(try lines(.range(session: -9, start: 1, stop: 3)) == [])
        #expect(try lines(.range(session: Int.min, start: 1, stop: 3)) == [])
        #expect(try lines(.search(glob: "*c2", count: nil, unique: false)) == ["s0 c2", "s1 c2", "s2 c2"])
        #expect(try lines(.search(glob: "*c2", count: 2, unique: false)) == ["s1 c2", "s2 c2"])
        #expect(try lines(.search(glob: "c2", count: nil, unique: false)) == [], "the whole text must match")
        #expect(try lines(.search(glob: "s[01] c?", count: nil, unique: false)).count == 6)
        let row = try store.history(.range(session: -2, start: 2, stop: 3), present: sessions[2])[0]
        #expect((row.session, row.line, row.source, row.result) == (sessions[0], 2, "s0 c2", "r0"))
    }

    @Test func uniqueKeepsTheNewest() throws {
        let store = try SessionStore.inMemory()
        let session = try store.begin(session: "k", engineVersion: "1", seed: 1)
        for (count, source) in ["a", "b", "a", "c"].enumerated() { try store.record(cell(source, count + 1), outputs: [], in: session) }
        let rows = try store.history(.search(glob: "*", count: nil, unique: true), present: session)
        #expect(rows.map(\.line) == [2, 3, 4])
        #expect(rows.map(\.source) == ["b", "a", "c"])
    }

    @Test func aDamagedFileIsSetAsideAndTheKernelGoesOn() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let file = Location.file(for: "k", in: directory)
        do {
            let (store, _) = try SessionStore.open(key: "k", directory: directory)
            let session = try store.begin(session: "k", engineVersion: "1", seed: 1)
            for count in 1 ... 200 { try store.record(cell(String(repeating: "x", count: 500), count), outputs: everyOutput, in: session) }
        }
        for damage in 0 ..< 3 {
            switch damage {
            case 0: try Data("this is no database at all, but text long enough to be read as a header of a hundred bytes and more".utf8).write(to: URL(fileURLWithPath: file))
            case 1: try Data((0 ..< 8192).map { _ in UInt8.random(in: 0 ... 255) }).write(to: URL(fileURLWithPath: file))
            default: try Data(Array("SQLite format 3\u{0}".utf8) + [UInt8](repeating: 7, count: 5000)).write(to: URL(fileURLWithPath: file))
            }
            let (store, note) = try SessionStore.open(key: "k", directory: directory)
            #expect(store.path == file)
            #expect(note?.contains("set aside") == true)
            let session = try store.begin(session: "k", engineVersion: "1", seed: 1)
            try store.record(cell("again", 1), outputs: [], in: session)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory).contains { $0.contains(".damaged-") })
            for name in try FileManager.default.contentsOfDirectory(atPath: directory) where name.contains("-wal") || name.contains("-shm") || name.contains("damaged") {
                try FileManager.default.removeItem(atPath: directory + "/" + name)
            }
        }
    }

    @Test func cutShortFilesNeverTrap() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var whole = Data()
        do {
            let store = try SessionStore(path: path)
            let session = try store.begin(session: "k", engineVersion: "1", seed: 1)
            for count in 1 ... 50 { try store.record(cell(String(repeating: "x", count: 300), count), outputs: everyOutput, in: session) }
        }
        whole = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(whole.count > 8192)
        for length in [1, 99, 100, 4096, 5000, whole.count / 2, whole.count - 1] {
            let cut = directory + "/cut-\(length).sqlite"
            try whole.prefix(length).write(to: URL(fileURLWithPath: cut))
            do {
                let store = try SessionStore(path: cut)
                for session in try store.sessions() { _ = try store.cells(of: session.id) }
            } catch { #expect(error.description.contains(cut)) }
        }
    }

    @Test func whereNothingCanBeWrittenTheSessionIsInMemory() throws {
        // A file in the place of the directory stops the superuser as well.
        let file = NSTemporaryDirectory() + "engram-file-" + UUID().uuidString
        try Data().write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let (store, note) = try SessionStore.open(key: "k", directory: file)
        #expect(store.path == ":memory:")
        #expect(note?.contains("not saved") == true)
        let session = try store.begin(session: "k", engineVersion: "1", seed: 1)
        try store.record(cell("x", 1), outputs: everyOutput, in: session)
        #expect(try store.cells(of: session)[0].outputs == everyOutput)
    }

    @Test func twoKernelsOfOneNotebook() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let stores = try (0 ..< 2).map { _ in try SessionStore(path: path) }
        let sessions = try stores.map { try $0.begin(session: "k", engineVersion: "1", seed: 1) }
        let place = path
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            for count in 1 ... 50 {
                do { try stores[index].record(cell("x", count), outputs: everyOutput, in: sessions[index]) } catch { Issue.record("\(error) at \(place)") }
            }
        }
        #expect(try sessions.map { try stores[0].cells(of: $0).count } == [50, 50])
    }

    @Test func locations() {
        #expect(Location.directory(environment: ["ENGRAM_HOME": "/e", "HOME": "/h"]) == "/e/sessions")
        #expect(Location.directory(environment: ["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/engram/sessions")
        #expect(Location.directory(environment: ["HOME": "/h", "ENGRAM_HOME": ""]) == "/h/.local/share/engram/sessions")
        let one = Location.file(for: "/a/my notes?.ipynb", in: "/d")
        #expect(one.hasPrefix("/d/my_notes_.ipynb-"))
        #expect(one.hasSuffix(".sqlite"))
        #expect(one != Location.file(for: "/b/my notes?.ipynb", in: "/d"))
        #expect(one == Location.file(for: "/a/my notes?.ipynb", in: "/d"))
    }

    @Test func piecesOfAStreamBecomeOneText() {
        var log = OutputLog()
        for piece in ["a", "b"] { log.append(.stream(.standardOutput, piece)) }
        log.append(.stream(.standardError, "c"))
        log.append(.clear(wait: false))
        log.append(.stream(.standardError, "d"))
        #expect(log.outputs == [.stream(.standardOutput, "ab"), .stream(.standardError, "c"), .clear(wait: false), .stream(.standardError, "d")])
    }
}
