import Foundation
import Linear
import Neuro
import Testing

/// The data sets that are solutions of differential equations: against SciPy, against the methods' own orders, and by the invariants and the exponents that are known of them.
@Suite struct DatasetFlowTests {
    /// The same method with the same tolerances takes the same steps; what is left is rounding, which grows by a factor of about six over the two units of time.
    @Test func adaptiveSolversDoWhatSciPyDoes() throws {
        for r in try DatasetReference.load().solvers {
            let solver: ODESolver =
                switch r.method {
                case "RK23": .rk23(relative: r.relative, absolute: r.absolute)
                case "RK45": .rk45(relative: r.relative, absolute: r.absolute)
                default: .dop853(relative: r.relative, absolute: r.absolute)
                }
            let series = try Dataset.lorenz63(steps: 80, interval: 0.025, solver: solver, start: (17.677158, 12.931379, 43.914043), discarding: 0)
            #expect(largestDifference(series.elements, r.values) < 1e-10, "\(solver)")
        }
    }

    /// The default solvers against the solution to twelve digits; the bands are some times the error of order 4 that each step length has.
    @Test func flowsAgreeWithSciPy() throws {
        let flows = try DatasetReference.load().flows
        func check(_ name: String, _ series: Matrix, _ band: Double) throws {
            let expected = try #require(flows[name])
            #expect(largestDifference(series.elements, expected) < band, "\(name)")
        }
        let exact = ODESolver.dop853(relative: 1e-12, absolute: 1e-12)
        try check("lorenz63", Dataset.lorenz63(steps: 100, discarding: 0), 2e-3)
        try check("lorenz63", Dataset.lorenz63(steps: 100, solver: exact, discarding: 0), 1e-10)
        try check("rossler", Dataset.rossler(steps: 100, discarding: 0), 1e-5)
        try check("rossler", Dataset.rossler(steps: 100, solver: exact, discarding: 0), 1e-9)
        try check("doubleScroll", Dataset.doubleScroll(steps: 60, discarding: 0), 1e-4)
        try check("doubleScroll", Dataset.doubleScroll(steps: 60, solver: exact, discarding: 0), 1e-9)
        try check("chen", Dataset.chen(steps: 100, discarding: 0), 1e-4)
        try check("chen", Dataset.chen(steps: 100, solver: exact, discarding: 0), 1e-9)
        try check("multiscroll3", Dataset.multiscroll(steps: 60, scrolls: 3, discarding: 0), 1e-5)
        try check("multiscroll4", Dataset.multiscroll(steps: 60, scrolls: 4, solver: exact, discarding: 0), 1e-9)
        try check("rabinovichFabrikant", Dataset.rabinovichFabrikant(steps: 80), 1e-5)
        try check("rabinovichFabrikant", Dataset.rabinovichFabrikant(steps: 80, solver: exact), 1e-9)
        // A small disturbance that grows a hundredfold: the error of the default step too.
        try check("lorenz96", Dataset.lorenz96(steps: 60, places: 9, discarding: 0), 0.1)
        try check("lorenz96", Dataset.lorenz96(steps: 60, places: 9, solver: .rungeKutta4(substeps: 50), discarding: 0), 2e-5)
        try check("lorenz96", Dataset.lorenz96(steps: 60, places: 9, solver: exact, discarding: 0), 1e-8)
    }

    /// A turn of a circle is exactly known; a longer series begins with a shorter one.
    @Test func flowsOfOnesOwn() throws {
        for (solver, band) in [
            (ODESolver.rungeKutta4(substeps: 10), 1e-7), (.rk23(relative: 1e-8, absolute: 1e-10), 1e-6), (.rk45(relative: 1e-10, absolute: 1e-12), 1e-8),
            (.dop853(relative: 1e-12, absolute: 1e-14), 1e-10),
        ] {
            let turn = { (x: Vector) throws -> Vector in Vector([-(try x[1]), try x[0]]) }
            let circle = try Dataset.flow(start: [1, 0], steps: 100, interval: 0.1, solver: solver, slope: turn)
            for t in 0 ..< 100 {
                let angle = 0.1 * Double(t + 1)
                #expect(largestDifference(try circle.row(t).elements, [cos(angle), sin(angle)]) < band, "\(solver)")
            }
            #expect(try Dataset.flow(start: [1, 0], steps: 40, interval: 0.1, solver: solver, discarding: 60, slope: turn) == circle[rows: 60...])
        }
        struct Own: Error {}
        #expect(throws: Own.self) { try Dataset.flow(start: [1], steps: 5, interval: 1) { _ in throw Own() } }
        #expect(throws: NeuroError.shape(name: "slope", shape: [2], must: "1, as many as the variables")) { try Dataset.flow(start: [1], steps: 5, interval: 1) { _ in [1, 2] } }
        // x' = x² from 1 is infinite at time 1.
        for solver in [ODESolver.rk45(relative: 1e-6, absolute: 1e-9), .rk23(relative: 1e-3, absolute: 1e-6), .rungeKutta4(substeps: 100)] {
            #expect(throws: NeuroError.self) { try Dataset.flow(start: [1], steps: 5, interval: 1, solver: solver) { x in [try x[0] * x[0]] } }
        }
    }

