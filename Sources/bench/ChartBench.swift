import Charts
import Display
import Foundation
import Linear
import Workspace

/// Pictures of a million numbers, and what a bar of progress costs a loop.
///
/// `bench charts [--repeats 5]`. The bars: a raster of 10^6 spikes and a heat map of 1000 x 1000 in 1 s and 2 MB each, a line of 10^6 points in 0.2 s, progress 1 % of a loop of 10^6 turns a second.
enum ChartBench {
    static func run(_ arguments: [String]) throws {
        let place = arguments.firstIndex(of: "--repeats")
        let repeats = max(1, place.flatMap { arguments.indices.contains($0 + 1) ? Int(arguments[$0 + 1]) : nil } ?? 5)
        let count = 1_000_000
        var random = Random(seed: 1)
        let noise = try random.normal(count: count).elements
        let times = noise.enumerated().map { Double($0.offset) / 100 + $0.element }
        let neurons = (0 ..< count).map { ($0 &* 7919) % 10_007 }
        let charts: [(name: String, make: () throws -> Chart)] = [
            ("raster", { try raster(Vector(times), neurons) }), ("heat map", { try heatMap(Matrix(rows: 1000, columns: 1000, elements: noise)) }),
            ("line", { plot(noise) }), ("scatter", { try scatter(times, noise) }), ("histogram", { try histogram(noise) }),
        ]
        for (name, make) in charts {
            let (bundle, times) = try Measurement.time(repeats) { try make().display }
            let bytes = bundle.entries.reduce(0) { sum, entry in
                switch entry.content {
                case .text(let text), .json(let text): sum + text.utf8.count
                case .bytes(let bytes): sum + bytes.count
                }
            }
            guard bundle.plainText.contains(name == "histogram" ? "bars" : "1000") else { throw Unexpected(description: bundle.plainText) }
            try Measurement(bench: "charts", parameters: ["chart": name, "numbers": count], times: times, check: ["bytes": bytes]).emit()
        }
        try progress(repeats)
    }

    private struct Unexpected: Error { let description: String }

    /// A loop whose turns take about a microsecond, without and with `progress`, in turns.
    private static func progress(_ repeats: Int) throws {
        let turns = 1_000_000
        func cell(_ sequence: String) -> String {
            "func work(_ n: Int) -> Int { var a = n; for _ in 0 ..< 150 { a = a &* 6364136223846793005 &+ 1442695040888963407 }; return a }\n"
                + "func loop() -> Int { var sum = 0; for i in \(sequence) { sum &+= work(i) & 7 }; return sum }\nprint(loop())"
        }
        var printed: Set<String> = []
        func time(_ sequence: String) -> Measurement.Time {
            let session = Session()
            let (text, times) = Measurement.time(1) {
                var text = ""
                _ = session.run(cell(sequence), name: "cell", progress: { _ in }) { if case .stream(_, let piece) = $0 { text += piece } }
                return text
            }
            printed.insert(text)
            return times[0]
        }
        let rounds = (0 ..< repeats).map { _ in (plain: time("0 ..< \(turns)"), watched: time("progress(0 ..< \(turns))")) }
        guard printed.count == 1, printed.first?.isEmpty == false else { throw Unexpected(description: "\(printed)") }
        let shares = rounds.map { $0.watched.processor / $0.plain.processor - 1 }.sorted()
        try Measurement(
            bench: "progress", parameters: ["turns": turns], times: rounds.map(\.watched), check: ["printed": printed.first ?? ""],
            extra: ["plain_s": rounds.map(\.plain.wall).sorted()[repeats / 2], "overhead_median": shares[repeats / 2], "overhead_min": shares[0]]
        ).emit()
    }
}
