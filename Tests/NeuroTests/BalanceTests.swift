import Foundation
import Linear
import Neuro
import Testing

/// Reservoirs with excitation and inhibition: memory capacity under the protocol of 300 units, 30 links each, delays 1 to 60, against NumPy (mean and standard deviation of 8 seeds).
struct BalanceTests {
    private static let seeds = 1 ... 4

    private func capacity(scaling: Double, _ prepare: (inout EIReservoir, Int) throws -> Void, balance: Double = 0) throws -> Double {
        let values = try Self.seeds.map { seed in
            var net = try EIReservoir(units: 300, balance: balance, gain: 8, inputScaling: scaling, seed: seed)
            try prepare(&net, seed)
            return try net.memoryCapacity(seed: seed).total
        }
        return values.reduce(0, +) / Double(values.count)
    }

    @Test(arguments: [(0.02, 0.0, 11.3, 1.0), (0.02, -1.0, 16.4, 1.5), (0.1, 0.0, 10.9, 0.8), (0.1, -0.75, 12.5, 0.6)])
    func balanceOfAll(_ scaling: Double, _ balance: Double, _ expected: Double, _ deviation: Double) throws {
        let found = try capacity(scaling: scaling, { _, _ in }, balance: balance)
        #expect(abs(found - expected) < 2 * deviation, "\(found)")
    }

    @Test(arguments: [(0.02, 0.5, 26.8, 3.0), (0.02, 0.3, 18.9, 3.2), (0.1, 0.5, 18.9, 1.1), (0.1, 0.3, 14.0, 1.0)])
    func oneStepDesign(_ scaling: Double, _ rate: Double, _ expected: Double, _ deviation: Double) throws {
        let found = try capacity(scaling: scaling, { net, _ in try net.designInhibition(target: .fixed(rate)) })
        #expect(abs(found - expected) < 2 * deviation, "\(found)")
    }

    @Test(arguments: [(0.02, 26.9, 3.4), (0.1, 19.0, 1.0)])
    func adaptationAtHalf(_ scaling: Double, _ expected: Double, _ deviation: Double) throws {
        let found = try capacity(
            scaling: scaling,
            { net, seed in
                var random = Random(seed: seed, stream: 77)
                try net.adaptInhibition(random.uniform(count: 3_000, in: -1 ..< 1), target: .fixed(0.5))
            })
        #expect(abs(found - expected) < 2 * deviation, "\(found)")
    }

    @Test(arguments: [(0.02, 16.5, 1.5), (0.1, 12.9, 0.9)])
    func ratesThatDiffer(_ scaling: Double, _ expected: Double, _ deviation: Double) throws {
        let found = try capacity(scaling: scaling, { net, seed in try net.designInhibition(target: .uniform(0.02, 0.98), seed: seed) })
        #expect(abs(found - expected) < 2 * deviation, "\(found)")
    }

    /// With small input the mean rates after the design are what was asked for.
    @Test func theDesignMeetsItsRates() throws {
        var net = try EIReservoir(units: 300, gain: 8, inputScaling: 0.02, seed: 3)
        let change = try net.designInhibition(target: .fixed(0.5))
        #expect(change.unitsWithoutInhibition.isEmpty || change.unitsWithoutInhibition.count < 10)
        var random = Random(seed: 3)
        let rates = try net.run(random.uniform(count: 2_000, in: -1 ..< 1)).mean(each: .column).elements
        let errors = rates.map { abs($0 - 0.5) }
        #expect(errors.reduce(0, +) / 300 < 0.005)
    }

