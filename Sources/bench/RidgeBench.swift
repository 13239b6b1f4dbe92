import Foundation
import Linear
import Neuro

/// The memory that a run and the fit of its readout take, of a whole process: nothing else is done here.
///
/// `bench ridge --weights FILE [--trains] [--repeats 5]`, with the file of Benchmarks/peers/ridge.py, which compares the answer with its own.
/// The states of a run are kept, as the peer's are; with `--trains` `Reservoir.train` does both.
enum RidgeBench {
    private struct Work: Decodable {
        let units, steps, washout: Int
        let leak, penalty: Double
        let starts, columns: [Int]
        let values, input, bias, series: [Double]
    }

    static func run(_ arguments: [String]) throws {
        guard let at = arguments.firstIndex(of: "--weights"), at + 1 < arguments.count else {
            throw NeuroError.invalid(name: "--weights", value: "missing", must: "a file, which Benchmarks/peers/ridge.py writes")
        }
        let repeats = arguments.firstIndex(of: "--repeats").flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil } ?? 5
        let work = try JSONDecoder().decode(Work.self, from: Data(contentsOf: URL(filePath: arguments[at + 1])))
        var dense = try Matrix(rows: work.units, columns: work.units, repeating: 0)
        for row in 0 ..< work.units {
            for k in work.starts[row] ..< work.starts[row + 1] { try dense.set(work.values[k], row: row, column: work.columns[k]) }
        }
        var reservoir = try Reservoir(
            recurrent: dense, input: Matrix(rows: work.units, columns: 1, elements: work.input), bias: Vector(work.bias), leakRate: work.leak)
        let inputs = Vector(Array(work.series[..<work.steps])), targets = Vector(Array(work.series[1 ... work.steps])), readout = Readout.ridge(work.penalty)
        let parameters: [String: Any] = ["units": work.units, "steps": work.steps]
        if arguments.contains("--trains") {
            let (fit, times) = try Measurement.time(1) { try reservoir.train(inputs: inputs, targets: targets, readout: readout, washout: work.washout, readsInputs: false) }
            var measured = Measurement(bench: "ridge.train", parameters: parameters, times: times, check: ["nrmse": fit.trainingError])
            measured.extra = ["peak_mb": Self.peak]
            return try measured.emit()
        }
        let states = try reservoir.run(inputs)
        let first = try readout.fit(states, targets, washout: work.washout), peak = Self.peak
        let (fit, times) = try Measurement.time(repeats) { try readout.fit(states, targets, washout: work.washout) }
        guard fit == first else { throw NeuroError.diverged(what: "two fits of the same states differ, so their times say nothing") }
        let trained = work.washout ..< work.steps
        let error = try nrmse(Vector(fit.predict(states[rows: trained]).elements), targets[trained])
        var measured = Measurement(bench: "ridge.fit", parameters: parameters, times: times, check: ["nrmse": error])
        measured.extra = ["peak_mb": peak]
        try measured.emit()
    }

    /// The most memory that this process has had, in megabytes.
    private static var peak: Double {
        var usage = rusage()
        // RUSAGE_SELF, whose type differs between systems.
        getrusage(0, &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
