import Foundation
import Linear
import Neuro
import Testing

@Suite struct SRMTests {
    private let reference: AlignmentReference.Shared
    private let subjects: [Matrix]

    init() throws {
        reference = try AlignmentReference.load().shared
        subjects = try reference.matrices
    }

    private func near(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    private func fit(_ kind: SharedResponseKind, iterations: Int = 6) throws -> SharedResponse {
        try SharedResponseModel(features: reference.features, kind: kind, iterations: iterations).fit(subjects, start: reference.starts)
    }

    @Test func isThatOfBrainiak() throws {
        for (kind, expected) in [(SharedResponseKind.deterministic, reference.deterministic), (.probabilistic, reference.probabilistic)] {
            let found = try fit(kind)
            #expect(near(found.response.elements, expected.response, 1e-9))
            for (map, other) in zip(found.maps, expected.maps) { #expect(near(map.elements, other, 1e-9)) }
            #expect(near(try found.map(of: reference.newSubject).elements, expected.new, 1e-9))
            #expect(near(try found.transform(subjects[1], subject: 1).elements, expected.transformed, 1e-9))
            if let noise = expected.noise { #expect(near(found.noiseVariances.elements, noise, 1e-10)) }
            if let covariance = expected.covariance { #expect(near(found.covariance.elements, covariance, 1e-9)) }
            if let error = expected.error { #expect(near([found.objectives.elements[5]], [error], 1e-11)) }
            #expect(try JSONDecoder().decode(SharedResponse.self, from: JSONEncoder().encode(found)) == found)
        }
    }

    @Test func likelihoodIsThatOfTheNormalDistribution() throws {
        let found = try fit(.probabilistic, iterations: 30)
        let expected = try #require(reference.probabilistic.likelihoods)
        #expect(near([found.objectives.elements[0], found.objectives.elements[5]], expected, 1e-11))
        // Each step of expectation and maximisation raises it (the perturbation moves it by less than 1e-4 here).
        for step in 1 ..< 30 { #expect(found.objectives.elements[step] > found.objectives.elements[step - 1] - 1e-4) }
        let alternating = try fit(.deterministic, iterations: 30).objectives.elements
        for step in 1 ..< 30 { #expect(alternating[step] <= alternating[step - 1] + 1e-9) }
    }

    @Test func meansAreTakenOff() throws {
        var random = Random(seed: 1)
        let moved = try subjects.map { try $0 + random.normal(count: $0.columns, mean: 20, standardDeviation: 9) }
        let (found, centred) = (
            try SharedResponseModel(features: 4).fit(moved, start: reference.starts), try SharedResponseModel(features: 4).fit(subjects, start: reference.starts)
        )
        #expect(near(found.response.elements, centred.response.elements, 1e-9))
        #expect(near(found.noiseVariances.elements, centred.noiseVariances.elements, 1e-10))
        #expect(near(try found.transform(moved[0], subject: 0).elements, try centred.transform(subjects[0], subject: 0).elements, 1e-9))
        // Most of what varies is in the reconstruction: all but the noise, whose variance is 0.04.
        let rest = try moved[0] - found.reconstruct(subject: 0)
        #expect(try rest.variance(each: .column).mean() < 0.05)
    }

    @Test func aPlantedResponseIsShared() throws {
        var random = Random(seed: 6)
        let planted = try random.normal(rows: 120, columns: 3)
        let rotations = try [30, 25, 40].map { try random.normal(rows: $0, columns: 3).singularValues().left }
        let noisy = try rotations.map { try planted.multiplied(byTransposeOf: $0) + random.normal(rows: 120, columns: $0.rows, standardDeviation: 0.05) }
        for kind in [SharedResponseKind.deterministic, .probabilistic] {
            let found = try SharedResponseModel(features: 3, kind: kind, iterations: 20, seed: 3).fit(noisy.map { try $0[rows: 0 ..< 80] })
            for map in found.maps { #expect(near(try map.gram().elements, try Matrix.identity(3).elements, 1e-12)) }
            // Responses that were not in the fit agree between subjects in the shared space, and go from one subject to another.
            let later = try noisy.map { try $0[rows: 80 ..< 120] }
            let (a, b) = (try found.transform(later[0], subject: 0), try found.transform(later[2], subject: 2))
            #expect(try (a - b).norm() < 0.2 * a.norm())
            let crossed = try found.reconstruct(subject: 1, from: a)
            #expect(try (crossed - later[1]).norm() < 0.3 * later[1].norm())
        }
        let again = try SharedResponseModel(features: 3, seed: 3).fit(noisy)
        #expect(try again == SharedResponseModel(features: 3, seed: 3).fit(noisy))
        #expect(try again != SharedResponseModel(features: 3, seed: 4).fit(noisy))
    }

    @Test func withoutNoiseNothingIsInfinite() throws {
        var random = Random(seed: 6)
        let planted = try random.normal(rows: 30, columns: 2)
        let exact = try [5, 6].map { try planted.multiplied(byTransposeOf: random.normal(rows: $0, columns: 2).singularValues().left) }
        // Features beyond the rank of the responses, and no noise at all.
        for features in [2, 3] {
            let found = try SharedResponseModel(features: features, iterations: 40).fit(exact)
            #expect(found.response.elements.allSatisfy(\.isFinite) && found.noiseVariances.elements.allSatisfy { $0 > 0 })
        }
    }

    @Test func isInterrupted() throws {
        #expect(throws: Interrupted.self) { try Progress.observe({ _ in throw Interrupted() }) { try fit(.probabilistic) } }
        #expect(throws: Interrupted.self) { try Progress.observe({ _ in throw Interrupted() }) { try fit(.deterministic) } }
    }

    @Test func badInputIsNamed() throws {
        let model = try SharedResponseModel(features: 2)
        let x = try Matrix([[1, 2, 3], [3, 4, 1], [5, 7, 2]])
        let calls: [(String, () throws -> Void)] = [
            ("features is 0; it must be at least 1", { _ = try SharedResponseModel(features: 0) }),
            ("iterations is 0; it must be at least 1", { _ = try SharedResponseModel(features: 1, iterations: 0) }),
            ("perturbation is -1.0; it must be finite and at least 0", { _ = try SharedResponseModel(features: 1, perturbation: -1) }),
            ("subjects has shape 1; it must be at least two subjects", { _ = try model.fit([x]) }),
            (
                "subjects[1] has shape 2 x 3; it must be of 3 rows, as the first, with no fewer rows and columns than 2, the features",
                { _ = try model.fit([x, x[rows: 0 ..< 2]]) }
            ),
            (
                "subjects[1] has shape 3 x 1; it must be of 3 rows, as the first, with no fewer rows and columns than 2, the features",
                { _ = try model.fit([x, x[columns: 0 ..< 1]]) }
            ),
            ("subjects[0] is constant over samples; it must be varying for .probabilistic", { _ = try model.fit([Matrix.ones(rows: 3, columns: 3) * 0.1, x]) }),
            ("start has shape 1; it must be one map for each of the 2 subjects", { _ = try model.fit([x, x], start: [x]) }),
            ("start[0] has shape 3 x 3; it must be 3 voxels x 2 features", { _ = try model.fit([x, x], start: [x, x]) }),
            ("subject is -1; it must be from 0 to 1", { _ = try model.fit([x, x]).transform(x, subject: -1) }),
            ("x has shape 3 x 1; it must be of 3 columns, the voxels of subject 0", { _ = try model.fit([x, x]).transform(x[columns: 0 ..< 1], subject: 0) }),
            ("shared has shape 3 x 3; it must be of 2 columns, the features", { _ = try model.fit([x, x]).reconstruct(subject: 0, from: x) }),
            (
                "x has shape 2 x 3; it must be of 3 rows, the samples of the fit, and at least 2 columns, the features",
                { _ = try model.fit([x, x]).map(of: x[rows: 0 ..< 2]) }
            ),
        ]
        for (text, call) in calls {
            let error = #expect(throws: NeuroError.self) { try call() }
            #expect(error?.description == text)
        }
        let huge = try SharedResponseModel(features: 1, kind: .deterministic)
        let error = #expect(throws: NeuroError.self) { try huge.fit([x * 1e200, x * 1e200]) }
        #expect(error?.description.contains("scale them") == true)
    }
}