    /// Dale's law holds through everything, links neither come nor go, and the balance is what was asked for.
    @Test func signsAndBalance() throws {
        var net = try EIReservoir(units: 200, balance: -0.5, seed: 5)
        #expect(abs(net.balance + 0.5) < 0.1)
        let before = try net.recurrentWeights()
        var random = Random(seed: 5)
        try net.adaptInhibition(random.uniform(count: 200, in: -1 ..< 1), target: .beta(2, 2), learningRate: 0.05)
        try net.designInhibition(target: .logNormal(mean: -1, standardDeviation: 0.5))
        let after = try net.recurrentWeights()
        for i in 0 ..< 200 {
            for j in 0 ..< 200 {
                let (old, new) = (before.elements[200 * i + j], after.elements[200 * i + j])
                if j < 160 { #expect(old == new && old >= 0) } else { #expect(new <= 0 && (old != 0 || new == 0)) }
            }
            #expect(before.elements[201 * i] == 0)
        }
    }

    /// One step of the equations, worked out by hand for two units without links between equals.
    @Test func aStepByHand() throws {
        var net = try EIReservoir(units: 2, excitatoryFraction: 0.5, degree: 1.999_999, gain: 2, threshold: 0.3, retention: 0.25, inputScaling: 0.7, seed: 9)
        let (w, u) = (try net.recurrentWeights().elements, try net.inputWeights().elements)
        #expect(w[0] == 0 && w[3] == 0)
        func rate(_ v: Double) -> Double { 1 / (1 + exp(-2 * (v - 0.3))) }
        var v = [0.0, 0.0]
        let states = try net.run(Vector([0.5, -1, 0.25])).elements
        for (t, input) in [0.5, -1, 0.25].enumerated() {
            let r = v.map(rate)
            v = (0 ..< 2).map { 0.25 * v[$0] + w[2 * $0] * r[0] + w[2 * $0 + 1] * r[1] + u[$0] * input }
            for i in 0 ..< 2 { #expect(abs(states[2 * t + i] - rate(v[i])) < 1e-14) }
        }
    }

    @Test func targetsAreDrawnFromTheirLaws() throws {
        let n = 20_000
        let beta = try TargetRates.beta(2, 5).drawn(count: n, seed: 1).elements, small = try TargetRates.beta(0.5, 0.5).drawn(count: n, seed: 2).elements
        func moments(_ x: [Double]) -> (Double, Double) {
            let mean = x.reduce(0, +) / Double(x.count)
            return (mean, x.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(x.count))
        }
        // Mean a/(a+b), variance ab/((a+b)²(a+b+1)); little of Beta(2, 5) is cut off.
        #expect(abs(moments(beta).0 - 2 / 7.0) < 0.005 && abs(moments(beta).1 - 10 / 392.0) < 0.001)
        #expect(abs(moments(small).0 - 0.5) < 0.01)
        #expect(try TargetRates.fixed(1).drawn(count: 2).elements == [0.98, 0.98])
        #expect(beta.allSatisfy { (0.02 ... 0.98).contains($0) })
    }

    @Test func badArguments() throws {
        #expect(throws: NeuroError.self) { try EIReservoir(units: 1) }
        #expect(throws: NeuroError.self) { try EIReservoir(units: 20, degree: 20) }
        #expect(throws: NeuroError.self) { try EIReservoir(units: 100, excitatoryFraction: 1) }
        #expect(throws: NeuroError.self) { try EIReservoir(units: 100, balance: .nan) }
        #expect(throws: NeuroError.self) { try EIReservoir(units: 100, balance: 1.5) }
        #expect(throws: NeuroError.self) { try EIReservoir(units: 100, gain: 0) }
        #expect(throws: NeuroError.self) { try EIReservoir(units: 100, retention: 1) }
        #expect(throws: NeuroError.self) { try EIReservoir(units: 2_000_000_000, degree: 1e9) }
        var net = try EIReservoir(units: 50)
        let before = net
        #expect(throws: NeuroError.self) { try net.run(Vector([])) }
        #expect(throws: NeuroError.self) { try net.run(Vector([.infinity])) }
        #expect(throws: NeuroError.self) { try net.run(Matrix.zeros(rows: 3, columns: 2)) }
        #expect(throws: NeuroError.self) { try net.designInhibition(target: .fixed(1.5)) }
        #expect(throws: NeuroError.self) { try net.designInhibition(target: .each(Vector([0.5]))) }
        #expect(throws: NeuroError.self) { try net.designInhibition(target: .fixed(0.5), meanInput: Vector([1, 2])) }
        #expect(throws: NeuroError.self) { try net.adaptInhibition(Vector([1]), target: .uniform(0.5, 0.2)) }
        #expect(throws: NeuroError.self) { try net.adaptInhibition(Vector([1]), target: .fixed(0.5), learningRate: 0) }
        #expect(net == before)
    }
}
