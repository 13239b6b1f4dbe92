import Foundation
import Linear
import Neuro
import Testing

@Suite struct AlignmentTests {
    private let reference: AlignmentReference

    init() throws { reference = try AlignmentReference.load() }

    private func near(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    @Test func methodsAreThoseOfOtherPackages() throws {
        for pair in [reference.square, reference.wide, reference.rectangular] {
            let (x, y, z) = (try pair.source, try pair.target, try pair.others)
            let turned = try Alignment.orthogonal.fit(x, y)
            #expect(near(try turned.transform(z).elements, pair.orthogonal, 1e-10))
            #expect(turned.scale == 1 && turned.shape == [pair.p, pair.q])
            let scaled = try Alignment.scaledOrthogonal.fit(x, y)
            #expect(near([scaled.scale], [pair.scale], 1e-11))
            #expect(near(try scaled.transform(z).elements, pair.scaled, 1e-10))
            let ridge = try Alignment.ridgeCV().fit(x, y)
            #expect(ridge.alpha == pair.alpha)
            #expect(near(try ridge.transform(z).elements, pair.ridge, 1e-9))
            for plan in pair.plans {
                #expect(near(try plan.cost.matrix(x, y).elements, plan.costs, 1e-12))
                // POT ends its iterations at 1e-13; the plans themselves agree to what is left over of that.
                let moved = try Alignment.optimalTransport(cost: plan.cost, regularisation: plan.regularisation, iterations: 100_000, tolerance: 1e-13).fit(x, y)
                #expect(near(try moved.transform(z).elements, plan.transformed, 1e-9))
                #expect(moved.marginalError <= 1e-13)
            }
            for fit in [turned, scaled, ridge] { #expect(try JSONDecoder().decode(AlignmentFit.self, from: JSONEncoder().encode(fit)) == fit) }
        }
    }

    @Test func rotationsAreFoundAgain() throws {
        var random = Random(seed: 8)
        let x = try random.normal(rows: 50, columns: 7)
        let rotation = try random.normal(rows: 7, columns: 7).singularValues().left
        for size in [1, 1e-100, 1e120] {
            let y = try (x %*% rotation) * (2.5 * size)
            let fit = try Alignment.scaledOrthogonal.fit(x, y)
            #expect(abs(fit.scale / size - 2.5) < 1e-12)
            #expect(near(try fit.transform(x).elements.map { $0 / size }, y.elements.map { $0 / size }, 1e-12))
            let map = try #require(Alignment.orthogonal.fit(x, y).map)
            #expect(near(map.elements, rotation.elements, 1e-12))
            #expect(near(try map.gram().elements, try Matrix.identity(7).elements, 1e-12))
        }
        // What the samples say nothing of is mapped to 0.
        let few = try Alignment.orthogonal.fit(x[rows: 0 ..< 3], x[rows: 0 ..< 3])
        #expect(near(try few.transform(x[rows: 0 ..< 3]).elements, try x[rows: 0 ..< 3].elements, 1e-12))
        #expect(abs(try #require(few.map).gram().trace() - 3) < 1e-12)
        let blank = try Alignment.scaledOrthogonal.fit(Matrix.zeros(rows: 4, columns: 2), Matrix.zeros(rows: 4, columns: 3))
        #expect(blank.scale == 1 && blank.map?.elements == [0, 0, 0, 0, 0, 0])
        let same = try Alignment.identity.fit(x, x)
        #expect(try same.transform(x) == x && same.map == nil)
    }

    @Test func transportIsThatOfPOT() throws {
        let one = reference.transport
        let cost = try Matrix(rows: 7, columns: 5, elements: one.cost)
        let plan = try TransportPlan(cost: cost, regularisation: 0.3, sources: Vector(one.a), targets: Vector(one.b), iterations: 100_000, tolerance: 1e-14)
        #expect(near(plan.plan.elements, one.large, 1e-13))
        // Where exp(−cost/regularisation) is 0 in double precision: the cost tends to that of the exact plan, from above.
        let sharp = try TransportPlan(cost: cost, regularisation: 0.001, sources: Vector(one.a), targets: Vector(one.b), iterations: 200_000, tolerance: 1e-10)
        #expect(sharp.cost - one.exact >= -1e-9 && sharp.cost - one.exact < 0.004)
        let a = one.a.reduce(0, +)
        #expect(near(sharp.plan.sum(each: .row).elements, one.a.map { $0 / a }, 1e-9))
        // Two by two in closed form: P_11 / P_12 = exp(difference of the costs / 2 regularisation).
        let small = try TransportPlan(cost: Matrix([[0, 1], [1, 0]]), regularisation: 0.5)
        let e = Foundation.exp(2.0)
        #expect(near(small.plan.elements, [e / (1 + e) / 2, 0.5 / (1 + e), 0.5 / (1 + e), e / (1 + e) / 2], 1e-14))
        // Not enough iterations: what is left is told.
        let short = try TransportPlan(cost: cost, regularisation: 0.01, iterations: 2)
        #expect(short.iterations == 2 && short.marginalError > 1e-6)
        let sums = short.plan.sum(each: .row) - 1.0 / 7
        #expect(abs(sums.abs().sum() - short.marginalError) < 1e-12)
        #expect(try JSONDecoder().decode(TransportPlan.self, from: JSONEncoder().encode(small)) == small)
    }

    @Test func hyperalignmentIsTheIteratedTemplate() throws {
        let subjects = try reference.hyper.matrices
        for (method, rescaled, expected) in [
            (Alignment.orthogonal, false, reference.hyper.plain), (.scaledOrthogonal, true, reference.hyper.rescaled),
        ] {
            let fit = try Hyperalignment(method: method, iterations: reference.hyper.iterations, rescalesTemplate: rescaled).fit(subjects)
            #expect(near(fit.template.elements, expected.template, 1e-11))
            #expect(near(fit.distances.elements, expected.distances, 1e-11))
            #expect(near(try fit.transform(subjects[3], subject: 3).elements, expected.last, 1e-11))
            // A subject of the fit, taken for a new one, has the same map.
            let again = try fit.align(subjects[1])
            #expect(near(try #require(again.map).elements, try #require(fit.alignments[1].map).elements, 1e-12))
            #expect(try JSONDecoder().decode(HyperalignmentFit.self, from: JSONEncoder().encode(fit)) == fit)
        }
        // Subjects that are rotations of one another meet.
        var random = Random(seed: 2)
        let common = try random.normal(rows: 30, columns: 6)
        let rotations = try (0 ..< 3).map { _ in try random.normal(rows: 6, columns: 6).singularValues().left }
        let fit = try Hyperalignment(iterations: 4).fit(rotations.map { try common %*% $0 })
        let (first, second) = (try fit.transform(common %*% rotations[0], subject: 0), try fit.transform(common %*% rotations[1], subject: 1))
        #expect(near(first.elements, second.elements, 1e-10))
    }

    @Test func theSameForAnyNumberOfThreads() throws {
        let (x, y) = (try reference.wide.source, try reference.wide.target)
        let method = Alignment.optimalTransport(regularisation: 0.5)
        #expect(try Threads.withLimit(1) { try method.fit(x, y) } == Threads.withLimit(3) { try method.fit(x, y) })
    }

    @Test func isInterrupted() throws {
        let (x, y) = (try reference.wide.source, try reference.wide.target)
        for call in [
            { _ = try Alignment.optimalTransport().fit(x, y) }, { _ = try Hyperalignment().fit([x, y]) }, { _ = try TransportCost.euclidean.matrix(x, y) },
        ] as [() throws -> Void] {
            #expect(throws: Interrupted.self) { try Progress.observe({ _ in throw Interrupted() }) { try call() } }
        }
    }

    /// s R of X and Y is that of both times the same number, and its s the quotient of two.
    @Test func scalesOfResponsesOfAnySize() throws {
        let x = try Matrix([[1, 2], [3, 4], [5, 7]]), y = try Matrix([[2, 1], [4, 3.5], [6, 5]])
        let one = try Alignment.scaledOrthogonal.fit(x, y).scale
        #expect(abs(one - 1) > 0.01)
        for (left, right) in [(1e300, 1e300), (1e-300, 1e-300), (1e200, 1.0), (1e-150, 1e150)] {
            let scale = try Alignment.scaledOrthogonal.fit(x * left, y * right).scale
            #expect(abs(scale / (right / left) / one - 1) < 1e-12)
        }
        #expect(throws: NeuroError.self) { try Alignment.scaledOrthogonal.fit(x * 1e-300, y * 1e300) }
        #expect(throws: NeuroError.self) { try Hyperalignment().fit([x * 1e300, y * 1e300]) }
    }

    @Test func badInputIsNamed() throws {
        let x = try Matrix([[1, 2], [3, 4], [5, 7]])
        let nan = try Matrix([[1, 2], [3, .nan], [5, 7]])
        let cost = try Matrix([[1, 2], [3, 4]])
        let calls: [(String, () throws -> Void)] = [
            ("source holds a value that is not finite at position 3", { _ = try Alignment.orthogonal.fit(nan, x) }),
            ("target has shape 2 x 2; it must be of 3 rows, one for each row of the source", { _ = try Alignment.orthogonal.fit(x, x[rows: 0 ..< 2]) }),
            ("target has shape 3 x 1; it must be of 2 columns, as the source, for .identity", { _ = try Alignment.identity.fit(x, x[columns: 0 ..< 1]) }),
            ("x has shape 3 x 1; it must be of 2 columns, the voxels of the source", { _ = try Alignment.identity.fit(x, x).transform(x[columns: 0 ..< 1]) }),
            ("folds is 4; it must be from 2 to 3, the number of samples", { _ = try Alignment.ridgeCV().fit(x, x) }),
            ("regularisation is 0.0; it must be finite and above 0", { _ = try Alignment.optimalTransport(regularisation: 0).fit(x, x) }),
            (
                "regularisation is 5e-324; it must be large enough for the cost divided by it to be finite",
                { _ = try TransportPlan(cost: cost, regularisation: .leastNonzeroMagnitude) }
            ),
            ("sources has shape 1; it must be one weight for each of 2", { _ = try TransportPlan(cost: cost, regularisation: 1, sources: [1]) }),
            ("targets[1] is 0.0; it must be finite and above 0", { _ = try TransportPlan(cost: cost, regularisation: 1, targets: [1, 0]) }),
            ("iterations is 0; it must be at least 1", { _ = try TransportPlan(cost: cost, regularisation: 1, iterations: 0) }),
            ("iterations is 0; it must be at least 1", { _ = try Hyperalignment(iterations: 0) }),
            ("subjects has shape 1; it must be at least two subjects", { _ = try Hyperalignment().fit([x]) }),
            ("subjects[1] has shape 3 x 1; it must be 3 x 2, as the first", { _ = try Hyperalignment().fit([x, x[columns: 0 ..< 1]]) }),
            ("subject is 2; it must be from 0 to 1", { _ = try Hyperalignment().fit([x, x]).transform(x, subject: 2) }),
        ]
        for (text, call) in calls {
            let error = #expect(throws: NeuroError.self) { try call() }
            #expect(error?.description == text)
        }
        // One sample, one voxel, constant voxels: a result.
        let one = try Matrix([[3]])
        for method in [Alignment.identity, .orthogonal, .scaledOrthogonal, .optimalTransport(cost: .correlation)] {
            #expect(try method.fit(one, one).transform(one).elements == [3])
        }
    }
}
