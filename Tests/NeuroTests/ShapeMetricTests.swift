import Foundation
import Linear
import Neuro
import Testing

@Suite struct ShapeMetricTests {
    let reference = RepresentationReference.shared
    let x: Matrix
    let y: Matrix

    init() throws {
        x = try reference.matrix("shape-x")
        y = try reference.matrix("shape-y")
    }

    @Test func theValueOfNetrep() throws {
        // NumPy's RandomState(0), X then Y = randn(50, 6).
        #expect(abs(try ShapeMetric().distance(x, y) - 1.3114904583) < 1e-9)
    }

    @Test(arguments: [0.0, 0.3, 1.0], [ShapeMetric.Kind.angular, .euclidean])
    func agreesWithNetrep(_ alpha: Double, _ kind: ShapeMetric.Kind) throws {
        let metric = try ShapeMetric(alpha: alpha, kind: kind)
        let name = "\(kind.rawValue)-\(alpha)"
        #expect(abs(try metric.distance(x, y) - reference.number("shape-\(name)")) < 1e-10)
        #expect(abs(try metric.distance(y, x) - reference.number("shape-\(name)")) < 1e-10)
        let uncentred = try ShapeMetric(alpha: alpha, kind: kind, centring: false).distance(x + 1, y)
        #expect(abs(uncentred - reference.number("shape-uncentred-\(name)")) < 1e-10)
        let held = try metric.alignment(x[rows: 0 ..< 35], y[rows: 0 ..< 35])
        #expect(abs(try held.distance(x[rows: 35 ..< 50], y[rows: 35 ..< 50]) - reference.number("shape-held-\(name)")) < 1e-10)
        #expect(abs(try held.distance(x[rows: 0 ..< 35], y[rows: 0 ..< 35]) - held.fittedDistance) < 1e-12)
        let restored = try JSONDecoder().decode(ShapeAlignment.self, from: JSONEncoder().encode(held))
        #expect(restored == held)
    }

    @Test func systemsOfDifferentSize() throws {
        let small = try y[columns: 0 ..< 4]
        let euclidean = try ShapeMetric(kind: .euclidean)
        for (a, b) in [(x, small), (small, x)] {
            #expect(abs(try ShapeMetric().distance(a, b) - reference.number("shape-padded-angular")) < 1e-10)
            #expect(abs(try euclidean.distance(a, b) - reference.number("shape-padded-euclidean")) < 1e-10)
            let held = try euclidean.alignment(a[rows: 0 ..< 35], b[rows: 0 ..< 35])
            #expect(abs(try held.distance(a[rows: 35 ..< 50], b[rows: 35 ..< 50]) - reference.number("shape-padded-held")) < 1e-10)
        }
    }

    @Test func whatIsTheSameHasNoDistance() throws {
        var random = Random(seed: 2)
        let turn = try random.normal(rows: 6, columns: 6).singularValues()
        let rotation = try turn.left.multiplied(by: turn.rightTransposed)
        let turned = try x.multiplied(by: rotation) + 3
        let skewed = try x.multiplied(by: random.normal(rows: 6, columns: 6)) - 1
        for kind in [ShapeMetric.Kind.angular, .euclidean] {
            #expect(try ShapeMetric(kind: kind).distance(x, turned) < 1e-12)
            #expect(try ShapeMetric(alpha: 0.4, kind: kind).distance(x, turned) < 1e-12)
            #expect(try ShapeMetric(alpha: 0.4, kind: kind).distance(x, skewed) > 0.05)
        }
        // Any linear map, for alpha 0; of the angle alone, since sizes differ.
        #expect(try ShapeMetric(alpha: 0).distance(x, skewed) < 1e-10)
        let smaller = try ShapeMetric().distance(x, x * 1e-9)
        #expect(smaller < 1e-12)
        // More neurons than conditions: nothing is left of any linear map's choice.
        let wide = try Random(seed: 4).matrix(5, 40), other = try Random(seed: 5).matrix(5, 30)
        #expect(try ShapeMetric(alpha: 0).distance(wide, other) < 1e-12)
        #expect(try ShapeMetric(alpha: 1).distance(wide, other) > 0.1)
    }