    /// Two starts 1e-8 apart, brought back to that distance after each stretch; the mean logarithm of how far they part.
    private func exponent(_ stretches: Int, _ time: Double, from start: [Double], _ go: ([Double]) throws -> [Double]) throws -> Double {
        var a = start, b = start, sum = 0.0
        b[0] += 1e-8
        for _ in 0 ..< stretches {
            (a, b) = try (go(a), go(b))
            let distance = zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
            sum += log(distance / 1e-8)
            for i in a.indices { b[i] = a[i] + (b[i] - a[i]) * 1e-8 / distance }
        }
        return sum / (Double(stretches) * time)
    }

    /// Against the published exponents (in the doc comments), of the double scroll against NumPy's; the bands are what stretches of this length leave, about three standard errors.
    @Test func largestLyapunovExponents() throws {
        let lorenz = try exponent(1_500, 1, from: [1, 3, 20]) {
            try Dataset.lorenz63(steps: 1, interval: 1, solver: .rungeKutta4(substeps: 100), start: ($0[0], $0[1], $0[2]), discarding: 0).elements
        }
        #expect(abs(lorenz - 0.9056) < 0.03, "\(lorenz)")
        let rossler = try exponent(1_500, 6, from: [1, 3, 0.1]) {
            try Dataset.rossler(steps: 1, interval: 6, solver: .rungeKutta4(substeps: 200), start: ($0[0], $0[1], $0[2]), discarding: 0).elements
        }
        #expect(abs(rossler - 0.0714) < 0.008, "\(rossler)")
        let scroll = try exponent(700, 5, from: [0.37926545, 0.058339, -0.08167691]) {
            try Dataset.doubleScroll(steps: 1, interval: 5, solver: .rungeKutta4(substeps: 200), start: ($0[0], $0[1], $0[2]), discarding: 0).elements
        }
        let expected = try DatasetReference.load().doubleScrollExponent
        #expect(abs(scroll - expected) < 0.015, "\(scroll)")
        let chen = try exponent(1_500, 0.5, from: [-3, 2, 20]) {
            try Dataset.chen(steps: 1, interval: 0.5, solver: .rungeKutta4(substeps: 200), a: 35, start: ($0[0], $0[1], $0[2]), discarding: 0).elements
        }
        #expect(abs(chen - 2.027) < 0.1, "\(chen)")
        let ring = try exponent(300, 0.5, from: Dataset.lorenz96(steps: 1).elements) {
            try Dataset.lorenz96(steps: 1, interval: 0.5, solver: .rungeKutta4(substeps: 25), start: Vector($0), discarding: 0).elements
        }
        #expect(abs(ring - 1.68) < 0.12, "\(ring)")
    }

    /// What a SciPy solution ranges over; the attractor of n scrolls is ±2a n wide but for the outermost turns.
    @Test func multiscrollsVisitTheirScrolls() throws {
        for r in try DatasetReference.load().multiscrollRange {
            let x = try Dataset.multiscroll(steps: 20_000, scrolls: r.scrolls).column(0).elements
            #expect(abs((x.max() ?? 0) - r.most) < 0.3 && abs((x.min() ?? 0) - r.least) < 0.3, "\(r.scrolls): \(x.min() ?? 0) \(x.max() ?? 0)")
        }
    }

