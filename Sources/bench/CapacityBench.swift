import Foundation
import Linear
import Neuro

/// The memory capacity of a network of given weights, run and fit together.
///
/// `bench capacity --weights FILE [--repeats 5]`; Benchmarks/peers/capacity.py writes the file and compares the answer with its own.
enum CapacityBench {
    private struct Work: Decodable {
        let units, delays, washout, training: Int
        let penalty: Double
        let starts, columns: [Int]
        let values, input, series: [Double]
    }

    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        guard let path = option("weights") else { throw NeuroError.invalid(name: "--weights", value: "missing", must: "a file, which Benchmarks/peers/capacity.py writes") }
        let work = try JSONDecoder().decode(Work.self, from: Data(contentsOf: URL(filePath: path)))
        var dense = try Matrix(rows: work.units, columns: work.units, repeating: 0)
        for row in 0 ..< work.units {
            for k in work.starts[row] ..< work.starts[row + 1] { try dense.set(work.values[k], row: row, column: work.columns[k]) }
        }
        let template = try Reservoir(
            recurrent: dense, input: Matrix(rows: work.units, columns: 1, elements: work.input), bias: Vector.zeros(work.units), leakRate: 1)
        let series = Vector(work.series), repeats = option("repeats").flatMap { Int($0) } ?? 5
        for (name, readout) in [("capacity.ridge", Readout.ridge(work.penalty)), ("capacity.leastSquares", .leastSquares)] {
            let (capacity, times) = try Measurement.time(repeats) {
                var reservoir = template
                return try MemoryCapacity(
                    states: reservoir.run(series), input: series, delays: work.delays, washout: work.washout, training: work.training, readout: readout)
            }
            try Measurement(
                bench: name, parameters: ["units": work.units, "delays": work.delays, "steps": series.count], times: times, check: ["memory_capacity": capacity.total]
            ).emit()
        }
        let (_, running) = try Measurement.time(repeats) {
            var reservoir = template
            return try reservoir.run(series)
        }
        try Measurement(bench: "capacity.run", parameters: ["units": work.units, "steps": series.count], times: running, check: [:]).emit()
    }
}