    @Test func distancesAreAMetric() throws {
        var systems = try (0 ..< 6).map { try Random(seed: 7, stream: $0).matrix(12, 3 + $0) }
        systems.append(try systems[0] + Random(seed: 8).matrix(12, 3) * 0.1)
        let metric = try ShapeMetric(alpha: 0.7)
        let all = try metric.distances(systems)
        for i in 0 ..< 7 {
            for j in 0 ..< 7 where i != j {
                #expect(try abs(all[i, j] - metric.distance(systems[i], systems[j])) < 1e-12)
                for k in 0 ..< 7 where k != i && k != j { #expect(try all[i, j] <= all[i, k] + all[k, j] + 1e-12) }
            }
        }
        #expect(try all[0, 6] < 0.3 && all[0, 0] == 0)
        #expect(try Threads.withLimit(1) { try metric.distances(systems) } == Threads.withLimit(4) { try metric.distances(systems) })
    }

    @Test func alignmentOfKernels() throws {
        #expect(abs(try linearCKA(x, y) - cosine(reference.number("cka-angle"))) < 1e-10)
        let few = (try x[rows: 0 ..< 5], try y[rows: 0 ..< 5])
        #expect(abs(try linearCKA(few.0, few.1) - cosine(reference.number("cka-angle-wide"))) < 1e-10)
        #expect(abs(try linearCKA(x, x * -1e150) - 1) < 1e-12)
    }

    private func cosine(_ angle: Double) -> Double { Vector([angle]).cos().elements[0] }

    func distributions() throws -> [ResponseDistribution] {
        let means = try reference.matrices("stochastic-means"), covariances = try reference.matrices("stochastic-covariances")
        return try (0 ..< 2).map { try ResponseDistribution(means: means[$0], covariances: Array(covariances[7 * $0 ..< 7 * $0 + 7])) }
    }

    @Test(arguments: [0.0, 0.5, 1.0, 2.0])
    func noisyResponsesAgreeWithNetrep(_ alpha: Double) throws {
        let systems = try distributions()
        let still = try StochasticShapeMetric(alpha: alpha, rotating: false).distance(systems[0], systems[1])
        #expect(abs(still - reference.number("stochastic-identity-\(alpha)")) < 1e-8)
        // Its own search weighs means and noise by the squares of alpha and 2 − alpha, so ours is never worse; where one of them is 0 both look for the same.
        let turned = try StochasticShapeMetric(alpha: alpha, starts: 20).distance(systems[0], systems[1])
        #expect(turned <= reference.number("stochastic-\(alpha)") + 1e-8)
        #expect(turned <= still && turned > 0.5 * still)
        if alpha == 1 || alpha == 2 { #expect(abs(turned - reference.number("stochastic-\(alpha)")) < 1e-5) }
    }

    @Test func meansAloneAreTheDeterministicMetric() throws {
        let systems = try distributions()
        let plain = try ShapeMetric(kind: .euclidean, centring: false).distance(systems[0].means, systems[1].means)
        // The root of the mean over 7 conditions, twice.
        #expect(abs(try StochasticShapeMetric(alpha: 2).distance(systems[0], systems[1]) - plain * (2.0 / 7).squareRoot()) < 1e-8)
        // Turned and filled up, a system is the same.
        var random = Random(seed: 9)
        let turn = try random.normal(rows: 6, columns: 6).singularValues(), rotation = try turn.left.multiplied(by: turn.rightTransposed)
        let embedding = try rotation[rows: 0 ..< 4]
        let other = try ResponseDistribution(
            means: systems[0].means.multiplied(by: embedding),
            covariances: systems[0].covariances.map { try embedding.transposeMultiplied(by: $0.multiplied(by: embedding)).symmetrized() })
        for alpha in [0.0, 1.0, 2.0] { #expect(try StochasticShapeMetric(alpha: alpha).distance(systems[0], other) < 1e-5) }
        let all = try StochasticShapeMetric(starts: 1).distances([systems[0], systems[1], other])
        #expect(try abs(all[0, 1] - all[1, 2]) < 1e-4 && all[0, 2] < 1e-5)
        // One neuron, one condition: Gaussians of mean 1 and 3 and deviation 2 and 5. A reflection is no help. W₂² = 4 + 9.
        let (a, b) = (try ResponseDistribution(means: Matrix([[1]]), covariances: [Matrix([[4]])]), try ResponseDistribution(means: Matrix([[3]]), covariances: [Matrix([[25]])]))
        #expect(abs(try StochasticShapeMetric().distance(a, b) - 13.0.squareRoot()) < 1e-12)
        let sampled = try ResponseDistribution(trials: [Matrix([[1, 0], [3, 2], [2, 4]])])
        #expect(sampled.means.elements == [2, 2] && sampled.covariances[0].elements == [1, 1, 1, 4])
    }

    @Test func energyAgreesWithNetrep() throws {
        let trials = try reference.matrices("trials")
        let (a, b) = (Array(trials[0 ..< 5]), Array(trials[5 ..< 10]))
        #expect(abs(try EnergyShapeMetric(rotating: false).distance(a, b) - reference.number("energy-identity")) < 1e-10)
        let turned = try EnergyShapeMetric(iterations: 2000).distance(a, b)
        #expect(turned <= reference.number("energy") + 1e-6 && turned > 0)
        #expect(try EnergyShapeMetric().distance(a, b.reversed()) > 0)
        // Silent neurons change nothing, nor does the order of trials.
        let wider = try b.map { try Matrix.concatenatingColumns([$0.selectingRows([5, 4, 3, 2, 1, 0]), .zeros(rows: 6, columns: 2)]) }
        #expect(abs(try EnergyShapeMetric(iterations: 2000).distance(a, wider) - turned) < 1e-4)
    }

    @Test func whatIsReadIsChecked() throws {
        func read<Value: Codable>(_: Value, _ text: String) throws -> Value { try JSONDecoder().decode(Value.self, from: Data(text.utf8)) }
        let metric = try StochasticShapeMetric(alpha: 0.5, seed: 3)
        #expect(try read(metric, #"{"alpha":0.5,"rotating":true,"starts":5,"iterations":1000,"tolerance":1e-12,"seed":3}"#) == metric)
        #expect(throws: NeuroError.self) { try read(metric, #"{"alpha":0.5,"rotating":true,"starts":5,"iterations":-1,"tolerance":1e-12,"seed":3}"#) }
        #expect(throws: NeuroError.self) { try read(EnergyShapeMetric(), #"{"rotating":true,"iterations":0,"tolerance":0}"#) }
        #expect(throws: NeuroError.self) { try read(ShapeMetric(), #"{"alpha":-1,"kind":"angular","centring":true}"#) }
        let systems = try distributions()
        #expect(try JSONDecoder().decode([ResponseDistribution].self, from: JSONEncoder().encode(systems)) == systems)
    }

    /// Distances scale with the responses, up to the ends of the numbers.
    @Test(arguments: [1e-250, 1e160, 1e300]) func responsesOfAnySize(scale: Double) throws {
        let metric = try ShapeMetric(kind: .euclidean)
        let one = try metric.distance(x, y)
        #expect(abs(try metric.distance(x * scale, y * scale) / scale - one) < 1e-12 * one)
        #expect(abs(try metric.distances([x * scale, y * scale])[0, 1] / scale - one) < 1e-12 * one)
        #expect(abs(try metric.distance(x * scale, y[columns: 0 ..< 2] * scale) / scale - metric.distance(x, y[columns: 0 ..< 2])) < 1e-12 * one)
    }

    @Test func whatHasNoShapeIsAnError() throws {
        let flat = try Matrix(rows: 50, columns: 3, repeating: 0.1)
        var holed = x
        try holed.set(.infinity, row: 1, column: 1)
        #expect(throws: NeuroError.self) { try ShapeMetric(alpha: 1.5) }
        #expect(throws: NeuroError.self) { try ShapeMetric(alpha: .nan) }
        #expect(throws: NeuroError.self) { try ShapeMetric().distance(x, flat) }
        #expect(throws: NeuroError.self) { try ShapeMetric().distance(holed, y) }
        #expect(throws: NeuroError.self) { try ShapeMetric().distance(x, y[rows: 0 ..< 9]) }
        #expect(throws: NeuroError.self) { try ShapeMetric().distances([x]) }
        #expect(throws: NeuroError.self) { try ShapeMetric().distance(Matrix.zeros(rows: 0, columns: 0), Matrix.zeros(rows: 0, columns: 0)) }
        #expect(throws: NeuroError.self) { try ShapeMetric().alignment(x, y).distance(x, y[columns: 0 ..< 2]) }
        #expect(throws: NeuroError.self) { try linearCKA(x, flat) }
        #expect(throws: NeuroError.self) { try linearCKA(x, y[rows: 0 ..< 9]) }
        #expect(throws: NeuroError.self) { try StochasticShapeMetric(alpha: 2.1) }
        #expect(throws: NeuroError.self) { try StochasticShapeMetric(iterations: 0) }
        #expect(throws: NeuroError.self) { try ResponseDistribution(trials: []) }
        #expect(throws: NeuroError.self) { try ResponseDistribution(trials: [x * 1e200]) }
        #expect(throws: NeuroError.self) { try ResponseDistribution(trials: [Matrix([[1, 2]])]) }
        #expect(throws: NeuroError.self) { try ResponseDistribution(means: x, covariances: []) }
        #expect(throws: NeuroError.self) { try ResponseDistribution(means: Matrix([[1]]), covariances: [Matrix([[-1]])]) }
        let one = try ResponseDistribution(means: Matrix([[1]]), covariances: [Matrix([[1]])])
        #expect(throws: NeuroError.self) { try StochasticShapeMetric().distance(one, distributions()[0]) }
        #expect(throws: NeuroError.self) { try EnergyShapeMetric().distance([], []) }
        #expect(throws: NeuroError.self) { try EnergyShapeMetric().distance([x], [y, y]) }
        #expect(throws: NeuroError.self) { try EnergyShapeMetric(rotating: false).distance([x], [flat]) }
        #expect(throws: NeuroError.self) { try EnergyShapeMetric().distance([x[rows: 0 ..< 1]], [y]) }
        #expect(throws: NeuroError.self) { try EnergyShapeMetric(tolerance: -1) }
    }
}

extension Matrix {
    /// What rounding took of symmetry, given back.
    func symmetrized() throws -> Matrix { try (self + transposed()) * 0.5 }
}
