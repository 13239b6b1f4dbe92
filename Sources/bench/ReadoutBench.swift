import Foundation
import Linear
import Neuro

/// Readouts that learn online: recursive least squares over a whole run and one step after the other.
///
/// `bench readout --features 500 --rows 10000 --tested 1000 --data FILE [--repeats 5]`. The file (Benchmarks/peers/readouts.py writes it) holds doubles, row after row: the states of `rows` + `tested`
/// steps, then as many targets. The check is the error of what was learnt on the rows that were not, so that it must agree with the peer's.
enum ReadoutBench {
    private struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        func number(_ name: String, _ otherwise: Int) -> Int { option(name).flatMap { Int($0) } ?? otherwise }
        let features = number("features", 500), rows = number("rows", 10_000), tested = number("tested", 1_000), repeats = number("repeats", 5)
        guard let path = option("data") else { throw Missing(description: "--data FILE is missing; Benchmarks/peers/readouts.py writes one") }
        let bytes = try Data(contentsOf: URL(filePath: path))
        let total = rows + tested
        guard bytes.count == 8 * total * (features + 1) else { throw Missing(description: "\(path) does not hold \(total) rows of \(features) states and a target") }
        let values = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
        let states = try Matrix(rows: rows, columns: features, elements: Array(values[..<(rows * features)]))
        let targets = try Matrix(rows: rows, columns: 1, elements: Array(values[(total * features) ..< (total * features + rows)]))
        let others = try Matrix(rows: tested, columns: features, elements: Array(values[(rows * features) ..< (total * features)]))
        let truth = Vector(Array(values[(total * features + rows)...]))
        let parameters: [String: Any] = ["features": features, "rows": rows]

        func check(_ rls: RLS) throws -> [String: Any] {
            let error = try nrmse(Vector(rls.predict(others).elements), truth)
            guard error < 0.1 else { throw NeuroError.diverged(what: "the error of what was learnt is \(error): the answer is wrong, so its times say nothing") }
            return ["nrmse_after": error]
        }
        let (whole, times) = try Measurement.time(repeats) {
            var rls = try RLS(features: features, penalty: 1e-6)
            try rls.learn(states, targets)
            return rls
        }
        var measured = Measurement(bench: "readout.rls", parameters: parameters, times: times, check: try check(whole))
        measured.extra = ["us_per_step": measured.wall / Double(rows) * 1e6]
        try measured.emit()

        let inputs = try (0 ..< rows).map { try states.row($0) }, outputs = try (0 ..< rows).map { try targets.row($0) }
        let (single, stepping) = try Measurement.time(repeats) {
            var rls = try RLS(features: features, penalty: 1e-6)
            for (state, target) in zip(inputs, outputs) { try rls.learn(state, target) }
            return rls
        }
        var stepped = Measurement(bench: "readout.rls.steps", parameters: parameters, times: stepping, check: try check(single))
        stepped.extra = ["us_per_step": stepped.wall / Double(rows) * 1e6]
        try stepped.emit()
    }
}
