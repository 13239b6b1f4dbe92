import Linear
import Neuro
import Testing

@Suite struct ReservoirFitTests {
    private let series: Vector
    init() throws { series = try Dataset.mackeyGlass(steps: 1_500) }

    @Test func theFirstCellOfTheDesign() throws {
        let series = try Dataset.mackeyGlass(steps: 6_000, tau: 17)
        var esn = try Reservoir(units: 500, spectralRadius: 0.9, leakRate: 0.3, seed: 7)
        let fit = try esn.train(series[..<5_000], readout: .ridge(1e-6), washout: 200)
        let ahead = try fit.forecast(steps: 500)
        #expect(ahead.count == 500)
        #expect(fit.trainingError < 3e-3)
        #expect(try nrmse(ahead[..<100], series[5_000 ..< 5_100]) < 0.05)
        #expect(esn.node == fit.node)
    }

    @Test func predictionFollowsTraining() throws {
        var esn = try Reservoir(units: 100, seed: 1)
        let fit = try esn.train(series[..<1_000], readout: .ridge(1e-8), washout: 100)
        let predicted = try fit.predict(series[1_000 ..< 1_499])
        let error = try nrmse(predicted, series[1_001...])
        #expect(error < 3 * fit.trainingError && error > 0)
        // The first forecast is the readout of the last state of training; the second is the prediction from the first.
        let ahead = try fit.forecast(steps: 3)
        let again = try fit.predict(ahead[..<2])
        #expect(largestDifference(again.elements, Array(ahead.elements[1...])) < 1e-12)
        // The same as training's own prediction, by the features and the weights.
        let features = Vector(esn.state.elements + [try series[999]])
        let byHand = zip(features.elements, try fit.weights().elements).map(*).reduce(0, +) + (try fit.intercept[0])
        #expect(abs(try ahead[0] - byHand) < 1e-11)
    }

    /// Of several penalties a fit tells which one was taken, as the same regression on the states does.
    @Test func thePenaltyThatWasChosenIsTold() throws {
        let penalties: Vector = [1e-8, 1e-4, 1]
        var esn = try Reservoir(units: 40, seed: 1), driven = esn
        let fit = try esn.train(inputs: series[..<800], targets: series[5 ..< 805], readout: .gcv(penalties: penalties), washout: 100, readsInputs: false)
        let states = try driven.run(series[..<800])
        let alone = try Readout.gcv(penalties: penalties).fit(states, series[5 ..< 805], washout: 100)
        #expect(fit.readout.penalty == alone.penalty && fit.readout.path?.penalty == alone.penalty)
        #expect(fit.readout.penalty.map(penalties.elements.contains) == true)
        #expect(try largestDifference(fit.weights().elements, alone.weights().elements) < 1e-9)
    }

    @Test func forecastAfterASeriesIsForecastAfterTraining() throws {
        var esn = try Reservoir(units: 60, seed: 2)
        let fit = try esn.train(series[..<800], washout: 50)
        #expect(try fit.forecast(steps: 20, after: series[..<800]) == fit.forecast(steps: 20))
        #expect(try fit.forecast(steps: 20, after: series[..<700]) != fit.forecast(steps: 20))
        // Training starts from rest whatever went before.
        _ = try esn.run([1, 2, 3] as Vector)
        #expect(try esn.train(series[..<800], washout: 50) == fit)
    }

    /// A sine and its delayed copy are two channels of one rotation, which the readout can go on with for ever.
    @Test func channelsAreForecastTogether() throws {
        let wave = Matrix(unsafeUninitializedRows: 600, columns: 2) { w in
            for t in 0 ..< 600 {
                // A rotation by 0.2 a step, from the recurrence of its two coordinates.
                let (x, y) = t == 0 ? (1, 0) : (w[2 * t - 2], w[2 * t - 1])
                w.initializeElement(at: 2 * t, to: 0.980_066_577_841_241_6 * x - 0.198_669_330_795_061_2 * y)
                w.initializeElement(at: 2 * t + 1, to: 0.198_669_330_795_061_2 * x + 0.980_066_577_841_241_6 * y)
            }
        }
        var esn = try Reservoir(units: 80, inputs: 2, seed: 3)
        let fit = try esn.train(wave[rows: ..<500], readout: .ridge(1e-9), washout: 100)
        let ahead = try fit.forecastChannels(steps: 100)
        #expect(try nrmse(ahead, wave[rows: 500...]) < 1e-3)
        #expect(throws: NeuroError.self) { try fit.forecast(steps: 5) }
        #expect(try fit.forecastChannels(steps: 10, after: wave[rows: ..<500]) == ahead[rows: ..<10])
    }

    /// All ways to the readout agree where the features are well conditioned; least squares is the limit of a small penalty.
    @Test func readoutsAgree() throws {
        var esn = try Reservoir(units: 20, seed: 4)
        let exact = try esn.train(series, readout: .leastSquares, washout: 100)
        let small = try esn.train(series, readout: .ridge(1e-13), washout: 100)
        #expect(abs(exact.trainingError - small.trainingError) < 1e-4 * exact.trainingError)
        let penalties = [1e-6, 1e-3, 1, 1e3]
        let errors = try penalties.map { try esn.train(series, readout: .ridge($0), washout: 100).trainingError }
        #expect(exact.trainingError <= errors[0] && errors == errors.sorted() && errors[3] < 1)
    }

