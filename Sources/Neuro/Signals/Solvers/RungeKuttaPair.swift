/// The coefficients of an embedded pair of Runge-Kutta methods whose last stage is the first of the next step.
///
/// The equations do not depend on time, so that the nodes are not needed.
struct RungeKuttaPair: Sendable {
    /// How a step is read between its ends.
    enum Dense: Sendable {
        /// x(θ) = before + h Σd θ^(d+1) Σr column[d][r] slope(r).
        case powers([[Double]])
        /// The nested form of Hairer, Nørsett and Wanner: three terms from the ends, and one from each row of weights over all slopes.
        case nested([[Double]])
    }

    /// How many slopes a step needs before that of its end.
    let stages: Int
    /// The order of the error's estimate.
    let order: Int
    /// For each stage from 0 on the weights of the slopes before; that of `stages` gives the result, those after it serve the dense form alone.
    let a: [[Double]]
    /// The weights of the error, over the slopes of all stages and of the end.
    let error: [Double]
    let secondError: [Double]?
    let dense: Dense

    /// How many slopes are kept.
    var rows: Int { a.count }

    static let rk23 = RungeKuttaPair(
        stages: 3, order: 2, a: [[], [1.0 / 2], [0, 3.0 / 4], [2.0 / 9, 1.0 / 3, 4.0 / 9]], error: [5.0 / 72, -1.0 / 12, -1.0 / 9, 1.0 / 8], secondError: nil,
        dense: .powers([[1, 0, 0, 0], [-4.0 / 3, 1, 4.0 / 3, -1], [5.0 / 9, -2.0 / 3, -8.0 / 9, 1]]))

    static let rk45 = RungeKuttaPair(
        stages: 6, order: 4,
        a: [
            [], [1.0 / 5], [3.0 / 40, 9.0 / 40], [44.0 / 45, -56.0 / 15, 32.0 / 9], [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
            [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656], [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
        ],
        error: [-71.0 / 57600, 0, 71.0 / 16695, -71.0 / 1920, 17253.0 / 339200, -22.0 / 525, 1.0 / 40], secondError: nil,
        dense: .powers([
            [1, 0, 0, 0, 0, 0, 0],
            [
                -8_048_581_381.0 / 2_820_520_608, 0, 131_558_114_200.0 / 32_700_410_799, -1_754_552_775.0 / 470_086_768, 127_303_824_393.0 / 49_829_197_408,
                -282_668_133.0 / 205_662_961, 40_617_522.0 / 29_380_423,
            ],
            [
                8_663_915_743.0 / 2_820_520_608, 0, -68_118_460_800.0 / 10_900_136_933, 14_199_869_525.0 / 1_410_260_304, -318_862_633_887.0 / 49_829_197_408,
                2_019_193_451.0 / 616_988_883, -110_615_467.0 / 29_380_423,
            ],
            [
                -12_715_105_075.0 / 11_282_082_432, 0, 87_487_479_700.0 / 32_700_410_799, -10_690_763_975.0 / 1_880_347_072, 701_980_252_875.0 / 199_316_789_632,
                -1_453_857_185.0 / 822_651_844, 69_997_945.0 / 29_380_423,
            ],
        ]))
}
