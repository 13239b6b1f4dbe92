import Linear
import Neuro
import Testing

/// What each topology promises of its matrix.
@Suite struct TopologyTests {
    private func weights(_ topology: Topology, units: Int = 60, radius: Double = 0.9, density: Double = 0.1, law: WeightLaw = .normal, seed: Int = 3) throws -> Matrix {
        try Reservoir(units: units, spectralRadius: radius, density: density, topology: topology, weights: law, seed: seed).recurrentWeights()
    }

    private func moduli(_ w: Matrix) throws -> [Double] {
        var a = w.elements, real = [Double](repeating: 0, count: w.rows), imaginary = real
        #expect(LAPACK.eigenvalues(n: w.rows, &a, real: &real, imaginary: &imaginary))
        return zip(real, imaginary).map { ($0 * $0 + $1 * $1).squareRoot() }.sorted()
    }

    @Test(arguments: [
        Topology.fixedDegree, .independent, .orthogonal, .cycle, .cycleWithJumps(every: 7), .cycleWithJumps(every: 10, strength: 0.5), .lineWithFeedback(strength: 0.3),
        .clusters(4, between: 0.1), .smallWorld(neighbours: 6, rewiring: 0.2), .symmetric, .toeplitz, .chaotic,
    ])
    func theRadiusIsWhatWasAskedFor(_ topology: Topology) throws {
        #expect(abs((try moduli(weights(topology)).last ?? 0) - 0.9) < 1e-8, "\(topology)")
        #expect(try weights(topology) == weights(topology))
    }

