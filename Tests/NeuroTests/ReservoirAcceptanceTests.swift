import Linear
import Neuro
import Testing

/// The published protocols, with the figures that an independent implementation reached with them (mean ± standard deviation over seeds). A mean of a
/// few seeds must lie within two standard deviations; the seeds are fixed, so that the tests never flicker.
@Suite struct ReservoirAcceptanceTests {
    /// NARMA10: W 20 % dense, bias 0.1, spectral radius 0.9, input scaling 0.05; 2000 steps of training after 200, 2000 of test from 2400,
    /// readout [x, u, 1], ridge 1e-9.
    private func narma10(units: Int, seed: Int) throws -> Double {
        let task = try Dataset.narma10(steps: 4_400, seed: seed)
        var esn = try Reservoir(units: units, spectralRadius: 0.9, density: 0.2, inputScaling: 0.05, biasScaling: 0.1, seed: seed)
        let fit = try esn.train(inputs: task.inputs[..<2_200], targets: task.targets[..<2_200], readout: .ridge(1e-9), washout: 200)
        let predicted = try fit.predict(task.inputs[2_200...])
        return try nrmse(predicted[200...], task.targets[2_400...])
    }

    @Test func narma10Of50Units() throws {
        let errors = try (1 ... 5).map { try narma10(units: 50, seed: $0) }
        let mean = errors.reduce(0, +) / 5
        #expect(abs(mean - 0.353) <= 2 * 0.020, "\(errors)")
    }

    @Test func narma10Of200Units() throws {
        let errors = try (1 ... 5).map { try narma10(units: 200, seed: $0) }
        let mean = errors.reduce(0, +) / 5
        #expect(abs(mean - 0.162) <= 2 * 0.042, "\(errors)")
    }
}
