import Foundation
import Linear
import Neuro

/// Echo state networks: building one, running it over a series, fitting its readout, and a free run.
///
/// `bench reservoir [--units 500] [--density 0.1] [--steps 10000] [--repeats 5] [--precision single] [--weights FILE]`. With a file (Benchmarks/peers/reservoir.py writes it) weights
/// and series are the peer's, so that the check values must agree; without, they are Engram's own.
enum ReservoirBench {
    /// What the peer wrote: a network in compressed rows and the series it is driven by.
    private struct Work: Decodable {
        let units, steps: Int
        let leak, density: Double
        let starts, columns: [Int]
        let values, input, bias, series: [Double]
    }

    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        let repeats = option("repeats").flatMap { Int($0) } ?? 5
        let precision = option("precision").flatMap { StatePrecision(rawValue: $0) } ?? .double
        let template: Reservoir
        let series: Vector
        let steps: Int
        let density: Double
        if let path = option("weights") {
            let work = try JSONDecoder().decode(Work.self, from: Data(contentsOf: URL(filePath: path)))
            var dense = try Matrix(rows: work.units, columns: work.units, repeating: 0)
            for row in 0 ..< work.units {
                for k in work.starts[row] ..< work.starts[row + 1] { try dense.set(work.values[k], row: row, column: work.columns[k]) }
            }
            template = try Reservoir(
                recurrent: dense, input: Matrix(rows: work.units, columns: 1, elements: work.input), bias: Vector(work.bias), leakRate: work.leak,
                precision: precision)
            series = Vector(work.series)
            steps = work.steps
            density = work.density
        } else {
            let units = option("units").flatMap { Int($0) } ?? 500
            density = option("density").flatMap { Double($0) } ?? 0.1
            steps = option("steps").flatMap { Int($0) } ?? 10_000
            let (built, times) = try Measurement.time(repeats) {
                try Reservoir(units: units, spectralRadius: 0.9, density: density, inputScaling: 1, biasScaling: 0.2, leakRate: 0.5, seed: 42, precision: precision)
            }
            template = built
            let raw = try Dataset.mackeyGlass(steps: steps + 1_001)
            let mean = raw.elements.reduce(0, +) / Double(raw.count)
            series = Vector(raw.elements.map { $0 - mean })
            try Measurement(bench: "reservoir.build", parameters: ["units": units, "density": density], times: times, check: [:]).emit()
        }
        try measure(template, series: series, steps: steps, density: density, repeats: repeats)
    }

    private static func measure(_ template: Reservoir, series: Vector, steps: Int, density: Double, repeats: Int) throws {
        let units = template.units
        let parameters: [String: Any] = ["units": units, "density": density, "steps": steps, "precision": template.precision.rawValue]
        let input = try series[..<steps]

        let (states, running) = try Measurement.time(repeats) {
            var reservoir = template
            return try reservoir.run(input)
        }
        let tail = states.elements.suffix(1_000 * units)
        let rms = (tail.reduce(0) { $0 + $1 * $1 } / Double(tail.count)).squareRoot()

        // One-step prediction, the readout seeing the states alone, as the peers' does.
        let washout = 500
        let trained = steps * 3 / 4
        let trainedStates = try states[rows: washout ..< trained], targets = try series[(washout + 1) ..< (trained + 1)]
        let (readout, fitting) = try Measurement.time(repeats) { try Readout.ridge(1e-7).fit(trainedStates, targets) }
        var predicted = [Double](repeating: 0, count: steps - trained)
        states.elements[(trained * units)...].withUnsafeBufferPointer { x in
            guard let x = x.baseAddress else { return }
            readout.apply(x, rows: steps - trained, stride: units, into: &predicted)
        }
        let error = try nrmse(Vector(predicted), series[(trained + 1) ... steps])
        guard error < 1e-2 else { throw NeuroError.diverged(what: "the one-step NRMSE is \(error): the answer is wrong, so its times say nothing") }

        // A free run from the end of the series until it leaves the truth by 0.4 standard deviations.
        let reservoir = try driven(template, input)
        let fit = ReservoirFit(
            node: reservoir.node, readout: readout, readsInputs: false, lastState: reservoir.state.elements, lastInput: [try series[steps - 1]], lastOutput: [],
            trainingError: error)
        let horizon = min(1_000, series.count - steps)
        let (free, freeing) = try Measurement.time(repeats) { try fit.forecast(steps: horizon) }
        let deviation = try series.standardDeviation()
        let valid = try (0 ..< horizon).first { abs(try free[$0] - series[steps + $0]) > 0.4 * deviation } ?? horizon

        let check: [String: Any] = ["state_rms": (rms * 1e5).rounded() / 1e5, "nrmse_1step": error, "free_run_valid_steps": valid]
        var run = Measurement(bench: "reservoir.run", parameters: parameters, times: running, check: check)
        run.extra = ["us_per_step": run.wall / Double(steps) * 1e6, "cpu_us_per_step": run.processor / Double(steps) * 1e6]
        try run.emit()
        try Measurement(
            bench: "reservoir.ridge", parameters: parameters.merging(["rows": trained - washout]) { $1 }, times: fitting, check: check
        ).emit()
        var forecast = Measurement(bench: "reservoir.forecast", parameters: parameters.merging(["horizon": horizon]) { $1 }, times: freeing, check: check)
        forecast.extra = ["us_per_step": forecast.wall / Double(horizon) * 1e6, "cpu_us_per_step": forecast.processor / Double(horizon) * 1e6]
        try forecast.emit()
        try measureBatches(template, input: input, density: density, repeats: repeats)
    }

    /// 32 seeds in one batch, and 32 sequences through one network: per seed or sequence and step.
    private static func measureBatches(_ template: Reservoir, input: Vector, density: Double, repeats: Int) throws {
        let count = 32, steps = min(input.count, 2_000), part = try input[..<steps]
        let parameters: [String: Any] = ["units": template.units, "density": density, "steps": steps, "count": count, "precision": template.precision.rawValue]
        let batch = try ReservoirBatch(units: template.units, spectralRadius: 0.9, density: density, leakRate: template.leakRate, seeds: 0 ..< count, precision: template.precision)
        let (_, seeding) = try Measurement.time(repeats) {
            var batch = batch
            return try batch.run(part)
        }
        let sequences = try (0 ..< count).map { try Matrix(rows: steps, columns: 1, elements: (part * (1 - Double($0) / 64)).elements) }
        let (_, sequencing) = try Measurement.time(repeats) { try template.run(sequences: sequences) }
        for (name, times) in [("reservoir.seeds", seeding), ("reservoir.sequences", sequencing)] {
            var measurement = Measurement(bench: name, parameters: parameters, times: times, check: [:])
            measurement.extra = ["us_per_step": measurement.wall / Double(steps * count) * 1e6]
            try measurement.emit()
        }
    }

    private static func driven(_ template: Reservoir, _ input: Vector) throws -> Reservoir {
        var reservoir = template
        _ = try reservoir.run(input)
        return reservoir
    }
}