    @Test func orthogonalMatricesAreOrthogonalAndSpread() throws {
        let q = try weights(.orthogonal, radius: 1)
        let product = try q.transposed().multiplied(by: q)
        for i in 0 ..< 60 { for j in 0 ..< 60 { #expect(abs(try product[i, j] - (i == j ? 1 : 0)) < 1e-13) } }
        #expect(try moduli(q).allSatisfy { abs($0 - 1) < 1e-12 })
        // Of a matrix evenly distributed over all orthogonal ones each element has mean 0 and variance 1/n: over 40 seeds, within 5 standard errors.
        let corner = try (0 ..< 40).map { try weights(.orthogonal, units: 12, radius: 1, seed: $0) }
        for (i, j) in [(0, 0), (11, 11), (0, 11), (5, 3)] {
            let values = try corner.map { try $0[i, j] }
            let (mean, square) = (values.reduce(0, +) / 40, values.map { $0 * $0 }.reduce(0, +) / 40)
            #expect(abs(mean) < 0.23 && abs(square - 1 / 12.0) < 0.09)
        }
        #expect(abs(try weights(.orthogonal, units: 1, radius: 0.5)[0, 0]) == 0.5)
    }

    @Test func regularOnesHaveTheirLinks() throws {
        let links = { (w: Matrix) in Set(w.elements.indices.filter { w.elements[$0] != 0 }.map { [$0 / w.columns, $0 % w.columns] }) }
        #expect(try links(weights(.cycle, units: 5)) == [[0, 4], [1, 0], [2, 1], [3, 2], [4, 3]])
        #expect(try weights(.cycle, units: 5, radius: 0.7).elements.allSatisfy { $0 == 0 || $0 == 0.7 })
        let line = try weights(.line, units: 5, radius: 0.7)
        #expect(links(line) == [[1, 0], [2, 1], [3, 2], [4, 3]])
        #expect(line.elements.allSatisfy { $0 == 0 || $0 == 0.7 })
        #expect(try links(weights(.lineWithFeedback(strength: 0.5), units: 4)) == [[1, 0], [2, 1], [3, 2], [0, 1], [1, 2], [2, 3]])
        // Six units, jumps of two: 0, 2, 4 and back to 0, both ways.
        let cycle = Set((0 ..< 6).map { [$0, ($0 + 5) % 6] })
        #expect(try links(weights(.cycleWithJumps(every: 2), units: 6)) == cycle.union([[0, 2], [2, 0], [2, 4], [4, 2], [4, 0], [0, 4]]))
        // Seven units: the jump from 6 would pass the first unit, so that it stays away.
        let seven = Set((0 ..< 7).map { [$0, ($0 + 6) % 7] })
        #expect(try links(weights(.cycleWithJumps(every: 3), units: 7)) == seven.union([[0, 3], [3, 0], [3, 6], [6, 3]]))
        // A pulse goes down the line, one unit a step, weaker by the strength of the links each time.
        var esn = try Reservoir(units: 5, spectralRadius: 0.5, biasScaling: 0, topology: .line, inputLaw: .constant, activation: .identity)
        let states = try esn.run(Vector([1, 0, 0, 0, 0, 0]))
        #expect(try states.row(4).elements == [0, 0, 0, 0, 0.0625])
        #expect(try states.row(5).elements == [0, 0, 0, 0, 0])
    }

    @Test func randomOnesHaveTheirStatistics() throws {
        let independent = try weights(.independent, units: 400)
        let count = independent.elements.count { $0 != 0 }
        func isNear(_ count: Int, of total: Double, _ probability: Double, spare: Double = 0) -> Bool {
            abs(Double(count) - total * probability) < 5 * (total * probability * (1 - probability)).squareRoot() + spare
        }
        #expect(isNear(count, of: 160_000, 0.1))
        let clusters = try weights(.clusters(4, between: 0.1), units: 400, density: 0.2)
        var (within, between) = (0, 0)
        for i in 0 ..< 400 { for j in 0 ..< 400 where try clusters[i, j] != 0 { if i / 100 == j / 100 { within += 1 } else { between += 1 } } }
        #expect(isNear(within, of: 40_000, 0.2))
        #expect(isNear(between, of: 120_000, 0.02))
        let world = try weights(.smallWorld(neighbours: 6, rewiring: 0.25), units: 400)
        var far = 0
        for i in 0 ..< 400 {
            let sources = try (0 ..< 400).filter { try world[i, $0] != 0 }
            #expect(sources.count == 6 && !sources.contains(i))
            far += sources.count { min(($0 - i + 400) % 400, (i - $0 + 400) % 400) > 3 }
        }
        // Of 393 units that a link can turn to, a few are near.
        #expect(isNear(far, of: 2_400, 0.25, spare: 10))
        let signs = try weights(.fixedDegree, law: .sign)
        #expect(Set(signs.elements.map { abs($0) }).count == 2)
        let symmetric = try weights(.symmetric), toeplitz = try weights(.toeplitz)
        #expect(symmetric == symmetric.transposed())
        for i in 1 ..< 60 { for j in 1 ..< 60 { #expect(try toeplitz[i, j] == toeplitz[i - 1, j - 1]) } }
    }

    @Test func theWiringCanStayAsItIs() throws {
        let a = try Reservoir(units: 50, seed: 1, wiringSeed: 9).recurrentWeights(), b = try Reservoir(units: 50, seed: 2, wiringSeed: 9).recurrentWeights()
        #expect(a.elements.map { $0 == 0 } == b.elements.map { $0 == 0 })
        #expect(a != b)
        #expect(try Reservoir(units: 50, seed: 1, wiringSeed: 1).recurrentWeights() == Reservoir(units: 50, seed: 1).recurrentWeights())
    }

    /// A matrix without a cycle has no eigenvalue but 0, which a solver of eigenvalues finds only to within a root of rounding.
    @Test func nilpotentMatricesAreTold() throws {
        var chain = [Double](repeating: 0, count: 100 * 100)
        for i in 1 ..< 100 { for j in 0 ..< i { chain[i * 100 + j] = 1 + Double((i * j) % 7) } }
        let w = try Matrix(rows: 100, columns: 100, elements: chain), win = try Matrix(rows: 100, columns: 1, repeating: 1)
        #expect(throws: NeuroError.self) { try Reservoir(recurrent: w, input: win, spectralRadius: 0.9) }
        #expect(try Reservoir(recurrent: w, input: win).spectralRadius == 0)
        #expect(throws: NeuroError.self) { try Reservoir(units: 2, density: 1e-9, topology: .independent, seed: 1) }
        for bad in [
            Topology.cycleWithJumps(every: 1), .cycleWithJumps(every: 60), .clusters(0, between: 0.1), .clusters(2, between: 2), .smallWorld(neighbours: 5, rewiring: 0.1),
            .smallWorld(neighbours: 4, rewiring: .nan),
        ] {
            #expect(throws: NeuroError.self, "\(bad)") { try weights(bad) }
        }
    }
}