    /// More features than are factorised at once: the residual of the ridge equations, X' (y − X w) = penalty w, by plain loops.
    @Test func largeSystemsAreSolved() throws {
        let units = 600
        var esn = try Reservoir(units: units, seed: 6)
        let driven = try series[..<1_000]
        let fit = try esn.train(driven, readout: .ridge(0.5), washout: 100, readsInputs: false)
        esn.reset()
        let x = try esn.run(driven)[rows: 100 ..< 999]
        let w = try fit.weights().elements
        let intercept = try fit.intercept[0]
        var residuals = [Double](repeating: 0, count: units)
        for t in 0 ..< x.rows {
            let row = try x.row(t).elements
            let error = try series[t + 101] - intercept - zip(row, w).map(*).reduce(0, +)
            for i in 0 ..< units { residuals[i] += row[i] * error }
        }
        #expect(largestDifference(residuals, w.map { 0.5 * $0 }) < 1e-10)
        #expect(throws: Interrupted()) {
            try Progress.observe({ if $0 > 0.76 { throw Interrupted() } }) { _ = try esn.train(driven, readout: .ridge(0.5)) }
        }
    }

    @Test func threadsChangeNoBit() throws {
        func weights(_ threads: Int) throws -> [Double] {
            try Threads.withLimit(threads) {
                var esn = try Reservoir(units: 523, seed: 6)
                let ridge = try esn.train(series, readout: .ridge(1e-6), washout: 100)
                let least = try esn.train(series[..<900], readout: .leastSquares, washout: 100)
                return try ridge.weights().elements + least.weights().elements + ridge.predict(series).elements
            }
        }
        let one = try weights(1)
        for threads in [2, 3, 8] { #expect(try weights(threads) == one) }
    }

    /// More units than steps, no penalty: singular equations still have a solution, and it fits.
    @Test func singularEquationsAreSolved() throws {
        var esn = try Reservoir(units: 300, seed: 5)
        for readout in [Readout.ridge(0), .ridge(1e-300), .leastSquares] {
            let fit = try esn.train(series[..<200], readout: readout, washout: 50)
            // The eigenvalues carry the squares of the singular values, so the ridge resolves half as many digits.
            #expect(fit.trainingError < (readout == .leastSquares ? 1e-9 : 1e-3), "\(readout)")
        }
        // A constant series: nothing varies, the readout is the constant.
        let constant = try esn.train(Vector(repeating: 0.4, count: 200), washout: 150)
        #expect(abs(try constant.forecast(steps: 10)[9] - 0.4) < 1e-6)
    }

    @Test func badTrainingIsAnError() throws {
        var esn = try Reservoir(units: 10)
        let before = esn
        #expect(throws: NeuroError.tooShort(name: "series", count: 0, needed: 1, why: "a run")) { try esn.train([] as Vector) }
        #expect(throws: NeuroError.tooShort(name: "series", count: 100, needed: 103, why: "training after a washout of 100")) { try esn.train(series[..<100]) }
        #expect(throws: NeuroError.tooShort(name: "series", count: 100, needed: Int.max, why: "training after a washout of \(Int.max)")) {
            try esn.train(series[..<100], washout: Int.max)
        }
        #expect(throws: NeuroError.invalid(name: "washout", value: "-1", must: "at least 0")) { try esn.train(series, washout: -1) }
        #expect(throws: NeuroError.invalid(name: "the ridge penalty", value: "-1.0", must: "finite and at least 0")) { try esn.train(series, readout: .ridge(-1)) }
        #expect(throws: NeuroError.self) { try esn.train(series, readout: .ridge(.nan)) }
        #expect(throws: NeuroError.notFinite(name: "series", index: 150)) {
            var holed = series
            try holed.set(.nan, at: 150)
            _ = try esn.train(holed)
        }
        #expect(throws: NeuroError.self) { try esn.train(inputs: series, targets: series[..<5]) }
        #expect(throws: NeuroError.self) { try esn.train(inputs: Matrix(rows: 200, columns: 2, repeating: 1), targets: Matrix(rows: 200, columns: 1, repeating: 1)) }
        #expect(throws: NeuroError.notFinite(name: "targets", index: 0)) { try esn.train(inputs: series, targets: Vector(repeating: .nan, count: series.count)) }
        #expect(throws: NeuroError.self) { try esn.train(inputs: series, targets: Vector(series.elements.map { $0 * 1e200 })) }
        #expect(esn == before)
        let fit = try esn.train(series)
        #expect(throws: NeuroError.invalid(name: "steps", value: "0", must: "at least 1")) { try fit.forecast(steps: 0) }
        #expect(throws: LinearError.self) { try fit.forecast(steps: Int.max) }
        #expect(throws: NeuroError.self) { try fit.predict([] as Vector) }
        #expect(throws: NeuroError.notFinite(name: "inputs", index: 0)) { try fit.predict([.nan] as Vector) }
        #expect(throws: NeuroError.self) { try fit.forecast(steps: 1, after: []) }
    }
}
