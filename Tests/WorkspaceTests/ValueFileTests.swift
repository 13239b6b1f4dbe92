import Display
import Foundation
import Testing
import Workspace

/// Values in files of their own: written in one session, read in another.
struct ValueFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("values-\(UUID().uuidString)")

    private func with(_ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path + "/value")
    }

    /// What cells of a new session print, and how the last fails.
    private func run(_ cells: String...) -> String {
        let session = Session()
        var text = ""
        for cell in cells {
            let outcome = session.run(cell, name: "cell") { if case .stream(.standardOutput, let part) = $0 { text += part } }
            switch outcome {
            case .finished: break
            case .failed(let failure): text += failure.message
            case .rejected(let problems, _): text += problems.map(\.message).joined()
            }
        }
        return text
    }

    @Test func aNetworkGoesOnWhereItWas() throws {
        try with { path in
            let build = """
                var net = try SpikingNetwork(dt: 0.5.ms, seed: 4)
                let cells = try net.add(200, Izhikevich())
                try net.connect(cells, to: cells, .probability(0.1), weights: .uniform(0, 4), delays: .uniform(1.ms, 9.ms))
                try net.setNoise(of: cells, .normal(standardDeviation: 6))
                try net.run(100.ms)
                """
            let rest = "try net.run(100.ms)\nlet all = try net.spikes(of: cells)\nprint(all.count, all.times.sum, try net.get(.v, of: cells).sum)"
            let straight = run(build, rest)
            #expect(run(build, "try save((net, cells), to: \"\(path)\")") == "")
            #expect(run("var (net, cells) = try load((SpikingNetwork, Population).self, from: \"\(path)\")", rest) == straight)
            #expect(straight.split(separator: " ").first.map { $0 != "0" } == true)
        }
    }

    @Test(arguments: [
        ("Int", "-7"), ("Double", "0.1"), ("Bool", "true"), ("UInt8", "255"), ("Float", "1.5"), ("String", "\"naïve 🧠\""), ("Character", "\"é\""),
        ("[Double]", "[1, .infinity, -0.0]"),
        ("[[Int]]", "[[1], [], [2, 3]]"), ("[String: [Int]]", "[\"a\": [1]]"), ("Set<Int>", "[4]"), ("Int?", "nil"), ("Int??", ".some(nil)"),
        ("(a: Int, b: String?)", "(a: 1, b: nil)"),
        ("Matrix", "Matrix([[1, 2], [3, 4]])"), ("[Vector]", "[Vector([1, 2]), Vector([])]"), ("[Double]", "(0 ..< 100_000).map { Double($0) / 7 }"),
        ("String", "String(repeating: \"spike \", count: 50_000)"), ("Time?", "5.ms"),
    ])
    func everyBitComesBack(_ type: String, _ value: String) throws {
        try with { path in
            for name in [path, path + ".gz"] {
                let made = run("let value: \(type) = try \(value)\ntry save(value, to: \"\(name)\")\nprint(value)")
                let again = run("let value = try load((\(type)).self, from: \"\(name)\")\nprint(value)")
                #expect(made == again)
                #expect(!made.isEmpty)
            }
        }
    }

    @Test func whatCannotBeWrittenIsRefused() throws {
        try with { path in
            for (declaration, value, type) in [
                ("struct Point { var x = 1 }", "Point()", "Point"), ("", "[{ (x: Int) in x }]", "Array<(Int) -> Int>"), ("", "1 as Any", "Any"),
                ("enum E { case a }", "[E.a]", "Array<E>"), ("", "Int.self", "Int.Type"),
            ] {
                let said = run(declaration, "try save(\(value), to: \"\(path)\")")
                #expect(said.contains("a value of type \(type) is not supported, only numbers, texts and values of the library"), "\(said)")
            }
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(run("try save(1, to: \"\")") == "path is empty; it must be the path of a file")
            #expect(run("try save(1, to: \"/no/such/folder/x\")").contains("No such file or directory"))
            #expect(run("_ = try load(Int.self, from: \"\(path)\")").contains("No such file or directory"))
        }
    }

    @Test func anotherTypeIsAnError() throws {
        try with { path in
            #expect(run("try save([1.5], to: \"\(path)\")") == "")
            #expect(run("_ = try load([Int].self, from: \"\(path)\")").contains("is not a value file: found a value of type Array<Double>, expected Array<Int>"))
            #expect(run("do { _ = try load(Vector.self, from: \"\(path)\") } catch let error as FormatError { print(\"caught\") }") == "caught\n")
        }
    }

    /// Every byte changed, and every place where the file could end: an error each, and what was there before is whole after a failure to write.
    @Test func damageIsTold() throws {
        try with { path in
            let reference = run("let value = [\"a\": Vector((0 ..< 900).map(Double.init))]\ntry save(value, to: \"\(path)\")\nprint(value)")
            let whole = try Data(contentsOf: URL(fileURLWithPath: path))
            let session = Session()
            var printed = ""
            func read() -> String {
                printed = ""
                let outcome = session.run("print(try load([String: Vector].self, from: \"\(path)\"))", name: "cell") {
                    if case .stream(.standardOutput, let part) = $0 { printed += part }
                }
                if case .failed(let failure) = outcome { return failure.message }
                return printed
            }
            #expect(read() == reference)
            for place in stride(from: 0, to: whole.count, by: whole.count / 97) {
                var bytes = whole
                bytes[place] ^= 0x10
                try bytes.write(to: URL(fileURLWithPath: path))
                #expect(read() != reference && printed.isEmpty, "byte \(place)")
                try whole.prefix(place).write(to: URL(fileURLWithPath: path))
                #expect(read() != reference && printed.isEmpty, "cut at \(place)")
            }
        }
    }
}