    /// An implicit solver with other time steps; ours of order 4 with a step of 0.25, and 20 times shorter ones.
    @Test func kuramotoSivashinskyAgreesWithSciPy() throws {
        let expected = try DatasetReference.load().kuramotoSivashinsky
        let coarse = try Dataset.kuramotoSivashinsky(steps: 10, points: 32, interval: 1, substeps: 4, discarding: 0).elements
        let fine = try Dataset.kuramotoSivashinsky(steps: 10, points: 32, interval: 1, substeps: 80, discarding: 0).elements
        let errors = [largestDifference(coarse, expected), largestDifference(fine, expected)]
        #expect(errors[0] < 1e-3 && errors[1] < 1e-7, "\(errors)")
        // More points of the same solution: every second one is on the coarser ring.
        let more = try Dataset.kuramotoSivashinsky(steps: 10, points: 64, interval: 1, substeps: 80, discarding: 0)
        let thinned = (0 ..< 10).flatMap { t in (0 ..< 32).map { i in more.elements[64 * t + 2 * i] } }
        #expect(largestDifference(thinned, fine) < 1e-4)
    }

    /// The mean over the ring is conserved, and the largest exponent at length 22 is between 0.04 and 0.05 (R. A. Edson et al., ANZIAM J. 61 (2019), doi:10.1017/S1446181119000105, has 0.043).
    @Test func kuramotoSivashinskyOnItsAttractor() throws {
        let series = try Dataset.kuramotoSivashinsky(steps: 2_000)
        for t in stride(from: 0, to: 2_000, by: 100) { #expect(abs(try series.row(t).elements.reduce(0, +)) < 1e-9) }
        let power = series.elements.reduce(0) { $0 + $1 * $1 } / Double(series.count)
        #expect(power > 1 && power < 2.5, "\(power)")
        let largest = try exponent(250, 10, from: series.row(1_999).elements) {
            try Dataset.kuramotoSivashinsky(steps: 1, points: 64, interval: 10, substeps: 40, start: Vector($0), discarding: 0).elements
        }
        #expect(abs(largest - 0.045) < 0.015, "\(largest)")
    }

    @Test func badFlowsAreErrors() {
        #expect(throws: NeuroError.invalid(name: "substeps", value: "0", must: "from 1 to 10,000")) { try Dataset.rossler(steps: 5, solver: .rungeKutta4(substeps: 0)) }
        #expect(throws: NeuroError.self) { try Dataset.chen(steps: 5, solver: .rk45(relative: 0, absolute: 1e-6)) }
        #expect(throws: NeuroError.self) { try Dataset.chen(steps: 5, solver: .rk45(relative: .nan, absolute: 1e-6)) }
        #expect(throws: NeuroError.self) { try Dataset.chen(steps: 5, solver: .dop853(relative: 1e-6, absolute: 0)) }
        #expect(throws: NeuroError.self) { try Dataset.rossler(steps: 5, interval: 0) }
        #expect(throws: NeuroError.self) { try Dataset.rossler(steps: 5, interval: .infinity) }
        #expect(throws: NeuroError.self) { try Dataset.rossler(steps: 5, a: .nan) }
        #expect(throws: NeuroError.self) { try Dataset.rossler(steps: 5, start: (.nan, 0, 0)) }
        #expect(throws: NeuroError.self) { try Dataset.rossler(steps: 5, discarding: -1) }
        #expect(throws: LinearError.self) { try Dataset.rossler(steps: 1 << 45) }
        #expect(throws: NeuroError.self) { try Dataset.doubleScroll(steps: 5, start: (1e9, 0, 0)) }
        #expect(throws: NeuroError.self) { try Dataset.multiscroll(steps: 5, scrolls: 1) }
        #expect(throws: NeuroError.self) { try Dataset.lorenz96(steps: 5, places: 3) }
        #expect(throws: NeuroError.self) { try Dataset.lorenz96(steps: 5, places: 8, start: [1, 2]) }
        #expect(throws: LinearError.self) { try Dataset.lorenz96(steps: 5, places: Int.max) }
        #expect(throws: NeuroError.self) { try Dataset.kuramotoSivashinsky(steps: 5, points: 48) }
        #expect(throws: NeuroError.self) { try Dataset.kuramotoSivashinsky(steps: 5, length: 0) }
        #expect(throws: NeuroError.self) { try Dataset.kuramotoSivashinsky(steps: 50, interval: 50) }
        #expect(throws: NeuroError.self) { try Dataset.kuramotoSivashinsky(steps: 5, start: [1]) }
        #expect(throws: NeuroError.self) { try Dataset.flow(start: [], steps: 5, interval: 1) { $0 } }
        #expect(throws: Interrupted()) { try Progress.observe({ if $0 > 0.1 { throw Interrupted() } }) { _ = try Dataset.rossler(steps: 200_000) } }
        #expect(throws: Interrupted()) { try Progress.observe({ if $0 > 0.1 { throw Interrupted() } }) { _ = try Dataset.kuramotoSivashinsky(steps: 20_000) } }
    }
}
