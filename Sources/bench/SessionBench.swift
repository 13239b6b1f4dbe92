import Display
import Foundation
import Workspace

/// What keeping a session costs: a commit beside a gigabyte that does not change, new arrays, a restored state.
///
/// `bench session [--megabytes 1024] [--cells 200]`; `Benchmarks/peers/sessions.py` sets it beside dill.
enum SessionBench {
    static func run(_ arguments: [String]) throws {
        func option(_ name: String, _ standard: Int) -> Int {
            guard let place = arguments.firstIndex(of: name), arguments.indices.contains(place + 1) else { return standard }
            return Int(arguments[place + 1]) ?? standard
        }
        let (megabytes, cells) = (option("--megabytes", 1024), option("--cells", 200))
        let directory = NSTemporaryDirectory() + "engram-bench-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try scalarBesideArrays(directory + "/a", megabytes, cells)
        try newArrays(directory + "/b", megabytes: min(megabytes, 512))
        try restored(directory + "/c")
    }

    private struct Unexpected: Error, CustomStringConvertible { let description: String }

    /// One life of a kernel. Gives what each cell prints and how long its commit took.
    private final class Life {
        let keeper: Keeper
        private var count: Int
        init(_ directory: String) throws {
            keeper = try Keeper(key: "bench.ipynb", engineVersion: "bench", directory: directory)
            count = keeper.lastCount
        }
        @discardableResult
        func run(_ source: String) throws -> (text: String, commit: Double) {
            count += 1
            var text = ""
            let log = keeper.journal.begin(source, .init(executionCount: count, cellID: nil, started: 0, seed: keeper.session.randomState))
            guard case .finished = keeper.session.run(source, name: "cell [\(count)]", output: { if case .stream(_, let piece) = $0 { text += piece } }) else {
                throw Unexpected(description: "the cell failed: \(source)")
            }
            let start = Measurement.Time.now().wall
            keeper.end(log, .ok, count: count)
            if let problem = keeper.journal.problem { throw Unexpected(description: problem) }
            return (text, Measurement.Time.now().wall - start)
        }
    }

    private static func scalarBesideArrays(_ directory: String, _ megabytes: Int, _ cells: Int) throws {
        let life = try Life(directory)
        let first = try life.run("var n = 0; let arrays = (0 ..< \(megabytes)).map { i in Array(repeating: Double(i), count: 131_072) }")
        // Every array is different from the others, but its pieces are alike: what is stored is less. The new-array figure below is of arrays without a pattern.
        var times: [Measurement.Time] = []
        for _ in 0 ..< cells { times.append(.init(wall: try life.run("n += 1").commit, processor: 0)) }
        let printed = try life.run("print(n, arrays[\(megabytes - 1)][7])").text
        guard printed == "\(cells) \(Double(megabytes - 1))\n" else { throw Unexpected(description: "wrong state: \(printed)") }
        try Measurement(
            bench: "session-commit", parameters: ["megabytes": megabytes, "changed": "one Int"], times: times, check: ["printed": printed],
            extra: ["first_commit_s": first.commit]
        ).emit()
        // One element of one array.
        var element: [Measurement.Time] = []
        _ = try life.run("var one = Array(repeating: 1.0, count: 1_000_000)")
        for index in 0 ..< 50 { element.append(.init(wall: try life.run("one[\(index * 1000)] = 2").commit, processor: 0)) }
        try Measurement(bench: "session-commit", parameters: ["megabytes": 8, "changed": "one element"], times: element, check: [:]).emit()
    }

    private static func newArrays(_ directory: String, megabytes: Int) throws {
        let life = try Life(directory)
        var times: [Measurement.Time] = []
        for index in 0 ..< 5 {
            let commit = try life.run(
                "var random\(index) = Random(seed: \(index)); let new\(index) = try random\(index).uniform(count: \(megabytes * 131_072 / 5)).elements"
            ).commit
            times.append(.init(wall: commit, processor: 0))
        }
        let bytes = Double(megabytes) * 1_048_576 / 5
        let median = times.map(\.wall).sorted()[times.count / 2]
        try Measurement(
            bench: "session-new-arrays", parameters: ["megabytes": megabytes / 5], times: times, check: [:], extra: ["megabytes_per_s": bytes / 1e6 / median]
        ).emit()
    }

    private static func restored(_ directory: String) throws {
        do {
            let life = try Life(directory)
            try life.run("var random = Random(seed: 1); let arrays = try (0 ..< 100).map { _ in try random.uniform(count: 131_072).elements }")
            for index in 0 ..< 100 { try life.run("let a\(index) = arrays[\(index)]") }
        }
        let (life, opening) = try Measurement.time(1) { try Life(directory) }
        let all = (0 ..< 100).map { "a\($0)[9]" }.joined(separator: " + ")
        let start = Measurement.Time.now().wall
        let text = try life.run("print(\(all) >= 0)").text
        let reading = Measurement.Time.now().wall - start
        guard text == "true\n" else { throw Unexpected(description: "wrong state: \(text)") }
        try Measurement(
            bench: "session-restore", parameters: ["arrays": 100, "bytes_each": 1_048_576, "cells": 101], times: opening, check: ["printed": text],
            extra: ["reading_s": reading]
        ).emit()
    }
}
