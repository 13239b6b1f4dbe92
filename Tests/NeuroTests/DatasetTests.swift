import Linear
import Neuro
import Testing

@Suite struct DatasetTests {
    /// numpy's solution sums in another order; over 120 units of time the differences grow a little.
    @Test func mackeyGlassAgreesWithNumpy() throws {
        for r in try ReservoirReference.load().mackeyGlass {
            let series = try Dataset.mackeyGlass(steps: r.values.count, tau: r.tau, step: r.step, discarding: 0)
            #expect(largestDifference(series.elements, r.values) < 1e-12, "tau = \(r.tau)")
        }
    }

    /// The solver is of order 4 in the step but the interpolated delay of order 2: halving the step must shrink the error about fourfold.
    @Test func mackeyGlassConverges() throws {
        let fine = try Dataset.mackeyGlass(steps: 100, step: 0.001, discarding: 0)
        let errors = try [0.1, 0.05].map { try rmse(Dataset.mackeyGlass(steps: 100, step: $0, discarding: 0), fine) }
        #expect(errors[0] < 1e-4)
        #expect(errors[0] / errors[1] > 3)
    }

    @Test func mackeyGlassDiscardsItsStart() throws {
        let whole = try Dataset.mackeyGlass(steps: 60, discarding: 0)
        #expect(try Dataset.mackeyGlass(steps: 20, discarding: 40) == whole[40...])
        // At exponent 10.5 there is no product form; between 10 and 11 the series lies between those, for the first steps.
        let powers = try [10, 10.5, 11].map { try Dataset.mackeyGlass(steps: 3, exponent: $0, discarding: 0)[0] }
        #expect((powers[0] > powers[1]) == (powers[1] > powers[2]))
    }

    @Test func narma10AgreesWithNumpy() throws {
        let r = try ReservoirReference.load().narma10
        #expect(largestDifference(try Dataset.narma(order: 10, inputs: Vector(r.inputs)).elements, r.targets) < 1e-15)
        let task = try Dataset.narma10(steps: 3_000, seed: 4)
        #expect(task.inputs.elements.allSatisfy { $0 >= 0 && $0 < 0.5 })
        // Mean and deviation of uniform numbers in 0 ..< 0.5: 0.25 and 0.144; six standard errors.
        #expect(abs(task.inputs.elements.reduce(0, +) / 3_000 - 0.25) < 0.016)
        #expect(try Dataset.narma10(steps: 3_000, seed: 4) == task)
        #expect(try Dataset.narma10(steps: 3_000, seed: 5) != task)
    }

    /// Two time units of a chaotic flow: rounding grows by a factor of about six.
    @Test func lorenzAgreesWithNumpy() throws {
        let r = try ReservoirReference.load().lorenz63
        #expect(largestDifference(try Dataset.lorenz63(steps: 100, discarding: 0).elements, r.values) < 1e-11)
    }

    @Test func badArgumentsAreErrors() {
        #expect(throws: NeuroError.invalid(name: "steps", value: "0", must: "at least 1")) { try Dataset.mackeyGlass(steps: 0) }
        #expect(throws: NeuroError.self) { try Dataset.mackeyGlass(steps: 10, tau: 0) }
        #expect(throws: NeuroError.self) { try Dataset.mackeyGlass(steps: 10, tau: .nan) }
        #expect(throws: NeuroError.self) { try Dataset.mackeyGlass(steps: 10, tau: 1e300) }
        #expect(throws: NeuroError.self) { try Dataset.mackeyGlass(steps: 10, step: 0.3) }
        #expect(throws: NeuroError.self) { try Dataset.mackeyGlass(steps: 10, step: 1e-300) }
        #expect(throws: NeuroError.self) { try Dataset.mackeyGlass(steps: Int.max, discarding: 5) }
        #expect(throws: LinearError.self) { try Dataset.mackeyGlass(steps: 1 << 45) }
        #expect(throws: NeuroError.self) { try Dataset.mackeyGlass(steps: 10, beta: 1e300, exponent: 1) }
        #expect(throws: NeuroError.self) { try Dataset.narma10(steps: 0) }
        #expect(throws: LinearError.self) { try Dataset.narma10(steps: Int.max) }
        #expect(throws: NeuroError.self) { try Dataset.lorenz63(steps: 10, interval: 10) }
        #expect(throws: NeuroError.self) { try Dataset.lorenz63(steps: 10, solver: .rungeKutta4(substeps: 0)) }
    }

    @Test func errorMeasures() throws {
        #expect(try rmse([1, 2, 3] as Vector, [1, 2, 5] as Vector) == (4.0 / 3).squareRoot())
        // The mean predicts with an NRMSE of 1.
        #expect(abs(try nrmse([2, 2, 2] as Vector, [1, 2, 3] as Vector) - 1) < 1e-15)
        #expect(try nrmse([1, 2, 3] as Vector, [1, 2, 3] as Vector) == 0)
        let target = try Matrix([[1, 10], [3, 30]])
        #expect(abs(try nrmse(Matrix([[2, 20], [2, 20]]), target) - 1) < 1e-15)
        #expect(throws: NeuroError.invalid(name: "target", value: "constant", must: "a series that varies")) { try nrmse([1, 2, 3] as Vector, [0.1, 0.1, 0.1] as Vector) }
        #expect(throws: NeuroError.shape(name: "prediction", shape: [2], must: "of the target's shape 3")) { try nrmse([1, 2] as Vector, [1, 2, 3] as Vector) }
        #expect(try correlation([1, 2, 3, 5] as Vector, [-2, -4, -6, -10] as Vector) == -1)
        // By hand: covariance 1/3, variances 2/3 each.
        #expect(abs(try correlation([1, 2, 3] as Vector, [1, 3, 2] as Vector) - 0.5) < 1e-15)
        #expect(throws: NeuroError.invalid(name: "second", value: "constant", must: "a series that varies")) { try correlation([1, 2] as Vector, [3, 3] as Vector) }
        #expect(throws: NeuroError.self) { try correlation([1, 2] as Vector, [3] as Vector) }
        #expect(throws: NeuroError.self) { try rmse([] as Vector, [] as Vector) }
        #expect(throws: NeuroError.notFinite(name: "prediction", index: 1)) { try rmse([1, .nan] as Vector, [1, 2] as Vector) }
    }
}
